//! Noun phrases, read from their end leftward or from their start rightward.

use std::ops::Range;

use crate::claims::scene::Scene;
use crate::lexicon::HolderKind;
use crate::tagger::{Upos, VerbForm};
use crate::text::TokenKind;

/// How many tokens a bracket at the end of a phrase may have.
const LONGEST_BRACKET: usize = 30;

/// How many words in marks may be part of a phrase.
const LONGEST_MARKED: usize = 8;

/// Nouns that only say that there are some: "a handful of senators".
pub(crate) const SOME_OF: &[&str] = &[
    "handful",
    "number",
    "couple",
    "clutch",
    "string",
    "succession",
    "array",
    "circle",
    "band",
    "chorus",
    "crop",
    "coterie",
    "smattering",
    "sprinkling",
    "slew",
    "raft",
    "range",
    "variety",
    "generation",
    "pair",
    "trio",
    "cluster",
    "procession",
    "roster",
    "host",
];

impl Scene<'_> {
    /// The base noun phrase that ends before token `end` and begins at or after `low`.
    pub(crate) fn noun_phrase_before(&self, end: usize, low: usize) -> Option<Range<usize>> {
        let words = &self.words;
        let mut last = end.checked_sub(1).filter(|&last| last >= low)?;
        // "the International Tidal Commission (ITC)"
        if words.is(last, ")") {
            let open =
                (low.max(last.saturating_sub(LONGEST_BRACKET))..last).rev().find(|&index| words.is(index, "("))?;
            last = open.checked_sub(1).filter(|&last| last >= low)?;
        }
        if words.is_relative(last) || !words.is_nominal(last) {
            return None;
        }
        // "the minister himself"
        if words.is_any(last, &["himself", "herself", "itself", "themselves"])
            && last > low
            && matches!(words.pos(last - 1), Upos::Noun | Upos::Propn)
        {
            return self.noun_phrase_before(last, low).map(|phrase| phrase.start..end);
        }
        // "they both | want", "we all | want"
        if words.is_any(last, &["both", "all"])
            && let Some(pronoun) = last.checked_sub(1).filter(|&at| at >= low && words.is_any(at, &["they", "we"]))
        {
            return Some(pronoun..end);
        }
        if words.pos(last) == Upos::Pron && !words.is_any(last, &["one", "others", "many", "some"]) {
            return Some(last..end);
        }
        let mut start = last;
        while start > low {
            let before = start - 1;
            let glued = words.token(start).is_some_and(|token| token.glued);
            let joins = match words.pos(before) {
                // "In private | Okello thought", "In public | the bank insists"
                _ if before > low
                    && words.is(before - 1, "in")
                    && words.is_any(before, &["private", "public", "turn", "effect", "particular", "response"])
                    && (words.pos(start) == Upos::Propn || words.pos(start) == Upos::Det) =>
                {
                    false
                }
                // "In his letter | Okello wrote"
                Upos::Noun
                    if (words.pos(start) == Upos::Propn
                        || words.pos(start) == Upos::Adj && words.is_capitalised(start))
                        && !words.is_capitalised(before)
                        && !matches!(words.listed(before).holder, Some(HolderKind::Person | HolderKind::Group)) =>
                {
                    false
                }
                // "On Monday | Okello said", "In 2019 | Okello said"
                Upos::Noun | Upos::Propn | Upos::Num | Upos::Sym => {
                    let dated = words.is_capitalised(before) || words.kind(before) == Some(TokenKind::Number);
                    // "By the end of the month | officials were"
                    let ended = words
                        .is_any(before, &["week", "month", "year", "day", "decade", "afternoon", "evening"])
                        && before > low
                        && words.is_any(before - 1, &["the", "that", "last", "next", "same"])
                        && words.listed(start).holder.is_some()
                        && words.word(start).ends_with('s');
                    let timed = words.is_time(before) && dated && words.pos(start) == Upos::Propn
                        // "In 2023 | Kestrian sources said"
                        || words.kind(before) == Some(TokenKind::Number)
                            && words.word(before).len() == 4
                            && before > low
                            && words.is_any(before - 1, &["in", "by", "since", "until"])
                            && words.is_capitalised(start);
                    // "In the latest Barometer | 71 per cent of those asked"
                    let share = words.pos(start) == Upos::Num
                        && (words.is_any(start + 1, &["%", "percent"])
                            || words.is(start + 1, "per") && words.is(start + 2, "cent"))
                        && words.pos(before) != Upos::Num;
                    !(timed || ended || share) && words.kind(before) != Some(TokenKind::Punctuation)
                }
                Upos::Adj => true,
                // "the sector, which | one insider called": what the clause is about.
                Upos::Det => !(words.is(before, "which") && before > low && words.is(before - 1, ",")),
                Upos::Pron => words.is_possessive_pronoun(before),
                Upos::Part => words.is_possessive_mark(before) && before > low,
                Upos::Verb => {
                    matches!(words.form(before), VerbForm::Ing | VerbForm::PastParticiple)
                        && before > low
                        && (matches!(words.pos(before - 1), Upos::Det | Upos::Adj)
                            || words.is_possessive_pronoun(before - 1)
                            // "a range of developing countries"
                            || words.is(before - 1, "of") && before > low + 1 && self.only_counts(before - 2)
                            // "the governor’s revised plan"
                            || words.is_possessive_mark(before - 1))
                }
                // "Most | constitutional lawyers"
                Upos::Adv if words.is(before, "most") && words.word(last).ends_with('s') => {
                    words.pos(start) == Upos::Adj
                }
                Upos::Adv => {
                    words.pos(start) == Upos::Adj
                        && before > low
                        && matches!(words.pos(before - 1), Upos::Det | Upos::Adv)
                }
                _ => false,
            };
            let hyphen = words.is(before, "-") && glued && before > low;
            // "Ada ‘Tilly’ | Brun"
            if let Some(open) = self.nickname_before(start, low) {
                start = open - 1;
                continue;
            }
            let joins = joins || self.joins_modifiers(before, start..last + 1, low);
            if !(joins || hyphen || words.is_possessive_mark(before) && before > low) {
                break;
            }
            start = before;
            let stops = matches!(words.pos(before), Upos::Det | Upos::Pron)
                && !(before > low && words.is_any(before - 1, &["all", "both", "half", "such", "many"]));
            if stops {
                break;
            }
        }
        // "the Center for Security and Emerging Technology": a name is one word, whatever stands within it.
        if let Some(first) = self.names.ending_with(last)
            && first >= low
            && first < start
        {
            start = first;
            if start > low && words.pos(start - 1) == Upos::Det {
                start -= 1;
            }
            // "Dunholm’s Ministry of Labour, Family and Youth": with whose it is.
            let parted = (first..last).any(|at| words.is(at, ","));
            if start > low + 1 && parted && words.is_possessive_mark(start - 1) {
                start = self.noun_phrase_before(start - 1, low).map_or(start, |owner| owner.start);
            }
        }
        // "the Center for Security and Emerging Technology report": one in front of the last noun as well.
        if start < last
            && let Some(first) = self.name_around(start)
            && first >= low
        {
            start = first;
            if start > low && words.pos(start - 1) == Upos::Det {
                start -= 1;
            } else if start > low + 1
                && words.kind(start - 1) == Some(TokenKind::Number)
                && words.is_any(start - 2, &["a", "the"])
            {
                // "a 2030 Tidal Commission survey"
                start -= 2;
            }
        }
        // "at least | two states"
        if start > low && words.is_any(start, &["least", "most"]) && words.is(start - 1, "at") {
            start -= 1;
        }
        // A leading mark or possessive is no start.
        while start < last && (words.is_possessive_mark(start) || words.is(start, "-")) {
            start += 1;
        }
        // "On Monday Okello said", but "The report of | July 2024 said"
        let date = (start + 1..=last).all(|at| words.pos(at) == Upos::Num) && start > low && words.is(start - 1, "of");
        while start < last && !date && words.is_time(start) && words.pos(start) == Upos::Propn {
            start += 1;
        }
        Some(start..end)
    }

    /// Whether the "and" at `and` joins what describes the noun behind it: "the Namibian | and South African governments",
    /// "Military | and intelligence officials", "Averland’s | and Kestria’s ministers".
    fn joins_modifiers(&self, and: usize, behind: Range<usize>, low: usize) -> bool {
        let words = &self.words;
        if !words.is(and, "and") || and <= low || behind.len() < 2 {
            return false;
        }
        let first = and - 1;
        if words.is_possessive_mark(first) {
            return words.is_possessive_mark(behind.start + 1);
        }
        // "the defence | and foreign ministers", "the dairy | and potato farmers"
        if self.shares_noun(and, behind.end - 1) {
            return true;
        }
        let described = matches!(words.pos(behind.start), Upos::Adj | Upos::Noun | Upos::Propn);
        if words.pos(first) != Upos::Adj || !described {
            return false;
        }
        let mut start = first;
        while start > low && words.pos(start - 1) == Upos::Adj {
            start -= 1;
        }
        let before = start.checked_sub(1).filter(|&before| before >= low);
        let title = words.is_capitalised(first) && words.is_capitalised(behind.start);
        // "other regional | and global bodies", "the British | and Dutch governments", "for Foreign | and Security Policy"
        let within = before.is_some_and(|before| {
            let both = words.pos(behind.start) == Upos::Adj || title;
            both && (words.pos(before) == Upos::Det || words.is_possessive_mark(before))
                || title && words.is_any(before, &["for", "of"])
        });
        let several = start < first && words.pos(behind.start) == Upos::Adj;
        within || several || words.pos(behind.end - 1) == Upos::Noun && self.is_clause_start(start, low)
    }

    /// "the defence | and interior ministers", "dairy | and potato farmers": what stands around "and" says which of the people at `head`.
    fn shares_noun(&self, and: usize, head: usize) -> bool {
        let words = &self.words;
        let says_which = |at: usize| {
            matches!(words.pos(at), Upos::Noun | Upos::Adj)
                && (!words.is_capitalised(at) || self.bounds(at).start == at)
                && words.listed(at).holder.is_none()
                && !words.word(at).ends_with('s')
        };
        let people = words.listed(head).holder.is_some() && words.word(head).ends_with('s');
        people
            && words.is(and, "and")
            && and + 1 < head
            && and.checked_sub(1).is_some_and(says_which)
            && says_which(and + 1)
    }

    /// Where a nickname in marks opens that stands before `start` and behind a first name.
    fn nickname_before(&self, start: usize, low: usize) -> Option<usize> {
        let words = &self.words;
        let close = start.checked_sub(1).filter(|&close| close > low && words.is_close_quote(close))?;
        let quoted = words.quotations.closing_before(close + 1).and_then(|at| words.quotations.get(at))?;
        let open = quoted.tokens.start;
        let named = open > low && quoted.words <= 2 && words.is_capitalised(open + 1);
        (named && words.pos(start) == Upos::Propn && words.pos(open - 1) == Upos::Propn).then_some(open)
    }

    /// The first token of the name that has begun before token `at` and ends with it.
    fn name_around(&self, at: usize) -> Option<usize> {
        self.names.ending_with(at).filter(|&first| first < at)
    }

    /// One past the base noun phrase that begins at `start`, if one does.
    pub(crate) fn noun_phrase_end(&self, start: usize, high: usize) -> Option<usize> {
        self.phrase_ends.get_or(start, high, || self.find_noun_phrase_end(start, high))
    }

    fn find_noun_phrase_end(&self, start: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        if start >= high {
            return None;
        }
        // "in May | President Okello"
        if words.pos(start) == Upos::Propn
            && words.is_capitalised(start)
            && words.is_time(start)
            && !words.is_possessive_mark(start + 1)
        {
            return Some(start + 1 + usize::from(start + 1 < high && words.pos(start + 1) == Upos::Num));
        }
        let demonstrative = words.is_any(start, &["that", "this", "these", "those"])
            && (matches!(words.pos(start + 1), Upos::Noun | Upos::Adj)
                || (words.pos(start + 1) == Upos::Verb && words.pos(start + 2) == Upos::Punct));
        if words.pos(start) == Upos::Pron && !words.is_possessive_pronoun(start) && !demonstrative {
            if words.is_relative(start) || words.is_any(start, &["what", "whatever", "whoever"]) {
                return None;
            }
            return Some(start + 1);
        }
        // "doubts this", "finds these persuasive": a demonstrative without a noun.
        let bare = words.is_any(start, &["this", "these", "those"])
            || words.is(start, "that") && words.pos(start + 1) == Upos::Punct && !words.is_open_quote(start + 1);
        let noun_follows =
            matches!(words.pos(start + 1), Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj | Upos::Verb)
                && !(words.pos(start + 1) == Upos::Adj && matches!(words.pos(start + 2), Upos::Punct | Upos::Adp));
        if bare && !demonstrative && !noun_follows {
            return Some(start + 1);
        }
        let mut end = None;
        let mut index = start;
        while index < high {
            let more = words.is(index, "both") && index == start
                || match words.pos(index) {
                    Upos::Det => {
                        index == start
                            || words.is_any(index - 1, &["all", "both", "half", "such", "many", "of"])
                            || end.is_none()
                    }
                    Upos::Pron => {
                        (words.is_possessive_pronoun(index) || demonstrative && index == start) && end.is_none()
                    }
                    Upos::Adj | Upos::Num | Upos::Sym => true,
                    Upos::Noun | Upos::Propn => words.is_word(index) || words.kind(index) == Some(TokenKind::Symbol),
                    Upos::Part => words.is_possessive_mark(index) && end.is_some(),
                    // "Hezbollah’s nationwide disarmament"
                    Upos::Adv if index > start && words.is_possessive_mark(index - 1) => {
                        matches!(words.pos(index + 1), Upos::Noun | Upos::Adj)
                    }
                    Upos::Adv => {
                        end.is_none()
                            && index + 1 < high
                            && matches!(words.pos(index + 1), Upos::Adj | Upos::Adv | Upos::Num)
                    }
                    Upos::Verb => {
                        // "the proposed plan", "his opening speech"
                        // "told | cheering supporters that"
                        let first = index == start
                            && words.form(index) == VerbForm::Ing
                            && words.pos(index + 1) == Upos::Noun
                            && words.word(index + 1).ends_with('s')
                            && words.listed(index + 1).holder.is_some()
                            && !words.listed(index).verb;
                        first
                            || end.is_none()
                                && index > start
                                && matches!(words.form(index), VerbForm::Ing | VerbForm::PastParticiple)
                                && (matches!(words.pos(index + 1), Upos::Noun | Upos::Propn | Upos::Adj)
                                // "the shortened permitting deadlines"
                                || words.form(index) == VerbForm::PastParticiple
                                    && words.form(index + 1) == VerbForm::Ing
                                    && words.pos(index + 2) == Upos::Noun
                                    && words.pos(index - 1) == Upos::Det)
                    }
                    Upos::Cconj => {
                        end.is_none()
                            && index > start
                            && words.pos(index - 1) == Upos::Adj
                            && (words.pos(index + 1) == Upos::Adj
                                // "human and signals intelligence"
                                || words.pos(index + 1) == Upos::Noun && words.pos(index + 2) == Upos::Noun
                                // "Global and Area Studies"
                                || words.is_capitalised(index - 1)
                                    && words.pos(index + 1) == Upos::Propn
                                    && words.pos(index + 2) == Upos::Propn)
                    }
                    _ => words.is_possessive_mark(index) && end.is_some(),
                };
            let opens = words.is_open_quote(index);
            // "the station’s “Early Tide”"
            if opens
                && index > start
                && words.is_possessive_mark(index - 1)
                && let Some(quoted) = words.quotations.opening_at(index).and_then(|at| words.quotations.get(at))
                && quoted.words <= 4
                && quoted.tokens.end <= high
            {
                return Some(quoted.tokens.end);
            }
            // "an “independent deterrent”", "a ‘period of reflection’"
            if opens
                && index == start
                && let Some(quoted) = words.quotations.opening_at(index).and_then(|at| words.quotations.get(at))
                && quoted.words <= 2
                && quoted.tokens.end < high
                && words.pos(quoted.tokens.end) == Upos::Noun
            {
                index = quoted.tokens.end;
                continue;
            }
            if opens
                && index > start
                && end.is_none()
                && (matches!(words.pos(index - 1), Upos::Det | Upos::Adj) || words.is_possessive_pronoun(index - 1))
                && let Some(quoted) = words.quotations.opening_at(index).and_then(|at| words.quotations.get(at))
                && quoted.words <= LONGEST_MARKED
                && quoted.tokens.end <= high
            {
                if words.pos(quoted.tokens.end) != Upos::Noun {
                    return Some(quoted.tokens.end);
                }
                index = quoted.tokens.end;
                continue;
            }
            // "an autonomous, not independent, province", "a free, open and safe sea"
            let among = end.is_none()
                && index > start
                && (words.is(index, ",") && self.adjectives_go_on(index)
                    || words.is(index, "not") && self.adjectives_go_on(index - 1));
            let more = more || among || demonstrative && index <= start + 1;
            let hyphen =
                || words.is(index, "-") && index > start && words.token(index).is_some_and(|token| token.glued);
            if !more && !hyphen() {
                // "a Free and Open Sea (FOS) region"
                let close = (index + 1..high.min(index + 6))
                    .find(|&at| words.is(at, ")"))
                    .filter(|_| words.is(index, "(") && index > start);
                if let Some(close) = close.filter(|&close| {
                    end.is_none() && matches!(words.pos(close + 1), Upos::Noun | Upos::Propn | Upos::Adj)
                }) {
                    index = close + 1;
                    continue;
                }
                break;
            }
            if (words.is_nominal(index) && !(demonstrative && index == start))
                || (demonstrative && index == start + 1)
                || (words.pos(index) == Upos::Adj && words.is(index, "other"))
            {
                end = Some(index + 1);
            }
            index += 1;
        }
        // "Averland’s" alone is no phrase.
        end.filter(|&end| !words.is_possessive_mark(end))
    }

    /// As [`Scene::noun_phrase_end`], with "of" phrases, joined names and bracketed abbreviations behind it.
    pub(crate) fn long_phrase_end(&self, start: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        let mut end = self.noun_phrase_end(start, high)?;
        for _ in 0..6 {
            if words.is(end, "(") {
                let close = (end..high.min(end + 8)).find(|&index| words.is(index, ")"));
                match close {
                    Some(close) => end = close + 1,
                    None => break,
                }
                continue;
            }
            let names = words.pos(end + 1) == Upos::Propn
                && words.pos(end.saturating_sub(1)) == Upos::Propn
                && start > 0
                && words.pos(start - 1) == Upos::Adp;
            let joins =
                words.is_any(end, &["of"]) || (words.is(end, "and") && (names || self.joins_phrases(end, high)));
            if !joins || end >= high {
                break;
            }
            match self.noun_phrase_end(end + 1, high) {
                Some(next) => end = next,
                None => break,
            }
        }
        Some(end)
    }

    /// Whether "and" at `index` joins two phrases and not two clauses.
    fn joins_phrases(&self, index: usize, high: usize) -> bool {
        self.noun_phrase_end(index + 1, high)
            .is_some_and(|end| self.groups.holding(end).is_none_or(|group| group.shape != super::groups::Shape::Finite))
    }

    /// The noun a phrase is about: the last nominal of its first base phrase.
    pub(crate) fn head_of(&self, phrase: &Range<usize>) -> usize {
        self.heads.get_or(phrase.start, phrase.end, || self.find_head_of(phrase))
    }

    fn find_head_of(&self, phrase: &Range<usize>) -> usize {
        let words = &self.words;
        let mut end = self.noun_phrase_end(phrase.start, phrase.end).unwrap_or(phrase.end);
        // "two of their negotiators", "tens of thousands of Averlanders"
        let counts = |index: usize| {
            words.pos(index) == Upos::Num
                || words.is_any(
                    index,
                    &[
                        "each", "neither", "either", "some", "many", "most", "several", "few", "both", "all", "none",
                        "half", "tens", "dozens", "scores", "part", "parts", "sections", "elements", "segments",
                        "swathes", "corners",
                    ],
                )
                || words.is_any(index, &["hundreds", "thousands", "millions", "crowds"])
        };
        let mut counted = phrase.start;
        for _ in 0..2 {
            // "some parts of the fleet" as well
            let bare = end == counted + 1 || end == counted + 2 && words.pos(counted) == Upos::Det;
            // "a small circle of | advisers"
            let some = words.is_any(counted, &["a", "an"]) && words.is_any(end - 1, SOME_OF);
            if (bare && counts(end - 1) || some) && words.is(end, "of") {
                counted = end + 1;
                end = self.noun_phrase_end(counted, phrase.end).unwrap_or(end);
            }
        }
        // "Averland and Kestria's raids": what belongs to both.
        let owned = |range: Range<usize>| range.clone().any(|at| words.is_possessive_mark(at));
        if words.is(end, "and")
            && words.pos(end - 1) == Upos::Propn
            && !owned(phrase.start..end)
            && let Some(both) = self.noun_phrase_end(end + 1, phrase.end)
            && owned(end + 1..both)
        {
            end = both;
        }
        // "the agency’s Tide Gap and Storm Gap reports": what belongs to both names.
        if words.is(end, "and")
            && words.is_capitalised(end - 1)
            && words.is_capitalised(end + 1)
            && let Some(both) = self.noun_phrase_end(end + 1, phrase.end)
            && words.listed(both - 1).holder == Some(HolderKind::Document)
            && !words.is_capitalised(both - 1)
            && words.word(both - 1).ends_with('s')
        {
            end = both;
        }
        // "the dairy and potato farmers": both say what they farm.
        if words.is(end, "and")
            && let Some(both) = self.noun_phrase_end(end + 1, phrase.end)
            && self.shares_noun(end, both - 1)
        {
            end = both;
        }
        let mut head = end.saturating_sub(1).max(phrase.start);
        while head > phrase.start && !words.is_nominal(head) {
            head -= 1;
        }
        // "Resolution 2231"
        let numbered = words.pos(head) == Upos::Num
            && head > phrase.start
            && matches!(words.pos(head - 1), Upos::Noun | Upos::Propn)
            && !words.is_time(head - 1);
        if numbered { head - 1 } else { head }
    }
}
