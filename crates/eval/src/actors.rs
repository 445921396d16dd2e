//! Actor mentions as the benchmark's JSON lines hold them, and their score.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::pairing::one_to_one;
use crate::rows::{Marked, MarkedText};
use crate::tally::{Count, Share};

/// A mention to be found. Positions are code points.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct GoldMention {
    pub start: usize,
    pub end: usize,
    pub kind: String,
    /// ISO 3166-1 alpha-3, or INT for a body that belongs to no state.
    #[serde(default)]
    pub canonical: Option<String>,
    /// Kind of phrase, in sets that mark the two parties of an event.
    #[serde(default)]
    pub class: Option<String>,
    /// Neither asked for nor counted against.
    #[serde(default)]
    pub ignore: bool,
}

/// A sentence with its mentions: a line of the benchmark's files.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ActorRow {
    pub id: String,
    pub set: String,
    pub text: String,
    pub mentions: Vec<GoldMention>,
}

impl Marked for ActorRow {
    fn marked(&self) -> MarkedText<'_> {
        let marks = self.mentions.iter().map(|mention| [mention.start, mention.end]).collect();
        MarkedText { id: &self.id, text: &self.text, marks }
    }
}

/// A mention that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FoundMention {
    pub start: usize,
    pub end: usize,
    /// The actor's kind; "nationality" for an adjective, "description" for a phrase that is no name.
    pub kind: String,
    /// ISO 3166-1 alpha-3 of the state it is or belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

/// Sets in which only the two parties of an event are marked: no precision can be had there, only codes.
const EVENT_SETS: [&str; 2] = ["plover", "ngec"];
const SCORED: [&str; 3] = ["person", "organisation", "state"];
const ALL: &str = "all";

/// What was counted over the rows of one set.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ActorTally {
    pub rows: usize,
    /// Same span, by class and "all".
    pub strict: BTreeMap<String, Hits>,
    /// Spans overlap, classes agree, one to one.
    pub lenient: BTreeMap<String, Hits>,
    /// Country codes of states and peoples, or of the parties of events by kind of phrase and "all".
    pub codes: BTreeMap<String, Codes>,
}

/// Found, invented, missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hits {
    pub right: usize,
    pub invented: usize,
    pub missed: usize,
}

impl Hits {
    pub fn count(self) -> Count {
        Count::whole(self.right, self.right + self.invented, self.right + self.missed)
    }
}

/// Mentions that have a code, those found with any code, those with the right one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Codes {
    pub gold: usize,
    pub found: usize,
    pub right: usize,
}

impl Codes {
    /// Of all that have a code, those coded right.
    pub const fn recall(self) -> Share {
        Share { right: self.right, of: self.gold }
    }

    /// Of those coded at all.
    pub const fn accuracy(self) -> Share {
        Share { right: self.right, of: self.found }
    }
}

/// A mention reduced to what is compared.
struct Scored<'a> {
    start: usize,
    end: usize,
    class: &'a str,
    code: Option<&'a str>,
}

impl Scored<'_> {
    fn overlap(&self, other: &Self) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }
}

impl ActorTally {
    /// Counts one row.
    pub fn add(&mut self, row: &ActorRow, found: &[FoundMention]) {
        self.rows += 1;
        let text: Vec<char> = row.text.chars().collect();
        let found: Vec<Scored<'_>> = found
            .iter()
            .map(|mention| {
                let (start, end) = trim(&text, mention.start, mention.end);
                Scored { start, end, class: class_of(&mention.kind), code: mention.country.as_deref() }
            })
            .collect();
        if EVENT_SETS.contains(&row.set.as_str()) {
            self.add_event(row, &text, &found);
        } else {
            self.add_mentions(row, &text, &found);
        }
    }

