//! What verbs can take, as far as the parser wants to know.

use std::sync::OnceLock;

use crate::quick::QuickMap;
use crate::tagger::internals::word_keys;

/// Lines "letters: verbs"; what the letters mean stands at its head.
const TABLE: &str = include_str!("../../data/verb-frames.txt");

/// A bit for each frame of the verb with that stem or form; 0 for verbs that are not in the table.
pub(super) fn of(stem: u32, form: u32) -> u32 {
    static FRAMES: OnceLock<QuickMap<u32, u32>> = OnceLock::new();
    let frames = FRAMES.get_or_init(read);
    frames.get(&stem).or_else(|| frames.get(&form)).copied().unwrap_or(0)
}

fn read() -> QuickMap<u32, u32> {
    let mut frames = QuickMap::default();
    let (mut keys, mut buffer) = (Vec::new(), Vec::new());
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let Some((letters, verbs)) = line.split_once(": ") else { continue };
        let bits = letters.bytes().fold(0, |bits, letter| bits | 1 << (letter.saturating_sub(b'a')).min(31));
        let verbs: Vec<&str> = verbs.split(' ').collect();
        keys.clear();
        word_keys(&verbs, &mut buffer, &mut keys);
        for key in &keys {
            frames.insert(key.stem, bits);
            frames.insert(key.form, bits);
        }
    }
    frames
}
