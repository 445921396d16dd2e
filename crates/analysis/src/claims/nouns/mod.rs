//! Nouns and adjectives that attribute: "Averland’s objections to …", "expressed concern that", "is opposed to".

pub(crate) mod armed;
pub(crate) mod at_request;
pub(crate) mod beside;
pub(crate) mod contents;
pub(crate) mod copulas;
pub(crate) mod deeds;
pub(crate) mod described;
pub(crate) mod drawn;
pub(crate) mod ends;
pub(crate) mod fronted;
pub(crate) mod goals;
pub(crate) mod grounds;
pub(crate) mod holders;
pub(crate) mod idle;
pub(crate) mod in_view;
pub(crate) mod led;
pub(crate) mod modifiers;
pub(crate) mod pairs;
pub(crate) mod reasons;
pub(crate) mod roles;
pub(crate) mod told_beside;
pub(crate) mod unheld;

use std::ops::Range;

use rapporteur_core::{ClaimForm, Position};

use self::holders::Held;
use crate::claims::candidate::Candidate;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::Shape;
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::lexicon::{CueNoun, Frame};
use crate::tagger::Upos;

/// What is called for in a notice.
const TENDERED: &[&str] =
    &["proposals", "papers", "tenders", "bids", "applications", "submissions", "nominations", "contributions"];

