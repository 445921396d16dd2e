//! The real article the project began with, through the dynamic libraries, against its hand annotation. Both are read where
//! they are present; their copyright keeps them out of the repository.
#![allow(clippy::print_stdout)]

use std::collections::BTreeSet;
use std::fs;

use rapporteur_core::{ApparatusKind, BlockKind, ByteRange, Claim, Document};
use rapporteur_pipeline::host::{Registry, SearchPath};
use rapporteur_pipeline::{Config, Engine, verify};
use rapporteur_testkit::{staged_plugins, workspace};
use serde_json::Value;

/// The document the program makes of the article, and the annotation.
fn seed() -> Option<(Document, Value)> {
    let shared = workspace().join("../shared");
    let (Ok(bytes), Ok(gold)) =
        (fs::read(shared.join("seeds/nato-indo-pacific.txt")), fs::read(shared.join("bench/seed-gold.json")))
    else {
        println!("skipped: the seed article is not present");
        return None;
    };
    let mut search = SearchPath::default();
    search.push("the test's plugins", vec![staged_plugins().to_owned()], true);
    let engine = Engine::new(Registry::discover(search, &[]), Config::default(), &[], None).expect("the plugins load");
    let (mut read, problems) = engine.read("../shared/seeds/nato-indo-pacific.txt", &bytes);
    assert!(problems.is_empty(), "{problems:?}");
    let document = read.remove(0).document;
    let report = verify(&serde_json::to_vec(&document).expect("it has a JSON form"), &workspace()).expect("a document");
    assert_eq!(report.failures, Vec::<String>::new());
    Some((document, serde_json::from_slice(&gold).expect("the annotation is JSON")))
}

fn bytes(span: &Value) -> ByteRange {
    let end = |index: usize| span["byte"][index].as_u64().expect("a byte offset") as usize;
    ByteRange::new(end(0), end(1))
}

