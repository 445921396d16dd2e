//! The tokenizer in use: the states of the HTML standard, gone through from one sign that matters to the next.
//!
//! The standard's tokenizer looks at every character. Here only `<`, quotation marks and the ends of names are looked for, by
//! searches over many bytes at once, for all else follows from the page. The tests compare it with `html5gum`, which goes
//! character by character.

use memchr::{memchr, memchr2};
use rapporteur_core::ByteRange;

use super::references::Context;
use super::tokens::{AttributeToken, TextContent, TokenSink, Tokenizer};

/// Tokens by the rules of the HTML standard.
#[derive(Debug, Clone, Copy, Default)]
pub struct StandardTokenizer;

impl Tokenizer for StandardTokenizer {
    fn tokenize(&self, source: &str, sink: &mut dyn TokenSink) {
        Reader { source, bytes: source.as_bytes(), sink, name: String::new(), attributes: Vec::new() }.run();
    }
}

struct Reader<'s> {
    source: &'s str,
    bytes: &'s [u8],
    sink: &'s mut dyn TokenSink,
    /// The name of the last tag, in small letters.
    name: String,
    attributes: Vec<AttributeToken>,
}

/// Where a tag ends, and whether with "/>".
struct TagEnd {
    at: usize,
    self_closing: bool,
}

