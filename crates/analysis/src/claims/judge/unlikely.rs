//! Claims that are wrong far more often than right are readings, not claims.

use rapporteur_core::Quotation;

use crate::claims::{Alternative, FoundClaim, FoundClaims};

/// How likely a claim must be for a reader to be shown it. Below it the articles that weights were not made from lose more claims
/// that are wrong than ones that are right: `docs/quality.md` has the figures.
pub(crate) const LEAST: f64 = 0.15;

/// A score of the rules from which on it is the claimant that is unlikely, and not the content.
pub(crate) const SURE: f64 = 0.78;

impl FoundClaims {
    /// Makes alternatives of the claims whose confidence is below `least`; what stood in one of them stands in what it stood in.
    pub(crate) fn drop_unlikely(&mut self, least: f64) {
        let places = self.places_without(least);
        if places.iter().all(Option::is_some) {
            return;
        }
        let place = |old: usize| places.get(old).copied().flatten();
        // Parents stand in front of what is nested in them.
        let parents: Vec<Option<usize>> = self.claims.iter().map(|claim| claim.nested_in).collect();
        let kept_parent = |claim: Option<usize>| {
            let mut parent = claim;
            while let Some(old) = parent {
                if let Some(new) = place(old) {
                    return Some(new);
                }
                parent = parents.get(old).copied().flatten();
            }
            None
        };
        for alternative in &mut self.alternatives {
            alternative.claim = alternative.claim.and_then(place);
        }
        self.unnamed.retain_mut(|group| {
            let new = place(group.claim);
            group.claim = new.unwrap_or(group.claim);
            new.is_some()
        });
        let (alternatives, mut index) = (&mut self.alternatives, 0);
        self.claims.retain_mut(|claim| {
            let kept = place(index).is_some();
            index += 1;
            claim.nested_in = kept_parent(claim.nested_in);
            if !kept {
                alternatives.push(Alternative {
                    claim: None,
                    rule: claim.rule,
                    score: claim.confidence,
                    cue: claim.cue.as_ref().map(|(at, _)| *at),
                    content: claim.content.clone(),
                    why: "more likely wrong than right by far",
                });
            }
            kept
        });
    }

    /// For each claim its place once the unlikely ones are gone.
    fn places_without(&self, least: f64) -> Vec<Option<usize>> {
        let mut next = 0;
        let place = |claim: &FoundClaim| {
            // Marked words are somebody’s, however unsure it is whose; likewise what the rules are sure of.
            (claim.confidence >= least || claim.score >= SURE || claim.quotation == Quotation::Direct).then(|| {
                next += 1;
                next - 1
            })
        };
        self.claims.iter().map(place).collect()
    }
}
