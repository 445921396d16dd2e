//! Nouns and adjectives the tagger takes for verbs: "the right wing", "member states", "developing economies".

use crate::claims::grammar::words::Words;
use crate::lexicon::{Inflection, Lexicon};
use crate::tagger::{Upos, VerbForm};

/// Nouns that look like the "-ing" form of a verb.
const NO_GERUNDS: &[&str] =
    &["wing", "sting", "king", "ring", "spring", "string", "thing", "sling", "swing", "ceiling"];

/// What members, neighbours or kinds of states are called.
const KINDS_OF_STATES: &[&str] =
    &["member", "gulf", "baltic", "nordic", "arab", "coastal", "island", "client", "successor", "candidate", "border"];

/// Participles that say of what kind a state, an economy or a power is.
const KINDS: &[&str] = &[
    "developing",
    "emerging",
    "developed",
    "advanced",
    "industrialised",
    "industrialized",
    "neighbouring",
    "neighboring",
];
const COUNTED: &[&str] =
    &["economies", "countries", "nations", "states", "powers", "world", "markets", "economy", "country"];

/// What is said or felt, in the plural: forms of verbs as well.
const SAID: &[&str] = &[
    "claims",
    "reports",
    "fears",
    "concerns",
    "calls",
    "plans",
    "demands",
    "hopes",
    "doubts",
    "charges",
    "questions",
    "threats",
    "offers",
    "requests",
    "attempts",
    "worries",
    "warnings",
    "guarantees",
    "promises",
    "pledges",
];

/// Adjectives a dictionary has as nouns too, which behind a noun they hardly are.
const JUDGING: &[&str] = &[
    "illegitimate",
    "invalid",
    "illegal",
    "undesirable",
    "incompetent",
    "absurd",
    "inevitable",
    "impossible",
    "necessary",
    "unthinkable",
    "essential",
];

/// How many tokens an aside behind a subject has at most.
const LONGEST_ASIDE: usize = 9;

/// Words in "-ing" that no verb has: they say how something is.
const NO_PARTICIPLES: &[&str] = &[
    "incoming",
    "outgoing",
    "upcoming",
    "forthcoming",
    "oncoming",
    "ongoing",
    "longstanding",
    "outstanding",
    "unsurprising",
    "unwilling",
    "unyielding",
    "unwavering",
    "unrelenting",
    "unending",
    "unconvincing",
    "unappealing",
    "overarching",
    "wide-ranging",
    "far-reaching",
];

