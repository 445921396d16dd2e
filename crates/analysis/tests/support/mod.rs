//! Documents that tests make of drafts, those of this folder and those beside the code.

use rapporteur_core::{Assembled, Draft, Provenance, assemble};

/// The document of a draft that is sound.
pub fn assembled(draft: Draft) -> Assembled {
    let text = draft.text.clone();
    let provenance = Provenance {
        uri: "test.txt",
        bytes: text.as_bytes(),
        ordinal: 0,
        plugin: "test",
        plugin_version: "1",
        confidence: 100,
        evidence: &[],
    };
    assemble(draft, &provenance).expect("the draft is sound")
}
