//! The weights of a claim's confidence: a logistic regression over the evidence the claim stage gathers, taught by the
//! project's own corpus, where it is known which claims are right.

use std::collections::BTreeMap;
use std::path::PathBuf;

use rapporteur_analysis::claims::{Aspect, CONFIDENCE_FORMAT, ConfidenceError, ConfidenceModel, Evidence};
use rapporteur_eval::corpus::{PredictedClaim, score_article};
use serde::Serialize;

use crate::annotated::{ExamplesError, FOLDS, LICENCE, read_annotated, thousandths};

/// A claim the program finds in an article, and whether it should have.
#[derive(Debug, Clone)]
pub struct Example {
    /// Place of the article in the folder.
    pub article: usize,
    pub evidence: Evidence,
    /// What the rules alone give, 0 to 1.
    pub score: f64,
    /// What the embedded model gives, 0 to 1.
    pub confidence: f64,
    /// Content and claimant.
    pub right: bool,
}

/// What the program finds in a folder of annotated articles.
#[derive(Debug, Clone)]
pub struct Examples {
    pub claims: Vec<Example>,
    pub articles: usize,
    /// Claims the annotation has.
    pub gold: usize,
    /// Of the names and bytes of the articles, in the order of the names; in hexadecimal.
    pub sha256: String,
}

/// Runs the program over the articles of a folder and judges what it finds.
///
/// # Errors
/// [`ExamplesError`] with the file that cannot be read.
pub fn examples(folders: &[PathBuf]) -> Result<Examples, ExamplesError> {
    let (mut claims, mut gold) = (Vec::new(), 0);
    let read = read_annotated(folders, |place, article, document, trace| {
        let judged = score_article(article, &PredictedClaim::of(&document)).judged;
        // The same claims in the same order as those that are judged.
        let traced = trace.claims.into_iter().filter(|claim| claim.rule != "speaker-turn");
        claims.extend(traced.zip(judged).filter_map(|(claim, judged)| {
            Some(Example {
                article: place.article,
                evidence: claim.evidence?,
                score: claim.score?,
                confidence: claim.confidence,
                right: judged.right,
            })
        }));
        gold += article.claims.len();
    })?;
    Ok(Examples { claims, articles: read.articles, gold, sha256: read.sha256 })
}

/// How the regression is fitted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ConfidenceConfig {
    /// How strongly weights are drawn to zero.
    pub ridge: f64,
    /// A value seen less often has no weight.
    pub rare: usize,
    /// Rounds over all weights.
    pub rounds: usize,
}

impl Default for ConfidenceConfig {
    fn default() -> Self {
        Self { ridge: 4.0, rare: 5, rounds: 30 }
    }
}

/// The file of weights; what the program does not read of it is for people.
#[derive(Debug, Serialize)]
struct File<'f> {
    format: u32,
    licence: &'static str,
    articles: usize,
    claims: usize,
    articles_sha256: &'f str,
    bias: i32,
    /// Thousandths of log odds by aspect and value.
    weights: BTreeMap<&'static str, BTreeMap<String, i32>>,
}

/// Fits the weights to the claims of the articles `wanted` holds true for; the file's text.
///
/// # Errors
/// If the file cannot be written as TOML.
pub fn train_confidence(
    examples: &Examples,
    config: &ConfidenceConfig,
    wanted: impl Fn(usize) -> bool,
) -> Result<String, toml::ser::Error> {
    let taught: Vec<&Example> = examples.claims.iter().filter(|example| wanted(example.article)).collect();
    let mut places: BTreeMap<(Aspect, &str), Vec<usize>> = BTreeMap::new();
    for (index, example) in taught.iter().enumerate() {
        for value in example.evidence.each() {
            places.entry(value).or_default().push(index);
        }
    }
    places.retain(|_, places| places.len() >= config.rare);
    let right: Vec<bool> = taught.iter().map(|example| example.right).collect();
    let (bias, fitted) = fit(&right, &places.values().map(Vec::as_slice).collect::<Vec<_>>(), config);
    let mut weights: BTreeMap<&'static str, BTreeMap<String, i32>> = BTreeMap::new();
    for (&(aspect, value), &weight) in places.keys().zip(&fitted) {
        if thousandths(weight) != 0 {
            weights.entry(aspect.as_str()).or_default().insert(value.to_owned(), thousandths(weight));
        }
    }
    let mut kept: Vec<usize> = taught.iter().map(|example| example.article).collect();
    kept.dedup();
    let file = File {
        format: CONFIDENCE_FORMAT,
        licence: LICENCE,
        articles: kept.len(),
        claims: taught.len(),
        articles_sha256: &examples.sha256,
        bias: thousandths(bias),
        weights,
    };
    let head = "# Written by `cargo xtask train`. Do not edit. What each value of an aspect adds to a claim's log odds of being\n\
                # right, in thousandths; docs/model-card.md says more.\n\n";
    Ok(format!("{head}{}", toml::to_string(&file)?))
}

/// Ridge regression by Newton steps along one weight after the other; `places` has for each weight the examples it bears on.
fn fit(right: &[bool], places: &[&[usize]], config: &ConfidenceConfig) -> (f64, Vec<f64>) {
    let everywhere: Vec<usize> = (0..right.len()).collect();
    let mut sums = vec![0.0; right.len()];
    let (mut bias, mut weights) = (0.0, vec![0.0; places.len()]);
    for _ in 0..config.rounds {
        bias += newton(right, &everywhere, &mut sums, bias, 0.01);
        for (weight, places) in weights.iter_mut().zip(places) {
            *weight += newton(right, places, &mut sums, *weight, config.ridge);
        }
    }
    (bias, weights)
}

/// One step of a weight; the sums of its examples follow.
fn newton(right: &[bool], places: &[usize], sums: &mut [f64], weight: f64, ridge: f64) -> f64 {
    let (mut slope, mut bend) = (-ridge * weight, ridge);
    for &place in places {
        let (Some(&sum), Some(&right)) = (sums.get(place), right.get(place)) else { continue };
        let chance = 1.0 / (1.0 + f64::exp(-sum));
        slope += f64::from(u8::from(right)) - chance;
        bend += chance * (1.0 - chance);
    }
    let step = (slope / bend).clamp(-1.0, 1.0);
    for &place in places {
        if let Some(sum) = sums.get_mut(place) {
            *sum += step;
        }
    }
    step
}

/// Why cross-validation failed.
#[derive(Debug, thiserror::Error)]
pub enum FoldError {
    #[error(transparent)]
    Write(#[from] toml::ser::Error),
    #[error(transparent)]
    Model(#[from] ConfidenceError),
}

/// For each example the confidence of a model that has not seen its article, and which saw the other four fifths.
///
/// # Errors
/// If a model cannot be written or read back.
pub fn cross_validated(examples: &Examples, config: &ConfidenceConfig) -> Result<Vec<f64>, FoldError> {
    let models = (0..FOLDS)
        .map(|fold| {
            let text = train_confidence(examples, config, |article| article % FOLDS != fold)?;
            Ok(ConfidenceModel::from_toml(&text)?)
        })
        .collect::<Result<Vec<_>, FoldError>>()?;
    let of = |example: &Example| {
        models
            .get(example.article % FOLDS)
            .and_then(|model| model.confidence(&example.evidence))
            .unwrap_or(example.score)
    };
    Ok(examples.claims.iter().map(of).collect())
}
