//! Attribution without a verb of its own clause: "according to X", "as X said".

use std::ops::Range;

use crate::claims::candidate::Candidate;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::tagger::Upos;

/// How many tokens may lead over to what somebody says: "At the same time,".
const LONGEST_OPENING: usize = 6;

/// By what something is measured out or ordered.
const MEASURES: &[&str] = &[
    "population",
    "need",
    "needs",
    "guidance",
    "guidelines",
    "rules",
    "principles",
    "criteria",
    "standards",
    "size",
    "merit",
    "ability",
    "capacity",
    "preference",
    "preferences",
    "priority",
    "priorities",
    "interests",
    "circumstances",
    "conditions",
    "tradition",
    "custom",
    "schedule",
    "procedure",
    "procedures",
    "formula",
    "timetable",
    "method",
    "methodology",
    "scale",
    "type",
    "location",
];

impl Scene<'_> {
    /// Claims of a prepositional cue that begins at `index`.
    pub(crate) fn preposition_candidates(&self, index: usize, found: &mut Vec<Candidate>) {
        let words = &self.words;
        for cue in self.lexicon.prepositions(words.word(index)) {
            if !words.are(index, &cue.words) {
                continue;
            }
            let bounds = self.bounds(index);
            // "have begun to quote such numbers": a verb of somebody's.
            let verb = words.is(index, "to") && index > bounds.start && words.is_word(index - 1);
            if verb {
                continue;
            }
            let from = index + cue.words.len();
            if let Some(told) = self.according_to_which(index, from, &bounds) {
                found.push(Candidate { lemma: cue.words.join(" "), form: cue.form, tier: cue.tier, ..told });
                return;
            }
            let Some(end) = self.source_end(from, &bounds) else { continue };
            let source = self.tidy(from..end);
            if self.is_measure(&source, index, &bounds) {
                continue;
            }
            let quoted = cue.words.iter().any(|word| matches!(word.as_str(), "words" | "phrase" | "language"));
            let marked = quoted.then(|| self.nearest_marked(index..end, &bounds)).flatten();
            // "The deal is, in the words of the premier, “a trap”": with what is said to be so, unless the words say it all.
            let part = matches!(marked.as_deref(), Some([words]) if !self.has_finite(words));
            let front = if part { self.predicated_of(index, &bounds) } else { None };
            let marked = marked.map(|marked| front.into_iter().chain(marked).collect());
            let Some(content) = marked.or_else(|| self.rest_of_sentence(index..end, &bounds)) else { continue };
            let known = self.holder_kind(&source).is_some();
            found.push(Candidate {
                source: Some(source),
                cue: Some(index..from),
                lemma: cue.words.join(" "),
                content,
                form: cue.form,
                tier: cue.tier,
                rule: "according-to",
                score: if known { 0.95 } else { 0.75 },
                ..Candidate::default()
            });
            return;
        }
    }

    /// "cited a survey, according to which | half had closed": the paper in front of the pronoun.
    fn according_to_which(&self, index: usize, from: usize, bounds: &Range<usize>) -> Option<Candidate> {
        let words = &self.words;
        if !words.is_any(from, &["which", "whom"]) || index <= bounds.start + 1 {
            return None;
        }
        let before = index - usize::from(words.is(index - 1, ","));
        let named = self.extend_left(self.noun_phrase_before(before, bounds.start)?, bounds.start);
        let start = from + 1 + usize::from(words.is(from + 1, ","));
        self.clause_at(start, bounds.end)?;
        let around = Around { beside: true, ..Around::default() };
        Some(Candidate {
            source: Some(named),
            cue: Some(index..from),
            content: vec![self.tidy(start..self.content_end(start, around, bounds.end))],
            rule: "according-to",
            score: 0.85,
            ..Candidate::default()
        })
    }

    /// "The deal is, | in the words of the premier, “a trap”": subject and copula of the sentence that the words in marks end.
    fn predicated_of(&self, index: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let words = &self.words;
        let end = index.checked_sub(1).filter(|&comma| comma > bounds.start && words.is(comma, ","))?;
        let number = self.groups.at(end - 1)?;
        self.groups.get(number).filter(|group| group.copula && group.shape == Shape::Finite)?;
        let subject = self.subject(number, bounds.start)?;
        let pronoun = words.is_personal_pronoun(subject.tokens.start) || words.is(subject.tokens.start, "this");
        (!pronoun).then_some(subject.tokens.start..end)
    }

    /// "pays them according to need", "sorts them according to strict rules": how something is done.
    fn is_measure(&self, source: &Range<usize>, index: usize, bounds: &Range<usize>) -> bool {
        let words = &self.words;
        let within =
            index > bounds.start && words.is_word(index - 1) && !words.is_any(index - 1, &["and", "but", "that"]);
        let bare =
            matches!(words.pos(source.start), Upos::Adj | Upos::Noun) || words.is_possessive_pronoun(source.start);
        // "in ten-day blocks according to a formula"
        let rule = words.is_any(self.head_of(source), &["formula", "timetable", "schedule", "scale", "criteria"]);
        within && (bare && words.is_any(self.head_of(source), MEASURES) || rule)
    }

    /// "…, in the words of his deputy, “…”": the words in marks right behind the parenthesis or right before it.
    pub(crate) fn nearest_marked(&self, aside: Range<usize>, bounds: &Range<usize>) -> Option<Vec<Range<usize>>> {
        let words = &self.words;
        let open = aside.end + usize::from(words.is_any(aside.end, &[",", ":"]));
        let behind = words.quotations.opening_at(open).filter(|_| open < bounds.end);
        let close = aside.start - usize::from(words.is(aside.start.saturating_sub(1), ","));
        let front = words.quotations.closing_before(close);
        // "“A corridor,” in the words of one official, “is a road”": both halves.
        if let (Some(front), Some(behind)) = (front, behind)
            && let (Some(front), Some(behind)) = (words.quotations.get(front), words.quotations.get(behind))
            && words.is(front.tokens.end.saturating_sub(2), ",")
        {
            return Some(vec![front.tokens.clone(), behind.tokens.clone()]);
        }
        let quoted = behind.or(front)?;
        words.quotations.get(quoted).map(|quoted| vec![quoted.tokens.clone()])
    }

    /// One past the phrase that names the source behind "according to".
    fn source_end(&self, from: usize, bounds: &Range<usize>) -> Option<usize> {
        let words = &self.words;
        let mut end = self.long_phrase_end(from, bounds.end)?;
        while end < bounds.end {
            if words.pos(end) == Upos::Adp || words.is_any(end, &["and"]) {
                match self.long_phrase_end(end + 1, bounds.end) {
                    Some(next) => {
                        end = next;
                        continue;
                    }
                    None => break,
                }
            }
            // "a poll released on Tuesday", "two people familiar with the matter", "those who met him"
            let adverb = usize::from(words.is_any(end, &["now", "then", "still", "currently", "formerly", "recently"]));
            let reduced =
                self.groups.holding(end + adverb).filter(|group| matches!(group.shape, Shape::Participle | Shape::Ing));
            if let Some(group) = reduced {
                end = self.long_phrase_end(group.tokens.end, bounds.end).unwrap_or(group.tokens.end);
                continue;
            }
            // "in the eyes of voters, parties and others."
            if words.is(end, ",")
                && let Some(last) = self.people_end(end, bounds.end)
                && (last >= bounds.end || words.is_any(last, &[".", ";"]))
                && self.groups.within(end..last).next().is_none()
            {
                end = last;
                break;
            }
            if words.is_any(end, &["who", "that", "familiar", "close"]) || words.is_time(end) {
                end += 1;
                while end < bounds.end && !words.is_any(end, &[",", ";", ":"]) {
                    end += 1;
                }
            }
            break;
        }
        Some(end)
    }

    /// "…, and according to X, the plan is dead": what is told is the clause behind, not what stands before "and".
    fn begins_clause(&self, aside: &Range<usize>, bounds: &Range<usize>) -> bool {
        let words = &self.words;
        let joint = aside.start.saturating_sub(1 + usize::from(words.is(aside.start.saturating_sub(1), ",")));
        joint > bounds.start
            && words.is_any(joint, &["and", "but"])
            && words.is_any(joint - 1, &[",", ";"])
            && words.is(aside.end, ",")
            && self.clause_at(aside.end + 1, bounds.end).is_some()
    }

    /// "By contrast, | according to X, it failed", "a rough ride: | according to X, it fell": what stands in front is no part of it.
    fn is_opening(&self, aside: &Range<usize>, bounds: &Range<usize>) -> bool {
        let words = &self.words;
        let front = bounds.start..aside.start;
        let behind = words.is(aside.end, ",");
        let colon = aside.start > bounds.start && words.is(aside.start - 1, ":");
        let contrast = front.len() <= LONGEST_OPENING
            && aside.start > bounds.start
            && words.is(aside.start - 1, ",")
            && words.pos(bounds.start) == Upos::Adp
            && words.is_any(
                aside.start - 2,
                &["contrast", "addition", "result", "example", "instance", "fact", "time", "all"],
            )
            && self.groups.within(front).next().is_none();
        // "the difference is that, in X’s view, | it will fail"
        let that = aside.start - usize::from(aside.start > 0 && words.is(aside.start - 1, ","));
        let told =
            that > bounds.start && words.is(that - 1, "that") && self.clause_at(aside.end + 1, bounds.end).is_some();
        behind && (colon || contrast || told)
    }

    /// "if the port closes, …": a clause in front of the one that is told, and part of it.
    fn grants(&self, index: usize, high: usize) -> bool {
        const OPENERS: &[&str] = &["if", "unless", "because", "although", "though", "once", "while"];
        self.words.is_any(index, OPENERS) && self.clause_at(index + 1, high).is_some()
    }

    /// The sentence without the parenthesis at `aside`, which attributes it.
    pub(crate) fn rest_of_sentence(&self, aside: Range<usize>, bounds: &Range<usize>) -> Option<Vec<Range<usize>>> {
        let words = &self.words;
        let around = Around { beside: true, ..Around::default() };
        let initial = self.words.count_words(bounds.start..aside.start) == 0
            || (bounds.start..aside.start)
                .all(|index| matches!(words.pos(index), Upos::Cconj | Upos::Adv | Upos::Punct | Upos::Sconj));
        let initial = initial || self.is_opening(&aside, bounds);
        // "While according to locals | some have left, the post"
        if initial && aside.start > bounds.start && self.clause_at(aside.end, bounds.end).is_some() {
            let fronted = Around { fronted: true, ..around };
            return Some(vec![self.tidy(aside.end..self.content_end(aside.end, fronted, bounds.end))]);
        }
        if initial || self.begins_clause(&aside, bounds) {
            // An apposition may stand between source and content: the content begins behind the comma where a clause does.
            let mut comma = (aside.end..bounds.end).find(|&index| {
                words.is_any(index, &[",", ":"])
                    && words.quotations.around(index) == words.quotations.around(aside.start)
            })?;
            let first = comma;
            for left in (0..4).rev() {
                if words.is_open_quote(comma + 1)
                    || self.clause_at(comma + 1, bounds.end).is_some()
                    || self.grants(comma + 1, bounds.end)
                {
                    break;
                }
                let next = (comma + 1..bounds.end).find(|&index| words.is(index, ","));
                match next.filter(|&next| next - comma < 20 && left > 0) {
                    // "…, where companies are involved, …" goes on with what stands before it.
                    Some(next) if !words.is_any(next + 1, &["where", "which", "and"]) => comma = next,
                    _ => {
                        comma = first;
                        break;
                    }
                }
            }
            // "drones with gains in speed, range, and load will": a list within the clause, and not what describes the source.
            let listed = comma != first
                && (comma + 2..comma + 5).any(|at| {
                    words.is(at, ",")
                        && words.is_any(at + 1, &["and", "or"])
                        && self.groups.within(comma + 1..at).next().is_none()
                });
            let start = 1 + if listed { first } else { comma };
            let content = self.tidy(start..self.content_end(start, around, bounds.end).max(start));
            return (words.count_words(content.clone()) > 0).then(|| vec![content]);
        }
        // "opened in 2031 and, according to an audit, | tested twice", "sales which, by its count, | have doubled": what is behind.
        let joined = aside.start.checked_sub(1).filter(|&at| at > bounds.start + 1);
        let joined = joined
            .map(|at| if words.is(at, ",") { at - 1 } else { at })
            .filter(|_| words.is(aside.start, ",") || joined.is_some_and(|at| words.is(at, ",")));
        let joined = joined.filter(|_| words.is(aside.end, ","));
        let verb_behind = || {
            let next = aside.end + 1;
            self.group_from(next, bounds.end).is_some_and(|(_, group)| {
                matches!(group.shape, Shape::Finite | Shape::Participle) && words.pos(next) != Upos::Adv
            }) || words.is(next, "by") && self.groups.at(next + 1).is_some()
        };
        if let Some(link) = joined.filter(|&at| words.is_any(at, &["and", "but", "which", "that"]) && verb_behind()) {
            let behind = self.tidy(aside.end + 1..self.content_end(aside.end + 1, around, bounds.end));
            let pronoun = words.is_relative(link).then(|| link..link + 1);
            return Some(pronoun.into_iter().chain([behind]).collect());
        }
        // "a survey, an outcome that, she believes, | neither would welcome": the noun with what is said of it.
        let gapped = joined
            .filter(|&at| words.is_any(at, &["which", "that"]) && self.clause_at(aside.end + 1, bounds.end).is_some());
        if let Some(link) = gapped {
            let noun = self.noun_phrase_before(link, bounds.start)?;
            let behind = self.tidy(aside.end + 1..self.content_end(aside.end + 1, around, bounds.end));
            return Some(vec![noun, behind]);
        }
        let mut low = bounds.start;
        for index in (bounds.start..aside.start).rev() {
            let here = words.quotations.around(index) == words.quotations.around(aside.start);
            if here && words.is(index, ";") {
                low = index + 1;
                break;
            }
        }
        while low < aside.start && words.pos(low) == Upos::Cconj {
            low += 1;
        }
        let before = aside.start - usize::from(words.is(aside.start - 1, ","));
        let low = self.own_clause(before, aside.end, low..bounds.end).unwrap_or(low);
        // A quotation in front may be several sentences long.
        let mut low = low;
        if let Some(quoted) = words.quotations.closing_before(before).and_then(|index| words.quotations.get(index)) {
            low = low.min(quoted.tokens.start);
        }
        // "they contend that it would be better spent here, where smoke kills hundreds | according to the bank": the last clause.
        if aside.end + 1 >= bounds.end
            && let Some(opener) = (low + 1..before)
                .rev()
                .find(|&at| words.is(at - 1, ",") && words.is_any(at, &["where", "which", "who", "whose"]))
            && self.has_finite(&(opener..before))
            && self
                .groups
                .within(low..opener)
                .any(|(_, group)| group.shape == Shape::Finite && self.is_cue_group(group))
        {
            low = opener + usize::from(words.is(opener, "where"));
        }
        let mut content = vec![self.tidy(low..aside.start)];
        // "Since the last truce, in May, | according to X, | some have left": what stands in front has no verb.
        let follows = words.is(aside.end, ",") && self.clause_at(aside.end + 1, bounds.end).is_some();
        let verbless =
            follows && !self.has_finite(&(low..aside.start)) && !(low..aside.start).any(|at| words.is_close_quote(at));
        if verbless {
            let next = aside.end + 1;
            return Some(vec![self.tidy(next..self.content_end(next, around, bounds.end))]);
        }
        if words.is(aside.end, ",") && aside.end + 1 < bounds.end {
            let next = aside.end + 1;
            // "reflects, in the opinion of the institute, | a wider shift": the object of the verb in front.
            let object = self
                .groups
                .holding(before - 1)
                .is_some_and(|group| group.shape == Shape::Finite && !group.passive && group.tokens.end == before);
            let own = !object
                && words.is_any(
                    next,
                    &["who", "which", "a", "the", "an", "and", "but", "while", "although", "as", "where", "when"],
                )
                || self.groups.holding(next).is_some_and(|group| group.shape == Shape::Ing);
            if !own {
                let end = self.content_end(next, around, bounds.end);
                content.push(self.tidy(next..end));
            }
        }
        content.retain(|range| words.count_words(range.clone()) > 0);
        (!content.is_empty()).then_some(content)
    }

    /// "It had planned for more, and | by May, according to X, it had less", "which, X says, is late": where the clause begins in which an
    /// aside from `before` to `behind` stands in front of its verb, if another clause comes before it.
    pub(crate) fn own_clause(&self, before: usize, behind: usize, bounds: Range<usize>) -> Option<usize> {
        let words = &self.words;
        let opener = (bounds.start + 1..before).rev().find(|&at| {
            words.is_any(at, &["while", "whereas", "where", "because", "although", "though", "which", "whose"])
                || words.is_any(at, &["and", "but", "yet"]) && words.is(at - 1, ",")
        })?;
        let relative = words.is_any(opener, &["which", "whose"]);
        let finite = |range: Range<usize>| self.groups.within(range).any(|(_, group)| group.shape == Shape::Finite);
        let start = opener + usize::from(!relative);
        let here = words.quotations.around(opener) == words.quotations.around(behind);
        let first = finite(bounds.start..opener) && !finite(opener..before);
        let goes_on = words.is(behind, ",") && finite(behind..bounds.end);
        (here && first && goes_on && start < before).then_some(start)
    }

    /// "As X said, …", "…, as X put it": the content is the rest of the sentence.
    pub(crate) fn as_said(
        &self,
        candidate_cue: &Range<usize>,
        subject: &Range<usize>,
        bounds: &Range<usize>,
    ) -> Option<Vec<Range<usize>>> {
        let words = &self.words;
        // "as even | its friends concede"
        let adverb = subject.start > bounds.start + 1 && words.is_any(subject.start - 1, &["even", "also", "indeed"]);
        let opener = subject.start.checked_sub(1 + usize::from(adverb));
        let opener = opener.filter(|&index| index >= bounds.start && words.is(index, "as"))?;
        let alone = opener == bounds.start
            || words.is_any(opener - 1, &[",", "(", "but", "and", ";"])
            || words.is_dash(opener - 1)
            || words.is_close_quote(opener - 1);
        if !alone {
            return None;
        }
        let mut end = candidate_cue.end;
        while end < bounds.end && !words.is_any(end, &[",", ";", ":"]) && !words.is_dash(end) {
            end += 1;
        }
        let start = if opener > bounds.start && words.is(opener - 1, ",") { opener - 1 } else { opener };
        // "If, as the ministry says, the fee is a tax, …": the clause that the aside stands in.
        let within = start == bounds.start + 1
            && words.is_any(bounds.start, &["if", "because", "since", "although", "while", "though", "when"]);
        if within && words.is(end, ",") {
            let main = (end + 1..bounds.end)
                .find(|&at| words.is(at, ",") && self.clause_at(at + 1, bounds.end).is_some())
                .filter(|&at| self.has_finite(&(end + 1..at)))?;
            let clause = end + 1..main;
            return Some(vec![clause]);
        }
        self.rest_of_sentence(start..end, bounds)
    }
}
