//! What can be said on the command line.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum};
use rapporteur_pipeline::host::{Isolation, Limits};
use rapporteur_pipeline::{parse_seconds, parse_size};

pub(crate) use crate::author_args::{PluginsCoverage, PluginsNew, PluginsTest, Watch};

/// Reads news and policy-analysis articles and writes down who claims what, about whom, and where exactly it stands.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub(crate) struct Global {
    /// Configuration file [default: rapporteur.toml in this folder, if there is one]
    #[arg(long, global = true, value_name = "FILE", env = "RAPPORTEUR_CONFIG")]
    pub(crate) config: Option<PathBuf>,
    /// Look for plugins here before anywhere else: a folder, a library or a rules file
    #[arg(long = "plugin", global = true, value_name = "PATH")]
    pub(crate) plugins: Vec<PathBuf>,
    /// Colours in what people read
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    pub(crate) color: Colour,
    /// Say more on standard error (-vv: everything)
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub(crate) verbose: u8,
    /// Say nothing on standard error but errors
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Form of log lines
    #[arg(long, global = true, value_enum, default_value_t = LogFormat::Text, value_name = "FORM")]
    pub(crate) log_format: LogFormat,
    #[command(flatten)]
    pub(crate) isolation: IsolationArguments,
}

/// Where plugins run and what they may use. What is not said here is as `[isolation]` of the configuration says.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Plugins")]
pub(crate) struct IsolationArguments {
    /// auto: in workers, processes of their own, but for plugins that came with the program or are in plugins.lock;
    /// process: all in workers; in-process: none
    #[arg(long, global = true, value_name = "WHERE", value_parser = isolation)]
    pub(crate) isolation: Option<Isolation>,
    /// Trusted libraries [default: plugins.lock beside the configuration, or in this folder]
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) lock: Option<PathBuf>,
    /// Folder for the copies that plugins are loaded from [default: rapporteur/plugins in the user's cache folder]
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) cache: Option<PathBuf>,
    /// Address space of a worker (K, M and G are understood; 0: no limit) [default: 1G]
    #[arg(long, global = true, value_name = "SIZE", value_parser = parse_size)]
    pub(crate) plugin_memory: Option<u64>,
    /// Longest time a worker may take over an input [default: 30]
    #[arg(long, global = true, value_name = "SECONDS", value_parser = parse_seconds)]
    pub(crate) plugin_timeout: Option<Duration>,
    /// Go on without a plugin after it crashed on so many inputs (0: never) [default: 3]
    #[arg(long, global = true, value_name = "N")]
    pub(crate) plugin_crashes: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogFormat {
    Text,
    Json,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read articles, write actors and claims
    Extract(Extract),
    /// Show what each source plugin makes of a file, with its evidence
    Detect(Detect),
    /// Show every claim of a file with the rule, cue and alternatives behind it
    Explain(Explain),
    /// Prove that an output still fits its source files: every hash, every span
    Verify(Verify),
    /// Measure what the program finds against what people found
    Eval(Eval),
    /// Read a case or a page again whenever it, or the plugin that reads it, changes; show what is different
    Watch(Watch),
    /// See which plugins there are
    #[command(subcommand)]
    Plugins(PluginsCommand),
    /// Print the JSON Schema of a document, or of what plugins answer with
    Schema(Schema),
    /// Run one plugin and answer the program that started this one
    #[command(hide = true)]
    Worker(Worker),
    /// Run one check of a plugin for the program that started this one
    #[command(hide = true)]
    CheckWorker(CheckWorker),
}

#[derive(Debug, Subcommand)]
pub(crate) enum PluginsCommand {
    /// List every plugin found, ready or not, and why not
    List(PluginsList),
    /// Show one plugin: versions, what it reads or writes, its options
    Info(PluginsInfo),
    /// Let a library run inside the program: writes its SHA-256 into plugins.lock
    Trust(PluginsTrust),
    /// Check from outside that a plugin keeps to its contract, each check in a process of its own
    Check(PluginsCheck),
    /// Count which fields each source fills on a folder of pages, so that a site's redesign is noticed
    Coverage(PluginsCoverage),
    /// Propose rules for a site from one of its pages, and write them down with a first case
    New(PluginsNew),
    /// Read the cases of a source and compare with their contracts and snapshots
    Test(PluginsTest),
}

