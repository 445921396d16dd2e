//! From a path to figures.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use rapporteur_analysis::AnalyserError;
use rayon::prelude::*;
use serde::Deserialize;
use thiserror::Error;

use crate::Predictor;
use crate::Worlds;
use crate::actors::{ActorRow, ActorTally};
use crate::attribution::{Attribution, AttributionRow, AttributionTally, score_attributions};
use crate::claim_table::{TableAgreement, TableError, compare_tables, read_claim_table};
use crate::corpus::{
    Article, ArticleError, CorpusTally, Difference, PredictedClaim, Shape, differences, score_article,
};
use crate::mentions::{MentionRow, MentionTally, score_mentions};
use crate::passages::{PassageRow, PassageTally, score_passage};
use crate::rows::{RowError, marked_rows, rows};

/// The figures of one gold set.
#[derive(Debug, Clone, PartialEq)]
pub enum Evaluation {
    Attributions {
        texts: usize,
        tally: Box<AttributionTally>,
    },
    /// By the name of the set.
    Actors(BTreeMap<String, ActorTally>),
    /// Of whole articles.
    Mentions(Box<MentionTally>),
    /// Of a few sentences each, with claimants.
    Passages(Box<PassageTally>),
    Corpus {
        all: Box<CorpusTally>,
        by_shape: BTreeMap<Shape, CorpusTally>,
        differences: Vec<Difference>,
    },
    Tables(TableAgreement),
}

impl Evaluation {
    /// One by one what gold and program see otherwise, where that is kept.
    pub fn differences(&self) -> Option<&[Difference]> {
        match self {
            Self::Mentions(tally) => Some(&tally.differences),
            Self::Passages(tally) => Some(&tally.differences),
            Self::Corpus { differences, .. } => Some(differences),
            Self::Attributions { .. } | Self::Actors(_) | Self::Tables(_) => None,
        }
    }
}

