//! Claimants whom words close to their source name: the name it describes, the title it begins, the next sentence.

use std::ops::Range;

use rapporteur_core::{ActorKind, Sense, SourceForm};

use super::{Holder, Resolver};
use crate::claims::candidate::Candidate;
use crate::lexicon::HolderKind;
use crate::tagger::Upos;

/// Tokens between an aside and the verb of the name in front of it.
const ASIDE: usize = 40;

impl Resolver<'_, '_> {
    /// Whom the words around a source without a name of its own tell.
    pub(crate) fn introduced(&self, candidate: &Candidate) -> Option<usize> {
        let source = candidate.source.as_ref()?;
        let cue = candidate.cue.as_ref()?;
        self.described_in_front(source, cue).or_else(|| self.named_in_next_sentence(source))
    }

    /// "Sorrel Vane, head of the harbour fund, a lender, | warned": an aside behind the name.
    fn described_in_front(&self, source: &Range<usize>, cue: &Range<usize>) -> Option<usize> {
        let scene = self.scene;
        let words = &scene.words;
        let comma = source.start.checked_sub(1).filter(|&comma| words.is(comma, ","))?;
        let person = words.listed(scene.head_of(source)).holder == Some(HolderKind::Person);
        let closes = source.end <= cue.start
            && cue.start <= source.end + ASIDE
            && (source.end..cue.start).any(|index| words.is(index, ","));
        let mention = self.mentions_before(words.token(comma)?.at.end).next()?;
        let adjacent = words.layer.token_at(mention.at.end) == comma;
        let bare = words.pos(source.start) == Upos::Noun && person;
        let opening = self.opens_sentence(words.layer.token_at(mention.at.start))
            && words.is_any(source.start, &["a", "an", "the", "one"]);
        let fits = adjacent && closes && (bare || opening) && self.kind(mention.actor) == Some(ActorKind::Person);
        (fits && scene.sentence_at(comma) == scene.sentence_at(cue.start)).then_some(mention.actor)
    }

    /// "Secretary of State | Sorrel Vane": a name behind the "of" of its title.
    pub(crate) fn name_behind_title(&self, phrase: &Range<usize>, head: usize) -> Option<usize> {
        let words = &self.scene.words;
        if !words.is(head + 1, "of") {
            return None;
        }
        let from = words.token(head)?.at.start;
        let mention = self.scene.actors.mentions_in(words.bytes(&(head..phrase.end))).find(|mention| {
            let gap = rapporteur_core::ByteRange::new(from, mention.at.start).slice(words.text).map(str::trim_end);
            let actor = self.scene.actors.actors.get(mention.actor);
            let titled = |title: &str| {
                gap.is_some_and(|gap| title.to_lowercase().ends_with(&gap.to_lowercase()) && gap.len() > 2)
            };
            actor.is_some_and(|actor| {
                actor.kind == ActorKind::Person && actor.roles.iter().any(|role| titled(&role.title))
            })
        })?;
        Some(mention.actor)
    }

    /// "A harbour pilot said it was late. “…,” said Sorrel Vane, who …": the person whom the next sentence names for the first
    /// time, as the one who speaks on.
    fn named_in_next_sentence(&self, source: &Range<usize>) -> Option<usize> {
        let scene = self.scene;
        let words = &scene.words;
        let head = scene.head_of(source);
        let one = words.is_any(source.start, &["a", "an", "one", "another"])
            && words.listed(head).holder == Some(HolderKind::Person)
            && !words.word(head).ends_with('s');
        let here = scene.sentence_at(source.start)?;
        let sentence = words.layer.sentences.get(here)?;
        let next = words.layer.sentences.get(here + 1)?;
        if !one || words.quotations.around(source.start).is_some() || !words.is_open_quote(next.tokens.start) {
            return None;
        }
        // The one person named there.
        let mut named = None;
        for mention in scene.actors.mentions_in(words.bytes(&next.tokens)) {
            let index = words.layer.token_at(mention.at.start);
            if self.kind(mention.actor) != Some(ActorKind::Person) || words.quotations.around(index).is_some() {
                continue;
            }
            if named.is_some_and(|(actor, _)| actor != mention.actor) {
                return None;
            }
            named = named.or(Some((mention.actor, mention.at.start)));
        }
        let (actor, at) = named?;
        let first = *self.first_named.get(&actor)?;
        let index = words.layer.token_at(at);
        let speaks = scene.groups.within(next.tokens.clone()).any(|(_, group)| {
            scene.is_cue_group(group)
                && words.quotations.around(group.tokens.start).is_none()
                && (group.tokens.end == index || group.tokens.start <= index + 4 && group.tokens.start > index)
        });
        let alone = !scene
            .actors
            .mentions_in(words.bytes(&sentence.tokens))
            .any(|mention| self.kind(mention.actor) == Some(ActorKind::Person) && mention.sense == Sense::Actor);
        (first == at && speaks && alone).then_some(actor)
    }

