//! One line a claim: "source | quotation | cue | content", fragments of the content with " … " between.

mod adverbials;
mod agreements;
mod asides;
mod behind_deeds;
mod broken_sentences;
mod called;
mod claimants;
mod clauses;
mod commentaries;
mod definite;
mod described;
mod evidence;
mod extents;
mod extents_added;
mod figures;
mod forms;
mod frames;
mod gapped;
mod grid;
mod handed_out;
mod holders;
mod holes;
mod institutes;
mod introduced;
mod lists;
mod long_subjects;
mod marked_verbs;
mod members;
mod nominal;
mod nominal_contents;
mod nominal_holders;
mod nominal_roles;
mod nominal_shapes;
mod nominal_unheld;
mod none;
mod none_of_somebodys;
mod passed_on;
mod pied_piped;
mod places;
mod policy_briefs;
mod policy_forms;
mod policy_papers;
mod policy_prose;
mod positions;
mod properties;
mod quotations;
mod read;
mod real_prose;
mod repaired_tags;
mod resolution;
mod sides;
mod subjects;
mod taken_up;
mod think_tank_extents;
mod think_tank_frames;
mod think_tanks;
mod told_behind;
mod told_within;
mod touched;
mod turns;
mod unlikely;
mod verb_frames;
mod who_acts;
mod whole_papers;

use std::sync::OnceLock;

use rapporteur_core::{Block, BlockKind, ByteRange, Document, Draft};

use crate::{Analyser, Trace};

/// The invented states, persons and bodies of the cases.
const WORLD: &str = r#"
[[actor]]
id = "averland"
name = "Averland"
kind = "state"
adjectives = ["Averlander"]
metonyms = ["Port Aver"]

[[actor]]
id = "kestria"
name = "Kestria"
kind = "state"
adjectives = ["Kestrian"]
people = ["Kestrian", "Kestrians"]
metonyms = ["Kest"]

[[actor]]
id = "littoral-union"
name = "Littoral Union"
kind = "alliance"
abbreviations = ["LU"]
nominals = ["union", "bloc"]

[[actor]]
id = "tidal-commission"
name = "International Tidal Commission"
kind = "organisation"
abbreviations = ["ITC"]
nominals = ["commission"]
"#;

fn analyser() -> &'static Analyser {
    static ANALYSER: OnceLock<Analyser> = OnceLock::new();
    ANALYSER.get_or_init(|| {
        // The cases are about what the rules find, however unlikely.
        plain_analyser().with_unlikely()
    })
}

fn plain_analyser() -> Analyser {
    let mut analyser = Analyser::new().expect("the embedded data are sound");
    analyser.add_gazetteer("world", WORLD).expect("the invented world is sound");
    analyser
}

/// Paragraphs divided by blank lines, analysed.
fn document(text: &str) -> Document {
    document_of(text, BlockKind::Paragraph, None)
}

/// As [`document`], with blocks of another kind.
fn document_of(text: &str, kind: BlockKind, speaker: Option<&str>) -> Document {
    analysed(draft_of(text, kind, speaker))
}

fn draft_of(text: &str, kind: BlockKind, speaker: Option<&str>) -> Draft {
    let mut draft = Draft::of_text(text);
    let mut start = 0;
    for paragraph in text.split("\n\n") {
        let mut block = Block::new(kind, ByteRange::new(start, start + paragraph.len()));
        block.speaker = speaker.map(str::to_owned);
        draft.blocks.push(block);
        start += paragraph.len() + 2;
    }
    draft
}

fn analysed(draft: Draft) -> Document {
    analysed_with_trace(draft).0
}

fn analysed_with_trace(draft: Draft) -> (Document, Trace) {
    analysed_by(analyser(), draft)
}

fn analysed_by(analyser: &Analyser, draft: Draft) -> (Document, Trace) {
    let mut assembled = crate::support::assembled(draft);
    let trace = analyser.analyse(&mut assembled.document, &assembled.spans, &[]);
    (assembled.document, trace)
}

fn lines(document: &Document) -> String {
    let claims = document.claims.iter().map(|claim| {
        let content: Vec<&str> = claim.content.iter().map(|content| content.text.as_str()).collect();
        let source = claim.source.as_ref().map_or("–", |source| source.text.as_str());
        let cue = claim.cue.as_ref().map_or("–", |cue| cue.text.as_str());
        format!("{source} | {} | {cue} | {}", claim.quotation.as_str(), content.join(" … "))
    });
    claims.collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(lines(&document(text)), expected, "in {text:?}");
}

/// No claim at all.
#[track_caller]
fn check_none(text: &str) {
    check(text, "");
}
