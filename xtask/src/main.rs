//! Tasks of the workspace. `cargo xtask help` lists them.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line")]

mod bench;
mod bench_extract;
mod boundary;
mod cargo;
mod ci;
mod dist;
mod eval;
mod fault_list;
mod faults;
mod manifests;
mod new_plugin;
mod outputs;
mod pipeline;
mod train;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(about = "Tasks of the Rapporteur workspace", arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Build all plugins, run them over fixtures/, write target/pipeline, show what was found; fail on any difference
    Pipeline {
        /// Take today's outputs as the expected ones. Read the differences first
        #[arg(long)]
        accept: bool,
    },
    /// Run every test of the workspace
    Test,
    /// What must pass before a change lands: format, lints, tests, pipeline
    Ci,
    /// Start a plugin: crate, manifest, fixture, and a failing test that says what to do next
    NewPlugin {
        #[arg(value_enum)]
        kind: new_plugin::Kind,
        /// Small letters, digits and hyphens
        name: String,
    },
    /// Write each plugin's plugin.toml from what its library says of itself
    Manifests {
        /// Only say which are out of date
        #[arg(long)]
        check: bool,
    },
    /// Measure each stage, the plugin boundary and how they grow with the input
    Bench,
    /// Read the gzipped pages of a manifest so many times, write answers and times (docs/extraction.md)
    BenchExtract { manifest: PathBuf, output: PathBuf, passes: usize },
    /// Measure what the plugin boundary costs, in the program and through a worker, and 10,000 documents with a plugin that
    /// crashes on every hundredth
    Boundary,
    /// Plugins that misbehave in every way we know, each in a run of good documents; prints the table of docs/faults.md
    Faults {
        /// Only those whose names hold these words
        #[arg(long, default_value = "", hide_default_value = true, value_name = "WORDS")]
        include: String,
        /// Build without optimisation: what becomes of documents shows all the same, the times mean little
        #[arg(long)]
        unoptimised: bool,
    },
    /// Measure actors and claims on every gold set that is there; fail where a figure is below its floor (corpus/floors.toml)
    Eval {
        /// Set the floors to today's figures where these are higher
        #[arg(long)]
        raise: bool,
        /// Where a set stands that is not part of the project: polnear-dev=FILE
        #[arg(long = "set", value_name = "NAME=PATH")]
        sets: Vec<String>,
    },
    /// Train every set of weights whose inputs are there; say which were passed over
    Train {
        /// Folder with the treebank files, for tagger and parser
        #[arg(long, value_name = "DIR")]
        treebank: Option<PathBuf>,
        /// Folder with the lists of WordNet 3.0, for tagger and parser
        #[arg(long, value_name = "DIR")]
        wordnet: Option<PathBuf>,
    },
    /// Lay out what a user unpacks: the program and its plugins, below target/dist
    Dist,
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().task {
        Task::Pipeline { accept } => pipeline::pipeline(accept),
        Task::Test => ci::test(),
        Task::Ci => ci::ci(),
        Task::NewPlugin { kind, name } => new_plugin::new_plugin(kind, &name),
        Task::Manifests { check } => manifests::manifests(check),
        Task::Bench => bench::bench(),
        Task::BenchExtract { manifest, output, passes } => bench_extract::bench_extract(&manifest, &output, passes),
        Task::Boundary => boundary::boundary(),
        Task::Faults { include, unoptimised } => faults::faults(&include, unoptimised),
        Task::Eval { raise, sets } => eval::eval(raise, &sets),
        Task::Train { treebank, wordnet } => train::train(treebank.as_deref(), wordnet.as_deref()),
        Task::Dist => dist::dist(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\nerror: {message}");
            ExitCode::FAILURE
        }
    }
}
