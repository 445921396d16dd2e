//! Prints what text files are read as: `cargo run -p rapporteur-prose --example show FILE…`.
#![allow(clippy::print_stdout)]

use rapporteur_core::Draft;
use rapporteur_prose::text_source::{Layout, read_text};

fn main() -> std::io::Result<()> {
    for path in std::env::args().skip(1) {
        println!("=== {path}");
        match read_text(&std::fs::read(path)?, None, Layout::Article) {
            Ok(draft) => print(&draft),
            Err(refusal) => println!("{}: {}", refusal.code, refusal.message),
        }
    }
    Ok(())
}

fn print(draft: &Draft) {
    let words = |at: rapporteur_core::ByteRange| at.slice(&draft.text).unwrap_or_default().replace('\n', "⏎");
    let mut pieces: Vec<(usize, String)> = Vec::new();
    for block in &draft.blocks {
        let speaker = block.speaker.as_deref().map(|name| format!(" <{name}>")).unwrap_or_default();
        pieces.push((block.at.start, format!("{:?}{speaker} {:.90}", block.kind, words(block.at))));
    }
    for piece in &draft.apparatus {
        pieces.push((piece.at.start, format!("    [{:?}] {:.90}", piece.kind, words(piece.at))));
    }
    pieces.sort();
    for (_, piece) in pieces {
        println!("{piece}");
    }
    let metadata = &draft.metadata;
    println!("title {:?}, category {:?}, language {:?}", metadata.title, metadata.category, metadata.language);
    println!("published {:?}, modified {:?}, origin {:?}", metadata.published, metadata.modified, metadata.origin);
    for author in &metadata.authors {
        println!(
            "author {:?}, role {:?}, affiliation {:?}, bio {}",
            author.name,
            author.role,
            author.affiliation,
            author.bio.is_some()
        );
    }
    for candidate in &metadata.candidates {
        println!(
            "    {} {:?} from {}, chosen {}",
            candidate.field, candidate.value, candidate.origin, candidate.chosen
        );
    }
    for diagnostic in &draft.diagnostics {
        println!("    {}: {}", diagnostic.code, diagnostic.message);
    }
}
