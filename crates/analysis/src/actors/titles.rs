//! Who holds what: "Norvanian Foreign Minister Ilona Brandt", "Tomasz Okello, the president of Kestria,".

use std::collections::BTreeSet;

use rapporteur_core::{ActorKind, MentionForm, Sense, slug};

use super::finder::Finder;
use super::reading::Clause;
use super::spot::{Spot, What};
use super::table::{FoundRole, Gender};
use super::title_extent::is_rank;
use crate::gazetteer::{Gap, SurfaceKind};
use crate::tagger::Upos;

/// What heads of states are called.
const HEADS_OF_STATES: &[&str] =
    &["president", "prime minister", "premier", "chancellor", "taoiseach", "supreme leader", "king", "emir", "sultan"];

/// What those at the head of a body are called.
const HEADS_OF_BODIES: &[&str] = &[
    "secretary-general",
    "secretary general",
    "director-general",
    "director general",
    "chief executive",
    "chief executive officer",
    "ceo",
    "managing director",
    "president",
    "commission president",
    "chairman",
    "chairwoman",
    "chair",
    "leader",
    "head",
    "chief",
    "boss",
    "director",
    "governor",
];

/// Whose a title is, and where that stands.
struct Owner {
    /// First atom of title with its owner before it.
    start: usize,
    /// One past the last atom of "of X" behind the title.
    end: usize,
    actor: usize,
}

