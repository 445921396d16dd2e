//! The order in which spots become mentions, and what the steps share.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rapporteur_core::{ActorKind, Document, MentionForm, Sense};

use super::definitions::Definitions;
use super::reading::{Clause, Reading};
use super::roster::Roster;
use super::spot::{Spot, What};
use crate::gazetteer::{Entry, Gap, SurfaceKind};

/// The state of the search.
pub(super) struct Finder<'t> {
    pub reading: Reading<'t>,
    pub definitions: Definitions,
    pub spots: Vec<Spot>,
    pub roster: Roster,
    /// Actor of each spot, once it is known.
    pub actor_of: Vec<Option<usize>>,
    pub mentions: Vec<Draft>,
    /// Gazetteer entries that some surface names beyond doubt.
    pub present: BTreeSet<usize>,
    /// Actors whose capital, or a body of whose own, some surface names: what supports a doubtful name of theirs.
    pub supported: BTreeSet<usize>,
    /// States and bodies in which somebody listed, whom the text names, has had a post.
    pub governed: BTreeSet<usize>,
    /// Last words of full names: what may be a surname where it stands alone.
    pub surname_words: BTreeSet<String>,
    /// Sense of each spot that the gazetteer explains.
    pub sense_of: Vec<Sense>,
    /// Persons by title (lower case) and id of its owner.
    pub holders: BTreeMap<(String, String), BTreeSet<usize>>,
    /// Persons by the id their name makes without initials.
    pub persons_by_name: BTreeMap<String, usize>,
    /// Day of publication, if the document says it.
    pub published: Option<&'t str>,
    /// Labels of turns, each once.
    pub labels: Vec<String>,
    /// Actor of a label, where the text says whom it names.
    pub speakers: BTreeMap<String, usize>,
}

/// A mention in atoms.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub atoms: Range<usize>,
    pub actor: usize,
    pub form: MentionForm,
    pub sense: Sense,
}

impl<'t> Finder<'t> {
    pub fn new(reading: Reading<'t>, document: &'t Document) -> Self {
        let definitions = Definitions::find(&reading);
        let spots = super::scan::scan(&reading, &definitions);
        let actor_of = vec![None; spots.len()];
        let sense_of = vec![Sense::Actor; spots.len()];
        let published = document.metadata.published.as_deref();
        Self {
            reading,
            definitions,
            spots,
            roster: Roster::default(),
            actor_of,
            mentions: Vec::new(),
            present: BTreeSet::new(),
            supported: BTreeSet::new(),
            governed: BTreeSet::new(),
            surname_words: BTreeSet::new(),
            sense_of,
            holders: BTreeMap::new(),
            persons_by_name: BTreeMap::new(),
            published,
            labels: Vec::new(),
            speakers: BTreeMap::new(),
        }
    }

    /// Runs all steps.
    pub fn run(&mut self, document: &Document) {
        self.count_present();
        self.known_names();
        self.organisations();
        self.defined();
        self.introduced();
        self.names_that_labels_explain(document);
        self.bodies_by_context();
        self.short_names_before_people();
        self.persons();
        self.surnames();
        self.unlisted_states();
        self.speaking_acronyms();
        self.joined_to_speakers();
        self.speaking_names();
        self.ownerless_organs();
        self.posts_in_captions(document);
        self.titles();
        self.watchdogs();
        self.governments_of_persons();
        self.governments_of_the_unlisted();
        self.offices_of_persons();
        self.governments_of_states();
        self.government_of_main_state();
        self.shares_of_peoples();
        self.families();
        self.groups();
        self.allies();
        self.named_in_metadata(document);
        self.speakers_of_turns(document);
        self.hosts_of_briefings(document);
        self.houses_of_speakers(document);
        self.regions_that_act();
        self.nominals();
        self.determiners();
    }

    /// "the finance ministry" is a description, as "the ministry" is: its determiner belongs to it.
    fn determiners(&mut self) {
        for draft in self.mentions.iter_mut().filter(|draft| draft.form == MentionForm::Nominal) {
            let start = draft.atoms.start;
            let described = start > 0
                && !self.reading.is_capitalised(start)
                && self.reading.gap(start) == Gap::Space
                && self.reading.lower(start - 1) == "the";
            if described {
                draft.atoms.start -= 1;
            }
        }
    }

