//! Who is in the text: mentions, each resolved to an actor.

mod table;

pub use table::{ActorTable, FoundActor, FoundMention, FoundRole};
