//! "a levy to which Averland objects", "talks of which Kestria is wary": the preposition stands in front of the relative pronoun, and
//! what the cue is about in front of both.

use std::ops::Range;

use super::frames::Match;
use super::verbs::Cue;
use crate::claims::candidate::Candidate;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::How;
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::lexicon::{CueVerb, Frame, Sense};
use crate::tagger::Upos;

/// Nouns behind which such a clause tells how, when or how far, and not about what.
const MANNERS: &[&str] = &[
    "extent",
    "degree",
    "way",
    "ways",
    "manner",
    "means",
    "basis",
    "grounds",
    "ground",
    "terms",
    "point",
    "moment",
    "day",
    "date",
    "occasion",
    "occasions",
    "year",
    "time",
    "reason",
    "reasons",
    "premise",
    "context",
    "spirit",
    "circumstances",
    "conditions",
    "condition",
    "framework",
    "meeting",
    "speech",
    "letter",
    "interview",
    "case",
    "cases",
    "form",
    "framing",
    "speed",
    "ease",
];

/// What leads from a noun to one that tells more of it.
const LINKS: &[&str] =
    &["in", "of", "on", "for", "from", "within", "along", "over", "with", "to", "between", "at", "against", "by"];

/// How many tokens in front of the verb the pronoun may stand.
const LONGEST_SUBJECT: usize = 16;

/// The parts of such a clause.
struct Piped {
    /// In front of the pronoun.
    preposition: usize,
    /// What the pronoun stands for.
    meant: Range<usize>,
    cue: Cue,
}

impl Scene<'_> {
    /// The claim of a clause whose object stands in front with its preposition.
    pub(crate) fn pied_piped(&self, number: usize) -> Option<Candidate> {
        let words = &self.words;
        let group = self.groups.get(number)?;
        if group.shape != Shape::Finite || group.passive {
            return None;
        }
        let piped = self.piped(number, group)?;
        if group.copula { self.adjective_piped(group, piped) } else { self.verb_piped(group, piped) }
            .filter(|_| self.voice_of(group.head) != Voice::Quoted || words.quotations.around(group.head).is_none())
    }

    fn piped(&self, number: usize, group: &Group) -> Option<Piped> {
        let words = &self.words;
        // Most verbs have no relative pronoun near in front of them.
        let near = group.tokens.start.saturating_sub(LONGEST_SUBJECT)..group.tokens.start;
        let pronoun = near.rev().find(|&at| words.is_any(at, &["which", "whom"]))?;
        let bounds = self.bounds(group.head);
        let preposition = pronoun.checked_sub(1).filter(|&at| at > bounds.start && words.pos(at) == Upos::Adp)?;
        let subject = self.subject(number, bounds.start)?;
        if subject.how != How::Before || subject.tokens.start != pronoun + 1 {
            return None;
        }
        let end = preposition - usize::from(words.is(preposition - 1, ","));
        let meant = self.what_is_meant(end, bounds.start)?;
        let around = self.around(group, Some(&subject), &bounds);
        let cue = Cue { tokens: group.tokens.clone(), bounds, around, subject: Some(subject) };
        Some(Piped { preposition, meant, cue })
    }

    /// The noun in front of `end` with all that is told of it.
    fn what_is_meant(&self, end: usize, low: usize) -> Option<Range<usize>> {
        let words = &self.words;
        let mut nearest = self.noun_phrase_before(end, low)?;
        // "the others, at whom": who or what, is told elsewhere.
        let elsewhere = words.is_any(end - 1, &["others", "ones", "those", "them", "some", "one"]);
        if elsewhere || MANNERS.contains(&words.word(end - 1)) || words.is_time(end - 1) {
            return None;
        }
        while let Some(link) = nearest.start.checked_sub(1).filter(|&at| at > low && words.is_any(at, LINKS))
            && words.pos(link) == Upos::Adp
            && let Some(left) = self.noun_phrase_before(link, low)
        {
            nearest.start = left.start;
        }
        Some(nearest)
    }

    /// Whether nothing the cue may take stands at `at`.
    fn takes_nothing_at(&self, at: usize, high: usize) -> bool {
        let words = &self.words;
        let main = self.groups.holding(at);
        at >= high
            || words.pos(at) == Upos::Punct
            || words.is_any(at, &["and", "but", "because", "since", "when", "while", "as", "if", "so"])
            || main.is_some_and(|group| group.shape == Shape::Finite)
            || self.adjunct_end(at, high).is_some()
    }

    fn verb_piped(&self, group: &Group, piped: Piped) -> Option<Candidate> {
        let words = &self.words;
        let Piped { preposition, meant, mut cue } = piped;
        let preposition = words.word(preposition);
        // "a levy for which it lobbied": the preposition is part of the cue, or opens what the cue takes.
        let own = |verb: &CueVerb| verb.rest.last().is_some_and(|last| last == preposition);
        let behind = |verb: &CueVerb| verb.rest.len() - usize::from(own(verb));
        let fits = |verb: &&CueVerb| words.are(group.tokens.end, &verb.rest[..behind(verb)]);
        let takes = |verb: &CueVerb, sense: &Sense| {
            let with = |frame: &Frame| matches!(frame, Frame::Prep(taken) if taken == preposition);
            sense.frames.iter().any(|frame| if own(verb) { *frame == Frame::Object } else { with(frame) })
        };
        let (verb, sense) = self
            .lexicon
            .verbs(words.word(group.head))
            .map(|(verb, _)| verb)
            .filter(fits)
            .find_map(|verb| verb.senses.iter().find(|sense| takes(verb, sense)).map(|sense| (verb, sense)))?;
        let end = group.tokens.end + behind(verb);
        if !self.takes_nothing_at(end, cue.bounds.end) || !self.sense_fits(sense, group, &cue, &verb.lemma) {
            return None;
        }
        cue.tokens.end = end;
        let matched =
            Match { content: meant.clone(), cue_end: end, person: Some(meant), rule: "object-in-front", score: 0.7 };
        let mut found = Vec::new();
        self.add(verb, sense, group, &cue, matched, &mut found);
        found.pop()
    }

    fn adjective_piped(&self, group: &Group, piped: Piped) -> Option<Candidate> {
        let words = &self.words;
        let Piped { preposition, meant, cue } = piped;
        let index = (group.tokens.end..cue.bounds.end).find(|&at| words.pos(at) != Upos::Adv)?;
        let subject = cue.subject?;
        let with = |frame: &Frame| matches!(frame, Frame::Prep(taken) if words.is(preposition, taken));
        let adjective =
            self.lexicon.adjectives(words.word(index)).iter().find(|adjective| adjective.content.iter().any(with))?;
        if !self.takes_nothing_at(index + 1, cue.bounds.end) || self.holder_kind(&subject.tokens).is_none() {
            return None;
        }
        Some(Candidate {
            source: Some(subject.tokens),
            cue: Some(group.tokens.start..index + 1),
            lemma: adjective.lemma.clone(),
            content: vec![meant],
            form: adjective.form,
            position: adjective.position,
            tier: adjective.tier,
            negated: group.negated,
            rule: "adjective",
            score: 0.7,
            ..Candidate::default()
        })
    }
}
