//! Actors and mentions of an annotator.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::check::Check;
use crate::{Actor, AddedActor, AddedMention, Annotation, DraftMention, Identifiers, Mention, slug};

/// The document's actors while some are added.
pub(super) struct Actors {
    actors: Vec<Actor>,
    /// Index of each by id.
    by_id: BTreeMap<String, usize>,
    /// Index of the first by each identifier, name and alias.
    by_key: BTreeMap<Key, usize>,
    /// What the annotator calls its actors.
    suggested: BTreeMap<String, usize>,
    /// Bytes of the mentions of each.
    mentioned: Vec<BTreeSet<[usize; 2]>>,
    /// Last number put behind an id that was taken.
    numbers: BTreeMap<String, usize>,
    pub(super) added: usize,
    pub(super) added_mentions: usize,
    pub(super) merged: usize,
}

/// What tells that two actors are one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Iso3166(String),
    Wikidata(String),
    /// A name of an actor of this kind.
    Name(String, &'static str),
}

impl Actors {
    pub(super) fn new(actors: Vec<Actor>) -> Self {
        let mut new = Self {
            actors: Vec::with_capacity(actors.len()),
            by_id: BTreeMap::new(),
            by_key: BTreeMap::new(),
            suggested: BTreeMap::new(),
            mentioned: Vec::with_capacity(actors.len()),
            numbers: BTreeMap::new(),
            added: 0,
            added_mentions: 0,
            merged: 0,
        };
        for actor in actors {
            new.push(actor);
        }
        new
    }

    fn push(&mut self, actor: Actor) -> usize {
        let index = self.actors.len();
        for key in keys(&actor) {
            self.by_key.entry(key).or_insert(index);
        }
        self.by_id.entry(actor.id.clone()).or_insert(index);
        self.mentioned.push(actor.mentions.iter().map(|mention| mention.at.bytes.into()).collect());
        self.actors.push(actor);
        index
    }

    /// The id in the document of the actor that the annotator means.
    pub(super) fn id(&self, named: &str) -> Option<&str> {
        let index = self.index(named)?;
        self.actors.get(index).map(|actor| actor.id.as_str())
    }

    fn index(&self, named: &str) -> Option<usize> {
        self.suggested.get(named).or_else(|| self.by_id.get(named)).copied()
    }

    pub(super) fn add(&mut self, added: Vec<AddedActor>, check: &mut Check<'_>) {
        let mut affiliations = Vec::new();
        for (number, mut actor) in added.into_iter().enumerate() {
            let path = format!("actors[{number}]");
            let affiliation = actor.affiliation.take();
            match self.add_one(&path, actor, check) {
                Ok(Some(index)) => affiliations.extend(affiliation.map(|named| (path, index, named))),
                // The document's own word on whom an actor belongs to stands.
                Ok(None) => {}
                Err(reason) => check.refuse(reason),
            }
        }
        // An actor may belong to one that comes after it.
        for (path, index, named) in affiliations {
            match self.id(&named).map(str::to_owned) {
                Some(id) => {
                    if let Some(actor) = self.actors.get_mut(index) {
                        actor.affiliation = Some(id).filter(|id| *id != actor.id);
                    }
                }
                None => check.refuse(format!("{path}.affiliation names the actor {named:?}, and there is none")),
            }
        }
    }

    /// Index of the actor, if it is a new one.
    fn add_one(&mut self, path: &str, added: AddedActor, check: &mut Check<'_>) -> Result<Option<usize>, String> {
        let AddedActor { id, name, kind, subkind, aliases, identifiers, mentions, confidence, rule, .. } = added;
        let confidence = check.grounds(path, confidence, &rule)?;
        if name.trim().is_empty() {
            return Err(format!("{path}.name is empty"));
        }
        check_identifiers(path, &identifiers)?;
        let mut good = Vec::new();
        let given = mentions.len();
        for (number, mention) in mentions.into_iter().enumerate() {
            match check.range(&|| format!("{path}.mentions[{number}]"), mention.at) {
                Ok(()) => good.push(mention),
                Err(reason) => check.refuse(reason),
            }
        }
        if good.is_empty() {
            let which = if given == 0 { "is empty" } else { "holds none that can be used" };
            return Err(format!("{path}.mentions {which}"));
        }
        let annotation = Annotation { annotator: check.annotator.to_owned(), rule, confidence };
        let mut actor = Actor {
            id: String::new(),
            name,
            kind,
            subkind,
            aliases,
            roles: Vec::new(),
            affiliation: None,
            identifiers,
            mentions: Vec::new(),
            annotation: Some(annotation.clone()),
        };
        let called = if id.is_empty() { slug(&actor.name) } else { id.clone() };
        let known = keys(&actor).iter().find_map(|key| self.by_key.get(key).copied());
        // One id is one actor everywhere, unless it is of another kind.
        let known = known.or_else(|| self.by_id.get(&called).copied().filter(|index| self.is_of_kind(*index, &actor)));
        let (index, is_new) = match known {
            Some(index) => {
                self.merged += 1;
                (index, false)
            }
            None => {
                actor.id = self.free_id(&called);
                self.added += 1;
                (self.push(actor), true)
            }
        };
        self.suggested.entry(called).or_insert(index);
        for mention in good {
            self.push_mention(index, &mention, &annotation, check);
        }
        Ok(is_new.then_some(index))
    }

