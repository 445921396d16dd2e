//! Cue verbs: finding them, their frame, their subject.

use std::ops::Range;

use rapporteur_core::ClaimForm;

use super::frames::{After, Match, QUESTION_WORDS};
use crate::claims::candidate::Candidate;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::{How, Subject};
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::lexicon::{CueVerb, Frame, Holder, Rest, Sense, is_preposition};
use crate::tagger::Upos;

/// What opens a clause in front of the main one.
pub(crate) const OPENERS: &[&str] =
    &["as", "while", "although", "though", "after", "when", "before", "because", "since", "whereas", "even"];

/// Words that a clause has at least which only the tree knows for one.
const FEWEST_WORDS: usize = 3;

/// Words that a clause has at least whose verb is not known.
const SHORTEST_CLAUSE: usize = 5;

/// What "last" and "this" stand before to say when.
const PERIODS: &[&str] =
    &["week", "month", "year", "summer", "autumn", "fall", "winter", "spring", "decade", "century"];

/// Particles that may stand behind the object of their verb.
const PARTICLES: &[&str] = &["out", "down", "off", "aside", "up", "away", "back"];

/// A cue verb where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Cue {
    /// Auxiliaries to particle.
    pub tokens: Range<usize>,
    pub bounds: Range<usize>,
    pub around: Around,
    pub subject: Option<Subject>,
}

/// What of the words that belong to a cue may begin behind what parts them from the verb.
#[derive(Debug, Clone, Copy)]
enum Apart {
    Nothing,
    /// A preposition that is all of them: "argued | in a letter to the council | for".
    Preposition,
    Anything,
}

impl Apart {
    /// Whether what belongs to this verb may.
    fn allows(self, verb: &CueVerb) -> bool {
        match self {
            Apart::Nothing => false,
            Apart::Preposition => matches!(verb.rest.as_slice(), [one] if is_preposition(one)),
            Apart::Anything => true,
        }
    }
}

