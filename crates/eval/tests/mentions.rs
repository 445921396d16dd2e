//! Mentions of whole articles: the same words and the right actor.

use rapporteur_eval::mentions::{ActorMention, MentionRow, score_mentions};
use rapporteur_eval::{Evaluation, Predictor, evaluate};

const ARTICLE: &str =
    "France waits\n\nFrance and Japan asked NATO for time, and Tokyo was heard. The alliance agreed. Japan paid.\n";

/// The mentions of these words, in order: each with the actor's name, and "?" behind it where it is optional.
fn row(mentions: &[(&str, &str)]) -> MentionRow {
    let mut from = 0;
    let mention = |&(words, actor): &(&str, &str)| {
        let start = from + ARTICLE[from..].find(words).expect("the article has the words");
        from = start + 1;
        let actor_name = actor.trim_end_matches('?').to_owned();
        ActorMention {
            start,
            end: start + words.len(),
            optional: actor_name != actor,
            actor: actor_name,
            sense: Some("actor".to_owned()),
        }
    };
    MentionRow { id: "1".to_owned(), article: ARTICLE.to_owned(), mentions: mentions.iter().map(mention).collect() }
}

#[test]
fn same_words_and_the_right_actor() {
    let gold = row(&[
        ("France", "fr"),
        ("France", "fr"),
        ("Japan", "jp"),
        ("NATO", "nato"),
        // Somebody else, so the annotator thought.
        ("Tokyo", "city"),
        ("The alliance", "nato?"),
        ("agreed", "nobody"),
        ("Japan", "jp"),
    ]);
    let document = Predictor::new().expect("the weights are embedded").read(ARTICLE, None).expect("an article");
    let tally = score_mentions(&gold, &document);
    // The alliance is optional: neither asked for nor counted against.
    let figures = tally.right.figures();
    assert_eq!((figures.predicted, figures.gold), (6, 7));
    assert!((figures.precision - 5.0 / 6.0).abs() < 1e-9, "{figures:?}");
    assert!((tally.spans.figures().recall - 6.0 / 7.0).abs() < 1e-9);
    let shown: Vec<String> =
        tally.differences.iter().map(|it| format!("{} {} {}", it.kind, it.gold, it.found)).collect();
    assert_eq!(shown, ["actor Tokyo = city japan", "missed agreed = nobody "]);
}

#[test]
fn a_file_of_articles() {
    let path = std::env::temp_dir().join(format!("rapporteur-mentions-{}.jsonl", std::process::id()));
    let line = serde_json::json!({"id": "1", "article": ARTICLE, "mentions": [{"start": 0, "end": 6, "actor": "fr"}]});
    std::fs::write(&path, format!("{line}\n")).expect("written");
    let found = evaluate(&path, None, &Predictor::new().expect("the weights are embedded"));
    std::fs::remove_file(&path).expect("removed");
    let Ok(Evaluation::Mentions(tally)) = found else { panic!("{found:?}") };
    assert_eq!(tally.articles, 1);
    assert_eq!(tally.right.figures().gold, 1);
    assert!(tally.differences.iter().all(|difference| difference.found.contains(" = ")));
}
