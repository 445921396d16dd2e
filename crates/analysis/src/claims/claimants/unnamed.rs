//! Groups that speak or are spoken to and that only a noun names: "residents", "the authors".

use std::ops::Range;

use rapporteur_core::MentionForm;

use crate::actors::ANY_PEOPLE;
use crate::claims::scene::Scene;
use crate::lexicon::HolderKind;
use crate::tagger::Upos;

/// What only counts people, or says nothing of who they are.
const COUNTING: &[&str] = &[
    "people",
    "others",
    "individuals",
    "persons",
    "ones",
    "voices",
    "powers",
    "circles",
    "members",
    "states",
    "countries",
    "nations",
    "quarters",
    "sections",
];

/// How many words of a phrase tell who they are: "scientists on the technical committee of the World Fisheries Board".
const LONGEST_NAME: usize = 10;

impl Scene<'_> {
    /// The noun of a phrase that means several people nobody is named of, and the words that tell who they are.
    pub(crate) fn unnamed_group(&self, phrase: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
        let words = &self.words;
        let head = self.head_of(phrase);
        let people = words.pos(head) == Upos::Noun
            && (words.word(head).ends_with('s') || words.word(head).ends_with("men"))
            && matches!(self.holder_kind(phrase), Some(HolderKind::Person | HolderKind::Group))
            && (!words.is_any(head, COUNTING) || self.says_which(phrase, head));
        // "both parties", "our two countries": those spoken of before.
        let group = words.listed(head).holder == Some(HolderKind::Group);
        let counted = |at: usize| {
            at < head && (words.pos(at) == Upos::Num || words.is_any(at, &["both", "our", "these", "those", "neither"]))
        };
        if group && phrase.clone().any(counted) {
            return None;
        }
        // "no diplomats", "few commanders", "all the members but one": not who they are.
        let some = !phrase.clone().any(|at| at < head && words.is_any(at, &["no", "few", "neither"]))
            && !words.is_any(head + 1, &["but", "except"]);
        let noun = head..head + 1;
        let known = self.actors.covers(words.bytes(&noun));
        (people && some && !known).then(|| {
            let name = self.told_of(phrase, head);
            // "opposition leaders", "American visitors", "Tidal Basin leaders": with the words in front that say which.
            let says_which = |&at: &usize| {
                let mut named = self.actors.mentions_in(words.bytes(&(at..at + 1)));
                matches!(words.pos(at), Upos::Noun | Upos::Adj | Upos::Propn)
                    && words.is_word(at)
                    && !words.is_any(at, ANY_PEOPLE)
                    && named.all(|mention| mention.form == MentionForm::Adjective)
            };
            let start = (name.start..head).rev().take_while(says_which).last().unwrap_or(head);
            (start..head + 1, name)
        })
    }

    /// "developing | countries", "board | members": whether a word in front says which of many.
    fn says_which(&self, phrase: &Range<usize>, head: usize) -> bool {
        let words = &self.words;
        head > phrase.start
            && matches!(words.pos(head - 1), Upos::Noun | Upos::Adj)
            && words.is_word(head - 1)
            && !words.is_any(head - 1, ANY_PEOPLE)
    }

    /// "Kestrian | engineers": whether only an adjective in front of the noun names somebody, who is not these people.
    pub(crate) fn is_told_by_adjective(&self, phrase: &Range<usize>) -> bool {
        let head = self.head_of(phrase);
        let Some(before) = head.checked_sub(1).filter(|before| phrase.contains(before)) else { return false };
        let at = self.words.bytes(&(before..head));
        let mut named = self.actors.mentions_in(self.words.bytes(phrase));
        named.next().is_some_and(|mention| mention.form == MentionForm::Adjective && mention.at == at)
            && named.next().is_none()
    }

    /// The words of a phrase that tell who is meant: without its determiner, up to a comma or a relative clause.
    fn told_of(&self, phrase: &Range<usize>, head: usize) -> Range<usize> {
        let words = &self.words;
        let determines = |&at: &usize| words.pos(at) == Upos::Det || words.is_possessive_pronoun(at);
        let start = (phrase.start..head).take_while(determines).last().map_or(phrase.start, |last| last + 1);
        let high = phrase.end.min(start + LONGEST_NAME).max(head + 1);
        let stops = |at: &usize| {
            words.pos(*at) == Upos::Punct
                || words.is_relative(*at)
                // "prosecutors at the | mixed tribunal"
                || self.groups.at(*at).is_some() && words.pos(*at - 1) != Upos::Det
                // "officials | I have spoken to"
                || words.is_any(*at, &["i", "we"])
        };
        let end = (head + 1..high).find(stops).unwrap_or(high);
        // "biologists at the Council for the Exploration of the | Sea": the whole of a name.
        let last = words.token(end - 1).map(|last| last.at);
        let name = last.and_then(|last| {
            let named = self.actors.mentions_in(words.bytes(phrase)).find(|mention| mention.at.contains(last))?;
            Some(words.layer.token_at(named.at.end))
        });
        let end = name.map_or(end, |name| name.max(end).min(phrase.end));
        // "officials in the": nothing that only leads on.
        let leads_on = |&at: &usize| matches!(words.pos(at), Upos::Adp | Upos::Det);
        let end = (head + 1..end).rev().find(|at| !leads_on(at)).map_or(head + 1, |last| last + 1);
        start..end
    }
}
