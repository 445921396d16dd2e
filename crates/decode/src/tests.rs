use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, ISO_2022_JP, ISO_8859_5, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE,
    WINDOWS_1252, WINDOWS_1257,
};
use proptest::prelude::*;
use rapporteur_core::ByteRange;

use crate::{Decoded, decode, looks_binary, multi_byte, single_byte, sink::Sink, utf8, utf16};

fn check_map(decoded: &Decoded, bytes: &[u8]) {
    assert!(decoded.map.is_sound(decoded.text.len(), bytes.len()), "{decoded:?}");
    let whole = ByteRange::new(0, decoded.text.len());
    assert!(decoded.map.source_parts(whole).1 || decoded.text.is_empty(), "some text stands nowhere: {decoded:?}");
    let mut end = if decoded.had_bom { 1 } else { 0 };
    for (start, character) in decoded.text.char_indices() {
        let at = ByteRange::new(start, start + character.len_utf8());
        let source = decoded.map.source(at).unwrap_or_else(|| panic!("{character:?} has no one source in {decoded:?}"));
        assert!(source.start >= end || source.end == end, "{character:?} stands at {source:?}, before {end}");
        end = source.end;
    }
}

/// Each character's bytes, decoded alone, are that character.
fn check_characters(decoded: &Decoded, bytes: &[u8], encoding: &'static Encoding) {
    for (start, character) in decoded.text.char_indices() {
        let at = ByteRange::new(start, start + character.len_utf8());
        let source = decoded.map.source(at).expect("checked before");
        let alone = encoding.decode_without_bom_handling(&bytes[source.start..source.end]).0;
        assert!(alone.contains(character), "{character:?} from {:?}", &bytes[source.start..source.end]);
        assert!(alone.chars().count() <= 2);
    }
}

fn read_as(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let mut sink = Sink::new(bytes.len());
    if encoding == UTF_8 {
        utf8::read(bytes, 0, &mut sink);
    } else if encoding == UTF_16LE {
        utf16::read(bytes, 0, u16::from_le_bytes, &mut sink);
    } else if encoding == UTF_16BE {
        utf16::read(bytes, 0, u16::from_be_bytes, &mut sink);
    } else if encoding.is_single_byte() {
        single_byte::read(bytes, 0, encoding, &mut sink);
    } else {
        multi_byte::read(bytes, 0, encoding, &mut sink);
    }
    sink.finish(encoding.name(), false)
}

#[test]
fn byte_order_mark_is_not_text() {
    let decoded = decode(b"\xEF\xBB\xBFab\r\n\0c", Some("windows-1252"));
    assert_eq!((decoded.text.as_str(), decoded.charset, decoded.had_bom), ("ab\r\n\0c", "UTF-8", true));
    assert_eq!(decoded.map.source(ByteRange::new(0, 2)), Some(ByteRange::new(3, 5)));
    let decoded = decode(b"\xFF\xFEa\0\x1C\x20", None);
    assert_eq!((decoded.text.as_str(), decoded.charset), ("a“", "UTF-16LE"));
    assert_eq!(decoded.map.source(ByteRange::new(1, 4)), Some(ByteRange::new(4, 6)));
}

#[test]
fn utf16_without_a_mark() {
    let bytes: Vec<u8> = "Port Aver, Kestria".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let decoded = decode(&bytes, None);
    assert_eq!((decoded.text.as_str(), decoded.charset), ("Port Aver, Kestria", "UTF-16BE"));
}

#[test]
fn valid_utf8_wins_over_the_declaration() {
    let decoded = decode("“Café”".as_bytes(), Some("iso-8859-1"));
    assert_eq!((decoded.text.as_str(), decoded.charset, decoded.malformed), ("“Café”", "UTF-8", 0));
}

#[test]
fn declared_legacy_encoding() {
    let decoded = decode(b"caf\xE9 \x93so\x94", Some("ISO-8859-1"));
    assert_eq!((decoded.text.as_str(), decoded.charset), ("café “so”", "windows-1252"));
    assert_eq!(decoded.map.source(ByteRange::new(3, 5)), Some(ByteRange::new(3, 4)));
    let decoded = decode(b"\x1B$B$3\x1B(B", Some("iso-2022-jp"));
    assert_eq!(decoded.text, "こ");
}

