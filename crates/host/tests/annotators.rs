//! The host against annotators that misbehave, in this process where that can be survived and in workers.
#![cfg(unix)]

mod support;

use std::time::Duration;

use rapporteur_core::protocol::PluginKind;
use rapporteur_core::{Document, Draft, Provenance, assemble};
use rapporteur_host::{AnnotatorHandle, Isolation, Limits, Settings};
use support::{registry_with, settings, stress_library};

fn document(text: &str) -> Document {
    let draft = Draft::of_text(text);
    let (uri, plugin, plugin_version) = ("a.txt", "org.example.test", "1");
    let provenance =
        Provenance { uri, bytes: text.as_bytes(), ordinal: 0, plugin, plugin_version, confidence: 100, evidence: &[] };
    assemble(draft, &provenance).expect("the draft is sound").document
}

fn annotator(settings: Settings, name: &str) -> AnnotatorHandle {
    let registry = registry_with(&stress_library(), settings);
    let candidate = registry.find(PluginKind::Annotator, name).expect("it is there");
    AnnotatorHandle::new(&registry, candidate, b"").expect("it can be opened")
}

/// Numbers of additions, or what is said of the failure.
fn outcome(annotator: &mut AnnotatorHandle, text: &str) -> String {
    match annotator.annotate(&document(text)) {
        Ok(additions) => format!(
            "{} actors, {} claims, {} labels",
            additions.actors.len(),
            additions.claims.len(),
            additions.labels.len()
        ),
        Err(error) => {
            let error = error.to_string();
            match error.split_once("deeds.rs:") {
                Some((before, after)) => {
                    let after = after.trim_start_matches(|digit: char| digit.is_ascii_digit() || digit == ':');
                    format!("{before}deeds.rs{after}")
                }
                None => error,
            }
        }
    }
}

#[test]
fn the_same_answers_in_both_places() {
    let deeds =
        ["annotate good", "annotate panic", "annotate refuse", "annotate wrong-span", "annotate flood", "nothing"];
    let raw =
        ["raw bad-json", "raw empty-reply", "raw wrong-type", "raw other-fields", "raw unsupported", "raw nothing"];
    let said = |isolation| {
        let mut lines = Vec::new();
        for (name, deeds) in [("stress", deeds.as_slice()), ("stress-raw", &raw)] {
            let mut annotator = annotator(settings(isolation), name);
            lines.extend(
                deeds.iter().map(|deed| format!("{deed}: {}", outcome(&mut annotator, &format!("stress {deed}")))),
            );
        }
        lines.join("\n")
    };
    let here = said(Isolation::InProcess);
    insta::assert_snapshot!(here, @r#"
    annotate good: 1 actors, 1 claims, 0 labels
    annotate panic: the plugin panicked at plugins/stress/src/deeds.rs told to panic
    annotate refuse: told to refuse
    annotate wrong-span: 1 actors, 2 claims, 0 labels
    annotate flood: 1 actors, 20001 claims, 0 labels
    nothing: 0 actors, 0 claims, 0 labels
    raw bad-json: the plugin's answer cannot be used: expected value at line 1 column 16
    raw empty-reply: the plugin's answer cannot be used: EOF while parsing a value at line 1 column 0
    raw wrong-type: the plugin's answer cannot be used: invalid type: integer `7`, expected a sequence at line 1 column 28
    raw other-fields: 0 actors, 0 claims, 0 labels
    raw unsupported: the plugin does not support "annotate"
    raw nothing: 0 actors, 0 claims, 0 labels
    "#);
    assert_eq!(said(Isolation::Process), here);
}

#[test]
fn a_crash_costs_the_worker_and_the_next_document_is_served() {
    let limits = Limits { call_time: Duration::from_millis(700), ..settings(Isolation::Process).limits };
    let mut annotator = annotator(Settings { limits, ..settings(Isolation::Process) }, "stress");
    for (deed, said) in [
        ("abort", "the plugin crashed with SIGABRT (aborted); its last words: \"told to abort\""),
        ("exit 0", "the plugin ended its process before its answer (exit status 0); its last words: \"told to exit\""),
        ("spin", "the plugin gave no answer in 0.7 s and was killed"),
    ] {
        assert_eq!(outcome(&mut annotator, &format!("stress annotate {deed}")), said);
        assert_eq!(outcome(&mut annotator, "stress annotate good"), "1 actors, 1 claims, 0 labels", "after {deed}");
    }
}
