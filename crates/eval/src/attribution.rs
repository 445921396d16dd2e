//! Attributions as the benchmark's JSON lines hold them, and their score.

use rapporteur_core::{Claim, Quotation};
use serde::{Deserialize, Serialize};

use crate::pairing::pair;
use crate::quotes::{quotation_of, quoted_regions};
use crate::rows::{Marked, MarkedText};
use crate::tally::{Count, number};
use crate::words::{Chars, WordSet, words};

/// Who said what by which words. Positions are code points; a part has several stretches where it is interrupted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Attribution {
    pub source: Vec<Chars>,
    pub cue: Vec<Chars>,
    pub content: Vec<Chars>,
}

impl Attribution {
    /// The words of a claim.
    pub fn of(claim: &Claim) -> Self {
        Self {
            source: claim.source.iter().map(|source| source.at.chars).collect(),
            cue: claim.cue.iter().map(|cue| cue.at.chars).collect(),
            content: claim.content.iter().map(|content| content.at.chars).collect(),
        }
    }
}

/// A text with its attributions: a line of the benchmark's files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributionRow {
    pub id: String,
    pub text: String,
    pub attributions: Vec<Attribution>,
}

impl Marked for AttributionRow {
    fn marked(&self) -> MarkedText<'_> {
        let marks =
            self.attributions.iter().flat_map(|it| [&it.source, &it.cue, &it.content]).flatten().copied().collect();
        MarkedText { id: &self.id, text: &self.text, marks }
    }
}

/// What is measured, in the order it is shown. The first field is the name in tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(usize)]
pub enum Measure {
    ContentExact,
    ContentHalf,
    ContentFourFifths,
    ContentPartial,
    EndToEndExact,
    EndToEnd,
    EndToEndSourceHalf,
    EndToEndCue,
    Coverage30,
    Coverage30Speaker,
    Coverage80,
    Coverage80Speaker,
    ContentWords,
    SourceWords,
    CueWords,
    CueExact,
    CueOverlap,
    SourceExact,
    SourceOverlap,
    Marked1,
    Marked1Source,
    Marked5,
    Marked5Source,
}

impl Measure {
    pub const ALL: [Self; 23] = [
        Self::ContentExact,
        Self::ContentHalf,
        Self::ContentFourFifths,
        Self::ContentPartial,
        Self::EndToEndExact,
        Self::EndToEnd,
        Self::EndToEndSourceHalf,
        Self::EndToEndCue,
        Self::Coverage30,
        Self::Coverage30Speaker,
        Self::Coverage80,
        Self::Coverage80Speaker,
        Self::ContentWords,
        Self::SourceWords,
        Self::CueWords,
        Self::CueExact,
        Self::CueOverlap,
        Self::SourceExact,
        Self::SourceOverlap,
        Self::Marked1,
        Self::Marked1Source,
        Self::Marked5,
        Self::Marked5Source,
    ];

    /// The name the benchmark's scorer prints.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ContentExact => "content exact",
            Self::ContentHalf => "content match>=0.5",
            Self::ContentFourFifths => "content match>=0.8",
            Self::ContentPartial => "content partial",
            Self::EndToEndExact => "end-to-end exact+source",
            Self::EndToEnd => "end-to-end 0.5+source",
            Self::EndToEndSourceHalf => "end-to-end 0.5+source>=0.5",
            Self::EndToEndCue => "end-to-end 0.5+source+cue",
            Self::Coverage30 => "coverage>0.3 (GenderGapTracker)",
            Self::Coverage30Speaker => "coverage>0.3 with speaker",
            Self::Coverage80 => "coverage>0.8 (GenderGapTracker)",
            Self::Coverage80Speaker => "coverage>0.8 with speaker",
            Self::ContentWords => "content tokens",
            Self::SourceWords => "source tokens",
            Self::CueWords => "cue tokens",
            Self::CueExact => "cue exact",
            Self::CueOverlap => "cue overlap",
            Self::SourceExact => "source exact",
            Self::SourceOverlap => "source overlap",
            Self::Marked1 => "marked region (>=1 words)",
            Self::Marked1Source => "marked region (>=1 words) + source",
            Self::Marked5 => "marked region (>=5 words)",
            Self::Marked5Source => "marked region (>=5 words) + source",
        }
    }

    /// Whether a short table shows it.
    pub const fn is_main(self) -> bool {
        matches!(
            self,
            Self::ContentExact
                | Self::ContentPartial
                | Self::EndToEnd
                | Self::CueOverlap
                | Self::SourceOverlap
                | Self::Marked5Source
        )
    }

    /// Whether it is counted for each kind of quotation too.
    pub const fn by_quotation(self) -> bool {
        (self as usize) < (Self::ContentWords as usize)
    }
}

/// Kinds of quotation in the order they are shown.
pub const QUOTATIONS: [Quotation; 3] = [Quotation::Direct, Quotation::Indirect, Quotation::Mixed];

