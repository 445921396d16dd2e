//! The members of a source that several make up, each resolved for itself: "the Tidal Bank, the finance minister and his aides".

use std::ops::Range;

use rapporteur_core::{ActorKind, SourceForm};

use super::{Holder, Resolver};
use crate::actors::FoundMention;
use crate::lexicon::HolderKind;
use crate::tagger::Upos;

/// How many mentions back an alliance may have been named.
const MEMORY: usize = 60;

/// How many members a source is split into.
const MOST: usize = 12;

impl Resolver<'_, '_> {
    /// All who make up a source, where words that no name ends stand for some of them. `joint` are those whom names tell.
    pub(crate) fn each_member(
        &mut self,
        phrase: &Range<usize>,
        joint: &[usize],
        around: Option<usize>,
    ) -> Option<Holder> {
        let members = self.members(phrase);
        if members.len() < 2 {
            return None;
        }
        let mut all: Vec<usize> = Vec::new();
        let mut form = None;
        for member in &members {
            let named = self.member_by_name(member).filter(|actor| joint.contains(actor));
            let (actor, how) = match named {
                Some(actor) => (Some(actor), Some(SourceForm::Name)),
                None => {
                    let held = self.phrase(member, around);
                    (held.actor.filter(|_| held.others.is_empty()), held.form)
                }
            };
            if let Some(actor) = actor.filter(|actor| !all.contains(actor)) {
                all.push(actor);
                form = form.or(how);
            }
        }
        let more = joint.iter().all(|actor| all.contains(actor)) && all.len() > joint.len().max(1);
        let (&actor, others) = all.split_first().filter(|_| more)?;
        Some(Holder { actor: Some(actor), others: others.to_vec(), form, ..Holder::default() })
    }

    /// The phrases that commas and "and" part a source into, where each of them can stand alone.
    fn members(&self, phrase: &Range<usize>) -> Vec<Range<usize>> {
        let words = &self.scene.words;
        let mut found = Vec::new();
        let mut start = phrase.start + usize::from(words.is_any(phrase.start, &["both", "neither", "either"]));
        let mut joined = false;
        let mut at = start;
        while at <= phrase.end {
            let link = self.link_at(at, phrase.end);
            if at < phrase.end && link == 0 {
                at += 1;
                continue;
            }
            // "Averland, an island, and Kestria": what stands alone is no adjective.
            if let Some(end) = self.scene.noun_phrase_end(start, at)
                && (end == at || words.pos(end) == Upos::Adp || words.is(end, "("))
                && !matches!(words.pos(start), Upos::Adp | Upos::Sconj)
            {
                found.push(start..at);
            }
            joined |= link > 0 && !words.is(at, ",");
            start = at + link.max(1);
            at = start;
        }
        if joined && found.len() <= MOST { found } else { Vec::new() }
    }

    /// How many tokens part two members at a token: "and", ", and", "as well as"; none within a name.
    fn link_at(&self, at: usize, end: usize) -> usize {
        let words = &self.scene.words;
        if at >= end || words.token(at).is_some_and(|token| self.scene.actors.covers(token.at)) {
            return 0;
        }
        let well = |at: usize| words.is(at, "as") && words.is(at + 1, "well") && words.is(at + 2, "as");
        let comma = usize::from(words.is(at, ","));
        let behind = at + comma;
        if well(behind) {
            return comma + 3;
        }
        if words.is_any(behind, &["and", "nor", "&"]) {
            return if self.joins_within_title(behind) { 0 } else { comma + 1 };
        }
        if words.is(behind, "but") && words.is(behind + 1, "also") {
            return comma + 2;
        }
        comma
    }

    /// Whether an "and" joins capitalised words of which none are an actor's: "the Minister for Trade and Industry".
    fn joins_within_title(&self, and: usize) -> bool {
        let words = &self.scene.words;
        let actors = self.scene.actors;
        let ends = |at: usize| words.token(at).is_some_and(|token| actors.ending_at(token.at.end).is_some());
        let starts = |at: usize| words.token(at).is_some_and(|token| actors.starts_at(token.at.start));
        let front = and.checked_sub(1).filter(|&front| words.is_capitalised(front));
        front.is_some_and(|front| words.is_capitalised(and + 1) && !ends(front) && !starts(and + 1))
    }

    /// The actor that a member names with its last words.
    fn member_by_name(&self, member: &Range<usize>) -> Option<usize> {
        let part = self.scene.words.bytes(member);
        let ends = |mention: &&FoundMention| mention.at.end == part.end;
        self.scene.actors.head_mention(part).filter(ends).map(|mention| mention.actor)
    }

    /// "Members of the union", "all 17 members of the union": together they are the body; "some members" are not.
    pub(crate) fn members_of_body(&self, phrase: &Range<usize>, head: usize) -> Option<usize> {
        let words = &self.scene.words;
        let states = head.checked_sub(1).filter(|&member| words.is(head, "states") && words.is(member, "member"));
        let member = words.is(head, "members") || states.is_some();
        let first = states.unwrap_or(head);
        let all =
            (phrase.start..first).all(|at| words.is_any(at, &["the", "all", "its"]) || words.pos(at) == Upos::Num);
        if !member || !all || phrase.start > first {
            return None;
        }
        // "all 17 members": of the alliance the text speaks of.
        if words.is(phrase.start, "all") && phrase.end == head + 1 {
            let before = words.token(phrase.start)?.at.start;
            let alliance = |mention: &&FoundMention| self.kind(mention.actor) == Some(ActorKind::Alliance);
            return self.mentions_before(before).take(MEMORY).find(alliance).map(|mention| mention.actor);
        }
        if !words.is(head + 1, "of") {
            return None;
        }
        let of = words.bytes(&(head + 2..phrase.end.max(head + 2)));
        let mut bodies = self.scene.actors.mentions_in(of).filter(|mention| {
            matches!(self.kind(mention.actor), Some(ActorKind::Alliance | ActorKind::Organisation))
                && mention.at.end == of.end
        });
        let body = bodies.next()?.actor;
        bodies.all(|other| other.actor == body).then_some(body)
    }

    /// "Officials in Averland, Kestria and Lomar": people of each of them, and none of the three.
    pub(crate) fn are_people_of_several(&self, phrase: &Range<usize>, head: usize) -> bool {
        let words = &self.scene.words;
        let people = matches!(words.listed(head).holder, Some(HolderKind::Person | HolderKind::Group));
        let of = words.bytes(&(head + 2..phrase.end.max(head + 2)));
        people
            && words.is_any(head + 1, &["in", "across"])
            && words.is_capitalised(head + 2)
            && self.scene.actors.mentions_in(of).filter(|it| self.kind(it.actor) == Some(ActorKind::State)).count() > 1
    }
}
