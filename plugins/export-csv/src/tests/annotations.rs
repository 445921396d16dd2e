use insta::assert_snapshot;
use rapporteur_sdk::Document;
use rapporteur_sdk::core::{Annotation, ClaimOrigin, Label};

use super::run;
use super::sample::report;
use crate::options::{CsvOptions, TableName};

/// The report after an annotator added an actor, a mention and two labels, and claims the first claim as its own.
fn annotated() -> Document {
    let mut document = report();
    let annotation = || Annotation { annotator: "org.example.lab".to_owned(), rule: "m7".to_owned(), confidence: 0.75 };
    document.actors[1].annotation = Some(annotation());
    document.actors[0].mentions[1].annotation = Some(annotation());
    let evidence = document.claims[0].content.clone();
    let label = |label: &str, evidence| Label {
        scheme: "topic".to_owned(),
        label: label.to_owned(),
        evidence,
        confidence: 0.6,
        rule: "terms".to_owned(),
        annotator: "org.example.topics".to_owned(),
    };
    document.claims[0].labels = vec![label("ports, ships", evidence), label("law", Vec::new())];
    document.claims[1].origin = ClaimOrigin::Annotated;
    document.claims[1].annotator = Some("org.example.lab".to_owned());
    document
}

#[test]
fn what_annotators_added_is_a_table() {
    let document = annotated();
    let files = run(CsvOptions::default(), &[&[report()], std::slice::from_ref(&document), &[report()]]);
    let table = files.get("annotations.csv").expect("there is something to write");
    assert_snapshot!(table.replace(&document.id, "ID"), @r#"
    annotation_key,doc_id,what,annotator,claim_key,claim_id,actor_key,actor_id,scheme,label,confidence,rule,words,chars,bytes,file
    ID~2:n1,ID~2,label,org.example.topics,ID~2:c1,c1,,,topic,"ports, ships",0.6,terms,"“We will not sign,” […] “Never,”",57-76;100-108,62-85;109-121,62-85;109-121
    ID~2:n2,ID~2,label,org.example.topics,ID~2:c1,c1,,,topic,law,0.6,terms,,,,
    ID~2:n3,ID~2,claim,org.example.lab,ID~2:c2,c2,,,,,0.5,said-that,"""a bluff""",161-170,174-183,174-183
    ID~2:n4,ID~2,mention,org.example.lab,,,ID~2:mara-kovel,mara-kovel,,,0.75,m7,she,109-112,122-125,122-125
    ID~2:n5,ID~2,actor,org.example.lab,,,ID~2:ostra,ostra,,,0.75,m7,,,,
    "#);
    let package: serde_json::Value = serde_json::from_str(&files["datapackage.json"]).expect("it is JSON");
    let resource = &package["resources"][4];
    assert_eq!((&resource["name"], &resource["bytes"]), (&"annotations".into(), &table.len().into()));
}

#[test]
fn without_annotators_there_is_no_table() {
    let files = run(CsvOptions::default(), &[&[report()]]);
    let names: Vec<&String> = files.keys().collect();
    assert_eq!(names, ["actors.csv", "claims.csv", "datapackage.json", "documents.csv", "mentions.csv"]);
    let alone = CsvOptions { tables: vec![TableName::Annotations], package: false, ..CsvOptions::default() };
    // Asked for alone it has its header at least: a stream must not be nothing.
    let files = run(alone, &[&[report()]]);
    assert!(files["annotations.csv"].starts_with("annotation_key,doc_id,what,"));
}
