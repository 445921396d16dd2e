use serde::{Deserialize, Serialize};

use super::HolderKind;

/// The lists of the lexicon that a form stands on. Most words are on none, and then none need be searched.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct Listed {
    pub verb: bool,
    /// A cue verb only with further words: "let" of "let it be known".
    pub phrasal: bool,
    pub noun: bool,
    pub adjective: bool,
    /// Begins a prepositional cue.
    pub preposition: bool,
    /// See [`Lexicon::holder`](super::Lexicon::holder).
    pub holder: Option<HolderKind>,
    /// See [`Lexicon::is_poll`](super::Lexicon::is_poll).
    pub poll: bool,
    /// Judges, or begins words that do; see [`Judgements::class`](super::Judgements::class).
    pub judges: bool,
    /// Weekdays, months and other words that say when.
    pub time: bool,
}

/// A bit for each list, lowest first, and above them two for the holder.
impl From<Listed> for u16 {
    fn from(listed: Listed) -> Self {
        let Listed { verb, phrasal, noun, adjective, preposition, holder, poll, judges, time } = listed;
        let lists = [verb, phrasal, noun, adjective, preposition, poll, judges, time];
        let bits = lists.iter().rev().fold(0, |bits, &on| bits << 1 | u16::from(on));
        let holder = match holder {
            None => 0,
            Some(HolderKind::Person) => 1,
            Some(HolderKind::Group) => 2,
            Some(HolderKind::Document) => 3,
        };
        bits | holder << lists.len()
    }
}

impl From<u16> for Listed {
    fn from(bits: u16) -> Self {
        let on = |bit: u16| bits >> bit & 1 == 1;
        Self {
            verb: on(0),
            phrasal: on(1),
            noun: on(2),
            adjective: on(3),
            preposition: on(4),
            poll: on(5),
            judges: on(6),
            time: on(7),
            holder: match bits >> 8 & 3 {
                1 => Some(HolderKind::Person),
                2 => Some(HolderKind::Group),
                3 => Some(HolderKind::Document),
                _ => None,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_has_a_bit_of_its_own() {
        let all = 0..1 << 10;
        assert!(all.clone().all(|bits| u16::from(Listed::from(bits)) == bits));
        assert_eq!(Listed::from(0), Listed::default());
    }
}
