//! Which of the possible claims stand.

use std::ops::Range;

use super::candidate::Candidate;
use super::scene::Scene;

/// A claim passed over, and why.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PassedOver {
    pub candidate: Candidate,
    /// Index of the claim that was preferred.
    pub winner: Option<usize>,
    pub why: &'static str,
}

/// Below this a claim is not reported.
const FLOOR: f32 = 0.5;

/// Candidates in text order, best first for each cue; what stands, in text order, and what does not.
pub(super) fn select(scene: &Scene<'_>, candidates: Vec<Candidate>) -> (Vec<Candidate>, Vec<PassedOver>) {
    let mut order: Vec<Candidate> = candidates;
    order.sort_by(|left, right| {
        right
            .score
            .total_cmp(&left.score)
            .then_with(|| left.start().cmp(&right.start()))
            .then_with(|| longest(right).cmp(&longest(left)))
    });
    let mut chosen: Vec<Candidate> = Vec::new();
    // For each token the chosen claim whose cue holds it.
    let mut taken: Vec<Option<usize>> = vec![None; scene.words.len()];
    let mut passed = Vec::new();
    for candidate in order {
        let cue = candidate.cue.clone().unwrap_or(0..0);
        let rival = cue.clone().find_map(|token| taken.get(token).copied().flatten());
        let why = if candidate.score < FLOOR {
            Some((None, "too uncertain"))
        } else if let Some(rival) = rival {
            Some((Some(rival), "another reading of the same cue is better"))
        } else if overlaps_cue(&candidate, &cue) {
            Some((None, "the content holds its own cue"))
        } else {
            None
        };
        match why {
            Some((winner, why)) => passed.push(PassedOver { candidate, winner, why }),
            None => {
                if let Some(tokens) = taken.get_mut(cue) {
                    tokens.fill(Some(chosen.len()));
                }
                chosen.push(candidate);
            }
        }
    }
    let mut places: Vec<usize> = (0..chosen.len()).collect();
    places.sort_by_key(|&index| chosen.get(index).map_or((0, 0), |claim| (claim.start(), longest(claim))));
    let mut rank = vec![0; places.len()];
    for (place, &index) in places.iter().enumerate() {
        if let Some(slot) = rank.get_mut(index) {
            *slot = place;
        }
    }
    for passed in &mut passed {
        passed.winner = passed.winner.and_then(|winner| rank.get(winner).copied());
    }
    let mut sorted: Vec<Option<Candidate>> = chosen.into_iter().map(Some).collect();
    let claims = places.into_iter().filter_map(|index| sorted.get_mut(index).and_then(Option::take)).collect();
    (claims, passed)
}

fn longest(candidate: &Candidate) -> usize {
    let hull = candidate.content_hull();
    hull.end - hull.start.min(hull.end)
}

fn overlaps_cue(candidate: &Candidate, cue: &Range<usize>) -> bool {
    candidate.content.iter().any(|content| content.start < cue.end && cue.start < content.end) && !cue.is_empty()
}
