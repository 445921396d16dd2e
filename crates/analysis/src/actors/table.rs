use rapporteur_core::{ActorKind, ByteRange, Identifiers, MentionForm, Sense};

/// What the actor stage found, in byte ranges.
#[derive(Debug, Clone, Default)]
pub struct ActorTable {
    /// In order of first mention.
    pub actors: Vec<FoundActor>,
    /// In text order, outer before inner where they nest ("NATO Secretary-General Jens Stoltenberg": NATO, the person).
    pub mentions: Vec<FoundMention>,
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
}
