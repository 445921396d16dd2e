//! What the text calls those it names: "Lumora, a photo-sharing service", "the Italian channel Rete Nove", "Dobek is a historian".

use std::collections::BTreeMap;
use std::ops::Range;

use rapporteur_core::{ActorKind, MentionForm};

use crate::claims::claimants::Resolver;
use crate::tagger::Upos;

/// Tokens a description may have.
const LONGEST: usize = 10;

/// Nouns by which the text calls an actor, each with the words in front of it.
#[derive(Debug, Default)]
pub(crate) struct CalledSo(BTreeMap<usize, Vec<(String, Vec<String>)>>);

impl CalledSo {
    /// Whether the text calls the actor by this noun.
    pub(super) fn is_called(&self, actor: usize, noun: &str) -> bool {
        self.0.get(&actor).is_some_and(|nouns| nouns.iter().any(|(own, _)| own == noun))
    }

    /// Whether the text calls the actor by one of these nouns.
    pub(super) fn is_called_any(&self, actor: usize, fits: impl Fn(&str) -> bool) -> bool {
        self.0.get(&actor).is_some_and(|nouns| nouns.iter().any(|(own, _)| fits(own)))
    }

    /// Whether it does with this word in front.
    pub(super) fn is_called_with(&self, actor: usize, noun: &str, modifier: &str) -> bool {
        let with =
            |(own, modifiers): &(String, Vec<String>)| own == noun && modifiers.iter().any(|own| own == modifier);
        self.0.get(&actor).is_some_and(|nouns| nouns.iter().any(with))
    }
}

impl Resolver<'_, '_> {
    /// What the text calls those it names, beside their names; found when it is first asked.
    pub(super) fn called_so(&self) -> &CalledSo {
        self.called_so.get_or_init(|| self.read_descriptions())
    }

    fn read_descriptions(&self) -> CalledSo {
        let words = &self.scene.words;
        let mut found = CalledSo::default();
        for mention in &self.scene.actors.mentions {
            let named = matches!(mention.form, MentionForm::Name | MentionForm::Abbreviation | MentionForm::Surname);
            let described = !matches!(self.kind(mention.actor), Some(ActorKind::Group | ActorKind::Office) | None);
            if !named || !described {
                continue;
            }
            let first = words.layer.token_at(mention.at.start);
            let end = words.layer.token_at(mention.at.end);
            let phrases = [self.in_front_of_name(first), self.behind_name(end), self.behind_aside(end)];
            for phrase in phrases.into_iter().flatten() {
                let head = self.scene.head_of(&phrase);
                if words.pos(head) != Upos::Noun || words.is_capitalised(head) {
                    continue;
                }
                let modifiers = (phrase.start..head).map(|at| words.word(at).to_owned()).collect();
                found.0.entry(mention.actor).or_default().push((words.word(head).to_owned(), modifiers));
            }
        }
        found
    }

    /// "the Italian channel | Rete Nove", "The incumbent, | Marek Sulima,"
    fn in_front_of_name(&self, first: usize) -> Option<Range<usize>> {
        let words = &self.scene.words;
        let low = self.scene.bounds(first).start.max(first.saturating_sub(LONGEST));
        let comma = first.checked_sub(1).is_some_and(|before| words.is(before, ","));
        let end = first - usize::from(comma);
        let phrase =
            self.scene.noun_phrase_before(end, low).filter(|phrase| phrase.end == end && !phrase.is_empty())?;
        let definite = words.is_any(phrase.start, &["the", "a", "an", "its", "his", "her", "their", "this"]);
        (!comma || definite).then_some(phrase)
    }

    /// "Lumora, | a photo-sharing service", "Dobek is | a historian", "Kest Forum (KF), | a think tank"
    fn behind_name(&self, end: usize) -> Option<Range<usize>> {
        let words = &self.scene.words;
        let high = self.scene.bounds(end.saturating_sub(1)).end;
        let bracket = words.is(end, "(").then(|| (end + 1..end + 4).find(|&at| words.is(at, ")"))).flatten();
        let end = bracket.map_or(end, |close| close + 1);
        let open = words.is(end, ",")
            || words.is_dash(end)
            || words.is_any(end, &["is", "was", "remains", "became", "becomes"])
            || words.is(end, "(");
        let start = end + 1;
        let start = start + usize::from(words.is_any(start, &["who", "which"])) * 2;
        let article = words.is_any(start, &["a", "an", "the", "one", "its", "his", "her", "their", "another"]);
        let phrase_end = self.scene.noun_phrase_end(start, high.min(start + LONGEST)).filter(|_| open && article)?;
        // "Brand, the minister | said, was late": another.
        self.scene.groups.at(phrase_end).is_none().then_some(start..phrase_end)
    }

    /// "Dobek, who finished second, is | a historian"
    fn behind_aside(&self, end: usize) -> Option<Range<usize>> {
        let words = &self.scene.words;
        let high = self.scene.bounds(end.saturating_sub(1)).end;
        let verb = self.scene.aside_end(end, high).filter(|_| words.is(end, ","))?;
        let article =
            words.is_any(verb, &["is", "was", "remains"]) && words.is_any(verb + 1, &["a", "an", "the", "one"]);
        let start = verb + 1;
        let phrase_end = self.scene.noun_phrase_end(start, high.min(start + LONGEST)).filter(|_| article)?;
        Some(start..phrase_end)
    }
}
