//! Which readings stand, how likely each is right, and on which side of its matter it stands.

pub(crate) mod confidence;
pub(crate) mod evidence;
pub(crate) mod gerunds;
pub(crate) mod may_claim;
pub(crate) mod position;
pub(crate) mod select;
pub(crate) mod signs;
pub(crate) mod stance;
pub(crate) mod unlikely;
pub(crate) mod voice;
pub(crate) mod weigh;

/// Rules whose claims the corpus cannot teach: it does not mark what speakers say in turns of their own, and its plain text has
/// no block quotations and no lists.
const UNTAUGHT: [&str; 3] = ["speaker-turn", "block-quotation", "list-item"];
