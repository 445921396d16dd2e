//! Mentions of a whole article: the same words and the right actor.
//!
//! Gold names actors as its annotator pleased; which found actor is meant by a name is the one it shares most mentions with.

use std::collections::BTreeMap;

use rapporteur_core::Document;
use serde::Deserialize;

use crate::corpus::{Difference, DifferenceKind};
use crate::pairing::one_to_one;
use crate::rows::{Marked, MarkedText};
use crate::tally::{Count, Share};

/// An article with every mention of an actor: a line of a file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct MentionRow {
    pub id: String,
    /// The text of the article, read as if it had been pasted into a file.
    pub article: String,
    pub mentions: Vec<ActorMention>,
}

impl Marked for MentionRow {
    fn marked(&self) -> MarkedText<'_> {
        let marks = self.mentions.iter().map(|mention| [mention.start, mention.end]).collect();
        MarkedText { id: &self.id, text: &self.article, marks }
    }
}

/// Positions are code points of the article.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ActorMention {
    pub start: usize,
    pub end: usize,
    /// One name for one actor throughout the article.
    pub actor: String,
    /// "actor" or "place".
    #[serde(default)]
    pub sense: Option<String>,
    /// Neither asked for nor counted against: what two annotators may see in two ways.
    #[serde(default)]
    pub optional: bool,
}

/// What was counted over articles.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MentionTally {
    pub articles: usize,
    /// Same words and the right actor.
    pub right: Count,
    /// Same words, whoever is meant.
    pub spans: Count,
    /// Of the right ones, those read as actor or place as annotated.
    pub senses: Share,
    pub differences: Vec<Difference>,
}

impl MentionTally {
    pub fn add(&mut self, other: Self) {
        self.articles += other.articles;
        self.right.add(other.right);
        self.spans.add(other.spans);
        self.senses.add(other.senses);
        self.differences.extend(other.differences);
    }
}

/// A mention the program found: place, index of the actor, sense.
struct Found<'a> {
    at: [usize; 2],
    actor: usize,
    sense: &'a str,
}

/// Scores what the program made of the article. A found mention is counted unless its words are an optional mention.
pub fn score_mentions(row: &MentionRow, document: &Document) -> MentionTally {
    let found: Vec<Found<'_>> = document
        .actors
        .iter()
        .enumerate()
        .flat_map(|(actor, known)| {
            known.mentions.iter().map(move |it| Found { at: it.at.chars, actor, sense: it.sense.as_str() })
        })
        .collect();
    let meant = meant(row, &found, document.actors.len());
    let is_right = |gold: &ActorMention, it: &Found<'_>| {
        it.at == [gold.start, gold.end] && meant.get(gold.actor.as_str()) == Some(&it.actor)
    };
    let text: Vec<char> = row.article.chars().collect();
    let words = |start: usize, end: usize| text.get(start..end).unwrap_or_default().iter().collect::<String>();
    let id = |actor: usize| document.actors.get(actor).map_or("", |known| known.id.as_str());
    let mut tally = MentionTally { articles: 1, ..MentionTally::default() };
    let mut put = |kind, start, gold: String, found: String| {
        let before = text.get(..start).unwrap_or_default();
        let paragraph = before.iter().filter(|&&c| c == '\n').count() + 1;
        tally.differences.push(Difference { article: row.id.clone(), paragraph, kind, gold, found });
    };
    let (mut asked, mut right, mut spans, mut senses) = (0, 0, 0, Share::default());
    for gold in row.mentions.iter().filter(|gold| !gold.optional) {
        asked += 1;
        let same: Vec<&Found<'_>> = found.iter().filter(|it| it.at == [gold.start, gold.end]).collect();
        spans += usize::from(!same.is_empty());
        let wanted = format!("{} = {}", words(gold.start, gold.end), gold.actor);
        if let Some(hit) = same.iter().find(|it| is_right(gold, it)) {
            right += 1;
            if let Some(sense) = &gold.sense {
                senses.count(sense == hit.sense);
            }
        } else if let Some(other) = same.first() {
            put(DifferenceKind::Actor, gold.start, wanted, id(other.actor).to_owned());
        } else {
            put(DifferenceKind::Missed, gold.start, wanted, String::new());
        }
    }
    let mut predicted = 0;
    for it in &found {
        let mut same = row.mentions.iter().filter(|gold| it.at == [gold.start, gold.end]).peekable();
        if same.peek().is_none() {
            let [start, end] = it.at;
            put(DifferenceKind::Extra, start, String::new(), format!("{} = {}", words(start, end), id(it.actor)));
        }
        predicted += usize::from(!same.any(|gold| gold.optional));
    }
    tally.right = Count::whole(right, predicted, asked);
    tally.spans = Count::whole(spans, predicted, asked);
    tally.senses = senses;
    tally.differences.sort_by_key(|difference| difference.paragraph);
    tally
}

/// The found actor each name of the gold stands for, one to one.
fn meant<'g>(row: &'g MentionRow, found: &[Found<'_>], actors: usize) -> BTreeMap<&'g str, usize> {
    let names: Vec<&str> = {
        let all: std::collections::BTreeSet<&str> = row.mentions.iter().map(|gold| gold.actor.as_str()).collect();
        all.into_iter().collect()
    };
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for gold in row.mentions.iter().filter(|gold| !gold.optional) {
        let Ok(name) = names.binary_search(&gold.actor.as_str()) else { continue };
        for it in found.iter().filter(|it| it.at == [gold.start, gold.end]) {
            *shared.entry((name, it.actor)).or_default() += 1;
        }
    }
    let mut pairs: Vec<_> = shared.into_iter().collect();
    pairs.sort_by_key(|(pair, count)| (std::cmp::Reverse(*count), *pair));
    let taken = one_to_one(pairs.into_iter().map(|(pair, _)| pair), names.len(), actors);
    taken.into_iter().filter_map(|(name, actor)| Some((*names.get(name)?, actor))).collect()
}
