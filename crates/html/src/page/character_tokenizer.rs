//! What the tokenizer is held against: `html5gum`, the state machine of the HTML standard, character by character.
//!
//! Only positions of `<`, `>` and of where an attribute begins are taken from it; everything else follows from the page.

use std::convert::Infallible;

use html5gum::{Emitter, Error, State};
use rapporteur_core::ByteRange;

use super::references::Context;
use super::tokens::{AttributeToken, TextContent, TokenSink, Tokenizer};

/// Tokens as `html5gum` reads them.
#[derive(Debug, Clone, Copy, Default)]
pub struct CharacterTokenizer;

impl Tokenizer for CharacterTokenizer {
    fn tokenize(&self, source: &str, sink: &mut dyn TokenSink) {
        let emitter = Positions {
            source,
            sink,
            position: 0,
            last_end: 0,
            text_seen: false,
            context: Context::Text,
            content: TextContent::Markup,
            open: None,
            open_is_unfinished: false,
            tag: Vec::new(),
            is_end_tag: false,
            self_closing: false,
            attributes: Vec::new(),
            last_start_tag: Vec::new(),
        };
        let Ok(()) = html5gum::Tokenizer::new_with_emitter(source, emitter).finish();
    }
}

struct Positions<'s> {
    source: &'s str,
    sink: &'s mut dyn TokenSink,
    /// Bytes read so far.
    position: usize,
    /// Where the last tag, comment or document type ended: text starts here.
    last_end: usize,
    /// Whether there was text since then.
    text_seen: bool,
    context: Context,
    content: TextContent,
    /// Where the last `<` stands.
    open: Option<usize>,
    /// Whether nothing was made of that `<` yet, not even text.
    open_is_unfinished: bool,
    tag: Vec<u8>,
    is_end_tag: bool,
    self_closing: bool,
    attributes: Vec<AttributeToken>,
    /// What an end tag must be called to end a script.
    last_start_tag: Vec<u8>,
}

impl Positions<'_> {
    /// Hands over the text before `end`, the start of something else.
    fn flush_text(&mut self, end: usize) {
        let (mut start, seen) = (self.last_end, self.text_seen);
        self.text_seen = false;
        if !seen {
            return;
        }
        let holds_tag = || {
            let text = self.source.as_bytes().get(start..end).unwrap_or_default();
            memchr::memchr(b'<', text).is_some()
        };
        if self.content == TextContent::Markup && holds_tag() {
            // "</>" is no tag and no text: the standard drops it.
            while let Some(skip) = self.source.get(start..end).and_then(|text| text.find("</>")) {
                self.hand_over(start, start + skip);
                start += skip + 3;
            }
        }
        self.hand_over(start, end);
    }

    fn hand_over(&mut self, start: usize, end: usize) {
        if start < end {
            self.sink.text(ByteRange::new(start, end), self.context);
        }
    }

    /// Where the tag or comment being read began.
    fn open(&self) -> usize {
        self.open.unwrap_or(self.last_end).max(self.last_end)
    }

    fn finish_markup(&mut self) {
        self.last_end = self.position.min(self.source.len());
        self.open = None;
        self.open_is_unfinished = false;
        self.text_seen = false;
    }

    fn finish_attribute_name(&mut self) {
        let position = self.position;
        if let Some(last) = self.attributes.last_mut() {
            last.name.end = last.name.end.min(position);
        }
    }

    /// The value that starts at `start`: up to its quotation mark, or to a space or `>`.
    fn value_from(&self, start: usize) -> ByteRange {
        let bytes = self.source.as_bytes();
        let quote =
            start.checked_sub(1).and_then(|before| bytes.get(before)).filter(|byte| matches!(byte, b'"' | b'\''));
        let rest = bytes.get(start..).unwrap_or_default();
        let len = match quote {
            Some(quote) => memchr::memchr(*quote, rest),
            None => rest.iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'>'),
        };
        ByteRange::new(start, start + len.unwrap_or(rest.len()))
    }
}

