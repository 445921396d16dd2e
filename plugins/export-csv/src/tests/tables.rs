use std::collections::BTreeMap;

use insta::assert_snapshot;
use proptest::prelude::*;
use rapporteur_sdk::{Describe, Document};

use super::sample::{of_words, report};
use super::{rows, run};
use crate::exporter::Csv;
use crate::options::{CsvOptions, Newlines, TableName};

fn table(name: &str) -> String {
    let files = run(CsvOptions::default(), &[&[report()]]);
    files.get(name).expect("all tables are written").replace(&report().id, "ID")
}

/// The filled cells of a row, one a line.
fn filled(row: &BTreeMap<String, String>, header: &str) -> String {
    let cells = header.split(',').filter_map(|name| row.get_key_value(name)).filter(|(_, cell)| !cell.is_empty());
    cells.map(|(name, cell)| format!("{name}: {}\n", cell.escape_debug())).collect()
}

#[test]
fn documents() {
    let table = table("documents.csv");
    let header = table.lines().next().unwrap_or_default();
    assert!(header.starts_with("doc_id,text,title,"), "readtext takes the first two for its own");
    assert_snapshot!(filled(&rows(&table)[0], header), @r#"
    doc_id: ID
    text: PORT AVER, March 14 — The harbour row 😀\n\n=What was said\n\n“We will not sign,” Mara Kovel told Ostra. “Never,” she added.\n\nVelmoran officials reportedly called it \"a bluff\", and Ostra denied\nthat.\n
    title: Velmora, Ostra \"far apart\"
    category: Analysis
    language: en
    published: 2031-03-14
    publisher: Aver Review
    origin: Coastal Policy Institute
    authors: Ilse Brandt; Jon Tarn
    author_affiliations: Coastal Policy Institute; 
    uri: clips/Harbour Row.txt
    sha256: 8bad7ad122b10698f2e84e5cf4de621523fef8e63a1c49778b69fbe02695bafa
    plugin: org.rapporteur.source-text
    n_blocks: 2
    n_actors: 3
    n_claims: 3
    "#);
    assert!(table.contains(r#","Velmora, Ostra ""far apart""",Analysis,en,"#), "quoted where needed, and only there");
}

#[test]
fn actors() {
    assert_snapshot!(table("actors.csv"), @r#"
    actor_key,doc_id,actor_id,name,kind,subkind,aliases,roles,affiliation_id,affiliation_name,iso3166,wikidata,n_mentions,n_claims
    ID:mara-kovel,ID,mara-kovel,Mara Kovel,person,,,Minister for Ports (Velmora); Chair (Harbour League),velmora,Velmora,,,2,1
    ID:ostra,ID,ostra,Ostra,state,,,,,,OST,,1,1
    ID:velmora,ID,velmora,Velmora,state,,Velmoran,,,,,,1,0
    "#);
}

#[test]
fn mentions() {
    assert_snapshot!(table("mentions.csv"), @r#"
    mention_key,doc_id,actor_key,actor_id,surface,form,sense,char_start,char_end,byte_start,byte_end,file_start,file_end,file_parts
    ID:m1,ID,ID:mara-kovel,mara-kovel,Mara Kovel,name,actor,77,87,86,96,86,96,
    ID:m2,ID,ID:ostra,ostra,Ostra,name,actor,93,98,102,107,102,107,
    ID:m3,ID,ID:mara-kovel,mara-kovel,she,pronoun,actor,109,112,122,125,122,125,
    ID:m4,ID,ID:velmora,velmora,Velmoran,adjective,actor,121,129,134,142,,,200-204;211-215
    "#);
}

#[test]
fn claims() {
    let table = table("claims.csv");
    let header = table.lines().next().unwrap_or_default();
    let claims: Vec<String> = rows(&table).iter().map(|row| filled(row, header)).collect();
    assert_snapshot!(claims.join("\n"), @r#"
    claim_key: ID:c1
    doc_id: ID
    claim_id: c1
    date: 2031-03-14
    location: PORT AVER, March 14 —
    claimant_key: ID:mara-kovel
    claimant_id: mara-kovel
    claimant_name: Mara Kovel
    claimant_kind: person
    claimant_affiliation: velmora
    form: opposition
    addressee_key: ID:ostra
    addressee_id: ostra
    targets: ostra; velmora
    position: -1
    position_word: oppose
    quotation: direct
    hedged: false
    negated: false
    content: “We will not sign,” […] “Never,”
    source: Mara Kovel
    source_form: name
    cue: told
    cue_lemma: tell
    sentence: “We will not sign,” Mara Kovel told Ostra.
    source_char_start: 77
    source_char_end: 87
    source_byte_start: 86
    source_byte_end: 96
    cue_char_start: 88
    cue_char_end: 92
    cue_byte_start: 97
    cue_byte_end: 101
    content_chars: 57-76;100-108
    content_bytes: 62-85;109-121
    content_file: 62-85;109-121
    section: 1
    heading: =What was said
    confidence: 0.9
    rule: said-that
    origin: extracted

    claim_key: ID:c2
    doc_id: ID
    claim_id: c2
    date: 2031-03-14
    location: PORT AVER, March 14 —
    form: statement
    position: 0
    position_word: neutral
    quotation: indirect
    hedged: true
    negated: false
    content: \"a bluff\"
    content_chars: 161-170
    content_bytes: 174-183
    content_file: 174-183
    section: 1
    heading: =What was said
    confidence: 0.5
    rule: said-that
    origin: extracted
    nested_in_key: ID:c3
    nested_in: c3

    claim_key: ID:c3
    doc_id: ID
    claim_id: c3
    date: 2031-03-14
    location: PORT AVER, March 14 —
    claimant_id: harbour-league
    co_claimants: ostra
    form: statement
    quotation: indirect
    hedged: false
    negated: true
    via: row
    content: denied\nthat
    content_chars: 182-193
    content_bytes: 195-206
    content_file: 195-206
    confidence: 0.5
    rule: said-that
    origin: structured-data
    "#);
}

#[test]
fn positions_lead_to_the_words() {
    let document = report();
    for row in rows(&run(CsvOptions::default(), &[&[report()]])["claims.csv"]) {
        let slices = |column: &str, slice: &dyn Fn(usize, usize) -> String| {
            let pieces: Vec<String> = row[column]
                .split(';')
                .map(|range| {
                    let (start, end) = range.split_once('-').expect("a range has two ends");
                    slice(start.parse().expect("a number"), end.parse().expect("a number"))
                })
                .collect();
            pieces.join(" […] ")
        };
        assert_eq!(slices("content_bytes", &|start, end| document.text[start..end].to_owned()), row["content"]);
        let characters = |start, end| document.text.chars().skip(start).take(end - start).collect::<String>();
        assert_eq!(slices("content_chars", &characters), row["content"]);
    }
}

#[test]
fn no_documents_leave_headers() {
    let files = run(CsvOptions::default(), &[]);
    assert_eq!(
        files.keys().collect::<Vec<_>>(),
        ["actors.csv", "claims.csv", "datapackage.json", "documents.csv", "mentions.csv"]
    );
    for (name, file) in files.iter().filter(|(name, _)| name.ends_with(".csv")) {
        assert_eq!(file.matches('\n').count(), 1, "{name}");
    }
    assert_eq!(files, run(CsvOptions::default(), &[&[], &[]]));
}

#[test]
fn only_the_tables_asked_for() {
    let options = CsvOptions { tables: vec![TableName::Claims], ..CsvOptions::default() };
    let files = run(options, &[&[report()]]);
    assert_eq!(files.keys().collect::<Vec<_>>(), ["claims.csv", "datapackage.json"]);
    let options = CsvOptions { tables: vec![TableName::Claims], package: false, ..CsvOptions::default() };
    assert_eq!(run(options, &[&[report()]]).into_keys().collect::<Vec<_>>(), ["claims.csv"]);
    let refusal = Csv::new(CsvOptions { tables: Vec::new(), ..CsvOptions::default() }).err().expect("nothing to write");
    assert_eq!(refusal.to_string(), "the option tables is an empty list");
}

#[test]
fn a_second_copy_of_a_file_has_keys_of_its_own() {
    let files = run(CsvOptions::default(), &[&[report()], &[report()]]);
    let keys: Vec<String> =
        rows(&files["documents.csv"]).into_iter().map(|mut row| row.remove("doc_id").unwrap()).collect();
    assert_eq!(keys, [report().id, format!("{}~2", report().id)]);
    let last = rows(&files["claims.csv"]).pop().expect("there are claims");
    assert_eq!(last["claim_key"], format!("{}~2:c3", report().id));
}

#[test]
fn options_are_named_and_checked() {
    let parsed: CsvOptions = serde_json::from_str(
        r#"{"tables": ["claims"], "newlines": "space", "spreadsheet_safe": true, "bom": true, "package": false}"#,
    )
    .expect("these are the options");
    assert_eq!(
        parsed,
        CsvOptions {
            tables: vec![TableName::Claims],
            newlines: Newlines::Space,
            spreadsheet_safe: true,
            bom: true,
            package: false
        }
    );
    assert_eq!(serde_json::from_str::<CsvOptions>("{}").ok(), Some(CsvOptions::default()));
    assert!(serde_json::from_str::<CsvOptions>(r#"{"table": []}"#).is_err());
}

#[test]
fn spreadsheet_safe_guards_words_and_lists_but_no_numbers() {
    let options = CsvOptions { spreadsheet_safe: true, ..CsvOptions::default() };
    let files = run(options, &[&[report()]]);
    let claims = rows(&files["claims.csv"]);
    assert_eq!(claims[0]["heading"], "'=What was said");
    assert_eq!(claims[0]["position"], "-1");
    assert!(claims[0]["content_chars"].starts_with('\''), "12-20 would become a date");
    assert_eq!(claims[2]["section"], "");
    assert_eq!(claims[2]["content_file"].matches('\'').count(), 1);
    for first in ["=1+1", "+1", "-1", "@SUM", "\t=1", "＝1"] {
        let options = CsvOptions { spreadsheet_safe: true, ..CsvOptions::default() };
        let files = run(options, &[&[of_words(first)]]);
        assert_eq!(rows(&files["claims.csv"])[0]["content"], format!("'{first}"));
    }
}

#[test]
fn line_breaks_become_spaces_one_for_one() {
    let options = CsvOptions { newlines: Newlines::Space, ..CsvOptions::default() };
    let files = run(options, &[&[of_words("a\r\nb\nc")]]);
    assert_eq!(rows(&files["documents.csv"])[0]["text"], "a  b c");
    assert!(files.iter().filter(|(name, _)| name.ends_with(".csv")).all(|(_, file)| file.matches('\n').count() == 2));
}

#[test]
fn byte_order_mark_once() {
    let options = CsvOptions { bom: true, ..CsvOptions::default() };
    let files = run(options, &[&[report()], &[of_words("a")]]);
    for (name, file) in files.iter().filter(|(name, _)| name.ends_with(".csv")) {
        assert!(file.starts_with('\u{feff}') && file.matches('\u{feff}').count() == 1, "{name}");
    }
}

proptest! {
    #[test]
    fn any_words_come_back(words in "(.|[\r\n\",;' =+-]){0,40}") {
        let files = run(CsvOptions::default(), &[&[of_words(&words)]]);
        let document = rows(&files["documents.csv"]).remove(0);
        prop_assert_eq!(&document["text"], &words);
        prop_assert_eq!(&document["title"], &words);
        prop_assert_eq!(&rows(&files["actors.csv"])[0]["name"], &words);
        prop_assert_eq!(&rows(&files["mentions.csv"])[0]["surface"], &words);
        prop_assert_eq!(&rows(&files["claims.csv"])[0]["content"], &words);
    }

    #[test]
    fn batches_leave_no_trace(texts in prop::collection::vec("(.|\n){0,20}", 0..5), cut in 0usize..5, bom: bool) {
        let documents: Vec<Document> = texts.iter().map(|text| of_words(text)).collect();
        let (before, after) = documents.split_at(cut.min(documents.len()));
        let options = CsvOptions { bom, ..CsvOptions::default() };
        prop_assert_eq!(run(options.clone(), &[before, after]), run(options, &[&documents]));
    }

    #[test]
    fn spaces_for_line_breaks_keep_positions(words in "(.|[\r\n]){0,40}") {
        let options = CsvOptions { newlines: Newlines::Space, ..CsvOptions::default() };
        let files = run(options, &[&[of_words(&words)]]);
        let written = &rows(&files["documents.csv"])[0]["text"];
        prop_assert_eq!(written.len(), words.len());
        prop_assert!(!written.contains(['\r', '\n']));
    }
}
