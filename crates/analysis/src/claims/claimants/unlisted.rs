//! Names that nothing explains but that somebody of that name holds a claim: "Ilka Brandvold of the women’s league", "the Selby
//! Weapons Agency", "figures compiled by the Tidal Operators’ Forum".

use std::ops::Range;

use rapporteur_core::ActorKind;

use crate::claims::scene::Scene;
use crate::lexicon::HolderKind;
use crate::tagger::Upos;

/// How many words a person's name has.
const PERSON: Range<usize> = 2..5;
/// How many words a body's name has.
const BODY: Range<usize> = 2..9;

/// Last words of names of places, which hold nothing.
const PLACES: &[&str] = &[
    "hemisphere",
    "ocean",
    "sea",
    "strait",
    "straits",
    "gulf",
    "bay",
    "river",
    "lake",
    "mountains",
    "desert",
    "valley",
    "basin",
    "corridor",
    "peninsula",
    "plateau",
    "equator",
    "tropics",
    "north",
    "south",
    "east",
    "west",
    "world",
    "coast",
    "canal",
    "war",
    "era",
    "age",
    "century",
    "crisis",
    "spring",
];

impl Scene<'_> {
    /// A name nothing explains, at the head of a phrase, or, where that is a paper, of whoever made it.
    pub(crate) fn unlisted_name(&self, phrase: &Range<usize>) -> Option<(Range<usize>, ActorKind)> {
        let head = self.head_of(phrase);
        let paper = self.words.listed(head).holder == Some(HolderKind::Document) || self.is_paper(head);
        if paper {
            return self.unlisted_maker(phrase, head);
        }
        let base = self.noun_phrase_end(phrase.start, phrase.end).unwrap_or(phrase.end);
        self.unlisted_run(phrase.start..base)
    }

    /// "figures compiled by | the Tidal Operators’ Forum", "| Harbour Watch’s survey"
    fn unlisted_maker(&self, phrase: &Range<usize>, head: usize) -> Option<(Range<usize>, ActorKind)> {
        let words = &self.words;
        if let Some(mark) = (phrase.start..head).find(|&at| words.is_possessive_mark(at)) {
            return self.unlisted_run(phrase.start..mark);
        }
        let by = (head + 1..phrase.end).find(|&at| words.is_any(at, &["by", "from"]))?;
        let end = self.noun_phrase_end(by + 1, phrase.end)?;
        // "a survey by the Orzhan Barometer | team"
        let crew = end > by + 2
            && !words.is_capitalised(end - 1)
            && words.is_any(end - 1, &["team", "project", "network", "group", "staff"]);
        let end = end - usize::from(crew);
        // "a paper by hydrologists at | the Tidal School of Selby"
        let people = words.listed(end - 1).holder == Some(HolderKind::Person);
        if people && words.is_any(end, &["at", "of", "from"]) {
            let house = self.noun_phrase_end(end + 1, phrase.end)?;
            let name = self.unexplained(end + 1..house)?;
            return self.may_be_body(&name).then_some((name, ActorKind::Organisation));
        }
        self.unlisted_run(by + 1..end)
    }

    /// The capitalised words that a phrase ends with, where nothing explains them.
    fn unexplained(&self, phrase: Range<usize>) -> Option<Range<usize>> {
        let words = &self.words;
        let capital = |at: usize| words.is_capitalised(at) && words.is_word(at) && words.pos(at) != Upos::Det;
        let named = |at: &usize| {
            capital(*at)
                || words.is_possessive_mark(*at)
                || words.is_any(*at, &["of", "for", "on", "and"]) && capital(*at + 1)
        };
        let start = phrase.clone().rev().take_while(named).last()?;
        let start = (start..phrase.end).find(|&at| capital(at))?;
        let name = start..phrase.end;
        let known = name.clone().any(|at| self.actors.covers(words.bytes(&(at..at + 1))) || words.is_time(at));
        (!known && capital(name.end - 1)).then_some(name)
    }

    /// Whether a name has as many words as a body's and ends neither like a place's nor like what people or papers are called.
    fn may_be_body(&self, name: &Range<usize>) -> bool {
        let last = name.end - 1;
        let holder = self.words.listed(last).holder;
        BODY.contains(&name.len())
            && !self.words.is_any(last, PLACES)
            && !self.is_paper(last)
            && !matches!(holder, Some(HolderKind::Document | HolderKind::Person))
    }

    /// The unexplained name that a phrase ends with, and whose it is.
    fn unlisted_run(&self, phrase: Range<usize>) -> Option<(Range<usize>, ActorKind)> {
        let words = &self.words;
        let name = self.unexplained(phrase.clone())?;
        let start = name.start;
        let capitals = |at: usize| words.raw(at).chars().all(char::is_uppercase);
        // "the industry body | ORTA"
        if name.len() == 1 {
            let body = start > phrase.start && words.listed(start - 1).holder == Some(HolderKind::Group);
            return (body && capitals(start)).then_some((name, ActorKind::Organisation));
        }
        let plain =
            name.clone().all(|at| words.pos(at) == Upos::Propn && !capitals(at) && words.listed(at).holder.is_none());
        if start == phrase.start && PERSON.contains(&name.len()) && plain {
            return Some((name, ActorKind::Person));
        }
        let group = words.listed(name.end - 1).holder == Some(HolderKind::Group);
        let determined = start > phrase.start && words.is(start - 1, "the");
        (self.may_be_body(&name) && (group || determined)).then_some((name, ActorKind::Organisation))
    }
}