impl Finder<'_> {
    /// Gives persons the roles the text states, and makes offices of titles with an owner.
    pub fn titles(&mut self) {
        self.note_listed_roles();
        for index in 0..self.spots.len() {
            let is_title = |spot: &&Spot| matches!(spot.what, What::Role { .. });
            let Some(spot) = self.spots.get(index).filter(is_title).cloned() else { continue };
            let What::Role { office, sector } = spot.what else { continue };
            let clause = self.clause(&spot);
            if clause.byline {
                continue;
            }
            let before = self.owner_before(spot.atoms.start);
            let after = self.owner_after(&clause, spot.atoms.end);
            // A father or an actor is nobody's by office.
            let belongs = sector != "CVL";
            let owner = match (before.filter(|_| belongs), after.filter(|_| belongs)) {
                (Some((start, actor)), _) => Some(Owner { start, end: spot.atoms.end, actor }),
                (None, Some((end, actor))) => Some(Owner { start: spot.atoms.start, end, actor }),
                (None, None) => self.owner_by_pronoun(&clause, &spot).filter(|_| belongs).map(|actor| Owner {
                    start: spot.atoms.start,
                    end: spot.atoms.end,
                    actor,
                }),
            };
            let end = owner.as_ref().map_or(spot.atoms.end, |owner| owner.end);
            let holder = self.holder(&clause, &spot, &owner, end);
            if let Some((person, _)) = holder {
                // "President NAME of X": whose the title is stands behind the name.
                let behind = match &owner {
                    None => self.spot_starting(spot.atoms.end).and_then(|name| {
                        let (_, actor) = self.owner_after(&clause, self.spots.get(name)?.atoms.end)?;
                        Some(Owner { start: spot.atoms.start, end: spot.atoms.end, actor })
                    }),
                    Some(_) => None,
                };
                self.give_role(person, &spot, owner.as_ref().or(behind.as_ref()), sector);
            }
            let Some(owner) = owner else { continue };
            let directly_before_name = holder.is_some_and(|(_, direct)| direct);
            let institutional = office || matches!(sector, "SPY" | "IGO") || self.is_post(&spot);
            let is_office = institutional
                && (holder.is_none() || directly_before_name || self.is_held(&clause, &spot, &owner))
                && !self.is_voters_post(&spot, owner.actor);
            if !is_office && holder.is_none() && !clause.title_case && !institutional {
                // "the Harbour Bank boss"
                let title = self.reading.slice(&spot.atoms);
                if let Some(person) = self.chief_of(title, owner.actor, owner.start) {
                    self.mention(owner.start..owner.end, person, MentionForm::Nominal, Sense::Actor);
                }
            }
            if !is_office || clause.title_case && holder.is_none() {
                continue;
            }
            self.office(&spot, &owner, holder.map(|(person, _)| person));
        }
    }

    /// "the Norvanian ambassador, NAME,": the office as it stands; not one of several or of the past, "a former Norvanian envoy".
    fn is_held(&self, clause: &Clause, spot: &Spot, owner: &Owner) -> bool {
        let past = (owner.start..spot.atoms.start).any(|at| matches!(self.reading.lower(at), "former" | "ex" | "then"));
        let before = self.reading.before(clause, owner.start);
        owner.start < spot.atoms.start && !past && !matches!(before, "a" | "an" | "as" | "former" | "ex" | "then")
    }

    /// Posts outside the list of offices that a title with an owner names all the same.
    fn is_post(&self, spot: &Spot) -> bool {
        // "FBI Director", "a bank's CEO", but "a bank director"
        let last = spot.atoms.end - 1;
        let capital = self.reading.is_capitalised(last) && matches!(self.reading.lower(last), "director" | "ceo");
        capital
            || matches!(
                self.reading.lower(spot.atoms.end - 1),
                "ambassador"
                    | "envoy"
                    | "chief"
                    | "leader"
                    | "chairman"
                    | "chairwoman"
                    | "chairperson"
                    | "head"
                    | "commander"
                    | "speaker"
                    | "commissioner"
                    | "representative"
            )
    }

    /// "the Harbour Party governor": a post the party does not give, so no office of its.
    fn is_voters_post(&self, spot: &Spot, owner: usize) -> bool {
        let party = self.roster.get(owner).is_some_and(|owner| owner.subkind.as_deref() == Some("party"));
        party
            && matches!(
                self.reading.lower(spot.atoms.end - 1),
                "governor" | "mayor" | "senator" | "minister" | "premier"
            )
    }

    fn office(&mut self, spot: &Spot, owner: &Owner, holder: Option<usize>) {
        let title = self.reading.slice(&spot.atoms);
        let atoms = owner.start..owner.end;
        // "the Norvanian president" where the document has named who that is.
        if holder.is_none()
            && let Some(person) = self
                .holder_of(title, owner.actor)
                .or_else(|| self.chief_of(title, owner.actor, atoms.start))
                .or_else(|| self.only_holder(title, owner.actor))
        {
            self.mention(atoms, person, MentionForm::Nominal, Sense::Actor);
            return;
        }
        let id = slug(&format!("{} {title}", self.roster.id(owner.actor)));
        // "its minister" is called after its owner all the same.
        let name = match atoms == spot.atoms {
            true => format!("{} {title}", self.whose(owner.actor)),
            false => self.reading.slice(&atoms).to_owned(),
        };
        let actor = self.roster.with_id(ActorKind::Office, &id, &name, "title with its owner");
        let affiliation = self.roster.id(owner.actor).to_owned();
        if let Some(office) = self.roster.actors.get_mut(actor) {
            office.affiliation = Some(affiliation);
        }
        self.mention(atoms, actor, MentionForm::Name, Sense::Actor);
    }

    /// The one person of the document who holds this title for this owner.
    fn holder_of(&self, title: &str, owner: usize) -> Option<usize> {
        let key = (title.to_lowercase(), self.roster.id(owner).to_owned());
        let holders = self.holders.get(&key)?;
        holders.first().copied().filter(|_| holders.len() == 1)
    }

    /// "the Norvanian leader", "Norvane's premier", "the League chief": the person named so far who heads the state or body by
    /// another title, the last of several.
    fn chief_of(&self, title: &str, owner: usize, before: usize) -> Option<usize> {
        let title = title.to_lowercase();
        let posts: &[&str] = match (self.roster.kind(owner), title.as_str()) {
            (ActorKind::State, "leader" | "ruler") => HEADS_OF_STATES,
            (ActorKind::State, "premier" | "pm") => &["prime minister", "taoiseach"],
            (ActorKind::State, "prime minister") => &["premier"],
            (
                ActorKind::Organisation | ActorKind::Alliance,
                "chief" | "head" | "boss" | "leader" | "ceo" | "chief executive",
            ) => HEADS_OF_BODIES,
            _ => return None,
        };
        let id = self.roster.id(owner);
        let held = |post: &&str| self.holders.get(&((*post).to_owned(), id.to_owned()));
        let heads: BTreeSet<usize> = posts.iter().filter_map(held).flatten().copied().collect();
        if heads.len() < 2 {
            return heads.first().copied();
        }
        self.mentions
            .iter()
            .filter(|draft| draft.atoms.end <= before && heads.contains(&draft.actor))
            .max_by_key(|draft| draft.atoms.start)
            .map(|draft| draft.actor)
    }

    /// Notes the roles that lists give to the persons of the document.
    pub fn note_listed_roles(&mut self) {
        let mentioned: BTreeSet<usize> = self.mentions.iter().map(|draft| draft.actor).collect();
        for actor in mentioned {
            let Some(found) = self.roster.get(actor).filter(|found| found.kind == ActorKind::Person) else { continue };
            for role in &found.roles {
                if let Some(organisation) = &role.organisation {
                    let key = (role.title.to_lowercase(), organisation.clone());
                    self.holders.entry(key).or_default().insert(actor);
                }
            }
        }
    }

    fn give_role(&mut self, person: usize, spot: &Spot, owner: Option<&Owner>, sector: &str) {
        let title = self.reading.slice(&spot.atoms);
        let gender = match self.reading.lower(spot.atoms.end - 1) {
            "mr" | "king" | "prince" | "lord" | "sir" | "emperor" | "sultan" | "emir" | "duke" | "baron"
            | "spokesman" | "chairman" | "congressman" | "businessman" | "pope" | "bishop" | "imam" | "husband"
            | "son" | "brother" => Some(Gender::Masculine),
            "mrs" | "ms" | "miss" | "queen" | "princess" | "lady" | "dame" | "empress" | "baroness" | "duchess"
            | "spokeswoman" | "chairwoman" | "congresswoman" | "businesswoman" | "wife" | "daughter" | "sister" => {
                Some(Gender::Feminine)
            }
            _ => None,
        };
        if let Some(found) = self.roster.actors.get_mut(person)
            && gender.is_some()
        {
            found.gender = gender;
        }
        let form_of_address =
            matches!(self.reading.lower(spot.atoms.start), "mr" | "mrs" | "ms" | "miss" | "sir" | "dame");
        if form_of_address || (sector == "CVL" && owner.is_none()) {
            return;
        }
        let organisation = owner.map(|owner| self.roster.id(owner.actor).to_owned());
        let at = owner.map_or(spot.atoms.clone(), |owner| owner.start..owner.end);
        let role = FoundRole {
            title: title.to_owned(),
            organisation: organisation.clone(),
            at: Some(self.reading.range(&at)),
        };
        if let Some(organisation) = &organisation {
            let key = (title.to_lowercase(), organisation.clone());
            self.holders.entry(key).or_default().insert(person);
        }
        self.roster.state_role(person, role, organisation);
    }

    /// Who holds a title: the name behind it (true where nothing stands between), or the name it is in apposition to.
    fn holder(&self, clause: &Clause, spot: &Spot, owner: &Option<Owner>, end: usize) -> Option<(usize, bool)> {
        // "Chief of Army Staff General NAME"
        let rank = self.spot_starting(end).and_then(|next| self.spots.get(next)).filter(|next| {
            self.reading.gap(end) == Gap::Space
                && matches!(next.what, What::Role { .. })
                && next.atoms.clone().all(|atom| is_rank(self.reading.lower(atom)))
        });
        let end = rank.map_or(end, |rank| rank.atoms.end);
        if end < clause.atoms.end {
            let gap = self.reading.gap(end);
            let determiner = self.reading.before(clause, spot.atoms.start);
            // "the Selby bank’s governor, NAME": whosever it is.
            let owned = spot.atoms.start.checked_sub(1).is_some_and(|mark| self.reading.is_possessive(mark));
            let determined = owned || matches!(determiner, "the" | "its" | "his" | "her" | "their" | "our" | "as");
            let apposed = gap == Gap::Comma && (owner.is_some() || determined);
            if (matches!(gap, Gap::Space | Gap::DotSpace) || apposed)
                && let Some(person) = self.person_at(end)
            {
                let direct = gap != Gap::Comma && (end == spot.atoms.end || rank.is_some());
                return Some((person, direct));
            }
        }
        if let Some(person) = self.named_behind_place(clause, end).filter(|_| owner.is_some()) {
            return Some((person, false));
        }
        // NAME, the former Norvanian ROLE; NAME is the ROLE.
        let mut at = owner.as_ref().map_or(spot.atoms.start, |owner| owner.start);
        loop {
            let before = self.reading.before(clause, at);
            if before.is_empty()
                || !(self.reading.words.role_modifier.contains(before) || matches!(before, "the" | "a" | "an"))
            {
                break;
            }
            at -= 1;
        }
        if self.reading.gap(at) == Gap::Comma && !self.speaks_at(clause, end) && !self.is_listed_behind(clause, at, end)
        {
            return self.person_ending(at).map(|person| (person, false));
        }
        self.person_who_becomes(clause, at).map(|person| (person, false))
    }

    /// "NAME is | the ROLE", "NAME has been | ROLE", "NAME, who was appointed | ROLE": the person in front of words that say what he
    /// is.
    fn person_who_becomes(&self, clause: &Clause, at: usize) -> Option<usize> {
        const BECOMES: &[&str] = &[
            "is",
            "was",
            "became",
            "becomes",
            "remains",
            "remained",
            "been",
            "be",
            "appointed",
            "named",
            "elected",
            "nominated",
            "served",
            "serves",
        ];
        const IN_FRONT: &[&str] = &["has", "had", "was", "is", "will", "been", "later", "then", "now", "since"];
        let reading = &self.reading;
        let mut verb = at;
        // "served | as"
        verb -= usize::from(reading.before(clause, verb) == "as");
        if !BECOMES.contains(&reading.before(clause, verb)) || reading.gap(verb) != Gap::Space {
            return None;
        }
        verb -= 1;
        while IN_FRONT.contains(&reading.before(clause, verb)) && reading.gap(verb) == Gap::Space {
            verb -= 1;
        }
        // "NAME, | who"
        if reading.before(clause, verb) == "who" && reading.gap(verb - 1) == Gap::Comma {
            return self.person_ending(verb - 1);
        }
        let plain = reading.gap(verb) == Gap::Space;
        plain.then(|| self.person_ending(verb)).flatten()
    }

    /// "Kestria's ambassador | in Selby, NAME", "its spokeswoman | for trade, NAME": the person whom a comma parts from what the
    /// title is for.
    fn named_behind_place(&self, clause: &Clause, end: usize) -> Option<usize> {
        const LONGEST: usize = 5;
        let reading = &self.reading;
        if !matches!(reading.after(clause, end), "in" | "at" | "to" | "for" | "on") {
            return None;
        }
        let comma = (end + 1..clause.atoms.end.min(end + 1 + LONGEST)).find(|&at| reading.gap(at) != Gap::Space)?;
        let noun = (end + 1..comma).all(|at| {
            reading.is_capitalised(at)
                || matches!(reading.pos(at), Upos::Noun | Upos::Adj | Upos::Det | Upos::Propn | Upos::Cconj)
        });
        let name = self.spot_starting(comma).and_then(|name| self.spots.get(name))?;
        let closed = name.atoms.end == clause.atoms.end || reading.gap(name.atoms.end) != Gap::Space;
        (comma > end + 1 && reading.gap(comma) == Gap::Comma && noun && closed).then(|| self.person_at(comma)).flatten()
    }

    /// "President NAME, the ROLE and the": who has a title in front is one of a list, and the next of it another.
    fn is_listed_behind(&self, clause: &Clause, at: usize, end: usize) -> bool {
        let goes_on = self.reading.after(clause, end) == "and"
            && matches!(self.reading.after(clause, end + 1), "the" | "a" | "an")
            && self.reading.lower(at) == "the";
        let name = self.spot_ending(at).and_then(|name| self.spots.get(name)).filter(|_| goes_on);
        name.is_some_and(|name| self.title_before(name.atoms.start).is_some())
    }

    /// "After talks with NAME, the ROLE | said": who speaks is nobody's apposition.
    fn speaks_at(&self, clause: &Clause, at: usize) -> bool {
        let verb = self.reading.after(clause, at);
        let finite = matches!(verb, "has" | "had" | "will" | "would")
            || self.reading.words.speech_verbs.contains(verb)
                && !matches!(self.reading.after(clause, at + 1), "of" | "by" | "to" | "as");
        finite && self.reading.gap(at) == Gap::Space
    }

    fn person_at(&self, start: usize) -> Option<usize> {
        let actor = self.actor_of.get(self.spot_starting(start)?).copied().flatten()?;
        (self.roster.kind(actor) == ActorKind::Person).then_some(actor)
    }

    fn person_ending(&self, end: usize) -> Option<usize> {
        let actor = self.actor_of.get(self.spot_ending(end)?).copied().flatten()?;
        (self.roster.kind(actor) == ActorKind::Person).then_some(actor)
    }

    /// The actor before a title that it belongs to, and where it starts: "Norvanian …", "Norvane's …", "NATO …", with
    /// "former" and the like between.
    pub fn owner_before(&self, title: usize) -> Option<(usize, usize)> {
        // "Norvane under Prime Minister Lind", not "Norvane's Under Secretary".
        if self.reading.lower(title) == "under" && !self.reading.is_capitalised(title) {
            return None;
        }
        let mut at = title;
        while at > 0
            && self.reading.words.role_modifier.contains(self.reading.lower(at - 1))
            && matches!(self.reading.gap(at), Gap::Space | Gap::Hyphen)
            && at + 4 > title
        {
            at -= 1;
        }
        let mut end = at;
        if end > 0 && self.reading.is_possessive(end - 1) && self.reading.gap(end) == Gap::Space {
            end -= 1;
        } else if !matches!(self.reading.gap(end), Gap::Space | Gap::PluralApostrophe) {
            return None;
        }
        let spot = self.spot_ending(end)?;
        let actor = self.actor_of.get(spot).copied().flatten()?;
        self.owns_titles(actor).then_some((self.spots.get(spot)?.atoms.start, actor))
    }

    /// The actor of "of X", "for X" behind a title, and where it ends.
    pub fn owner_after(&self, clause: &Clause, title_end: usize) -> Option<(usize, usize)> {
        let mut connector = title_end;
        if !matches!(self.reading.after(clause, connector), "of" | "for" | "at" | "with") {
            return None;
        }
        let begin = |connector: usize| connector + 1 + usize::from(self.reading.after(clause, connector + 1) == "the");
        // "director of research at X"
        if self.spot_starting(begin(connector)).is_none() {
            connector = (connector + 1..connector + 6)
                .take_while(|&at| !self.reading.after(clause, at).is_empty())
                .find(|&at| matches!(self.reading.after(clause, at), "at" | "with"))?;
        }
        let spot = self.spot_starting(begin(connector))?;
        let actor = self.actor_of.get(spot).copied().flatten()?;
        let spot = self.spots.get(spot)?;
        // "head of Norvane's council" heads the council.
        if self.reading.is_possessive(spot.atoms.end) {
            return None;
        }
        // "commander of the Norvanian fleet" commands a fleet.
        let adjective = !spot.entries().is_empty()
            && spot.entries().iter().all(|entry| matches!(entry.kind, SurfaceKind::Adjective | SurfaceKind::People));
        (self.owns_titles(actor) && !adjective).then_some((spot.atoms.end, actor))
    }

    fn owns_titles(&self, actor: usize) -> bool {
        matches!(
            self.roster.kind(actor),
            ActorKind::State | ActorKind::Organisation | ActorKind::Alliance | ActorKind::Group
        ) && !self.roster.is_region(actor)
    }
}