    /// "she and her husband", "the mayor and aides": those of a coordination who have a name or are taken up by one.
    pub(crate) fn some_of_several(&mut self, phrase: &Range<usize>, joint: &[usize], around: Option<usize>) -> Holder {
        let words = &self.scene.words;
        let nobody = Holder { form: Some(SourceForm::Nominal), ..Holder::default() };
        // "members of Averland and Kestria": people of both, and neither of them.
        let head = self.scene.head_of(phrase);
        let people = words.pos(head) == Upos::Noun
            && words.listed(head).holder == Some(HolderKind::Person)
            && !super::VOICES.contains(&words.word(head))
            && !words
                .is_any(head, &["rulers", "leaders", "presidents", "heads", "ministers", "monarchs", "governments"])
            && words.is_any(head + 1, &["of", "in", "from", "with"]);
        // "60 percent of Kestrians": some of them.
        let share = phrase
            .clone()
            .any(|at| words.is_any(at, &["percent", "%", "cent", "tens", "thousands", "hundreds", "millions"]));
        if share {
            return self.some_of_a_people(phrase, joint).unwrap_or(nobody);
        }
        if people {
            return nobody;
        }
        if let Some((&first, others)) = joint.split_first() {
            return Holder { actor: Some(first), others: others.to_vec(), ..nobody };
        }
        let taken_up = words.is_any(phrase.start, &["he", "she"]) && words.is(phrase.start + 1, "and");
        if taken_up { Holder { actor: self.pronoun(phrase.start, around).actor, ..nobody } } else { nobody }
    }

    /// "60 percent of Kestrians and half of Averlanders": the peoples, which are no states.
    fn some_of_a_people(&self, phrase: &Range<usize>, joint: &[usize]) -> Option<Holder> {
        let words = &self.scene.words;
        let bytes = words.bytes(phrase);
        let last = self.scene.actors.head_mention(bytes).filter(|last| last.at.end == bytes.end)?;
        let several = phrase.clone().any(|at| words.is(at, "and"));
        let (&first, others) = joint
            .split_first()
            .filter(|(_, others)| !others.is_empty() || !several)
            .or_else(|| (!several).then_some((&last.actor, &[])))?;
        let group = std::iter::once(&first).chain(others).any(|&actor| self.kind(actor) == Some(ActorKind::Group));
        let form = Some(SourceForm::Nominal);
        group.then(|| Holder { actor: Some(first), others: others.to_vec(), form, ..Holder::default() })
    }

    /// Notes that several claim together, whom "they" may take up.
    pub(crate) fn remember_together(&mut self, candidate: &Candidate, actor: usize, others: &[usize]) {
        let Some(source) = &candidate.source else { return };
        let words = &self.scene.words;
        let and = source.clone().take(12).find(|&index| words.is(index, "and"));
        let company = and.is_some_and(|and| words.is_possessive_pronoun(and + 1));
        if !others.is_empty() || company {
            let all = std::iter::once(actor).chain(others.iter().copied()).collect();
            self.together = Some((source.start, all));
        }
    }

    /// Those who claimed together in this sentence or the one before, unless other groups are named since.
    pub(crate) fn those_together(&self, token: usize) -> Option<(usize, Vec<usize>)> {
        let (source, all) = self.together.as_ref()?;
        let words = &self.scene.words;
        let from = words.token(*source)?.at.start;
        let here = words.token(token)?.at.start;
        if *source >= token || self.sentences_between(from, token) > 1 {
            return None;
        }
        let several = self.mentions_before(here).take_while(|mention| mention.at.start > from).any(|mention| {
            !all.contains(&mention.actor)
                && self
                    .scene
                    .actors
                    .actors
                    .get(mention.actor)
                    .is_some_and(|actor| actor.plural || actor.kind == ActorKind::Group)
        });
        let (&first, others) = all.split_first()?;
        (!several).then(|| (first, others.to_vec()))
    }

    /// Notes that a claim is by somebody the text does not name: "veterans of the service".
    pub(crate) fn remember_unknown(&mut self, candidate: &Candidate, holder: &Holder) {
        let Some(source) = candidate.source.as_ref().filter(|_| candidate.antecedent.is_none()) else { return };
        let head = self.scene.head_of(source);
        let noun = self.scene.words.pos(head) == Upos::Noun && !self.scene.is_paper(head);
        let unknown = holder.actor.is_none() && noun && holder.form == Some(SourceForm::Nominal);
        if unknown || holder.actor.is_some() {
            let several = self.scene.words.word(head).ends_with('s') || self.scene.words.is(head, "people");
            self.unknown = unknown.then_some((source.start, several));
        }
    }

    /// Whether "it" or "they" at the start of a sentence can stand for whoever claimed in the sentence before and has no name.
    pub(crate) fn takes_up_unknown(&self, token: usize, several: bool) -> bool {
        let words = &self.scene.words;
        let Some((source, plural)) = self.unknown.filter(|&(source, _)| source < token) else { return false };
        let Some(from) = words.token(source).map(|token| token.at.start) else { return false };
        // "Officials in Kest believe that it is late, and | they note"
        let joined = token > 0 && words.is_any(token - 1, &["and", "but"]);
        let goes_on = match self.sentences_between(from, token) {
            0 => joined,
            1 => self.opens_sentence(token),
            _ => false,
        };
        plural == several
            && goes_on
            && self.opens_sentence(source)
            && words.quotations.outermost(token) == words.quotations.outermost(source)
    }
}
