//! Training on a small invented treebank.
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use rapporteur_analysis::tagger::internals::{KnownWords, TrainingFile, Weights};
use rapporteur_analysis::tagger::{Tagger, Upos, VerbForm};
use rapporteur_train::conllu::{Sentence, sentences};
use rapporteur_train::manifest::manifest;
use rapporteur_train::prepare::{as_headline, join_hyphens};
use rapporteur_train::random::Random;
use rapporteur_train::{TaggerConfig, evaluate, train_tagger};

fn treebank() -> Vec<Sentence> {
    sentences(include_str!("data/invented.conllu")).unwrap()
}

fn config() -> TaggerConfig {
    TaggerConfig { bits: 12, epochs: 4, runs: 2, ..TaggerConfig::default() }
}

fn files() -> Vec<TrainingFile> {
    vec![TrainingFile { name: "invented.conllu".to_owned(), sha256: [7; 32] }]
}

fn forms(sentence: &Sentence) -> Vec<&str> {
    sentence.words.iter().map(|word| word.form.as_str()).collect()
}

#[test]
fn same_inputs_same_bytes() {
    let treebank = treebank();
    assert_eq!(treebank.len(), 50);
    let first = train_tagger(&treebank, &[], &KnownWords::default(), &config(), "CC0", files());
    assert_eq!(first, train_tagger(&treebank, &[], &KnownWords::default(), &config(), "CC0", files()));
    let other = TaggerConfig { seed: 2, ..config() };
    assert_ne!(
        first,
        train_tagger(&treebank, &[], &KnownWords::default(), &other, "CC0", files()),
        "the seed has to matter"
    );
}

#[test]
fn learns_what_it_is_shown() {
    let treebank: Vec<Sentence> = treebank().iter().map(join_hyphens).collect();
    let tagger =
        Tagger::from_bytes(&train_tagger(&treebank, &[], &KnownWords::default(), &config(), "CC0", files())).unwrap();
    let report = evaluate(&tagger, &treebank);
    assert!(report.accuracy_as_taught() > 0.97, "{report}");
    assert!(report.accuracy_as_taught() > report.accuracy(), "verbs in names are taught as names");
    let untrained = TaggerConfig { epochs: 0, ..config() };
    let tagger =
        Tagger::from_bytes(&train_tagger(&treebank, &[], &KnownWords::default(), &untrained, "CC0", files())).unwrap();
    assert!(evaluate(&tagger, &treebank).accuracy() < 0.6);
}

#[test]
fn weights_come_back_as_written() {
    let bytes = train_tagger(&treebank(), &[], &KnownWords::default(), &config(), "CC0", files());
    let weights = Weights::decode(&bytes).unwrap();
    assert_eq!(weights.header.licence, "CC0");
    assert_eq!(weights.header.training_files, files());
    assert_eq!(weights.rows.len(), 1 << 12);
    assert_eq!(weights.encode(), bytes);
    let manifest: toml::Table = manifest(Some(&bytes), None).unwrap().parse().unwrap();
    assert_eq!(manifest["tagger"]["table_bits"].as_integer(), Some(12));
    assert_eq!(manifest["tagger"]["training_file"][0]["sha256"].as_str(), Some("07".repeat(32).as_str()));
}

#[test]
fn treebank_words_are_read_as_taught() {
    let treebank = treebank();
    let leaving = &treebank[1].words;
    assert_eq!((leaving[2].tagged.pos, leaving[2].tagged.verb), (Upos::Verb, VerbForm::Ing));
    assert_eq!((leaving[3].upos, leaving[3].tagged.pos), (Upos::Verb, Upos::Propn));
    assert_eq!(forms(&treebank[4])[1], "’s", "the line of the multi-word token is passed over");
    assert_eq!(treebank[0].document, "invented_news_one");
}

#[test]
fn lines_that_are_no_treebank_are_refused() {
    assert_eq!(sentences("1\tword\n").unwrap_err().to_string(), "line 1: not ten fields");
    let bad = "# text = x\n1\tx\tx\tNOPE\t_\t_\t0\troot\t_\t_\n";
    assert_eq!(sentences(bad).unwrap_err().line, 2);
}

#[test]
fn hyphen_compounds_are_joined() {
    let joined = join_hyphens(&treebank()[2]);
    assert_eq!(forms(&joined), ["A", "long-term", "plan", "was", "backed", "by", forms(&joined)[6], "."]);
    assert_eq!(joined.words[1].tagged.pos, Upos::Adj);
}

#[test]
fn hyphens_between_names_stay() {
    let line =
        |number, form: &str, upos, xpos, misc| format!("{number}\t{form}\t_\t{upos}\t{xpos}\t_\t1\tflat\t_\t{misc}\n");
    let text = line(1, "Kestria", "PROPN", "NNP", "SpaceAfter=No")
        + &line(2, "-", "PUNCT", "HYPH", "SpaceAfter=No")
        + &line(3, "Valdora", "PROPN", "NNP", "_");
    let sentence = &sentences(&text).unwrap()[0];
    assert_eq!(join_hyphens(sentence), *sentence);
}

#[test]
fn headlines_have_capitals() {
    let headline = as_headline(&treebank()[0], &mut Random::new(1));
    assert!(forms(&headline)[1].starts_with(char::is_uppercase));
    assert_eq!(headline.words[1].tagged, treebank()[0].words[1].tagged);
}
