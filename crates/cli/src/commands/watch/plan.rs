//! What is built, with which configuration it is read, and what of all that is watched.

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use rapporteur_cases::Contract;
use rapporteur_pipeline::Input;
use rapporteur_workbench::{Package, Packages};

use super::changes::Watched;
use super::fixture::Fixture;
use crate::args::{Global, InputArguments, Watch};
use crate::configuration::{CONFIG_FILE, Configuration, engine_failure};
use crate::failure::Failure;
use crate::plugin_path::search_path;

/// A package that is built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Buildable {
    pub(super) package: String,
    /// Name of its library target.
    pub(super) library: String,
}

pub(super) struct Plan {
    /// What every command is told, with the configuration that belongs to the fixture.
    pub(super) global: Global,
    pub(super) contract: Option<Contract>,
    /// The workspace, and what of it is built.
    pub(super) build: Option<(PathBuf, Vec<Buildable>)>,
    /// Folders whose changes ask for a new build.
    pub(super) sources: BTreeSet<PathBuf>,
    pub(super) watched: Watched,
}

impl Plan {
    /// Nothing but the fixture is watched: what is left where all else cannot be found out.
    pub(super) fn of_the_fixture(fixture: &Fixture) -> Watched {
        let mut watched = Watched::default();
        if fixture.is_case() {
            watched.tree(&fixture.path)
        } else {
            watched.file(&fixture.path)
        }
        watched
    }

    pub(super) fn new(arguments: &Watch, global: &Global, fixture: &Fixture) -> Result<Self, Failure> {
        let mut global = global.clone();
        if global.config.is_none() && !Path::new(CONFIG_FILE).is_file() {
            let above = fixture.folder().ancestors().map(|folder| folder.join(CONFIG_FILE));
            global.config = above.into_iter().find(|file| file.is_file());
        }
        let mut plan = Self {
            contract: fixture.contract()?,
            build: None,
            sources: BTreeSet::new(),
            watched: Self::of_the_fixture(fixture),
            global,
        };
        plan.watch_configuration(arguments)?;
        if !arguments.no_build {
            plan.plan_build(arguments, fixture)?;
        }
        Ok(plan)
    }

    /// The configuration, gazetteers, and every place that plugins are looked for in and that did not come with the program:
    /// libraries and files of rules.
    fn watch_configuration(&mut self, arguments: &Watch) -> Result<(), Failure> {
        let configuration = Configuration::load(&self.global)?;
        let config = self.global.config.clone().unwrap_or_else(|| PathBuf::from(CONFIG_FILE));
        self.watched.file(&config);
        for gazetteer in configuration.gazetteers().iter().chain(&arguments.gazetteers) {
            self.watched.file(gazetteer);
        }
        let search = search_path(&self.global.plugins, &configuration.config.plugin_path, configuration.base());
        for path in search.levels.iter().filter(|level| !level.bundled).flat_map(|level| &level.paths) {
            if path.is_dir() { self.watched.tree(path) } else { self.watched.file(path) }
        }
        Ok(())
    }

    fn plan_build(&mut self, arguments: &Watch, fixture: &Fixture) -> Result<(), Failure> {
        let around = |folder: &Path| Packages::around(&cargo(), folder).map_err(Failure::work);
        // The workspace that the fixture lies in; for a page that lies elsewhere, the one that is worked in.
        let packages = match around(fixture.folder())? {
            Some(packages) => packages,
            None => match around(&env::current_dir().map_err(Failure::work)?)? {
                Some(packages) => packages,
                None if arguments.packages.is_empty() => return Ok(()),
                None => return Err(Failure::usage("--package names a package, and there is no cargo workspace here")),
            },
        };
        let mut chosen: Vec<&Package> = Vec::new();
        if arguments.packages.is_empty() {
            let mut names: Vec<String> = arguments.source.iter().chain(&arguments.annotators).cloned().collect();
            if let Some(contract) = &self.contract {
                names.extend(std::iter::once(&contract.source).chain(&contract.annotators).cloned());
            }
            names.retain(|name| !name.is_empty());
            if names.is_empty() {
                names.extend(self.taker(arguments, fixture));
            }
            chosen.extend(packages.packages.iter().filter(|package| holds_one_of(package, &names)));
        }
        for name in &arguments.packages {
            let package = packages.named(name).ok_or_else(|| {
                Failure::usage(format!("{}: there is no package {name:?}", packages.workspace_root.display()))
            })?;
            chosen.push(package);
        }
        let mut build = Vec::new();
        for package in chosen {
            let library = package.library().ok_or_else(|| {
                Failure::usage(format!("{}: the package builds no dynamic library", package.name))
                    .help("a plugin's Cargo.toml says crate-type = [\"cdylib\"] under [lib]")
            })?;
            build.push(Buildable { package: package.name.clone(), library: library.to_owned() });
            self.sources.extend(packages.folders(package));
        }
        if !build.is_empty() {
            let manifest = packages.workspace_root.join("Cargo.toml");
            self.watched.file(&manifest);
            self.watched.leave_out(&packages.target_directory);
            self.sources.iter().for_each(|folder| self.watched.tree(folder));
            self.sources.insert(manifest);
            self.build = Some((packages.workspace_root, build));
        }
        Ok(())
    }

    /// The source that takes a page of which nobody said who reads it, of those that are there already.
    fn taker(&self, arguments: &Watch, fixture: &Fixture) -> Option<String> {
        let configuration = Configuration::load(&self.global).ok()?;
        let engine = configuration.engine(&self.global, &input_arguments(arguments, None)).ok()?;
        let (path, uri) = fixture.input().ok()?;
        let bytes = engine.load(&Input::File { path, uri: uri.clone() }).ok()?;
        let choice = engine.assess(&uri, &bytes).map_err(|error| engine_failure(&error)).ok()?;
        choice.winner().map(|winner| winner.plugin.clone())
    }
}

/// The program that builds.
pub(super) fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// What the commands that read inputs are told.
pub(super) fn input_arguments(arguments: &Watch, contract: Option<&Contract>) -> InputArguments {
    let contract_annotates = contract.is_some_and(|contract| !contract.annotators.is_empty());
    InputArguments {
        inputs: Vec::new(),
        source: arguments.source.clone(),
        respect_ignore: false,
        max_bytes: None,
        gazetteers: arguments.gazetteers.clone(),
        annotators: if contract_annotates { Vec::new() } else { arguments.annotators.clone() },
        settings: arguments.settings.clone(),
    }
}

fn holds_one_of(package: &Package, names: &[String]) -> bool {
    let Some(manifest) = package.manifest() else { return false };
    manifest.plugins.iter().any(|plugin| {
        let last = plugin.id.rsplit('.').next();
        names.iter().any(|name| *name == plugin.id || *name == plugin.name || Some(name.as_str()) == last)
    })
}
