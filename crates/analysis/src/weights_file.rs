//! The files in which trained weights lie: what the trainer writes and the stages read.
//!
//! All numbers little-endian, texts as a `u16` length in bytes and UTF-8:
//!
//! | field | shape |
//! | --- | --- |
//! | magic | 8 bytes, of the model |
//! | format, template version | `u16` each |
//! | table bits, number of classes | `u8` each |
//! | licence of the weights | text |
//! | training files | `u8` count, then for each a name (text) and the SHA-256 of the file as it lies on disk (32 bytes) |
//! | checksum of all that follows | `u64`, FNV-1a |
//! | what the model has beside rows | as its own module says |
//! | rows | a bit for each row, lowest first: set if the row has a weight; then for each such row a `u32` with a bit for each class that has one, then these weights, `i8` each |

use std::ops::RangeInclusive;

/// Weights a row has in memory: the classes, filled up so that rows start on cache-line halves.
pub const ROW_WIDTH: usize = 32;

/// A row of a table; places at and past the model's number of classes are 0.
///
/// As wide as half a cache line and never across two: a sum waits for the memory of as many lines as it has rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(align(32))]
pub struct Row {
    /// Two classes in a number, the first in the lower byte; each weight raised by 128, so that it is no less than 0.
    pairs: [u16; PAIRS],
}

const PAIRS: usize = ROW_WIDTH / 2;

/// By how much weights in a [`Row`] are raised, as two bytes.
const RAISED: u16 = 0x8080;

impl Row {
    /// A row that says nothing.
    pub const ZERO: Row = Row { pairs: [RAISED; PAIRS] };

    /// From one weight a class.
    pub fn new(weights: [i8; ROW_WIDTH]) -> Row {
        let mut row = Row::ZERO;
        for (pair, weights) in row.pairs.iter_mut().zip(weights.as_chunks().0) {
            *pair = u16::from_le_bytes(weights.map(|weight: i8| weight as u8)) ^ RAISED;
        }
        row
    }

