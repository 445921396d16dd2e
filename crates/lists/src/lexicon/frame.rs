use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What the content of a cue is, in terms of the words that follow it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Frame {
    /// Words in quotation marks.
    Quote,
    /// "that" and a clause.
    That,
    /// A clause without "that".
    Clause,
    /// A question word or "whether".
    Wh,
    /// An infinitive with "to".
    To,
    /// A gerund.
    Ing,
    /// A noun phrase.
    Object,
    /// A number and what it counts, alone: "says | seven".
    Figure,
    /// A noun phrase that holds a view of what the subject says.
    Felt,
    /// A noun phrase after this preposition.
    Prep(String),
    /// A person first, then the rest.
    Person(Rest),
    /// The person after this preposition: "on X to".
    PrepPerson(String, Rest),
}

/// What follows the person spoken to or of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rest {
    Quote,
    That,
    Clause,
    Wh,
    To,
    /// "not to".
    Not,
    Ing,
    /// What the person or thing is said to be.
    Is,
    /// A preposition, which opens the content.
    Prep(String),
}

/// A frame that is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownFrame(pub String);

impl fmt::Display for UnknownFrame {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:?} is no frame; expected quote, that, clause, wh, to, ing, np, figure, felt, a preposition, \"X …\" or \"P X …\"",
            self.0
        )
    }
}

impl std::error::Error for UnknownFrame {}

impl FromStr for Frame {
    type Err = UnknownFrame;

    fn from_str(written: &str) -> Result<Self, Self::Err> {
        let unknown = || UnknownFrame(written.to_owned());
        let words: Vec<&str> = written.split(' ').collect();
        match words.as_slice() {
            ["quote"] => Ok(Self::Quote),
            ["that"] => Ok(Self::That),
            ["clause"] => Ok(Self::Clause),
            ["wh"] => Ok(Self::Wh),
            ["to"] => Ok(Self::To),
            ["ing"] => Ok(Self::Ing),
            ["np"] => Ok(Self::Object),
            ["figure"] => Ok(Self::Figure),
            ["felt"] => Ok(Self::Felt),
            // "to it": "to" with an object and not with a verb.
            ["to", "it"] => Ok(Self::Prep("to".to_owned())),
            // "X to it": "to" with an object and not with a verb.
            ["X", "to", "it"] => Ok(Self::Person(Rest::Prep("to".to_owned()))),
            ["X", rest] => Ok(Self::Person(rest_of(rest).ok_or_else(unknown)?)),
            [preposition, "X", rest] if is_preposition(preposition) => {
                Ok(Self::PrepPerson((*preposition).to_owned(), rest_of(rest).ok_or_else(unknown)?))
            }
            [preposition] if is_preposition(preposition) => Ok(Self::Prep((*preposition).to_owned())),
            _ => Err(unknown()),
        }
    }
}

fn rest_of(word: &str) -> Option<Rest> {
    Some(match word {
        "quote" => Rest::Quote,
        "that" => Rest::That,
        "clause" => Rest::Clause,
        "wh" => Rest::Wh,
        "to" => Rest::To,
        "not" => Rest::Not,
        "ing" => Rest::Ing,
        "is" => Rest::Is,
        word if is_preposition(word) => Rest::Prep(word.to_owned()),
        _ => return None,
    })
}

/// Whether a word is one of the prepositions a frame may name.
pub fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "above"
            | "about"
            | "below"
            | "against"
            | "among"
            | "around"
            | "as"
            | "at"
            | "by"
            | "concerning"
            | "for"
            | "from"
            | "in"
            | "into"
            | "of"
            | "on"
            | "over"
            | "regarding"
            | "surrounding"
            | "to"
            | "toward"
            | "towards"
            | "upon"
            | "whether"
            | "with"
            | "within"
    )
}
