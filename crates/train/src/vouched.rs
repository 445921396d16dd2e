//! Sentences of our own in which the tags of some words are given: verbs, and what is mistaken for one.
//!
//! A line is a sentence; behind a word stands a slash and its tag of the Penn treebank (`The report notes/VBZ that/IN …`).
//! A tag says which classes a word may have; among them, and for words without one among all, a tagger trained on treebank text
//! chooses. What comes of it is taught like treebank text.

use std::fmt;
use std::path::Path;

use rapporteur_analysis::tagger::internals::{Class, TrainingFile};
use rapporteur_analysis::tagger::{Tagger, Upos, VerbForm};
use rapporteur_analysis::text::TextLayer;
use rapporteur_analysis::zones::{Zone, ZoneKind};
use rapporteur_core::{BlockKind, ByteRange};
use sha2::{Digest, Sha256};

/// Classes a word may have, a bit for each of [`Class::index`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowed(u32);

/// Verbs that may be auxiliaries; which they are, the treebank tells.
const AUXILIARIES: &[&str] = &[
    "be", "is", "are", "am", "was", "were", "been", "being", "have", "has", "had", "having", "do", "does", "did",
    "get", "gets", "got", "getting", "need", "dare", "ought", "used",
];

impl Allowed {
    const ALL: Allowed = Allowed(u32::MAX);

    pub fn has(self, class: Class) -> bool {
        self.0 >> class.index() & 1 == 1
    }

    /// What the treebank's classes are for a tag; none for a tag that is not known.
    fn by_tag(tag: &str, word: &str) -> Option<Self> {
        let auxiliary = AUXILIARIES.contains(&word);
        let verb =
            |form| Self::where_class(|pos, its| (pos == Upos::Verb || pos == Upos::Aux && auxiliary) && its == form);
        let one = |wanted: Upos| Self::where_class(|pos, _| pos == wanted);
        let either = |a: Upos, b: Upos| Self::where_class(|pos, _| pos == a || pos == b);
        Some(match tag {
            "VB" => verb(VerbForm::Base),
            "VBP" | "VBZ" => verb(VerbForm::Present),
            "MD" => one(Upos::Aux),
            "VBD" => verb(VerbForm::Past),
            "VBN" => verb(VerbForm::PastParticiple),
            "VBG" => verb(VerbForm::Ing),
            "NN" | "NNS" => one(Upos::Noun),
            "NNP" | "NNPS" => one(Upos::Propn),
            // Treebanks take "a proposed law" both ways: the one that is learned from decides.
            "JJ" if word.ends_with("ed") => Self(one(Upos::Adj).0 | verb(VerbForm::PastParticiple).0),
            "JJ" if word.ends_with("ing") => Self(one(Upos::Adj).0 | verb(VerbForm::Ing).0),
            "JJ" | "JJR" | "JJS" => one(Upos::Adj),
            "RB" | "RBR" | "RBS" => one(Upos::Adv),
            "TO" => one(Upos::Part),
            "IN" if word == "that" => one(Upos::Sconj),
            "IN" if word == "to" => one(Upos::Adp),
            "IN" => either(Upos::Adp, Upos::Sconj),
            "RP" => one(Upos::Adp),
            "DT" => either(Upos::Det, Upos::Pron),
            "WDT" => one(Upos::Pron),
            _ => return None,
        })
    }

    fn where_class(holds: impl Fn(Upos, VerbForm) -> bool) -> Self {
        let classes = (0..Class::COUNT).filter_map(Class::from_index);
        let right = classes.filter(|class| holds(class.tagged().pos, class.tagged().verb));
        Self(right.fold(0, |bits, class| bits | 1 << class.index()))
    }
}

/// A sentence as the analysis cuts it, with what its words may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vouched {
    pub words: Vec<String>,
    pub allowed: Vec<Allowed>,
}

impl Vouched {
    /// For each word whether it has a tag of its own.
    pub fn is_tagged(&self) -> impl Iterator<Item = bool> + '_ {
        self.allowed.iter().map(|allowed| *allowed != Allowed::ALL)
    }

    /// How many words have one.
    pub fn tagged(&self) -> usize {
        self.is_tagged().filter(|tagged| *tagged).count()
    }
}

/// Why a file of tagged sentences could not be used.
#[derive(Debug, thiserror::Error)]
pub enum VouchedError {
    #[error("{path}: cannot be read: {source}")]
    Read { path: String, source: std::io::Error },
    #[error("{path}:{line}: {tag} behind “{word}” is not a tag that is known here; see corpus/tags/README.md")]
    Tag { path: String, line: usize, word: String, tag: String },
}

