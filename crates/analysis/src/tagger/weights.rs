//! The weights file of the tagger; its payload, in the layout of [`crate::weights_file`]:
//!
//! | field | shape |
//! | --- | --- |
//! | sure words | `u16` count, then for each the form (`u32`) and class (`u8`), rising by form |
//! | known words | `u32` count, then for each the number (`u32`) and code (`u8`), rising by number |
//! | rows | as in every weights file |

use std::borrow::Cow;

use super::class::Class;
use super::features::TEMPLATE_VERSION;
use super::known_words::KnownWords;
use super::sure_words::SureWords;
use crate::rows::Row;
use crate::weights_file::{Embedded, Header, Layout, Reader, WeightsError, push_rows};

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
    pub rows: Cow<'static, [Row]>,
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
        let known = self.known_words.entries();
        payload.extend((known.len() as u32).to_le_bytes());
        for (number, code) in known {
            payload.extend(number.to_le_bytes());
            payload.push(code);
        }
        push_rows(&mut payload, &self.rows);
        LAYOUT.encode(&self.header, &payload)
    }

    /// Reads a file; checks magic, versions, sizes and checksum.
    pub fn decode(bytes: &[u8]) -> Result<Weights, WeightsError> {
        let (header, mut reader) = LAYOUT.decode(bytes)?;
        let (sure_words, known_words) = words(&mut reader)?;
        let rows = reader.rows(header.bits, LAYOUT.classes)?.into();
        Ok(Weights { header, sure_words, known_words, rows })
    }

    /// Those that come with this crate.
    pub fn embedded(file: &Embedded) -> Result<Weights, WeightsError> {
        let (header, mut reader) = LAYOUT.decode_head(file.head)?;
        let (sure_words, known_words) = words(&mut reader)?;
        let rows = reader.embedded_rows(file.rows, header.bits)?.into();
        Ok(Weights { header, sure_words, known_words, rows })
    }
}

/// What stands in front of the rows.
fn words(reader: &mut Reader<'_>) -> Result<(SureWords, KnownWords), WeightsError> {
    let mut sure = Vec::new();
    for _ in 0..reader.u16()? {
        let form = reader.u32()?;
        let class = Class::from_index(usize::from(reader.u8()?)).ok_or_else(|| reader.damaged("no such class"))?;
        sure.push((form, class));
    }
    let count = reader.u32()? as usize;
    let known = reader.chunks::<5>(count)?;
    let (mut last, mut sound) = (None, true);
    let known =
        known.iter().map(|&[number @ .., code]| (u32::from_le_bytes(number), code)).inspect(|&(number, code)| {
            sound &= code < KnownWords::CODES && last < Some(number);
            last = Some(number);
        });
    let known_words = KnownWords::from_rising(count, known);
    if !sound {
        return Err(reader.damaged("no such reading, or words out of order"));
    }
    Ok((SureWords::new(sure), known_words))
}
