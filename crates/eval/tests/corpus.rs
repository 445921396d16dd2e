//! Articles of the corpus: reading, scoring, what is said of mistakes.

use rapporteur_eval::corpus::{Article, PredictedClaim, differences, score_article};

const ARTICLE: &str = "+++
shape = \"news\"
quotes = \"double-curly\"
spelling = \"british\"
date = 2031-05-06
+++
A treaty nobody reads

By Ilka Brandvold

[s1 Minister Ada Brun] [c1 said] [x1 the treaty “would
hold”]. [s2 Officials] [c2 feared] [x2 delay].

## What next

[s3 The Norvanian navy] [c3 refused] [x3 to sail].
+++
[c1]
by = [\"Ada Brun\"]
form = \"statement\"

[c2]
by = [\"officials\"]
form = \"assessment\"
position = \"oppose\"
tier = 2

[c3]
by = [\"Norvanian Navy\"]
form = \"opposition\"
";

fn article(text: &str) -> Result<Article, String> {
    Article::parse(text, "a-treaty", "corpus/train/a-treaty.txt").map_err(|error| error.to_string())
}

#[test]
fn an_article_is_read() {
    let article = article(ARTICLE).expect("the article is sound");
    insta::assert_snapshot!(article.text.trim_end(), @"
    A treaty nobody reads

    By Ilka Brandvold

    Minister Ada Brun said the treaty “would hold”. Officials feared delay.

    What next

    The Norvanian navy refused to sail.
    ");
    assert_eq!((article.date.as_str(), article.claims.len()), ("2031-05-06", 3));
    let content = article.claims[&1].attribution.content[0];
    let words: String = article.text.chars().skip(content[0]).take(content[1] - content[0]).collect();
    assert_eq!(words, "the treaty “would hold”");
}

#[test]
fn an_annotation_agrees_with_itself_and_parts_from_another() {
    let gold = article(ARTICLE).expect("the article is sound");
    let tally = score_article(&gold, &PredictedClaim::of_annotation(&gold));
    assert!((tally.claims.figures().f1 - 1.0).abs() < 1e-12);
    assert_eq!(tally.forms.agreeing().value(), 1.0);

    let other = ARTICLE
        .replace("by = [\"Ada Brun\"]", "by = [\"Ilka Brandvold\"]")
        .replace("[s2 Officials] [c2 feared] [x2 delay]", "Officials feared delay")
        .replace("form = \"opposition\"", "form = \"intention\"");
    let (start, rest) = other.split_once("[c2]").expect("the table has c2");
    let other = format!("{start}[c3]{}", rest.split_once("[c3]").expect("the table has c3").1);
    let other = article(&other).expect("the article is sound");
    let predicted = PredictedClaim::of_annotation(&other);
    let tally = score_article(&gold, &predicted);
    assert_eq!((tally.claims.right_of_gold, tally.claims.predicted, tally.claims.gold), (1.0, 2, 3));
    let lines: Vec<String> = differences(&gold, &predicted)
        .iter()
        .map(|difference| {
            format!("{} {}: {} / {}", difference.paragraph, difference.kind, difference.gold, difference.found)
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @"
    3 claimant: Ada Brun — Minister Ada Brun | said | the treaty “would hold” / ilka brandvold — Minister Ada Brun | said | the treaty “would hold”
    3 missed: tier 2 — Officials | feared | delay / 
    5 form: opposition — The Norvanian navy | refused | to sail / intention
    ");
}

#[test]
fn mistakes_are_told_with_their_place() {
    let wrong = |from: &str, to: &str| article(&ARTICLE.replace(from, to)).expect_err("it is not sound");
    insta::assert_snapshot!(wrong("delay]", "delay"), @"corpus/train/a-treaty.txt:12: the mark that begins here does not end");
    insta::assert_snapshot!(wrong("[x2 delay]", "delay"), @"corpus/train/a-treaty.txt: claim 2 has no content: mark it [xN …]");
    insta::assert_snapshot!(wrong("[s3 The Norvanian navy] [c3 refused] [x3 to sail]", "They sailed"), @"corpus/train/a-treaty.txt: claim 3 is in the table and has no marks");
    insta::assert_snapshot!(wrong("[c2]\n", "[c9]\n"), @"corpus/train/a-treaty.txt: claim 2 is not in the table");
    insta::assert_snapshot!(article("A text.").expect_err("it is no article"), @r#"corpus/train/a-treaty.txt: expected head, article and claims, each behind a line of "+++"; found 0 such lines"#);
    insta::assert_snapshot!(wrong("tier = 2", "teir = 2"), @"
    corpus/train/a-treaty.txt: claims: TOML parse error at line 9, column 1
      |
    9 | teir = 2
      | ^^^^
    unknown field `teir`, expected one of `by`, `form`, `position`, `to`, `about`, `nested_in`, `tier`
    ");
}
