use rapporteur_core::protocol::{Detection, Ingested, InputInfo, Proposal, Refusal};

use crate::Describe;

/// Reads a format or a site.
///
/// A pure function of its input: no files, no network, no clock. One instance is used by one thread at a time.
pub trait Source: Describe {
    /// How sure the plugin is that the input is its kind. Sees at most the first 64 KiB
    /// ([`DETECT_BYTES`](rapporteur_core::protocol::DETECT_BYTES)); must be quick and must not fail.
    fn detect(&self, input: &Input<'_>) -> Detection;

    /// The documents of the input, any number. A source that can read a part gives that part, with diagnostics.
    ///
    /// # Errors
    /// [`Refusal`] if the input holds no document: an error page, a paywall stub, another format.
    fn ingest(&self, input: &Input<'_>) -> Result<Ingested, Refusal>;

    /// For engines of rules files ([`Describe::RULES_OPTION`]): rules for pages like this one. `name` is what users will call
    /// the source; the engine finds one where there is none. `None`: this source has no such thing.
    ///
    /// # Errors
    /// [`Refusal`] if the input is nothing that rules could be made from.
    fn propose(&self, input: &Input<'_>, name: Option<&str>) -> Option<Result<Proposal, Refusal>> {
        let _ = (input, name);
        None
    }
}

/// An input as a source sees it.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// What is known about it beforehand.
    pub info: &'a InputInfo,
    /// The whole input; for [`Source::detect`] perhaps only its beginning (`info.truncated`).
    pub bytes: &'a [u8],
}
