//! Reads saved pages and prints one JSON object a line: what an evaluation needs of each.
//!
//! `cargo run -p rapporteur-html --example read_pages -- PAGE.html…`
#![allow(clippy::print_stdout, clippy::print_stderr)]

use rapporteur_core::BlockKind;
use rapporteur_html::{Hints, read_page};

fn main() -> std::io::Result<()> {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        let line = match read_page(&bytes, Hints::default(), None) {
            Ok(draft) => {
                // Captions are kept in the document; the sets this is measured on leave them out.
                let body: Vec<&str> = draft
                    .blocks
                    .iter()
                    .filter(|block| block.kind != BlockKind::Caption)
                    .filter_map(|block| block.at.slice(&draft.text))
                    .collect();
                let apparatus: Vec<_> =
                    draft.apparatus.iter().map(|piece| (piece.kind, piece.at.slice(&draft.text))).collect();
                serde_json::json!({
                    "file": path,
                    "title": draft.metadata.title,
                    "authors": draft.metadata.authors.iter().map(|author| &author.name).collect::<Vec<_>>(),
                    "published": draft.metadata.published,
                    "body": body,
                    "kinds": draft.blocks.iter().map(|block| block.kind).collect::<Vec<_>>(),
                    "apparatus": apparatus,
                    "candidates": draft.metadata.candidates,
                    "diagnostics": draft.diagnostics,
                })
            }
            Err(refused) => serde_json::json!({ "file": path, "refused": refused.code, "message": refused.message }),
        };
        println!("{line}");
    }
    Ok(())
}
