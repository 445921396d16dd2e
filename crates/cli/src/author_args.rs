//! Arguments of the commands for authors of sources.

use std::path::PathBuf;

use clap::Args;

use crate::args::{InputArguments, Setting, setting};

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur plugins new --rules saved/talks.html --name gull
  rapporteur plugins new --rules saved/talks.html --dry-run")]
pub(crate) struct PluginsNew {
    /// A saved page of the site
    #[arg(long, value_name = "FROM_PAGE.html", required = true)]
    pub(crate) rules: PathBuf,
    /// What users will type: --source NAME [default: the site's, by its address]
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Folder that NAME.rules.toml and fixtures/NAME/first are written into
    #[arg(short, long, value_name = "DIR", default_value = ".")]
    pub(crate) out: PathBuf,
    /// Address the page was saved from, where the page does not say
    #[arg(long)]
    pub(crate) url: Option<String>,
    /// Source plugin that will read by the rules
    #[arg(long, value_name = "ID", default_value = "html")]
    pub(crate) engine: String,
    /// Write no file; show the rules
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// For machines: the proposal and the files written
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur plugins test gull.rules.toml
  rapporteur plugins test org.example.source-gull --fixtures pages/ --accept")]
pub(crate) struct PluginsTest {
    /// A rules file, a plugin's folder or library, or the id or name of a source that was found
    #[arg(value_name = "PATH|ID")]
    pub(crate) plugin: String,
    /// Folder of cases [default: fixtures/ beside the plugin, or in this folder]
    #[arg(long, value_name = "DIR")]
    pub(crate) fixtures: Option<PathBuf>,
    /// File of further actors, in the form of the built-in gazetteer
    #[arg(long = "gazetteer", value_name = "FILE")]
    pub(crate) gazetteers: Vec<PathBuf>,
    /// Take what is read today as expected. Read the differences first
    #[arg(long)]
    pub(crate) accept: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur plugins coverage saved/my-paper --write-baseline coverage.json
  rapporteur plugins coverage saved/my-paper --baseline coverage.json")]
pub(crate) struct PluginsCoverage {
    #[command(flatten)]
    pub(crate) input: InputArguments,
    /// Compare with an earlier run, and end with 1 where something fell
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Write what --baseline compares with (what --json prints)
    #[arg(long, value_name = "FILE")]
    pub(crate) write_baseline: Option<PathBuf>,
    /// How many points of a hundred a share may fall, for folders whose pages are not always the same [default: 0]
    #[arg(long, value_name = "POINTS", default_value_t = 0, hide_default_value = true, requires = "baseline")]
    pub(crate) allow: usize,
    /// Inputs read at once [default: one for each core]
    #[arg(short, long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(crate) jobs: usize,
    /// For machines
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur watch fixtures/gull-wire/first
  rapporteur watch fixtures/gull-wire/first --once --accept
  rapporteur watch fixtures/gull/first --plugin gull.rules.toml
  rapporteur watch saved/page.html --package source-gull-wire")]
pub(crate) struct Watch {
    /// A case (a folder with input.* and, if it is to be held against a contract, case.toml) or a page
    #[arg(value_name = "FIXTURE")]
    pub(crate) fixture: PathBuf,
    /// Package of the cargo workspace that is built and used before all other plugins [default: those of the source and the
    /// annotators that case.toml names; for a page, that of the source that takes it]
    #[arg(long = "package", value_name = "NAME")]
    pub(crate) packages: Vec<String>,
    /// Build nothing; use the plugins there are
    #[arg(long, conflicts_with = "packages")]
    pub(crate) no_build: bool,
    /// Show one reading and end: with 1 where the build fails, the contract does not hold or the snapshot is another
    #[arg(long)]
    pub(crate) once: bool,
    /// Write what is read into the case's document.snap, each time
    #[arg(long)]
    pub(crate) accept: bool,
    /// Source plugin that reads the page, whatever it looks like
    #[arg(long, value_name = "ID")]
    pub(crate) source: Option<String>,
    /// File of further actors, in the form of the built-in gazetteer
    #[arg(long = "gazetteer", value_name = "FILE")]
    pub(crate) gazetteers: Vec<PathBuf>,
    /// Annotator that adds to what is found, where case.toml names none
    #[arg(long = "annotate", value_name = "ID")]
    pub(crate) annotators: Vec<String>,
    /// Option of a plugin: --set source-gull-wire.KEY=VALUE
    #[arg(long = "set", value_name = "PLUGIN.KEY=VALUE", value_parser = setting)]
    pub(crate) settings: Vec<Setting>,
}
