//! Saved pages to articles, measured the way extractors are compared: a manifest of gzipped pages in, answers and times out.
//!
//! The manifest holds one JSON object a line with `id` and `html`, the path of a gzipped UTF-8 page relative to the
//! manifest. All pages are read into memory, three are read untimed, then all of them so many times on one thread. A page
//! counts as done when it is a Document with metadata and spans. Written is
//! `{"meta": {…, "cpu_s", "wall_s", "slowest_ms", "errors"}, "pages": {id: {"body", "title", "authors", "date"}}}`, where
//! a line of `body` is a paragraph.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::time::{Duration, Instant};

use rapporteur_core::{ApparatusKind, Assembled, BlockKind, ByteRange, Document, Provenance, assemble};
use rapporteur_html::{Hints, read_page};
use serde_json::{Map, Value, json};

use crate::cargo::cargo;

/// Pages read before the clock starts.
const UNTIMED: usize = 3;
/// What stands between two lines of a page's text.
const LINE_END: &str = "\n\n";

struct Page {
    id: String,
    bytes: Vec<u8>,
}

/// Builds this program for speed, then measures.
pub(crate) fn bench_extract(manifest: &Path, output: &Path, passes: usize) -> Result<(), String> {
    if cfg!(debug_assertions) {
        let (manifest, output) = (manifest.to_string_lossy(), output.to_string_lossy());
        let passes = passes.to_string();
        let task = ["run", "--quiet", "--release", "--package", "xtask", "--", "bench-extract"];
        return cargo(&[task.as_slice(), &[&manifest, &output, &passes]].concat());
    }
    let pages = read_manifest(manifest)?;
    for page in pages.iter().take(UNTIMED) {
        std::hint::black_box(document(page).ok());
    }
    let (mut cpu, mut wall, mut slowest) = (Vec::new(), Vec::new(), Duration::ZERO);
    let (mut answers, mut errors) = (Map::new(), 0);
    for _ in 0..passes.max(1) {
        (answers, errors) = (Map::new(), 0);
        let (started, used) = (Instant::now(), cpu_seconds());
        for page in &pages {
            let began = Instant::now();
            let document = std::hint::black_box(document(page));
            slowest = slowest.max(began.elapsed());
            // A refusal is an answer: the page holds no article. It has no body to show for it.
            errors += usize::from(document.is_err());
            answers.insert(page.id.clone(), document.as_ref().map_or_else(|_| json!({ "body": "" }), answer));
        }
        let elapsed = started.elapsed().as_secs_f64();
        wall.push(elapsed);
        cpu.push(cpu_seconds().zip(used).map_or(elapsed, |(after, before)| after - before));
    }
    let bytes: usize = pages.iter().map(|page| page.bytes.len()).sum();
    let meta = json!({
        "name": "rapporteur",
        "version": env!("CARGO_PKG_VERSION"),
        "pages": pages.len(),
        "bytes": bytes,
        "cpu_s": cpu,
        "wall_s": wall,
        "slowest_ms": slowest.as_secs_f64() * 1e3,
        "errors": errors,
    });
    let text = json!({ "meta": meta, "pages": answers }).to_string();
    fs::write(output, text).map_err(|error| format!("{}: {error}", output.display()))?;
    wall.sort_by(f64::total_cmp);
    let median = wall.get(wall.len() / 2).copied().unwrap_or_default().max(f64::MIN_POSITIVE);
    println!(
        "{} pages, {:.1} MB: {:.0} pages/s, {:.0} MB/s, slowest {:.1} ms, {errors} refused",
        pages.len(),
        bytes as f64 / 1e6,
        pages.len() as f64 / median,
        bytes as f64 / 1e6 / median,
        slowest.as_secs_f64() * 1e3,
    );
    Ok(())
}

