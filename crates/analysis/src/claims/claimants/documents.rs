//! Papers that speak for whoever made them: reports, polls, letters, statements.

use std::ops::Range;

use rapporteur_core::{ActorKind, ByteRange, MentionForm, Sense, SourceForm};

use super::papers::{Maker, Paper, singular};
use super::{Holder, Resolver};
use crate::actors::ActorTable;

/// How many sentences back "the report" may point to a paper that was called something else.
const NEAR: usize = 4;
/// What papers are called whose findings count.
const FINDINGS: &[&str] = &[
    "report",
    "study",
    "paper",
    "review",
    "analysis",
    "audit",
    "assessment",
    "document",
    "brief",
    "survey",
    "poll",
    "finding",
    "data",
    "research",
    "estimate",
    "index",
    "figure",
    "text",
];
/// What papers are called whose word counts.
const WORDS: &[&str] = &[
    "statement",
    "communiqué",
    "communique",
    "declaration",
    "release",
    "note",
    "letter",
    "message",
    "memo",
    "memorandum",
    "document",
    "text",
    "page",
    "bulletin",
    "notice",
    "manifesto",
    "proposal",
    "plan",
    "readout",
];

/// Who stand behind a paper without a name.
const MAKERS: &[&str] = &["authors", "author", "pollsters", "researchers", "drafters", "auditors", "surveyors"];
/// Who of a body’s own they may be as well.
const STAFF: &[&str] = &[
    "economists",
    "analysts",
    "scholars",
    "experts",
    "scientists",
    "academics",
    "investigators",
    "inspectors",
    "statisticians",
    "modellers",
    "modelers",
    "forecasters",
    "observers",
    "monitors",
    "writers",
];

impl Resolver<'_, '_> {
    /// The communiqué, report or poll speaks for whoever issued it.
    pub(crate) fn document(&mut self, phrase: &Range<usize>, head: usize, around: Option<usize>) -> Holder {
        let scene = self.scene;
        let words = &scene.words;
        let held =
            |actor| Holder { actor, via: Some(phrase.clone()), form: Some(SourceForm::Document), ..Holder::default() };
        let word = singular(words.word(head)).to_owned();
        if let Some(parties) = self.parties_to(phrase, head).filter(|_| phrase.end > head + 1) {
            return parties;
        }
        if let Some(maker) = scene.maker(head).or_else(|| self.named_within(phrase, head)) {
            self.documents.insert(word, (maker, phrase.clone()));
            // "a statement from Averland, Lomar and Kestria"
            let list =
                (head + 1..phrase.end).find(|&at| words.is_any(at, &["from", "by"])).map(|at| at + 1..phrase.end);
            let others = list.map(|list| self.joint(&list)).unwrap_or_default();
            let others = others.into_iter().filter(|&other| other != maker).collect();
            return Holder { others, ..held(Some(maker)) };
        }
        // "Okello’s spokesman, Otis Brand, issued | a statement"
        let by = scene.handed_out_by(phrase).filter(|by| !scene.is_paper(scene.head_of(by)));
        let by = by.map(|by| self.phrase(&by, around));
        if let Some((maker, others)) = by.and_then(|by| Some((by.actor?, by.others))) {
            self.documents.insert(word, (maker, phrase.clone()));
            return Holder { others, ..held(Some(maker)) };
        }
        // "Sorrel Vane, | whose plan"
        if words.is(phrase.start, "whose") {
            return held(self.owner_in_front(phrase.start));
        }
        if words.is_possessive_pronoun(phrase.start) {
            // "Its first report … Its second report"
            let again = words.is_any(phrase.start, &["its", "their"]).then(|| self.documents.get(&word)).flatten();
            let again = again.filter(|(_, earlier)| self.between(earlier.start, head) <= NEAR).map(|(maker, _)| *maker);
            // "Their decision": of all who are meant.
            let owners = again.is_none().then(|| self.pronoun(phrase.start, around));
            let owner = again.or_else(|| owners.as_ref()?.actor);
            if let Some(owner) = owner {
                self.documents.insert(word, (owner, phrase.clone()));
            }
            return Holder { others: owners.map(|owners| owners.others).unwrap_or_default(), ..held(owner) };
        }
        // "The government’s own strategy": whoever the words in front of the mark stand for.
        if let Some(mark) = (phrase.start + 1..head).rev().find(|&at| words.is_possessive_mark(at)) {
            let owner = self.phrase(&(phrase.start..mark), around);
            self.documents.extend(owner.actor.map(|maker| (word, (maker, phrase.clone()))));
            return Holder { others: owner.others, ..held(owner.actor) };
        }
        if let Some(maker) = self.body_in_front(phrase, head) {
            self.documents.insert(word, (maker, phrase.clone()));
            return held(Some(maker));
        }
        // "Averland received Kestria’s envoy. The joint statement …": of two, and never of one of them.
        if let Some(together) = self.parties_to(phrase, head).or_else(|| self.joint_paper(phrase, head)) {
            self.documents
                .extend(together.actor.filter(|_| together.others.is_empty()).map(|it| (word, (it, phrase.clone()))));
            return together;
        }
        if self.is_joint(phrase, head) && words.is(phrase.start, "the") {
            return held(None);
        }
        if let Some(maker) = self.made_before(&word, phrase.start).or_else(|| self.court_of(&word, phrase.start)) {
            return held(Some(maker));
        }
        if let Some(maker) = self.made_behind(&word, phrase.start, head) {
            self.documents.insert(word, (maker, phrase.clone()));
            return held(Some(maker));
        }
        if let Some(maker) = self.imposed_by(phrase, head) {
            return held(Some(maker));
        }
        let definite = words.is_any(phrase.start, &["the", "this", "that"]);
        if definite
            && (WORDS.contains(&word.as_str())
                || matches!(word.as_str(), "concept" | "resolution" | "strategy" | "doctrine" | "report"))
        {
            // The body last named issued it.
            let before = words.token(phrase.start).map_or(0, |token| token.at.start);
            let body = self.mentions_before(before).find(|mention| {
                matches!(self.kind(mention.actor), Some(ActorKind::Alliance | ActorKind::Organisation))
                    && mention.sense == Sense::Actor
                    && self.sentences_between(mention.at.start, phrase.start) <= 2
            });
            if let Some(mention) = body {
                self.documents.insert(word, (mention.actor, phrase.clone()));
                return held(Some(mention.actor));
            }
        }
        // "The Lind Centre asked 2,000 voters. The survey …": that of the body that studies things.
        if definite && FINDINGS.contains(&word.as_str()) && phrase.len() == 2 {
            return held(self.studying_body_before(phrase.start));
        }
        held(None)
    }

