//! Nouns and adjectives that attribute: "China’s objections to …", "expressed concern that", "is opposed to".

use std::ops::Range;

use rapporteur_core::MentionForm;

use super::candidate::Candidate;
use super::clause::Around;
use super::frames::After;
use super::groups::{Group, Shape};
use super::scene::Scene;
use crate::lexicon::{CueNoun, Frame, Rest};
use crate::tagger::Upos;

/// Who holds what a noun says, and how far the cue reaches.
struct Held {
    source: Range<usize>,
    antecedent: Option<Range<usize>>,
    cue_start: usize,
    /// Where the content is looked for.
    from: usize,
    rule: &'static str,
    score: f32,
    /// The content, where it stands in front.
    content: Option<Range<usize>>,
    hedged: bool,
    past: bool,
}

impl Scene<'_> {
    /// Claims of a noun at `index`.
    pub(super) fn noun_candidates(&self, index: usize, found: &mut Vec<Candidate>) {
        let words = &self.words;
        if words.pos(index) != Upos::Noun
            || self.groups.at(index).is_some()
            || self.voice_of(index) == super::verbs::Voice::Quoted
        {
            return;
        }
        for noun in self.lexicon.nouns(words.word(index)) {
            let bounds = self.bounds(index);
            let Some(phrase) = self.noun_phrase_before(index + 1, bounds.start) else { continue };
            let mut all = self.holders_of(noun, index, &phrase, &bounds);
            all.extend(self.holder_of_sentence(index, &phrase, &bounds, found));
            for held in all {
                if let Some(candidate) = self.noun_candidate(noun, index, &held, &bounds) {
                    found.push(candidate);
                    break;
                }
            }
        }
    }

    fn noun_candidate(&self, noun: &CueNoun, index: usize, held: &Held, bounds: &Range<usize>) -> Option<Candidate> {
        let words = &self.words;
        self.holder_kind(held.antecedent.as_ref().unwrap_or(&held.source))?;
        let around = Around { past: held.past, ..Around::default() };
        let (content, cue_end, score) = match &held.content {
            Some(content) => (content.clone(), held.from, held.score),
            None => {
                let after = self.after(held.from, bounds.end, around);
                let (content, cue_end, clause) = self.noun_content(noun, index, &after)?;
                (content, cue_end, if clause { held.score + 0.06 } else { held.score })
            }
        };
        let content = self.tidy(self.before_main_verb(content));
        if words.count_words(content.clone()) == 0 {
            return None;
        }
        let cue_end = if held.from > index + 1 && held.content.is_none() && held.rule != "noun-copula" {
            index + 1
        } else {
            cue_end
        };
        let cue_end = if held.rule == "noun-copula" { index + 1 } else { cue_end };
        let lemma = words.word(index).to_owned();
        let lemma = if words.word(index).starts_with(noun.lemma.as_str()) || lemma.len() > noun.lemma.len() {
            noun.lemma.clone()
        } else {
            lemma
        };
        Some(Candidate {
            source: Some(held.source.clone()),
            antecedent: held.antecedent.clone(),
            cue: Some(held.cue_start..cue_end.max(index + 1)),
            lemma,
            content: vec![content],
            form: noun.form,
            position: noun.position,
            tier: noun.tier,
            hedged: held.hedged,
            negated: false,
            addressee: None,
            object: None,
            rule: held.rule,
            score,
            speaker: None,
        })
    }

    /// "X’s claim that A had moved | was wrong": up to a second finite verb that nothing introduces.
    fn before_main_verb(&self, content: Range<usize>) -> Range<usize> {
        let words = &self.words;
        let here = words.quotations.around(content.start);
        let mut finite = self
            .groups
            .within(content.clone())
            .map(|(_, group)| group)
            .filter(|group| group.shape == Shape::Finite && words.quotations.around(group.head) == here);
        let infinitive = self
            .groups
            .at(content.start)
            .and_then(|number| self.groups.get(number))
            .filter(|group| group.shape == Shape::Infinitive);
        let Some(mut last) = infinitive.or_else(|| finite.next()) else { return content };
        for group in finite {
            let introduced = (last.tokens.end..group.tokens.start).any(|index| {
                matches!(words.pos(index), Upos::Cconj | Upos::Sconj | Upos::Punct)
                    || words.is_relative(index)
                    || words.is_any(
                        index,
                        &["that", "what", "how", "why", "when", "where", "as", "he", "she", "they", "it", "we"],
                    )
            });
            if !introduced {
                return content.start..group.tokens.start;
            }
            last = group;
        }
        content
    }

    /// The content behind a noun, one past the cue, and whether it is a clause.
    fn noun_content(&self, noun: &CueNoun, index: usize, after: &After) -> Option<(Range<usize>, usize, bool)> {
        let words = &self.words;
        for frame in &noun.content {
            match frame {
                Frame::That => {
                    let at = After { starts: vec![after.at], ..after.clone() };
                    if words.is(after.at, "that")
                        && let Some(matched) = self.match_frame(&Frame::That, &at)
                    {
                        return Some((matched.content, index + 1, true));
                    }
                }
                Frame::To => {
                    // "to" before a verb; before a noun only where the noun takes the preposition.
                    let at = After { starts: vec![after.at], ..after.clone() };
                    if let Some(matched) = self.match_frame(&Frame::To, &at) {
                        return Some((matched.content, index + 1, true));
                    }
                    if words.is(after.at, "to")
                        && words.pos(after.at) == Upos::Adp
                        && noun
                            .content
                            .iter()
                            .all(|frame| *frame != Frame::That || noun.form == rapporteur_core::ClaimForm::Opposition)
                    {
                        let matched = self.rest_after(after.at..after.at, &Rest::Prep("to".to_owned()), &at)?;
                        return Some((matched.content.start + 1..matched.content.end, after.at + 1, false));
                    }
                }
                Frame::Prep(preposition) => {
                    if preposition == "whether" {
                        if words.is(after.at, "whether") {
                            return Some((
                                after.at..self.content_end(after.at, after.around, after.high),
                                index + 1,
                                true,
                            ));
                        }
                        continue;
                    }
                    if !words.is(after.at, preposition) {
                        continue;
                    }
                    let at = After { starts: vec![after.at], ..after.clone() };
                    if let Some(matched) = self.rest_after(after.at..after.at, &Rest::Prep(preposition.clone()), &at) {
                        return Some((matched.content.start + 1..matched.content.end, after.at + 1, false));
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// Who may hold what the noun says, best first.
    fn holders_of(&self, noun: &CueNoun, index: usize, phrase: &Range<usize>, bounds: &Range<usize>) -> Vec<Held> {
        let words = &self.words;
        let mut held = Vec::new();
        let behind = self.holder_behind(noun, index, bounds);
        let verb = phrase
            .start
            .checked_sub(1)
            .filter(|&verb| verb >= bounds.start)
            .and_then(|verb| self.groups.at(verb))
            .or_else(|| self.group_with_particle(phrase.start, bounds.start));
        if let Some((number, group)) = verb.and_then(|number| self.groups.get(number).map(|group| (number, group))) {
            held.extend(self.held_by_verb(noun, index, phrase, bounds, number, group, behind.clone()));
        }
        // "China’s objections", "his concern"
        let mark = (phrase.start..index).rev().find(|&at| words.is_possessive_mark(at));
        let owner = match mark {
            Some(mark) => Some((phrase.start..mark, mark + 1)),
            None if words.is_possessive_pronoun(phrase.start) => {
                Some((phrase.start..phrase.start + 1, phrase.start + 1))
            }
            None => self.adjective_holder(phrase, index),
        };
        if let Some((source, cue_start)) = owner.filter(|_| !noun.predicate) {
            let held_by = |from: usize, rule, score| Held {
                source: source.clone(),
                antecedent: None,
                cue_start,
                from,
                rule,
                score,
                content: None,
                hedged: false,
                past: true,
            };
            // "his plan to …" is seldom more than a fact; "his claim that …" is a claim.
            if mark.is_some() || !words.is_possessive_pronoun(phrase.start) || words.is(index + 1, "that") {
                held.push(held_by(index + 1, "possessor-noun", 0.72));
            }
            held.extend(self.behind_copula(index + 1, bounds.end).map(|from| held_by(from, "noun-copula", 0.74)));
        }
        if let Some((source, from)) = behind.filter(|_| !noun.predicate) {
            let start = if mark.is_some() { index } else { phrase.start };
            let start = (start..=index).find(|&at| !matches!(words.pos(at), Upos::Det)).unwrap_or(index);
            let held_by = |from: usize, rule, score| Held {
                source: source.clone(),
                antecedent: None,
                cue_start: start,
                from,
                rule,
                score,
                content: None,
                hedged: false,
                past: true,
            };
            held.push(held_by(from, "noun-of-holder", 0.72));
            held.extend(self.behind_copula(from, bounds.end).map(|from| held_by(from, "noun-copula", 0.74)));
        }
        held
    }

    /// "opposition from France based on concerns that …": the holder of the claim just before.
    fn holder_of_sentence(
        &self,
        index: usize,
        phrase: &Range<usize>,
        bounds: &Range<usize>,
        found: &[Candidate],
    ) -> Option<Held> {
        let words = &self.words;
        let before = phrase.start.checked_sub(1).filter(|&before| before > bounds.start)?;
        let grounds = words.is_any(before, &["over", "amid", "citing"])
            || (words.is(before, "on") && words.is(before - 1, "based"))
            || (words.is(before, "of") && words.is(before - 1, "because"));
        if !grounds || !words.is(index + 1, "that") {
            return None;
        }
        let near = |candidate: &&Candidate| {
            candidate.cue.as_ref().is_some_and(|cue| cue.start >= bounds.start && cue.end <= index)
                && candidate.score >= 0.6
        };
        let previous = found.iter().rev().find(near)?;
        Some(Held {
            source: previous.source.clone()?,
            antecedent: previous.antecedent.clone(),
            cue_start: index,
            from: index + 1,
            rule: "noun-shares-holder",
            score: 0.6,
            content: None,
            hedged: false,
            past: true,
        })
    }

    /// "opposition | from France", "concerns | of the ministry": the holder, and one past it.
    fn holder_behind(&self, noun: &CueNoun, index: usize, bounds: &Range<usize>) -> Option<(Range<usize>, usize)> {
        let words = &self.words;
        let at = index + 1;
        if at >= bounds.end || !noun.holder.iter().any(|preposition| words.is(at, preposition)) {
            return None;
        }
        let end = self.long_phrase_end(at + 1, bounds.end)?;
        let source = at + 1..end;
        let base = self.noun_phrase_end(at + 1, bounds.end)?;
        // "the warning of war" is about war.
        self.holder_kind(&(at + 1..base))?;
        Some((source, end))
    }

    /// A nationality word in front of the noun: "French opposition".
    fn adjective_holder(&self, phrase: &Range<usize>, index: usize) -> Option<(Range<usize>, usize)> {
        let words = &self.words;
        let before = words.bytes(&(phrase.start..index));
        let mention = self
            .actors
            .mentions_in(before)
            .filter(|mention| {
                mention.form == MentionForm::Adjective
                    || mention.form == MentionForm::Name
                    || mention.form == MentionForm::Abbreviation
            })
            .last()?;
        let start = (phrase.start..index)
            .find(|&at| words.token(at).is_some_and(|token| token.at.start >= mention.at.start))?;
        let end =
            (start..index).rev().find(|&at| words.token(at).is_some_and(|token| token.at.end <= mention.at.end))? + 1;
        Some((start..end, end))
    }

    /// "… is that", "… is clear:": where the content begins.
    fn behind_copula(&self, at: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        let (_, group) = self.group_from(at, high)?;
        if !group.copula || group.shape != Shape::Finite || group.negated {
            return None;
        }
        let mut next = group.tokens.end;
        if words.is_any(next, &["clear", "simple", "plain", "obvious"]) {
            next += 1;
            if words.is_dash(next) || words.is_any(next, &[":", ","]) {
                next += 1;
                return self.clause_at(next, high).map(|_| next);
            }
        }
        (words.is(next, "that") || words.is(next, "to")).then_some(next)
    }

    /// A verb with a particle in front of the noun phrase: "put forward a plan".
    fn group_with_particle(&self, start: usize, low: usize) -> Option<usize> {
        (2..=3).filter_map(|back| start.checked_sub(back)).filter(|&at| at >= low).find_map(|at| {
            let number = self.groups.at(at)?;
            let group = self.groups.get(number)?;
            let particle: Vec<&str> = (group.head + 1..start).map(|at| self.words.word(at)).collect();
            let fits = |list: &[Vec<String>]| {
                list.iter().any(|rest| rest.len() == particle.len() && rest.iter().zip(&particle).all(|(a, b)| a == b))
            };
            let word = self.words.word(group.head);
            (!particle.is_empty() && (fits(self.lexicon.giving(word)) || fits(self.lexicon.receiving(word))))
                .then_some(number)
        })
    }

    /// The holder through the verb the noun is the object of.
    #[expect(clippy::too_many_arguments, reason = "all of them are needed once, here")]
    fn held_by_verb(
        &self,
        noun: &CueNoun,
        index: usize,
        phrase: &Range<usize>,
        bounds: &Range<usize>,
        number: usize,
        group: &Group,
        behind: Option<(Range<usize>, usize)>,
    ) -> Vec<Held> {
        let words = &self.words;
        if group.modal || group.negated || matches!(group.shape, Shape::Bare) {
            return Vec::new();
        }
        let particle: Vec<&str> = (group.head + 1..phrase.start).map(|at| words.word(at)).collect();
        let fits = |list: &[Vec<String>]| {
            list.iter().any(|rest| rest.len() == particle.len() && rest.iter().zip(&particle).all(|(a, b)| a == b))
        };
        let word = words.word(group.head);
        let subject = self.subject(number, bounds.start);
        if noun.predicate {
            let is =
                group.copula || matches!(word, "become" | "became" | "becomes" | "remain" | "remains" | "remained");
            return match subject {
                Some(subject) if is => vec![Held {
                    source: subject.tokens,
                    antecedent: subject.antecedent,
                    cue_start: (phrase.start..index).find(|&at| words.pos(at) != Upos::Det).unwrap_or(index),
                    from: index + 1,
                    rule: "predicate-noun",
                    score: 0.74,
                    content: None,
                    hedged: false,
                    past: group.past,
                }],
                _ => Vec::new(),
            };
        }
        if group.copula {
            return Vec::new();
        }
        let owned = (phrase.start..index).any(|at| words.is_possessive_mark(at) || words.is_possessive_pronoun(at));
        let own = !owned || words.is_possessive_pronoun(phrase.start);
        if own && !group.passive && fits(self.lexicon.giving(word)) {
            return subject
                .map(|subject| Held {
                    source: subject.tokens,
                    antecedent: subject.antecedent,
                    cue_start: group.tokens.start,
                    from: index + 1,
                    rule: "verb-with-cue-noun",
                    score: if particle.is_empty() && matches!(word, "have" | "has" | "had" | "having") {
                        0.74
                    } else {
                        0.86
                    },
                    content: None,
                    hedged: false,
                    past: group.past,
                })
                .into_iter()
                .collect();
        }
        if fits(self.lexicon.receiving(word))
            && let Some((source, end)) = behind
        {
            let cue_start = (phrase.start..index).find(|&at| words.pos(at) != Upos::Det).unwrap_or(index);
            let held = |from, content| Held {
                source: source.clone(),
                antecedent: None,
                cue_start,
                from,
                rule: "noun-from-holder",
                score: 0.76,
                content,
                hedged: false,
                past: group.past,
            };
            let mut all = Vec::new();
            if words.is_any(end, &["for", "over", "about"]) || words.is(end, "that") {
                all.push(held(end, None));
            }
            if let Some(subject) = subject {
                all.push(held(index + 2, Some(subject.antecedent.unwrap_or(subject.tokens))));
            }
            return all;
        }
        Vec::new()
    }

    /// Claims of an adjective behind a form of "be": "is opposed to".
    pub(super) fn adjective_candidates(&self, index: usize, found: &mut Vec<Candidate>) {
        let words = &self.words;
        let adjectives = self.lexicon.adjectives(words.word(index));
        if adjectives.is_empty() || self.voice_of(index) == super::verbs::Voice::Quoted {
            return;
        }
        let bounds = self.bounds(index);
        let mut before = index;
        while before > bounds.start && words.pos(before - 1) == Upos::Adv {
            before -= 1;
        }
        let Some(number) = self
            .groups
            .at(index)
            .or_else(|| before.checked_sub(1).filter(|&at| at >= bounds.start).and_then(|at| self.groups.at(at)))
        else {
            return;
        };
        let Some(group) = self.groups.get(number) else { return };
        let own = group.head == index && group.passive;
        let linked = group.copula
            || words.is_any(
                group.head,
                &[
                    "feel", "felt", "feels", "remain", "remains", "remained", "became", "sounded", "grew", "seemed",
                    "appeared",
                ],
            );
        if !(own || (linked && group.head != index))
            || group.modal
            || !matches!(group.shape, Shape::Finite | Shape::Ing)
        {
            return;
        }
        let Some(subject) = self.subject(number, bounds.start) else { return };
        let phrase = subject.antecedent.as_ref().unwrap_or(&subject.tokens);
        if self.holder_kind(phrase).is_none() || words.is(self.head_of(phrase), "it") {
            return;
        }
        let around =
            Around { past: group.past, relative: subject.how == super::subject::How::Relative, ..Around::default() };
        let after = self.after(index + 1, bounds.end, around);
        for adjective in adjectives {
            for frame in &adjective.content {
                let at = After { starts: vec![index + 1], ..after.clone() };
                let matched = match frame {
                    Frame::Prep(preposition) if preposition != "to" || words.pos(index + 1) == Upos::Adp => {
                        self.match_frame(frame, &at)
                    }
                    Frame::Prep(_) => self.match_frame(&Frame::To, &at),
                    Frame::To if words.pos(index + 1) == Upos::Adp => {
                        self.match_frame(&Frame::Prep("to".to_owned()), &at)
                    }
                    _ => self.match_frame(frame, &at),
                };
                let Some(matched) = matched else { continue };
                let content = self.tidy(matched.content);
                if words.count_words(content.clone()) == 0 {
                    continue;
                }
                found.push(Candidate {
                    source: Some(subject.tokens.clone()),
                    antecedent: subject.antecedent.clone(),
                    cue: Some(group.tokens.start..matched.cue_end.max(index + 1)),
                    lemma: adjective.lemma.clone(),
                    content: vec![content],
                    form: adjective.form,
                    position: adjective.position,
                    tier: adjective.tier,
                    hedged: false,
                    negated: group.negated,
                    addressee: None,
                    object: None,
                    rule: "adjective",
                    score: 0.72,
                    speaker: None,
                });
                return;
            }
        }
    }
}
