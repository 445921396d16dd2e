//! "In the minister’s view the treaty is dead", "by their account, …": a noun for a view, with its owner in front.

use std::ops::Range;

use rapporteur_core::ClaimForm;

use crate::claims::candidate::Candidate;
use crate::claims::grammar::clause::Around;
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::tagger::Upos;

/// The nouns for what somebody thinks or says behind a preposition.
fn views_behind(preposition: &str) -> &'static [&'static str] {
    match preposition {
        "in" => &[
            "view",
            "opinion",
            "estimate",
            "estimates",
            "estimation",
            "judgment",
            "judgement",
            "eyes",
            "words",
            "telling",
            "reading",
            "thinking",
            "mind",
            "analysis",
            "assessment",
            "account",
            "interpretation",
            "phrase",
            "formulation",
            "worldview",
            "narrative",
            "version",
            "book",
            "imagination",
            "calculus",
            "scheme",
            "projection",
            "projections",
            "forecast",
            "diagnosis",
            "scenario",
            "scenarios",
            "modelling",
            "modeling",
        ],
        "by" => &[
            "account",
            "admission",
            "reckoning",
            "estimate",
            "estimates",
            "calculation",
            "calculations",
            "telling",
            "interpretation",
            "reading",
            "logic",
            "lights",
            "assessment",
            "count",
            "tally",
            "figures",
            "arithmetic",
            "accounts",
            "measure",
            "showing",
        ],
        "from" => &["point", "viewpoint", "standpoint", "perspective"],
        "on" => &[
            "account",
            "reading",
            "telling",
            "view",
            "figures",
            "numbers",
            "estimates",
            "estimate",
            "calculations",
            "arithmetic",
            "reckoning",
            "projections",
            "forecasts",
            "assumptions",
            "count",
        ],
        "to" => &["mind", "thinking", "way"],
        "under" => &[
            "doctrine",
            "reading",
            "interpretation",
            "policy",
            "plan",
            "proposal",
            "suggestion",
            "scheme",
            "offer",
            "vision",
            "blueprint",
        ],
        _ => &[],
    }
}

/// How many tokens what is said of a view may have.
const LONGEST_ASIDE: usize = 12;

