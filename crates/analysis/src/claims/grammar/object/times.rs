//! What behind an object says when, where or in which paper something is said.

use crate::claims::scene::Scene;
use crate::tagger::Upos;

/// What somebody does something at each of: "at every turn".
const TURNS: &[&str] = &[
    "turn",
    "step",
    "occasion",
    "opportunity",
    "chance",
    "meeting",
    "session",
    "stage",
    "council",
    "summit",
    "conference",
];

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
    "lecture",
    "keynote",
    "podcast",
    "commentary",
    "blog",
    "webinar",
    "conversation",
    "tuesday",
    "anniversary",
    "sidelines",
    "message",
    "call",
];

impl Scene<'_> {
    /// "by June", "this year": no weekday, on which something is rather said.
    pub(super) fn tells_future(&self, index: usize) -> bool {
        let words = &self.words;
        let month_or_year = |at: usize| words.is_time(at) && !words.word(at).ends_with("day");
        // "in late 2031"
        let part = words.is_any(index + 1, &["late", "early", "mid"]) && month_or_year(index + 2);
        part || month_or_year(index + 1) || words.is(index, "by") && month_or_year(index + 2)
    }

    /// "from the outset", "in the first place", "at the same time".
    pub(super) fn tells_stage(&self, index: usize) -> bool {
        let words = &self.words;
        let stage = words.is_any(index + 2, &["start", "outset", "beginning", "past", "meantime"])
            || words.is_any(index + 2, &["first", "same", "end"])
                && words.is_any(index + 3, &["place", "time", "reading", "instance"]);
        // "backed it from an early stage"
        let early = words.is(index, "from")
            && words.is_any(index + 1, &["an", "a"])
            && words.is(index + 2, "early")
            && words.is_any(index + 3, &["stage", "date", "point", "day"]);
        words.is_any(index, &["from", "at", "in"]) && words.is(index + 1, "the") && stage || early
    }

    /// "in its spring review", "in a note of protest": the paper of the one who says so.
    pub(super) fn tells_paper(&self, index: usize, high: usize) -> bool {
        let words = &self.words;
        let own = words.is(index, "in") && words.is_any(index + 1, &["its", "his", "her", "their", "a", "an"]);
        let rules = ["approach", "policy", "measure", "initiative", "rule", "reform", "framework", "scheme", "ban"];
        let paper = |end: usize| self.is_paper(end - 1) && !words.is_any(end - 1, &rules);
        own && self.noun_phrase_end(index + 1, high).is_some_and(paper)
    }

    /// "at each of the last three councils", "on at least five occasions", "as early as 2031", "by another method"
    pub(super) fn tells_how_often(&self, index: usize) -> bool {
        let words = &self.words;
        let meeting = |at: usize| {
            let word = words.word(at);
            TURNS.contains(&word) || TURNS.iter().any(|turn| word.strip_suffix('s') == Some(turn))
        };
        let each = words.is(index, "at")
            && words.is_any(index + 1, &["each", "all"])
            && words.is(index + 2, "of")
            && words.is_any(index + 3, &["the", "its", "their", "his", "her"])
            && (index + 4..index + 8).any(meeting);
        let counted = words.is(index, "on")
            && (index + 1..index + 5).any(|at| words.is(at, "occasions"))
            && !words.is_any(index + 1, &["the", "these", "those"]);
        let early = words.is(index, "as")
            && words.is_any(index + 1, &["early", "recently", "late", "far"])
            && (words.is(index + 2, "as") && words.is_time(index + 3)
                || words.is(index + 2, "back") && words.is(index + 3, "as"));
        let other = words.is(index, "by")
            && words.is_any(index + 1, &["another", "other", "different"])
            && words.is_any(index + 2, &["method", "methods", "means", "route", "routes", "way"]);
        each || counted || early || other
    }

    /// "on Monday", "in a statement", "at a rally": about the speech and not part of it.
    pub(crate) fn tells_when_or_where(&self, index: usize, high: usize) -> bool {
        let words = &self.words;
        // "on Monday", not "in July’s vote"
        // "on 22 May"
        let dated = words.is(index, "on")
            && words.pos(index + 1) == Upos::Num
            && words.is_time(index + 2)
            && words.is_capitalised(index + 2);
        // "within three hours"
        let soon = words.is(index, "within") && words.pos(index + 1) == Upos::Num && words.is_time(index + 2);
        if dated || soon {
            return true;
        }
        if words.is_time(index + 1)
            && !words.is_any(index, &["from", "with", "to"])
            && !words.is_possessive_mark(index + 2)
        {
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
        // "endorsed the clauses in its spring review", "rejected it from the outset"
        if self.tells_stage(index) || self.tells_paper(index, high) {
            return true;
        }
        // "pleads for it at every turn", not "asks for a levy on every ton"
        if words.is_any(index, &["at", "in", "on"])
            && words.is_any(index + 1, &["every", "each"])
            && (words.is_time(index + 2) || words.is_any(index + 2, TURNS))
        {
            return true;
        }
        if self.tells_how_often(index) {
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
            // "in letters | to the agency"
            || words.is(index, "in") && matches!(last, "letters" | "emails" | "e-mails" | "interviews" | "statements" | "memos")
            || ((words.is_time(end - 1))
                && words.is_any(index + 1, &["the", "last", "this", "early", "late", "recent", "a"])
                && words.is_any(index, &["in", "on", "at"]))
    }
}
