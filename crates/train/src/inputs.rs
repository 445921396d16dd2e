//! The files of a treebank folder, and which of them may be trained on.

use std::io::Read;
use std::path::{Path, PathBuf};

use rapporteur_analysis::tagger::internals::TrainingFile;
use sha2::{Digest, Sha256};

use crate::conllu::{self, ConlluError, Sentence};

/// Genres whose texts are under CC BY or in the public domain.
pub const CC_BY_TRAINING: &str = "gum-cc-by-train.conllu.gz";
/// Genres whose texts are under CC BY-SA: weights trained on them have to be offered under the same.
pub const CC_BY_SA_TRAINING: &str = "gum-cc-by-sa-train.conllu.gz";
/// For tuning and reporting; never trained on.
pub const DEVELOPMENT: &str = "gum-cc-by-dev.conllu.gz";
/// For checking only: neither trained on nor tuned on.
pub const CHECK: &str = "pud-check.conllu.gz";

/// Which licence the weights are to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeightsLicence {
    CcBy,
    CcBySa,
}

impl WeightsLicence {
    /// Names of the files that weights under this licence are trained on.
    pub fn training_files(self) -> &'static [&'static str] {
        match self {
            WeightsLicence::CcBy => &[CC_BY_TRAINING],
            WeightsLicence::CcBySa => &[CC_BY_TRAINING, CC_BY_SA_TRAINING],
        }
    }

    /// What the weights file says of itself.
    pub fn notice(self) -> String {
        let (name, genres) = match self {
            WeightsLicence::CcBy => ("CC BY 4.0", "academic, court, interview, news, speech, textbook, vlog"),
            WeightsLicence::CcBySa => {
                ("CC BY-SA 4.0", "academic, bio, court, interview, news, speech, textbook, vlog, voyage")
            }
        };
        format!(
            "{name}. Trained on the GUM corpus (Amir Zeldes and the GUM annotators; annotations CC BY 4.0), genres \
             {genres}, sentences of the project's own, and the word lists of WordNet 3.0 (Copyright 2006 by Princeton University). See LICENSE.md \
             beside the weights for the sources of the texts and WordNet's notice."
        )
    }
}

/// Why a file of a treebank could not be used.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    #[error("cannot read {path}")]
    Read { path: PathBuf, source: std::io::Error },
    #[error("{path}: {source}")]
    Conllu { path: PathBuf, source: ConlluError },
}

/// A file of a treebank.
#[derive(Debug, Clone)]
pub struct Input {
    pub file: TrainingFile,
    pub sentences: Vec<Sentence>,
}

/// Reads a gzipped CoNLL-U file of the folder.
pub fn read(folder: &Path, name: &str) -> Result<Input, InputError> {
    let path = folder.join(name);
    let failed = |source| InputError::Read { path: path.clone(), source };
    let packed = std::fs::read(&path).map_err(failed)?;
    let mut text = String::new();
    flate2::read::MultiGzDecoder::new(&packed[..]).read_to_string(&mut text).map_err(failed)?;
    let sentences = conllu::sentences(&text).map_err(|source| InputError::Conllu { path: path.clone(), source })?;
    let file = TrainingFile { name: name.to_owned(), sha256: Sha256::digest(&packed).into() };
    Ok(Input { file, sentences })
}
