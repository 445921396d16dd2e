//! Trains the parser.

use rapporteur_analysis::syntax::internals::{Action, ROWS, State, Weights, Words, rows};
use rapporteur_analysis::tagger::internals::{Header, KnownWords, ROW_WIDTH, TrainingFile};

use crate::conllu::Sentence;
use crate::jackknife::{TaggedWords, jackknifed};
use crate::oracle::{Tree, costs, tree_of};
use crate::perceptron::{Averages, Perceptron};
use crate::prepare::join_hyphens;
use crate::random::Random;
use crate::tagger::TaggerConfig;
use crate::vouched::Vouched;

/// How to train. [`ParserConfig::default`] is what the embedded weights were made with.
#[derive(Debug, Clone)]
pub struct ParserConfig {
    /// Binary logarithm of the number of rows.
    pub bits: u8,
    /// Passes over the sentences.
    pub epochs: usize,
    pub seed: u64,
    /// Trainings from zero, in orders of their own, whose weights are averaged.
    pub runs: usize,
    /// A right step still counts as a mistake unless it leads by this much.
    pub margin: i32,
    /// Share of the features left out of sight in each step of training, in thousandths.
    pub dropout_per_mille: u32,
    /// How often a wrong step is taken nonetheless, in thousandths, so that the parser learns to go on from its mistakes.
    pub explore_per_mille: u32,
    /// Share of the weights that eight bits cut off, in millionths: the rest is rounded less coarsely.
    pub cut_per_million: usize,
    /// Parts for the tags of the training text.
    pub parts: usize,
    pub tagger: TaggerConfig,
}

impl Default for ParserConfig {
    fn default() -> Self {
        ParserConfig {
            bits: 18,
            epochs: 15,
            seed: 1,
            runs: 5,
            margin: 30,
            dropout_per_mille: 0,
            explore_per_mille: 900,
            cut_per_million: 0,
            parts: 4,
            tagger: TaggerConfig { runs: 1, ..TaggerConfig::default() },
        }
    }
}

/// A sentence ready to learn from.
#[derive(Debug, Clone)]
pub struct Lesson {
    words: Words,
    tree: Tree,
}

/// Sentences ready to learn from, hyphen compounds joined and tagged as at run time: by taggers taught the `vouched` too.
pub fn lessons_of(
    sentences: &[Sentence],
    vouched: &[Vouched],
    known_words: &KnownWords,
    config: &ParserConfig,
) -> Vec<Lesson> {
    let joined: Vec<Sentence> = sentences.iter().map(join_hyphens).collect();
    let tags = jackknifed(&joined, vouched, known_words, config.parts, &config.tagger);
    joined.iter().zip(&tags).filter_map(|(sentence, tags)| lesson_of(sentence, tags)).collect()
}

/// None for a sentence whose heads make no tree.
fn lesson_of(sentence: &Sentence, tags: &TaggedWords) -> Option<Lesson> {
    let mut words = Words::default();
    words.fill(&tags.keys, &tags.classes);
    tree_of(sentence).map(|tree| Lesson { words, tree })
}

/// Trains on `lessons` and gives the bytes of the weights file, which names `licence` and `training_files`.
pub fn train_parser(
    lessons: &[Lesson],
    config: &ParserConfig,
    licence: &str,
    training_files: Vec<TrainingFile>,
) -> Vec<u8> {
    let mut random = Random::new(config.seed);
    let mut averages = Averages::new(config.bits);
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    for run in 0..config.runs {
        let mut perceptron = Perceptron::new(config.bits);
        for epoch in 0..config.epochs {
            random.shuffle(&mut order);
            let mut mistakes = 0;
            for number in &order {
                mistakes += learn(&lessons[*number], &mut perceptron, &mut random, config, epoch);
            }
            tracing::info!(run, epoch, mistakes, "pass over the sentences done");
        }
        averages.add(&perceptron);
    }
    let rows = averages.quantise_to(averages.size_exceeded_by(config.cut_per_million));
    let header = Header { bits: config.bits, licence: licence.to_owned(), training_files };
    Weights { header, rows: rows.into() }.encode()
}

/// Goes through one sentence; returns the number of mistakes.
fn learn(
    lesson: &Lesson,
    perceptron: &mut Perceptron,
    random: &mut Random,
    config: &ParserConfig,
    epoch: usize,
) -> usize {
    let mut mistakes = 0;
    let mut state = State::default();
    let mut seen: Vec<u32> = Vec::with_capacity(ROWS);
    state.start(lesson.words.len());
    while !state.is_done() {
        if let Some(action) = state.forced() {
            state.take(action, &lesson.words);
            continue;
        }
        seen.clear();
        seen.extend(rows(&state, &lesson.words, config.bits));
        if config.dropout_per_mille > 0 {
            seen.retain(|_| !random.chance(config.dropout_per_mille));
        }
        let scores = perceptron.scores(&seen);
        let costs = costs(&state, &lesson.tree);
        let least = costs.iter().flatten().min().copied().unwrap_or_default();
        let right = highest(&scores, |index| costs[index] == Some(least));
        let wrong = highest(&scores, |index| costs[index].is_some_and(|cost| cost > least));
        perceptron.count_step();
        let mut taken = right;
        if let (Some(right), Some(wrong)) = (right, wrong) {
            let lead = scores[right] - scores[wrong];
            if lead <= config.margin {
                perceptron.update(&seen, right, wrong);
            }
            if lead <= 0 {
                mistakes += 1;
                if epoch > 0 && random.chance(config.explore_per_mille) {
                    taken = Some(wrong);
                }
            }
        }
        let action = taken.and_then(Action::from_index).expect("a sentence that is not done allows some step");
        state.take(action, &lesson.words);
    }
    mistakes
}

/// Of the classes that `fits` the one with the highest score; of equals the first.
fn highest(scores: &[i32; ROW_WIDTH], fits: impl Fn(usize) -> bool) -> Option<usize> {
    (0..Action::COUNT)
        .filter(|index| fits(*index))
        .reduce(|best, index| if scores[index] > scores[best] { index } else { best })
}
