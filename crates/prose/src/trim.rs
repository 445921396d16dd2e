use rapporteur_core::ByteRange;

/// White space, no-break and zero-width spaces and byte order marks: what never begins or ends words.
pub(crate) fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}' | '\0')
}

/// The range without blanks at either end. A range that leaves the text or splits a character comes back empty.
pub(crate) fn trimmed(text: &str, at: ByteRange) -> ByteRange {
    let Some(words) = at.slice(text) else {
        return ByteRange::default();
    };
    let start = at.start + (words.len() - words.trim_start_matches(is_blank).len());
    let end = start + words.trim_matches(is_blank).len();
    ByteRange::new(start, end)
}

/// The range of `part`, which must be a slice of `whole`, in the text where `whole` begins at byte `base`.
pub(crate) fn place(whole: &str, part: &str, base: usize) -> ByteRange {
    let offset = (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize).min(whole.len());
    ByteRange::new(base + offset, base + (offset + part.len()).min(whole.len()))
}
