//! Those whom a list named: "Averland, Lomar and Kestria. They …", "the group of six", "the latter".

use std::ops::Range;

use rapporteur_core::{ActorKind, MentionForm, Sense};

use super::Resolver;
use crate::actors::FoundMention;
use crate::claims::grammar::groups::Shape;
use crate::lexicon::HolderKind;
use crate::tagger::Upos;

/// How many sentences back a list may be that a number takes up.
const SENTENCES: usize = 4;
/// How many, where the list has just as many members and there are more than two.
const COUNTED: usize = 8;

/// How far behind a number the list that it counts may reach.
const ASIDE: usize = 40;

/// Nouns for the members of a list, where no person is one of them.
const STATES: &[&str] =
    &["countries", "states", "nations", "governments", "capitals", "powers", "neighbours", "neighbors", "republics"];
/// Where no state is one of them.
const OTHERS: &[&str] = &[
    "factions",
    "companies",
    "firms",
    "groups",
    "organisations",
    "organizations",
    "unions",
    "banks",
    "institutes",
    "institutions",
    "agencies",
    "authors",
    "scholars",
    "experts",
    "economists",
    "researchers",
    "analysts",
    "men",
    "women",
    "senators",
    "lawmakers",
    "judges",
    "candidates",
];
/// Where they may be of any kind.
const MEMBERS: &[&str] = &[
    "parties",
    "leaders",
    "ministers",
    "presidents",
    "members",
    "delegations",
    "signatories",
    "allies",
    "partners",
    "chambers",
];

/// Whether a noun may stand for the members of a list.
fn is_member(noun: &str) -> bool {
    [STATES, OTHERS, MEMBERS].iter().any(|nouns| nouns.contains(&noun))
}

/// What a list may be called as a whole.
const WHOLES: &[&str] =
    &["group", "bloc", "camp", "coalition", "alliance", "grouping", "trio", "quartet", "duo", "pair"];

/// Who opens the sentence before, where those are several.
pub(crate) enum Several {
    Known(usize, Vec<usize>),
    /// People whom the text does not name, by the first token of the words for them.
    Unknown(usize),
    Nobody,
}

/// Actors named side by side.
pub(crate) struct List {
    /// The first of them to the last.
    pub tokens: Range<usize>,
    pub actors: Vec<usize>,
}

impl Resolver<'_, '_> {
    /// The members of a list that a phrase takes up as such.
    pub(crate) fn of_a_list(&self, phrase: &Range<usize>, head: usize) -> Option<(usize, Vec<usize>)> {
        let words = &self.scene.words;
        let start = phrase.start;
        let noun = words.word(head);
        // "the latter", "the former"
        if words.is(start, "the") && words.is_any(start + 1, &["latter", "former"]) && phrase.end == start + 2 {
            let last = words.is(start + 1, "latter");
            let one = |(former, latter)| Some((if last { latter } else { former }, Vec::new()));
            if let Some(two) = self.two_in_turn(start, 0) {
                return one(two);
            }
            let Some(list) = self.lists_before(start, 1).into_iter().next() else {
                return self.two_in_turn(start, 1).and_then(one);
            };
            return match list.actors.as_slice() {
                [former, latter] => Some((if last { *latter } else { *former }, Vec::new())),
                // Of more than two only the whole list can be the latter of two sides.
                [first, others @ ..] if last => Some((*first, others.to_vec())),
                _ => None,
            };
        }
        if !words.is_any(start, &["the", "these", "those", "all", "this", "our"]) {
            return None;
        }
        let member = is_member(noun);
        let whole = WHOLES.contains(&noun);
        // "the group of six", "the three leaders", "the six"
        let until = if words.is(head + 1, "of") { head + 4 } else { head + 1 };
        let number = (start + 1..until.min(phrase.end.max(head + 1))).find_map(|at| count(words.word(at)));
        if let Some(number) = number {
            let people = member || self.scene.lexicon.holder(noun) == Some(HolderKind::Person) && noun.ends_with('s');
            // "the leaders of the three countries"
            let of_all = member && words.is(head + 1, "of");
            let counted =
                people && head <= start + 4 || whole && words.is(head + 1, "of") || head == start + 1 || of_all;
            let held = self.together.as_ref().filter(|(source, all)| {
                // "All three parties" of a coalition are so to the end.
                let parties = noun == "parties" && self.are_parties(all);
                let near = |byte: usize| parties || self.sentences_between(byte, start) <= COUNTED;
                all.len() == number && words.token(*source).is_some_and(|source| near(source.at.start))
            });
            let just = |list: &List| list.actors.len() == number && self.fits_noun(&list.actors, noun, of_all);
            let find = |sentences, places| {
                self.lists_in_front(start, sentences, places).into_iter().find(just).map(|list| list.actors)
            };
            let all = self.list_behind(phrase.end).filter(just).map(|list| list.actors);
            let all = all.or_else(|| held.map(|(_, all)| all.clone()).filter(|all| self.fits_noun(all, noun, of_all)));
            let all = all.or_else(|| find(SENTENCES, false));
            // "Okello met Lind and Brand. … the three leaders": wherever they stand.
            let all = all.or_else(|| {
                let chiefs = matches!(noun, "leaders" | "presidents" | "ministers");
                self.chiefs_before(start).filter(|found| chiefs && found.len() == number)
            });
            let all = all.or_else(|| find(COUNTED, false)).or_else(|| find(COUNTED, true));
            return parted(&all.filter(|_| counted && number > 2)?);
        }
        // "These countries", "this bloc": those just named.
        let plain = head == start + 1;
        if plain && words.is_any(start, &["these", "this"]) && (member || whole) {
            let list = self.lists_before(start, 1).into_iter().next().filter(|list| self.rounds_off(list));
            return parted(&list?.actors);
        }
        // "the leaders hope": those who are named together as the subject just before.
        if plain && words.is(start, "the") && matches!(noun, "leaders" | "ministers" | "presidents" | "senators") {
            let list = self.lists_before(start, 1).into_iter().next()?;
            let persons = list.actors.iter().all(|&actor| self.kind(actor) == Some(ActorKind::Person));
            return parted(&list.actors).filter(|_| persons);
        }
        None
    }