    /// The weights, one a class.
    pub fn weights(&self) -> [i8; ROW_WIDTH] {
        let mut weights = [0; ROW_WIDTH];
        for (weights, pair) in weights.as_chunks_mut().0.iter_mut().zip(self.pairs) {
            *weights = (pair ^ RAISED).to_le_bytes().map(|weight| weight as i8);
        }
        weights
    }
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
        let first = |row: u32| table[row as usize].pairs[0];
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
            let row = &table[row as usize].pairs;
            for place in 0..PAIRS {
                pairs[place] = pairs[place].wrapping_add(row[place]);
                // No more than 255 each, of less than 256 rows.
                seconds[place] += row[place] >> 8;
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

/// One of the files the weights were trained on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrainingFile {
    pub name: String,
    /// Of the file as it lies on disk (compressed).
    pub sha256: [u8; 32],
}

/// Why weights could not be loaded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WeightsError {
    #[error("not {model} weights: the file does not begin with {magic}")]
    Magic { model: &'static str, magic: &'static str },
    #[error("{model} weights of format {found}, this version reads {reads}")]
    Format { model: &'static str, found: u16, reads: u16 },
    #[error("{model} weights for feature templates {found}, this version has {has}: train anew")]
    Templates { model: &'static str, found: u16, has: u16 },
    #[error("{model} weights for {found} classes, this version has {has}")]
    Classes { model: &'static str, found: u8, has: u8 },
    #[error("{model} weights for a table of 2^{found} rows, between 2^{low} and 2^{high} can be read")]
    TableBits { model: &'static str, found: u8, low: u8, high: u8 },
    #[error("{model} weights damaged: checksum differs")]
    Checksum { model: &'static str },
    #[error("{model} weights damaged: {what}")]
    Damaged { model: &'static str, what: &'static str },
}

/// What one kind of weights file has to be like.
#[derive(Debug, Clone)]
pub struct Layout {
    /// For messages.
    pub model: &'static str,
    /// Eight ASCII letters.
    pub magic: &'static str,
    pub format: u16,
    /// Of the feature templates: weights of another version say nothing to this code.
    pub templates: u16,
    pub classes: u8,
    /// Smallest and largest table, as binary logarithm of the number of rows.
    pub bits: RangeInclusive<u8>,
}

/// What a weights file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Binary logarithm of the number of rows.
    pub bits: u8,
    /// The licence the weights are offered under, with the credit it asks for.
    pub licence: String,
    pub training_files: Vec<TrainingFile>,
}

impl Layout {
    /// The bytes of a file.
    pub fn encode(&self, header: &Header, payload: &[u8]) -> Vec<u8> {
        let mut bytes = self.magic.as_bytes().to_vec();
        bytes.extend(self.format.to_le_bytes());
        bytes.extend(self.templates.to_le_bytes());
        bytes.push(header.bits);
        bytes.push(self.classes);
        push_text(&mut bytes, &header.licence);
        bytes.push(header.training_files.len().min(255) as u8);
        for file in header.training_files.iter().take(255) {
            push_text(&mut bytes, &file.name);
            bytes.extend(file.sha256);
        }
        bytes.extend(checksum(payload).to_le_bytes());
        bytes.extend(payload);
        bytes
    }

    /// Reads the header; checks magic, versions, sizes and checksum. The reader stands before the payload.
    pub fn decode<'a>(&self, bytes: &'a [u8]) -> Result<(Header, Reader<'a>), WeightsError> {
        let model = self.model;
        let mut reader = Reader { rest: bytes, model };
        if reader.take(self.magic.len()).ok() != Some(self.magic.as_bytes()) {
            return Err(WeightsError::Magic { model, magic: self.magic });
        }
        match reader.u16()? {
            found if found == self.format => {}
            found => return Err(WeightsError::Format { model, found, reads: self.format }),
        }
        match reader.u16()? {
            found if found == self.templates => {}
            found => return Err(WeightsError::Templates { model, found, has: self.templates }),
        }
        let bits = reader.u8()?;
        if !self.bits.contains(&bits) {
            let (low, high) = (*self.bits.start(), *self.bits.end());
            return Err(WeightsError::TableBits { model, found: bits, low, high });
        }
        match reader.u8()? {
            found if found == self.classes => {}
            found => return Err(WeightsError::Classes { model, found, has: self.classes }),
        }
        let licence = reader.text()?;
        let mut training_files = Vec::new();
        for _ in 0..reader.u8()? {
            training_files.push(TrainingFile { name: reader.text()?, sha256: reader.array()? });
        }
        if u64::from_le_bytes(reader.array()?) != checksum(reader.rest) {
            return Err(WeightsError::Checksum { model });
        }
        Ok((Header { bits, licence, training_files }, reader))
    }
}

/// Appends the rows as the table above says.
pub fn push_rows(payload: &mut Vec<u8>, rows: &[Row]) {
    let used = |row: &Row| *row != Row::ZERO;
    for eight in rows.chunks(8) {
        payload.push(eight.iter().rev().fold(0, |bits, row| bits << 1 | u8::from(used(row))));
    }
    for row in rows.iter().filter(|row| used(row)).map(Row::weights) {
        let mask = row.iter().rev().fold(0_u32, |bits, weight| bits << 1 | u32::from(*weight != 0));
        payload.extend(mask.to_le_bytes());
        payload.extend(row.iter().filter(|weight| **weight != 0).map(|weight| *weight as u8));
    }
}

/// FNV-1a, 64 bits: against damage, not against intent.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// Texts longer than 65,535 bytes are cut at the last character that fits.
fn push_text(bytes: &mut Vec<u8>, text: &str) {
    let length = text.floor_char_boundary(usize::from(u16::MAX));
    bytes.extend((length as u16).to_le_bytes());
    bytes.extend(&text.as_bytes()[..length]);
}

/// Reads a weights file from front to back.
#[derive(Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
    model: &'static str,
}

impl<'a> Reader<'a> {
    pub fn damaged(&self, what: &'static str) -> WeightsError {
        WeightsError::Damaged { model: self.model, what }
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], WeightsError> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or_else(|| self.damaged("ends too early"))?;
        self.rest = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], WeightsError> {
        let (taken, rest) = self.rest.split_first_chunk().ok_or_else(|| self.damaged("ends too early"))?;
        self.rest = rest;
        Ok(*taken)
    }

    pub fn u8(&mut self) -> Result<u8, WeightsError> {
        self.array().map(u8::from_le_bytes)
    }

    pub fn u16(&mut self) -> Result<u16, WeightsError> {
        self.array().map(u16::from_le_bytes)
    }

    pub fn u32(&mut self) -> Result<u32, WeightsError> {
        self.array().map(u32::from_le_bytes)
    }

    fn text(&mut self) -> Result<String, WeightsError> {
        let length = usize::from(self.u16()?);
        let text = std::str::from_utf8(self.take(length)?).map_err(|_| self.damaged("text is not UTF-8"))?;
        Ok(text.to_owned())
    }

    /// The 2^`bits` rows, with which the file has to end.
    pub fn rows(mut self, bits: u8, classes: u8) -> Result<Vec<Row>, WeightsError> {
        let mut rows = vec![Row::ZERO; 1 << bits];
        let used = self.take(rows.len() / 8)?;
        for (number, row) in rows.iter_mut().enumerate() {
            if used[number / 8] >> (number % 8) & 1 == 1 {
                let mut mask = self.u32()?;
                if u64::from(mask) >> classes != 0 {
                    return Err(self.damaged("weight for no class"));
                }
                let mut weights = [0; ROW_WIDTH];
                while mask != 0 {
                    weights[mask.trailing_zeros() as usize] = self.u8()? as i8;
                    mask &= mask - 1;
                }
                *row = Row::new(weights);
            }
        }
        if !self.rest.is_empty() {
            return Err(self.damaged("bytes left over"));
        }
        Ok(rows)
    }
}
