use std::fs;
use std::path::{Path, PathBuf};

use rapporteur_core::Document;
use rapporteur_pipeline::{Config, Engine, Problem};

use crate::{Contract, check_contract, summary};

/// An input and what a reader demands of it.
#[derive(Debug, Clone)]
pub struct Case {
    /// Folder below the folder of all cases, with `/`: "orf/issue-brief".
    pub name: String,
    pub folder: PathBuf,
    /// The input file.
    pub input: PathBuf,
    pub contract: Contract,
}

/// What a case came to.
#[derive(Debug, Clone)]
pub struct CaseOutcome {
    pub documents: Vec<Document>,
    pub problems: Vec<Problem>,
    /// What of the contract does not hold.
    pub breaches: Vec<String>,
}

impl Case {
    /// Sets the annotators and options that the case asks for.
    ///
    /// # Errors
    /// Why they are none, with the case's file.
    pub fn ask_for(&self, config: &mut Config) -> Result<(), String> {
        let options = self.options()?;
        if !options.is_empty() {
            config.plugins.insert(self.contract.source.clone(), options);
        }
        config.plugins.extend(self.annotator_options()?);
        if !self.contract.annotators.is_empty() {
            config.annotators.clone_from(&self.contract.annotators);
        }
        Ok(())
    }

    /// Reads the case in `folder`, which lies below `root`.
    ///
    /// # Errors
    /// What is wrong with it, naming the file.
    pub fn read(folder: &Path, root: &Path) -> Result<Self, String> {
        let name = folder.strip_prefix(root).unwrap_or(folder).to_string_lossy().replace('\\', "/");
        let contract = read_contract(&folder.join("case.toml"))?;
        Ok(Self { name, folder: folder.to_owned(), input: input_of(folder)?, contract })
    }

    /// Reads its input with an engine and holds what comes of it against its contract. `uri` is what the documents call it.
    ///
    /// # Errors
    /// If the input cannot be read from disk.
    pub fn run(&self, engine: &Engine, uri: &str) -> Result<CaseOutcome, String> {
        let bytes = fs::read(&self.input).map_err(|error| format!("{}: {error}", self.input.display()))?;
        let (read, problems) = engine.read(uri, &bytes);
        let documents: Vec<Document> = read.into_iter().map(|read| read.document).collect();
        let refusals: Vec<String> = problems.iter().map(|problem| problem.code.clone()).collect();
        let breaches = check_contract(&self.contract, &documents, &refusals);
        Ok(CaseOutcome { documents, problems, breaches })
    }

    /// The options its contract asks for, as JSON.
    ///
    /// # Errors
    /// If they have no JSON form.
    pub fn options(&self) -> Result<Options, String> {
        self.as_json(&self.contract.options)
    }

    /// The options of each annotator that its contract asks for.
    ///
    /// # Errors
    /// If they have no JSON form.
    pub fn annotator_options(&self) -> Result<Vec<(String, Options)>, String> {
        let options = self.contract.annotator_options.iter();
        options.map(|(annotator, options)| Ok((annotator.clone(), self.as_json(options)?))).collect()
    }

    fn as_json(&self, options: &toml::Table) -> Result<Options, String> {
        let value = serde_json::to_value(options).map_err(|error| format!("{}: {error}", self.name))?;
        Ok(value.as_object().cloned().unwrap_or_default())
    }
}

/// Options of a plugin.
pub type Options = serde_json::Map<String, serde_json::Value>;

impl CaseOutcome {
    /// Documents and refusals as a person reads them; what the snapshots hold.
    pub fn readable(&self) -> String {
        let documents = self.documents.iter().map(summary);
        let problems = self.problems.iter().map(|problem| {
            let help = problem.help.as_ref().map_or_else(String::new, |help| format!("\n  help: {help}"));
            format!("{problem}{help}\n")
        });
        documents.chain(problems).collect::<Vec<_>>().join("\n")
    }
}

/// Reads a `case.toml`.
///
/// # Errors
/// What is wrong with it, naming the file.
pub fn read_contract(path: &Path) -> Result<Contract, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

/// The one file of a folder that is called `input.*`.
///
/// # Errors
/// That there is none, or several.
pub fn input_of(folder: &Path) -> Result<PathBuf, String> {
    let mut inputs: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.file_stem().is_some_and(|stem| stem == "input"))
        .collect();
    inputs.sort();
    match inputs.as_slice() {
        [input] => Ok(input.clone()),
        other => Err(format!("{}: {} files are called input.*, expected one", folder.display(), other.len())),
    }
}

/// The cases at or below `folder`, by name; names are taken from below `root`.
///
/// # Errors
/// What is wrong with the first case or folder that cannot be read.
pub fn cases_below(folder: &Path, root: &Path) -> Result<Vec<Case>, String> {
    let mut folders = vec![folder.to_owned()];
    let mut cases = Vec::new();
    while let Some(folder) = folders.pop() {
        if folder.join("case.toml").is_file() {
            cases.push(Case::read(&folder, root)?);
            continue;
        }
        let below = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        folders.extend(below.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()));
    }
    cases.sort_by(|left, right| left.name.cmp(&right.name));
    Ok(cases)
}
