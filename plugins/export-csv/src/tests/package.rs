use std::collections::BTreeSet;

use rapporteur_sdk::core::sha256_hex;
use serde_json::Value;

use super::run;
use super::sample::report;
use crate::options::{CsvOptions, TableName};

fn package(options: CsvOptions) -> Value {
    let files = run(options, &[&[report()]]);
    serde_json::from_str(&files["datapackage.json"]).expect("the package is JSON")
}

fn list<'v>(value: &'v Value, pointer: &str) -> &'v Vec<Value> {
    value.pointer(pointer).and_then(Value::as_array).expect("there is a list")
}

#[test]
fn every_table_is_described_as_written() {
    let files = run(CsvOptions { bom: true, ..CsvOptions::default() }, &[&[report()]]);
    let package: Value = serde_json::from_str(&files["datapackage.json"]).expect("the package is JSON");
    assert_eq!(package["$schema"], "https://datapackage.org/profiles/2.0/datapackage.json");
    let resources = list(&package, "/resources");
    assert_eq!(resources.len(), 4);
    for resource in resources {
        let file = &files[resource["path"].as_str().expect("a path is text")];
        assert_eq!(resource["bytes"], file.len());
        let hash = sha256_hex(file.as_bytes());
        assert_eq!(resource["hash"], format!("sha256:{hash}"));
        let names: Vec<&str> =
            list(resource, "/schema/fields").iter().filter_map(|field| field["name"].as_str()).collect();
        assert_eq!(file.trim_start_matches('\u{feff}').lines().next(), Some(names.join(",").as_str()));
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "no column twice");
        for field in list(resource, "/schema/fields") {
            for key in ["type", "title", "description"] {
                assert!(field[key].as_str().is_some_and(|words| !words.is_empty()), "{field} has no {key}");
            }
        }
    }
}

#[test]
fn fields_come_in_declared_order() {
    let files = run(CsvOptions::default(), &[&[report()]]);
    let file = &files["datapackage.json"];
    assert!(file.starts_with("{\n  \"$schema\": \"https://datapackage.org/"), "{file}");
    assert!(file.contains(
        r#"        "fields": [
          {
            "name": "doc_id",
            "type": "string",
            "title": "Document","#
    ));
    assert!(file.ends_with("\n}\n"));
}

#[test]
fn keys_lead_only_to_tables_that_are_there() {
    let keys = |tables: &[TableName]| -> Vec<String> {
        let package = package(CsvOptions { tables: tables.to_vec(), ..CsvOptions::default() });
        let claims = list(&package, "/resources").last().expect("claims come last");
        let keys = claims.pointer("/schema/foreignKeys").and_then(Value::as_array).cloned().unwrap_or_default();
        let key = |key: &Value| {
            let resource = key.pointer("/reference/resource").and_then(Value::as_str).unwrap_or("(itself)");
            format!("{} -> {resource}", key["fields"][0].as_str().unwrap_or_default())
        };
        keys.iter().map(key).collect()
    };
    assert_eq!(
        keys(&TableName::ALL),
        ["doc_id -> documents", "claimant_key -> actors", "addressee_key -> actors", "nested_in_key -> (itself)"]
    );
    assert_eq!(keys(&[TableName::Claims]), ["nested_in_key -> (itself)"]);
}

#[test]
fn the_description_says_what_the_options_changed() {
    let plain = package(CsvOptions::default())["description"].to_string();
    assert!(plain.contains("Cells may hold line breaks") && !plain.contains("apostrophe"), "{plain}");
    let safe = package(CsvOptions { spreadsheet_safe: true, ..CsvOptions::default() })["description"].to_string();
    assert!(safe.contains("An apostrophe was put before text"), "{safe}");
}
