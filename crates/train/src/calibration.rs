//! How far confidences can be taken at their word.

/// Of claims with a confidence from one tenth to the next.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Tenth {
    pub claims: usize,
    pub right: usize,
    /// Sum of their confidences.
    pub confidence: f64,
}

/// Measures over all claims.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    /// Mean square of confidence minus truth: lower is better.
    pub brier: f64,
    /// Expected calibration error: mean distance of confidence and share right over tenths, weighted by claims.
    pub ece: f64,
    /// Chance that a right claim has a higher confidence than a wrong one; ties count half.
    pub auc: f64,
    pub tenths: [Tenth; 10],
}

impl Calibration {
    /// Of pairs of a confidence, 0 to 1, and whether the claim is right.
    pub fn of(judged: &[(f64, bool)]) -> Self {
        let mut tenths = [Tenth::default(); 10];
        let mut squares = 0.0;
        for &(confidence, right) in judged {
            squares += (confidence - f64::from(u8::from(right))).powi(2);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a confidence is 0 to 1")]
            let place = ((confidence * 100.0).round() as usize / 10).min(9);
            if let Some(tenth) = tenths.get_mut(place) {
                tenth.claims += 1;
                tenth.right += usize::from(right);
                tenth.confidence += confidence;
            }
        }
        let all = judged.len().max(1) as f64;
        let off: f64 = tenths.iter().map(|tenth| (tenth.confidence - tenth.right as f64).abs()).sum();
        Self { brier: squares / all, ece: off / all, auc: auc(judged), tenths }
    }
}

fn auc(judged: &[(f64, bool)]) -> f64 {
    let mut order = judged.to_vec();
    order.sort_by(|left, right| left.0.total_cmp(&right.0));
    // Wrong claims below, and pairs won by right ones; among equals each wins half.
    let (mut below, mut won) = (0.0, 0.0);
    for equals in order.chunk_by(|left, right| left.0.total_cmp(&right.0).is_eq()) {
        let right = equals.iter().filter(|(_, right)| *right).count() as f64;
        let wrong = equals.len() as f64 - right;
        won += right * (below + wrong / 2.0);
        below += wrong;
    }
    let right = order.len() as f64 - below;
    if right * below > 0.0 { won / (right * below) } else { 0.5 }
}

/// Precision, recall and F1 if claims below `floor` were left out, of `gold` claims there are.
pub fn kept_from(judged: &[(f64, bool)], floor: f64, gold: usize) -> [f64; 3] {
    let kept = judged.iter().filter(|(confidence, _)| *confidence >= floor);
    let (claims, right) =
        kept.fold((0, 0), |(claims, right), &(_, is_right)| (claims + 1, right + usize::from(is_right)));
    let share = |of: usize| right as f64 / of.max(1) as f64;
    [share(claims), share(gold), 2.0 * right as f64 / (claims + gold).max(1) as f64]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn perfect_and_useless_confidences() {
        let sure = Calibration::of(&[(1.0, true), (0.0, false)]);
        assert_eq!((sure.brier, sure.ece, sure.auc), (0.0, 0.0, 1.0));
        let useless = Calibration::of(&[(0.5, true), (0.5, false)]);
        assert_eq!((useless.brier, useless.ece, useless.auc), (0.25, 0.0, 0.5));
        let boastful = Calibration::of(&[(0.75, true), (0.75, false), (0.75, false), (0.75, false)]);
        assert_eq!((boastful.ece, boastful.tenths[7].claims, boastful.tenths[7].right), (0.5, 4, 1));
    }

    #[test]
    fn leaving_out_the_doubtful() {
        let judged = [(0.9, true), (0.6, true), (0.3, false), (0.2, false)];
        assert_eq!(kept_from(&judged, 0.0, 2), [0.5, 1.0, 2.0 / 3.0]);
        assert_eq!(kept_from(&judged, 0.5, 2), [1.0, 1.0, 1.0]);
        assert_eq!(kept_from(&[], 0.5, 0), [0.0, 0.0, 0.0]);
    }
}
