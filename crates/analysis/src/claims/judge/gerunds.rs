//! Whether a gerund tells what its subject claims: "left, saying that", not "is known for saying that".

use rapporteur_core::ClaimForm;

use super::may_claim::Reading;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::How;
use crate::claims::scene::Scene;
use crate::lexicon::HolderKind;
use crate::tagger::Upos;

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

/// What somebody does with words on his lips.
const MOVING: &[&str] =
    &["came", "left", "returned", "arrived", "resigned", "emerged", "departed", "ran", "won", "campaigned", "entered"];

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

/// What may be a deed as well as words.
const DEEDS: &[&str] = &["attacking", "targeting", "hitting", "blasting", "slamming", "bashing"];

/// What opens a clause of a gerund that tells when or how something was done.
const DONE: &[&str] = &["after", "before", "by", "despite", "while", "in"];

impl Scene<'_> {
    /// Whether a gerund is a claim of its subject's, by what stands around it.
    pub(super) fn gerund_claims(&self, reading: &Reading<'_>) -> bool {
        let words = &self.words;
        let Reading { sense, group, cue, matched, .. } = *reading;
        let low = cue.bounds.start;
        // "began | asking for help", "kept | warning that": as if it were finite; "began attacking ships" may be meant in earnest.
        let deed = matched.rule == "cue-object"
            && (matches!(sense.form, ClaimForm::Intention | ClaimForm::Promise | ClaimForm::Support)
                || words.is_any(group.head, DEEDS));
        // "continued stressing the need"
        if !deed && self.goes_on_doing(group, low) {
            return true;
        }
        let before = self.before_adverbs(group.tokens.start, low);
        // "Scientists | advising the board consider it lost": whom they advise is no subject.
        let advised = matched.rule == "cue-clause" && words.is_any(group.head, &["advising", "informing", "briefing"]);
        // "opposed | admitting more": what is opposed, and nobody's admission.
        let taken = group.tokens.start.checked_sub(1).filter(|_| group.tokens.len() == 1).is_some_and(|verb| {
            let verb = self.groups.holding(verb);
            verb.is_some_and(|verb| {
                verb.shape == Shape::Finite
                    && words.is_any(
                        verb.head,
                        &["opposed", "oppose", "opposes", "rejected", "reject", "rejects", "considered"],
                    )
            })
        });
        if advised || taken {
            return false;
        }
        let views = matches!(sense.form, ClaimForm::Opposition | ClaimForm::Support);
        let free = self.is_free_gerund(reading, before);
        let held = views && self.view_in_doing(reading, before);
        // "after accusing it of", "after falsely declaring victory"
        let told = sense.tier == 1 && before.is_some_and(|before| words.is_any(before, DONE));
        let done = told || held || self.meant_in_doing(reading, before);
        let paper = self.paper_says(reading, before);
        let bound = reading.is_reported() && (sense.tier == 1 || matched.rule == "cue-that");
        if !free && !bound && !done && !paper && !self.bearer_says(reading) {
            return false;
        }
        // "selling, | praising the plan": an object may be of a deed.
        let object = matched.rule == "cue-object"
            && !matches!(
                sense.form,
                ClaimForm::Accusation | ClaimForm::Opposition | ClaimForm::Demand | ClaimForm::Promise
            )
            && !words.is(group.head, "citing");
        let spoken = sense.tier == 1 && (free || done) || held;
        // ", fearing a vote", "Having backed the plan, Averland"
        let backed = views && words.is(group.tokens.start, "having");
        let attitude = free && words.is_any(group.head, ATTITUDES) || backed;
        !object || spoken || paper || attitude
    }

    /// Whether a gerund stands for itself: behind a comma, "having", "with five states" or "wasted no time".
    fn is_free_gerund(&self, reading: &Reading<'_>, before: Option<usize>) -> bool {
        let words = &self.words;
        let Reading { sense, group, cue, subject, matched, .. } = *reading;
        // "re-enters office having promised to"
        let perfect = words.is(group.tokens.start, "having");
        // "…, with five states voting against"
        let left = subject.tokens.start.checked_sub(1).filter(|_| subject.how == How::Before);
        let with = left.is_some_and(|left| words.is_any(left, &["with", "despite", "amid"]));
        // "wasted no time | condemning the vote", "spent the week denouncing it"
        let near = group.tokens.start.saturating_sub(FARTHEST_SPENDING).max(cue.bounds.start)..group.tokens.start;
        // "spent the week of the vote | warning of fraud"
        let span = |at: usize| words.is_any(at, SPANS) && (Some(at) == before || words.is(at + 1, "of"));
        let spent =
            subject.how == How::Shared && near.clone().any(|at| words.is_any(at, SPENDING)) && near.clone().any(span);
        // "came to office in 2031 | vowing to close it", "left the hall | complaining of fraud"
        let moved = subject.how == How::Shared
            && sense.tier == 1
            && matched.rule != "cue-object"
            && sense.form != ClaimForm::Support
            && near.into_iter().any(|at| {
                words.is_any(at, MOVING) && self.groups.holding(at).is_some_and(|verb| verb.shape == Shape::Finite)
            });
        perfect
            || with
            || spent
            || moved
            || before.is_some_and(|before| self.confines_oneself(before, cue.bounds.start))
            || before
                .is_none_or(|before| words.is(before, ",") || words.is_dash(before) || words.pos(before) == Upos::Cconj)
    }

    /// "confined himself | to calling for calm": whether "to" at `index` says to what somebody keeps.
    fn confines_oneself(&self, index: usize, low: usize) -> bool {
        let words = &self.words;
        index > low + 1
            && words.is(index, "to")
            && words.is_any(index - 1, &["himself", "herself", "itself", "themselves"])
            && words.is_any(index - 2, &["confined", "confines", "confine", "limited", "limits", "limit", "restricted"])
    }

    /// "a letter urging Congress to drop it", "sent a letter on Monday to the minister demanding answers": a paper that says so.
    fn paper_says(&self, reading: &Reading<'_>, before: Option<usize>) -> bool {
        let words = &self.words;
        let Reading { sense, group, cue, subject, .. } = *reading;
        if subject.how == How::Before && self.holder_kind(&subject.tokens) == Some(HolderKind::Document) {
            return true;
        }
        let near = group.tokens.start.saturating_sub(FARTHEST_PAPER).max(cue.bounds.start)..group.tokens.start;
        sense.tier == 1
            && subject.how == How::Shared
            && before.is_some_and(|before| words.is_nominal(before))
            && !near.clone().any(|index| words.is(index, ","))
            && near.clone().any(|index| words.listed(index).holder == Some(HolderKind::Document))
    }

    /// "warnings by North Averland threatening the two with war", "a party leader advocating for reform"
    fn bearer_says(&self, reading: &Reading<'_>) -> bool {
        let Reading { sense, cue, subject, .. } = *reading;
        subject.how == How::Before
            && sense.tier == 1
            && self.bears_gerund(&subject.tokens, cue.bounds.start)
            && sense.form != ClaimForm::Promise
    }

    /// "In opposing the motion, Averland noted", "met the envoy before backing the plan", "joined its neighbours in opposing it":
    /// a view that is told beside a deed.
    fn view_in_doing(&self, reading: &Reading<'_>, before: Option<usize>) -> bool {
        let words = &self.words;
        let Reading { group, cue, subject, .. } = *reading;
        let Some(before) = before.filter(|_| subject.how == How::Shared) else { return false };
        let low = cue.bounds.start;
        let fronted = subject.tokens.start > group.head;
        let responds = || (before.saturating_sub(3).max(low)..before).any(|at| words.is_any(at, RESPONDING));
        fronted && words.is_any(before, &["despite", "while", "in", "by", "after"])
            || words.is_any(before, &["before", "after", "while", "despite"])
            || words.is(before, "in") && self.is_company(before, low)
            // "responded by backing the plan", "reacted, mostly by"
            || words.is(before, "by") && responds()
    }

    /// "In seeking to cut its bill, Averland …"
    fn meant_in_doing(&self, reading: &Reading<'_>, before: Option<usize>) -> bool {
        let Reading { group, subject, matched, .. } = *reading;
        matched.rule == "cue-infinitive"
            && subject.how == How::Shared
            && subject.tokens.start > group.head
            && before.is_some_and(|before| self.words.is(before, "when") || self.words.is_any(before, DONE))
    }

    /// "stopped | asking for help", "fell short of | asking": what is said no more, or not.
    pub(super) fn has_stopped(&self, group: &Group, low: usize) -> bool {
        let words = &self.words;
        self.before_adverbs(group.tokens.start, low).is_some_and(|before| {
            words.is_any(before, STOPPING) && !self.never_stops(before)
                || words.is(before, "of") && before > low && words.is(before - 1, "short")
        })
    }

    /// Whether a gerund stands behind a verb for doing it on and on.
    fn goes_on_doing(&self, group: &Group, low: usize) -> bool {
        let words = &self.words;
        let Some(mut before) = self.before_adverbs(group.tokens.start, low) else { return false };
        if self.is_habit(before, low) || self.never_stops(before) {
            return true;
        }
        // "ended up | backing it", "kept on | warning", "went on | arguing"
        let up = words.is_any(before, &["up", "on"]) && before > low;
        if up {
            before -= 1;
        }
        let verb = if up { words.is_any(before, GOING_UP_OR_ON) } else { words.is_any(before, GOING_ON) };
        let governor = self.groups.holding(before);
        verb && governor.is_some_and(|verb| {
            verb.shape == Shape::Finite && !verb.modal && !verb.negated && !verb.future && !verb.passive
        })
    }

    /// "has taken to | calling it a sham", "made a point of | praising it": whether `index` leads on to what somebody does by habit.
    fn is_habit(&self, index: usize, low: usize) -> bool {
        let words = &self.words;
        let taken =
            words.is(index, "to") && index > low && words.is_any(index - 1, &["taken", "took", "takes", "resorted"]);
        let point = words.is(index, "of")
            && index > low + 2
            && words.is_any(index - 1, &["point", "habit", "virtue"])
            && words.is_any(index - 3, &["made", "makes", "make", "making"]);
        let verb = index.saturating_sub(if taken { 1 } else { 3 });
        let verb = self.groups.holding(verb).filter(|_| taken || point);
        verb.is_some_and(|verb| !verb.negated && !verb.modal)
    }

    /// "has never stopped | calling for it": whether what ends at `index` says so.
    fn never_stops(&self, index: usize) -> bool {
        let verb = self.groups.holding(index);
        verb.is_some_and(|verb| verb.negated && !verb.modal && STOPPING.contains(&self.words.word(verb.head)))
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
}
