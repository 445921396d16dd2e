//! Agreements and joint papers speak for all who made them: "the treaty between Averland and Kestria", "a joint statement".

use std::ops::Range;

use rapporteur_core::{ActorKind, SourceForm};

use super::papers::singular;
use super::{Holder, Resolver};
use crate::claims::grammar::groups::Shape;
use crate::tagger::Upos;

/// What two or more parties make with each other.
fn names_agreement(word: &str) -> bool {
    matches!(
        word,
        "agreement"
            | "treaty"
            | "pact"
            | "accord"
            | "deal"
            | "memorandum"
            | "mou"
            | "compact"
            | "convention"
            | "protocol"
            | "truce"
            | "ceasefire"
            | "declaration"
            | "statement"
            | "communiqué"
            | "communique"
            | "roadmap"
            | "framework"
    )
}

/// How many tokens behind its noun those who made it may be named: "the memorandum of understanding signed in May between".
const BETWEEN: usize = 10;
/// How many sentences back "the agreement" may point to one that was called something else.
const NEAR: usize = 4;
/// How many sentences before "the coalition agreement" its parties may be named.
const COALITION: usize = 8;
/// How many tokens the list of them may have.
const PARTIES: usize = 24;

/// An agreement whose parties the text names beside it.
#[derive(Debug, Clone)]
pub(crate) struct Agreement {
    /// Its noun.
    token: usize,
    parties: Vec<usize>,
    /// Whether they made a paper together, and not an agreement with each other.
    paper: bool,
}

impl Resolver<'_, '_> {
    /// The agreements of the text that are said to be between some, and the papers that some made together.
    pub(crate) fn agreements(&self, papers: &[usize]) -> Vec<Agreement> {
        let words = &self.scene.words;
        let agreed = |token: usize| words.pos(token) != Upos::Verb && names_agreement(words.word(token));
        let mut nouns: Vec<usize> = (0..words.len()).filter(|&token| agreed(token)).collect();
        nouns.extend(papers);
        nouns.sort_unstable();
        nouns.dedup();
        nouns
            .into_iter()
            .filter_map(|token| {
                let agreed = agreed(token).then(|| self.parties_behind(token).or_else(|| self.coalition_of(token)));
                let parties = agreed.flatten();
                let paper = parties.is_none();
                let parties = parties.or_else(|| self.scene.is_paper(token).then(|| self.makers(token))?)?;
                Some(Agreement { token, parties, paper })
            })
            .collect()
    }

    /// "a paper, published in May, by | Averland and Kestria", "Averland and Kestria issued a paper": all who made it.
    fn makers(&self, paper: usize) -> Option<Vec<usize>> {
        let scene = self.scene;
        let words = &scene.words;
        let bounds = scene.bounds(paper);
        let of = |makers: &Range<usize>| Some(self.joint(makers)).filter(|all| all.len() > 1);
        let by = (paper + 1..bounds.end.min(paper + BETWEEN))
            .take_while(|&at| {
                let group = scene.groups.holding(at);
                group.is_none_or(|group| group.shape == Shape::Participle)
            })
            .find(|&at| words.is(at, "by") && !words.is_time(at + 1));
        if let Some(by) = by {
            let first = scene.long_phrase_end(by + 1, bounds.end)?;
            return of(&(by + 1..scene.people_end(first, bounds.end).unwrap_or(first)));
        }
        let phrase = scene.noun_phrase_before(paper + 1, bounds.start)?;
        of(&scene.handed_out_by(&phrase)?)
    }

    /// "the coalition | agreement": the parties that the text has just named side by side.
    fn coalition_of(&self, noun: usize) -> Option<Vec<usize>> {
        let words = &self.scene.words;
        let coalition = noun.checked_sub(1).filter(|&at| words.is(at, "coalition"))?;
        let lists = self.lists_before(coalition, COALITION);
        lists.into_iter().map(|list| list.actors).find(|actors| self.are_parties(actors))
    }

    /// "the pact signed last year between | Averland and Kestria"
    fn parties_behind(&self, noun: usize) -> Option<Vec<usize>> {
        let scene = self.scene;
        let words = &scene.words;
        let high = scene.bounds(noun).end;
        let between = (noun + 1..high.min(noun + BETWEEN)).find(|&at| words.is(at, "between"))?;
        // "an agreement on the strait between Averland and Kestria": another noun may be between them.
        let apart =
            (noun + 1..between).any(|at| words.pos(at) == Upos::Punct || words.is_any(at, &["on", "over", "about"]));
        let end = (between + 1..high.min(between + PARTIES))
            .find(|&at| scene.groups.at(at).is_some() || words.pos(at) == Upos::Punct && !words.is(at, ","))
            .unwrap_or_else(|| high.min(between + PARTIES));
        let lists = self.lists_before(end, 0);
        let list = lists
            .into_iter()
            .rev()
            .find(|list| list.tokens.start > between && list.tokens.start <= between + PARTIES)?;
        // "between President Okello and Premier Lind": between their states.
        let states: Option<Vec<usize>> = list.actors.iter().map(|&actor| self.state_led(actor)).collect();
        (!apart).then(|| states.unwrap_or(list.actors))
    }

