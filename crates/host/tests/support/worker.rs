//! `rapporteur worker` and nothing else, for the tests of this crate.

use std::process::ExitCode;

use rapporteur_host::worker::{ServeOptions, serve};

fn main() -> ExitCode {
    let mut options = ServeOptions {
        library: Default::default(),
        plugin: None,
        name: String::new(),
        memory: None,
        reply_bytes: 0,
        log_level: 0,
        host: None,
    };
    let mut words = std::env::args().skip(1);
    while let (Some(option), Some(value)) = (words.next(), words.next()) {
        match option.as_str() {
            "--library" => options.library = value.into(),
            "--id" => options.plugin = Some(value),
            "--name" => options.name = value,
            "--memory" => options.memory = value.parse().ok(),
            "--reply-bytes" => options.reply_bytes = value.parse().unwrap_or(0),
            "--log-level" => options.log_level = value.parse().unwrap_or(0),
            "--host" => options.host = value.parse().ok(),
            _ => return ExitCode::from(2),
        }
    }
    match serve(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
