//! The weights file of the tagger; its payload, in the layout of [`crate::weights_file`]:
//!
//! | field | shape |
//! | --- | --- |
//! | sure words | `u16` count, then for each the form (`u32`) and class (`u8`), rising by form |
//! | rows | as in every weights file |

use super::class::Class;
use super::features::TEMPLATE_VERSION;
use super::sure_words::SureWords;
use crate::weights_file::{Header, Layout, Row, WeightsError, push_rows};

/// Version of the file layout above.
pub const FORMAT_VERSION: u16 = 1;

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
        let rows = reader.rows(header.bits, LAYOUT.classes)?;
        Ok(Weights { header, sure_words: SureWords::new(sure), rows })
    }
}
