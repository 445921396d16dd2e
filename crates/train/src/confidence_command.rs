//! `train confidence` and `train eval-confidence`.

use std::error::Error;
use std::path::{Path, PathBuf};

use rapporteur_train::annotated::FOLDS;
use rapporteur_train::calibration::{Calibration, kept_from};
use rapporteur_train::confidence::{ConfidenceConfig, Example, cross_validated, examples, train_confidence};
use rapporteur_train::manifest::write_beside;

pub(crate) fn train(articles: &[PathBuf], out: &Path) -> Result<(), Box<dyn Error>> {
    let examples = examples(articles)?;
    std::fs::write(out, train_confidence(&examples, &ConfidenceConfig::default(), |_| true)?)?;
    write_beside(out)?;
    println!("{}: weights from {} claims in {} articles", out.display(), examples.claims.len(), examples.articles);
    Ok(())
}

pub(crate) fn evaluate(articles: &[PathBuf], ridge: Option<f64>, rare: Option<usize>) -> Result<(), Box<dyn Error>> {
    let examples = examples(articles)?;
    let usual = ConfidenceConfig::default();
    let config = ConfidenceConfig { ridge: ridge.unwrap_or(usual.ridge), rare: rare.unwrap_or(usual.rare), ..usual };
    let judged = |of: &dyn Fn(usize, &Example) -> f64| -> Vec<(f64, bool)> {
        examples.claims.iter().enumerate().map(|(index, example)| (of(index, example), example.right)).collect()
    };
    let unseen = cross_validated(&examples, &config)?;
    let scores = judged(&|_, example| example.score);
    let unseen = judged(&|index, _| unseen.get(index).copied().unwrap_or_default());
    let embedded = judged(&|_, example| example.confidence);
    println!(
        "{} claims found in {} articles with {} claims; {FOLDS} folds by article\n",
        examples.claims.len(),
        examples.articles,
        examples.gold
    );
    println!("| confidence | Brier | expected calibration error | AUC |\n| --- | --- | --- | --- |");
    let rows = [
        ("score of the rules", &scores),
        ("model, articles unseen", &unseen),
        ("embedded model, articles seen", &embedded),
    ];
    for (name, judged) in rows {
        let Calibration { brier, ece, auc, .. } = Calibration::of(judged);
        println!("| {name} | {brier:.4} | {ece:.4} | {auc:.3} |");
    }
    println!("\n| confidence | rules: claims | mean | right | model: claims | mean | right |");
    println!("| --- | --- | --- | --- | --- | --- | --- |");
    let (by_score, by_model) = (Calibration::of(&scores).tenths, Calibration::of(&unseen).tenths);
    for (place, (score, model)) in by_score.iter().zip(&by_model).enumerate() {
        let cells = [score, model].map(|tenth| {
            let share = |sum: f64| {
                if tenth.claims == 0 { "–".to_owned() } else { format!("{:.2}", sum / tenth.claims as f64) }
            };
            format!("{} | {} | {}", tenth.claims, share(tenth.confidence), share(tenth.right as f64))
        });
        let to = if place == 9 { "1".to_owned() } else { format!("0.{place}9") };
        println!("| 0.{place}0 to {to} | {} |", cells.join(" | "));
    }
    println!(
        "\nWere claims below left out (model, articles unseen):\n\n| claims kept | precision | recall | F1 |\n| --- | --- | --- | --- |"
    );
    for percent in [0_u8, 10, 15, 20, 25, 30, 35, 40, 50] {
        let floor = f64::from(percent) / 100.0;
        let [precision, recall, f1] = kept_from(&unseen, floor, examples.gold).map(|share| share * 100.0);
        println!("| from {floor:.2} | {precision:.1} | {recall:.1} | {f1:.1} |");
    }
    Ok(())
}
