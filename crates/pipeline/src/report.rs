use serde::Serialize;

use crate::{PluginFailure, Problem, SwitchedOff};

/// An exporter that failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExporterFailure {
    /// Id of the plugin.
    pub plugin: String,
    /// What happened, as a clause.
    pub message: String,
}

/// What became of a run. The same inputs give the same report: it holds no times.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct RunReport {
    pub inputs: usize,
    pub documents: usize,
    pub claims: usize,
    pub actors: usize,
    /// In input order.
    pub problems: Vec<Problem>,
    /// Inputs left out because the same bytes were read before: the copy, and what it is a copy of.
    pub duplicates: Vec<(String, String)>,
    /// Plugins whose failure cost no document: sources while they looked at an input, annotators; in input order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub failures: Vec<PluginFailure>,
    /// Plugins that crashed so often that the run went on without them, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub switched_off: Vec<SwitchedOff>,
    /// Exporters that failed. What they wrote until then is there and incomplete; the others wrote everything.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub failed_exporters: Vec<ExporterFailure>,
    /// Written files, in the order they were begun; relative to the output folder.
    pub files: Vec<String>,
}