impl Scene<'_> {
    /// Claims of a noun at `index`.
    pub(crate) fn noun_candidates(&self, index: usize, found: &mut Vec<Candidate>) {
        let words = &self.words;
        if words.pos(index) != Upos::Noun || self.groups.at(index).is_some() {
            return;
        }
        // "the opposition | Civic Alliance"
        if words.is(index, "opposition") && words.pos(index + 1) == Upos::Propn {
            return;
        }
        // "it defies belief that": nobody’s.
        if index > 0
            && words.is_any(index - 1, &["defy", "defies", "defied", "beggar", "beggars", "beggared", "beyond"])
        {
            return;
        }
        // "a phone call for the first time", "a call for papers"
        let call = words.is_any(index, &["call", "calls"]);
        let tender = words.is(index + 1, "for") && words.is_any(index + 2, TENDERED);
        if index > 0 && call && (tender || words.is_any(index - 1, &["phone", "telephone", "video", "conference"])) {
            return;
        }
        let quoted = self.voice_of(index) == Voice::Quoted;
        for noun in self.lexicon.nouns(words.word(index)) {
            let bounds = self.bounds(index);
            let Some(phrase) = self.noun_phrase_before(index + 1, bounds.start) else { continue };
            let phrase = self.with_superlative(phrase, bounds.start);
            let phrase = self.with_other_noun(phrase, bounds.start);
            let phrase = self.with_quantity(phrase, bounds.start);
            if self.is_medium_of_verb(index, &phrase, &bounds) {
                continue;
            }
            let mut all = self.holders_of(noun, index, &phrase, &bounds);
            all.extend(self.holder_of_sentence(index, &phrase, &bounds, found));
            all.extend(self.holder_of_pair(index, &phrase, &bounds, found));
            all.extend(self.holder_of_opinion(index, &phrase, &bounds));
            all.extend(self.holder_told_beside(noun, index, &bounds).filter(|_| !noun.predicate));
            all.extend(self.holder_in_front(noun, index, &phrase, &bounds));
            all.extend(self.seat_in_front_of_view(noun, index, &phrase, &bounds));
            all.extend(self.holder_of_role(noun, index, &phrase, &bounds));
            if !noun.predicate {
                all.extend(self.holders_in_modifier(index, &phrase, &bounds));
                all.extend(self.holder_of_drive(index, &phrase, &bounds));
                all.extend(self.holder_of_ground(index, &phrase, &bounds));
                all.extend(self.holder_of_deed(index, &phrase, &bounds));
                all.extend(self.held_of_subject(noun, index, &phrase, &bounds));
                all.extend(self.risen(index, &phrase, &bounds));
            }
            if all.is_empty() && !noun.predicate {
                all.extend(self.holder_of_reason(noun, index, &phrase));
                all.extend(self.owner_of_first(index, &phrase, &bounds));
            }
            all.retain(|held| self.is_of_words(noun, index, &phrase, held));
            // Whom some words in marks name holds what these say they hold.
            let named = |held: &Held| {
                held.antecedent.as_ref().or(held.source.as_ref()).is_some_and(|source| self.is_named(source))
            };
            all.retain(|held| !quoted || self.is_quoted_in_part(index) && named(held));
            for held in all {
                if let Some(candidate) = self.noun_candidate(noun, index, &held, &bounds) {
                    found.push(candidate);
                    break;
                }
            }
            if !quoted {
                found.extend(self.unheld(noun, index, &phrase, &bounds));
            }
        }
    }

    /// Whether the noun at `index` is what something should or would be.
    fn is_what_should_be(&self, index: usize, bounds: &Range<usize>) -> bool {
        let before = self.noun_phrase_before(index + 1, bounds.start).and_then(|phrase| phrase.start.checked_sub(1));
        let group = before.and_then(|at| self.groups.holding(at));
        group.is_some_and(|group| {
            group.copula && self.words.is_any(group.tokens.start, &["should", "would", "could", "must", "might"])
        })
    }

    /// "acknowledged in its annual report | that": in what the verb in front says it.
    fn is_medium_of_verb(&self, index: usize, phrase: &Range<usize>, bounds: &Range<usize>) -> bool {
        let words = &self.words;
        let Some(before) = phrase.start.checked_sub(1).filter(|&at| at > bounds.start && words.is(at, "in")) else {
            return false;
        };
        let told = words.is(index + 1, "that") && self.is_paper(index);
        told && self.groups.within(bounds.start..before).last().is_some_and(|(_, group)| {
            group.tokens.end == before
                && group.shape == Shape::Finite
                && self.lexicon.verbs(words.word(group.head)).any(|(verb, _)| {
                    verb.rest.is_empty() && verb.senses.iter().any(|sense| sense.frames.contains(&Frame::That))
                })
        })
    }

    pub(crate) fn noun_candidate(
        &self,
        noun: &CueNoun,
        index: usize,
        held: &Held,
        bounds: &Range<usize>,
    ) -> Option<Candidate> {
        let words = &self.words;
        if let Some(source) = held.antecedent.as_ref().or(held.source.as_ref()) {
            self.holder_kind(source)?;
            // "My own view is that": the author’s.
            // "I have respect for", in an article.
            if source.len() == 1
                && words.is_any(source.start, &["my", "our", "i"])
                && self.voice_of(index) == Voice::Author
            {
                return None;
            }
            // "the purpose of this brief is to"
            if self.voice_of(index) == Voice::Author && self.is_own_text(source) {
                return None;
            }
            // "The first step should be | a pledge by Kestria": what the author would have somebody say.
            if held.rule == "noun-of-holder" && self.is_what_should_be(index, bounds) {
                return None;
            }
        }
        let hanging = !self.has_finite(&(bounds.start..index));
        let around = Around { past: held.past, hanging, ..Around::default() };
        let (content, cue_end, score) = match &held.content {
            Some(content) => (content.clone(), held.from, held.score),
            // "the intention is clear: …"
            None if held.rule == "noun-copula" && !words.is_any(held.from, &["that", "to"]) => {
                (held.from..self.content_end(held.from, around, bounds.end), index + 1, held.score)
            }
            None => {
                let after = self.after(held.from, bounds.end, around);
                let (content, cue_end, clause) = self.noun_content(noun, index, &after)?;
                // "concerns of the ministry | about …": a preposition that is not next to the cue belongs to the content.
                let apart = !clause && held.from > index + 1 && content.start == held.from + 1;
                let content = content.start - usize::from(apart)..content.end;
                (content, cue_end, if clause { held.score + 0.06 } else { held.score })
            }
        };
        // "doubts about, if not opposition to, | the pact and Kestria’s efforts to save it": all of it is what both are about.
        let shared = content.start > cue_end && words.is(content.start - 1, ",");
        let content = self.before_main_verb(content);
        let content = if shared { content } else { self.before_next_cue(content, index) };
        let content = self.tidy(self.before_main_clause(content, index, bounds));
        // "With Averland’s support for the fund withdrawn, …": what is so no more.
        let last = content.end.saturating_sub(1);
        if words.is(bounds.start, "with") && words.is_any(last, &["withdrawn", "gone", "ended", "lost", "cut"]) {
            return None;
        }
        // "Kestria’s support for Averland" is arms and money as often as words.
        let aid = matches!(noun.lemma.as_str(), "support" | "backing" | "commitment") && held.rule == "possessor-noun";
        // "have apprehensions of a different kind"
        if self.is_of_some_kind(&content) {
            return None;
        }
        if words.count_words(content.clone()) == 0 || aid && self.is_bare_actor(&content, noun.lemma == "commitment") {
            return None;
        }
        // "for training purposes | for 50 years"
        let lasts = words.pos(content.start) == Upos::Num && words.is_time(content.start + 1) && content.len() == 2;
        if lasts {
            return None;
        }
        // What stands between the noun and its content is none of the cue.
        let apart = held.rule == "noun-copula" || held.from > index + 1 && held.content.is_none();
        let cue_end = if apart { index + 1 } else { cue_end };
        // "has no objection to the plan", "has no intention of paying"
        let denied = (held.cue_start..index).any(|at| words.is(at, "no"));
        let objects = noun.form == ClaimForm::Opposition;
        let lemma = words.word(index).to_owned();
        let lemma = if words.word(index).starts_with(noun.lemma.as_str()) || lemma.len() > noun.lemma.len() {
            noun.lemma.clone()
        } else {
            lemma
        };
        Some(Candidate {
            source: held.source.clone(),
            antecedent: held.antecedent.clone(),
            cue: Some(held.cue_start..cue_end.max(index + 1)),
            lemma,
            content: vec![content],
            form: if denied && objects { ClaimForm::Support } else { noun.form },
            position: if denied { noun.position.and_then(turned) } else { noun.position },
            negated: denied && !objects,
            tier: noun.tier,
            hedged: held.hedged,
            rule: held.rule,
            score,
            ..Candidate::default()
        })
    }

    /// Whether the words in marks around a token go on a sentence that another began: "spoke of “the refusal of Kestria to pay”".
    fn is_quoted_in_part(&self, index: usize) -> bool {
        let words = &self.words;
        words.quotations.around(index).and_then(|around| words.quotations.get(around)).is_some_and(|quoted| {
            let first = quoted.tokens.start + usize::from(!words.is_word(quoted.tokens.start));
            !words.is_capitalised(first)
        })
    }

    /// Whether the words are the name of a state, or of `any` actor, and nothing more.
    fn is_bare_actor(&self, content: &Range<usize>, any: bool) -> bool {
        let article = usize::from(self.words.is(content.start, "the") && content.len() > 1);
        let bytes = self.words.bytes(&(content.start + article..content.end));
        self.actors.mentions_in(bytes).any(|mention| {
            mention.at.start <= bytes.start
                && mention.at.end >= bytes.end
                && self
                    .actors
                    .actors
                    .get(mention.actor)
                    .is_some_and(|actor| any || actor.kind == rapporteur_core::ActorKind::State)
        })
    }
}

/// The other side.
fn turned(position: Position) -> Option<Position> {
    match position {
        Position::Support => Some(Position::Oppose),
        Position::Oppose => Some(Position::Support),
        Position::Neutral => None,
    }
}
