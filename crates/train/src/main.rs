//! `train tagger`, `train parser` and `train confidence` make the weights; `train eval-tagger`, `train eval-parser` and
//! `train eval-confidence` measure them.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command of its own, which reports to the terminal")]

mod confidence_command;
mod position_command;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::{Parser, Subcommand};
use rapporteur_analysis::syntax::{self, ParserRoom};
use rapporteur_analysis::tagger::Tagger;
use rapporteur_analysis::tagger::internals::{KnownWords, TrainingFile};
use rapporteur_train::conllu::Sentence;
use rapporteur_train::evaluate::{self, evaluate};
use rapporteur_train::inputs::{self, WeightsLicence};
use rapporteur_train::parser::lessons_of;
use rapporteur_train::parser_report::evaluate_parser;
use rapporteur_train::vouched::{self, Vouched};
use rapporteur_train::{
    ParserConfig, TaggerConfig, dictionary, jackknife, manifest, person_nouns, prepare, train_parser, train_tagger,
};

#[derive(Parser)]
#[command(about = "Trains and measures the weights of the analysis")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Train the part-of-speech tagger; writes the weights and, beside them, manifest.toml
    Tagger {
        /// Folder with the treebank files
        #[arg(long)]
        treebank: PathBuf,
        /// Folder with the lists of WordNet 3.0 (index.*, cntlist.rev, *.exc)
        #[arg(long)]
        wordnet: PathBuf,
        /// Folder of sentences of our own with the tags of their verbs
        #[arg(long, default_value = "corpus/tags")]
        tags: PathBuf,
        /// Weights file to write, named tagger.bin for the manifest to list it
        #[arg(long)]
        out: PathBuf,
        /// Train on the CC BY-SA genres too: the weights are then under CC BY-SA 4.0
        #[arg(long)]
        share_alike: bool,
        #[command(flatten)]
        settings: Settings,
    },
    /// Train the weights of claims' confidence on annotated articles
    Confidence {
        /// Folders of articles with their claims marked
        #[arg(long, num_args = 1.., default_values = rapporteur_train::annotated::FOLDERS)]
        articles: Vec<PathBuf>,
        /// Weights file to write
        #[arg(long, default_value = "crates/analysis/data/weights/confidence.toml")]
        out: PathBuf,
    },
    /// Measure confidence by cross-validation over articles: how far it can be taken at its word
    EvalConfidence {
        /// Folders of articles with their claims marked
        #[arg(long, num_args = 1.., default_values = rapporteur_train::annotated::FOLDERS)]
        articles: Vec<PathBuf>,
        /// How strongly weights are drawn to zero
        #[arg(long)]
        ridge: Option<f64>,
        /// A value seen less often has no weight
        #[arg(long)]
        rare: Option<usize>,
    },
    /// Train the weights of claims' positions on annotated articles
    Position {
        /// Folders of articles with their claims marked
        #[arg(long, num_args = 1.., default_values = rapporteur_train::annotated::POSITION_FOLDERS)]
        articles: Vec<PathBuf>,
        /// Weights file to write
        #[arg(long, default_value = "crates/analysis/data/weights/position.toml")]
        out: PathBuf,
    },
    /// Measure positions by cross-validation over articles
    EvalPosition(position_command::EvalPosition),
    /// Measure the embedded tagger, or that of --weights, on text it was not trained on
    EvalTagger {
        /// Folder with the treebank files
        #[arg(long)]
        treebank: PathBuf,
        /// Folder of sentences of our own; every tenth is not trained on
        #[arg(long, default_value = "corpus/tags")]
        tags: PathBuf,
        /// Weights file to measure
        #[arg(long)]
        weights: Option<PathBuf>,
        /// Print one line per set only
        #[arg(long)]
        short: bool,
        /// List that many of the most frequent mistakes on GUM dev
        #[arg(long, default_value_t = 0)]
        mistakes: usize,
    },
    /// Train the dependency parser; writes the weights and, beside them, manifest.toml
    Parser {
        /// Folder with the treebank files
        #[arg(long)]
        treebank: PathBuf,
        /// Folder with the lists of WordNet 3.0 (index.*, cntlist.rev, *.exc)
        #[arg(long)]
        wordnet: PathBuf,
        /// Folder of sentences of our own with the tags of their verbs, for the taggers whose tags it learns from
        #[arg(long, default_value = "corpus/tags")]
        tags: PathBuf,
        /// Weights file to write, named parser.bin for the manifest to list it
        #[arg(long)]
        out: PathBuf,
        /// Train on the CC BY-SA genres too: the weights are then under CC BY-SA 4.0
        #[arg(long)]
        share_alike: bool,
        #[command(flatten)]
        settings: ParserSettings,
    },
    /// List the nouns that name persons, for the lexicon of what can hold a claim
    PersonNouns {
        /// Folder with the lists of WordNet 3.0 (index.noun, data.noun)
        #[arg(long)]
        wordnet: PathBuf,
        /// List to write
        #[arg(long, default_value = "crates/analysis/data/nouns-of-persons.txt")]
        out: PathBuf,
    },
    /// Measure the embedded parser, or that of --weights, on text it was not trained on
    EvalParser {
        /// Folder with the treebank files
        #[arg(long)]
        treebank: PathBuf,
        /// Weights file to measure
        #[arg(long)]
        weights: Option<PathBuf>,
        /// Print one line per set only
        #[arg(long)]
        short: bool,
    },
}

