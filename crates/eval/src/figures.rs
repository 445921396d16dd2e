//! Figures by name: one list for tables, machines and floors.

use crate::actors::ActorTally;
use crate::attribution::{AttributionTally, Measure, QUOTATIONS};
use crate::claim_table::TableAgreement;
use crate::corpus::{CorpusTally, Judged};
use crate::evaluation::Evaluation;
use crate::mentions::MentionTally;
use crate::passages::PassageTally;
use crate::tally::{Count, Figures, Share};
use serde::Serialize;

/// One measured thing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    /// "end-to-end 0.5+source/direct", "strict/person".
    pub name: String,
    /// Whether a short table shows it.
    #[serde(skip)]
    pub main: bool,
    #[serde(flatten)]
    pub value: Value,
}

/// A share is of 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    Rates(Figures),
    Share {
        share: f64,
        right: usize,
        of: usize,
    },
    /// Krippendorff's alpha; null where all values are the same.
    Alpha {
        alpha: Option<f64>,
        same: f64,
        units: usize,
    },
}

impl Figure {
    fn rates(name: impl Into<String>, main: bool, count: Count) -> Self {
        Self { name: name.into(), main, value: Value::Rates(count.figures()) }
    }

    fn share(name: impl Into<String>, share: Share) -> Self {
        let value = Value::Share { share: share.value(), right: share.right, of: share.of };
        Self { name: name.into(), main: true, value }
    }

    /// What a floor is set on: F1, share or alpha.
    pub fn headline(&self) -> f64 {
        match self.value {
            Value::Rates(Figures { f1, .. }) => f1,
            Value::Share { share, .. } => share,
            Value::Alpha { alpha, .. } => alpha.unwrap_or_default(),
        }
    }
}

impl Evaluation {
    /// All figures, in the order they are shown.
    pub fn figures(&self) -> Vec<Figure> {
        match self {
            Self::Attributions { tally, .. } => of_attributions(tally),
            Self::Actors(sets) => sets.iter().flat_map(|(set, tally)| of_actors(set, tally)).collect(),
            Self::Mentions(tally) => of_mentions(tally),
            Self::Passages(tally) => of_passages(tally),
            Self::Corpus { all, by_shape, .. } => {
                let shapes = by_shape.iter().map(|(shape, tally)| {
                    Figure::rates(format!("claims with claimant/{}", shape.name()), true, tally.claims)
                });
                let mut figures = of_corpus(all);
                figures.extend(shapes);
                figures.extend(of_attributions(&all.attributions));
                figures.extend(of_confidence(&all.judged));
                figures
            }
            Self::Tables(agreement) => of_tables(agreement),
        }
    }
}

fn of_attributions(tally: &AttributionTally) -> Vec<Figure> {
    let mut figures = Vec::new();
    for measure in Measure::ALL {
        let all = tally.count(measure, None);
        // A set that marks no cues says nothing of them.
        let main = measure.is_main() && all.gold > 0;
        figures.push(Figure::rates(format!("{}/all", measure.name()), main, all));
        for quotation in QUOTATIONS.into_iter().filter(|_| measure.by_quotation()) {
            let name = format!("{}/{}", measure.name(), quotation.as_str());
            figures.push(Figure::rates(name, measure == Measure::EndToEnd, tally.count(measure, Some(quotation))));
        }
    }
    figures
}

fn of_actors(set: &str, tally: &ActorTally) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (name, table) in [("strict", &tally.strict), ("lenient", &tally.lenient)] {
        for (class, hits) in table {
            figures.push(Figure::rates(format!("{set}/{name}/{class}"), true, hits.count()));
        }
    }
    for (class, codes) in &tally.codes {
        figures.push(Figure::share(format!("{set}/coded right/{class}"), codes.recall()));
        figures.push(Figure::share(format!("{set}/right when coded/{class}"), codes.accuracy()));
    }
    figures
}

fn of_mentions(tally: &MentionTally) -> Vec<Figure> {
    vec![
        Figure::rates("mentions with actor", true, tally.right),
        Figure::rates("mentions, whoever is meant", true, tally.spans),
        Figure::share("actor or place as annotated", tally.senses),
    ]
}

fn of_passages(tally: &PassageTally) -> Vec<Figure> {
    let mut figures = vec![
        Figure::rates("claims with claimant/all", true, tally.claims),
        Figure::share("claimant right where content is", tally.claimants),
    ];
    figures.extend(of_attributions(&tally.attributions));
    figures
}

fn of_corpus(tally: &CorpusTally) -> Vec<Figure> {
    let mut figures = vec![Figure::rates("claims with claimant/all", true, tally.claims)];
    for (tier, share) in tally.tiers.iter().enumerate() {
        figures.push(Figure::share(format!("found with claimant/tier {}", tier + 1), *share));
    }
    figures.push(Figure::share("claimant right where content is", tally.claimants));
    for (name, codings) in [("form", &tally.forms), ("position", &tally.positions)] {
        let agreeing = codings.agreeing();
        let value = Value::Alpha { alpha: codings.alpha(), same: agreeing.value(), units: agreeing.of };
        figures.push(Figure { name: format!("agreement on {name}"), main: true, value });
    }
    figures
}

fn of_tables(agreement: &TableAgreement) -> Vec<Figure> {
    let mut figures = vec![Figure::rates("claims in both", true, agreement.claims)];
    for (name, codings) in &agreement.codings {
        let agreeing = codings.agreeing();
        let value = Value::Alpha { alpha: codings.alpha(), same: agreeing.value(), units: agreeing.of };
        figures.push(Figure { name: format!("agreement on {name}"), main: true, value });
    }
    figures
}

/// Of the claims given with a confidence from one tenth to the next, those that are right.
fn of_confidence(judged: &[Judged]) -> Vec<Figure> {
    let mut tenths = [Share::default(); 10];
    for claim in judged {
        if let Some(tenth) = tenths.get_mut(usize::from(claim.confidence / 10).min(9)) {
            tenth.count(claim.right);
        }
    }
    let name = |tenth: usize| format!("right at confidence 0.{tenth}0 to {}", upper(tenth));
    tenths
        .iter()
        .enumerate()
        .filter(|(_, share)| share.of > 0)
        .map(|(tenth, share)| Figure { main: false, ..Figure::share(name(tenth), *share) })
        .collect()
}

fn upper(tenth: usize) -> String {
    if tenth == 9 { "1.00".to_owned() } else { format!("0.{tenth}9") }
}
