//! Papers that speak for whoever made them: reports, polls, letters, statements.

use std::ops::Range;

use rapporteur_core::{ActorKind, ByteRange, MentionForm, Sense, SourceForm};

use super::groups::Shape;
use super::resolve::{Holder, Resolver};
use super::scene::Scene;
use crate::lexicon::HolderKind;
use crate::tagger::Upos;

/// How many sentences back "the report" may point to a paper that was called something else.
const NEAR: usize = 4;

/// Verbs by which a body hands a paper out.
const HANDED_OUT: &[&str] = &[
    "issued",
    "issue",
    "issues",
    "published",
    "publishes",
    "publish",
    "released",
    "releases",
    "sent",
    "sends",
    "wrote",
    "writes",
    "produced",
    "circulated",
    "commissioned",
    "posted",
    "delivered",
    "submitted",
    "distributed",
    "tabled",
    "drafted",
    "prepared",
    "put",
    "compiled",
    "unveiled",
    "presented",
    "conducted",
    "launched",
    "filed",
];

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

/// A paper that the text names together with who made it.
#[derive(Debug, Clone)]
pub(super) struct Paper {
    /// Its noun.
    pub token: usize,
    pub maker: Maker,
}

/// Who made a paper.
#[derive(Debug, Clone)]
pub(super) enum Maker {
    Actor(usize),
    /// By words that take somebody up: "she", "the firm".
    Words(Range<usize>),
}

