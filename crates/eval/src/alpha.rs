//! Agreement of coders.

use std::collections::BTreeMap;

/// Krippendorff's alpha for nominal values: 1 for full agreement, 0 for what chance gives.
///
/// One list a unit: the value each coder gave it, null where a coder gave none. Units with fewer than two values count for
/// nothing. Null where there is nothing to agree on, or where all values are the same, so that chance agrees always. After
/// K. Krippendorff, *Content Analysis*, chapter on reliability: observed against expected disagreement over the coincidences of values.
pub fn nominal_alpha<V: Ord>(units: &[Vec<Option<V>>]) -> Option<f64> {
    let mut totals: BTreeMap<&V, f64> = BTreeMap::new();
    let mut observed = 0.0;
    let mut pairable = 0.0;
    for unit in units {
        let mut counts: BTreeMap<&V, f64> = BTreeMap::new();
        for value in unit.iter().flatten() {
            *counts.entry(value).or_default() += 1.0;
        }
        let given: f64 = counts.values().sum();
        if given < 2.0 {
            continue;
        }
        pairable += given;
        let agreeing: f64 = counts.values().map(|count| count * (count - 1.0)).sum();
        observed += (given * (given - 1.0) - agreeing) / (given - 1.0);
        for (value, count) in counts {
            *totals.entry(value).or_default() += count;
        }
    }
    let agreeing: f64 = totals.values().map(|count| count * (count - 1.0)).sum();
    let expected = (pairable * (pairable - 1.0) - agreeing) / (pairable - 1.0);
    (pairable > 1.0 && expected > 0.0).then(|| 1.0 - observed / expected)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The worked example that goes with the definition: two coders, ten units, values 0 and 1.
    #[test]
    fn two_coders_two_values() {
        let a = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
        let b = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
        let units: Vec<Vec<Option<u8>>> = a.iter().zip(b).map(|(&a, b)| vec![Some(a), Some(b)]).collect();
        let alpha = nominal_alpha(&units).expect("there are values to agree on");
        assert!((alpha - 0.095).abs() < 0.0005, "{alpha}");
    }

    /// By hand: 4 pairable units give observed 2 of 8; totals a 4, b 4: expected 2·4·4/7 = 32/7; alpha = 1 − 2/(32/7).
    #[test]
    fn missing_values_are_left_out() {
        let units = vec![
            vec![Some('a'), Some('a')],
            vec![Some('b'), Some('b')],
            vec![Some('a'), Some('b')],
            vec![Some('b'), Some('a')],
            vec![Some('a'), None],
        ];
        let alpha = nominal_alpha(&units).expect("there are values to agree on");
        let expected = 1.0 - 4.0 / (32.0 / 7.0);
        assert!((alpha - expected).abs() < 1e-12, "{alpha}");
    }

    #[test]
    fn nothing_to_agree_on() {
        assert_eq!(nominal_alpha::<u8>(&[]), None);
        assert_eq!(nominal_alpha(&[vec![Some(1)], vec![None, Some(2)]]), None);
        assert_eq!(nominal_alpha(&[vec![Some(1), Some(1)], vec![Some(1), Some(1)]]), None);
    }
}
