//! What somebody makes of a thing: "makes any truce conditional on pay", "has made the pact the main aim of its term".

use rapporteur_core::{ClaimForm, Position};

use crate::claims::candidate::Candidate;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::lexicon::HolderKind;
use crate::tagger::Upos;

/// How many tokens the thing may have.
const LONGEST_OBJECT: usize = 20;

/// How many adjectives may stand before what it is made.
const MOST_ADJECTIVES: usize = 3;

/// What somebody asks for before something else can be had.
const TERMS: &[&str] = &["condition", "precondition", "pre-condition", "prerequisite"];

/// What somebody is out for.
const AIMS: &[&str] = &["priority", "aim", "goal", "objective", "ambition", "centrepiece", "centerpiece", "watchword"];

/// What a thing is made, and where that begins and ends.
struct Made {
    start: usize,
    /// One past its last word without what hangs on it.
    end: usize,
    form: ClaimForm,
    position: Option<Position>,
}

impl Scene<'_> {
    /// The demand or aim of whoever makes something a condition or an aim.
    pub(crate) fn makes_candidate(&self, number: usize, group: &Group) -> Option<Candidate> {
        let words = &self.words;
        if !words.is_any(group.head, &["make", "makes", "made"]) || group.passive || group.modal || group.negated {
            return None;
        }
        if group.shape != Shape::Finite || self.voice_of(group.head) != Voice::Author {
            return None;
        }
        let bounds = self.bounds(group.head);
        let reach = bounds.end.min(group.tokens.end + LONGEST_OBJECT);
        let made = (group.tokens.end + 1..reach).find_map(|at| self.on_terms(at).or_else(|| self.aim_at(at)))?;
        let plain = self.groups.within(group.tokens.end..made.start).all(|(_, other)| other.shape != Shape::Finite);
        let subject = self.subject(number, bounds.start).filter(|_| plain)?;
        let phrase = subject.antecedent.as_ref().unwrap_or(&subject.tokens);
        let person = matches!(self.holder_kind(phrase), Some(HolderKind::Person | HolderKind::Group));
        let own = words.is_any(phrase.start, &["i", "we", "you", "one"]);
        // "makes the town dependent on convoys": things do so as well.
        if own || !self.is_named(phrase) && (!person || words.is(made.start, "dependent")) {
            return None;
        }
        let around = Around { head: Some(group.head), ..Around::default() };
        Some(Candidate {
            source: Some(subject.tokens.clone()),
            antecedent: subject.antecedent.clone(),
            cue: Some(group.tokens.clone()),
            lemma: "make".to_owned(),
            content: vec![self.tidy(group.tokens.end..self.object_end(made.end, around, bounds.end))],
            form: made.form,
            position: made.position,
            tier: 2,
            rule: "cue-object-predicate",
            score: 0.7,
            ..Candidate::default()
        })
    }

    /// "Averland makes any truce | conditional on pay".
    fn on_terms(&self, at: usize) -> Option<Made> {
        let words = &self.words;
        let terms =
            words.is_any(at, &["conditional", "contingent", "dependent"]) && words.is_any(at + 1, &["on", "upon"]);
        terms.then_some(Made { start: at, end: at + 2, form: ClaimForm::Demand, position: None })
    }

    /// "has made its omission | a condition of progress", "has made the pact | the main aim of its term".
    fn aim_at(&self, at: usize) -> Option<Made> {
        let words = &self.words;
        let opens =
            words.pos(at) == Upos::Det && words.is_any(at, &["a", "an", "the"]) || words.is_possessive_pronoun(at);
        let behind_object = matches!(words.pos(at - 1), Upos::Noun | Upos::Propn | Upos::Num);
        if !opens || !behind_object {
            return None;
        }
        let head = (at + 1..=at + 1 + MOST_ADJECTIVES).find(|&head| words.pos(head) != Upos::Adj)?;
        let terms = words.is_any(head, TERMS);
        let form = if terms { ClaimForm::Demand } else { ClaimForm::Intention };
        let aims = words.is_any(head, AIMS);
        (terms || aims).then_some(Made {
            start: at,
            end: head + 1,
            form,
            position: Some(Position::Support).filter(|_| aims),
        })
    }
}
