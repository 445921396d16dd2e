//! The project's own corpus: articles with their attributions marked in the text. Its form is described in
//! `corpus/GUIDELINE.md`.

mod article;
mod differences;
mod marks;
mod score;

pub use article::{Article, ArticleError, Codes, CorpusClaim, Shape};
pub use differences::{Difference, DifferenceKind, differences};
pub use score::{Codings, CorpusTally, Judged, PredictedClaim, matched, score_article};
