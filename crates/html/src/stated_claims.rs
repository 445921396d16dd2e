//! Where the words of claims stand that the page states as data.

use rapporteur_core::{ApparatusKind, ByteRange, Draft, DraftClaim};

use crate::metadata::claim_review::StatedClaim;

/// Claims whose verdict is looked for, and whose words are letter by letter where they do not stand in the text as they are.
const MOST_SEARCHED: usize = 16;
/// Letters and digits of the shortest wording that is.
const SHORTEST: usize = 20;
/// Bytes of a line that gives a verdict.
const LONGEST_VERDICT: usize = 120;

/// Puts the claims into the draft, each with the places of its words, of its claimant and of its verdict.
pub(crate) fn add(claims: &[StatedClaim], draft: &mut Draft) {
    if claims.is_empty() {
        return;
    }
    let folded = Folded::of(&draft.text);
    let placed: Vec<DraftClaim> = claims
        .iter()
        .enumerate()
        .map(|(index, claim)| place(claim, draft, (index < MOST_SEARCHED).then_some(&folded)))
        .collect();
    draft.claims.extend(placed);
}

fn place(claim: &StatedClaim, draft: &Draft, folded: Option<&Folded<'_>>) -> DraftClaim {
    let text = draft.text.as_str();
    let bare = claim.words.trim_matches(|edge: char| matches!(edge, '“' | '”' | '"' | '‘' | '’' | '\''));
    let content = as_it_stands(bare, draft).or_else(|| folded.and_then(|folded| folded.find(bare)));
    let mut names = claim.claimants.iter();
    let claimant = names.next().cloned();
    let source = claimant.as_deref().filter(|name| !name.is_empty()).and_then(|name| {
        let before = content.and_then(|content| text.get(..content.start)).and_then(|before| before.rfind(name));
        let start = before.or_else(|| text.find(name))?;
        Some(ByteRange::new(start, start + name.len()))
    });
    let mut review = claim.review.clone();
    review.verdict_at =
        review.verdict.as_deref().filter(|_| folded.is_some()).and_then(|verdict| verdict_line(verdict, draft));
    let is_empty = review == Default::default();
    DraftClaim {
        claimant,
        co_claimants: names.cloned().collect(),
        source,
        content: content.into_iter().collect(),
        review: (!is_empty).then_some(review),
    }
}

/// The words as they are: the first place that is no headline, else the first.
fn as_it_stands(words: &str, draft: &Draft) -> Option<ByteRange> {
    const LOOKED_AT: usize = 4;
    if words.is_empty() {
        return None;
    }
    let is_headline = |at: ByteRange| {
        draft
            .apparatus
            .iter()
            .any(|piece| piece.kind == ApparatusKind::Headline && piece.at.start <= at.start && at.end <= piece.at.end)
    };
    let places = draft.text.match_indices(words).take(LOOKED_AT);
    let places: Vec<ByteRange> = places.map(|(start, _)| ByteRange::new(start, start + words.len())).collect();
    places.iter().find(|at| !is_headline(**at)).or(places.first()).copied()
}

/// The verdict on a line of its own, perhaps after a label: "False", "Our rating: False".
fn verdict_line(verdict: &str, draft: &Draft) -> Option<ByteRange> {
    // As the lines are: without the stop and the marks around it.
    let verdict = verdict.trim_matches(['.', '!', '“', '”', '"', ' ']);
    if verdict.is_empty() {
        return None;
    }
    let places = draft.apparatus.iter().map(|piece| piece.at).chain(draft.blocks.iter().map(|block| block.at));
    places.filter(|at| at.end - at.start <= LONGEST_VERDICT).find_map(|at| {
        let words = at.slice(&draft.text)?;
        let bare = words.trim_end_matches(['.', '!', '”', '"', ' ']);
        let start = bare.len().checked_sub(verdict.len())?;
        let label = bare.get(..start)?.trim_end_matches(['“', '"', ' ']);
        let is_verdict = bare.get(start..)?.eq_ignore_ascii_case(verdict) && (label.is_empty() || label.ends_with(':'));
        is_verdict.then(|| ByteRange::new(at.start + start, at.start + start + verdict.len()))
    })
}

/// A text by its letters and digits alone, in small letters, each with its place.
struct Folded<'t> {
    text: &'t str,
    letters: String,
    /// For each byte of `letters` the byte of the text at which its character begins.
    places: Vec<usize>,
}

impl<'t> Folded<'t> {
    fn of(text: &'t str) -> Self {
        let mut folded = Self { text, letters: String::with_capacity(text.len()), places: Vec::new() };
        for (at, character) in text.char_indices().filter(|(_, character)| character.is_alphanumeric()) {
            folded.letters.extend(character.to_lowercase());
            folded.places.resize(folded.letters.len(), at);
        }
        folded
    }

    /// Where the words stand with other marks and spaces between them.
    fn find(&self, words: &str) -> Option<ByteRange> {
        let wanted = Folded::of(words).letters;
        if wanted.len() < SHORTEST {
            return None;
        }
        let start = self.letters.find(&wanted)?;
        let last = *self.places.get(start + wanted.len() - 1)?;
        let length = self.text.get(last..)?.chars().next()?.len_utf8();
        Some(ByteRange::new(*self.places.get(start)?, last + length))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, text: &str, expected: Option<&str>) {
        assert_eq!(Folded::of(text).find(words).and_then(|at| at.slice(text)), expected, "{words}");
    }

    #[test]
    fn a_verdict_stands_on_a_line_of_its_own() {
        let text = "Our rating: Mostly false.";
        let block = rapporteur_core::Block::new(rapporteur_core::BlockKind::Paragraph, ByteRange::new(0, text.len()));
        let draft = Draft { text: text.to_owned(), blocks: vec![block], ..Draft::default() };
        let found = |verdict: &str| verdict_line(verdict, &draft).and_then(|at| at.slice(text));
        assert_eq!(found("Mostly false."), Some("Mostly false"));
        assert_eq!(found("“mostly False”"), Some("Mostly false"));
        assert_eq!((found("True"), found("."), found("rating: Mostly false")), (None, None, None));
    }

    #[test]
    fn words_with_other_marks() {
        let text = "It’s said: “Flags – and  poles – cost «half» of the dûes”, he wrote.";
        check(
            "Flags - and poles - cost \"half\" of the Dûes",
            text,
            Some("Flags – and  poles – cost «half» of the dûes"),
        );
        check("Flags and poles cost a half of the dues", text, None);
        // So little stands in many a text by chance.
        check("he wrote", text, None);
    }
}
