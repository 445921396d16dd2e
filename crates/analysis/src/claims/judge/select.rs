//! Which of the possible claims stand.

use std::ops::Range;

use crate::claims::candidate::Candidate;
use crate::claims::grammar::words::is_plural_form;
use crate::claims::scene::Scene;
use crate::tagger::Upos;

/// A claim passed over, and why.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PassedOver {
    pub candidate: Candidate,
    /// Another reading of the same cue was preferred.
    pub beaten: bool,
    pub why: &'static str,
}

/// Below this a claim is not reported.
const FLOOR: f32 = 0.5;

/// Candidates in text order, best first for each cue; what stands, in text order, and what does not.
pub(crate) fn select(scene: &Scene<'_>, candidates: Vec<Candidate>) -> (Vec<Candidate>, Vec<PassedOver>) {
    let mut order: Vec<Candidate> = candidates;
    order.sort_by(|left, right| {
        right
            .score
            .total_cmp(&left.score)
            .then_with(|| left.start().cmp(&right.start()))
            .then_with(|| longest(right).cmp(&longest(left)))
    });
    let mut chosen: Vec<Candidate> = Vec::new();
    // For each token whether a chosen claim's cue holds it.
    let mut taken = vec![false; scene.words.len()];
    let mut passed = Vec::new();
    for candidate in order {
        let cue = candidate.cue.clone().unwrap_or(0..0);
        // "62 per cent named X, 22 per cent Y": one verb of several.
        let rival = !candidate.gapped && cue.clone().any(|token| taken.get(token).copied().unwrap_or_default());
        let why = if candidate.score < FLOOR {
            Some((false, "too uncertain"))
        } else if rival {
            Some((true, "another reading of the same cue is better"))
        } else if overlaps_cue(&candidate, &cue) {
            Some((false, "the content holds its own cue"))
        } else {
            None
        };
        match why {
            Some((beaten, why)) => passed.push(PassedOver { candidate, beaten, why }),
            None => {
                if let Some(tokens) = taken.get_mut(cue) {
                    tokens.fill(true);
                }
                chosen.push(candidate);
            }
        }
    }
    drop_repeated_attitudes(scene, &mut chosen, &mut passed);
    chosen.sort_by_key(|claim| (claim.start(), longest(claim)));
    (chosen, passed)
}

fn longest(candidate: &Candidate) -> usize {
    let hull = candidate.content_hull();
    hull.end - hull.start.min(hull.end)
}

fn overlaps_cue(candidate: &Candidate, cue: &Range<usize>) -> bool {
    candidate.content.iter().any(|content| content.start < cue.end && cue.start < content.end) && !cue.is_empty()
}

/// "Officials say | they want to …": the attitude is what the claim around it says already.
fn drop_repeated_attitudes(scene: &Scene<'_>, chosen: &mut Vec<Candidate>, passed: &mut Vec<PassedOver>) {
    let words = &scene.words;
    // For each token whether a content begins there, and whether several people hold it.
    let mut starts: Vec<Option<bool>> = vec![None; words.len() + 1];
    for claim in chosen.iter() {
        if let (Some(cue), Some(content)) = (&claim.cue, claim.content.last())
            && cue.end <= content.start
        {
            let first = content.start + usize::from(words.is(content.start, "that"));
            let several = claim.source.as_ref().is_some_and(|source| {
                let head = scene.head_of(source);
                words.pos(head) == Upos::Noun && is_plural_form(words.word(head))
            });
            if let Some(start) = starts.get_mut(first) {
                *start = Some(several);
            }
        }
    }
    let repeats = |claim: &Candidate| {
        claim.tier == 2
            && claim.source.as_ref().is_some_and(|source| {
                // "Advisers say | he wants to": another.
                let one = words.is_any(source.start, &["he", "she"]);
                source.len() == 1
                    && words.is_any(source.start, &["he", "she", "they", "it", "i", "we"])
                    && starts.get(source.start).copied().flatten().is_some_and(|several| !(one && several))
            })
    };
    let (dropped, kept): (Vec<Candidate>, Vec<Candidate>) = std::mem::take(chosen).into_iter().partition(repeats);
    *chosen = kept;
    passed.extend(dropped.into_iter().map(|candidate| PassedOver {
        candidate,
        beaten: false,
        why: "the claim around it says so already",
    }));
}
