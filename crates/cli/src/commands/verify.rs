use std::fs;
use std::io::{Read, stdin};
use std::path::Path;

use super::write_out::write_out;
use crate::args::Verify;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;

pub(crate) fn verify(arguments: &Verify, console: &Console) -> Result<Exit, Failure> {
    let mut exit = Exit::Good;
    for path in &arguments.outputs {
        let bytes = read(path).map_err(|error| Failure::usage(format!("{}: {error}", path.display())))?;
        let report = rapporteur_pipeline::verify(&bytes, &arguments.base).map_err(|error| {
            Failure::usage(format!("{}: {error}", path.display()))
                .help("verify reads what `rapporteur extract --to json` or `--to jsonl` wrote")
        })?;
        for failure in &report.failures {
            write_out(&format!("{failure}\n"))?;
        }
        let failures = report.failures.len();
        if failures > 0 {
            exit = Exit::SomeFailed;
        }
        console.say(&format!(
            "{}: {} documents, {} spans, {} of them found again in their files; {failures} do not fit",
            path.display(),
            report.documents,
            report.spans,
            report.in_source,
        ));
    }
    Ok(exit)
}

fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    if path.as_os_str() != "-" {
        return fs::read(path);
    }
    let mut bytes = Vec::new();
    stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}
