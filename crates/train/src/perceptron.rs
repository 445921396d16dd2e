//! The averaged perceptron, in whole numbers.

use rapporteur_analysis::tagger::internals::{Class, ROW_WIDTH, ROWS, Row};

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

    /// The weights averaged over all steps and scaled to eight bits. `clip_per_mille` of the weights other than zero (the
    /// largest) may be cut off, so that the others keep more of their differences.
    pub fn quantise(&self, clip_per_mille: usize) -> Vec<Row> {
        let averages: Vec<[f64; ROW_WIDTH]> = self.rows.iter().map(|row| row.map(|cell| self.average(&cell))).collect();
        let mut sizes: Vec<f64> =
            averages.iter().flatten().map(|average| average.abs()).filter(|size| *size > 0.0).collect();
        sizes.sort_by(f64::total_cmp);
        let kept = sizes.len() - sizes.len() * clip_per_mille / 1000;
        let largest = kept.checked_sub(1).map_or(1.0, |last| sizes[last]);
        let scale = 127.0 / largest;
        averages.iter().map(|row| row.map(|average| (average * scale).round().clamp(-127.0, 127.0) as i8)).collect()
    }

    fn average(&self, cell: &Cell) -> f64 {
        let total = cell.total + i64::from(cell.weight) * (self.step - cell.since);
        total as f64 / self.step.max(1) as f64
    }
}

/// The class with the highest score but for `right`; of equals the first.
pub fn rival(scores: &[i32; ROW_WIDTH], right: Class) -> Class {
    let mut masked = *scores;
    masked[right.index()] = i32::MIN;
    rapporteur_analysis::tagger::internals::best(&masked)
}

/// The most rows any word has.
pub const MOST_ROWS: usize = ROWS;
