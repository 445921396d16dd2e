//! How far a name goes.

use std::ops::Range;

use super::reading::{Clause, Reading};
use super::words::Lists;
use crate::gazetteer::{Entry, Gap, SurfaceKind};

/// Adjectives that begin sentences as well as names of institutions.
const INSTITUTIONAL: &[&str] = &[
    "new",
    "old",
    "national",
    "international",
    "foreign",
    "domestic",
    "public",
    "private",
    "local",
    "regional",
    "global",
    "political",
    "economic",
    "military",
    "high",
    "first",
    "second",
    "third",
    "great",
    "people",
    "women",
    "students",
    "workers",
    "men",
    "voters",
    "police",
];

/// Words whose possessive stands inside names: "Farmers' Union", "People's Party".
const POSSESSORS: &[&str] = &[
    "people",
    "peoples",
    "workers",
    "women",
    "men",
    "farmers",
    "peasants",
    "children",
    "students",
    "soldiers",
    "veterans",
    "nation",
    "king",
    "queen",
    "teachers",
    "citizens",
    "lawyers",
    "employers",
    "miners",
    "writers",
    "journalists",
    "ministers",
    "mothers",
    "pensioners",
    "prosecutor",
    "prosecutors",
    "president",
    "smallholders",
    "labourers",
    "officers",
    "comptroller",
    "ombudsman",
];

/// An organisation's name by its head word.
pub(super) struct Organisation {
    pub end: usize,
    pub subkind: String,
    pub owner: Option<(Range<usize>, Vec<Entry>)>,
}