    /// "Averland fears Kestria, as the latter": the only two whom one sentence, so many back, names, in their order.
    fn two_in_turn(&self, token: usize, back: usize) -> Option<(usize, usize)> {
        let before = self.scene.words.token(token)?.at.start;
        let mut found: Vec<usize> = Vec::new();
        for mention in self.mentions_before(before) {
            let distance = self.sentences_between(mention.at.start, token);
            if distance > back {
                break;
            }
            let acts = !matches!(self.kind(mention.actor), Some(ActorKind::Group | ActorKind::Office) | None);
            if distance == back && acts && mention.form != MentionForm::Adjective && !found.contains(&mention.actor) {
                found.push(mention.actor);
            }
        }
        match found.as_slice() {
            [latter, former] => Some((*former, *latter)),
            _ => None,
        }
    }

    /// Whether these may govern together: bodies, and at least one of them a party by its name.
    pub(crate) fn are_parties(&self, members: &[usize]) -> bool {
        let party = |&actor: &usize| {
            self.scene.actors.actors.get(actor).is_some_and(|actor| actor.subkind.as_deref() == Some("party"))
        };
        members.iter().any(party) && members.iter().all(|&actor| self.kind(actor) == Some(ActorKind::Organisation))
    }

    /// Whether the members of a list can be what a noun calls them.
    fn fits_noun(&self, members: &[usize], noun: &str, of_all: bool) -> bool {
        let all = |fits: &dyn Fn(ActorKind) -> bool| members.iter().all(|&actor| self.kind(actor).is_some_and(fits));
        if STATES.contains(&noun) {
            return all(&|kind| kind != ActorKind::Person);
        }
        of_all || !OTHERS.contains(&noun) || all(&|kind| kind != ActorKind::State)
    }

    /// The persons with a post whom the last sentences name, in text order.
    fn chiefs_before(&self, token: usize) -> Option<Vec<usize>> {
        let before = self.scene.words.token(token)?.at.start;
        let mut chiefs: Vec<usize> = Vec::new();
        for mention in self.mentions_before(before) {
            if self.sentences_between(mention.at.start, token) > SENTENCES {
                break;
            }
            if self.leads(mention.actor) && !chiefs.contains(&mention.actor) {
                chiefs.push(mention.actor);
            }
        }
        chiefs.reverse();
        Some(chiefs)
    }

