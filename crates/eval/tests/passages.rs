//! Passages: content found, and the right claimant.

use rapporteur_eval::passages::{PassageClaim, PassageRow, score_passage};
use rapporteur_eval::{Evaluation, Predictor, evaluate};

const PASSAGE: &str = "Kenya has waited for a year. It said that the dam was late. Uganda said that the dam was early.";

/// A claim of these words by somebody.
fn claim(source: &str, content: &str, by: &str) -> PassageClaim {
    let place = |words: &str| {
        let start = PASSAGE.find(words).expect("the passage has the words");
        [start, start + words.len()]
    };
    PassageClaim { source: vec![place(source)], content: vec![place(content)], by: vec![by.to_owned()] }
}

fn row(first: &str) -> PassageRow {
    let claims = vec![claim("It", "that the dam was late", first), claim("Uganda", "that the dam was early", "Uganda")];
    PassageRow { id: "1".to_owned(), passage: PASSAGE.to_owned(), claims }
}

#[test]
fn content_and_claimant() {
    let document = Predictor::new().expect("the weights are embedded").read(PASSAGE, None).expect("a passage");
    let tally = score_passage(&row("Kenya"), &document);
    assert_eq!((tally.claimants.right, tally.claimants.of), (2, 2));
    assert!(tally.differences.is_empty(), "{:?}", tally.differences);
    let tally = score_passage(&row("Tanzania"), &document);
    assert_eq!((tally.claimants.right, tally.claimants.of), (1, 2));
    let lines: Vec<String> =
        tally.differences.iter().map(|it| format!("{}: {} / {}", it.kind, it.gold, it.found)).collect();
    assert_eq!(
        lines,
        ["claimant: Tanzania — It |  | that the dam was late / kenya — It | said | that the dam was late"]
    );
}

#[test]
fn files_of_passages_are_told_by_their_keys() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("passages.jsonl");
    let line = format!(r#"{{"id": "1", "passage": "{PASSAGE}", "claims": []}}"#);
    std::fs::write(&path, line).expect("written");
    let predictor = Predictor::new().expect("the weights are embedded");
    let evaluation = evaluate(&path, None, &predictor).expect("gold");
    let Evaluation::Passages(tally) = &evaluation else { panic!("{evaluation:?}") };
    assert_eq!((tally.passages, tally.differences.len()), (1, 2));
    let error = evaluate(&path, Some(&path), &predictor).expect_err("no predictions").to_string();
    assert!(error.ends_with("passages are compared with what the program finds, not with a file"), "{error}");
}

/// What is said about a file of one good line and this one; the path is left out.
fn refused(line: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("passages.jsonl");
    std::fs::write(&path, format!("{{\"id\": \"1\", \"passage\": \"It rained.\", \"claims\": []}}\n\n{line}\n"))
        .expect("written");
    let error = evaluate(&path, None, &Predictor::new().expect("the weights are embedded")).expect_err("bad gold");
    error.to_string().replace(&path.display().to_string(), "passages.jsonl")
}

#[test]
fn marks_that_have_no_words() {
    let marked = |content: &str| {
        format!(
            r#"{{"id": "2", "passage": "Ünye said no.", "claims": [{{"source": [[0, 4]], "content": {content}, "by": []}}]}}"#
        )
    };
    assert_eq!(
        refused(&marked("[[10, 14]]")),
        "passages.jsonl:3: \"2\": no words stand at [10, 14]: expected a start before its end, in code points, and an end of at \
         most 13, where the text ends"
    );
    assert_eq!(
        refused(&marked("[[12, 10]]")),
        "passages.jsonl:3: \"2\": no words stand at [12, 10]: expected a start before its end, in code points, and an end of at \
         most 13, where the text ends"
    );
    assert_eq!(
        refused(&marked("[]")),
        "passages.jsonl:3:86: a claim without content: expected its words as [[start, end], …]"
    );
}

#[test]
fn lines_that_are_no_json() {
    assert_eq!(refused(r#"{"id": "2", "passage": "#), "passages.jsonl:3:23: EOF while parsing a value");
    assert_eq!(refused(r#"{"id": "2", "passage": "It rained."}"#), "passages.jsonl:3:36: missing field `claims`");
}

#[test]
fn marks_of_every_kind_of_gold() {
    let beyond = "no words stand at [0, 99]: expected a start before its end, in code points, and an end of at most 8, where the \
                  text ends";
    for line in [
        r#"{"id": "2", "text": "He left.", "attributions": [{"source": [], "cue": [], "content": [[0, 99]]}]}"#,
        r#"{"id": "2", "text": "He left.", "set": "s", "mentions": [{"start": 0, "end": 99, "kind": "person"}]}"#,
        r#"{"id": "2", "article": "He left.", "mentions": [{"start": 0, "end": 99, "actor": "he", "form": "pronoun"}]}"#,
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("gold.jsonl");
        std::fs::write(&path, line).expect("written");
        let error = evaluate(&path, None, &Predictor::new().expect("the weights are embedded")).expect_err("bad gold");
        assert_eq!(error.to_string(), format!("{}:1: \"2\": {beyond}", path.display()), "{line}");
    }
}
