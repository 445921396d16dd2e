//! The weights of confidence against the articles they were trained on.
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::path::Path;

use rapporteur_analysis::claims::ConfidenceModel;
use rapporteur_train::annotated::FOLDERS;
use rapporteur_train::calibration::Calibration;
use rapporteur_train::confidence::{ConfidenceConfig, Example, cross_validated, examples, train_confidence};

#[test]
fn weights_follow_from_the_articles() {
    let folders = FOLDERS.map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder));
    let examples = examples(&folders).unwrap();
    let config = ConfidenceConfig::default();
    let text = train_confidence(&examples, &config, |_| true).unwrap();
    assert_eq!(text, train_confidence(&examples, &config, |_| true).unwrap(), "same inputs, same bytes");

    let committed = ConfidenceModel::embedded().unwrap();
    let anew = "train them anew with `cargo xtask train`";
    assert_eq!(committed.articles_sha256(), examples.sha256, "the articles are not those of the weights: {anew}");
    // Rules change what is found from day to day; the weights may lag behind a little.
    let fresh = ConfidenceModel::from_toml(&text).unwrap();
    let apart =
        |example: &Example| (fresh.confidence(&example.evidence).unwrap_or(example.score) - example.confidence).abs();
    let mean = examples.claims.iter().map(apart).sum::<f64>() / examples.claims.len() as f64;
    assert!(mean < 0.05, "confidences are {mean:.3} from those of fresh weights: {anew}");

    let pairs = |of: &[f64]| -> Vec<(f64, bool)> {
        of.iter().copied().zip(examples.claims.iter().map(|example| example.right)).collect()
    };
    let scores: Vec<f64> = examples.claims.iter().map(|example| example.score).collect();
    let of_rules = Calibration::of(&pairs(&scores));
    let unseen = Calibration::of(&pairs(&cross_validated(&examples, &config).unwrap()));
    assert!(unseen.ece < 0.03, "{unseen:?}");
    // By an eighth at least: the more of the claims are right, the less there is to tell apart.
    assert!(unseen.brier < of_rules.brier * 0.875 && unseen.auc > of_rules.auc, "{unseen:?}\n{of_rules:?}");
}