    /// The state that a person governs.
    fn state_led(&self, person: usize) -> Option<usize> {
        let actors = &self.scene.actors.actors;
        let state = actors.get(person).filter(|_| self.leads(person))?.affiliation.as_deref()?;
        actors.iter().position(|actor| actor.id == state && actor.kind == ActorKind::State)
    }

    /// The parties to the agreement that a phrase names or takes up.
    pub(crate) fn parties_to(&self, phrase: &Range<usize>, head: usize) -> Option<Holder> {
        let words = &self.scene.words;
        let noun = words.word(head);
        if !names_agreement(noun) && !self.scene.is_paper(head) {
            return None;
        }
        let held = |parties: &[usize]| {
            let (&first, others) = parties.split_first()?;
            let (others, via) = (others.to_vec(), Some(phrase.clone()));
            Some(Holder { others, via, ..Holder::of(first, SourceForm::Document) })
        };
        let at = self.agreements.binary_search_by_key(&head, |agreement| agreement.token);
        if let Some(named) = at.ok().and_then(|at| self.agreements.get(at)) {
            return held(&named.parties);
        }
        let definite = words.is_any(phrase.start, &["the", "this", "that", "these", "both"]) && phrase.end == head + 1;
        if definite && (head == phrase.start + 1 || words.is(phrase.start + 1, "joint")) {
            let before = self.agreements.partition_point(|agreement| agreement.token < phrase.start);
            let earlier = self.agreements.get(..before)?;
            let same = earlier.iter().rev().find(|agreement| {
                let own = words.word(agreement.token);
                let near = || self.between(agreement.token, head) <= NEAR;
                let any = if agreement.paper {
                    matches!(singular(noun), "document" | "text" | "paper") && self.is_last_paper(agreement.token, head)
                } else {
                    matches!(noun, "agreement" | "deal")
                };
                singular(own) == singular(noun) || noun == "mou" && own == "memorandum" || any && near()
            });
            return held(&same?.parties);
        }
        None
    }

    /// Whether the text names the maker of no other paper between two tokens.
    fn is_last_paper(&self, paper: usize, before: usize) -> bool {
        let known = self.papers.get(..self.papers.partition_point(|known| known.token < before));
        known.is_none_or(|known| known.last().is_none_or(|last| last.token <= paper))
    }

    /// Whether a paper is said to be of several: "the joint statement".
    pub(crate) fn is_joint(&self, phrase: &Range<usize>, head: usize) -> bool {
        (phrase.start..head).any(|at| self.scene.words.is_any(at, &["joint", "common"]))
    }

    /// "a joint declaration signed by the three leaders", "their joint statement": those who made it together.
    pub(crate) fn joint_paper(&self, phrase: &Range<usize>, head: usize) -> Option<Holder> {
        let words = &self.scene.words;
        if !self.is_joint(phrase, head) || !words.is_any(phrase.start, &["a", "the", "this", "that", "another"]) {
            return None;
        }
        let held = |actor, others| {
            Some(Holder { others, via: Some(phrase.clone()), ..Holder::of(actor, SourceForm::Document) })
        };
        let by = (head + 1..phrase.end).find(|&at| words.is_any(at, &["by", "of", "from"]));
        if let Some(makers) = by.and_then(|by| self.scene.noun_phrase_end(by + 1, phrase.end).map(|end| by + 1..end)) {
            let maker = self.scene.head_of(&makers);
            if let Some((first, others)) = self.of_a_list(&makers, maker) {
                return held(first, others);
            }
            if let Some((first, second)) = self.two_of_them(&makers, maker) {
                return held(first, vec![second]);
            }
        }
        // "the Compact met in Kest. The joint statement": an alliance is several as well.
        let before = words.token(phrase.start).map_or(0, |token| token.at.start);
        let alliance = self
            .mentions_before(before)
            .take_while(|mention| self.sentences_between(mention.at.start, phrase.start) <= 1)
            .find(|mention| self.kind(mention.actor) == Some(ActorKind::Alliance))
            .filter(|_| words.is(phrase.start, "the"));
        if let Some(mention) = alliance {
            return held(mention.actor, Vec::new());
        }
        let (first, other) = self.pair_before(phrase.start, "governments")?;
        held(first, vec![other])
    }
}
