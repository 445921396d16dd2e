//! The quick way for most pages: bytes that are UTF-8 throughout are their own text.

use rapporteur_core::{ByteRange, SourceMap};
use rapporteur_decode::{Decoded, decode};

/// Reads a page's bytes as [`decode`] does, and gives the same answer. A page of sound UTF-8 that has no byte order mark, no
/// NUL (UTF-16 has many) and no escape (Japanese shifts) is checked once instead of being taken apart by characters.
pub(crate) fn read_bytes(bytes: &[u8], declared: Option<&str>) -> Decoded {
    let is_plain = !bytes.starts_with(b"\xEF\xBB\xBF") && memchr::memchr2(0, 0x1B, bytes).is_none();
    let Some(text) = is_plain.then(|| std::str::from_utf8(bytes).ok()).flatten().filter(|text| !text.is_empty()) else {
        return decode(bytes, declared);
    };
    let whole = ByteRange::new(0, text.len());
    let mut map = SourceMap::new();
    map.push(whole, whole);
    Decoded { text: text.to_owned(), map, charset: "UTF-8", had_bom: false, malformed: 0, first_malformed: None }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(bytes: &[u8], declared: Option<&str>) {
        assert_eq!(read_bytes(bytes, declared), decode(bytes, declared), "{bytes:?} {declared:?}");
    }

    #[test]
    fn the_same_answer_for_less() {
        for declared in
            [None, Some("utf-8"), Some("windows-1252"), Some("iso-2022-jp"), Some("utf-16"), Some("shift_jis")]
        {
            for bytes in [
                &b""[..],
                b"<p>plain</p>",
                "<p>“é” – ū</p>".as_bytes(),
                b"\xEF\xBB\xBF<p>x</p>",
                b"<p>caf\xE9</p>",
                b"<\0p\0>\0x\0y\0z\0",
                b"\x1B$B$3\x1B(B",
                b"a\0b",
                b"cut \xE2\x80",
                b"a\r\nb",
            ] {
                check(bytes, declared);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text(text in ".{0,200}") {
            check(text.as_bytes(), None);
        }

        #[test]
        fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            check(&bytes, Some("utf-8"));
        }
    }
}
