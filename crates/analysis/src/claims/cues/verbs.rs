//! Cue verbs: finding them, their frame, their subject.

use std::ops::Range;

use rapporteur_core::ClaimForm;

use super::frames::{After, Match};
use crate::claims::candidate::Candidate;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::{How, Subject};
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::lexicon::{CueVerb, Frame, Holder, Rest, Sense};
use crate::tagger::{Upos, VerbForm};

/// Words that a clause has at least whose verb is not known.
const SHORTEST_CLAUSE: usize = 5;

/// What "last" and "this" stand before to say when.
const PERIODS: &[&str] =
    &["week", "month", "year", "summer", "autumn", "fall", "winter", "spring", "decade", "century"];

/// A cue verb where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Cue {
    /// Auxiliaries to particle.
    pub tokens: Range<usize>,
    pub bounds: Range<usize>,
    pub around: Around,
    pub subject: Option<Subject>,
}

impl Scene<'_> {
    /// All claims a verb group makes as a cue, best first.
    pub(crate) fn verb_candidates(&self, number: usize) -> Vec<Candidate> {
        let Some(group) = self.groups.get(number) else { return Vec::new() };
        let words = &self.words;
        if group.copula || group.shape == Shape::Bare || !words.listed(group.head).verb {
            return Vec::new();
        }
        let bounds = self.bounds(group.head);
        let mut verbs: Vec<&CueVerb> = Vec::new();
        for (verb, _) in self.lexicon.verbs(words.word(group.head)) {
            let rest_start = self.rest_start(verb, group.head + 1, bounds.end);
            let rest_end = rest_start + verb.rest.len();
            let rest_fits = verb.rest.iter().enumerate().all(|(offset, word)| words.is(rest_start + offset, word));
            if rest_fits && rest_end <= bounds.end && !verbs.last().is_some_and(|last| std::ptr::eq(*last, verb)) {
                verbs.push(verb);
            }
        }
        if verbs.is_empty() {
            return Vec::new();
        }
        let subject = self.subject(number, bounds.start);
        let without = subject.is_none();
        let mut found = self.candidates_with(&verbs, group, &bounds, subject);
        // Only a finite verb has a subject of its own that is worth a tree.
        if found.is_empty() && without && group.shape == Shape::Finite {
            let subject = self.parsed_subject(group, bounds.start);
            if subject.is_some() {
                found = self.candidates_with(&verbs, group, &bounds, subject);
            }
        }
        found.sort_by(|left, right| right.score.total_cmp(&left.score));
        found
    }

    /// Where the words begin that belong to a cue of several: behind a day, where they are long enough to be known again:
    /// "voted on Monday | in favour of".
    fn rest_start(&self, verb: &CueVerb, at: usize, high: usize) -> usize {
        let words = &self.words;
        let Some(first) = verb.rest.first().filter(|_| verb.rest.len() > 1) else { return at };
        if words.is(at, first) || !words.is_any(at, &["on", "in", "last", "this"]) || !words.is_time(at + 1) {
            return at;
        }
        (at + 2..high).find(|&end| !words.is_time(end) && words.pos(end) != Upos::Num).unwrap_or(at)
    }

    fn candidates_with(
        &self,
        verbs: &[&CueVerb],
        group: &Group,
        bounds: &Range<usize>,
        subject: Option<Subject>,
    ) -> Vec<Candidate> {
        let mut found = Vec::new();
        let around = self.around(group, subject.as_ref(), bounds);
        let mut cue = Cue { tokens: 0..0, bounds: bounds.clone(), around, subject };
        // "has, in recent months, | opposed it": the verb alone.
        let parted = group.tokens.clone().any(|at| self.words.is(at, ",") || self.words.is_dash(at));
        let start = if parted { group.head } else { group.tokens.start };
        for verb in verbs {
            let rest_start = self.rest_start(verb, group.head + 1, bounds.end);
            let rest_end = if verb.rest.is_empty() { 0 } else { rest_start + verb.rest.len() };
            cue.tokens = start..group.tokens.end.max(rest_end);
            self.candidates_of(verb, group, &cue, &mut found);
        }
        found
    }

    fn around(&self, group: &Group, subject: Option<&Subject>, bounds: &Range<usize>) -> Around {
        let words = &self.words;
        // "who had hoped to", "on which the government had hoped to"
        let relative = subject.is_some_and(|subject| {
            subject.how == How::Relative
                || subject.how == How::Before
                    && subject
                        .tokens
                        .start
                        .checked_sub(1)
                        .is_some_and(|before| before >= bounds.start && words.is_any(before, &["which", "whom"]))
        });
        let clause_start = subject
            .filter(|subject| subject.how != How::Shared)
            .map_or(group.tokens.start, |subject| subject.tokens.start);
        let opener = clause_start.checked_sub(1).filter(|&index| index >= bounds.start);
        // "While he spoke of peace and blamed Averland, he": the clause in front goes on.
        let joined = group.shape == Shape::Finite
            && subject.is_some_and(|subject| {
                subject.how == How::Shared
                    && subject.tokens.start == bounds.start + 1
                    && words.is_any(
                        bounds.start,
                        &["as", "while", "although", "though", "after", "when", "because", "since", "whereas"],
                    )
            });
        // "When the court ruled, making clear that …, they": one comma since the sentence began with a clause that is no main one.
        let in_front = group.shape == Shape::Ing
            && words.is_any(
                bounds.start,
                &["when", "while", "as", "after", "although", "though", "because", "since", "before"],
            )
            && (bounds.start..group.tokens.start).filter(|&index| words.is(index, ",")).count() == 1
            // "With thousands in the streets protesting the law, he"
            || group.shape == Shape::Ing
                && words.is(bounds.start, "with")
                && !(bounds.start..group.tokens.start).any(|index| words.is(index, ","));
        // "The chair, when asked whether …, replied"
        let aside = group.shape == Shape::Participle
            && group.tokens.start.checked_sub(1).is_some_and(|index| words.is_any(index, &["when", "once", "if"]));
        let fronted = in_front
            || aside
            || joined
            || opener.is_some_and(|index| {
                words.is_any(
                    index,
                    &[
                        "as", "while", "although", "though", "after", "when", "before", "because", "since", "whereas",
                        "even",
                    ],
                ) && (index <= bounds.start + 1
                // "Now, as Kim has stated that …, the"
                || index == bounds.start + 2 && words.is(index - 1, ","))
            })
            || group.shape == Shape::Ing
                && (group.tokens.start == bounds.start
                // "In making clear that …, they asserted", "Despite reports urging …, officials have"
                || words.is_any(
                    bounds.start,
                    &["in", "by", "despite", "after", "before", "while", "when", "without", "amid", "following"],
                ) && subject.is_none_or(|subject| subject.how != How::Shared || subject.tokens.start > group.head)
                    && !(bounds.start..group.tokens.start).any(|index| words.is(index, ",")));
        let dashes = (bounds.start..group.tokens.start).filter(|&index| words.is_dash(index)).count() % 2 == 1
            && (group.tokens.end..bounds.end).any(|index| words.is_dash(index));
        // "Those who protest the law | see it": no verb stands in front of the clause.
        let hanging = subject.is_some_and(|subject| {
            subject.how == How::Relative
                && words.is_any(subject.tokens.start, &["who", "that"])
                && !words.is(subject.tokens.start.saturating_sub(1), ",")
                && !self
                    .groups
                    .within(bounds.start..subject.tokens.start)
                    .any(|(_, group)| group.shape == Shape::Finite)
        });
        let singular = self.is_singular(group);
        // "has said … and pointed to": what is joined to a perfect may stand in the past.
        let perfect = !group.passive && words.is_any(group.tokens.start, &["has", "have"]);
        Around {
            past: group.past || perfect && group.tokens.len() > 1,
            singular,
            ing: group.shape == Shape::Ing,
            relative,
            fronted,
            dashes,
            infinitive: false,
            beside: false,
            head: Some(group.head),
            hanging,
            ..Around::default()
        }
    }

    fn candidates_of(&self, verb: &CueVerb, group: &Group, cue: &Cue, found: &mut Vec<Candidate>) {
        if self.is_ruled_out(group, cue) {
            return;
        }
        // "“supports” | the bill"
        let marked = self.words.is_close_quote(cue.tokens.end) && cue.tokens.end + 1 < cue.bounds.end;
        let after = self.after(cue.tokens.end + usize::from(marked), cue.bounds.end, cue.around);
        // "an economist | viewed as a moderate"
        let seen_as = group.tokens.len() == 1
            && (group.shape == Shape::Participle || group.shape == Shape::Finite && group.past)
            && self.words.is(cue.tokens.end, "as")
            && !self.words.is(cue.tokens.end + 1, "much")
            && verb
                .passives
                .iter()
                .flat_map(|sense| &sense.frames)
                .any(|frame| matches!(frame, Frame::Prep(preposition) if preposition == "as"))
            && group.tokens.start.checked_sub(1).is_some_and(|before| {
                let phrase = self.noun_phrase_before(before + 1, cue.bounds.start);
                let front = phrase.map(|phrase| self.extend_left(phrase, cue.bounds.start).start.saturating_sub(1));
                before >= cue.bounds.start
                    // "what officials described as"
                    && !front.is_some_and(|at| self.words.is_any(at, &["that", "which", "what", "whom"]))
                    && (self.words.is(before, ",") || matches!(self.words.pos(before), Upos::Noun | Upos::Propn))
            })
            && self.object_in_front(cue).is_none()
            && !(cue.subject.is_some() && self.shifted_object(&after).is_some());
        // "a mechanism, | expected to open in May": what others expect.
        let foreseen = group.shape == Shape::Participle
            && self.words.is(cue.tokens.end, "to")
            && self.words.is(cue.tokens.start.saturating_sub(1), ",")
            && verb.passives.iter().any(|sense| sense.frames.contains(&Frame::To));
        if foreseen {
            let passive = Group { passive: true, ..group.clone() };
            self.passive_candidates(verb, &passive, cue, &after, found);
            return;
        }
        if group.passive || seen_as || (group.shape == Shape::Participle && self.words.is(cue.tokens.end, "by")) {
            self.passive_candidates(verb, group, cue, &after, found);
            return;
        }
        for sense in &verb.senses {
            if !self.sense_fits(sense, group, cue, &verb.lemma) {
                continue;
            }
            for frame in &sense.frames {
                if let Some((matched, object)) = self.described(frame, cue, &after) {
                    let known = found.len();
                    self.add(verb, sense, group, cue, matched, found);
                    if let Some(added) = found.get_mut(known) {
                        added.content.insert(0, object.tokens);
                        added.object = Some(object.meant);
                    }
                }
                if *frame == Frame::To
                    && let Some((matched, object)) = self.infinitive_left(cue, &after)
                {
                    let known = found.len();
                    self.add(verb, sense, group, cue, matched, found);
                    if let Some(added) = found.get_mut(known) {
                        added.content.insert(0, object.tokens);
                        added.object = Some(object.meant);
                    }
                }
                if let Some(matched) = self.object_left(frame, cue, &after) {
                    self.add(verb, sense, group, cue, matched, found);
                }
                if let Some(matched) = self.shifted(frame, &after) {
                    self.add(verb, sense, group, cue, matched, found);
                }
                if let Some(matched) = self.called(frame, cue, &after) {
                    self.add(verb, sense, group, cue, matched, found);
                }
                if let Some(matched) = self.match_frame(frame, &after) {
                    if group.shape == Shape::Participle && matches!(frame, Frame::Object | Frame::Prep(_)) {
                        continue;
                    }
                    self.add(verb, sense, group, cue, matched, found);
                }
            }
        }
        if let Some((sense, matched, pronoun)) = self.clause_with_gap(verb, group, cue, &after)
            && self.sense_fits(sense, group, cue, &verb.lemma)
        {
            let known = found.len();
            self.add(verb, sense, group, cue, matched, found);
            if let (Some(added), Some(pronoun)) = (found.get_mut(known), pronoun) {
                added.content.insert(0, pronoun..pronoun + 1);
            }
        }
        self.felt(verb, group, cue, found);
        self.content_before(verb, group, cue, &after, found);
        if found.is_empty() && cue.subject.is_some() {
            self.clause_of_tree(verb, group, cue, &after, found);
        }
        self.cleft(verb, group, cue, &after, found);
        self.said_so(verb, group, cue, found);
        self.named_in_front(verb, group, cue, found);
    }

    /// "said people mistrust it": a clause only the tree knows for one.
    fn clause_of_tree(&self, verb: &CueVerb, group: &Group, cue: &Cue, after: &After, found: &mut Vec<Candidate>) {
        let clause = |sense: &&Sense| sense.tier == 1 && sense.frames.contains(&Frame::Clause);
        let Some(sense) = verb.senses.iter().find(clause) else { return };
        if !matches!(group.shape, Shape::Finite | Shape::Ing) || !self.sense_fits(sense, group, cue, &verb.lemma) {
            return;
        }
        // A clause begins with no mark: many cues without content are told without a tree.
        if after.at >= after.high || self.words.pos(after.at) == Upos::Punct {
            return;
        }
        // "said changes cost people their jobs": what takes no object takes a clause, though no word of it is known for a verb.
        let objectless = matches!(verb.lemma.as_str(), "say" | "argue" | "contend");
        let opens = matches!(self.words.pos(after.at), Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj)
            && !self.words.is_any(after.at, &["a", "an", "no", "the"])
            || self.words.is(after.at, "the") && self.words.is_word(after.at + 2);
        let long =
            self.words.count_words(after.at..self.content_end(after.at, after.around, after.high)) >= SHORTEST_CLAUSE;
        let sure = objectless && opens && long && group.shape == Shape::Finite;
        let Some(start) = self.parsed_clause(group, after).or_else(|| sure.then_some(after.at)) else { return };
        let content = start..self.content_end(start, after.around, after.high);
        if self.words.count_words(content.clone()) < 3 {
            return;
        }
        let matched = Match { content, cue_end: after.at, person: None, rule: "cue-clause", score: 0.72 };
        self.add(verb, sense, group, cue, matched, found);
    }

    /// "as X said" with nothing of its own behind the cue.
    fn said_so(&self, verb: &CueVerb, group: &Group, cue: &Cue, found: &mut Vec<Candidate>) {
        let Some(subject) = cue.subject.as_ref().filter(|subject| subject.how != How::Shared) else { return };
        let Some(sense) = verb
            .senses
            .iter()
            .find(|sense| sense.frames.contains(&Frame::That) || sense.frames.contains(&Frame::Clause))
        else {
            return;
        };
        if group.shape != Shape::Finite
            || group.passive
            || !self.holder_fits(Holder::Actor, subject)
            || self.voice_of(cue.tokens.start) == Voice::Quoted
            // "as I explain elsewhere"
            || self.words.is_any(subject.tokens.start, &["i", "we"]) && self.voice_of(cue.tokens.start) == Voice::Author
        {
            return;
        }
        // "as Israel insists on disarmament": the cue has a content of its own.
        let own =
            |frame: &Frame| matches!(frame, Frame::Prep(preposition) if self.words.is(cue.tokens.end, preposition));
        if verb.senses.iter().flat_map(|sense| &sense.frames).any(own) {
            return;
        }
        // "as it reveals an ambition": an object of its own.
        let behind = self.noun_phrase_end(cue.tokens.end, cue.bounds.end);
        // "as she conceded last week"
        let when = self.words.is_any(cue.tokens.end, &["last", "this", "earlier", "next"])
            && behind.is_some_and(|end| self.words.is_any(end - 1, PERIODS));
        let object = behind.is_some() && !when && !self.words.is_time(cue.tokens.end);
        let fronted = self.words.is_personal_pronoun(cue.tokens.end);
        let mut frames = verb.senses.iter().flat_map(|sense| &sense.frames);
        // "as it provides a clear picture": only somebody who is told stands there as well.
        let told = frames.clone().any(|frame| matches!(frame, Frame::Person(_)));
        if object && !fronted && (!told || frames.any(|frame| *frame == Frame::Object)) {
            return;
        }
        // "as both sides move to mend it, …": what is done, and no word on the rest.
        if self
            .groups
            .at(cue.tokens.end)
            .and_then(|at| self.groups.get(at))
            .is_some_and(|group| group.shape == Shape::Infinitive)
        {
            return;
        }
        let Some(content) = self.as_said(&cue.tokens, &subject.tokens, &cue.bounds) else { return };
        found.push(Candidate {
            source: Some(subject.tokens.clone()),
            cue: Some(cue.tokens.clone()),
            lemma: verb.lemma.clone(),
            content,
            form: sense.form,
            position: sense.position,
            tier: sense.tier,
            hedged: sense.hedged,
            rule: "as-said",
            score: 0.83,
            ..Candidate::default()
        });
    }

    /// No act of speech at all: "could say", "did not say", "if X says".
    fn is_ruled_out(&self, group: &Group, cue: &Cue) -> bool {
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

    fn sense_fits(&self, sense: &Sense, group: &Group, cue: &Cue, lemma: &str) -> bool {
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
    fn says_all_the_same(&self, sense: &Sense, group: &Group, cue: &Cue) -> bool {
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
        let wished = sense.tier == 2 && matched.rule == "cue-person-infinitive";
        // "called for | the treaty to be revised"
        let called = verb.lemma.ends_with(" for") && matched.rule == "cue-person-infinitive";
        let start =
            matched.person.as_ref().filter(|_| wished || called).map_or(matched.content.start, |person| person.start);
        // "asked the minister | for helicopters": the person is spoken to.
        let begged =
            matches!(verb.lemma.as_str(), "ask" | "threaten" | "charge") && matched.rule == "cue-object-preposition";
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
                || words.is_any(index, &["zero", "half", "none", "nil"])
                || words.word(index).starts_with("one-")
                || words.word(index).starts_with("two-")
        };
        if verb.lemma == "put" && !content.clone().any(figure) {
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
        // "as he has promised to do": what, stands elsewhere.
        if matched.rule == "cue-infinitive" && content.len() == 2 && words.is(content.start + 1, "do") {
            return;
        }
        // "Its calm suggests that it is winning": what the author concludes, unless somebody or a paper says so.
        let concludes =
            matches!(verb.lemma.as_str(), "suggest" | "indicate" | "reveal" | "reflect" | "imply" | "confirm");
        let phrase = subject_of(cue);
        if concludes
            && phrase
                .is_some_and(|phrase| self.holder_kind(&phrase).is_none() && !words.is(self.head_of(&phrase), "it"))
        {
            return;
        }
        // "The decision underscores the need": what happens, says nothing.
        if self.is_shown_by_event(verb, subject_of(cue)) {
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
        if pronoun && matched.rule == "cue-object" && matches!(verb.lemma.as_str(), "believe" | "understand" | "grasp")
        {
            return;
        }
        // "laid out a vision | long before it was fashionable": what is set out is no clause.
        let set_out =
            matches!(verb.lemma.as_str(), "lay out" | "set out" | "put forward" | "outline" | "spell out" | "cite");
        if set_out && matched.rule == "cue-clause" {
            return;
        }
        // "would like to", not "likes to".
        if matches!(verb.lemma.as_str(), "like" | "love") && matched.rule == "cue-infinitive" && !group.modal {
            return;
        }
        if sense.marks && !content.clone().any(|index| words.is_open_quote(index)) {
            return;
        }
        let Some(subject) = &cue.subject else { return };
        if !self.may_claim(sense, group, cue, subject, &matched) {
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
        let person = matched.person.filter(|_| true);
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
                "warn" | "tell" | "inform" | "remind" | "notify" | "brief" | "caution" | "advise" | "assure" | "ask"
            );
        found.push(Candidate {
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
            form: sense.form,
            position: sense.position,
            tier: sense.tier,
            hedged: sense.hedged || group.modal && !self.says_all_the_same(sense, group, cue) || self.is_hedged(cue),
            negated: sense.negated != (group.negated && (sense.tier == 2 || sense.form == ClaimForm::Assessment)),
            addressee: if spoken_to && !wished { person.clone() } else { None },
            object: if spoken_to && !wished { None } else { person },
            rule,
            score: matched.score * how * future * kind,
            ..Candidate::default()
        });
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
fn subject_of(cue: &Cue) -> Option<Range<usize>> {
    cue.subject.as_ref().map(|subject| subject.antecedent.clone().unwrap_or_else(|| subject.tokens.clone()))
}
