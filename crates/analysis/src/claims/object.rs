//! Where an object ends, with all that hangs on it.

use super::clause::Around;
use super::groups::Shape;
use super::scene::Scene;
use crate::tagger::Upos;

const TIMES_BEFORE: &[&str] = &["last", "this", "next", "earlier", "late", "early", "every"];

/// Where something is said: "in a statement".
const VENUES: &[&str] = &[
    "statement",
    "interview",
    "speech",
    "letter",
    "tweet",
    "tweets",
    "email",
    "e-mail",
    "conference",
    "briefing",
    "debate",
    "rally",
    "remarks",
    "report",
    "post",
    "address",
    "column",
    "editorial",
    "essay",
    "article",
    "memo",
    "testimony",
    "phone",
    "television",
    "twitter",
    "facebook",
    "radio",
    "hearing",
    "event",
    "meeting",
    "appearance",
    "op-ed",
    "release",
    "video",
    "ad",
    "book",
    "paper",
    "telegram",
    "broadcast",
    "session",
    "summit",
    "telephone",
    "conversation",
    "tuesday",
    "anniversary",
    "sidelines",
    "message",
];

impl Scene<'_> {
    /// One past the last token of a noun phrase with all that hangs on it, which begins at `start`.
    pub(super) fn object_end(&self, start: usize, around: Around, high: usize) -> usize {
        let words = &self.words;
        // "endorsed it | in principle"
        if words.is_any(start, &["it", "them", "this", "that"])
            && self.noun_phrase_end(start, high) == Some(start + 1)
            && words.pos(start + 1) == Upos::Adp
        {
            return start + 1;
        }
        let mut index = start;
        let mut relative = false;
        while index < high {
            if let Some(end) = self.past_enclosed(index, start, high) {
                index = end;
                // "favours “talks” | the premier is ready": the next clause.
                let clause = words.is_close_quote(end.saturating_sub(1))
                    && matches!(words.pos(end), Upos::Det | Upos::Propn | Upos::Pron)
                    && !words.is(end.saturating_sub(2), ",")
                    && self.clause_at(end, high).is_some();
                if clause {
                    return end;
                }
                continue;
            }
            if index > start && words.is_any(index, &["given", "following", "according", "citing"]) {
                return index;
            }
            if let Some(group) = self.groups.at(index).and_then(|number| self.groups.get(number)) {
                if group.shape == Shape::Finite && !relative && index > start {
                    return index;
                }
                if group.shape == Shape::Finite {
                    relative = false;
                }
                index = group.tokens.end.max(index + 1);
                continue;
            }
            if index > start && self.object_stops(index, around, high) {
                // "proposed a simpler rule: donors should report"
                let announced = words.is(index, ":") && !words.is_personal_pronoun(index - 1);
                // "outlined two aspects of the plan: the belt and the road"
                let rest = index + 1..high;
                if announced
                    && self.groups.within(rest.clone()).next().is_none()
                    && self.noun_phrase_end(index + 1, high).is_some()
                    && !rest
                        .clone()
                        .any(|at| words.is_any(at, &[";", ":"]) || words.is_dash(at) || words.is_open_quote(at))
                {
                    return high;
                }
                let clause = announced && self.clause_at(index + 1, high).is_some();
                if clause {
                    let end = self.content_end(index + 1, around, high);
                    let own_cue = self.groups.within(index..end).any(|(_, group)| self.is_cue_group(group));
                    let marked = (index..end).any(|at| words.is_open_quote(at));
                    if !own_cue && !marked {
                        return end;
                    }
                }
                return index;
            }
            let word = words.word(index);
            let opens_relative = matches!(
                word,
                "who" | "which" | "that" | "whom" | "whose" | "where" | "what" | "how" | "why" | "whether" | "whatever"
            ) || (index > start
                && words.is_any(index, &["he", "she", "they", "it", "we", "i", "you"]));
            relative |= opens_relative;
            index += 1;
        }
        high
    }

    fn object_stops(&self, index: usize, around: Around, high: usize) -> bool {
        let words = &self.words;
        let word = words.word(index);
        match word {
            "," => !self.list_goes_on(index, high),
            ";" | ":" | "?" | "!" => true,
            "when" | "while" | "after" | "before" | "because" | "since" | "if" | "although" | "though" | "until"
            | "unless" | "whereas" | "during" | "amid" | "given" | "despite" | "so" | "according" | "following"
            | "ahead" => true,
            "without" => true,
            "but" if words.is(index + 1, "not") => true,
            "for" => words.is(index + 1, "the") && words.is(index + 3, "time"),
            "as" => self.clause_at(index + 1, high).is_some(),
            "and" | "but" | "or" => {
                self.conjunction_ends(index, around, high)
                    || self.group_from(index + 1, high).is_some_and(|(_, group)| group.shape == Shape::Finite)
                    || self
                        .clause_at(index + 1, high)
                        .and_then(|group| self.groups.get(group))
                        .is_some_and(|group| group.shape == Shape::Finite)
            }
            "in" | "on" | "at" | "by" | "via" | "through" | "from" | "with" | "to" if words.pos(index) == Upos::Adp => {
                self.tells_when_or_where(index, high)
            }
            _ if words.is_dash(index) => true,
            // "polls | this year", not "between this December and June"
            _ if TIMES_BEFORE.contains(&word) => words.is_time(index + 1) && words.pos(index - 1) != Upos::Adp,
            _ => {
                words.is_time(index)
                    && (words.is_capitalised(index) || matches!(word, "today" | "yesterday" | "tomorrow" | "tonight"))
            }
        }
    }

    /// "on Monday", "in a statement", "at a rally": about the speech and not part of it.
    pub(super) fn tells_when_or_where(&self, index: usize, high: usize) -> bool {
        let words = &self.words;
        if words.is_time(index + 1) && !words.is_any(index, &["from", "with", "to"]) {
            return true;
        }
        // "at last week's forum"
        if words.is_any(index, &["at", "during"])
            && words.is_any(index + 1, &["last", "this"])
            && words.is_time(index + 2)
            && words.is_possessive_mark(index + 3)
        {
            return true;
        }
        if words.is(index, "for") {
            return false;
        }
        let Some(end) = self.noun_phrase_end(index + 1, high) else { return false };
        let last = words.word(end - 1);
        if words.is_any(index, &["with", "to", "from", "by"]) {
            return words.is(index, "with") && VENUES.contains(&last)
                || words.is(index, "to") && matches!(last, "reporters" | "journalists");
        }
        VENUES.contains(&last)
            || ((words.is_time(end - 1))
                && words.is_any(index + 1, &["the", "last", "this", "early", "late", "recent", "a"])
                && words.is_any(index, &["in", "on", "at"]))
    }

    /// "A, B and C": the list goes on behind the comma.
    pub(super) fn list_goes_on(&self, comma: usize, high: usize) -> bool {
        let words = &self.words;
        let added = words.is(comma + 1, "as") && words.is(comma + 2, "well") && words.is(comma + 3, "as");
        if words.is(comma + 1, "including") || added && self.noun_phrase_end(comma + 4, high).is_some() {
            return true;
        }
        let start = comma + 1 + usize::from(words.is_any(comma + 1, &["and", "or"]));
        let Some(end) = self.noun_phrase_end(start, high) else { return false };
        if self.group_from(end, high).is_some_and(|(_, group)| group.shape == Shape::Finite) {
            return false;
        }
        // ", and its premier, X, accused": no member of a list but a subject with an aside.
        if words.is(end, ",") && self.aside_end(end, high).is_some() && self.clause_at(start, high).is_some() {
            return false;
        }
        if start > comma + 1 {
            return true;
        }
        (end..high.min(end + 12))
            .take_while(|&at| !words.is_any(at, &[";", ":"]))
            .any(|at| words.is_any(at, &["and", "or"]) && (words.is(at - 1, ",") || at == end || at < end + 4))
    }
}
