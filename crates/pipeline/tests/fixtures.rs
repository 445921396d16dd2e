//! Every fixture, through the dynamic libraries: its contract, its snapshot, and every span against the source file.

use insta::Settings;
use rapporteur_pipeline::verify;
use rapporteur_testkit::{CaseRunner, case_in, cases, core_of, staged_plugins, workspace};

/// `INSTA_GLOB_FILTER=orf/issue-brief cargo test -p rapporteur-pipeline --test fixtures` runs one case.
#[test]
fn every_case() {
    let all = cases().expect("the fixtures can be read");
    let runner = CaseRunner::new(staged_plugins(), &all).expect("the plugins load");
    let mut failures = Vec::new();
    insta::glob!("../../../fixtures", "**/case.toml", |path| {
        let case = case_in(path.parent().expect("a file has a folder")).expect("the case can be read");
        let outcome = runner.run(&case).expect("the case can be run");
        failures.extend(outcome.breaches.iter().map(|breach| format!("{}: {breach}", case.name)));
        for document in &outcome.documents {
            let json = serde_json::to_vec(document).expect("a document has a JSON form");
            let report = verify(&json, &workspace()).expect("it is a document");
            failures.extend(report.failures);
        }
        if let Some(other) = &case.contract.same_core_as {
            let other = all.iter().find(|candidate| candidate.name == *other).expect("the other case is there");
            let other_outcome = runner.run(other).expect("the case can be run");
            let (this, that) = (core_of(&outcome.documents[0]), core_of(&other_outcome.documents[0]));
            if this != that {
                failures.push(format!("{}: another core than {}:\n{this}\n--- and ---\n{that}", case.name, other.name));
            }
        }
        let mut settings = Settings::clone_current();
        settings.set_snapshot_path(&case.folder);
        settings.set_prepend_module_to_snapshot(false);
        settings.remove_snapshot_suffix();
        settings.set_omit_expression(true);
        settings.remove_input_file();
        settings.bind(|| insta::assert_snapshot!("document", outcome.readable()));
    });
    assert!(failures.is_empty(), "{} breaches:\n{}", failures.len(), failures.join("\n"));
}
