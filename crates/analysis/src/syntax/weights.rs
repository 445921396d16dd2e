//! The weights file of the parser: rows and nothing else, in the layout of [`crate::weights_file`].

use std::borrow::Cow;

use super::action::Action;
use super::features::TEMPLATE_VERSION;
use crate::rows::Row;
use crate::weights_file::{Embedded, Header, Layout, WeightsError, push_rows};

/// Version of the file layout.
pub const FORMAT_VERSION: u16 = 1;

const LAYOUT: Layout = Layout {
    model: "parser",
    magic: "RAPPPARW",
    format: FORMAT_VERSION,
    templates: TEMPLATE_VERSION,
    classes: Action::COUNT as u8,
    bits: 8..=20,
};

/// Everything a weights file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weights {
    pub header: Header,
    /// 2^`header.bits` rows.
    pub rows: Cow<'static, [Row]>,
}

impl Weights {
    /// The bytes of the file.
    pub fn encode(&self) -> Vec<u8> {
        let mut payload = Vec::new();
        push_rows(&mut payload, &self.rows);
        LAYOUT.encode(&self.header, &payload)
    }

    /// Reads a file; checks magic, versions, sizes and checksum.
    pub fn decode(bytes: &[u8]) -> Result<Weights, WeightsError> {
        let (header, reader) = LAYOUT.decode(bytes)?;
        let rows = reader.rows(header.bits, LAYOUT.classes)?.into();
        Ok(Weights { header, rows })
    }

    /// Those that come with this crate.
    pub fn embedded(file: &Embedded) -> Result<Weights, WeightsError> {
        let (header, reader) = LAYOUT.decode_head(file.head)?;
        let rows = reader.embedded_rows(file.rows, header.bits)?.into();
        Ok(Weights { header, rows })
    }
}
