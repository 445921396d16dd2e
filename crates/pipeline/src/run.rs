//! Many inputs in parallel, exported in input order.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rapporteur_core::Document;
use rapporteur_host::ExporterHandle;
use rayon::prelude::*;
use thiserror::Error;

use crate::crashes::CrashBook;
use crate::engine::{Loaded, ReadInput};
use crate::outputs::Outputs;
use crate::{
    Destination, Engine, ExporterFailure, Input, OutputError, PluginFailure, Problem, ReadDocument, RunReport,
};

/// Inputs read between two calls of the exporters. Fixed: what an exporter is given at once must not depend on how many
/// threads read.
const BATCH: usize = 64;
/// How many inputs of a batch one thread reads together at most.
const TOGETHER: usize = 16;

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
    /// A plugin whose failure cost no document, in input order.
    Failure(&'a PluginFailure),
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
    let book = Mutex::new(CrashBook::new(engine.crash_limit()));

    for (number, batch) in inputs.chunks(BATCH).enumerate() {
        let read = pool.install(|| read_batch(engine, batch, number * BATCH, &book, watch));
        let mut documents = Vec::new();
        for ReadInput { documents: read, problems, failures, .. } in read {
            for failure in failures {
                watch(Event::Failure(&failure));
                report.failures.push(failure);
            }
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
    report.switched_off = lock(&book)
        .switched_off(inputs.len(), |number| inputs.get(number).map(Input::uri).unwrap_or_default().to_owned());
    for mut writer in writers {
        writer.finish()?;
        report.files.extend(writer.outputs.files.iter().map(|name| format!("{}{name}", writer.folder)));
        report.failed_exporters.extend(writer.failed);
    }
    Ok(report)
}

/// Reads a batch whose first input has this number. Whatever the threads learnt and when, the outcome is that of reading one
/// input after the other.
fn read_batch(
    engine: &Engine,
    batch: &[Input],
    first: usize,
    book: &Mutex<CrashBook>,
    watch: &(dyn Fn(Event<'_>) + Sync),
) -> Vec<ReadInput> {
    // So few that each thread has some of the batch.
    let together = (batch.len() / (2 * rayon::current_num_threads())).clamp(1, TOGETHER);
    let several = |(group, inputs): (usize, &[Input])| {
        let number = first + group * together;
        let off = (number..number + inputs.len()).map(|number| lock(book).off_at(number)).collect();
        let attempts = Attempt::all(engine, inputs, off);
        for ((number, input), attempt) in (number..).zip(inputs).zip(&attempts) {
            lock(book).record(number, &attempt.read.crashed);
            watch(Event::InputDone { uri: input.uri() });
        }
        attempts
    };
    let mut attempts: Vec<Attempt> = batch.par_chunks(together).enumerate().flat_map_iter(several).collect();
    for (index, attempt) in attempts.iter_mut().enumerate() {
        let off = lock(book).off_at(first + index);
        if attempt.off != off
            && let Some(input) = batch.get(index)
        {
            attempt.repeat(engine, input, off);
            lock(book).record(first + index, &attempt.read.crashed);
        }
    }
    attempts.into_iter().map(|attempt| attempt.read).collect()
}

/// An input as it was read with what was known then.
struct Attempt {
    /// The plugins that were off.
    off: BTreeSet<String>,
    read: ReadInput,
    /// The bytes, where they cannot be had twice.
    kept: Option<Vec<u8>>,
}

impl Attempt {
    /// All of these inputs, each without the plugins that were off for it.
    fn all(engine: &Engine, inputs: &[Input], off: Vec<BTreeSet<String>>) -> Vec<Self> {
        let loaded: Vec<_> = inputs.iter().map(|input| engine.load(input)).collect();
        let in_memory = inputs.iter().zip(&loaded).zip(&off).filter_map(|((input, bytes), off)| {
            let bytes = bytes.as_ref().ok()?;
            Some(Loaded { uri: input.uri(), bytes, off })
        });
        let mut read = engine.read_all_without(&in_memory.collect::<Vec<_>>()).into_iter();
        let mut attempts = Vec::with_capacity(inputs.len());
        for ((input, bytes), off) in inputs.iter().zip(loaded).zip(off) {
            attempts.push(match bytes {
                Ok(bytes) => {
                    let read = read.next().unwrap_or_default();
                    Self { off, read, kept: (*input == Input::Stdin).then_some(bytes) }
                }
                Err(problem) => {
                    let read = ReadInput { problems: vec![*problem], ..ReadInput::default() };
                    Self { off, read, kept: None }
                }
            });
        }
        attempts
    }

    fn repeat(&mut self, engine: &Engine, input: &Input, off: BTreeSet<String>) {
        match self.kept.take() {
            Some(bytes) => {
                let read = engine.read_without(input.uri(), &bytes, &off);
                *self = Self { off, read, kept: Some(bytes) };
            }
            None => {
                if let Some(again) = Self::all(engine, std::slice::from_ref(input), vec![off]).pop() {
                    *self = again;
                }
            }
        }
    }
}

fn lock(book: &Mutex<CrashBook>) -> MutexGuard<'_, CrashBook> {
    // A panic while it was held leaves the book as it was: whole.
    book.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Writer {
    handle: ExporterHandle,
    outputs: Outputs,
    folder: String,
    /// Why it writes no more. It does not keep the others from finishing what they began.
    failed: Option<ExporterFailure>,
}

impl Writer {
    fn new(request: ExporterRequest) -> Self {
        let outputs = Outputs::new(request.destination);
        Self { handle: request.handle, outputs, folder: request.folder, failed: None }
    }

    fn export(&mut self, documents: &[Document]) -> Result<(), OutputError> {
        if self.failed.is_some() {
            return Ok(());
        }
        let written = self.handle.export(documents);
        self.write(written)
    }

    fn finish(&mut self) -> Result<(), OutputError> {
        if self.failed.is_some() {
            return Ok(());
        }
        let written = self.handle.finish();
        self.write(written)
    }

    fn write(
        &mut self,
        written: Result<Vec<(String, String, Vec<u8>)>, rapporteur_host::CallError>,
    ) -> Result<(), OutputError> {
        let written = match written {
            Ok(written) => written,
            Err(error) => {
                let plugin = self.handle.descriptor().id.clone();
                self.failed = Some(ExporterFailure { plugin, message: error.to_string() });
                return Ok(());
            }
        };
        for (name, _, bytes) in written {
            self.outputs.write(name, &bytes)?;
        }
        Ok(())
    }
}
