//! Quotations without a cue of their own: "“A,” he said. “B.”"

use std::collections::BTreeMap;
use std::ops::Range;

use crate::claims::candidate::Candidate;
use crate::claims::scene::Scene;
use crate::zones::{Zone, ZoneKind};
use rapporteur_core::BlockKind;

/// Indices of claims for each sentence.
type BySentence = BTreeMap<usize, Vec<usize>>;

/// A quotation of fewer words without cue is a term or a title.
const SPEECH_WORDS: usize = 5;

impl Scene<'_> {
    /// Adds to `claims`, which are in text order, the quotations that go on from them.
    pub(crate) fn follow_quotations(&self, claims: &mut [Candidate]) {
        let words = &self.words;
        // For each token the claim whose content holds it, if any; the innermost wins by coming later.
        let mut owner: Vec<Option<usize>> = vec![None; words.len()];
        for (index, claim) in claims.iter().enumerate().filter(|(_, claim)| !self.is_within_marks(claim)) {
            for content in &claim.content {
                if let Some(owner) = owner.get_mut(content.clone()) {
                    owner.fill(Some(index));
                }
            }
        }
        let mut by_sentence = self.claims_by_sentence(claims);
        for quoted in words.quotations.all.iter().filter(|quoted| quoted.parent.is_none()) {
            let tokens = quoted.tokens.clone();
            let covered = tokens.clone().filter(|&token| owner.get(token).copied().flatten().is_some()).count();
            if covered * 2 > tokens.len() || quoted.words == 0 {
                continue;
            }
            let Some(zone) = self.zone_at(tokens.start) else { continue };
            if !words.layer.zones.get(zone).is_some_and(|zone| zone.holds_claims()) {
                continue;
            }
            let first_of_sentence = self
                .sentence_at(tokens.start)
                .and_then(|index| words.layer.sentences.get(index))
                .is_some_and(|sentence| sentence.tokens.start == tokens.start);
            let ends_sentence = self
                .sentence_at(tokens.end.saturating_sub(1))
                .and_then(|index| words.layer.sentences.get(index))
                .is_some_and(|sentence| sentence.tokens.end <= tokens.end + 1);
            if !(quoted.continues || first_of_sentence && ends_sentence) {
                continue;
            }
            // The nearest claim before, in the same paragraph or in the one a quotation runs over from.
            let before = tokens.start.checked_sub(1);
            let same = before.filter(|&before| self.zone_at(before) == Some(zone));
            let near = before.and_then(|before| {
                owner.get(before).copied().flatten().or_else(|| self.claim_ending_near(claims, &by_sentence, before))
            });
            // A paragraph that is nothing but a quotation goes on from a quotation that ends the paragraph before.
            let alone = same.is_none() && self.zone_tokens(zone) == tokens;
            let Some(previous) = near.filter(|_| same.is_some() || quoted.continues || alone) else {
                continue;
            };
            if alone && !claims.get(previous).is_some_and(|claim| self.ends_zone_before(claim, zone)) {
                continue;
            }
            let previous = self.said_beside(claims, &by_sentence, previous).unwrap_or(previous);
            let Some(claim) = claims.get_mut(previous) else { continue };
            let direct = claim.content.last().is_some_and(|content| {
                words.is_close_quote(content.end.saturating_sub(1)) || words.is_open_quote(content.start)
            });
            // "The post costs money, she said. “Nobody gives that up by choice.”": what she says goes on in her own words.
            if !direct && !quoted.continues && quoted.words < SPEECH_WORDS {
                continue;
            }
            claim.content.push(tokens.clone());
            claim.content.sort_by_key(|range| range.start);
            if let Some(sentence) = self.sentence_at(tokens.end.saturating_sub(1)) {
                by_sentence.entry(sentence).or_default().push(previous);
            }
            if let Some(owner) = owner.get_mut(tokens) {
                owner.fill(Some(previous));
            }
        }
        claims.sort_by_key(|claim| (claim.start(), claim.content_hull().start));
    }

    /// "“A,” she said, speaking of B. “C.”": C goes on from A, which is quoted, and not from B.
    fn said_beside(&self, claims: &[Candidate], by_sentence: &BySentence, previous: usize) -> Option<usize> {
        let claim = claims.get(previous).filter(|claim| claim.rule == "participle-shared-subject")?;
        let sentence = self.sentence_at(claim.cue.as_ref()?.start)?;
        by_sentence.get(&sentence)?.iter().copied().find(|&index| {
            claims.get(index).is_some_and(|other| {
                index != previous
                    && other.source == claim.source
                    && other.rule.starts_with("quote-cue")
                    && other.content.last().is_some_and(|content| {
                        content.end > content.start && self.words.is_close_quote(content.end - 1)
                    })
            })
        })
    }

    /// Block quotations: of whoever the sentence in front names, else of the claimant of the claim there.
    pub(crate) fn block_quotations(&self, claims: &mut Vec<Candidate>) {
        let words = &self.words;
        let quotes = |zone: &Zone| zone.kind == ZoneKind::Block(BlockKind::Quotation);
        if !words.layer.zones.iter().any(quotes) {
            return;
        }
        let by_sentence = self.claims_by_sentence(claims);
        let mut fresh = Vec::new();
        for (index, zone) in words.layer.zones.iter().enumerate() {
            if !quotes(zone) {
                continue;
            }
            let tokens = self.zone_tokens(index);
            if words.count_words(tokens.clone()) < SPEECH_WORDS {
                continue;
            }
            let Some(before) = tokens.start.checked_sub(1) else { continue };
            // The claim in the sentence in front whose cue comes last.
            let Some(sentence) = self.sentence_at(before).and_then(|sentence| words.layer.sentences.get(sentence))
            else {
                continue;
            };
            let in_front = self.sentence_at(before).and_then(|sentence| by_sentence.get(&sentence));
            let claim = in_front
                .into_iter()
                .flatten()
                .filter_map(|&index| claims.get(index))
                .filter(|claim| {
                    claim
                        .cue
                        .as_ref()
                        .is_some_and(|cue| cue.start >= sentence.tokens.start && cue.end <= sentence.tokens.end)
                })
                .max_by_key(|claim| claim.cue.as_ref().map_or(0, |cue| cue.start))
                .cloned()
                .or_else(|| self.announcement(sentence.tokens.clone()));
            let Some(claim) = claim else { continue };
            fresh.push(Candidate {
                content: vec![tokens.clone()],
                rule: "block-quotation",
                score: 0.8,
                form: rapporteur_core::ClaimForm::Statement,
                position: None,
                addressee: None,
                object: None,
                ..claim
            });
        }
        claims.extend(fresh);
        claims.sort_by_key(|claim| (claim.start(), claim.content_hull().start));
    }

    /// Whether a direct claim's words or cue stand in the last sentence of the zone before `zone`.
    fn ends_zone_before(&self, claim: &Candidate, zone: usize) -> bool {
        let words = &self.words;
        let Some(before) = zone.checked_sub(1) else { return false };
        let tokens = self.zone_tokens(before);
        let last = tokens
            .end
            .checked_sub(1)
            .and_then(|last| self.sentence_at(last))
            .and_then(|index| words.layer.sentences.get(index));
        let reach = claim.content_hull().end.max(claim.cue.as_ref().map_or(0, |cue| cue.end));
        last.is_some_and(|last| reach > last.tokens.start && reach <= tokens.end)
            && claim.content.iter().all(|content| words.is_open_quote(content.start))
    }

    fn claim_ending_near(&self, claims: &[Candidate], by_sentence: &BySentence, token: usize) -> Option<usize> {
        let near = by_sentence.get(&self.sentence_at(token)?)?;
        near.iter()
            .copied()
            .filter(|&index| claims.get(index).is_some_and(|claim| claim.tier == 1))
            .max_by_key(|&index| claims.get(index).and_then(|claim| claim.cue.as_ref()).map_or(0, |cue| cue.start))
    }

    /// The claims whose cue stands, or whose content ends, in each sentence.
    fn claims_by_sentence(&self, claims: &[Candidate]) -> BySentence {
        let mut by_sentence = BySentence::new();
        for (index, claim) in claims.iter().enumerate().filter(|(_, claim)| !self.is_within_marks(claim)) {
            let cue = claim.cue.as_ref().map(|cue| cue.start);
            let end = claim.content.last().map(|content| content.end.saturating_sub(1));
            for sentence in cue.into_iter().chain(end).filter_map(|token| self.sentence_at(token)) {
                let claims = by_sentence.entry(sentence).or_default();
                if !claims.contains(&index) {
                    claims.push(index);
                }
            }
        }
        by_sentence
    }

    /// What somebody says in his own words of another's claim; his words go on, not that.
    fn is_within_marks(&self, claim: &Candidate) -> bool {
        claim.cue.as_ref().is_some_and(|cue| self.words.quotations.around(cue.start).is_some())
    }

    /// Index of the zone a token stands in.
    pub(crate) fn zone_at(&self, token: usize) -> Option<usize> {
        self.sentence_at(token).and_then(|index| self.words.layer.sentences.get(index)).map(|sentence| sentence.zone)
    }

    /// The tokens of a zone.
    pub(crate) fn zone_tokens(&self, zone: usize) -> Range<usize> {
        let sentences = &self.words.layer.sentences;
        let first = sentences.partition_point(|sentence| sentence.zone < zone);
        let last = sentences.partition_point(|sentence| sentence.zone <= zone);
        let start = sentences.get(first).map_or(0, |sentence| sentence.tokens.start);
        let end =
            last.checked_sub(1).and_then(|last| sentences.get(last)).map_or(start, |sentence| sentence.tokens.end);
        if first < last { start..end } else { start..start }
    }
}