impl Scene<'_> {
    /// The papers whose makers the text tells, in text order.
    pub(super) fn papers(&self) -> Vec<Paper> {
        let words = &self.words;
        (0..words.len())
            .filter(|&token| self.is_paper(token))
            .filter_map(|token| {
                let named = self.maker(token).map(Maker::Actor);
                let maker = named.or_else(|| self.maker_taken_up(token).map(Maker::Words))?;
                Some(Paper { token, maker })
            })
            .collect()
    }

    /// Whether the noun at `token` is a paper's; "paper" is, though newspapers are called so too.
    pub(super) fn is_paper(&self, token: usize) -> bool {
        let words = &self.words;
        let noun = matches!(words.pos(token), Upos::Noun | Upos::Propn);
        let word = words.word(token);
        noun && (self.lexicon.holder(word) == Some(HolderKind::Document)
            || self.lexicon.is_poll(word)
            || matches!(singular(word), "paper" | "readout" | "commentary" | "pamphlet" | "image" | "experiment")
            || word.rsplit_once('-').is_some_and(|(_, last)| self.lexicon.holder(last) == Some(HolderKind::Document)))
    }

    /// The phrase of the paper that a sentence begins with: "The Commission’s screening report".
    pub(super) fn paper_at_start(&self, start: usize, high: usize) -> Option<Range<usize>> {
        let words = &self.words;
        let head = (start..high.min(start + 8)).find(|&head| self.is_paper(head) && !self.is_paper(head + 1))?;
        let plain = (start..head).all(|index| {
            matches!(words.pos(index), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num)
                || words.is_possessive_mark(index)
                || words.is_possessive_pronoun(index)
                || words.pos(index) == Upos::Verb && index > start && words.is_possessive_mark(index - 1)
        });
        plain.then_some(start..head + 1)
    }

    /// Who made the paper at `head`: "Kestria’s report", "a Lind Centre poll", "the study by", "a letter from", "X issued a
    /// statement".
    pub(super) fn maker(&self, head: usize) -> Option<usize> {
        let words = &self.words;
        let bounds = self.bounds(head);
        let phrase = self.noun_phrase_before(head + 1, bounds.start)?;
        self.maker_in_front(&phrase, head)
            .or_else(|| self.maker_behind(head, &bounds))
            .or_else(|| self.maker_by_verb(phrase.start, &bounds))
            .or_else(|| self.speaker_in(&phrase, &bounds))
            .or_else(|| {
                // "a schedule attached to the report": what hangs on a paper is its maker's.
                let link = words.is_any(head + 1, &["of", "in", "attached", "to"]);
                let inner = (head + 2..bounds.end.min(head + 6)).find(|&at| self.is_paper(at)).filter(|_| link)?;
                let inner_phrase = self.noun_phrase_before(inner + 1, head + 1)?;
                self.maker_in_front(&inner_phrase, inner)
            })
    }

    fn maker_in_front(&self, phrase: &Range<usize>, head: usize) -> Option<usize> {
        let words = &self.words;
        // "the Commission’s | screening report": a participle that belongs to the noun.
        let owned = phrase
            .start
            .checked_sub(2)
            .filter(|&mark| words.pos(mark + 1) == Upos::Verb && words.is_possessive_mark(mark) && mark >= 1);
        let start = owned.map_or(phrase.start, |mark| mark.saturating_sub(3));
        let phrase = start..phrase.end;
        let mention = self
            .actors
            .mentions_in(words.bytes(&(phrase.start..head)))
            .filter(|mention| mention.sense == Sense::Actor && mention.form != MentionForm::Pronoun)
            .last()?;
        let owns = words.is_possessive_mark(words.layer.token_at(mention.at.end));
        (owns || self.is_body(mention.actor)).then_some(mention.actor)
    }

    fn maker_behind(&self, head: usize, bounds: &Range<usize>) -> Option<usize> {
        let words = &self.words;
        let mut at = head + 1;
        // "a study, by the Lind Centre,"
        at += usize::from(words.is(at, ",") && words.is(at + 1, "by"));
        let participle = self.groups.at(at).and_then(|group| self.groups.get(group));
        // "conducted for", which the tagger may take for a finite verb; "published last week by".
        let participle = participle.filter(|group| {
            let next = words.is_any(group.tokens.end, &["by", "for", "from"]);
            group.tokens.start == at
                && (group.shape == Shape::Participle
                    || next && group.shape == Shape::Finite && group.past && group.tokens.len() == 1)
        });
        let mut made = false;
        if let Some(group) = participle {
            made = true;
            at = (group.tokens.end..bounds.end.min(group.tokens.end + 5))
                .take_while(|&at| !matches!(words.pos(at), Upos::Det | Upos::Pron | Upos::Verb) || words.is(at, "this"))
                .find(|&at| words.is_any(at, &["by", "for", "from"]))?;
        }
        let link = words.word(at);
        let by = matches!(link, "by" | "from") || made && link == "for";
        if !(by || matches!(link, "of" | "in")) {
            return None;
        }
        let end = self.long_phrase_end(at + 1, bounds.end)?;
        // "by economists at Lathrop University"
        let end = match words.word(end) {
            "at" | "of" if by => self.long_phrase_end(end + 1, bounds.end).unwrap_or(end),
            _ => end,
        };
        let mention = self.actors.head_mention(words.bytes(&(at + 1..end)))?;
        let body = self.is_body(mention.actor);
        let fits = match link {
            "of" => body && mention.form != MentionForm::Adjective && self.is_organisation(mention.actor),
            "in" => self.is_medium(mention.actor),
            _ => true,
        };
        (fits && mention.sense == Sense::Actor).then_some(mention.actor)
    }

    /// "X put out | a statement"
    fn maker_by_verb(&self, start: usize, bounds: &Range<usize>) -> Option<usize> {
        self.named_head(&self.hands_out(start, bounds)?)
    }

    /// The words for whoever hands out the paper whose phrase begins at `start`.
    fn hands_out(&self, start: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let words = &self.words;
        let verb = (start.saturating_sub(2).max(bounds.start)..start).rev().find_map(|at| self.groups.at(at))?;
        let group = self.groups.get(verb)?;
        let near =
            group.tokens.end == start || group.tokens.end + 1 == start && words.is_any(group.tokens.end, &["out"]);
        if !near || group.passive || group.negated || !HANDED_OUT.contains(&words.word(group.head)) {
            return None;
        }
        let subject = self.subject(verb, bounds.start)?;
        Some(subject.antecedent.unwrap_or(subject.tokens))
    }

    /// As [`Scene::maker`], where other words stand for the maker: "we sent a letter", "the firm said in a statement".
    fn maker_taken_up(&self, head: usize) -> Option<Range<usize>> {
        let bounds = self.bounds(head);
        let phrase = self.noun_phrase_before(head + 1, bounds.start)?;
        self.hands_out(phrase.start, &bounds).or_else(|| self.speaks_in(&phrase, &bounds))
    }

    /// The actor that the first phrase of some words names.
    fn named_head(&self, phrase: &Range<usize>) -> Option<usize> {
        let base = phrase.start..self.noun_phrase_end(phrase.start, phrase.end).unwrap_or(phrase.end);
        let mention = self.actors.head_mention(self.words.bytes(&base))?;
        (mention.sense == Sense::Actor).then_some(mention.actor)
    }

    /// "X said in | a statement"
    fn speaker_in(&self, phrase: &Range<usize>, bounds: &Range<usize>) -> Option<usize> {
        self.named_head(&self.speaks_in(phrase, bounds)?)
    }

    fn speaks_in(&self, phrase: &Range<usize>, bounds: &Range<usize>) -> Option<Range<usize>> {
        let words = &self.words;
        let preposition = phrase.start.checked_sub(1).filter(|&at| at > bounds.start && words.is(at, "in"))?;
        if !words.is_any(phrase.start, &["a", "an", "its", "his", "her", "their"]) {
            return None;
        }
        let (number, group) = self.groups.within(bounds.start..preposition).next_back()?;
        if group.shape != Shape::Finite || !self.is_cue_group(group) || preposition > group.tokens.end + 6 {
            return None;
        }
        let subject = self.subject(number, bounds.start)?;
        Some(subject.antecedent.unwrap_or(subject.tokens))
    }

    fn is_body(&self, actor: usize) -> bool {
        self.actors.actors.get(actor).is_some_and(|actor| actor.kind != ActorKind::Person)
    }

    fn is_organisation(&self, actor: usize) -> bool {
        self.actors
            .actors
            .get(actor)
            .is_some_and(|actor| matches!(actor.kind, ActorKind::Organisation | ActorKind::Alliance))
    }

    pub(super) fn is_medium(&self, actor: usize) -> bool {
        self.actors.actors.get(actor).is_some_and(|actor| {
            matches!(
                actor.subkind.as_deref(),
                Some("media" | "newspaper" | "magazine" | "website" | "broadcaster" | "platform" | "news agency")
            )
        })
    }
}

