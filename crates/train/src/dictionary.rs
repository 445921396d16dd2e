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

    let mut by_form: BTreeMap<String, Readings> = BTreeMap::new();
    let mut add = |form: String, part: usize, count: usize| {
        if count > 0 {
            by_form.entry(form).or_default()[part] += count;
        }
    };
    for (word, readings) in &words {
        for (part, count) in readings.iter().enumerate() {
            for form in forms(word, part) {
                add(form, part, *count);
            }
        }
    }
    for (part, (name, _)) in PARTS.iter().enumerate().take(2) {
        for line in load(&format!("{name}.exc"))?.lines() {
            let Some((form, lemma)) = line.split_once(' ') else { continue };
            let base = lemma.split(' ').next().and_then(|lemma| words.get(lemma));
            if let Some(base) = base.filter(|_| is_plain(form)) {
                add(form.to_owned(), part, base[part]);
            }
        }
    }
    let entries = by_form.iter().map(|(form, readings)| (number(form), code(readings))).collect();
    Ok((KnownWords::new(entries), files))
}

/// The word and its regular inflections as that part of speech. Both spellings where a last letter may be doubled: that one
/// of them does not exist costs nothing.
fn forms(word: &str, part: usize) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    let vowel = |letter: char| "aeiou".contains(letter);
    let mut last = word.chars().rev();
    let (Some(end), Some(before)) = (last.next(), last.next()) else { return forms };
    let soft_y = end == 'y' && !vowel(before);
    let but_one = &word[..word.len() - end.len_utf8()];
    let endings: &[&str] = match part {
        0 => &["s"],
        1 => &["s", "ed", "ing"],
        2 => &["er", "est"],
        _ => &[],
    };
    for ending in endings {
        match *ending {
            "s" if soft_y => forms.push(format!("{but_one}ies")),
            "s" if "sxzo".contains(end) || word.ends_with("ch") || word.ends_with("sh") => {
                forms.push(format!("{word}es"));
            }
            "s" => forms.push(format!("{word}s")),
            "ing" if word.ends_with("ie") => forms.push(format!("{}ying", &word[..word.len() - 2])),
            "ing" if end == 'e' && !word.ends_with("ee") => forms.push(format!("{but_one}ing")),
            "ing" => forms.push(format!("{word}ing")),
            _ if end == 'e' => forms.push(format!("{but_one}{ending}")),
            _ if soft_y => forms.push(format!("{but_one}i{ending}")),
            _ => forms.push(format!("{word}{ending}")),
        }
        if *ending != "s" && vowel(before) && !vowel(end) && !"wxy".contains(end) {
            forms.push(format!("{word}{end}{ending}"));
        }
    }
    forms
}

/// One word in small letters; no names, numbers or phrases.
fn is_plain(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') && word.starts_with(|c: char| c.is_alphabetic())
}

/// The number the tagger has for a form.
fn number(form: &str) -> u32 {
    let mut keys = Vec::new();
    word_keys(&[form], &mut Vec::new(), &mut keys);
    keys.first().map_or(0, |keys| keys.form)
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

#[cfg(test)]
mod tests {
    use super::{code, forms};

    #[test]
    fn regular_inflections() {
        assert_eq!(forms("deny", 1), ["deny", "denies", "denied", "denying"]);
        assert_eq!(forms("argue", 1), ["argue", "argues", "argued", "arguing"]);
        assert_eq!(forms("plan", 1), ["plan", "plans", "planed", "planned", "planing", "planning"]);
        assert_eq!(forms("die", 1), ["die", "dies", "died", "dying"]);
        assert_eq!(forms("wish", 0), ["wish", "wishes"]);
        assert_eq!(forms("early", 2), ["early", "earlier", "earliest"]);
        assert_eq!(forms("so", 3), ["so"]);
    }

    #[test]
    fn codes_say_what_is_frequent() {
        assert_eq!(code(&[0, 0, 0, 0]), 0);
        assert_eq!(code(&[5, 5, 0, 0]), 2 + 2 * 3);
        assert_eq!(code(&[1, 99, 0, 0]), 1 + 2 * 3);
        assert_eq!(code(&[9, 9, 9, 9]), 80);
    }
}
