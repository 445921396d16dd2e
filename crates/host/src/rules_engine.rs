//! Gives each rules file the engine that reads it.

use std::sync::Arc;

use rapporteur_core::protocol::PluginKind;

use crate::loader::{Loader, OpenLibrary};
use crate::{CallError, Candidate, RulesEngine, RulesFile, State};

/// Looks for the engine of each rules file that is not switched off, shows it the rules, and notes what came of it.
///
/// `settled` are the same candidates with their ids settled: an engine must be the one that would be used itself. One that is
/// switched off as a source still reads for others.
pub(crate) fn serve(candidates: &mut [Candidate], settled: &[Candidate], loader: &Loader) {
    for candidate in candidates {
        let Some(file) = candidate.found.rules.clone() else { continue };
        if !matches!(candidate.state, State::Ready | State::InvalidRules(_)) {
            continue;
        }
        match engine(&file, settled, loader) {
            Ok((engine, library)) => {
                if candidate.state == State::Ready {
                    candidate.found.engine = Some(engine);
                    candidate.found.library = Some(library);
                }
            }
            // What is wrong with the head was found without an engine and stands even where there is none.
            Err(State::NoEngine(_)) if candidate.state != State::Ready => {}
            Err(state) => candidate.state = state,
        }
    }
}

fn engine(file: &RulesFile, settled: &[Candidate], loader: &Loader) -> Result<(RulesEngine, Arc<OpenLibrary>), State> {
    let name = &file.engine;
    let none = |reason: String| State::NoEngine(format!("it is to be read by {name:?}, and {reason}"));
    let means = |candidate: &&Candidate| {
        candidate.found.rules.is_none()
            && candidate
                .plugin
                .as_ref()
                .is_some_and(|plugin| plugin.kind == PluginKind::Source && plugin.is_called(name))
    };
    let usable = |candidate: &&Candidate| matches!(candidate.state, State::Ready | State::Disabled);
    let found = settled.iter().filter(usable).find(means).or_else(|| settled.iter().find(means));
    let Some(found) = found else { return Err(none("there is no such source plugin".to_owned())) };
    let id = found.id();
    let cannot = |state: &State| none(format!("{id} cannot be used: {state}"));
    if !usable(&found) {
        return Err(cannot(&found.state));
    }
    let library = match &found.found.library {
        Some(library) => Arc::clone(library),
        None => loader
            .open(&found.found.path, found.found.bundled, std::slice::from_ref(&id))
            .map_err(|state| cannot(&state))?,
    };
    let index = library.descriptors.iter().position(|descriptor| descriptor.id == id);
    let Some((index, descriptor)) = index.and_then(|index| Some((index, library.descriptors.get(index)?))) else {
        return Err(none(format!("its library does not hold {id}")));
    };
    let Some(option) = descriptor.rules_option.clone() else {
        return Err(none(format!("{id} reads no rules files")));
    };
    match library.connect(&loader.settings, index, &file.config(&option, b"")) {
        Ok(_) => {}
        Err(CallError::Refused(refusal)) => {
            let help = refusal.help.map_or_else(String::new, |help| format!("; {help}"));
            return Err(State::InvalidRules(format!("{}{help}", refusal.message)));
        }
        Err(failure) => return Err(none(format!("{id} failed when it was shown the rules: {failure}"))),
    }
    let engine = RulesEngine { id, version: descriptor.version.clone(), library: found.found.path.clone(), option };
    Ok((engine, library))
}
