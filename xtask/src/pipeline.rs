//! Everything end to end: build the plugins, load them, run them over the fixtures, compare with what is expected.

use std::fs;

use rapporteur_core::Document;
use rapporteur_testkit::{
    Case, CaseOutcome, CaseRunner, Profile, SNAPSHOT_FILE, build_plugins, cases, core_of, expected, first_difference,
    plugin_names, snapshot_text, stage, stage_rules, workspace,
};

use crate::outputs;

/// Digests of the exporters' files.
const DIGESTS: &str = "fixtures/outputs.sha256";

pub(crate) fn pipeline(accept: bool) -> Result<(), String> {
    let packages: Vec<String> = plugin_names().into_iter().filter(|name| name != "stress").collect();
    println!("building {} plugins", packages.len());
    let plugins = build_plugins(&packages, Profile::Dev).map_err(|error| error.to_string())?;
    let staged = workspace().join("target/pipeline/plugins");
    stage(&plugins, &staged).and_then(|()| stage_rules(&staged)).map_err(|error| error.to_string())?;

    let cases = cases()?;
    let runner = CaseRunner::new(&staged, &cases)?;
    let mut outcomes = Vec::new();
    for case in &cases {
        outcomes.push((case, runner.run(case)?));
    }
    let mut failures = Vec::new();
    print_table(&outcomes);
    for (case, outcome) in &outcomes {
        failures.extend(outcome.breaches.iter().map(|breach| format!("{}: {breach}", case.name)));
        failures.extend(compare_snapshot(case, outcome, accept)?);
        failures.extend(compare_core(case, outcome, &outcomes));
    }

    let documents: Vec<Document> = outcomes.iter().flat_map(|(_, outcome)| outcome.documents.iter().cloned()).collect();
    let engine = runner.engine().ok_or("there are no fixtures")?;
    let folder = workspace().join("target/pipeline");
    let digests = outputs::write(engine, &documents, &folder)?;
    failures.extend(verify(&folder)?);
    let expected = workspace().join(DIGESTS);
    if accept {
        fs::write(&expected, outputs::to_lines(&digests)).map_err(|error| format!("{DIGESTS}: {error}"))?;
    } else {
        let before = outputs::from_lines(&fs::read_to_string(&expected).unwrap_or_default());
        failures.extend(outputs::differences(&before, &digests));
    }
    let claims: usize = documents.iter().map(|document| document.claims.len()).sum();
    println!(
        "\n{} documents, {claims} claims; {} files in target/pipeline/{{{}}}",
        documents.len(),
        digests.len(),
        outputs::FORMATS.join(",")
    );
    if failures.is_empty() {
        println!("every contract holds, every output is as expected, every span verifies");
        return Ok(());
    }
    println!("\nwhat does not hold:");
    failures.iter().for_each(|failure| println!("  {failure}"));
    Err(format!(
        "{} differences; where today's output is right, read the differences and run `cargo xtask pipeline --accept`",
        failures.len()
    ))
}

fn print_table(outcomes: &[(&Case, CaseOutcome)]) {
    println!("\n{:<34} {:<16} {:>6} {:>7} {:>7}  title", "case", "source", "blocks", "actors", "claims");
    for (case, outcome) in outcomes {
        for document in &outcome.documents {
            let plugin = document.source.plugin.rsplit('.').next().unwrap_or_default().trim_start_matches("source-");
            println!(
                "{:<34} {plugin:<16} {:>6} {:>7} {:>7}  {}",
                case.name,
                document.blocks.len(),
                document.actors.len(),
                document.claims.len(),
                document.metadata.title.as_deref().unwrap_or("–").chars().take(60).collect::<String>()
            );
        }
        for problem in &outcome.problems {
            println!("{:<34} refused: {} [{}]", case.name, problem.message, problem.code);
        }
    }
}

fn compare_snapshot(case: &Case, outcome: &CaseOutcome, accept: bool) -> Result<Option<String>, String> {
    let path = case.folder.join(SNAPSHOT_FILE);
    let found = outcome.readable();
    if accept {
        let text = snapshot_text("crates/pipeline/tests/fixtures.rs", &found);
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
        return Ok(None);
    }
    let name = &case.name;
    Ok(match expected(&path) {
        None => Some(format!("{name}: has no snapshot yet")),
        Some(expected) => first_difference(&expected, &found).map(|difference| format!("{name}: {difference}")),
    })
}

/// One article in two forms must have one core.
fn compare_core(case: &Case, outcome: &CaseOutcome, outcomes: &[(&Case, CaseOutcome)]) -> Option<String> {
    let other_name = case.contract.same_core_as.as_ref()?;
    let Some((_, other)) = outcomes.iter().find(|(other, _)| other.name == *other_name) else {
        return Some(format!("{}: names {other_name}, and there is no such case", case.name));
    };
    let (Some(this), Some(other)) = (outcome.documents.first(), other.documents.first()) else {
        return Some(format!("{}: cannot be compared with {other_name}", case.name));
    };
    first_difference(&core_of(other), &core_of(this))
        .map(|difference| format!("{}: another core than {other_name}: {difference}", case.name))
}

/// Every written JSON document against its source.
fn verify(folder: &std::path::Path) -> Result<Vec<String>, String> {
    let mut failures = Vec::new();
    for entry in fs::read_dir(folder.join("json")).map_err(|error| error.to_string())?.flatten() {
        let bytes = fs::read(entry.path()).map_err(|error| error.to_string())?;
        let report = rapporteur_pipeline::verify(&bytes, &workspace()).map_err(|error| error.to_string())?;
        failures.extend(report.failures);
    }
    failures.sort();
    Ok(failures)
}
