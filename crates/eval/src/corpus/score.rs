//! How an article's claims were found: words, claimants, codes.

use rapporteur_core::{Claim, Document};

use super::{Article, CorpusClaim};
use crate::alpha::nominal_alpha;
use crate::attribution::{Attribution, AttributionTally, score_attributions};
use crate::names::{NamedClaimants, claimants_agree};
use crate::pairing::pair;
use crate::tally::{Count, Share};
use crate::words::{WordSet, words};

/// A claim of the program, or of a second annotator, reduced to what is compared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PredictedClaim {
    pub attribution: Attribution,
    pub claimants: NamedClaimants,
    pub form: String,
    pub position: Option<String>,
    pub confidence: u8,
    pub rule: String,
}

impl PredictedClaim {
    /// The claims of a document. What a speaker says in a turn without attributing it is left out: the guideline does not mark it.
    pub fn of(document: &Document) -> Vec<Self> {
        let of_claim = |claim: &Claim| Self {
            attribution: Attribution::of(claim),
            claimants: NamedClaimants::of(document, claim),
            form: claim.form.as_str().to_owned(),
            position: claim.position.map(|position| position.as_str().to_owned()),
            confidence: percent(claim.confidence),
            rule: claim.rule.clone(),
        };
        document.claims.iter().filter(|claim| claim.rule != "speaker-turn").map(of_claim).collect()
    }

    /// A second annotation as if it were a prediction.
    pub fn of_annotation(article: &Article) -> Vec<Self> {
        let of_claim = |claim: &CorpusClaim| Self {
            attribution: claim.attribution.clone(),
            claimants: NamedClaimants::annotated(&claim.codes.by, &article.text, &claim.attribution),
            form: claim.codes.form.clone(),
            position: claim.codes.position.clone(),
            confidence: 100,
            rule: "annotation".to_owned(),
        };
        article.claims.values().map(of_claim).collect()
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a confidence is 0 to 1")]
fn percent(confidence: f64) -> u8 {
    (confidence * 100.0).round() as u8
}

/// What was counted over articles.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CorpusTally {
    pub articles: usize,
    pub attributions: AttributionTally,
    /// Content overlaps by half and the claimant is the right one.
    pub claims: Count,
    /// Of the claims of each tier, those found so.
    pub tiers: [Share; 3],
    /// Of the claims whose content was found, those whose claimant is right.
    pub claimants: Share,
    pub forms: Codings,
    pub positions: Codings,
    /// For each predicted claim its confidence and whether it is right, for calibration.
    pub judged: Vec<Judged>,
}

/// What two coders called the same claims.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Codings(Vec<Vec<Option<String>>>);

impl Codings {
    pub fn push(&mut self, gold: &str, predicted: &str) {
        self.0.push(vec![Some(gold.to_owned()), Some(predicted.to_owned())]);
    }

    pub fn agreeing(&self) -> Share {
        let same = self.0.iter().filter(|values| values.first() == values.last()).count();
        Share { right: same, of: self.0.len() }
    }

    /// Krippendorff's alpha; null where nothing can be said.
    pub fn alpha(&self) -> Option<f64> {
        nominal_alpha(&self.0)
    }

    fn add(&mut self, other: &Self) {
        self.0.extend(other.0.iter().cloned());
    }
}

/// A predicted claim and whether it is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    pub rule: String,
    /// In hundredths.
    pub confidence: u8,
    /// Content and claimant.
    pub right: bool,
}

impl CorpusTally {
    pub fn add(&mut self, other: &Self) {
        self.articles += other.articles;
        self.attributions.add(&other.attributions);
        self.claims.add(other.claims);
        for (own, other) in self.tiers.iter_mut().zip(other.tiers) {
            own.add(other);
        }
        self.claimants.add(other.claimants);
        self.forms.add(&other.forms);
        self.positions.add(&other.positions);
        self.judged.extend(other.judged.iter().cloned());
    }
}

/// Where the text does not say, in a table of positions.
const UNSAID: &str = "unsaid";

/// Which claim of the gold (by its place in the article's table) is which prediction's: content overlaps by half.
pub fn matched(article: &Article, predicted: &[PredictedClaim]) -> Vec<(usize, usize)> {
    let characters: Vec<char> = article.text.chars().collect();
    let words = words(&characters);
    let content = |attribution: &Attribution| WordSet::of(&attribution.content, &words);
    let of_gold: Vec<WordSet> = article.claims.values().map(|claim| content(&claim.attribution)).collect();
    let of_predicted: Vec<WordSet> = predicted.iter().map(|claim| content(&claim.attribution)).collect();
    pair(&of_gold, &of_predicted, WordSet::overlap, 0.5)
}

/// Scores the claims found in an article.
pub fn score_article(article: &Article, predicted: &[PredictedClaim]) -> CorpusTally {
    let gold: Vec<&CorpusClaim> = article.claims.values().collect();
    let attributions = |claims: &mut dyn Iterator<Item = &Attribution>| claims.cloned().collect::<Vec<_>>();
    let of_gold = attributions(&mut gold.iter().map(|claim| &claim.attribution));
    let of_predicted = attributions(&mut predicted.iter().map(|claim| &claim.attribution));
    let mut tally = CorpusTally {
        articles: 1,
        attributions: score_attributions(&article.text, &of_gold, &of_predicted),
        ..CorpusTally::default()
    };
    let pairs = matched(article, predicted);
    let mut right = vec![false; predicted.len()];
    let mut found = vec![false; gold.len()];
    for &(i, j) in &pairs {
        let (Some(g), Some(p)) = (gold.get(i), predicted.get(j)) else { continue };
        let same = claimants_agree(&g.codes.by, &p.claimants, &article.text, &g.attribution, &p.attribution);
        tally.claimants.count(same);
        tally.forms.push(&g.codes.form, &p.form);
        let position = |position: &Option<String>| position.clone().unwrap_or_else(|| UNSAID.to_owned());
        tally.positions.push(&position(&g.codes.position), &position(&p.position));
        if let (Some(right), Some(found)) = (right.get_mut(j), found.get_mut(i)) {
            (*right, *found) = (same, same);
        }
    }
    for (claim, &found) in gold.iter().zip(&found) {
        if let Some(tier) = usize::from(claim.codes.tier).checked_sub(1).and_then(|tier| tally.tiers.get_mut(tier)) {
            tier.count(found);
        }
    }
    tally.claims = Count::whole(right.iter().filter(|&&right| right).count(), predicted.len(), gold.len());
    tally.judged = predicted
        .iter()
        .zip(right)
        .map(|(claim, right)| Judged { rule: claim.rule.clone(), confidence: claim.confidence, right })
        .collect();
    tally
}
