//! "It is clear to Averland that the pact is dead", "It is an open secret in Kest that …": whose view it is stands between.

use rapporteur_core::ClaimForm;

use crate::claims::candidate::Candidate;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::tagger::Upos;

/// How something is to somebody who thinks it is so.
const PLAIN: &[&str] =
    &["clear", "obvious", "evident", "plain", "apparent", "self-evident", "inconceivable", "unthinkable"];

/// How something is that somebody holds dear, or holds against.
const WEIGHTY: &[&str] = &["important", "essential", "vital", "crucial", "unacceptable", "intolerable", "inexplicable"];

/// What all hold somewhere.
const HELD: &[&[&str]] = &[
    &["an", "open", "secret"],
    &["an", "article", "of", "faith"],
    &["common", "knowledge"],
    &["a", "commonplace"],
    &["received", "wisdom"],
    &["conventional", "wisdom"],
    &["an", "axiom"],
    &["a", "truism"],
    &["a", "given"],
    &["gospel"],
    &["holy", "writ"],
    &["taken", "for", "granted"],
    &["taken", "as", "read"],
    &["lost", "on"],
];

/// Verbs by which something comes to somebody’s mind, without their preposition.
const COMES: &[(&str, &str)] = &[
    ("seems", "to"),
    ("seemed", "to"),
    ("appears", "to"),
    ("appeared", "to"),
    ("dawned", "on"),
    ("occurs", "to"),
    ("occurred", "to"),
    ("matters", "to"),
];

impl Scene<'_> {
    pub(crate) fn impersonal(&self, group: &Group) -> Option<Candidate> {
        let words = &self.words;
        let it = group.tokens.start.checked_sub(1).filter(|&it| words.is(it, "it"))?;
        if group.shape != Shape::Finite || group.modal || self.voice_of(group.head) != Voice::Author {
            return None;
        }
        let bounds = self.bounds(group.head);
        let mut at = group.tokens.end;
        while words.pos(at) == Upos::Adv && !words.is(at, "not") {
            at += 1;
        }
        let idiom = [at, group.head].into_iter().find_map(|start| {
            HELD.iter().find(|idiom| words.are(start, idiom)).map(|idiom| start..start + idiom.len())
        });
        // What is lost on somebody, he does not think: "was not lost on".
        let lost = idiom.as_ref().is_some_and(|idiom| words.is(idiom.start, "lost"));
        if group.negated != lost {
            return None;
        }
        let behind = |preposition: usize, those: &[&str]| words.is_any(preposition, those).then_some(preposition + 1);
        let place = if let Some(idiom) = idiom {
            if lost { idiom.end } else { behind(idiom.end, &["in", "among", "within", "for", "at", "with"])? }
        } else if group.copula && words.is_any(at, PLAIN) {
            behind(at + 1, &["to", "in"])?
        } else if group.copula && words.is_any(at, WEIGHTY) {
            behind(at + 1, &["to", "for"])?
        } else {
            let (_, preposition) = COMES.iter().find(|(verb, _)| words.is(group.head, verb))?;
            behind(at, &[preposition])?
        };
        let end = self.long_phrase_end(place, bounds.end)?;
        let source = place..end;
        let clause = words.is(end, "that") && self.clause_at(end + 1, bounds.end).is_some();
        let holds = self.holder_kind(&source).is_some() || self.is_named(&source);
        let own =
            words.is_any(place, &["me", "us", "you", "anyone", "everyone", "everybody", "anybody", "all", "observers"]);
        if !clause || !holds || own {
            return None;
        }
        let content = self.tidy(end..self.content_end(end, Around::default(), bounds.end));
        Some(Candidate {
            source: Some(source),
            cue: Some(it + 1..place - 1),
            lemma: words.word(place - 2).to_owned(),
            content: vec![content],
            form: ClaimForm::Assessment,
            tier: 2,
            rule: "in-view",
            score: 0.72,
            ..Candidate::default()
        })
    }
}
