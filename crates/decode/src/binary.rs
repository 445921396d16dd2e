use encoding_rs::Encoding;

use crate::guess;

/// First bytes of files that are no text, and what to call them in a message ("looks like …").
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document (docx, odt, epub)"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old office document (doc, xls, msg)"),
    (b"{\\rtf", "a rich-text document (rtf)"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xFD7zXZ\0", "an xz archive"),
    (b"\x28\xB5\x2F\xFD", "a zstd archive"),
    (b"7z\xBC\xAF\x27\x1C", "a 7-Zip archive"),
    (b"Rar!\x1A\x07", "a RAR archive"),
    (b"\x89PNG\r\n\x1A\n", "a PNG image"),
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\x7FELF", "a program (ELF)"),
    (b"MZ\x90\0", "a program (Windows)"),
    (b"\xCF\xFA\xED\xFE", "a program (Mach-O)"),
    (b"\xCA\xFE\xBA\xBE", "a program (Mach-O or Java class)"),
    (b"\0asm", "a program (WebAssembly)"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"\x1A\x45\xDF\xA3", "a Matroska or WebM recording"),
    (b"fLaC", "a FLAC recording"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
];

/// How much of the file is looked at for control characters.
const HEAD: usize = 8192;

/// What a file that is no text seems to be, with its article: "a PDF file". `None` for text of any encoding.
pub fn looks_binary(bytes: &[u8]) -> Option<&'static str> {
    if let Some((_, name)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        // "ID3", "BZh" and "PAR1" are also words somebody may begin a text with.
        let word = bytes.get(..bytes.len().min(64)).unwrap_or_default();
        let plain = word.iter().all(|byte| matches!(byte, b'\t' | b'\n' | b'\r' | 0x20..=0x7E));
        let marked_up = matches!(*name, "a PDF file" | "a rich-text document (rtf)");
        if marked_up || !plain {
            return Some(name);
        }
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some("a WebP image");
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some("an MP4 recording or HEIC image");
    }
    if Encoding::for_bom(bytes).is_some() || guess::utf16_without_bom(bytes).is_some() {
        return None;
    }
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    // Tab, line feed, form feed, carriage return and escape (Japanese shifts) occur in text; a NUL here and there as damage.
    let control = |byte: &&u8| matches!(**byte, 0..=8 | 0x0B | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F);
    let controls = head.iter().filter(control).count();
    (controls > 2 && controls * 33 > head.len()).then_some("binary data")
}
