//! Reads the dictionary that tells the tagger what words can be: the lists of WordNet.

use std::collections::BTreeMap;
use std::path::Path;

use rapporteur_analysis::tagger::internals::{KnownWords, TrainingFile, word_keys};
use sha2::{Digest, Sha256};

use crate::inputs::InputError;

/// Parts of speech in the order of the code's digits: name of the file, digits that stand for it in sense keys.
const PARTS: [(&str, &str); 4] = [("noun", "1"), ("verb", "2"), ("adj", "35"), ("adv", "4")];
/// How often each sense was met in text.
const COUNTS: &str = "cntlist.rev";
/// A reading is frequent if it makes up this share of a word's occurrences, in hundredths.
const FREQUENT: usize = 20;

/// Occurrences of a word by part of speech; a reading that is listed counts once more than it was met.
type Readings = [usize; 4];

/// Reads the lists `index.*`, `cntlist.rev` and `*.exc` of a folder.
///
/// # Errors
/// [`InputError`] if one of them cannot be read.
pub fn read(folder: &Path) -> Result<(KnownWords, Vec<TrainingFile>), InputError> {
    let mut files = Vec::new();
    let mut load = |name: &str| -> Result<String, InputError> {
        let path = folder.join(name);
        let bytes = std::fs::read(&path).map_err(|source| InputError::Read { path: path.clone(), source })?;
        files.push(TrainingFile { name: format!("wordnet-3.0/{name}"), sha256: Sha256::digest(&bytes).into() });
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    };
    let mut words: BTreeMap<String, Readings> = BTreeMap::new();
    for (part, (name, _)) in PARTS.iter().enumerate() {
        for line in load(&format!("index.{name}"))?.lines() {
            let Some(word) = line.split(' ').next().filter(|word| is_plain(word)) else { continue };
            words.entry(word.to_owned()).or_default()[part] += 1;
        }
    }
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    for line in load(COUNTS)?.lines() {
        let mut fields = line.split(' ');
        let (Some(key), Some(count)) = (fields.next(), fields.nth(1).and_then(|count| count.parse::<usize>().ok()))
        else {
            continue;
        };
        let Some((word, sense)) = key.split_once('%') else { continue };
        let part = PARTS.iter().position(|(_, digits)| sense.starts_with(|digit| digits.contains(digit)));
        if let (Some(readings), Some(part)) = (words.get_mut(word), part) {
            readings[part] += count;
            *met.entry(word.to_owned()).or_default() += count;
        }
    }
    // Rare nouns are left out: a word nobody knows is taken for a noun or a name anyway.
    words.retain(|word, readings| met.contains_key(word) || readings[1] > 0 || readings[3] > 0);

    let mut by_number: BTreeMap<u32, Readings> = BTreeMap::new();
    for (word, readings) in &words {
        add(&mut by_number, keys(word).1, readings);
    }
    for (part, (name, _)) in PARTS.iter().enumerate().take(2) {
        for line in load(&format!("{name}.exc"))?.lines() {
            let Some((form, lemma)) = line.split_once(' ') else { continue };
            let base = lemma.split(' ').next().and_then(|lemma| words.get(lemma));
            if let Some(base) = base.filter(|_| is_plain(form)) {
                let mut readings = Readings::default();
                readings[part] = base[part];
                add(&mut by_number, keys(form).0, &readings);
            }
        }
    }
    let entries = by_number.into_iter().map(|(number, readings)| (number, code(&readings))).collect();
    Ok((KnownWords::new(entries), files))
}

/// One word in small letters; no names, numbers or phrases.
fn is_plain(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') && word.starts_with(|c: char| c.is_alphabetic())
}

/// Numbers of a word's form and stem.
fn keys(word: &str) -> (u32, u32) {
    let mut keys = Vec::new();
    word_keys(&[word], &mut String::new(), &mut keys);
    keys.first().map_or((0, 0), |keys| (keys.form, keys.stem))
}

fn add(by_number: &mut BTreeMap<u32, Readings>, number: u32, readings: &Readings) {
    let sums = by_number.entry(number).or_default();
    for (sum, count) in sums.iter_mut().zip(readings) {
        *sum += count;
    }
}

fn code(readings: &Readings) -> u8 {
    let all: usize = readings.iter().sum();
    readings.iter().rev().fold(0, |code, count| {
        let digit = match count {
            0 => 0,
            count if count * 100 < all * FREQUENT => 1,
            _ => 2,
        };
        code * 3 + digit
    })
}
