//! One input to documents without actors and claims.

use std::collections::BTreeSet;
use std::path::Path;

use rapporteur_core::protocol::{DETECT_BYTES, InputInfo};
use rapporteur_core::{Assembled, Diagnostic, Provenance, RunnerUp, assemble};
use rapporteur_decode::looks_binary;
use rapporteur_host::{AnnotatorHandle, CallError, SourceHandle};

use crate::choose::{Choice, choose};
use crate::crashes::PluginFailure;
use crate::problem::{Problem, ProblemKind};

/// The plugins in use by one thread.
pub(crate) struct Reader {
    pub(crate) sources: Vec<SourceHandle>,
    /// Index of the one the user named.
    pub(crate) forced: Option<usize>,
    /// In the order they run.
    pub(crate) annotators: Vec<AnnotatorHandle>,
}

/// What the sources made of an input.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    pub(crate) assembled: Vec<Assembled>,
    pub(crate) problems: Vec<Problem>,
    /// Sources that failed while they looked at it.
    pub(crate) failures: Vec<PluginFailure>,
    /// Ids of the plugins that it cost a process.
    pub(crate) crashed: BTreeSet<String>,
}

impl Reader {
    /// What every source that is not `off` says of an input.
    pub(crate) fn assess(&mut self, uri: &str, bytes: &[u8], off: &BTreeSet<String>) -> Choice {
        let (beginning, truncated) = beginning(bytes);
        choose(&mut self.sources, self.forced, off, &InputInfo { truncated, ..info(uri) }, beginning)
    }

    /// The documents of an input, or why there are none. Both, where some of several are unusable. The plugins in `off` are
    /// not asked.
    pub(crate) fn read(&mut self, uri: &str, bytes: &[u8], off: &BTreeSet<String>) -> Outcome {
        let mut outcome = Outcome::default();
        if bytes.is_empty() {
            let problem = Problem::new(uri, ProblemKind::Refused, "empty-input", "the file is empty");
            outcome.problems.push(problem.help("save the page or text again; nothing arrived in this file"));
            return outcome;
        }
        if let Some(problem) = self.forced_is_off(uri, off) {
            outcome.problems.push(problem);
            return outcome;
        }
        let choice = self.assess(uri, bytes, off);
        self.note_failures(uri, &choice, &mut outcome);
        (outcome.assembled, outcome.problems) = self.ingest(uri, bytes, &choice, &mut outcome.crashed);
        outcome
    }

    /// Why an input cannot be read where the one source that may read it is off.
    fn forced_is_off(&self, uri: &str, off: &BTreeSet<String>) -> Option<Problem> {
        let plugin = &self.sources.get(self.forced?)?.descriptor().id;
        off.contains(plugin).then(|| {
            let message = "the plugin crashed too often and was switched off for the rest of the run";
            Problem::new(uri, ProblemKind::Quarantined, "plugin-switched-off", message).plugin(plugin)
        })
    }

    fn note_failures(&self, uri: &str, choice: &Choice, outcome: &mut Outcome) {
        for assessment in &choice.assessments {
            let Err(error) = &assessment.detection else { continue };
            if error.is_crash() {
                outcome.crashed.insert(assessment.plugin.clone());
            }
            let library = self.library(&assessment.plugin);
            let again = again("detect", uri, "--source", &assessment.plugin, library, error);
            outcome.failures.push(PluginFailure {
                uri: uri.to_owned(),
                plugin: assessment.plugin.clone(),
                annotating: false,
                message: error.to_string(),
                help: format!("{again}, and report this to the author of the plugin"),
            });
        }
    }

    /// The library of a plugin, as the user knows it.
    fn library(&self, plugin: &str) -> &Path {
        let source = self.sources.iter().find(|source| source.descriptor().id == plugin);
        source.map_or_else(|| Path::new(""), SourceHandle::library)
    }

