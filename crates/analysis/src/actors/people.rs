//! Persons: full names, then those a surname takes up.

use std::ops::Range;

use rapporteur_core::{ActorKind, MentionForm, Sense, slug};

use super::body_evidence::ends_like_a_body;
use super::finder::Finder;
use super::reading::Clause;
use super::scan::is_strong_title;
use super::spot::{Spot, What};
use crate::gazetteer::Gap;
use crate::tagger::Upos;

/// Words that stand in persons' names and hardly in others.
const FAMILY_WORDS: &[&str] = &[
    "singh", "kaur", "kumar", "khan", "ahmed", "ahmad", "hussain", "hussein", "mohammed", "mohammad", "muhammad",
    "mohamed", "abdul", "abdullah", "begum", "devi", "sharma", "hassan", "ibrahim", "nguyen",
];

/// "Reformation", "Reforms": the endings of words that are no surnames.
fn is_made_of_a_word(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "tion", "tions", "sion", "sions", "ment", "ments", "ness", "ship", "ships", "ism", "ance", "ence", "ity",
        "ities", "forms", "works", "ways", "lands", "ings", "ology",
    ];
    word.len() > 5 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

impl Finder<'_> {
    /// Decides names of several words.
    pub fn persons(&mut self) {
        for index in 0..self.spots.len() {
            if self.actor_of.get(index).copied().flatten().is_some() {
                continue;
            }
            let named = |spot: &&Spot| matches!(spot.what, What::Person | What::Names);
            let Some(spot) = self.spots.get(index).filter(named).cloned() else { continue };
            let clause = self.clause(&spot);
            let evidence = match spot.what {
                What::Person if clause.byline => "byline",
                What::Person => "first name",
                What::Names => match self.person_evidence(&spot, &clause) {
                    Some(evidence) => evidence,
                    None => continue,
                },
                _ => continue,
            };
            let actor = self.person(&spot.atoms, evidence);
            if let Some(slot) = self.actor_of.get_mut(index) {
                *slot = Some(actor);
            }
            self.mention(spot.atoms, actor, MentionForm::Name, Sense::Actor);
        }
    }

    /// The person of this full name; "George W. Lind" is "George Lind" of before.
    fn person(&mut self, atoms: &Range<usize>, evidence: &str) -> usize {
        let name = self.reading.slice(atoms);
        let long: Vec<&str> = name.split(' ').filter(|word| word.trim_end_matches('.').chars().count() > 1).collect();
        let plain = slug(&long.join(" "));
        if let Some(&known) = self.persons_by_name.get(&plain) {
            return known;
        }
        // "Ilse MARWOOD" of a byline is the listed Ilse Marwood; "Ilse Ann Marwood" too.
        let listed = self.reading.gazetteer.find(&plain).filter(|&listed| {
            self.reading.gazetteer.actor(listed).is_some_and(|listed| {
                listed.kind == ActorKind::Person && (listed.ambiguous.is_empty() || self.post_is_near(listed))
            })
        });
        let actor = match listed.or_else(|| self.listed_without_middle_names(atoms)) {
            Some(listed) => self.roster.known(self.reading.gazetteer, listed, self.published, "gazetteer: names"),
            None => self.roster.named(ActorKind::Person, name, evidence),
        };
        self.persons_by_name.insert(plain, actor);
        actor
    }

    /// The one listed person with the first and the last of three or more words.
    fn listed_without_middle_names(&self, atoms: &Range<usize>) -> Option<usize> {
        let last = self.reading.slice(&(atoms.end - 1..atoms.end));
        let mut fitting = self.reading.gazetteer.persons_called(last).iter().copied().filter(|&listed| {
            self.reading.gazetteer.actor(listed).is_some_and(|listed| {
                let words = crate::gazetteer::atoms(&listed.name, 0);
                words.len() < atoms.len()
                    && words.first().is_some_and(|first| {
                        self.reading.atom(atoms.start).is_some_and(|atom| atom.folded == first.folded)
                    })
            })
        });
        fitting.next().filter(|_| atoms.len() > 2 && fitting.next().is_none())
    }

    /// Why several unexplained capitalised words are a person.
    fn person_evidence(&self, spot: &Spot, clause: &Clause) -> Option<&'static str> {
        let reading = &self.reading;
        let (start, end) = (spot.atoms.start, spot.atoms.end);
        if self.title_before(start).is_some() {
            return Some("title before the name");
        }
        if ends_like_a_body(reading, end) {
            return None;
        }
        if self.title_apposed(clause, start, end) {
            return Some("apposition to a title");
        }
        if reading.gap(end) == Gap::Comma && self.title_soon(clause, end) {
            return Some("apposition with a title");
        }
        if matches!(reading.after(clause, end), "is" | "was") && self.title_soon(clause, end + 1) {
            return Some("is said to hold a title");
        }
        if reading.gap(end) == Gap::Comma
            && end < clause.atoms.end
            && matches!(reading.lower(end), "a" | "an")
            && reading.is_capital_city(end - 1)
        {
            return Some("apposition");
        }
        // "Ghanim bin Dalmuk" is two words, "Bae Ji-won" as well.
        let own = || spot.atoms.clone().filter(|&atom| reading.is_capitalised(atom));
        let words = own().filter(|&atom| atom == start || reading.gap(atom) != Gap::Hyphen).count();
        let before = reading.before(clause, start);
        if reading.words.locative.contains(before) || before == "the" || words > 3 {
            return None;
        }
        if words > 1 && spot.atoms.clone().any(|atom| FAMILY_WORDS.contains(&reading.lower(atom))) {
            return Some("a word of persons' names");
        }
        if own().any(|atom| {
            let word = reading.lower(atom);
            reading.seen_lower(word)
                || reading.words.organisation_heads.contains_key(word)
                || reading.words.function.contains(word)
                || reading.atom(atom).is_some_and(|found| found.is_upper() || found.is_number())
        }) {
            return None;
        }
        if matches!(before, "said" | "says" | "added" | "adds" | "writes" | "wrote")
            || before == "to" && reading.before(clause, start - 1) == "according"
        {
            return Some("is said to speak");
        }
        if reading.gap(end) == Gap::Comma && end < clause.atoms.end && matches!(reading.lower(end), "who" | "whose") {
            return Some("relative clause with who");
        }
        if self.speaks_behind_aside(clause, end) {
            return Some("speaks, behind an aside");
        }
        if self.signs_a_quotation(clause, start, end) {
            return Some("signs a quotation");
        }
        if self.age_follows(clause, end) {
            return Some("age behind the name");
        }
        if matches!(before, "named" | "called") && self.is_human(clause, start - 1) {
            return Some("person called so");
        }
        // "The head of its engineers, NAME, says"
        let aside = reading.gap(start) == Gap::Comma && end < clause.atoms.end && reading.gap(end) == Gap::Comma;
        if aside && reading.words.speech_verbs.contains(reading.lower(end)) {
            return Some("speaks, between commas");
        }
        if reading.words.speech_verbs.contains(reading.after(clause, end)) {
            return Some("speaks");
        }
        if self.is_of_a_party(clause, end) {
            return Some("is of a party");
        }
        if self.comes_from_and_speaks(clause, end) {
            return Some("speaks, with where from");
        }
        // Two or three unknown words alone say too little: what stands beside them has to.
        // "the Annual Assessment of NAMES published": what a paper is about.
        let titled = before == "of"
            && start > clause.atoms.start + 1
            && reading.is_capitalised(start - 2)
            && reading.seen_lower(reading.lower(start - 2))
            && reading.title_at(clause, start - 2).is_none();
        let paper = before == "of" && super::body_evidence::is_paper(reading.lower(start.saturating_sub(2)));
        if titled || paper {
            return None;
        }
        // At the start of a sentence every word has its capital: there all of them have to be names by their tags.
        let named = || own().all(|atom| reading.pos(atom) == Upos::Propn) && !is_made_of_a_word(reading.lower(end - 1));
        if let Some(evidence) = self.has_what_persons_have(clause, start, end).filter(|_| named()) {
            return Some(evidence);
        }
        if matches!(before, "by" | "with" | "against")
            || self.verb_follows(clause, end) && (!self.is_initial(start) || named())
        {
            return Some("two capitalised words that act");
        }
        (self.beside_person(spot, clause)).then_some("two capitalised words beside a person")
    }

    /// "its chairman, NAME,", "the bank's vice-president for the region, NAME,".
    fn title_apposed(&self, clause: &Clause, start: usize, end: usize) -> bool {
        if self.reading.gap(start) != Gap::Comma || self.reading.gap(end) == Gap::Space && end < clause.atoms.end {
            return false;
        }
        let mut at = start;
        while at > clause.atoms.start && at + 7 > start {
            at -= 1;
            if let Some(title) = self.spot_starting(at).and_then(|title| self.spots.get(title))
                && matches!(title.what, What::Role { .. })
            {
                let before = self.reading.before(clause, at);
                return title.atoms.end == start
                    || self.owner_before(at).is_some()
                    || self.reading.is_possessive(at.wrapping_sub(1))
                    || matches!(before, "the" | "its" | "his" | "her" | "their" | "our");
            }
            if !matches!(self.reading.gap(at), Gap::Space | Gap::Hyphen | Gap::Apostrophe) {
                return false;
            }
        }
        false
    }

    fn is_initial(&self, atom: usize) -> bool {
        self.reading.gap(atom) == Gap::Other
    }

    /// Whether the name before or after in a list is a person's.
    fn beside_person(&self, spot: &Spot, clause: &Clause) -> bool {
        let reading = &self.reading;
        let is_person = |found: Option<usize>| {
            found.is_some_and(|found| {
                self.spots.get(found).is_some_and(|spot| matches!(spot.what, What::Person))
                    || self
                        .actor_of
                        .get(found)
                        .copied()
                        .flatten()
                        .is_some_and(|actor| self.roster.kind(actor) == ActorKind::Person)
            })
        };
        let (start, end) = (spot.atoms.start, spot.atoms.end);
        let joined = |at: usize| reading.gap(at) == Gap::Comma || matches!(reading.lower(at), "and" | "or");
        let mut before = start;
        while before > clause.atoms.start && before + 2 > start && matches!(reading.lower(before - 1), "and" | "or") {
            before -= 1;
        }
        if (before < start || reading.gap(start) == Gap::Comma) && is_person(self.spot_ending(before)) {
            return true;
        }
        let mut after = end;
        while after < clause.atoms.end && after < end + 1 && matches!(reading.lower(after), "and" | "or") {
            after += 1;
        }
        after < clause.atoms.end && (after > end || joined(end)) && is_person(self.spot_starting(after))
    }

    /// The title that stands directly before a name.
    pub fn title_before(&self, start: usize) -> Option<usize> {
        if !matches!(self.reading.gap(start), Gap::Space | Gap::DotSpace) {
            return None;
        }
        let title = self.spot_ending(start)?;
        let spot = self.spots.get(title)?;
        // "leader NAME" says little, "Harbour Party leader NAME" enough.
        let owned = || matches!(spot.what, What::Role { .. }) && self.owner_before(spot.atoms.start).is_some();
        (is_strong_title(&self.reading, spot) || owned()).then_some(title)
    }

    /// Whether a title stands within the words after a comma: ", the Norvanian foreign minister".
    fn title_soon(&self, clause: &Clause, from: usize) -> bool {
        let reading = &self.reading;
        let mut at = from;
        while at < clause.atoms.end && at < from + 6 {
            if at > from && !matches!(reading.gap(at), Gap::Space | Gap::Hyphen | Gap::Apostrophe) {
                return false;
            }
            if let Some(spot) = self.spot_starting(at).and_then(|spot| self.spots.get(spot)) {
                match spot.what {
                    What::Role { .. } => return true,
                    What::Known(_) | What::Organisation { .. } | What::Defined(_) => {
                        at = spot.atoms.end;
                        continue;
                    }
                    _ => return false,
                }
            }
            let word = reading.lower(at);
            let organ = matches!(
                word,
                "junta"
                    | "government"
                    | "army"
                    | "military"
                    | "ministry"
                    | "parliament"
                    | "opposition"
                    | "party"
                    | "regime"
            );
            if !(organ || matches!(word, "the" | "a" | "an" | "s") || reading.words.role_modifier.contains(word)) {
                return false;
            }
            at += 1;
        }
        false
    }
}
