//! Which predicted thing answers which gold one.

/// Pairs one to one, best score first, pairs below `floor` left out; equal scores in the order of the indices.
/// Gives indices into `gold` and `predicted`.
pub(crate) fn pair<T>(gold: &[T], predicted: &[T], score: impl Fn(&T, &T) -> f64, floor: f64) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, p) in predicted.iter().enumerate() {
            let value = score(g, p);
            if value > 0.0 && value >= floor {
                candidates.push((value, i, j));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    one_to_one(candidates.into_iter().map(|(_, i, j)| (i, j)), gold.len(), predicted.len())
}

/// Of pairs in order of preference, those whose two sides are still free.
pub(crate) fn one_to_one(
    pairs: impl Iterator<Item = (usize, usize)>,
    gold: usize,
    predicted: usize,
) -> Vec<(usize, usize)> {
    let (mut used_gold, mut used_predicted) = (vec![false; gold], vec![false; predicted]);
    let mut taken = Vec::new();
    for (i, j) in pairs {
        if let (Some(g), Some(p)) = (used_gold.get_mut(i), used_predicted.get_mut(j))
            && !*g
            && !*p
        {
            (*g, *p) = (true, true);
            taken.push((i, j));
        }
    }
    taken
}
