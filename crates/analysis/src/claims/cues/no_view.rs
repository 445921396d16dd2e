//! What fits the frame of a cue and tells no view of anybody's all the same: "named Okello chairman", "held the talks open".

use std::ops::Range;

use rapporteur_core::ClaimForm;

use super::frames::Match;
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::lexicon::{CueVerb, Holder, HolderKind, Sense};
use crate::tagger::Upos;

/// What one is held to be: "holds the port responsible".
const HELD: &[&str] = &["responsible", "accountable", "liable", "culpable", "answerable", "guilty", "dear", "sacred"];

/// What something is judged to do: "regards it to be lost".
const BEING: &[&str] = &["be", "have", "constitute", "represent", "mean", "pose", "include", "lack", "contain", "need"];

/// What one extends to somebody in words.
const WISHES: &[&str] = &[
    "wishes",
    "greetings",
    "congratulations",
    "condolences",
    "sympathy",
    "sympathies",
    "thanks",
    "gratitude",
    "appreciation",
    "invitation",
    "invitations",
    "apology",
    "apologies",
    "felicitations",
    "solidarity",
];

/// What a thing or a place offers, and nobody promises.
const CHANCES: &[&str] = &[
    "occasion",
    "glimpse",
    "example",
    "insight",
    "insights",
    "clue",
    "clues",
    "contrast",
    "picture",
    "opportunity",
    "opportunities",
    "chance",
    "chances",
    "route",
    "routes",
    "path",
    "paths",
    "pathway",
    "pathways",
    "way",
    "ways",
    "advantage",
    "advantages",
    "capability",
    "capabilities",
    "resistance",
    "lesson",
    "lessons",
    "challenge",
    "challenges",
    "dilemma",
    "dilemmas",
    "difficulty",
    "difficulties",
    "problem",
    "problems",
    "risk",
    "risks",
    "obstacle",
    "obstacles",
    "window",
    "windows",
    "possibilities",
    "potential",
    "clue",
    "clues",
    "insight",
    "insights",
    "glimpse",
    "example",
    "examples",
    "contrast",
];

/// What states sign with each other.
const DEALS: &[&str] = &[
    "agreement",
    "agreements",
    "deal",
    "deals",
    "pact",
    "pacts",
    "treaty",
    "treaties",
    "accord",
    "accords",
    "memorandum",
    "declaration",
    "partnership",
    "mou",
    "convention",
    "protocol",
    "communique",
    "charter",
    "compact",
];

/// What a proposal finds or does not, and nobody thinks.
const FOUND: &[&str] =
    &["supporters", "support", "backers", "backing", "buyers", "takers", "favour", "favor", "majority", "acceptance"];

/// What is attacked by arms.
const TARGETS: &[&str] = &[
    "convoy",
    "convoys",
    "tanker",
    "tankers",
    "ship",
    "ships",
    "vessel",
    "vessels",
    "shipping",
    "truck",
    "trucks",
    "train",
    "trains",
    "village",
    "villages",
    "town",
    "towns",
    "city",
    "cities",
    "port",
    "ports",
    "base",
    "bases",
    "post",
    "posts",
    "position",
    "positions",
    "outpost",
    "outposts",
    "checkpoint",
    "checkpoints",
    "patrol",
    "patrols",
    "soldier",
    "soldiers",
    "troops",
    "civilians",
    "infrastructure",
    "plant",
    "plants",
    "pipeline",
    "pipelines",
    "facility",
    "facilities",
    "refinery",
    "refineries",
    "airport",
    "barracks",
    "camp",
    "camps",
];

/// What happens, and lets the author conclude something.
const EVENTS: &[&str] = &[
    "decision",
    "decisions",
    "move",
    "moves",
    "step",
    "steps",
    "vote",
    "election",
    "elections",
    "attack",
    "attacks",
    "war",
    "crisis",
    "visit",
    "exercise",
    "exercises",
    "incident",
    "incidents",
    "episode",
    "success",
    "failure",
    "absence",
    "pattern",
    "trend",
    "development",
    "developments",
    "event",
    "events",
    "conflict",
    "launch",
    "arrest",
    "rise",
];