#[test]
fn metadata_blocks_and_apparatus() {
    let Some((document, gold)) = seed() else { return };
    let metadata = &document.metadata;
    assert_eq!(document.source.plugin, "org.rapporteur.source-text");
    assert_eq!(metadata.title.as_deref(), gold["metadata"]["title"]["text"].as_str());
    assert_eq!(metadata.category.as_deref(), Some("Analysis"));
    assert_eq!(metadata.language.as_deref(), Some("en"));
    let origin = metadata.origin.as_ref().expect("the source line names it");
    assert_eq!(origin.name, "Observer Research Foundation");
    let authors: Vec<(&str, Option<&str>, Option<&str>)> = metadata
        .authors
        .iter()
        .map(|author| (author.name.as_str(), author.role.as_deref(), author.affiliation.as_deref()))
        .collect();
    let (role, house) = (Some("Associate Fellow"), Some("Observer Research Foundation"));
    assert_eq!(authors, [("Shairee Malhotra", role, house), ("Pratnashree Basu", role, house)]);
    let of_kind = |kind: BlockKind| -> Vec<ByteRange> {
        document.blocks.iter().filter(|block| block.kind == kind).map(|block| block.at.bytes).collect()
    };
    let paragraphs: Vec<ByteRange> =
        gold["paragraphs"].as_array().expect("a list").iter().map(|paragraph| bytes(&paragraph["span"])).collect();
    assert_eq!(of_kind(BlockKind::Paragraph), paragraphs);
    let headings: Vec<ByteRange> = gold["sections"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|section| !section["heading"].is_null())
        .map(|section| bytes(&section["heading"]))
        .collect();
    assert_eq!(of_kind(BlockKind::Heading), headings);
    let kinds: BTreeSet<ApparatusKind> = document.apparatus.iter().map(|piece| piece.kind).collect();
    for kind in [
        ApparatusKind::Headline,
        ApparatusKind::Byline,
        ApparatusKind::Bio,
        ApparatusKind::SourceNote,
        ApparatusKind::PublisherBlurb,
        ApparatusKind::CommentForm,
    ] {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
}

#[test]
fn mentions() {
    let Some((document, gold)) = seed() else { return };
    // What the annotation marks in bios, source line, blurb and comment form is not read, by design.
    let read = |at: ByteRange| {
        let around = document
            .apparatus
            .iter()
            .filter(|piece| !matches!(piece.kind, ApparatusKind::Headline | ApparatusKind::Byline));
        !around.into_iter().any(|piece| piece.at.bytes.overlaps(at))
    };
    let mentions = |list: &Value| -> Vec<(ByteRange, String)> {
        let rows = list.as_array().expect("a list").iter();
        rows.map(|row| (bytes(&row["span"]), row["actor"].as_str().expect("an id").to_owned())).collect()
    };
    let wanted: Vec<(ByteRange, String)> =
        mentions(&gold["mentions"]).into_iter().filter(|(at, _)| read(*at)).collect();
    let optional = mentions(&gold["nominal_mentions"]);
    let found: Vec<(ByteRange, &str)> = document
        .actors
        .iter()
        .flat_map(|actor| actor.mentions.iter().map(|mention| (mention.at.bytes, actor.id.as_str())))
        .filter(|(at, _)| !optional.iter().any(|(nominal, _)| nominal == at))
        .collect();
    // The annotation's ids are its own: an actor is right where most of its mentions are.
    let same = |gold_id: &str, id: &str| {
        let votes = |id: &str| {
            let of_gold = wanted.iter().filter(|(_, wanted)| wanted == gold_id);
            of_gold.filter(|(at, _)| found.contains(&(*at, id))).count()
        };
        let best = found.iter().map(|(_, id)| votes(id)).max().unwrap_or(0);
        best > 0 && votes(id) == best
    };
    let right =
        wanted.iter().filter(|(at, gold_id)| found.iter().any(|(place, id)| place == at && same(gold_id, id))).count();
    let (precision, recall) = (right as f64 / found.len() as f64, right as f64 / wanted.len() as f64);
    let f1 = 2.0 * precision * recall / (precision + recall);
    println!("mentions: {right} right, {} found, {} wanted, F1 {f1:.3}", found.len(), wanted.len());
    assert!(f1 >= 0.93, "F1 {f1:.3}");
}

#[test]
fn claims() {
    let Some((document, gold)) = seed() else { return };
    let gold_claims = gold["claims"].as_array().expect("a list");
    let mut outside = Vec::new();
    let mut met: BTreeSet<(u64, &str)> = BTreeSet::new();
    for claim in &document.claims {
        for piece in &document.apparatus {
            let claimed = claim.content.iter().any(|part| part.at.bytes.overlaps(piece.at.bytes));
            assert!(!claimed, "claim {} stands in the {:?}", claim.id, piece.kind);
        }
        let matching: Vec<&Value> = gold_claims.iter().filter(|row| overlap(row, claim) >= 0.5).collect();
        if matching.is_empty() {
            outside.push(claim);
        }
        for row in matching {
            if row["type"].as_str() == Some(claim.quotation.as_str()) && claimant_is_right(row, claim, &document) {
                met.insert((row["tier"].as_u64().expect("a tier"), row["id"].as_str().expect("an id")));
            }
        }
    }
    let of_tier = |tier: u64| met.iter().filter(|(met, _)| *met == tier).count();
    println!("claims: tier 1 {}/9, tiers 1–2 {}/14, in no tier {}", of_tier(1), of_tier(1) + of_tier(2), outside.len());
    assert_eq!(of_tier(1), 9, "{met:?}");
    assert!(of_tier(1) + of_tier(2) >= 14, "{met:?}");
    let words: Vec<&str> =
        outside.iter().flat_map(|claim| claim.content.iter().map(|part| part.text.as_str())).collect();
    assert!(outside.len() <= 3, "{words:#?}");
}

/// Shared bytes of the contents against the longer of the two.
fn overlap(row: &Value, claim: &Claim) -> f64 {
    let gold: Vec<ByteRange> = row["content"].as_array().expect("a list").iter().map(bytes).collect();
    let found: Vec<ByteRange> = claim.content.iter().map(|part| part.at.bytes).collect();
    let length = |ranges: &[ByteRange]| ranges.iter().map(|range| range.len()).sum::<usize>();
    let shared: usize = gold
        .iter()
        .flat_map(|wanted| {
            found.iter().map(|part| wanted.end.min(part.end).saturating_sub(wanted.start.max(part.start)))
        })
        .sum();
    shared as f64 / length(&gold).max(length(&found)) as f64
}

/// The annotation's ids of the claimants are its own; their names are compared.
fn claimant_is_right(row: &Value, claim: &Claim, document: &Document) -> bool {
    let Some(speaker) = row["speaker"].as_str() else { return claim.claimant.is_none() };
    let ids = claim.claimant.iter().chain(&claim.co_claimants);
    ids.filter_map(|id| document.actor(id))
        .any(|actor| actor.id == speaker || actor.id.ends_with(&format!("-{speaker}")))
}
