//! Content in front of the cue: "“No,” said X", "The plan is dead, X said", "The plan, X said, is dead".

use std::ops::Range;

use super::frames::After;
use super::verbs::Cue;
use crate::claims::candidate::Candidate;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::{How, Subject};
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::lexicon::{CueVerb, Frame, Sense};
use crate::tagger::{Upos, VerbForm};
use crate::text::TokenKind;

/// How many words in marks are no quotation of their own.
const LONGEST_FRAGMENT: usize = 4;

impl Scene<'_> {
    /// "No injuries so far, | officials said.": the sentence has nothing else that could be said.
    fn is_sentence_without_verb(&self, left: &Range<usize>, cue: &Cue, after: &After) -> bool {
        let words = &self.words;
        let told = self.person_told_end(cue.tokens.end, after).unwrap_or(cue.tokens.end);
        let behind = self.adjunct_end(told, after.high).unwrap_or(told);
        let ends = behind >= after.high || words.is(behind, ".");
        let named = matches!(words.pos(left.start), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num);
        ends && named && left.start == cue.bounds.start && words.count_words(left.clone()) > 1
    }

    /// "… and admits | trawlers to the grounds": several things are no subject of a verb in the singular.
    fn agrees(&self, group: &Group, subject: &Subject) -> bool {
        let words = &self.words;
        let head = self.head_of(&subject.tokens);
        let things = words.pos(head) == Upos::Noun && words.listed(head).holder.is_none();
        let singular = words.form(group.head) == VerbForm::Present && words.word(group.head).ends_with('s');
        !(things && singular && words.word(head).ends_with('s'))
    }

    pub(crate) fn content_before(
        &self,
        verb: &CueVerb,
        group: &Group,
        cue: &Cue,
        after: &After,
        found: &mut Vec<Candidate>,
    ) {
        let words = &self.words;
        // "“It is late”, the minister was quoted as | telling a fair"
        let quoted_as = group.shape == Shape::Ing
            && group.tokens.start > cue.bounds.start + 1
            && words.is(group.tokens.start - 1, "as")
            && words.is_any(group.tokens.start - 2, &["quoted", "cited", "reported"]);
        let tells_in_front = quoted_as || matches!(group.shape, Shape::Finite | Shape::Participle);
        if !tells_in_front || group.passive || group.negated || group.modal {
            return;
        }
        let tells = |sense: &&Sense| {
            sense.frames.iter().any(|frame| {
                matches!(frame, Frame::Quote | Frame::Clause)
                    || matches!(frame, Frame::Person(crate::lexicon::Rest::Quote))
            })
        };
        if !verb.senses.iter().any(|sense| tells(&sense)) {
            return;
        }
        // Inverted: the cue directly behind the content.
        let inverted =
            self.content_end_before(group.tokens.start, cue).filter(|_| group.tokens.len() == 1).and_then(|end| {
                let subject = self.inverted_subject(group, after.high)?;
                self.agrees(group, &subject).then_some((end, subject))
            });
        let own = |subject: &&Subject| matches!(subject.how, How::Before | How::Aside) || quoted_as;
        let plain = cue.subject.as_ref().filter(own).and_then(|subject| {
            let start = self.before_leading_adverbs(subject.tokens.start, cue.bounds.start);
            Some((self.content_end_before(start, cue)?, subject.clone()))
        });
        let (end, subject) = match (plain, inverted) {
            (Some(plain), _) => plain,
            (None, Some(inverted)) => inverted,
            (None, None) => return,
        };
        // "“It is late,” she concluded": what papers conclude is another sense.
        let Some(sense) = verb.senses.iter().filter(tells).find(|sense| self.holder_of(&subject, sense)) else {
            return;
        };
        let quotes =
            sense.frames.iter().any(|frame| matches!(frame, Frame::Quote | Frame::Person(crate::lexicon::Rest::Quote)));
        if self.voice_of(group.head) == Voice::Quoted
            && (words.is_personal_pronoun(subject.tokens.start) || sense.tier == 2)
        {
            return;
        }
        let quoted = words.quotations.closing_before(end).filter(|&quoted| {
            // The marks around the cue itself are none of its content.
            words.quotations.around(group.head) != Some(quoted)
        });
        if quoted.is_some() && !quotes {
            return;
        }
        if quoted.is_none()
            && (sense.tier == 2 && (subject.how == How::Inverted || !sense.frames.contains(&Frame::That))
                || group.future
                || !self.says_no_more(&subject, cue, after))
        {
            return;
        }
        // "In his book, “Title,” X said that …": the quotation is part of an adjunct.
        let own_content = found.iter().any(|other| other.score > 0.6);
        if own_content
            && let Some(quoted) = quoted.and_then(|index| words.quotations.get(index))
            && words.count_words(self.content_low(cue, quoted.tokens.start)..quoted.tokens.start) > 1
            && (!self.has_finite(&(self.content_low(cue, quoted.tokens.start)..quoted.tokens.start))
                || self.is_title(&quoted.tokens))
        {
            return;
        }
        // "While Okello called it “dead”, Brun said it was alive": a word or two within another clause are not hers.
        if own_content
            && let Some(quoted) = quoted.and_then(|index| words.quotations.get(index))
            && quoted.words <= LONGEST_FRAGMENT
            && quoted.tokens.start > cue.bounds.start
            && words.pos(quoted.tokens.start - 1) != Upos::Punct
            && self.has_finite(&(self.content_low(cue, quoted.tokens.start)..quoted.tokens.start))
        {
            return;
        }
        // "The bank, whose programme | runs until May, has advised against it": no relative clause says the sentence.
        let related = subject.tokens.start.checked_sub(1).is_some_and(|before| before >= cue.bounds.start)
            && words.is(subject.tokens.start, "whose");
        if related {
            return;
        }
        // "It is at 41 per cent, the lowest since the series | began"
        if quoted.is_none() && subject.tokens.clone().any(|at| words.is(at, "since")) {
            return;
        }
        // "And yet, X said, …": nothing of weight in front.
        let left = self.left_content(end, quoted, cue).unwrap_or(end..end);
        let goes_on = subject.how != How::Inverted && self.goes_on_after(cue, &subject, after).is_some();
        if quoted.is_none() && !self.has_finite(&left) && !goes_on && !self.is_sentence_without_verb(&left, cue, after)
        {
            return;
        }
        let behind = if subject.how == How::Inverted { subject.tokens.end } else { cue.tokens.end };
        let mut content = vec![self.tidy_marked(left)];
        let right = self
            .goes_on(self.person_told_end(behind, after).unwrap_or(behind), quoted.is_some(), after)
            // "…, said Rose Brandt, director of the union": describes her.
            .filter(|right| {
                quoted.is_some()
                    || subject.how != How::Inverted
                    || words.is_open_quote(right.start)
                    || self.clause_at(right.start, right.end).is_some()
            })
            // "The line would take years, Okello reckons, | and a visit to it does nothing": the author goes on.
            .filter(|right| {
                let joined =
                    words.is_any(right.start, &["and", "but", "yet"]) && words.is_any(right.start + 1, &["a", "an"]);
                quoted.is_some() || !joined || !self.has_finite(&content[0]) || !self.has_finite(right)
            });
        let split = right.is_some();
        content.extend(right.map(|right| self.tidy(right)).filter(|right| words.count_words(right.clone()) > 0));
        content.retain(|range| words.count_words(range.clone()) > 0);
        if content.is_empty() {
            return;
        }
        let (rule, score) = match (quoted, subject.how, split) {
            (Some(_), How::Inverted, _) => ("quote-cue-after-inverted", 0.97),
            (Some(_), _, _) => ("quote-cue-after", 0.97),
            (None, _, true) if self.leads_into_quotation(&content, cue) => ("clause-around-cue", 0.98),
            (None, _, true) => ("clause-around-cue", 0.84),
            (None, How::Inverted, false) => ("clause-cue-after-inverted", 0.86),
            (None, _, false) => ("clause-cue-after", 0.88),
        };
        // Without marks a cue with content of its own behind it has none in front.
        let score = if quoted.is_none() && score < 0.98 && found.iter().any(|other| other.score > 0.7) {
            score - 0.3
        } else {
            score
        };
        let known = self.holder_kind(subject.antecedent.as_ref().unwrap_or(&subject.tokens)).is_some();
        // "The law, its start pushed back twice, will": what goes on around words that hold nothing is the author's sentence.
        let verbless = content.first().is_some_and(|left| !self.has_finite(left));
        let pronoun = words.is_personal_pronoun(subject.tokens.start);
        if !known && !pronoun && quoted.is_none() && split && verbless {
            return;
        }
        if !known && subject.how == How::Inverted && quoted.is_none() {
            return;
        }
        found.push(Candidate {
            source: Some(subject.tokens.clone()),
            cue: Some(cue.tokens.clone()),
            lemma: verb.lemma.clone(),
            content,
            form: sense.form,
            position: sense.position,
            tier: sense.tier,
            hedged: sense.hedged,
            negated: sense.negated,
            addressee: self.person_told(behind, verb, after),
            rule,
            score: if known { score } else { score - 0.1 },
            ..Candidate::default()
        });
    }

    /// "Batteries need nickel, she said, “and nickel …”": a main clause in front, marks behind.
    fn leads_into_quotation(&self, content: &[Range<usize>], cue: &Cue) -> bool {
        let words = &self.words;
        let (Some(left), Some(right)) = (content.first(), content.last()) else { return false };
        let subordinate = matches!(words.pos(left.start), Upos::Sconj | Upos::Adp)
            || words.is_any(left.start, &["when", "as", "while", "after", "asked", "if", "before", "since"])
            || matches!(words.pos(left.start), Upos::Verb);
        let own_cue =
            self.groups.within(left.clone()).any(|(_, group)| self.is_cue_group(group) && group.shape == Shape::Finite);
        // "The office, she said, “is no base”": the words in marks have their subject in front.
        let goes_on = self
            .group_from(right.start + 1, right.end)
            .is_some_and(|(_, group)| group.shape == Shape::Finite && !words.is_capitalised(group.tokens.start))
            && self.noun_phrase_end(left.start, left.end).is_some();
        right.start > cue.tokens.end
            && words.is_open_quote(right.start)
            && (self.has_finite(left) || goes_on)
            && !subordinate
            && !own_cue
    }

    /// Whether nothing but adjuncts stands between the cue (or the subject behind it) and the next mark.
    fn says_no_more(&self, subject: &Subject, cue: &Cue, after: &After) -> bool {
        let behind = if subject.how == How::Inverted { subject.tokens.end } else { cue.tokens.end };
        let words = &self.words;
        // "…, said an official | who was briefed on it"
        if subject.how == How::Inverted && words.is_any(behind, &["who", "which"]) {
            return true;
        }
        self.after(behind, after.high, after.around).starts.iter().any(|&start| {
            start >= after.high
                || words.is_any(start, &[",", ";", ":", ".", "?", "!"])
                || words.is_dash(start)
                || start > behind && self.only_describes(start, after.high)
        }) || self.person_told_end(behind, after).is_some_and(|end| {
            self.after(end, after.high, after.around)
                .starts
                .iter()
                .any(|&start| start >= after.high || words.is_any(start, &[",", ";", "."]))
        })
    }

    /// "in a filing | timed for the last hour": a participle that describes what stands before it, and no verb behind.
    fn only_describes(&self, start: usize, high: usize) -> bool {
        let group = self.groups.holding(start);
        group.is_some_and(|group| {
            group.shape == Shape::Participle && group.tokens.start == start && !self.is_cue_group(group)
        }) && !self.has_finite(&(start..high))
            && !(start..high).any(|at| self.words.is_any(at, &["that", "whether"]) || self.words.is_open_quote(at))
    }

    /// One past the person of "told me".
    fn person_told_end(&self, behind: usize, after: &After) -> Option<usize> {
        let told = self
            .words
            .is_any(behind.saturating_sub(1), &["told", "tells", "tell", "reminded", "assured", "informed", "informs"]);
        self.long_phrase_end(behind, after.high).filter(|_| told)
    }

    fn holder_of(&self, subject: &Subject, sense: &Sense) -> bool {
        self.holder_fits(sense.holder, subject)
    }

    /// "told reporters" behind a quotation.
    fn person_told(&self, behind: usize, verb: &CueVerb, after: &After) -> Option<Range<usize>> {
        if !matches!(verb.lemma.as_str(), "tell" | "inform" | "remind" | "assure" | "warn") {
            return None;
        }
        self.long_phrase_end(behind, after.high).map(|end| behind..end)
    }

    /// "In Kest, later X said": the subject's clause may open with adverbs.
    fn before_leading_adverbs(&self, start: usize, low: usize) -> usize {
        let mut at = start;
        while at > low
            && self.words.pos(at - 1) == Upos::Adv
            && !self.words.is_any(at - 1, &["when", "where", "why", "how"])
        {
            at -= 1;
        }
        at
    }

    /// Where content in front of a clause that begins at `start` ends: behind a closing mark, or before a comma.
    fn content_end_before(&self, start: usize, cue: &Cue) -> Option<usize> {
        let words = &self.words;
        let last = start.checked_sub(1).filter(|&last| last >= cue.bounds.start)?;
        if words.is_close_quote(last) && words.quotations.closing_before(start).is_some() {
            // "The “loopholes” he cited" is no quotation of his. The stop may stand within inner marks.
            let within = (cue.bounds.start..last).rev().find(|&index| !words.is_close_quote(index));
            let stop = within.is_some_and(|stop| words.is_any(stop, &[",", ".", "!", "?", "…", "...", "—", "--", "-"]));
            return stop.then_some(start);
        }
        (words.is(last, ",") || words.is_dash(last)).then_some(last)
    }

    /// "Leaving Well": every word of weight begins with a capital.
    fn is_title(&self, tokens: &Range<usize>) -> bool {
        let words = &self.words;
        words.count_words(tokens.clone()) < 8
            && tokens
                .clone()
                .filter(|&index| words.is_word(index))
                .all(|index| words.is_capitalised(index) || words.word(index).len() < 4)
    }

    /// The content that ends at `end`: a quotation with what leads up to it, or the sentence so far.
    fn left_content(&self, end: usize, quoted: Option<usize>, cue: &Cue) -> Option<Range<usize>> {
        let words = &self.words;
        let low = self.content_low(cue, end);
        match quoted.and_then(|quoted| words.quotations.get(quoted)) {
            Some(quoted) => {
                let start = quoted.tokens.start;
                // "The plan is “dead,” X said": the words before belong to the content, unless they have a cue of their own.
                let lead = low..start.max(low);
                let own_cue = self
                    .groups
                    .within(lead.clone())
                    .any(|(_, group)| self.is_cue_group(group) && group.shape != Shape::Infinitive);
                let leads = lead.clone().any(|index| words.kind(index) == Some(TokenKind::Word))
                    && !own_cue
                    && quoted.tokens.start > low
                    && (quoted.words < 4 || self.has_finite(&lead) || !words.is_any(start - 1, &[",", ":"]));
                Some(if leads { low..end } else { start..end })
            }
            None => (low < end).then_some(low..end),
        }
    }

    /// The start of what a cue may claim in front of it: its sentence, but not what an earlier cue in it has.
    fn content_low(&self, cue: &Cue, end: usize) -> usize {
        let words = &self.words;
        let mut low = cue.bounds.start;
        for index in (low..end).rev() {
            // "An adviser was franker: | there is no way, he said"
            let parts = words.is(index, ";") || words.is(index, ":") && self.has_finite(&(low..index));
            if parts && words.quotations.around(index) == words.quotations.around(cue.tokens.start) {
                low = index + 1;
                break;
            }
        }
        while low < end
            && (words.is_any(low, &["and", "but", "yet", "so", "still", ",", "however"]) || words.is_close_quote(low))
        {
            low += 1;
        }
        let before = end - usize::from(end > low && words.is(end - 1, ","));
        self.own_clause(before, cue.tokens.end, low..cue.bounds.end).unwrap_or(low)
    }

    pub(crate) fn has_finite(&self, range: &Range<usize>) -> bool {
        self.groups.within(range.clone()).any(|(_, group)| group.shape == Shape::Finite)
    }

    fn goes_on_after(&self, cue: &Cue, subject: &Subject, after: &After) -> Option<Range<usize>> {
        let behind = if subject.how == How::Inverted { subject.tokens.end } else { cue.tokens.end };
        self.goes_on(self.person_told_end(behind, after).unwrap_or(behind), false, after)
    }

    /// The second part of an interrupted content: "…, X said, …".
    fn goes_on(&self, behind: usize, quoted: bool, after: &After) -> Option<Range<usize>> {
        let words = &self.words;
        // Adjuncts, and what describes an inverted subject, may stand between.
        let mut at = behind;
        let limit = after.high.min(behind + 40);
        if quoted {
            // The next quotation in the sentence, if only commas, adjuncts and asides stand between.
            while at < limit && !words.is_open_quote(at) {
                if let Some(group) = self.groups.holding(at)
                    && self.is_cue_group(group)
                    // "says X, who owns the café,"
                    && !(group.tokens.start.checked_sub(1).is_some_and(|before| words.is_relative(before))
                        && !words.is_open_quote(group.tokens.end)
                        && !words.is(group.tokens.end, "that"))
                    && match group.shape {
                        Shape::Infinitive => false,
                        Shape::Ing => {
                            words.is_open_quote(group.tokens.end)
                                || words.is_any(group.tokens.end, &[",", ":"])
                                    && words.is_open_quote(group.tokens.end + 1)
                        }
                        _ => true,
                    }
                {
                    return None;
                }
                at += 1;
            }
            if at >= limit || !words.is_any(at.saturating_sub(1), &[",", ":", "—", "–", "--", ";"]) {
                return None;
            }
            let next = words.quotations.opening_at(at).and_then(|index| words.quotations.get(index))?;
            return Some(next.tokens.clone());
        }
        for start in self.after(behind, after.high, after.around).starts {
            if words.is(start, ",") && start + 1 < after.high {
                let next = start + 1;
                let own = self.groups.holding(next)
                    .is_some_and(|group| group.shape == Shape::Ing)
                    || words.is_any(
                        next,
                        &[
                            "and",
                            "but",
                            "adding",
                            "according",
                            "who",
                            "which",
                            "while",
                            "although",
                            "though",
                            "as",
                            "when",
                            "after",
                        ],
                    )
                    || (words.is_any(next, &["a", "an", "the"]) && self.clause_at(next, after.high).is_none())
                    // "X said, in what she called …"
                    || (words.pos(next) == Upos::Adp && words.is_any(next + 1, &["what", "which"]));
                // "It was, she said, the first in years", "Nobody seconded it, she said, although one had winked"
                let unfinished = words.is_any(next, &["a", "an", "the"]);
                let joined = words.is_any(next, &["and", "although", "though", "but", "so"])
                    && (self.relative_subject(next + 1, after.high)
                        || self
                            .clause_at(next + 1, after.high)
                            .and_then(|group| self.groups.get(group))
                            .is_some_and(|group| !self.is_cue_group(group)));
                if own && !unfinished && !joined {
                    return None;
                }
                let end = self.content_end(next, after.around, after.high);
                return (end > next).then_some(next..end);
            }
        }
        None
    }

    /// "and captains that carry coal | go": a subject with a relative clause, and its own verb behind.
    fn relative_subject(&self, start: usize, high: usize) -> bool {
        let words = &self.words;
        self.noun_phrase_end(start, high).is_some_and(|end| {
            let verb = self.groups.holding(end + 1);
            words.is_any(end, &["that", "who", "which"]) && verb.is_some_and(|verb| verb.shape == Shape::Finite)
        })
    }

    /// As [`Scene::tidy`], but a comma or stop inside closing marks stays, and so do the marks.
    fn tidy_marked(&self, range: Range<usize>) -> Range<usize> {
        self.tidy(range)
    }
}
