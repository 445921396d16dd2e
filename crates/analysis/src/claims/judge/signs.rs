//! What of a claim may tell on which side its holder stands.

use std::borrow::Cow;

use rapporteur_core::ByteRange;

/// A kind of sign. A claim may have several of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SignKind {
    /// Dictionary form of the cue.
    Cue,
    /// Form of the claim, with the position that the cue's entry in the lexicon has.
    Entry,
    /// The rule that found it.
    Rule,
    Quotation,
    /// What the source is: a critic, the speaker himself, a document.
    Holder,
    /// Whether the claimant is named, several who are not, or nobody.
    Claimant,
    /// What the judging words of the content come to.
    Balance,
    /// The same, with the claim's form.
    BalanceOfForm,
    /// The side of a judging word and its role in the content.
    Judgement,
    /// A plain judgement: what a thing is, what ought to be, what the claimant does or feels.
    Plain,
    /// Which side the claimant takes in other claims by the entries of their cues, of the same targets or any.
    Elsewhere,
}

impl SignKind {
    pub const ALL: [Self; 11] = [
        Self::Cue,
        Self::Entry,
        Self::Rule,
        Self::Quotation,
        Self::Holder,
        Self::Claimant,
        Self::Balance,
        Self::BalanceOfForm,
        Self::Judgement,
        Self::Plain,
        Self::Elsewhere,
    ];

    /// The name used in the file of weights.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Cue => "cue",
            Self::Entry => "entry",
            Self::Rule => "rule",
            Self::Quotation => "quotation",
            Self::Holder => "holder",
            Self::Claimant => "claimant",
            Self::Balance => "balance",
            Self::BalanceOfForm => "balance_of_form",
            Self::Judgement => "judgement",
            Self::Plain => "plain",
            Self::Elsewhere => "elsewhere",
        }
    }
}

/// A sign, and where it stands if it is words of the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    pub kind: SignKind,
    pub value: Cow<'static, str>,
    pub at: Option<ByteRange>,
}

impl Sign {
    pub(crate) fn new(kind: SignKind, value: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, value: value.into(), at: None }
    }
}
