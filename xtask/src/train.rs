//! Every set of weights anew, from the inputs that are there.

use std::path::{Path, PathBuf};

use rapporteur_testkit::workspace;

use crate::cargo::cargo;

/// Where the weights stand.
const WEIGHTS: &str = "crates/analysis/data/weights";
/// The articles that positions and confidence are learned from.
const ARTICLES: [&str; 2] = ["corpus/train", "corpus/policy"];
/// Those that confidence alone is learned from: positions learned from them read other articles worse.
const COMMENTARY: [&str; 1] = ["corpus/commentary"];

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
    let [articles, commentary] = [ARTICLES.as_slice(), &COMMENTARY]
        .map(|folders| folders.iter().map(|folder| workspace().join(folder)).collect::<Vec<_>>());
    for trainer in trainers(treebank, wordnet, &articles, &commentary) {
        match trainer.missing() {
            Some(why) => println!("{}: passed over, its weights stay as they are: {why}", trainer.name),
            None => run(&trainer.arguments())?,
        }
    }
    Ok(())
}

/// The parser is taught on the tagger's classes; positions and confidence judge what the program finds with both.
fn trainers(
    treebank: Option<&Path>,
    wordnet: Option<&Path>,
    articles: &[PathBuf],
    commentary: &[PathBuf],
) -> Vec<Trainer> {
    let language = || {
        [("--treebank", treebank), ("--wordnet", wordnet)]
            .map(|(option, folder)| Input { option, folder: folder.map(Path::to_owned) })
            .into()
    };
    let input = |folder: &PathBuf| Input { option: "--articles", folder: Some(folder.clone()) };
    vec![
        Trainer { name: "tagger", out: "tagger.bin", inputs: language() },
        Trainer { name: "parser", out: "parser.bin", inputs: language() },
        Trainer { name: "position", out: "position.toml", inputs: articles.iter().map(input).collect() },
        Trainer {
            name: "confidence",
            out: "confidence.toml",
            inputs: articles.iter().chain(commentary).map(input).collect(),
        },
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
        let why = |treebank: Option<&str>, wordnet: Option<&str>, articles: &str| -> Vec<Option<String>> {
            let trainers = trainers(treebank.map(Path::new), wordnet.map(Path::new), &[PathBuf::from(articles)], &[]);
            trainers.iter().map(Trainer::missing).collect()
        };
        let here = env!("CARGO_MANIFEST_DIR");
        let said = |why: &str| Some(why.to_owned());
        let treebank = said("--treebank DIR was not given");
        assert_eq!(why(None, None, here), [treebank.clone(), treebank, None, None]);
        let wordnet = said("--wordnet no/such: no such folder");
        let articles = said("--articles nor/this: no such folder");
        assert_eq!(
            why(Some(here), Some("no/such"), "nor/this"),
            [wordnet.clone(), wordnet, articles.clone(), articles]
        );
        assert_eq!(why(Some(here), Some(here), here), [None, None, None, None]);
    }

    #[test]
    fn trainers_are_told_their_folders() {
        let trainers = trainers(None, None, &[PathBuf::from("/articles")], &[PathBuf::from("/more")]);
        let told: Vec<Vec<String>> = trainers.iter().map(Trainer::arguments).collect();
        let expected = |name: &str, folders: &[&str]| {
            let mut expected = vec![name.to_owned(), "--out".to_owned(), format!("{WEIGHTS}/{name}.toml")];
            expected.extend(folders.iter().flat_map(|folder| ["--articles".to_owned(), (*folder).to_owned()]));
            expected
        };
        assert_eq!(told[2], expected("position", &["/articles"]));
        assert_eq!(told[3], expected("confidence", &["/articles", "/more"]));
    }
}
