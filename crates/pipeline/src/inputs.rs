//! From what stands on the command line to a sorted list of inputs.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use globset::GlobBuilder;
use ignore::WalkBuilder;
use thiserror::Error;

/// One input.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// A file: its path, and how the user wrote it.
    File { path: PathBuf, uri: String },
    /// Standard input.
    Stdin,
}

impl Input {
    /// What it is called in the output: the path with `/` between folders, or "-".
    pub fn uri(&self) -> &str {
        match self {
            Self::File { uri, .. } => uri,
            Self::Stdin => "-",
        }
    }
}

/// What the arguments came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inputs {
    /// Sorted within each argument, each file once.
    pub inputs: Vec<Input>,
    /// Files in folders that no source reads.
    pub passed_over: PassedOver,
}

/// How many files in folders were passed over, by ending.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PassedOver(pub BTreeMap<String, usize>);

/// An argument that names nothing.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum InputError {
    #[error("{0}: no such file or folder")]
    Missing(String),
    #[error("{pattern}: not a pattern: {reason}")]
    Pattern { pattern: String, reason: String },
    #[error("{pattern}: no file fits the pattern")]
    NothingFits { pattern: String },
    #[error("{uri}: cannot be listed: {reason}")]
    Walk { uri: String, reason: String },
    #[error("{list}: the list cannot be read: {reason}")]
    List { list: String, reason: String },
}

/// Expands files, folders, patterns, `-` and `@list` (a file with one argument a line).
///
/// A file named outright is always taken. Of a folder, and what lies below it, those whose ending is one of `extensions`;
/// ignore files count only where `respect_ignore` says so, for corpora are often ignored files.
///
/// # Errors
/// One [`InputError`] for each argument that names nothing; the others are expanded all the same.
pub fn expand(arguments: &[String], extensions: &BTreeSet<String>, respect_ignore: bool) -> (Inputs, Vec<InputError>) {
    let mut expansion =
        Expansion { extensions, respect_ignore, inputs: Inputs::default(), seen: BTreeSet::new(), errors: Vec::new() };
    for argument in arguments {
        expansion.argument(argument);
    }
    (expansion.inputs, expansion.errors)
}

struct Expansion<'a> {
    extensions: &'a BTreeSet<String>,
    respect_ignore: bool,
    inputs: Inputs,
    seen: BTreeSet<PathBuf>,
    errors: Vec<InputError>,
}

impl Expansion<'_> {
    fn argument(&mut self, argument: &str) {
        let path = Path::new(argument);
        if argument == "-" {
            if !self.inputs.inputs.contains(&Input::Stdin) {
                self.inputs.inputs.push(Input::Stdin);
            }
        } else if path.is_dir() {
            let found = self.walk(path, |_| true);
            self.take_readable(found);
        } else if path.exists() {
            self.take(path.to_owned());
        } else if let Some(list) = argument.strip_prefix('@') {
            match std::fs::read_to_string(list) {
                Ok(lines) => {
                    lines.lines().map(str::trim).filter(|line| !line.is_empty()).for_each(|line| self.argument(line))
                }
                Err(error) => self.errors.push(InputError::List { list: list.to_owned(), reason: error.to_string() }),
            }
        } else if argument.contains(['*', '?', '[', '{']) {
            self.pattern(argument);
        } else {
            self.errors.push(InputError::Missing(argument.to_owned()));
        }
    }

    fn pattern(&mut self, pattern: &str) {
        let matcher = match GlobBuilder::new(pattern).literal_separator(true).build() {
            Ok(glob) => glob.compile_matcher(),
            Err(error) => {
                self.errors.push(InputError::Pattern { pattern: pattern.to_owned(), reason: error.kind().to_string() });
                return;
            }
        };
        // Walk from the last folder that the pattern names outright.
        let special = pattern.find(['*', '?', '[', '{']).unwrap_or(pattern.len());
        let root =
            pattern.get(..special).and_then(|fixed| fixed.rfind('/')).map_or(".", |slash| &pattern[..slash.max(1)]);
        let found = self.walk(Path::new(root), |path| matcher.is_match(path));
        if found.is_empty() {
            self.errors.push(InputError::NothingFits { pattern: pattern.to_owned() });
        }
        found.into_iter().for_each(|path| self.take(path));
    }

    /// The files below a folder that `wanted` takes, sorted.
    fn walk(&mut self, root: &Path, wanted: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
        let mut builder = WalkBuilder::new(root);
        builder.standard_filters(self.respect_ignore).hidden(false).follow_links(false);
        let mut found = Vec::new();
        for entry in builder.build() {
            match entry {
                Ok(entry) => {
                    let path = entry.path().strip_prefix("./").unwrap_or(entry.path());
                    if entry.file_type().is_some_and(|kind| kind.is_file()) && wanted(path) {
                        found.push(path.to_owned());
                    }
                }
                Err(error) => {
                    self.errors.push(InputError::Walk { uri: root.display().to_string(), reason: error.to_string() });
                }
            }
        }
        found.sort();
        found
    }

    fn take_readable(&mut self, found: Vec<PathBuf>) {
        for path in found {
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
            if self.extensions.contains(&ending) {
                self.take(path);
            } else {
                *self.inputs.passed_over.0.entry(ending).or_default() += 1;
            }
        }
    }

    fn take(&mut self, path: PathBuf) {
        let uri = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
        if self.seen.insert(path.clone()) {
            self.inputs.inputs.push(Input::File { path, uri });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(arguments: &[&str], folder: &Path) -> (Vec<String>, Vec<String>, PassedOver) {
        let arguments: Vec<String> =
            arguments.iter().map(|argument| folder.join(argument).display().to_string()).collect();
        let extensions = ["txt".to_owned(), "html".to_owned()].into();
        let (inputs, errors) = expand(&arguments, &extensions, false);
        let relative = |text: &str| text.replace(&format!("{}/", folder.display()), "");
        (
            inputs.inputs.iter().map(|input| relative(input.uri())).collect(),
            errors.iter().map(|error| relative(&error.to_string())).collect(),
            inputs.passed_over,
        )
    }

    #[test]
    fn folders_patterns_and_what_is_missing() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let folder = folder.path();
        std::fs::create_dir_all(folder.join("in/deep")).expect("made");
        for name in ["in/b.txt", "in/a.html", "in/deep/c.TXT", "in/d.png", "in/.hidden.txt", "in/.gitignore"] {
            std::fs::write(folder.join(name), "*").expect("written");
        }
        let (found, errors, passed_over) = names(&["in"], folder);
        assert_eq!(found, ["in/.hidden.txt", "in/a.html", "in/b.txt", "in/deep/c.TXT"]);
        assert!(errors.is_empty());
        assert_eq!(passed_over.0, BTreeMap::from([(String::new(), 1), ("png".to_owned(), 1)]));

        assert_eq!(names(&["in/*.txt", "in/b.txt"], folder).0, ["in/.hidden.txt", "in/b.txt"]);
        assert_eq!(names(&["in/**/*.TXT"], folder).0, ["in/deep/c.TXT"]);
        assert_eq!(names(&["in/d.png"], folder).0, ["in/d.png"]);
        assert_eq!(
            names(&["nowhere.txt", "in/*.pdf", "in/[a"], folder).1,
            [
                "nowhere.txt: no such file or folder",
                "in/*.pdf: no file fits the pattern",
                "in/[a: not a pattern: unclosed character class; missing ']'",
            ]
        );
    }
}
