use rapporteur_sdk::Document;
use rapporteur_sdk::core::{Block, BlockKind, ByteRange};

use crate::escape::{Mark, inline, line_with_marks};
use crate::words::label;

/// The article with a footnote mark after each claim, or nothing where it has no blocks.
pub fn article(document: &Document) -> Option<String> {
    if document.blocks.is_empty() {
        return None;
    }
    let labels: Vec<String> = document.claims.iter().enumerate().map(|(index, claim)| label(index, claim)).collect();
    let ends = document.claims.iter().zip(&labels).filter_map(|(claim, label)| {
        let ends = claim.content.iter().filter_map(|part| end_of_words(&document.text, part.at.bytes));
        Some(Mark { at: ends.max()?, label })
    });
    let mut marks: Vec<Mark<'_>> = ends.collect();
    marks.sort_by_key(|mark| mark.at);

    let mut out = String::from("## Article\n");
    let mut previous: Option<&Block> = None;
    let mut depth = 0;
    for block in &document.blocks {
        let Some(text) = block.at.slice(&document.text) else { continue };
        depth = if block.kind == BlockKind::ListItem { item_depth(block, depth) } else { 0 };
        let written = write(block, text, &marks_within(&marks, block), previous, depth);
        out.push_str(between(previous, block));
        out.push_str(&written);
        out.push('\n');
        previous = Some(block);
    }
    Some(out)
}

/// One past the last byte that is not white space; `None` where there is no such byte.
fn end_of_words(text: &str, at: ByteRange) -> Option<usize> {
    let words = at.slice(text)?.trim_end();
    (!words.is_empty()).then_some(at.start + words.len())
}

/// The marks after a word of the block, with places counted from its start.
fn marks_within<'m>(marks: &[Mark<'m>], block: &Block) -> Vec<Mark<'m>> {
    let at = block.at.bytes;
    let first = marks.partition_point(|mark| mark.at <= at.start);
    let end = marks.partition_point(|mark| mark.at <= at.end);
    let within = marks.get(first..end).unwrap_or_default();
    within.iter().map(|mark| Mark { at: mark.at - at.start, label: mark.label }).collect()
}

/// Items of one list stay together, paragraphs of one quotation too; all else is set apart by an empty line.
fn between(previous: Option<&Block>, block: &Block) -> &'static str {
    match (previous.map(|block| block.kind), block.kind) {
        (Some(BlockKind::ListItem), BlockKind::ListItem) => "",
        (Some(BlockKind::Quotation), BlockKind::Quotation) => ">\n",
        _ => "\n",
    }
}

/// One deeper than the item before at most: Markdown has no item without a parent.
fn item_depth(block: &Block, before: usize) -> usize {
    usize::from(block.level.unwrap_or(1)).clamp(1, before + 1)
}

fn write(block: &Block, text: &str, marks: &[Mark<'_>], previous: Option<&Block>, depth: usize) -> String {
    let words = || line_with_marks(text, marks);
    match block.kind {
        // The article's own headings stand below the brief's.
        BlockKind::Heading => {
            let level = usize::from(block.level.unwrap_or(1)).clamp(1, 4) + 2;
            format!(
                "{} {}{}",
                "#".repeat(level),
                words(),
                byline(block, text).map_or_else(String::new, |by| format!("\n\n*{by}*"))
            )
        }
        BlockKind::Paragraph | BlockKind::Summary => words(),
        BlockKind::ListItem => format!("{}- {}", "  ".repeat(depth - 1), words()),
        BlockKind::Quotation => format!("> {}", words()),
        BlockKind::Caption => format!("*Caption:* {}", words()),
        BlockKind::Footnote => format!("*Note:* {}", words()),
        BlockKind::Table => table(text, marks),
        BlockKind::SpeakerTurn | BlockKind::LiveEntry => {
            let label = turn_label(block, text, previous);
            if label.is_empty() { words() } else { format!("**{label}:** {}", words()) }
        }
    }
}

/// "By Ilse Marwood and Lin Qiaoyu", where the words of the block do not name them already.
fn byline(block: &Block, text: &str) -> Option<String> {
    let names: Vec<&str> =
        block.byline.iter().map(|author| author.name.as_str()).filter(|name| !text.contains(name)).collect();
    let (last, before) = names.split_last()?;
    let last = inline(last);
    let before: Vec<String> = before.iter().map(|name| inline(name)).collect();
    Some(if before.is_empty() { format!("By {last}") } else { format!("By {} and {last}", before.join(", ")) })
}

/// Time and speaker of a turn or entry, where its own words do not begin with them and the turn before did not say so.
fn turn_label(block: &Block, text: &str, previous: Option<&Block>) -> String {
    let said_before = previous.filter(|before| before.kind == block.kind);
    let time = block
        .time
        .as_deref()
        .filter(|time| !text.contains(time) && said_before.is_none_or(|before| before.time.as_deref() != Some(time)));
    let speaker = block.speaker.as_deref().filter(|speaker| {
        !text.trim_start().starts_with(speaker)
            && said_before.is_none_or(|before| before.speaker.as_deref() != Some(speaker))
    });
    let mut parts: Vec<String> =
        time.iter().chain(&speaker).map(|part| inline(part)).filter(|part| !part.is_empty()).collect();
    parts.extend(byline(block, text));
    parts.join(" · ")
}

/// A table where the lines of the text have the same number of cells, set apart by tabs; else its lines.
fn table(text: &str, marks: &[Mark<'_>]) -> String {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut start = 0;
    for row in text.split('\n') {
        let mut cells = Vec::new();
        for cell in row.split('\t') {
            let end = start + cell.len();
            let first = marks.partition_point(|mark| mark.at <= start);
            let last = marks.partition_point(|mark| mark.at <= end);
            let within = marks.get(first..last).unwrap_or_default();
            let within: Vec<Mark<'_>> =
                within.iter().map(|mark| Mark { at: mark.at - start, label: mark.label }).collect();
            cells.push(line_with_marks(cell, &within));
            start = end + 1;
        }
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(cells);
        }
    }
    let width = rows.first().map_or(0, Vec::len);
    if width < 2 || rows.iter().any(|row| row.len() != width) {
        let lines: Vec<String> = rows
            .into_iter()
            .map(|row| row.into_iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" "))
            .collect();
        return lines.join("\\\n");
    }
    let mut lines: Vec<String> = rows.iter().map(|row| format!("| {} |", row.join(" | "))).collect();
    lines.insert(1, format!("|{}", " --- |".repeat(width)));
    lines.join("\n")
}
