use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

use rapporteur_pipeline::host::conformance::{Check, CheckOptions, run_check};
use rapporteur_pipeline::host::worker::{ServeOptions, serve};

use crate::args::{CheckWorker, Worker};

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
    end(serve(options))
}

/// Runs one check of a plugin for the program that started this one.
pub(crate) fn check_worker(arguments: &CheckWorker) -> ExitCode {
    let CheckWorker { check, library, id, rules, engine, beside, fixtures, memory, host } = arguments;
    let Some(check) = Check::named(check) else { return end(Err(format!("there is no check {check:?}"))) };
    end(run_check(CheckOptions {
        library: library.clone(),
        check,
        plugin: id.clone(),
        rules: rules.clone().zip(engine.clone()),
        beside: beside.clone(),
        fixtures: fixtures.clone(),
        memory: *memory,
        host: *host,
    }))
}

fn end(outcome: Result<(), impl Display>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Whoever started this process shows what it last said.
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}
