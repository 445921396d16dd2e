//! Whether the subject and place of a cue let it claim.

use std::ops::Range;

use rapporteur_core::ClaimForm;

use super::voice::Voice;
use crate::claims::cues::frames::Match;
use crate::claims::cues::verbs::Cue;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::{How, Subject};
use crate::claims::scene::Scene;
use crate::lexicon::{HolderKind, Sense};
use crate::tagger::Upos;

/// What an author calls his own text.
const OWN_TEXTS: &[&str] = &[
    "article",
    "paper",
    "brief",
    "report",
    "essay",
    "commentary",
    "piece",
    "analysis",
    "study",
    "note",
    "chapter",
    "section",
    "post",
    "book",
    "column",
    "briefing",
    "review",
];

/// What may be done, and holds nothing.
const COURSES: &[&str] = &[
    "approach",
    "strategy",
    "course",
    "solution",
    "settlement",
    "compromise",
    "arrangement",
    "way",
    "step",
    "path",
    "policy",
];

/// Nobody in particular: the author himself, his readers, and everybody.
const ANYBODY: &[&str] =
    &["i", "we", "one", "you", "anyone", "everyone", "everybody", "anybody", "somebody", "someone"];

/// Who does not want to.
const REFUSING: &[&str] = &["refused", "refuses", "refuse", "declined", "declines", "decline", "refusing", "declining"];

/// What one who does not speak refuses to do.
const SPEAKING: &[&str] = &[
    "say",
    "comment",
    "discuss",
    "answer",
    "elaborate",
    "name",
    "identify",
    "respond",
    "speak",
    "disclose",
    "confirm",
    "talk",
    "explain",
    "specify",
    "reveal",
    "speculate",
];

/// Verbs whose object is told of and not held, behind a deed: "used the speech to describe the port".
const TELLING: &[&str] =
    &["assert", "discuss", "reveal", "present", "document", "describe", "detail", "report", "lay", "set", "outline"];

/// A cue as read by one of its senses and frames.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub sense: &'a Sense,
    pub group: &'a Group,
    pub cue: &'a Cue,
    pub subject: &'a Subject,
    pub matched: &'a Match,
}

impl Reading<'_> {
    /// Who holds it: what a relative pronoun stands for, or the subject itself.
    fn holder(&self) -> &Range<usize> {
        self.subject.antecedent.as_ref().unwrap_or(&self.subject.tokens)
    }

    /// Whether the content is a clause or a quotation.
    pub(super) fn is_reported(&self) -> bool {
        matches!(
            self.matched.rule,
            "quote-cue-before"
                | "cue-that"
                | "cue-clause"
                | "cue-person-that"
                | "cue-person-quote"
                | "cue-person-clause"
        )
    }
}

