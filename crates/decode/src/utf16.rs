use rapporteur_core::ByteRange;

use crate::sink::Sink;

/// `unit` puts two bytes of the file together. A lone surrogate, or a single byte at the end, becomes U+FFFD.
pub(crate) fn read(bytes: &[u8], base: usize, unit: fn([u8; 2]) -> u16, sink: &mut Sink) {
    let pairs = bytes.chunks_exact(2);
    let rest = pairs.remainder().len();
    let units = pairs.map(|pair| match *pair {
        [first, second] => unit([first, second]),
        _ => 0xFFFD, // chunks of exactly two
    });
    let mut at = base;
    let mut buffer = [0; 4];
    for decoded in char::decode_utf16(units) {
        match decoded {
            Ok(character) => {
                let end = at + character.len_utf16() * 2;
                sink.unit(character.encode_utf8(&mut buffer), ByteRange::new(at, end));
                at = end;
            }
            // Half a pair and half a unit at the very end are one error.
            Err(lone) if rest > 0 && at + 2 + rest == base + bytes.len() && lone.unpaired_surrogate() < 0xDC00 => {
                sink.malformed(ByteRange::new(at, at + 2 + rest));
                return;
            }
            Err(_) => {
                sink.malformed(ByteRange::new(at, at + 2));
                at += 2;
            }
        }
    }
    if rest > 0 {
        sink.malformed(ByteRange::new(at, at + rest));
    }
}
