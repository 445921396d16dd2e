//! Actors known beforehand: states, organisations, think tanks, leaders.

use std::sync::{Arc, OnceLock};

pub use rapporteur_lists::gazetteer::*;

/// The actors that come with the program. Read once; later calls copy nothing.
pub fn embedded() -> &'static Gazetteer {
    shared()
}

/// As [`embedded`], to be kept, and copied only if it is added to.
pub(crate) fn shared() -> &'static Arc<Gazetteer> {
    static EMBEDDED: OnceLock<Arc<Gazetteer>> = OnceLock::new();
    EMBEDDED.get_or_init(|| Arc::new(crate::embedded::gazetteer()))
}
