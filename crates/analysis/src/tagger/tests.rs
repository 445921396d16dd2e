use super::internals::{FORMAT_VERSION, TEMPLATE_VERSION};
use super::{Memory, Tagger, Upos, VerbForm};
use crate::lexicon::Listed;
use crate::weights_file::WeightsError;

/// The weights as the trainer wrote them.
static FILE: &[u8] = include_bytes!("../../data/weights/tagger.bin");

fn tagger() -> Tagger {
    Tagger::embedded().unwrap()
}

/// "word/TAG" for every word of a sentence given with blanks between its words.
fn check(sentence: &str, expected: &str) {
    let words: Vec<&str> = sentence.split(' ').collect();
    let tags = tagger().tag(&words);
    let found: Vec<String> = words.iter().zip(&tags).map(|(word, tag)| format!("{word}/{tag}")).collect();
    assert_eq!(found.join(" "), expected);
}

#[test]
fn what_is_kept_from_sentence_to_sentence_changes_nothing() {
    let tagger = tagger();
    let mut memory = Memory::default();
    let sentences = [
        "“ We will not sign , ” the minister ’s envoy said .",
        "Will the Minister sign ? She will , the envoy said on 28 May .",
        "THE MINISTER WILL SIGN : AN ENVOY",
        "“ We will not sign , ” the minister ’s envoy said .",
    ];
    for sentence in sentences {
        let words: Vec<&str> = sentence.split(' ').collect();
        let (mut fresh, mut kept) = (Vec::new(), Vec::new());
        tagger.keys_into(&words, &mut Vec::new(), &mut fresh);
        tagger.keys_with(&words, &mut memory, &mut kept, |_| Listed::default(), &mut Vec::new());
        assert_eq!(kept, fresh, "{sentence}");
        let (mut classes, mut classes_kept) = (Vec::new(), Vec::new());
        tagger.classes_into(&fresh, &mut classes);
        tagger.classes_with(&kept, &mut memory, &mut classes_kept);
        assert_eq!(classes_kept, classes, "{sentence}");
    }
}

#[test]
fn plain_news_prose() {
    check(
        "The minister said the talks would continue .",
        "The/DET minister/NOUN said/VERB the/DET talks/NOUN would/AUX continue/VERB ./PUNCT",
    );
}

#[test]
fn words_that_look_like_reporting_verbs() {
    check(
        "The United States urged its allies to act , while member states insisted that it was time .",
        "The/DET United/PROPN States/PROPN urged/VERB its/PRON allies/NOUN to/PART act/VERB ,/PUNCT while/SCONJ \
         member/NOUN states/NOUN insisted/VERB that/SCONJ it/PRON was/AUX time/NOUN ./PUNCT",
    );
    check(
        "It remains unclear how the government plans to fund the scheme .",
        "It/PRON remains/VERB unclear/ADJ how/ADV the/DET government/NOUN plans/VERB to/PART fund/VERB the/DET \
         scheme/NOUN ./PUNCT",
    );
}

#[test]
fn adjectives_in_names() {
    let tags = tagger().tag_fully(&["The", "European", "Union", "has", "accused", "Meridia", "."]);
    let in_name: Vec<bool> = tags.iter().map(|tagged| tagged.in_name).collect();
    assert_eq!(in_name, [false, true, true, false, false, true, false]);
}

#[test]
fn one_tag_per_word_even_for_odd_words() {
    for words in [&[][..], &[""], &["", "a"], &["\u{301}"], &["ß", "İ", "’"], &["—"; 300]] {
        assert_eq!(tagger().tag(words).len(), words.len());
    }
}

