//! `train position` and `train eval-position`.

use std::error::Error;
use std::path::{Path, PathBuf};

use rapporteur_analysis::claims::{PositionModel, SignKind};
use rapporteur_core::Position;
use rapporteur_eval::corpus::Codings;
use rapporteur_train::annotated::FOLDS;
use rapporteur_train::manifest::write_beside;
use rapporteur_train::position::{
    PositionConfig, PositionExample, PositionExamples, cross_validated_positions, position_examples, train_position,
};

pub(crate) fn train(articles: &[PathBuf], out: &Path) -> Result<(), Box<dyn Error>> {
    let examples = position_examples(articles)?;
    std::fs::write(out, train_position(&examples, &PositionConfig::default(), |_| true)?)?;
    write_beside(out)?;
    println!("{}: weights from {} claims in {} articles", out.display(), examples.claims.len(), examples.articles);
    Ok(())
}

/// What is measured, and settings other than those the embedded weights were made with.
#[derive(clap::Args)]
pub(crate) struct EvalPosition {
    /// Folders of articles with their claims marked
    #[arg(long, num_args = 1.., default_values = rapporteur_train::annotated::POSITION_FOLDERS)]
    articles: Vec<PathBuf>,
    /// Further articles, to measure weights on that were trained on all of the others
    #[arg(long)]
    on: Vec<PathBuf>,
    /// How strongly weights are drawn to zero
    #[arg(long)]
    ridge: Option<f64>,
    /// A value seen less often has no weight
    #[arg(long)]
    rare: Option<usize>,
    /// What a plain judgement is worth before any article is read, in log odds
    #[arg(long)]
    plain: Option<f64>,
    /// How many times a claim of the first folder counts
    #[arg(long)]
    first: Option<f64>,
    /// Do without a kind of sign
    #[arg(long)]
    without: Vec<String>,
    /// Measure what each kind of sign is worth
    #[arg(long)]
    each: bool,
    /// List the claims whose position the annotators give otherwise
    #[arg(long)]
    differences: bool,
}

impl EvalPosition {
    fn config(&self) -> Result<PositionConfig, String> {
        let usual = PositionConfig::default();
        let kind = |name: &String| {
            let found = SignKind::ALL.into_iter().find(|kind| kind.as_str() == name);
            found.ok_or_else(|| format!("{name:?} is no kind of sign"))
        };
        Ok(PositionConfig {
            ridge: self.ridge.unwrap_or(usual.ridge),
            rare: self.rare.unwrap_or(usual.rare),
            plain: self.plain.unwrap_or(usual.plain),
            first: self.first.unwrap_or(usual.first),
            without: self.without.iter().map(kind).collect::<Result<_, String>>()?,
            ..usual
        })
    }
}

pub(crate) fn evaluate(arguments: &EvalPosition) -> Result<(), Box<dyn Error>> {
    let config = arguments.config()?;
    let examples = position_examples(&arguments.articles)?;
    println!("{} claims in {} articles; {FOLDS} folds by article\n", examples.claims.len(), examples.articles);
    println!("| position | the same | alpha |\n| --- | --- | --- |");
    let entries: Vec<_> = examples.claims.iter().map(PositionExample::by_entry).collect();
    let unseen = cross_validated_positions(&examples, &config)?;
    let embedded: Vec<_> = examples.claims.iter().map(|example| example.given).collect();
    for (name, positions) in [
        ("entry of the cue", &entries),
        ("model, articles unseen", &unseen),
        ("embedded model, articles seen", &embedded),
    ] {
        println!("| {name} | {} |", agreement(&examples, positions));
    }
    let model = PositionModel::from_toml(&train_position(&examples, &config, |_| true)?)?;
    for folder in &arguments.on {
        let others = position_examples(std::slice::from_ref(folder))?;
        let entries: Vec<_> = others.claims.iter().map(PositionExample::by_entry).collect();
        let of = |example: &PositionExample| {
            if example.judged { model.position(&example.signs) } else { example.given }
        };
        let positions: Vec<_> = others.claims.iter().map(of).collect();
        println!("| entry of the cue, {} | {} |", folder.display(), agreement(&others, &entries));
        println!("| model, {} | {} |", folder.display(), agreement(&others, &positions));
    }
    if arguments.each {
        for kind in SignKind::ALL.into_iter().filter(|kind| !config.without.contains(kind)) {
            let mut less = config.clone();
            less.without.push(kind);
            let positions = cross_validated_positions(&examples, &less)?;
            println!("| articles unseen, without {} | {} |", kind.as_str(), agreement(&examples, &positions));
        }
    }
    println!("\n| model, articles unseen: gold | oppose | support | neutral | none |\n| --- | --- | --- | --- | --- |");
    for gold in all() {
        let counts = all().map(|given| {
            let same = |(example, position): &(&PositionExample, &Option<Position>)| {
                example.gold == gold && **position == given
            };
            examples.claims.iter().zip(&unseen).filter(same).count().to_string()
        });
        println!("| {} | {} |", name(gold), counts.join(" | "));
    }
    for (example, position) in examples.claims.iter().zip(&unseen).filter(|_| arguments.differences) {
        if example.gold != *position {
            println!("{} not {}: {}", name(example.gold), name(*position), example.words);
        }
    }
    Ok(())
}

fn all() -> [Option<Position>; 4] {
    [Some(Position::Oppose), Some(Position::Support), Some(Position::Neutral), None]
}

fn name(position: Option<Position>) -> &'static str {
    position.map_or("none", |position| position.as_str())
}

fn agreement(examples: &PositionExamples, positions: &[Option<Position>]) -> String {
    let mut codings = Codings::default();
    for (example, position) in examples.claims.iter().zip(positions) {
        codings.push(name(example.gold), name(*position));
    }
    let alpha = codings.alpha().map_or_else(|| "–".to_owned(), |alpha| format!("{alpha:.3}"));
    format!("{:.1} | {alpha}", codings.agreeing().value() * 100.0)
}
