//! Makes treebank text look like what tagger and parser will meet.

use rapporteur_analysis::tagger::{Tagged, Upos, VerbForm};

use crate::conllu::{Sentence, Word};
use crate::random::Random;

/// Joins "can" and "not" written as one word, and hyphen compounds into one word, as our tokens have them ("long-term"), unless both sides of the hyphen begin with
/// a capital ("US-China"). A compound takes the head and relation of the part the others hang on.
pub fn join_hyphens(sentence: &Sentence) -> Sentence {
    let words = &sentence.words;
    let mut joined = Vec::with_capacity(words.len());
    // The number in the new sentence of each word of the old one, both from 1.
    let mut number_of = vec![0; words.len() + 1];
    let mut at = 0;
    while at < words.len() {
        let mut end = at + 1;
        while let [before, hyphen, after, ..] = &words[end - 1..]
            && is_compound(before, hyphen, after)
        {
            end += 2;
        }
        if let [can, not, ..] = &words[at..]
            && can.form.eq_ignore_ascii_case("can")
            && !can.space_after
            && not.form == "not"
        {
            end = at + 2;
            joined.push(Word { form: format!("{}not", can.form), space_after: not.space_after, ..can.clone() });
        } else {
            joined.push(if end == at + 1 { words[at].clone() } else { compound(words, at, end) });
        }
        number_of[at + 1..=end].fill(joined.len());
        at = end;
    }
    for word in &mut joined {
        word.head = number_of.get(word.head).copied().unwrap_or(0);
    }
    Sentence { document: sentence.document.clone(), words: joined }
}

fn is_compound(before: &Word, hyphen: &Word, after: &Word) -> bool {
    let wordlike = |word: &Word| word.form.chars().all(|character| character.is_alphanumeric() || character == '.');
    let capital = |word: &Word| word.form.starts_with(char::is_uppercase);
    hyphen.hyphen
        && !before.space_after
        && !hyphen.space_after
        && wordlike(before)
        && wordlike(after)
        && !(capital(before) && capital(after))
}

/// One word for `words[at..end]`. Its class is that of the part the others hang on; attributive compounds count as
/// adjectives ("war-torn", "long-term"), unless they are nouns throughout ("decision-making").
fn compound(words: &[Word], at: usize, end: usize) -> Word {
    let parts = &words[at..end];
    let inside = |head: usize| (at + 1..=end).contains(&head);
    let top = parts.iter().rev().find(|part| !part.hyphen && !inside(part.head)).unwrap_or(&parts[parts.len() - 1]);
    let nominal = |part: &Word| matches!(part.upos, Upos::Noun | Upos::Propn);
    let attributive = match top.relation.as_str() {
        "amod" => true,
        "compound" => !parts.iter().all(|part| part.hyphen || nominal(part)),
        _ => false,
    };
    let adjective = Tagged { pos: Upos::Adj, verb: VerbForm::None, in_name: false };
    let tagged = if attributive && top.upos != Upos::Propn { adjective } else { top.tagged };
    Word {
        form: parts.iter().map(|part| part.form.as_str()).collect(),
        tagged,
        upos: tagged.pos,
        head: top.head,
        relation: top.relation.clone(),
        label: top.label,
        hyphen: false,
        space_after: parts[parts.len() - 1].space_after,
    }
}

/// A copy in the capitals of headlines: the first letter of every word but short function words, or now and then of all.
pub fn as_headline(sentence: &Sentence, random: &mut Random) -> Sentence {
    let mut copy = sentence.clone();
    let everything = random.chance(300);
    for (at, word) in copy.words.iter_mut().enumerate() {
        let small =
            matches!(word.upos, Upos::Adp | Upos::Det | Upos::Cconj | Upos::Part) && word.form.len() < 5 && at > 0;
        if (everything || !small) && !word.form.starts_with(['\'', '\u{2019}']) && word.form != "n't" {
            let mut characters = word.form.chars();
            if let Some(first) = characters.next() {
                word.form = first.to_uppercase().chain(characters).collect();
            }
        }
    }
    copy
}
