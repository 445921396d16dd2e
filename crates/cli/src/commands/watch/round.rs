use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use rapporteur_cases::{Case, CaseOutcome, Contract, expected, same_reading, snapshot_text};
use rapporteur_pipeline::host::Isolation;
use rapporteur_workbench::{BuildError, PluginBuild};

use super::fixture::Fixture;
use super::plan::{Buildable, Plan, cargo, input_arguments};
use super::shown::{Against, Shown};
use crate::args::{Global, Watch};
use crate::configuration::Configuration;
use crate::console::{Console, colour_of_output};
use crate::failure::Failure;

/// What a snapshot says of who wrote it.
const WRITTEN_BY: &str = "rapporteur watch --accept";

/// What a reading came to.
pub(super) struct Round {
    pub(super) text: String,
    /// The contract holds, and the snapshot, where there is one, is the same.
    pub(super) good: bool,
}

/// A fixture and what was read of it last.
pub(super) struct Bench<'a> {
    pub(super) fixture: Fixture,
    arguments: &'a Watch,
    console: &'a Console,
    /// Whether what is shown may have colours.
    colour: bool,
    /// What was built and where it lies.
    built: Option<(Vec<Buildable>, Vec<PathBuf>)>,
    /// The last reading and its breaches.
    before: Option<(String, Vec<String>)>,
}

impl<'a> Bench<'a> {
    pub(super) fn new(arguments: &'a Watch, global: &Global, console: &'a Console, fixture: Fixture) -> Self {
        Self { fixture, arguments, console, colour: colour_of_output(global), built: None, before: None }
    }

    /// Builds what has to be built, reads the fixture, and tells what is different.
    pub(super) fn round(&mut self, plan: &Plan, changed: &BTreeSet<PathBuf>) -> Result<Round, Failure> {
        let libraries = self.build(plan, changed)?;
        let outcome = self.read(plan, libraries)?;
        let readable = outcome.readable();
        let snapshot = self.fixture.snapshot();
        let wanted = snapshot.as_ref().and_then(|path| expected(path));
        let as_wanted = wanted.as_ref().is_none_or(|wanted| same_reading(wanted, &readable).is_none());
        let against = match (&self.before, &wanted) {
            (Some((before, _)), _) => Against::Before(before),
            (None, Some(_)) if as_wanted => Against::SameSnapshot,
            (None, Some(wanted)) => Against::Snapshot(wanted),
            (None, None) => Against::Nothing,
        };
        let shown = Shown {
            name: &self.fixture.name,
            outcome: &outcome,
            has_contract: plan.contract.is_some(),
            breaches_before: self.before.as_ref().map(|(_, breaches)| breaches.as_slice()),
            against,
            colour: self.colour,
        };
        let mut text = shown.text();
        let mut accepted = false;
        if let Some(path) = snapshot.filter(|_| self.arguments.accept) {
            accepted = true;
            if wanted.is_none() || !as_wanted {
                fs::write(&path, snapshot_text(WRITTEN_BY, &readable))
                    .map_err(|error| Failure::work(format!("{}: {error}", path.display())))?;
                let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                text.push_str(&format!("written: {}/{file}\n", self.fixture.name));
            }
        }
        let good = outcome.breaches.is_empty() && (as_wanted || accepted);
        self.before = Some((readable, outcome.breaches));
        Ok(Round { text, good })
    }

    /// The libraries of the packages the plan names, built anew where their sources changed.
    fn build(&mut self, plan: &Plan, changed: &BTreeSet<PathBuf>) -> Result<Vec<PathBuf>, Failure> {
        let Some((workspace, packages)) = &plan.build else { return Ok(Vec::new()) };
        let touched = changed.iter().any(|path| plan.sources.iter().any(|source| path.starts_with(source)));
        if let Some((_, libraries)) = self.built.as_ref().filter(|(built, _)| built == packages && !touched) {
            return Ok(libraries.clone());
        }
        self.built = None;
        let names: Vec<String> = packages.iter().map(|buildable| buildable.package.clone()).collect();
        self.console.say(&format!("building {}", names.join(", ")));
        let build =
            PluginBuild { cargo: cargo(), workspace: workspace.clone(), release: false, colour: self.console.colour() };
        let found = build.libraries(&names).map_err(|error| match error {
            BuildError::Failed(said) => {
                self.console.say_always(said.trim_end());
                Failure::work(format!("{} cannot be built", names.join(", ")))
            }
            other => Failure::work(other),
        })?;
        let libraries = packages.iter().map(|Buildable { package, library }| {
            found.get(library).cloned().ok_or_else(|| Failure::work(BuildError::NoLibrary(package.clone())))
        });
        let libraries: Vec<PathBuf> = libraries.collect::<Result<_, _>>()?;
        self.built = Some((packages.clone(), libraries.clone()));
        Ok(libraries)
    }

    fn read(&self, plan: &Plan, libraries: Vec<PathBuf>) -> Result<CaseOutcome, Failure> {
        let mut global = plan.global.clone();
        global.plugins.splice(0..0, libraries);
        let mut configuration = Configuration::load(&global)?;
        if cfg!(unix) {
            configuration.config.isolation.mode.get_or_insert(Isolation::Process);
        }
        let contract = plan.contract.as_ref();
        let (input, uri) = self.fixture.input()?;
        let case = Case {
            name: self.fixture.name.clone(),
            folder: self.fixture.folder().to_owned(),
            input,
            contract: contract.cloned().unwrap_or_else(Contract::default),
        };
        case.ask_for(&mut configuration.config).map_err(Failure::work)?;
        let engine = configuration.engine(&global, &input_arguments(self.arguments, contract))?;
        let mut outcome = case.run(&engine, &uri).map_err(Failure::work)?;
        if contract.is_none() {
            // Nobody demands anything of it but that it is read.
            outcome.breaches = outcome.problems.iter().map(ToString::to_string).collect();
        }
        Ok(outcome)
    }
}
