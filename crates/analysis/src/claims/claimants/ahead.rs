//! Pronouns that stand before the name they mean: "In her dissenting opinion, Judge Sorrel Vane criticised".

use rapporteur_core::ActorKind;

use super::Resolver;
use crate::actors::Gender;
use crate::claims::grammar::groups::Shape;
use crate::tagger::Upos;

/// How many tokens the words in front of the comma, and a title behind it, may have.
const LEAD_IN: usize = 12;
const TITLE: usize = 5;

/// What is somebody's view of another: "In his view, Brand is late".
const VIEWS: &[&str] =
    &["view", "views", "opinion", "eyes", "mind", "words", "judgment", "judgement", "reading", "account", "telling"];

impl Resolver<'_, '_> {
    /// The person who is the subject right behind the words that open a sentence with "his" or "her".
    pub(crate) fn person_ahead(&self, token: usize, gender: Gender) -> Option<usize> {
        let scene = self.scene;
        let words = &scene.words;
        let sentence = words.layer.sentences.get(words.layer.sentence_of(token)?)?.tokens.clone();
        let opens = token == sentence.start + 1 && words.pos(sentence.start) == Upos::Adp;
        if !opens || !words.is_possessive_pronoun(token) || VIEWS.contains(&words.word(token + 1)) {
            return None;
        }
        let comma = (token + 1..sentence.end.min(token + LEAD_IN)).find(|&at| words.is(at, ","))?;
        let finite =
            |tokens: std::ops::Range<usize>| scene.groups.within(tokens).any(|(_, group)| group.shape == Shape::Finite);
        let from = words.token(comma)?.at.end;
        let to = words.token(sentence.end.min(comma + TITLE + 1) - 1)?.at.end;
        let near = rapporteur_core::ByteRange::new(from, to);
        let name = scene.actors.mentions_in(near).find(|it| self.kind(it.actor) == Some(ActorKind::Person))?;
        let (first, end) = (words.layer.token_at(name.at.start), words.layer.token_at(name.at.end));
        let title = (comma + 1..first).all(|at| words.is_capitalised(at));
        let verb = end + usize::from(words.pos(end) == Upos::Adv);
        let own = scene.actors.actors.get(name.actor)?.gender;
        let acts = scene.groups.holding(verb).is_some_and(|it| it.shape == Shape::Finite);
        (title && acts && !finite(token..comma) && own.is_none_or(|own| own == gender)).then_some(name.actor)
    }
}
