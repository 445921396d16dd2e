//! Names and people the tagger takes for something else, where a verb stands right behind them.

use crate::claims::grammar::words::Words;
use crate::lexicon::{HolderKind, is_preposition};
use crate::tagger::{Upos, VerbForm};

/// Words of the closed classes that may open a sentence and are no prepositions of the lexicon.
const SMALL_WORDS: &[&str] = &[
    "both",
    "either",
    "neither",
    "whether",
    "because",
    "although",
    "though",
    "while",
    "whereas",
    "whenever",
    "wherever",
    "whatever",
    "whoever",
    "whichever",
    "since",
    "unless",
    "until",
    "till",
    "once",
    "after",
    "before",
    "meanwhile",
    "instead",
    "than",
    "that",
    "this",
    "these",
    "those",
    "there",
    "here",
    "they",
    "them",
    "their",
    "theirs",
    "your",
    "yours",
    "ours",
    "himself",
    "herself",
    "itself",
    "themselves",
    "someone",
    "somebody",
    "something",
    "anyone",
    "anybody",
    "anything",
    "everyone",
    "everybody",
    "everything",
    "nobody",
    "nothing",
    "none",
    "what",
    "which",
    "whom",
    "whose",
    "each",
    "every",
    "another",
    "other",
    "others",
    "some",
    "such",
    "same",
    "several",
    "many",
    "most",
    "much",
    "more",
    "less",
    "least",
    "half",
    "enough",
    "plus",
    "like",
    "unlike",
    "despite",
    "during",
    "about",
    "above",
    "across",
    "along",
    "alongside",
    "amid",
    "amidst",
    "among",
    "amongst",
    "around",
    "behind",
    "below",
    "beneath",
    "beside",
    "besides",
    "between",
    "beyond",
    "down",
    "except",
    "from",
    "inside",
    "into",
    "near",
    "nearby",
    "onto",
    "opposite",
    "outside",
    "over",
    "past",
    "through",
    "throughout",
    "toward",
    "towards",
    "under",
    "underneath",
    "upon",
    "versus",
    "with",
    "within",
    "without",
    "when",
    "where",
    "even",
    "only",
    "just",
    "albeit",
    "given",
    "provided",
    "considering",
    "notwithstanding",
    "nonetheless",
    "absent",
    "save",
];

impl Words<'_> {
    /// "Altynor | undertakes to", "Kasich and": a name the tagger takes for a conjunction or pronoun, by its ending.
    pub(super) fn opens_as_name(&self, index: usize) -> bool {
        let closed =
            matches!(self.pos(index), Upos::Adp | Upos::Sconj | Upos::Cconj | Upos::Part | Upos::Pron | Upos::Det);
        closed
            && self.is_capitalised(index)
            && self.word(index).len() > 3
            && self.word(index).chars().all(char::is_alphabetic)
            && !SMALL_WORDS.contains(&self.word(index))
            && !is_preposition(self.word(index))
            && (matches!(self.pos(index + 1), Upos::Verb | Upos::Aux | Upos::Cconj)
                || self.is(index + 1, ",")
                || self.is_possessive_mark(index + 1))
    }

    /// "Lynch announced", "a senior administration official said", "Sanders campaign manager Jeff Weaver said".
    pub(crate) fn repair_names(&mut self) {
        let layer = self.layer;
        for sentence in &layer.sentences {
            let start = sentence.tokens.start;
            let opens = start + usize::from(self.is_open_quote(start));
            self.repair_name_in_front(opens);
            for index in sentence.tokens.clone() {
                self.repair_say(index);
                self.repair_person(index);
            }
        }
    }

    /// A capitalised word that opens the sentence and is followed by a past form can only be the name of who acts.
    fn repair_name_in_front(&mut self, index: usize) {
        let verb = self.pos(index) == Upos::Verb && matches!(self.form(index), VerbForm::Base | VerbForm::Ing);
        let behind = matches!(self.form(index + 1), VerbForm::Past | VerbForm::PastParticiple)
            && self.pos(index + 1) == Upos::Verb
            && self.listed(index + 1).verb;
        // "Being asked", "Having said"
        let auxiliary = self.is_any(index, &["being", "having", "getting", "get", "have"]);
        if verb && behind && !auxiliary && self.is_capitalised(index) {
            self.set(index, Upos::Propn, VerbForm::None);
            self.set(index + 1, Upos::Verb, VerbForm::Past);
        }
    }

    /// "says" and "say" are hardly ever anything but verbs: "the lawsuit says", "…, say some ministers".
    fn repair_say(&mut self, index: usize) {
        let wrong = matches!(self.pos(index), Upos::Noun | Upos::Adj | Upos::Intj | Upos::Adv);
        if !wrong {
            return;
        }
        let counted = index.checked_sub(1).is_some_and(|before| {
            matches!(self.pos(before), Upos::Det | Upos::Adj) || self.is_any(before, &["no", "a", "the", "more"])
        });
        if self.is(index, "says") || self.is(index, "say") && !counted {
            self.set(index, Upos::Verb, VerbForm::Present);
        }
    }

    /// Words for people that the tagger takes for adjectives, prepositions or verbs.
    fn repair_person(&mut self, index: usize) {
        let Some(holder) = self.listed(index).holder else { return };
        let next = self.pos(index + 1);
        let before = index.checked_sub(1);
        let hangs = before.is_some_and(|before| {
            matches!(self.pos(before), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det)
                || self.is_possessive_mark(before)
        });
        let wrong = match self.pos(index) {
            // "a senior administration official | said"
            Upos::Adj => {
                hangs
                    && (holder == HolderKind::Person && matches!(next, Upos::Verb | Upos::Aux)
                        || matches!(self.word(index + 1), "says" | "said"))
            }
            // "spokeswoman Alice Stewart"
            Upos::Adp | Upos::Sconj | Upos::X => holder == HolderKind::Person && self.word(index).len() > 4,
            // "Sanders | campaign manager Jeff Weaver"
            Upos::Verb => {
                hangs
                    && holder == HolderKind::Group
                    && self.form(index) != VerbForm::Past
                    && next == Upos::Noun
                    && self.listed(index + 1).holder == Some(HolderKind::Person)
                    && self.pos(index + 2) == Upos::Propn
            }
            _ => false,
        };
        if wrong {
            self.set(index, Upos::Noun, VerbForm::None);
        }
    }
}
