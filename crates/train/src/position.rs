//! The weights of a claim's position: a multinomial logistic regression over the signs the claim stage gathers, taught by the
//! project's own corpus, where annotators said on which side each claim stands.

use std::collections::BTreeMap;
use std::path::PathBuf;

use rapporteur_analysis::claims::{POSITION_FORMAT, POSITIONS, PositionError, PositionModel, Sign, SignKind};
use rapporteur_core::{Claim, Position};
use rapporteur_eval::corpus::{PredictedClaim, matched};
use serde::Serialize;

use crate::annotated::{ExamplesError, FOLDS, LICENCE, read_annotated, thousandths};

/// A claim the program finds whose content the annotation has too.
#[derive(Debug, Clone)]
pub struct PositionExample {
    /// Place of the article among all.
    pub article: usize,
    /// Place of its folder among those given.
    pub folder: usize,
    pub signs: Vec<Sign>,
    /// "source | cue | content", as they stand.
    pub words: String,
    /// Whether the model has a say; else the position is that of the cue's entry.
    pub judged: bool,
    /// The annotator's.
    pub gold: Option<Position>,
    /// What the embedded model gives.
    pub given: Option<Position>,
}

/// Every position there is.
const ALL: [Position; 3] = [Position::Oppose, Position::Support, Position::Neutral];

impl PositionExample {
    /// What the lexicon alone says of the cue.
    pub fn by_entry(&self) -> Option<Position> {
        let entry = self.signs.iter().find(|sign| sign.kind == SignKind::Entry)?;
        let says = |position: &Position| entry.value.split(' ').skip(1).any(|word| word == position.as_str());
        ALL.into_iter().find(says)
    }
}

/// What the program finds in a folder of annotated articles.
#[derive(Debug, Clone)]
pub struct PositionExamples {
    pub claims: Vec<PositionExample>,
    pub articles: usize,
    /// Of the names and bytes of the articles, in the order of the names; in hexadecimal.
    pub sha256: String,
}

/// Runs the program over the articles of a folder and sets its claims beside the annotators'.
///
/// # Errors
/// [`ExamplesError`] with the file that cannot be read.
pub fn position_examples(folders: &[PathBuf]) -> Result<PositionExamples, ExamplesError> {
    let mut claims = Vec::new();
    let read = read_annotated(folders, |place, article, document, trace| {
        let gold: Vec<_> = article.claims.values().collect();
        // The same claims in the same order as those that are paired.
        let traced: Vec<_> =
            document.claims.iter().zip(&trace.claims).filter(|(claim, _)| claim.rule != "speaker-turn").collect();
        for (i, j) in matched(article, &PredictedClaim::of(&document)) {
            let (Some(gold), Some((claim, traced))) = (gold.get(i), traced.get(j)) else { continue };
            let named = |position: &Position| Some(position.as_str()) == gold.codes.position.as_deref();
            claims.push(PositionExample {
                article: place.article,
                folder: place.folder,
                signs: traced.signs.clone(),
                words: words(claim),
                judged: PositionModel::judges(&claim.rule, claim.position),
                gold: ALL.into_iter().find(named),
                given: claim.position,
            });
        }
    })?;
    Ok(PositionExamples { claims, articles: read.articles, sha256: read.sha256 })
}

fn words(claim: &Claim) -> String {
    let source = claim.source.as_ref().map_or("", |source| &source.text);
    let cue = claim.cue.as_ref().map_or("", |cue| &cue.text);
    let content: Vec<&str> = claim.content.iter().map(|part| part.text.as_str()).collect();
    format!("{source} | {cue} | {}", content.join(" … "))
}

/// How the regression is fitted.
#[derive(Debug, Clone, PartialEq)]
pub struct PositionConfig {
    /// How strongly weights are drawn to zero.
    pub ridge: f64,
    /// A value seen less often has no weight.
    pub rare: usize,
    /// Rounds over all weights.
    pub rounds: usize,
    /// How many times a claim of the first folder counts. Two people annotated the folders, and do not see sides alike.
    pub first: f64,
    /// Kinds of sign to do without.
    pub without: Vec<SignKind>,
    /// What a plain judgement is worth before any article is read, in log odds; the articles have few of them.
    pub plain: f64,
}