/// Counts for each measure: all, direct, indirect, mixed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AttributionTally {
    counts: [[Count; 4]; 23],
}

impl AttributionTally {
    /// `quotation` null: of all kinds.
    pub fn count(&self, measure: Measure, quotation: Option<Quotation>) -> Count {
        self.counts[measure as usize][column(quotation)]
    }

    pub fn add(&mut self, other: &Self) {
        for (own, other) in self.counts.iter_mut().flatten().zip(other.counts.iter().flatten()) {
            own.add(*other);
        }
    }

    fn put(&mut self, measure: Measure, quotation: Option<Quotation>, count: Count) {
        self.counts[measure as usize][column(quotation)].add(count);
    }
}

const fn column(quotation: Option<Quotation>) -> usize {
    match quotation {
        None => 0,
        Some(Quotation::Direct) => 1,
        Some(Quotation::Indirect) => 2,
        Some(Quotation::Mixed) => 3,
    }
}

/// An attribution as sets of words.
struct Parts {
    content: WordSet,
    source: WordSet,
    cue: WordSet,
    quotation: Quotation,
}

impl Parts {
    /// Null for one without a word of content.
    fn of(attribution: &Attribution, regions: &[Chars], words: &[Chars]) -> Option<Self> {
        let content = WordSet::of(&attribution.content, words);
        (!content.is_empty()).then(|| Self {
            content,
            source: WordSet::of(&attribution.source, words),
            cue: WordSet::of(&attribution.cue, words),
            quotation: quotation_of(&attribution.cue, &attribution.content, regions, words),
        })
    }

    fn same_source(&self, other: &Self) -> bool {
        self.source.overlaps(&other.source) || (self.source.is_empty() && other.source.is_empty())
    }
}

/// Scores what was predicted for one text.
pub fn score_attributions(text: &str, gold: &[Attribution], predicted: &[Attribution]) -> AttributionTally {
    let text: Vec<char> = text.chars().collect();
    let (words, regions) = (words(&text), quoted_regions(&text));
    let parts = |attributions: &[Attribution]| -> Vec<Parts> {
        attributions.iter().filter_map(|attribution| Parts::of(attribution, &regions, &words)).collect()
    };
    let (gold, predicted) = (parts(gold), parts(predicted));
    let mut tally = AttributionTally::default();
    pairs(&mut tally, &gold, &predicted);
    partial(&mut tally, &gold, &predicted);
    words_of_parts(&mut tally, &gold, &predicted);
    distinct_parts(&mut tally, &gold, &predicted);
    marked_regions(&mut tally, &gold, &predicted, &regions, &words);
    tally
}

/// Measures in which one attribution answers one.
fn pairs(tally: &mut AttributionTally, gold: &[Parts], predicted: &[Parts]) {
    let exact = pair(gold, predicted, |g, p| if g.content == p.content { 1.0 } else { 0.0 }, 1.0);
    let half = pair(gold, predicted, |g, p| g.content.overlap(&p.content), 0.5);
    let four_fifths = pair(gold, predicted, |g, p| g.content.overlap(&p.content), 0.8);
    let covered = |floor| pair(gold, predicted, |g: &Parts, p: &Parts| g.content.coverage(&p.content), floor);
    let (covered_30, covered_80) = (covered(0.3), covered(0.8));
    let mut put = |measure, pairs: &[(usize, usize)], right: &dyn Fn(&Parts, &Parts) -> bool| {
        let good: Vec<(&Parts, &Parts)> = pairs
            .iter()
            .filter_map(|&(i, j)| Some((gold.get(i)?, predicted.get(j)?)))
            .filter(|(g, p)| right(g, p))
            .collect();
        for quotation in [None].into_iter().chain(QUOTATIONS.map(Some)) {
            let of_kind = |parts: &Parts| quotation.is_none_or(|kind| parts.quotation == kind);
            let count = Count {
                right_of_predicted: number(good.iter().filter(|(_, p)| of_kind(p)).count()),
                predicted: predicted.iter().filter(|p| of_kind(p)).count(),
                right_of_gold: number(good.iter().filter(|(g, _)| of_kind(g)).count()),
                gold: gold.iter().filter(|g| of_kind(g)).count(),
            };
            tally.put(measure, quotation, count);
        }
    };
    let speaker = |g: &Parts, p: &Parts| g.source.overlaps(&p.source);
    put(Measure::ContentExact, &exact, &|_, _| true);
    put(Measure::ContentHalf, &half, &|_, _| true);
    put(Measure::ContentFourFifths, &four_fifths, &|_, _| true);
    put(Measure::EndToEndExact, &exact, &Parts::same_source);
    put(Measure::EndToEnd, &half, &Parts::same_source);
    put(Measure::EndToEndSourceHalf, &half, &|g, p| {
        g.source.overlap(&p.source) >= 0.5 || (g.source.is_empty() && p.source.is_empty())
    });
    put(Measure::EndToEndCue, &half, &|g, p| g.same_source(p) && g.cue.overlaps(&p.cue));
    put(Measure::Coverage30, &covered_30, &|_, _| true);
    put(Measure::Coverage30Speaker, &covered_30, &speaker);
    put(Measure::Coverage80, &covered_80, &|_, _| true);
    put(Measure::Coverage80Speaker, &covered_80, &speaker);
}

