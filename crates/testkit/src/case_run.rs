//! Runs cases as a user's run would: through the dynamic libraries.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rapporteur_core::{BlockKind, Document};
use rapporteur_pipeline::host::{Registry, SearchPath};
use rapporteur_pipeline::{Config, Engine};

use crate::{Case, CaseOutcome, Contract, workspace};

/// Engines for the cases: one for each set of plugin options that a case asks for.
pub struct CaseRunner {
    engines: BTreeMap<String, Engine>,
}

impl CaseRunner {
    /// With the plugins below a folder and the gazetteer of the fixtures' world.
    ///
    /// # Errors
    /// What is wrong with plugins, gazetteer or a case's options.
    pub fn new(plugins: &Path, cases: &[Case]) -> Result<Self, String> {
        // The invented world the fixtures play in is this workspace's, whichever workspace is tested.
        let world = workspace().join("fixtures/world.toml");
        let text = fs::read_to_string(&world).map_err(|error| format!("{}: {error}", world.display()))?;
        let gazetteers = [("fixtures/world.toml".to_owned(), text)];
        let mut engines = BTreeMap::new();
        for case in cases {
            let key = options_key(case);
            if engines.contains_key(&key) {
                continue;
            }
            let mut config = Config::default();
            case.ask_for(&mut config)?;
            let mut search = SearchPath::default();
            search.push("the test's plugins", vec![plugins.to_owned()], true);
            let engine = Engine::new(Registry::discover(search, &[]), config, &gazetteers, None);
            engines.insert(key, engine.map_err(|error| format!("{}: {error}", case.name))?);
        }
        Ok(Self { engines })
    }

    /// Reads a case and holds it against its contract.
    ///
    /// # Errors
    /// What is wrong with the case itself.
    pub fn run(&self, case: &Case) -> Result<CaseOutcome, String> {
        let engine = self
            .engines
            .get(&options_key(case))
            .ok_or_else(|| format!("{}: not among the runner's cases", case.name))?;
        let file = case.input.file_name().unwrap_or_default().to_string_lossy();
        case.run(engine, &format!("fixtures/{}/{file}", case.name))
    }

    /// An engine that reads as most cases do.
    pub fn engine(&self) -> Option<&Engine> {
        self.engines.values().next()
    }
}

fn options_key(case: &Case) -> String {
    let Contract { source, options, annotators, annotator_options, .. } = &case.contract;
    if options.is_empty() && annotators.is_empty() {
        String::new()
    } else {
        format!("{source} {options:?} {annotators:?} {annotator_options:?}")
    }
}

/// What must be the same of one article in two forms: title, category, authors, origin, headings, words of the body.
pub fn core_of(document: &Document) -> String {
    let metadata = &document.metadata;
    let authors: Vec<String> = metadata
        .authors
        .iter()
        .map(|author| format!("{} | {} | {}", author.name, show(&author.role), show(&author.affiliation)))
        .collect();
    let mut lines = vec![
        format!("title {}", show(&metadata.title)),
        format!("category {}", show(&metadata.category)),
        format!("origin {}", show(&metadata.origin.as_ref().map(|origin| origin.name.clone()))),
        format!("authors {}", authors.join("; ")),
    ];
    for block in &document.blocks {
        let words: Vec<&str> = block.at.slice(&document.text).unwrap_or_default().split_whitespace().collect();
        let kind = if block.kind == BlockKind::Heading { "heading" } else { "block" };
        lines.push(format!("{kind} {}", words.join(" ")));
    }
    lines.join("\n")
}

fn show(value: &Option<String>) -> &str {
    value.as_deref().unwrap_or("-")
}
