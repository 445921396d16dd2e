//! Who holds what a cue noun says: its possessor, the phrase behind it, or the subject of its verb.

use std::ops::Range;

use rapporteur_core::{ClaimForm, MentionForm};

use crate::claims::candidate::Candidate;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::nouns::pairs::found_since;
use crate::claims::scene::Scene;
use crate::lexicon::{CueNoun, Frame, HolderKind};
use crate::tagger::Upos;

/// Who holds what a noun says, and how far the cue reaches.
#[derive(Clone)]
pub(crate) struct Held {
    /// Nothing where the text does not say who.
    pub source: Option<Range<usize>>,
    pub antecedent: Option<Range<usize>>,
    pub cue_start: usize,
    /// Where the content is looked for.
    pub from: usize,
    pub rule: &'static str,
    pub score: f32,
    /// The content, where it stands in front.
    pub content: Option<Range<usize>>,
    pub hedged: bool,
    /// Whether what goes on behind the content may stand in the past, as the cue does.
    pub past: bool,
}

impl Default for Held {
    fn default() -> Self {
        Self {
            source: None,
            antecedent: None,
            cue_start: 0,
            from: 0,
            rule: "",
            score: 0.0,
            content: None,
            hedged: false,
            past: true,
        }
    }
}

impl Scene<'_> {
    /// Who may hold what the noun says, best first.
    pub(crate) fn holders_of(
        &self,
        noun: &CueNoun,
        index: usize,
        phrase: &Range<usize>,
        bounds: &Range<usize>,
    ) -> Vec<Held> {
        let words = &self.words;
        let mut held = Vec::new();
        let behind = self.holder_behind(noun, index, bounds);
        let verb = phrase
            .start
            .checked_sub(1)
            .filter(|&verb| verb >= bounds.start)
            .and_then(|verb| self.groups.at(verb))
            .or_else(|| self.group_with_particle(phrase.start, bounds.start));
        if let Some((number, group)) = verb.and_then(|number| self.groups.get(number).map(|group| (number, group))) {
            // "won | the farmers | respect among the clerks"
            let given = self.given_within(phrase, index);
            let rest = given.as_ref().map_or(phrase.start, |given| given.end)..phrase.end;
            held.extend(given.and_then(|given| self.drawn(noun, index, &rest, bounds, number, Some(given))));
            held.extend(self.held_by_verb(noun, index, phrase, bounds, number, group, behind.clone()));
            held.extend(self.drawn(noun, index, phrase, bounds, number, None));
        } else if let Some((number, given)) = self.given_before(phrase.start, bounds.start) {
            held.extend(self.drawn(noun, index, phrase, bounds, number, Some(given)));
        }
        held.extend(self.critic_of_owner(noun, index, phrase, bounds));
        held.extend(self.counted_among(noun, index, phrase, bounds));
        // "Averland’s objections", "his concern"
        let mark = (phrase.start..index).rev().find(|&at| words.is_possessive_mark(at));
        let owner = match mark {
            Some(mark) => Some((self.joined_owner(phrase.start, bounds.start)..mark, mark + 1)),
            None if words.is_possessive_pronoun(phrase.start) => {
                Some((phrase.start..phrase.start + 1, phrase.start + 1))
            }
            None => self.adjective_holder(phrase, index).or_else(|| self.noun_in_front(phrase, index)),
        };
        if let Some((source, cue_start)) = owner.filter(|_| !noun.predicate) {
            // "his claim that …", "her opposition to …", "its threat, made in June, to …", "their decision to …"
            let taken = words.pos(index + 1) == Upos::Adp || words.is(index + 1, "to");
            let stance = taken && matches!(noun.form, ClaimForm::Opposition | ClaimForm::Support | ClaimForm::Demand);
            let of = words.is(index + 1, "of")
                && !matches!(noun.form, ClaimForm::Statement | ClaimForm::Accusation | ClaimForm::Promise);
            // "its willingness to" is an inference.
            let inferred = matches!(noun.lemma.as_str(), "willingness" | "readiness" | "eagerness");
            let own = !of && !inferred;
            if self.is_idle_owner(noun, index, phrase) {
                return held;
            }
            if mark.is_some()
                || !words.is_possessive_pronoun(phrase.start)
                || words.is(index + 1, "that")
                || stance
                || own
            {
                held.push(Held {
                    source: Some(source.clone()),
                    cue_start,
                    from: index + 1,
                    rule: "possessor-noun",
                    score: 0.72,
                    ..Held::default()
                });
            }
            held.extend(self.held_behind_colon(noun, index, &source, cue_start, bounds));
            held.extend(self.held_in_front(index, &source, cue_start, bounds));
            let told = Held { source: Some(source), cue_start, ..Held::default() };
            held.extend(self.held_behind_copula(noun, index, index + 1, bounds, &told));
        }
        if let Some((source, content, from)) =
            self.holder_behind_content(noun, index, bounds).filter(|_| !noun.predicate)
        {
            held.push(Held {
                source: Some(source),
                cue_start: index,
                from,
                rule: "noun-of-holder",
                score: 0.72,
                content: Some(content),
                ..Held::default()
            });
        }
        // "the worry for Averland is that"
        let for_whom = || {
            let end = self.long_phrase_end(index + 2, bounds.end).filter(|_| words.is(index + 1, "for"))?;
            let kind = self.holder_kind(&(index + 2..end))?;
            let from = self.behind_copula(end, bounds.end).filter(|_| kind != HolderKind::Document)?;
            Some((index + 2..end, from))
        };
        if let Some((source, from)) = for_whom().filter(|_| !noun.predicate && mark.is_none()) {
            held.push(Held {
                source: Some(source),
                cue_start: index,
                from,
                rule: "noun-copula",
                score: 0.74,
                ..Held::default()
            });
        }
        // "Averland’s reading of the pact" is not the pact’s.
        let behind = behind.filter(|_| mark.is_none() || !words.is(index + 1, "of"));
        if let Some((source, from)) = behind.filter(|_| !noun.predicate) {
            let start = if mark.is_some() { index } else { phrase.start };
            let start = (start..=index).find(|&at| !matches!(words.pos(at), Upos::Det)).unwrap_or(index);
            let told = Held { source: Some(source), cue_start: start, ..Held::default() };
            held.push(Held { from, rule: "noun-of-holder", score: 0.72, ..told.clone() });
            held.extend(self.held_behind_copula(noun, index, from, bounds, &told));
        }
        held
    }

    /// "opposition from Averland based on concerns that …": the holder of the claim just before.
    pub(crate) fn holder_of_sentence(
        &self,
        index: usize,
        phrase: &Range<usize>,
        bounds: &Range<usize>,
        found: &[Candidate],
    ) -> Option<Held> {
        let words = &self.words;
        let before = phrase.start.checked_sub(1).filter(|&before| before > bounds.start)?;
        let grounds = words.is_any(before, &["over", "amid", "citing"])
            || (words.is(before, "on") && words.is(before - 1, "based"))
            || (words.is(before, "of") && words.is(before - 1, "because"));
        if !grounds || !words.is(index + 1, "that") {
            return None;
        }
        let near = |candidate: &&Candidate| {
            candidate.cue.as_ref().is_some_and(|cue| cue.start >= bounds.start && cue.end <= index)
                && candidate.score >= 0.6
        };
        let previous = found_since(found, bounds.start).find(near)?;
        Some(Held {
            source: Some(previous.source.clone()?),
            antecedent: previous.antecedent.clone(),
            cue_start: index,
            from: index + 1,
            rule: "noun-shares-holder",
            score: 0.6,
            ..Held::default()
        })
    }

    /// "opposition | from Averland", "concerns | of the ministry": the holder, and one past it.
    fn holder_behind(&self, noun: &CueNoun, index: usize, bounds: &Range<usize>) -> Option<(Range<usize>, usize)> {
        let words = &self.words;
        // "a wish | on the part of Averland"
        let part = words.is(index + 1, "on")
            && words.is(index + 2, "the")
            && words.is_any(index + 3, &["part", "side"])
            && words.is(index + 4, "of");
        let at = index + if part { 4 } else { 1 };
        // "the worries | of Averland | about the dam": what they are of, and what they are about.
        let theirs = || {
            let end = self.with_place(self.long_phrase_end(index + 2, bounds.end)?, bounds.end);
            let about = words.is_any(end, &["about", "over", "regarding", "concerning", "that"])
                && noun.form == ClaimForm::Assessment;
            // "the support of the unions | for the levy", "the refusal of the board | to pay"
            let takes = |frame: &Frame| match frame {
                Frame::Prep(taken) => taken != "of" && taken != "by" && words.is(end, taken),
                Frame::That => words.is(end, "that") && self.clause_at(end + 1, bounds.end).is_some(),
                Frame::To => self.groups.holding(end).map_or_else(
                    // "the opposition of the guild | to the bill"
                    || words.is(end, "to") && noun.form == ClaimForm::Opposition,
                    |group| group.shape == Shape::Infinitive && group.tokens.start == end,
                ),
                _ => false,
            };
            // "a good deal of his capital on talks"
            let felt = words.is(index + 1, "of") && noun.lemma != "deal" && (about || noun.content.iter().any(takes));
            matches!(self.holder_kind(&(index + 2..end)), Some(HolderKind::Person | HolderKind::Group)).then_some(felt)
        };
        // "There is reluctance | in Kest | to send troops": in whom there is what the noun says.
        let exists = || {
            let phrase = self.noun_phrase_before(index + 1, bounds.start)?;
            let group = self.groups.get(self.groups.at(phrase.start.checked_sub(1)?)?)?;
            let there = group.tokens.start.checked_sub(1).filter(|&at| at >= bounds.start && words.is(at, "there"));
            let is = ["is", "are", "was", "were", "remains", "remained"];
            (words.is_any(group.head, &is) && there.is_some()).then_some(())
        };
        let within = words.is_any(at, &["among", "in", "within", "across"])
            && matches!(
                noun.form,
                ClaimForm::Assessment | ClaimForm::Intention | ClaimForm::Opposition | ClaimForm::Support
            )
            && exists().is_some();
        let listed = part || within || noun.holder.iter().any(|preposition| words.is(at, preposition));
        if at >= bounds.end || !listed && theirs() != Some(true) {
            return None;
        }
        // "from | both | A and B"
        let paired = words.is(at + 1, "both");
        let start = at + 1 + usize::from(paired && self.noun_phrase_end(at + 2, bounds.end).is_some());
        let end = self.long_phrase_end(start, bounds.end)?;
        // "the demand of its deputies in Kest | for a school"
        let end = if words.is(at, "of") { self.with_place(end, bounds.end) } else { end };
        // "between A and B"
        let both = if (words.is(at, "between") || paired) && words.is(end, "and") {
            self.long_phrase_end(end + 1, bounds.end)
        } else {
            None
        };
        let end = both.unwrap_or(end);
        let base = self.noun_phrase_end(start, bounds.end)?;
        // "criticism by the audit office | of the contract": what the noun is of.
        let takes = |at: usize| {
            noun.content.iter().any(|frame| matches!(frame, Frame::Prep(taken) if words.is(at, taken)))
                || words.is(at, "that")
        };
        let named = words.is_capitalised(base - 1) && words.is_capitalised(base + 1);
        let of = words.is(at, "by") && words.is(base, "of") && takes(base) && !takes(end) && !named;
        let end = if of { base } else { end };
        // "the warning of war" is about war.
        self.holder_kind(&(start..base))?;
        Some((start..end, end))
    }

    /// One past the place of whoever ends at `end`: "deputies | in Kest".
    fn with_place(&self, end: usize, high: usize) -> usize {
        let named = self.words.is_any(end, &["in", "at"]) && self.words.pos(end + 1) == Upos::Propn;
        self.noun_phrase_end(end + 1, high).filter(|_| named).unwrap_or(end)
    }

    /// "attacks on the organisation | by the president": holder, content, and one past the cue's preposition.
    fn holder_behind_content(
        &self,
        noun: &CueNoun,
        index: usize,
        bounds: &Range<usize>,
    ) -> Option<(Range<usize>, Range<usize>, usize)> {
        let words = &self.words;
        let at = index + 1;
        let takes = noun.content.iter().any(|frame| matches!(frame, Frame::Prep(taken) if words.is(at, taken)));
        let end = self.long_phrase_end(at + 1, bounds.end).filter(|_| takes)?;
        // "fear of encroachment by Kestria": who encroaches. "criticism of the dam by Kestria": who criticises.
        let feels = noun.form == ClaimForm::Assessment && words.is(end, "by");
        let by = words.is_any(end, &["by", "from", "among"])
            && !feels
            && noun.holder.iter().any(|preposition| words.is(end, preposition));
        let last = self.long_phrase_end(end + 1, bounds.end).filter(|_| by)?;
        // "the declaration of withdrawal from all agreements"
        let kind = self.holder_kind(&(end + 1..last))?;
        if kind == HolderKind::Document && !words.is(end, "by") {
            return None;
        }
        Some((end + 1..last, at + 1..end, at + 1))
    }

    /// A nationality word in front of the noun: "French opposition".
    fn adjective_holder(&self, phrase: &Range<usize>, index: usize) -> Option<(Range<usize>, usize)> {
        let words = &self.words;
        let before = words.bytes(&(phrase.start..index));
        let mention = self
            .actors
            .mentions_in(before)
            .filter(|mention| {
                mention.form == MentionForm::Adjective
                    || mention.form == MentionForm::Name
                    || mention.form == MentionForm::Abbreviation
            })
            .last()?;
        let start = (phrase.start..index)
            .find(|&at| words.token(at).is_some_and(|token| token.at.start >= mention.at.start))?;
        let end =
            (start..index).rev().find(|&at| words.token(at).is_some_and(|token| token.at.end <= mention.at.end))? + 1;
        Some((start..end, end))
    }

    /// "voter concerns", "media suspicions": a noun for people right in front.
    fn noun_in_front(&self, phrase: &Range<usize>, index: usize) -> Option<(Range<usize>, usize)> {
        let words = &self.words;
        let before = index.checked_sub(1).filter(|&before| before >= phrase.start)?;
        // "a trade agreement", "a court order" are no agreement of trade.
        let people = words.pos(before) == Upos::Noun
            && !words.is_any(
                before,
                &[
                    "trade", "business", "percent", "court", "state", "exchange", "fund", "trust", "bank", "office",
                    "base", "house", "force", "centre", "center", "city", "firm",
                ],
            )
            && matches!(words.listed(before).holder, Some(HolderKind::Person | HolderKind::Group));
        people.then_some((before..index, index))
    }

    /// A name in front of the noun that is no adjective and no owner.
    fn given_within(&self, phrase: &Range<usize>, index: usize) -> Option<Range<usize>> {
        let words = &self.words;
        let mention = self
            .actors
            .mentions_in(words.bytes(&(phrase.start..index)))
            .filter(|mention| matches!(mention.form, MentionForm::Name | MentionForm::Abbreviation))
            .last()?;
        let end = words.layer.token_at(mention.at.end);
        let owned = (phrase.start..index).any(|at| words.is_possessive_mark(at));
        (!owned && end > phrase.start && end <= index).then_some(phrase.start..end)
    }

    /// "won | the party | support": the verb, and who is given what the noun says.
    fn given_before(&self, start: usize, low: usize) -> Option<(usize, Range<usize>)> {
        let given = self.noun_phrase_before(start, low)?;
        let number = self.groups.at(given.start.checked_sub(1).filter(|&verb| verb >= low)?)?;
        Some((number, given))
    }

    /// "Brun and Okello’s objections", "the chamber of commerce’s objections": where the owner begins of whom the words in front of
    /// the noun are a part.
    fn joined_owner(&self, start: usize, low: usize) -> usize {
        let words = &self.words;
        // A noun without an article is no owner of its own behind "of".
        let of = start.checked_sub(1).filter(|&of| of > low && words.is(of, "of") && words.pos(start) == Upos::Noun);
        let body = of.and_then(|of| self.noun_phrase_before(of, low)).filter(|body| {
            words.pos(body.start) == Upos::Det && words.listed(body.end - 1).holder == Some(HolderKind::Group)
        });
        if let Some(body) = body {
            return body.start;
        }
        let and = start.checked_sub(1).filter(|&and| and > low && words.is(and, "and"));
        let left = and.and_then(|and| self.noun_phrase_before(and, low)).filter(|left| {
            words.pos(left.start) == Upos::Propn
                && words.pos(start) == Upos::Propn
                && self.is_clause_start(left.start, low)
        });
        left.map_or(start, |left| left.start)
    }

    /// A verb with a particle in front of the noun phrase: "put forward a plan".
    fn group_with_particle(&self, start: usize, low: usize) -> Option<usize> {
        (2..=3).filter_map(|back| start.checked_sub(back)).filter(|&at| at >= low).find_map(|at| {
            let number = self.groups.at(at)?;
            let group = self.groups.get(number)?;
            let particle: Vec<&str> = (group.head + 1..start).map(|at| self.words.word(at)).collect();
            let fits = |list: &[Vec<String>]| {
                list.iter().any(|rest| rest.len() == particle.len() && rest.iter().zip(&particle).all(|(a, b)| a == b))
            };
            let word = self.words.word(group.head);
            (!particle.is_empty() && (fits(self.lexicon.giving(word)) || fits(self.lexicon.receiving(word))))
                .then_some(number)
        })
    }

    /// The holder through the verb the noun is the object of.
    #[expect(clippy::too_many_arguments, reason = "all of them are needed once, here")]
    fn held_by_verb(
        &self,
        noun: &CueNoun,
        index: usize,
        phrase: &Range<usize>,
        bounds: &Range<usize>,
        number: usize,
        group: &Group,
        behind: Option<(Range<usize>, usize)>,
    ) -> Vec<Held> {
        let words = &self.words;
        // "amid mounting calls for"
        let swelling = group.tokens.len() == 1
            && words.is_any(
                group.head,
                &["mounting", "growing", "rising", "increasing", "renewed", "repeated", "deepening", "lingering"],
            )
            && phrase.start == group.tokens.end
            && !words.is(phrase.start, "the")
            && !words.is_possessive_pronoun(phrase.start);
        // "given the demand for"
        let given = group.tokens.len() == 1 && words.is_any(group.head, &["given", "considering", "regarding"]);
        if swelling || given || group.modal || group.negated || matches!(group.shape, Shape::Bare) {
            return Vec::new();
        }
        let particle: Vec<&str> = (group.head + 1..phrase.start).map(|at| words.word(at)).collect();
        let fits = |list: &[Vec<String>]| {
            list.iter().any(|rest| rest.len() == particle.len() && rest.iter().zip(&particle).all(|(a, b)| a == b))
        };
        let word = words.word(group.head);
        let subject = self.subject(number, bounds.start).or_else(|| self.subject_of_led(noun, group, bounds.start));
        if noun.predicate {
            let is =
                group.copula || matches!(word, "become" | "became" | "becomes" | "remain" | "remains" | "remained");
            return match subject {
                Some(subject) if is => vec![Held {
                    source: Some(subject.tokens),
                    antecedent: subject.antecedent,
                    cue_start: (phrase.start..index).find(|&at| words.pos(at) != Upos::Det).unwrap_or(index),
                    from: index + 1,
                    rule: "predicate-noun",
                    score: 0.74,
                    past: group.past,
                    ..Held::default()
                }],
                _ => Vec::new(),
            };
        }
        if group.copula {
            return Vec::new();
        }
        let owned = (phrase.start..index).any(|at| words.is_possessive_mark(at) || words.is_possessive_pronoun(at));
        let marked = (phrase.start..index).any(|at| words.is_possessive_mark(at));
        let own = !owned || words.is_possessive_pronoun(phrase.start) && !marked;
        // "including a plan to", "the valley contains a threat": only what is written holds a claim in it.
        let holds = !matches!(word, "including" | "containing" | "carrying")
            && (!matches!(
                word,
                "include"
                    | "includes"
                    | "included"
                    | "contain"
                    | "contains"
                    | "contained"
                    | "carry"
                    | "carries"
                    | "carried"
            ) || subject
                .as_ref()
                .is_some_and(|subject| self.holder_kind(&subject.tokens) == Some(HolderKind::Document)));
        let own = own && !self.is_idle_verb(noun, index, phrase, bounds, group);
        // "The dam raised fears in Averland": a thing has none.
        let feels = subject
            .as_ref()
            .is_some_and(|subject| self.holder_kind(subject.antecedent.as_ref().unwrap_or(&subject.tokens)).is_some());
        // "The raids raised concerns about the dam": nobody is named for them.
        let raises = matches!(word, "raise" | "raises" | "raised" | "raising") && noun.form == ClaimForm::Assessment;
        let feels = feels || behind.is_none() && !raises || !fits(self.lexicon.receiving(word));
        // "to show its commitment to care": nobody is named for the infinitive.
        let headless = subject.is_none() && words.is_possessive_pronoun(phrase.start);
        // "has no claim to the isle": what it has by law.
        let entitled = noun.lemma == "claim" && words.is(index + 1, "to");
        // "a survey showed approval of the plan": what it found, and not its own.
        let found = matches!(word, "show" | "shows" | "showed" | "shown" | "find" | "finds" | "found")
            && subject.as_ref().is_some_and(|subject| self.lexicon.is_poll(words.word(self.head_of(&subject.tokens))));
        if own
            && holds
            && feels
            && !headless
            && !found
            && !entitled
            && !group.passive
            && fits(self.lexicon.giving(word))
        {
            let behind_colon = subject.as_ref().and_then(|subject| {
                let held = self.held_behind_colon(noun, index, &subject.tokens, group.tokens.start, bounds)?;
                Some(Held { antecedent: subject.antecedent.clone(), ..held })
            });
            if let Some(held) = behind_colon {
                return vec![held];
            }
            return subject
                .map(|subject| Held {
                    source: Some(subject.tokens),
                    antecedent: subject.antecedent,
                    cue_start: group.tokens.start,
                    from: index + 1,
                    rule: "verb-with-cue-noun",
                    score: if particle.is_empty() && matches!(word, "have" | "has" | "had" | "having") {
                        0.74
                    } else {
                        0.86
                    },
                    past: group.past,
                    ..Held::default()
                })
                .into_iter()
                .collect();
        }
        if fits(self.lexicon.receiving(word))
            && let Some((source, end)) = behind
        {
            let cue_start = (phrase.start..index).find(|&at| words.pos(at) != Upos::Det).unwrap_or(index);
            let held = |from, content| Held {
                source: Some(source.clone()),
                cue_start,
                from,
                rule: "noun-from-holder",
                score: 0.76,
                content,
                past: group.past,
                ..Held::default()
            };
            let mut all = Vec::new();
            // "demands from Averland, including a port": some of what is demanded.
            if matches!(noun.form, ClaimForm::Demand | ClaimForm::Accusation)
                && words.is(end, ",")
                && words.is_any(end + 1, &["including", "such"])
                && self.noun_phrase_end(end + 2, bounds.end).is_some()
            {
                let content = end + 1..self.content_end(end + 2, Around::default(), bounds.end);
                return vec![held(index + 2, Some(content))];
            }
            if words.is_any(end, &["for", "over", "about"]) || words.is(end, "that") {
                all.push(held(end, None));
            }
            // "a draft shown in 2031 raised": a year is no draft.
            if let Some(subject) =
                subject.filter(|subject| !words.is_time(subject.tokens.start) && group.shape != Shape::Ing)
            {
                all.push(held(index + 2, Some(subject.antecedent.unwrap_or(subject.tokens))));
            }
            return all;
        }
        Vec::new()
    }
}
