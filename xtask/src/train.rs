//! Every set of weights anew, from the inputs that are there.

use std::path::{Path, PathBuf};

use crate::cargo::cargo;

/// Where the weights stand.
const WEIGHTS: &str = "crates/analysis/data/weights";

/// A trainer and the folders it cannot do without.
struct Trainer {
    name: &'static str,
    out: &'static str,
    inputs: Vec<Input>,
}

/// An option of a trainer that names a folder; `None` where nobody said which.
struct Input {
    option: &'static str,
    folder: Option<PathBuf>,
}

/// Runs the trainers in the order in which their weights build on each other; says which were passed over.
pub(crate) fn train(treebank: Option<&Path>, wordnet: Option<&Path>) -> Result<(), String> {
    for trainer in trainers(treebank, wordnet) {
        match trainer.missing() {
            Some(why) => println!("{}: passed over, its weights stay as they are: {why}", trainer.name),
            None => run(&trainer.arguments())?,
        }
    }
    Ok(())
}

/// The parser is taught on the tagger's classes; positions and confidence judge what the program finds with both.
fn trainers(treebank: Option<&Path>, wordnet: Option<&Path>) -> Vec<Trainer> {
    let language = || {
        [("--treebank", treebank), ("--wordnet", wordnet)]
            .map(|(option, folder)| Input { option, folder: folder.map(Path::to_owned) })
            .into()
    };
    vec![
        Trainer { name: "tagger", out: "tagger.bin", inputs: language() },
        Trainer { name: "parser", out: "parser.bin", inputs: language() },
        // The articles of the project, which these trainers know.
        Trainer { name: "position", out: "position.toml", inputs: Vec::new() },
        Trainer { name: "confidence", out: "confidence.toml", inputs: Vec::new() },
    ]
}

impl Trainer {
    /// Why it cannot run, if it cannot.
    fn missing(&self) -> Option<String> {
        self.inputs.iter().find_map(|input| match &input.folder {
            None => Some(format!("{} DIR was not given", input.option)),
            Some(folder) if !folder.is_dir() => Some(format!("{} {}: no such folder", input.option, folder.display())),
            Some(_) => None,
        })
    }

    fn arguments(&self) -> Vec<String> {
        let mut arguments = vec![self.name.to_owned(), "--out".to_owned(), format!("{WEIGHTS}/{}", self.out)];
        for Input { option, folder } in &self.inputs {
            // Cargo runs in the workspace, wherever we were started.
            let folder = folder.iter().filter_map(|folder| std::path::absolute(folder).ok());
            arguments.extend(folder.flat_map(|folder| [(*option).to_owned(), folder.display().to_string()]));
        }
        arguments
    }
}

fn run(arguments: &[String]) -> Result<(), String> {
    let mut all = vec!["run", "--release", "--quiet", "--package", "rapporteur-train", "--"];
    all.extend(arguments.iter().map(String::as_str));
    cargo(&all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trainers_without_input_say_what_is_missing() {
        let why = |treebank: Option<&str>, wordnet: Option<&str>| -> Vec<Option<String>> {
            let trainers = trainers(treebank.map(Path::new), wordnet.map(Path::new));
            trainers.iter().map(Trainer::missing).collect()
        };
        let here = env!("CARGO_MANIFEST_DIR");
        let said = |why: &str| Some(why.to_owned());
        let treebank = said("--treebank DIR was not given");
        assert_eq!(why(None, None), [treebank.clone(), treebank, None, None]);
        let wordnet = said("--wordnet no/such: no such folder");
        assert_eq!(why(Some(here), Some("no/such")), [wordnet.clone(), wordnet, None, None]);
        assert_eq!(why(Some(here), Some(here)), [None, None, None, None]);
    }

    #[test]
    fn trainers_are_told_their_folders() {
        let trainers = trainers(Some(Path::new("/treebank")), Some(Path::new("/wordnet")));
        let told: Vec<String> = trainers.iter().map(|trainer| trainer.arguments().join(" ")).collect();
        assert_eq!(
            told,
            [
                "tagger --out crates/analysis/data/weights/tagger.bin --treebank /treebank --wordnet /wordnet",
                "parser --out crates/analysis/data/weights/parser.bin --treebank /treebank --wordnet /wordnet",
                "position --out crates/analysis/data/weights/position.toml",
                "confidence --out crates/analysis/data/weights/confidence.toml",
            ]
        );
    }
}
