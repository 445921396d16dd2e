//! Claimants whom the words right in front of a source or a relative clause tell.

use std::ops::Range;

use rapporteur_core::{ActorKind, MentionForm, SourceForm};

use super::{DESCRIPTION, Holder, Resolver};
use crate::actors::FoundMention;
use crate::claims::grammar::groups::Shape;
use crate::tagger::Upos;

/// How many tokens a paper may stand in front of "which".
const PAPER: usize = 10;

impl Resolver<'_, '_> {
    /// "Sorrel Vane, a pilot of old | who": the name in front of the words that describe it.
    pub(crate) fn name_in_front(&self, described: &Range<usize>) -> Option<Holder> {
        let words = &self.scene.words;
        let comma = described.start.checked_sub(1).filter(|&comma| words.is(comma, ","))?;
        if !words.is_any(described.start, &["a", "an", "the", "one"]) {
            return None;
        }
        let name = self.mention_ending_at(comma)?;
        let fits = matches!(self.kind(name.actor), Some(ActorKind::Person | ActorKind::Organisation));
        fits.then(|| Holder::of(name.actor, SourceForm::Pronoun))
    }

    /// "the agency’s report on Averland, | which finds": the paper, where the words before "which" only say what it is about.
    pub(crate) fn paper_in_front(&mut self, described: &Range<usize>, which: usize) -> Option<Holder> {
        let scene = self.scene;
        let words = &scene.words;
        if !words.is_any(which, &["which", "that"]) || scene.is_paper(scene.head_of(described)) {
            return None;
        }
        let about = described.start.checked_sub(1)?;
        let about = about.checked_sub(usize::from(words.is_any(about, &["the", "a", "an"])))?;
        let paper = about.checked_sub(1).filter(|&paper| scene.is_paper(paper))?;
        if !words.is_any(about, &["on", "about", "to"]) || described.start > paper + PAPER {
            return None;
        }
        let phrase = scene.noun_phrase_before(paper + 1, scene.bounds(paper).start)?;
        // "the Office of Tides’ | annual report"
        let mark = phrase.start.checked_sub(1).filter(|&mark| words.is_possessive_mark(mark));
        if let Some(owner) = mark.and_then(|mark| self.mention_ending_at(mark)) {
            let form = Some(SourceForm::Document);
            return Some(Holder { actor: Some(owner.actor), via: Some(phrase), form, ..Holder::default() });
        }
        let held = self.document(&phrase, paper, None);
        held.actor.is_some().then_some(held)
    }

    /// "She is a pilot | who believes": the person of whom the words in front of "who" are said.
    pub(crate) fn said_to_be(&mut self, described: &Range<usize>, who: usize) -> Option<Holder> {
        let scene = self.scene;
        let words = &scene.words;
        let one = words.is_any(described.start, &["a", "an", "the"]) && words.is(who, "who");
        let head = scene.head_of(described);
        let number = described.start.checked_sub(1).and_then(|before| scene.groups.at(before))?;
        let group = scene.groups.get(number)?;
        let plain = group.copula && group.shape == Shape::Finite && !group.negated && !group.modal;
        if !one || !plain || words.pos(head) != Upos::Noun || words.word(head).ends_with('s') {
            return None;
        }
        let subject = scene.subject(number, scene.bounds(described.start).start)?;
        let phrase = subject.antecedent.unwrap_or(subject.tokens);
        // "It is a pilot who believes"
        if words.is_any(phrase.start, &["it", "there", "this", "that"]) {
            return None;
        }
        let actor = self.phrase(&phrase, None).actor?;
        (self.kind(actor) == Some(ActorKind::Person)).then(|| Holder::of(actor, SourceForm::Pronoun))
    }

    /// "the Harbour Party, | whose congress": what speaks for the body in front.
    pub(crate) fn organ_of_owner_in_front(&self, phrase: &Range<usize>, head: usize) -> Option<usize> {
        const ORGANS: &[&str] =
            &["congress", "conference", "leadership", "executive", "management", "board", "caucus", "membership"];
        let words = &self.scene.words;
        let organ = words.is(phrase.start, "whose") && ORGANS.contains(&words.word(head)) && phrase.end == head + 1;
        let owner = self.owner_in_front(phrase.start).filter(|_| organ)?;
        matches!(self.kind(owner), Some(ActorKind::Organisation | ActorKind::Alliance)).then_some(owner)
    }

