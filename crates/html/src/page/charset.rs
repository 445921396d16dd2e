/// The encoding that a page's first bytes declare: `<meta charset>`, `<meta http-equiv … charset=>` or an XML declaration.
///
/// The standard looks at the first KiB; pages with long comments before it need more.
pub fn declared_charset(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let tags = head.match_indices("<meta").map(|(at, _)| (at, "charset"));
    let declaration = head.starts_with("<?xml").then_some((0, "encoding"));
    tags.chain(declaration).find_map(|(at, key)| {
        let tag = head.get(at..)?;
        let tag = tag.get(..tag.find('>')?)?;
        let value = tag.get(tag.find(key)? + key.len()..)?.trim_start().strip_prefix('=')?;
        let value = value.trim_start().trim_start_matches(['"', '\'']);
        let len = value
            .bytes()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b':'))
            .count();
        value.get(..len).filter(|label| !label.is_empty()).map(str::to_owned)
    })
}

#[cfg(test)]
mod tests {
    use super::declared_charset;

    fn check(page: &str, expected: Option<&str>) {
        assert_eq!(declared_charset(page.as_bytes()).as_deref(), expected, "{page}");
    }

    #[test]
    fn declarations() {
        check("<html><head><meta charset=\"UTF-8\">", Some("utf-8"));
        check("<META http-equiv=Content-Type content='text/html; charset=windows-1252'>", Some("windows-1252"));
        check("<?xml version='1.0' encoding='iso-8859-15'?><html>", Some("iso-8859-15"));
        check("<meta name=x><meta charset = shift_jis />", Some("shift_jis"));
        check("<p>charset=utf-8</p>", None);
        check("<meta charset=", None);
        check("", None);
    }
}
