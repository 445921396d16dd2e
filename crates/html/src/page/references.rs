//! Character references, line ends and NUL: from the bytes of a page to the text they stand for, with a map back.

use std::borrow::Cow;

use rapporteur_core::{ByteRange, SourceMap};

/// Where in a page a stretch stands decides what is special in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// Between tags.
    Text,
    /// In an attribute's value: a reference without semicolon before `=` or a letter is none.
    Attribute,
    /// In `script` or `style`: no references.
    Raw,
}

/// Bytes that are looked through one by one.
const SHORT: usize = 16;

/// No named reference is longer.
const LONGEST_NAME: usize = 32;

/// What the stretch `at` of `source` stands for, and a map from it to bytes of `source`.
/// `None` where it stands for itself.
pub fn resolve(source: &str, at: ByteRange, context: Context) -> Option<(String, SourceMap)> {
    let mut map = SourceMap::new();
    let text = resolve_with(source, at, context, |text, source| map.push(text, source))?;
    Some((text, map))
}

/// As [`resolve`], where nobody will ask for the map.
pub(super) fn resolve_value(source: &str, at: ByteRange, context: Context) -> Option<String> {
    resolve_with(source, at, context, |_, _| ())
}

fn resolve_with(
    source: &str,
    at: ByteRange,
    context: Context,
    mut tell: impl FnMut(ByteRange, ByteRange),
) -> Option<String> {
    let raw = at.slice(source)?;
    let special = |bytes: &[u8]| match context {
        Context::Raw => memchr::memchr2(b'\r', 0, bytes),
        // Most attributes are shorter than what a search over many bytes at once begins with.
        _ if bytes.len() < SHORT => bytes.iter().position(|byte| matches!(byte, b'&' | b'\r' | 0)),
        _ => memchr::memchr3(b'&', b'\r', 0, bytes),
    };
    let mut next = special(raw.as_bytes())?;
    let mut text = String::with_capacity(raw.len());
    // Adds a part, which stands for `len` bytes of the source from `start`.
    let mut push = |text: &mut String, part: &str, start: usize, len: usize| {
        let begin = text.len();
        text.push_str(part);
        tell(ByteRange::new(begin, text.len()), ByteRange::new(start, start + len));
    };
    let mut done = 0;
    loop {
        push(&mut text, raw.get(done..next).unwrap_or_default(), at.start + done, next - done);
        let Some(rest) = raw.get(next..).filter(|rest| !rest.is_empty()) else { break };
        let consumed = match rest.as_bytes().first() {
            // A carriage return, alone or with its line feed, is one line end.
            Some(b'\r') => {
                let len = if rest.starts_with("\r\n") { 2 } else { 1 };
                push(&mut text, "\n", at.start + next, len);
                len
            }
            Some(0) => 1,
            _ => match reference(rest, context) {
                Some((len, stands_for)) => {
                    push(&mut text, &stands_for, at.start + next, len);
                    len
                }
                None => {
                    push(&mut text, "&", at.start + next, 1);
                    1
                }
            },
        };
        done = next + consumed;
        let rest = raw.as_bytes().get(done..).unwrap_or_default();
        next = special(rest).map_or(raw.len(), |skip| done + skip);
    }
    Some(text)
}

