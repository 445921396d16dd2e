//! Actor mentions of single sentences as JSON lines, for scoring.
//!
//! `actors_eval FILE.jsonl` reads rows with `id` and `text` and writes, for each, `{"id", "mentions": [{"start", "end",
//! "kind", "country"}]}`: code points, the kind of the actor ("nationality" for adjectives, "description" for phrases that
//! are no names), and the state it is or belongs to. A line on the error stream says how fast that was.

// A tool for the terminal.
#![allow(clippy::print_stderr)]

use std::io::Write;
use std::process::ExitCode;

use rapporteur_analysis::actors::{ActorTable, FoundActor, find_actors};
use rapporteur_analysis::gazetteer::Gazetteer;
use rapporteur_analysis::tagger::Tagger;
use rapporteur_analysis::text::TextLayer;
use rapporteur_analysis::zones::zones;
use rapporteur_core::{
    Block, BlockKind, ByteRange, Document, Draft, MentionForm, Provenance, SourceMap, TextIndex, assemble,
};
use serde_json::{Value, json};

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: actors_eval FILE.jsonl");
        return ExitCode::from(2);
    };
    let rows = match std::fs::read_to_string(&path) {
        Ok(rows) => rows,
        Err(error) => {
            eprintln!("{path}: {error}");
            return ExitCode::FAILURE;
        }
    };
    let tagger = match Tagger::embedded() {
        Ok(tagger) => tagger,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let began = std::time::Instant::now();
    let gazetteer = Gazetteer::embedded();
    eprintln!("{} listed actors read in {:?}", gazetteer.len(), began.elapsed());
    let began = std::time::Instant::now();
    let mut bytes = 0;
    let mut out = std::io::stdout().lock();
    for (number, line) in rows.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let row: Value = match serde_json::from_str(line) {
            Ok(row) => row,
            Err(error) => {
                eprintln!("{path}:{}: {error}", number + 1);
                return ExitCode::FAILURE;
            }
        };
        let text = row["text"].as_str().unwrap_or_default();
        bytes += text.len();
        let answer = json!({ "id": row["id"], "mentions": mentions(text, gazetteer, &tagger) });
        if writeln!(out, "{answer}").is_err() {
            return ExitCode::FAILURE;
        }
    }
    eprintln!("{bytes} bytes in {:?}", began.elapsed());
    ExitCode::SUCCESS
}

fn mentions(text: &str, gazetteer: &Gazetteer, tagger: &Tagger) -> Vec<Value> {
    let Some(document) = document(text) else { return Vec::new() };
    let mut layer = TextLayer::build(text, zones(&document));
    tag(tagger, text, &mut layer);
    let table = find_actors(text, &layer, &document, gazetteer);
    let index = TextIndex::new(text);
    let mut found = Vec::new();
    for mention in &table.mentions {
        let actor = &table.actors[mention.actor];
        let kind = match mention.form {
            MentionForm::Adjective => "nationality",
            MentionForm::Nominal => "description",
            _ => actor.kind.as_str(),
        };
        let mut answer = json!({
            "start": index.chars(text, mention.at.start),
            "end": index.chars(text, mention.at.end),
            "kind": kind,
            "id": actor.id,
            "evidence": actor.evidence,
        });
        if let Some(country) = country(actor, &table, gazetteer) {
            answer["country"] = json!(country);
        }
        found.push(answer);
    }
    found
}

/// ISO code of the state an actor is or, by at most four steps, belongs to.
fn country(actor: &FoundActor, table: &ActorTable, gazetteer: &Gazetteer) -> Option<String> {
    let mut code = actor.identifiers.iso3166.clone();
    let mut owner = actor.affiliation.clone();
    for _ in 0..4 {
        if code.is_some() {
            break;
        }
        let id = owner?;
        (code, owner) = match (table.find(&id), gazetteer.get(&id)) {
            (Some(found), _) => (found.identifiers.iso3166.clone(), found.affiliation.clone()),
            (None, Some(known)) => (known.iso3166.clone(), known.of.clone()),
            (None, None) => (None, None),
        };
    }
    code
}

/// A document of one paragraph.
fn document(text: &str) -> Option<Document> {
    let whole = ByteRange::new(0, text.len());
    let draft = Draft {
        text: text.to_owned(),
        map: SourceMap::identity(text.len()),
        blocks: vec![Block::new(BlockKind::Paragraph, whole)],
        ..Draft::default()
    };
    let provenance = Provenance {
        uri: "row",
        bytes: text.as_bytes(),
        ordinal: 0,
        plugin: "actors_eval",
        plugin_version: "1",
        confidence: 100,
        evidence: &[],
    };
    assemble(draft, &provenance).ok().map(|assembled| assembled.document)
}

/// Sets the parts of speech.
fn tag(tagger: &Tagger, text: &str, layer: &mut TextLayer) {
    for sentence in layer.sentences.clone() {
        let tokens = layer.tokens.get_mut(sentence.tokens.clone()).unwrap_or_default();
        let words: Vec<&str> = tokens.iter().map(|token| token.at.slice(text).unwrap_or_default()).collect();
        for (token, pos) in tokens.iter_mut().zip(tagger.tag(&words)) {
            token.pos = pos;
        }
    }
}
