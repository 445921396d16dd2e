//! Annotated articles as the trainers of claims read them: what the program finds in each, beside its annotation.

use std::path::PathBuf;

use rapporteur_analysis::Trace;
use rapporteur_core::{Document, hex};
use rapporteur_eval::corpus::Article;
use rapporteur_eval::{EvalError, Predictor, Worlds, articles};
use sha2::{Digest, Sha256};

/// The articles of the project that weights of confidence are made from.
pub const FOLDERS: [&str; 4] = ["corpus/train", "corpus/policy", "corpus/commentary", "corpus/analysis"];

/// Those that weights of positions are made from: whoever annotated the commentaries sees sides otherwise, and with them the weights do
/// worse on every other set.
pub const POSITION_FOLDERS: [&str; 2] = ["corpus/train", "corpus/policy"];

/// Parts of the articles, each of which is judged by weights of the others.
pub const FOLDS: usize = 5;

/// Of weights that follow from the corpus alone.
pub(crate) const LICENCE: &str = "MIT OR Apache-2.0, as the corpus of the project it was made from";

/// Why there are no examples.
#[derive(Debug, thiserror::Error)]
pub enum ExamplesError {
    #[error(transparent)]
    Eval(#[from] EvalError),
    #[error("cannot read {path}: {source}")]
    Read { path: String, source: std::io::Error },
}

/// Where an article stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// Among all articles.
    pub article: usize,
    /// Its folder among those given.
    pub folder: usize,
}

/// What was read.
pub(crate) struct Read {
    pub articles: usize,
    /// Of the names and bytes of the articles, in the order of the names; in hexadecimal.
    pub sha256: String,
}

/// Runs the program over the articles of some folders and gives each, with its place among all, to `visit`.
pub(crate) fn read_annotated(
    folders: &[PathBuf],
    mut visit: impl FnMut(Place, &Article, Document, Trace),
) -> Result<Read, ExamplesError> {
    let mut digest = Sha256::new();
    let mut count = 0;
    let (mut all, mut ends) = (Vec::new(), Vec::new());
    for folder in folders {
        all.extend(articles(folder)?);
        ends.push(all.len());
    }
    let articles = all;
    let predictor = Predictor::new().map_err(EvalError::from)?.with_unlikely();
    let worlds = Worlds::read(&predictor, &articles).map_err(EvalError::from)?;
    for (index, (file, article)) in articles.iter().enumerate() {
        let bytes =
            std::fs::read(file).map_err(|source| ExamplesError::Read { path: file.display().to_string(), source })?;
        digest.update(file.file_name().unwrap_or_default().as_encoded_bytes());
        digest.update([0]);
        digest.update(&bytes);
        let read = worlds.of(file, article).and_then(|world| world.article_with_trace(article));
        let Some((document, trace)) = read else { continue };
        let folder = ends.partition_point(|&end| end <= index);
        visit(Place { article: count, folder }, article, document, trace);
        count += 1;
    }
    Ok(Read { articles: count, sha256: hex(&digest.finalize()) })
}

/// A weight as the files have it.
#[expect(clippy::cast_possible_truncation, reason = "log odds are small")]
pub(crate) fn thousandths(weight: f64) -> i32 {
    (weight * 1000.0).round() as i32
}
