//! Sentences as people write them, with words left out, put in and taken from elsewhere: nothing that is written so may end the
//! program, and whatever is found stands where it says.

use std::path::Path;
use std::sync::OnceLock;

use proptest::prelude::*;

use super::properties::sound;

/// The part of the corpus that anybody may read.
const FOLDERS: &[&str] = &["train", "policy", "commentary", "analysis"];

/// What stands between words.
const MARKS: &[&str] = &[
    ",", ".", ";", ":", "—", "(", ")", "[", "]", "“", "”", "‘", "’", "\"", "?", "that", "to", "and", "who", "by", "was",
];

/// The most words of a sentence that is broken: a long one takes long and tells no more.
const LONGEST: usize = 40;

fn sentences() -> &'static [Vec<String>] {
    static SENTENCES: OnceLock<Vec<Vec<String>>> = OnceLock::new();
    SENTENCES.get_or_init(|| {
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
        let mut files: Vec<_> = FOLDERS
            .iter()
            .flat_map(|folder| corpus.join(folder).read_dir().expect("the corpus is in the repository"))
            .map(|entry| entry.expect("the folder can be read").path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
            .collect();
        files.sort();
        let texts = files.iter().map(|file| std::fs::read_to_string(file).expect("the corpus is UTF-8"));
        texts.flat_map(|text| plain(&text)).collect()
    })
}

/// The sentences of a file without its header and marks, roughly: they are to be broken anyway.
fn plain(text: &str) -> Vec<Vec<String>> {
    let body = text.splitn(3, "+++").nth(2).unwrap_or(text);
    let words = body.split_whitespace().filter(|word| !word.starts_with('['));
    let words: Vec<String> = words.map(|word| word.replace(']', "")).filter(|word| !word.is_empty()).collect();
    let sentences = words.split_inclusive(|word| word.ends_with(['.', '?', '!']));
    sentences.map(<[String]>::to_vec).filter(|words| (3..LONGEST).contains(&words.len())).collect()
}

#[derive(Debug, Clone)]
enum Edit {
    LeaveOut(prop::sample::Index),
    PutIn(prop::sample::Index, &'static str),
    TakeFrom(prop::sample::Index, prop::sample::Index, prop::sample::Index),
    Exchange(prop::sample::Index, prop::sample::Index),
    Cut(prop::sample::Index),
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = any::<prop::sample::Index>;
    prop_oneof![
        at().prop_map(Edit::LeaveOut),
        (at(), prop::sample::select(MARKS)).prop_map(|(at, mark)| Edit::PutIn(at, mark)),
        (at(), at(), at()).prop_map(|(at, sentence, word)| Edit::TakeFrom(at, sentence, word)),
        (at(), at()).prop_map(|(one, other)| Edit::Exchange(one, other)),
        at().prop_map(Edit::Cut),
    ]
}

fn text() -> impl Strategy<Value = String> {
    let chosen = prop::collection::vec(any::<prop::sample::Index>(), 1..3);
    (chosen, prop::collection::vec(edit(), 0..8)).prop_map(|(chosen, edits)| {
        let mut words: Vec<&str> =
            chosen.iter().flat_map(|at| at.get(sentences()).iter().map(String::as_str)).collect();
        for edit in &edits {
            if words.is_empty() {
                break;
            }
            let length = words.len();
            let place = |at: &prop::sample::Index| at.index(length);
            match edit {
                Edit::LeaveOut(at) => drop(words.remove(place(at))),
                Edit::PutIn(at, mark) => words.insert(place(at), mark),
                Edit::TakeFrom(at, sentence, word) => {
                    let sentence: &'static Vec<String> = sentence.get(sentences());
                    words.insert(place(at), word.get(sentence).as_str());
                }
                Edit::Exchange(one, other) => words.swap(place(one), place(other)),
                Edit::Cut(at) => drop(words.drain(..place(at))),
            }
        }
        words.join(" ")
    })
}

proptest! {
    #[test]
    fn are_read_to_their_end(text in text()) {
        sound(&text)?;
    }
}
