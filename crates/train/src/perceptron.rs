//! The averaged perceptron, in whole numbers.

use rapporteur_analysis::tagger::internals::{Class, ROW_WIDTH, Row, best};

/// Weights in training, with what is needed to average them over all steps.
#[derive(Debug, Clone)]
pub struct Perceptron {
    rows: Vec<[Cell; ROW_WIDTH]>,
    /// Words decided so far.
    step: i64,
}

#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    weight: i32,
    /// The step at which `weight` was last changed.
    since: i64,
    /// Sum of the weight over all steps before `since`.
    total: i64,
}

impl Perceptron {
    /// All zeros, 2^`bits` rows.
    pub fn new(bits: u8) -> Self {
        Perceptron { rows: vec![[Cell::default(); ROW_WIDTH]; 1 << bits], step: 0 }
    }

    /// The sum of the rows for every class, as the weights are now.
    pub fn scores(&self, rows: &[u32]) -> [i32; ROW_WIDTH] {
        let mut scores = [0; ROW_WIDTH];
        for row in rows {
            for (score, cell) in scores.iter_mut().zip(&self.rows[*row as usize]) {
                *score += cell.weight;
            }
        }
        scores
    }

    /// One more word has been decided.
    pub fn count_step(&mut self) {
        self.step += 1;
    }

    /// Moves the rows' weights towards `right` and away from `wrong`.
    pub fn update(&mut self, rows: &[u32], right: Class, wrong: Class) {
        for row in rows {
            self.add(*row, right, 1);
            self.add(*row, wrong, -1);
        }
    }

    fn add(&mut self, row: u32, class: Class, change: i32) {
        let cell = &mut self.rows[row as usize][class.index()];
        cell.total += i64::from(cell.weight) * (self.step - cell.since);
        cell.since = self.step;
        cell.weight += change;
    }

    fn average(&self, cell: &Cell) -> f64 {
        let total = cell.total + i64::from(cell.weight) * (self.step - cell.since);
        total as f64 / self.step.max(1) as f64
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
        for (sums, cells) in self.rows.iter_mut().zip(&perceptron.rows) {
            for (sum, cell) in sums.iter_mut().zip(cells) {
                *sum += perceptron.average(cell);
            }
        }
    }

    /// Scaled so that the largest weight just fits into eight bits, and rounded. Only multiplication, division and
    /// rounding happen here, so every machine comes to the same numbers.
    pub fn quantise(&self) -> Vec<Row> {
        let largest = self.rows.iter().flatten().fold(0.0_f64, |largest, sum| largest.max(sum.abs()));
        let scale = if largest > 0.0 { 127.0 / largest } else { 0.0 };
        self.rows.iter().map(|row| row.map(|sum| (sum * scale).round() as i8)).collect()
    }
}

/// The class with the highest score but for `right`; of equals the first.
pub fn rival(scores: &[i32; ROW_WIDTH], right: Class) -> Class {
    let mut masked = *scores;
    masked[right.index()] = i32::MIN;
    best(&masked)
}