impl Reader<'_> {
    fn run(mut self) {
        // Where the text begins that was not yet handed over, and from where a `<` is looked for.
        let (mut text, mut at) = (0, 0);
        loop {
            let Some(open) = self.find(b'<', at) else {
                self.text(text, self.bytes.len(), Context::Text);
                return self.sink.end(false);
            };
            let after = match self.byte(open + 1) {
                Some(b'/') => match self.byte(open + 2) {
                    Some(letter) if letter.is_ascii_alphabetic() => {
                        self.text(text, open, Context::Text);
                        let Some(end) = self.tag(open + 2) else { return self.sink.end(true) };
                        self.sink.end_tag(&self.name, ByteRange::new(open, end.at));
                        end.at
                    }
                    // "</>" is no tag and no text: the standard drops it.
                    Some(b'>') => {
                        self.text(text, open, Context::Text);
                        open + 3
                    }
                    Some(_) => {
                        self.text(text, open, Context::Text);
                        self.after(b'>', open + 2)
                    }
                    None => {
                        at = open + 2;
                        continue;
                    }
                },
                Some(b'!') => {
                    self.text(text, open, Context::Text);
                    let is_comment = self.bytes.get(open + 2..).is_some_and(|rest| rest.starts_with(b"--"));
                    if is_comment { self.after_comment(open + 4) } else { self.after(b'>', open + 2) }
                }
                Some(b'?') => {
                    self.text(text, open, Context::Text);
                    self.after(b'>', open + 2)
                }
                Some(letter) if letter.is_ascii_alphabetic() => {
                    self.text(text, open, Context::Text);
                    let Some(end) = self.tag(open + 1) else { return self.sink.end(true) };
                    let tag = ByteRange::new(open, end.at);
                    let content = self.sink.start_tag(&self.name, &self.attributes, end.self_closing, tag);
                    match self.content(content, end.at) {
                        Some(after) => after,
                        None => return,
                    }
                }
                _ => {
                    at = open + 1;
                    continue;
                }
            };
            (text, at) = (after, after);
        }
    }

    /// Reads what an element holds if that is text only, its end tag included. Returns where the page goes on; `None` if it
    /// ended.
    fn content(&mut self, content: TextContent, start: usize) -> Option<usize> {
        let context = match content {
            TextContent::Markup => return Some(start),
            TextContent::Escapable => Context::Text,
            TextContent::Raw | TextContent::Script | TextContent::Plain => Context::Raw,
        };
        let open = match content {
            TextContent::Plain => None,
            TextContent::Script => self.end_of_script(start),
            _ => self.end_of_text(start),
        };
        let Some(open) = open else {
            self.text(start, self.bytes.len(), context);
            self.sink.end(false);
            return None;
        };
        self.text(start, open, context);
        let Some(end) = self.tag(open + 2) else {
            self.sink.end(true);
            return None;
        };
        self.sink.end_tag(&self.name, ByteRange::new(open, end.at));
        Some(end.at)
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    fn find(&self, byte: u8, from: usize) -> Option<usize> {
        memchr(byte, self.bytes.get(from..)?).map(|at| from + at)
    }

    /// One past the next `byte`, or the end of the page.
    fn after(&self, byte: u8, from: usize) -> usize {
        self.find(byte, from).map_or(self.bytes.len(), |at| at + 1)
    }

    fn text(&mut self, start: usize, end: usize, context: Context) {
        if start < end {
            self.sink.text(ByteRange::new(start, end), context);
        }
    }

    /// Where a comment ends whose words begin at `start`: after "-->" or "--!>", or at once with ">" or "->".
    fn after_comment(&self, start: usize) -> usize {
        let rest = self.bytes.get(start..).unwrap_or_default();
        if rest.starts_with(b">") {
            return start + 1;
        }
        if rest.starts_with(b"->") {
            return start + 2;
        }
        let mut from = start;
        while let Some(end) = self.find(b'>', from) {
            let words = self.bytes.get(start..end).unwrap_or_default();
            if words.ends_with(b"--") || words.ends_with(b"--!") {
                return end + 1;
            }
            from = end + 1;
        }
        self.bytes.len()
    }

    /// Reads a tag from its name on; `None` if the page ends in it.
    fn tag(&mut self, name: usize) -> Option<TagEnd> {
        let rest = self.bytes.get(name..)?;
        let length = rest.iter().position(|byte| is_space(*byte) || matches!(byte, b'/' | b'>'))?;
        let words = self.source.get(name..name + length)?;
        self.name.clear();
        self.name.push_str(words);
        self.name.make_ascii_lowercase();
        if words.contains('\0') {
            self.name = self.name.replace('\0', "\u{FFFD}");
        }
        self.attributes.clear();
        let mut at = name + length;
        loop {
            // Before an attribute's name.
            match self.byte(at)? {
                byte if is_space(byte) => at += 1,
                b'>' => return Some(TagEnd { at: at + 1, self_closing: false }),
                b'/' if self.byte(at + 1)? == b'>' => return Some(TagEnd { at: at + 2, self_closing: true }),
                b'/' => at += 1,
                _ => at = self.attribute(at)?,
            }
        }
    }

    /// Reads one attribute whose name begins at `start`; returns what follows it.
    fn attribute(&mut self, start: usize) -> Option<usize> {
        // The first character belongs to the name whatever it is.
        let rest = self.bytes.get(start + 1..)?;
        let is_end = |byte: &u8| is_space(*byte) || matches!(byte, b'/' | b'>' | b'=');
        let end = start + 1 + rest.iter().position(is_end)?;
        let name = ByteRange::new(start, end);
        let mut at = end;
        while is_space(self.byte(at)?) {
            at += 1;
        }
        if self.byte(at)? != b'=' {
            self.attributes.push(AttributeToken { name, value: ByteRange::new(end, end) });
            return Some(at);
        }
        at += 1;
        while is_space(self.byte(at)?) {
            at += 1;
        }
        let (value, after) = match self.byte(at)? {
            quote @ (b'"' | b'\'') => {
                let close = self.find(quote, at + 1)?;
                (ByteRange::new(at + 1, close), close + 1)
            }
            // "<a href=>"
            b'>' => (ByteRange::new(end, end), at),
            _ => {
                let rest = self.bytes.get(at..)?;
                let close = at + rest.iter().position(|byte| is_space(*byte) || *byte == b'>')?;
                (ByteRange::new(at, close), close)
            }
        };
        self.attributes.push(AttributeToken { name, value });
        Some(after)
    }

    /// Whether an end tag of the element that was opened last stands at `open`.
    fn is_end_tag(&self, open: usize) -> bool {
        let Some(rest) = self.bytes.get(open..) else { return false };
        let name = self.name.as_bytes();
        rest.starts_with(b"</")
            && rest.get(2..2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name))
            && rest.get(2 + name.len()).is_some_and(|after| is_space(*after) || matches!(after, b'/' | b'>'))
    }

    fn end_of_text(&self, start: usize) -> Option<usize> {
        let mut from = start;
        loop {
            let open = self.find(b'<', from)?;
            if self.is_end_tag(open) {
                return Some(open);
            }
            from = open + 1;
        }
    }

    /// Scripts may hide markup in a comment, and a whole script in that: there its end tag ends nothing.
    fn end_of_script(&self, start: usize) -> Option<usize> {
        let mut from = start;
        loop {
            let open = self.find(b'<', from)?;
            if self.is_end_tag(open) {
                return Some(open);
            }
            from = open + 1;
            if !self.bytes.get(open..)?.starts_with(b"<!--") {
                continue;
            }
            match self.hidden_script(open + 4)? {
                Hidden::Ended(tag) => return Some(tag),
                Hidden::Left(after) => from = after,
            }
        }
    }

    /// Reads a script's comment from behind its "<!--". `None` if the page ends in it.
    fn hidden_script(&self, start: usize) -> Option<Hidden> {
        let (mut at, mut within) = (start, false);
        loop {
            let rest = self.bytes.get(at..)?;
            at += memchr2(b'<', b'>', rest)?;
            if self.byte(at)? == b'>' {
                // The dashes of "<!--" count.
                if self.bytes.get(start - 2..at)?.ends_with(b"--") {
                    return Some(Hidden::Left(at + 1));
                }
                at += 1;
                continue;
            }
            if !within && self.is_end_tag(at) {
                return Some(Hidden::Ended(at));
            }
            // "<script" opens one within, "</script" closes that.
            let word = at + if within { 2 } else { 1 };
            let fits = !within || self.byte(at + 1)? == b'/';
            let rest = self.bytes.get(word..).unwrap_or_default();
            let is_script = fits
                && rest.get(..6).is_some_and(|found| found.eq_ignore_ascii_case(b"script"))
                && rest.get(6).is_some_and(|after| is_space(*after) || matches!(after, b'/' | b'>'));
            if is_script {
                within = !within;
                // The sign after the name is used up, so that ">" ends no comment there.
                at = word + 7;
            } else {
                at += 1;
            }
        }
    }
}

/// How a script's comment ends.
enum Hidden {
    /// By the script's end tag, which stands here.
    Ended(usize),
    /// By "-->", after which the script goes on.
    Left(usize),
}

/// White space within tags.
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c)
}

#[cfg(test)]
mod tests;
