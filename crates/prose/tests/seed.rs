//! The annotated seed article, where it is present: its copyright keeps it out of the repository.

#![allow(clippy::print_stdout)]

use std::path::{Path, PathBuf};

use rapporteur_core::{ApparatusKind, BlockKind, Draft};
use rapporteur_prose::text_source::{Layout, read_text};
use serde_json::Value;

fn shared(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(path)
}

fn seed() -> Option<(Draft, Value)> {
    let (Ok(text), Ok(gold)) =
        (std::fs::read(shared("seeds/nato-indo-pacific.txt")), std::fs::read(shared("bench/seed-gold.json")))
    else {
        println!("skipped: the seed article is not present");
        return None;
    };
    let draft = read_text(&text, None, Layout::Article).expect("the seed is an article");
    Some((draft, serde_json::from_slice(&gold).expect("the annotation is JSON")))
}

/// The words of the blocks of one kind.
fn words(draft: &Draft, kind: BlockKind) -> Vec<&str> {
    draft.blocks.iter().filter(|block| block.kind == kind).filter_map(|block| block.at.slice(&draft.text)).collect()
}

fn span(value: &Value) -> (u64, u64) {
    let end = |index: usize| value["byte"][index].as_u64().expect("a byte offset");
    (end(0), end(1))
}

#[test]
fn metadata_is_as_annotated() {
    let Some((draft, gold)) = seed() else { return };
    let metadata = &draft.metadata;
    let stated = &gold["metadata"];
    assert_eq!(metadata.title.as_deref(), stated["title"]["text"].as_str());
    assert_eq!(metadata.category.as_deref(), stated["category"]["text"].as_str());
    assert_eq!(metadata.language.as_deref(), stated["language"].as_str());
    assert_eq!(metadata.published, None);
    let origin = metadata.origin.as_ref().expect("the source note names it");
    assert_eq!(Some(origin.name.as_str()), stated["original_publisher"]["span"]["text"].as_str());
    let at = origin.at.expect("it stands in the text");
    assert_eq!((at.start as u64, at.end as u64), span(&stated["original_publisher"]["span"]));
    let authors = stated["authors"].as_array().expect("authors");
    assert_eq!(metadata.authors.len(), authors.len());
    for (author, wanted) in metadata.authors.iter().zip(authors) {
        assert_eq!(Some(author.name.as_str()), wanted["name"].as_str());
        assert_eq!(author.role.as_deref(), wanted["role"]["text"].as_str());
        assert_eq!(author.affiliation.as_deref(), wanted["organisation"]["text"].as_str());
        let at = author.at.expect("the byline names them");
        assert_eq!((at.start as u64, at.end as u64), span(&wanted["byline"]));
        let bio = author.bio.as_ref().expect("both have a bio");
        let trimmed = wanted["bio"]["text"].as_str().map(|text| text.trim_start_matches([' ', '•']).trim_end());
        assert_eq!(Some(bio.text.as_str()), trimmed);
    }
}

#[test]
fn blocks_are_as_annotated() {
    let Some((draft, gold)) = seed() else { return };
    let headings: Vec<&str> = gold["sections"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|section| section["heading"]["text"].as_str())
        .collect();
    assert_eq!(words(&draft, BlockKind::Heading), headings);
    let paragraphs: Vec<(u64, u64)> = draft
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Paragraph)
        .map(|block| (block.at.start as u64, block.at.end as u64))
        .collect();
    let wanted: Vec<(u64, u64)> =
        gold["paragraphs"].as_array().into_iter().flatten().map(|paragraph| span(&paragraph["span"])).collect();
    assert_eq!(paragraphs, wanted);
    assert_eq!(draft.blocks.len(), headings.len() + wanted.len());
}

#[test]
fn zones_are_as_annotated() {
    let Some((draft, gold)) = seed() else { return };
    let kinds = [
        ("headline", ApparatusKind::Headline),
        ("byline", ApparatusKind::Byline),
        ("about_authors", ApparatusKind::Bio),
        ("source_line", ApparatusKind::SourceNote),
        ("organisation_blurb", ApparatusKind::PublisherBlurb),
        ("comment_form", ApparatusKind::CommentForm),
    ];
    for (zone, kind) in kinds {
        let wanted = gold["zones"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|found| found["kind"] == zone)
            .expect("the zone is annotated");
        let found: Vec<(u64, u64)> = draft
            .apparatus
            .iter()
            .filter(|piece| piece.kind == kind)
            .map(|piece| (piece.at.start as u64, piece.at.end as u64))
            .collect();
        assert_eq!(found, [span(&wanted["span"])], "{zone}");
    }
    assert_eq!(draft.apparatus.len(), kinds.len());
}