impl Scene<'_> {
    /// A claim of the owner of the view that the phrase behind the preposition at `index` names.
    pub(crate) fn view_candidates(&self, index: usize, found: &mut Vec<Candidate>) {
        let words = &self.words;
        let nouns = views_behind(words.word(index));
        if nouns.is_empty() || self.voice_of(index) == Voice::Quoted {
            return;
        }
        let bounds = self.bounds(index);
        let Some(end) = self.noun_phrase_end(index + 1, bounds.end) else { return };
        let head = end - 1;
        // "In their Safety Analysis, the clerks said": a paper with a name.
        if !nouns.contains(&words.word(head)) || words.is_capitalised(head) {
            return;
        }
        // "makes policy on its own account": by itself.
        if words.is(index, "on") && words.is(head, "account") && words.is(head - 1, "own") {
            return;
        }
        // "on its third reading": a stage of a bill.
        if words.is(head, "reading") && words.is_any(head - 1, &["first", "second", "third", "final", "last"]) {
            return;
        }
        // "By one estimate, …": whose, is not told.
        let estimate = words.is(index, "by")
            && words.is_any(index + 1, &["one", "another", "some", "official", "most", "all", "many", "several"])
            && words.is(end, ",")
            && (index == bounds.start || words.is(index - 1, ","));
        let anybody = Some(index + 1..end).filter(|_| estimate);
        let owner = self.owner_of(&(index + 1..end)).or_else(|| self.people_of(index + 1..head));
        let Some(source) = owner.or_else(|| anybody.clone()) else { return };
        // "From Averland’s vantage point", "from the ministry’s point | of view", "to Averland’s way | of thinking"
        let of_view = words.is(end, "of") && words.is(end + 1, if words.is(head, "way") { "thinking" } else { "view" });
        if words.is_any(head, &["point", "way"]) && !of_view && !words.is(head - 1, "vantage") {
            return;
        }
        let end = if of_view { end + 2 } else { end };
        // "Under Delhi’s reading of the agreement, …": of what.
        let read = words.is_any(head, &["reading", "doctrine", "interpretation", "telling", "version", "account"]);
        let end = self.long_phrase_end(end + 1, bounds.end).filter(|_| read && words.is(end, "of")).unwrap_or(end);
        // "in my view": the author’s own.
        if words.is_any(source.start, &["my", "our", "your", "this", "whose"])
            || anybody.is_none() && self.holder_kind(&source).is_none()
        {
            return;
        }
        let proposed = words.is(index, "under");
        // "Under their plan | the port would close": what is not yet.
        let planned = || {
            words.is(end, ",")
                && self
                    .clause_at(end + 1, bounds.end)
                    .and_then(|at| self.groups.get(at))
                    .is_some_and(|group| words.is_any(group.tokens.start, &["would", "should", "could"]))
        };
        // "Under the council’s proposal, only ports are taxed": a name says whose it is.
        let named = || {
            words.is_any(head, &["proposal", "plan", "doctrine", "reading", "interpretation"])
                && source.len() <= 4
                && self.actors.head_mention(words.bytes(&source)).is_some()
                && words.is(end, ",")
        };
        if proposed && !planned() && !named() {
            return;
        }
        // "in their view, expressed in private, | it is lost": what is said of the view.
        let expressed = words.is(end, ",")
            && index == bounds.start
            && words.is_any(
                end + 1,
                &[
                    "expressed",
                    "shared",
                    "held",
                    "voiced",
                    "repeated",
                    "stated",
                    "set",
                    "made",
                    "prepared",
                    "published",
                    "drawn",
                ],
            );
        let close = (end + 2..bounds.end.min(end + LONGEST_ASIDE)).find(|&at| words.is(at, ",")).filter(|_| expressed);
        let aside = index..close.unwrap_or(end);
        let end = aside.end;
        let marked = words.is_any(head, &["words", "phrase", "formulation"]);
        let content = if marked { self.nearest_marked(aside.clone(), &bounds) } else { None };
        let content = content.or_else(|| {
            // "refused because, in its view, | the court has no say"
            let within = index > bounds.start + 2
                && words.is(index - 1, ",")
                && words.is_any(
                    index - 2,
                    &[
                        "because", "that", "since", "although", "though", "while", "whereas", "but", "and", "or", "as",
                        "so",
                    ],
                );
            if words.is(end, ",") && within && self.clause_at(end + 1, bounds.end).is_some() {
                let around = Around { beside: true, ..Around::default() };
                return Some(vec![self.tidy(end + 1..self.content_end(end + 1, around, bounds.end))]);
            }
            // "It pays, | on the bank’s figures"
            let last = end >= bounds.end || words.pos(end) == Upos::Punct && end + 1 >= bounds.end;
            let behind = last
                && index > bounds.start + 2
                && words.is(index - 1, ",")
                && words.is(index, "on")
                && self.has_finite(&(bounds.start..index));
            if words.is(end, ",") || behind {
                return self.rest_of_sentence(aside, &bounds);
            }
            // "in her view | the presence of one official improves …"
            self.clause_at(end, bounds.end)?;
            let opens = index == bounds.start || words.is_any(index - 1, &[";", ":", ",", "and", "but"]);
            let around = Around { beside: true, ..Around::default() };
            opens.then(|| vec![self.tidy(end..self.content_end(end, around, bounds.end))])
        });
        let Some(content) = content.filter(|content| content.iter().any(|part| words.count_words(part.clone()) > 2))
        else {
            return;
        };
        // "In her dissenting opinion, Judge Brun criticised it": she is who speaks there.
        let told = || {
            let start = content.first()?.start;
            let group = self.clause_at(start, bounds.end).and_then(|at| self.groups.get(at))?;
            Some(self.is_cue_group(group) && !group.modal && self.is_named(&(start..group.tokens.start)))
        };
        let paper = words.is_any(head, &["opinion", "analysis", "assessment", "account"]);
        if paper && words.is_possessive_pronoun(source.start) && told().unwrap_or_default() {
            return;
        }
        found.push(Candidate {
            source: Some(source),
            cue: Some(if anybody.is_some() { index..index + 1 } else { head..if of_view { end } else { head + 1 } }),
            lemma: words.word(head).to_owned(),
            content,
            form: match words.word(head) {
                _ if proposed => ClaimForm::Demand,
                "figures" | "numbers" | "count" | "tally" => ClaimForm::Statement,
                _ => ClaimForm::Assessment,
            },
            tier: 2,
            rule: "in-view",
            score: 0.8,
            ..Candidate::default()
        });
    }

    /// "the | Kestrian | view": whose people the adjective names.
    fn people_of(&self, between: Range<usize>) -> Option<Range<usize>> {
        let words = &self.words;
        let one = words.is(between.start, "the") && between.len() == 2 && words.is_capitalised(between.start + 1);
        let source = between.start + 1..between.end;
        (one && self.actors.mentions_in(words.bytes(&source)).next().is_some()).then_some(source)
    }

    /// "the minister’s | verdict", "the verdict | of the court": whose word the noun at the end of `phrase` is, in front or behind one
    /// of these prepositions.
    pub(crate) fn owner_or_behind(
        &self,
        phrase: &Range<usize>,
        prepositions: &[&str],
        high: usize,
    ) -> Option<Range<usize>> {
        self.owner_of(phrase).or_else(|| {
            let behind = self.words.is_any(phrase.end, prepositions);
            let end = self.long_phrase_end(phrase.end + 1, high).filter(|_| behind)?;
            Some(phrase.end + 1..end)
        })
    }

    /// "the minister’s | view", "her | view": the owner.
    pub(crate) fn owner_of(&self, phrase: &Range<usize>) -> Option<Range<usize>> {
        let words = &self.words;
        if words.is_possessive_pronoun(phrase.start) {
            return Some(phrase.start..phrase.start + 1);
        }
        let mark = phrase.clone().rev().find(|&at| words.is_possessive_mark(at))?;
        Some(phrase.start..mark)
    }
}