    /// Whom "they" takes up: a list that opens or ends the sentence before, of persons or of bodies.
    pub(crate) fn list_taken_up(&self, token: usize) -> Option<(usize, Vec<usize>)> {
        let list = self.lists_before(token, 1).into_iter().next()?;
        let byte = self.scene.words.token(list.tokens.start)?.at.start;
        let opens = self.opens_sentence(list.tokens.start);
        let before = self.sentences_between(byte, token) == 1;
        // Somebody plural named since is nearer.
        let since = self.scene.words.token(list.tokens.end)?.at.start;
        let here = self.scene.words.token(token)?.at.start;
        let nearer = self.mentions_before(here).take_while(|mention| mention.at.start >= since).any(|mention| {
            let actor = self.scene.actors.actors.get(mention.actor);
            actor.is_some_and(|actor| actor.plural || actor.kind == ActorKind::Group)
        });
        // "what Averland and Kestria dislike is …, whereas they": the subject of this sentence.
        let here = self.sentences_between(byte, token) == 0
            && self.scene.group_from(list.tokens.end, token).is_some_and(|(_, group)| group.shape == Shape::Finite);
        // "its allies, Averland and Kestria, as they": right in front.
        let adjacent = token <= list.tokens.end + 3
            && (list.tokens.end..token).any(|at| matches!(self.scene.words.pos(at), Upos::Sconj | Upos::Punct))
            && (list.tokens.end..token)
                .all(|at| matches!(self.scene.words.pos(at), Upos::Sconj | Upos::Punct | Upos::Adp));
        let fits = (before && (opens || self.rounds_off(&list)) || here || adjacent) && !nearer;
        parted(&list.actors).filter(|_| fits)
    }

    /// "The three pilots are right. They …", "Some members of the Union left. They …": whom the words at the start of the
    /// sentence before stand for.
    pub(crate) fn several_before(&self, token: usize) -> Several {
        let scene = self.scene;
        let words = &scene.words;
        let Some(before) = scene.sentence_at(token).and_then(|sentence| sentence.checked_sub(1)) else {
            return Several::Nobody;
        };
        let sentence = words.layer.sentences.get(before).map(|sentence| sentence.tokens.clone());
        let Some(sentence) = sentence.filter(|_| self.opens_sentence(token)) else { return Several::Nobody };
        let same = words.quotations.outermost(sentence.start) == words.quotations.outermost(token);
        let Some(end) = scene.noun_phrase_end(sentence.start, sentence.end).filter(|_| same) else {
            return Several::Nobody;
        };
        let phrase = sentence.start..end;
        let head = scene.head_of(&phrase);
        if let Some((first, others)) = self.of_a_list(&phrase, head) {
            return Several::Known(first, others);
        }
        if let Some((first, second)) = self.two_of_them(&phrase, head) {
            return Several::Known(first, vec![second]);
        }
        // "The judges held … But they found": still the court.
        if let Some(court) = self.bench_of(&phrase, head) {
            return Several::Known(court, Vec::new());
        }
        let noun = words.word(head);
        let people = words.pos(head) == Upos::Noun
            && (noun.ends_with('s') || words.is(head, "people"))
            && matches!(scene.lexicon.holder(noun), Some(HolderKind::Person | HolderKind::Group))
            && !super::VOICES.contains(&noun);
        // "The two states met. They …": two of whom nothing tells who they are.
        let people = people || count(words.word(phrase.start + 1)).is_some() && is_member(noun);
        let at = words.token(head).map(|token| token.at);
        let named =
            at.is_some_and(|at| scene.actors.mentions_in(words.bytes(&phrase)).any(|mention| mention.at.end >= at.end));
        // "Economists at the Lind Institute" are those of the institute.
        let named = named || words.is(phrase.end, "at");
        let acts = scene.groups.within(phrase.end..sentence.end).next().is_some();
        if people && !named && acts { Several::Unknown(phrase.start) } else { Several::Nobody }
    }

    /// Whether a list is the last thing of its sentence.
    fn rounds_off(&self, list: &List) -> bool {
        let words = &self.scene.words;
        let sentence = self.scene.sentence_at(list.tokens.start).and_then(|index| words.layer.sentences.get(index));
        sentence.is_some_and(|sentence| (list.tokens.end..sentence.tokens.end).all(|at| words.pos(at) == Upos::Punct))
    }

    /// "the three parties — | the Tide, the Dawn and the Harbour Front": the list that an aside behind a phrase begins with.
    fn list_behind(&self, end: usize) -> Option<List> {
        let words = &self.scene.words;
        if !(words.is_any(end, &[",", "(", ":"]) || words.is_dash(end)) {
            return None;
        }
        let high = self.scene.bounds(end).end.min(end + ASIDE);
        let close = (end + 1..high).find(|&at| words.is_any(at, &[")", ";"]) || words.is_dash(at)).unwrap_or(high);
        let mut lists = self.lists_before(close, 0);
        lists.retain(|list| list.tokens.start > end && list.tokens.start <= end + 5);
        lists.pop()
    }