impl Scene<'_> {
    /// "The visit highlights their ties", "it reveals a habit": the author concludes it.
    pub(crate) fn is_shown_by_event(&self, verb: &CueVerb, subject: Option<Range<usize>>) -> bool {
        let shows = matches!(
            verb.lemma.as_str(),
            "reveal"
                | "reflect"
                | "expose"
                | "highlight"
                | "underscore"
                | "underline"
                | "emphasise"
                | "stress"
                | "demonstrate"
                | "show"
                | "signal"
                | "reaffirm"
                | "confirm"
                | "suggest"
                | "indicate"
        );
        let Some(phrase) = subject.filter(|_| shows) else { return false };
        if matches!(verb.lemma.as_str(), "show" | "demonstrate") && self.is_shown_by_deed(&phrase) {
            return true;
        }
        let head = self.head_of(&phrase);
        self.words.is_any(head, EVENTS)
            || self.words.is(head, "it") && matches!(verb.lemma.as_str(), "reveal" | "reflect" | "expose")
    }

    /// "By halting exports, | Kestria has shown that": it showed it by what it did.
    fn is_shown_by_deed(&self, subject: &Range<usize>) -> bool {
        let sentence = self.sentence_at(subject.start).and_then(|at| self.words.layer.sentences.get(at));
        sentence.is_some_and(|sentence| {
            let first = sentence.tokens.start;
            let verb = self.groups.within(first..subject.start).next();
            self.words.is(first, "by") && verb.is_some_and(|(_, verb)| verb.shape == Shape::Ing)
        })
    }

    /// "the cables that tie the isles to the world": what binds things, and is no message here.
    pub(crate) fn is_bond(&self, verb: &CueVerb, subject: &Range<usize>) -> bool {
        matches!(verb.lemma.as_str(), "tie" | "link") && self.words.is_any(self.head_of(subject), &["cable", "cables"])
    }

    pub(crate) fn tells_no_view(&self, verb: &CueVerb, sense: &Sense, matched: &Match, content: &Range<usize>) -> bool {
        let words = &self.words;
        let lemma = verb.lemma.as_str();
        // "demand more", not "suggest more": of what, only a demand leaves open.
        let alone = content.len() == 1 && words.is_any(content.start, &["more", "less"]);
        let wished =
            matches!(sense.form, ClaimForm::Demand | ClaimForm::Intention) && lemma != "suggest" || lemma == "expect";
        if alone && !wished {
            return true;
        }
        match (lemma, matched.rule) {
            // Not "holds the talks open".
            ("hold", "cue-object-predicate") => !content.clone().any(|index| words.is_any(index, HELD)),
            // "named Okello chairman": an office is given, and nothing said of him.
            ("name" | "designate" | "nominate", _) => {
                matched.person.as_ref().is_some_and(|person| self.holder_kind(person) == Some(HolderKind::Person))
            }
            // "committed itself to a line": a verb with its own words; "committed troops to the north", "committed the state to a pact":
            // deeds, but for what is to be done.
            ("commit", "cue-object-preposition") => {
                let own = matched.person.as_ref().is_some_and(|person| {
                    let head = self.head_of(person);
                    words.word(head).ends_with("self") || words.word(head).ends_with("selves")
                });
                let doing = self.groups.within(content.clone()).next().is_some_and(|(_, group)| {
                    group.shape == Shape::Ing && words.is(group.tokens.start.saturating_sub(1), "to")
                });
                own || !doing
            }
            // "The amendment found 38 supporters": what becomes of it.
            ("find", "cue-object") => {
                let counted = words.pos(content.start) == Upos::Num || words.is_any(content.start, &["few", "many"]);
                counted && words.is_any(self.head_of(content), FOUND)
            }
            // "extended his best wishes", not "extended the line".
            ("extend", "cue-object") => !words.is_any(self.head_of(content), WISHES),
            // "asks questions about it": what is asked, is not told.
            ("ask" | "pose", "cue-object-preposition") => {
                let head = matched.person.as_ref().map(|person| self.head_of(person));
                head.is_some_and(|head| words.is_any(head, &["question", "questions"]))
            }
            // "hate Okello": whom, and not what.
            ("dislike" | "hate" | "loathe" | "detest", "cue-object") => {
                self.holder_kind(content) == Some(HolderKind::Person)
            }
            // "attacked convoys": by arms.
            ("attack", "cue-object") => words.is_any(self.head_of(content), TARGETS),
            // "knew how to mend it": what one is able to do.
            ("know" | "learn" | "remember", "cue-question-word") => {
                words.is(content.start, "how") && words.is(content.start + 1, "to")
            }
            // "offers a route to the sea", "presents an opportunity"
            ("offer" | "present" | "provide", "cue-object") => words.is_any(self.head_of(content), CHANCES),
            // "approved the plan", not "approved a loan"
            ("approve", "cue-object") if sense.holder != Holder::Share => {
                let head = self.head_of(content);
                !words.listed(head).noun && !words.is_any(head, DEALS)
            }
            // "signed a treaty" tells of it, "signed the treaty" and "signed the book" do not.
            ("sign" | "conclude" | "finalise" | "ink", "cue-object") => {
                words.is_any(content.start, &["the", "this", "that", "its", "their", "his", "her"])
                    || !words.is_any(self.head_of(content), DEALS)
            }
            // What somebody awaits may be anything.
            (
                "expect" | "predict" | "forecast" | "project" | "foresee" | "anticipate" | "envision" | "envisage"
                | "estimate",
                _,
            ) => false,
            // "read the clause to cover only weapons"
            ("read" | "interpret" | "construe", "cue-person-infinitive") => false,
            // Not "considers other ways to help".
            (_, "cue-person-infinitive") if sense.form == ClaimForm::Assessment => {
                !words.is_any(matched.content.start + 1, BEING)
            }
            _ => false,
        }
    }
}