    /// Notes which listed actors some surface names without doubt.
    fn count_present(&mut self) {
        for spot in &self.spots {
            // "Ilva Tarn" where Tarn is a capital, "the minister, Corwyn Vale," where Vale is a company.
            let last = self.reading.longest_known(spot.atoms.end - 1..spot.atoms.end);
            let listed_last = matches!(spot.what, What::Names) && last.is_some();
            // "Pierre Lind" where "Lind" alone is another, better known one.
            let alone = last.map_or(&[][..], |(_, entries)| entries);
            let listed_person = spot.entries().first().is_some_and(|entry| {
                self.reading.gazetteer.actor(entry.actor).is_some_and(|actor| actor.kind == ActorKind::Person)
                    && !alone.iter().any(|other| other.actor == entry.actor)
            });
            if spot.atoms.len() > 1 && (matches!(spot.what, What::Person) || listed_last || listed_person) {
                self.surname_words.insert(self.reading.key(&(spot.atoms.end - 1..spot.atoms.end)).into_owned());
            }
            let entries = match &spot.what {
                What::Known(entries) => entries,
                What::Organisation { owner: Some((_, entries)), .. } => entries,
                _ => continue,
            };
            let sure: BTreeSet<usize> = entries
                .iter()
                .filter(|entry| !entry.ambiguous && entry.kind != SurfaceKind::Metonym)
                .map(|entry| entry.actor)
                .collect();
            let all: BTreeSet<usize> = entries.iter().map(|entry| entry.actor).collect();
            if all.len() == 1 {
                let gazetteer = self.reading.gazetteer;
                // "Foreign Office" alone supports no state: many have one.
                let general = spot.atoms.len() > 1 && self.reading.is_general_name(&spot.atoms);
                let bodies = sure.iter().filter(|_| !general);
                let owners = bodies.filter_map(|&actor| gazetteer.find(gazetteer.actor(actor)?.of.as_deref()?));
                self.supported.extend(owners);
                let persons = sure.iter().filter_map(|&actor| gazetteer.actor(actor));
                let posts = persons.flat_map(|person| &person.posts);
                self.governed.extend(posts.filter_map(|post| gazetteer.find(post.of.as_deref()?)));
                let capitals = entries.iter().filter(|entry| !entry.ambiguous && entry.kind == SurfaceKind::Metonym);
                self.supported.extend(capitals.map(|entry| entry.actor));
                self.present.extend(sure);
            }
        }
    }

    /// The clause of a spot; an empty one never occurs.
    pub fn clause(&self, spot: &Spot) -> Clause {
        self.reading.sentences.get(spot.clause).cloned().unwrap_or(Clause {
            atoms: 0..0,
            title_case: false,
            byline: false,
        })
    }

    pub fn mention(&mut self, atoms: Range<usize>, actor: usize, form: MentionForm, sense: Sense) {
        self.mentions.push(Draft { atoms, actor, form, sense });
    }

    /// The actor of a listed entry.
    pub fn listed(&mut self, entry: &Entry) -> usize {
        let evidence = match entry.kind {
            SurfaceKind::Name => "gazetteer: names",
            SurfaceKind::Abbreviation => "gazetteer: abbreviations",
            SurfaceKind::Adjective => "gazetteer: adjectives",
            SurfaceKind::People => "gazetteer: people",
            SurfaceKind::Metonym => "gazetteer: metonyms",
        };
        self.roster.known(self.reading.gazetteer, entry.actor, self.published, evidence)
    }

    /// Index of the spot that ends at `end` (outermost), if any.
    pub fn spot_ending(&self, end: usize) -> Option<usize> {
        let after = self.spots.partition_point(|spot| spot.atoms.start < end);
        let nearby = self.spots.get(after.saturating_sub(4)..after)?;
        let found = nearby.iter().position(|spot| spot.atoms.end == end && !spot.nested)?;
        Some(after.saturating_sub(4) + found)
    }

    /// Index of the spot that starts at `start` (outermost), if any.
    pub fn spot_starting(&self, start: usize) -> Option<usize> {
        let found = self.spots.partition_point(|spot| spot.atoms.start < start);
        self.spots.get(found).filter(|spot| spot.atoms.start == start).map(|_| found)
    }
}
