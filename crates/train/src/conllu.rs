//! Reads CoNLL-U, as far as tagger and parser need it.

use rapporteur_analysis::syntax::Label;
use rapporteur_analysis::tagger::{Tagged, Upos, VerbForm};

/// A syntactic word of a treebank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    pub form: String,
    pub tagged: Tagged,
    /// The treebank's own part of speech, before what [`tagged_of`] changes in it.
    pub upos: Upos,
    /// Number of the word this one depends on, from 1 in the sentence; 0 for the root.
    pub head: usize,
    /// Relation to the head, without subtype.
    pub relation: String,
    /// The relation as the parser is taught it.
    pub label: Label,
    /// The mark within hyphen compounds (tag `HYPH` of the Penn treebank).
    pub hyphen: bool,
    /// White space (or the end of the sentence) follows.
    pub space_after: bool,
}

/// A sentence of a treebank.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sentence {
    /// Of the document it stands in, from `# newdoc id`.
    pub document: String,
    pub words: Vec<Word>,
}

/// Where a file is not CoNLL-U.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct ConlluError {
    /// From 1.
    pub line: usize,
    pub message: String,
}

/// Reads all sentences of a file. Lines of multi-word tokens and empty nodes are passed over: their parts stand below them.
pub fn sentences(text: &str) -> Result<Vec<Sentence>, ConlluError> {
    let mut sentences = Vec::new();
    let mut sentence = Sentence::default();
    let mut document = String::new();
    for (number, line) in text.lines().enumerate() {
        let error = |message: &str| ConlluError { line: number + 1, message: message.to_owned() };
        if line.is_empty() {
            if !sentence.words.is_empty() {
                sentences.push(std::mem::take(&mut sentence));
            }
        } else if let Some(name) = line.strip_prefix("# newdoc id = ") {
            document = name.to_owned();
        } else if !line.starts_with('#') {
            let fields: Vec<&str> = line.split('\t').collect();
            let [number, form, _lemma, upos, xpos, _features, head, relation, _deps, misc] = fields[..] else {
                return Err(error("not ten fields"));
            };
            if number.contains(['-', '.']) {
                continue;
            }
            let upos = upos.parse().map_err(|_| error("unknown part of speech"))?;
            sentence.document.clone_from(&document);
            sentence.words.push(Word {
                form: form.to_owned(),
                tagged: tagged_of(upos, xpos),
                upos,
                head: head.parse().map_err(|_| error("head is not a number"))?,
                label: Label::of_relation(relation),
                relation: relation.split(':').next().unwrap_or_default().to_owned(),
                hyphen: xpos == "HYPH",
                space_after: !misc.split('|').any(|item| item == "SpaceAfter=No"),
            });
        }
    }
    if !sentence.words.is_empty() {
        sentences.push(sentence);
    }
    Ok(sentences)
}

/// What the tagger is to say of a word.
///
/// Differs from the treebank in one point: a verb form inside a name ("United" in "United States", `VERB` with the Penn
/// tag `NNP`) counts as a proper noun, for whoever looks for verbs does not want it.
pub fn tagged_of(upos: Upos, xpos: &str) -> Tagged {
    let in_name = matches!(xpos, "NNP" | "NNPS");
    let verb = match xpos {
        "VBD" => VerbForm::Past,
        "VB" => VerbForm::Base,
        "VBN" => VerbForm::PastParticiple,
        "VBG" => VerbForm::Ing,
        _ => VerbForm::Present,
    };
    match upos {
        Upos::Verb | Upos::Aux if !in_name => Tagged { pos: upos, verb, in_name: false },
        Upos::Verb | Upos::Aux | Upos::Propn => Tagged { pos: Upos::Propn, verb: VerbForm::None, in_name: true },
        Upos::Adj => Tagged { pos: upos, verb: VerbForm::None, in_name },
        _ => Tagged { pos: upos, verb: VerbForm::None, in_name: false },
    }
}