    /// The institute or the like that the two sentences before name, where they name no other body.
    fn studying_body_before(&self, token: usize) -> Option<usize> {
        const STUDY: &[&str] =
            &["institute", "think tank", "foundation", "university", "research institute", "network"];
        let before = self.scene.words.token(token)?.at.start;
        let mut only = None;
        for mention in self.mentions_before(before) {
            if self.sentences_between(mention.at.start, token) > 2 {
                break;
            }
            let Some(body) = self.scene.actors.actors.get(mention.actor) else { continue };
            if body.kind != ActorKind::Organisation || only == Some(mention.actor) {
                continue;
            }
            if only.is_some() || !body.subkind.as_deref().is_some_and(|subkind| STUDY.contains(&subkind)) {
                return None;
            }
            only = Some(mention.actor);
        }
        only
    }

    /// Whether "paper", by which a newspaper may be meant, is one somebody wrote: it says by whom, or of what kind it is.
    pub(crate) fn is_written_paper(&mut self, head: usize, phrase: &Range<usize>) -> bool {
        let scene = self.scene;
        let words = &scene.words;
        words.is_any(head, &["paper", "papers"])
            && (words.is_any(head + 1, &["by", "from", "of", "for", "on", "circulated", "published", "written"])
                || head > phrase.start
                    && words.is_any(head - 1, &["white", "working", "green", "position", "discussion", "policy"])
                || self.made_before("paper", phrase.start).is_some_and(|maker| !scene.is_medium(maker))
                || words.is(phrase.start, "the") && self.studying_body_before(phrase.start).is_some())
    }

    /// The last actor named in the phrase, unless the paper is about it.
    fn named_within(&self, phrase: &Range<usize>, head: usize) -> Option<usize> {
        let words = &self.scene.words;
        let about = |at: ByteRange| {
            let first = words.layer.token_at(at.start);
            if self.is_on_its_site(at) {
                return false;
            }
            (first.saturating_sub(3)..first).filter(|&index| index > head).any(|index| {
                words.is_any(index, &["on", "about", "into", "over", "regarding", "concerning", "against"])
            })
        };
        let named = self
            .scene
            .actors
            .mentions_in(words.bytes(phrase))
            .filter(|mention| mention.sense == Sense::Actor && mention.form != MentionForm::Pronoun)
            .filter(|mention| {
                !about(mention.at) && (!self.is_dealt_with(mention, head) || self.is_on_its_site(mention.at))
            })
            .filter(|mention| !self.is_where_brought_in(mention, head));
        ActorTable::last_outermost(named).map(|mention| mention.actor)
    }

