//! Trains the tagger.

use std::collections::BTreeMap;

use rapporteur_analysis::tagger::internals::{
    Class, Header, KnownWords, ROW_WIDTH, ROWS, Row, SureWords, TrainingFile, Weights, WordKeys, best, classes_of,
    weights_of, word_keys,
};

use crate::conllu::Sentence;
use crate::perceptron::{Averages, Perceptron};
use crate::prepare::{as_headline, join_hyphens};
use crate::random::Random;
use crate::vouched::Vouched;

/// How to train. [`TaggerConfig::default`] is what the embedded weights were made with.
#[derive(Debug, Clone)]
pub struct TaggerConfig {
    /// Binary logarithm of the number of rows.
    pub bits: u8,
    /// Passes over the sentences.
    pub epochs: usize,
    pub seed: u64,
    /// Trainings from zero, in orders of their own, whose weights are averaged: evens out the luck of the order.
    pub runs: usize,
    /// A right decision still counts as a mistake unless the right class leads by this much.
    pub margin: i32,
    /// Share of the features left out of sight in each decision of training, in thousandths.
    pub dropout_per_mille: u32,
    /// Share of the sentences also given in the capitals of headlines, in thousandths.
    pub headlines_per_mille: u32,
    /// A word is sure if it was seen this often ...
    pub sure_count: usize,
    /// ... and at most this many thousandths of that in another class.
    pub sure_exceptions_per_mille: usize,
    /// How often a pass goes over the treebank where it goes once over sentences of our own: these are rich in what is hard.
    pub treebank_times: usize,
    /// Join hyphen compounds first.
    pub join_hyphens: bool,
}

impl Default for TaggerConfig {
    fn default() -> Self {
        TaggerConfig {
            bits: 16,
            epochs: 12,
            seed: 1,
            runs: 5,
            margin: 20,
            dropout_per_mille: 200,
            headlines_per_mille: 50,
            sure_count: 60,
            sure_exceptions_per_mille: 5,
            treebank_times: 2,
            join_hyphens: true,
        }
    }
}

/// A sentence ready to learn from.
struct Lesson {
    keys: Vec<WordKeys>,
    classes: Vec<Class>,
}

/// Trains on `sentences`, then again on these and the `vouched`, with what a dictionary says of words, and gives the bytes of the weights
/// file, which names `licence` and `training_files`.
pub fn train_tagger(
    sentences: &[Sentence],
    vouched: &[Vouched],
    known_words: &KnownWords,
    config: &TaggerConfig,
    licence: &str,
    training_files: Vec<TrainingFile>,
) -> Vec<u8> {
    let mut random = Random::new(config.seed);
    let mut lessons = Vec::new();
    for sentence in sentences {
        let sentence = if config.join_hyphens { join_hyphens(sentence) } else { sentence.clone() };
        lessons.extend(lesson_of(&sentence, known_words));
        if random.chance(config.headlines_per_mille) {
            lessons.extend(lesson_of(&as_headline(&sentence, &mut random), known_words));
        }
    }
    let from_treebank = lessons.len();
    let mut sure = sure_words(&lessons, config);
    if !vouched.is_empty() {
        let once = TaggerConfig { runs: 1, ..config.clone() };
        let order = (0..lessons.len()).collect();
        let first = train(&lessons, order, &sure, &once, &mut random);
        lessons.extend(vouched.iter().map(|sentence| vouched_lesson(sentence, &first, &sure, known_words, config)));
        sure = sure_words(&lessons, config);
    }
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    if !vouched.is_empty() {
        order.extend((1..config.treebank_times).flat_map(|_| 0..from_treebank));
    }
    let rows = train(&lessons, order, &sure, config, &mut random);
    let header = Header { bits: config.bits, licence: licence.to_owned(), training_files };
    Weights { header, sure_words: sure, known_words: known_words.clone(), rows: rows.into() }.encode()
}

/// The averaged weights of some trainings, whose passes go over the lessons of `order`.
fn train(
    lessons: &[Lesson],
    mut order: Vec<usize>,
    sure_words: &SureWords,
    config: &TaggerConfig,
    random: &mut Random,
) -> Vec<Row> {
    let mut averages = Averages::new(config.bits);
    for run in 0..config.runs {
        let mut perceptron = Perceptron::new(config.bits);
        for epoch in 0..config.epochs {
            random.shuffle(&mut order);
            let mut mistakes = 0;
            for number in &order {
                mistakes += learn(&lessons[*number], sure_words, &mut perceptron, random, config);
            }
            tracing::info!(run, epoch, mistakes, "pass over the sentences done");
        }
        averages.add(&perceptron);
    }
    averages.quantise()
}