    /// The actor right in front of "whose", past a comma.
    pub(crate) fn owner_in_front(&self, whose: usize) -> Option<usize> {
        let words = &self.scene.words;
        let end = whose - usize::from(whose > 0 && words.is(whose - 1, ","));
        self.mention_ending_at(end).map(|mention| mention.actor)
    }

    /// "Averland, | Lomar and Kestria": those that a source holds with the members of the list in front of it.
    pub(crate) fn with_those_in_front(&self, phrase: &Range<usize>, joint: &[usize]) -> Option<(usize, Vec<usize>)> {
        let words = &self.scene.words;
        if let Some(front) = self.in_front_of_others(phrase).or_else(|| self.in_front_of_nor(phrase)) {
            return Some((
                front,
                self.scene.actors.head_mention(words.bytes(phrase)).map(|own| own.actor).into_iter().collect(),
            ));
        }
        let kind = self.kind(*joint.first()?);
        let mut found = Vec::new();
        let low = self.scene.bounds(phrase.start).start;
        let mut start = phrase.start;
        while let Some(comma) = start.checked_sub(1).filter(|&comma| comma > low && words.is(comma, ","))
            && let Some(member) = self.mention_ending_at(comma)
            && self.kind(member.actor) == kind
            && member.form != MentionForm::Adjective
        {
            found.push(member.actor);
            start = words.layer.token_at(member.at.start);
        }
        // "In Averland, Kestria and Lomar say": a place in front of the two.
        let place = start > 0 && words.pos(start - 1) == Upos::Adp && !words.is(start - 1, "of");
        found.retain(|actor| !joint.contains(actor));
        if place || found.is_empty() {
            return None;
        }
        found.reverse();
        found.extend_from_slice(joint);
        let first = found.remove(0);
        Some((first, found))
    }

    /// "Averland, as well as Kestria, | believes", "Okello, along with Lind, | said": who joins a holder in an aside.
    pub(crate) fn joined_in_aside(&self, phrase: &Range<usize>) -> Vec<usize> {
        let words = &self.scene.words;
        let at = phrase.end + usize::from(words.is(phrase.end, ","));
        let with = words.is_any(at, &["along", "together"]) && words.is(at + 1, "with");
        let well = words.is(at, "as") && words.is(at + 1, "well") && words.is(at + 2, "as");
        if at == phrase.end || !(with || well) {
            return Vec::new();
        }
        let first = at + if well { 3 } else { 2 };
        self.named_up_to_comma(phrase, first)
    }

    /// "Okello, in an opinion joined by Lind, | considered": who puts his name to it as well.
    pub(crate) fn signed_with(&self, phrase: &Range<usize>) -> Vec<usize> {
        const SIGNED: &[&str] =
            &["opinion", "dissent", "letter", "article", "statement", "essay", "judgment", "judgement"];
        let words = &self.scene.words;
        let comma = phrase.end;
        let high = self.scene.bounds(comma).end.min(comma + DESCRIPTION);
        let joined = (comma + 1..high)
            .take_while(|&at| !words.is(at, ","))
            .find(|&at| words.is_any(at, &["joined", "co-signed", "cosigned", "signed"]) && words.is(at + 1, "by"));
        let Some(joined) = joined.filter(|_| words.is(comma, ",")) else { return Vec::new() };
        let paper = joined == comma + 1 || words.is_any(joined - 1, SIGNED);
        if paper { self.named_up_to_comma(phrase, joined + 2) } else { Vec::new() }
    }