impl Emitter for Positions<'_> {
    type Token = Infallible;

    fn set_last_start_tag(&mut self, last_start_tag: Option<&[u8]>) {
        self.last_start_tag.clear();
        self.last_start_tag.extend_from_slice(last_start_tag.unwrap_or_default());
    }

    fn emit_eof(&mut self) {
        // "</>" begins no tag, and the state machine does not say so.
        let dropped = self.source.get(self.open()..) == Some("</>");
        let end = if self.open_is_unfinished { self.open() } else { self.source.len() };
        self.flush_text(end);
        self.sink.end(self.open_is_unfinished && !dropped);
    }

    fn emit_error(&mut self, _error: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn emit_string(&mut self, text: &[u8]) {
        self.text_seen |= !text.is_empty();
        self.open_is_unfinished = false;
    }

    fn init_start_tag(&mut self) {
        self.tag.clear();
        self.is_end_tag = false;
        self.self_closing = false;
        self.attributes.clear();
    }

    fn init_end_tag(&mut self) {
        self.init_start_tag();
        self.is_end_tag = true;
    }

    fn init_comment(&mut self) {}

    fn emit_current_tag(&mut self) -> Option<State> {
        let open = self.open();
        self.flush_text(open);
        let at = ByteRange::new(open, self.position.min(self.source.len()));
        (self.context, self.content) = (Context::Text, TextContent::Markup);
        let mut next = None;
        if self.is_end_tag {
            self.sink.end_tag(&String::from_utf8_lossy(&self.tag), at);
            self.last_start_tag.clear();
        } else {
            let name = String::from_utf8_lossy(&self.tag);
            let content = self.sink.start_tag(&name, &self.attributes, self.self_closing, at);
            self.content = content;
            std::mem::swap(&mut self.last_start_tag, &mut self.tag);
            (next, self.context) = match content {
                TextContent::Markup => (None, Context::Text),
                TextContent::Escapable => (Some(State::RcData), Context::Text),
                TextContent::Raw => (Some(State::RawText), Context::Raw),
                TextContent::Script => (Some(State::ScriptData), Context::Raw),
                TextContent::Plain => (Some(State::PlainText), Context::Raw),
            };
        }
        self.finish_markup();
        next
    }

    fn emit_current_comment(&mut self) {
        let open = self.open();
        self.flush_text(open);
        self.finish_markup();
    }

    fn emit_current_doctype(&mut self) {
        self.emit_current_comment();
    }

    fn set_self_closing(&mut self) {
        self.self_closing = true;
    }

    fn set_force_quirks(&mut self) {}

    fn push_tag_name(&mut self, part: &[u8]) {
        self.tag.extend_from_slice(part);
    }

    fn push_comment(&mut self, _part: &[u8]) {}
    fn push_doctype_name(&mut self, _part: &[u8]) {}
    fn init_doctype(&mut self) {}

    fn init_attribute(&mut self) {
        self.finish_attribute_name();
        let start = self.position.saturating_sub(1);
        let rest = self.source.as_bytes().get(start..).unwrap_or_default();
        // The first character belongs to the name whatever it is.
        let len = rest.iter().skip(1).position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'='));
        let end = start + len.map_or(rest.len(), |len| len + 1);
        self.attributes.push(AttributeToken { name: ByteRange::new(start, end), value: ByteRange::new(end, end) });
    }

    fn init_attribute_value(&mut self) {
        let value = self.value_from(self.position);
        if let Some(last) = self.attributes.last_mut() {
            last.value = value;
        }
    }

    fn push_attribute_name(&mut self, _part: &[u8]) {}
    fn push_attribute_value(&mut self, _part: &[u8]) {}
    fn set_doctype_public_identifier(&mut self, _value: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _value: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _value: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _value: &[u8]) {}

    fn start_open_tag(&mut self) {
        self.open = Some(self.position.saturating_sub(1));
        self.open_is_unfinished = true;
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end_tag && !self.last_start_tag.is_empty() && self.last_start_tag == self.tag
    }

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }
}
