//! Leaves out what the model of confidence finds too unlikely.
//!
//! Rules propose; what fewer than one in five of their proposals of a kind got right on the corpus is more noise than help. What is
//! left out stays visible as a reading that was not taken.

use rapporteur_core::Quotation;

use super::{Alternative, FoundClaim, FoundClaims};

/// Moves the claims below the floor to the readings that were not taken.
pub(super) fn arbitrate(found: &mut FoundClaims, floor: f64) {
    // Quoted words are somebody's, whoever that is.
    let stands = |claim: &FoundClaim| claim.confidence >= floor || claim.quotation != Quotation::Indirect;
    if found.claims.iter().all(stands) {
        return;
    }
    let claims = std::mem::take(&mut found.claims);
    // For each claim its place among those that stay; a claim within one that goes is within the one around that.
    let parents: Vec<Option<usize>> = claims.iter().map(|claim| claim.nested_in).collect();
    let mut places: Vec<Option<usize>> = Vec::with_capacity(claims.len());
    for claim in &claims {
        let kept = places.iter().flatten().count();
        places.push(stands(claim).then_some(kept));
    }
    let place_of = |mut claim: Option<usize>| {
        while let Some(index) = claim {
            if let Some(place) = places.get(index).copied().flatten() {
                return Some(place);
            }
            claim = parents.get(index).copied().flatten();
        }
        None
    };
    for alternative in &mut found.alternatives {
        alternative.claim = alternative.claim.and_then(|index| places.get(index).copied().flatten());
    }
    for mut claim in claims {
        if stands(&claim) {
            claim.nested_in = place_of(claim.nested_in);
            found.claims.push(claim);
        } else {
            found.alternatives.push(Alternative {
                claim: None,
                rule: claim.rule,
                score: claim.score,
                cue: claim.cue.map(|(at, _)| at),
                content: claim.content,
                why: "the model of confidence finds it too unlikely",
            });
        }
    }
}
