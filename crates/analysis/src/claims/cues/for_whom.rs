//! "For the ministry, the treaty is dead": whose view it is stands in front, without any word of saying.

use std::ops::Range;

use rapporteur_core::ClaimForm;

use crate::claims::candidate::Candidate;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::lexicon::HolderKind;
use crate::tagger::Upos;

/// How sure such a reading is: the phrase may also say whom something is good or bad for.
const SCORE: f32 = 0.56;

/// What something does to people, whether they think so or not.
const OUTCOMES: &[&str] = &[
    "consequence",
    "consequences",
    "effect",
    "effects",
    "cost",
    "costs",
    "impact",
    "implications",
    "benefit",
    "benefits",
    "damage",
];

impl Scene<'_> {
    /// A claim of whom the phrase behind "For" (or "To") at the start of a clause names.
    pub(crate) fn for_whom_candidates(&self, index: usize, found: &mut Vec<Candidate>) {
        let words = &self.words;
        if words.pos(index) != Upos::Adp
            || !words.is_any(index, &["for", "to"])
            || self.voice_of(index) != Voice::Author
        {
            return;
        }
        let bounds = self.bounds(index);
        if let Some(candidate) = self.for_whom_within(index, &bounds) {
            found.push(candidate);
            return;
        }
        let opens = index == bounds.start
            || words.is_any(index - 1, &[";", ":"])
            || index == bounds.start + 1 && words.is_any(index - 1, &["but", "and", "yet"])
            // "It gave up its currency, and for the growers, …"
            || words.is(index, "for")
                && index > bounds.start + 2
                && words.is_any(index - 1, &["but", "and", "while"])
                && words.is(index - 2, ",");
        let Some(end) = self.long_phrase_end(index + 1, bounds.end).filter(|_| opens) else { return };
        let source = index + 1..end;
        let holder = self.holder_kind(&source);
        let person = matches!(holder, Some(HolderKind::Person | HolderKind::Group));
        let one = words.is_any(source.start, &["the", "a", "an", "its", "their", "his", "her"])
            || words.pos(source.start) == Upos::Propn
            // "For New Delhi"
            || words.is_capitalised(source.start)
            || words.is_any(
                source.start,
                &["many", "most", "some", "both", "critics", "supporters", "opponents", "officials", "analysts"],
            );
        let person = person || self.actors.mentions_in(words.bytes(&source)).next().is_some();
        // "For many in the party, the vote carries a lesson"
        let end = self
            .long_phrase_end(end + 1, bounds.end)
            .filter(|_| {
                words.is_any(end, &["in", "within", "inside", "across", "on", "from"]) && words.pos(end) == Upos::Adp
            })
            .unwrap_or(end);
        let source = source.start..end;
        // "To the Fund | they are debt": without a comma, "For the fleets the delay is more than a phrase" is as often the author’s.
        // But of those who are named: "For Kestria the priority is a fleet", "For Averland what counts is the date".
        let named = words.is(index, "for")
            && words.pos(source.end - 1) == Upos::Propn
            && self.actors.mentions_in(words.bytes(&source)).next().is_some()
            && self.opens_view(end, bounds.end);
        let to_them = words.is(index, "to") && self.opens_plain_clause(end, bounds.end);
        let bare = !words.is(end, ",") && (to_them || named);
        if !person || !one || !words.is(end, ",") && !bare {
            return;
        }
        // "For the crews, the consequences are plain": what comes of it for them, and no view of theirs.
        let outcome = self.noun_phrase_end(end + 1, bounds.end).is_some_and(|noun| {
            let of = (end + 1..noun).chain([noun - 1]).any(|at| words.is_any(at, OUTCOMES));
            words.is(end, ",") && of
        });
        if outcome {
            return;
        }
        // "For the party, which has called for it since 2019, it settled the matter."
        let relative = words.is_any(end + 1, &["who", "which", "whose"]);
        // "For the union, however, it is a threat"
        let however = usize::from(
            words.is_any(end + 1, &["however", "meanwhile", "instead", "moreover", "conversely"])
                && words.is(end + 2, ","),
        );
        let end = end + 2 * however;
        let start = if relative {
            let mut commas = (end + 1..bounds.end).filter(|&at| words.is(at, ",")).map(|comma| comma + 1);
            commas.clone().find(|&start| self.opens_plain_clause(start, bounds.end)).or_else(|| commas.next())
        } else {
            Some(end + usize::from(!bare))
        };
        let Some(start) = start else { return };
        // A view is of something that is: what is done for somebody is none.
        let Some(group) = self.clause_at(start, bounds.end).and_then(|group| self.groups.get(group)) else { return };
        let present = group.tokens.len() == 1 && group.shape == Shape::Finite && !group.past;
        // "this is not good enough": what is not so is a view as well.
        let judged = group.copula && group.shape == Shape::Finite && words.is_any(group.tokens.start, &["is", "are"]);
        // "For the envoy, there was nothing to discuss", "For the party, that would mean surrender": behind a comma a view may be of what
        // was or would be; but "For the union, the mill was decisive" is as often the author’s.
        let told = !bare
            && words.is(index, "for")
            && group.shape == Shape::Finite
            && (group.copula
                && words.is_any(group.tokens.start, &["was", "were"])
                && words.is_any(start, &["there", "that", "this"])
                || words.is_any(group.head, &["mean", "meant"]));
        if !(present || judged || told) || group.modal && !told || group.negated && !(judged || told) {
            return;
        }
        let end = self.content_end(start, Around::default(), bounds.end);
        // "they are answers to one shortage: …": what it is, the author tells.
        let colon = (start..end).find(|&at| words.is(at, ":") && !words.is_any(at + 1, &["that", "to"]));
        let content = self.tidy(start..colon.unwrap_or(end));
        if words.count_words(content.clone()) < 3 {
            return;
        }
        found.push(Candidate {
            source: Some(source),
            cue: Some(index..index + 1),
            lemma: words.word(index).to_owned(),
            content: vec![content],
            form: ClaimForm::Assessment,
            tier: 2,
            rule: "for-whom",
            score: SCORE,
            ..Candidate::default()
        });
    }

    /// "The port, to Kestria, is a burden", "The port is, for Kestria, a burden", "The port is for Kestria a burden": whose view it is
    /// stands within it. Only of those who are named: to others it may be so whether they think so or not.
    fn for_whom_within(&self, index: usize, bounds: &Range<usize>) -> Option<Candidate> {
        let words = &self.words;
        let comma = index.checked_sub(1).filter(|&before| before > bounds.start && words.is(before, ","));
        let end = self.noun_phrase_end(index + 1, bounds.end)?;
        let source = index + 1..end;
        let named = self.actors.head_mention(words.bytes(&source)).is_some() && words.pos(end - 1) == Upos::Propn;
        let closed = comma.is_none() || words.is(end, ",");
        if !named || !closed {
            return None;
        }
        let left_end = comma.unwrap_or(index);
        let next = end + usize::from(comma.is_some());
        let is = |at: usize| {
            let group = self.groups.holding(at);
            let is = |group: &&Group| {
                group.copula
                    && group.shape == Shape::Finite
                    && !group.modal
                    && words.is_any(group.tokens.start, &["is", "are"])
            };
            group.filter(is).map(|group| group.tokens.clone())
        };
        let left = bounds.start..left_end;
        let plain = !(left.clone()).any(|at| words.is_any(at, &[",", ";", ":"]));
        let subject = |end: usize| self.long_phrase_end(bounds.start, end).is_some();
        let judged = matches!(words.pos(next), Upos::Det | Upos::Adj | Upos::Adv) && !words.is(next, "the");
        // ", to Kestria, | is"
        let before = comma.is_some() && is(next).is_some() && !self.has_finite(&left) && subject(left_end);
        // "is | for Kestria | a burden"
        let behind =
            left_end.checked_sub(1).and_then(is).is_some_and(|verb| verb.start > bounds.start && subject(verb.start))
                && judged;
        if !plain || !(before || behind) {
            return None;
        }
        let right = next..self.content_end(next, Around::default(), bounds.end);
        Some(Candidate {
            source: Some(source),
            cue: Some(index..index + 1),
            lemma: words.word(index).to_owned(),
            content: vec![self.tidy(left), self.tidy(right)],
            form: ClaimForm::Assessment,
            tier: 2,
            rule: "for-whom",
            score: SCORE,
            ..Candidate::default()
        })
    }

    /// "the priority is", "what counts is".
    fn opens_view(&self, start: usize, high: usize) -> bool {
        let words = &self.words;
        let group = self.clause_at(start, high).and_then(|group| self.groups.get(group));
        let views = (start..high.min(start + 4)).any(|at| {
            words.is_any(
                at,
                &[
                    "priority",
                    "question",
                    "problem",
                    "point",
                    "issue",
                    "aim",
                    "goal",
                    "danger",
                    "risk",
                    "attraction",
                    "concern",
                    "answer",
                ],
            )
        });
        let counts = words.is(start, "what") && words.is_any(start + 1, &["counts", "matters"]);
        counts || views && group.is_some_and(|group| group.copula && words.is_any(group.tokens.start, &["is", "are"]))
    }

    /// "they are", "the line is above all": a pronoun or a determined noun with its copula in the present.
    fn opens_plain_clause(&self, start: usize, high: usize) -> bool {
        let words = &self.words;
        let group = self.clause_at(start, high).and_then(|group| self.groups.get(group));
        let opens = matches!(words.pos(start), Upos::Det | Upos::Pron) && !words.is_relative(start);
        opens && group.is_some_and(|group| group.copula && words.is_any(group.tokens.start, &["is", "are"]))
    }
}
