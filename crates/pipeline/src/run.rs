//! Many inputs in parallel, exported in input order.

use std::collections::BTreeMap;

use rapporteur_core::Document;
use rapporteur_host::ExporterHandle;
use rayon::prelude::*;
use thiserror::Error;

use crate::outputs::Outputs;
use crate::{Destination, Engine, Input, OutputError, Problem, ReadDocument, RunReport};

/// Inputs read between two calls of the exporters. Fixed: what an exporter is given at once must not depend on how many
/// threads read.
const BATCH: usize = 64;

/// Pages nest deeply and their readers may recurse.
const STACK_BYTES: usize = 8 << 20;

/// An exporter and where it writes.
pub struct ExporterRequest {
    pub handle: ExporterHandle,
    pub destination: Destination,
    /// Put before the names of its files in the report: "csv/".
    pub folder: String,
}

/// What happens in a run, for who watches it. Events of different inputs come from different threads.
#[derive(Debug, Clone, Copy)]
pub enum Event<'a> {
    /// An input is done, for good or ill.
    InputDone { uri: &'a str },
    /// A problem, in input order.
    Problem(&'a Problem),
    /// A document, in input order, before it is exported.
    Document(&'a Document),
}

/// Why a run had to stop.
#[derive(Debug, Error)]
pub enum RunError {
    #[error(transparent)]
    Output(#[from] OutputError),
    #[error("the threads to read with cannot be started: {0}")]
    Threads(#[from] rayon::ThreadPoolBuildError),
}

/// Reads all inputs with `jobs` threads (0: one for each core) and writes what the exporters make of them.
///
/// # Errors
/// [`RunError`] if output cannot be written. What is wrong with inputs is in the report.
pub fn run(
    engine: &Engine,
    inputs: &[Input],
    exporters: Vec<ExporterRequest>,
    jobs: usize,
    watch: &(dyn Fn(Event<'_>) + Sync),
) -> Result<RunReport, RunError> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).stack_size(STACK_BYTES).build()?;
    let mut report = RunReport { inputs: inputs.len(), ..RunReport::default() };
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut writers: Vec<Writer> = exporters.into_iter().map(Writer::new).collect();

    for batch in inputs.chunks(BATCH) {
        let read: Vec<(Vec<ReadDocument>, Vec<Problem>)> = pool.install(|| {
            let one = |input: &Input| {
                let outcome = match engine.load(input) {
                    Ok(bytes) => engine.read(input.uri(), &bytes),
                    Err(problem) => (Vec::new(), vec![*problem]),
                };
                watch(Event::InputDone { uri: input.uri() });
                outcome
            };
            batch.par_iter().map(one).collect()
        });
        let mut documents = Vec::new();
        for (read, problems) in read {
            for problem in problems {
                watch(Event::Problem(&problem));
                report.problems.push(problem);
            }
            for ReadDocument { document, .. } in read {
                if let Some(first) = seen.get(&document.id) {
                    report.duplicates.push((document.source.uri.clone(), first.clone()));
                    continue;
                }
                seen.insert(document.id.clone(), document.source.uri.clone());
                watch(Event::Document(&document));
                report.documents += 1;
                report.claims += document.claims.len();
                report.actors += document.actors.len();
                documents.push(document);
            }
        }
        if !documents.is_empty() {
            for writer in &mut writers {
                writer.export(&documents)?;
            }
        }
    }
    for mut writer in writers {
        writer.finish()?;
        report.files.extend(writer.outputs.files.iter().map(|name| format!("{}{name}", writer.folder)));
    }
    Ok(report)
}

struct Writer {
    handle: ExporterHandle,
    outputs: Outputs,
    folder: String,
}

impl Writer {
    fn new(request: ExporterRequest) -> Self {
        let outputs = Outputs::new(request.destination);
        Self { handle: request.handle, outputs, folder: request.folder }
    }

    fn export(&mut self, documents: &[Document]) -> Result<(), OutputError> {
        let written = self.handle.export(documents);
        self.write(written)
    }

    fn finish(&mut self) -> Result<(), OutputError> {
        let written = self.handle.finish();
        self.write(written)
    }

    fn write(
        &mut self,
        written: Result<Vec<(String, String, Vec<u8>)>, rapporteur_host::CallError>,
    ) -> Result<(), OutputError> {
        let exporter = || self.handle.descriptor().id.clone();
        let written = written.map_err(|error| OutputError::Exporter { exporter: exporter(), error })?;
        for (name, _, bytes) in written {
            self.outputs.write(name, &bytes)?;
        }
        Ok(())
    }
}
