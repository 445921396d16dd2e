//! JSON with the place of every string, lenient where pages are careless and strict elsewhere.
//!
//! Let through: control characters within strings, a comment or CDATA wrapper and a semicolon around the whole. Anything
//! else that is no JSON is an error: a block that was cut or mended by hand is not to be guessed at.

use rapporteur_core::{ByteRange, SourceMap};

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`, `true`, `false`.
    Word(&'static str),
    /// A number, as it stands.
    Number(String),
    /// A string, escapes resolved, and where it stands without quotation marks.
    String(String, ByteRange),
    Array(Vec<Json>),
    /// In the order of the page; names may repeat.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The first member of this name.
    pub fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Self::Object(members) => members.iter().find(|(found, _)| found == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The words of a string.
    pub fn text(&self) -> Option<(&str, ByteRange)> {
        match self {
            Self::String(text, at) => Some((text, *at)),
            _ => None,
        }
    }

    /// The items of an array, or the value itself.
    pub fn items(&self) -> &[Json] {
        match self {
            Self::Array(items) => items,
            other => std::slice::from_ref(other),
        }
    }
}

/// Deeper values are an error: no page that means something needs them.
const DEEPEST: usize = 64;

/// Reads a whole text as one value.
///
/// # Errors
/// The byte at which it stops being JSON.
pub fn parse(text: &str) -> Result<Json, usize> {
    let mut parser = Parser { text, at: 0 };
    parser.skip_wrapping();
    let value = parser.value(0)?;
    parser.skip_wrapping();
    if parser.peek().is_none() { Ok(value) } else { Err(parser.at) }
}

/// A string as it stands between its quotation marks, escapes resolved, with a map from the words to the bytes of `raw`.
/// Stops where the string does.
pub fn unescaped(raw: &str) -> (String, SourceMap) {
    let mut parser = Parser { text: raw, at: 0 };
    let (mut words, mut map) = (String::with_capacity(raw.len()), SourceMap::new());
    loop {
        let (start, begin) = (parser.at, words.len());
        let rest = raw.get(start..).unwrap_or_default();
        let plain = rest.find(['\\', '"']).unwrap_or(rest.len());
        words.push_str(rest.get(..plain).unwrap_or_default());
        parser.at += plain;
        map.push(ByteRange::new(begin, words.len()), ByteRange::new(start, parser.at));
        let (start, begin) = (parser.at, words.len());
        if parser.peek() != Some(b'\\') || parser.escape(&mut words).is_err() {
            return (words, map);
        }
        map.push(ByteRange::new(begin, words.len()), ByteRange::new(start, parser.at));
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// White space and what pages wrap scripts into.
    fn skip_wrapping(&mut self) {
        loop {
            self.skip_space();
            let rest = self.text.get(self.at..).unwrap_or_default();
            let wrap = [
                "<!--",
                "-->",
                "//<![CDATA[",
                "<![CDATA[",
                "//]]>",
                "]]>",
                "/*<![CDATA[*/",
                "/*]]>*/",
                ";",
                "\u{feff}",
            ]
            .iter()
            .find(|wrap| rest.starts_with(**wrap));
            match wrap {
                Some(wrap) => self.at += wrap.len(),
                None => return,
            }
        }
    }

    fn expect(&mut self, byte: u8) -> Result<(), usize> {
        self.skip_space();
        if self.peek() == Some(byte) {
            self.at += 1;
            return Ok(());
        }
        Err(self.at)
    }

    fn value(&mut self, depth: usize) -> Result<Json, usize> {
        self.skip_space();
        if depth > DEEPEST {
            return Err(self.at);
        }
        match self.peek() {
            Some(b'"') => self.string().map(|(text, at)| Json::String(text, at)),
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'-' | b'0'..=b'9') => {
                let rest = self.text.get(self.at..).unwrap_or_default();
                let is_part = |byte: &u8| matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9');
                let len = rest.bytes().take_while(|byte| is_part(byte)).count();
                self.at += len;
                Ok(Json::Number(rest.get(..len).unwrap_or_default().to_owned()))
            }
            _ => {
                for word in ["null", "true", "false"] {
                    if self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word)) {
                        self.at += word.len();
                        return Ok(Json::Word(word));
                    }
                }
                Err(self.at)
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Json, usize> {
        self.at += 1;
        let mut members = Vec::new();
        self.skip_space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Json::Object(members));
        }
        loop {
            self.skip_space();
            if self.peek() != Some(b'"') {
                return Err(self.at);
            }
            let (name, _) = self.string()?;
            self.expect(b':')?;
            members.push((name, self.value(depth + 1)?));
            self.skip_space();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(Json::Object(members));
                }
                _ => return Err(self.at),
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<Json, usize> {
        self.at += 1;
        let mut items = Vec::new();
        self.skip_space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Json::Array(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            self.skip_space();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(Json::Array(items));
                }
                _ => return Err(self.at),
            }
        }
    }

    fn string(&mut self) -> Result<(String, ByteRange), usize> {
        self.at += 1;
        let start = self.at;
        let mut text = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let Some(plain) = rest.find(['"', '\\']) else { return Err(self.text.len()) };
            text.push_str(rest.get(..plain).unwrap_or_default());
            self.at += plain;
            if self.peek() == Some(b'"') {
                let at = ByteRange::new(start, self.at);
                self.at += 1;
                return Ok((text, at));
            }
            self.escape(&mut text)?;
        }
    }

    fn escape(&mut self, text: &mut String) -> Result<(), usize> {
        let rest = self.text.get(self.at + 1..).unwrap_or_default();
        let Some(kind) = rest.chars().next() else { return Err(self.at) };
        self.at += 1 + kind.len_utf8();
        match kind {
            'n' => text.push('\n'),
            't' => text.push('\t'),
            'r' => text.push('\r'),
            'b' | 'f' => text.push(' '),
            'u' => {
                let unit = self.hex().ok_or(self.at)?;
                let low = match unit {
                    0xd800..=0xdbff if self.text.get(self.at..).is_some_and(|rest| rest.starts_with("\\u")) => {
                        self.at += 2;
                        Some(self.hex().ok_or(self.at)?)
                    }
                    _ => None,
                };
                let units = [unit].into_iter().chain(low);
                text.extend(char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)));
            }
            // `\/`, `\"`, `\\`, and what some pages escape without need, such as `\'`.
            other => text.push(other),
        }
        Ok(())
    }

    fn hex(&mut self) -> Option<u16> {
        let digits = self.text.get(self.at..self.at + 4)?;
        let unit = u16::from_str_radix(digits, 16).ok()?;
        self.at += 4;
        Some(unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&str, usize>) {
        let found = parse(text).map(|value| show(&value));
        assert_eq!(found.as_deref(), expected.as_ref().map(|text| *text), "{text}");
    }

    fn show(value: &Json) -> String {
        match value {
            Json::Word(word) => (*word).to_owned(),
            Json::Number(number) => number.clone(),
            Json::String(text, _) => format!("{text:?}"),
            Json::Array(items) => format!("[{}]", items.iter().map(show).collect::<Vec<_>>().join(" ")),
            Json::Object(members) => {
                let members: Vec<String> =
                    members.iter().map(|(name, value)| format!("{name}={}", show(value))).collect();
                format!("{{{}}}", members.join(" "))
            }
        }
    }

    #[test]
    fn values() {
        check(r#" {"a": [1, -2.5e3, true, null], "b": {"c": ""}} "#, Ok(r#"{a=[1 -2.5e3 true null] b={c=""}}"#));
        check(r#""x\u00e9\ud83d\ude00\/\"\n\ud800""#, Ok("\"xé😀/\\\"\\n\u{fffd}\""));
    }

    #[test]
    fn careless_but_clear() {
        check("{\"a\":\"one\ntwo\tthree\"}", Ok(r#"{a="one\ntwo\tthree"}"#));
        check("<!-- //<![CDATA[ {\"a\":1}; //]]> -->", Ok("{a=1}"));
        check("\u{feff}[]", Ok("[]"));
    }

    #[test]
    fn broken() {
        check(r#"{"a":1,}"#, Err(7));
        check(r#"{"a":"b"#, Err(7));
        check("", Err(0));
        check("{} {}", Err(3));
        check(r#"{"a":"say "no""}"#, Err(11));
        check(&"[".repeat(100_000), Err(65));
    }

    #[test]
    fn strings_lead_back() {
        let raw = r"A \u201cB\u201d\nc\/d";
        let (words, map) = unescaped(raw);
        assert_eq!(words, "A “B”\nc/d");
        assert_eq!(map.source(ByteRange::new(2, 5)).and_then(|at| at.slice(raw)), Some(r"\u201c"));
        assert_eq!(map.source(ByteRange::new(5, 6)).and_then(|at| at.slice(raw)), Some("B"));
        assert_eq!(unescaped("one\"two").0, "one");
        assert_eq!(unescaped("one\\").0, "one");
    }

    #[test]
    fn places() {
        let text = r#"{"headline":"A \u201cB\u201d"}"#;
        let value = parse(text).expect("it is sound");
        let (words, at) = value.get("headline").and_then(Json::text).expect("a headline");
        assert_eq!((words, at.slice(text)), ("A “B”", Some(r"A \u201cB\u201d")));
    }
}
