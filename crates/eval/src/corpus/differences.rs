//! Where two annotations of an article part, claim by claim.

use std::fmt;

use super::{Article, CorpusClaim, PredictedClaim, matched};
use crate::attribution::Attribution;
use crate::names::claimants_agree;
use crate::words::Chars;

/// A claim, or a mention, that one annotation has and the other has not, or has otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub article: String,
    /// Line of the claim in the article's text without marks, from 1; paragraphs are lines.
    pub paragraph: usize,
    pub kind: DifferenceKind,
    /// "source | cue | content", as they stand.
    pub gold: String,
    pub found: String,
}

/// How the two part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DifferenceKind {
    Missed,
    /// In no claim of the gold.
    Extra,
    /// Same content, another claimant.
    Claimant,
    /// Same content and claimant, another form.
    Form,
    /// Same content and claimant, another position.
    Position,
    /// Same mention, another actor.
    Actor,
}

impl fmt::Display for DifferenceKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Missed => "missed",
            Self::Extra => "extra",
            Self::Claimant => "claimant",
            Self::Form => "form",
            Self::Position => "position",
            Self::Actor => "actor",
        })
    }
}

/// All differences, in text order.
pub fn differences(article: &Article, predicted: &[PredictedClaim]) -> Vec<Difference> {
    let text: Vec<char> = article.text.chars().collect();
    let gold: Vec<&CorpusClaim> = article.claims.values().collect();
    let pairs = matched(article, predicted);
    let mut found = Vec::new();
    let mut put = |kind, place: &Attribution, gold: String, predicted: String| {
        let start = first(place);
        let paragraph = text.iter().take(start).filter(|&&c| c == '\n').count() / 2 + 1;
        found.push((start, Difference { article: article.id.clone(), paragraph, kind, gold, found: predicted }));
    };
    for &(i, j) in &pairs {
        let (Some(g), Some(p)) = (gold.get(i), predicted.get(j)) else { continue };
        let position = |position: &Option<String>| position.clone().unwrap_or_else(|| "unsaid".to_owned());
        if !claimants_agree(&g.codes.by, &p.claimants, &article.text, &g.attribution, &p.attribution) {
            let gold = format!("{} — {}", g.codes.by.join(" + "), parts(&g.attribution, &text));
            put(
                DifferenceKind::Claimant,
                &g.attribution,
                gold,
                format!("{} — {}", p.claimants, parts(&p.attribution, &text)),
            );
        } else if g.codes.form != p.form {
            let gold = format!("{} — {}", g.codes.form, parts(&g.attribution, &text));
            put(DifferenceKind::Form, &g.attribution, gold, p.form.clone());
        } else if g.codes.position != p.position {
            let gold = format!("{} — {}", position(&g.codes.position), parts(&g.attribution, &text));
            put(DifferenceKind::Position, &g.attribution, gold, position(&p.position));
        }
    }
    for (index, claim) in gold.iter().enumerate() {
        if !pairs.iter().any(|&(i, _)| i == index) {
            let gold = format!("tier {} — {}", claim.codes.tier, parts(&claim.attribution, &text));
            put(DifferenceKind::Missed, &claim.attribution, gold, String::new());
        }
    }
    for (index, claim) in predicted.iter().enumerate() {
        if !pairs.iter().any(|&(_, j)| j == index) {
            let predicted = format!("{} — {}", claim.rule, parts(&claim.attribution, &text));
            put(DifferenceKind::Extra, &claim.attribution, String::new(), predicted);
        }
    }
    found.sort_by_key(|(start, difference)| (*start, difference.kind));
    found.into_iter().map(|(_, difference)| difference).collect()
}

fn first(attribution: &Attribution) -> usize {
    let all = attribution.source.iter().chain(&attribution.cue).chain(&attribution.content);
    all.map(|span| span[0]).min().unwrap_or_default()
}

fn parts(attribution: &Attribution, text: &[char]) -> String {
    let words = |spans: &[Chars]| {
        let slices =
            spans.iter().map(|&[start, end]| text.get(start..end).unwrap_or_default().iter().collect::<String>());
        slices.collect::<Vec<_>>().join(" … ")
    };
    format!("{} | {} | {}", words(&attribution.source), words(&attribution.cue), words(&attribution.content))
}