/// Settings other than those the embedded weights were made with.
#[derive(clap::Args)]
struct ParserSettings {
    /// Binary logarithm of the number of rows
    #[arg(long)]
    bits: Option<u8>,
    #[arg(long)]
    epochs: Option<usize>,
    #[arg(long)]
    seed: Option<u64>,
    #[arg(long)]
    margin: Option<i32>,
    /// Thousandths of the features hidden in each step of training
    #[arg(long)]
    dropout: Option<u32>,
    /// How often a wrong step is taken nonetheless, in thousandths
    #[arg(long)]
    explore: Option<u32>,
    /// Millionths of the weights that are cut off
    #[arg(long)]
    cut: Option<usize>,
    /// Trainings whose weights are averaged
    #[arg(long)]
    runs: Option<usize>,
}

impl ParserSettings {
    fn config(&self) -> ParserConfig {
        let usual = ParserConfig::default();
        ParserConfig {
            bits: self.bits.unwrap_or(usual.bits),
            epochs: self.epochs.unwrap_or(usual.epochs),
            seed: self.seed.unwrap_or(usual.seed),
            margin: self.margin.unwrap_or(usual.margin),
            dropout_per_mille: self.dropout.unwrap_or(usual.dropout_per_mille),
            explore_per_mille: self.explore.unwrap_or(usual.explore_per_mille),
            cut_per_million: self.cut.unwrap_or(usual.cut_per_million),
            runs: self.runs.unwrap_or(usual.runs),
            ..usual
        }
    }
}

/// Settings other than those the embedded weights were made with.
#[derive(clap::Args)]
struct Settings {
    /// Binary logarithm of the number of rows
    #[arg(long)]
    bits: Option<u8>,
    #[arg(long)]
    epochs: Option<usize>,
    #[arg(long)]
    seed: Option<u64>,
    #[arg(long)]
    margin: Option<i32>,
    /// Thousandths of the features hidden in each decision of training
    #[arg(long)]
    dropout: Option<u32>,
    /// Thousandths of the sentences repeated in the capitals of headlines
    #[arg(long)]
    headlines: Option<u32>,
    /// How often a word must have been seen to be looked up
    #[arg(long)]
    sure_count: Option<usize>,
    /// Thousandths of exceptions a looked-up word may have
    #[arg(long)]
    sure_exceptions: Option<usize>,
    /// Trainings whose weights are averaged
    #[arg(long)]
    runs: Option<usize>,
}

