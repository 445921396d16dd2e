use encoding_rs::{DecoderResult, Encoding};
use rapporteur_core::ByteRange;

use crate::sink::Sink;

/// Encodings whose characters take a varying number of bytes: fed to the decoder byte by byte, so that it is known which
/// bytes each character came from.
pub(crate) fn read(bytes: &[u8], base: usize, encoding: &'static Encoding, sink: &mut Sink) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut buffer = [0; 32];
    // The bytes from `pending` to `at` were fed and have not yet come out as a character.
    let (mut pending, mut at) = (0, 0);
    // After an error the decoder may hold back a character: it comes out of a call that is fed nothing.
    let mut held_back = false;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        if pending == at && !held_back && encoding.is_ascii_compatible() {
            let ascii = rest.iter().take_while(|byte| byte.is_ascii()).count();
            if ascii > 0 {
                sink.run(std::str::from_utf8(rest.get(..ascii).unwrap_or_default()).unwrap_or_default(), base + at);
                at += ascii;
                pending = at;
                continue;
            }
        }
        let last = rest.is_empty();
        let fed = if held_back { &[] } else { rest.get(..1).unwrap_or_default() };
        let (result, read, written) = decoder.decode_to_utf8_without_replacement(fed, &mut buffer, last && !held_back);
        at += read;
        let out = std::str::from_utf8(buffer.get(..written).unwrap_or_default()).unwrap_or_default();
        let bad = match result {
            DecoderResult::Malformed(bad, after) => {
                // The bad sequence ends `after` bytes before what has been read.
                let end = at.saturating_sub(usize::from(after));
                Some(ByteRange::new(end.saturating_sub(usize::from(bad)).max(pending), end))
            }
            _ => None,
        };
        if !out.is_empty() {
            // What was held back is one byte a character; the rest may still be the beginning of the next one.
            let end = if held_back { pending + out.chars().count() } else { bad.map_or(at, |bad| bad.start) };
            emit(out, ByteRange::new(base + pending, base + end), sink);
            pending = end;
        }
        if let Some(bad) = bad {
            // Shift sequences and the like that stood before the bad bytes belong to no character.
            sink.malformed(ByteRange::new(base + bad.start, base + bad.end));
            pending = bad.end;
        }
        held_back = bad.is_some() && pending < at;
        if last && result == DecoderResult::InputEmpty && !held_back {
            break;
        }
    }
}

/// Usually one character. Several where bytes held back come out together (ASCII, one byte each, and then another), or
/// where one sequence stands for a letter and its accent.
fn emit(out: &str, source: ByteRange, sink: &mut Sink) {
    let mut rest = out;
    let mut start = source.start;
    while rest.chars().nth(1).is_some() && rest.starts_with(|first: char| first.is_ascii()) && start + 1 < source.end {
        let (first, others) = rest.split_at(1);
        sink.unit(first, ByteRange::new(start, start + 1));
        rest = others;
        start += 1;
    }
    sink.unit(rest, ByteRange::new(start, source.end));
}
