//! Gathers the [`Evidence`] of a claim.

use std::ops::Range;

use rapporteur_core::{ActorKind, MentionForm, Quotation, SourceForm};

use super::evidence::{Aspect, Evidence};
use super::voice::Voice;
use crate::claims::candidate::Candidate;
use crate::claims::claimants::{Holder, Resolver};
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::scene::Scene;
use crate::lexicon::HolderKind;

/// Sizes and what they are called: the first whose bound is not exceeded.
type Steps = [(usize, &'static str)];

const LENGTHS: &Steps =
    &[(1, "1"), (2, "2"), (4, "3-4"), (7, "5-7"), (12, "8-12"), (20, "13-20"), (35, "21-35"), (usize::MAX, "more")];
const SENTENCES: &Steps = &[(10, "to 10"), (18, "to 18"), (28, "to 28"), (40, "to 40"), (usize::MAX, "more")];
const FEW: &Steps = &[(0, "0"), (1, "1"), (2, "2"), (usize::MAX, "3 and more")];
const SCORES: &Steps = &[
    (54, "to 0.54"),
    (59, "to 0.59"),
    (64, "to 0.64"),
    (69, "to 0.69"),
    (74, "to 0.74"),
    (79, "to 0.79"),
    (84, "to 0.84"),
    (89, "to 0.89"),
    (94, "to 0.94"),
    (usize::MAX, "above"),
];

fn step(size: usize, steps: &Steps) -> &'static str {
    steps.iter().find(|(bound, _)| size <= *bound).map_or("", |(_, name)| name)
}

/// What was found out of a claim after its candidate was chosen.
pub(crate) struct Known<'k> {
    pub holder: &'k Holder,
    pub quotation: Quotation,
    pub nested: bool,
    /// Readings of the same cue that were not taken.
    pub rivals: usize,
}

impl Resolver<'_, '_> {
    /// The evidence of a claim whose holder has just been found.
    pub(crate) fn evidence(&self, claim: &Candidate, known: &Known<'_>) -> Evidence {
        let scene = self.scene;
        let mut evidence = scene.evidence_of_reading(claim, known.rivals);
        let mut set = |aspect, value| evidence.set(aspect, value);
        set(Aspect::Quotation, known.quotation.as_str());
        let resolved = known.holder.actor;
        set(Aspect::Source, source(claim, known.holder));
        set(Aspect::Claimant, resolved.and_then(|actor| self.kind(actor)).map_or("nobody", ActorKind::as_str));
        let named = matches!(known.holder.form, Some(SourceForm::Name | SourceForm::Label));
        if let Some(phrase) = claim.antecedent.as_ref().or(claim.source.as_ref())
            && let Some(actor) = resolved.filter(|_| !named)
        {
            let (back, between) = self.last_named(actor, phrase);
            set(Aspect::NamedBack, back);
            set(Aspect::Between, between);
        }
        let anchor = claim.cue.as_ref().map_or_else(|| claim.start(), |cue| cue.start);
        let voice = match (scene.voice_of(anchor), known.nested) {
            (Voice::Author, false) => "author",
            (Voice::Author, true) => "claimant",
            (Voice::Quoted, false) => "quoted",
            (Voice::Quoted, true) => "quoted claimant",
            (Voice::Turn, _) => "speaker",
        };
        set(Aspect::Voice, voice);
        evidence
    }

    /// Sentences back to where an actor was last named in front of a phrase, and the others mentioned since.
    fn last_named(&self, actor: usize, phrase: &Range<usize>) -> (&'static str, &'static str) {
        let before = self.scene.words.token(phrase.start).map_or(0, |token| token.at.start);
        let mut others: Vec<usize> = Vec::new();
        for mention in self.mentions_before(before) {
            if mention.actor == actor && mention.form != MentionForm::Pronoun {
                let back = self.sentences_between(mention.at.start, phrase.start);
                return (step(back, FEW), step(others.len(), FEW));
            }
            if mention.actor != actor
                && self.kind(mention.actor) == self.kind(actor)
                && !others.contains(&mention.actor)
            {
                others.push(mention.actor);
            }
        }
        ("never", "")
    }
}

fn source(claim: &Candidate, holder: &Holder) -> &'static str {
    let Some(form) = holder.form else { return if claim.source.is_some() { "words" } else { "none" } };
    match (form, holder.actor.is_some(), claim.antecedent.is_some()) {
        (SourceForm::Name, true, _) => "name",
        (SourceForm::Name, false, _) => "unknown name",
        (SourceForm::Nominal, true, _) => "description",
        (SourceForm::Nominal, false, _) => "unknown description",
        (SourceForm::Pronoun, true, true) => "relative pronoun",
        (SourceForm::Pronoun, false, true) => "unknown relative pronoun",
        (SourceForm::Pronoun, true, false) => "pronoun",
        (SourceForm::Pronoun, false, false) => "unknown pronoun",
        (SourceForm::Adjective, _, _) => "adjective",
        (SourceForm::Metonym, _, _) => "metonym",
        (SourceForm::Document, true, _) => "document",
        (SourceForm::Document, false, _) => "unknown document",
        (SourceForm::Label, _, _) => "label",
    }
}

fn place(source: &Range<usize>, cue: &Range<usize>) -> &'static str {
    if source.start >= cue.end {
        return if source.start == cue.end { "right behind" } else { "behind" };
    }
    match cue.start.saturating_sub(source.end) {
        0 => "right before",
        1..=3 => "just before",
        4..=10 => "before",
        _ => "far before",
    }
}

