use std::ops::Range;

use crate::gazetteer::Entry;

/// A stretch of text that may name an actor, before it is decided whether it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    /// Indices into the atoms of the [`Reading`](super::reading::Reading).
    pub atoms: Range<usize>,
    /// Index of the sentence.
    pub clause: usize,
    pub what: What,
    /// Lies within the spot before it.
    pub nested: bool,
}

/// What a [`Spot`] may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// The gazetteer has it; never empty.
    Known(Vec<Entry>),
    /// A short form the text defines: index of the definition.
    Defined(usize),
    /// A name with a head word that says what it is: "Harbour Workers Council".
    Organisation {
        subkind: String,
        /// The words of the gazetteer that say whose it is: "Russian", of "Russian Defence Ministry".
        owner: Option<(Range<usize>, Vec<Entry>)>,
        /// Written with capitals; else a description: "Russian government".
        named: bool,
    },
    /// A first name and more.
    Person,
    /// Several capitalised words that nothing explains.
    Names,
    /// One capitalised word that nothing explains.
    Word,
    /// Capital letters that nothing explains.
    Acronym,
    /// A title: "Foreign Minister".
    Role { office: bool, sector: &'static str },
}

impl Spot {
    /// The entries, if the gazetteer has it.
    pub fn entries(&self) -> &[Entry] {
        match &self.what {
            What::Known(entries) => entries,
            _ => &[],
        }
    }
}
