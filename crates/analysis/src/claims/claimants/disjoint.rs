//! What a claim itself tells of who its pronoun can stand for.

use rapporteur_core::{ActorKind, MentionForm, SourceForm};

use super::papers::Maker;
use super::{Holder, Resolver};
use crate::claims::candidate::Candidate;

impl Resolver<'_, '_> {
    /// Whom the content of a claim names, where a pronoun holds it: nobody speaks of himself by his name.
    pub(crate) fn named_in_content(&self, candidate: &Candidate) -> Vec<usize> {
        let scene = self.scene;
        let words = &scene.words;
        let Some(source) = candidate.source.as_ref().filter(|source| source.len() == 1) else { return Vec::new() };
        let personal = words.is_any(source.start, &["he", "she", "it", "they"]);
        if !personal || candidate.antecedent.is_some() {
            return Vec::new();
        }
        let mut named = Vec::new();
        for content in &candidate.content {
            for mention in scene.actors.mentions_in(words.bytes(content)) {
                let owner = words.is_possessive_mark(words.layer.token_at(mention.at.end));
                let person = self.kind(mention.actor) == Some(ActorKind::Person);
                let name =
                    !matches!(mention.form, MentionForm::Pronoun | MentionForm::Nominal | MentionForm::Adjective);
                if name && (person || !owner) && !named.contains(&mention.actor) {
                    named.push(mention.actor);
                }
            }
        }
        named
    }

    /// Notes that a paper makes a claim, which "it" may take up.
    pub(crate) fn remember_paper(&mut self, candidate: &Candidate, holder: &Holder) {
        let Some(source) = candidate.source.as_ref() else { return };
        let pronoun = self.scene.words.is_any(source.start, &["it", "they"]);
        if !pronoun {
            self.last_paper = holder.via.is_some().then(|| (source.start, holder.clone()));
        }
    }

    /// "the letter said. It described …": the paper that made the last claim, in the sentence before.
    pub(crate) fn paper_goes_on(&self, token: usize) -> Option<Holder> {
        let Some((source, holder)) = self.last_paper.as_ref() else { return self.paper_handed_out(token) };
        let words = &self.scene.words;
        let from = words.token(*source)?.at.start;
        let near = *source < token && self.sentences_between(from, token) == 1 && self.opens_sentence(token);
        let same = words.quotations.outermost(token) == words.quotations.outermost(*source);
        (near && same).then(|| holder.clone())
    }

    /// "Otis Brand tabled a motion. It called …": the new paper that the sentence before says somebody made.
    fn paper_handed_out(&self, token: usize) -> Option<Holder> {
        let words = &self.scene.words;
        let before = self.papers.get(..self.papers.partition_point(|paper| paper.token < token))?;
        let paper = before.last().filter(|_| self.opens_sentence(token))?;
        let Maker::Actor(maker) = paper.maker else { return None };
        let byte = words.token(paper.token)?.at.start;
        let phrase = self.scene.noun_phrase_before(paper.token + 1, self.scene.bounds(paper.token).start)?;
        let new = words.is_any(phrase.start, &["a", "an"]) && words.quotations.around(paper.token).is_none();
        let near = self.sentences_between(byte, token) == 1 && words.quotations.around(token).is_none();
        let form = Some(SourceForm::Document);
        (new && near).then(|| Holder { actor: Some(maker), via: Some(phrase), form, ..Holder::default() })
    }
}
