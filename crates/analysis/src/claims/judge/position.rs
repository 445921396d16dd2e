//! On which side of its matter a claim stands: a logistic regression over its [`Sign`]s.
//!
//! Each sign adds to the log odds of "oppose" and of "support" over saying nothing, in whole thousandths from a TOML file
//! of the trainer's, so that anybody can read what speaks for a position and how much. Sums of whole numbers come out the same
//! everywhere; the largest wins.

use std::collections::BTreeMap;

use rapporteur_core::Position;
use serde::Deserialize;
use thiserror::Error;

use super::UNTAUGHT;
use super::signs::{Sign, SignKind};
use crate::claims::cues::rather::WOULD_RATHER;
use crate::quick::WordMap;

static EMBEDDED: &str = include_str!("../../../data/weights/position.toml");

/// The layout of the file this code reads.
pub const POSITION_FORMAT: u32 = 1;

/// The positions in the order of a sign's weights.
pub const POSITIONS: [Position; 2] = [Position::Oppose, Position::Support];

/// How much less than even the log odds of a side may be, in thousandths, for it to be told. Of the claims the model is taught by
/// half have a side, of those of real policy prose two thirds: what is as likely as not there is likelier than not here.
const SPOKEN: i32 = 200;

/// Thousandths of log odds from which on a sign is a reason.
const CLEAR: i32 = 300;

/// Weights that cannot be used.
#[derive(Debug, Error)]
pub enum PositionError {
    #[error("{0}")]
    Toml(#[from] toml::de::Error),
    #[error("the file has format {found}, expected {POSITION_FORMAT}; train the weights anew")]
    Format { found: u32 },
    #[error("{found:?} is no kind of sign; expected one of {expected}")]
    Kind { found: String, expected: String },
}

/// Weights by kind of sign and value.
#[derive(Debug, Clone)]
pub struct PositionModel {
    bias: [i32; POSITIONS.len()],
    /// By [`SignKind`].
    weights: Vec<WordMap<[i32; POSITIONS.len()]>>,
    articles_sha256: String,
}

/// The file. What it says beyond this is for readers.
#[derive(Debug, Deserialize)]
struct File {
    format: u32,
    articles_sha256: String,
    bias: [i32; POSITIONS.len()],
    weights: BTreeMap<String, BTreeMap<String, [i32; POSITIONS.len()]>>,
}

impl PositionModel {
    /// The model that comes with this crate.
    ///
    /// # Errors
    /// [`PositionError`] if its weights are not sound.
    pub fn embedded() -> Result<Self, PositionError> {
        Self::from_toml(EMBEDDED)
    }

    /// A model with weights of one's own, as the trainer writes them.
    ///
    /// # Errors
    /// [`PositionError`] says what was found and what was expected.
    pub fn from_toml(text: &str) -> Result<Self, PositionError> {
        let file: File = toml::from_str(text)?;
        if file.format != POSITION_FORMAT {
            return Err(PositionError::Format { found: file.format });
        }
        let mut weights = vec![WordMap::default(); SignKind::ALL.len()];
        for (name, values) in file.weights {
            let place = SignKind::ALL.iter().position(|kind| kind.as_str() == name);
            let Some(slot) = place.and_then(|place| weights.get_mut(place)) else {
                let expected = SignKind::ALL.map(SignKind::as_str).join(", ");
                return Err(PositionError::Kind { found: name, expected });
            };
            *slot = values.into_iter().collect();
        }
        Ok(Self { bias: file.bias, weights, articles_sha256: file.articles_sha256 })
    }

    /// SHA-256 of the articles the weights were trained on, in hexadecimal.
    pub fn articles_sha256(&self) -> &str {
        &self.articles_sha256
    }

    /// Whether claims of a rule whose cue's entry has a position are judged at all; others keep that of the entry. "Urged Y to
    /// do X" is neutral whatever X is, and "would rather" tells the side by itself.
    pub fn judges(rule: &str, entry: Option<Position>) -> bool {
        entry != Some(Position::Neutral) && !UNTAUGHT.contains(&rule) && rule != WOULD_RATHER
    }