impl Scene<'_> {
    /// Whether the subject and place of a cue let it claim: not a speaker's "I think", nor voters in general.
    pub(crate) fn may_claim(&self, reading: Reading<'_>) -> bool {
        let Reading { group, cue, subject, .. } = reading;
        let stopped = group.shape == Shape::Ing && self.has_stopped(group, cue.bounds.start);
        !self.is_denied(&reading)
            && !self.is_silence(&reading)
            && !self.is_asked_or_supposed(&reading)
            && (subject.how != How::Deed || self.is_said_by_deed(&reading))
            && !self.is_judged_by_others(&reading)
            && !self.is_course(&reading)
            && !stopped
            && (group.shape != Shape::Ing || self.gerund_claims(&reading))
            && (subject.how != How::Relative || self.relative_claims(&reading))
            && self.voice_claims(&reading)
    }

    /// "Nobody said", "neither Averland nor | Kest has endorsed it"
    fn is_denied(&self, reading: &Reading<'_>) -> bool {
        let words = &self.words;
        let start = reading.holder().start;
        let before = start.checked_sub(1);
        let number = words.word(start + 1).chars().all(|digit| digit.is_ascii_digit());
        // "No 10" is a name.
        let name = words.is(start, "no") && number && words.pos(start) == Upos::Propn;
        // "accepts no text, nor any document | suggesting that"
        let any = words.is(start, "any") && reading.group.shape == Shape::Ing;
        let nobody = words.is_any(start, &["no", "nobody", "none", "neither", "nothing"]) && !name || any;
        let nor = before.is_some_and(|before| words.is(before, "nor"))
            && reading.subject.how == How::Before
            && reading.sense.form != ClaimForm::Assessment;
        // "Neither wants an election": what none of them holds is told of them all.
        let attitude = reading.sense.tier == 2
            && words.is_any(start, &["nobody", "none", "neither"])
            && reading.group.tokens.len() == 1
            && !reading.group.past
            && reading.matched.content.len() > 2;
        nobody && !attitude || nor || before.is_some_and(|before| words.is(before, "no"))
    }

    /// "Did | the union promise to pay?", "Had | the ministry warned them, they would have left": what is asked or did not happen.
    fn is_asked_or_supposed(&self, reading: &Reading<'_>) -> bool {
        const ASKING: &[&str] = &[
            "did", "does", "do", "would", "will", "could", "can", "should", "has", "have", "is", "are", "was", "were",
            "might",
        ];
        let words = &self.words;
        let start = reading.subject.tokens.start;
        let Some(sentence) = self.sentence_at(start).and_then(|at| words.layer.sentences.get(at)) else { return false };
        let Some(inverted) = start.checked_sub(1).filter(|&at| at >= sentence.tokens.start) else { return false };
        let opens = inverted == sentence.tokens.start
            || words.is_any(inverted - 1, &["and", "but", "or", "why", "how", "when", "where"])
                && inverted == sentence.tokens.start + 1;
        if reading.subject.how != How::Before || !opens {
            return false;
        }
        let asked = ASKING.contains(&words.word(inverted))
            && (sentence.tokens.start..sentence.tokens.end).any(|at| words.is(at, "?"));
        let supposed = words.is(inverted, "had")
            && (reading.group.tokens.end..sentence.tokens.end).any(|at| words.is_any(at, &["would", "could", "might"]));
        asked || supposed
    }

    /// "declined to comment", "asked not to be named", "I quote": nothing that is held.
    fn is_silence(&self, reading: &Reading<'_>) -> bool {
        let words = &self.words;
        let (head, content) = (reading.group.head, reading.matched.content.start);
        let quotes = words.is(reading.holder().start, "i") && words.is(head, "quote");
        let refuses = words.is_any(head, REFUSING) && words.is_any(content + 1, SPEAKING);
        // "asked not to be named": the terms of the talk, not what was said.
        let named = |index: usize| words.is_any(index, &["named", "identified", "quoted"]);
        let terms = words.is_any(head, &["asked", "asks", "asking", "requested"]) && (content..content + 4).any(named);
        quotes || refuses || terms
    }

    /// "seized the moment to accuse Averland of fraud": words that a deed was done for.
    fn is_said_by_deed(&self, reading: &Reading<'_>) -> bool {
        let Reading { sense, group, matched, .. } = *reading;
        let spoken_of = match matched.rule {
            "cue-object-preposition" | "cue-preposition" | "cue-person-infinitive" | "cue-person-content" => true,
            "cue-infinitive" => matches!(sense.form, ClaimForm::Promise | ClaimForm::Opposition),
            "cue-object" => {
                !self.words.is_any(group.head, TELLING)
                    && matches!(
                        sense.form,
                        ClaimForm::Accusation
                            | ClaimForm::Opposition
                            | ClaimForm::Demand
                            | ClaimForm::Statement
                            | ClaimForm::Promise
                    )
            }
            _ => false,
        };
        (reading.is_reported() || spoken_of) && sense.tier == 1
    }

    /// "A better approach | would accept an overlap": what the author would have done.
    fn is_course(&self, reading: &Reading<'_>) -> bool {
        let words = &self.words;
        let holder = reading.holder();
        words.is_any(reading.group.tokens.start, &["would", "should", "could", "might"])
            && words.is_any(holder.start, &["a", "an", "any", "the", "one", "another", "such"])
            && words.is_any(self.head_of(holder), COURSES)
    }

    /// "with Kestria deemed the worst": others deem it so; "it is worth recalling that": nobody does.
    fn is_judged_by_others(&self, reading: &Reading<'_>) -> bool {
        let Reading { group, subject, .. } = *reading;
        let behind = |at: usize, word: &str| at.checked_sub(1).is_some_and(|before| self.words.is(before, word));
        group.shape == Shape::Participle && subject.how == How::Before && behind(subject.tokens.start, "with")
            || group.shape == Shape::Ing && behind(group.tokens.start, "worth")
    }

    /// "those who believe that", "the minister, who wants": of a position the clause must tell of somebody.
    fn relative_claims(&self, reading: &Reading<'_>) -> bool {
        let words = &self.words;
        let before = reading.subject.tokens.start.checked_sub(1);
        let phrase = reading.holder();
        let comma = before.is_some_and(|before| words.is(before, ","));
        // "those who believe that": a group of its own.
        let those = words.is(phrase.start, "those") || before.is_some_and(|before| words.is(before, "those"));
        // "an organisation that seeks to end it": people, of whom the clause tells which.
        let people = || self.holder_kind(phrase).is_some();
        // "the women of the port, who know how few fish are left": what the author says of them.
        let knowing =
            words.is_any(reading.group.head, &["know", "knows", "knew"]) && reading.matched.rule == "cue-question-word";
        !knowing && (reading.sense.tier != 2 || comma || those || self.is_named(phrase) || people())
    }

    /// Whether it is for those in whose words the cue stands to let somebody claim.
    fn voice_claims(&self, reading: &Reading<'_>) -> bool {
        let words = &self.words;
        let Reading { sense, group, cue, subject, .. } = *reading;
        let phrase = reading.holder();
        let at = if self.marks_open_at_verb(reading) { subject.tokens.start } else { cue.tokens.start };
        match self.voice_of(at) {
            Voice::Author => {
                let several = phrase.len() > 1;
                // "One likened it to": one of those spoken of.
                let one = words.is(phrase.start, "one") && group.past;
                // "What I | wish to suggest is"
                let mine =
                    phrase.len() == 2 && words.is(phrase.start, "what") && words.is_any(phrase.start + 1, &["i", "we"]);
                // "Everyone on the island knew that"
                let everybody = words.is_any(phrase.start, &["everyone", "everybody", "anyone", "anybody"]);
                let somebody = several || one || !words.is_any(phrase.start, ANYBODY);
                !self.is_own_text(phrase) && !everybody && !mine && somebody
            }
            // Whom a speaker names holds what he says they hold; "they say" in his mouth stays his.
            Voice::Quoted => {
                let people = || self.holder_kind(phrase).is_some();
                self.is_named(phrase) || sense.tier == 1 && phrase.len() > 1 && subject.how == How::Before && people()
            }
            // "I believe that" marks what a speaker says as an opinion.
            Voice::Turn => !words.is(subject.tokens.start, "you"),
        }
    }

    /// "the ministry “supports” it": the subject stands outside the marks, and so does who speaks.
    fn marks_open_at_verb(&self, reading: &Reading<'_>) -> bool {
        let words = &self.words;
        let Reading { sense, cue, subject, .. } = *reading;
        let marked = words.quotations.around(cue.tokens.start).and_then(|at| words.quotations.get(at));
        let Some(open) = marked.map(|marked| marked.tokens.start).filter(|_| subject.how == How::Before) else {
            return false;
        };
        let adjoins = open >= subject.tokens.end
            && (subject.tokens.end..open).chain(open + 1..cue.tokens.start).all(|at| words.pos(at) == Upos::Adv);
        // "the two sides “agreed to meet”", not "she said that they “agreed to meet”"
        let first = || {
            let mut earlier = self.groups.within(cue.bounds.start..subject.tokens.start);
            sense.tier == 1
                && self.holder_kind(reading.holder()).is_some()
                && earlier.all(|(_, earlier)| earlier.shape != Shape::Finite)
        };
        adjoins && (words.is_close_quote(cue.tokens.end) || first())
    }

    /// "This brief sets out", "My calculations indicate": the author speaks of his own text.
    pub(crate) fn is_own_text(&self, phrase: &Range<usize>) -> bool {
        let words = &self.words;
        let people = || matches!(self.holder_kind(phrase), Some(HolderKind::Person | HolderKind::Group));
        let text = |at: usize| words.is_any(at, OWN_TEXTS);
        // "This brief looks at the toll. It | concludes that"
        if phrase.len() == 1 && words.is(phrase.start, "it") {
            let sentences = &words.layer.sentences;
            let before = self.sentence_at(phrase.start).and_then(|at| sentences.get(at.checked_sub(1)?));
            let opens = self.sentence_at(phrase.start).and_then(|at| sentences.get(at)).map(|own| own.tokens.start);
            return opens == Some(phrase.start)
                && before.is_some_and(|before| {
                    let start = before.tokens.start;
                    words.is(start, "this") && (start + 1..before.tokens.end.min(start + 4)).any(text)
                });
        }
        words.is_any(phrase.start, &["my", "our"]) && !people()
            || words.is_any(phrase.start, &["this", "these"]) && (text(self.head_of(phrase)) || text(phrase.start + 1))
    }
}
