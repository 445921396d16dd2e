//! Claimants named by their post, by an aside or by a bare family name.

use std::collections::BTreeMap;
use std::ops::Range;

use rapporteur_core::ActorKind;

use super::Resolver;
use crate::actors::FoundMention;
use crate::gazetteer::fold;
use crate::tagger::Upos;

/// How many sentences back an office may have been named that "the minister" takes up.
const OFFICE_SENTENCES: usize = 8;

/// From how many letters on a family name with one of them wrong is still the same.
const LONG_NAME: usize = 5;

/// How many persons of one first name are compared with each other one.
const NAMESAKES: usize = 32;

impl Resolver<'_, '_> {
    /// A family name the actor stage did not mark here, where one person bears it.
    pub(crate) fn by_surname(&self, head: usize) -> Option<usize> {
        let words = &self.scene.words;
        if words.pos(head) != Upos::Propn {
            return None;
        }
        let name = fold(words.raw(head));
        let mut bearers = self.scene.actors.actors.iter().enumerate().filter(|(_, actor)| {
            actor.kind == ActorKind::Person && fold(&actor.name).split_whitespace().last() == Some(name.as_str())
        });
        let (found, _) = bearers.next()?;
        bearers.next().is_none().then_some(found)
    }

    /// "Josef Brannd" at the end of a source, where the text names a Josef Brand: the same first name, and a family name with
    /// one letter too many, too few or wrong.
    pub(crate) fn by_near_name(&self, phrase: &Range<usize>) -> Option<usize> {
        let words = &self.scene.words;
        let last = phrase.end.checked_sub(1).filter(|&last| last > phrase.start)?;
        if !words.is_capitalised(last) || !words.is_capitalised(last - 1) {
            return None;
        }
        let (first, family) = (fold(words.raw(last - 1)), fold(words.raw(last)));
        let persons = self.scene.actors.actors.iter().enumerate().filter(|(_, actor)| actor.kind == ActorKind::Person);
        let mut near = persons.filter(|(_, actor)| {
            let name = fold(&actor.name);
            name.split(' ').next() == Some(first.as_str())
                && name.split(' ').next_back().is_some_and(|own| own.len() >= LONG_NAME && is_near(own, &family))
        });
        let (found, actor) = near.next()?;
        let wrong = fold(&actor.name).split(' ').next_back() != Some(family.as_str());
        // "the aide of Josef Brannd"
        let before = (last - 1).checked_sub(1).filter(|&before| before >= phrase.start);
        let own = before.is_none_or(|before| {
            words.pos(before) != Upos::Adp && (before == phrase.start || !self.is_title_of(before, found))
        });
        (wrong && own && near.next().is_none()).then_some(found)
    }

    /// Persons whose names differ by one letter from those of others with the same first name, who are named before.
    pub(crate) fn misspelt_names(&self) -> BTreeMap<usize, usize> {
        let mut by_first: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
        let mut persons: Vec<(usize, usize)> = self.first_named.iter().map(|(&actor, &at)| (at, actor)).collect();
        persons.sort_unstable();
        let mut misspelt = BTreeMap::new();
        for (_, index) in persons {
            let person = self.scene.actors.actors.get(index).filter(|actor| actor.kind == ActorKind::Person);
            let Some((first, family)) = person.and_then(|person| person.name.split_once(' ')) else { continue };
            let family = fold(family);
            let namesakes = by_first.entry(fold(first)).or_default();
            let right =
                namesakes.iter().take(NAMESAKES).find(|(_, own)| own.len() >= LONG_NAME && is_near(own, &family));
            match right {
                Some(&(right, _)) => _ = misspelt.insert(index, right),
                None => namesakes.push((index, family)),
            }
        }
        misspelt
    }

