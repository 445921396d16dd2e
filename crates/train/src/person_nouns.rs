//! Nouns that name persons by what they are or do, from the dictionary: what can hold a claim beside the words of the lexicon.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::inputs::InputError;

/// What `lex_filenum` of `data.noun` says of persons.
const PERSONS: &str = "18";
/// Pointer of an entry to the class it is an instance of: the entry is somebody's name.
const INSTANCE: &str = "@i";

const HEAD: &str = "\
# Nouns whose first meaning in WordNet 3.0 is a person: \"employer\", \"trawlerman\". One a line, in alphabetical order.
# Names of persons and words that begin with a capital are left out.
#
# Made by `cargo run -p rapporteur-train -- person-nouns --wordnet DIR`.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Its licence, which lets it be used, copied and
# changed for any purpose with this notice, stands in weights/LICENSE.md.
";

/// The list as text.
///
/// # Errors
/// [`InputError`] if `index.noun` or `data.noun` cannot be read.
pub fn list(wordnet: &Path) -> Result<String, InputError> {
    let read = |name: &str| {
        let path = wordnet.join(name);
        let bytes = std::fs::read(&path).map_err(|source| InputError::Read { path, source })?;
        Ok::<_, InputError>(String::from_utf8_lossy(&bytes).into_owned())
    };
    let data = read("data.noun")?;
    let index = read("index.noun")?;
    // Offset of an entry to the words a person is called by; entries of other classes have none.
    let persons: BTreeMap<&str, BTreeSet<&str>> = data.lines().filter_map(person).collect();
    let mut out = HEAD.to_owned();
    for line in index.lines() {
        let Some((word, first)) = first_meaning(line) else { continue };
        if persons.get(first).is_some_and(|words| words.contains(word)) {
            let _ = writeln!(out, "{word}");
        }
    }
    Ok(out)
}

/// A line of `data.noun` that describes a kind of person: its offset and its words.
fn person(line: &str) -> Option<(&str, BTreeSet<&str>)> {
    let (entry, _) = line.split_once(" | ")?;
    let fields: Vec<&str> = entry.split(' ').collect();
    let (offset, class) = (*fields.first()?, *fields.get(1)?);
    if class != PERSONS || fields.contains(&INSTANCE) {
        return None;
    }
    let count = usize::from_str_radix(fields.get(3)?, 16).ok()?;
    Some((offset, (0..count).filter_map(|word| fields.get(4 + 2 * word).copied()).collect()))
}

/// A line of `index.noun`: a plain word and the offset of its most frequent meaning.
fn first_meaning(line: &str) -> Option<(&str, &str)> {
    let fields: Vec<&str> = line.split_ascii_whitespace().collect();
    let word = *fields.first()?;
    let plain = word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let meanings: usize = fields.get(2)?.parse().ok()?;
    let first = fields.len().checked_sub(meanings).and_then(|at| fields.get(at))?;
    plain.then_some((word, *first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lower_case_words_whose_first_meaning_is_a_person() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let data = "\
  1 a notice
00000100 18 n 02 ferrier 0 Kestrian 0 001 @ 00000300 n 0000 | one who keeps a ferry
00000200 18 n 01 okello 0 001 @i 00000100 n 0000 | a certain ferrier
00000300 06 n 01 ferry 0 000 | a boat
";
        let index = "\
  1 a notice
ferrier n 2 1 @ 2 0 00000100 00000300
ferry n 2 1 @ 2 0 00000300 00000100
kestrian n 1 1 @ 1 0 00000100
okello n 1 1 @ 1 0 00000200
";
        std::fs::write(folder.path().join("data.noun"), data).expect("it can be written");
        std::fs::write(folder.path().join("index.noun"), index).expect("it can be written");
        let list = list(folder.path()).expect("both are there");
        let words: Vec<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(words, ["ferrier"]);
    }
}
