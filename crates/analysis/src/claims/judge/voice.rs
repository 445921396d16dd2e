//! Who may claim what: whose words a cue stands in, and what can hold it.

use std::ops::Range;

use rapporteur_core::ClaimForm;

use crate::claims::cues::frames::Match;
use crate::claims::cues::verbs::Cue;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::{How, Subject};
use crate::claims::scene::Scene;
use crate::lexicon::{Holder, HolderKind, Sense};
use crate::tagger::Upos;

/// Whose words a cue stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    Author,
    /// In quotation marks.
    Quoted,
    /// In a speaker's turn.
    Turn,
}

/// How many tokens in front of a gerund the paper may stand that says so.
const FARTHEST_PAPER: usize = 12;

/// What is spent in saying something, and how.
const SPANS: &[&str] = &[
    "time", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades",
    "career", "speech", "minutes", "effort", "breath", "campaign",
];
const SPENDING: &[&str] = &[
    "wasted", "waste", "wastes", "lost", "lose", "loses", "spent", "spend", "spends", "spending", "wasting", "losing",
];

/// How many tokens a span of time has at most, its verb among them.
const FARTHEST_SPENDING: usize = 7;

/// What is felt about an object, or said for it.
const ATTITUDES: &[&str] = &[
    "fearing",
    "dreading",
    "resenting",
    "regretting",
    "doubting",
    "suspecting",
    "distrusting",
    "mistrusting",
    "expecting",
    "anticipating",
    "preferring",
    "wanting",
    "seeking",
    "desiring",
    "envisioning",
    "envisaging",
    "favouring",
    "favoring",
    "endorsing",
    "backing",
    "applauding",
    "hailing",
    "praising",
    "commending",
    "championing",
    "advocating",
];

/// What says that somebody does something no more, or does not.
const STOPPING: &[&str] = &[
    "stopped", "stops", "stop", "stopping", "ceased", "ceases", "cease", "quit", "avoided", "avoids", "avoid",
    "avoiding", "denied", "denies", "without",
];

/// What says that somebody does something on and on.
const GOING_ON: &[&str] = &[
    "began",
    "begun",
    "begin",
    "begins",
    "started",
    "starts",
    "start",
    "kept",
    "keeps",
    "keep",
    "continued",
    "continues",
    "continue",
    "resumed",
    "resumes",
];

/// Of these, what takes "up" or "on": "ended up", "went on", "focused on".
const GOING_UP_OR_ON: &[&str] = &[
    "ended",
    "ends",
    "wound",
    "winds",
    "kept",
    "keeps",
    "went",
    "goes",
    "focused",
    "focuses",
    "focussed",
    "concentrated",
    "concentrates",
];

/// What is done in answer to something.
const RESPONDING: &[&str] = &[
    "reacted",
    "reacts",
    "react",
    "responded",
    "responds",
    "respond",
    "replied",
    "retaliated",
    "countered",
    "followed",
];

/// What an author calls his own text.
const OWN_TEXTS: &[&str] = &[
    "article",
    "paper",
    "brief",
    "report",
    "essay",
    "commentary",
    "piece",
    "analysis",
    "study",
    "note",
    "chapter",
    "section",
    "post",
    "book",
    "column",
    "briefing",
    "review",
];