    /// "its chairman, Osric Blane, …": the person the aside behind a phrase names.
    pub(crate) fn named_in_aside(&self, end: usize) -> Option<usize> {
        let words = &self.scene.words;
        // "the bank’s chair – Osric Blane – said"
        let dash = words.is_dash(end);
        if !words.is(end, ",") && !dash {
            return None;
        }
        let high = self.scene.bounds(end).end;
        let close = (end + 1..high.min(end + 12))
            .find(|&index| words.is_any(index, &[",", ";"]) || words.is_dash(index))
            .unwrap_or(high.min(end + 12));
        // "Dr Rhoda Pym", "retired judge Philippa Annan": the name ends the first phrase of the aside.
        let phrase_end = self.scene.noun_phrase_end(end + 1, close)?;
        // "General (retired) Paul Brix": or it ends the aside.
        if dash && !(words.is_dash(close) && close == phrase_end) {
            return None;
        }
        let bracket = words.is(phrase_end, "(") && (phrase_end..close).any(|index| words.is(index, ")"));
        // "a brisk young man named Tobin Lask": whatever stands before the name.
        let bracket = bracket || words.is_any(phrase_end, &["named", "called"]) && words.is(close, ",");
        let phrase_end = if bracket { close } else { phrase_end };
        let mention = self.scene.actors.mentions_in(words.bytes(&(end + 1..phrase_end))).last()?;
        let last = words.token(phrase_end - 1)?.at.end;
        let first = words.token(end + 1)?.at.start;
        let whole = mention.at.end == last
            && (mention.at.start == first || bracket || self.scene.noun_phrase_before(phrase_end, end + 1).is_some());
        // "According to an official, Okello threatened": no aside, but what is attributed.
        if self.scene.groups.at(phrase_end).is_some() && !words.is(close, ",") {
            return None;
        }
        // "The manufacturer, Holt Vance, …"
        let body = mention.at.start == first
            && phrase_end == close
            && words.is(close, ",")
            && self.kind(mention.actor) == Some(ActorKind::Organisation);
        if whole && body {
            return Some(mention.actor);
        }
        (whole && self.kind(mention.actor) == Some(ActorKind::Person)).then_some(mention.actor)
    }

    /// "analysts at the Lind Institute": the body they speak for.
    pub(crate) fn employer(&self, phrase: &Range<usize>, end: usize, noun: &str) -> Option<usize> {
        const EMPLOYED: &[&str] = &[
            "analysts",
            "economists",
            "researchers",
            "scientists",
            "experts",
            "strategists",
            "scholars",
            "lawyers",
            "engineers",
            "statisticians",
            "forecasters",
            "modellers",
            "physicians",
            "doctors",
        ];
        let words = &self.scene.words;
        let former = (phrase.start..end).any(|index| words.is_any(index, &["former", "retired"]));
        if !EMPLOYED.contains(&noun) || former || !words.is(end, "at") || end >= phrase.end {
            return None;
        }
        let mention = self.scene.actors.head_mention(words.bytes(&(end + 1..phrase.end)))?;
        matches!(self.kind(mention.actor), Some(ActorKind::Organisation | ActorKind::Alliance)).then_some(mention.actor)
    }

