//! Contents that a noun is said to be: "her view is that …", "their main demand is the return of …".

use std::ops::Range;

use rapporteur_core::ClaimForm;

use super::holders::Held;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::lexicon::CueNoun;
use crate::tagger::Upos;

/// Nouns whose content may be a noun phrase or words in marks, whatever their form.
const NAMED: &[&str] = &[
    "fear",
    "fears",
    "concern",
    "concerns",
    "worry",
    "worries",
    "hope",
    "complaint",
    "complaints",
    "objection",
    "objections",
    "message",
    "answer",
    "reply",
    "line",
    "motto",
    "slogan",
    "mantra",
    "verdict",
    "preference",
    "preferences",
];

/// "is the result of": what it is like and not what it is.
const LIKENING: &[&str] =
    &["same", "result", "subject", "product", "object", "kind", "sort", "first", "last", "latest", "only", "one"];

/// Nouns for what somebody is after.
const ASKED: &[&str] = &[
    "aim",
    "goal",
    "objective",
    "priority",
    "ambition",
    "preference",
    "condition",
    "solution",
    "remedy",
    "recipe",
    "prescription",
    "cure",
    "proposal",
    "aspiration",
];

/// What an author makes of somebody’s aims.
const JUDGED: &[&str] = &[
    "problem",
    "threat",
    "danger",
    "risk",
    "mistake",
    "sham",
    "joke",
    "challenge",
    "mystery",
    "matter",
    "question",
    "distraction",
    "fantasy",
    "illusion",
    "dream",
    "disaster",
    "burden",
    "one",
    "reminder",
    "sign",
    "warning",
    "response",
    "reaction",
    "step",
    "move",
    "result",
    "success",
    "failure",
    "lie",
    "fiction",
    "puzzle",
    "start",
];

/// How many tokens an aside between noun and verb may have.
const LONGEST_ASIDE: usize = 14;

