//! The weights of positions against the articles they were trained on.
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::path::Path;

use rapporteur_analysis::claims::{PositionModel, SignKind};
use rapporteur_core::Position;
use rapporteur_eval::corpus::Codings;
use rapporteur_train::annotated::POSITION_FOLDERS;
use rapporteur_train::position::{
    PositionConfig, PositionExample, cross_validated_positions, position_examples, train_position,
};

#[test]
fn weights_follow_from_the_articles() {
    let folders = POSITION_FOLDERS.map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder));
    let examples = position_examples(&folders).unwrap();
    let config = PositionConfig::default();
    let text = train_position(&examples, &config, |_| true).unwrap();
    assert_eq!(text, train_position(&examples, &config, |_| true).unwrap(), "same inputs, same bytes");

    let committed = PositionModel::embedded().unwrap();
    let anew = "train them anew with `cargo xtask train`";
    assert_eq!(committed.articles_sha256(), examples.sha256, "the articles are not those of the weights: {anew}");
    // Rules change what is found from day to day; the weights may lag behind a little.
    let fresh = PositionModel::from_toml(&text).unwrap();
    let judged: Vec<&PositionExample> = examples.claims.iter().filter(|example| example.judged).collect();
    let other = judged.iter().filter(|example| fresh.position(&example.signs) != example.given).count();
    assert!(other * 20 < judged.len(), "{other} of {} positions are not those of fresh weights: {anew}", judged.len());

    let alpha = |positions: &[Option<Position>]| {
        let name = |position: Option<Position>| position.map_or("none", |position| position.as_str());
        let mut codings = Codings::default();
        for (example, position) in examples.claims.iter().zip(positions) {
            codings.push(name(example.gold), name(*position));
        }
        codings.alpha().unwrap()
    };
    let by_entry: Vec<Option<Position>> = examples.claims.iter().map(PositionExample::by_entry).collect();
    let unseen = alpha(&cross_validated_positions(&examples, &config).unwrap());
    let by_entry = alpha(&by_entry);
    assert!(unseen > by_entry + 0.06, "{unseen:.3} on articles unseen, {by_entry:.3} by the cues alone");

    let config = PositionConfig { without: vec![SignKind::Plain], ..config };
    let without = train_position(&examples, &config, |_| true).unwrap();
    assert!(text.contains("[weights.plain]") && !without.contains("[weights.plain]"));
}
