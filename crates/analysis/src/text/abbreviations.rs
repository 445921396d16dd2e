//! Words whose full stop belongs to them.

use std::sync::LazyLock;

use crate::quick::QuickSet;

/// Stand before a name or a number: never the end of a sentence.
const BEFORE: &[&str] = &[
    "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Gen", "Lt", "Col", "Maj", "Capt", "Cmdr", "Cpl", "Sgt", "Adm", "Brig",
    "Gov", "Sen", "Rep", "Reps", "Sens", "Pres", "Amb", "Hon", "Rev", "Fr", "Sr.", "St", "Ste", "Mt", "Ft", "Messrs",
    "Mme", "Mlle", "Supt", "Det", "Insp", "Pvt", "Sec", "Atty", "Hr", "Eng", "vs", "v.s", "e.g", "i.e", "cf", "approx",
    "ca", "viz", "Rs", "Nos", "Vol", "Fig", "Figs", "Ch", "pp", "Op", "Art",
];

/// May close a sentence as well: the next word decides.
const ANYWHERE: &[&str] = &[
    "Jr", "Sr", "Inc", "Ltd", "Corp", "Co", "Bros", "Cos", "LLC", "etc", "al", "Jan", "Feb", "Apr", "Aug", "Sept",
    "Sep", "Oct", "Nov", "Dec", "Ave", "Blvd", "Rd", "Dept", "Univ", "Ariz", "Calif", "Colo", "Conn", "Del", "Fla",
    "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Mass", "Md", "Mich", "Minn", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore",
    "Pa", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wyo", "a.m", "p.m", "Ph.D", "est",
];

/// Words that open a sentence far more often than they are part of a name.
const OPENERS: &[&str] = &[
    "The",
    "A",
    "An",
    "He",
    "She",
    "It",
    "They",
    "We",
    "I",
    "You",
    "This",
    "That",
    "These",
    "Those",
    "His",
    "Her",
    "Its",
    "Their",
    "Our",
    "My",
    "But",
    "And",
    "Or",
    "So",
    "Yet",
    "In",
    "On",
    "At",
    "For",
    "From",
    "To",
    "With",
    "By",
    "As",
    "After",
    "Before",
    "While",
    "When",
    "Where",
    "If",
    "Since",
    "Because",
    "Although",
    "Though",
    "Despite",
    "However",
    "Meanwhile",
    "Moreover",
    "Still",
    "Even",
    "Not",
    "No",
    "What",
    "Who",
    "Why",
    "How",
    "There",
    "Here",
    "Now",
    "Then",
    "Some",
    "Many",
    "Most",
    "Several",
    "Both",
    "All",
    "One",
    "Last",
    "Earlier",
    "Later",
    "Under",
    "During",
    "Until",
];

static BEFORE_SET: LazyLock<QuickSet<&'static str>> = LazyLock::new(|| BEFORE.iter().copied().collect());
static ANYWHERE_SET: LazyLock<QuickSet<&'static str>> = LazyLock::new(|| ANYWHERE.iter().copied().collect());
static OPENER_SET: LazyLock<QuickSet<&'static str>> = LazyLock::new(|| OPENERS.iter().copied().collect());

/// What a full stop after `word` (given without it) is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// Ends the sentence or at least the clause.
    Full,
    /// Part of the word, and the sentence goes on.
    InWord,
    /// Part of the word; the sentence ends if what follows opens one.
    Either,
}

/// Judges the full stop after `word`, where `next` is the first character behind it that is no space.
pub(super) fn stop_after(word: &str, next: Option<char>) -> Stop {
    if BEFORE_SET.contains(word) {
        return Stop::InWord;
    }
    if ANYWHERE_SET.contains(word) {
        return Stop::Either;
    }
    let mut characters = word.chars();
    let first = characters.next();
    match (first, characters.next()) {
        // "No. 10", but "He said no."
        (Some('N'), Some('o')) if word == "No" && next.is_some_and(|c| c.is_ascii_digit()) => Stop::InWord,
        // "c. 1980", "p. 12"
        (Some('c' | 'p'), None) if next.is_some_and(|c| c.is_ascii_digit()) => Stop::InWord,
        // An initial; "I" ends sentences and is seldom one.
        (Some(letter), None) if letter.is_uppercase() && letter != 'I' => Stop::Either,
        _ if is_lettered(word) => Stop::Either,
        _ => Stop::Full,
    }
}

/// "U.S", "e.g", "D.C": single letters with stops between.
fn is_lettered(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| {
            let mut letters = part.chars();
            letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
        })
}

/// Whether `word` is one that opens sentences.
pub(super) fn opens_sentence(word: &str) -> bool {
    OPENER_SET.contains(word)
}