impl Reading<'_> {
    /// Whether a word that begins a sentence or a name is none of it.
    pub fn is_function_word(&self, atom: usize) -> bool {
        self.on(atom, Lists::FUNCTION.and(Lists::CALENDAR))
    }

    /// The longest listed name at `atom`, not past the sentence.
    pub fn known_at(&self, clause: &Clause, atom: usize) -> Option<(usize, &[Entry])> {
        let (length, entries) = self.longest_known(atom..clause.atoms.end)?;
        Some((atom + length, entries))
    }

    /// The end of the longest listed thing or place at `atom` that is no actor.
    pub fn non_actor_at(&self, clause: &Clause, atom: usize) -> Option<usize> {
        if !self.on(atom, Lists::BEGINS_NON_ACTOR) {
            return None;
        }
        let rest = self.atoms.get(atom..clause.atoms.end)?;
        self.words.non_actors.longest(rest, false).map(|(length, ())| atom + length)
    }

    /// Whether the word at `atom` goes on with a name that holds the word before.
    pub fn joins(&self, atom: usize) -> bool {
        match self.gap(atom) {
            Gap::Space | Gap::Hyphen => true,
            Gap::Joint => {
                let between =
                    self.atom(atom - 1).map(|before| before.at.end).zip(self.atom(atom).map(|next| next.at.start));
                between.and_then(|(from, to)| self.text.get(from..to)).is_some_and(|between| between.contains('&'))
            }
            Gap::PluralApostrophe => {
                let before = self.lower(atom - 1);
                let state = self.begins_known(atom - 1)
                    && self.longest_known(atom - 1..atom).is_some_and(|(_, entries)| {
                        entries.iter().any(|entry| entry.kind == SurfaceKind::Name && !entry.ambiguous)
                    });
                POSSESSORS.contains(&before) || before.ends_with('s') && self.head_kind(atom - 1).is_none() && !state
            }
            Gap::DotSpace | Gap::Dot => self.atom(atom - 1).is_some_and(|before| {
                before.text.chars().count() == 1 || matches!(before.text, "St" | "Dr" | "Jr" | "Co")
            }),
            _ => false,
        }
    }

    /// Whether the possessive of this word may stand inside a name: "Fishermen's Union".
    pub fn is_possessor(&self, atom: usize) -> bool {
        let word = self.lower(atom);
        POSSESSORS.contains(&word) || word.ends_with("men")
    }

    /// Whether "and" at `and` stands within a name that begins at `from` and whose head comes behind: "the National Fisheries and
    /// Aquaculture Authority".
    fn goes_on_with_head(&self, clause: &Clause, from: usize, and: usize) -> bool {
        /// Words between "and" and the head.
        const REACH: usize = 3;
        let determined =
            self.before(clause, from) == "the" || from > clause.atoms.start && self.is_possessive(from - 1);
        let plain = (from..and).all(|at| self.known_at(clause, at).is_none() && !self.is_first_name(at));
        let capital = |at: usize| at < clause.atoms.end && self.gap(at) == Gap::Space && self.is_capitalised(at);
        let behind = (and + 1..and + 1 + REACH).take_while(|&at| capital(at)).collect::<Vec<_>>();
        let named = behind.first().is_some_and(|&first| {
            self.head_kind(first).is_none() && self.known_at(clause, first).is_none_or(|(end, _)| end > first + 1)
        });
        let head = behind.iter().skip(1).any(|&at| self.head_kind(at).is_some());
        determined && plain && self.gap(and) == Gap::Space && named && head && self.title_at(clause, from).is_none()
    }

    /// The name of an organisation that starts at `from` and holds a head word.
    pub fn organisation_at(&self, clause: &Clause, from: usize) -> Option<Organisation> {
        if clause.title_case || !self.is_capitalised(from) {
            return None;
        }
        let first = self.lower(from);
        let prefix =
            matches!(first, "anti" | "non" | "pro" | "co" | "pan" | "post") && self.gap(from + 1) == Gap::Hyphen;
        let idle = self.is_function_word(from)
            && !prefix
            && !INSTITUTIONAL.contains(&first)
            && self.known_at(clause, from).is_none();
        if (idle || self.on(from, Lists::CALENDAR)) && !self.is_called_after_a_day(clause, from) {
            return None;
        }
        let mut head: Option<(usize, String)> = None;
        let mut end = from;
        while end < clause.atoms.end && end < from + 9 {
            if end > from {
                if self.is_possessive(end) && self.is_possessor(end - 1) {
                    end += 1;
                    continue;
                }
                let word = self.lower(end);
                // "the Peace | and Security Council"
                if word == "and" && head.is_none() && self.goes_on_with_head(clause, from, end) {
                    end += 1;
                    continue;
                }
                if !self.joins(end) || !self.is_capitalised(end) || word == "the" || self.on(end, Lists::CALENDAR) {
                    break;
                }
                if let Some(title) = self.title_at(clause, end)
                    && !(title.end == end + 1
                        && title.end < clause.atoms.end
                        && (self.gap(title.end) == Gap::Space
                            && self.is_capitalised(title.end)
                            && self.words.organisation_heads.contains_key(self.lower(title.end))
                            || self.is_possessive(title.end)))
                {
                    break;
                }
            }
            if let Some(subkind) = self.head_kind(end) {
                head = Some((end, subkind));
            }
            end += 1;
        }
        let run_end = end;
        if let Some(end) = self.fellowship(clause, from, run_end) {
            return Some(Organisation { end, subkind: "association".to_owned(), owner: None });
        }
        let (last, mut subkind) = head.or_else(|| self.called_a_party(clause, from, run_end))?;
        // "Selby International", not "Selby International Fair".
        if matches!(self.lower(last), "international" | "aid") && last + 1 != run_end {
            return None;
        }
        let mut stop = last + 1;
        if let Some(end) = self.foreign_name(clause, last, run_end) {
            let owner = self.owner_within(clause, from, end, last);
            return Some(Organisation { end, subkind, owner });
        }
        // "Ministry of Fisheries and Trade": only where the head is the last capitalised word.
        if stop == run_end
            && self.words.organisation_openers.contains(self.lower(last))
            && let Some(further) = self.complement(clause, stop)
        {
            stop = further;
        }
        // "the opposition Conservatives"
        let alone = subkind == "party"
            && stop == from + 1
            && matches!(self.before(clause, from), "opposition" | "ruling" | "governing")
            && self.lower(from).ends_with('s')
            && self.ends_phrase(clause, stop);
        if stop - from < 2 && !alone {
            return None;
        }
        // "Free Trade Agreement Committee" is a committee, "Harbour Committee Report" a report.
        if run_end > stop && self.words.non_actor_heads.contains(self.lower(run_end - 1)) && stop == last + 1 {
            return None;
        }
        // "the Fisheries Committee | of the Union's parliament": not of the Union itself.
        if stop > last + 1 && last > from && self.is_owner_of_an_organ(clause, last + 1, stop) {
            stop = last + 1;
        }
        let owner = self.owner_within(clause, from, stop, last);
        if subkind == "party" && self.lower(last) == "front" && owner.is_none() && last == from {
            subkind = "organisation".to_owned();
        }
        Some(Organisation { end: stop, subkind, owner })
    }

    /// "the opposition | People's Dawn": several words that nothing explains behind one that only parties are called. The last
    /// of them, and what it is.
    fn called_a_party(&self, clause: &Clause, from: usize, run_end: usize) -> Option<(usize, String)> {
        let called = matches!(self.before(clause, from), "opposition" | "ruling" | "governing");
        let several = run_end > from + 1 && !self.is_first_name(from) && self.known_at(clause, from).is_none();
        // "the ruling Harbour Dawn movement": what it is stands behind.
        (called && several && self.gap(from) == Gap::Space && self.ends_phrase(clause, run_end))
            .then(|| (run_end - 1, "party".to_owned()))
    }

    /// Whether the words behind a head, "of the Union", go on with a possessive and an organ: "'s parliament".
    fn is_owner_of_an_organ(&self, clause: &Clause, of: usize, end: usize) -> bool {
        let organ = self.lower(end + 1);
        // "the Union" may be listed with its article.
        let named = |start: usize| self.known_at(clause, start).is_some_and(|(known, _)| known == end);
        self.is_possessive(end)
            && !self.after(clause, end + 1).is_empty()
            && (self.on(end + 1, Lists::ORGANISATION_HEAD) || organ == "assembly")
            && (named(of + 1) || self.after(clause, of + 1) == "the" && named(of + 2))
    }

    /// "the Monday Society": a day with an article in front of the word that says what it is.
    fn is_called_after_a_day(&self, clause: &Clause, from: usize) -> bool {
        self.on(from, Lists::CALENDAR)
            && self.before(clause, from) == "the"
            && self.gap(from + 1) == Gap::Space
            && self.is_capitalised(from + 1)
            && self.head_kind(from + 1).is_some()
    }

    /// Whether the capitalised words from `from` on hold a head word: another organisation's name begins here.
    pub fn head_soon(&self, clause: &Clause, from: usize) -> bool {
        (from..clause.atoms.end.min(from + 6))
            .take_while(|&at| self.is_capitalised(at) && (at == from || self.joins(at)))
            .any(|at| self.head_kind(at).is_some())
    }

    /// What the word at `atom` makes of a name.
    pub fn head_kind(&self, atom: usize) -> Option<String> {
        if !self.on(atom, Lists::ORGANISATION_HEAD) {
            return None;
        }
        self.words.organisation_heads.get(self.lower(atom)).cloned()
    }

    /// The listed actor inside a name that says whose the organisation is: before the head, or last after "of".
    fn owner_within(
        &self,
        clause: &Clause,
        from: usize,
        end: usize,
        head: usize,
    ) -> Option<(Range<usize>, Vec<Entry>)> {
        if let Some((known_end, entries)) = self.known_at(clause, from)
            && known_end <= head
            && entries.iter().any(|entry| entry.kind != SurfaceKind::Metonym)
        {
            return Some((from..known_end, entries.to_vec()));
        }
        let mut at = head + 1;
        while at < end {
            if matches!(self.lower(at - 1), "of" | "the" | "in")
                && let Some((known_end, entries)) = self.known_at(clause, at)
                && known_end == end
            {
                return Some((at..known_end, entries.to_vec()));
            }
            at += 1;
        }
        None
    }
}
