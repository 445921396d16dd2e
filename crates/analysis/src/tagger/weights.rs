//! The weights file of the tagger; its payload, in the layout of [`crate::weights_file`]:
//!
//! | field | shape |
//! | --- | --- |
//! | sure words | `u16` count, then for each the form (`u32`) and class (`u8`), rising by form |
//! | known words | `u32` count, then for each the number (`u32`) and code (`u8`), rising by number |
//! | rows | as in every weights file |

use super::class::Class;
use super::features::TEMPLATE_VERSION;
use super::known_words::KnownWords;
use super::sure_words::SureWords;
use crate::weights_file::{Header, Layout, Row, WeightsError, push_rows};

/// Version of the file layout above.
pub const FORMAT_VERSION: u16 = 2;

const LAYOUT: Layout = Layout {
    model: "tagger",
    magic: "RAPPTAGW",
    format: FORMAT_VERSION,
    templates: TEMPLATE_VERSION,
    classes: Class::COUNT as u8,
    bits: 8..=18,
};

/// Everything a weights file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weights {
    pub header: Header,
    pub sure_words: SureWords,
    pub known_words: KnownWords,
    /// 2^`header.bits` rows.
    pub rows: Vec<Row>,
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
        payload.extend((self.known_words.entries().len() as u32).to_le_bytes());
        for (number, code) in self.known_words.entries() {
            payload.extend(number.to_le_bytes());
            payload.push(*code);
        }
        push_rows(&mut payload, &self.rows);
        LAYOUT.encode(&self.header, &payload)
    }

    /// Reads a file; checks magic, versions, sizes and checksum.
    pub fn decode(bytes: &[u8]) -> Result<Weights, WeightsError> {
        let (header, mut reader) = LAYOUT.decode(bytes)?;
        let mut sure = Vec::new();
        for _ in 0..reader.u16()? {
            let form = reader.u32()?;
            let class = Class::from_index(usize::from(reader.u8()?)).ok_or_else(|| reader.damaged("no such class"))?;
            sure.push((form, class));
        }
        let mut known = Vec::new();
        for _ in 0..reader.u32()? {
            let number = reader.u32()?;
            let code = reader.u8()?;
            if code >= KnownWords::CODES {
                return Err(reader.damaged("no such reading"));
            }
            known.push((number, code));
        }
        let rows = reader.rows(header.bits, LAYOUT.classes)?;
        Ok(Weights { header, sure_words: SureWords::new(sure), known_words: KnownWords::new(known), rows })
    }
}