/// Gold, or what is compared with it, that cannot be used.
#[derive(Debug, Error)]
pub enum EvalError {
    #[error("{path}: {error}")]
    Io { path: String, error: std::io::Error },
    #[error(transparent)]
    Row(#[from] RowError),
    #[error(transparent)]
    Article(#[from] ArticleError),
    #[error(transparent)]
    Table(#[from] TableError),
    #[error(transparent)]
    Analyser(#[from] AnalyserError),
    #[error(
        "{path}: no gold: expected JSON lines with \"attributions\", \"mentions\" or \"passage\", a folder of corpus articles, or a claims table (.csv)"
    )]
    NoGold { path: String },
    #[error("{path}: a claims table is compared with another: say which with --against TABLE.csv")]
    NothingToCompare { path: String },
    #[error("{gold} and {other} have no article in common")]
    NothingInCommon { gold: String, other: String },
    #[error("{path}: actor mentions are compared with what the program finds, not with a file")]
    ActorsAgainst { path: String },
    #[error("{path}: passages are compared with what the program finds, not with a file")]
    PassagesAgainst { path: String },
}

/// Scores the program against the gold at a path; with `against`, what is there instead of the program.
///
/// # Errors
/// [`EvalError`] with the file and place, and what was expected.
pub fn evaluate(gold: &Path, against: Option<&Path>, predictor: &Predictor) -> Result<Evaluation, EvalError> {
    let ending = gold.extension().and_then(OsStr::to_str).unwrap_or_default();
    if gold.is_dir() || ending == "txt" {
        return corpus(gold, against, predictor);
    }
    if ending == "csv" {
        let Some(other) = against else {
            return Err(EvalError::NothingToCompare { path: gold.display().to_string() });
        };
        return Ok(Evaluation::Tables(compare_tables(&read_claim_table(gold)?, &read_claim_table(other)?)));
    }
    let text = read(gold)?;
    match kind_of_rows(&text) {
        Some(Kind::Attributions) => attributions(gold, &text, against, predictor),
        Some(Kind::Actors | Kind::Mentions) if against.is_some() => {
            Err(EvalError::ActorsAgainst { path: gold.display().to_string() })
        }
        Some(Kind::Passages) if against.is_some() => {
            Err(EvalError::PassagesAgainst { path: gold.display().to_string() })
        }
        Some(Kind::Actors) => actors(gold, &text, predictor),
        Some(Kind::Mentions) => mentions(gold, &text, predictor),
        Some(Kind::Passages) => passages(gold, &text, predictor),
        None => Err(EvalError::NoGold { path: gold.display().to_string() }),
    }
}

enum Kind {
    Attributions,
    Actors,
    /// Actor mentions of whole articles.
    Mentions,
    Passages,
}

/// What the first line says the rows are.
fn kind_of_rows(text: &str) -> Option<Kind> {
    #[derive(Deserialize)]
    struct Probe {
        #[serde(default)]
        attributions: Option<serde::de::IgnoredAny>,
        #[serde(default)]
        mentions: Option<serde::de::IgnoredAny>,
        #[serde(default)]
        article: Option<serde::de::IgnoredAny>,
        #[serde(default)]
        passage: Option<serde::de::IgnoredAny>,
    }
    let line = text.lines().find(|line| !line.trim().is_empty())?;
    match serde_json::from_str::<Probe>(line).ok()? {
        Probe { passage: Some(_), .. } => Some(Kind::Passages),
        Probe { attributions: Some(_), .. } => Some(Kind::Attributions),
        Probe { mentions: Some(_), article: Some(_), .. } => Some(Kind::Mentions),
        Probe { mentions: Some(_), .. } => Some(Kind::Actors),
        Probe { .. } => None,
    }
}

fn attributions(
    path: &Path,
    text: &str,
    against: Option<&Path>,
    predictor: &Predictor,
) -> Result<Evaluation, EvalError> {
    #[derive(Deserialize)]
    struct Prediction {
        id: String,
        attributions: Vec<Attribution>,
    }
    let gold: Vec<AttributionRow> = marked_rows(path, text)?;
    let given: Option<BTreeMap<String, Vec<Attribution>>> = match against {
        None => None,
        Some(other) => {
            let predictions: Vec<(usize, Prediction)> = rows(other, &read(other)?)?;
            Some(predictions.into_iter().map(|(_, row)| (row.id, row.attributions)).collect())
        }
    };
    let tallies: Vec<AttributionTally> = gold
        .par_iter()
        .map(|row| {
            let predicted = match &given {
                Some(given) => given.get(&row.id).cloned().unwrap_or_default(),
                None => predictor.attributions(&row.text),
            };
            score_attributions(&row.text, &row.attributions, &predicted)
        })
        .collect();
    let mut all = AttributionTally::default();
    tallies.iter().for_each(|tally| all.add(tally));
    Ok(Evaluation::Attributions { texts: gold.len(), tally: Box::new(all) })
}

fn mentions(path: &Path, text: &str, predictor: &Predictor) -> Result<Evaluation, EvalError> {
    let rows: Vec<MentionRow> = marked_rows(path, text)?;
    let tallies: Vec<Option<MentionTally>> =
        rows.par_iter().map(|row| Some(score_mentions(row, &predictor.read(&row.article, None)?))).collect();
    let mut all = MentionTally::default();
    tallies.into_iter().flatten().for_each(|tally| all.add(tally));
    Ok(Evaluation::Mentions(Box::new(all)))
}

fn passages(path: &Path, text: &str, predictor: &Predictor) -> Result<Evaluation, EvalError> {
    let rows: Vec<PassageRow> = marked_rows(path, text)?;
    let score = |row: &PassageRow| Some(score_passage(row, &predictor.read(&row.passage, None)?));
    let tallies: Vec<Option<PassageTally>> = rows.par_iter().map(score).collect();
    let mut all = PassageTally::default();
    tallies.into_iter().flatten().for_each(|tally| all.add(tally));
    Ok(Evaluation::Passages(Box::new(all)))
}

fn actors(path: &Path, text: &str, predictor: &Predictor) -> Result<Evaluation, EvalError> {
    let gold: Vec<ActorRow> = marked_rows(path, text)?;
    let found: Vec<_> = gold.par_iter().map(|row| predictor.mentions(&row.text)).collect();
    let mut sets: BTreeMap<String, ActorTally> = BTreeMap::new();
    for (row, found) in gold.iter().zip(&found) {
        sets.entry(row.set.clone()).or_default().add(row, found);
    }
    Ok(Evaluation::Actors(sets))
}

/// Of one article.
type Scored = (Shape, CorpusTally, Vec<Difference>);

fn corpus(path: &Path, against: Option<&Path>, predictor: &Predictor) -> Result<Evaluation, EvalError> {
    let articles = articles(path)?;
    let second: Option<BTreeMap<String, Article>> = match against {
        None => None,
        Some(other) => Some(self::articles(other)?.into_iter().map(|(_, other)| (other.id.clone(), other)).collect()),
    };
    let worlds = Worlds::read(predictor, if second.is_none() { &articles } else { &[] })?;
    let score = |(file, article): &(PathBuf, Article)| -> Option<Scored> {
        let predicted = match &second {
            Some(second) => PredictedClaim::of_annotation(second.get(&article.id)?),
            None => worlds
                .of(file, article)?
                .article(article)
                .map(|document| PredictedClaim::of(&document))
                .unwrap_or_default(),
        };
        Some((article.shape, score_article(article, &predicted), differences(article, &predicted)))
    };
    let scored: Vec<Option<Scored>> = articles.par_iter().map(score).collect();
    let mut all = CorpusTally::default();
    let mut by_shape: BTreeMap<Shape, CorpusTally> = BTreeMap::new();
    let mut parted = Vec::new();
    for (shape, tally, differences) in scored.into_iter().flatten() {
        all.add(&tally);
        by_shape.entry(shape).or_default().add(&tally);
        parted.extend(differences);
    }
    match against {
        Some(other) if all.articles == 0 => {
            let name = |path: &Path| path.display().to_string();
            Err(EvalError::NothingInCommon { gold: name(path), other: name(other) })
        }
        _ => Ok(Evaluation::Corpus { all: Box::new(all), by_shape, differences: parted }),
    }
}

/// The articles of a folder, in the order of their names, or the one at a path.
pub fn articles(path: &Path) -> Result<Vec<(PathBuf, Article)>, EvalError> {
    let io = |error| EvalError::Io { path: path.display().to_string(), error };
    let mut files = Vec::new();
    if path.is_dir() {
        for entry in fs::read_dir(path).map_err(io)? {
            let file = entry.map_err(io)?.path();
            if file.extension() == Some(OsStr::new("txt")) {
                files.push(file);
            }
        }
        files.sort();
    } else {
        files.push(path.to_owned());
    }
    if files.is_empty() {
        return Err(EvalError::NoGold { path: path.display().to_string() });
    }
    files.into_iter().map(|file| Article::read(&file).map(|article| (file, article)).map_err(EvalError::from)).collect()
}

fn read(path: &Path) -> Result<String, EvalError> {
    fs::read_to_string(path).map_err(|error| EvalError::Io { path: path.display().to_string(), error })
}
