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
        self.unlisted_run(phrase.start, base, phrase.start)
    }

    /// "figures compiled by | the Tidal Operators’ Forum", "| Harbour Watch’s survey"
    fn unlisted_maker(&self, phrase: &Range<usize>, head: usize) -> Option<(Range<usize>, ActorKind)> {
        let words = &self.words;
        if let Some(mark) = (phrase.start..head).find(|&at| words.is_possessive_mark(at)) {
            return self.unlisted_run(phrase.start, mark, phrase.start);
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
            let (name, _) = self.unlisted_run(end + 1, house, phrase.end).or_else(|| {
                let name = end + 1..house;
                let plain = name.clone().all(|at| words.pos(at) == Upos::Propn && words.is_capitalised(at));
                (plain && BODY.contains(&name.len())).then_some((name, ActorKind::Organisation))
            })?;
            return Some((name, ActorKind::Organisation));
        }
        self.unlisted_run(by + 1, end, by + 1)
    }

    /// The capitalised words that end at `end`, and what they name.
    fn unlisted_run(&self, low: usize, end: usize, first: usize) -> Option<(Range<usize>, ActorKind)> {
        let words = &self.words;
        let capital = |at: usize| words.is_capitalised(at) && words.is_word(at) && words.pos(at) != Upos::Det;
        let named = |at: &usize| {
            capital(*at)
                || words.is_possessive_mark(*at)
                || words.is_any(*at, &["of", "for", "on", "and"]) && capital(*at + 1)
        };
        let start = (low..end).rev().take_while(named).last()?;
        let start = (start..end).find(|&at| capital(at))?;
        let name = start..end;
        let known = name.clone().any(|at| self.actors.covers(words.bytes(&(at..at + 1))) || words.is_time(at));
        let last = end.checked_sub(1).filter(|&last| capital(last))?;
        if known || words.is_possessive_mark(end) && end == low {
            return None;
        }
        let capitals = |at: usize| words.raw(at).chars().all(char::is_uppercase);
        // "the industry body | ORTA"
        if name.len() == 1 {
            let body = start > low && words.listed(start - 1).holder == Some(HolderKind::Group);
            return (body && capitals(start)).then_some((name, ActorKind::Organisation));
        }
        let plain =
            name.clone().all(|at| words.pos(at) == Upos::Propn && !capitals(at) && words.listed(at).holder.is_none());
        if start == first && PERSON.contains(&name.len()) && plain {
            return Some((name, ActorKind::Person));
        }
        let group = words.listed(last).holder == Some(HolderKind::Group);
        let paper = self.is_paper(last) || words.listed(last).holder == Some(HolderKind::Document);
        let people = words.listed(last).holder == Some(HolderKind::Person);
        let determined = start > low && words.is(start - 1, "the");
        let place = words.is_any(last, PLACES);
        let body = BODY.contains(&name.len()) && !paper && !people && !place && (group || determined);
        body.then_some((name, ActorKind::Organisation))
    }
}