    fn ingest(
        &mut self,
        uri: &str,
        bytes: &[u8],
        choice: &Choice,
        crashed: &mut BTreeSet<String>,
    ) -> (Vec<Assembled>, Vec<Problem>) {
        let (Some(index), Some(winner)) = (choice.taken, choice.winner()) else {
            return (Vec::new(), vec![unrecognised(uri, bytes, choice)]);
        };
        let Some(source) = self.sources.get_mut(index) else {
            return (Vec::new(), vec![unrecognised(uri, bytes, choice)]);
        };
        let ingested = match source.ingest(&info(uri), bytes) {
            Ok(ingested) => ingested,
            Err(error) => {
                if error.is_crash() {
                    crashed.insert(winner.plugin.clone());
                }
                return (Vec::new(), vec![failed(uri, &winner.plugin, source.library(), error)]);
            }
        };
        let evidence = winner.detection.as_ref().map_or(&[][..], |detection| &detection.evidence);
        let mut documents = Vec::new();
        let mut problems = Vec::new();
        if ingested.documents.is_empty() {
            let problem = Problem::new(uri, ProblemKind::Refused, "no-document", "the plugin found no document in it");
            problems.push(problem.plugin(&winner.plugin));
        }
        for (ordinal, draft) in ingested.documents.into_iter().enumerate() {
            let provenance = Provenance {
                uri,
                bytes,
                ordinal,
                plugin: &winner.plugin,
                plugin_version: &winner.version,
                confidence: winner.confidence(),
                evidence,
            };
            match assemble(draft, &provenance) {
                Ok(mut assembled) => {
                    assembled.document.source.runner_up = choice
                        .runner_up()
                        .map(|next| RunnerUp { plugin: next.plugin.clone(), confidence: next.confidence() });
                    assembled.document.diagnostics.extend(ingested.diagnostics.iter().cloned());
                    if choice.is_doubtful() {
                        assembled.document.diagnostics.push(doubtful(choice));
                    }
                    documents.push(assembled);
                }
                Err(error) => {
                    let message = format!("document {ordinal} cannot be trusted: {error}");
                    let problem = Problem::new(uri, ProblemKind::Quarantined, "untrustworthy-draft", message);
                    problems.push(problem.plugin(&winner.plugin).help("report this to the author of the plugin"));
                }
            }
        }
        (documents, problems)
    }
}

fn info(uri: &str) -> InputInfo {
    let name = uri.rsplit('/').next().filter(|name| *name != "-").map(str::to_owned);
    InputInfo { name, ..InputInfo::default() }
}

fn beginning(bytes: &[u8]) -> (&[u8], bool) {
    bytes.get(..DETECT_BYTES).map_or((bytes, false), |beginning| (beginning, bytes.len() > DETECT_BYTES))
}

/// Why no source takes an input, in the words of the one that looked hardest.
fn unrecognised(uri: &str, bytes: &[u8], choice: &Choice) -> Problem {
    if let Some(kind) = looks_binary(bytes) {
        let problem = Problem::new(
            uri,
            ProblemKind::Refused,
            "binary-input",
            format!("this is {kind}, and no source reads that"),
        );
        return problem.help("save or convert it as text or HTML first");
    }
    let said = choice.assessments.iter().find_map(|assessment| match &assessment.detection {
        Ok(detection) => Some(format!("{} says: {}", assessment.plugin, detection.evidence.first()?)),
        Err(error) => Some(format!("{} failed: {error}", assessment.plugin)),
    });
    let said = said.map_or_else(String::new, |said| format!(" ({said})"));
    Problem::new(uri, ProblemKind::Refused, "unrecognised", format!("no source recognises it{said}"))
        .help(format!("see `rapporteur detect {uri}`; `--source ID` makes a source take it all the same"))
}

fn failed(uri: &str, plugin: &str, library: &Path, error: CallError) -> Problem {
    let quarantined = |code| Problem::new(uri, ProblemKind::Quarantined, code, error.to_string()).plugin(plugin);
    match &error {
        CallError::Refused(refusal) => {
            let mut problem =
                Problem::new(uri, ProblemKind::Refused, &refusal.code, refusal.message.clone()).plugin(plugin);
            problem.help.clone_from(&refusal.help);
            problem
        }
        CallError::Crashed { .. } | CallError::TimedOut { .. } => {
            let code = if matches!(error, CallError::Crashed { .. }) { "plugin-crashed" } else { "plugin-timed-out" };
            let again = again("extract", uri, "--source", plugin, library, &error);
            quarantined(code).help(format!("{again}, and report this to the author of the plugin"))
        }
        _ => quarantined("plugin-failed").help(format!(
            "see `rapporteur detect {uri}` for other sources, and report this to the author of the plugin"
        )),
    }
}

/// How to see a failure again: a command that asks this plugin alone, as it was asked. `option` is the one that names it.
pub(crate) fn again(command: &str, uri: &str, option: &str, plugin: &str, library: &Path, error: &CallError) -> String {
    let isolation = if error.is_crash() { " --isolation process" } else { "" };
    let (uri, library) = (shell_word(uri), shell_word(&library.display().to_string()));
    format!("see it again with `rapporteur {command} {uri} {option} {plugin} --plugin {library}{isolation}`")
}

/// A word as a shell takes it: in quotation marks where it needs them.
fn shell_word(word: &str) -> String {
    let plain = |character: char| character.is_alphanumeric() || "_-./:=@%+,".contains(character);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

fn doubtful(choice: &Choice) -> Diagnostic {
    let said = choice.winner().map(|winner| (winner.plugin.as_str(), winner.confidence()));
    let (plugin, confidence) = said.unwrap_or_default();
    Diagnostic::warning(
        "doubtful-source",
        format!("no source is sure of this file; {plugin} took it at {confidence} of 100"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_the_shell() {
        assert_eq!(shell_word("in/a-b_1.html"), "in/a-b_1.html");
        assert_eq!(shell_word("in/a b.html"), "'in/a b.html'");
        assert_eq!(shell_word("in/it's.html"), r"'in/it'\''s.html'");
    }
}
