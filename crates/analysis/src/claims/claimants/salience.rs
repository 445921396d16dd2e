//! How much a text is about those it names, where several could be meant.

use rapporteur_core::{MentionForm, Sense};

use super::Resolver;
use crate::actors::FoundMention;

impl Resolver<'_, '_> {
    /// Of mentions, nearest first, the actor of that which the text is most about.
    pub(crate) fn most_salient<'m>(
        &self,
        mentions: impl Iterator<Item = &'m FoundMention>,
        token: usize,
    ) -> Option<usize> {
        let mut best: Option<(f32, usize)> = None;
        for mention in mentions {
            let salience = self.salience(mention, self.sentences_between(mention.at.start, token));
            if best.is_none_or(|(most, _)| salience > most) {
                best = Some((salience, mention.actor));
            }
        }
        best.map(|(_, actor)| actor)
    }

    /// How much the text is about whom it names here. The weights were set by hand on `corpus/passages.jsonl`.
    pub(crate) fn salience(&self, mention: &FoundMention, distance: usize) -> f32 {
        let words = &self.scene.words;
        let index = words.layer.token_at(mention.at.start);
        let end = words.layer.token_at(mention.at.end);
        let mut salience = -0.3 * distance as f32;
        let subject = self.is_subject(mention, index) || self.opens_sentence(index);
        let owner = words.is_possessive_mark(end);
        if subject && !owner {
            salience += 0.6;
        }
        if owner || mention.form == MentionForm::Adjective {
            salience -= 0.5;
        }
        if mention.sense == Sense::Place {
            salience -= 0.4;
        }
        if self.previous == Some(mention.actor) {
            salience += 0.3;
        }
        if self.in_content.contains(&mention.actor) {
            salience -= 0.4;
        }
        salience
    }
}
