use std::fs;
use std::path::Path;

use rapporteur_eval::corpus::Difference;
use rapporteur_eval::tally::Figures;
use rapporteur_eval::{EvalError, Evaluation, Figure, Predictor, Value, evaluate};
use serde_json::{Map, json};

use super::write_out::write_out;
use crate::args::Eval;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::text_table::table;

pub(crate) fn eval(arguments: &Eval, console: &Console) -> Result<Exit, Failure> {
    let mut predictor = Predictor::new().map_err(Failure::usage)?;
    for path in &arguments.gazetteers {
        let name = path.display().to_string();
        let text = fs::read_to_string(path).map_err(|error| Failure::usage(format!("{name}: {error}")))?;
        predictor.add_gazetteer(&name, &text).map_err(Failure::usage)?;
    }
    let mut all = Map::new();
    let mut text = String::new();
    let mut failures = Vec::new();
    for gold in &arguments.gold {
        // One set that cannot be read costs no other its figures.
        let evaluation = match evaluate(gold, arguments.against.as_deref(), &predictor) {
            Ok(evaluation) => evaluation,
            Err(error) => {
                failures.push(failure(&error));
                continue;
            }
        };
        let figures = evaluation.figures();
        if arguments.json {
            all.insert(gold.display().to_string(), json!(figures));
        } else {
            text.push_str(&heading(gold, &evaluation));
            text.push_str(&shown(&figures, arguments.full));
            if let (Some(differences), true) = (evaluation.differences(), arguments.differences) {
                text.push('\n');
                differences.iter().for_each(|difference| text.push_str(&line(difference)));
            }
            text.push('\n');
        }
    }
    if failures.len() == arguments.gold.len()
        && let Some(only) = failures.pop()
    {
        failures.iter().for_each(|failure| console.failure(failure));
        return Err(only);
    }
    if arguments.json {
        text = format!("{:#}\n", json!(all));
    } else if !arguments.full {
        console.say("--full shows every measure, --json all of it for machines");
    }
    write_out(&format!("{}\n", text.trim_end_matches('\n')))?;
    failures.iter().for_each(|failure| console.failure(failure));
    Ok(if failures.is_empty() { Exit::Good } else { Exit::SomeFailed })
}

fn heading(gold: &Path, evaluation: &Evaluation) -> String {
    let what = match evaluation {
        Evaluation::Attributions { texts, .. } => format!("{texts} texts"),
        Evaluation::Actors(sets) => {
            format!("{} rows", sets.values().map(|tally| tally.rows).sum::<usize>())
        }
        Evaluation::Mentions(tally) => format!("{} articles", tally.articles),
        Evaluation::Passages(tally) => format!("{} passages", tally.passages),
        Evaluation::Corpus { all, .. } => format!("{} articles", all.articles),
        Evaluation::Tables(_) => "claims table".to_owned(),
    };
    format!("{} ({what})\n", gold.display())
}

/// Rates and shares in hundredths with one place behind the point.
fn shown(figures: &[Figure], full: bool) -> String {
    let hundredths = |share: f64| format!("{:.1}", share * 100.0);
    let cells =
        |first: &str, rest: [&str; 5]| -> Vec<String> { [first].into_iter().chain(rest).map(str::to_owned).collect() };
    let mut rows = vec![cells("", ["P", "R", "F1", "found", "gold"])];
    for figure in figures.iter().filter(|figure| full || figure.main) {
        rows.push(match &figure.value {
            Value::Rates(Figures { precision, recall, f1, predicted, gold }) => {
                let [p, r, f] = [*precision, *recall, *f1].map(hundredths);
                cells(&figure.name, [&p, &r, &f, &predicted.to_string(), &gold.to_string()])
            }
            Value::Share { share, right, of } => {
                cells(&figure.name, ["", "", &hundredths(*share), &right.to_string(), &of.to_string()])
            }
            Value::Alpha { alpha, same, units } => {
                let alpha = alpha.map_or_else(|| "alpha –".to_owned(), |alpha| format!("alpha {alpha:.3}"));
                cells(&figure.name, ["", "", &hundredths(*same), &alpha, &units.to_string()])
            }
        });
    }
    right_aligned(rows)
}

/// Numbers stand under one another; so does the first column, to the left.
fn right_aligned(mut rows: Vec<Vec<String>>) -> String {
    for column in 1..6 {
        let cells = || rows.iter().filter_map(|row| row.get(column));
        let width = cells().map(|cell| cell.chars().count()).max().unwrap_or_default();
        for cell in rows.iter_mut().filter_map(|row| row.get_mut(column)) {
            *cell = format!("{cell:>width$}");
        }
    }
    table(&rows)
}

/// One difference: place, kind, what people say, what was found.
fn line(difference: &Difference) -> String {
    let Difference { article, paragraph, kind, gold, found } = difference;
    let gap = if gold.is_empty() || found.is_empty() { "" } else { "\n    found " };
    format!("{article}:{paragraph} {kind}: {gold}{gap}{found}\n")
}

fn failure(error: &EvalError) -> Failure {
    match error {
        EvalError::Io { error: io, .. } if io.kind() == std::io::ErrorKind::NotFound => Failure::nothing(error)
            .help("sets that are not part of the project must be fetched first; docs/quality.md says from where"),
        _ => Failure::usage(error),
    }
}
