use std::process::ExitCode;

use rapporteur_pipeline::host::worker::{ServeOptions, serve};

use crate::args::Worker;

/// Runs one plugin for the program that started this one.
pub(crate) fn worker(arguments: &Worker) -> ExitCode {
    let Worker { library, id, name, memory, reply_bytes, log_level, host } = arguments;
    let options = ServeOptions {
        library: library.clone(),
        plugin: id.clone(),
        name: name.clone(),
        memory: *memory,
        reply_bytes: *reply_bytes,
        log_level: *log_level,
        host: *host,
    };
    match serve(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The host shows what a worker last said.
            use std::io::Write;
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}
