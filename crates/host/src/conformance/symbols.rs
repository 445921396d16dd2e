//! The names a library exports, read from its file.

/// Names of the defined global symbols of a 64-bit little-endian ELF library; `None` for files of another form.
pub(crate) fn exported(file: &[u8]) -> Option<Vec<String>> {
    if file.get(..6)? != b"\x7fELF\x02\x01" {
        return None;
    }
    let sections = number(file, 0x28, 8)?;
    let (size, count) = (number(file, 0x3a, 2)?, number(file, 0x3c, 2)?);
    let section = |index: usize| {
        let at = sections.checked_add(index.checked_mul(size)?)?;
        let field = |offset: usize, len| number(file, at.checked_add(offset)?, len);
        // Type, offset, length, link.
        Some((field(4, 4)?, field(0x18, 8)?, field(0x20, 8)?, field(0x28, 4)?))
    };
    const DYNAMIC_SYMBOLS: usize = 11;
    let (_, start, len, strings) = (0..count).filter_map(section).find(|(kind, _, _, _)| *kind == DYNAMIC_SYMBOLS)?;
    let (_, names, names_len, _) = section(strings)?;
    let names = file.get(names..names.checked_add(names_len)?)?;
    let mut exported = Vec::new();
    for entry in file.get(start..start.checked_add(len)?)?.chunks_exact(24) {
        let (name, info, defined_in) = (number(entry, 0, 4)?, number(entry, 4, 1)?, number(entry, 6, 2)?);
        // Binding 1 is global, 2 weak, 10 unique; section 0 is "elsewhere".
        if defined_in == 0 || !matches!(info >> 4, 1 | 2 | 10) {
            continue;
        }
        let bytes = names.get(name..)?.split(|byte| *byte == 0).next()?;
        exported.push(String::from_utf8_lossy(bytes).into_owned());
    }
    exported.sort();
    Some(exported)
}

fn number(bytes: &[u8], at: usize, len: usize) -> Option<usize> {
    let mut whole = [0; 8];
    whole.get_mut(..len)?.copy_from_slice(bytes.get(at..at.checked_add(len)?)?);
    usize::try_from(u64::from_le_bytes(whole)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_are_no_libraries_are_passed_over() {
        assert_eq!(exported(b"MZ"), None);
        assert_eq!(exported(b"\x7fELF\x02\x01 and then too little"), None);
        assert_eq!(exported(&[b"\x7fELF\x02\x01".as_slice(), &[0xff; 200]].concat()), None);
    }
}
