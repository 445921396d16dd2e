//! From tokens to sentences.

use rapporteur_core::ByteRange;

use super::abbreviations::{Stop, opens_sentence, stop_after};
use super::token::{Sentence, Token, TokenKind};

/// A bracket that is not closed within so many tokens does not hold sentences together.
const BRACKET_REACH: usize = 60;

/// Verbs that may follow a question or exclamation in marks and its speaker's name: "“No!” Okello said."
const SPEECH: &[&str] = &[
    "said",
    "says",
    "asked",
    "asks",
    "told",
    "tells",
    "wrote",
    "writes",
    "added",
    "adds",
    "cried",
    "shouted",
    "replied",
    "wondered",
    "exclaimed",
    "tweeted",
    "declared",
    "answered",
    "insisted",
    "joked",
    "yelled",
    "chanted",
    "demanded",
];

/// Cuts the tokens `from..` of one zone into sentences.
pub(super) fn split(text: &str, tokens: &[Token], from: usize, zone: usize, sentences: &mut Vec<Sentence>) {
    let count = tokens.len();
    let closed_at = brackets(text, tokens, from);
    let mut start = from;
    let mut index = from;
    while index < count {
        let mut end = index + 1;
        let mut ends = end == count || has_blank_line(text, tokens, index);
        if !ends && let Some(stop) = terminator(text, tokens, index) {
            while end < count
                && (closes(text, tokens, end) || is_stop(word(text, tokens, end)))
                && !has_blank_line(text, tokens, end - 1)
            {
                end += 1;
            }
            let bracketed = closed_at[index - from] >= end;
            ends = end == count
                || has_blank_line(text, tokens, end - 1)
                || (!bracketed && begins(text, tokens, stop, index, end, from));
        }
        if ends {
            push(tokens, start, end, zone, sentences);
            start = end;
        }
        index = end;
    }
    if start < count {
        push(tokens, start, count, zone, sentences);
    }
}

fn push(tokens: &[Token], start: usize, end: usize, zone: usize, sentences: &mut Vec<Sentence>) {
    if let (Some(first), Some(last)) = (tokens.get(start), tokens.get(end - 1)) {
        sentences.push(Sentence { at: ByteRange::new(first.at.start, last.at.end), tokens: start..end, zone });
    }
}

fn word<'t>(text: &'t str, tokens: &[Token], index: usize) -> &'t str {
    tokens.get(index).and_then(|token| token.at.slice(text)).unwrap_or_default()
}

fn is_stop(word: &str) -> bool {
    matches!(word, "!" | "?" | "…" | "‽" | "。") || (word.starts_with('.') && word.bytes().all(|byte| byte == b'.'))
}

/// What the token does to the sentence if it may end one.
fn terminator(text: &str, tokens: &[Token], index: usize) -> Option<Stop> {
    let token = word(text, tokens, index);
    // Most tokens are words without a stop.
    if token.ends_with(|last: char| last.is_ascii_alphanumeric()) {
        return None;
    }
    if is_stop(token) {
        return Some(Stop::Full);
    }
    let stem = token.strip_suffix('.')?;
    let next = word(text, tokens, index + 1).chars().next();
    Some(match stop_after(stem, next) {
        Stop::Full => Stop::Either,
        stop => stop,
    })
}

/// Closing marks and brackets belong to the sentence they close.
fn closes(text: &str, tokens: &[Token], index: usize) -> bool {
    let Some(token) = tokens.get(index) else { return false };
    token.kind == TokenKind::CloseQuote || (token.glued && matches!(word(text, tokens, index), ")" | "]" | "}"))
}

/// Whether a new sentence begins at token `next`, after the stop at `stop_at`.
fn begins(text: &str, tokens: &[Token], stop: Stop, stop_at: usize, next: usize, from: usize) -> bool {
    // "1. First point"
    if stop_at == from + 1 && tokens.get(from).is_some_and(|token| token.kind == TokenKind::Number) {
        return false;
    }
    let first_word = (next..tokens.len()).take(4).find(|&index| {
        tokens.get(index).is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
    });
    let Some(first_word) = first_word else { return stop == Stop::Full };
    let dash = matches!(word(text, tokens, next), "—" | "–" | "-" | "--" | "," | ";" | ":");
    let opening = word(text, tokens, first_word);
    let lower = opening.chars().next().is_some_and(char::is_lowercase);
    if dash || lower || opening.starts_with(['\'', '’']) {
        return false;
    }
    let quoted_stop =
        next > stop_at + 1 && tokens.get(next - 1).is_some_and(|token| token.kind == TokenKind::CloseQuote);
    if quoted_stop
        && matches!(word(text, tokens, stop_at), "!" | "?" | "…" | "...")
        && speaker_follows(text, tokens, next)
    {
        return false;
    }
    match stop {
        Stop::Full => true,
        Stop::InWord => false,
        Stop::Either => {
            opens_sentence(opening)
                || tokens.get(next).is_some_and(|token| token.kind == TokenKind::OpenQuote) && opens_sentence(opening)
        }
    }
}

/// "Okello said", "Foreign Minister Ravi Sundqvist asked".
fn speaker_follows(text: &str, tokens: &[Token], next: usize) -> bool {
    for index in next..tokens.len().min(next + 7) {
        let word = word(text, tokens, index);
        if SPEECH.contains(&word) {
            return true;
        }
        let named =
            word.chars().next().is_some_and(char::is_uppercase) || matches!(word, "’s" | "'s" | "of" | "the" | "-");
        if !named {
            return false;
        }
    }
    false
}

/// For each token the index of the bracket that closes around it; 0 outside brackets.
fn brackets(text: &str, tokens: &[Token], from: usize) -> Vec<usize> {
    let mut closed_at = vec![0; tokens.len() - from];
    let mut open: Vec<usize> = Vec::new();
    for index in from..tokens.len() {
        if tokens[index].kind != TokenKind::Punctuation {
            continue;
        }
        match word(text, tokens, index) {
            "(" | "[" => open.push(index),
            ")" | "]" => {
                if let Some(start) = open.pop()
                    && open.is_empty()
                    && index - start <= BRACKET_REACH
                {
                    closed_at[start - from..index - from].fill(index);
                }
            }
            _ => {}
        }
    }
    closed_at
}

/// Whether a blank line stands behind token `index`.
fn has_blank_line(text: &str, tokens: &[Token], index: usize) -> bool {
    let (Some(left), Some(right)) = (tokens.get(index), tokens.get(index + 1)) else { return false };
    !right.glued
        && right.at.start > left.at.end + 1
        && text
            .get(left.at.end..right.at.start)
            .is_some_and(|gap| gap.bytes().filter(|&byte| byte == b'\n').count() > 1)
}