fn read_manifest(manifest: &Path) -> Result<Vec<Page>, String> {
    let folder = manifest.parent().unwrap_or(Path::new("."));
    let text = fs::read_to_string(manifest).map_err(|error| format!("{}: {error}", manifest.display()))?;
    let mut pages = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let wrong = |what: &str| format!("{}, line {}: {what}", manifest.display(), number + 1);
        let row: Value = serde_json::from_str(line).map_err(|error| wrong(&error.to_string()))?;
        let id = row["id"].as_str().ok_or_else(|| wrong("no id"))?.to_owned();
        let path = folder.join(row["html"].as_str().ok_or_else(|| wrong("no html"))?);
        let file = File::open(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(file)
            .read_to_end(&mut bytes)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        pages.push(Page { id, bytes });
    }
    Ok(pages)
}

/// The whole way that a page goes: decoded, read, every position checked and mapped back to the file.
fn document(page: &Page) -> Result<Document, String> {
    // The manifest's pages are UTF-8 whatever they declare.
    let hints = Hints { charset: Some("utf-8"), ..Hints::default() };
    let draft = read_page(&page.bytes, hints, None).map_err(|refused| refused.message)?;
    let (plugin, plugin_version) = ("html", env!("CARGO_PKG_VERSION"));
    let (bytes, uri) = (page.bytes.as_slice(), page.id.as_str());
    let provenance = Provenance { uri, bytes, ordinal: 0, plugin, plugin_version, confidence: 60, evidence: &[] };
    let Assembled { document, .. } = assemble(draft, &provenance).map_err(|error| error.to_string())?;
    Ok(document)
}

/// What the comparison asks for: the running text as a reader sees it, a paragraph a line. Captions are blocks of the
/// document and no part of the running text.
fn answer(document: &Document) -> Value {
    let blocks = document.blocks.iter().filter(|block| block.kind != BlockKind::Caption);
    let first = document.blocks.first().map_or(usize::MAX, |block| block.at.bytes.start);
    let rules = document
        .apparatus
        .iter()
        .map(|piece| piece.at.bytes)
        .filter(|at| at.start > first && at.slice(&document.text).is_some_and(is_rule));
    let mut lines: Vec<ByteRange> = blocks.map(|block| whole_line(document, block.at.bytes)).chain(rules).collect();
    lines.sort_unstable();
    let body: Vec<&str> = lines.iter().filter_map(|line| line.slice(&document.text)).collect();
    let metadata = &document.metadata;
    let day = metadata.published.as_deref().and_then(|date| date.get(..10));
    json!({
        "body": body.join("\n"),
        "title": metadata.title,
        "authors": metadata.authors.iter().map(|author| &author.name).collect::<Vec<_>>(),
        "date": day,
    })
}

/// Whether a piece of the apparatus is a line drawn in characters: between two parts of the text it is seen as one of them.
fn is_rule(words: &str) -> bool {
    words.len() >= 3 && words.bytes().all(|mark| matches!(mark, b'_' | b'*' | b'-' | b' '))
}

/// The block with what the document takes apart and the reader sees in one line with it: a dateline, the speaker's name,
/// the mark of a note.
fn whole_line(document: &Document, block: ByteRange) -> ByteRange {
    let before = document.text.get(..block.start).unwrap_or_default();
    let start = before.rfind(LINE_END).map_or(0, |at| at + LINE_END.len());
    let taken = |at: ByteRange| at.start < block.start && at.end > start;
    let is_other = document.blocks.iter().any(|other| taken(other.at.bytes))
        || document.apparatus.iter().any(|piece| piece.kind != ApparatusKind::Dateline && taken(piece.at.bytes));
    if is_other { block } else { ByteRange::new(start, block.end) }
}

/// Processor time of this process, where the system tells it. In ticks of a hundredth of a second.
fn cpu_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks: u32 = fields.get(11)?.parse::<u32>().ok()? + fields.get(12)?.parse::<u32>().ok()?;
    Some(f64::from(ticks) / 100.0)
}

#[cfg(test)]
mod tests {
    use super::is_rule;

    #[test]
    fn lines_drawn_in_characters() {
        assert!(is_rule("___") && is_rule("* * *") && is_rule("-----"));
        assert!(!is_rule("--") && !is_rule("___ Halm") && !is_rule("# # #"));
    }
}
