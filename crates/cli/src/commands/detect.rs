use rapporteur_pipeline::{Assessment, Choice};
use serde_json::{Value, json};

use super::inputs::inputs;
use super::write_out::write_out;
use crate::args::{Detect, Global};
use crate::configuration::{Configuration, engine_failure};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;

pub(crate) fn detect(arguments: &Detect, global: &Global, console: &Console) -> Result<Exit, Failure> {
    let engine = Configuration::load(global)?.engine(global, &arguments.input)?;
    let (inputs, missing) = inputs(&engine, &arguments.input, console)?;
    let mut exit = if missing == 0 { Exit::Good } else { Exit::SomeFailed };
    for input in &inputs {
        let bytes = match engine.load(input) {
            Ok(bytes) => bytes,
            Err(problem) => {
                console.problem(&problem);
                exit = Exit::SomeFailed;
                continue;
            }
        };
        let choice = engine.assess(input.uri(), &bytes).map_err(|error| engine_failure(&error))?;
        if choice.winner().is_none() {
            exit = Exit::SomeFailed;
        }
        let text =
            if arguments.json { format!("{}\n", as_json(input.uri(), &choice)) } else { as_text(input.uri(), &choice) };
        write_out(&text)?;
    }
    Ok(exit)
}

fn as_text(uri: &str, choice: &Choice) -> String {
    let mut text = match choice.winner() {
        Some(winner) => format!("{uri}: {}\n", winner.plugin),
        None => format!("{uri}: no source recognises it\n"),
    };
    for assessment in &choice.assessments {
        text.push_str(&format!("  {:>3}  {}\n", assessment.confidence(), assessment.plugin));
        for evidence in evidence(assessment) {
            text.push_str(&format!("       - {evidence}\n"));
        }
    }
    text
}

fn evidence(assessment: &Assessment) -> Vec<String> {
    match &assessment.detection {
        Ok(detection) => detection.evidence.clone(),
        Err(error) => vec![format!("failed: {error}")],
    }
}

fn as_json(uri: &str, choice: &Choice) -> Value {
    let sources: Vec<Value> = choice
        .assessments
        .iter()
        .map(|assessment| {
            json!({
                "plugin": assessment.plugin,
                "confidence": assessment.confidence(),
                "evidence": evidence(assessment),
                "failed": assessment.detection.is_err(),
            })
        })
        .collect();
    json!({"uri": uri, "source": choice.winner().map(|winner| &winner.plugin), "sources": sources})
}
