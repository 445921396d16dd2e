//! The people and houses that the metadata names, as actors.

use rapporteur_core::{ActorKind, Document, MentionForm, Metadata, Sense, slug};

use super::finder::Finder;
use super::table::{ActorTable, FoundRole};
use crate::gazetteer::{atoms, fold, folded};

impl Finder<'_> {
    /// Authors, publisher and origin where headline, byline or article name them.
    pub fn named_in_metadata(&mut self, document: &Document) {
        let metadata = &document.metadata;
        for author in &metadata.authors {
            let actor = self.person_called(&author.name).or_else(|| {
                let at = author.at.as_ref()?.bytes;
                let found = self.atoms_at(at.start, at.end)?;
                let kind = if self.reading.head_kind(found.end - 1).is_some() {
                    ActorKind::Organisation
                } else {
                    ActorKind::Person
                };
                let actor = self.roster.named(kind, &author.name, "author");
                self.mention(found, actor, MentionForm::Name, Sense::Actor);
                Some(actor)
            });
            let Some(actor) = actor else { continue };
            // The metadata spell a name as it is: "Bao Linh TRAN" of a byline is Bao Linh Tran.
            if let Some(found) = self.roster.actors.get_mut(actor)
                && found.name != author.name
                && fold(&found.name).to_lowercase() == fold(&author.name).to_lowercase()
            {
                found.name.clone_from(&author.name);
            }
            let organisation =
                author.affiliation.as_deref().map(|name| self.id_of(name).unwrap_or_else(|| name.to_owned()));
            let affiliation = author.affiliation.as_deref().and_then(|name| self.id_of(name));
            if let Some(found) = self.roster.actors.get_mut(actor)
                && found.affiliation.is_none()
            {
                found.affiliation = affiliation;
            }
            if let Some(title) = &author.role
                && let Some(found) = self.roster.actors.get_mut(actor)
                && found.roles.is_empty()
            {
                found.roles.push(FoundRole { title: title.clone(), organisation, at: None });
            }
        }
        let publisher = metadata.publisher.as_ref().map(|publisher| publisher.name.clone());
        let origin = metadata.origin.as_ref().map(|origin| origin.name.clone());
        for name in publisher.into_iter().chain(origin) {
            self.name_everywhere(&name);
        }
    }

    /// The actor of the document that bears this name.
    fn person_called(&self, name: &str) -> Option<usize> {
        let wanted = slug(name);
        self.roster.actors.iter().position(|actor| actor.id == wanted || slug(&actor.name) == wanted)
    }

    /// Id of the organisation of this name: one of the document, or a listed one.
    fn id_of(&self, name: &str) -> Option<String> {
        let wanted = slug(name);
        if let Some(actor) = self.roster.actors.iter().find(|actor| slug(&actor.name) == wanted) {
            return Some(actor.id.clone());
        }
        let words = atoms(name, 0);
        let (length, entries) = self.reading.gazetteer.longest(&words)?;
        match entries {
            [only] if length == words.len() => self.reading.gazetteer.actor(only.actor).map(|actor| actor.id.clone()),
            _ => None,
        }
    }

    fn atoms_at(&self, start: usize, end: usize) -> Option<std::ops::Range<usize>> {
        let from = self.reading.atoms.partition_point(|atom| atom.at.start < start);
        let to = self.reading.atoms.partition_point(|atom| atom.at.end <= end);
        (from < to).then_some(from..to)
    }

    /// Every place where the text has this name and nothing was found yet.
    fn name_everywhere(&mut self, name: &str) {
        let words: Vec<String> = atoms(name, 0).into_iter().map(|atom| atom.folded.into_owned()).collect();
        let Some(first) = words.first() else { return };
        let mut covered = vec![false; self.reading.atoms.len()];
        for draft in &self.mentions {
            if let Some(atoms) = covered.get_mut(draft.atoms.clone()) {
                atoms.fill(true);
            }
        }
        let mut places = Vec::new();
        for (at, atom) in self.reading.atoms.iter().enumerate() {
            let range = at..at + words.len();
            if atom.folded == first.as_str()
                && atom.is_capitalised()
                && self.reading.key(&range) == words.join(" ")
                && covered.get(range.clone()).is_some_and(|atoms| !atoms.contains(&true))
            {
                places.push(range);
            }
        }
        if places.is_empty() {
            return;
        }
        let actor = self.roster.named(ActorKind::Organisation, name, "publisher or origin");
        for place in places {
            self.mention(place, actor, MentionForm::Name, Sense::Actor);
        }
    }
}

/// Fills the actor ids of authors, publisher and origin. Those who are no actors of the table stay null.
pub fn link_metadata<A>(metadata: &mut Metadata<A>, table: &ActorTable) {
    let find = |name: &str| {
        let (wanted, id) = (fold(name), slug(name));
        let found = table.actors.iter().find(|actor| {
            actor.id == id || folded(&actor.name) == wanted || actor.aliases.iter().any(|alias| folded(alias) == wanted)
        });
        found.map(|actor| actor.id.clone())
    };
    for author in &mut metadata.authors {
        author.actor = find(&author.name);
    }
    if let Some(publisher) = &mut metadata.publisher {
        publisher.actor = find(&publisher.name);
    }
    if let Some(origin) = &mut metadata.origin {
        origin.actor = find(&origin.name);
    }
}