    fn add_mentions(&mut self, row: &ActorRow, text: &[char], found: &[Scored<'_>]) {
        let (mut wanted, mut passed_over) = (Vec::new(), Vec::new());
        for mention in &row.mentions {
            let (start, end) = trim(text, mention.start, mention.end);
            let class = if mention.kind == "party" { "organisation" } else { mention.kind.as_str() };
            let gold = Scored { start, end, class, code: mention.canonical.as_deref() };
            self.count_code(&gold, found);
            if mention.ignore { passed_over.push(gold) } else { wanted.push(gold) }
        }
        let candidates: Vec<&Scored<'_>> = found.iter().filter(|found| SCORED.contains(&found.class)).collect();
        for exact in [true, false] {
            let table = if exact { &mut self.strict } else { &mut self.lenient };
            let pairs = longest_overlap(&wanted, &candidates, exact);
            let answered: Vec<&Scored<'_>> = pairs.iter().filter_map(|&(gold, _)| wanted.get(gold)).collect();
            for (index, gold) in wanted.iter().enumerate() {
                let right = pairs.iter().any(|&(gold, _)| gold == index);
                count(table, gold.class, |hits| if right { hits.right += 1 } else { hits.missed += 1 });
            }
            for (index, &candidate) in candidates.iter().enumerate() {
                let taken = pairs.iter().any(|&(_, candidate)| candidate == index);
                // One more answer inside a mention that was found is no mistake; leniently.
                let again =
                    !exact && answered.iter().any(|gold| gold.class == candidate.class && gold.overlap(candidate) > 0);
                if !taken && !again && !passed_over.iter().any(|gold| gold.overlap(candidate) > 0) {
                    count(table, candidate.class, |hits| hits.invented += 1);
                }
            }
        }
    }

    /// The code of a state or people, whatever the answer calls it.
    fn count_code(&mut self, gold: &Scored<'_>, found: &[Scored<'_>]) {
        let (Some(code), "state" | "group") = (gold.code, gold.class) else { return };
        let mut answers: Vec<&Scored<'_>> = found
            .iter()
            .filter(|found| matches!(found.class, "state" | "group" | "place"))
            .filter(|found| found.code.is_some() && gold.overlap(found) > 0)
            .collect();
        answers.sort_by_key(|found| (std::cmp::Reverse(gold.overlap(found)), found.end - found.start));
        let codes = self.codes.entry(gold.class.to_owned()).or_default();
        codes.gold += 1;
        codes.found += usize::from(!answers.is_empty());
        codes.right += usize::from(answers.first().is_some_and(|best| best.code == Some(code)));
    }

    /// The parties of an event: is each coded, and right?
    fn add_event(&mut self, row: &ActorRow, text: &[char], found: &[Scored<'_>]) {
        for mention in &row.mentions {
            let (start, end) = trim(text, mention.start, mention.end);
            let gold = Scored { start, end, class: "", code: mention.canonical.as_deref() };
            let answers = found.iter().filter(|found| gold.overlap(found) > 0);
            let (is_found, right) = if gold.code == Some("INT") {
                let bodies: Vec<_> = answers.filter(|found| matches!(found.class, "organisation" | "person")).collect();
                (!bodies.is_empty(), bodies.iter().any(|found| found.code.is_none()))
            } else {
                let mut coded: Vec<_> = answers.filter(|found| found.code.is_some()).collect();
                // The widest stands for the phrase; of equals the later, which is its head.
                coded.sort_by_key(|found| (std::cmp::Reverse(gold.overlap(found)), std::cmp::Reverse(found.start)));
                (!coded.is_empty(), coded.first().is_some_and(|best| best.code == gold.code))
            };
            for class in [mention.class.as_deref().unwrap_or(""), ALL] {
                let codes = self.codes.entry(class.to_owned()).or_default();
                codes.gold += 1;
                codes.found += usize::from(is_found);
                codes.right += usize::from(right);
            }
        }
    }
}

fn count(table: &mut BTreeMap<String, Hits>, class: &str, change: impl Fn(&mut Hits)) {
    for class in [class, ALL] {
        change(table.entry(class.to_owned()).or_default());
    }
}

/// Pairs of one class, longest overlap first.
fn longest_overlap(gold: &[Scored<'_>], found: &[&Scored<'_>], exact: bool) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, p) in found.iter().enumerate() {
            let overlap = g.overlap(p);
            let same_span = g.start == p.start && g.end == p.end;
            if overlap > 0 && g.class == p.class && (!exact || same_span) {
                pairs.push((std::cmp::Reverse(overlap), g.end.abs_diff(p.end), g.start.abs_diff(p.start), i, j));
            }
        }
    }
    pairs.sort_unstable();
    one_to_one(pairs.into_iter().map(|(_, _, _, i, j)| (i, j)), gold.len(), found.len())
}

/// Without white space around it, a leading article and a possessive ending, so that conventions do not count.
fn trim(text: &[char], mut start: usize, mut end: usize) -> (usize, usize) {
    end = end.min(text.len());
    let space = |at: usize| text.get(at).is_some_and(|c| c.is_whitespace());
    while start < end && space(start) {
        start += 1;
    }
    while end > start && space(end - 1) {
        end -= 1;
    }
    let begins = |article: &str| {
        let count = article.chars().count();
        end - start > count
            && article.chars().zip(text.get(start..end).unwrap_or_default()).all(|(a, b)| a == b.to_ascii_lowercase())
    };
    if let Some(article) = ["the ", "a ", "an "].into_iter().find(|article| begins(article)) {
        start += article.len();
    }
    let ends = |ending: &str| {
        let count = ending.chars().count();
        end - start > count
            && ending.chars().rev().zip(text.get(start..end).unwrap_or_default().iter().rev()).all(|(a, b)| a == *b)
    };
    if let Some(ending) = ["'s", "’s", "'", "’"].into_iter().find(|ending| ends(ending)) {
        end -= ending.chars().count();
    }
    (start, end)
}

/// The class a kind is scored as.
fn class_of(kind: &str) -> &str {
    match kind {
        "alliance" => "organisation",
        "nationality" => "group",
        "office" | "description" => "other",
        kind => kind,
    }
}
