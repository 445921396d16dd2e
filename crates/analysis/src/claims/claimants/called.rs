//! Claimants taken up by the words that described them before: "Harbour Dawn, the ruling party, … Averland’s ruling party".

use std::collections::BTreeMap;
use std::ops::Range;

use rapporteur_core::{ActorKind, MentionForm};

use super::Resolver;
use crate::actors::FoundMention;
use crate::lexicon::HolderKind;
use crate::tagger::Upos;

/// How many tokens behind a name the words that describe it may end.
const ASIDE: usize = 8;

/// What tells nothing of who is meant.
const VAGUE: &[&str] = &[
    "other",
    "same",
    "new",
    "old",
    "first",
    "second",
    "third",
    "last",
    "next",
    "former",
    "own",
    "latest",
    "main",
    "big",
    "largest",
    "biggest",
    "different",
    "various",
    "several",
    "many",
    "one",
    "two",
    "three",
    "all",
    "another",
    "such",
];

/// Who is described by which modifier and noun, with the first token of each name so described.
pub(crate) type Descriptions = BTreeMap<(String, String), Vec<(usize, usize)>>;

impl Resolver<'_, '_> {
    /// The descriptions that stand right beside a name.
    pub(crate) fn descriptions(&self) -> Descriptions {
        let scene = self.scene;
        let words = &scene.words;
        let mut found = Descriptions::new();
        for mention in &scene.actors.mentions {
            let body = matches!(self.kind(mention.actor), Some(ActorKind::Organisation | ActorKind::Alliance));
            let named = !matches!(mention.form, MentionForm::Nominal | MentionForm::Pronoun | MentionForm::Adjective);
            if !body || !named {
                continue;
            }
            let first = words.layer.token_at(mention.at.start);
            for noun in self.described_beside(mention, first) {
                let described = (words.word(noun.0).to_owned(), words.word(noun.1).to_owned());
                found.entry(described).or_default().push((first, mention.actor));
            }
        }
        found
    }

    /// Modifier and noun of each description beside a name.
    fn described_beside(&self, mention: &FoundMention, first: usize) -> Vec<(usize, usize)> {
        let words = &self.scene.words;
        let end = words.layer.token_at(mention.at.end);
        let mut found = Vec::new();
        // "the ruling party | Harbour Dawn"
        if let (Some(modifier), Some(noun)) = (first.checked_sub(2), first.checked_sub(1))
            && self.describes(modifier, noun)
        {
            found.push((modifier, noun));
        }
        // "the ruling | Harbour Dawn party", "the ruling Harbour Party"
        if let Some(modifier) = first.checked_sub(1) {
            let own = end.checked_sub(1).filter(|&last| last > first);
            let noun = [Some(end), own].into_iter().flatten().find(|&noun| self.describes_apart(modifier, noun));
            found.extend(noun.map(|noun| (modifier, noun)));
        }
        // "Harbour Dawn (HD), Averland’s ruling party,", "Harbour Dawn is the ruling party"
        let bracket = words.is(end, "(").then(|| (end + 1..end + 4).find(|&at| words.is(at, ")"))).flatten();
        let open = bracket.map_or(end, |close| close + 1);
        if words.is(open, ",") || words.is_any(open, &["is", "was", "remains"]) || words.is_dash(open) {
            let noun = (open + 1..open + ASIDE)
                .take_while(|&at| {
                    words.is_possessive_mark(at)
                        || matches!(
                            words.pos(at),
                            Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Verb
                        )
                })
                .find(|&at| at > open + 2 && self.describes(at - 1, at) && words.pos(at + 1) != Upos::Noun);
            found.extend(noun.map(|noun| (noun - 1, noun)));
            found.extend(self.members_behind(open));
        }
        found
    }

