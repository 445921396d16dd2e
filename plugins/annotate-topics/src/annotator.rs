use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rapporteur_sdk::core::{AddedLabel, ByteRange, Claim, DraftLabel};
use rapporteur_sdk::{Additions, Annotator, Describe, Document, Refusal};

use crate::matcher::{Match, Matcher};
use crate::options::{Topic, TopicOptions, Within, built_in};
use crate::term::Term;

/// Puts claims under topics.
pub struct Topics {
    scheme: String,
    within: Within,
    topics: Vec<TopicOf>,
    matcher: Matcher,
    /// For each term of the matcher, what it counts for.
    uses: Vec<Use>,
}

struct TopicOf {
    name: String,
    threshold: f64,
}

/// What a found term means.
#[derive(Debug, Clone, Copy)]
struct Use {
    topic: usize,
    /// `None` for an exclusion.
    weight: Option<f64>,
}

impl Describe for Topics {
    const ID: &'static str = "org.rapporteur.annotate-topics";
    const NAME: &'static str = "topics";
    const SUMMARY: &'static str = "Puts claims under topics by lists of words";
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    type Options = TopicOptions;

    fn new(options: TopicOptions) -> Result<Self, Refusal> {
        let TopicOptions { topics, within, scheme } = options;
        if scheme.trim().is_empty() || scheme.chars().any(char::is_control) {
            return Err(refusal(format!("the scheme is {scheme:?}"), "write a word: \"topic\""));
        }
        let list = if topics.is_empty() { built_in()? } else { topics };
        let mut topics = Self { scheme, within, topics: Vec::new(), matcher: Matcher::default(), uses: Vec::new() };
        let mut names = BTreeSet::new();
        for topic in list {
            if !names.insert(topic.name.clone()) {
                return Err(refusal(
                    format!("two topics are called {:?}", topic.name),
                    "put their terms into one list",
                ));
            }
            topics.push(&topic)?;
        }
        Ok(topics)
    }
}

fn refusal(message: String, help: &str) -> Refusal {
    Refusal::new("invalid-topics", message).help(help)
}

impl Topics {
    fn push(&mut self, topic: &Topic) -> Result<(), Refusal> {
        let Topic { name, terms, exclude, threshold } = topic;
        if name.trim().is_empty() || name.chars().any(char::is_control) {
            return Err(refusal(format!("a topic is called {name:?}"), "give it a name of a word or a few"));
        }
        if terms.is_empty() {
            return Err(refusal(
                format!("the topic {name:?} has no terms"),
                "list the words it is known by under terms",
            ));
        }
        let is_weight = |number: f64| number > 0.0 && number <= 1e6;
        if !is_weight(*threshold) {
            let message = format!("the threshold of the topic {name:?} is {threshold}");
            return Err(refusal(message, "write a number above 0: 1 for one term of the usual weight"));
        }
        let index = self.topics.len();
        let parse = |term: &str| {
            let how = "see the rules for terms in docs/plugins.md: words, \"negotiat*\", \"=arms\"";
            Term::parse(term).map_err(|why| refusal(format!("the term {term:?} of the topic {name:?}: {why}"), how))
        };
        for term in terms {
            let (term, weight) = term.parts();
            if !is_weight(weight) {
                let message = format!("the weight of the term {term:?} of the topic {name:?} is {weight}");
                return Err(refusal(message, "write a number above 0; 1 is the usual weight"));
            }
            self.matcher.add(parse(term)?);
            self.uses.push(Use { topic: index, weight: Some(weight) });
        }
        for term in exclude {
            self.matcher.add(parse(term)?);
            self.uses.push(Use { topic: index, weight: None });
        }
        self.topics.push(TopicOf { name: name.clone(), threshold: *threshold });
        Ok(())
    }

    /// Where each topic's terms stand, in text order. Of terms of one topic over the same words the longest counts, and what
    /// stands within an excluded phrase does not.
    fn counting(&self, text: &str) -> Vec<Match> {
        let mut by_topic: BTreeMap<usize, Vec<(Match, bool)>> = BTreeMap::new();
        for found in self.matcher.find(text) {
            if let Some(Use { topic, weight }) = self.uses.get(found.term) {
                by_topic.entry(*topic).or_default().push((found, weight.is_some()));
            }
        }
        let mut counting = Vec::new();
        for mut found in by_topic.into_values() {
            // What contains others comes before them, and of the same words an exclusion.
            found.sort_by_key(|(found, counts)| (found.start, Reverse(found.end), *counts, found.term));
            let mut end = 0;
            for (found, counts) in found {
                if found.end > end {
                    end = found.end;
                    counting.extend(counts.then_some(found));
                }
            }
        }
        counting.sort_unstable();
        counting
    }

    /// The labels of one claim, by topic as listed.
    fn labels(&self, claim: &Claim, matches: &[Match]) -> Vec<DraftLabel> {
        let mut ranges: Vec<ByteRange> = claim.content.iter().map(|part| part.at.bytes).collect();
        if self.within == Within::Sentence {
            ranges.extend(claim.sentence.iter().map(|sentence| sentence.at.bytes));
        }
        let mut terms: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        let mut evidence: BTreeMap<usize, BTreeSet<[usize; 2]>> = BTreeMap::new();
        for range in ranges {
            let first = matches.partition_point(|found| found.start < range.start);
            let within = matches.get(first..).unwrap_or_default().iter().take_while(|found| found.start < range.end);
            for found in within.filter(|found| found.end <= range.end) {
                if let Some(Use { topic, .. }) = self.uses.get(found.term) {
                    terms.entry(*topic).or_default().insert(found.term);
                    evidence.entry(*topic).or_default().insert([found.start, found.end]);
                }
            }
        }
        let mut labels = Vec::new();
        for (topic, terms) in terms {
            let Some(TopicOf { name, threshold }) = self.topics.get(topic) else { continue };
            let weights = terms.iter().filter_map(|term| self.uses.get(*term)?.weight);
            let score: f64 = weights.sum();
            if score >= *threshold {
                labels.push(DraftLabel {
                    scheme: self.scheme.clone(),
                    label: name.clone(),
                    evidence: evidence.remove(&topic).into_iter().flatten().map(ByteRange::from).collect(),
                    confidence: confidence(score),
                    rule: "topic-terms".to_owned(),
                });
            }
        }
        labels
    }
}

/// More different terms make a topic surer: 0.6 for one of the usual weight, 0.84 for two, 0.94 for three. Not calibrated.
fn confidence(score: f64) -> f64 {
    1.0 - 0.4_f64.powf(score)
}

impl Annotator for Topics {
    fn annotate(&self, document: &Document) -> Result<Additions, Refusal> {
        if document.claims.is_empty() {
            return Ok(Additions::default());
        }
        let matches = self.counting(&document.text);
        let of_claim = |claim: &Claim| {
            let labels = self.labels(claim, &matches).into_iter();
            labels.map(|label| AddedLabel { claim: claim.id.clone(), label }).collect::<Vec<_>>()
        };
        Ok(Additions { labels: document.claims.iter().flat_map(of_claim).collect(), ..Additions::default() })
    }
}
