//! Whether a conjunction ends what is attributed, and what stands in front of it.

use super::clause::Around;
use super::content_walk::LONGEST_CLAUSE;
use super::groups::{Group, Shape};
use crate::claims::scene::Scene;
use crate::tagger::{Upos, VerbForm};

/// Tokens of an aside between commas.
const LONGEST_ASIDE: usize = 12;

/// With what the second verb of a clause begins that goes on with what is said.
const OF_WHAT_IS_SAID: &[&str] = &["will", "would", "shall", "should", "can", "could", "must", "may", "might"];

/// What somebody feels or thinks.
const FELT: &[&str] =
    &["thought", "wanted", "felt", "knew", "believed", "liked", "loved", "hated", "feared", "hoped", "decided"];

/// Verbs of saying alone.
const SAYING: &[&str] = &["said", "says", "added", "told", "wrote", "noted", "reported", "explained", "recalled"];

/// Verbs behind which a clause says what should be.
const DEMANDING: &[&str] =
    &["demanded", "demands", "demand", "urged", "recommended", "recommends", "requested", "requests"];

impl Scene<'_> {
    pub(super) fn past_adverbs(&self, start: usize, high: usize) -> usize {
        (start..high).find(|&at| self.words.pos(at) != Upos::Adv).unwrap_or(high)
    }

    /// Behind adverbs and an aside between commas: "and, in a floor speech, | lit into", "and even | engineers concede".
    pub(super) fn past_asides(&self, start: usize, high: usize) -> usize {
        let words = &self.words;
        let mut index = start;
        while index < high
            && words.pos(index) == Upos::Adv
            && self.groups.at(index).is_none()
            && !words.is(index, "there")
        {
            index += 1;
        }
        if !words.is(index, ",") {
            return index;
        }
        let close = (index + 1..high.min(index + LONGEST_ASIDE)).find(|&at| words.is(at, ","));
        let verbless = |close: usize| !self.groups.within(index..close).any(|(_, group)| group.shape == Shape::Finite);
        close.filter(|&close| verbless(close)).map_or(start, |close| close + 1)
    }

    /// Whether the last verb between a cue and `index` has a clause of its own behind "because", "if", "when".
    pub(super) fn in_subordinate(&self, head: usize, index: usize) -> bool {
        let words = &self.words;
        let last = self.groups.within(head + 1..index).rfind(|(_, group)| group.shape == Shape::Finite);
        last.is_some_and(|(_, group)| {
            let opener = (head + 1..group.tokens.start)
                .rev()
                .take_while(|&at| !words.is_any(at, &[",", ";", "that"]))
                .find(|&at| words.is_any(at, &["because", "if", "when", "once", "unless", "whenever"]));
            opener.is_some_and(|opener| self.clause_at(opener + 1, index).is_some())
        })
    }

    /// Whether a conjunction without comma begins something else than the content.
    pub(crate) fn conjunction_ends(&self, index: usize, around: Around, high: usize) -> bool {
        let words = &self.words;
        // "“a message,” and the president vowed": the comma stands inside the marks.
        if index > 1
            && words.is_close_quote(index - 1)
            && words.is(index - 2, ",")
            && self.clause_at(self.past_asides(index + 1, high), high).is_some()
        {
            return !self.more_in_marks(index + 1, high);
        }
        if words.is_any(index + 1, &["that", "not", "how", "why", "whether"]) {
            return false;
        }
        // "that it either builds the wall | or confirms that it will not"
        let either = || {
            let from = around.head.unwrap_or(index.saturating_sub(LONGEST_CLAUSE));
            (from..index).rev().take(LONGEST_CLAUSE).any(|at| words.is(at, "either"))
        };
        if words.is(index, "or") && !words.is(index - 1, ",") && either() {
            return false;
        }
        // "that it acted because Kestria broke the pact | and sought war": joined to the verb behind "because".
        let bare = !words.is(index - 1, ",") && self.clause_at(index + 1, high).is_none();
        if bare && around.head.is_some_and(|head| self.in_subordinate(head, index)) {
            return false;
        }
        // "wants to leave but the court may stop it": no infinitive has a subject of its own.
        if around.infinitive && words.is(index, "but") && self.clause_at(index + 1, high).is_some() {
            return true;
        }
        if let Some((_, group)) = self.group_from(self.past_asides(index + 1, high), high) {
            // "wants | to see Syria stable and is interested in": no infinitive is joined to a finite verb.
            let tensed = group.copula
                || group.past
                // "wishes to keep it and | would regard"
                || group.modal
                || words.is_any(group.tokens.start, &["has", "is", "was", "does"])
                || words.form(group.tokens.start) == VerbForm::Present && words.word(group.head).ends_with('s');
            // "to heed the court and quickly | set a date": the same form.
            let unchanged = words.is_any(group.head, &["set", "put", "cut", "let", "hit"]) && group.tokens.len() == 1;
            if around.infinitive
                && group.shape == Shape::Finite
                && tensed
                && !unchanged
                && words.is_any(index, &["and", "but"])
            {
                return true;
            }
            // "demanded that ships of every flag leave it and | would back a ban": what is demanded has no "would".
            let demanded = around.head.is_some_and(|head| words.is_any(head, DEMANDING) && words.is(head + 1, "that"));
            if demanded
                && group.shape == Shape::Finite
                && words.is_any(group.tokens.start, &["would", "will", "has", "have"])
            {
                return true;
            }
            return match group.shape {
                // "has proposed that each keep …, and report the rest": the second verb is not the claimant's.
                Shape::Finite if around.singular && self.is_plural(group) => false,
                // "According to the minister, it is ready and | will propose a bill": the verb in front is that of what is said.
                Shape::Finite if around.beside && words.is_any(group.tokens.start, OF_WHAT_IS_SAID) => false,
                Shape::Finite => {
                    // "has accused … and has claimed"
                    let perfect = around.past && words.is_any(group.tokens.start, &["has", "have"]);
                    // "said that it had wanted them but was told": whoever is spoken about.
                    let told = group.passive && !words.is(group.tokens.end, "by");
                    // "said that she was glad but still | feared the army": what others feel is hardly told beside what they say.
                    let said = |head: usize| words.is_any(head, SAYING) && self.has_finite(&(head + 1..index));
                    let felt = !words.is(index - 1, ",")
                        && group.tokens.len() == 1
                        && words.is_any(group.head, FELT)
                        && around.head.is_some_and(said);
                    self.is_cue_group(group)
                        && (group.past == around.past || perfect)
                        && !group.modal
                        && !around.ing
                        && !told
                        && !felt
                }
                Shape::Ing => around.ing && self.is_cue_group(group),
                // "has claimed responsibility and offered to": the auxiliary serves both.
                Shape::Participle => self.is_cue_group(group) && !around.ing && !words.is(group.tokens.end, "by"),
                _ => false,
            };
        }
        // "(two were confirmed dead) and the court opened an inquiry": the sentence goes on.
        if words.is(index.saturating_sub(1), ")") && self.clause_at(index + 1, high).is_some() {
            return true;
        }
        let next_clause = self.clause_at(index + 1, high).and_then(|group| self.groups.get(group));
        // "wants to add a ship and its rival seeks two": no infinitive has a subject of its own, unless a clause stands within.
        let own_clause = |head: usize| {
            (head..index)
                .any(|at| words.is_any(at, &["that", "what", "how", "why", "whether", "who", "which", "where", "if"]))
                || self.has_finite(&(head + 1..index))
        };
        // "is committed to preventing it but, as elsewhere, the country needs help"
        let but = words.is(index, "but") && self.clause_at(self.past_asides(index + 1, high), high).is_some();
        if but && around.head.is_some_and(|head| !own_clause(head)) {
            return true;
        }
        if around.infinitive
            && words.is(index, "and")
            && around.head.is_some_and(|head| !own_clause(head))
            && next_clause.is_some_and(|group| group.shape == Shape::Finite && !group.modal && self.is_cue_group(group))
        {
            return true;
        }
        // "was weighing a ban and two ministers said": the next claim.
        let told = |group: &Group| words.is_any(group.head, &["said", "says"]) && !around.relative;
        // "half oppose admitting them and barely a fifth think": the next share.
        let share = (index + 1..index + 4).any(|at| {
            words.pos(at) == Upos::Num
                || words.is_any(at, &["half", "third", "quarter", "fifth", "tenth", "majority", "minority", "most"])
        });
        next_clause.is_some_and(|group| {
            self.is_cue_group(group)
                && !group.modal
                && (words.is(index, "but")
                    || words.is(index, "and")
                        && (told(group) || share && !around.beside && (group.past == around.past || around.gerund)))
        })
    }
}