fn content_place(content: &[Range<usize>], cue: &Range<usize>) -> &'static str {
    let (Some(first), Some(last)) = (content.first(), content.last()) else { return "" };
    if first.end <= cue.start && last.start >= cue.end {
        return "around";
    }
    if last.end <= cue.start {
        return if cue.start - last.end <= 3 { "right before" } else { "before" };
    }
    match (first.start.saturating_sub(cue.end), content.len()) {
        (_, 2..) => "in parts behind",
        (0, _) => "right behind",
        (1..=3, _) => "just behind",
        _ => "behind",
    }
}

impl Scene<'_> {
    /// What is known of a candidate before it is known who holds it.
    pub(crate) fn evidence_of_reading(&self, claim: &Candidate, rivals: usize) -> Evidence {
        let words = &self.words;
        let mut evidence = Evidence::new(&claim.lemma);
        let mut set = |aspect, value| evidence.set(aspect, value);
        set(Aspect::Rule, claim.rule);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a score is 0 to 1")]
        set(Aspect::Score, step((claim.score * 100.0).round() as usize, SCORES));
        set(Aspect::Tier, ["none", "1", "2"].get(usize::from(claim.tier)).copied().unwrap_or("3"));
        set(Aspect::Form, claim.form.as_str());
        let content_words: usize = claim.content.iter().map(|content| words.count_words(content.clone())).sum();
        set(Aspect::ContentLength, step(content_words, LENGTHS));
        set(Aspect::Rivals, step(rivals, FEW));
        if let Some(phrase) = claim.antecedent.as_ref().or(claim.source.as_ref()) {
            let kind = match self.holder_kind(phrase) {
                Some(HolderKind::Person) => "person",
                Some(HolderKind::Group) => "group",
                Some(HolderKind::Document) => "document",
                None => "other",
            };
            set(Aspect::Holder, kind);
            set(Aspect::SourceOpening, self.source_opening(phrase.start));
            set(Aspect::SourceLength, step(phrase.len(), LENGTHS));
        }
        let anchor = claim.cue.as_ref().map_or_else(|| claim.start(), |cue| cue.start);
        if let Some(sentence) = self.sentence_at(anchor).and_then(|index| words.layer.sentences.get(index)) {
            set(Aspect::SentenceLength, step(sentence.tokens.len(), SENTENCES));
        }
        if let Some(cue) = &claim.cue {
            set(Aspect::SourcePlace, claim.source.as_ref().map_or("none", |source| place(source, cue)));
            set(Aspect::Tense, self.tense(claim, cue));
            set(Aspect::ContentPlace, content_place(&claim.content, cue));
        }
        if let Some(content) = claim.content.first() {
            set(Aspect::Opening, self.opening(content));
        }
        if let Some(content) = claim.content.last() {
            set(Aspect::Ending, self.ending(content));
        }
        evidence
    }

    fn source_opening(&self, first: usize) -> &'static str {
        match self.words.word(first) {
            "i" | "we" | "my" | "our" => "first person",
            "you" | "your" => "second person",
            "he" | "she" => "he, she",
            "it" => "it",
            "they" => "they",
            "his" | "her" | "its" | "their" => "possessive",
            "this" | "that" | "these" | "those" => "this, that",
            "the" => "the",
            "a" | "an" | "one" | "another" => "a",
            "some" | "many" | "few" | "most" | "several" | "others" | "both" | "all" | "critics" => "some",
            "no" | "nobody" | "none" | "neither" => "no",
            "anyone" | "anybody" | "everyone" | "everybody" | "someone" | "somebody" | "any" | "every" | "each" => {
                "any"
            }
            _ => self.words.pos(first).as_str(),
        }
    }

    /// The verb of a cue.
    pub(super) fn cue_group(&self, cue: &Range<usize>) -> Option<&Group> {
        cue.clone().find_map(|index| self.groups.at(index)).and_then(|group| self.groups.get(group))
    }

    fn tense(&self, claim: &Candidate, cue: &Range<usize>) -> &'static str {
        match self.cue_group(cue) {
            _ if claim.hedged => "hedged",
            _ if claim.negated => "negated",
            None => "no verb",
            Some(group) if group.negated => "not",
            Some(group) if group.modal => "modal",
            Some(group) if group.future => "future",
            Some(group) if group.passive => "passive",
            Some(group) if group.shape == Shape::Ing => "-ing",
            Some(group) if group.shape == Shape::Infinitive => "infinitive",
            Some(group)
                if group.tokens.len() > 1
                    && self.words.is_any(group.tokens.start, &["has", "have", "had", "'s", "'ve", "'d"]) =>
            {
                "perfect"
            }
            Some(group) if group.past => "past",
            Some(_) => "present",
        }
    }

    fn opening(&self, content: &Range<usize>) -> &'static str {
        let words = &self.words;
        let first = content.start;
        if words.is_open_quote(first) || first.checked_sub(1).is_some_and(|before| words.is_open_quote(before)) {
            return "mark";
        }
        match words.word(first) {
            "that" => "that",
            "to" => "to",
            "what" | "whether" | "how" | "why" | "if" | "when" | "where" | "who" => "question word",
            _ => words.pos(first).as_str(),
        }
    }

    fn ending(&self, content: &Range<usize>) -> &'static str {
        let words = &self.words;
        let last = self.sentence_at(content.end.saturating_sub(1)).and_then(|index| words.layer.sentences.get(index));
        if last.is_none_or(|sentence| content.end + 1 >= sentence.tokens.end) {
            return "sentence ends";
        }
        match words.word(content.end) {
            "," => "comma",
            ";" | ":" => "colon",
            "and" | "but" | "or" => "and",
            _ if words.is_close_quote(content.end) => "mark",
            _ if words.is_dash(content.end) => "dash",
            _ => "word",
        }
    }
}
