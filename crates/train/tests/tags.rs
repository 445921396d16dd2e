//! Sentences of our own with the tags of their verbs.
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::fs;
use std::path::Path;

use rapporteur_analysis::tagger::internals::{KnownWords, TrainingFile};
use rapporteur_analysis::tagger::{Tagger, Upos, VerbForm};
use rapporteur_train::conllu::sentences;
use rapporteur_train::vouched::{Vouched, kept_back, read, right, taught};
use rapporteur_train::{TaggerConfig, train_tagger};

fn from(text: &str) -> Result<Vec<Vouched>, String> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("one.txt"), text).unwrap();
    read(folder.path())
        .map(|(sentences, _)| sentences)
        .map_err(|error| error.to_string().replace(&folder.path().display().to_string(), "corpus/tags"))
}

/// The words of a line, those with a tag of their own in brackets.
fn check(line: &str, wanted: &str) {
    let sentences = from(line).unwrap();
    let words = |sentence: &Vouched| {
        let words = sentence.words.iter().zip(sentence.is_tagged());
        words
            .map(|(word, tagged)| if tagged { format!("[{word}]") } else { word.clone() })
            .collect::<Vec<_>>()
            .join(" ")
    };
    let found: Vec<String> = sentences.iter().map(words).collect();
    assert_eq!(found.join(" | "), wanted);
}

#[test]
fn tags_are_taken_off_their_words() {
    check("The report notes/VBZ that/IN it fell/VBD.", "The report [notes] [that] it [fell] .");
    check("“No plans/NNS,” says/VBZ the premier.", "“ No [plans] , ” [says] the premier .");
    check("It is/VBZ n't done/VBN.", "It [is] n't [done] .");
    check("It rose/VBD. They left/VBD.", "It [rose] . | They [left] .");
}

#[test]
fn a_tag_that_is_not_known_is_named_with_its_place() {
    let error = from("It rose/VBD.\nIt fell/VBX again.").unwrap_err();
    assert_eq!(
        error,
        "corpus/tags/one.txt:2: VBX behind “fell” is not a tag that is known here; see corpus/tags/README.md"
    );
}

#[test]
fn every_tenth_is_kept_back() {
    let all = from(&"It rose/VBD.\n".repeat(25)).unwrap();
    assert_eq!((taught(all.clone()).len(), kept_back(all).len()), (22, 3));
}

/// A word of which the treebank knows nothing is a verb because the sentences say so.
#[test]
fn what_they_say_is_learned() {
    let treebank = sentences(include_str!("data/invented.conllu")).unwrap();
    let own = from(&"The council zorks/VBZ the plan.\nA minister zorks/VBZ it.\n".repeat(4)).unwrap();
    let config = TaggerConfig { bits: 12, epochs: 4, runs: 2, ..TaggerConfig::default() };
    let files = || vec![TrainingFile { name: "invented.conllu".to_owned(), sha256: [7; 32] }];
    let train = |own: &[Vouched]| {
        Tagger::from_bytes(&train_tagger(&treebank, own, &KnownWords::default(), &config, "CC0", files())).unwrap()
    };
    let tagger = train(&own);
    let tagged = tagger.tag_fully(&["The", "council", "zorks", "it", "."]);
    assert_eq!((tagged[2].pos, tagged[2].verb), (Upos::Verb, VerbForm::Present));
    let (after, before) = (right(&tagger, &own), right(&train(&[]), &own));
    assert_eq!((after.right, after.all), (8, 8));
    assert!(before.right < after.right, "{before}");
}

/// The sentences of the project can be read, and say something of most words that matter.
#[test]
fn those_of_the_project() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus/tags");
    let (sentences, files) = read(&folder).unwrap();
    let tagged: usize = sentences.iter().map(Vouched::tagged).sum();
    assert_eq!(files.len(), 5);
    assert!(sentences.len() >= 2000 && tagged >= 15_000, "{} sentences, {tagged} tagged words", sentences.len());
}
