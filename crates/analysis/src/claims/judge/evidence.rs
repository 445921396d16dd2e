//! What is known of a claim that may tell whether it is right.

/// A side of a claim; each claim has one value of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// The rule that found it.
    Rule,
    /// Dictionary form of the cue.
    Cue,
    /// The score the rules give, in steps.
    Score,
    Tier,
    Form,
    Quotation,
    /// Kind of expression of the source, with whether it was resolved.
    Source,
    /// Kind of the actor who claims.
    Claimant,
    /// What the head of the source can hold: a person, a group, a document.
    Holder,
    /// The word or kind of word the source begins with.
    SourceOpening,
    SourceLength,
    /// Where the source stands from the cue.
    SourcePlace,
    ContentLength,
    /// Where the content stands from the cue.
    ContentPlace,
    /// How the content begins.
    Opening,
    /// What follows the content.
    Ending,
    SentenceLength,
    /// Whose words those of the cue are: the author's, a speaker's.
    Voice,
    /// Tense and mood of the cue.
    Tense,
    /// Readings of the same cue that were not taken.
    Rivals,
    /// How far back a pronoun's or description's claimant was named.
    NamedBack,
    /// Other actors mentioned since the claimant was named.
    Between,
}

impl Aspect {
    pub const ALL: [Self; 22] = [
        Self::Rule,
        Self::Cue,
        Self::Score,
        Self::Tier,
        Self::Form,
        Self::Quotation,
        Self::Source,
        Self::Claimant,
        Self::Holder,
        Self::SourceOpening,
        Self::SourceLength,
        Self::SourcePlace,
        Self::ContentLength,
        Self::ContentPlace,
        Self::Opening,
        Self::Ending,
        Self::SentenceLength,
        Self::Voice,
        Self::Tense,
        Self::Rivals,
        Self::NamedBack,
        Self::Between,
    ];

    /// The name used in the file of weights.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Cue => "cue",
            Self::Score => "score",
            Self::Tier => "tier",
            Self::Form => "form",
            Self::Quotation => "quotation",
            Self::Source => "source",
            Self::Claimant => "claimant",
            Self::Holder => "holder",
            Self::SourceOpening => "source_opening",
            Self::SourceLength => "source_length",
            Self::SourcePlace => "source_place",
            Self::ContentLength => "content_length",
            Self::ContentPlace => "content_place",
            Self::Opening => "opening",
            Self::Ending => "ending",
            Self::SentenceLength => "sentence_length",
            Self::Voice => "voice",
            Self::Tense => "tense",
            Self::Rivals => "rivals",
            Self::NamedBack => "named_back",
            Self::Between => "between",
        }
    }
}

/// One value of each aspect; an empty one says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    cue: String,
    values: [&'static str; Aspect::ALL.len()],
}

impl Evidence {
    /// With the cue's dictionary form and nothing else.
    pub fn new(cue: &str) -> Self {
        Self { cue: cue.to_owned(), values: [""; Aspect::ALL.len()] }
    }

    /// Sets an aspect other than the cue.
    pub fn set(&mut self, aspect: Aspect, value: &'static str) {
        if let Some(slot) = self.values.get_mut(aspect as usize) {
            *slot = value;
        }
    }

    /// The values that say something, in the order of [`Aspect::ALL`].
    pub fn each(&self) -> impl Iterator<Item = (Aspect, &str)> {
        let value = |aspect| match aspect {
            Aspect::Cue => self.cue.as_str(),
            other => self.values.get(other as usize).copied().unwrap_or_default(),
        };
        Aspect::ALL.into_iter().map(move |aspect| (aspect, value(aspect))).filter(|(_, value)| !value.is_empty())
    }
}