impl Scene<'_> {
    /// Whether a gerund stands behind a verb for doing it on and on.
    fn goes_on_doing(&self, group: &Group, low: usize) -> bool {
        let words = &self.words;
        let Some(mut before) = self.before_adverbs(group.tokens.start, low) else { return false };
        // "ended up | backing it", "kept on | warning", "went on | arguing"
        let up = words.is_any(before, &["up", "on"]) && before > low;
        if up {
            before -= 1;
        }
        let verb = if up { words.is_any(before, GOING_UP_OR_ON) } else { words.is_any(before, GOING_ON) };
        let governor = self.groups.at(before).and_then(|number| self.groups.get(number));
        verb && governor.is_some_and(|verb| {
            verb.shape == Shape::Finite && !verb.modal && !verb.negated && !verb.future && !verb.passive
        })
    }

    /// "joined its neighbours | in", "wasted no time | in": what is done, and not only played a part in.
    fn is_company(&self, index: usize, low: usize) -> bool {
        let near = low.max(index.saturating_sub(FARTHEST_PAPER))..index;
        self.groups.within(near).next_back().is_some_and(|(_, verb)| {
            verb.shape == Shape::Finite
                && !verb.modal
                && !verb.negated
                && (self.words.is_any(verb.head, &["joined", "joins", "join", "followed", "follows", "united"])
                    || self.words.is_any(verb.head, SPENDING) && index > 0 && self.words.is_any(index - 1, SPANS))
        })
    }

    /// Whether the subject and place of a cue let it claim: not a speaker's "I think", nor voters in general.
    pub(crate) fn may_claim(
        &self,
        sense: &Sense,
        group: &Group,
        cue: &Cue,
        subject: &Subject,
        matched: &Match,
    ) -> bool {
        let words = &self.words;
        let phrase = subject.antecedent.as_ref().unwrap_or(&subject.tokens);
        if words.is(phrase.start, "i") && words.is(group.head, "quote") {
            return false;
        }
        // "Nobody said" is no claim, nor is a refusal to speak.
        let denied = |index: usize| {
            let number = words.word(index + 1).chars().all(|digit| digit.is_ascii_digit());
            // "No 10" is a name.
            let name = words.is(index, "no") && number && words.pos(index) == Upos::Propn;
            words.is_any(index, &["no", "nobody", "none", "neither", "nothing"]) && !name
        };
        // "neither Averland nor | Kest has endorsed it"
        let nor = phrase.start.checked_sub(1).is_some_and(|before| words.is(before, "nor"));
        if nor && subject.how == How::Before && sense.form != ClaimForm::Assessment {
            return false;
        }
        if denied(phrase.start) || phrase.start.checked_sub(1).is_some_and(|before| words.is(before, "no")) {
            return false;
        }
        if words.is_any(
            group.head,
            &["refused", "refuses", "refuse", "declined", "declines", "decline", "refusing", "declining"],
        ) && words.is_any(
            matched.content.start + 1,
            &[
                "say",
                "comment",
                "discuss",
                "answer",
                "elaborate",
                "name",
                "identify",
                "respond",
                "speak",
                "disclose",
                "confirm",
                "talk",
                "explain",
                "specify",
                "reveal",
                "speculate",
            ],
        ) {
            return false;
        }
        // "asked not to be named": the terms of the talk, not what was said.
        let named = |index: usize| words.is_any(index, &["named", "identified", "quoted"]);
        if words.is_any(group.head, &["asked", "asks", "asking", "requested"])
            && (matched.content.start..matched.content.start + 4).any(named)
        {
            return false;
        }
        let reported = matches!(
            matched.rule,
            "quote-cue-before"
                | "cue-that"
                | "cue-clause"
                | "cue-person-that"
                | "cue-person-quote"
                | "cue-person-clause"
        );
        // "seized the moment to accuse Averland of fraud"
        let spoken_of = matches!(
            matched.rule,
            "cue-object-preposition" | "cue-preposition" | "cue-person-infinitive" | "cue-person-content"
        ) || matched.rule == "cue-infinitive"
            && matches!(sense.form, ClaimForm::Promise | ClaimForm::Opposition)
            || matched.rule == "cue-object"
                && !words.is_any(
                    group.head,
                    &[
                        "assert", "discuss", "reveal", "present", "document", "describe", "detail", "report", "lay",
                        "set", "outline",
                    ],
                )
                && matches!(
                    sense.form,
                    ClaimForm::Accusation
                        | ClaimForm::Opposition
                        | ClaimForm::Demand
                        | ClaimForm::Statement
                        | ClaimForm::Promise
                );
        if subject.how == How::Deed && !((reported || spoken_of) && sense.tier == 1) {
            return false;
        }
        // "with Kestria deemed the worst": others deem it so; "it is worth recalling that": nobody does.
        let behind = |word: &str| {
            let at = if word == "with" { subject.tokens.start } else { group.tokens.start };
            at.checked_sub(1).is_some_and(|before| words.is(before, word))
        };
        if group.shape == Shape::Participle && subject.how == How::Before && behind("with")
            || group.shape == Shape::Ing && behind("worth")
        {
            return false;
        }
        // "began | asking for help", "kept | warning that": as if it were finite.
        // "began attacking ships" may be meant in earnest.
        let stopped = self.before_adverbs(group.tokens.start, cue.bounds.start).is_some_and(|before| {
            words.is_any(before, STOPPING)
                || words.is(before, "of") && before > cue.bounds.start && words.is(before - 1, "short")
        });
        if group.shape == Shape::Ing && stopped {
            return false;
        }
        let going_on = group.shape == Shape::Ing
            // "continued stressing the need"
            && !(matched.rule == "cue-object"
                && (matches!(sense.form, ClaimForm::Intention | ClaimForm::Promise | ClaimForm::Support)
                    || words.is_any(group.head, &["attacking", "targeting", "hitting", "blasting", "slamming", "bashing"])))
            && self.goes_on_doing(group, cue.bounds.start);
        if group.shape == Shape::Ing && !going_on {
            let before = self.before_adverbs(group.tokens.start, cue.bounds.start);
            // "re-enters office having promised to"
            let perfect = words.is(group.tokens.start, "having");
            // "…, with five states voting against"
            let with = subject.how == How::Before
                && subject
                    .tokens
                    .start
                    .checked_sub(1)
                    .is_some_and(|before| words.is_any(before, &["with", "despite", "amid"]));
            // "wasted no time | condemning the vote", "spent the week denouncing it"
            let spent = subject.how == How::Shared
                && before.is_some_and(|before| words.is_any(before, SPANS))
                && (group.tokens.start.saturating_sub(FARTHEST_SPENDING).max(cue.bounds.start)..group.tokens.start)
                    .any(|at| words.is_any(at, SPENDING));
            let free = perfect
                || with
                || spent
                || before.is_none_or(|before| {
                    words.is(before, ",") || words.is_dash(before) || words.pos(before) == Upos::Cconj
                });
            // "a letter urging Congress to drop it"
            let paper = subject.how == How::Before && self.holder_kind(&subject.tokens) == Some(HolderKind::Document);
            // "warnings by North Averland threatening the two with war", "a party leader advocating for reform"
            let bearer = subject.how == How::Before
                && sense.tier == 1
                && self.bears_gerund(&subject.tokens, cue.bounds.start)
                && sense.form != ClaimForm::Promise;
            // "sent a letter on Monday to the minister demanding answers"
            let near = group.tokens.start.saturating_sub(FARTHEST_PAPER).max(cue.bounds.start)..group.tokens.start;
            let sent = subject.how == How::Shared
                && before.is_some_and(|before| words.is_nominal(before))
                && !near.clone().any(|index| words.is(index, ","))
                && near.clone().any(|index| words.listed(index).holder == Some(HolderKind::Document));
            let paper = paper || sent && sense.tier == 1;
            let bound = reported && (sense.tier == 1 || matched.rule == "cue-that") || paper || bearer;
            let object = matches!(matched.rule, "cue-object")
                && !matches!(
                    sense.form,
                    ClaimForm::Accusation | ClaimForm::Opposition | ClaimForm::Demand | ClaimForm::Promise
                )
                && !words.is(group.head, "citing");
            // "after accusing it of", "after falsely declaring victory"
            let done = sense.tier == 1
                && before
                    .is_some_and(|before| words.is_any(before, &["after", "before", "by", "despite", "while", "in"]));
            // "In opposing the motion, Averland noted"
            let held = matches!(sense.form, ClaimForm::Opposition | ClaimForm::Support)
                && subject.how == How::Shared
                && subject.tokens.start > group.head
                && before.is_some_and(|before| words.is_any(before, &["despite", "while", "in", "by", "after"]));
            // "met the envoy before backing the plan", "joined its neighbours in opposing it"
            let beside = matches!(sense.form, ClaimForm::Opposition | ClaimForm::Support)
                && subject.how == How::Shared
                && before.is_some_and(|before| {
                    words.is_any(before, &["before", "after", "while", "despite"])
                        || words.is(before, "in") && self.is_company(before, cue.bounds.start)
                        // "responded by backing the plan", "reacted, mostly by"
                        || words.is(before, "by")
                            && (before.saturating_sub(3).max(cue.bounds.start)..before)
                                .any(|at| words.is_any(at, RESPONDING))
                });
            // "In seeking to cut its bill, Averland …"
            let meant = matched.rule == "cue-infinitive"
                && subject.how == How::Shared
                && subject.tokens.start > group.head
                && before.is_some_and(|before| {
                    words.is_any(before, &["in", "by", "while", "despite", "after", "before", "when"])
                });
            let held = held || beside;
            let done = done || held || meant;
            let spoken = sense.tier == 1 && (free || done) || held;
            // ", fearing a vote"
            // "Having backed the plan, Averland"
            let backed = perfect && matches!(sense.form, ClaimForm::Support | ClaimForm::Opposition);
            let attitude = free && words.is_any(group.head, ATTITUDES) || backed;
            if !free && !bound && !done || object && !spoken && !paper && !attitude {
                return false;
            }
        }
        if subject.how == How::Relative && sense.tier == 2 {
            let comma = subject.tokens.start.checked_sub(1).is_some_and(|before| words.is(before, ","));
            // "those who believe that": a group of its own.
            let those = words.is(phrase.start, "those")
                || subject.tokens.start.checked_sub(1).is_some_and(|before| words.is(before, "those"));
            // "an organisation that seeks to end it": people, of whom the clause tells which.
            let people = self.holder_kind(phrase).is_some();
            if !comma && !self.is_named(phrase) && !those && !people {
                return false;
            }
        }
        // "the ministry “supports” it": the subject stands outside the marks, and so does who speaks.
        let open = words.quotations.around(cue.tokens.start).and_then(|at| words.quotations.get(at));
        let between = |open: usize| {
            open >= subject.tokens.end
                && (subject.tokens.end..open).chain(open + 1..cue.tokens.start).all(|at| words.pos(at) == Upos::Adv)
        };
        // "the two sides “agreed to meet”", not "she said that they “agreed to meet”"
        let first = sense.tier == 1
            && self.holder_kind(phrase).is_some()
            && self
                .groups
                .within(cue.bounds.start..subject.tokens.start)
                .all(|(_, earlier)| earlier.shape != Shape::Finite);
        let marked = subject.how == How::Before
            && open.is_some_and(|marked| between(marked.tokens.start))
            && (first || words.is_close_quote(cue.tokens.end));
        match self.voice_of(if marked { subject.tokens.start } else { cue.tokens.start }) {
            // The author's own opinion, and everybody's.
            Voice::Author => {
                // "This brief sets out", "My calculations indicate": the author speaks of his own text.
                let people = matches!(self.holder_kind(phrase), Some(HolderKind::Person | HolderKind::Group));
                let own_text = words.is_any(phrase.start, &["my", "our"]) && !people
                    || words.is_any(phrase.start, &["this", "these"])
                        && (words.is_any(self.head_of(phrase), OWN_TEXTS) || words.is_any(phrase.start + 1, OWN_TEXTS));
                // "Everyone on the island knew that"
                let everybody = words.is_any(phrase.start, &["everyone", "everybody", "anyone", "anybody"]);
                !own_text
                    && !everybody
                    && (phrase.len() > 1
                    // "One likened it to": one of those spoken of.
                    || words.is(phrase.start, "one") && group.past
                    || !words.is_any(
                        phrase.start,
                        &["i", "we", "one", "you", "anyone", "everyone", "everybody", "anybody", "somebody", "someone"],
                    ))
            }
            // Whom a speaker names holds what he says they hold; "they say" in his mouth stays his.
            Voice::Quoted => {
                self.is_named(phrase)
                    || sense.tier == 1
                        && phrase.len() > 1
                        && subject.how == How::Before
                        && self.holder_kind(phrase).is_some()
            }
            // "I believe that" marks what a speaker says as an opinion.
            Voice::Turn => !words.is(subject.tokens.start, "you"),
        }
    }

    /// The nearest token before `index` that is no adverb.
    pub(crate) fn before_adverbs(&self, index: usize, low: usize) -> Option<usize> {
        let words = &self.words;
        // "| not only promising to"
        let not_only = |at: usize| words.is(at, "not") && words.is_any(at + 1, &["only", "just", "merely", "simply"]);
        (low..index).rev().find(|&at| words.pos(at) != Upos::Adv && !not_only(at))
    }

    /// Whether a gerund right behind `phrase` tells what it does: somebody named, or people, and no object of a verb.
    pub(crate) fn bears_gerund(&self, phrase: &Range<usize>, low: usize) -> bool {
        let words = &self.words;
        let left = phrase.start.checked_sub(1).filter(|&left| left >= low);
        let fits = left.is_none_or(|left| {
            words.is_any(
                left,
                &["of", "by", "from", "with", "among", "like", "including", "between", "despite", "amid", ",", "and"],
            ) || words.pos(left) == Upos::Punct
        });
        fits && (self.is_named(phrase) || self.holder_kind(phrase) == Some(HolderKind::Person))
    }

    /// Whether a phrase names somebody.
    pub(crate) fn is_named(&self, phrase: &Range<usize>) -> bool {
        self.actors.mentions_in(self.words.bytes(phrase)).next().is_some()
            || phrase.clone().any(|index| self.words.pos(index) == Upos::Propn && !self.words.is_time(index))
    }

    /// Whose words those at `token` are.
    pub(crate) fn voice_of(&self, token: usize) -> Voice {
        if self.words.quotations.around(token).is_some() {
            return Voice::Quoted;
        }
        let zone = self.zone_at(token).and_then(|zone| self.words.layer.zones.get(zone));
        if zone.is_some_and(|zone| zone.speaker.is_some()) { Voice::Turn } else { Voice::Author }
    }

    pub(crate) fn holder_fits(&self, holder: Holder, subject: &Subject) -> bool {
        let phrase = subject.antecedent.as_ref().unwrap_or(&subject.tokens);
        let kind = self.holder_kind(phrase);
        let head = self.words.word(self.head_of(phrase));
        // "those who believe": people.
        let those_who = head == "those" && self.words.is(subject.tokens.start, "who");
        match holder {
            Holder::Any | Holder::Actor if those_who => true,
            // "those surveyed" are people, "those" may be anything.
            Holder::Any => {
                !matches!(head, "this" | "that" | "these" | "those" | "there" | "which")
                    || head == "those" && phrase.len() > 1
            }
            // "those with large fleets fear it"
            Holder::Actor if head == "those" && phrase.len() > 1 => {
                kind.is_some() || self.words.is_any(phrase.start + 1, &["with", "in", "of", "from", "without"])
            }
            Holder::Actor => kind.is_some() || head == "it",
            Holder::Document => {
                kind == Some(HolderKind::Document)
                    || self.lexicon.is_document(head)
                    || self.lexicon.is_poll(head)
                    || head == "it"
            }
            Holder::Poll => self.lexicon.is_poll(head),
            Holder::Share => {
                matches!(head, "%" | "percent" | "half" | "third" | "quarter" | "majority" | "plurality" | "most")
                    || head == "cent" && phrase.clone().any(|at| self.words.is(at, "per"))
            }
        }
    }
}
