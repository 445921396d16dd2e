//! Training the parser on a small invented treebank.
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use rapporteur_analysis::syntax::Parser;
use rapporteur_analysis::syntax::internals::{Action, State, Weights, Words};
use rapporteur_analysis::tagger::Tagger;
use rapporteur_analysis::tagger::internals::{KnownWords, TrainingFile};
use rapporteur_train::conllu::{Sentence, sentences};
use rapporteur_train::jackknife::{jackknifed, tagged};
use rapporteur_train::manifest::manifest;
use rapporteur_train::oracle::{costs, tree_of};
use rapporteur_train::parser::lessons_of;
use rapporteur_train::parser_report::evaluate_parser;
use rapporteur_train::prepare::join_hyphens;
use rapporteur_train::{ParserConfig, TaggerConfig, train_parser, train_tagger};

/// In two documents, so that each can be tagged by a tagger that saw the other.
fn treebank() -> Vec<Sentence> {
    let sentences = sentences(include_str!("data/invented.conllu")).unwrap();
    let half = sentences.len() / 2;
    let document = |number: usize| if number < half { "one" } else { "two" };
    let joined = sentences.iter().map(join_hyphens).enumerate();
    joined.map(|(number, sentence)| Sentence { document: document(number).to_owned(), ..sentence }).collect()
}

fn config() -> ParserConfig {
    let tagger = TaggerConfig { bits: 12, epochs: 4, runs: 1, ..TaggerConfig::default() };
    ParserConfig { bits: 14, epochs: 6, runs: 2, parts: 2, tagger, ..ParserConfig::default() }
}

fn files() -> Vec<TrainingFile> {
    vec![TrainingFile { name: "invented.conllu".to_owned(), sha256: [7; 32] }]
}

#[test]
fn same_inputs_same_bytes() {
    let lessons = lessons_of(&treebank(), &[], &KnownWords::default(), &config());
    let first = train_parser(&lessons, &config(), "CC0", files());
    let again =
        train_parser(&lessons_of(&treebank(), &[], &KnownWords::default(), &config()), &config(), "CC0", files());
    assert_eq!(first, again);
    let other = ParserConfig { seed: 2, ..config() };
    assert_ne!(first, train_parser(&lessons, &other, "CC0", files()), "the seed has to matter");
    let weights = Weights::decode(&first).unwrap();
    assert_eq!((weights.header.licence.as_str(), weights.header.training_files.clone()), ("CC0", files()));
    assert_eq!(weights.encode(), first);
    let manifest: toml::Table = manifest(None, Some(&first)).unwrap().parse().unwrap();
    assert_eq!(manifest["parser"]["table_bits"].as_integer(), Some(14));
    assert_eq!(manifest["parser"]["training_file"][0]["sha256"].as_str(), Some("07".repeat(32).as_str()));
}

#[test]
fn learns_what_it_is_shown() {
    let treebank = treebank();
    let tagger_config = TaggerConfig { join_hyphens: false, runs: 2, ..config().tagger };
    let tagger =
        Tagger::from_bytes(&train_tagger(&treebank, &[], &KnownWords::default(), &tagger_config, "CC0", files()))
            .unwrap();
    let lessons = lessons_of(&treebank, &[], &KnownWords::default(), &config());
    let parser = Parser::from_bytes(&train_parser(&lessons, &config(), "CC0", files())).unwrap();
    let report = evaluate_parser(&tagger, &parser, &treebank);
    assert!(report.labelled_attachment() > 0.9, "{report}");
    let untrained = ParserConfig { epochs: 0, ..config() };
    let parser = Parser::from_bytes(&train_parser(&lessons, &untrained, "CC0", files())).unwrap();
    assert!(evaluate_parser(&tagger, &parser, &treebank).attachment() < 0.6);
}

/// Steps that cost nothing lead to the right tree, whichever of them is taken.
#[test]
fn steps_without_cost_lose_nothing() {
    let tagger = Tagger::embedded().unwrap();
    for sentence in treebank() {
        let tree = tree_of(&sentence).expect("the invented sentences are trees");
        let tags = tagged(&tagger, &sentence);
        let mut words = Words::default();
        words.fill(&tags.keys, &tags.classes);
        for last in [false, true] {
            let mut state = State::default();
            state.start(words.len());
            while !state.is_done() {
                let costs = costs(&state, &tree);
                let free = (0..Action::COUNT).filter(|index| costs[*index] == Some(0));
                let chosen = if last { free.max() } else { free.min() };
                let action = chosen.and_then(Action::from_index).expect("a step without cost is always left");
                state.take(action, &words);
            }
            assert_eq!(state.heads[1..=words.len()], tree.heads[1..=words.len()], "{:?}", sentence.words[0]);
        }
    }
}

#[test]
fn a_wrong_step_costs_the_arcs_it_loses() {
    // 1 "said" is the root; 2 "they" belongs to 3 "left", which belongs to 1.
    let line = |number, form: &str, upos, head, relation| {
        format!("{number}\t{form}\t_\t{upos}\tVBD\t_\t{head}\t{relation}\t_\t_\n")
    };
    let text = line(1, "Said", "VERB", 0, "root")
        + &line(2, "they", "PRON", 3, "nsubj")
        + &line(3, "left", "VERB", 1, "ccomp");
    let sentence = &sentences(&text).unwrap()[0];
    let tree = tree_of(sentence).unwrap();
    let tags = tagged(&Tagger::embedded().unwrap(), sentence);
    let mut words = Words::default();
    words.fill(&tags.keys, &tags.classes);
    let mut state = State::default();
    state.start(3);
    state.take(Action::SHIFT, &words);
    let found = costs(&state, &tree);
    assert_eq!(found[Action::SHIFT.index()], Some(0));
    let left = Action::LEFTS.clone().filter_map(|index| found[index]).min();
    assert_eq!(left, Some(4), "the root's arc and that of its dependent are lost, two points each");
    assert!(Action::RIGHTS.clone().all(|index| found[index].is_none()), "nothing is below it");
}

#[test]
fn documents_stay_whole_when_tags_are_made() {
    let treebank = treebank();
    let config = TaggerConfig { bits: 12, epochs: 2, runs: 1, ..TaggerConfig::default() };
    let tags = jackknifed(&treebank, &[], &KnownWords::default(), 2, &config);
    assert_eq!(tags.len(), treebank.len());
    for (tags, sentence) in tags.iter().zip(&treebank) {
        assert_eq!(tags.classes.len(), sentence.words.len());
        // A tagger that has seen nothing gives one class to all.
        assert!(tags.classes.iter().any(|class| *class != tags.classes[0]), "tagged by a tagger without lessons");
    }
}

#[test]
fn joined_compounds_keep_their_place_in_the_tree() {
    for sentence in treebank() {
        assert!(tree_of(&sentence).is_some());
    }
    let joined = &treebank()[2];
    let plan = joined.words.iter().position(|word| word.form == "plan").unwrap();
    assert_eq!((joined.words[1].form.as_str(), joined.words[1].head), ("long-term", plan + 1));
}
