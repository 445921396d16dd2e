//! Papers and whoever made them, as the words around tell: "a study by", "X issued a statement".

use std::ops::Range;

use rapporteur_core::{ActorKind, MentionForm, Sense};

use crate::actors::{ActorTable, FoundActor};
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::lexicon::HolderKind;
use crate::tagger::Upos;

/// Verbs by which a body hands a paper out.
const HANDED_OUT: &[&str] = &[
    "issued",
    "adopted",
    "adopt",
    "adopts",
    "carried",
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
    "co-submitted",
    "co-authored",
    "moved",
    "drafted",
    "prepared",
    "put",
    "compiled",
    "unveiled",
    "presented",
    "conducted",
    "launched",
    "filed",
    "signed",
    "passed",
    "approved",
    "endorsed",
    "introduced",
    "designed",
    "elaborated",
    "devised",
    "authored",
    "penned",
    "proposed",
    "announced",
    "ratified",
    "promulgated",
    "enacted",
    "developed",
    "floated",
    "lodged",
    "brought",
    "addressed",
    "updated",
];
/// How many words may tell when between such a verb and its paper.
const WHEN: usize = 6;

/// A paper that the text names together with who made it.
#[derive(Debug, Clone)]
pub(crate) struct Paper {
    /// Its noun.
    pub token: usize,
    pub maker: Maker,
}

/// Who made a paper.
#[derive(Debug, Clone)]
pub(crate) enum Maker {
    Actor(usize),
    /// By words that take somebody up: "she", "the firm".
    Words(Range<usize>),
}

impl Scene<'_> {
    /// The nouns of papers, in text order.
    pub(crate) fn paper_nouns(&self) -> Vec<usize> {
        (0..self.words.len()).filter(|&token| self.is_paper(token)).collect()
    }

    /// The papers whose makers the text tells, in text order.
    pub(crate) fn papers(&self, nouns: &[usize]) -> Vec<Paper> {
        nouns
            .iter()
            .filter_map(|&token| {
                let named = self.maker(token).map(Maker::Actor);
                let maker = named.or_else(|| self.maker_taken_up(token).map(Maker::Words))?;
                Some(Paper { token, maker })
            })
            .collect()
    }

    /// Whether the noun at `token` is a paper's; "paper" is, though newspapers are called so too.
    pub(crate) fn is_paper(&self, token: usize) -> bool {
        matches!(self.words.pos(token), Upos::Noun | Upos::Propn) && self.names_paper(token)
    }

    // Not inlined: most words are no nouns, and for them there is nothing to call.
    #[inline(never)]
    fn names_paper(&self, token: usize) -> bool {
        let words = &self.words;
        let listed = words.listed(token);
        listed.holder == Some(HolderKind::Document)
            || listed.poll
            || matches!(
                singular(words.word(token)),
                "paper" | "polling" | "readout" | "motion" | "commentary" | "pamphlet" | "image" | "experiment"
            )
            || words.last_part(token).is_some_and(|last| self.lexicon.holder(last) == Some(HolderKind::Document))
    }

    /// The phrase of the paper that a sentence begins with: "The Commission’s screening report".
    pub(crate) fn paper_at_start(&self, start: usize, high: usize) -> Option<Range<usize>> {
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
    pub(crate) fn maker(&self, head: usize) -> Option<usize> {
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
        let named = self
            .actors
            .mentions_in(words.bytes(&(phrase.start..head)))
            .filter(|mention| mention.sense == Sense::Actor && mention.form != MentionForm::Pronoun);
        let mention = ActorTable::last_outermost(named)?;
        let owns = words.is_possessive_mark(words.layer.token_at(mention.at.end));
        (owns || self.is_body(mention.actor)).then_some(mention.actor)
    }

    fn maker_behind(&self, head: usize, bounds: &Range<usize>) -> Option<usize> {
        let words = &self.words;
        let mut at = head + 1;
        // "a study, by the Lind Centre,"
        at += usize::from(words.is(at, ",") && words.is(at + 1, "by"));
        // "The study, published in May by the Lind Centre,"
        let aside =
            words.is(at, ",") && self.groups.holding(at + 1).is_some_and(|group| group.shape == Shape::Participle);
        at += usize::from(aside && HANDED_OUT.contains(&words.word(at + 1)));
        // "a post on Facebook by Okello"
        if words.is(at, "on")
            && let Some(end) = self.noun_phrase_end(at + 1, bounds.end)
            && words.is(end, "by")
        {
            at = end;
        }
        let participle = self.groups.holding(at);
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
        let acts = mention.sense == Sense::Actor || self.is_organisation(mention.actor);
        (fits && acts).then_some(mention.actor)
    }

    /// "X put out | a statement"
    fn maker_by_verb(&self, start: usize, bounds: &Range<usize>) -> Option<usize> {
        self.named_head(&self.hands_out(start, bounds)?)
    }

    /// As above, of a new paper: "a statement".
    pub(crate) fn handed_out_by(&self, paper: &Range<usize>) -> Option<Range<usize>> {
        let new = self.words.is_any(paper.start, &["a", "an", "another", "its", "their", "his", "her"]);
        self.hands_out(paper.start, &self.bounds(paper.start)).filter(|_| new)
    }

    /// The words for whoever hands out the paper whose phrase begins at `start`.
    fn hands_out(&self, start: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let words = &self.words;
        let verb = (start.saturating_sub(WHEN).max(bounds.start)..start).rev().find_map(|at| self.groups.at(at))?;
        let group = self.groups.get(verb)?;
        let near = group.tokens.end == start
            || group.tokens.end + 1 == start && words.is_any(group.tokens.end, &["out"])
            || self.only_when(group.tokens.end..start);
        if !near || group.passive || group.negated || !HANDED_OUT.contains(&words.word(group.head)) {
            return None;
        }
        let subject = self.subject(verb, bounds.start)?;
        Some(subject.antecedent.unwrap_or(subject.tokens))
    }

    /// "adopted | for the first time | a resolution": words between a verb and its object that only tell when.
    fn only_when(&self, between: Range<usize>) -> bool {
        let words = &self.words;
        let times =
            ["time", "week", "month", "year", "day", "today", "yesterday", "earlier", "later", "recently", "also"];
        let plain = |at: usize| {
            matches!(words.pos(at), Upos::Adp | Upos::Det | Upos::Adj | Upos::Adv | Upos::Num)
                || words.is_time(at)
                || words.is_any(at, &times)
        };
        between.len() <= WHEN
            && between.clone().any(|at| words.is_time(at) || words.is_any(at, &times))
            && between.clone().all(plain)
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
        // "Okello’s spokesman"
        let end = self.words.layer.token_at(mention.at.end);
        let owner = end < base.end && self.words.is_possessive_mark(end);
        (mention.sense == Sense::Actor && !owner).then_some(mention.actor)
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

    pub(crate) fn is_medium(&self, actor: usize) -> bool {
        self.actors.actors.get(actor).is_some_and(FoundActor::is_medium)
    }
}

/// A noun without its plural ending.
pub(crate) fn singular(word: &str) -> &str {
    match word {
        "studies" => "study",
        "polling" => "poll",
        "analyses" => "analysis",
        "analysis" => "analysis",
        _ => word.strip_suffix('s').filter(|rest| rest.len() > 3).unwrap_or(word),
    }
}
