//! The averaged perceptron, in whole numbers.

use rapporteur_analysis::tagger::internals::{ROW_WIDTH, Row, row_of};

/// Weights in training, with what is needed to average them over all steps.
#[derive(Debug, Clone)]
pub struct Perceptron {
    rows: Vec<[i32; ROW_WIDTH]>,
    /// For each weight the sum of its changes, each times the step at which it happened.
    late: Vec<[i64; ROW_WIDTH]>,
    /// Decisions made so far.
    step: i64,
}

impl Perceptron {
    /// All zeros, 2^`bits` rows.
    pub fn new(bits: u8) -> Self {
        Perceptron { rows: vec![[0; ROW_WIDTH]; 1 << bits], late: vec![[0; ROW_WIDTH]; 1 << bits], step: 0 }
    }

    /// The sum of the rows for every class, as the weights are now.
    pub fn scores(&self, rows: &[u32]) -> [i32; ROW_WIDTH] {
        let mut scores = [0; ROW_WIDTH];
        for row in rows {
            for (score, weight) in scores.iter_mut().zip(&self.rows[*row as usize]) {
                *score += weight;
            }
        }
        scores
    }

    /// One more decision has been made.
    pub fn count_step(&mut self) {
        self.step += 1;
    }

    /// Moves the rows' weights towards class `right` and away from class `wrong`.
    pub fn update(&mut self, rows: &[u32], right: usize, wrong: usize) {
        for row in rows {
            self.add(*row, right, 1);
            self.add(*row, wrong, -1);
        }
    }

    fn add(&mut self, row: u32, class: usize, change: i32) {
        self.rows[row as usize][class] += change;
        self.late[row as usize][class] += i64::from(change) * self.step;
    }

    /// The mean of a weight over all steps: each change counts for the steps that came after it.
    fn average(&self, weight: i32, late: i64) -> f64 {
        (i64::from(weight) * self.step - late) as f64 / self.step.max(1) as f64
    }
}

/// Sums of the averaged weights of some trainings.
#[derive(Debug, Clone)]
pub struct Averages {
    rows: Vec<[f64; ROW_WIDTH]>,
}

impl Averages {
    /// All zeros, 2^`bits` rows.
    pub fn new(bits: u8) -> Self {
        Averages { rows: vec![[0.0; ROW_WIDTH]; 1 << bits] }
    }

    /// Adds a training with as many rows.
    pub fn add(&mut self, perceptron: &Perceptron) {
        let trained = perceptron.rows.iter().zip(&perceptron.late);
        for (sums, (weights, late)) in self.rows.iter_mut().zip(trained) {
            for (sum, (weight, late)) in sums.iter_mut().zip(weights.iter().zip(late)) {
                *sum += perceptron.average(*weight, *late);
            }
        }
    }

    /// Scaled so that the largest weight just fits into eight bits, and rounded. Only multiplication, division and
    /// rounding happen here, so every machine comes to the same numbers.
    pub fn quantise(&self) -> Vec<Row> {
        let largest = self.rows.iter().flatten().fold(0.0_f64, |largest, sum| largest.max(sum.abs()));
        self.quantise_to(largest)
    }

    /// As [`Averages::quantise`], with weights beyond `largest` cut to it.
    pub fn quantise_to(&self, largest: f64) -> Vec<Row> {
        let scale = if largest > 0.0 { 127.0 / largest } else { 0.0 };
        let round = |sum: f64| (sum * scale).round().clamp(-127.0, 127.0) as i8;
        self.rows.iter().map(|row| row_of(row.map(round))).collect()
    }

    /// The size that `per_million` of all weights that are not zero exceed.
    pub fn size_exceeded_by(&self, per_million: usize) -> f64 {
        let mut sizes: Vec<f64> = self.rows.iter().flatten().map(|sum| sum.abs()).filter(|size| *size > 0.0).collect();
        sizes.sort_by(|left, right| right.total_cmp(left));
        sizes.get(sizes.len() * per_million / 1_000_000).copied().unwrap_or_default()
    }
}
