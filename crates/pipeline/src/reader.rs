//! One input to documents without actors and claims.

use rapporteur_core::protocol::{DETECT_BYTES, InputInfo};
use rapporteur_core::{Assembled, Diagnostic, Provenance, RunnerUp, assemble};
use rapporteur_decode::looks_binary;
use rapporteur_host::{CallError, SourceHandle};

use crate::choose::{Choice, choose};
use crate::problem::{Problem, ProblemKind};

/// The source plugins in use by one thread.
pub(crate) struct Reader {
    pub(crate) sources: Vec<SourceHandle>,
    /// Index of the one the user named.
    pub(crate) forced: Option<usize>,
}

impl Reader {
    /// What every source says of an input.
    pub(crate) fn assess(&mut self, uri: &str, bytes: &[u8]) -> Choice {
        let (beginning, truncated) = beginning(bytes);
        choose(&mut self.sources, self.forced, &InputInfo { truncated, ..info(uri) }, beginning)
    }

    /// The documents of an input, or why there are none. Both, where some of several are unusable.
    pub(crate) fn read(&mut self, uri: &str, bytes: &[u8]) -> (Vec<Assembled>, Vec<Problem>) {
        if bytes.is_empty() {
            let problem = Problem::new(uri, ProblemKind::Refused, "empty-input", "the file is empty");
            return (Vec::new(), vec![problem.help("save the page or text again; nothing arrived in this file")]);
        }
        let choice = self.assess(uri, bytes);
        let (Some(index), Some(winner)) = (choice.taken, choice.winner()) else {
            return (Vec::new(), vec![unrecognised(uri, bytes, &choice)]);
        };
        let Some(source) = self.sources.get_mut(index) else {
            return (Vec::new(), vec![unrecognised(uri, bytes, &choice)]);
        };
        let ingested = match source.ingest(&info(uri), bytes) {
            Ok(ingested) => ingested,
            Err(error) => return (Vec::new(), vec![failed(uri, &winner.plugin, error)]),
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
                        assembled.document.diagnostics.push(doubtful(&choice));
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

fn failed(uri: &str, plugin: &str, error: CallError) -> Problem {
    match error {
        CallError::Refused(refusal) => {
            let mut problem = Problem::new(uri, ProblemKind::Refused, &refusal.code, refusal.message).plugin(plugin);
            problem.help = refusal.help;
            problem
        }
        defect => Problem::new(uri, ProblemKind::Quarantined, "plugin-failed", defect.to_string()).plugin(plugin).help(
            format!("see `rapporteur detect {uri}` for other sources, and report this to the author of the plugin"),
        ),
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
