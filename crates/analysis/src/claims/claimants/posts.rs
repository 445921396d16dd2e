//! Pronouns for those of whom the same or the last sentence names only the post.

use std::ops::Range;

use rapporteur_core::ActorKind;

use super::Resolver;
use crate::actors::Gender;
use crate::tagger::Upos;

/// Posts by which a text takes somebody up whom it has named.
const POSTS: &[&str] = &[
    "president",
    "minister",
    "premier",
    "chancellor",
    "governor",
    "mayor",
    "secretary",
    "commissioner",
    "chairman",
    "chairwoman",
    "chair",
    "director",
    "ambassador",
    "envoy",
    "judge",
    "senator",
    "general",
    "chief",
];

/// How many tokens back such a post may stand.
const REACH: usize = 60;

impl Resolver<'_, '_> {
    /// "Her interior minister, Sorrel Vane, goes further: in May | she said": who is named beside the words that open the
    /// sentence with her owner.
    pub(crate) fn named_beside_owner(&self, token: usize, gender: Gender) -> Option<usize> {
        let words = &self.scene.words;
        let sentence = words.layer.sentences.get(words.layer.sentence_of(token)?)?.tokens.clone();
        let owned = words.is_any(sentence.start, &["his", "her", "its", "their"])
            && words.is_possessive_pronoun(sentence.start)
            && words.is_any(token, &["he", "she"])
            && words.quotations.outermost(sentence.start) == words.quotations.outermost(token);
        let end = self.scene.noun_phrase_end(sentence.start, token).filter(|_| owned)?;
        let named = self.named_in_aside(end)?;
        let own = self.scene.actors.actors.get(named).filter(|actor| actor.kind == ActorKind::Person)?;
        own.gender.is_none_or(|own| own == gender).then_some(named)
    }

    /// "Kestria’s Minister of Water was right when | she said": the office that is the subject of the sentence so far, in which
    /// no person is named.
    pub(crate) fn office_at_hand(&self, token: usize) -> Option<usize> {
        let words = &self.scene.words;
        let here = words.token(token)?.at.start;
        let mut office = None;
        for mention in self.mentions_before(here).take_while(|it| self.sentences_between(it.at.start, token) == 0) {
            match self.kind(mention.actor)? {
                ActorKind::Person => return None,
                ActorKind::Office => {
                    let index = words.layer.token_at(mention.at.start);
                    office = office.or(self.is_subject(mention, index).then_some(mention.actor));
                }
                _ => {}
            }
        }
        office
    }

    /// "They say the prime minister wants a strike. I think | she would like": the person whom a post in this sentence or the
    /// one before takes up.
    pub(crate) fn post_at_hand(&self, token: usize, gender: Gender) -> Option<usize> {
        let words = &self.scene.words;
        let here = self.scene.sentence_at(token)?;
        let low = words.layer.sentences.get(here.saturating_sub(1))?.tokens.start;
        let same = words.quotations.outermost(token);
        (low + 1..token).rev().take(REACH).find_map(|head| {
            let word = words.word(head);
            if !POSTS.contains(&word) || words.pos(head) != Upos::Noun || words.quotations.outermost(head) != same {
                return None;
            }
            let phrase = self.scene.noun_phrase_before(head + 1, low)?;
            let prime = word == "minister" && words.is(head - 1, "prime");
            let known = if prime { self.prime_minister(phrase.start) } else { self.by_role(word, phrase.start, head) };
            let actor = known.or_else(|| self.chiefs.get(&self.chief_post(&phrase, head)?).copied())?;
            let own = self.scene.actors.actors.get(actor).filter(|actor| actor.kind == ActorKind::Person)?;
            (own.gender.is_none_or(|own| own == gender)).then_some(actor)
        })
    }

    /// "the prime minister", "the president": whom the post of a head of government stands for, here or the last time.
    pub(crate) fn by_remembered_post(&mut self, base: &Range<usize>, head: usize) -> Option<usize> {
        let Some(post) = self.chief_post(base, head) else { return self.by_chief_post(base, head) };
        let actor = self.by_chief_post(base, head).or_else(|| self.chiefs.get(&post).copied())?;
        self.chiefs.insert(post, actor);
        Some(actor)
    }

    /// The post, where a phrase is nothing but "the" and one.
    fn chief_post(&self, base: &Range<usize>, head: usize) -> Option<String> {
        let words = &self.scene.words;
        let post = (base.start + 1..head + 1).map(|at| words.word(at)).collect::<Vec<_>>().join(" ");
        let chief = matches!(post.as_str(), "prime minister" | "president" | "premier" | "chancellor");
        (chief && words.is(base.start, "the")).then_some(post)
    }

    /// "the leader of the main opposition party": the only one whom the text calls a leader of his party or of the opposition.
    pub(crate) fn leader_of_opposition(&self, phrase: &Range<usize>, head: usize) -> Option<usize> {
        let words = &self.scene.words;
        let described = head + 1..phrase.end;
        let opposition = words.is(head, "leader")
            && head == phrase.start + 1
            && words.is(phrase.start, "the")
            && words.is(described.start, "of")
            && described.clone().any(|at| words.is(at, "opposition"))
            && described
                .clone()
                .all(|at| words.is_any(at, &["of", "the", "main", "largest", "biggest", "opposition", "party"]));
        if !opposition {
            return None;
        }
        let leads = |title: &str| matches!(title.to_lowercase().as_str(), "party leader" | "opposition leader");
        let mut leaders = self.scene.actors.actors.iter().enumerate().filter(|(_, actor)| {
            actor.kind == ActorKind::Person && actor.roles.iter().any(|role| role.at.is_some() && leads(&role.title))
        });
        let (only, _) = leaders.next()?;
        leaders.next().is_none().then_some(only)
    }

    /// The one prime minister whom the text names.
    fn prime_minister(&self, token: usize) -> Option<usize> {
        if !self.scene.words.is(token, "the") {
            return None;
        }
        let mut known = self.scene.actors.actors.iter().enumerate().filter(|(_, actor)| {
            let title = |title: &str| title.eq_ignore_ascii_case("prime minister");
            actor.kind == ActorKind::Person && actor.roles.iter().any(|role| role.at.is_some() && title(&role.title))
        });
        let (only, _) = known.next()?;
        known.next().is_none().then_some(only)
    }
}
