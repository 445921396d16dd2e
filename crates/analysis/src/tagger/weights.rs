//! The weights file: what the trainer writes and the tagger reads.
//!
//! All numbers little-endian, texts as a `u16` length in bytes and UTF-8:
//!
//! | field | shape |
//! | --- | --- |
//! | magic | 8 bytes, `RAPPTAGW` |
//! | format, template version | `u16` each |
//! | table bits, number of classes | `u8` each |
//! | licence of the weights | text |
//! | training files | `u8` count, then for each a name (text) and the SHA-256 of the file as it lies on disk (32 bytes) |
//! | checksum of all that follows | `u64`, FNV-1a |
//! | sure words | `u16` count, then for each the form (`u32`) and class (`u8`), rising by form |
//! | rows | a bit for each row, lowest first: set if the row has a weight; then for each such row a `u32` with a bit for each class that has one, then these weights, `i8` each |

use super::class::Class;
use super::features::TEMPLATE_VERSION;
use super::sure_words::SureWords;

/// Version of the file layout above.
pub const FORMAT_VERSION: u16 = 1;

const MAGIC: &[u8; 8] = b"RAPPTAGW";

/// Weights a row has in memory: the classes, filled up so that rows start on cache-line halves.
pub const ROW_WIDTH: usize = 32;

/// A row of the table; places at and past [`Class::COUNT`] are 0.
pub type Row = [i8; ROW_WIDTH];

/// Smallest and largest table, as binary logarithm of the number of rows.
pub const TABLE_BITS: std::ops::RangeInclusive<u8> = 8..=18;

/// One of the files the weights were trained on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrainingFile {
    pub name: String,
    /// Of the file as it lies on disk (compressed).
    pub sha256: [u8; 32],
}

/// Everything a weights file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weights {
    /// Binary logarithm of the number of rows.
    pub bits: u8,
    /// The licence the weights are offered under, with the credit it asks for.
    pub licence: String,
    pub training_files: Vec<TrainingFile>,
    pub sure_words: SureWords,
    /// 2^`bits` rows.
    pub rows: Vec<Row>,
}

/// Why weights could not be loaded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TaggerError {
    #[error("not tagger weights: the file does not begin with RAPPTAGW")]
    Magic,
    #[error("weights of format {found}, this version reads {FORMAT_VERSION}")]
    Format { found: u16 },
    #[error("weights for feature templates {found}, this version has {TEMPLATE_VERSION}: train anew")]
    Templates { found: u16 },
    #[error("weights for {found} classes, this version has {}", Class::COUNT)]
    Classes { found: u8 },
    #[error("weights for a table of 2^{found} rows, between 2^{} and 2^{} can be read", TABLE_BITS.start(), TABLE_BITS.end())]
    TableBits { found: u8 },
    #[error("weights damaged: checksum differs")]
    Checksum,
    #[error("weights damaged: {0}")]
    Damaged(&'static str),
}

impl Weights {
    /// The bytes of the file.
    pub fn encode(&self) -> Vec<u8> {
        let mut payload = Vec::new();
        payload.extend((self.sure_words.entries().len() as u16).to_le_bytes());
        for (form, class) in self.sure_words.entries() {
            payload.extend(form.to_le_bytes());
            payload.push(class.index() as u8);
        }
        let used = |row: &Row| row.iter().any(|weight| *weight != 0);
        for eight in self.rows.chunks(8) {
            payload.push(eight.iter().rev().fold(0, |bits, row| bits << 1 | u8::from(used(row))));
        }
        for row in self.rows.iter().filter(|row| used(row)) {
            let mask = row.iter().rev().fold(0_u32, |bits, weight| bits << 1 | u32::from(*weight != 0));
            payload.extend(mask.to_le_bytes());
            payload.extend(row.iter().filter(|weight| **weight != 0).map(|weight| *weight as u8));
        }

        let mut bytes = MAGIC.to_vec();
        bytes.extend(FORMAT_VERSION.to_le_bytes());
        bytes.extend(TEMPLATE_VERSION.to_le_bytes());
        bytes.push(self.bits);
        bytes.push(Class::COUNT as u8);
        push_text(&mut bytes, &self.licence);
        bytes.push(self.training_files.len().min(255) as u8);
        for file in self.training_files.iter().take(255) {
            push_text(&mut bytes, &file.name);
            bytes.extend(file.sha256);
        }
        bytes.extend(checksum(&payload).to_le_bytes());
        bytes.extend(payload);
        bytes
    }

    /// Reads a file; checks magic, versions, sizes and checksum.
    pub fn decode(bytes: &[u8]) -> Result<Weights, TaggerError> {
        let mut reader = Reader { rest: bytes };
        if reader.take(MAGIC.len()).ok() != Some(MAGIC) {
            return Err(TaggerError::Magic);
        }
        match reader.u16()? {
            FORMAT_VERSION => {}
            found => return Err(TaggerError::Format { found }),
        }
        match reader.u16()? {
            TEMPLATE_VERSION => {}
            found => return Err(TaggerError::Templates { found }),
        }
        let bits = reader.u8()?;
        if !TABLE_BITS.contains(&bits) {
            return Err(TaggerError::TableBits { found: bits });
        }
        match reader.u8()? {
            found if usize::from(found) == Class::COUNT => {}
            found => return Err(TaggerError::Classes { found }),
        }
        let licence = reader.text()?;
        let mut training_files = Vec::new();
        for _ in 0..reader.u8()? {
            training_files.push(TrainingFile { name: reader.text()?, sha256: reader.array()? });
        }
        if u64::from_le_bytes(reader.array()?) != checksum(reader.rest) {
            return Err(TaggerError::Checksum);
        }

        let mut sure = Vec::new();
        for _ in 0..reader.u16()? {
            let form = reader.u32()?;
            let class = Class::from_index(usize::from(reader.u8()?)).ok_or(TaggerError::Damaged("no such class"))?;
            sure.push((form, class));
        }
        let mut rows = vec![[0; ROW_WIDTH]; 1 << bits];
        let used = reader.take(rows.len() / 8)?;
        for (number, row) in rows.iter_mut().enumerate() {
            if used[number / 8] >> (number % 8) & 1 == 1 {
                let mut mask = reader.u32()?;
                if mask >> Class::COUNT != 0 {
                    return Err(TaggerError::Damaged("weight for no class"));
                }
                while mask != 0 {
                    row[mask.trailing_zeros() as usize] = reader.u8()? as i8;
                    mask &= mask - 1;
                }
            }
        }
        if !reader.rest.is_empty() {
            return Err(TaggerError::Damaged("bytes left over"));
        }
        Ok(Weights { bits, licence, training_files, sure_words: SureWords::new(sure), rows })
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

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], TaggerError> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(TaggerError::Damaged("ends too early"))?;
        self.rest = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], TaggerError> {
        let (taken, rest) = self.rest.split_first_chunk().ok_or(TaggerError::Damaged("ends too early"))?;
        self.rest = rest;
        Ok(*taken)
    }

    fn u8(&mut self) -> Result<u8, TaggerError> {
        self.array().map(u8::from_le_bytes)
    }

    fn u16(&mut self) -> Result<u16, TaggerError> {
        self.array().map(u16::from_le_bytes)
    }

    fn u32(&mut self) -> Result<u32, TaggerError> {
        self.array().map(u32::from_le_bytes)
    }

    fn text(&mut self) -> Result<String, TaggerError> {
        let length = usize::from(self.u16()?);
        let text = std::str::from_utf8(self.take(length)?).map_err(|_| TaggerError::Damaged("text is not UTF-8"))?;
        Ok(text.to_owned())
    }
}