    /// "a paper on the agency’s website"
    fn is_on_its_site(&self, owner: ByteRange) -> bool {
        let words = &self.scene.words;
        let after = words.layer.token_at(owner.end);
        (after..after + 4).any(|index| words.is_any(index, &["website", "site", "page", "blog"]))
    }

    /// Who made the paper that "the report" at `token` points back to: the last of that name, else the last of the same sort
    /// a few sentences before.
    fn made_before(&mut self, word: &str, token: usize) -> Option<usize> {
        let words = &self.scene.words;
        if !words.is_any(token, &["the", "this", "that", "these", "those"]) {
            return None;
        }
        let earlier = self.papers.get(..self.papers.partition_point(|paper| paper.token < token)).unwrap_or_default();
        let same = earlier.iter().rev().find(|paper| singular(words.word(paper.token)) == word).cloned();
        let told = self.documents.get(word);
        match (same, told) {
            (Some(paper), Some((_, phrase))) if phrase.start <= paper.token => return self.maker_of(&paper),
            (_, Some((maker, _))) => return Some(*maker),
            (Some(paper), None) => return self.maker_of(&paper),
            (None, None) => {}
        }
        // "the post-enumeration survey": a kind of its own, and not what was called otherwise before.
        let hyphened = words.raw(token + 1).contains('-') && !words.is(token + 1, word);
        if hyphened {
            return None;
        }
        let sort = [FINDINGS, WORDS].into_iter().filter(|sort| sort.contains(&word)).flatten();
        let sort: Vec<&str> = sort.copied().collect();
        let paper = earlier
            .iter()
            .rev()
            .take_while(|paper| self.between(paper.token, token) <= NEAR)
            .find(|paper| sort.contains(&singular(words.word(paper.token))))?
            .clone();
        self.maker_of(&paper)
    }

    /// "according to a poll. The Lind Centre survey …": who made the paper of that sort which the next sentences take up with
    /// its maker.
    fn made_behind(&mut self, word: &str, first: usize, head: usize) -> Option<usize> {
        const POLLS: &[&str] = &["poll", "survey"];
        let scene = self.scene;
        let words = &scene.words;
        if !words.is_any(first, &["a", "an"]) {
            return None;
        }
        let from = self.papers.partition_point(|paper| paper.token <= head);
        let later = self.papers.get(from..).unwrap_or_default();
        let paper = later
            .iter()
            .take_while(|paper| self.between(head, paper.token) <= 2)
            .find(|paper| {
                let other = singular(words.word(paper.token));
                let same = other == word || POLLS.contains(&other) && POLLS.contains(&word);
                let definite = scene
                    .noun_phrase_before(paper.token + 1, scene.bounds(paper.token).start)
                    .is_some_and(|phrase| words.is_any(phrase.start, &["the", "this"]));
                same && definite && self.between(head, paper.token) > 0
            })?
            .clone();
        self.maker_of(&paper)
    }

    /// The actor who made a paper.
    fn maker_of(&mut self, paper: &Paper) -> Option<usize> {
        match &paper.maker {
            Maker::Actor(actor) => Some(*actor),
            // A paper by a paper is by nobody.
            Maker::Words(phrase) => {
                let head = self.scene.head_of(phrase);
                if self.scene.is_paper(head) { None } else { self.phrase(phrase, None).actor }
            }
        }
    }

    /// "the authors", "the pollsters": whoever made the last paper.
    pub(crate) fn makers_of_last_paper(&mut self, phrase: &Range<usize>, head: usize) -> Option<usize> {
        let words = &self.scene.words;
        let maker = MAKERS.contains(&words.word(head));
        let staff = STAFF.contains(&words.word(head)) && words.is(phrase.start, "the") && phrase.len() == 2;
        if !(maker || staff) || !words.is_any(phrase.start, &["the", "its"]) {
            return None;
        }
        // "Its author, Lin Qiaoyu,"
        if let Some(named) = self.named_in_aside(phrase.end) {
            return Some(named);
        }
        let earlier = self.papers.get(..self.papers.partition_point(|paper| paper.token < head)).unwrap_or_default();
        let last = earlier
            .iter()
            .rev()
            .take_while(|paper| self.between(paper.token, head) <= NEAR)
            .find(|paper| FINDINGS.contains(&singular(words.word(paper.token))))
            .cloned();
        let Some(last) = last else { return self.studying_body_before(phrase.start).filter(|_| maker) };
        let made_by = self.maker_of(&last)?;
        (maker || self.kind(made_by) != Some(ActorKind::Person)).then_some(made_by)
    }

    /// Sentences between two tokens.
    pub(crate) fn between(&self, first: usize, second: usize) -> usize {
        let byte = self.scene.words.token(first).map_or(0, |token| token.at.start);
        self.sentences_between(byte, second)
    }
}
