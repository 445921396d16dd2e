use std::sync::OnceLock;

use proptest::prelude::*;

use super::internals::{Action, FORMAT_VERSION, Move, TEMPLATE_VERSION};
use super::{Arc, Label, Parser, ParserRoom, TaggedTokens, Trees};
use crate::tagger::Tagger;
use crate::text::Sentence;
use crate::weights_file::WeightsError;
use rapporteur_core::ByteRange;

/// The weights as the trainer wrote them.
static FILE: &[u8] = include_bytes!("../../data/weights/parser.bin");

fn parser() -> &'static Parser {
    static PARSER: OnceLock<Parser> = OnceLock::new();
    PARSER.get_or_init(|| Parser::embedded().unwrap())
}

fn tagger() -> &'static Tagger {
    static TAGGER: OnceLock<Tagger> = OnceLock::new();
    TAGGER.get_or_init(|| Tagger::embedded().unwrap())
}

fn tagged(words: &[&str]) -> TaggedTokens {
    let mut tokens = TaggedTokens::default();
    tagger().keys_into(words, &mut Vec::new(), &mut tokens.keys);
    tagger().classes_into(&tokens.keys, &mut tokens.classes);
    tokens
}

fn parse(words: &[&str]) -> Vec<Arc> {
    let tokens = tagged(words);
    let mut arcs = Vec::new();
    parser().parse_into(&tokens.keys, &tokens.classes, &mut ParserRoom::default(), &mut arcs);
    arcs
}

/// "word label head" for those words of a sentence (given with blanks between its words) that are no marks.
#[track_caller]
fn check(sentence: &str, expected: &[&str]) {
    let words: Vec<&str> = sentence.split(' ').collect();
    let found: Vec<String> = words
        .iter()
        .zip(parse(&words))
        .filter(|(_, arc)| arc.label != Label::Punct)
        .map(|(word, arc)| format!("{word} {} {}", arc.label, arc.head.map_or("–", |head| words[head as usize])))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn clause_behind_a_cue() {
    check(
        "The minister said that the talks would continue .",
        &[
            "The det minister",
            "minister nsubj said",
            "said root –",
            "that mark continue",
            "the det talks",
            "talks nsubj continue",
            "would aux continue",
            "continue ccomp said",
        ],
    );
    check("They say it failed .", &["They nsubj say", "say root –", "it nsubj failed", "failed ccomp say"]);
}

#[test]
fn infinitives_relative_clauses_and_passives() {
    check("She wants to leave .", &["She nsubj wants", "wants root –", "to mark leave", "leave xcomp wants"]);
    check(
        "The men who live here were arrested .",
        &[
            "The det men",
            "men nsubj:pass arrested",
            "who nsubj live",
            "live acl:relcl men",
            "here advmod live",
            "were aux arrested",
            "arrested root –",
        ],
    );
    check(
        "The president of Kestria met the senator .",
        &[
            "The det president",
            "president nsubj met",
            "of case Kestria",
            "Kestria nmod president",
            "met root –",
            "the det senator",
            "senator obj met",
        ],
    );
}

#[test]
fn manifest_says_what_the_weights_say() {
    let manifest: toml::Table = include_str!("../../data/weights/manifest.toml").parse().unwrap();
    let manifest = &manifest["parser"];
    let parser = parser();
    let header = &parser.weights().header;
    assert_eq!(manifest["format"].as_integer(), Some(FORMAT_VERSION.into()));
    assert_eq!(manifest["templates"].as_integer(), Some(TEMPLATE_VERSION.into()));
    assert_eq!(manifest["table_bits"].as_integer(), Some(header.bits.into()));
    assert_eq!(manifest["bytes"].as_integer(), Some(FILE.len() as i64));
    assert_eq!(manifest["licence"].as_str(), Some(header.licence.as_str()));
    assert_eq!(manifest["licence"].as_str(), Some(parser.weights_licence()));
    let listed = manifest["training_file"].as_array().unwrap();
    let listed: Vec<(&str, &str)> =
        listed.iter().map(|file| (file["name"].as_str().unwrap(), file["sha256"].as_str().unwrap())).collect();
    let digest = |sha256: &[u8]| sha256.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let held: Vec<(&str, String)> =
        header.training_files.iter().map(|file| (file.name.as_str(), digest(&file.sha256))).collect();
    assert_eq!(listed, held.iter().map(|(name, digest)| (*name, digest.as_str())).collect::<Vec<_>>());
    let treebanks = listed.iter().filter(|(name, _)| name.ends_with(".conllu.gz")).count();
    assert_eq!(treebanks, 1, "trained on the genres under CC BY alone");
}

#[test]
fn the_embedded_weights_are_whole() {
    let checked = Parser::from_bytes(FILE).expect("the checksum is right");
    assert_eq!(checked.weights(), Parser::embedded().expect("the embedded weights are sound").weights());
    assert_eq!(checked.weights().encode(), FILE);
}

#[test]
fn damaged_weights_are_refused() {
    let changed = |at: usize| {
        let mut bytes = FILE.to_vec();
        bytes[at] ^= 1;
        Parser::from_bytes(&bytes).err().map(|error| error.to_string())
    };
    assert_eq!(changed(0).as_deref(), Some("not parser weights: the file does not begin with RAPPPARW"));
    assert_eq!(changed(8).as_deref(), Some("parser weights of format 0, this version reads 1"));
    let templates = format!(
        "parser weights for feature templates {}, this version has {TEMPLATE_VERSION}: train anew",
        TEMPLATE_VERSION ^ 1
    );
    assert_eq!(changed(10), Some(templates));
    assert_eq!(changed(13).as_deref(), Some("parser weights for 33 classes, this version has 32"));
    assert_eq!(changed(FILE.len() - 1).as_deref(), Some("parser weights damaged: checksum differs"));
    let tagger = include_bytes!("../../data/weights/tagger.bin");
    let magic = WeightsError::Magic { model: "parser", magic: "RAPPPARW" };
    assert_eq!(Parser::from_bytes(tagger).err(), Some(magic));
    for length in 0..400 {
        assert!(Parser::from_bytes(&FILE[..length]).is_err(), "{length} bytes");
    }
}

#[test]
fn every_label_has_a_step_to_either_side() {
    for label in Label::ALL {
        for kind in [Move::Left, Move::Right] {
            let action = Action::of(kind, label);
            assert!(action == Action::ROOT || action.kind() == kind, "{label} {kind:?}");
            assert_eq!(Action::of(kind, action.label()), action, "{label} {kind:?}");
        }
    }
    for index in 0..Action::COUNT {
        let action = Action::from_index(index).unwrap();
        assert_eq!(action.kind() == Move::Left, index == 1 || Action::LEFTS.contains(&index));
        assert_eq!(action.kind() == Move::Right, Action::RIGHTS.contains(&index));
    }
}

#[test]
fn each_label_is_read_from_its_relation() {
    for label in Label::ALL {
        let own = matches!(label, Label::Modifier | Label::Other);
        assert!(own || Label::of_relation(label.as_str()) == label, "{label}");
    }
    assert_eq!(Label::of_relation("obl:agent"), Label::Obl);
    assert_eq!(Label::of_relation("amod"), Label::Modifier);
}

#[test]
fn table_of_verb_frames_is_in_order() {
    let table = include_str!("../../data/verb-frames.txt");
    let mut seen = std::collections::BTreeSet::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let (letters, verbs) = line.split_once(": ").unwrap();
        assert!(letters.bytes().all(|letter| b"bcdglpqrtw".contains(&letter)), "{line}");
        for verb in verbs.split(' ') {
            assert!(seen.insert(verb), "{verb} stands there twice");
        }
    }
    assert!(seen.len() > 400);
}

