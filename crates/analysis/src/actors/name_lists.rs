//! Lists of names, and what the first of them is: "in Tarn, Brenn and Paris".

use rapporteur_core::{MentionForm, Sense};

use super::finder::Finder;
use super::reading::Clause;
use super::spot::What;
use crate::gazetteer::{Gap, SurfaceKind};

/// What a name is joined to.
pub(super) struct Listed {
    /// Whether the first of the list acts.
    pub acts: bool,
    /// Whether a preposition of place stands in front of it.
    pub placed: bool,
    /// How many names stand in front.
    pub others: usize,
}

impl Finder<'_> {
    /// Whether another listed name is joined to the one that ends here.
    pub(super) fn list_goes_on_behind(&self, end: usize) -> bool {
        let reading = &self.reading;
        let next = match reading.gap(end) {
            Gap::Comma => end,
            Gap::Space if matches!(reading.lower(end), "and" | "or") => end + 1,
            _ => return false,
        };
        self.spot_starting(next).and_then(|next| self.spots.get(next)).is_some_and(|next| !next.entries().is_empty())
    }

    /// "between Moscow and Kyiv", "Tokyo and NATO", "in Tarn, Brenn and Paris", "in Lower Selby, Brenn and Paris": what the first is
    /// of the names that this one is joined to. `None` where it is joined to nothing, or to what nothing is known of.
    pub(super) fn as_the_first_of_a_list(&self, clause: &Clause, at: usize) -> Option<Listed> {
        let reading = &self.reading;
        let mut end = at;
        let mut first = None;
        let mut others = 0;
        for _ in 0..6 {
            let joined = if end > clause.atoms.start && matches!(reading.before(clause, end), "and" | "or" | "nor") {
                end -= 1;
                true
            } else {
                reading.gap(end) == Gap::Comma
            };
            if !joined {
                break;
            }
            let listed = self.spot_ending(end).and_then(|previous| self.spots.get(previous));
            let listed = listed.filter(|spot| !spot.entries().is_empty());
            // A town that no list has.
            let Some(start) = listed.map(|spot| spot.atoms.start).or_else(|| self.unlisted_name_before(clause, end))
            else {
                break;
            };
            if start < clause.atoms.start {
                break;
            }
            others += 1;
            first = Some(listed);
            end = start;
            if reading.before(clause, end) == "the" {
                end -= 1;
            }
        }
        let placed = reading.words.locative.contains(reading.before(clause, end));
        let Some(first) = first? else {
            return placed.then_some(Listed { acts: false, placed, others });
        };
        let metonym = first.entries().iter().all(|entry| entry.kind == SurfaceKind::Metonym);
        let resolved = self
            .mentions
            .iter()
            .rev()
            .take(8)
            .find(|draft| draft.atoms == first.atoms)
            .map(|draft| draft.form == MentionForm::Metonym || draft.sense == Sense::Actor);
        match resolved {
            Some(acts) => Some(Listed { acts, placed, others }),
            None if metonym => Some(Listed { acts: false, placed, others }),
            None => None,
        }
    }

    /// Where a name of capitalised words begins that ends here and that nothing explains.
    fn unlisted_name_before(&self, clause: &Clause, end: usize) -> Option<usize> {
        let spot = self.spot_ending(end).and_then(|spot| self.spots.get(spot))?;
        let open = matches!(spot.what, What::Word | What::Names) && spot.atoms.start > clause.atoms.start;
        open.then_some(spot.atoms.start)
    }
}