    /// "Harbour Forum, a group of five leading | economists": those whom the body joins, as "of" and their noun.
    fn members_behind(&self, open: usize) -> Option<(usize, usize)> {
        const JOINED: &[&str] = &[
            "group",
            "panel",
            "team",
            "committee",
            "coalition",
            "alliance",
            "network",
            "association",
            "body",
            "council",
        ];
        let words = &self.scene.words;
        let of = (open + 2..open + ASIDE).find(|&at| words.is(at, "of"))?;
        let noun = (of + 1..of + ASIDE)
            .take_while(|&at| matches!(words.pos(at), Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Verb))
            .last()?;
        let people = words.listed(noun).holder == Some(HolderKind::Person);
        (people && words.is_any(of - 1, JOINED) && words.word(noun).ends_with('s')).then_some((of, noun))
    }

    /// "the economists": those whom a body that the text has described so joins.
    pub(crate) fn members_described(&self, phrase: &Range<usize>, head: usize) -> Option<usize> {
        let words = &self.scene.words;
        if phrase.len() != 2 || !words.is(phrase.start, "the") {
            return None;
        }
        let described = self.descriptions.get(&("of".to_owned(), words.word(head).to_owned()))?;
        let before = described.get(..described.partition_point(|&(token, _)| token < head))?;
        before.last().map(|&(_, actor)| actor)
    }

    /// "ruling | party"
    fn describes(&self, modifier: usize, noun: usize) -> bool {
        let words = &self.scene.words;
        let same = words.layer.sentence_of(modifier) == words.layer.sentence_of(noun);
        same && words.pos(noun) == Upos::Noun && self.describes_apart(modifier, noun)
    }

    fn describes_apart(&self, modifier: usize, noun: usize) -> bool {
        let words = &self.scene.words;
        let holder = words.listed(noun).holder;
        let body = super::body_nouns::is_body(words.word(noun)) || holder == Some(HolderKind::Group);
        let plain = matches!(words.pos(modifier), Upos::Adj | Upos::Noun | Upos::Verb)
            && words.is_word(modifier)
            && !words.is_capitalised(modifier)
            && !VAGUE.contains(&words.word(modifier));
        body && plain
    }

    /// "the ruling party", "Averland’s ruling party": who was last described so, else the only one who will be.
    pub(crate) fn by_description(&self, base: &Range<usize>, head: usize) -> Option<usize> {
        let scene = self.scene;
        let words = &scene.words;
        let modifier = head.checked_sub(1).filter(|&modifier| modifier > base.start)?;
        let owned = words.is_possessive_mark(modifier - 1);
        let plain = modifier == base.start + 1 && words.is_any(base.start, &["the", "this", "that"]);
        if !(owned || plain) || !self.describes(modifier, head) {
            return None;
        }
        let owner = owned.then(|| scene.actors.head_mention(words.bytes(&(base.start..modifier - 1)))).flatten();
        let owner = owner.and_then(|owner| scene.actors.actors.get(owner.actor)).map(|owner| owner.id.as_str());
        if owned && owner.is_none() {
            return None;
        }
        let (modifier, noun) = (words.word(modifier), words.word(head));
        let Some(described) = self.descriptions.get(&(modifier.to_owned(), noun.to_owned())) else {
            let rules = noun == "party" && matches!(modifier, "ruling" | "governing");
            return if rules { self.only_party(owner) } else { None };
        };
        let fits = |actor: usize| {
            let own = scene.actors.actors.get(actor).and_then(|actor| actor.affiliation.as_deref());
            owner.is_none() || own.is_none() || own == owner
        };
        let behind = described.partition_point(|&(token, _)| token < base.start);
        let (before, after) = described.split_at(behind);
        if let Some(&(_, actor)) = before.iter().rev().find(|&&(_, actor)| fits(actor)) {
            return Some(actor);
        }
        let (_, only) = after.iter().copied().find(|&(_, actor)| fits(actor))?;
        after.iter().all(|&(_, actor)| actor == only || !fits(actor)).then_some(only)
    }

    /// The one party that the text names, of one state where that is told.
    fn only_party(&self, state: Option<&str>) -> Option<usize> {
        let actors = self.scene.actors.actors.iter().enumerate();
        let mut parties = actors.filter(|(_, actor)| {
            let of = actor.affiliation.as_deref();
            actor.subkind.as_deref() == Some("party") && (state.is_none() || of.is_none() || of == state)
        });
        let (only, _) = parties.next()?;
        parties.next().is_none().then_some(only)
    }
}