impl Scene<'_> {
    /// All claims a verb group makes as a cue, best first.
    pub(crate) fn verb_candidates(&self, number: usize) -> Vec<Candidate> {
        let Some(group) = self.groups.get(number) else { return Vec::new() };
        let words = &self.words;
        if let Some(wish) = self.rather_candidate(number, group).filter(|_| group.modal) {
            return vec![wish];
        }
        let phrase = self.phrase_with_be(number, group);
        if !phrase.is_empty() {
            return phrase;
        }
        if group.shape == Shape::Bare || !words.listed(group.head).verb {
            return Vec::new();
        }
        let bounds = self.bounds(group.head);
        let mut verbs: Vec<&CueVerb> = Vec::new();
        let behind = group.head + 1;
        let apart = self.may_stand_apart(behind);
        for (verb, _) in self.lexicon.verbs(words.word(group.head)) {
            // Most verbs of several words are others than the one that stands here.
            if !apart.allows(verb) && verb.rest.first().is_some_and(|first| !words.is(behind, first)) {
                continue;
            }
            let Some(rest_end) = self.rest_end(verb, behind, bounds.end) else { continue };
            // "is at odds with": of a form of "be" only what it is together with other words.
            let whole = !group.copula || !verb.rest.is_empty();
            if whole && rest_end <= bounds.end && !verbs.last().is_some_and(|last| std::ptr::eq(*last, verb)) {
                verbs.push(verb);
            }
        }
        // "ruled out talks “of any kind”": with its particle it is another verb.
        let phrasal = |verb: &&CueVerb| {
            verb.rest.first().is_some_and(|rest| PARTICLES.contains(&rest.as_str()) && words.is(group.head + 1, rest))
        };
        // "found few takers in Kest": of all these words together somebody else is the mind.
        let touches = |verb: &&CueVerb| {
            verb.rest.len() > 1 && verb.senses.iter().any(|sense| sense.frames.contains(&Frame::Felt))
        };
        if verbs.iter().any(|verb| phrasal(verb) || touches(verb)) {
            verbs.retain(|verb| !verb.rest.is_empty());
        }
        if verbs.is_empty() {
            return self.parted_particle(number, group, &bounds).into_iter().collect();
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
        if found.is_empty() {
            found.extend(self.parted_particle(number, group, &bounds));
        }
        found.sort_by(|left, right| right.score.total_cmp(&left.score));
        found
    }

    /// "was heartened by the vote", "is fed up with waiting": of a phrase that begins with a form of "be" the participle is one of the
    /// words that belong to it, and no verb.
    fn phrase_with_be(&self, number: usize, group: &Group) -> Vec<Candidate> {
        let words = &self.words;
        let Some(last) = group.head.checked_sub(1).filter(|&last| group.passive && last >= group.tokens.start) else {
            return Vec::new();
        };
        let be = (group.tokens.start..group.head).rev().find(|&at| words.pos(at) != Upos::Adv).unwrap_or(last);
        let is_phrase = |verb: &&CueVerb| verb.rest.len() > 1 && words.are(group.head, &verb.rest);
        let verbs: Vec<&CueVerb> = self.lexicon.verbs(words.word(be)).map(|(verb, _)| verb).filter(is_phrase).collect();
        if verbs.is_empty() {
            return Vec::new();
        }
        let bounds = self.bounds(group.head);
        let subject = self.subject(number, bounds.start);
        let be = Group { tokens: group.tokens.start..group.head, head: last, passive: false, ..group.clone() };
        let mut found = self.candidates_with(&verbs, &be, &bounds, subject);
        found.sort_by(|left, right| right.score.total_cmp(&left.score));
        found
    }

    /// "fighters | believed to belong to the front", "a phrase generally | taken to refer to it": what somebody holds of the noun in front.
    fn is_held_of_noun(&self, lemma: &str, cue: &Cue) -> bool {
        const HELD: &[&str] =
            &["believe", "think", "say", "report", "understand", "allege", "know", "presume", "rumour", "reckon"];
        let words = &self.words;
        let before = self.before_adverbs(cue.tokens.start, cue.bounds.start);
        HELD.contains(&lemma)
            && words.pos(cue.tokens.end) == Upos::Part
            && before.is_some_and(|at| {
                matches!(words.pos(at), Upos::Noun | Upos::Propn) || words.is_any(at, &["those", "others"])
            })
    }

    /// "has ruled this | out", "turned the offer | down": what stands between the verb and its particle is the content.
    fn parted_particle(&self, number: usize, group: &Group, bounds: &Range<usize>) -> Option<Candidate> {
        let words = &self.words;
        let object = group.head + 1;
        if group.passive || group.modal || group.negated {
            return None;
        }
        let pronoun = words.is_any(object, &["this", "it", "that", "them"]);
        let part = words.is_any(object, &["much", "most", "some", "all", "part", "half"]) && words.is(object + 1, "of");
        let end = if pronoun || part { object + 1 } else { self.noun_phrase_end(object, bounds.end)? };
        // "put most | of the delay | down to"
        let of = self.noun_phrase_end(end + 1, bounds.end).filter(|_| words.is(end, "of"));
        let end = of.unwrap_or(end);
        let particle = |verb: &CueVerb| matches!(verb.rest.as_slice(), [rest] if words.is(end, rest) && PARTICLES.contains(&rest.as_str()));
        let (verb, _) = self.lexicon.verbs(words.word(group.head)).find(|(verb, _)| particle(verb))?;
        // "put most of the delay | down | to paperwork": what it is put down to is content as well.
        let ascribes = |sense: &&Sense| sense.frames.contains(&Frame::Person(Rest::Prep("to".to_owned())));
        let ascribed = verb.senses.iter().find(ascribes).filter(|_| words.is(end + 1, "to"));
        let sense = ascribed.or_else(|| verb.senses.iter().find(|sense| sense.frames.contains(&Frame::Object)))?;
        let subject = self.subject(number, bounds.start).filter(|subject| self.holder_fits(Holder::Actor, subject))?;
        if self.voice_of(group.head) == Voice::Quoted {
            return None;
        }
        let whole = ascribed.map_or(end, |_| self.object_end(end + 2, Around::default(), bounds.end));
        let content = self.tidy(object..whole);
        Some(Candidate {
            source: Some(subject.tokens),
            antecedent: subject.antecedent,
            cue: Some(group.tokens.clone()),
            lemma: verb.lemma.clone(),
            content: vec![content],
            form: sense.form,
            position: sense.position,
            tier: sense.tier,
            hedged: sense.hedged,
            rule: "cue-object",
            score: 0.6,
            ..Candidate::default()
        })
    }

    /// Whether what begins at `at` may stand between a verb and the words that belong to it.
    fn may_part_cue(&self, at: usize) -> bool {
        let words = &self.words;
        words.pos(at) == Upos::Num || words.is_any(at, &["in", "on", "last", "several", "many", "this"])
    }

    /// What belongs to a cue of several words and may begin behind what stands at `at`, and not only at it.
    fn may_stand_apart(&self, at: usize) -> Apart {
        match self.words.pos(at) {
            Upos::Adv => Apart::Anything,
            _ if self.may_part_cue(at) => Apart::Anything,
            Upos::Adp => Apart::Preposition,
            _ => Apart::Nothing,
        }
    }

    /// Where the words begin that belong to a cue of several: behind a day, where they are long enough to be known again:
    /// "voted on Monday | in favour of".
    fn rest_start(&self, verb: &CueVerb, at: usize, high: usize) -> usize {
        let words = &self.words;
        let Some(first) = verb.rest.first() else { return at };
        // "speaks openly | of", "called in February | for", "argued in a letter to the council | for"
        if let [preposition] = verb.rest.as_slice()
            && is_preposition(preposition)
        {
            return self.preposition_behind(at, preposition, high);
        }
        if verb.rest.len() < 2 {
            return at;
        }
        if words.is(at, first) || !words.is_any(at, &["on", "in", "last", "this"]) || !words.is_time(at + 1) {
            return at;
        }
        (at + 2..high).find(|&end| !words.is_time(end) && words.pos(end) != Upos::Num).unwrap_or(at)
    }

    /// One past the words that belong to a cue of several, from `at` on. Between them and their last preposition an adjunct may
    /// stand: "draws attention | in its bulletin | to".
    fn rest_end(&self, verb: &CueVerb, at: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        let begins = verb.rest.first().is_none_or(|first| words.is(at, first));
        if !begins && !self.may_stand_apart(at).allows(verb) {
            return None;
        }
        let start = self.rest_start(verb, at, high);
        // "pushed | for three decades | to": how long.
        if matches!(verb.rest.as_slice(), [_]) && self.tells_how_long_before_it(start, high) {
            return None;
        }
        if words.are(start, &verb.rest) {
            return Some(start + verb.rest.len());
        }
        let (last, front) = verb.rest.split_last().filter(|(_, front)| !front.is_empty())?;
        if !is_preposition(last) || !words.are(start, front) {
            return None;
        }
        let mut end = start + front.len();
        for _ in 0..2 {
            let phrase = self.noun_phrase_end(end + 1, high).filter(|_| words.pos(end) == Upos::Adp);
            end = phrase.or_else(|| self.adjunct_end(end, high))?;
            if words.is(end, last) {
                return Some(end + 1);
            }
        }
        None
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
            let rest_end = if verb.rest.is_empty() { None } else { self.rest_end(verb, group.head + 1, bounds.end) };
            let rest_end = rest_end.unwrap_or(0);
            cue.tokens = start..group.tokens.end.max(rest_end);
            self.candidates_of(verb, group, &cue, &mut found);
        }
        found
    }

    pub(crate) fn around(&self, group: &Group, subject: Option<&Subject>, bounds: &Range<usize>) -> Around {
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
                words.is_any(index, OPENERS)
                    && (index <= bounds.start + 1
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
                && {
                    // "If it fails by then, those who think that it must | will": a clause in front has a verb of its own.
                    let comma = (bounds.start..subject.tokens.start).rfind(|&at| words.is(at, ","));
                    let from = comma.filter(|_| words.is_any(bounds.start, &["if", "when", "while", "although"]));
                    !self.has_finite(&(from.unwrap_or(bounds.start)..subject.tokens.start))
                }
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
            && (self.words.is(cue.tokens.start.saturating_sub(1), ",") || self.is_held_of_noun(&verb.lemma, cue))
            && verb.passives.iter().any(|sense| sense.frames.contains(&Frame::To));
        // "Asked whether he would go, …", "when asked how it went": somebody is asked.
        let asked = group.shape == Shape::Participle
            && group.tokens.len() == 1
            && verb.lemma == "ask"
            && (self.words.is(cue.tokens.end, "if") || self.words.is_any(cue.tokens.end, QUESTION_WORDS))
            && (group.tokens.start == cue.bounds.start
                || self.words.is_any(group.tokens.start - 1, &["when", "if", ",", "once"]));
        // "clerics | accused of links to Kestria"
        let charged = group.shape == Shape::Participle
            && group.tokens.len() == 1
            && verb.lemma == "accuse"
            && self.words.is(cue.tokens.end, "of");
        if foreseen || asked || charged {
            let passive = Group { passive: true, ..group.clone() };
            let around = Around { fronted: after.around.fronted || asked, ..after.around };
            self.passive_candidates(verb, &passive, cue, &After { around, ..after }, found);
            return;
        }
        // "its own listing, announced last year | by Averland"
        let late_by = group.shape == Shape::Participle
            && self.words.is(cue.tokens.start.saturating_sub(1), ",")
            && after.starts.get(1).is_some_and(|&at| {
                self.words.is(at, "by") && (cue.tokens.end..at).any(|index| self.words.is_time(index))
            });
        let by = group.shape == Shape::Participle && self.words.is(cue.tokens.end, "by");
        if group.passive || seen_as || by || late_by {
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
                        // "whom officers accused | of piracy": of what, and not whom.
                        if !matches!(frame, Frame::Person(Rest::Prep(of)) if of == "of") {
                            added.content.insert(0, object.tokens);
                        }
                        added.object = Some(object.meant);
                    }
                    let other = found.get_mut(known).and_then(|added| self.gapped_other(added, cue.bounds.end));
                    found.extend(other);
                }
                let left = if *frame == Frame::To {
                    self.infinitive_left(cue, &after)
                } else {
                    self.taken_to_be(frame, cue, &after).filter(|_| sense.form == ClaimForm::Assessment)
                };
                if let Some((matched, object)) = left {
                    let known = found.len();
                    self.add(verb, sense, group, cue, matched, found);
                    if let Some(added) = found.get_mut(known) {
                        added.content.insert(0, object.tokens);
                        added.object = Some(object.meant);
                    }
                }
                if let Some(matched) = self.object_left(frame, cue, &after) {
                    let known = found.len();
                    self.add(verb, sense, group, cue, matched, found);
                    if let Some(added) = found.get_mut(known) {
                        added.content.extend(self.idea_goes_on(&added.content, cue));
                    }
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
                    let matched = self.given(verb, matched);
                    self.add(verb, sense, group, cue, matched, found);
                }
            }
        }
        let judging = |frame: &Frame| matches!(frame, Frame::Person(Rest::Prep(preposition)) if preposition == "as");
        if let Some(sense) = verb.senses.iter().find(|sense| sense.frames.iter().any(judging))
            && let Some(matched) = self.seen_in(verb, &after)
            && self.sense_fits(sense, group, cue, &verb.lemma)
        {
            self.add(verb, sense, group, cue, matched, found);
        }
        if let Some((sense, matched, pronoun)) = self.clause_with_gap(verb, group, cue, &after)
            && self.sense_fits(sense, group, cue, &verb.lemma)
        {
            let known = found.len();
            self.add(verb, sense, group, cue, matched, found);
            if let (Some(added), Some(pronoun)) = (found.get_mut(known), pronoun) {
                // "the fee that officials say | will rise": the fee, where the words tell which noun is meant.
                let meant = self.object_in_front(cue).filter(|_| self.words.is_any(pronoun, &["that", "which"]));
                added.content.insert(0, meant.map_or(pronoun..pronoun + 1, |object| object.tokens));
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
        // Nor is there one in fewer words, unless a quotation runs on: "the minister said | on Monday".
        let rest = after.at..after.high;
        if self.words.count_words(rest.clone()) < FEWEST_WORDS && !rest.clone().any(|at| self.words.is_open_quote(at)) {
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
        if self.words.count_words(content.clone()) < FEWEST_WORDS {
            return;
        }
        let matched = Match { content, cue_end: after.at, person: None, rule: "cue-clause", score: 0.72 };
        self.add(verb, sense, group, cue, matched, found);
    }

    /// "as X said" with nothing of its own behind the cue.
    fn said_so(&self, verb: &CueVerb, group: &Group, cue: &Cue, found: &mut Vec<Candidate>) {
        let Some(subject) = cue.subject.as_ref().filter(|subject| subject.how != How::Shared) else { return };
        let Some(sense) = verb.senses.iter().find(|sense| {
            let reminds = |frame: &Frame| *frame == Frame::Person(Rest::That);
            sense.frames.contains(&Frame::That)
                    || sense.frames.contains(&Frame::Clause)
                    // "as Okello reminds us, …"
                    || sense.tier == 1 && sense.frames.iter().any(reminds)
        }) else {
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
        if matches!(verb.lemma.as_str(), "allow" | "permit" | "provide" | "require") {
            return;
        }
        // "as Israel insists on disarmament": the cue has a content of its own.
        // "as one of them admitted to us": who is told it.
        let told = self.words.is_told_to(cue.tokens.end);
        let own = |frame: &Frame| matches!(frame, Frame::Prep(preposition) if !told && self.words.is(cue.tokens.end, preposition));
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
        if self.groups.holding(cue.tokens.end).is_some_and(|group| group.shape == Shape::Infinitive) {
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
}
