//! Verbs in an infinitive that another verb leads: "is poised to unveil plans to", "continued to voice fears of".

use rapporteur_core::ClaimForm;

use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::Subject;
use crate::claims::scene::Scene;
use crate::lexicon::CueNoun;

impl Scene<'_> {
    /// "is poised | to unveil a plan", "went on | to voice its fears": the subject of the verb in front of an infinitive.
    pub(crate) fn subject_of_led(&self, noun: &CueNoun, group: &Group, low: usize) -> Option<Subject> {
        const DOING: &[&str] = &[
            "continue",
            "continues",
            "continued",
            "continuing",
            "began",
            "begun",
            "started",
            "proceeded",
            "went",
            "gone",
            "seems",
            "seemed",
            "appears",
            "appeared",
            "rushed",
            "hastened",
            "chose",
            "chosen",
            "came",
            "dared",
            "managed",
            "helped",
            "used",
        ];
        // What is planned is held before it is told.
        const AWAITED: &[&str] =
            &["poised", "expected", "set", "due", "slated", "scheduled", "about", "preparing", "planning"];
        let words = &self.words;
        let before = group.tokens.start.checked_sub(1).filter(|&before| before > low)?;
        let plan = matches!(noun.form, ClaimForm::Intention | ClaimForm::Demand);
        let led = words.is_any(before, DOING)
            || words.is(before, "on") && words.is_any(before - 1, DOING)
            || plan && words.is_any(before, AWAITED);
        let outer = self.groups.at(before).or_else(|| self.groups.at(before - 1))?;
        let lead = self.groups.get(outer).filter(|lead| led && group.shape == Shape::Infinitive && !lead.negated)?;
        (!lead.modal && lead.shape != Shape::Infinitive).then(|| self.subject(outer, low)).flatten()
    }
}
