//! Clauses the tagger left without a verb: "each thinks that", "the club speaks of", "the admiral who was there recalls that".
//!
//! The tagger takes "thinks" and "objects" for nouns where it has not seen them as verbs. Each clause must have a finite verb: where a stretch
//! of a sentence has fewer of them than it opens clauses, the noun that is a form of a cue verb, with a subject before it and behind it
//! what that verb takes, is the one missing.

use std::ops::Range;

use crate::claims::grammar::words::Words;
use crate::lexicon::{Frame, Inflection, Lexicon, Rest};
use crate::tagger::{Upos, VerbForm};

/// Words that open a clause of their own, which asks for a verb of its own.
const CLAUSE_OPENERS: &[&str] = &[
    "who", "which", "whose", "whom", "what", "whether", "because", "although", "though", "while", "when", "where",
    "if", "unless", "how", "why", "whereas",
];

/// How many tokens left of a verb its subject is looked for.
const SUBJECT_WINDOW: usize = 8;

impl Words<'_> {
    /// Gives clauses without a verb the one the lexicon knows.
    pub(crate) fn repair_missing_verbs(&mut self, lexicon: &Lexicon) {
        let layer = self.layer;
        for sentence in &layer.sentences {
            let mut start = sentence.tokens.start;
            while start < sentence.tokens.end {
                let end = self.stretch_end(start..sentence.tokens.end);
                if end - start > 2 {
                    self.repair_stretch(&(start..end), lexicon);
                }
                start = end + 1;
            }
        }
    }

    /// The first of these tokens that divides a sentence, else their end: semicolons, colons, brackets, dashes, and commas in front
    /// of a conjunction.
    fn stretch_end(&self, tokens: Range<usize>) -> usize {
        let divides = |&index: &usize| {
            let clause_joined =
                || self.is(index, ",") && self.is_any(index + 1, &["and", "but", "yet", "while", "whereas"]);
            !self.is_word(index)
                && (self.is_any(index, &[";", ":", "(", ")", "[", "]"]) || self.is_dash(index) || clause_joined())
        };
        tokens.clone().find(divides).unwrap_or(tokens.end)
    }

    fn repair_stretch(&mut self, stretch: &Range<usize>, lexicon: &Lexicon) {
        self.repair_tellers(stretch, lexicon);
        let candidates: Vec<usize> =
            stretch.clone().filter(|&index| self.may_be_verb(index, stretch, lexicon)).collect();
        let participles: Vec<usize> =
            stretch.clone().filter(|&index| self.may_be_past(index, stretch, lexicon)).collect();
        if candidates.is_empty() && participles.is_empty() {
            return;
        }
        let opened = self.clauses_opened(stretch) + usize::from(self.is_told_behind(stretch, lexicon));
        let mut lacking = opened.saturating_sub(self.finite_verbs(stretch));
        // The surest is the one with a content behind it; without one, the last.
        let told = |index: &&usize| self.is_any(**index + 1, &["that", "whether"]) || self.is_open_quote(**index + 1);
        let past = participles.iter().find(told).or(participles.last()).copied();
        if let Some(past) = past.filter(|_| lacking > 0) {
            self.set(past, Upos::Verb, VerbForm::Past);
            lacking -= 1;
        } else if let Some(&first) =
            participles.first().filter(|&&first| self.opens_bare_clause(first, stretch, lexicon))
        {
            self.set(first, Upos::Verb, VerbForm::Past);
        }
        for index in candidates {
            let joined = self.is_any(index.saturating_sub(1), &["and", "but"]);
            let third = self.word(index).ends_with('s');
            // "each insist it should be them": the clause behind has the verb that was counted.
            let clause = self.is_any(index + 1, &["he", "she", "it", "they", "we", "there"])
                // "Officials in Port Aver | worry that": the first verb of all.
                || self.is(index + 1, "that")
                    && self.pos(index - 1) == Upos::Propn
                    && (stretch.start..index).any(|at| self.is_any(at, &["in", "of", "at", "from"]))
                    && !self.is_time(index - 1)
                    && !third
                    && !(stretch.start..index).any(|at| self.is_finite(at, stretch.start));
            if !joined && lacking == 0 && !clause {
                continue;
            }
            if joined && !self.has_finite_before(stretch.start..index, third) {
                continue;
            }
            self.set(index, Upos::Verb, VerbForm::Present);
            // "the General | fears"
            if self.pos(index - 1) == Upos::Adj && self.listed(index - 1).holder.is_some() {
                self.set(index - 1, Upos::Noun, VerbForm::None);
            }
            lacking = lacking.saturating_sub(usize::from(!joined));
        }
    }

    fn clauses_opened(&self, stretch: &Range<usize>) -> usize {
        let opens = |index: usize| {
            let opener = match self.word(index) {
                "that" => self.opens_that_clause(index),
                "since" | "as" => self.pos(index) == Upos::Sconj,
                "before" | "after" | "until" => {
                    self.pos(index) == Upos::Sconj || self.clause_behind(index, stretch.end)
                }
                word => CLAUSE_OPENERS.contains(&word),
            };
            // "when asked", "how to", "if possible"
            let reduced = || {
                matches!(self.form(index + 1), VerbForm::Ing | VerbForm::PastParticiple)
                    || matches!(self.pos(index + 1), Upos::Part | Upos::Punct)
                    || self.pos(index + 1) == Upos::Adj && self.pos(index + 2) == Upos::Punct
            };
            opener && !reduced()
        };
        1 + stretch.clone().filter(|&index| opens(index)).count()
    }

    /// "after the emergency ended": a phrase and its verb behind what the tagger took for a preposition.
    fn clause_behind(&self, index: usize, high: usize) -> bool {
        let nominal = |at: usize| {
            matches!(
                self.pos(at),
                Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Adp | Upos::Pron
            )
        };
        let verb = (index + 1..high.min(index + SUBJECT_WINDOW)).find(|&at| !nominal(at));
        verb.is_some_and(|at| at > index + 1 && self.is_finite(at, index))
    }

    /// "that objections are", not "that objection": no noun that the word itself determines, no relative clause.
    fn opens_that_clause(&self, index: usize) -> bool {
        let next = index + 1;
        self.pos(index) == Upos::Sconj
            || matches!(self.pos(next), Upos::Det | Upos::Propn | Upos::Num)
            || self.pos(next) == Upos::Noun && self.is_plural_noun(next)
            || self.is_any(next, &["he", "she", "they", "we", "it", "i", "you"])
    }

    fn finite_verbs(&self, stretch: &Range<usize>) -> usize {
        stretch.clone().filter(|&index| self.is_finite(index, stretch.start)).count()
    }

    pub(super) fn is_finite(&self, index: usize, low: usize) -> bool {
        let before = index.checked_sub(1).filter(|&before| before >= low);
        // A verb joined to another has no clause of its own.
        if before.is_some_and(|before| self.is_any(before, &["and", "or"]) && before > low) {
            return false;
        }
        match self.form(index) {
            VerbForm::Past | VerbForm::Present => before.is_none_or(|before| self.pos(before) != Upos::Aux),
            VerbForm::Base => !before.is_some_and(|before| {
                matches!(self.pos(before), Upos::Aux | Upos::Part) || self.is_any(before, &["to", "not", "n't"])
            }),
            VerbForm::PastParticiple | VerbForm::Ing | VerbForm::None => false,
        }
    }

    fn has_finite_before(&self, range: Range<usize>, third: bool) -> bool {
        range.clone().any(|index| {
            self.form(index) == VerbForm::Present
                && self.pos(index) == Upos::Verb
                && self.word(index).ends_with('s') == third
        })
    }

    /// Whether the noun at `index` stands where a cue verb can stand: behind a subject it agrees with, before what it takes.
    fn may_be_verb(&self, index: usize, stretch: &Range<usize>, lexicon: &Lexicon) -> bool {
        if index == stretch.start {
            return false;
        }
        // "two smaller members | back the plan": no adverb, where the clause has no verb.
        let adverb = self.pos(index) == Upos::Adv && self.is(index, "back")
            // "ministers | like the idea"
            || self.pos(index) == Upos::Adp
                && self.is(index, "like")
                && self.pos(index - 1) == Upos::Noun
                && self.is_plural_noun(index - 1)
                && matches!(self.pos(index + 1), Upos::Det | Upos::Pron)
            // "its supporters | present him as"
            || self.pos(index) == Upos::Adj && self.is(index, "present") && self.pos(index + 1) == Upos::Pron;
        if self.pos(index) != Upos::Noun && !adverb || self.is_capitalised(index) {
            return false;
        }
        if !self.listed(index).verb {
            return false;
        }
        let third = lexicon.verbs(self.word(index)).any(|(_, inflection)| inflection == Inflection::ThirdPerson);
        let base = lexicon.verbs(self.word(index)).any(|(_, inflection)| inflection == Inflection::Base);
        if !third && !base {
            return false;
        }
        // "…, as even its friends | concede."
        let as_told = || {
            matches!(self.pos(index + 1), Upos::Punct)
                && (stretch.start..index)
                    .rev()
                    .take(SUBJECT_WINDOW)
                    .take_while(|&at| !self.is_finite(at, stretch.start) && !self.is(at, ","))
                    .any(|at| self.is(at, "as") && self.pos(at) == Upos::Sconj)
        };
        self.has_subject_for(index, stretch.start, third)
            && (self.has_complement(index, stretch.end, lexicon) || as_told())
    }

    /// "the government | called for", "the ministry, asked about it, | replied": a past form the tagger took for a participle.
    fn may_be_past(&self, index: usize, stretch: &Range<usize>, lexicon: &Lexicon) -> bool {
        if self.form(index) != VerbForm::PastParticiple || index == stretch.start {
            return false;
        }
        let past = lexicon.verbs(self.word(index)).any(|(_, inflection)| inflection == Inflection::Past);
        let auxiliary = (stretch.start..index)
            .rev()
            .find(|&at| !matches!(self.pos(at), Upos::Adv | Upos::Part) && !self.joins_adverbs(at))
            .is_some_and(|before| self.pos(before) == Upos::Aux || self.is_any(before, &["and", "or"]));
        let subject = || [true, false].into_iter().any(|third| self.has_subject_for(index, stretch.start, third));
        // "As another study noted, …"
        let as_told = self.is(stretch.start, "as") && self.is(index + 1, ",");
        // "House Democrats, looking for a way out, | seized the floor": any verb with an object.
        let object = self.word(index).ends_with("ed") && matches!(self.pos(index + 1), Upos::Det | Upos::Pron);
        // "agreed by telephone that"; but "drafted by Okello that"
        let agent = self.is(index + 1, "by") && !(self.pos(index + 2) == Upos::Noun && self.is(index + 3, "that"));
        !auxiliary
            && !agent
            && (object
                || past
                    && (as_told
                        || self.has_complement(index, stretch.end, lexicon)
                        || self.has_late_complement(index, stretch.end, lexicon)))
            && subject()
    }

    /// "No 10 | confirmed | the commissioner declined": the one verb that was counted is that of the clause behind.
    fn opens_bare_clause(&self, index: usize, stretch: &Range<usize>, lexicon: &Lexicon) -> bool {
        let takes = lexicon
            .verbs(self.word(index))
            .any(|(verb, _)| verb.senses.iter().any(|sense| sense.frames.contains(&Frame::Clause)));
        let first = !(stretch.start..index).any(|at| self.is_finite(at, stretch.start) || self.is(at, ","));
        let nominal = matches!(self.pos(index + 1), Upos::Det | Upos::Propn);
        let behind = (index + 2..stretch.end.min(index + 8))
            .take_while(|&at| !self.is(at, ",") && self.pos(at) != Upos::Adp)
            .any(|at| self.is_finite(at, stretch.start));
        takes && first && nominal && behind
    }

    /// "claimed responsibility", "claimed at the time that", "called in February for": a bare noun, or "that" or its preposition behind
    /// an adjunct.
    fn has_late_complement(&self, index: usize, high: usize, lexicon: &Lexicon) -> bool {
        let takes = |wanted: &Frame| {
            lexicon
                .verbs(self.word(index))
                .any(|(verb, _)| verb.rest.is_empty() && verb.senses.iter().any(|sense| sense.frames.contains(wanted)))
        };
        let that = (index + 2..high.min(index + 7)).find(|&at| self.is(at, "that"));
        let adjunct = self.pos(index + 1) == Upos::Adp
            && that.is_some_and(|that| (index + 1..that).all(|at| self.form(at) == VerbForm::None));
        matches!(self.pos(index + 1), Upos::Noun | Upos::Adj) && takes(&Frame::Object)
            || adjunct && takes(&Frame::That)
            || self.has_preposition_behind_setting(index, high, lexicon)
    }

    /// "called in February | for", "spoke on Monday | against"
    fn has_preposition_behind_setting(&self, index: usize, high: usize, lexicon: &Lexicon) -> bool {
        let opens = |at: usize| self.is_any(at, &["in", "on", "at", "last", "this", "during"]);
        let setting = |at: usize| {
            opens(at) || matches!(self.pos(at), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num)
        };
        if !opens(index + 1) {
            return false;
        }
        let Some(behind) = (index + 2..high.min(index + 7)).find(|&at| !setting(at)) else { return false };
        self.pos(behind) == Upos::Adp
            && !self.is(behind, "of")
            && lexicon.takes_preposition(self.word(index), self.word(behind))
    }

    fn has_subject_for(&self, index: usize, low: usize, third: bool) -> bool {
        let mut before = index - 1;
        let adverb = |at: usize| self.pos(at) == Upos::Adv && !self.is(at, "not") || self.is(at, "further");
        while before > low && adverb(before) {
            before -= if before > low + 2 && self.joins_adverbs(before - 1) { 2 } else { 1 };
        }
        // "the minister at first | regards it as"
        if before > low + 2 && self.is_any(before, &["first", "last", "once"]) && self.is(before - 1, "at") {
            before -= 2;
        }
        // "the ministry “| supports” it"
        if before > low && self.is_open_quote(before) {
            before -= 1;
        }
        let window = low.max(before.saturating_sub(SUBJECT_WINDOW));
        let hung = (window..before).any(|at| self.pos(at) == Upos::Adp);
        match self.pos(before) {
            Upos::Punct if self.is(before, ",") => {
                // "Its director, Priya Halloran, hopes"
                let opened = (low + 1..before).rfind(|&at| self.is(at, ",") || self.is_dash(at));
                // "While it was calm, Priya Halloran, the director, announced": who stands in front of the aside.
                let named = || opened.is_some_and(|open| matches!(self.pos(open - 1), Upos::Noun | Upos::Propn));
                opened.is_some() && third && (self.first_nominal(low, before) || named())
            }
            Upos::Punct => self.is_close_quote(before) && third,
            // "a study of courts in the Union and beyond | identified"
            Upos::Adp => before > low && self.is(before, "beyond") && self.is(before - 1, "and"),
            Upos::Cconj => self.is_any(before, &["and", "but"]),
            Upos::Det => self.is_any(before, &["each", "neither"]),
            Upos::Pron => {
                self.is_any(before, &["they", "we", "who", "he", "she", "others", "some", "many", "both"])
                    // "the premier himself repeatedly | called for"
                    || third && self.is_any(before, &["himself", "herself", "itself"])
            }
            // "the General fears", "its own communiqué states", "the admiral who was there present recalls"
            Upos::Adj => {
                // "a spokeswoman for Aurelian expressed"
                let name = before > low && self.is_capitalised(before) && self.pos(before - 1) == Upos::Adp;
                // "Averland regards Okello as": a name at the head of the sentence, which tells no people.
                let unknown = before == low
                    && self.is_capitalised(before)
                    && !self.is(before, "the")
                    && !["an", "ese", "ish", "i", "ic", "ch", "ing", "ed", "er", "al", "ous", "ar", "ive", "ry", "y"]
                        .iter()
                        .any(|ending| self.word(before).ends_with(ending));
                name || third
                    && (unknown
                        || self.listed(before).holder.is_some()
                        || self.is_any(before, &["present", "involved", "responsible"]))
            }
            Upos::Num => self.is_word(before),
            // "two-thirds of those questioned | expected"
            Upos::Verb => {
                self.form(before) == VerbForm::PastParticiple
                    && before > low
                    && (self.pos(before - 1) == Upos::Noun || self.is(before - 1, "those"))
            }
            Upos::Propn => self.is_word(before),
            Upos::Noun => {
                let plural = self.is_plural_noun(before);
                if third { !plural || hung } else { plural }
            }
            _ => false,
        }
    }

    fn first_nominal(&self, low: usize, high: usize) -> bool {
        (low..high.min(low + 5)).any(|at| matches!(self.pos(at), Upos::Noun | Upos::Propn))
            && !matches!(self.pos(low), Upos::Adp | Upos::Sconj)
    }

    pub(super) fn is_plural_noun(&self, index: usize) -> bool {
        let word = self.word(index);
        word.ends_with('s') && !word.ends_with("ss")
            || self.is_any(index, &["people", "percent", "men", "women", "media", "police", "staff", "majority"])
    }

    /// Whether what a cue verb of this form takes stands behind `index`.
    fn has_complement(&self, index: usize, high: usize, lexicon: &Lexicon) -> bool {
        let mut next = index + 1;
        // "objects, reasonably enough, to", "retort, not without justice, that"
        if self.is(next, ",")
            && let Some(close) = (next + 1..high.min(next + 6)).find(|&at| self.is(at, ","))
            && matches!(self.pos(next + 1), Upos::Adv | Upos::Adp | Upos::Part)
        {
            next = close + 1;
        }
        // "“supports” | the bill"
        if self.is_close_quote(next) {
            next += 1;
        }
        while next < high && self.pos(next) == Upos::Adv {
            next += 1;
        }
        if next >= high {
            return false;
        }
        lexicon.verbs(self.word(index)).any(|(verb, _)| {
            if !self.are(index + 1, &verb.rest) {
                return false;
            }
            let next = if verb.rest.is_empty() { next } else { index + 1 + verb.rest.len() };
            verb.senses.iter().flat_map(|sense| &sense.frames).any(|frame| self.opens(frame, next))
        })
    }

    fn opens(&self, frame: &Frame, next: usize) -> bool {
        let nominal = |at: usize| {
            matches!(self.pos(at), Upos::Det | Upos::Num | Upos::Propn)
                || self.pos(at) == Upos::Pron && !self.is_relative(at)
        };
        match frame {
            Frame::Quote => self.is_open_quote(next),
            Frame::That => self.is(next, "that") && !matches!(self.pos(next + 1), Upos::Punct | Upos::Verb),
            Frame::Clause => self.is_any(next, &["he", "she", "they", "we", "it", "there"]),
            Frame::Wh => self.is_any(next, &["whether", "how", "why", "what"]),
            Frame::To => self.is(next, "to") && self.form(next + 1) == VerbForm::Base,
            Frame::Ing => self.form(next) == VerbForm::Ing,
            Frame::Object => {
                // "While the union demands | political reform"
                let bare = self.pos(next) == Upos::Adj
                    && self.pos(next + 1) == Upos::Noun
                    && (self.word(next - 1).ends_with('s') || self.is(next - 1, "back"));
                // "Averland supports | sanctions on Kestria"
                let several = self.pos(next) == Upos::Noun
                    && self.is_plural_noun(next)
                    && self.word(next - 1).ends_with('s')
                    && matches!(self.pos(next + 1), Upos::Adp | Upos::Punct | Upos::Cconj);
                nominal(next) || bare || several || self.is_open_quote(next)
            }
            Frame::Prep(preposition) => {
                self.is(next, preposition)
                    && preposition != "of"
                    && !matches!(self.pos(next + 1), Upos::Punct | Upos::Verb)
                    || preposition == "of" && self.is(next, "of") && self.is_open_quote(next + 1)
            }
            Frame::Person(Rest::Is) if self.is_any(next, &["this", "that", "these", "those"]) => true,
            Frame::Person(Rest::Prep(preposition)) if preposition == "as" => {
                // "upstream countries view water as an asset"
                let bare = matches!(self.pos(next), Upos::Noun | Upos::Adj);
                nominal(next) || bare && (next + 1..next + 5).any(|at| self.is(at, "as"))
            }
            Frame::Person(Rest::Is | Rest::To | Rest::Quote | Rest::Prep(_) | Rest::That) => nominal(next),
            Frame::Figure | Frame::Felt | Frame::Person(_) | Frame::PrepPerson(..) => false,
        }
    }
}