/// A sentence with the classes that weights taught without it find most likely among those it allows.
fn vouched_lesson(
    sentence: &Vouched,
    rows: &[Row],
    sure_words: &SureWords,
    known_words: &KnownWords,
    config: &TaggerConfig,
) -> Lesson {
    let forms: Vec<&str> = sentence.words.iter().map(String::as_str).collect();
    let keys = keys_of(&forms, known_words);
    let mut classes = Vec::with_capacity(keys.len());
    let choose = |at: usize, its: &[u32; ROWS]| {
        let mut scores = [0; ROW_WIDTH];
        for row in its {
            for (score, weight) in scores.iter_mut().zip(weights_of(&rows[*row as usize])) {
                *score += i32::from(weight);
            }
        }
        let open =
            (0..Class::COUNT).filter(|index| Class::from_index(*index).is_some_and(|it| sentence.allowed[at].has(it)));
        let best = open.max_by_key(|index| scores[*index]).and_then(Class::from_index);
        best.expect("every tag allows a class")
    };
    classes_of(&keys, sure_words, config.bits, choose, |class| classes.push(class));
    Lesson { keys, classes }
}

/// What features are made of, for the words of a sentence.
fn keys_of(forms: &[&str], known_words: &KnownWords) -> Vec<WordKeys> {
    let mut keys = Vec::new();
    word_keys(forms, &mut Vec::new(), &mut keys);
    for key in &mut keys {
        key.known = known_words.code_of(key);
    }
    keys
}

/// None for a sentence with a word no class stands for.
fn lesson_of(sentence: &Sentence, known_words: &KnownWords) -> Option<Lesson> {
    let forms: Vec<&str> = sentence.words.iter().map(|word| word.form.as_str()).collect();
    let keys = keys_of(&forms, known_words);
    let classes = sentence.words.iter().map(|word| Class::of(word.tagged)).collect::<Option<Vec<_>>>()?;
    Some(Lesson { keys, classes })
}

/// Goes through one sentence with the tags decided so far as history; returns the number of mistakes.
fn learn(
    lesson: &Lesson,
    sure_words: &SureWords,
    perceptron: &mut Perceptron,
    random: &mut Random,
    config: &TaggerConfig,
) -> usize {
    let mut mistakes = 0;
    let mut seen = Vec::new();
    let choose = |at: usize, rows: &[u32; ROWS]| {
        seen.clear();
        seen.extend(rows.iter().filter(|_| config.dropout_per_mille == 0 || !random.chance(config.dropout_per_mille)));
        let right = lesson.classes[at];
        let scores = perceptron.scores(&seen);
        let rival = rival(&scores, right);
        let lead = scores[right.index()] - scores[rival.index()];
        perceptron.count_step();
        if lead <= config.margin {
            perceptron.update(&seen, right.index(), rival.index());
        }
        if lead > 0 {
            right
        } else {
            mistakes += 1;
            rival
        }
    };
    classes_of(&lesson.keys, sure_words, config.bits, choose, |_| {});
    mistakes
}

/// The class with the highest score but for `right`; of equals the first.
fn rival(scores: &[i32; ROW_WIDTH], right: Class) -> Class {
    let mut masked = *scores;
    masked[right.index()] = i32::MIN;
    best(&masked)
}

/// Words seen often and (nearly) always in one class, capitals that may be names not counted.
fn sure_words(lessons: &[Lesson], config: &TaggerConfig) -> SureWords {
    let mut counts: BTreeMap<u32, BTreeMap<Class, usize>> = BTreeMap::new();
    for lesson in lessons {
        for (word, class) in lesson.keys.iter().zip(&lesson.classes) {
            if !word.name_like {
                *counts.entry(word.form).or_default().entry(*class).or_default() += 1;
            }
        }
    }
    let sure = counts.into_iter().filter_map(|(form, classes)| {
        let all: usize = classes.values().sum();
        let (class, most) = classes.into_iter().max_by_key(|(_, count)| *count)?;
        let exceptions = all - most;
        (all >= config.sure_count && exceptions * 1000 <= all * config.sure_exceptions_per_mille)
            .then_some((form, class))
    });
    SureWords::new(sure.collect())
}