#[test]
fn verb_forms() {
    let forms = |sentence: &str| -> Vec<VerbForm> {
        let words: Vec<&str> = sentence.split(' ').collect();
        tagger().tag_fully(&words).iter().map(|tagged| tagged.verb).filter(|form| *form != VerbForm::None).collect()
    };
    assert_eq!(
        forms("She has said that they will go ."),
        [VerbForm::Present, VerbForm::PastParticiple, VerbForm::Present, VerbForm::Base]
    );
    assert_eq!(
        forms("They said it , adding that he was leaving ."),
        [VerbForm::Past, VerbForm::Ing, VerbForm::Past, VerbForm::Ing]
    );
}

#[test]
fn curly_and_straight_marks_are_the_same() {
    let straight =
        tagger().tag(&["\"", "We", "do", "n't", "know", ",", "\"", "Brandt", "'s", "aide", "said", "-", "twice"]);
    let curly = tagger().tag(&["“", "We", "do", "n’t", "know", ",", "”", "Brandt", "’s", "aide", "said", "—", "twice"]);
    assert_eq!(straight, curly);
    assert_eq!(straight[8], Upos::Part);
}

#[test]
fn tags_are_read_as_written() {
    for tag in Upos::ALL {
        assert_eq!(tag.as_str().parse(), Ok(tag));
    }
    assert!("verb".parse::<Upos>().is_err());
}

#[test]
fn the_embedded_weights_are_whole() {
    let checked = Tagger::from_bytes(FILE).expect("the checksum is right");
    assert_eq!(checked.weights(), tagger().weights());
    assert_eq!(checked.weights().encode(), FILE);
}

#[test]
fn damaged_weights_are_refused() {
    let bytes = FILE;
    let changed = |at: usize| {
        let mut bytes = bytes.to_vec();
        bytes[at] ^= 1;
        Tagger::from_bytes(&bytes).err()
    };
    assert_eq!(Tagger::from_bytes(b"").err(), Some(WeightsError::Magic { model: "tagger", magic: "RAPPTAGW" }));
    assert_eq!(changed(0), Some(WeightsError::Magic { model: "tagger", magic: "RAPPTAGW" }));
    assert_eq!(
        changed(8),
        Some(WeightsError::Format { model: "tagger", found: FORMAT_VERSION ^ 1, reads: FORMAT_VERSION })
    );
    assert_eq!(
        changed(10),
        Some(WeightsError::Templates { model: "tagger", found: TEMPLATE_VERSION ^ 1, has: TEMPLATE_VERSION })
    );
    assert_eq!(changed(bytes.len() - 1), Some(WeightsError::Checksum { model: "tagger" }));
    for length in 0..400 {
        assert!(Tagger::from_bytes(&bytes[..length]).is_err(), "{length} bytes");
    }
}

#[test]
fn manifest_says_what_the_weights_say() {
    let manifest: toml::Table = include_str!("../../data/weights/manifest.toml").parse().unwrap();
    let manifest = &manifest["tagger"];
    let tagger = tagger();
    let weights = tagger.weights();
    assert_eq!(manifest["format"].as_integer(), Some(FORMAT_VERSION.into()));
    assert_eq!(manifest["templates"].as_integer(), Some(TEMPLATE_VERSION.into()));
    assert_eq!(manifest["table_bits"].as_integer(), Some(weights.header.bits.into()));
    assert_eq!(manifest["bytes"].as_integer(), Some(FILE.len() as i64));
    assert_eq!(manifest["licence"].as_str(), Some(weights.header.licence.as_str()));
    let listed: Vec<(&str, &str)> = manifest["training_file"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| (file["name"].as_str().unwrap(), file["sha256"].as_str().unwrap()))
        .collect();
    let digests: Vec<String> = weights
        .header
        .training_files
        .iter()
        .map(|file| file.sha256.iter().map(|byte| format!("{byte:02x}")).collect())
        .collect();
    let held: Vec<(&str, &str)> = weights
        .header
        .training_files
        .iter()
        .zip(&digests)
        .map(|(file, digest)| (file.name.as_str(), digest.as_str()))
        .collect();
    assert_eq!(listed, held);
}
