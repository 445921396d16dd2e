//! Quotation marks in pairs: which stretches of the text stand in marks.

use std::ops::Range;

use crate::text::{TextLayer, TokenKind};
use crate::zones::{Zone, ZoneKind};

/// A stretch in quotation marks, by tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quoted {
    /// The opening mark up to one past the closing one. Where the closing mark is missing the end of the paragraph or
    /// sentence; where the opening one is (the paragraph goes on with a quotation of the one before) its start.
    pub tokens: Range<usize>,
    /// Words between the marks.
    pub words: usize,
    /// The closing mark is missing because the quotation goes on in the next paragraph.
    pub goes_on: bool,
    /// It goes on from the paragraph before.
    pub continues: bool,
    /// Index of the stretch around it.
    pub parent: Option<usize>,
}

/// All quoted stretches of a document, outer before inner, in text order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Quotations {
    pub all: Vec<Quoted>,
    /// For each token the innermost stretch it stands in, marks included.
    inside: Vec<Option<usize>>,
}

impl Quotations {
    /// Pairs the marks of each zone. Linear.
    pub fn find(text: &str, layer: &TextLayer) -> Self {
        let mut found = Self { all: Vec::new(), inside: vec![None; layer.tokens.len()] };
        let mut carried = false;
        let mut first = 0;
        for (index, zone) in layer.zones.iter().enumerate() {
            let end = layer.tokens.partition_point(|token| token.at.start < zone.at.end);
            let tokens = first.min(end)..end;
            first = end;
            if tokens.is_empty() {
                continue;
            }
            let next_opens = layer.tokens.get(end).is_some_and(|token| token.kind == TokenKind::OpenQuote)
                && layer.zones.get(index + 1).is_some_and(|next| is_prose(next) && is_prose(zone));
            carried = found.pair(text, layer, tokens, next_opens, carried);
        }
        found.all.sort_by_key(|quoted| (quoted.tokens.start, std::cmp::Reverse(quoted.tokens.end)));
        let mut open: Vec<usize> = Vec::new();
        for index in 0..found.all.len() {
            let start = found.all.get(index).map_or(0, |quoted| quoted.tokens.start);
            while open.last().and_then(|&last| found.all.get(last)).is_some_and(|last| last.tokens.end <= start) {
                open.pop();
            }
            if let Some(quoted) = found.all.get_mut(index) {
                quoted.parent = open.last().copied();
                let tokens = quoted.tokens.clone();
                // Inner stretches come later and overwrite; each token is written once for every depth it has.
                if let Some(inside) = found.inside.get_mut(tokens) {
                    inside.fill(Some(index));
                }
            }
            open.push(index);
        }
        found
    }

    /// The innermost stretch around a token.
    pub fn around(&self, token: usize) -> Option<usize> {
        self.inside.get(token).copied().flatten()
    }

    pub fn get(&self, index: usize) -> Option<&Quoted> {
        self.all.get(index)
    }

    /// The outermost stretch around a token.
    pub fn outermost(&self, token: usize) -> Option<usize> {
        let mut index = self.around(token)?;
        while let Some(parent) = self.get(index).and_then(|quoted| quoted.parent) {
            index = parent;
        }
        Some(index)
    }

    /// The stretch that begins with the mark at `token`.
    pub fn opening_at(&self, token: usize) -> Option<usize> {
        self.around(token)?;
        let index = self.all.partition_point(|quoted| quoted.tokens.start < token);
        self.get(index).filter(|quoted| quoted.tokens.start == token).map(|_| index)
    }

    /// The outermost of the stretches that end just before `token`.
    pub fn closing_before(&self, token: usize) -> Option<usize> {
        let last = token.checked_sub(1)?;
        let mut index = self.around(last)?;
        self.get(index).filter(|quoted| quoted.tokens.end == token)?;
        while let Some(parent) = self.get(index).and_then(|quoted| quoted.parent) {
            if self.get(parent).is_none_or(|quoted| quoted.tokens.end != token) {
                break;
            }
            index = parent;
        }
        Some(index)
    }

    /// Pairs the marks of one zone; whether its last quotation goes on in the next.
    fn pair(&mut self, text: &str, layer: &TextLayer, tokens: Range<usize>, next_opens: bool, carried: bool) -> bool {
        let mut open: Vec<(usize, bool)> = Vec::new();
        let mut closed_any = false;
        let push = |found: &mut Vec<Quoted>, tokens: Range<usize>, goes_on: bool, continues: bool| {
            let words = tokens
                .clone()
                .filter(|&index| {
                    layer
                        .tokens
                        .get(index)
                        .is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
                })
                .count();
            found.push(Quoted { tokens, words, goes_on, continues, parent: None });
        };
        for index in tokens.clone() {
            let Some(token) = layer.tokens.get(index) else { break };
            let is_single = || {
                token.at.slice(text).is_some_and(|mark| {
                    mark.len() < 4
                        && mark.chars().count() == 1
                        && matches!(mark.chars().next(), Some('\'' | '‘' | '’' | '‚' | '‹' | '›' | '`'))
                })
            };
            match token.kind {
                TokenKind::OpenQuote => open.push((index, is_single())),
                TokenKind::CloseQuote => {
                    let single = is_single();
                    if let Some(place) = open.iter().rposition(|&(_, kind)| kind == single) {
                        let (start, _) = open.swap_remove(place);
                        open.truncate(place);
                        push(&mut self.all, start..index + 1, false, carried && start == tokens.start);
                    } else if carried && !closed_any && open.is_empty() {
                        push(&mut self.all, tokens.start..index + 1, false, true);
                    }
                    closed_any = true;
                }
                _ => {}
            }
        }
        // What is still open: the outermost counts; inner ones are stray marks.
        let Some(&(start, _)) = open.first() else { return false };
        let to_the_end = next_opens || start == tokens.start;
        let end = if to_the_end {
            tokens.end
        } else {
            layer
                .sentence_of(start)
                .and_then(|sentence| layer.sentences.get(sentence))
                .map_or(tokens.end, |s| s.tokens.end)
        };
        self.all.retain(|quoted| quoted.tokens.start < start || quoted.tokens.end <= end);
        push(&mut self.all, start..end, next_opens, carried && start == tokens.start);
        next_opens
    }
}

fn is_prose(zone: &Zone) -> bool {
    matches!(zone.kind, ZoneKind::Block(_)) && zone.holds_claims()
}
