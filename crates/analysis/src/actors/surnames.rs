//! Persons whom a surname takes up: those of the document, or listed ones the context supports.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rapporteur_core::{ActorKind, MentionForm, Sense};

use super::finder::Finder;
use super::name_extent::PARTICLES;
use super::reading::{Clause, key_of_name};
use super::spot::{Spot, What};
use super::table::Gender;
use crate::gazetteer::{Gap, SurfaceKind};

/// Whoever held no post since then is history.
const LONG_AGO: &str = "1985";

/// How many sentences before a surname its bearer may be named, and how many names.
const FARTHEST_BEARER: usize = 12;
const MOST_NAMES: usize = 200;

impl Finder<'_> {
    /// Decides single words: surnames of the document's persons, or of listed ones the context supports.
    pub fn surnames(&mut self) {
        let long_ago = self.tells_of_long_ago();
        // The first pass finds those that a title or a verb explains; the second those that only they explain.
        let known = self.mentions.len();
        self.surname_pass(long_ago);
        if self.mentions.len() > known {
            self.surname_pass(long_ago);
        }
    }

    fn surname_pass(&mut self, long_ago: bool) {
        let bearers = self.bearers();
        let first_names = self.first_names();
        for index in 0..self.spots.len() {
            if self.actor_of.get(index).copied().flatten().is_some() {
                continue;
            }
            let Some(spot) = self.spots.get(index) else { continue };
            // "Jordan" that context did not make a state may be somebody's surname.
            let doubtful = spot.atoms.len() == 1
                && !spot.nested
                && !spot.entries().is_empty()
                && spot.entries().iter().all(|entry| entry.kind != SurfaceKind::Adjective);
            // "King" behind "Kevin King"
            let title_like = matches!(spot.what, What::Role { .. })
                && spot.atoms.len() == 1
                && self.reading.is_capitalised(spot.atoms.start)
                && self.stands_alone(spot)
                && bearers.contains_key(self.reading.key(&spot.atoms).as_ref());
            if !(doubtful || title_like || matches!(spot.what, What::Word | What::Names | What::Acronym)) {
                continue;
            }
            let spot = spot.clone();
            let clause = self.clause(&spot);
            // "the Shah", but "the Okello government", "the Okello and Lind governments": an article stands before no surname that
            // ends its phrase.
            if self.reading.before(&clause, spot.atoms.start) == "the"
                && self.reading.ends_phrase(&clause, spot.atoms.end)
                && !matches!(self.reading.after(&clause, spot.atoms.end), "and" | "or")
            {
                continue;
            }
            let key = self.reading.key(&spot.atoms).into_owned();
            let titled = self.title_before(spot.atoms.start);
            // "Holt Jr" is Holt where nobody else is.
            let last = spot.atoms.end - 1;
            let key = if spot.atoms.len() > 1
                && matches!(self.reading.lower(last), "jr" | "sr")
                && !bearers.contains_key(&key)
            {
                self.reading.key(&(spot.atoms.start..last)).into_owned()
            } else {
                key
            };
            // "MR HOLT:" of a transcript
            let key = if matches!(spot.what, What::Acronym) && !bearers.contains_key(&key) {
                in_title_case(&key)
            } else {
                key
            };
            let found = match bearers.get(&key) {
                Some(persons) if persons.len() == 1 => {
                    persons.first().copied().filter(|&person| !self.is_somebody_elses_title(person, titled))
                }
                Some(persons) => {
                    self.bearer_by_title(persons, titled).or_else(|| self.bearer_written_of(persons, index))
                }
                None => None,
            };
            let found = found.or_else(|| {
                let atoms = self.with_particles(&clause, &spot.atoms)?;
                let persons = bearers.get(self.reading.key(&atoms).as_ref())?;
                persons.first().copied().filter(|_| persons.len() == 1)
            });
            let found = found.or_else(|| self.by_first_name(&spot, &first_names, &bearers)).or_else(|| {
                let listed = self.listed_person(&spot, titled, long_ago)?;
                let evidence = "gazetteer: family name, supported by title or state";
                Some(self.roster.known(self.reading.gazetteer, listed, self.published, evidence))
            });
            let (actor, atoms, form) = match found {
                Some(actor) => {
                    let mut atoms = self.with_first_names(&spot.atoms, actor);
                    if atoms == spot.atoms
                        && let Some(with) = self.with_particles(&clause, &atoms)
                        && bearers.get(self.reading.key(&with).as_ref()).is_some_and(|persons| persons.contains(&actor))
                    {
                        atoms = with;
                    }
                    let full = self.roster.get(actor).is_some_and(|found| found.name == self.reading.slice(&atoms));
                    let form =
                        if full || atoms.len() > spot.atoms.len() { MentionForm::Name } else { MentionForm::Surname };
                    (actor, atoms, form)
                }
                None => {
                    let new_person = matches!(spot.what, What::Word)
                        && (!bearers.contains_key(&key) || self.is_other_sex(&bearers, &key, titled))
                        && self.is_new_person(&spot, &clause, titled);
                    if !new_person {
                        continue;
                    }
                    let evidence = if titled.is_some() { "title before the name" } else { "speaks" };
                    match self.full_name_of(&key, index) {
                        Some(full) => {
                            let actor = self.named_in_full(full, evidence);
                            (actor, spot.atoms.clone(), MentionForm::Surname)
                        }
                        None => {
                            let name = self.reading.slice(&spot.atoms);
                            let actor = self.roster.named(ActorKind::Person, name, evidence);
                            (actor, spot.atoms.clone(), MentionForm::Name)
                        }
                    }
                }
            };
            if let Some(slot) = self.actor_of.get_mut(index) {
                *slot = Some(actor);
            }
            self.mention(atoms, actor, form, Sense::Actor);
        }
    }

    /// The one name nothing else explains, before the spot at `index`, of which a word that speaks is the first or the last:
    /// "Zhao Huasheng (赵华胜), a scholar, … Zhao explains".
    fn full_name_of(&self, word: &str, index: usize) -> Option<usize> {
        let mut found = None;
        for (at, spot) in self.spots.iter().enumerate().take(index).skip(index.saturating_sub(MOST_NAMES)) {
            let open = matches!(spot.what, What::Names)
                && !spot.nested
                && matches!(spot.atoms.len(), 2 | 3)
                && self.actor_of.get(at).copied().flatten().is_none()
                && !self.clause(spot).title_case;
            if !open {
                continue;
            }
            let key = |atom: usize| self.reading.key(&(atom..atom + 1)).into_owned();
            let ends = key(spot.atoms.start) == word || key(spot.atoms.end - 1) == word;
            let thing = self.reading.words.non_actor_heads.contains(self.reading.lower(spot.atoms.end - 1));
            if !ends || thing {
                continue;
            }
            let name = |at: usize| self.spots.get(at).map(|spot| self.reading.slice(&spot.atoms));
            if found.is_some_and(|found| name(found) != name(at)) {
                return None;
            }
            found = found.or(Some(at));
        }
        found
    }

    /// The person whose full name a spot is.
    fn named_in_full(&mut self, index: usize, evidence: &str) -> usize {
        let atoms = self.spots.get(index).map_or(0..0, |spot| spot.atoms.clone());
        let actor = self.roster.named(ActorKind::Person, self.reading.slice(&atoms), evidence);
        if let Some(slot) = self.actor_of.get_mut(index) {
            *slot = Some(actor);
        }
        self.mention(atoms, actor, MentionForm::Name, Sense::Actor);
        actor
    }

    /// "Lady Brand" beside Otis Brand, who is a man.
    fn is_somebody_elses_title(&self, person: usize, titled: Option<usize>) -> bool {
        let Some(gender) = self.gender_of_title(titled) else { return false };
        self.roster.get(person).and_then(|person| person.gender).is_some_and(|own| own != gender)
    }

    /// What "Mr" and "Ms" say.
    fn gender_of_title(&self, titled: Option<usize>) -> Option<Gender> {
        let title = titled.and_then(|title| self.spots.get(title))?;
        match self.reading.lower(title.atoms.end - 1) {
            "mr" | "lord" | "sir" | "king" | "prince" => Some(Gender::Masculine),
            "mrs" | "ms" | "miss" | "lady" | "dame" | "queen" | "princess" => Some(Gender::Feminine),
            _ => None,
        }
    }

    fn is_other_sex(&self, bearers: &BTreeMap<String, BTreeSet<usize>>, key: &str, titled: Option<usize>) -> bool {
        bearers.get(key).is_some_and(|persons| {
            persons.len() == 1 && persons.iter().all(|&person| self.is_somebody_elses_title(person, titled))
        })
    }

    /// Whether neither an article nor a name stands beside a word that may be a title.
    fn stands_alone(&self, spot: &Spot) -> bool {
        let clause = self.clause(spot);
        let (start, end) = (spot.atoms.start, spot.atoms.end);
        let named = end < clause.atoms.end && self.reading.gap(end) == Gap::Space && self.reading.is_capitalised(end);
        !clause.title_case
            && !named
            && self.owner_before(start).is_none()
            && !matches!(self.reading.before(&clause, start), "the" | "a" | "an" | "our" | "their" | "his" | "her")
    }

    fn is_new_person(&self, spot: &Spot, clause: &Clause, titled: Option<usize>) -> bool {
        let reading = &self.reading;
        let word = reading.lower(spot.atoms.start);
        if clause.title_case
            || reading.head_kind(spot.atoms.start).is_some()
            || reading.words.non_actor_heads.contains(word)
            || reading.words.role_before.contains(word)
            || reading.words.organisation_openers.contains(word)
        {
            return false;
        }
        if let Some(title) = titled.and_then(|title| self.spots.get(title)) {
            return reading.is_capitalised(title.atoms.start) || title.atoms.len() > 1;
        }
        let initial = spot.atoms.start == clause.atoms.start;
        matches!(reading.after(clause, spot.atoms.end), "said" | "told" | "added" | "argued" | "says" | "argues")
            && !initial
            && !reading.seen_lower(reading.lower(spot.atoms.start))
            && reading.before(clause, spot.atoms.start) != "the"
    }

    /// Persons of the document by each name that may take them up.
    fn bearers(&self) -> BTreeMap<String, BTreeSet<usize>> {
        let mut bearers: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        let mentioned: BTreeSet<usize> = self.mentions.iter().map(|draft| draft.actor).collect();
        for &actor in &mentioned {
            let Some(found) = self.roster.get(actor).filter(|found| found.kind == ActorKind::Person) else { continue };
            let mut add = |name: &str| {
                bearers.entry(key_of_name(name)).or_default().insert(actor);
            };
            let listed = self.roster.listed.get(&actor).and_then(|&index| self.reading.gazetteer.actor(index));
            if let Some(listed) = listed {
                let family = listed.family_name();
                add(family);
                // "Osman Dahir | Warsame", listed by the names in front, is called by the last as well.
                if family.contains(' ')
                    && let Some((front, last)) = found.name.rsplit_once(' ')
                    && front == family
                {
                    add(last);
                }
                // "Sorimachi Aya": the family name stands first.
                if let Some((first, _)) = found.name.split_once(' ').filter(|(_, last)| *last == family)
                    && self.is_family_name(first)
                {
                    add(first);
                }
                // Other spellings: "Zelensky", "Zelenskyy".
                let start: String = family.chars().take(2).collect();
                let spellings = listed.names.iter().filter_map(|name| name.rsplit_once(' ')).map(|(_, last)| last);
                spellings.filter(|last| *last != family && last.starts_with(&start)).for_each(add);
                continue;
            }
            let words: Vec<&str> = found.name.split(' ').collect();
            let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
            if words.len() < 2 {
                add(first);
                continue;
            }
            add(&found.name);
            add(last);
            if let Some((_, after_hyphen)) = last.split_once('-')
                && after_hyphen.starts_with(char::is_uppercase)
            {
                add(after_hyphen);
            }
            // "von der Leyen": from the first particle on.
            if let Some(particle) = words.iter().position(|word| word.starts_with(char::is_lowercase)) {
                add(&words.get(particle..).unwrap_or_default().join(" "));
            }
            // "Lucía Lind Marwood" is called Lind.
            if let [_, middle, _] = words.as_slice()
                && middle.starts_with(char::is_uppercase)
                && middle.chars().count() > 2
                && self.is_family_name(middle)
            {
                add(middle);
            }
            // Family name first, where the first word is no known first name.
            if words.len() <= 3 && self.is_family_name(first) {
                add(first);
            }
        }
        bearers
    }

    /// Persons of the document by their first names, with the place of the full name.
    fn first_names(&self) -> BTreeMap<String, BTreeSet<usize>> {
        let mut persons: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (spot, actor) in self.spots.iter().zip(&self.actor_of) {
            let Some(actor) = *actor else { continue };
            if spot.atoms.len() > 1 && self.roster.kind(actor) == ActorKind::Person && !self.clause(spot).byline {
                persons
                    .entry(self.reading.key(&(spot.atoms.start..spot.atoms.start + 1)).into_owned())
                    .or_default()
                    .insert(actor);
            }
        }
        persons
    }

    /// "Serra" for Serra Vance, where she alone is called so.
    fn by_first_name(
        &self,
        spot: &Spot,
        first_names: &BTreeMap<String, BTreeSet<usize>>,
        bearers: &BTreeMap<String, BTreeSet<usize>>,
    ) -> Option<usize> {
        let key = self.reading.key(&spot.atoms);
        let persons = first_names.get(key.as_ref()).filter(|persons| persons.len() == 1)?;
        let free =
            matches!(spot.what, What::Word) && !bearers.contains_key(key.as_ref()) && !self.clause(spot).title_case;
        persons.first().copied().filter(|_| free)
    }

    fn is_family_name(&self, word: &str) -> bool {
        let folded = crate::gazetteer::fold(word);
        !self.reading.words.is_first_name(&folded) && !self.reading.gazetteer.is_first_name(&folded)
    }

    /// Of several persons of one surname, the one whose title stands before.
    fn bearer_by_title(&self, persons: &BTreeSet<usize>, titled: Option<usize>) -> Option<usize> {
        let title = self.reading.slice(&self.spots.get(titled?)?.atoms).to_lowercase();
        let mut fitting = persons.iter().copied().filter(|&person| {
            self.roster
                .get(person)
                .is_some_and(|person| person.roles.iter().any(|role| role.title.to_lowercase().contains(&title)))
        });
        fitting.next().filter(|_| fitting.next().is_none())
    }

    /// Of several persons of one surname, the only one with whom a sentence begins or for whom it was used: "Kim Yo Jong, sister of
    /// Kim Jong Un, has said no. | Kim added". Where two are written of, it may be either.
    fn bearer_written_of(&self, persons: &BTreeSet<usize>, index: usize) -> Option<usize> {
        let here = self.spots.get(index)?.clause;
        let mut written_of = None;
        for at in (index.saturating_sub(MOST_NAMES)..index).rev() {
            let spot = self.spots.get(at)?;
            if spot.clause + FARTHEST_BEARER < here {
                break;
            }
            let bearer = self.actor_of.get(at).copied().flatten().filter(|actor| persons.contains(actor));
            let clause = self.clause(spot);
            let Some(actor) = bearer.filter(|_| !clause.title_case && !clause.byline) else { continue };
            // But for one named in passing: "the sister of Tomasz Okello", "of President Tomasz Okello".
            let earlier = self.spots.get(..at)?.iter().zip(&self.actor_of).rev();
            let behind = earlier
                .take_while(|(other, _)| other.clause == spot.clause)
                .any(|(_, actor)| actor.is_some_and(|actor| self.roster.kind(actor) == ActorKind::Person));
            let titled =
                self.title_before(spot.atoms.start).is_some() || self.reading.before(&clause, spot.atoms.start) == "of";
            if spot.atoms.len() > 1 && behind && titled {
                continue;
            }
            if written_of.is_some_and(|other| other != actor) {
                return None;
            }
            written_of = Some(actor);
        }
        written_of
    }

    /// Whether the text names a year of that time: "in 1961".
    fn tells_of_long_ago(&self) -> bool {
        let text = self.reading.text;
        let part_of_word = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_alphanumeric);
        text.match_indices('1').any(|(at, _)| {
            let alone = !part_of_word(at + 4) && !at.checked_sub(1).is_some_and(part_of_word);
            let year = text.get(at..at + 4).filter(|year| alone && year.bytes().all(|byte| byte.is_ascii_digit()));
            year.is_some_and(|year| ("1800"..LONG_AGO).contains(&year))
        })
    }

    /// Gazetteer index of the listed person of this family name, if title or state support exactly one. Those of `long_ago` only
    /// where the text tells of their time.
    fn listed_person(&self, spot: &Spot, titled: Option<usize>, long_ago: bool) -> Option<usize> {
        let name = self.reading.slice(&spot.atoms);
        let candidates = self.reading.gazetteer.persons_called(name);
        if candidates.is_empty() {
            return None;
        }
        let title = titled.and_then(|title| self.spots.get(title));
        let title_words = title.map(|title| self.reading.slice(&title.atoms).to_lowercase());
        let owner =
            title.and_then(|title| self.owner_before(title.atoms.start)).map(|(_, actor)| self.roster.id(actor));
        let common_word = self.reading.seen_lower(&name.to_lowercase());
        let mut best: Vec<(u8, usize)> = Vec::new();
        for &candidate in candidates {
            let Some(person) = self.reading.gazetteer.actor(candidate) else { continue };
            let own = super::roster::gender(&person.name);
            if own.zip(self.gender_of_title(titled)).is_some_and(|(own, wanted)| own != wanted) {
                continue;
            }
            let ids: Vec<&str> =
                person.posts.iter().filter_map(|post| post.of.as_deref()).chain(person.of.as_deref()).collect();
            if owner.is_some_and(|owner| !ids.contains(&owner)) {
                continue;
            }
            let fits_title = title_words.as_deref().is_some_and(|title| {
                let head = title.rsplit(' ').next().unwrap_or(title);
                person.posts.iter().any(|post| post.title.to_lowercase().contains(head))
            });
            let present =
                ids.iter().any(|id| self.reading.gazetteer.find(id).is_some_and(|index| self.present.contains(&index)));
            let in_office = person.posts.iter().any(|post| match self.published {
                Some(day) => post.held_on(day),
                None => post.to.is_none(),
            });
            let support = u8::from(owner.is_some()) * 8
                + u8::from(fits_title) * 4
                + u8::from(present && !common_word) * 2
                + u8::from(in_office);
            // "Ford announced it would build": whoever left long ago is not meant by the name alone, but where a text tells of
            // those years.
            let left = person.posts.iter().all(|post| post.to.as_deref().is_some_and(|to| to < LONG_AGO));
            let long_gone = left && !person.posts.is_empty() && support < 4 && !long_ago;
            if support >= 2 && !long_gone {
                best.push((support, candidate));
            }
        }
        let most = best.iter().map(|(support, _)| *support).max()?;
        let top: Vec<usize> =
            best.iter().filter(|(support, _)| *support == most).map(|(_, candidate)| *candidate).collect();
        if let [only] = top.as_slice() {
            return Some(*only);
        }
        // Father and son of one post, where the day says nothing: the later one.
        let post = |candidate: usize| self.reading.gazetteer.actor(candidate)?.post_on(None);
        let first = post(*top.first()?)?;
        let same = top
            .iter()
            .all(|&candidate| post(candidate).is_some_and(|post| post.of == first.of && post.title == first.title));
        top.into_iter()
            .filter(|_| same && self.published.is_none())
            .max_by_key(|&candidate| post(candidate).and_then(|post| post.from.clone()))
    }

    /// "von der Leyen": the small words before a surname.
    fn with_particles(&self, clause: &Clause, atoms: &Range<usize>) -> Option<Range<usize>> {
        let mut start = atoms.start;
        while start > clause.atoms.start
            && matches!(self.reading.gap(start), Gap::Space | Gap::Hyphen)
            && PARTICLES.contains(&self.reading.lower(start - 1))
        {
            start -= 1;
        }
        (start < atoms.start).then_some(start..atoms.end)
    }

    /// Words before a surname that complete the person's full name: in headlines, names are read word by word.
    fn with_first_names(&self, atoms: &Range<usize>, actor: usize) -> Range<usize> {
        let Some(found) = self.roster.get(actor) else { return atoms.clone() };
        let name = crate::gazetteer::atoms(&found.name, 0);
        let count = name.len();
        if let Some(start) = atoms.end.checked_sub(count)
            && start < atoms.start
            && (start + 1..atoms.end)
                .all(|atom| matches!(self.reading.gap(atom), Gap::Space | Gap::Hyphen | Gap::DotSpace))
            && name.iter().zip(start..).all(|(word, atom)| self.reading.lower(atom) == word.folded.to_lowercase())
        {
            return start..atoms.end;
        }
        atoms.clone()
    }
}

/// "HOLT" as "Holt".
fn in_title_case(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect()
}
