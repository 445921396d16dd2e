use encoding_rs::Encoding;
use rapporteur_core::ByteRange;

use crate::sink::Sink;

/// Encodings of one byte a character. All of them hold ASCII unchanged.
pub(crate) fn read(bytes: &[u8], base: usize, encoding: &'static Encoding, sink: &mut Sink) {
    let table = table(encoding);
    let mut buffer = [0; 4];
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let ascii = rest.iter().take_while(|byte| byte.is_ascii()).count();
        if ascii > 0 {
            // ASCII is UTF-8, so nothing is lost here.
            sink.run(std::str::from_utf8(rest.get(..ascii).unwrap_or_default()).unwrap_or_default(), base + at);
            at += ascii;
            continue;
        }
        let source = ByteRange::new(base + at, base + at + 1);
        match rest.first().and_then(|byte| table.get(usize::from(*byte)).copied().flatten()) {
            Some(character) => sink.unit(character.encode_utf8(&mut buffer), source),
            None => sink.malformed(source),
        }
        at += 1;
    }
}

/// What each byte stands for.
fn table(encoding: &'static Encoding) -> [Option<char>; 256] {
    let mut table = [None; 256];
    for (byte, entry) in (0..=u8::MAX).zip(&mut table) {
        let one = [byte];
        *entry =
            encoding.decode_without_bom_handling_and_without_replacement(&one).and_then(|text| text.chars().next());
    }
    table
}