    /// "Okello announced, jointly with Lind, | a levy": who does with a holder what the cue says.
    pub(crate) fn joined_behind(&self, cue: &Range<usize>, content: usize) -> Vec<usize> {
        const TOGETHER: &[&str] =
            &["announced", "launched", "unveiled", "presented", "published", "issued", "proposed", "pledged"];
        let words = &self.scene.words;
        // "announced with Lind and Brand | a levy"
        let with = words.is(cue.end, "with") && cue.end + 1 < content && content <= cue.end + DESCRIPTION;
        if with && words.is_any(cue.end - 1, TOGETHER) {
            let named = cue.end + 1..content;
            let last = self.mention_ending_at(content).filter(|last| words.layer.token_at(last.at.start) > cue.end);
            let all = self.joint(&named);
            return last.map(|last| if all.is_empty() { vec![last.actor] } else { all }).unwrap_or_default();
        }
        let at = cue.end + 1;
        let jointly = words.is_any(at, &["jointly", "together", "along"]) && words.is(at + 1, "with");
        if words.is(cue.end, ",") && jointly { self.named_up_to_comma(cue, at + 2) } else { Vec::new() }
    }

    /// Those whom the words from `first` to the comma that closes an aside behind `phrase` name.
    fn named_up_to_comma(&self, phrase: &Range<usize>, first: usize) -> Vec<usize> {
        let words = &self.scene.words;
        let high = self.scene.bounds(phrase.end).end.min(first + DESCRIPTION);
        let Some(close) = (first..high).find(|&at| words.is(at, ",")) else { return Vec::new() };
        let bytes = words.bytes(&(first..close));
        let listed = self.joint(&(first..close));
        let one = self.scene.actors.head_mention(bytes).filter(|one| listed.is_empty() && one.at.end == bytes.end);
        one.map(|one| vec![one.actor]).unwrap_or(listed)
    }

    /// "Neither Averland nor | Kestria": whom the first half names.
    fn in_front_of_nor(&self, phrase: &Range<usize>) -> Option<usize> {
        let nor = phrase.start.checked_sub(1).filter(|&nor| self.scene.words.is(nor, "nor"))?;
        self.mention_ending_at(nor).map(|front| front.actor)
    }

    /// "Okello and | allies, who": the person in front of a bare plural for company.
    pub(crate) fn joined_to_company(&self, described: &Range<usize>) -> Option<usize> {
        const COMPANY: &[&str] = &["allies", "aides", "colleagues", "advisers", "supporters", "others", "associates"];
        let words = &self.scene.words;
        let and = described.start.checked_sub(1).filter(|&and| words.is(and, "and"))?;
        let bare = described.len() == 1 && words.is_any(described.start, COMPANY);
        let front = self.mention_ending_at(and).filter(|_| bare)?;
        (self.kind(front.actor) == Some(ActorKind::Person)).then_some(front.actor)
    }

    /// "Okello and | other Kestrian officials": who opens the sentence in front of "other".
    fn in_front_of_others(&self, phrase: &Range<usize>) -> Option<usize> {
        let words = &self.scene.words;
        let and = phrase.start.checked_sub(1).filter(|&and| words.is(and, "and") && words.is(phrase.start, "other"))?;
        let front = self.mention_ending_at(and)?;
        self.opens_sentence(words.layer.token_at(front.at.start)).then_some(front.actor)
    }

    /// "a bill introduced in the Assembly": where it was brought in, and not whose it is.
    pub(crate) fn is_where_brought_in(&self, mention: &FoundMention, head: usize) -> bool {
        const BROUGHT: &[&str] = &["introduced", "filed", "tabled", "pending", "debated", "signed", "lodged"];
        let words = &self.scene.words;
        let first = words.layer.token_at(mention.at.start);
        let link = (head + 1..first).rev().find(|&at| words.pos(at) == Upos::Adp);
        link.is_some_and(|link| {
            words.is_any(link, &["in", "at", "before"]) && (head + 1..link).any(|at| words.is_any(at, BROUGHT))
        })
    }

    /// The largest mention that ends in front of a token.
    fn mention_ending_at(&self, end: usize) -> Option<&FoundMention> {
        let words = &self.scene.words;
        let before = words.token(end.checked_sub(1)?)?.at.end;
        let near = self.mentions_before(before).take(8).filter(|mention| mention.at.end == before);
        near.min_by_key(|mention| mention.at.start)
    }
}
