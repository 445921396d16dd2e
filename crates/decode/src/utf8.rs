use rapporteur_core::ByteRange;

use crate::sink::Sink;

/// Good stretches stay byte for byte; each broken sequence (1 to 3 bytes) becomes one U+FFFD.
pub(crate) fn read(bytes: &[u8], base: usize, sink: &mut Sink) {
    let mut at = base;
    for chunk in bytes.utf8_chunks() {
        sink.run(chunk.valid(), at);
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            sink.malformed(ByteRange::new(at, at + chunk.invalid().len()));
            at += chunk.invalid().len();
        }
    }
}

/// How many characters beyond ASCII are sound, and how many sequences are broken.
pub(crate) fn count(bytes: &[u8]) -> (usize, usize) {
    let (mut sound, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        // Lead bytes: everything that is neither ASCII nor a continuation.
        sound += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    (sound, broken)
}
