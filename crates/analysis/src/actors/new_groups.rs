//! Groups that are added to a table of actors once the claims are known.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rapporteur_core::{ActorKind, ByteRange, Identifiers, MentionForm, Sense, slug};

use super::table::{ActorTable, FoundActor, FoundMention};

/// Adds groups; the mentions are in order again once it is finished.
pub(crate) struct NewGroups<'t> {
    table: &'t mut ActorTable,
    ids: BTreeSet<String>,
    /// Those of the table as well, by kind and what their names come to as ids.
    by_name: BTreeMap<(ActorKind, String), usize>,
}

impl ActorTable {
    pub(crate) fn new_groups(&mut self) -> NewGroups<'_> {
        let ids = self.actors.iter().map(|actor| actor.id.clone()).collect();
        let named = |kind: ActorKind| matches!(kind, ActorKind::Group | ActorKind::Person | ActorKind::Organisation);
        let groups = self.actors.iter().enumerate().filter(|(_, actor)| named(actor.kind));
        let by_name = groups.map(|(index, actor)| ((actor.kind, actor.id.clone()), index)).collect();
        NewGroups { table: self, ids, by_name }
    }
}

impl NewGroups<'_> {
    /// The actor of that kind and name, with `at` as a mention of it; added if the table has none of that name.
    pub fn mention(&mut self, kind: ActorKind, name: &str, at: ByteRange, evidence: &str) -> usize {
        let plain = slug(name);
        let known = self.by_name.get(&(kind, plain.clone())).copied();
        let actor = known.unwrap_or_else(|| {
            let actor = self.table.actors.len();
            let id = self.free_id(&plain);
            self.table.actors.push(FoundActor {
                id,
                name: name.to_owned(),
                kind,
                subkind: None,
                aliases: Vec::new(),
                roles: Vec::new(),
                affiliation: None,
                identifiers: Identifiers::default(),
                gender: None,
                plural: kind == ActorKind::Group,
                seats: Vec::new(),
                evidence: evidence.to_owned(),
            });
            self.by_name.insert((kind, plain), actor);
            actor
        });
        self.table.mentions.push(FoundMention { at, actor, form: MentionForm::Name, sense: Sense::Actor });
        actor
    }

    /// Puts the mentions in order.
    pub fn finish(self) {
        self.table.mentions.sort_by_key(|mention| (mention.at.start, Reverse(mention.at.end)));
    }

    /// An id that no actor has; of one name the second is numbered.
    fn free_id(&mut self, plain: &str) -> String {
        let numbered = (2..).map(|number| format!("{plain}-{number}"));
        let mut ids = std::iter::once(plain.to_owned()).chain(numbered);
        let id = ids.find(|id| !self.ids.contains(id)).unwrap_or_default();
        self.ids.insert(id.clone());
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_have_ids_of_their_own_and_mentions_stay_in_order() {
        let mut table = ActorTable::default();
        let range = |start, end| ByteRange { start, end };
        let mut groups = table.new_groups();
        groups.mention(ActorKind::Group, "pilots", range(50, 56), "");
        groups.finish();
        // Another actor may have that name already.
        if let Some(pilots) = table.actors.first_mut() {
            pilots.kind = ActorKind::Organisation;
        }
        let mut groups = table.new_groups();
        let first = groups.mention(ActorKind::Group, "Pilots", range(10, 16), "");
        let again = groups.mention(ActorKind::Group, "pilots", range(90, 96), "");
        let others = groups.mention(ActorKind::Group, "young pilots", range(4, 16), "");
        groups.finish();
        assert_eq!((first, again, others), (1, 1, 2));
        let ids: Vec<&str> = table.actors.iter().map(|actor| actor.id.as_str()).collect();
        assert_eq!(ids, ["pilots", "pilots-2", "young-pilots"]);
        let places: Vec<(usize, usize)> =
            table.mentions.iter().map(|mention| (mention.at.start, mention.actor)).collect();
        assert_eq!(places, [(4, 2), (10, 1), (50, 0), (90, 1)]);
    }
}
