//! What the rules ask of a sentence: its words, verb groups, noun phrases, clauses, and where each ends.

pub(crate) mod added;
pub(crate) mod adverbials;
pub(crate) mod aside;
pub(crate) mod caused;
pub(crate) mod clause;
pub(crate) mod commas;
pub(crate) mod conjunctions;
pub(crate) mod content_walk;
pub(crate) mod deeds;
pub(crate) mod groups;
pub(crate) mod joined;
pub(crate) mod joined_verbs;
pub(crate) mod met;
pub(crate) mod named;
pub(crate) mod noun_links;
pub(crate) mod noun_phrases;
pub(crate) mod object;
pub(crate) mod parsed;
pub(crate) mod quotation;
pub(crate) mod sentences;
pub(crate) mod subject;
pub(crate) mod terms;
pub(crate) mod words;