/// The references that pages are full of.
const COMMON: &[(&str, &str)] = &[
    ("&quot;", "\""),
    ("&amp;", "&"),
    ("&nbsp;", "\u{A0}"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&#39;", "'"),
    ("&#x27;", "'"),
    ("&apos;", "'"),
    ("&#8217;", "’"),
    ("&rsquo;", "’"),
];

/// The reference that `rest` begins with: its length in bytes and what it stands for.
fn reference(rest: &str, context: Context) -> Option<(usize, Cow<'static, str>)> {
    if let Some((name, stands_for)) = COMMON.iter().find(|(name, _)| rest.starts_with(name)) {
        return Some((name.len(), Cow::Borrowed(stands_for)));
    }
    let body = rest.get(1..)?;
    let extent = if let Some(number) = body.strip_prefix('#') {
        let (prefix, digits) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (3, digits.bytes().take_while(u8::is_ascii_hexdigit).count()),
            None => (2, number.bytes().take_while(u8::is_ascii_digit).count()),
        };
        if digits == 0 {
            return None;
        }
        prefix + digits
    } else {
        1 + body.bytes().take(LONGEST_NAME).take_while(u8::is_ascii_alphanumeric).count()
    };
    if extent == 1 {
        return None;
    }
    // One byte more: the semicolon, or the "=" that keeps a reference in an attribute from being one.
    let extent = match rest.as_bytes().get(extent) {
        Some(b';') => extent + 1,
        Some(b'=') if context == Context::Attribute => extent + 1,
        _ => extent,
    };
    let candidate = rest.get(..extent)?;
    let resolved = match context {
        Context::Attribute => htmlize::unescape_attribute(candidate),
        _ => htmlize::unescape(candidate),
    };
    let resolved = match resolved {
        Cow::Borrowed(same) if same.len() == candidate.len() => return None,
        other => other.into_owned(),
    };
    if resolved == candidate {
        return None;
    }
    // Letters after a reference without semicolon ("&ampx") come out as they went in; at least one character is new.
    let first = resolved.chars().next()?.len_utf8();
    let kept = candidate
        .bytes()
        .rev()
        .zip(resolved.bytes().skip(first).collect::<Vec<_>>().into_iter().rev())
        .take_while(|(before, after)| before == after)
        .count();
    let stands_for = resolved.get(..resolved.len() - kept)?.to_owned();
    Some((candidate.len() - kept, Cow::Owned(stands_for)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, context: Context, expected: &str) {
        let at = ByteRange::new(0, source.len());
        let text = resolve(source, at, context).map_or_else(|| source.to_owned(), |(text, _)| text);
        assert_eq!(text, expected, "{source:?}");
    }

    #[test]
    fn references_in_text() {
        check("plain", Context::Text, "plain");
        check("a &amp; b", Context::Text, "a & b");
        check("&#8217;&#x2019;&rsquo;&#146;", Context::Text, "’’’’");
        check("&notit; &notin; &ampx", Context::Text, "¬it; ∉ &x");
        check("R&D, AT&T & co &; &#; &#x; &unknown;", Context::Text, "R&D, AT&T & co &; &#; &#x; &unknown;");
        check("&semi;&period;&fjlig;&#0;&#xD800;", Context::Text, ";.fj\u{fffd}\u{fffd}");
        check("&amp;amp; &amp", Context::Text, "&amp; &");
        check("&nbsp;&nbsp", Context::Text, "\u{a0}\u{a0}");
    }

    #[test]
    fn references_in_attributes() {
        check("/?a=1&amp;b=2&copy=3&lang=en&lt;", Context::Attribute, "/?a=1&b=2&copy=3&lang=en<");
        check("x&copy;&copy", Context::Attribute, "x©©");
    }

    #[test]
    fn common_references_are_what_the_standard_says() {
        for (name, stands_for) in COMMON {
            assert_eq!(htmlize::unescape(*name), *stands_for);
            assert_eq!(htmlize::unescape_attribute(*name), *stands_for);
        }
    }

    #[test]
    fn no_references_in_scripts() {
        check("if (a &amp;&amp; b)\r\n", Context::Raw, "if (a &amp;&amp; b)\n");
    }

    #[test]
    fn line_ends_and_nul() {
        check("a\r\nb\rc\n\0d", Context::Text, "a\nb\nc\nd");
    }

    #[test]
    fn the_map_leads_back() {
        let source = "xx a&amp;b &rsquo;c";
        let (text, map) =
            resolve(source, ByteRange::new(3, source.len()), Context::Text).expect("there are references");
        assert_eq!(text, "a&b ’c");
        assert_eq!(map.source(ByteRange::new(1, 2)), Some(ByteRange::new(4, 9)));
        assert_eq!(map.source(ByteRange::new(2, 7)), Some(ByteRange::new(9, 18)));
        assert_eq!(map.source(ByteRange::new(0, text.len())), Some(ByteRange::new(3, source.len())));
    }
}
