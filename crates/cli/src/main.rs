//! `rapporteur`: who claims what, about whom, and where exactly it stands.
//!
//! Data goes to standard output, everything else to standard error. Exit codes: 0 all good; 1 some documents failed;
//! 2 usage or configuration; 3 nothing matched.

mod args;
mod author_args;
mod commands;
mod configuration;
mod console;
mod exit;
mod failure;
mod plugin_path;
mod text_table;

use std::process::ExitCode;

use args::{Arguments, Command, PluginsCommand};
use clap::Parser;
use console::Console;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    // Before anything is written: what these say goes over their standard output.
    match &arguments.command {
        Command::Worker(worker) => return commands::worker::worker(worker),
        Command::CheckWorker(check) => return commands::worker::check_worker(check),
        _ => {}
    }
    let console = Console::new(&arguments.global);
    console.start_logging();
    let outcome = match &arguments.command {
        Command::Extract(extract) => commands::extract::extract(extract, &arguments.global, &console),
        Command::Detect(detect) => commands::detect::detect(detect, &arguments.global, &console),
        Command::Explain(explain) => commands::explain::explain(explain, &arguments.global, &console),
        Command::Verify(verify) => commands::verify::verify(verify, &console),
        Command::Eval(eval) => commands::eval::eval(eval, &console),
        Command::Plugins(PluginsCommand::List(list)) => commands::plugins::list(list, &arguments.global),
        Command::Plugins(PluginsCommand::Info(info)) => commands::plugins::info(info, &arguments.global),
        Command::Plugins(PluginsCommand::Trust(trust)) => {
            commands::plugins_trust::trust(trust, &arguments.global, &console)
        }
        Command::Plugins(PluginsCommand::Check(check)) => commands::plugins_check::check(check, &arguments.global),
        Command::Plugins(PluginsCommand::New(new)) => commands::plugins_new::new(new, &arguments.global, &console),
        Command::Plugins(PluginsCommand::Test(test)) => commands::plugins_test::test(test, &arguments.global),
        Command::Plugins(PluginsCommand::Coverage(coverage)) => {
            commands::plugins_coverage::coverage(coverage, &arguments.global, &console)
        }
        Command::Watch(watch) => commands::watch::watch(watch, &arguments.global, &console),
        Command::Worker(_) | Command::CheckWorker(_) => return ExitCode::FAILURE,
        Command::Schema(schema) => commands::schema::schema(schema),
    };
    match outcome {
        Ok(code) => code.into(),
        Err(failure) => {
            console.failure(&failure);
            failure.exit.into()
        }
    }
}
