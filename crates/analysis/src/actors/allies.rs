//! Those who are allied in an alliance, where its texts call them so without a word whose: "Allies agreed in Tarn".

use rapporteur_core::{ActorKind, MentionForm, Sense, slug};

use super::finder::Finder;
use super::reading::Clause;
use crate::gazetteer::Gap;
use crate::tagger::Upos;

impl Finder<'_> {
    /// "allies" of the one alliance that the text names.
    pub fn allies(&mut self) {
        let Some(alliance) = self.only_alliance() else { return };
        let reading = &self.reading;
        let (mut bare, mut act, mut others) = (Vec::new(), false, false);
        for clause in reading.sentences.iter().filter(|clause| !clause.title_case && !clause.byline) {
            for at in clause.atoms.clone().filter(|&at| reading.lower(at) == "allies") {
                if self.are_bare(clause, at) {
                    let named = at > clause.atoms.start && reading.is_capitalised(at);
                    act |= named || self.verb_follows(clause, at + 1);
                    bare.push((at, named));
                } else {
                    let state = || self.spot_ending(at).and_then(|spot| self.spots.get(spot));
                    others |= reading.is_owned(clause, at)
                        || reading.is_possessive(at.saturating_sub(1))
                        || state().is_some_and(|state| !state.entries().is_empty());
                }
            }
        }
        // "Norvane's allies" in the same text: only with a capital is it clear whose.
        let found: Vec<usize> = bare.into_iter().filter(|&(_, named)| named || !others).map(|(at, _)| at).collect();
        if !act || found.is_empty() {
            return;
        }
        let owner = self.roster.id(alliance).to_owned();
        let name = format!("{} allies", self.roster.get(alliance).map_or("", |alliance| alliance.name.as_str()));
        let id = slug(&format!("{owner} allies"));
        let actor = self.roster.with_id(ActorKind::Group, &id, &name, "allies of the alliance the text is about");
        if let Some(group) = self.roster.actors.get_mut(actor) {
            group.affiliation = Some(owner);
        }
        for at in found {
            self.mentions.retain(|draft| draft.atoms != (at..at + 1));
            self.mention(at..at + 1, actor, MentionForm::Name, Sense::Actor);
        }
    }

    /// The alliance that is called one, if the text names only one.
    fn only_alliance(&self) -> Option<usize> {
        let mut found = self.roster.listed.iter().filter(|(_, listed)| {
            self.reading.gazetteer.actor(**listed).is_some_and(|actor| {
                actor.kind == ActorKind::Alliance && actor.nominals.iter().any(|nominal| nominal == "alliance")
            })
        });
        let (&one, _) = found.next()?;
        found.next().is_none().then_some(one)
    }

    /// Whether no word says whose or which allies they are.
    fn are_bare(&self, clause: &Clause, at: usize) -> bool {
        let reading = &self.reading;
        let owned = reading.is_owned(clause, at) || reading.before(clause, at) == "as";
        let plain = |before: usize| {
            matches!(reading.pos(before), Upos::Verb | Upos::Aux | Upos::Adp | Upos::Sconj | Upos::Adv | Upos::Pron)
        };
        let opens = at == clause.atoms.start || matches!(reading.gap(at), Gap::Comma | Gap::Other);
        (opens || plain(at - 1) && !owned) && (reading.ends_phrase(clause, at + 1) || reading.is_verb(clause, at + 1))
    }
}