impl Words<'_> {
    /// "praised | incoming President Okello": no gerund, whose object the name would be.
    fn repair_no_participle(&mut self, index: usize) {
        if self.pos(index) == Upos::Verb && self.form(index) == VerbForm::Ing && self.is_any(index, NO_PARTICIPLES) {
            self.set(index, Upos::Adj, VerbForm::None);
        }
    }

    /// "Okello’s March | claim that", "a Monday | call for": behind a month or day that somebody owns no verb in the singular.
    fn repair_dated(&mut self, index: usize) {
        let bare = self.pos(index) == Upos::Verb
            && matches!(self.form(index), VerbForm::Present | VerbForm::Base)
            && index > 1
            && self.is_capitalised(index - 1)
            && self.is_time(index - 1)
            && !self.is(index - 1, "may");
        let owned = bare
            && (self.is_possessive_mark(index - 2) && self.pos(index - 2) == Upos::Part
                || self.is_any(index - 2, &["his", "her", "its", "their", "our", "a", "the", "this", "that"]));
        if owned && self.listed(index).noun {
            self.set(index, Upos::Noun, VerbForm::None);
        }
    }

    /// "considered the result | illegitimate"
    fn repair_judged(&mut self, index: usize) {
        let behind = self.pos(index) == Upos::Noun && index > 0 && self.pos(index - 1) == Upos::Noun;
        let ends = || matches!(self.pos(index + 1), Upos::Punct | Upos::Cconj | Upos::Adp);
        if behind && ends() && self.is_any(index, JUDGING) {
            self.set(index, Upos::Adj, VerbForm::None);
        }
    }

    /// All of them, at one token.
    pub(crate) fn repair_noun(&mut self, index: usize, lexicon: &Lexicon) {
        self.repair_no_participle(index);
        self.repair_dated(index);
        self.repair_false_gerund(index);
        self.repair_states(index, lexicon);
        self.repair_kind(index);
        self.repair_nationality(index);
        self.repair_paper(index);
        self.repair_described(index);
        self.repair_judged(index);
        // "opposes the army's | remaining in the valley"
        if self.pos(index) == Upos::Verb
            && self.form(index) == VerbForm::Ing
            && index > 1
            && self.pos(index - 1) == Upos::Part
            && self.is_possessive_mark(index - 1)
            && matches!(self.pos(index + 1), Upos::Adp | Upos::Punct)
        {
            self.set(index, Upos::Noun, VerbForm::None);
        }
        self.repair_said(index, lexicon);
        self.repair_official(index);
        self.repair_plural(index);
        self.repair_two_in_s(index, lexicon);
        self.repair_talks(index);
        self.repair_last_noun(index, lexicon);
        self.repair_behind_aside(index);
        // "of the | joint drills"
        if self.pos(index) == Upos::Noun && self.is(index, "joint") && self.pos(index + 1) == Upos::Verb {
            self.set(index, Upos::Adj, VerbForm::None);
            self.set(index + 1, Upos::Noun, VerbForm::None);
        }
        // "‘…’ alleges": a form in -s is no infinitive.
        if self.pos(index) == Upos::Verb
            && self.form(index) == VerbForm::Base
            && self.word(index).ends_with('s')
            && lexicon.verbs(self.word(index)).any(|(_, inflection)| inflection == Inflection::ThirdPerson)
        {
            self.set(index, Upos::Verb, VerbForm::Present);
        }
        // "for the time being"
        if self.is(index, "being") && index > 1 && self.is(index - 1, "time") && self.is(index - 2, "the") {
            self.set(index, Upos::Noun, VerbForm::None);
        }
    }

    /// "the party's right | wing calls for", "The Lithuanian | “sting”"
    fn repair_false_gerund(&mut self, index: usize) {
        if self.pos(index) != Upos::Verb || !self.is_any(index, NO_GERUNDS) {
            return;
        }
        let determined = index.checked_sub(1).is_some_and(|before| {
            matches!(self.pos(before), Upos::Det | Upos::Adj | Upos::Adv | Upos::Noun | Upos::Propn)
                || self.is_possessive_mark(before)
                || self.is_open_quote(before)
        });
        if determined {
            self.set(index, Upos::Noun, VerbForm::None);
            if index > 0 && self.is_any(index - 1, &["right", "left"]) {
                self.set(index - 1, Upos::Adj, VerbForm::None);
            }
        }
    }

    /// "Gulf | states fear a war", "WHO member | states agreed"
    fn repair_states(&mut self, index: usize, lexicon: &Lexicon) {
        let kind = || index.checked_sub(1).is_some_and(|before| self.is_any(before, KINDS_OF_STATES));
        if !self.is(index, "states") || !kind() {
            return;
        }
        if self.pos(index) == Upos::Verb {
            self.set(index, Upos::Noun, VerbForm::None);
        }
        let verb = index + 1;
        let base = self.pos(verb) == Upos::Noun
            && lexicon.verbs(self.word(verb)).any(|(_, inflection)| inflection == Inflection::Base)
            && (matches!(self.pos(verb + 1), Upos::Det | Upos::Num | Upos::Pron | Upos::Propn)
                || self.is_any(verb + 1, &["that", "to"]));
        if base {
            self.set(verb, Upos::Verb, VerbForm::Present);
        }
    }

    /// "representatives of | developing economies"
    fn repair_kind(&mut self, index: usize) {
        if self.pos(index) == Upos::Verb && self.is_any(index, KINDS) && self.is_any(index + 1, COUNTED) {
            self.set(index, Upos::Adj, VerbForm::None);
            // "from", which it took to open a clause
            if index > 0 && self.pos(index - 1) == Upos::Sconj && !self.is_any(index - 1, &["that", "while", "because"])
            {
                self.set(index - 1, Upos::Adp, VerbForm::None);
            }
        }
    }

    /// "a council | report this August found": the noun, as a day stands behind it and then the verb.
    fn repair_paper(&mut self, index: usize) {
        if self.pos(index) != Upos::Verb || !self.is_any(index + 1, &["this", "last"]) {
            return;
        }
        let timed = self.is_any(index, &["report", "study", "survey", "review"]) && self.is_time(index + 2);
        let named = index.checked_sub(1).is_some_and(|before| matches!(self.pos(before), Upos::Propn | Upos::Noun));
        let verb = (index + 3..index + 5).any(|at| matches!(self.form(at), VerbForm::Past | VerbForm::Present));
        if timed && named && verb {
            self.set(index, Upos::Noun, VerbForm::None);
        }
    }

    /// "a legally | binding agreement"
    fn repair_described(&mut self, index: usize) {
        let participle = self.pos(index) == Upos::Verb
            && matches!(self.form(index), VerbForm::Ing | VerbForm::PastParticiple)
            && self.pos(index + 1) == Upos::Noun;
        let described = || {
            index > 1
                && self.pos(index - 1) == Upos::Adv
                && self.word(index - 1).ends_with("ly")
                && (self.pos(index - 2) == Upos::Det || self.is_any(index - 2, &["a", "an", "the", "its", "their"]))
        };
        if participle && described() {
            self.set(index, Upos::Adj, VerbForm::None);
        }
    }

    /// "a Trade Department | official who spoke", "one serving | official conceded": a person, where an adjective has no noun behind it.
    fn repair_official(&mut self, index: usize) {
        let person = self.pos(index) == Upos::Adj
            && self.is(index, "official")
            && (matches!(self.pos(index + 1), Upos::Verb | Upos::Aux) || self.is(index + 1, "who"));
        if person {
            self.set(index, Upos::Noun, VerbForm::None);
        }
    }

    /// "The office dismissed | claims that it fell", "tied progress to security | guarantees that it dislikes": what was said is the
    /// object of the verb in front, or hangs on it.
    fn repair_said(&mut self, index: usize, lexicon: &Lexicon) {
        let said = self.pos(index) == Upos::Verb && self.word(index).ends_with('s') && self.is_any(index, SAID);
        let Some(before) = index.checked_sub(1).filter(|&before| said && before > 1) else { return };
        // "dismissed opposition | claims"
        let modified = self.pos(before) == Upos::Noun && !self.word(before).ends_with('s');
        let verb = before - usize::from(modified);
        // "tied progress | to security | guarantees"
        let hung = modified && verb > 2 && self.pos(verb) == Upos::Adp && self.pos(verb - 1) == Upos::Noun;
        let verb = if hung { self.verb_in_front_of(verb - 1).unwrap_or(verb) } else { verb };
        let past = self.pos(verb) == Upos::Verb
            && matches!(self.form(verb), VerbForm::Past | VerbForm::PastParticiple)
            && lexicon.verbs(self.word(verb)).any(|(_, inflection)| inflection == Inflection::Past);
        let subject = hung || matches!(self.pos(verb - 1), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Adv);
        if past && subject {
            self.set(index, Upos::Noun, VerbForm::None);
            if !hung {
                self.set(verb, Upos::Verb, VerbForm::Past);
            }
        }
    }

    /// The verb right in front of the phrase whose noun is at `noun`.
    fn verb_in_front_of(&self, noun: usize) -> Option<usize> {
        let phrase = |at: usize| matches!(self.pos(at), Upos::Det | Upos::Adj | Upos::Noun | Upos::Num);
        (1..noun).rev().find(|&at| !phrase(at)).filter(|&at| self.pos(at) == Upos::Verb)
    }

    /// "There are also | concerns about", "led to | concerns that", "her longtime | claim that": no verb stands there.
    fn repair_plural(&mut self, index: usize) {
        if self.pos(index) != Upos::Verb || index < 2 {
            return;
        }
        // "the union's top | court"
        let body = matches!(self.pos(index - 1), Upos::Adj | Upos::Noun)
            && self.pos(index - 2) == Upos::Part
            && self.is_possessive_mark(index - 2)
            && matches!(self.form(index), VerbForm::Present | VerbForm::Base)
            && self.listed(index).holder.is_some();
        if body {
            self.set(index, Upos::Noun, VerbForm::None);
        }
        if !self.listed(index).noun {
            return;
        }
        let third = matches!(self.form(index), VerbForm::Present | VerbForm::Base) && self.word(index).ends_with('s');
        let to = third && self.is(index - 1, "to");
        let adverb = usize::from(self.pos(index - 1) == Upos::Adv);
        let there = third
            && index > 1 + adverb
            && self.is_any(index - 1 - adverb, &["are", "were"])
            && self.is(index - 2 - adverb, "there");
        let bare = matches!(self.form(index), VerbForm::Present | VerbForm::Base);
        let owned = bare
            && self.pos(index - 1) == Upos::Adj
            && (self.is_possessive_mark(index - 2) && self.pos(index - 2) == Upos::Part
                || self.is_any(index - 2, &["his", "her", "its", "their"]) && self.pos(index - 2) != Upos::Verb)
            && (self.is_any(index + 1, &["to", "that"]) || self.pos(index + 1) == Upos::Adp);
        if to {
            self.set(index - 1, Upos::Adp, VerbForm::None);
        }
        if to || there || owned {
            self.set(index, Upos::Noun, VerbForm::None);
        }
    }

    /// "favour peace | talks with the rebels": what is held, behind the noun that says about what.
    fn repair_talks(&mut self, index: usize) {
        let verb = self.pos(index) == Upos::Verb && self.is(index, "talks") && index > 0;
        let about = verb
            && self.pos(index - 1) == Upos::Noun
            && !self.word(index - 1).ends_with('s')
            && self.listed(index - 1).holder.is_none();
        if about && !self.is_any(index + 1, &["about", "of", "up"]) {
            self.set(index, Upos::Noun, VerbForm::None);
        }
    }

    /// "asked who would read the crew | lists.", "the bank’s | vice-president for the south": what a phrase without a noun lacks.
    fn repair_last_noun(&mut self, index: usize, lexicon: &Lexicon) {
        let third = self.pos(index) == Upos::Verb
            && self.form(index) == VerbForm::Present
            && self.word(index).ends_with('s')
            && self.pos(index + 1) == Upos::Punct;
        let object = || {
            index > 2
                && self.pos(index - 1) == Upos::Noun
                && self.pos(index - 2) == Upos::Det
                && self.pos(index - 3) == Upos::Verb
                && matches!(self.form(index - 3), VerbForm::Base | VerbForm::Ing)
        };
        let titled = || {
            self.pos(index) == Upos::Adj
                && matches!(self.pos(index + 1), Upos::Adp | Upos::Punct)
                && self.last_part(index).is_some_and(|part| lexicon.holder(part).is_some())
        };
        if third && object() || titled() {
            self.set(index, Upos::Noun, VerbForm::None);
        }
    }

    /// "Its secretary, Gunnar Pell, | accused owners of": no participle takes an object behind the aside of a subject.
    fn repair_behind_aside(&mut self, index: usize) {
        let participle = self.pos(index) == Upos::Verb
            && self.form(index) == VerbForm::PastParticiple
            && index > 3
            && (self.is(index - 1, ",") || self.is_dash(index - 1))
            && (matches!(self.pos(index + 1), Upos::Det | Upos::Noun | Upos::Propn | Upos::Pron)
                || self.is_dash(index - 1) && self.is_any(index + 1, &["for", "on", "against", "that"]));
        if !participle {
            return;
        }
        // "the junta – like much of the region – | announced the plan"
        if self.is_dash(index - 1) {
            let opens = (index.saturating_sub(LONGEST_ASIDE)..index - 1).rev().find(|&at| self.is_dash(at));
            if opens.is_some_and(|at| at > 0 && matches!(self.pos(at - 1), Upos::Noun | Upos::Propn)) {
                self.set(index, Upos::Verb, VerbForm::Past);
            }
            return;
        }
        let noun = |at: usize| matches!(self.pos(at), Upos::Propn | Upos::Noun | Upos::Det | Upos::Adj | Upos::Adp);
        let opens = (index.saturating_sub(LONGEST_ASIDE)..index - 1).rev().find(|&at| !noun(at));
        let aside = opens.is_some_and(|at| {
            at > 0 && at + 2 < index && self.is(at, ",") && matches!(self.pos(at - 1), Upos::Noun | Upos::Propn)
        });
        if aside {
            self.set(index, Upos::Verb, VerbForm::Past);
        }
    }

    /// "the | British at first found it hard": a people, where its verb follows.
    fn repair_nationality(&mut self, index: usize) {
        let people = self.pos(index) == Upos::Adj && self.is_capitalised(index);
        if !people || index.checked_sub(1).is_none_or(|before| !self.is(before, "the")) {
            return;
        }
        let verb = (index + 1..index + 4).find(|&at| self.pos(at) != Upos::Adv).unwrap_or(index + 1);
        let finite = matches!(self.form(verb), VerbForm::Past | VerbForm::Present)
            && matches!(self.pos(verb), Upos::Verb | Upos::Aux);
        if finite {
            self.set(index, Upos::Noun, VerbForm::None);
        }
    }
}
