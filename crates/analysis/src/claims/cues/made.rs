//! Making a claim of a cue verb, its frame and its subject.

use std::ops::Range;

use rapporteur_core::{ClaimForm, Position};

use super::figures::COUNTS;
use super::frames::Match;
use super::verbs::Cue;
use crate::claims::candidate::Candidate;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::How;
use crate::claims::judge::may_claim::Reading;
use crate::claims::scene::Scene;
use crate::lexicon::{CueVerb, Holder, Sense};
use crate::tagger::{Upos, VerbForm};

/// Verbs whose person is spoken to, and no part of what it is spoken to for.
const BEGGING: &[&str] =
    &["ask", "threaten", "charge", "press", "pressure", "lobby", "petition", "badger", "pester", "nag"];

impl Scene<'_> {
    /// The claim a sense of `verb` makes where its frame is `matched`, put to those `found`.
    pub(crate) fn add(
        &self,
        verb: &CueVerb,
        sense: &Sense,
        group: &Group,
        cue: &Cue,
        matched: Match,
        found: &mut Vec<Candidate>,
    ) {
        let words = &self.words;
        // "expects | prices to double": nobody is spoken to.
        let expected = sense.tier == 2 && matched.rule == "cue-person-infinitive";
        // "called for | the treaty to be revised"
        let called = verb.lemma.ends_with(" for") && matched.rule == "cue-person-infinitive";
        let start =
            matched.person.as_ref().filter(|_| expected || called).map_or(matched.content.start, |person| person.start);
        // "asked the minister | for helicopters", "pressed the bank | for a loan": the person is spoken to.
        let begged = BEGGING.contains(&verb.lemma.as_str()) && matched.rule == "cue-object-preposition";
        let start = matched.person.as_ref().filter(|_| begged).map_or(start, |person| person.end);
        let content = start..matched.content.end;
        // "those who claim that it is lost | are wrong", "who wish to go | were told": up to the verb of the clause around.
        let within = cue.around.relative && words.is_any(content.start, &["that", "to"])
            || cue.around.hanging && matched.rule == "cue-clause";
        let content = self.tidy(if within { self.before_main_verb(content) } else { content });
        if content.is_empty() || words.count_words(content.clone()) == 0 {
            return;
        }
        // "put the gain at 22,000 jobs", not "put her at odds".
        let figure = |index: usize| {
            words.pos(index) == Upos::Num
                || words.is_any(index, &["zero", "none", "nil"])
                // "puts the odds at better | than even"
                || words.is(index, "even") && words.is(index.saturating_sub(1), "than")
                || words.is_any(index, COUNTS)
                || words.word(index).starts_with("one-")
                || words.word(index).starts_with("two-")
        };
        // "arrives at 112 million", not "arrived at the port", "at 9 am".
        let near = content.start..content.end.min(content.start + 3);
        if verb.lemma == "arrive" && (!near.clone().any(figure) || near.clone().any(|at| words.is_time(at))) {
            return;
        }
        let counted = verb.lemma == "put" || verb.lemma == "see" && matched.rule == "cue-object-preposition";
        let at = content.clone().any(|at| words.is(at, "at") && !words.is(at + 1, "least"));
        if counted && (verb.lemma == "put" || at) && !content.clone().any(figure) {
            return;
        }
        // "is weighing options": what is thought over now, not what was looked at.
        let progressive = words.form(group.head) == VerbForm::Ing && group.tokens.len() > 1;
        let thought_over = matches!(
            verb.lemma.as_str(),
            "consider"
                | "weigh"
                | "mull"
                | "contemplate"
                | "explore"
                | "eye"
                | "reconsider"
                | "rethink"
                | "reassess"
                | "review"
                | "revisit"
                | "debate"
                | "ponder"
        );
        if thought_over && matches!(matched.rule, "cue-object") && !progressive {
            return;
        }
        if self.tells_no_content(verb, group, cue, matched.rule, &content) {
            return;
        }
        // "as he has promised to do": what, stands elsewhere.
        let done = content.len() == 2 || words.is(content.start + 2, ",");
        if matched.rule == "cue-infinitive" && done && words.is(content.start + 1, "do") {
            return;
        }
        // "Its calm suggests that it is winning": what the author concludes, unless somebody or a paper says so.
        let concludes =
            matches!(verb.lemma.as_str(), "suggest" | "indicate" | "reveal" | "reflect" | "imply" | "confirm");
        let phrase = subject_of(cue);
        if concludes
            && phrase
                .as_ref()
                .is_some_and(|phrase| self.holder_kind(phrase).is_none() && !words.is(self.head_of(phrase), "it"))
        {
            return;
        }
        // "The decision underscores the need": what happens, says nothing. Nor do "the cables that tie the isles to the world".
        if phrase.as_ref().is_some_and(|phrase| self.is_bond(verb, phrase)) || self.is_shown_by_event(verb, phrase) {
            return;
        }
        // "Echoing the pilots", "expressed his concerns": whom, or that, but not what.
        // "recalled its envoy": the person comes home.
        let echoed = matches!(verb.lemma.as_str(), "echo" | "recall")
            && self.holder_kind(&content) == Some(crate::lexicon::HolderKind::Person);
        let head = self.head_of(&content);
        let contentless = matches!(verb.lemma.as_str(), "express" | "voice" | "air")
            && content.end <= head + 1
            && words.listed(head).noun;
        if matched.rule == "cue-object" && (echoed || contentless) {
            return;
        }
        if self.tells_no_view(verb, sense, &matched, &content) {
            return;
        }
        // "reaffirmed their support for the pact and both were quick to": the noun is what is reaffirmed, not who does something.
        let own_noun = matched.rule == "cue-clause"
            && words.is_possessive_pronoun(content.start)
            && self.noun_phrase_end(content.start, content.end).is_some_and(|end| {
                words.listed(end - 1).noun
                    && words.pos(end) == Upos::Adp
                    && !self.lexicon.giving(words.word(group.head)).is_empty()
            });
        if own_noun {
            return;
        }
        // "posted a tweet warning that": what the tweet does is told for itself.
        let text = matched.rule == "cue-clause"
            && matches!(verb.lemma.as_str(), "post" | "tweet" | "write" | "publish" | "issue" | "release")
            && self.lexicon.is_document(words.word(self.head_of(&content)));
        if text {
            return;
        }
        // "believe her" is trust.
        let pronoun = content.len() == 1 && words.is_personal_pronoun(content.start);
        // "those who invoke them": whom or what, is told elsewhere.
        let pointing = pronoun && matches!(verb.lemma.as_str(), "invoke" | "cite" | "mention" | "quote" | "list");
        if pronoun
            && matched.rule == "cue-object"
            && (pointing || matches!(verb.lemma.as_str(), "believe" | "understand" | "grasp"))
        {
            return;
        }
        // "laid out a vision | long before it was fashionable": what is set out is no clause.
        let set_out =
            matches!(verb.lemma.as_str(), "lay out" | "set out" | "put forward" | "outline" | "spell out" | "cite");
        if set_out && matched.rule == "cue-clause" {
            return;
        }
        // "would like to", "would like more of it", not "likes to".
        let wished = matches!(matched.rule, "cue-infinitive" | "cue-object") && !sense.marks;
        if matches!(verb.lemma.as_str(), "like" | "love") && wished && !group.modal {
            return;
        }
        if sense.marks && !content.clone().any(|index| words.is_open_quote(index)) {
            return;
        }
        let Some(subject) = &cue.subject else { return };
        if !self.may_claim(Reading { sense, group, cue, subject, matched: &matched }) {
            return;
        }
        let how = match subject.how {
            How::Before | How::Inverted => 1.0,
            How::Aside => 0.97,
            How::Relative => 0.96,
            How::Shared | How::Deed => 0.95,
        };
        let future = if group.future { 0.85 } else { 1.0 };
        let kind =
            if self.holder_kind(subject.antecedent.as_ref().unwrap_or(&subject.tokens)).is_some() { 1.0 } else { 0.9 };
        let rule = match (subject.how, matched.rule) {
            (How::Shared, _) if group.shape == Shape::Ing => "participle-shared-subject",
            (How::Shared, _) => "shared-subject",
            (How::Relative, _) => "relative-clause",
            (_, rule) => rule,
        };
        let person = matched.person;
        let spoken_to = matches!(
            matched.rule,
            "cue-person-quote"
                | "cue-person-that"
                | "cue-person-clause"
                | "cue-person-question"
                | "cue-person-infinitive"
                | "cue-person-content"
        ) || person.is_some()
            && matches!(
                verb.lemma.as_str(),
                "warn"
                    | "tell"
                    | "inform"
                    | "remind"
                    | "notify"
                    | "brief"
                    | "caution"
                    | "advise"
                    | "assure"
                    | "ask"
                    | "promise"
                    | "offer"
                    | "pledge"
                    | "guarantee"
            );
        let share =
            matches!(matched.rule, "cue-object" | "cue-object-predicate") && self.holder_fits(Holder::Share, subject);
        // "Nobody in Kest expects a deal": all of them hold that it will not come.
        let nobody = self.words.is_any(subject.tokens.start, &["no", "nobody", "none", "neither"]);
        let wanted = verb.lemma == "want"
            || matches!(sense.form, ClaimForm::Intention | ClaimForm::Support) && verb.lemma != "expect";
        let against = nobody && wanted;
        let mut claim = Candidate {
            source: Some(subject.tokens.clone()),
            antecedent: subject.antecedent.clone(),
            // "“supports” | it": the mark is no part of the cue.
            cue: Some(
                cue.tokens.start
                    ..if self.words.is_close_quote(cue.tokens.end) && matched.cue_end == cue.tokens.end + 1 {
                        cue.tokens.end
                    } else {
                        cue.tokens.end.max(matched.cue_end)
                    },
            ),
            lemma: self.lemma_with_preposition(verb, cue, matched.cue_end),
            content: vec![content],
            // "Neither wants an election"
            form: if against {
                ClaimForm::Opposition
            } else if group.modal && matched.rule == "cue-object" && verb.lemma == "like" {
                // "would like | more of it"
                ClaimForm::Demand
            } else {
                sense.form
            },
            position: if nobody && sense.position == Some(Position::Support) {
                Some(Position::Oppose)
            } else {
                sense.position.filter(|_| !nobody)
            },
            tier: sense.tier,
            hedged: sense.hedged || group.modal && !self.says_all_the_same(sense, group, cue) || self.is_hedged(cue),
            negated: !against
                && (sense.negated != nobody)
                    != (group.negated && (sense.tier == 2 || sense.form == ClaimForm::Assessment)),
            addressee: if spoken_to && !expected { person.clone() } else { None },
            object: if spoken_to && !expected { None } else { person },
            rule,
            score: matched.score * how * future * kind,
            ..Candidate::default()
        };
        let mut others = if share { self.gapped_shares(&mut claim, cue.bounds.end) } else { Vec::new() };
        others.extend(self.gapped_other(&mut claim, cue.bounds.end));
        found.push(claim);
        found.extend(others);
    }

    fn lemma_with_preposition(&self, verb: &CueVerb, cue: &Cue, cue_end: usize) -> String {
        if cue_end == cue.tokens.end + 1 {
            return format!("{} {}", verb.lemma, self.words.word(cue.tokens.end));
        }
        verb.lemma.clone()
    }

    fn is_hedged(&self, cue: &Cue) -> bool {
        let words = &self.words;
        let near = cue.tokens.start.saturating_sub(1).max(cue.bounds.start)..(cue.tokens.end + 1).min(cue.bounds.end);
        near.into_iter().any(|index| {
            words.is_any(
                index,
                &[
                    "reportedly",
                    "allegedly",
                    "apparently",
                    "likely",
                    "probably",
                    "purportedly",
                    "supposedly",
                    "perhaps",
                    "seemingly",
                ],
            )
        })
    }

    /// `range` without marks at its edges that do not belong to it.
    pub(crate) fn tidy(&self, range: Range<usize>) -> Range<usize> {
        let words = &self.words;
        let (mut start, mut end) = (range.start, range.end);
        while start < end
            && words.kind(start) == Some(crate::text::TokenKind::Punctuation)
            && !words.is_any(start, &["(", "["])
        {
            start += 1;
        }
        while end > start {
            let last = end - 1;
            let inside = words.quotations.around(last).and_then(|quoted| words.quotations.get(quoted));
            let own = inside.is_some_and(|quoted| quoted.tokens.start >= start && quoted.tokens.end <= range.end);
            let strip = match words.kind(last) {
                Some(crate::text::TokenKind::CloseQuote) => !own,
                Some(crate::text::TokenKind::Punctuation) => !own && !words.is_any(last, &[")", "]"]),
                Some(crate::text::TokenKind::OpenQuote) => true,
                _ => words.is_any(last, &["and", "or", "but"]) && !own,
            };
            if !strip {
                break;
            }
            end -= 1;
        }
        start..end
    }
}

/// The words for the subject, or what they stand for.
pub(super) fn subject_of(cue: &Cue) -> Option<Range<usize>> {
    cue.subject.as_ref().map(|subject| subject.antecedent.clone().unwrap_or_else(|| subject.tokens.clone()))
}
