//! Measures a parser against a treebank.

use std::fmt;

use rapporteur_analysis::syntax::{Label, Parser, ParserRoom};
use rapporteur_analysis::tagger::{Tagger, Upos};

use crate::conllu::Sentence;
use crate::evaluate::Counts;
use crate::jackknife::tagged;

/// Counts of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParserReport {
    /// Words that are no punctuation in the treebank: the others are not counted.
    pub words: usize,
    /// Right head; right head and label.
    pub attached: usize,
    pub labelled: usize,
    /// With punctuation.
    pub all_words: usize,
    pub all_attached: usize,
    /// In the order of [`Label::ALL`]: arcs with that label, right if head and label are.
    pub labels: [Counts; 25],
}

/// Tags and parses the sentences and compares.
pub fn evaluate_parser<'a>(
    tagger: &Tagger,
    parser: &Parser,
    sentences: impl IntoIterator<Item = &'a Sentence>,
) -> ParserReport {
    let mut report = ParserReport::default();
    let (mut room, mut arcs) = (ParserRoom::default(), Vec::new());
    for sentence in sentences {
        let words = tagged(tagger, sentence);
        arcs.clear();
        parser.parse_into(&words.keys, &words.classes, &mut room, &mut arcs);
        for (word, arc) in sentence.words.iter().zip(&arcs) {
            let head = arc.head.map_or(0, |head| head as usize + 1);
            let attached = head == word.head;
            report.all_words += 1;
            report.all_attached += usize::from(attached);
            for (label, counts) in Label::ALL.into_iter().zip(&mut report.labels) {
                counts.expected += usize::from(word.label == label);
                counts.found += usize::from(arc.label == label);
                counts.both += usize::from(attached && word.label == label && arc.label == label);
            }
            if word.upos != Upos::Punct {
                report.words += 1;
                report.attached += usize::from(attached);
                report.labelled += usize::from(attached && arc.label == word.label);
            }
        }
    }
    report
}

impl ParserReport {
    /// Share of words under their right head, punctuation not counted, 0 to 1.
    pub fn attachment(&self) -> f64 {
        share(self.attached, self.words)
    }

    /// Share of words under their right head with the right label, punctuation not counted, 0 to 1.
    pub fn labelled_attachment(&self) -> f64 {
        share(self.labelled, self.words)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

fn f1(counts: &Counts) -> f64 {
    share(2 * counts.both, counts.expected + counts.found)
}

impl fmt::Display for ParserReport {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{} words: UAS {:.2} LAS {:.2} (UAS with punctuation {:.2});",
            self.words,
            self.attachment() * 100.0,
            self.labelled_attachment() * 100.0,
            share(self.all_attached, self.all_words) * 100.0
        )?;
        for label in [Label::Nsubj, Label::Ccomp, Label::Xcomp, Label::Obl, Label::Parataxis] {
            write!(out, " {label} {:.1}", f1(&self.labels[label as usize]) * 100.0)?;
        }
        writeln!(out)?;
        for (label, counts) in Label::ALL.into_iter().zip(&self.labels) {
            if counts.expected + counts.found > 0 {
                let (precision, recall) = (counts.precision() * 100.0, counts.recall() * 100.0);
                let f1 = f1(counts) * 100.0;
                writeln!(
                    out,
                    "  {label:<10} {:>6}  P {precision:>5.1}  R {recall:>5.1}  F1 {f1:>5.1}",
                    counts.expected
                )?;
            }
        }
        Ok(())
    }
}