/// Inputs of a command.
#[derive(Debug, Args)]
pub(crate) struct InputArguments {
    /// Files, folders, patterns ('saved/**/*.html'), @LIST (a file of inputs, one a line), or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<String>,
    /// Source plugin that reads the inputs, whatever they look like
    #[arg(long, value_name = "ID")]
    pub(crate) source: Option<String>,
    /// Leave out of folders what .gitignore and .ignore files name
    #[arg(long)]
    pub(crate) respect_ignore: bool,
    /// Largest file that is read, in bytes (K, M and G are understood) [default: 32M]
    #[arg(long, value_name = "SIZE", value_parser = parse_size)]
    pub(crate) max_bytes: Option<u64>,
    /// File of further actors, in the form of the built-in gazetteer
    #[arg(long = "gazetteer", value_name = "FILE")]
    pub(crate) gazetteers: Vec<PathBuf>,
    /// Annotator that adds to what is found; several run in this order, instead of those of the configuration (all: every one
    /// there is; none: no one)
    #[arg(long = "annotate", value_name = "ID")]
    pub(crate) annotators: Vec<String>,
    /// Option of a plugin: --set export-csv.bom=true
    #[arg(long = "set", value_name = "PLUGIN.KEY=VALUE", value_parser = setting)]
    pub(crate) settings: Vec<Setting>,
}