#[test]
fn sentences_are_parsed_when_asked_for() {
    let words = ["She", "left", ".", "They", "said", "it", "failed", "."];
    let tokens = tagged(&words);
    let sentence = |tokens| Sentence { at: ByteRange::new(0, 1), tokens, zone: 0 };
    let sentences = [sentence(0..3), sentence(3..8)];
    let parser = parser();
    let trees = Trees::new(parser, &tokens, &sentences);
    assert_eq!(trees.parsed(), 0);
    let tree = trees.tree(1).unwrap();
    assert_eq!((tree.head(6), tree.label(6)), (Some(4), Some(Label::Ccomp)));
    assert_eq!(tree.extent(6), 5..7);
    assert_eq!(tree.dependents(4).map(|(token, _)| token).collect::<Vec<_>>(), [3, 6, 7]);
    assert_eq!((tree.head(1), tree.label(1)), (None, None), "of another sentence");
    assert_eq!(trees.parsed(), 1);
    assert!(trees.tree(2).is_none());
}

proptest! {
    #[test]
    fn any_words_make_a_tree_without_crossings(
        words in prop::collection::vec("[a-zA-Z]{1,6}|,|\"|said|that|and|the|who|[.]|[0-9]{1,3}", 0..40)
    ) {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let arcs = parse(&words);
        prop_assert_eq!(arcs.len(), words.len());
        let roots = arcs.iter().filter(|arc| arc.head.is_none()).count();
        prop_assert_eq!(roots, usize::from(!words.is_empty()));
        for (place, arc) in arcs.iter().enumerate() {
            prop_assert_eq!(arc.head.is_none(), arc.label == Label::Root);
            let mut at = place;
            for _ in 0..words.len() {
                let Some(head) = arcs[at].head else { break };
                at = head as usize;
            }
            prop_assert!(arcs[at].head.is_none(), "a cycle at {}", place);
            let Some(head) = arc.head.map(|head| head as usize) else { continue };
            let (low, high) = (place.min(head), place.max(head));
            for inner in arcs.get(low + 1..high).unwrap_or_default() {
                let other = inner.head.map(|head| head as usize);
                prop_assert!(other.is_some_and(|other| (low..=high).contains(&other)), "arcs cross {} to {}", low, high);
            }
        }
    }
}
