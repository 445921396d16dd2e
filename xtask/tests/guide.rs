//! `docs/plugins.md`, done as it says: in a workspace with nothing in it, the guide's own commands are run, its own files
//! written and its own changes made. What it says fails must fail with the words it shows, and the rest must pass.

mod support;

use support::guide::Guide;

#[test]
fn a_source_from_nothing_to_a_passing_snapshot() {
    Guide::read("source").follow();
}

#[test]
fn an_annotator_from_nothing_to_a_passing_snapshot() {
    Guide::read("annotator").follow();
}

#[test]
fn an_exporter_from_nothing_to_a_passing_test() {
    Guide::read("exporter").follow();
}