impl Settings {
    fn config(&self) -> TaggerConfig {
        let usual = TaggerConfig::default();
        TaggerConfig {
            bits: self.bits.unwrap_or(usual.bits),
            epochs: self.epochs.unwrap_or(usual.epochs),
            seed: self.seed.unwrap_or(usual.seed),
            margin: self.margin.unwrap_or(usual.margin),
            dropout_per_mille: self.dropout.unwrap_or(usual.dropout_per_mille),
            headlines_per_mille: self.headlines.unwrap_or(usual.headlines_per_mille),
            sure_count: self.sure_count.unwrap_or(usual.sure_count),
            sure_exceptions_per_mille: self.sure_exceptions.unwrap_or(usual.sure_exceptions_per_mille),
            runs: self.runs.unwrap_or(usual.runs),
            ..usual
        }
    }
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Tagger { treebank, wordnet, tags, out, share_alike, settings } => {
            let licence = if share_alike { WeightsLicence::CcBySa } else { WeightsLicence::CcBy };
            tagger(&treebank, &wordnet, &tags, &out, licence, &settings.config())
        }
        Task::Confidence { articles, out } => confidence_command::train(&articles, &out),
        Task::EvalConfidence { articles, ridge, rare } => confidence_command::evaluate(&articles, ridge, rare),
        Task::Position { articles, out } => position_command::train(&articles, &out),
        Task::EvalPosition(arguments) => position_command::evaluate(&arguments),
        Task::EvalTagger { treebank, tags, weights, short, mistakes } => {
            eval_tagger(&treebank, &tags, weights.as_deref(), short, mistakes)
        }
        Task::Parser { treebank, wordnet, tags, out, share_alike, settings } => {
            let licence = if share_alike { WeightsLicence::CcBySa } else { WeightsLicence::CcBy };
            parser(&treebank, &wordnet, &tags, &out, licence, &settings.config())
        }
        Task::PersonNouns { wordnet, out } => person_nouns(&wordnet, &out),
        Task::EvalParser { treebank, weights, short } => eval_parser(&treebank, weights.as_deref(), short),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn tagger(
    treebank: &Path,
    wordnet: &Path,
    tags: &Path,
    out: &Path,
    licence: WeightsLicence,
    config: &TaggerConfig,
) -> Result<(), Box<dyn Error>> {
    let started = Instant::now();
    let text = TrainingText::read(treebank, wordnet, tags, licence)?;
    let bytes = train_tagger(&text.sentences, &text.vouched, &text.known_words, config, &licence.notice(), text.files);
    write_weights(out, &bytes, text.sentences.len(), started)
}

fn person_nouns(wordnet: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let list = person_nouns::list(wordnet)?;
    std::fs::write(out, &list).map_err(|error| format!("{}: cannot be written: {error}", out.display()))?;
    println!("{}: {} nouns", out.display(), list.lines().filter(|line| !line.starts_with('#')).count());
    Ok(())
}

/// What tagger and parser learn from, and the files it was read from.
struct TrainingText {
    sentences: Vec<Sentence>,
    vouched: Vec<Vouched>,
    known_words: KnownWords,
    files: Vec<TrainingFile>,
}

impl TrainingText {
    fn read(treebank: &Path, wordnet: &Path, tags: &Path, licence: WeightsLicence) -> Result<Self, Box<dyn Error>> {
        let (mut sentences, mut files) = (Vec::new(), Vec::new());
        for name in licence.training_files() {
            let input = inputs::read(treebank, name)?;
            sentences.extend(input.sentences);
            files.push(input.file);
        }
        let (known_words, lists) = dictionary::read(wordnet)?;
        files.extend(lists);
        let (own, own_files) = vouched::read(tags)?;
        files.extend(own_files);
        Ok(Self { sentences, vouched: vouched::taught(own), known_words, files })
    }
}

/// Writes weights, and beside them in manifest.toml what those in this folder were made of.
fn write_weights(out: &Path, bytes: &[u8], sentences: usize, started: Instant) -> Result<(), Box<dyn Error>> {
    std::fs::write(out, bytes)?;
    manifest::write_beside(out)?;
    println!("{} bytes from {sentences} sentences in {:.1} s", bytes.len(), started.elapsed().as_secs_f64());
    Ok(())
}

/// Prints a report on the development set, on three of its genres, and on the check set; `short` only the first line of each.
fn show_sets(development: &[Sentence], check: &[Sentence], short: bool, report: &dyn Fn(&[Sentence]) -> String) {
    show("GUM dev", development, short, report);
    for genre in ["news", "interview", "speech"] {
        let prefix = format!("GUM_{genre}_");
        let part: Vec<Sentence> =
            development.iter().filter(|sentence| sentence.document.starts_with(&prefix)).cloned().collect();
        show(&format!("GUM dev, {genre}"), &part, short, report);
    }
    show("PUD", check, short, report);
}

fn show(name: &str, sentences: &[Sentence], short: bool, report: &dyn Fn(&[Sentence]) -> String) {
    let report = report(sentences);
    let lines = if short { report.lines().next().unwrap_or_default() } else { report.trim_end() };
    println!("{name}: {lines}");
}

/// Repeats a round, which says how many words it took, for about two seconds on one thread.
fn speed(mut round: impl FnMut() -> usize) {
    let (mut words, started) = (0_usize, Instant::now());
    while started.elapsed().as_secs_f64() < 2.0 {
        words += round();
    }
    println!("speed: {:.2} million words a second", words as f64 / started.elapsed().as_secs_f64() / 1e6);
}

fn joined(sentences: &[Sentence]) -> Vec<Sentence> {
    sentences.iter().map(prepare::join_hyphens).collect()
}

fn eval_tagger(
    treebank: &Path,
    tags: &Path,
    weights: Option<&Path>,
    short: bool,
    mistakes: usize,
) -> Result<(), Box<dyn Error>> {
    let tagger = match weights {
        Some(path) => Tagger::from_bytes(&std::fs::read(path)?)?,
        None => Tagger::embedded()?,
    };
    let development = inputs::read(treebank, inputs::DEVELOPMENT)?.sentences;
    let check = inputs::read(treebank, inputs::CHECK)?.sentences;
    let report = |sentences: &[Sentence]| evaluate(&tagger, sentences).to_string();
    show_sets(&development, &check, short, &report);
    show("GUM dev, hyphen compounds joined", &joined(&development), short, &report);
    show("PUD, hyphen compounds joined", &joined(&check), short, &report);
    let mut random = rapporteur_train::random::Random::new(1);
    let headlines: Vec<_> = joined(&check).iter().map(|sentence| prepare::as_headline(sentence, &mut random)).collect();
    show("PUD in the capitals of headlines", &headlines, short, &report);
    println!(
        "our own sentences not trained on: {}",
        vouched::right(&tagger, &vouched::kept_back(vouched::read(tags)?.0))
    );
    for (mistake, count) in evaluate::mistakes(&tagger, &development).into_iter().take(mistakes) {
        println!("{count:>5}  {mistake}");
    }
    let forms: Vec<Vec<&str>> =
        check.iter().map(|sentence| sentence.words.iter().map(|word| word.form.as_str()).collect()).collect();
    let mut tags = Vec::new();
    speed(|| {
        let tagged = forms.iter().map(|sentence| {
            tagger.tag_into(sentence, &mut tags);
            tags.len()
        });
        tagged.sum()
    });
    Ok(())
}

fn parser(
    treebank: &Path,
    wordnet: &Path,
    tags: &Path,
    out: &Path,
    licence: WeightsLicence,
    config: &ParserConfig,
) -> Result<(), Box<dyn Error>> {
    let started = Instant::now();
    let text = TrainingText::read(treebank, wordnet, tags, licence)?;
    let lessons = lessons_of(&text.sentences, &text.vouched, &text.known_words, config);
    let bytes = train_parser(&lessons, config, &licence.notice(), text.files);
    write_weights(out, &bytes, lessons.len(), started)
}

fn eval_parser(treebank: &Path, weights: Option<&Path>, short: bool) -> Result<(), Box<dyn Error>> {
    let tagger = Tagger::embedded()?;
    let parser = match weights {
        Some(path) => syntax::Parser::from_bytes(&std::fs::read(path)?)?,
        None => syntax::Parser::embedded()?,
    };
    let development = joined(&inputs::read(treebank, inputs::DEVELOPMENT)?.sentences);
    let check = joined(&inputs::read(treebank, inputs::CHECK)?.sentences);
    show_sets(&development, &check, short, &|sentences| evaluate_parser(&tagger, &parser, sentences).to_string());
    let tagged: Vec<_> = check.iter().map(|sentence| jackknife::tagged(&tagger, sentence)).collect();
    let (mut room, mut arcs) = (ParserRoom::default(), Vec::new());
    speed(|| {
        let parsed = tagged.iter().map(|sentence| {
            arcs.clear();
            parser.parse_into(&sentence.keys, &sentence.classes, &mut room, &mut arcs);
            arcs.len()
        });
        parsed.sum()
    });
    Ok(())
}
