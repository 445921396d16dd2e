use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE};

use crate::utf8;

pub(crate) struct Guess {
    pub(crate) encoding: &'static Encoding,
    /// Length of the byte order mark; 0 without one.
    pub(crate) bom: usize,
}

pub(crate) fn encoding(bytes: &[u8], declared: Option<&str>) -> Guess {
    if let Some((encoding, bom)) = Encoding::for_bom(bytes) {
        return Guess { encoding, bom };
    }
    Guess { encoding: without_bom(bytes, declared), bom: 0 }
}

fn without_bom(bytes: &[u8], declared: Option<&str>) -> &'static Encoding {
    if let Some(encoding) = utf16_without_bom(bytes) {
        return encoding;
    }
    // Labels that stand for "refuse to read this" say nothing about the bytes.
    let declared = declared.and_then(|label| Encoding::for_label(label.as_bytes())).filter(|it| *it != REPLACEMENT);
    let (sound, broken) = utf8::count(bytes);
    if broken == 0 {
        // The one encoding whose text is ASCII bytes and yet not ASCII.
        let shifts = declared == Some(ISO_2022_JP) && bytes.contains(&0x1B);
        return if shifts { ISO_2022_JP } else { UTF_8 };
    }
    match declared {
        Some(encoding) if encoding == UTF_8 && broken <= sound => return UTF_8,
        // A page cannot declare UTF-16 in bytes that are not UTF-16.
        Some(encoding) if encoding != UTF_8 && encoding != UTF_16LE && encoding != UTF_16BE => return encoding,
        _ => {}
    }
    // Cut off at the end, or a stray byte pasted in. Bytes of another encoding hardly ever form sound sequences.
    if broken <= sound {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Latin text as UTF-16 has a NUL in every second byte, which no other text has.
pub(crate) fn utf16_without_bom(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    if head.len() < 8 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let nuls = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, units) = (nuls(0), nuls(1), head.len() / 2);
    if odd * 10 >= units * 7 && even * 20 <= units {
        return Some(UTF_16LE);
    }
    (even * 10 >= units * 7 && odd * 20 <= units).then_some(UTF_16BE)
}