    /// The lists of at least two actors that end before `token`, nearest first, at most so many sentences back.
    pub(crate) fn lists_before(&self, token: usize, sentences: usize) -> Vec<List> {
        self.lists_in_front(token, sentences, false)
    }

    /// As [`Self::lists_before`], of places as well: "coups in Averland, Lomar and Kestria".
    fn lists_in_front(&self, token: usize, sentences: usize, places: bool) -> Vec<List> {
        let words = &self.scene.words;
        let Some(before) = words.token(token).map(|token| token.at.start) else { return Vec::new() };
        let mut near: Vec<&FoundMention> = self
            .mentions_before(before)
            .take_while(|mention| self.sentences_between(mention.at.start, token) <= sentences)
            .collect();
        near.reverse();
        let mut lists: Vec<List> = Vec::new();
        for person in [true, false] {
            let fits = |mention: &&FoundMention| {
                let kind = self.kind(mention.actor);
                mention.form != MentionForm::Pronoun
                    && mention.form != MentionForm::Adjective
                    && (places || mention.sense == Sense::Actor)
                    && (kind == Some(ActorKind::Person)) == person
                    && kind != Some(ActorKind::Office)
            };
            // "the Littoral Union (LU)" is named once.
            let again = |mention: &&FoundMention| {
                words.layer.token_at(mention.at.start).checked_sub(1).is_some_and(|before| words.is(before, "("))
            };
            let fitting: Vec<&FoundMention> =
                near.iter().copied().filter(|mention| fits(mention) && !again(mention)).collect();
            let mut from = 0;
            while from < fitting.len() {
                let mut to = from + 1;
                let mut closed = false;
                while !closed
                    && let (Some(earlier), Some(later)) = (fitting.get(to - 1), fitting.get(to))
                    && let Some(last) = self.goes_on(earlier, later, person)
                {
                    closed = last;
                    to += 1;
                }
                if let (true, Some(members)) = (closed, fitting.get(from..to)) {
                    let mut actors: Vec<usize> = Vec::new();
                    for member in members {
                        if !actors.contains(&member.actor) {
                            actors.push(member.actor);
                        }
                    }
                    let first = members.first().map_or(0, |first| words.layer.token_at(first.at.start));
                    let end = members.last().map_or(0, |last| words.layer.token_at(last.at.end));
                    if actors.len() >= 2 {
                        lists.push(List { tokens: first..end, actors });
                    }
                }
                from = to;
            }
        }
        lists.sort_by_key(|list| std::cmp::Reverse(list.tokens.start));
        lists
    }

    /// Whether a list goes on from one mention to the next, and whether an "and" makes the second its last.
    fn goes_on(&self, earlier: &FoundMention, later: &FoundMention, person: bool) -> Option<bool> {
        let words = &self.scene.words;
        let end = words.layer.token_at(earlier.at.end);
        let to = words.layer.token_at(later.at.start);
        let bracket = (end + 1..to.min(end + 4)).find(|&at| words.is(end, "(") && words.is(at, ")"));
        let from = bracket.map_or(end, |close| close + 1);
        let together = words.layer.sentence_of(from) == words.layer.sentence_of(to);
        if !together || to <= from || earlier.actor == later.actor {
            return None;
        }
        // What describes the second of them stands between it and what joins them.
        let described = |at: usize| {
            let what = matches!(words.pos(at), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn);
            let kind = words.pos(at) == Upos::Adj && !words.is_capitalised(at);
            person && (what || words.is(at, "retired")) || words.is(at, "the") || kind
        };
        let joint = (from..to).rev().find(|&at| !described(at))?;
        let and = words.is(joint, "and");
        if !and && !words.is_any(joint, &[",", ";"]) {
            return None;
        }
        // Between persons what the first one is may stand, but nothing that is said of him.
        let plain = (from..joint).all(|at| words.is_any(at, &[",", ";"]));
        let aside = person
            && words.is_any(from, &[",", ";", "("])
            && (words.is_any(from + 1, &["a", "an", "the"]) || self.scene.groups.within(from..joint).next().is_none())
            && !(from..joint).any(|at| words.is_any(at, &["and", "who", "which"]));
        (plain || aside).then_some(and)
    }
}

/// The first and the others.
fn parted(all: &[usize]) -> Option<(usize, Vec<usize>)> {
    all.split_first().map(|(&first, others)| (first, others.to_vec()))
}

fn count(word: &str) -> Option<usize> {
    const NUMBERS: &[&str] = &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    NUMBERS.iter().position(|number| *number == word).map(|index| index + 2)
}
