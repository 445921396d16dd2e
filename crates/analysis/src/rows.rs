//! Tables of weights, and what is done with them for every word: rows are found and added up.

/// Weights a row has in memory: the classes, filled up so that rows start on cache-line halves.
pub const ROW_WIDTH: usize = 32;

/// A row of a table; places at and past the model's number of classes are 0.
///
/// Two classes in a little-endian number, the first in the lower byte; each weight raised by 128, so that it is no less than 0.
/// Bytes and not numbers, so that a table can be borrowed from a file that lies in the program. Such a table begins on a cache
/// line, and as a row is as wide as half a line, none lies across two: a sum waits for the memory of as many lines as it has rows.
pub type Row = [[u8; 2]; PAIRS];

const PAIRS: usize = ROW_WIDTH / 2;

/// A row that says nothing.
pub const ZERO_ROW: Row = [[0x80; 2]; PAIRS];

/// A row from one weight a class.
pub fn row_of(weights: [i8; ROW_WIDTH]) -> Row {
    let mut row = ZERO_ROW;
    for (raised, weight) in row.as_flattened_mut().iter_mut().zip(weights) {
        *raised = weight as u8 ^ 0x80;
    }
    row
}

/// The weights of a row, one a class.
pub fn weights_of(row: &Row) -> [i8; ROW_WIDTH] {
    let mut weights = [0; ROW_WIDTH];
    for (weight, raised) in weights.iter_mut().zip(row.as_flattened()) {
        *weight = (raised ^ 0x80) as i8;
    }
    weights
}

/// The sum of the rows of `table` with these numbers, class by class; of less than 256 rows.
pub fn sum(table: &[Row], rows: &[u32]) -> [i16; ROW_WIDTH] {
    Sums::default().with(table, rows).scores()
}

/// Sums of rows, to which more can be added.
///
/// A pair of raised weights is added as one number, its second weight 256-fold: what runs over is lost, and the sum of the
/// first ones is what is left of it without 256 times that of the second. That takes two thirds of the steps of taking each
/// pair apart.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sums {
    pairs: [u16; PAIRS],
    /// Of the second ones of each pair alone.
    seconds: [u16; PAIRS],
    /// Of how many rows; less than 256.
    rows: u16,
}

impl Sums {
    /// With the rows of `table` with these numbers as well.
    pub fn with(&self, table: &[Row], rows: &[u32]) -> Sums {
        // Asks for the memory of all rows before the first is added up: with nothing to compute in between, the processor
        // waits for many of them at a time.
        let (fours, rest) = rows.as_chunks::<4>();
        let first = |row: u32| u16::from_le_bytes(table[row as usize][0]);
        let seen = fours.iter().fold(0, |seen, four| four.iter().fold(seen, |seen, &row| seen | first(row)));
        std::hint::black_box(rest.iter().fold(seen, |seen, &row| seen | first(row)));
        self.with_unasked(table, rows)
    }

    /// As [`Sums::with`], without asking for the memory first: for sums that none of those before decides, which the processor
    /// begins before it is done with these.
    ///
    /// A function of its own because the compiler uses the wide registers for this loop only as long as it does not see that
    /// the sums are taken apart afterwards.
    #[inline(never)]
    pub fn with_unasked(&self, table: &[Row], rows: &[u32]) -> Sums {
        let Sums { mut pairs, mut seconds, rows: before } = *self;
        for &row in rows {
            let row = &table[row as usize];
            for place in 0..PAIRS {
                let pair = u16::from_le_bytes(row[place]);
                pairs[place] = pairs[place].wrapping_add(pair);
                // No more than 255 each, of less than 256 rows.
                seconds[place] += pair >> 8;
            }
        }
        Sums { pairs, seconds, rows: before + rows.len() as u16 }
    }

    /// Both sums in one; of less than 256 rows together.
    pub fn and(&self, other: &Sums) -> Sums {
        let mut both = *self;
        for place in 0..PAIRS {
            both.pairs[place] = both.pairs[place].wrapping_add(other.pairs[place]);
            both.seconds[place] += other.seconds[place];
        }
        both.rows += other.rows;
        both
    }

    /// The sum of each class.
    pub fn scores(&self) -> [i16; ROW_WIDTH] {
        let raised = 128 * self.rows;
        let mut scores = [0; ROW_WIDTH];
        let sums = self.pairs.iter().zip(&self.seconds);
        for (scores, (pair, second)) in scores.as_chunks_mut::<2>().0.iter_mut().zip(sums) {
            let first = pair.wrapping_sub(second << 8);
            *scores = [first, *second].map(|sum| sum.wrapping_sub(raised) as i16);
        }
        scores
    }
}

/// Mixes the values of each template, one after the other, into a row number below 2^`bits`.
#[derive(Debug)]
pub struct RowNumbers {
    next: u64,
    shift: u32,
}

impl RowNumbers {
    pub fn new(bits: u8) -> Self {
        Self { next: 0, shift: 64 - u32::from(bits) }
    }

    /// The row of the next template for its two values.
    // Always inlined: what tells the templates apart is then a constant, and so is most of what is mixed.
    #[inline(always)]
    pub fn of(&mut self, first: u32, second: u32) -> u32 {
        self.next += 1;
        self.nth(self.next - 1, first, second)
    }

    /// The row of template number `template`, counted from 0, for its two values.
    #[inline(always)]
    pub fn nth(&self, template: u64, first: u32, second: u32) -> u32 {
        const TEMPLATE: u64 = 0x9e37_79b9_7f4a_7c15;
        const MIX: u64 = 0xd6e8_feb8_6659_fd93;
        let apart = TEMPLATE.wrapping_mul(template + 1);
        let mixed = ((u64::from(first) << 32 | u64::from(second)) ^ apart).wrapping_mul(MIX);
        ((mixed ^ mixed >> 32).wrapping_mul(MIX) >> self.shift) as u32
    }
}
