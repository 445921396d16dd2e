//! Measures a tagger against a treebank.

use std::collections::BTreeMap;
use std::fmt;

use rapporteur_analysis::tagger::{Tagged, Tagger, Upos};

use crate::conllu::Sentence;

/// Counts of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    pub words: usize,
    /// Part of speech as in the treebank itself.
    pub right: usize,
    /// Part of speech as the tagger is taught: verbs inside names are proper nouns.
    pub right_as_taught: usize,
    /// Of the words whose part of speech is a verb's or auxiliary's in both: how many, and with the same form.
    pub verbs: usize,
    pub right_forms: usize,
    /// Words inside names: in the treebank, said, both.
    pub names: Counts,
    /// In the order of [`Upos::ALL`], by what the tagger is taught.
    pub tags: [Counts; 17],
}

/// For precision and recall of one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub expected: usize,
    pub found: usize,
    pub both: usize,
}

impl Counts {
    /// Share of the found that are right, 0 to 1; 0 if nothing was found.
    pub fn precision(&self) -> f64 {
        share(self.both, self.found)
    }

    /// Share of the expected that were found, 0 to 1; 0 if nothing was expected.
    pub fn recall(&self) -> f64 {
        share(self.both, self.expected)
    }

    fn add(&mut self, expected: bool, found: bool) {
        self.expected += usize::from(expected);
        self.found += usize::from(found);
        self.both += usize::from(expected && found);
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Tags the sentences and compares.
pub fn evaluate<'a>(tagger: &Tagger, sentences: impl IntoIterator<Item = &'a Sentence>) -> Report {
    let mut report = Report::default();
    let mut said: Vec<Tagged> = Vec::new();
    for sentence in sentences {
        let forms: Vec<&str> = sentence.words.iter().map(|word| word.form.as_str()).collect();
        tagger.tag_fully_into(&forms, &mut said);
        for (word, said) in sentence.words.iter().zip(&said) {
            report.words += 1;
            report.right += usize::from(word.upos == said.pos);
            report.right_as_taught += usize::from(word.tagged.pos == said.pos);
            if word.tagged.pos == said.pos && matches!(said.pos, Upos::Verb | Upos::Aux) {
                report.verbs += 1;
                report.right_forms += usize::from(word.tagged.verb == said.verb);
            }
            report.names.add(word.tagged.in_name, said.in_name);
            for (tag, counts) in Upos::ALL.into_iter().zip(&mut report.tags) {
                counts.add(word.tagged.pos == tag, said.pos == tag);
            }
        }
    }
    report
}

/// What was said wrongly and how often, most frequent first: "word: right, said wrong".
pub fn mistakes(tagger: &Tagger, sentences: &[Sentence]) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for sentence in sentences {
        let forms: Vec<&str> = sentence.words.iter().map(|word| word.form.as_str()).collect();
        for (word, said) in sentence.words.iter().zip(tagger.tag(&forms)) {
            if word.tagged.pos != said {
                *counts
                    .entry(format!("{}: {}, said {said}", word.form.to_lowercase(), word.tagged.pos))
                    .or_default() += 1;
                *counts.entry(format!("all: {}, said {said}", word.tagged.pos)).or_default() += 1;
            }
        }
    }
    let mut mistakes: Vec<(String, usize)> = counts.into_iter().collect();
    mistakes.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    mistakes
}

impl Report {
    /// Share of words with the treebank's part of speech, 0 to 1.
    pub fn accuracy(&self) -> f64 {
        share(self.right, self.words)
    }

    /// The same with verbs inside names counted as proper nouns.
    pub fn accuracy_as_taught(&self) -> f64 {
        share(self.right_as_taught, self.words)
    }

    /// Share of rightly found verbs and auxiliaries that have the right form, 0 to 1.
    pub fn form_accuracy(&self) -> f64 {
        share(self.right_forms, self.verbs)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            out,
            "{} words: {:.2} % as in the treebank, {:.2} % as taught; verb forms {:.2} %; in names P {:.1} R {:.1}",
            self.words,
            self.accuracy() * 100.0,
            self.accuracy_as_taught() * 100.0,
            self.form_accuracy() * 100.0,
            self.names.precision() * 100.0,
            self.names.recall() * 100.0
        )?;
        for (tag, counts) in Upos::ALL.into_iter().zip(&self.tags) {
            if counts.expected + counts.found > 0 {
                let (precision, recall) = (counts.precision() * 100.0, counts.recall() * 100.0);
                writeln!(out, "  {tag:<5} {:>6} words  P {precision:>5.1}  R {recall:>5.1}", counts.expected)?;
            }
        }
        Ok(())
    }
}
