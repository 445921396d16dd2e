//! Trains and measures the weights that `rapporteur-analysis` embeds.
//!
//! Same inputs, same bytes: one thread, a fixed seed, integer arithmetic up to the averages, and no hash order. Features
//! and file format are those of the tagger itself, so the two cannot drift apart. Only text that may be trained on is
//! taken: see [`inputs`].

pub mod annotated;
pub mod calibration;
pub mod confidence;
pub mod conllu;
pub mod dictionary;
pub mod evaluate;
pub mod inputs;
pub mod jackknife;
pub mod manifest;
pub mod oracle;
pub mod parser;
pub mod parser_report;
pub mod perceptron;
pub mod person_nouns;
pub mod position;
pub mod prepare;
pub mod random;
pub mod tagger;
pub mod vouched;

pub use evaluate::{Report, evaluate};
pub use parser::{ParserConfig, train_parser};
pub use tagger::{TaggerConfig, train_tagger};
