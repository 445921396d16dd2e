//! Words, quotation marks and scores of small texts, counted by hand.

use proptest::prelude::*;
use rapporteur_core::Quotation;
use rapporteur_eval::attribution::{Attribution, Measure, score_attributions};
use rapporteur_eval::quotes::{quotation_of, quoted_regions};
use rapporteur_eval::words::{WordSet, words};

fn slices(text: &str, spans: &[[usize; 2]]) -> Vec<String> {
    spans.iter().map(|&[start, end]| text.chars().skip(start).take(end - start).collect()).collect()
}

fn words_of(text: &str) -> Vec<String> {
    slices(text, &words(&text.chars().collect::<Vec<_>>()))
}

fn regions_of(text: &str) -> Vec<String> {
    slices(text, &quoted_regions(&text.chars().collect::<Vec<_>>()))
}

#[test]
fn words_are_letters_and_digits() {
    assert_eq!(words_of("“The U.N.’s 5-year plan,” she said."), ["The", "U.N", "s", "5-year", "plan", "she", "said"]);
    assert_eq!(words_of("AT&T paid $3.50 — 10%"), ["AT", "&", "T", "paid", "$", "3.50", "10", "%"]);
    assert_eq!(words_of("the states' Brun's"), ["the", "states", "Brun's"]);
}

#[test]
fn stretches_in_quotation_marks() {
    assert_eq!(regions_of("He called it “a veto”, and \"a trap\"."), ["“a veto”", "\"a trap\""]);
    assert_eq!(regions_of("She wrote ‘no’ in the states’ ledger."), ["‘no’"]);
    assert_eq!(regions_of("“It began.\n“It went on,” he said."), ["“It began.", "“It went on,”"]);
    assert_eq!(regions_of("He was 5'10\" tall."), Vec::<String>::new());
    assert_eq!(regions_of("``We will,'' he said."), ["``We will,''"]);
}

#[test]
fn kinds_of_quotation() {
    let text = "“We said ‘never’,” he said, and it “would not” end.";
    let chars: Vec<char> = text.chars().collect();
    let (words, regions) = (words(&chars), quoted_regions(&chars));
    let kind = |cue: &str, content: &str| {
        let at = |part: &str| {
            let start = text.find(part).expect("the words stand there");
            let start = text[..start].chars().count();
            [start, start + part.chars().count()]
        };
        quotation_of(&[at(cue)], &[at(content)], &regions, &words)
    };
    assert_eq!(kind("he said", "We said ‘never’"), Quotation::Direct);
    assert_eq!(kind("he said", "it “would not” end"), Quotation::Mixed);
    assert_eq!(kind("and", "it"), Quotation::Indirect);
    // The cue stands in the marks too: they quote the whole attribution and not its content.
    assert_eq!(kind("We said", "never"), Quotation::Indirect);
}

fn attribution(source: &[[usize; 2]], cue: &[[usize; 2]], content: &[[usize; 2]]) -> Attribution {
    Attribution { source: source.to_vec(), cue: cue.to_vec(), content: content.to_vec() }
}

#[test]
fn scores_counted_by_hand() {
    //          0    5    10   15   20   25   30
    let text = "Brun said ships had left. Voss agreed.";
    let gold = [attribution(&[[0, 4]], &[[5, 9]], &[[10, 24]])];
    // Two of three words of content, the right source; and one of nothing.
    let found = [attribution(&[[0, 4]], &[[5, 9]], &[[16, 24]]), attribution(&[[26, 30]], &[[31, 37]], &[[31, 37]])];
    let tally = score_attributions(text, &gold, &found);
    let figures = |measure| {
        let count = tally.count(measure, None);
        (count.right_of_predicted, count.predicted, count.right_of_gold, count.gold)
    };
    assert_eq!(figures(Measure::ContentExact), (0.0, 2, 0.0, 1));
    assert_eq!(figures(Measure::EndToEnd), (1.0, 2, 1.0, 1));
    assert_eq!(figures(Measure::ContentFourFifths), (0.0, 2, 0.0, 1));
    assert_eq!(figures(Measure::ContentPartial), (1.0, 2, 2.0 / 3.0, 1));
    assert_eq!(figures(Measure::ContentWords), (2.0, 3, 2.0, 3));
    assert_eq!(figures(Measure::CueExact), (1.0, 2, 1.0, 1));
    let rates = tally.count(Measure::EndToEnd, Some(Quotation::Indirect)).figures();
    assert_eq!((rates.precision, rates.recall), (0.5, 1.0));
}

proptest! {
    #[test]
    fn an_annotation_agrees_with_itself(text in "[a-zA-Z “”\"'\n.,]{0,200}", cuts in prop::collection::vec(0usize..200, 2..8)) {
        let length = text.chars().count();
        let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(length)).collect();
        cuts.sort_unstable();
        let attributions: Vec<Attribution> =
            cuts.windows(2).map(|pair| attribution(&[], &[], &[[pair[0], pair[1]]])).collect();
        let tally = score_attributions(&text, &attributions, &attributions);
        for measure in [Measure::ContentExact, Measure::ContentWords, Measure::EndToEnd] {
            let rates = tally.count(measure, None).figures();
            let full = if rates.gold == 0 { 0.0 } else { 1.0 };
            prop_assert!((rates.f1 - full).abs() < 1e-12);
        }
    }

    #[test]
    fn spans_of_any_kind_are_no_trouble(text in ".{0,60}", spans in prop::collection::vec((0usize..90, 0usize..90), 0..6)) {
        let chars: Vec<char> = text.chars().collect();
        let words = words(&chars);
        let spans: Vec<[usize; 2]> = spans.into_iter().map(|(a, b)| [a, b]).collect();
        prop_assert!(WordSet::of(&spans, &words).len() <= words.len());
        quoted_regions(&chars);
    }
}
