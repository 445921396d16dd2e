use rapporteur_core::BlockKind;

use crate::{Known, Line, LineHint, anatomy};

const PROSE: &str = "The bank needs a rest more than the negotiators do, and both of the sides that fish there have known it since the \
    survey of March was read to them in the harbour office of Port Aver.";

/// Reads lines of plain text; those that begin with "# " are headings by markup.
fn parts(lines: &[&str], known: &[&str]) -> (Vec<(String, Vec<String>)>, Vec<String>) {
    let (mut text, mut read) = (String::new(), Vec::new());
    for line in lines {
        let (line, hint) = match line.strip_prefix("# ") {
            Some(line) => (line, LineHint::Heading(1)),
            None => (*line, LineHint::None),
        };
        let start = text.len();
        text.push_str(line);
        read.push(Line { at: rapporteur_core::ByteRange::new(start, text.len()), hint });
        text.push_str("\n\n");
    }
    let authors: Vec<String> = known.iter().map(|name| (*name).to_owned()).collect();
    let known = Known { title: Some("What to do about the bank"), authors: &authors, ..Known::default() };
    let found = anatomy(&text, &read, &known);
    let headings = found.blocks.iter().filter(|block| block.kind == BlockKind::Heading);
    let named = headings.map(|block| {
        let names = block.byline.iter().map(|author| {
            assert_eq!(author.at.slice(&text), Some(author.name.as_str()));
            author.name.clone()
        });
        (block.at.slice(&text).unwrap_or_default().to_owned(), names.collect())
    });
    (named.collect(), found.metadata.authors.into_iter().map(|author| author.name).collect())
}

fn check(lines: &[&str], known: &[&str], expected: &[(&str, &[&str])]) {
    let (found, _) = parts(lines, known);
    let expected: Vec<(String, Vec<String>)> = expected
        .iter()
        .map(|(heading, names)| ((*heading).to_owned(), names.iter().map(|name| (*name).to_owned()).collect()))
        .collect();
    assert_eq!(found, expected, "{lines:#?}");
}

/// The article's own byline.
const BY: &str = "By Priya Halloran and Lin Qiaoyu";

const BOTH: &[&str] = &["Priya Halloran", "Lin Qiaoyu"];

#[test]
fn a_line_below_the_heading() {
    check(
        &[
            "What to do about the bank",
            PROSE,
            "Close it",
            "By Priya Halloran",
            PROSE,
            "Share it",
            "By Lin Qiaoyu",
            PROSE,
        ],
        BOTH,
        &[("Close it", &["Priya Halloran"]), ("Share it", &["Lin Qiaoyu"])],
    );
}

#[test]
fn names_of_the_byline_come_again() {
    check(
        &["What to do about the bank", BY, PROSE, "Close it", "Priya Halloran", PROSE, "Share it", "Lin Qiaoyu", PROSE],
        &[],
        &[("Close it", &["Priya Halloran"]), ("Share it", &["Lin Qiaoyu"])],
    );
}

#[test]
fn a_line_above_the_heading() {
    check(
        &["What to do about the bank", PROSE, "Priya Halloran", "# Close it", PROSE, "Lin Qiaoyu", "# Share it", PROSE],
        BOTH,
        &[("Close it", &["Priya Halloran"]), ("Share it", &["Lin Qiaoyu"])],
    );
}

#[test]
fn the_heading_itself() {
    check(
        &["What to do about the bank", PROSE, "# Priya Halloran: Close it", PROSE, "# Lin Qiaoyu", PROSE],
        BOTH,
        &[("Priya Halloran: Close it", &["Priya Halloran"]), ("Lin Qiaoyu", &["Lin Qiaoyu"])],
    );
}

#[test]
fn persons_who_are_no_authors_are_what_a_part_is_about() {
    check(
        &["What to do about the bank", PROSE, "# Priya Halloran", PROSE, "# Lin Qiaoyu", PROSE],
        &["Tamsin Orr"],
        &[("Priya Halloran", &[]), ("Lin Qiaoyu", &[])],
    );
}

#[test]
fn one_part_with_a_name_is_no_round_table() {
    check(
        &["What to do about the bank", BY, PROSE, "# Priya Halloran", PROSE, "# Share it", PROSE],
        BOTH,
        &[("Priya Halloran", &[]), ("Share it", &[])],
    );
}
