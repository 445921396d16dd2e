use serde::Serialize;

use crate::Problem;

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
    /// Written files, in the order they were begun; relative to the output folder.
    pub files: Vec<String>,
}
