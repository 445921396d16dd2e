//! Tags for training text as a tagger would give them that has not seen it.

use rapporteur_analysis::tagger::Tagger;
use rapporteur_analysis::tagger::internals::{Class, KnownWords, WordKeys};

use crate::conllu::Sentence;
use crate::tagger::{TaggerConfig, train_tagger};
use crate::vouched::Vouched;

/// A sentence's words and tags as the parser will meet them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaggedWords {
    pub keys: Vec<WordKeys>,
    pub classes: Vec<Class>,
}

/// Tags of `tagger` for one sentence.
pub fn tagged(tagger: &Tagger, sentence: &Sentence) -> TaggedWords {
    let forms: Vec<&str> = sentence.words.iter().map(|word| word.form.as_str()).collect();
    let (mut keys, mut classes) = (Vec::new(), Vec::new());
    tagger.keys_into(&forms, &mut Vec::new(), &mut keys);
    tagger.classes_into(&keys, &mut classes);
    TaggedWords { keys, classes }
}

/// For each sentence the tags of a tagger trained on the other parts, into which the documents are dealt in turn, and on the `vouched`.
///
/// The sentences are those the parser is trained on, hyphen compounds joined. Of `parts` there have to be two at least.
pub fn jackknifed(
    sentences: &[Sentence],
    vouched: &[Vouched],
    known_words: &KnownWords,
    parts: usize,
    config: &TaggerConfig,
) -> Vec<TaggedWords> {
    let part_of = parts_of(sentences, parts);
    let mut all: Vec<Option<TaggedWords>> = vec![None; sentences.len()];
    for part in 0..parts {
        let others: Vec<Sentence> = sentences
            .iter()
            .zip(&part_of)
            .filter(|(_, its)| **its != part)
            .map(|(sentence, _)| sentence.clone())
            .collect();
        let config = TaggerConfig { join_hyphens: false, ..config.clone() };
        let bytes = train_tagger(&others, vouched, known_words, &config, "", Vec::new());
        let tagger = Tagger::from_bytes(&bytes).expect("the tagger reads what its trainer has just written");
        for (place, (sentence, its)) in all.iter_mut().zip(sentences.iter().zip(&part_of)) {
            if *its == part {
                *place = Some(tagged(&tagger, sentence));
            }
        }
        tracing::info!(part, "part tagged by a tagger trained on the others");
    }
    all.into_iter().flatten().collect()
}

/// The part of each sentence: documents stay whole.
fn parts_of(sentences: &[Sentence], parts: usize) -> Vec<usize> {
    let (mut document, mut part) = ("", 0);
    sentences
        .iter()
        .enumerate()
        .map(|(number, sentence)| {
            if number > 0 && sentence.document != document {
                part = (part + 1) % parts;
            }
            document = &sentence.document;
            part
        })
        .collect()
}
