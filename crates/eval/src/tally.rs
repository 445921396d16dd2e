//! Counting of what was right, and precision and recall from it.

use serde::Serialize;

use crate::words::share;

/// What was right of what was predicted, and of what was to be found. Not always whole numbers: partial measures add shares.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Count {
    pub right_of_predicted: f64,
    pub predicted: usize,
    pub right_of_gold: f64,
    pub gold: usize,
}

impl Count {
    pub fn add(&mut self, other: Self) {
        self.right_of_predicted += other.right_of_predicted;
        self.predicted += other.predicted;
        self.right_of_gold += other.right_of_gold;
        self.gold += other.gold;
    }

    /// Of things that are right or wrong: as many were right of the predicted as of the gold ones.
    pub fn whole(right: usize, predicted: usize, gold: usize) -> Self {
        let right = number(right);
        Self { right_of_predicted: right, predicted, right_of_gold: right, gold }
    }

    pub fn figures(&self) -> Figures {
        let over = |right: f64, all: usize| if all == 0 { 0.0 } else { right / number(all) };
        let precision = over(self.right_of_predicted, self.predicted);
        let recall = over(self.right_of_gold, self.gold);
        Figures { precision, recall, f1: f1(precision, recall), predicted: self.predicted, gold: self.gold }
    }
}

/// A share of 0 to 1 each.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Figures {
    pub precision: f64,
    pub recall: f64,
    pub f1: f64,
    pub predicted: usize,
    pub gold: usize,
}

/// Harmonic mean.
pub(crate) fn f1(precision: f64, recall: f64) -> f64 {
    if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
pub(crate) fn number(count: usize) -> f64 {
    count as f64
}

/// Right of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Share {
    pub right: usize,
    pub of: usize,
}

impl Share {
    pub fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.of += 1;
    }

    pub fn add(&mut self, other: Self) {
        self.right += other.right;
        self.of += other.of;
    }

    pub fn value(self) -> f64 {
        share(self.right, self.of)
    }
}
