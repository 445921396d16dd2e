//! Verb forms the words around them tell better than the tagger.

use crate::claims::grammar::words::Words;
use crate::lexicon::{Frame, Inflection, Lexicon, Rest};
use crate::tagger::{Upos, VerbForm};

/// Verbs whose participle is also their infinitive: behind "have" it is the participle.
const UNCHANGED: &[&str] =
    &["let", "put", "set", "cut", "hit", "come", "become", "run", "read", "shut", "cast", "spread"];

/// Small words within names.
const PARTICLES: &[&str] = &[
    "von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "bin", "bint", "ibn", "al", "el", "ben", "ter",
];

/// How far apart participles that are joined may stand.
const LONGEST_SERIES: usize = 12;

/// How far to the left of a name its article is looked for.
const LONGEST_NAME: usize = 5;

impl Words<'_> {
    /// "have | let it be known", "its | lead author", "the commission … | established that".
    pub(crate) fn repair_forms(&mut self, lexicon: &Lexicon) {
        for index in 0..self.len() {
            if self.may_be_repaired(index) {
                self.repair_form(index, lexicon);
            }
        }
    }

    /// All these rules, at one token.
    // Not inlined: what they need of the words around is not to be fetched for tokens they are not about.
    #[inline(never)]
    fn repair_form(&mut self, index: usize, lexicon: &Lexicon) {
        self.repair_certain(index, lexicon);
        self.repair_active(index);
        self.repair_content_clause(index);
        self.repair_small_words(index);
        self.repair_number(index);
        self.repair_determined(index);
        self.repair_compound(index);
        self.repair_noun(index, lexicon);
        self.repair_subject(index);
        self.repair_perfect(index);
        self.repair_possession(index);
        self.repair_not_only(index);
        self.repair_raised(index);
        self.repair_intention(index, lexicon);
        self.repair_attribute(index);
        self.repair_noun_in_name(index);
        self.repair_particle(index);
        self.repair_second_verb(index, lexicon);
        self.repair_adjectival(index);
        self.repair_told(index, lexicon);
        self.repair_spoken(index, lexicon);
        self.repair_asked(index, lexicon);
        self.repair_circumstance(index, lexicon);
    }

    /// Whether one of these rules can begin with the word: others than nouns, verbs and adjectives are few, which a rule that is
    /// about them must name here.
    fn may_be_repaired(&self, index: usize) -> bool {
        matches!(self.pos(index), Upos::Noun | Upos::Verb | Upos::Adj | Upos::Aux)
            // "I spoke | to", "the auditor’s | May report"
            || index > 0 && self.is_any(index - 1, &["to", "'s"])
            || matches!(
                self.word(index),
                // what tells another part of speech of the word itself
                "that" | "this" | "to" | "what" | "outside" | "neither" | "there" | "likely" | "unlikely" | "very" | "back" | "i"
                    | "set" | "put" | "think" | "thought" | "being" | "intent" | "rear" | "vice"
                    | "more" | "less" | "enough" | "overseas"
                    | "have" | "has" | "had" | "having" | "'ve" | "did" | "does"
                    // or of the word behind it
                    | "most" | "many" | "some" | "few" | "several" | "both" | "all" | "others"
                    | "states" | "further" | "latter" | "former"
            )
            || matches!(self.pos(index), Upos::X | Upos::Adp) && self.is_particle(index)
    }

    /// "undertook to | station ships", "claims to | control most of it": the verb in front takes an infinitive and no noun.
    fn repair_intention(&mut self, index: usize, lexicon: &Lexicon) {
        let noun = self.pos(index) == Upos::Noun && !self.word(index).ends_with('s') && !self.is_capitalised(index);
        if !noun || index < 2 || !self.is(index - 1, "to") || self.pos(index - 2) != Upos::Verb {
            return;
        }
        // "to control | 72 per cent of it", "most of it"
        let object = matches!(self.pos(index + 1), Upos::Noun | Upos::Det | Upos::Propn | Upos::Num)
            || self.is_any(index + 1, &["most", "more", "much", "half", "several", "many", "some", "parts"]);
        let (mut infinitive, mut nominal) = (false, false);
        for (verb, _) in lexicon.verbs(self.word(index - 2)) {
            for frame in verb.senses.iter().flat_map(|sense| &sense.frames) {
                infinitive |= verb.rest.is_empty() && *frame == Frame::To;
                nominal |= matches!(frame, Frame::Prep(to) if to == "to");
            }
        }
        if object && infinitive && !nominal && !self.word(index).ends_with("ing") {
            self.set(index - 1, Upos::Part, VerbForm::None);
            self.set(index, Upos::Verb, VerbForm::Base);
        }
    }

    /// "servers | believed to have been diverted", "the fees, | said to be high": nobody says "to be" so.
    fn repair_raised(&mut self, index: usize) {
        let past = self.pos(index) == Upos::Verb && self.form(index) == VerbForm::Past;
        if past
            && self.is_any(index, &["said", "believed", "thought", "understood", "alleged", "reported", "presumed"])
            && self.is(index + 1, "to")
            && self.is_any(index + 2, &["be", "have"])
        {
            self.set(index, Upos::Verb, VerbForm::PastParticiple);
        }
    }

    /// "he not only | accused it": behind a pronoun no participle.
    fn repair_not_only(&mut self, index: usize) {
        let participle = self.pos(index) == Upos::Verb && self.form(index) == VerbForm::PastParticiple;
        if participle
            && index > 2
            && self.is(index - 1, "only")
            && self.is(index - 2, "not")
            && (matches!(self.pos(index - 3), Upos::Propn)
                || self.is_any(index - 3, &["he", "she", "they", "it", "we", ","]))
        {
            self.set(index, Upos::Verb, VerbForm::Past);
        }
    }

    /// "The ministry | has no objection": what is had is a noun, and no participle follows.
    fn repair_possession(&mut self, index: usize) {
        let has = self.pos(index) == Upos::Aux && self.is_any(index, &["has", "have", "had"]);
        if !has || !self.is_any(index + 1, &["no", "a", "an", "strong", "serious", "deep", "little", "few", "every"]) {
            return;
        }
        let end = (index + 1..self.len())
            .take_while(|&at| matches!(self.pos(at), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn))
            .last();
        if end.is_some_and(|end| {
            self.pos(end) == Upos::Noun && !matches!(self.pos(end + 1), Upos::Verb | Upos::Aux | Upos::Adv)
        }) {
            self.set(index, Upos::Verb, self.form(index));
        }
    }

    /// "both have let it be known"
    fn repair_perfect(&mut self, index: usize) {
        if !self.is_any(index, &["have", "has", "had", "having", "'ve"]) {
            return;
        }
        // "has so far | presented it as"
        if self.is_any(index, &["has", "have"])
            && self.is(index + 1, "so")
            && self.is(index + 2, "far")
            && self.pos(index + 3) == Upos::Verb
            && matches!(self.form(index + 3), VerbForm::Past | VerbForm::PastParticiple)
        {
            self.set(index, Upos::Aux, VerbForm::Present);
            self.set(index + 3, Upos::Verb, VerbForm::PastParticiple);
        }
        let perfect = self.pos(index + 1) == Upos::Verb;
        // "having | said that": the tagger may see two verbs.
        let past = perfect && self.form(index + 1) == VerbForm::Past;
        // "Having | warned of it": a name at the start of a sentence to the tagger.
        if self.is(index, "having")
            && !matches!(self.pos(index), Upos::Aux | Upos::Verb)
            && self.form(index + 1) == VerbForm::PastParticiple
        {
            self.set(index, Upos::Aux, VerbForm::Ing);
        }
        if perfect && self.is_any(index + 1, UNCHANGED) || past {
            let form = self.form(index);
            self.set(index, Upos::Aux, if form == VerbForm::None { VerbForm::Present } else { form });
            self.set(index + 1, Upos::Verb, VerbForm::PastParticiple);
        }
    }

    /// "its lead author": no verb stands between a possessive and its noun.
    fn repair_attribute(&mut self, index: usize) {
        if self.pos(index) != Upos::Verb {
            return;
        }
        if !matches!(self.form(index), VerbForm::Present | VerbForm::Base) {
            return;
        }
        let possessive = index.checked_sub(1).is_some_and(|before| {
            let hers = self.is(before, "her")
                && self.is_any(index + 1, &["to", "for", "that", "of"])
                && before.checked_sub(1).is_none_or(|at| matches!(self.pos(at), Upos::Sconj | Upos::Punct));
            hers || self.is_any(before, &["his", "its", "their", "our", "my", "your"]) && self.pos(before) == Upos::Pron
                || self.is_possessive_mark(before) && self.pos(before) == Upos::Part && self.pos(index + 1) == Upos::Adp
        });
        if possessive {
            // "his call last week for"
            let noun = self.pos(index + 1) == Upos::Noun;
            self.set(index, if noun { Upos::Adj } else { Upos::Noun }, VerbForm::None);
        }
    }

    /// "Mohammed bin Salman", "von der Leyen": a particle within a name.
    fn repair_particle(&mut self, index: usize) {
        if matches!(self.pos(index), Upos::Noun | Upos::X | Upos::Adj | Upos::Adp) && self.is_particle(index) {
            self.set(index, Upos::Propn, VerbForm::None);
        }
    }

    fn is_particle(&self, index: usize) -> bool {
        let goes_on = self.pos(index + 1) == Upos::Propn
            || self.pos(index + 2) == Upos::Propn && self.is_any(index + 1, PARTICLES);
        goes_on && self.is_any(index, PARTICLES)
    }

    /// "the intelligence reports | say that", "both of which | claim": of two verbs in a row the first is a noun, and behind a
    /// relative pronoun stands a verb.
    fn repair_second_verb(&mut self, index: usize, lexicon: &Lexicon) {
        let reports =
            self.pos(index) == Upos::Verb && self.form(index) == VerbForm::Present && self.word(index).ends_with('s');
        if reports && self.is_any(index + 1, &["say", "says", "said"]) && index > 0 && self.pos(index - 1) == Upos::Noun
        {
            self.set(index, Upos::Noun, VerbForm::None);
            if self.is(index + 1, "say") {
                self.set(index + 1, Upos::Verb, VerbForm::Present);
            }
        }
        let noun = self.pos(index) == Upos::Noun;
        let relative = noun && index.checked_sub(1).is_some_and(|before| self.is_any(before, &["who", "which"]));
        if relative && self.listed(index).verb {
            let object = matches!(
                self.pos(index + 1),
                Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Pron | Upos::Sconj
            );
            if object || self.is_open_quote(index + 1) {
                self.set(index, Upos::Verb, VerbForm::Present);
            }
        }
        self.repair_relative_verb(index, lexicon);
    }

    /// "territory that Averland | claims.": behind a relative pronoun and a name stands a verb whose object is in front.
    fn repair_relative_verb(&mut self, index: usize, lexicon: &Lexicon) {
        // "which the Committee | fears has been": a verb behind, whose subject is the pronoun.
        let gap = self.pos(index + 1) == Upos::Aux
            && matches!(self.form(index + 1), VerbForm::Present | VerbForm::Past)
            && self.word(index).ends_with('s');
        let noun = self.pos(index) == Upos::Noun && (self.pos(index + 1) == Upos::Punct || gap);
        if !noun || index < 3 || self.pos(index - 1) != Upos::Propn {
            return;
        }
        let takes_object = || {
            lexicon.verbs(self.word(index)).any(|(verb, inflection)| {
                inflection == Inflection::ThirdPerson
                    && verb.rest.is_empty()
                    && verb
                        .senses
                        .iter()
                        .any(|sense| sense.frames.contains(if gap { &Frame::Clause } else { &Frame::Object }))
            })
        };
        let pronoun = (index.saturating_sub(LONGEST_NAME)..index)
            .rev()
            .find(|&at| self.pos(at) != Upos::Propn && !(gap && self.pos(at) == Upos::Det));
        let Some(pronoun) = pronoun.filter(|&at| at > 0 && self.is_any(at, &["that", "which"]) && takes_object())
        else {
            return;
        };
        if matches!(self.pos(pronoun - 1), Upos::Noun | Upos::Propn) || self.is(pronoun - 1, ",") {
            self.set(pronoun, Upos::Pron, VerbForm::None);
            self.set(index, Upos::Verb, VerbForm::Present);
        }
    }

    /// "asking Averland | to mediate.": an infinitive the verb in front asks for.
    fn repair_asked(&mut self, index: usize, lexicon: &Lexicon) {
        let adjective = self.pos(index) == Upos::Adj && index > 2 && self.is(index - 1, "to");
        if !adjective || self.pos(index + 1) != Upos::Punct {
            return;
        }
        let named = |at: usize| matches!(self.pos(at), Upos::Propn | Upos::Noun | Upos::Det | Upos::Adj | Upos::Num);
        let asked = (index.saturating_sub(LONGEST_NAME + 1)..index - 1).rev().find(|&at| !named(at));
        let asks = asked.is_some_and(|at| {
            at + 1 < index - 1
                && self.pos(at) == Upos::Verb
                && lexicon
                    .verbs(self.word(at))
                    .any(|(verb, _)| verb.senses.iter().any(|sense| sense.frames.contains(&Frame::Person(Rest::To))))
        });
        if asks {
            self.set(index - 1, Upos::Part, VerbForm::None);
            self.set(index, Upos::Verb, VerbForm::Base);
        }
    }

    /// "with both | offering to host it", "with many | suspecting foul play": no noun of its own.
    fn repair_circumstance(&mut self, index: usize, lexicon: &Lexicon) {
        let noun = self.pos(index) == Upos::Noun && self.word(index).ends_with("ing");
        let Some(before) = index.checked_sub(1).filter(|&before| noun && before > 0) else { return };
        if !self.is_any(before, &["both", "many", "some", "others", "most", "few"]) {
            return;
        }
        let takes = |wanted: &Frame| {
            lexicon
                .verbs(self.word(index))
                .any(|(verb, _)| verb.rest.is_empty() && verb.senses.iter().any(|sense| sense.frames.contains(wanted)))
        };
        let infinitive = self.is(index + 1, "to") && self.form(index + 2) == VerbForm::Base && takes(&Frame::To);
        let object = self.is(before - 1, "with")
            && (matches!(self.pos(index + 1), Upos::Det | Upos::Adj | Upos::Propn) && takes(&Frame::That)
                || self.is(index + 1, "that"));
        if infinitive || object {
            self.set(before, Upos::Pron, VerbForm::None);
            self.set(index, Upos::Verb, VerbForm::Ing);
        }
    }

    /// "feared | increased competition", "newly appointed Secretary X": a participle in front of a noun.
    fn repair_adjectival(&mut self, index: usize) {
        let participle = self.pos(index) == Upos::Verb
            && matches!(self.form(index), VerbForm::PastParticiple | VerbForm::Past)
            && self.word(index).ends_with("ed");
        let Some(before) = index.checked_sub(1).filter(|_| participle) else { return };
        if !matches!(self.pos(index + 1), Upos::Noun | Upos::Adj | Upos::Propn) {
            return;
        }
        let object = self.form(index) == VerbForm::PastParticiple
            && self.pos(before) == Upos::Verb
            && self.form(before) != VerbForm::PastParticiple
            && self.listed(before).verb
            && matches!(self.pos(index + 1), Upos::Noun | Upos::Adj);
        // not "Averland recently | announced new tariffs", "had previously | condemned Kestrian ships"
        let front = before.checked_sub(1);
        let attributive = || {
            self.is(before, "newly")
                || front.is_none_or(|front| {
                    !matches!(
                        self.pos(front),
                        Upos::Noun | Upos::Propn | Upos::Pron | Upos::Aux | Upos::Num | Upos::Adv
                    ) && !self.is_any(front, &["has", "have", "had", ")", ","])
                })
        };
        let described =
            self.is_any(before, &["newly", "recently", "democratically", "previously", "formerly"]) && attributive();
        // "citing three | failed seasons"
        let counted = self.pos(before) == Upos::Num
            && self.pos(index + 1) == Upos::Noun
            && self.word(index + 1).ends_with('s')
            && front.is_some_and(|front| {
                matches!(self.form(front), VerbForm::Ing) || self.pos(front) == Upos::Adp && !self.is(front, "of")
            });
        if object || described || counted {
            self.set(index, Upos::Adj, VerbForm::None);
        }
    }

    /// "the Ras Jadid attack | established": one named thing would ask for "attacks".
    fn repair_noun_in_name(&mut self, index: usize) {
        let bare = self.pos(index) == Upos::Verb
            && matches!(self.form(index), VerbForm::Present | VerbForm::Base)
            && !self.word(index).ends_with('s');
        if !bare || !self.is_verb_form(index + 1) || index == 0 || self.word(index - 1).ends_with('s') {
            return;
        }
        let name = (index.saturating_sub(LONGEST_NAME)..index).rev().find(|&at| self.pos(at) != Upos::Propn);
        if name.is_some_and(|at| at + 1 < index && self.is(at, "the")) {
            self.set(index, Upos::Noun, VerbForm::None);
        }
    }

    /// "…, | notes analyst Richard McGregor.": nothing but a name behind the cue, to the end.
    fn is_inverted_at_end(&self, index: usize) -> bool {
        let named = |at: usize| matches!(self.pos(at), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det);
        let end = (index + 1..index + 8).find(|&at| !named(at)).unwrap_or(index + 8);
        self.is(index - 1, ",") && end > index + 1 && self.is(end, ".") && self.pos(end - 1) == Upos::Propn
    }

    fn is_verb_form(&self, index: usize) -> bool {
        matches!(self.pos(index), Upos::Verb | Upos::Aux) && self.form(index) != VerbForm::Ing
    }

    /// "outside experts | concluded that", "a hundred | thought that": in front of "that" a past form behind a noun is no participle.
    fn repair_told(&mut self, index: usize, lexicon: &Lexicon) {
        let participle = self.form(index) == VerbForm::PastParticiple && self.pos(index) == Upos::Verb;
        let noun = self.pos(index) == Upos::Noun && self.is(index, "thought");
        let Some(before) = index.checked_sub(1).filter(|_| participle || noun) else { return };
        if !self.listed(index).verb {
            return;
        }
        let subject = match self.pos(before) {
            Upos::Noun | Upos::Propn => participle || self.word(before).ends_with('s'),
            Upos::Num => true,
            Upos::Pron => self.is_any(before, &["them", "us", "others"]),
            _ => false,
        };
        if !subject {
            return;
        }
        let clause = self.is(index + 1, "that")
            && matches!(self.pos(index + 2), Upos::Det | Upos::Pron | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num);
        let told = clause
            && lexicon.verbs(self.word(index)).any(|(verb, inflection)| {
                inflection == Inflection::Past && verb.senses.iter().any(|sense| sense.frames.contains(&Frame::That))
            });
        // "the chair | proposed “enable”"
        let quoted = participle && self.is_open_quote(index + 1) && self.listed(index).verb;
        // "strikes that officials claimed | were measured"
        let gap = participle
            && matches!(self.form(index + 1), VerbForm::Past | VerbForm::Present)
            && self.pos(index + 1) == Upos::Aux
            && (index.saturating_sub(LONGEST_NAME)..before).any(|at| self.is_any(at, &["that", "which", "what"]))
            && lexicon.verbs(self.word(index)).any(|(verb, inflection)| {
                inflection == Inflection::Past && verb.senses.iter().any(|sense| sense.frames.contains(&Frame::Clause))
            });
        if told || quoted || gap {
            self.set(index, Upos::Verb, VerbForm::Past);
            // "what one of them called “…”"
            let what = (index.saturating_sub(LONGEST_NAME)..index).rev().find(|&at| self.is(at, "what"));
            if let Some(what) = what.filter(|_| quoted) {
                self.set(what, Upos::Pron, VerbForm::None);
            }
        }
    }

    /// "…, speaking of “a line”", "“We rang the ministry,” the captain recalls.": what the tagger takes for nouns.
    fn repair_spoken(&mut self, index: usize, lexicon: &Lexicon) {
        let participle = self.form(index) == VerbForm::PastParticiple;
        // "“…”, | asked Deputy Secretary Lund."
        let behind_quote = index > 1
            && self.pos(index) == Upos::Adj
            && self.is(index - 1, ",")
            && self.is_close_quote(index - 2)
            && matches!(self.pos(index + 1), Upos::Propn | Upos::Det | Upos::Pron);
        if behind_quote
            && lexicon.verbs(self.word(index)).any(|(verb, inflection)| {
                inflection == Inflection::Past
                    && verb.senses.iter().flat_map(|sense| &sense.frames).any(|frame| *frame == Frame::Quote)
            })
        {
            self.set(index, Upos::Verb, VerbForm::Past);
            return;
        }
        if !self.listed(index).verb || index < 2 || self.is_capitalised(index) {
            return;
        }
        let plural = || self.pos(index) == Upos::Adj && self.word(index).ends_with('s');
        if self.pos(index) != Upos::Noun && !participle && !plural() {
            return;
        }
        let word = self.word(index);
        let joined = || {
            self.is(index - 1, "and")
                && (index.saturating_sub(LONGEST_SERIES)..index)
                    .any(|at| self.form(at) == VerbForm::Ing && self.pos(at) == Upos::Verb)
        };
        let behind_comma =
            || self.is(index - 1, ",") || self.is_close_quote(index - 1) && self.is(index - 2, ",") || joined();
        let takes_that = || {
            self.is(index + 1, "that")
                && lexicon
                    .verbs(word)
                    .any(|(verb, _)| verb.senses.iter().any(|sense| sense.frames.contains(&Frame::That)))
        };
        if !participle
            && word.ends_with("ing")
            && behind_comma()
            && (takes_that() || lexicon.takes_preposition(word, self.word(index + 1)))
        {
            self.set(index, Upos::Verb, VerbForm::Ing);
            return;
        }
        let wanted = if participle { Inflection::Past } else { Inflection::ThirdPerson };
        let spoken = || {
            lexicon.verbs(word).any(|(verb, inflection)| {
                inflection == wanted
                    && verb.rest.is_empty()
                    && verb.senses.iter().any(|sense| sense.frames.contains(&Frame::Quote))
            })
        };
        if !participle && self.is_inverted_at_end(index) && spoken() {
            self.set(index, Upos::Verb, VerbForm::Present);
            return;
        }
        if !self.is_any(index + 1, &[".", ","]) || !matches!(self.pos(index - 1), Upos::Noun | Upos::Propn | Upos::Num)
        {
            return;
        }
        let quoted = (index.saturating_sub(LONGEST_NAME)..index)
            .rev()
            .find(|&at| !matches!(self.pos(at), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num));
        let behind = quoted.is_some_and(|at| {
            self.is_close_quote(at) && at + 1 < index && at > 0 && self.is_any(at - 1, &[",", "!", "?"])
        });
        if behind && spoken() {
            self.set(index, Upos::Verb, if participle { VerbForm::Past } else { VerbForm::Present });
        }
    }
}
