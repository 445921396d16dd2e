//! Inputs to documents to analysis to annotators to exporters.
//!
//! [`Engine`] holds what a run needs and reads one input at a time; [`run`] reads many in parallel and hands them to the
//! exporters in input order, so that the output does not depend on how many threads read. [`verify`] proves afterwards that
//! an output still fits its sources.
//!
//! *Invariant:* one bad input never costs another: it becomes a [`Problem`] in the [`RunReport`] and the run goes on.

mod annotators;
mod choose;
mod config;
mod coverage;
mod coverage_falls;
mod crashes;
mod engine;
mod inputs;
mod isolation_config;
mod outputs;
mod problem;
mod reader;
mod report;
mod run;
mod verify;

pub use choose::{Assessment, Choice};
pub use config::{AnalysisConfig, Config, ConfigError};
pub use coverage::{Coverage, Field, FieldCoverage, Precision, SourceCoverage};
pub use coverage_falls::{Fall, falls, percent, tenths};
pub use crashes::{PluginFailure, SwitchedOff};
pub use engine::{Engine, EngineError, ReadDocument};
pub use inputs::{Input, InputError, Inputs, PassedOver, expand};
pub use isolation_config::{IsolationConfig, parse_seconds, parse_size};
pub use outputs::{Destination, OutputError};
pub use problem::{Problem, ProblemKind};
pub use rapporteur_analysis::{ClaimTrace, Reading, Sign, Trace};
pub use rapporteur_host as host;
pub use report::{ExporterFailure, RunReport};
pub use run::{Event, ExporterRequest, RunError, run};
pub use verify::{VerifyError, VerifyReport, verify};