impl Default for PositionConfig {
    fn default() -> Self {
        Self { ridge: 3.0, rare: 4, rounds: 30, first: 3.0, without: Vec::new(), plain: 2.5 }
    }
}

/// Plain judgements, and the place in [`POSITIONS`] of what each speaks for. The articles have few of them.
const PLAIN: [(&str, usize); 5] = [("is against", 0), ("own against", 0), ("is for", 1), ("own for", 1), ("ought", 1)];

impl PositionConfig {
    /// What a sign is taken to say before any article is read.
    fn prior(&self, kind: SignKind, value: &str) -> Weights<f64> {
        let mut prior = Weights::default();
        let plain = PLAIN.iter().find(|(plain, _)| kind == SignKind::Plain && *plain == value);
        if let Some(weight) = plain.and_then(|&(_, position)| prior.get_mut(position)) {
            *weight = self.plain;
        }
        prior
    }
}

/// The file of weights; what the program does not read of it is for people.
#[derive(Debug, Serialize)]
struct File<'f> {
    format: u32,
    licence: &'static str,
    articles: usize,
    claims: usize,
    articles_sha256: &'f str,
    /// Thousandths of log odds, in the order of [`POSITIONS`].
    bias: Weights<i32>,
    weights: BTreeMap<&'static str, BTreeMap<String, Weights<i32>>>,
}

type Weights<Number> = [Number; POSITIONS.len()];

/// Fits the weights to the claims of the articles `wanted` holds true for; the file's text.
///
/// # Errors
/// If the file cannot be written as TOML.
pub fn train_position(
    examples: &PositionExamples,
    config: &PositionConfig,
    wanted: impl Fn(usize) -> bool,
) -> Result<String, toml::ser::Error> {
    let taught: Vec<&PositionExample> =
        examples.claims.iter().filter(|example| example.judged && wanted(example.article)).collect();
    let mut places: BTreeMap<(SignKind, &str), Vec<usize>> = BTreeMap::new();
    for (index, example) in taught.iter().enumerate() {
        for sign in example.signs.iter().filter(|sign| !config.without.contains(&sign.kind)) {
            places.entry((sign.kind, &sign.value)).or_default().push(index);
        }
    }
    for (value, _) in PLAIN {
        if !config.without.contains(&SignKind::Plain) {
            places.entry((SignKind::Plain, value)).or_default();
        }
    }
    places.retain(|(kind, _), places| *kind == SignKind::Plain || places.len() >= config.rare);
    let priors: Vec<Weights<f64>> = places.keys().map(|&(kind, value)| config.prior(kind, value)).collect();
    let gold: Vec<Option<usize>> = taught
        .iter()
        .map(|example| example.gold.and_then(|gold| POSITIONS.iter().position(|position| *position == gold)))
        .collect();
    let counts: Vec<f64> = taught.iter().map(|example| if example.folder == 0 { config.first } else { 1.0 }).collect();
    let (bias, fitted) = fit(&gold, &counts, &places.values().map(Vec::as_slice).collect::<Vec<_>>(), &priors, config);
    let mut weights: BTreeMap<&'static str, BTreeMap<String, Weights<i32>>> = BTreeMap::new();
    for (&(kind, value), weight) in places.keys().zip(&fitted) {
        let weight = weight.map(thousandths);
        if weight.iter().any(|weight| *weight != 0) {
            weights.entry(kind.as_str()).or_default().insert(value.to_owned(), weight);
        }
    }
    let mut kept: Vec<usize> = taught.iter().map(|example| example.article).collect();
    kept.dedup();
    let file = File {
        format: POSITION_FORMAT,
        licence: LICENCE,
        articles: kept.len(),
        claims: taught.len(),
        articles_sha256: &examples.sha256,
        bias: bias.map(thousandths),
        weights,
    };
    let head = "# Written by `cargo xtask train`. Do not edit. What each sign adds to the log odds of \"oppose\" and of \"support\" over no\n\
                # position, in thousandths; docs/model-card.md says more.\n\n";
    Ok(format!("{head}{}", toml::to_string(&file)?))
}

