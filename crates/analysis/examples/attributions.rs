//! Attributions of plain texts, for scoring against annotated corpora.
//!
//!     attributions IN.jsonl OUT.jsonl [GAZETTEER.toml]
//!
//! Each line of IN is an object with "id" and "text"; each line of OUT has "id" and "attributions", a list of
//! {"source": [[start, end]..], "cue": [..], "content": [..], "claimant", "rule", "confidence"} in Unicode code points, end-exclusive.
//! Every line of the text is taken as a paragraph. A line on the error stream says how long the analysis took, without
//! reading, placing and writing.

// A tool for the terminal.
#![allow(clippy::print_stderr)]

use std::error::Error;
use std::fs;
use std::io::{BufWriter, Write};
use std::time::{Duration, Instant};

use rapporteur_analysis::Analyser;
use rapporteur_core::{Block, BlockKind, ByteRange, Draft, Provenance, SourceMap, Span, assemble};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(input), Some(output)) = (arguments.next(), arguments.next()) else {
        return Err("usage: attributions IN.jsonl OUT.jsonl [GAZETTEER.toml]".into());
    };
    let mut analyser = Analyser::new()?;
    if let Some(gazetteer) = arguments.next() {
        analyser.add_gazetteer(&gazetteer, &fs::read_to_string(&gazetteer)?)?;
    }
    let mut out = BufWriter::new(fs::File::create(output)?);
    let (mut words, mut spent) = (0, Duration::ZERO);
    for line in fs::read_to_string(input)?.lines() {
        let row: Value = serde_json::from_str(line)?;
        let text = row["text"].as_str().ok_or("a line has no \"text\"")?;
        let attributions = attributions(&analyser, text, &mut spent)?;
        words += text.split_whitespace().count();
        writeln!(out, "{}", json!({ "id": row["id"], "attributions": attributions }))?;
    }
    out.flush()?;
    eprintln!("{words} words in {spent:?}");
    Ok(())
}

fn attributions(analyser: &Analyser, text: &str, spent: &mut Duration) -> Result<Vec<Value>, Box<dyn Error>> {
    let mut draft = Draft { text: text.to_owned(), map: SourceMap::identity(text.len()), ..Draft::default() };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let at = ByteRange::new(start, start + line.trim_end().len());
        start += line.len();
        if !at.is_empty() {
            draft.blocks.push(Block::new(BlockKind::Paragraph, at));
        }
    }
    let provenance = Provenance {
        uri: "-",
        bytes: text.as_bytes(),
        ordinal: 0,
        plugin: "attributions",
        plugin_version: "1",
        confidence: 100,
        evidence: &[],
    };
    let mut assembled = assemble(draft, &provenance)?;
    let began = Instant::now();
    analyser.analyse(&mut assembled.document, &assembled.spans, &[]);
    *spent += began.elapsed();
    let range = |at: &Span| json!(at.chars);
    let claims = assembled.document.claims.iter().map(|claim| {
        json!({
            "source": claim.source.iter().map(|source| range(&source.at)).collect::<Vec<_>>(),
            "cue": claim.cue.iter().map(|cue| range(&cue.at)).collect::<Vec<_>>(),
            "content": claim.content.iter().map(|content| range(&content.at)).collect::<Vec<_>>(),
            "claimant": claim.claimant,
            "rule": claim.rule,
            "confidence": claim.confidence,
            "lemma": claim.cue.as_ref().map(|cue| &cue.lemma),
        })
    });
    Ok(claims.collect())
}
