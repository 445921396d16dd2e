//! The annotated think-tank article, where the machine has it: how many of its claims are found.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use rapporteur_analysis::Analyser;
use rapporteur_core::{Apparatus, ApparatusKind, Block, BlockKind, ByteRange, Claim, Document, Draft};
use serde_json::Value;

fn shared(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(path)
}

fn range(value: &Value) -> ByteRange {
    let number =
        |index: usize| usize::try_from(value["byte"][index].as_u64().expect("a byte offset")).expect("it fits");
    ByteRange::new(number(0), number(1))
}

/// The document as the gold zones cut it, analysed.
fn analysed(text: &str, gold: &Value) -> Document {
    let mut draft = Draft::of_text(text);
    for (kind, key) in [(ApparatusKind::Headline, "headline"), (ApparatusKind::Byline, "byline")] {
        let zones = gold["zones"].as_array().expect("zones");
        for zone in zones.iter().filter(|zone| zone["kind"] == key) {
            draft.apparatus.push(Apparatus { kind, at: range(&zone["span"]) });
        }
    }
    let mut blocks: Vec<Block<ByteRange>> = Vec::new();
    for paragraph in gold["paragraphs"].as_array().expect("paragraphs") {
        blocks.push(Block::new(BlockKind::Paragraph, range(&paragraph["span"])));
    }
    for section in gold["sections"].as_array().expect("sections") {
        if !section["heading"].is_null() {
            blocks.push(Block::new(BlockKind::Heading, range(&section["heading"])));
        }
    }
    blocks.sort_by_key(|block| block.at);
    draft.blocks = blocks;
    let mut assembled = support::assembled(draft);
    let analyser = Analyser::new().expect("the embedded data are sound");
    analyser.analyse(&mut assembled.document, &assembled.spans, &[]);
    assembled.document
}

/// Bytes that two lists of ranges share.
fn shared_bytes(left: &[ByteRange], right: &[ByteRange]) -> usize {
    left.iter().flat_map(|a| right.iter().map(move |b| a.end.min(b.end).saturating_sub(a.start.max(b.start)))).sum()
}

fn length(ranges: &[ByteRange]) -> usize {
    ranges.iter().map(|range| range.len()).sum()
}

/// Overlap of a found content with the gold one, or with its widest or narrowest acceptable extent.
fn overlap(claim: &Claim, gold: &Value) -> f64 {
    let found: Vec<ByteRange> = claim.content.iter().map(|content| content.at.bytes).collect();
    ["content", "content_min", "content_max"]
        .iter()
        .filter_map(|key| gold[*key].as_array())
        .map(|ranges| {
            let gold: Vec<ByteRange> = ranges.iter().map(range).collect();
            shared_bytes(&found, &gold) as f64 / length(&found).max(length(&gold)).max(1) as f64
        })
        .fold(0.0, f64::max)
}

/// Ids the annotators gave in short forms.
fn same_actor(found: Option<&str>, gold: &Value) -> bool {
    match (found, gold.as_str()) {
        (Some(found), Some(gold)) => found == gold || found.split('-').next_back() == Some(gold),
        (found, gold) => found.is_none() && gold.is_none(),
    }
}

#[test]
fn claims_of_the_seed_article() {
    let (text, gold) = (shared("seeds/nato-indo-pacific.txt"), shared("bench/seed-gold.json"));
    let (Ok(text), Ok(gold)) = (fs::read_to_string(&text), fs::read_to_string(&gold)) else {
        println!("skipped: the annotated article is not on this machine");
        return;
    };
    let gold: Value = serde_json::from_str(&gold).expect("gold is JSON");
    let document = analysed(&text, &gold);
    let mut taken = vec![false; document.claims.len()];
    let (mut tier_one, mut tiers_one_and_two, mut report) = ((0, 0), (0, 0), String::new());
    for wanted in gold["claims"].as_array().expect("claims") {
        let best = (0..document.claims.len())
            .filter(|&index| !taken[index])
            .map(|index| (overlap(&document.claims[index], wanted), index))
            .filter(|&(overlap, _)| overlap >= 0.5)
            .max_by(|left, right| left.0.total_cmp(&right.0));
        let mut right = false;
        let mut note = "missed".to_owned();
        if let Some((overlap, index)) = best {
            taken[index] = true;
            let claim = &document.claims[index];
            let kind = claim.quotation.as_str() == wanted["type"].as_str().unwrap_or_default();
            let who = same_actor(claim.claimant.as_deref(), &wanted["speaker"]);
            right = kind && who;
            note = format!("overlap {overlap:.2}, claimant {:?}, {:?}", claim.claimant, claim.quotation);
        }
        let tier = wanted["tier"].as_u64().unwrap_or(3);
        if tier == 1 {
            tier_one = (tier_one.0 + usize::from(right), tier_one.1 + 1);
        }
        if tier <= 2 {
            tiers_one_and_two = (tiers_one_and_two.0 + usize::from(right), tiers_one_and_two.1 + 1);
        }
        let sign = if right { "ok " } else { "-- " };
        report += &format!("{sign}{} tier {tier} {}: {note}\n", wanted["id"], wanted["cue_lemma"]);
    }
    let mut extra = 0;
    for (claim, _) in document.claims.iter().zip(&taken).filter(|(_, taken)| !**taken) {
        let content: Vec<&str> = claim.content.iter().map(|content| content.text.as_str()).collect();
        let source = claim.source.as_ref().map(|source| source.text.as_str());
        let cue = claim.cue.as_ref().map(|cue| cue.text.as_str());
        report += &format!("extra {} {source:?} | {cue:?} | {content:?}\n", claim.rule);
        extra += 1;
    }
    println!("{report}tier 1: {tier_one:?}, tiers 1 and 2: {tiers_one_and_two:?}, in no tier: {extra}");
    assert_eq!(tier_one.0, tier_one.1, "{report}");
    assert!(tiers_one_and_two.0 >= 14, "{report}");
    assert!(extra <= 2, "{report}");
}
