//! Actors for those who hold a claim or are spoken to and whom no list has: groups that only a noun names, and names nothing explains.

use std::collections::BTreeMap;

use rapporteur_core::{ActorKind, ByteRange, MentionForm};

use super::FoundClaims;
use crate::actors::ActorTable;

/// People who speak or are spoken to and whom the text names by a noun alone: "residents", "the authors".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnnamedGroup {
    /// Index of the claim.
    pub claim: usize,
    /// Whether they are spoken to; else they hold it.
    pub addressed: bool,
    /// The noun.
    pub at: ByteRange,
    /// The words that tell who they are: "residents of one settlement".
    pub name: ByteRange,
    /// A group; a person or an organisation where the words are a name.
    pub kind: ActorKind,
}

impl FoundClaims {
    /// Makes actors of the groups that no actor is known for, and gives the claims to them.
    pub(crate) fn name_groups(&mut self, table: &mut ActorTable, text: &str) {
        // Two claims may share their source.
        let mut known: BTreeMap<ByteRange, usize> = BTreeMap::new();
        let mut groups = table.new_groups();
        for group in &self.unnamed {
            let actor = *known.entry(group.at).or_insert_with(|| {
                let evidence = match (group.kind, group.addressed) {
                    (ActorKind::Group, true) => "people spoken to in a claim",
                    (ActorKind::Group, false) => "people who hold a claim",
                    (_, true) => "name spoken to in a claim",
                    (_, false) => "name that holds a claim",
                };
                groups.mention(group.kind, group.name.slice(text).unwrap_or_default(), group.at, evidence)
            });
            if let Some(claim) = self.claims.get_mut(group.claim) {
                let place = if group.addressed { &mut claim.addressee } else { &mut claim.claimant };
                *place = Some(actor);
            }
        }
        groups.finish();
        // "Kestrian | engineers": of whom they are.
        for (at, actor) in known {
            let adjective = table.mentions_in(at).find(|mention| mention.form == MentionForm::Adjective);
            let owner = adjective.and_then(|owner| table.actors.get(owner.actor)).map(|owner| owner.id.clone());
            if let Some(people) = table.actors.get_mut(actor) {
                people.affiliation = people.affiliation.take().or(owner);
            }
        }
    }
}
