//! Whether a sense of a cue verb can be the one meant.

use rapporteur_core::ClaimForm;

use super::verbs::Cue;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::How;
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::lexicon::{Frame, Rest, Sense};

impl Scene<'_> {
    /// No act of speech at all: "could say", "did not say", "if X says".
    pub(super) fn is_ruled_out(&self, group: &Group, cue: &Cue) -> bool {
        let words = &self.words;
        let start = cue
            .subject
            .as_ref()
            .filter(|subject| subject.how != How::Shared)
            .map_or(cue.tokens.start, |subject| subject.tokens.start);
        let opener = start.checked_sub(1).filter(|&index| index >= cue.bounds.start);
        if opener.is_some_and(|index| words.is_any(index, &["if", "unless", "whether", "lest"])) {
            return true;
        }
        // "said | warning people would not deter them": the gerund is the subject of what is said.
        let subject_of_said = group.shape == Shape::Ing
            && group.tokens.start > cue.bounds.start
            && self.groups.at(group.tokens.start - 1).and_then(|before| self.groups.get(before)).is_some_and(
                |before| before.shape == Shape::Finite && words.is_any(before.head, &["said", "says", "say"]),
            );
        if subject_of_said {
            return true;
        }
        group.shape == Shape::Infinitive && cue.subject.is_none()
    }

    pub(super) fn sense_fits(&self, sense: &Sense, group: &Group, cue: &Cue, lemma: &str) -> bool {
        if group.modal
            && !self.says_all_the_same(sense, group, cue)
            && !(sense.tier == 2
                && self.words.is_any(cue.tokens.start, &["would", "'d"])
                && matches!(lemma, "prefer" | "like" | "love" | "want" | "welcome"))
        {
            return false;
        }
        // "does not see Averland as an enemy" tells what it sees.
        let judges = sense.form == ClaimForm::Assessment
            && sense.frames.iter().all(|frame| matches!(frame, Frame::Person(Rest::Is | Rest::Prep(_))));
        if group.negated
            && sense.tier == 1
            && !judges
            && !matches!(lemma, "rule out" | "deny" | "dispute" | "recognise")
        {
            return false;
        }
        let Some(subject) = &cue.subject else { return true };
        self.holder_fits(sense.holder, subject)
    }

    /// "would say only that", "I would point out that": a modal with which something is said.
    pub(super) fn says_all_the_same(&self, sense: &Sense, group: &Group, cue: &Cue) -> bool {
        let words = &self.words;
        let only = words.is(cue.tokens.end, "only") || group.tokens.clone().any(|index| words.is(index, "only"));
        let able = words.is_any(group.tokens.start, &["would", "'d", "could", "can"]);
        let mine = cue
            .subject
            .as_ref()
            .is_some_and(|subject| subject.tokens.len() == 1 && words.is_any(subject.tokens.start, &["i", "we"]));
        let spoken = mine
            && words.is_any(group.tokens.start, &["would", "'d", "can", "must"])
            && self.voice_of(group.head) == Voice::Turn;
        let told = spoken && sense.form == ClaimForm::Statement;
        sense.tier == 1 && !group.negated && (only && able || told)
    }
}