impl Scene<'_> {
    /// What somebody’s noun at `index` is said to be, by a clause or by a phrase behind a form of "be" from `from` on: whatever of
    /// the two stands there, held as `held`.
    pub(super) fn held_behind_copula(
        &self,
        noun: &CueNoun,
        index: usize,
        from: usize,
        bounds: &Range<usize>,
        held: &Held,
    ) -> impl Iterator<Item = Held> {
        let clause = self.behind_copula(from, bounds.end).map(|from| Held {
            from,
            rule: "noun-copula",
            score: 0.74,
            ..held.clone()
        });
        let phrase = self.object_behind_copula(noun, index, from, bounds).map(|content| Held {
            from: index + 1,
            content: Some(content),
            rule: "noun-copula-object",
            score: 0.7,
            ..held.clone()
        });
        clause.into_iter().chain(phrase)
    }

    /// "… is that", "… is clear:": where the content begins.
    pub(crate) fn behind_copula(&self, at: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        // "their message | to investors | was simple:", "the argument | for the ban | is that"
        let addressed = self.long_phrase_end(at + 1, high).filter(|_| {
            words.is_any(at, &["to", "for", "against", "behind", "of", "on", "about"]) && words.pos(at) == Upos::Adp
        });
        // "Her objection, | which was old, | was that"
        let aside = (at + 2..high.min(at + LONGEST_ASIDE))
            .find(|&index| words.is(index, ","))
            .filter(|_| {
                // "its position, | set out in May, | is that"
                let participle = self.groups.holding(at + 1);
                words.is(at, ",")
                    // "its fear, | it seems, | is that"
                    && (words.are(at + 1, &["it", "seems", ","])
                        || words.pos(at + 1) == Upos::Adv && words.is(at + 2, ",")
                        || words.is_relative(at + 1)
                        || words.is_relative(at + 2)
                        || participle.is_some_and(|group| group.shape == Shape::Participle))
            })
            .map(|close| close + 1);
        let (_, group) = self.group_from(addressed.or(aside).unwrap_or(at), high)?;
        // "the argument runs | that", "the argument goes as follows: | …"
        let runs = words.is_any(group.head, &["runs", "run", "ran", "goes", "go", "went"]);
        if runs && group.shape == Shape::Finite && !group.negated && !group.modal {
            let follows =
                words.are(group.tokens.end, &["as", "follows"]) || words.are(group.tokens.end, &["like", "this"]);
            let next = group.tokens.end + 2 * usize::from(follows);
            return match words.word(next) {
                "that" if !follows => Some(next),
                ":" => Some(next + 1),
                _ => None,
            };
        }
        // "its position remains that"
        let seems = !group.copula && words.is_any(group.head, &["appears", "appeared", "seems", "seemed"]);
        let is = group.copula || seems || words.is_any(group.head, &["remain", "remains", "remained"]);
        if !is || group.shape != Shape::Finite || group.negated || group.modal {
            return None;
        }
        let mut next = group.tokens.end;
        // "her aim | appears to be | to"
        if seems && words.is(next, "to") && words.is(next + 1, "be") {
            next += 2;
        } else if seems && !words.is(next.saturating_sub(1), "be") {
            return None;
        }
        // "is essentially that", not "is enough to"
        while next < high
            && words.pos(next) == Upos::Adv
            && self.groups.at(next).is_none()
            && !words.is_any(next, &["enough", "too", "there", "here", "not"])
        {
            next += 1;
        }
        const PLAIN: &[&str] = &[
            "clear",
            "simple",
            "plain",
            "obvious",
            "different",
            "blunt",
            "modest",
            "twofold",
            "threefold",
            "straightforward",
            "explicit",
            "unambiguous",
            "unchanged",
            "stark",
            "short",
            "brief",
            "terse",
            "curt",
            "harsh",
            "damning",
            "devastating",
            "familiar",
            "unanimous",
            "sobering",
            "predictable",
            "awkward",
            "grim",
            "bleak",
            "uncomfortable",
            "categorical",
            "firm",
            "sober",
            "surprising",
            "striking",
            "bracing",
            "gloomy",
            "alarming",
            "encouraging",
            "uncompromising",
            "consistent",
        ];
        if words.is_any(next, PLAIN) {
            // "is simple | enough:"
            next += 1 + usize::from(words.is(next + 1, "enough"));
            if words.is_dash(next) || words.is_any(next, &[":", ","]) {
                next += 1;
                let opens = words.is_any(next, &["that", "to"])
                    || words.is_open_quote(next)
                    || self.clause_at(next, high).is_some()
                    // "the answer was simple: | no controls"
                    || words.is(next - 1, ":") && self.noun_phrase_end(next, high).is_some_and(|end| end > next + 1)
                    // "the argument is familiar: | without the toll, the port fails"
                    || words.is(next - 1, ":") && self.has_finite(&(next..high));
                return opens.then_some(next);
            }
        }
        (words.is(next, "that") || words.is(next, "to")).then_some(next)
    }

    /// "their main demand is | the return of the fleet", "her message is | “…”".
    pub(crate) fn object_behind_copula(
        &self,
        noun: &CueNoun,
        index: usize,
        from: usize,
        bounds: &Range<usize>,
    ) -> Option<Range<usize>> {
        let words = &self.words;
        // "her pledge was | for a new fund", "the consensus is | for two cuts"
        let wanted = matches!(noun.form, ClaimForm::Demand | ClaimForm::Intention)
            || NAMED.contains(&words.word(index))
            || matches!(noun.lemma.as_str(), "pledge" | "promise" | "consensus" | "recommendation");
        // "their condition | for peace | is"
        let addressed =
            self.long_phrase_end(from + 1, bounds.end).filter(|_| words.is_any(from, &["for", "in"]) && wanted);
        // "their solution, | which is | a tunnel"
        let relative = Some(from + 2).filter(|_| words.is(from, ",") && words.is(from + 1, "which"));
        let (_, group) = self.group_from(addressed.or(relative).unwrap_or(from), bounds.end)?;
        // "their demands include …", "his threats include …": some of them.
        let some = words.is_any(group.head, &["include", "includes", "included"])
            && words.word(index).ends_with('s')
            && group.shape == Shape::Finite
            && !group.negated
            && !group.modal;
        if some && (wanted || matches!(noun.form, ClaimForm::Promise | ClaimForm::Accusation | ClaimForm::Opposition)) {
            let start = group.tokens.end;
            let opens = self.noun_phrase_end(start, bounds.end).is_some() || self.groups.at(start).is_some();
            return opens.then(|| start..self.content_end(start, Around::default(), bounds.end));
        }
        // "their worries centre on the dam"
        let centres = words.is_any(
            group.head,
            &[
                "centre", "centres", "centred", "center", "centers", "centered", "focus", "focused", "revolve",
                "revolves", "revolved",
            ],
        ) && words.is_any(group.tokens.end, &["on", "around", "upon"])
            && !group.passive;
        if centres && (wanted || noun.form == ClaimForm::Accusation) && group.shape == Shape::Finite && !group.negated {
            let start = group.tokens.end + 1;
            return Some(start..self.object_end(start, Around::default(), bounds.end));
        }
        // "its priority | is closing the port": what reads as one verb is what the goal is.
        let gerund = matches!(noun.lemma.as_str(), "goal" | "aim" | "objective" | "priority" | "ambition")
            && group.tokens.len() == 2
            && words.is_any(group.tokens.start, &["is", "was"])
            && words.word(group.head).ends_with("ing")
            && matches!(words.pos(group.tokens.end), Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj);
        if gerund && group.shape == Shape::Finite {
            return Some(group.head..self.object_end(group.head, Around::default(), bounds.end));
        }
        let is = group.copula || words.is_any(group.head, &["remain", "remains", "remained"]);
        // "its estimate is | 180 million a year"
        let figure = matches!(words.pos(group.tokens.end), Upos::Num | Upos::Sym)
            || words.pos(group.tokens.end + 1) == Upos::Num;
        let counts = matches!(noun.lemma.as_str(), "estimate" | "forecast" | "projection" | "prediction") && figure;
        let wanted = wanted || counts;
        // "twelve minutes’ warning is"
        let wanted = wanted && noun.lemma != "warning";
        if !wanted || !is || group.shape != Shape::Finite || group.negated || group.modal {
            return None;
        }
        // "Averland’s demand is | thus | for 15,000 visas"
        let adverb = words.pos(group.tokens.end) == Upos::Adv && words.is(group.tokens.end + 1, "for");
        let start = group.tokens.end + usize::from(adverb);
        let quoted = words.is_open_quote(start);
        let determined = matches!(words.pos(start), Upos::Det | Upos::Propn) || words.is_possessive_pronoun(start);
        let nominal = determined && self.noun_phrase_end(start, bounds.end).is_some();
        let gerund = self.groups.holding(start).is_some_and(|group| group.shape == Shape::Ing);
        // "its preference is | for a small fund"
        if words.is(start, "for") && wanted && self.noun_phrase_end(start + 1, bounds.end).is_some() {
            return Some(start..self.object_end(start + 1, Around::default(), bounds.end));
        }
        // "their demands are an amnesty and seats"
        // "their aim is a new port", but "their aim is a danger to all"
        let last = self.noun_phrase_end(start, bounds.end).unwrap_or(start + 1) - 1;
        let asked = words.is_any(start, &["a", "an"])
            && (matches!(noun.lemma.as_str(), "demand" | "request" | "wish")
                || ASKED.contains(&noun.lemma.as_str()) && !words.is_any(last, JUDGED));
        let likened =
            words.is_any(start, &["a", "an", "no", "one", "another"]) && !asked || words.is_any(start + 1, LIKENING);
        // "its goal is reunification"
        let bare =
            matches!(noun.lemma.as_str(), "goal" | "aim" | "objective" | "priority" | "ambition" | "demand" | "answer")
                && words.pos(start) == Upos::Noun
                && (words.pos(start + 1) == Upos::Punct || words.is_any(start + 1, &["with", "of", "and"]));
        if !(quoted || counts || nominal && !likened || gerund && !group.past || bare && !likened) {
            return None;
        }
        let content = self.tidy(start..self.object_end(start, Around::default(), bounds.end));
        // "her instinct is the right one": what it is like.
        (!words.is(content.end.saturating_sub(1), "one")).then_some(content)
    }
}
