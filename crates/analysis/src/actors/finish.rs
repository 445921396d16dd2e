//! From drafts to the table.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rapporteur_core::{ActorKind, MentionForm};

use super::finder::Finder;
use super::table::{ActorTable, FoundMention};
use super::turns::named_by_label;
use crate::gazetteer::{KnownActor, fold};

impl Finder<'_> {
    /// Orders mentions and actors by the text; actors nobody mentions are dropped.
    pub fn finish(self) -> ActorTable {
        let Self { reading, mut mentions, roster, labels, speakers, .. } = self;
        mentions.sort_by_key(|draft| (draft.atoms.start, Reverse(draft.atoms.end)));
        mentions.dedup_by(|next, first| next.atoms == first.atoms);
        let mut new_index: BTreeMap<usize, usize> = BTreeMap::new();
        let mut actors = Vec::new();
        let mut found = Vec::with_capacity(mentions.len());
        for draft in mentions {
            let Some(actor) = roster.get(draft.actor) else { continue };
            let index = *new_index.entry(draft.actor).or_insert_with(|| {
                actors.push(actor.clone());
                actors.len() - 1
            });
            let listed = roster.listed.get(&draft.actor).and_then(|&listed| reading.gazetteer.actor(listed));
            let at = reading.range(&draft.atoms);
            found.push(FoundMention { at, actor: index, form: draft.form, sense: draft.sense });
            let named = matches!(
                draft.form,
                MentionForm::Name | MentionForm::Abbreviation | MentionForm::Surname | MentionForm::Metonym
            );
            let surface = at.slice(reading.text).unwrap_or_default();
            if named
                && let Some(actor) = actors.get_mut(index)
                && actor.name != surface
                && !actor.aliases.iter().any(|alias| alias == surface)
            {
                actor.aliases.push(surface.to_owned());
                if let Some(spelt) = listed.and_then(|listed| spelt_so(listed, surface)) {
                    actor.aliases.push(spelt.to_owned());
                }
            }
        }
        let speakers = labels.into_iter().filter_map(|label| {
            let told = speakers.get(&label).and_then(|actor| new_index.get(actor)).copied();
            let actor = told.or_else(|| named_by_label(&label, &actors))?;
            Some((label, actor))
        });
        let speakers = speakers.collect();
        ActorTable { actors, mentions: found, speakers }
    }
}

/// "Harl Dowik" where the text writes "Dowik" for Harl Dovik: the listed full name that ends in this spelling of the family name.
fn spelt_so<'g>(listed: &'g KnownActor, family: &str) -> Option<&'g str> {
    let ends = |name: &str| name.rsplit_once(' ').is_some_and(|(_, last)| fold(last) == fold(family));
    let person = listed.kind == ActorKind::Person && !ends(&listed.name);
    listed.names.iter().find(|name| person && ends(name)).map(String::as_str)
}