    /// The position by the signs; `None` where the text does not say, that is, where no side comes within 200 thousandths of it.
    pub fn position(&self, signs: &[Sign]) -> Option<Position> {
        let mut sums = self.bias;
        for sign in signs {
            for (sum, weight) in sums.iter_mut().zip(self.weights(sign)) {
                *sum = sum.saturating_add(weight);
            }
        }
        // Of equals the first.
        let mut best = (-SPOKEN, None);
        for (sum, position) in sums.into_iter().zip(POSITIONS) {
            if sum > best.0 {
                best = (sum, Some(position));
            }
        }
        best.1
    }

    /// The signs that speak for a position clearly, strongest first.
    pub fn reasons<'s>(&self, signs: &'s [Sign], position: Position) -> Vec<&'s Sign> {
        let weight = |sign: &Sign| {
            let weights = POSITIONS.into_iter().zip(self.weights(sign));
            weights.filter(|(of, _)| *of == position).map(|(_, weight)| weight).sum::<i32>()
        };
        let mut reasons: Vec<(i32, &Sign)> = signs.iter().map(|sign| (weight(sign), sign)).collect();
        reasons.retain(|(weight, _)| *weight >= CLEAR);
        reasons.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        reasons.into_iter().map(|(_, sign)| sign).collect()
    }

    /// What a sign adds to each of [`POSITIONS`], in thousandths of log odds; 0 for one that was too rare in training.
    pub fn weights(&self, sign: &Sign) -> [i32; POSITIONS.len()] {
        self.weights
            .get(sign.kind as usize)
            .and_then(|values| values.get(sign.value.as_ref()))
            .copied()
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model(weights: &str) -> Result<PositionModel, PositionError> {
        PositionModel::from_toml(&format!("format = 1\narticles_sha256 = \"\"\nbias = [-550, -600]\n{weights}"))
    }

    #[test]
    fn weights_add_up_and_the_largest_wins() {
        let model = model("[weights.cue]\nwarn = [300, 0]\n[weights.holder]\nfor = [0, 700]\nagainst = [300, -100]\n");
        let model = model.expect("sound");
        let cue = |lemma: &'static str| Sign::new(SignKind::Cue, lemma);
        let holder = |side: &'static str| Sign::new(SignKind::Holder, side);
        let position = |signs: &[Sign]| model.position(signs);
        assert_eq!(position(&[]), None);
        assert_eq!(position(&[cue("warn")]), None, "nothing is said until something outweighs it");
        assert_eq!(position(&[cue("warn"), holder("against")]), Some(Position::Oppose));
        assert_eq!(position(&[cue("moo"), holder("for")]), Some(Position::Support));
        let signs = [cue("warn"), holder("against"), cue("moo")];
        let reasons: Vec<&str> =
            model.reasons(&signs, Position::Oppose).iter().map(|sign| sign.value.as_ref()).collect();
        assert_eq!(reasons, ["warn", "against"]);
    }

    #[test]
    fn messages_say_what_is_wrong() {
        let message = |text: &str| PositionModel::from_toml(text).expect_err("not sound").to_string();
        let head = "articles_sha256 = \"\"\nbias = [0, 0]\n";
        assert_eq!(
            message(&format!("format = 7\n{head}[weights]\n")),
            "the file has format 7, expected 1; train the weights anew"
        );
        assert!(
            message(&format!("format = 1\n{head}[weights.colour]\nred = [1, 1]\n"))
                .starts_with("\"colour\" is no kind of sign; expected one of cue, entry, ")
        );
    }

    #[test]
    fn the_embedded_weights_are_sound() {
        let model = PositionModel::embedded().expect("sound");
        assert_eq!(model.articles_sha256().len(), 64);
    }
}
