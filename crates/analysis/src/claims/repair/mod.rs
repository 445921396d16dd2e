//! Tags the lexicon or the place in the sentence knows better than the tagger.

mod active;
mod certain;
pub(crate) mod compounds;
mod content_clauses;
mod determined;
pub(crate) mod forms;
pub(crate) mod missing_verb;
pub(crate) mod names;
pub(crate) mod nouns;
mod numbers;
pub(crate) mod owned;
mod small_words;
pub(crate) mod subjects;
mod tellers;
mod verbs;

use crate::claims::grammar::words::Words;
use crate::lexicon::{Frame, Inflection, Lexicon, Rest, is_preposition};
use crate::tagger::{Upos, VerbForm};

/// How far back a verb is looked for.
const WINDOW_BACK: usize = 24;

/// Words that are cried out and name nobody.
const INTERJECTIONS: &[&str] = &[
    "yes", "no", "oh", "well", "hello", "ok", "okay", "thanks", "please", "wow", "hey", "ah", "sorry", "hi", "yeah",
    "bye", "god", "indeed", "now", "so", "like", "right",
];

/// Small words of five letters or more that titles write with a capital.
const LONG_PARTICLES: &[&str] = &[
    "about",
    "above",
    "across",
    "after",
    "against",
    "along",
    "although",
    "among",
    "amongst",
    "around",
    "because",
    "before",
    "behind",
    "below",
    "beneath",
    "beside",
    "besides",
    "between",
    "beyond",
    "despite",
    "during",
    "except",
    "inside",
    "outside",
    "since",
    "though",
    "through",
    "throughout",
    "toward",
    "towards",
    "under",
    "underneath",
    "unless",
    "unlike",
    "until",
    "versus",
    "where",
    "whether",
    "while",
    "within",
    "without",
];

