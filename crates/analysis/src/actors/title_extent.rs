//! How far a title goes.

use super::reading::{Clause, Reading};
use super::words::Lists;
use crate::gazetteer::{Entry, Gap, SurfaceKind};
use crate::tagger::Upos;

/// A title that starts at a place.
pub(super) struct Title {
    pub end: usize,
    pub office: bool,
    pub sector: &'static str,
}

/// Ranks that stand between a post and its holder's name.
pub(super) fn is_rank(word: &str) -> bool {
    matches!(word, "general" | "gen" | "admiral" | "adm" | "marshal" | "colonel" | "col" | "major" | "commodore")
}

impl Reading<'_> {
    /// The longest title that starts at `atom`: words like "foreign" and a head, and what a minister is of or for.
    pub fn title_at(&self, clause: &Clause, atom: usize) -> Option<Title> {
        let mut best: Option<Title> = None;
        let mut start = atom;
        while start < clause.atoms.end && start <= atom + 4 {
            if start > atom && !matches!(self.gap(start), Gap::Space | Gap::Hyphen) {
                break;
            }
            if self.on(start, Lists::BEGINS_ROLE)
                && let Some((length, head)) = self.words.roles.longest(self.atoms.get(start..clause.atoms.end)?, true)
                && best.as_ref().is_none_or(|best| best.end < start + length)
            {
                best = Some(Title { end: start + length, office: head.office, sector: &head.sector });
            }
            if !self.on(start, Lists::ROLE_BEFORE) {
                break;
            }
            // "Under Prime Minister Brandt, …", where the sentence begins.
            if self.lower(start) == "under" && start == clause.atoms.start && self.lower(start + 1) != "secretary" {
                break;
            }
            // "opposition Labour Party leader": the name of the party is none of the title.
            if start > atom && self.party_before_title(clause, start) {
                return None;
            }
            start += 1;
        }
        // "Prime Ministers | NAME and NAME"
        if best.is_none()
            && self.is_capitalised(atom)
            && let Some(end) = self.title_of_two(clause, atom)
        {
            best = Some(Title { end, office: true, sector: "GOV" });
        }
        // "at 3 pm" is no prime minister.
        let mut title = best.filter(|title| {
            self.lower(title.end - 1) != "pm" || self.atom(title.end - 1).is_some_and(|last| last.text == "PM")
        })?;
        // "Navy Chief Admiral NAME": the rank is a title of its own.
        if title.end > atom + 1 && is_rank(self.lower(title.end - 1)) && self.lower(title.end - 2) == "chief" {
            title.end -= 1;
        }
        let head = self.lower(title.end - 1);
        if matches!(head, "minister" | "secretary" | "commissioner" | "undersecretary") {
            let capital = self.is_capitalised(title.end - 1);
            // "Secretary of State for Coastal Affairs"
            for _ in 0..2 {
                match self.portfolio(clause, title.end, capital) {
                    Some(end) => title.end = end,
                    None => break,
                }
            }
        }
        Some(title)
    }

    /// The end of "Prime Ministers" or "Presidents" in front of a name.
    fn title_of_two(&self, clause: &Clause, atom: usize) -> Option<usize> {
        let end = match (self.lower(atom), self.after(clause, atom + 1)) {
            ("prime" | "foreign" | "defence", "ministers") => atom + 2,
            ("presidents" | "chancellors" | "ministers" | "senators" | "ambassadors", _) => atom + 1,
            _ => return None,
        };
        (end < clause.atoms.end && self.gap(end) == Gap::Space && self.is_capitalised(end) && !clause.title_case)
            .then_some(end)
    }

    /// Whether a listed party's name stands at `at`, and behind it a title in small letters.
    pub fn party_before_title(&self, clause: &Clause, at: usize) -> bool {
        if !self.is_capitalised(at) || clause.title_case {
            return false;
        }
        let Some((end, entries)) = self.known_at(clause, at) else { return false };
        let party = |entry: &Entry| {
            entry.kind != SurfaceKind::Adjective
                && self.gazetteer.actor(entry.actor).is_some_and(|it| it.subkind.as_deref() == Some("party"))
        };
        let title = end < clause.atoms.end
            && self.gap(end) == Gap::Space
            && !self.is_capitalised(end)
            && self.on(end, Lists::BEGINS_ROLE);
        title && entries.iter().any(party)
    }

    /// The end of "of foreign affairs", "for Water and Trade": words of the list, or with capitals after a title with one.
    fn portfolio(&self, clause: &Clause, at: usize, capital: bool) -> Option<usize> {
        if !matches!(self.after(clause, at), "of" | "for") {
            return None;
        }
        let from = at + 1 + usize::from(self.after(clause, at + 1) == "the");
        let is_listed = |at: usize| {
            let word = self.after(clause, at);
            !word.is_empty() && (self.words.role_before.contains(word) || matches!(word, "state" | "affairs"))
        };
        // "minister of electricity"
        let is_common =
            |at: usize| !self.after(clause, at).is_empty() && self.pos(at) == Upos::Noun && !self.is_capitalised(at);
        // One word with a capital that no list has, first or after "and": "Fisheries".
        let is_unlisted = |at: usize| {
            capital
                && !self.after(clause, at).is_empty()
                && self.is_capitalised(at)
                && !self.is_first_name(at)
                && self.known_at(clause, at).is_none()
        };
        let mut end = from;
        while end < from + 6 {
            let joined = end > from && self.after(clause, end) == "and";
            if is_listed(end) || end == from && is_common(end) {
                end += 1;
            } else if joined && (is_listed(end + 1) || is_common(end + 1) || is_unlisted(end + 1)) {
                end += 2;
            } else if end == from && is_unlisted(end) {
                end += 1;
            } else {
                break;
            }
        }
        // "minister of Ostavar" is a minister of a state nobody has listed.
        let one_unknown = end == from + 1 && !is_common(from) && !is_listed(from);
        (end > from && !(one_unknown && self.lower(at) == "of")).then_some(end)
    }
}
