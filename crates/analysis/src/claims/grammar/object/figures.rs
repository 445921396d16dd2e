//! What belongs to the figures of a finding: "found 46 percent in favour, up from 33 a year ago, while 37 were opposed".

use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::tagger::Upos;

/// How many tokens in front of a comma, or from where the object begins, a figure is looked for.
const FIGURE: usize = 8;

/// Verbs by which papers and polls tell what they have counted.
const COUNTING: &[&str] = &[
    "found",
    "find",
    "finds",
    "finding",
    "shows",
    "showed",
    "show",
    "showing",
    "recorded",
    "records",
    "record",
    "recording",
    "counted",
    "counts",
    "count",
    "estimates",
    "estimated",
    "estimate",
    "estimating",
    "projects",
    "projected",
    "project",
    "projecting",
    "forecasts",
    "forecast",
    "forecasting",
    "points",
    "pointed",
    "point",
    "pointing",
    "puts",
    "put",
    "putting",
    "reported",
    "reports",
    "report",
    "reporting",
    "identified",
    "identifies",
    "documented",
    "documents",
    "listed",
    "lists",
    "indicates",
    "indicated",
    "indicate",
    "reveals",
    "revealed",
    "registered",
    "registers",
    "measured",
    "measures",
    "logged",
    "logs",
    "calculates",
    "calculated",
    "gives",
    "gave",
    "cites",
    "cited",
    "predicts",
    "predicted",
];

impl Scene<'_> {
    /// What tells more of the figure in front of a comma: "most of them in Kest", "the lowest since May".
    pub(super) fn figure_goes_on(&self, comma: usize) -> bool {
        const EXTREMES: &[&str] = &["lowest", "highest", "smallest", "largest", "most", "fewest"];
        let words = &self.words;
        let near = comma.saturating_sub(FIGURE)..comma;
        let figure = near.into_iter().any(|at| words.pos(at) == Upos::Num);
        let part = words.is_any(comma + 1, &["most", "many", "half", "some", "all"])
            && words.is(comma + 2, "of")
            && words.is_any(comma + 3, &["them", "these", "those"])
            && self.groups.at(comma + 4).is_none();
        let extreme = words.is(comma + 1, "the")
            && words.is_any(comma + 2, EXTREMES)
            && words.is_any(comma + 3, &["since", "in", "on", "for", "figure", "level", "number"]);
        figure && (part || extreme || self.earlier_figure(comma).is_some())
    }

    /// "put it at 38.6 million, up | from 27.9": where the figure of before is told.
    pub(super) fn earlier_figure(&self, comma: usize) -> Option<usize> {
        let words = &self.words;
        let moved = words.is(comma, ",") && words.is_any(comma + 1, &["up", "down", "revised"]);
        let from = comma + 2 + usize::from(words.is_any(comma + 2, &["up", "down"]));
        (moved && words.is(from, "from")).then_some(from)
    }

    /// "points to settlements of 3.3% in 2035", "identified 14 cases last year": the time is that of the figure.
    pub(super) fn time_of_figure(&self, index: usize, start: usize, around: Around, high: usize) -> bool {
        let words = &self.words;
        let time = words.is_time(index)
            || words.is_any(index, &["last", "this", "next"]) && words.is_time(index + 1)
            || words.is_any(index, &["in", "by", "from", "between", "during", "over", "since"])
                && self.times_follow(index + 1, high);
        time && self.counts(start, index, around)
    }

    /// "46 percent in favour | , while 37 were opposed", "| , against 30 a year ago": a figure beside that of the object.
    pub(super) fn figure_beside(&self, comma: usize, start: usize, around: Around, high: usize) -> Option<usize> {
        let words = &self.words;
        let link = comma + usize::from(words.is(comma, ","));
        let contrast = words.is_any(link, &["while", "against", "versus", "whereas", "and", "with", "but"])
            || words.is(link, "compared") && words.is_any(link + 1, &["with", "to"]);
        let figure = (link + 1..high.min(link + 4)).find(|&at| words.pos(at) == Upos::Num)?;
        let near = (link + 1..figure).all(|at| {
            words.is_any(
                at,
                &[
                    "only", "just", "some", "about", "another", "a", "further", "with", "to", "around", "the",
                    "nearly", "fewer", "than",
                ],
            )
        });
        if !contrast || !near || words.is_time(figure) || !self.counts(start, comma, around) {
            return None;
        }
        let end = self.content_end(link + 1, around, high);
        (end > figure).then_some(end)
    }

    /// Whether the cue tells what was counted, and the object began with a figure.
    fn counts(&self, start: usize, index: usize, around: Around) -> bool {
        let words = &self.words;
        let counting = around.head.is_some_and(|head| words.is_any(head, COUNTING));
        counting && (start..index.min(start + FIGURE)).any(|at| words.pos(at) == Upos::Num)
    }

    /// Whether a time stands at `at`, with a word in front or none: "2035", "the first half of 2031".
    fn times_follow(&self, at: usize, high: usize) -> bool {
        let words = &self.words;
        let near = (at..high.min(at + 5)).find(|&index| words.is_time(index));
        near.is_some_and(|time| {
            (at..time)
                .all(|index| matches!(words.pos(index), Upos::Det | Upos::Adj | Upos::Adp | Upos::Num | Upos::Noun))
                && !self.groups.within(at..time).any(|(_, group)| group.shape == Shape::Finite)
        })
    }
}
