//! Parts of the world, which act only now and then.

use std::collections::BTreeSet;
use std::ops::Range;

use super::finder::Finder;
use crate::gazetteer::Gap;
use crate::tagger::Upos;

impl Finder<'_> {
    /// A region stays only where it acts somewhere in the document; then everything that names it counts.
    pub fn regions_that_act(&mut self) {
        let mut acting = BTreeSet::new();
        for draft in &self.mentions {
            if self.roster.is_region(draft.actor) && self.region_acts(&draft.atoms) {
                acting.insert(draft.actor);
            }
        }
        let (roster, reading) = (&self.roster, &self.reading);
        // "the Baltic states" are states and no part of the world.
        let states = |draft: &super::finder::Draft| {
            draft.atoms.len() > 1
                && matches!(
                    reading.lower(draft.atoms.end - 1),
                    "states" | "countries" | "republics" | "monarchies" | "nations" | "powers"
                )
        };
        self.mentions.retain(|draft| !roster.is_region(draft.actor) || acting.contains(&draft.actor) || states(draft));
    }

    fn region_acts(&self, atoms: &Range<usize>) -> bool {
        let found = self.reading.sentences.partition_point(|clause| clause.atoms.end <= atoms.start);
        let Some(clause) = self.reading.sentences.get(found) else { return false };
        let verb_before = self.reading.before(clause, atoms.start);
        const ADDRESSING: &[&str] = &[
            "urge",
            "urged",
            "urges",
            "urging",
            "warn",
            "warned",
            "warns",
            "warning",
            "accuse",
            "accused",
            "accuses",
            "accusing",
            "told",
            "tell",
            "tells",
            "ask",
            "asked",
            "asks",
            "blame",
            "blamed",
            "blames",
            "call",
            "press",
            "pressed",
            "convince",
            "persuade",
            "persuaded",
        ];
        const HELD: &[&str] = &[
            "position",
            "leaders",
            "interest",
            "interests",
            "answer",
            "response",
            "policy",
            "ambition",
            "ambitions",
            "view",
            "decision",
            "approach",
            "governments",
            "reluctance",
            "demand",
            "demands",
            "choice",
        ];
        const ACTS: &[&str] = &[
            "wants", "believes", "needs", "says", "said", "fears", "seeks", "hopes", "demands", "should", "must",
            "agreed", "agrees", "wanted", "decided", "refused", "warned", "insists", "insisted", "rejected",
        ];
        // "Europe closed its market", "Europe’s position"
        let begins = atoms.start == clause.atoms.start || self.reading.gap(atoms.start) != Gap::Space;
        let finite = begins && matches!(self.reading.pos(atoms.end), Upos::Verb | Upos::Aux);
        let held = self.reading.is_possessive(atoms.end) && HELD.contains(&self.reading.after(clause, atoms.end + 1));
        finite || held || ADDRESSING.contains(&verb_before) || ACTS.contains(&self.reading.after(clause, atoms.end))
    }
}
