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

use crate::rows::{ROW_WIDTH, Row, ZERO_ROW, row_of, weights_of};

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

/// A weights file that is part of the program, with its rows as they lie in memory.
#[derive(Debug, Clone, Copy)]
pub struct Embedded {
    /// The file up to its rows.
    pub head: &'static [u8],
    /// All rows, those without a weight as well; from the start of a cache line.
    pub rows: &'static [u8],
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
        let (header, of_payload, reader) = self.decode_header(bytes)?;
        if of_payload != checksum(reader.rest) {
            return Err(WeightsError::Checksum { model: self.model });
        }
        Ok((header, reader))
    }

    /// As [`Layout::decode`], for what the build script has left of a file in front of its rows, when it had compared the checksum.
    pub fn decode_head<'a>(&self, bytes: &'a [u8]) -> Result<(Header, Reader<'a>), WeightsError> {
        self.decode_header(bytes).map(|(header, _, reader)| (header, reader))
    }

    /// Header, checksum of the payload, and the reader before the payload.
    fn decode_header<'a>(&self, bytes: &'a [u8]) -> Result<(Header, u64, Reader<'a>), WeightsError> {
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
        let of_payload = u64::from_le_bytes(reader.array()?);
        Ok((Header { bits, licence, training_files }, of_payload, reader))
    }
}

/// Appends the rows as the table above says.
pub fn push_rows(payload: &mut Vec<u8>, rows: &[Row]) {
    let used = |row: &Row| *row != ZERO_ROW;
    for eight in rows.chunks(8) {
        payload.push(eight.iter().rev().fold(0, |bits, row| bits << 1 | u8::from(used(row))));
    }
    for row in rows.iter().filter(|row| used(row)).map(weights_of) {
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

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.rest.len()
    }

    /// `count` records of `N` bytes.
    pub fn chunks<const N: usize>(&mut self, count: usize) -> Result<&'a [[u8; N]], WeightsError> {
        let length = count.checked_mul(N).ok_or_else(|| self.damaged("ends too early"))?;
        Ok(self.take(length)?.as_chunks().0)
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

    /// The 2^`bits` rows of an embedded file, with the rest of which this reader has to be done.
    pub fn embedded_rows(self, rows: &'static [u8], bits: u8) -> Result<&'static [Row], WeightsError> {
        match rows.as_chunks::<2>().0.as_chunks::<{ ROW_WIDTH / 2 }>() {
            (rows, []) if rows.len() == 1 << bits && self.left() == 0 => Ok(rows),
            _ => Err(self.damaged("rows of another number")),
        }
    }

    /// The 2^`bits` rows, with which the file has to end.
    pub fn rows(mut self, bits: u8, classes: u8) -> Result<Vec<Row>, WeightsError> {
        let used = self.take((1 << bits) / 8)?;
        let mut rows = Vec::with_capacity(1 << bits);
        for eight in used {
            for row in 0..8 {
                if eight >> row & 1 == 0 {
                    rows.push(ZERO_ROW);
                    continue;
                }
                let mut mask = self.u32()?;
                if u64::from(mask) >> classes != 0 {
                    return Err(self.damaged("weight for no class"));
                }
                let mut weights = [0; ROW_WIDTH];
                while mask != 0 {
                    weights[mask.trailing_zeros() as usize] = self.u8()? as i8;
                    mask &= mask - 1;
                }
                rows.push(row_of(weights));
            }
        }
        if !self.rest.is_empty() {
            return Err(self.damaged("bytes left over"));
        }
        Ok(rows)
    }
}