#[test]
fn undeclared_legacy_encoding_is_detected() {
    let text = "Le café de la côte, où l’été dure, a été décrit comme très agréable par les élèves.";
    let bytes = WINDOWS_1252.encode(text).0.into_owned();
    let decoded = decode(&bytes, None);
    assert_eq!((decoded.text.as_str(), decoded.charset, decoded.malformed), (text, "windows-1252", 0));
    // A declared UTF-8 that is plainly wrong is not believed either.
    assert_eq!(decode(&bytes, Some("utf-8")).text, text);
}

#[test]
fn broken_utf8_is_replaced_and_counted() {
    let mut bytes = "é“ö”ü".as_bytes().to_vec();
    bytes.extend([b'x', 0xE2, 0x80, b'y']);
    let decoded = decode(&bytes, None);
    assert_eq!((decoded.text.as_str(), decoded.charset), ("é“ö”üx\u{FFFD}y", "UTF-8"));
    assert_eq!((decoded.malformed, decoded.first_malformed), (1, Some(13)));
    assert_eq!(decoded.map.source(ByteRange::new(13, 16)), Some(ByteRange::new(13, 15)));
}

#[test]
fn binaries_are_named() {
    assert_eq!(looks_binary(b"%PDF-1.7\n"), Some("a PDF file"));
    assert_eq!(looks_binary(b"PK\x03\x04\x14\0"), Some("a zip archive or an office document (docx, odt, epub)"));
    assert_eq!(looks_binary(&[0, 1, 2, 3, 4, 5]), Some("binary data"));
    assert_eq!(looks_binary(b"PAR1 is a word here, and this is a text about it that goes on for a while."), None);
    assert_eq!(looks_binary("Ein Text über Bäume".as_bytes()), None);
    assert_eq!(looks_binary(b"\xFF\xFEa\0b\0c\0"), None);
    assert_eq!(looks_binary(b"text with one NUL\0 in it"), None);
    assert_eq!(looks_binary(b""), None);
}

/// What four bytes of GB18030 leave behind when the third is wrong comes out as characters of its own.
#[test]
fn held_back_bytes_keep_their_places() {
    let decoded = read_as(b"\x81\x30\x81a\xB0\xA1", GB18030);
    assert_eq!(decoded.text, GB18030.decode_without_bom_handling(b"\x81\x30\x81a\xB0\xA1").0);
    check_map(&decoded, b"\x81\x30\x81a\xB0\xA1");
    let zero = decoded.text.find('0').expect("the digit is text again");
    assert_eq!(decoded.map.source(ByteRange::new(zero, zero + 1)), Some(ByteRange::new(1, 2)));
}

fn encodings() -> impl Strategy<Value = &'static Encoding> {
    prop::sample::select(vec![
        UTF_8,
        UTF_16LE,
        UTF_16BE,
        WINDOWS_1252,
        WINDOWS_1257,
        ISO_8859_5,
        SHIFT_JIS,
        EUC_JP,
        EUC_KR,
        BIG5,
        GBK,
        GB18030,
        ISO_2022_JP,
    ])
}

proptest! {
    #[test]
    fn any_bytes_read_as_the_standard_says(bytes in prop::collection::vec(any::<u8>(), 0..200), encoding in encodings()) {
        let decoded = read_as(&bytes, encoding);
        let (text, had_errors) = encoding.decode_without_bom_handling(&bytes);
        prop_assert_eq!(&decoded.text, &text);
        prop_assert_eq!(decoded.malformed > 0, had_errors);
        check_map(&decoded, &bytes);
    }

    #[test]
    fn every_character_leads_to_its_bytes(text in "[a-z “”é0-9\\u{3040}-\\u{30FF}\\u{4E00}-\\u{4EFF}\\u{AC00}-\\u{AC80}\\u{410}-\\u{44F}🐈]{0,60}", encoding in encodings()) {
        let bytes = if encoding == UTF_16LE {
            text.encode_utf16().flat_map(u16::to_le_bytes).collect()
        } else if encoding == UTF_16BE {
            text.encode_utf16().flat_map(u16::to_be_bytes).collect()
        } else {
            encoding.encode(&text).0.into_owned()
        };
        let decoded = read_as(&bytes, encoding);
        check_map(&decoded, &bytes);
        if encoding != ISO_2022_JP {
            check_characters(&decoded, &bytes, encoding);
        }
    }

    #[test]
    fn nothing_panics(bytes in prop::collection::vec(any::<u8>(), 0..300), label in prop::option::of("(utf-8|utf-16|shift_jis|iso-2022-kr|nonsense|big5)")) {
        let decoded = decode(&bytes, label.as_deref());
        check_map(&decoded, &bytes);
        let _ = looks_binary(&bytes);
    }
}