/// `PLUGIN.KEY=VALUE`
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Setting {
    pub(crate) plugin: String,
    pub(crate) key: String,
    pub(crate) value: serde_json::Value,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur extract article.html
  rapporteur extract saved/ --to csv --to markdown --out results/
  pbpaste | rapporteur extract - --to markdown")]
pub(crate) struct Extract {
    #[command(flatten)]
    pub(crate) input: InputArguments,
    /// Exporter to write with; several may be given [default: json]
    #[arg(long, value_name = "FORMAT")]
    pub(crate) to: Vec<String>,
    /// Folder to write into, or - for standard output [default: -]. With several formats each gets a folder below it
    #[arg(short, long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Inputs read at once [default: one for each core]
    #[arg(short, long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(crate) jobs: usize,
    /// Write what became of each input as JSON
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Detect {
    #[command(flatten)]
    pub(crate) input: InputArguments,
    /// For machines
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    #[command(flatten)]
    pub(crate) input: InputArguments,
    /// Only this claim: c3
    #[arg(long, value_name = "ID")]
    pub(crate) claim: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// Output of `extract --to json` or `--to jsonl`; several may be given, - for standard input
    #[arg(required = true, value_name = "OUTPUT.json")]
    pub(crate) outputs: Vec<PathBuf>,
    /// Folder that the paths of the source files are relative to [default: this folder]
    #[arg(long, value_name = "DIR", default_value = ".", hide_default_value = true)]
    pub(crate) base: PathBuf,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur eval polnear-dev.jsonl politics.dev.jsonl
  rapporteur eval corpus/train --full
  rapporteur eval coded/claims.csv --against results/claims.csv")]
pub(crate) struct Eval {
    /// Attributions, passages with claimants, or actor mentions of sentences or articles, as JSON lines, a folder of annotated articles, or a claims table somebody coded
    #[arg(required = true, value_name = "GOLD")]
    pub(crate) gold: Vec<PathBuf>,
    /// Compare with this instead of what the program finds: predictions as JSON lines, a second annotation, a claims table
    #[arg(long, value_name = "PATH")]
    pub(crate) against: Option<PathBuf>,
    /// File of further actors, in the form of the built-in gazetteer
    #[arg(long = "gazetteer", value_name = "FILE")]
    pub(crate) gazetteers: Vec<PathBuf>,
    /// Of annotated articles, list each claim or mention that was missed, is extra, or is seen otherwise
    #[arg(long)]
    pub(crate) differences: bool,
    /// Every measure, not only the main ones
    #[arg(long)]
    pub(crate) full: bool,
    /// For machines
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// document: what is written; ingested: what a source answers with; additions: what an annotator answers with
    #[arg(long, value_enum, default_value_t = SchemaOf::Document, value_name = "WHAT")]
    pub(crate) of: SchemaOf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    Document,
    Ingested,
    Additions,
}

#[derive(Debug, Args)]
pub(crate) struct PluginsList {
    /// For machines
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PluginsInfo {
    /// Id, last part of an id, or name
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    /// For machines
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PluginsTrust {
    /// A library, a rules file, a plugin's folder, or the id or name of a plugin that was found
    #[arg(value_name = "PATH|ID")]
    pub(crate) plugin: String,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur plugins check target/release/librapporteur_source_gull_wire.so
  rapporteur plugins check gull.rules.toml --fixtures fixtures/
  rapporteur plugins check plugins/ --fixtures fixtures/ --include 'determinism|detection'")]
pub(crate) struct PluginsCheck {
    /// A library, a rules file, a plugin's folder, or a folder of these
    #[arg(value_name = "PATH")]
    pub(crate) path: PathBuf,
    /// For machines: an array of results
    #[arg(long)]
    pub(crate) json: bool,
    /// Only the checks whose names this regular expression finds
    #[arg(long, value_name = "RE")]
    pub(crate) include: Option<String>,
    /// Folder of cases (input.* and case.toml in a folder each) [default: fixtures/ beside the plugin]
    #[arg(long, value_name = "DIR")]
    pub(crate) fixtures: Option<PathBuf>,
    /// Longest time a check may take [default: 120]
    #[arg(long, value_name = "SECONDS", value_parser = parse_seconds, default_value = "120", hide_default_value = true)]
    pub(crate) time_limit: Duration,
}

/// What a process is told that runs one check.
#[derive(Debug, Args)]
pub(crate) struct CheckWorker {
    #[arg(long)]
    pub(crate) check: String,
    #[arg(long)]
    pub(crate) library: PathBuf,
    #[arg(long)]
    pub(crate) id: Option<String>,
    #[arg(long)]
    pub(crate) rules: Option<PathBuf>,
    #[arg(long)]
    pub(crate) engine: Option<String>,
    #[arg(long)]
    pub(crate) beside: Option<PathBuf>,
    #[arg(long)]
    pub(crate) fixtures: Option<PathBuf>,
    #[arg(long)]
    pub(crate) memory: Option<u64>,
    #[arg(long)]
    pub(crate) host: Option<u32>,
}

/// What the host tells a worker.
#[derive(Debug, Args)]
pub(crate) struct Worker {
    #[arg(long)]
    pub(crate) library: PathBuf,
    #[arg(long)]
    pub(crate) id: Option<String>,
    #[arg(long, default_value = "")]
    pub(crate) name: String,
    #[arg(long)]
    pub(crate) memory: Option<u64>,
    #[arg(long, default_value_t = Limits::DEFAULT_REPLY_BYTES)]
    pub(crate) reply_bytes: usize,
    #[arg(long, default_value_t = 0)]
    pub(crate) log_level: u32,
    #[arg(long)]
    pub(crate) host: Option<u32>,
}

fn isolation(text: &str) -> Result<Isolation, String> {
    text.parse()
}

pub(crate) fn setting(text: &str) -> Result<Setting, String> {
    let wrong = || format!("{text:?} is not of the form PLUGIN.KEY=VALUE");
    let (path, value) = text.split_once('=').ok_or_else(wrong)?;
    let (plugin, key) = path.rsplit_once('.').ok_or_else(wrong)?;
    if plugin.is_empty() || key.is_empty() {
        return Err(wrong());
    }
    // What is no JSON is a string, so that `layout=plain` needs no quotation marks.
    let value = serde_json::from_str(value).unwrap_or_else(|_| value.into());
    Ok(Setting { plugin: plugin.to_owned(), key: key.to_owned(), value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_sound() {
        use clap::CommandFactory;
        Arguments::command().debug_assert();
    }

    #[test]
    fn sizes_and_settings() {
        assert_eq!((parse_size("12"), parse_size("2K"), parse_size("64M")), (Ok(12), Ok(2048), Ok(64 << 20)));
        let (long, short) = (Duration::from_secs(30), Duration::from_millis(500));
        assert_eq!((parse_seconds("30"), parse_seconds("0.5")), (Ok(long), Ok(short)));
        assert_eq!(
            parse_seconds("0"),
            Err("\"0\" is no time; write a number of seconds above 0: 30 or 0.5".to_owned())
        );
        assert_eq!(isolation("proces"), Err("expected one of auto, process, in-process".to_owned()));
        assert_eq!(parse_size("huge"), Err("\"huge\" is no size; write 500K, 64M or 2G".to_owned()));
        let parsed = setting("org.example.csv.bom=true").map(|setting| (setting.plugin, setting.key, setting.value));
        assert_eq!(parsed, Ok(("org.example.csv".to_owned(), "bom".to_owned(), true.into())));
        assert_eq!(setting("text.layout=plain").map(|setting| setting.value), Ok("plain".into()));
        assert_eq!(setting("layout"), Err("\"layout\" is not of the form PLUGIN.KEY=VALUE".to_owned()));
    }
}
