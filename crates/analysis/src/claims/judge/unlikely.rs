//! Claims that are wrong far more often than right are readings, not claims.

use rapporteur_core::Quotation;

use crate::claims::{Alternative, FoundClaim, FoundClaims};

/// How likely a claim must be for a reader to be shown it. Below it the articles that weights were not made from lose more claims
/// that are wrong than ones that are right: `docs/quality.md` has the figures.
pub(crate) const LEAST: f64 = 0.19;

/// A score of the rules from which on it is the claimant that is unlikely, and not the content.
pub(crate) const SURE: f64 = 0.79;

impl FoundClaims {
    /// Makes alternatives of the claims whose confidence is below `least`; what stood in one of them stands in what it stood in.
    pub(crate) fn drop_unlikely(&mut self, least: f64) {
        let places = self.places_without(least);
        if places.iter().all(Option::is_some) {
            return;
        }
        let place = |old: usize| places.get(old).copied().flatten();
        let parents: Vec<Option<usize>> = self.claims.iter().map(|claim| claim.nested_in).collect();
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
            claim.nested_in = claim.nested_in.and_then(|parent| nearest_kept(parent, &parents, &places));
            if !kept {
                alternatives.push(Alternative {
                    claim: None,
                    rule: claim.rule,
                    score: claim.score,
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

/// The place of a claim, or of the nearest around it that stays. Whatever is nested in another stands behind it, so there is an end.
fn nearest_kept(claim: usize, parents: &[Option<usize>], places: &[Option<usize>]) -> Option<usize> {
    let around = |&inner: &usize| parents.get(inner).copied().flatten();
    std::iter::successors(Some(claim), around).find_map(|claim| places.get(claim).copied().flatten())
}

#[cfg(test)]
mod tests {
    use super::nearest_kept;

    #[test]
    fn what_stood_in_a_claim_that_goes_stands_in_what_is_around_it() {
        // The third stands in the second and that in the first; the fourth in one that goes and stands in none.
        let parents = [None, Some(0), Some(1), None, Some(3)];
        let places = [Some(0), None, Some(1), None, Some(2)];
        assert_eq!(nearest_kept(1, &parents, &places), Some(0));
        assert_eq!(nearest_kept(2, &parents, &places), Some(1));
        assert_eq!(nearest_kept(3, &parents, &places), None);
    }
}
