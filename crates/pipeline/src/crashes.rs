//! Plugins that crash, and when a run goes on without them.
//!
//! A plugin that crashed on so many inputs is switched off for all inputs *after* them in input order, not from the moment
//! at which that becomes known: what is written must not depend on how many threads read. Inputs that were read in the
//! meantime are therefore read again without it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

/// A plugin whose failure cost no document: a source that failed while it looked at an input (the others were asked all the
/// same), or an annotator (the document goes on without its additions).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PluginFailure {
    /// The input.
    pub uri: String,
    /// Id of the plugin.
    pub plugin: String,
    /// Whether it failed as an annotator.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub annotating: bool,
    /// What happened, as a clause.
    pub message: String,
    /// How to see it again.
    pub help: String,
}

/// A plugin that a run went on without.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SwitchedOff {
    /// Id of the plugin.
    pub plugin: String,
    /// The inputs it crashed on.
    pub crashed_on: Vec<String>,
    /// How many inputs after them were read without it.
    pub read_without: usize,
}

/// Which plugin crashed on which input of a run.
#[derive(Debug)]
pub(crate) struct CrashBook {
    /// So many, and the plugin is switched off; 0 for never.
    limit: usize,
    /// Numbers of inputs by plugin.
    crashes: BTreeMap<String, BTreeSet<usize>>,
}

impl CrashBook {
    pub(crate) fn new(limit: usize) -> Self {
        Self { limit, crashes: BTreeMap::new() }
    }

    /// The plugins that are off for an input, as far as the crashes on earlier inputs are known.
    pub(crate) fn off_at(&self, input: usize) -> BTreeSet<String> {
        let off = |inputs: &BTreeSet<usize>| self.limit > 0 && inputs.range(..input).count() >= self.limit;
        self.crashes.iter().filter(|(_, inputs)| off(inputs)).map(|(plugin, _)| plugin.clone()).collect()
    }

    /// Replaces what is known of an input by the plugins that crashed on it.
    pub(crate) fn record(&mut self, input: usize, crashed: &BTreeSet<String>) {
        for inputs in self.crashes.values_mut() {
            inputs.remove(&input);
        }
        for plugin in crashed {
            self.crashes.entry(plugin.clone()).or_default().insert(input);
        }
    }

    /// The plugins that were switched off, in a run that ended before input `end`.
    pub(crate) fn switched_off(&self, end: usize, uri: impl Fn(usize) -> String) -> Vec<SwitchedOff> {
        let of = |(plugin, inputs): (&String, &BTreeSet<usize>)| {
            let last = inputs.iter().nth(self.limit.checked_sub(1)?)?;
            let crashed_on = inputs.iter().map(|input| uri(*input)).collect();
            Some(SwitchedOff { plugin: plugin.clone(), crashed_on, read_without: end.saturating_sub(last + 1) })
        };
        self.crashes.iter().filter_map(of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn off(book: &CrashBook, input: usize) -> Vec<String> {
        book.off_at(input).into_iter().collect()
    }

    #[test]
    fn a_plugin_is_off_after_its_third_crash_in_input_order() {
        let crash = BTreeSet::from(["p".to_owned()]);
        let mut book = CrashBook::new(3);
        // Learnt in another order than that of the inputs.
        for input in [9, 2, 40] {
            book.record(input, &crash);
        }
        assert_eq!((off(&book, 40), off(&book, 41)), (vec![], vec!["p".to_owned()]));
        book.record(5, &crash);
        assert_eq!((off(&book, 9), off(&book, 10)), (vec![], vec!["p".to_owned()]));
        // Input 40 was read again without it.
        book.record(40, &BTreeSet::new());
        let off = book.switched_off(50, |input| input.to_string());
        assert_eq!((off[0].crashed_on.join(" "), off[0].read_without), ("2 5 9".to_owned(), 40));
    }

    #[test]
    fn with_a_limit_of_nought_none_is_ever_off() {
        let mut book = CrashBook::new(0);
        book.record(1, &BTreeSet::from(["p".to_owned()]));
        assert_eq!((off(&book, 9), book.switched_off(9, |_| String::new())), (vec![], vec![]));
    }
}
