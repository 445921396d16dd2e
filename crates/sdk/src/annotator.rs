use rapporteur_core::protocol::Refusal;
use rapporteur_core::{Additions, Document};

use crate::Describe;

/// Adds to documents what a model or a list of rules finds in them: actors, mentions, claims, labels of claims.
///
/// Sees a document after the program's own analysis and after the annotators that run before it. Positions of what it adds are
/// byte ranges into [`Document::text`]; the host checks each item, makes full spans and leaves out what will not do.
///
/// A pure function of the document: no network, no clock; the same document gives the same additions, whatever came before.
/// Files that a model needs are read in [`new`](Describe::new), from where an option says.
pub trait Annotator: Describe {
    /// What there is to add to the document; [`Additions::default`] for nothing.
    ///
    /// # Errors
    /// [`Refusal`] if it has nothing to say of such a document: another language, no text. The document goes on without it.
    fn annotate(&self, document: &Document) -> Result<Additions, Refusal>;
}