impl Words<'_> {
    /// Corrects tags the lexicon knows better: "officials claim that", "a former official said".
    pub(crate) fn repair(&mut self, lexicon: &Lexicon) {
        for index in 0..self.len() {
            if self.may_be_wrong(index) {
                self.repair_tag(index, lexicon);
            }
        }
    }

    /// All these corrections, at one token.
    // Not inlined: as `repair_form`.
    #[inline(never)]
    fn repair_tag(&mut self, index: usize, lexicon: &Lexicon) {
        let next = self.pos(index + 1);
        if self.pos(index) == Upos::Intj && self.is(index, "no") && matches!(next, Upos::Noun | Upos::Adj) {
            self.set(index, Upos::Det, VerbForm::None);
        }
        if self.is(index, "cannot") {
            self.set(index, Upos::Aux, VerbForm::Present);
        }
        // "and other | promised funds": a word that is no subject by itself. "development and | automated detection".
        let past = self.pos(index) == Upos::Verb && self.form(index) == VerbForm::Past;
        let other = past && index > 0 && self.is_any(index - 1, &["other", "various", "such"]);
        if (other && !self.is_any(index + 1, &["that", "the", "a", "an"]) || past && self.is(index, "automated"))
            && matches!(next, Upos::Adj | Upos::Noun)
        {
            self.set(index, Upos::Adj, VerbForm::None);
        }
        // "have been | scathing about it": no verb has that form.
        if self.is(index, "scathing") && self.pos(index) == Upos::Verb {
            self.set(index, Upos::Adj, VerbForm::None);
        }
        // "Besides | asking for aid, it left"
        if self.is(index, "besides") && self.form(index + 1) == VerbForm::Ing {
            self.set(index, Upos::Adp, VerbForm::None);
        }
        // "a think tank"
        if self.is(index, "think") && self.is_any(index + 1, &["tank", "tanks"]) {
            self.set(index, Upos::Noun, VerbForm::None);
            self.set(index + 1, Upos::Noun, VerbForm::None);
        }
        // Nouns in -ly.
        if self.pos(index) == Upos::Adv
            && self.is_any(index, &["assembly", "family", "rally", "ally", "supply", "reply", "monopoly"])
        {
            self.set(index, Upos::Noun, VerbForm::None);
        }
        // "called Roke the hypocrite"
        if matches!(self.pos(index), Upos::Verb | Upos::Adv) && self.is_name_amid(index) {
            self.set(index, Upos::Propn, VerbForm::None);
        }
        // "he sees": nothing but a verb follows such a pronoun.
        if self.pos(index) == Upos::Noun
            && index > 0
            && !self.is_capitalised(index)
            && self.is_any(index - 1, &["he", "she", "they", "we", "i"])
        {
            let word = self.word(index);
            let form = if word.ends_with("ed") {
                VerbForm::Past
            } else if word.ends_with('s') {
                VerbForm::Present
            } else {
                VerbForm::Base
            };
            self.set(index, Upos::Verb, form);
        }
        // "said Elmendorf, who": the tagger has no class for some names.
        if matches!(self.pos(index), Upos::Adp | Upos::Sconj | Upos::Cconj | Upos::Part)
            && self.word(index).len() > 4
            && self.is_name_amid(index)
            && !is_preposition(self.word(index))
            && !LONG_PARTICLES.contains(&self.word(index))
        {
            self.set(index, Upos::Propn, VerbForm::None);
        }
        if self.opens_as_name(index) {
            self.set(index, Upos::Propn, VerbForm::None);
        }
        // "a senior official"
        if self.pos(index) == Upos::Noun
            && self.is_any(index, &["senior", "junior", "former", "top", "veteran", "fellow", "prominent"])
            && matches!(next, Upos::Noun | Upos::Propn | Upos::Adj)
        {
            self.set(index, Upos::Adj, VerbForm::None);
        }
        // "prides itself"
        if self.pos(index) == Upos::Noun
            && self.word(index).ends_with('s')
            && self.is_any(index + 1, &["itself", "himself", "herself", "themselves"])
        {
            self.set(index, Upos::Verb, VerbForm::Present);
        }
        if self.pos(index) == Upos::Intj && self.is_capitalised(index) && !self.is_any(index, INTERJECTIONS)
            || matches!(self.pos(index), Upos::Adv | Upos::Adj) && self.is_name_after_all(index)
        {
            self.set(index, Upos::Propn, VerbForm::None);
        }
        // "rejected the charge and pledged two million"
        if self.pos(index) == Upos::Adj
            && self.word(index).ends_with("ed")
            && index > 0
            && self.is_any(index - 1, &["and", "but"])
            && matches!(next, Upos::Num | Upos::Det | Upos::Pron)
            && self.listed(index).verb
        {
            self.set(index, Upos::Verb, VerbForm::PastParticiple);
        }
        // ", retired judge Philippa Annan,"
        if self.pos(index) == Upos::Verb
            && index > 0
            && self.is(index - 1, ",")
            && self.listed(index + 1).holder.is_some()
            && self.pos(index + 2) == Upos::Propn
        {
            self.set(index, Upos::Adj, VerbForm::None);
        }
        // "prices to double on the atolls"
        if matches!(self.pos(index), Upos::Adj | Upos::Noun)
            && index > 0
            && (self.is(index - 1, "to")
                // "to nearly double"
                || self.pos(index - 1) == Upos::Adv && index > 1 && self.is(index - 2, "to"))
            && self.is_any(
                index,
                &[
                    "double", "triple", "halve", "slow", "clear", "open", "free", "narrow", "empty", "complete",
                    "welcome", "separate", "secure",
                ],
            )
            && (matches!(next, Upos::Det | Upos::Adp | Upos::Adv | Upos::Pron | Upos::Punct)
                || self.pos(index - 1) == Upos::Adv && matches!(next, Upos::Noun | Upos::Adj))
        {
            let to = index - 1 - usize::from(self.pos(index - 1) == Upos::Adv);
            self.set(to, Upos::Part, VerbForm::None);
            self.set(index, Upos::Verb, VerbForm::Base);
        }
        // "a drone | strike on": a singular subject would ask for "strikes".
        let bare = self.pos(index) == Upos::Verb
            && matches!(self.form(index), VerbForm::Base | VerbForm::Present)
            && !self.word(index).ends_with('s');
        if bare
            && index > 1
            && self.pos(index - 1) == Upos::Noun
            && !self.word(index - 1).ends_with('s')
            && self.is_any(index - 2, &["a", "an", "this", "that", "each", "every"])
            && matches!(next, Upos::Adp | Upos::Punct | Upos::Noun)
            || bare
                && index > 1
                && self.is_any(index - 2, &["a", "an", "the", "this"])
                && matches!(self.pos(index - 1), Upos::Adj | Upos::Adv)
                && matches!(next, Upos::Adp | Upos::Punct)
            || bare && self.is(index + 1, "of") && index > 0 && self.is_any(index - 1, &["and", "or", "the", "no"])
        {
            self.set(index, Upos::Noun, VerbForm::None);
        }
        // "pointed to budget provisions": the verb takes no infinitive.
        if self.form(index) == VerbForm::Base
            && matches!(next, Upos::Noun)
            && index > 1
            && self.is(index - 1, "to")
            && self.pos(index - 2) == Upos::Verb
            && lexicon.takes_only_object_with_to(self.word(index - 2))
        {
            self.set(index - 1, Upos::Adp, VerbForm::None);
            self.set(index, Upos::Noun, VerbForm::None);
        }
        // "drew rebukes from", "wanted guarantees on": two verbs do not follow each other so.
        if self.form(index) == VerbForm::Present
            && self.pos(index) == Upos::Verb
            && self.word(index).ends_with('s')
            && index > 0
            && self.pos(index - 1) == Upos::Verb
            && self.form(index - 1) == VerbForm::Past
            && next == Upos::Adp
        {
            self.set(index, Upos::Noun, VerbForm::None);
        }
        // "alleged secret stations"
        if self.is(index, "alleged")
            && self.pos(index) == Upos::Verb
            && matches!(next, Upos::Adj | Upos::Noun)
            && index > 0
            && !matches!(self.pos(index - 1), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Aux)
        {
            self.set(index, Upos::Adj, VerbForm::None);
        }
        // "put", "set": past where nothing asks for the infinitive.
        if self.pos(index) == Upos::Verb
            && self.form(index) == VerbForm::Base
            && self.listed(index).verb
            && lexicon.verbs(self.word(index)).any(|(_, inflection)| inflection == Inflection::Past)
            && !index
                .checked_sub(1)
                .is_some_and(|before| self.is_any(before, &["to", "not", "n't"]) || self.pos(before) == Upos::Aux)
        {
            self.set(index, Upos::Verb, VerbForm::Past);
        }
        // "the heat and unsettled weather could last": the words after the conjunction are one phrase with a verb behind.
        if self.pos(index) == Upos::Verb
            && self.word(index).ends_with("ed")
            && next == Upos::Noun
            && index > 0
            && self.is_any(index - 1, &["and", "or"])
            && self.pos(index + 2) == Upos::Aux
        {
            self.set(index, Upos::Adj, VerbForm::None);
        }
        // "the minister | stood by his words"
        if self.is(index, "stood")
            && self.form(index) == VerbForm::PastParticiple
            && index > 0
            && matches!(self.pos(index - 1), Upos::Noun | Upos::Propn)
        {
            self.set(index, Upos::Verb, VerbForm::Past);
        }
        let known_noun = || {
            !matches!(next, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num)
                && index.checked_sub(1).is_some_and(|before| {
                    matches!(self.pos(before), Upos::Det | Upos::Adj | Upos::Num)
                        || self.is_possessive_mark(before)
                        || self.is_possessive_pronoun_before(index)
                })
                && self.listed(index).holder.is_some()
        };
        let noun = self.pos(index) == Upos::Adj && (known_noun() || self.is_head_after_all(index))
            || self.pos(index) == Upos::Verb && self.is_noun_after_all(index);
        if noun {
            self.set(index, Upos::Noun, VerbForm::None);
        } else if self.pos(index) == Upos::Noun
            && self.listed(index).verb
            && (self.is_verb_after_all(index, lexicon) || self.is_only_verb(index, lexicon))
        {
            self.set(index, Upos::Verb, VerbForm::Present);
        }
    }

    /// Whether one of these corrections can be about the word: others than those of the open classes are few, and names the
    /// tagger has no class for.
    fn may_be_wrong(&self, index: usize) -> bool {
        match self.pos(index) {
            Upos::Noun | Upos::Verb | Upos::Aux | Upos::Adj | Upos::Adv | Upos::Intj => true,
            Upos::Adp | Upos::Sconj | Upos::Cconj | Upos::Part | Upos::Pron | Upos::Det
                if self.is_capitalised(index) =>
            {
                true
            }
            _ => matches!(self.word(index), "cannot" | "besides" | "think"),
        }
    }

    fn is_possessive_pronoun_before(&self, index: usize) -> bool {
        index.checked_sub(1).is_some_and(|before| {
            self.is_any(before, &["his", "her", "its", "their", "our", "my", "your"])
                && matches!(self.pos(before), Upos::Pron | Upos::Det)
        })
    }

    /// "in a note published", "at the funeral to": a phrase must have a noun, and none follows.
    fn is_head_after_all(&self, index: usize) -> bool {
        let opened = index.checked_sub(1).is_some_and(|before| self.is_any(before, &["a", "an", "the"]))
            || self.is_possessive_pronoun_before(index);
        // "a coaling | jetty and was shelved"
        let owned = index > 1
            && self.form(index - 1) == VerbForm::Ing
            && self.is_any(index - 2, &["a", "an", "the"])
            && self.pos(index + 1) == Upos::Cconj
            && self.pos(index + 2) == Upos::Aux;
        if owned {
            return true;
        }
        let closed = match self.pos(index + 1) {
            Upos::Verb | Upos::Aux | Upos::Sconj | Upos::Part => true,
            Upos::Adp => !self.is_any(index + 1, &["of", "to", "as", "than"]),
            _ => false,
        };
        opened
            && closed
            && self.is_word(index)
            && !self.is_any(
                index,
                &[
                    "same", "only", "many", "most", "few", "least", "best", "worst", "first", "last", "latter",
                    "former", "other",
                ],
            )
    }

    /// A capitalised word in the middle of lower-case ones.
    fn is_name_amid(&self, index: usize) -> bool {
        let lower = |index: usize| self.is_word(index) && !self.is_capitalised(index);
        let before = index.checked_sub(1);
        self.is_capitalised(index)
            && self.word(index).len() > 2
            && before.is_some_and(lower)
            && (lower(index + 1) || self.pos(index + 1) == Upos::Punct)
    }

    /// "Tully said": a capitalised word that stands where a subject must, right before a finite verb.
    fn is_name_after_all(&self, index: usize) -> bool {
        const ADVERBS: &[&str] = &[
            "never",
            "then",
            "now",
            "here",
            "there",
            "also",
            "so",
            "thus",
            "only",
            "just",
            "still",
            "yet",
            "even",
            "often",
            "again",
            "later",
            "earlier",
            "however",
            "meanwhile",
            "ever",
            "always",
            "not",
            "more",
            "most",
            "many",
            "some",
            "few",
            "several",
            "other",
            "others",
            "all",
            "both",
            "such",
            "least",
            "next",
            "well",
            "yes",
            "no",
            "why",
            "how",
            "when",
            "where",
        ];
        let mut verb = index + 1;
        while verb < index + 4 && self.pos(verb) == Upos::Adv && !self.is_capitalised(verb) {
            verb += 1;
        }
        let finite = matches!(self.form(verb), VerbForm::Past | VerbForm::Present)
            && matches!(self.pos(verb), Upos::Verb | Upos::Aux);
        let before = index.checked_sub(1);
        let opens = before.is_none_or(|before| {
            matches!(self.pos(before), Upos::Punct | Upos::Cconj | Upos::Sconj | Upos::Adp)
                || self.is_close_quote(before)
                || self.is_open_quote(before)
        });
        self.is_capitalised(index)
            && self.word(index).len() > 2
            && finite
            && opens
            && !ADVERBS.contains(&self.word(index))
    }

    /// Whether what the tagger takes for a noun is a cue verb: a subject stands before it, and what only a verb takes behind.
    fn is_verb_after_all(&self, index: usize, lexicon: &Lexicon) -> bool {
        let Some(before) = index.checked_sub(1) else { return false };
        let plural = |word: &str| {
            word.ends_with('s') && !word.ends_with("ss")
                || matches!(word, "people" | "many" | "some" | "critics" | "men" | "women" | "media")
        };
        let subject = match self.pos(before) {
            Upos::Noun | Upos::Det | Upos::Adj => plural(self.word(before)),
            Upos::Pron => self.is_any(before, &["they", "we", "i", "you", "who", "he", "she", "it"]),
            Upos::Propn => true,
            _ => false,
        };
        let third = self.word(index).ends_with('s');
        // "Its director, Priya Halloran, hopes that"
        // "The commission, which keeps the maps, estimates that", "The ministry hopes that"
        let comma_before = |from: usize| (from.saturating_sub(12)..from).any(|at| self.is(at, ","));
        let aside = third
            && (self.pos(before) == Upos::Noun
                || self.is(before, ",") && before > 0 && (self.pos(before - 1) == Upos::Propn || comma_before(before)));
        // "argues that … and | notes that": joined to a verb in the same form.
        let joined = third
            && self.is_any(before, &["and", "but"])
            && (before.saturating_sub(WINDOW_BACK)..before).any(|at| {
                self.pos(at) == Upos::Verb && self.form(at) == VerbForm::Present && self.word(at).ends_with('s')
            });
        if !subject && !third {
            return false;
        }
        let opens =
            matches!(self.pos(index + 2), Upos::Det | Upos::Pron | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num)
                || self.form(index + 2) == VerbForm::Ing;
        let clause = self.is(index + 1, "that") && opens;
        lexicon.verbs(self.word(index)).any(|(verb, inflection)| {
            let agrees = match inflection {
                Inflection::Base => subject,
                Inflection::ThirdPerson => third,
                _ => false,
            };
            let particle = !verb.rest.is_empty()
                && verb.rest.iter().enumerate().all(|(offset, rest)| self.is(index + 1 + offset, rest));
            let pronoun = self.is_any(index + 1, &["he", "she", "they", "we", "i"]);
            // "economists expect | prices to double"
            let wish = !third
                && matches!(self.pos(index + 1), Upos::Noun | Upos::Propn)
                && self.is(index + 2, "to")
                && verb.senses.iter().any(|sense| sense.frames.contains(&Frame::Person(Rest::To)));
            let main = third && clause && self.lacks_verb(index);
            agrees && (pronoun || subject && (particle || clause || wish) || (aside || main || joined) && clause)
        })
    }

    /// "Its report | claims", "the drafting | said", "that waits | have doubled": what the tagger takes for a verb stands where a
    /// noun must.
    fn is_noun_after_all(&self, index: usize) -> bool {
        let determined = index.checked_sub(1).is_some_and(|before| self.is_any(before, &["a", "an", "the"]))
            || self.is_possessive_pronoun_before(index);
        let gerund = self.form(index) == VerbForm::Ing;
        let closed = matches!(self.pos(index + 1), Upos::Verb | Upos::Aux)
            || self.is_any(index + 1, &[",", "."])
            || self.pos(index + 1) == Upos::Noun && self.listed(index + 1).verb && !gerund;
        let holder = || self.form(index) != VerbForm::Past && self.listed(index).holder.is_some();
        let before_auxiliary = self.word(index).ends_with('s')
            && self.pos(index + 1) == Upos::Aux
            && index > 0
            && self.is_any(index - 1, &["that", "of", "and", "the"]);
        determined && closed && (gerund || holder()) || before_auxiliary
    }

    /// "The office insists on an exemption": a sentence must have a verb, and this is the one word that can be it.
    fn is_only_verb(&self, index: usize, lexicon: &Lexicon) -> bool {
        let third = lexicon.verbs(self.word(index)).any(|(_, inflection)| inflection == Inflection::ThirdPerson);
        let Some(before) = index.checked_sub(1).filter(|_| third) else { return false };
        let subject =
            matches!(self.pos(before), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num) || self.is(before, ")");
        let joined = self.is_any(before, &["and", "but"]) && self.pos(index + 1) == Upos::Adp;
        let object = match self.pos(index + 1) {
            Upos::Det | Upos::Num | Upos::Pron | Upos::Propn | Upos::Noun | Upos::Adj => true,
            Upos::Adp => lexicon.takes_preposition(self.word(index), self.word(index + 1)),
            _ => self.is_open_quote(index + 1) || self.is_any(index + 1, &["to", "that"]),
        };
        if joined {
            return object && lexicon.takes_preposition(self.word(index), self.word(index + 1));
        }
        subject && object && self.lacks_verb(index) && !self.is_verb_ahead(index + 1)
    }

    /// Whether a finite verb follows in the same clause.
    fn is_verb_ahead(&self, start: usize) -> bool {
        for at in start..self.len().min(start + WINDOW_BACK) {
            let subordinate = self.is_any(
                at,
                &[
                    ",", ".", ";", ":", "?", "!", "that", "who", "which", "whose", "what", "how", "why", "whether",
                    "because", "when", "while", "if", "as", "after", "before", "since",
                ],
            ) || self.is_open_quote(at);
            if subordinate {
                return false;
            }
            if matches!(self.pos(at), Upos::Verb | Upos::Aux)
                && matches!(self.form(at), VerbForm::Past | VerbForm::Present | VerbForm::Base)
            {
                return !self.is(at - 1, "to");
            }
        }
        false
    }

    /// "the union fears that this would": no verb stands between the start of the clause and `index`, and one noun right
    /// before it, which is no plural.
    fn lacks_verb(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else { return false };
        let noun = matches!(self.pos(before), Upos::Noun | Upos::Num) || self.is(before, ")");
        let mut at = index;
        while at > 0 && index - at < WINDOW_BACK {
            at -= 1;
            if self.is_any(at, &[";", ":", ".", "!", "?", "but"])
                || self.is_any(at, &["and"]) && self.is(at.saturating_sub(1), ",")
            {
                break;
            }
            if matches!(self.pos(at), Upos::Verb | Upos::Aux)
                && matches!(self.form(at), VerbForm::Past | VerbForm::Present | VerbForm::Base)
            {
                return false;
            }
        }
        noun
    }
}