    /// "Averland’s prime minister", "the Sorrelese premier": the holder of a post the text or the gazetteer knows.
    pub(crate) fn by_office(&self, base: &Range<usize>, head: usize) -> Option<usize> {
        let scene = self.scene;
        let body = scene.actors.mentions_in(scene.words.bytes(&(base.start..head))).last()?;
        let body = scene.actors.actors.get(body.actor)?;
        let post = scene.words.word(head);
        let before = (base.start..head).rev().map_while(|index| {
            scene.words.token(index).filter(|_| !scene.words.is_possessive_mark(index)).map(|_| scene.words.word(index))
        });
        let modifier = before.into_iter().next().unwrap_or_default();
        let holders: Vec<usize> = scene
            .actors
            .actors
            .iter()
            .enumerate()
            .filter(|(_, actor)| {
                actor.kind == ActorKind::Person
                    && actor.roles.iter().any(|role| {
                        let title = role.title.to_lowercase();
                        let mut words = title.split_whitespace().rev();
                        let same = words.next() == Some(post);
                        let qualified = words.next();
                        let fits =
                            qualified.is_none_or(|word| word == modifier) || qualified.is_some() && modifier.is_empty();
                        same && fits && role.organisation.as_deref() == Some(body.id.as_str())
                    })
            })
            .map(|(index, _)| index)
            .collect();
        match holders.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// "the minister": the person last named who has such a post.
    pub(crate) fn by_role(&self, word: &str, token: usize, head: usize) -> Option<usize> {
        let before = self.scene.words.token(token)?.at.start;
        let definite = self.scene.words.is_any(token, &["the", "this"]);
        let abbreviated = token == head && self.scene.words.raw(head) == "PM";
        if !definite && !abbreviated {
            return None;
        }
        let table = self.scene.actors;
        let words = &self.scene.words;
        // Words of a name are no part of the title: "the Selby State senator".
        let named = |index: usize| words.token(index).is_some_and(|token| table.covers(token.at));
        let qualifiers: Vec<&str> = (token + 1..head)
            .filter(|&index| words.is_word(index) && !named(index))
            .map(|index| words.word(index))
            .filter(|word| crate::actors::qualifies_titles(word))
            .collect();
        // "the new speaker" is not "the former speaker Ada Brun".
        let new = (token + 1..head).any(|index| words.is_any(index, &["new", "current", "incoming"]));
        // "the secretary | of state"
        let behind = (words.is(head + 1, "of") && words.is(head + 2, "state")).then(|| format!("{word} of state"));
        let partisan = matches!(word, "republican" | "democrat");
        let lawmaker = matches!(
            word,
            "lawmaker" | "legislator" | "congressman" | "congresswoman" | "politician" | "republican" | "democrat"
        );
        // "the planning minister" is no foreign minister, "the minister" no prime minister.
        let fits_title = |title: &str| {
            let title = title.to_lowercase();
            if abbreviated || word == "pm" {
                return title == "prime minister";
            }
            if word == "pontiff" {
                return title == "pope";
            }
            if behind.as_deref() == Some(title.as_str()) {
                return true;
            }
            // "Minister for Tides" is a minister, and the tides minister.
            let front = title.find(" of ").or_else(|| title.find(" for ")).and_then(|at| title.get(..at));
            if let Some(front) = front.filter(|front| front.rsplit(' ').next() == Some(word)) {
                return qualifiers.iter().all(|qualifier| title.split(' ').any(|part| part == *qualifier))
                    && !front.contains("prime");
            }
            let mut parts = title.split(' ').rev();
            let same = parts
                .next()
                .map(in_full)
                .is_some_and(|last| last == word || (makes_laws(last) || partisan && last == "governor") && lawmaker);
            let rest: Vec<&str> = parts.flat_map(|part| part.split('-')).collect();
            let qualified = qualifiers.iter().all(|word| rest.contains(word));
            same && qualified && !(word == "minister" && qualifiers.is_empty() && rest.contains(&"prime"))
        };
        // Most persons are named again and again.
        let mut asked: Vec<(usize, bool)> = Vec::new();
        let mut fits = |actor: usize| {
            if let Some((_, answer)) = asked.iter().find(|(other, _)| *other == actor) {
                return *answer;
            }
            let answer = table.actors.get(actor).is_some_and(|actor| {
                actor.kind == ActorKind::Person
                    && actor.roles.iter().any(|role| {
                        fits_title(&role.title) && !(new && role.at.is_some_and(|at| self.was_before(at.start)))
                    })
            });
            asked.push((actor, answer));
            answer
        };
        // The last one named in this paragraph, else the one a sentence was about, else the last.
        let about = |mention: &&FoundMention| self.opens_sentence(self.scene.words.layer.token_at(mention.at.start));
        let mut bearers = self.mentions_before(before).filter(|mention| fits(mention.actor));
        let Some(last) = bearers.next() else {
            // "the minister": the Kestrian foreign minister of before, whom nobody names.
            let office = self.mentions_before(before).find(|mention| {
                self.sentences_between(mention.at.start, head) <= OFFICE_SENTENCES
                    && table
                        .actors
                        .get(mention.actor)
                        .is_some_and(|actor| actor.kind == ActorKind::Office && fits_title(&actor.name))
            });
            return office.map(|mention| mention.actor);
        };
        let layer = self.scene.words.layer;
        if self.scene.zone_at(layer.token_at(last.at.start)) == self.scene.zone_at(token) {
            return Some(last.actor);
        }
        Some(std::iter::once(last).chain(bearers).find(about).unwrap_or(last).actor)
    }

    /// Whether a title that begins at this byte is said to be one of the past: "former", "ex-".
    fn was_before(&self, byte: usize) -> bool {
        let words = &self.scene.words;
        let at = words.layer.token_at(byte);
        (at.saturating_sub(3)..=at)
            .any(|index| words.is_any(index, &["former", "ex", "outgoing", "ousted", "then", "previous"]))
    }
}

/// Whether a title's last word is that of a member of a parliament.
fn makes_laws(word: &str) -> bool {
    matches!(word, "senator" | "representative" | "congressman" | "congresswoman" | "mp" | "lawmaker" | "legislator")
}

/// The last word of a title, written out: "Gov." is a governor.
fn in_full(word: &str) -> &str {
    match word.trim_end_matches('.') {
        "gov" => "governor",
        "sen" => "senator",
        "rep" => "representative",
        _ => word,
    }
}

/// Whether two words are one letter apart at most.
fn is_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let front = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.get(front..).unwrap_or_default(), other.get(front..).unwrap_or_default());
    let back = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    one.len() - back <= 1 && other.len() - back <= 1
}
