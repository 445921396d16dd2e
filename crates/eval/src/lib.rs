//! How well the program reads: gold in several forms, scorers, agreement between coders.
//!
//! Positions are code points throughout. Figures of [`attribution`] and [`actors`] are those of the benchmark's own scorers,
//! measure by measure, so that they can be set beside published ones.

pub mod actors;
pub mod alpha;
pub mod attribution;
pub mod claim_table;
pub mod corpus;
mod evaluation;
mod figures;
pub mod mentions;
mod names;
mod pairing;
pub mod passages;
mod predict;
pub mod quotes;
mod rows;
pub mod tally;
pub mod words;
mod worlds;

pub use evaluation::{EvalError, Evaluation, articles, evaluate};
pub use figures::{Figure, Value};
pub use predict::Predictor;
pub use rows::RowError;
pub use worlds::Worlds;
