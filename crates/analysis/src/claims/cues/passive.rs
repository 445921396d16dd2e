//! Passive cues: "was accused by X of", "is said to", "described by X as", "backed by X".

use std::ops::Range;

use super::frames::After;
use super::verbs::Cue;
use crate::claims::candidate::Candidate;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::{How, Subject};
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::lexicon::{CueVerb, Frame, Holder, Rest, Sense, is_preposition};
use crate::tagger::Upos;

/// What somebody is told to do by words: "was asked to", and not "was forced to".
const BIDDING: &[&str] = &["ask", "urge", "tell", "request", "call on", "call upon", "implore", "beg"];

impl Scene<'_> {
    /// "was accused by X of", "is said to", "described by X as", "backed by X".
    pub(crate) fn passive_candidates(
        &self,
        verb: &CueVerb,
        group: &Group,
        cue: &Cue,
        after: &After,
        found: &mut Vec<Candidate>,
    ) {
        // "an economist | viewed as a moderate"
        let reduced = !group.passive && self.words.is(cue.tokens.end, "as");
        let infinitive = group.shape == Shape::Infinitive;
        let impersonal = cue.subject.as_ref().is_some_and(|subject| self.words.is(subject.tokens.start, "it"));
        if group.modal
            || group.future && impersonal
            || infinitive && cue.subject.is_none()
            || group.negated
            || self.voice_of(cue.tokens.start) == Voice::Quoted
        {
            return;
        }
        let words = &self.words;
        // "was announced | after midnight | by the minister"
        let late = after.starts.iter().skip(1).take(2).copied().find(|&at| words.is(at, "by"));
        let agent = self
            .agent(after.at, after.high)
            .or_else(|| self.agent(late?, after.high))
            .or_else(|| self.agent_by_seat(after.at, after.high));
        let from = agent.as_ref().map_or(after.at, |agent| agent.end);
        // "Kestria, accused by its neighbours of plotting, was": the clause around goes on.
        let hung = group.shape == Shape::Participle;
        let around = Around { relative: after.around.relative || hung, ..after.around };
        let rest_of = self.after(from, after.high, around);
        // "The reform, backed by the unions, was": told beside, as in a clause.
        let comma = self.before_adverbs(cue.tokens.start, cue.bounds.start).filter(|&at| hung && words.is(at, ","));
        let beside = comma.is_some();
        let nearest = comma
            .and_then(|comma| self.noun_phrase_before(comma, cue.bounds.start))
            .map(|phrase| self.extend_left(phrase, cue.bounds.start));
        let patient =
            cue.subject.as_ref().map(|subject| subject.antecedent.clone().unwrap_or_else(|| subject.tokens.clone()));
        let add = |sense: &Sense,
                   content: Range<usize>,
                   rule: &'static str,
                   score: f32,
                   agent: Option<Range<usize>>,
                   patient_is_object: bool,
                   front: Option<Range<usize>>,
                   found: &mut Vec<Candidate>| {
            let mut content = self.tidy(content);
            let mut cue_tokens = cue.tokens.clone();
            // "was accused of | …": a preposition next to the cue belongs to it.
            if front.is_none()
                && content.start == cue_tokens.end
                && is_preposition(words.word(content.start))
                && self.groups.at(content.start).is_none()
            {
                cue_tokens.end += 1;
                content.start += 1;
            }
            if words.count_words(content.clone()) == 0 {
                return;
            }
            if let Some(agent) = &agent {
                let by = Subject { tokens: agent.clone(), antecedent: None, how: How::Before };
                if !self.holder_fits(if sense.holder == Holder::Any { Holder::Actor } else { sense.holder }, &by) {
                    return;
                }
            }
            let to = matches!(rule, "passive-person");
            found.push(Candidate {
                source: agent,
                cue: Some(cue_tokens),
                lemma: verb.lemma.clone(),
                content: front.into_iter().chain([content]).collect(),
                form: sense.form,
                position: sense.position,
                tier: sense.tier,
                hedged: sense.hedged,
                negated: sense.negated,
                addressee: patient.clone().filter(|_| to),
                object: patient.clone().filter(|_| patient_is_object && !to),
                rule,
                score,
                ..Candidate::default()
            });
        };
        // "…, as reported by the agency", "As described by Kestria, …"
        let described = matches!(
            verb.lemma.as_str(),
            "describe" | "outline" | "summarise" | "seek" | "want" | "desire" | "envision" | "prefer" | "favour"
        );
        let told =
            |sense: &&Sense| described || sense.frames.iter().any(|frame| matches!(frame, Frame::That | Frame::Clause));
        if let (Some(agent), Some(sense)) = (&agent, verb.senses.iter().find(told))
            && (group.shape == Shape::Participle || words.is(cue.tokens.start.saturating_sub(1), "as"))
            && let Some(content) =
                self.proposed_before(verb, cue).or_else(|| self.as_said(&cue.tokens, &cue.tokens, &cue.bounds))
        {
            let known = found.len();
            add(
                sense,
                content.first().cloned().unwrap_or_default(),
                "as-said",
                0.8,
                Some(agent.clone()),
                false,
                None,
                found,
            );
            if let Some(added) = found.get_mut(known) {
                added.content = content;
            }
            return;
        }
        for sense in &verb.senses {
            for frame in &sense.frames {
                match frame {
                    Frame::Person(rest) => {
                        if let Some(matched) = self.rest_after(from..from, rest, &rest_of) {
                            let speech = matches!(
                                rest,
                                Rest::That | Rest::Clause | Rest::To | Rest::Wh | Rest::Quote | Rest::Not
                            );
                            let rule = if speech { "passive-person" } else { "passive-object" };
                            if agent.is_some() {
                                // "is considered by some | to be the best"
                                let judged = *rest == Rest::To && sense.form == rapporteur_core::ClaimForm::Assessment;
                                let rest = if judged { &Rest::Is } else { rest };
                                let shared = cue.subject.as_ref().filter(|by| judged && by.how == How::Shared);
                                let front = self
                                    .patient_in_front(cue, rest)
                                    .or_else(|| shared.map(|subject| subject.tokens.clone()));
                                let rule = if judged { "passive-object" } else { rule };
                                add(sense, matched.content, rule, 0.85, agent.clone(), true, front, found);
                            } else if speech
                                && !matches!(rest, Rest::Not)
                                // "was asked to go by the guild" has an agent, which the next branch finds.
                                && (*rest != Rest::To
                                    || BIDDING.contains(&verb.lemma.as_str())
                                        && !group.future
                                        && !infinitive
                                        && self.agent_in(&matched.content).is_none())
                                && patient.as_ref().is_none_or(|patient| {
                                    // "We are convinced that": the author's own mind.
                                    patient.len() > 1
                                        || !words.is_any(patient.start, &["i", "we", "you", "one"])
                                        || !matches!(verb.lemma.as_str(), "convince" | "persuade") && *rest != Rest::To
                                })
                                && group.passive
                            {
                                // "was told that": the words are clear, the speaker is not named.
                                add(sense, matched.content, "passive-person", 0.56, None, true, None, found);
                            } else if let Some(late) = self
                                .agent_in(&matched.content)
                                // "was thought to have been held back by the guard"
                                .filter(|_| *rest != Rest::To || sense.tier == 1)
                            {
                                // "was described as a fraud by X"
                                let front = self.patient_in_front(cue, rest);
                                add(
                                    sense,
                                    matched.content.start..late.start.saturating_sub(1),
                                    rule,
                                    0.8,
                                    Some(late),
                                    true,
                                    front,
                                    found,
                                );
                            }
                        }
                    }
                    Frame::That | Frame::Quote | Frame::Clause => {
                        if agent.is_some()
                            && *frame != Frame::Clause
                            && let Some(matched) = self.match_frame(frame, &rest_of)
                        {
                            add(sense, matched.content, "passive-by", 0.82, agent.clone(), false, None, found);
                        } else if agent.is_none()
                            && group.passive
                            && patient
                                .as_ref()
                                .is_some_and(|patient| patient.len() == 1 && words.is(patient.start, "it"))
                            && let Some(matched) = self.match_frame(frame, after)
                        {
                            // "it is often said that"
                            add(sense, matched.content, "passive-without-agent", 0.56, None, false, None, found);
                        }
                    }
                    // "an office backed by Kestria" is a deed, "was welcomed by Kestria" a view.
                    Frame::Object
                        if !sense.marks
                            && (sense.tier == 1 || group.shape == Shape::Finite || beside)
                            && !matches!(
                                verb.lemma.as_str(),
                                "approve"
                                    | "ratify"
                                    | "declare"
                                    | "guarantee"
                                    | "offer"
                                    | "sign"
                                    | "conclude"
                                    | "finalise"
                                    | "ink"
                                    | "quote"
                            ) =>
                    {
                        let which = |subject: &Subject| words.is(subject.tokens.start, "which");
                        let meant = |subject: &Subject| {
                            subject
                                .antecedent
                                .clone()
                                .filter(|_| !which(subject))
                                .unwrap_or_else(|| subject.tokens.clone())
                        };
                        let patient = cue.subject.as_ref().map(meant).or_else(|| nearest.clone());
                        // "a portion of land | claimed by Kestria"
                        let reduced = group.shape == Shape::Participle
                            && cue.subject.as_ref().is_some_and(|subject| subject.tokens.end == cue.tokens.start);
                        let patient = patient.map(|patient| {
                            if reduced { self.with_what_it_hangs_on(patient, cue.bounds.start) } else { patient }
                        });
                        // "is backed by significant evidence": no view of the evidence’s. "Shall be agreed by consensus": how.
                        let holds_none = |agent: &Range<usize>| {
                            words.is_any(self.head_of(agent), &["evidence", "data", "research", "figures", "findings"])
                                && sense.form == rapporteur_core::ClaimForm::Support
                                || agent.len() == 1 && words.is_any(agent.start, &["consensus", "vote", "ballot"])
                        };
                        let agent = agent.clone().filter(|agent| !holds_none(agent));
                        if let (Some(agent), Some(patient)) = (&agent, patient) {
                            add(sense, patient, "passive-by", 0.62, Some(agent.clone()), false, None, found);
                        }
                    }
                    _ => {}
                }
            }
        }
        if agent.is_none() && group.passive && group.shape == Shape::Finite {
            found.extend(self.set_down_in(verb, cue, after));
        }
        if agent.is_none() && !group.future && (group.passive || reduced) {
            let seat = self.seat_in_front(cue);
            for sense in &verb.passives {
                for frame in &sense.frames {
                    let content = match frame {
                        // "The response has been widely criticised.": of what is told in front, and of nothing else.
                        Frame::Object => {
                            let alone = after.at >= after.high
                                || words.pos(after.at) == Upos::Punct
                                || words.is_any(after.at, &["at", "in", "within", "and", "but"]);
                            let whole = cue.subject.as_ref().filter(|subject| {
                                matches!(subject.how, How::Before | How::Aside)
                                    && group.shape == Shape::Finite
                                    && !words.is_personal_pronoun(subject.tokens.start)
                            });
                            if let Some(subject) = whole.filter(|_| alone) {
                                add(
                                    sense,
                                    subject.tokens.clone(),
                                    "passive-without-agent",
                                    0.55,
                                    seat.clone(),
                                    false,
                                    None,
                                    found,
                                );
                            }
                            None
                        }
                        Frame::To => self.match_frame(frame, after).map(|matched| matched.content),
                        Frame::Prep(preposition) => self
                            .rest_after(after.at..after.at, &Rest::Prep(preposition.clone()), after)
                            .map(|matched| matched.content),
                        // "was deemed a threat"
                        Frame::Person(Rest::Is) => {
                            self.rest_after(after.at..after.at, &Rest::Is, after).map(|matched| matched.content)
                        }
                        _ => None,
                    };
                    if let Some(content) = content {
                        let content = self.before_circumstance(content);
                        // "is recognised as too little | by the panel"
                        let late = self.agent_in(&content).filter(|_| *frame != Frame::To);
                        if let Some(late) = late {
                            let front = match frame {
                                Frame::Prep(preposition) => {
                                    self.patient_in_front(cue, &Rest::Prep(preposition.clone()))
                                }
                                _ => self.patient_in_front(cue, &Rest::Is),
                            };
                            let said = content.start..late.start.saturating_sub(1);
                            add(sense, said, "passive-object", 0.7, Some(late), true, front, found);
                            continue;
                        }
                        // "the ministry is said | to favour it": its subject is that of what is said.
                        let raised = cue.subject.as_ref().filter(|by| {
                            *frame == Frame::To
                                && (matches!(by.how, How::Before | How::Aside)
                                        // "had been its envoy and | was expected to lead it"
                                        || by.how == How::Shared && group.shape == Shape::Finite)
                        });
                        let described = match frame {
                            Frame::Prep(preposition) => self.patient_in_front(cue, &Rest::Prep(preposition.clone())),
                            Frame::Person(rest) => self.patient_in_front(cue, rest),
                            _ => None,
                        };
                        let front = raised.map(|subject| subject.tokens.clone()).or(described);
                        add(sense, content, "passive-without-agent", 0.55, seat.clone(), true, front, found);
                    }
                }
            }
        }
    }

    /// "A single authority was proposed in | the 2031 master plan": the paper says so.
    fn set_down_in(&self, verb: &CueVerb, cue: &Cue, after: &After) -> Option<Candidate> {
        let words = &self.words;
        let sense = verb.senses.iter().find(|sense| sense.tier == 1 && sense.frames.contains(&Frame::Object))?;
        let proposes =
            matches!(verb.lemma.as_str(), "propose" | "recommend" | "suggest" | "envisage" | "foresee" | "outline");
        let subject = cue.subject.as_ref().filter(|subject| matches!(subject.how, How::Before | How::Aside))?;
        let end = self.noun_phrase_end(after.at + 1, after.high).filter(|_| proposes && words.is(after.at, "in"))?;
        if !self.is_paper(end - 1) || words.is_personal_pronoun(subject.tokens.start) {
            return None;
        }
        Some(Candidate {
            source: Some(after.at + 1..end),
            cue: Some(cue.tokens.clone()),
            lemma: verb.lemma.clone(),
            content: vec![subject.tokens.clone()],
            form: sense.form,
            position: sense.position,
            tier: sense.tier,
            rule: "passive-by",
            score: 0.6,
            ..Candidate::default()
        })
    }

    /// "The treaty is seen as a trap": what is said of it has it in front.
    fn patient_in_front(&self, cue: &Cue, rest: &Rest) -> Option<Range<usize>> {
        let of_it = match rest {
            Rest::Is => true,
            // "The raid is attributed | to Kestria"
            Rest::Prep(preposition) => matches!(preposition.as_str(), "as" | "at" | "to"),
            _ => false,
        };
        let subject = cue.subject.as_ref().filter(|subject| of_it && subject.how != How::Shared)?;
        // "an economist viewed as a moderate": a phrase that goes on.
        let whole = cue.tokens.len() > 1 && subject.tokens.end <= cue.tokens.start;
        let which = self.words.is(subject.tokens.start, "which");
        let meant = subject.antecedent.clone().filter(|_| !which);
        // "a demand that it be built in Dunholm | was dismissed": the last word of a longer subject.
        let last = subject.tokens.start.checked_sub(1).is_some_and(|before| {
            before >= cue.bounds.start && self.words.pos(before) == Upos::Adp && before > cue.bounds.start
        });
        (whole && !last).then(|| meant.unwrap_or_else(|| subject.tokens.clone()))
    }

    /// "a price cap, as proposed by X": what is proposed or demanded is what stands in front.
    fn proposed_before(&self, verb: &CueVerb, cue: &Cue) -> Option<Vec<Range<usize>>> {
        let words = &self.words;
        let asks = verb.senses.iter().any(|sense| {
            matches!(sense.form, rapporteur_core::ClaimForm::Demand | rapporteur_core::ClaimForm::Promise)
        }) || matches!(verb.lemma.as_str(), "propose" | "suggest" | "recommend");
        let at = cue.tokens.start.checked_sub(1).filter(|&at| at > cue.bounds.start && words.is(at, "as"))?;
        let end = at - usize::from(words.is(at - 1, ","));
        let phrase = self.noun_phrase_before(end, cue.bounds.start).filter(|_| asks)?;
        // "a price cap | at 220 euro | per unit"
        let mut start = phrase.start;
        while let Some(before) = start.checked_sub(1).filter(|&at| at > cue.bounds.start && words.pos(at) == Upos::Adp)
        {
            let Some(left) = self.noun_phrase_before(before, cue.bounds.start) else { break };
            start = left.start;
        }
        let whole = start..phrase.end;
        Some(vec![whole])
    }

    /// "a portion of | land": with the phrases in front that it hangs on.
    fn with_what_it_hangs_on(&self, phrase: Range<usize>, low: usize) -> Range<usize> {
        let words = &self.words;
        let mut start = phrase.start;
        for _ in 0..3 {
            let link = |&at: &usize| at > low && words.is_any(at, &["of", "in", "on", "for", "between"]);
            let Some(before) = start.checked_sub(1).filter(link) else { break };
            let Some(left) = self.noun_phrase_before(before, low) else { break };
            start = left.start;
        }
        start..phrase.end
    }

    /// Up to "since", "when" and the like.
    fn before_circumstance(&self, content: Range<usize>) -> Range<usize> {
        let end = content.clone().skip(1).find(|&index| {
            self.words.is_any(index, &["since", "when", "after", "before", "until", "because", "while"])
        });
        content.start..end.unwrap_or(content.end)
    }

    /// The phrase behind "by" at `index`.
    fn agent(&self, index: usize, high: usize) -> Option<Range<usize>> {
        if !self.words.is(index, "by") {
            return None;
        }
        // "by both Averland and Kestria"
        let both = usize::from(self.words.is(index + 1, "both"));
        let first = self.long_phrase_end(index + 1 + both, high)?;
        // "by Averland, Kestria and Lomar", not "by Averland, and Kestria said"
        let clause = self.words.is(first, ",") && self.words.is(first + 1, "and");
        let listed = self.people_end(first, high).filter(|_| !clause);
        let end = listed.unwrap_or(first);
        self.holder_kind(&(index + 1 + both..end)).map(|_| index + 1..end)
    }

    /// "is viewed in | Kest and Port Aver | as": the capitals, or the people, in which and among whom something is seen so.
    fn agent_by_seat(&self, index: usize, high: usize) -> Option<Range<usize>> {
        let words = &self.words;
        let among = words.is_any(index, &["among", "amongst", "within"]);
        if !among && !words.is(index, "in") {
            return None;
        }
        let first = self.long_phrase_end(index + 1, high)?;
        let end = self.people_end(first, high).unwrap_or(first);
        let phrase = index + 1..end;
        let seat = |mention: &crate::actors::FoundMention| mention.form == rapporteur_core::MentionForm::Metonym;
        let acts =
            self.actors.mentions_in(words.bytes(&phrase)).any(seat) || among && self.holder_kind(&phrase).is_some();
        // "is often assumed in | Kest | that"
        let told = words.is(end, "as") || words.is(end, "that") && !among;
        (acts && told).then_some(phrase)
    }

    /// "In | Kest | the ruling is seen as", "Within | the bloc | it is disputed": the seat or the body in front of the subject.
    fn seat_in_front(&self, cue: &Cue) -> Option<Range<usize>> {
        let words = &self.words;
        let subject = cue.subject.as_ref().filter(|subject| subject.how == How::Before)?;
        let start = cue.bounds.start;
        let within = words.is_any(start, &["within", "among", "inside"]);
        if !within && !words.is(start, "in") {
            return None;
        }
        let end = self.long_phrase_end(start + 1, subject.tokens.start)?;
        let phrase = start + 1..end;
        let seat = |mention: &crate::actors::FoundMention| mention.form == rapporteur_core::MentionForm::Metonym;
        let acts =
            self.actors.mentions_in(words.bytes(&phrase)).any(seat) || within && self.holder_kind(&phrase).is_some();
        let whole = end + usize::from(words.is(end, ",")) == subject.tokens.start;
        (acts && whole).then_some(phrase)
    }

    fn agent_in(&self, content: &Range<usize>) -> Option<Range<usize>> {
        let by = content.clone().rev().find(|&index| {
            self.words.is(index, "by")
                && self.words.quotations.around(index) == self.words.quotations.around(content.start.saturating_sub(1))
        })?;
        // "was ruled illegal by the court | on Monday"
        self.agent(by, content.end).filter(|agent| {
            agent.end + 1 >= content.end
                || self.adjunct_end(agent.end, content.end) == Some(content.end)
                    && self.tells_when_or_where(agent.end, content.end)
        })
    }
}