/// All sentences of the `.txt` files of a folder, by name, and the files.
///
/// # Errors
/// If the folder or a file cannot be read, or a word has a tag that is not known.
pub fn read(folder: &Path) -> Result<(Vec<Vouched>, Vec<TrainingFile>), VouchedError> {
    let failed = |path: &Path, source| VouchedError::Read { path: path.display().to_string(), source };
    let entries = std::fs::read_dir(folder).map_err(|source| failed(folder, source))?;
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let (mut sentences, mut files) = (Vec::new(), Vec::new());
    for path in paths {
        let text = std::fs::read_to_string(&path).map_err(|source| failed(&path, source))?;
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let cut = sentences_of(line).map_err(|(word, tag)| VouchedError::Tag {
                path: path.display().to_string(),
                line: number + 1,
                word,
                tag,
            })?;
            sentences.extend(cut);
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        files.push(TrainingFile { name: format!("tags/{name}"), sha256: Sha256::digest(&text).into() });
    }
    Ok((sentences, files))
}

/// Every tenth sentence is measured on and not taught.
const KEPT_BACK: usize = 10;

/// Those that are taught.
pub fn taught(sentences: Vec<Vouched>) -> Vec<Vouched> {
    sentences.into_iter().enumerate().filter(|(number, _)| number % KEPT_BACK != 0).map(|(_, it)| it).collect()
}

/// Those that are measured on.
pub fn kept_back(sentences: Vec<Vouched>) -> Vec<Vouched> {
    sentences.into_iter().step_by(KEPT_BACK).collect()
}

/// How many tagged words of these sentences get a class that their tag allows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Right {
    pub right: usize,
    pub all: usize,
}

impl fmt::Display for Right {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = 100.0 * self.right as f64 / self.all.max(1) as f64;
        write!(formatter, "{} of {} tagged words right, {share:.1} %", self.right, self.all)
    }
}

/// Measures a tagger on sentences.
pub fn right(tagger: &Tagger, sentences: &[Vouched]) -> Right {
    let mut counted = Right::default();
    let mut tags = Vec::new();
    for sentence in sentences {
        let words: Vec<&str> = sentence.words.iter().map(String::as_str).collect();
        tagger.tag_fully_into(&words, &mut tags);
        for (tagged, allowed) in tags.iter().zip(&sentence.allowed).filter(|(_, allowed)| **allowed != Allowed::ALL) {
            counted.all += 1;
            counted.right += usize::from(Class::of(*tagged).is_some_and(|class| allowed.has(class)));
        }
    }
    counted
}

/// The sentences of a line; a word and its tag where the tag is not known.
fn sentences_of(line: &str) -> Result<Vec<Vouched>, (String, String)> {
    let (text, tags) = without_tags(line)?;
    let zone = Zone {
        kind: ZoneKind::Block(BlockKind::Paragraph),
        at: ByteRange::new(0, text.len()),
        section: 0,
        speaker: None,
    };
    let layer = TextLayer::build(&text, vec![zone]);
    let sentences = layer.sentences.iter().map(|sentence| {
        let tokens = layer.tokens_of(sentence);
        let of = |at: ByteRange| tags.iter().find(|(end, _)| (at.start + 1..=at.end).contains(end));
        Vouched {
            words: tokens.iter().map(|token| token.at.slice(&text).unwrap_or_default().to_owned()).collect(),
            allowed: tokens.iter().map(|token| of(token.at).map_or(Allowed::ALL, |(_, allowed)| *allowed)).collect(),
        }
    });
    Ok(sentences.collect())
}

/// Where each tagged word ends, and what it may be.
type Tags = Vec<(usize, Allowed)>;

/// The line without its tags, and these.
fn without_tags(line: &str) -> Result<(String, Tags), (String, String)> {
    let (mut text, mut tags) = (String::with_capacity(line.len()), Tags::new());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('/') {
        text.push_str(before);
        let length = after.find(|letter: char| !letter.is_ascii_uppercase()).unwrap_or(after.len());
        let (tag, behind) = after.split_at(length);
        let word = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
        let allowed = Allowed::by_tag(tag, &word.to_lowercase()).ok_or_else(|| (word.to_owned(), tag.to_owned()))?;
        tags.push((text.len(), allowed));
        // "is/VBZ n't" is one word to readers.
        rest = behind
            .strip_prefix(' ')
            .filter(|behind| behind.starts_with("n't") || behind.starts_with("n’t"))
            .unwrap_or(behind);
    }
    text.push_str(rest);
    Ok((text, tags))
}
