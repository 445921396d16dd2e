use std::collections::BTreeMap;

use rapporteur_core::{ActorKind, ByteRange, Identifiers, MentionForm, Sense};

pub use super::words::Gender;
use crate::gazetteer::fold;

/// What the actor stage found, in byte ranges.
#[derive(Debug, Clone, Default)]
pub struct ActorTable {
    /// In order of first mention.
    pub actors: Vec<FoundActor>,
    /// In text order, outer before inner where they nest ("NATO Secretary-General Jens Stoltenberg": NATO, the person).
    pub mentions: Vec<FoundMention>,
    /// Index into `actors` of whom each label of a speaker's turn names, where it does.
    pub speakers: BTreeMap<String, usize>,
}

/// An actor before it has spans.
#[derive(Debug, Clone)]
pub struct FoundActor {
    pub id: String,
    pub name: String,
    pub kind: ActorKind,
    pub subkind: Option<String>,
    pub aliases: Vec<String>,
    pub roles: Vec<FoundRole>,
    /// Id of the actor it belongs to or speaks for.
    pub affiliation: Option<String>,
    pub identifiers: Identifiers,
    /// Of a person, where a title or the first name tells; what "he" and "she" may refer to.
    pub gender: Option<Gender>,
    /// Whether "they" takes it up: groups of several.
    pub plural: bool,
    /// Of a listed state, the capitals and seats that stand for it.
    pub seats: Vec<String>,
    /// Why it was resolved so: "gazetteer: names", "title before name", "defined in the text: (IP4)".
    pub evidence: String,
}

/// A post as the text states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundRole {
    pub title: String,
    /// Id of an actor, or a name.
    pub organisation: Option<String>,
    pub at: Option<ByteRange>,
}

/// One mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoundMention {
    pub at: ByteRange,
    /// Index into [`ActorTable::actors`].
    pub actor: usize,
    pub form: MentionForm,
    pub sense: Sense,
}

impl ActorTable {
    /// The mentions that lie wholly within `range`, in text order.
    pub fn mentions_in(&self, range: ByteRange) -> impl Iterator<Item = &FoundMention> {
        let first = self.mentions.partition_point(|mention| mention.at.start < range.start);
        self.mentions
            .iter()
            .skip(first)
            .take_while(move |mention| mention.at.start < range.end)
            .filter(move |mention| range.contains(mention.at))
    }

    /// Whether a mention that is no longer than a few names holds this range.
    pub fn covers(&self, range: ByteRange) -> bool {
        const LONGEST: usize = 8;
        let end = self.mentions.partition_point(|mention| mention.at.start <= range.start);
        let near = self.mentions.get(end.saturating_sub(LONGEST)..end).unwrap_or_default();
        near.iter().any(|mention| mention.at.contains(range))
    }

    /// The longest mention of at most a few names that ends at byte `end`.
    pub fn ending_at(&self, end: usize) -> Option<&FoundMention> {
        const LONGEST: usize = 8;
        let past = self.mentions.partition_point(|mention| mention.at.start < end);
        let near = self.mentions.get(past.saturating_sub(LONGEST)..past).unwrap_or_default();
        near.iter().filter(|mention| mention.at.end == end).max_by_key(|mention| mention.at.end - mention.at.start)
    }

    /// Whether a mention begins at this byte.
    pub fn starts_at(&self, byte: usize) -> bool {
        let first = self.mentions.partition_point(|mention| mention.at.start < byte);
        self.mentions.get(first).is_some_and(|mention| mention.at.start == byte)
    }

    /// The mention a noun phrase at `range` is about: of those within it that are not inside another, the last before any
    /// "of", "in", comma or relative clause, which the caller has cut off, so: a person before an office before the rest,
    /// and the later of two equals ("NATO Secretary-General Jens Stoltenberg": the person; "US officials": the officials).
    pub fn head_mention(&self, range: ByteRange) -> Option<&FoundMention> {
        let mut head: Option<(&FoundMention, bool)> = None;
        for mention in self.mentions_in(range) {
            let person = self.actors.get(mention.actor).is_some_and(|actor| actor.kind == ActorKind::Person);
            match head {
                Some((best, _)) if best.at.contains(mention.at) => {}
                Some((_, true)) if !person => {}
                _ => head = Some((mention, person)),
            }
        }
        head.map(|(mention, _)| mention)
    }

    /// The last of these mentions, in text order, that is not inside another of them: "the Averland Office of Tides", and not the
    /// state in its name.
    pub fn last_outermost<'m>(mentions: impl Iterator<Item = &'m FoundMention>) -> Option<&'m FoundMention> {
        mentions.fold(None, |last: Option<&FoundMention>, mention| {
            let within = last.is_some_and(|last| last.at.contains(mention.at));
            if within { last } else { Some(mention) }
        })
    }

    /// The actor with this id.
    pub fn find(&self, id: &str) -> Option<&FoundActor> {
        self.actors.iter().find(|actor| actor.id == id)
    }
}

impl FoundActor {
    /// Whether it prints or broadcasts.
    pub(crate) fn is_medium(&self) -> bool {
        matches!(
            self.subkind.as_deref(),
            Some("media" | "newspaper" | "magazine" | "website" | "broadcaster" | "platform" | "news agency")
        )
    }

    /// Whether this is the first word of its name: "bank" of the Bank of Averland.
    pub(crate) fn begins_with(&self, word: &str) -> bool {
        self.name.split(' ').next().is_some_and(|first| fold(first).to_lowercase() == word)
    }
}