/// Ridge regression by Newton steps along one weight after the other; `places` has for each sign the examples that have it,
/// `priors` what its weights are drawn to.
fn fit(
    gold: &[Option<usize>],
    counts: &[f64],
    places: &[&[usize]],
    priors: &[Weights<f64>],
    config: &PositionConfig,
) -> (Weights<f64>, Vec<Weights<f64>>) {
    let everywhere: Vec<usize> = (0..gold.len()).collect();
    let mut sums = vec![Weights::default(); gold.len()];
    let (mut bias, mut weights) = (Weights::default(), priors.to_vec());
    for (weights, places) in weights.iter().zip(places) {
        for (position, weight) in weights.iter().enumerate() {
            add(&mut sums, places, position, *weight);
        }
    }
    for _ in 0..config.rounds {
        newton((gold, counts), &everywhere, &mut sums, &mut bias, &Weights::default(), 0.01);
        for ((weights, places), prior) in weights.iter_mut().zip(places).zip(priors) {
            newton((gold, counts), places, &mut sums, weights, prior, config.ridge);
        }
    }
    (bias, weights)
}

/// One step of each weight of a sign; the sums of its examples follow.
fn newton(
    (gold, counts): (&[Option<usize>], &[f64]),
    places: &[usize],
    sums: &mut [Weights<f64>],
    weights: &mut Weights<f64>,
    prior: &Weights<f64>,
    ridge: f64,
) {
    for (position, (weight, prior)) in weights.iter_mut().zip(prior).enumerate() {
        let (mut slope, mut bend) = (ridge * (prior - *weight), ridge);
        for &place in places {
            let (Some(sums), Some(&gold), Some(count)) = (sums.get(place), gold.get(place), counts.get(place)) else {
                continue;
            };
            let odds = sums.map(f64::exp);
            let chance = odds.get(position).copied().unwrap_or_default() / (1.0 + odds.iter().sum::<f64>());
            slope += count * (f64::from(u8::from(gold == Some(position))) - chance);
            bend += count * chance * (1.0 - chance);
        }
        let step = (slope / bend).clamp(-1.0, 1.0);
        *weight += step;
        add(sums, places, position, step);
    }
}

fn add(sums: &mut [Weights<f64>], places: &[usize], position: usize, step: f64) {
    for &place in places {
        if let Some(sum) = sums.get_mut(place).and_then(|sums| sums.get_mut(position)) {
            *sum += step;
        }
    }
}

/// Why cross-validation failed.
#[derive(Debug, thiserror::Error)]
pub enum PositionFoldError {
    #[error(transparent)]
    Write(#[from] toml::ser::Error),
    #[error(transparent)]
    Model(#[from] PositionError),
}

/// For each example the position by a model that has not seen its article, and which saw the other four fifths.
///
/// # Errors
/// If a model cannot be written or read back.
pub fn cross_validated_positions(
    examples: &PositionExamples,
    config: &PositionConfig,
) -> Result<Vec<Option<Position>>, PositionFoldError> {
    let models = (0..FOLDS)
        .map(|fold| {
            let text = train_position(examples, config, |article| article % FOLDS != fold)?;
            Ok(PositionModel::from_toml(&text)?)
        })
        .collect::<Result<Vec<_>, PositionFoldError>>()?;
    let of = |example: &PositionExample| {
        let model = models.get(example.article % FOLDS).filter(|_| example.judged);
        model.map_or(example.given, |model| model.position(&example.signs))
    };
    Ok(examples.claims.iter().map(of).collect())
}
