use super::Upos;

/// The form of a verb or auxiliary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum VerbForm {
    /// Not a verb.
    None,
    /// Finite, past: "said", "was".
    Past,
    /// Finite, present or modal: "says", "are", "will".
    Present,
    /// Bare: infinitive, imperative, after a modal: "(to) say".
    Base,
    /// "said" in "has said", "was said".
    PastParticiple,
    /// Gerund or present participle: "saying".
    Ing,
}

impl VerbForm {
    /// True of the forms that alone can head a clause with a subject.
    pub fn is_finite(self) -> bool {
        matches!(self, VerbForm::Past | VerbForm::Present)
    }
}

/// What the tagger says of one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tagged {
    pub pos: Upos,
    /// [`VerbForm::None`] unless `pos` is [`Upos::Verb`] or [`Upos::Aux`].
    pub verb: VerbForm,
    /// The word is part of a name: true of every [`Upos::Propn`] and of adjectives inside names ("European" in
    /// "European Union", not in "European voters").
    pub in_name: bool,
}

impl Tagged {
    const fn plain(pos: Upos) -> Self {
        Tagged { pos, verb: VerbForm::None, in_name: false }
    }

    const fn verb(pos: Upos, verb: VerbForm) -> Self {
        Tagged { pos, verb, in_name: false }
    }

    const fn name(pos: Upos) -> Self {
        Tagged { pos, verb: VerbForm::None, in_name: true }
    }
}

/// What the perceptron chooses among: part of speech, verb form and name-hood in one.
///
/// A number below [`Class::COUNT`]; the order is part of the weights format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Class(u8);

impl Class {
    /// Number of classes.
    pub const COUNT: usize = CLASSES.len();

    /// The class of that number, if there is one.
    pub fn from_index(index: usize) -> Option<Class> {
        (index < Class::COUNT).then_some(Class(index as u8))
    }

    /// The class that stands for `tagged`, if there is one.
    pub fn of(tagged: Tagged) -> Option<Class> {
        CLASSES.iter().position(|class| *class == tagged).and_then(Class::from_index)
    }

    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    pub fn tagged(self) -> Tagged {
        CLASSES[self.index()]
    }
}

const CLASSES: [Tagged; 26] = [
    Tagged::plain(Upos::Adj),
    Tagged::name(Upos::Adj),
    Tagged::plain(Upos::Adp),
    Tagged::plain(Upos::Adv),
    Tagged::verb(Upos::Aux, VerbForm::Past),
    Tagged::verb(Upos::Aux, VerbForm::Present),
    Tagged::verb(Upos::Aux, VerbForm::Base),
    Tagged::verb(Upos::Aux, VerbForm::PastParticiple),
    Tagged::verb(Upos::Aux, VerbForm::Ing),
    Tagged::plain(Upos::Cconj),
    Tagged::plain(Upos::Det),
    Tagged::plain(Upos::Intj),
    Tagged::plain(Upos::Noun),
    Tagged::plain(Upos::Num),
    Tagged::plain(Upos::Part),
    Tagged::plain(Upos::Pron),
    Tagged::name(Upos::Propn),
    Tagged::plain(Upos::Punct),
    Tagged::plain(Upos::Sconj),
    Tagged::plain(Upos::Sym),
    Tagged::verb(Upos::Verb, VerbForm::Past),
    Tagged::verb(Upos::Verb, VerbForm::Present),
    Tagged::verb(Upos::Verb, VerbForm::Base),
    Tagged::verb(Upos::Verb, VerbForm::PastParticiple),
    Tagged::verb(Upos::Verb, VerbForm::Ing),
    Tagged::plain(Upos::X),
];