    fn is_of_kind(&self, index: usize, actor: &Actor) -> bool {
        self.actors.get(index).is_some_and(|there| there.kind == actor.kind)
    }

    /// An id that no actor has: the slug of the one suggested, with a number where it is taken.
    fn free_id(&mut self, suggested: &str) -> String {
        let base = Some(slug(suggested)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "actor".to_owned());
        let mut id = base.clone();
        while self.by_id.contains_key(&id) {
            let number = self.numbers.entry(base.clone()).or_insert(1);
            *number += 1;
            id = format!("{base}-{number}");
        }
        id
    }

    pub(super) fn mention(&mut self, added: Vec<AddedMention>, check: &mut Check<'_>) {
        for (number, AddedMention { actor, mention, confidence, rule }) in added.into_iter().enumerate() {
            let path = format!("mentions[{number}]");
            let outcome = check.grounds(&path, confidence, &rule).and_then(|confidence| {
                check.range(&|| path.clone(), mention.at)?;
                let index = self.index(&actor);
                let index = index.ok_or_else(|| format!("{path} names the actor {actor:?}, and there is none"))?;
                Ok((index, confidence))
            });
            match outcome {
                Ok((index, confidence)) => {
                    let annotation = Annotation { annotator: check.annotator.to_owned(), rule, confidence };
                    self.push_mention(index, &mention, &annotation, check);
                }
                Err(reason) => check.refuse(reason),
            }
        }
    }

    fn push_mention(&mut self, index: usize, draft: &DraftMention, annotation: &Annotation, check: &Check<'_>) {
        let (Some(actor), Some(mentioned)) = (self.actors.get_mut(index), self.mentioned.get_mut(index)) else {
            return;
        };
        if !mentioned.insert(draft.at.into()) {
            return;
        }
        let quoted = check.quoted(draft.at);
        actor.mentions.push(Mention {
            at: quoted.at,
            surface: quoted.text,
            form: draft.form,
            sense: draft.sense,
            annotation: Some(annotation.clone()),
        });
        self.added_mentions += 1;
    }

    /// The actors in order of first mention.
    pub(super) fn finish(self) -> Vec<Actor> {
        let mut actors = self.actors;
        if self.added + self.added_mentions == 0 {
            return actors;
        }
        for actor in &mut actors {
            actor.mentions.sort_by_key(|mention| (mention.at.bytes.start, Reverse(mention.at.bytes.end)));
        }
        let first = |actor: &Actor| actor.mentions.first().map_or(usize::MAX, |mention| mention.at.bytes.start);
        actors.sort_by_key(first);
        actors
    }
}

fn keys(actor: &Actor) -> Vec<Key> {
    let Identifiers { iso3166, wikidata } = &actor.identifiers;
    let names = std::iter::once(&actor.name).chain(&actor.aliases).map(|name| slug(name));
    let names = names.filter(|name| !name.is_empty()).map(|name| Key::Name(name, actor.kind.as_str()));
    let iso3166 = iso3166.iter().cloned().map(Key::Iso3166);
    iso3166.chain(wikidata.iter().cloned().map(Key::Wikidata)).chain(names).collect()
}

fn check_identifiers(path: &str, identifiers: &Identifiers) -> Result<(), String> {
    if let Some(code) = &identifiers.iso3166
        && !(code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()))
    {
        return Err(format!("{path}.identifiers.iso3166 is {code:?}, expected three capitals"));
    }
    if let Some(item) = &identifiers.wikidata
        && !item
            .strip_prefix('Q')
            .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return Err(format!("{path}.identifiers.wikidata is {item:?}, expected Q and a number"));
    }
    Ok(())
}