/// How much of each content is content in the other annotation too.
fn partial(tally: &mut AttributionTally, gold: &[Parts], predicted: &[Parts]) {
    let all_gold = WordSet::union(gold.iter().map(|parts| &parts.content));
    let all_predicted = WordSet::union(predicted.iter().map(|parts| &parts.content));
    for quotation in [None].into_iter().chain(QUOTATIONS.map(Some)) {
        let of_kind = |parts: &&Parts| quotation.is_none_or(|kind| parts.quotation == kind);
        let covered = |parts: &[Parts], by: &WordSet| -> (f64, usize) {
            let shares: Vec<f64> = parts.iter().filter(of_kind).map(|parts| parts.content.coverage(by)).collect();
            (shares.iter().sum(), shares.len())
        };
        let (right_of_predicted, n_predicted) = covered(predicted, &all_gold);
        let (right_of_gold, n_gold) = covered(gold, &all_predicted);
        let count = Count { right_of_predicted, predicted: n_predicted, right_of_gold, gold: n_gold };
        tally.put(Measure::ContentPartial, quotation, count);
    }
}

/// Words of the text that belong to a part of any attribution.
fn words_of_parts(tally: &mut AttributionTally, gold: &[Parts], predicted: &[Parts]) {
    let mut put = |measure, part: fn(&Parts) -> &WordSet| {
        let gold = WordSet::union(gold.iter().map(part));
        let predicted = WordSet::union(predicted.iter().map(part));
        tally.put(measure, None, Count::whole(gold.common(&predicted), predicted.len(), gold.len()));
    };
    put(Measure::ContentWords, |parts| &parts.content);
    put(Measure::SourceWords, |parts| &parts.source);
    put(Measure::CueWords, |parts| &parts.cue);
}

/// Cues and sources for themselves: one stretch may serve several attributions and counts once.
fn distinct_parts(tally: &mut AttributionTally, gold: &[Parts], predicted: &[Parts]) {
    let mut put = |exact, overlap, part: fn(&Parts) -> &WordSet| {
        let distinct = |parts: &[Parts]| -> Vec<WordSet> {
            let mut sets: Vec<WordSet> = Vec::new();
            for set in parts.iter().map(part).filter(|set| !set.is_empty()) {
                if !sets.contains(set) {
                    sets.push(set.clone());
                }
            }
            sets.sort_by_key(WordSet::first);
            sets
        };
        let (gold, predicted) = (distinct(gold), distinct(predicted));
        let same = gold.iter().filter(|set| predicted.contains(set)).count();
        tally.put(exact, None, Count::whole(same, predicted.len(), gold.len()));
        let paired = pair(&gold, &predicted, WordSet::overlap, 1e-9).len();
        tally.put(overlap, None, Count::whole(paired, predicted.len(), gold.len()));
    };
    put(Measure::CueExact, Measure::CueOverlap, |parts| &parts.cue);
    put(Measure::SourceExact, Measure::SourceOverlap, |parts| &parts.source);
}

/// Is each stretch in quotation marks attributed, and to whom?
fn marked_regions(
    tally: &mut AttributionTally,
    gold: &[Parts],
    predicted: &[Parts],
    regions: &[Chars],
    words: &[Chars],
) {
    for (floor, found, with_source) in
        [(1, Measure::Marked1, Measure::Marked1Source), (5, Measure::Marked5, Measure::Marked5Source)]
    {
        for region in regions {
            let inside = WordSet::of(&[*region], words);
            if inside.len() < floor {
                continue;
            }
            let (g, p) = (owner(gold, &inside), owner(predicted, &inside));
            let same = g.zip(p).is_some_and(|(g, p)| g.same_source(p));
            let count =
                |right: bool| Count::whole(usize::from(right), usize::from(p.is_some()), usize::from(g.is_some()));
            tally.put(found, None, count(g.is_some() && p.is_some()));
            tally.put(with_source, None, count(same));
        }
    }
}

/// The attribution that holds most of a quoted stretch, at least half; none where its cue stands inside the marks.
fn owner<'a>(parts: &'a [Parts], inside: &WordSet) -> Option<&'a Parts> {
    let mut best: Option<(usize, &Parts)> = None;
    for candidate in parts {
        let held = candidate.content.common(inside);
        if best.is_none_or(|(most, _)| held > most) {
            best = Some((held, candidate));
        }
    }
    let (held, best) = best?;
    let cue_inside = !best.cue.is_empty() && best.cue.is_subset(inside);
    (2 * held >= inside.len() && !cue_inside).then_some(best)
}
