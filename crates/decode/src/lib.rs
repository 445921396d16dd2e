//! Bytes of any encoding to text, with a map from every character back to its bytes.
//!
//! *Invariant:* total and linear. Whatever the bytes, [`decode`] answers with a text whose [`SourceMap`] covers every
//! byte of it; what could not be read stands there as U+FFFD and is counted.

mod binary;
mod guess;
mod multi_byte;
mod single_byte;
mod sink;
mod utf16;
mod utf8;

use rapporteur_core::SourceMap;

#[cfg(test)]
mod tests;

pub use binary::looks_binary;

/// A file read as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// Without the byte order mark. NUL, CR and everything else stands as in the file.
    pub text: String,
    /// From the text's bytes to the file's; positions count from the first byte of the file, byte order mark included.
    pub map: SourceMap,
    /// Name of the encoding by the WHATWG standard: "UTF-8", "windows-1252", "Shift_JIS".
    pub charset: &'static str,
    pub had_bom: bool,
    /// How many byte sequences were no character and were read as U+FFFD.
    pub malformed: usize,
    /// Byte of the file at which the first of them begins.
    pub first_malformed: Option<usize>,
}

/// Reads bytes as text.
///
/// A byte order mark decides; then bytes that are valid UTF-8 are UTF-8 whatever is declared; then the declared label
/// (from an HTTP header, `<meta>`, an XML declaration); then detection by letter statistics. UTF-8 with few broken
/// sequences among many good ones stays UTF-8 and has the broken ones replaced.
pub fn decode(bytes: &[u8], declared: Option<&str>) -> Decoded {
    let guess = guess::encoding(bytes, declared);
    let mut sink = sink::Sink::new(bytes.len());
    let body = bytes.get(guess.bom..).unwrap_or_default();
    let encoding = guess.encoding;
    if encoding == encoding_rs::UTF_8 {
        utf8::read(body, guess.bom, &mut sink);
    } else if encoding == encoding_rs::UTF_16LE {
        utf16::read(body, guess.bom, u16::from_le_bytes, &mut sink);
    } else if encoding == encoding_rs::UTF_16BE {
        utf16::read(body, guess.bom, u16::from_be_bytes, &mut sink);
    } else if encoding.is_single_byte() {
        single_byte::read(body, guess.bom, encoding, &mut sink);
    } else {
        multi_byte::read(body, guess.bom, encoding, &mut sink);
    }
    sink.finish(encoding.name(), guess.bom > 0)
}
