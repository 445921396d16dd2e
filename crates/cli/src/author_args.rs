//! Arguments of the commands for authors of sources.

use std::path::PathBuf;

use clap::Args;

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
