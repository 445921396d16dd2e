//! The inputs of a command, with a word on what was passed over.

use std::collections::BTreeSet;

use rapporteur_core::protocol::PluginKind;
use rapporteur_pipeline::{Engine, Input, InputError, PassedOver, expand};

use crate::args::InputArguments;
use crate::console::Console;
use crate::failure::Failure;

/// Expands the arguments. Arguments that name nothing are told to the console and counted; it is a failure only if nothing
/// at all is left.
pub(crate) fn inputs(
    engine: &Engine,
    arguments: &InputArguments,
    console: &Console,
) -> Result<(Vec<Input>, usize), Failure> {
    let extensions = extensions(engine);
    let (found, errors) = expand(&arguments.inputs, &extensions, arguments.respect_ignore);
    if found.inputs.is_empty() {
        return Err(nothing(arguments, &extensions, &found.passed_over, &errors));
    }
    for error in &errors {
        console.warning(error.to_string(), None);
    }
    if let Some(passed_over) = passed_over(&found.passed_over) {
        console.say(&format!("passed over in folders: {passed_over}"));
    }
    Ok((found.inputs, errors.len()))
}

/// The file name endings that sources read.
fn extensions(engine: &Engine) -> BTreeSet<String> {
    let sources = engine.registry().ready(PluginKind::Source);
    sources.iter().filter_map(|source| source.plugin.as_ref()).flat_map(|plugin| plugin.extensions.clone()).collect()
}

fn nothing(
    arguments: &InputArguments,
    extensions: &BTreeSet<String>,
    passed: &PassedOver,
    errors: &[InputError],
) -> Failure {
    if let Some(error) = errors.first() {
        return Failure::nothing(error)
            .help("name a file, a folder, or a pattern in quotation marks: 'saved/**/*.html'");
    }
    let endings: Vec<&str> = extensions.iter().map(String::as_str).collect();
    let others = passed_over(passed).map_or_else(String::new, |others| format!(" ({others})"));
    Failure::nothing(format!(
        "{}: no file there has an ending that a source reads: {}{others}",
        arguments.inputs.join(", "),
        endings.join(", ")
    ))
    .help("name a file itself to read it whatever its ending")
}

/// "2 png, 1 without ending"
fn passed_over(PassedOver(counts): &PassedOver) -> Option<String> {
    let name = |ending: &str| if ending.is_empty() { "without ending".to_owned() } else { ending.to_owned() };
    let parts: Vec<String> = counts.iter().map(|(ending, count)| format!("{count} {}", name(ending))).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
