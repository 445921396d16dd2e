//! Figures on all gold sets, held against their floors.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use rapporteur_eval::{Predictor, evaluate};
use rapporteur_testkit::workspace;
use serde::{Deserialize, Serialize};

const FLOORS: &str = "corpus/floors.toml";

/// `corpus/floors.toml`
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Floors {
    set: Vec<Set>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Set {
    name: String,
    /// Relative to the project. What lies outside it may be absent.
    path: String,
    /// Lowest F1, share or alpha by the figure's name, 0 to 1.
    floors: BTreeMap<String, f64>,
}

/// Prints each figure that has a floor; fails if one is below it. `places` are "NAME=PATH".
pub(crate) fn eval(raise: bool, places: &[String]) -> Result<(), String> {
    let root = workspace();
    let file = root.join(FLOORS);
    let text = fs::read_to_string(&file).map_err(|error| format!("{FLOORS}: {error}"))?;
    let mut floors: Floors = toml::from_str(&text).map_err(|error| format!("{FLOORS}: {error}"))?;
    let places = places
        .iter()
        .map(|place| place.split_once('=').ok_or_else(|| format!("{place:?} is not of the form NAME=PATH")))
        .collect::<Result<BTreeMap<&str, &str>, String>>()?;
    if let Some(name) = places.keys().find(|name| !floors.set.iter().any(|set| set.name == **name)) {
        let known: Vec<&str> = floors.set.iter().map(|set| set.name.as_str()).collect();
        return Err(format!("{name:?} is no set; there are {}", known.join(", ")));
    }
    let predictor = Predictor::new().map_err(|error| error.to_string())?;
    let mut below = Vec::new();
    for set in &mut floors.set {
        let path = places.get(set.name.as_str()).map_or_else(|| root.join(&set.path), PathBuf::from);
        if !path.exists() {
            println!("{}: not there, passed over ({})", set.name, set.path);
            continue;
        }
        println!("{}", set.name);
        measure(set, &path, &predictor, raise, &mut below)?;
    }
    if raise {
        let text = toml::to_string(&floors).map_err(|error| error.to_string())?;
        fs::write(&file, format!("{}{text}", comment())).map_err(|error| format!("{FLOORS}: {error}"))?;
    }
    if below.is_empty() { Ok(()) } else { Err(format!("below the floor:\n{}", below.concat())) }
}

fn measure(
    set: &mut Set,
    path: &Path,
    predictor: &Predictor,
    raise: bool,
    below: &mut Vec<String>,
) -> Result<(), String> {
    let figures = evaluate(path, None, predictor).map_err(|error| error.to_string())?.figures();
    for (name, floor) in &mut set.floors {
        let figure = figures.iter().find(|figure| figure.name == *name);
        let reached = figure.ok_or_else(|| format!("{}: there is no figure {name:?}", set.name))?.headline();
        // Down to a thousandth, so that a floor is never above what was measured.
        let rounded = (reached * 1000.0).floor() / 1000.0;
        println!("  {name:45} {reached:.3}  floor {floor:.3}");
        if raise && rounded > *floor {
            *floor = rounded;
        } else if reached < *floor {
            let mut line = String::new();
            let _ = writeln!(line, "  {} {name}: {reached:.4}, floor {floor:.3}", set.name);
            below.push(line);
        }
    }
    Ok(())
}

fn comment() -> &'static str {
    "# Lowest figures, 0 to 1: F1 of rates, shares, Krippendorff's alpha. `cargo xtask eval` fails below them, `--raise` lifts them.\n# They only ever rise. Sets outside the project are passed over where they are absent.\n\n"
}