impl Resolver<'_, '_> {
    /// The communiqué, report or poll speaks for whoever issued it.
    pub(super) fn document(&mut self, phrase: &Range<usize>, head: usize, around: Option<usize>) -> Holder {
        let scene = self.scene;
        let words = &scene.words;
        let held =
            |actor| Holder { actor, others: Vec::new(), via: Some(phrase.clone()), form: Some(SourceForm::Document) };
        let word = singular(words.word(head)).to_owned();
        if let Some(maker) = scene.maker(head).or_else(|| self.named_within(phrase, head)) {
            self.documents.insert(word, (maker, phrase.clone()));
            return held(Some(maker));
        }
        if words.is_possessive_pronoun(phrase.start) {
            // "Its first report … Its second report"
            let again = words.is_any(phrase.start, &["its", "their"]).then(|| self.documents.get(&word)).flatten();
            let again = again.filter(|(_, earlier)| self.between(earlier.start, head) <= NEAR).map(|(maker, _)| *maker);
            let owner = again.or_else(|| self.pronoun(phrase.start, around).actor);
            if let Some(owner) = owner {
                self.documents.insert(word, (owner, phrase.clone()));
            }
            return held(owner);
        }
        if let Some(maker) = self.made_before(&word, phrase.start) {
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
        held(None)
    }

    /// Whether "paper", by which a newspaper may be meant, is one somebody wrote: it says by whom, or of what kind it is.
    pub(super) fn is_written_paper(&mut self, head: usize, phrase: &Range<usize>) -> bool {
        let scene = self.scene;
        let words = &scene.words;
        words.is_any(head, &["paper", "papers"])
            && (words.is_any(head + 1, &["by", "from", "of", "for", "on", "circulated", "published", "written"])
                || head > phrase.start
                    && words.is_any(head - 1, &["white", "working", "green", "position", "discussion", "policy"])
                || self.made_before("paper", phrase.start).is_some_and(|maker| !scene.is_medium(maker)))
    }

    /// The last actor named in the phrase, unless the paper is about it.
    fn named_within(&self, phrase: &Range<usize>, head: usize) -> Option<usize> {
        let words = &self.scene.words;
        let about = |at: ByteRange| {
            let first = words.layer.token_at(at.start);
            // "a paper on the agency’s website"
            let after = words.layer.token_at(at.end);
            if (after..after + 4).any(|index| words.is_any(index, &["website", "site", "page", "blog"])) {
                return false;
            }
            (first.saturating_sub(3)..first).filter(|&index| index > head).any(|index| {
                words.is_any(index, &["on", "about", "into", "over", "regarding", "concerning", "against"])
            })
        };
        self.scene
            .actors
            .mentions_in(words.bytes(phrase))
            .filter(|mention| mention.sense == Sense::Actor && mention.form != MentionForm::Pronoun)
            .filter(|mention| !about(mention.at))
            .last()
            .map(|mention| mention.actor)
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
    pub(super) fn makers_of_last_paper(&mut self, phrase: &Range<usize>, head: usize) -> Option<usize> {
        let words = &self.scene.words;
        if !MAKERS.contains(&words.word(head)) || !words.is_any(phrase.start, &["the", "its"]) {
            return None;
        }
        let earlier = self.papers.get(..self.papers.partition_point(|paper| paper.token < head)).unwrap_or_default();
        let last = earlier
            .iter()
            .rev()
            .take_while(|paper| self.between(paper.token, head) <= NEAR)
            .find(|paper| FINDINGS.contains(&singular(words.word(paper.token))))?
            .clone();
        self.maker_of(&last)
    }

    /// Sentences between two tokens.
    fn between(&self, first: usize, second: usize) -> usize {
        let byte = self.scene.words.token(first).map_or(0, |token| token.at.start);
        self.sentences_between(byte, second)
    }
}

/// A noun without its plural ending.
fn singular(word: &str) -> &str {
    match word {
        "studies" => "study",
        "analyses" => "analysis",
        "analysis" => "analysis",
        _ => word.strip_suffix('s').filter(|rest| rest.len() > 3).unwrap_or(word),
    }
}
