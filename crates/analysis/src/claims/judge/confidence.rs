//! How likely a claim is right: a logistic regression over its [`Evidence`].
//!
//! The weights are whole thousandths of log odds in a TOML file of the trainer's, so that anybody can read what speaks for a
//! claim and how much. Sums of whole numbers come out the same everywhere.

use std::collections::BTreeMap;

use serde::Deserialize;
use thiserror::Error;

use super::UNTAUGHT;
use super::evidence::{Aspect, Evidence};
use crate::quick::WordMap;

static EMBEDDED: &str = include_str!("../../../data/weights/confidence.toml");

/// The layout of the file this code reads.
pub const CONFIDENCE_FORMAT: u32 = 1;

/// Weights that cannot be used.
#[derive(Debug, Error)]
pub enum ConfidenceError {
    #[error("{0}")]
    Toml(#[from] toml::de::Error),
    #[error("the file has format {found}, expected {CONFIDENCE_FORMAT}; train the weights anew")]
    Format { found: u32 },
    #[error("{found:?} is no aspect of a claim; expected one of {expected}")]
    Aspect { found: String, expected: String },
}

/// Weights by aspect and value.
#[derive(Debug, Clone)]
pub struct ConfidenceModel {
    bias: i32,
    /// By [`Aspect`].
    weights: Vec<WordMap<i32>>,
    articles_sha256: String,
}

/// The file. What it says beyond this is for readers.
#[derive(Debug, Deserialize)]
struct File {
    format: u32,
    articles_sha256: String,
    bias: i32,
    weights: BTreeMap<String, BTreeMap<String, i32>>,
}

impl ConfidenceModel {
    /// The model that comes with this crate.
    ///
    /// # Errors
    /// [`ConfidenceError`] if its weights are not sound.
    pub fn embedded() -> Result<Self, ConfidenceError> {
        Self::from_toml(EMBEDDED)
    }

    /// A model with weights of one's own, as the trainer writes them.
    ///
    /// # Errors
    /// [`ConfidenceError`] says what was found and what was expected.
    pub fn from_toml(text: &str) -> Result<Self, ConfidenceError> {
        let file: File = toml::from_str(text)?;
        if file.format != CONFIDENCE_FORMAT {
            return Err(ConfidenceError::Format { found: file.format });
        }
        let mut weights = vec![WordMap::default(); Aspect::ALL.len()];
        for (name, values) in file.weights {
            let place = Aspect::ALL.iter().position(|aspect| aspect.as_str() == name);
            let Some(slot) = place.and_then(|place| weights.get_mut(place)) else {
                let expected = Aspect::ALL.map(Aspect::as_str).join(", ");
                return Err(ConfidenceError::Aspect { found: name, expected });
            };
            *slot = values.into_iter().collect();
        }
        Ok(Self { bias: file.bias, weights, articles_sha256: file.articles_sha256 })
    }

    /// SHA-256 of the articles the weights were trained on, in hexadecimal.
    pub fn articles_sha256(&self) -> &str {
        &self.articles_sha256
    }

    /// 0.01 to 0.99, in hundredths: how likely content and claimant are right. `None` for a claim of a rule in [`UNTAUGHT`].
    pub fn confidence(&self, evidence: &Evidence) -> Option<f64> {
        evidence.each().find(|(aspect, value)| *aspect == Aspect::Rule && !UNTAUGHT.contains(value))?;
        let sum =
            evidence.each().fold(self.bias, |sum, (aspect, value)| sum.saturating_add(self.weight(aspect, value)));
        Some(f64::from(hundredths(sum)) / 100.0)
    }

    /// What a value of an aspect adds, in thousandths of log odds; 0 for one that was too rare in training.
    pub fn weight(&self, aspect: Aspect, value: &str) -> i32 {
        self.weights.get(aspect as usize).and_then(|values| values.get(value)).copied().unwrap_or_default()
    }
}

/// Thousandths of log odds from which on the chance rounds to 51, 52 … 99 hundredths.
const STEPS: [i32; 49] = [
    20, 60, 100, 140, 180, 221, 261, 302, 343, 385, 426, 468, 511, 554, 597, 641, 686, 731, 777, 824, 871, 920, 969,
    1020, 1072, 1125, 1180, 1237, 1295, 1355, 1418, 1483, 1551, 1621, 1696, 1774, 1857, 1946, 2041, 2143, 2254, 2376,
    2512, 2666, 2844, 3055, 3317, 3664, 4185,
];

/// The chance, 1 to 99 hundredths, of log odds in thousandths.
fn hundredths(log_odds: i32) -> i32 {
    let steps = STEPS.partition_point(|&step| step <= log_odds.saturating_abs());
    let steps = i32::try_from(steps).unwrap_or(49);
    if log_odds < 0 { 50 - steps } else { 50 + steps }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn log_odds_become_chances() {
        for log_odds in -6000..6000_i32 {
            let exact = 100.0 / (1.0 + (-f64::from(log_odds) / 1000.0).exp());
            let given = f64::from(hundredths(log_odds));
            assert!((given - exact.clamp(1.0, 99.0)).abs() < 0.52, "{log_odds}: {given}, exactly {exact}");
        }
        assert_eq!((hundredths(i32::MIN), hundredths(0), hundredths(i32::MAX)), (1, 50, 99));
    }

    #[test]
    fn weights_add_up() {
        let text =
            "format = 1\narticles_sha256 = \"\"\nbias = 0\n[weights.rule]\ncue-that = 1100\n[weights.cue]\nsay = 290\n";
        let model = ConfidenceModel::from_toml(text).expect("sound");
        let chance = |rule, lemma: &str| {
            let mut evidence = Evidence::new(lemma);
            evidence.set(Aspect::Rule, rule);
            model.confidence(&evidence)
        };
        assert_eq!(
            [chance("cue-that", "say"), chance("cue-that", "moo"), chance("speaker-turn", "say")],
            [Some(0.8), Some(0.75), None]
        );
    }

    #[test]
    fn messages_say_what_is_wrong() {
        let message = |text: &str| ConfidenceModel::from_toml(text).expect_err("not sound").to_string();
        let head = "articles_sha256 = \"\"\nbias = 0\n";
        assert_eq!(
            message(&format!("format = 7\n{head}[weights]\n")),
            "the file has format 7, expected 1; train the weights anew"
        );
        assert!(
            message(&format!("format = 1\n{head}[weights.mood]\nglad = 1\n"))
                .starts_with("\"mood\" is no aspect of a claim; expected one of rule, cue, ")
        );
    }

    #[test]
    fn the_embedded_weights_are_sound() {
        let model = ConfidenceModel::embedded().expect("sound");
        assert_eq!(model.articles_sha256().len(), 64);
    }
}
