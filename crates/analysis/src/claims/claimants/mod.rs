//! From the words of a source to the actor who claims.

pub(crate) mod agreements;
pub(crate) mod ahead;
pub(crate) mod apposed;
pub(crate) mod beside;
mod body_nouns;
pub(crate) mod called;
pub(crate) mod definite;
pub(crate) mod disjoint;
pub(crate) mod documents;
pub(crate) mod introduced;
pub(crate) mod joint;
pub(crate) mod kinds;
pub(crate) mod lists;
pub(crate) mod members;
pub(crate) mod offices;
pub(crate) mod papers;
pub(crate) mod posts;
pub(crate) mod prominent;
pub(crate) mod pronouns;
pub(crate) mod rebels;
pub(crate) mod rules;
mod salience;
pub(crate) mod several;
pub(crate) mod sides;
pub(crate) mod titled;
pub(crate) mod unlisted;
pub(crate) mod unnamed;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use rapporteur_core::{ActorKind, MentionForm, Sense, SourceForm};

use self::papers::Paper;
use crate::actors::{FoundMention, Gender};
use crate::claims::candidate::Candidate;
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::lexicon::HolderKind;
use crate::tagger::Upos;

/// Who claims.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Holder {
    /// Index into the actor table.
    pub actor: Option<usize>,
    /// Further ones who claim jointly.
    pub others: Vec<usize>,
    /// The document that speaks for them.
    pub via: Option<Range<usize>>,
    pub form: Option<SourceForm>,
    /// People without a name whom a pronoun takes up: "Parties close to Kest are less keen. | They …".
    pub taken_up: Option<Range<usize>>,
}

impl Holder {
    /// One actor, by words of a kind.
    pub(crate) fn of(actor: usize, form: SourceForm) -> Self {
        Self { actor: Some(actor), form: Some(form), ..Self::default() }
    }
}

/// Tokens of a description between a name and "who".
pub(crate) const DESCRIPTION: usize = 24;

/// How many mentions back a pronoun may refer.
const MEMORY: usize = 40;

/// Officials who speak for the body named in front of or behind them.
pub(crate) const VOICES: &[&str] = &[
    "official",
    "officials",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "spokespeople",
    "diplomat",
    "diplomats",
    "authorities",
    "representative",
    "representatives",
    "government",
    "ministry",
    "administration",
    "officers",
    "negotiators",
    "envoys",
    "envoy",
    "state media",
    "media",
    "leadership",
    "lawyers",
    "campaign",
    "aides",
];

/// What is done to a body by those who are not it.
const CHAIRED: &[&str] = &["chaired", "co-chaired", "led", "headed", "co-led", "run"];

/// Resolves sources in text order; remembers what it found.
pub(crate) struct Resolver<'s, 'a> {
    pub(crate) scene: &'s Scene<'a>,
    /// Claimant of the claim before.
    pub(crate) previous: Option<usize>,
    /// First token of its source.
    pub(crate) previous_at: Option<usize>,
    /// Source of the last claim if its words name nobody, by its first token, and whether these are several.
    pub(crate) unknown: Option<(usize, bool)>,
    /// Source of the last claim that several made together, by its first token, and those of them who are known.
    pub(crate) together: Option<(usize, Vec<usize>)>,
    /// Actor a document was last resolved to, by its head noun.
    pub(crate) documents: BTreeMap<String, (usize, Range<usize>)>,
    /// Whom "the prime minister" and the like last stood for, by the post.
    pub(crate) chiefs: BTreeMap<String, usize>,
    /// Papers that the text names with their makers.
    pub(crate) papers: Vec<Paper>,
    /// Sentence-opening documents: (token, phrase).
    pub(crate) document_subjects: Vec<Range<usize>>,
    /// Sentences that open with a person without a name, and that person's noun.
    pub(crate) unnamed: Vec<(usize, usize)>,
    /// First byte of the first mention of each actor.
    pub(crate) first_named: BTreeMap<usize, usize>,
    /// What pronouns told of persons whose gender nothing else tells.
    pub(crate) genders: BTreeMap<usize, Gender>,
    /// Whom the content of the claim at hand names: "he said that Okello …" is not said by Okello.
    pub(crate) in_content: Vec<usize>,
    /// Persons under a name that misspells another's, and who those are.
    pub(crate) misspelt: BTreeMap<usize, usize>,
    /// Agreements that the text names with their parties.
    pub(crate) agreements: Vec<agreements::Agreement>,
    /// Bodies by the words that describe them beside their names.
    pub(crate) descriptions: called::Descriptions,
    /// What the text calls those it names.
    called_so: OnceCell<definite::CalledSo>,
    /// Source of the last claim that a paper makes, by its first token, and whose paper it is.
    pub(crate) last_paper: Option<(usize, Holder)>,
}

impl<'s, 'a> Resolver<'s, 'a> {
    pub fn new(scene: &'s Scene<'a>) -> Self {
        let mut document_subjects = Vec::new();
        let mut unnamed = Vec::new();
        for (number, sentence) in scene.words.layer.sentences.iter().enumerate() {
            let start = sentence.tokens.start;
            if let Some(end) = scene.noun_phrase_end(start, sentence.tokens.end) {
                let head = scene.head_of(&(start..end));
                let word = scene.words.word(head);
                let person = scene.lexicon.holder(word) == Some(HolderKind::Person)
                    // "Both he and his aide": he who was spoken of.
                    && !(start..end + 3).any(|at| scene.words.is_any(at, &["he", "she"]))
                    && !word.ends_with('s')
                    && !scene
                        .words
                        .is_any(head, &["one", "people", "police", "source", "men", "women", "many", "some"]);
                let at = scene.words.token(head).map(|token| token.at);
                let named = at.is_some_and(|at| {
                    scene.actors.mentions_in(scene.words.bytes(&(start..end))).any(|mention| mention.at.end >= at.end)
                });
                // "Harbour activist | Sorrel Vane"
                let name_follows = (end..end + 2)
                    .take_while(|&next| !matches!(scene.words.pos(next), Upos::Punct | Upos::Verb | Upos::Aux))
                    .filter_map(|next| scene.words.token(next))
                    .any(|next| scene.actors.starts_at(next.at.start));
                if person && !named && !name_follows && !scene.words.is(end, ",") {
                    unnamed.push((number, head));
                }
            }
            if let Some(phrase) = scene.paper_at_start(start, sentence.tokens.end) {
                document_subjects.push(phrase);
            }
        }
        let paper_nouns = scene.paper_nouns();
        let mut resolver = Self {
            scene,
            previous: None,
            previous_at: None,
            unknown: None,
            together: None,
            documents: BTreeMap::new(),
            chiefs: BTreeMap::new(),
            papers: scene.papers(&paper_nouns),
            document_subjects,
            unnamed,
            first_named: BTreeMap::new(),
            genders: BTreeMap::new(),
            in_content: Vec::new(),
            misspelt: BTreeMap::new(),
            agreements: Vec::new(),
            descriptions: BTreeMap::new(),
            called_so: OnceCell::new(),
            last_paper: None,
        };
        for mention in &scene.actors.mentions {
            resolver.first_named.entry(mention.actor).or_insert(mention.at.start);
        }
        resolver.misspelt = resolver.misspelt_names();
        resolver.agreements = resolver.agreements(&paper_nouns);
        resolver.descriptions = resolver.descriptions();
        resolver.learn_genders();
        resolver
    }

    /// Who holds a candidate. `around` is the claimant of the claim it stands in.
    pub fn holder(&mut self, candidate: &Candidate, around: Option<usize>) -> Holder {
        self.in_content = self.named_in_content(candidate);
        let mut holder = match (&candidate.speaker, candidate.antecedent.as_ref().or(candidate.source.as_ref())) {
            (Some(speaker), _) => {
                Holder { actor: self.speaker(speaker), form: Some(SourceForm::Label), ..Holder::default() }
            }
            (None, Some(phrase)) => {
                let mut holder = self.phrase(phrase, around);
                if holder.actor.is_some() && holder.via.is_none() {
                    let known = |other: &usize| holder.actor == Some(*other) || holder.others.contains(other);
                    let aside = self.joined_in_aside(phrase).into_iter().chain(self.signed_with(phrase));
                    let behind = candidate.cue.as_ref().filter(|_| candidate.antecedent.is_none());
                    let content = candidate.content.first().map_or(0, |content| content.start);
                    let aside = aside.chain(behind.map(|cue| self.joined_behind(cue, content)).unwrap_or_default());
                    let joined: Vec<usize> = aside.filter(|it| !known(it)).collect();
                    holder.others.extend(joined);
                }
                holder
            }
            (None, None) => Holder::default(),
        };
        if let Some(who) = candidate.antecedent.as_ref().and(candidate.source.as_ref())
            && self.scene.words.is(who.start, "who")
            && holder.actor.is_none_or(|actor| self.kind(actor) != Some(ActorKind::Person))
            && let Some(person) = self.described_before(who.start).or_else(|| self.person_of_body(who.start))
        {
            holder.actor = Some(person);
        }
        if let (Some(described), Some(who)) = (&candidate.antecedent, &candidate.source)
            && candidate.speaker.is_none()
        {
            let told = self.paper_in_front(described, who.start);
            let told = told.or_else(|| holder.actor.is_none().then(|| self.name_in_front(described))?);
            let told = told.or_else(|| holder.actor.is_none().then(|| self.said_to_be(described, who.start))?);
            holder = told.unwrap_or(holder);
            if let Some(front) = self.joined_to_company(described) {
                let all = [holder.actor, Some(front)].into_iter().flatten();
                let others = all.filter(|&other| other != front).collect();
                holder = Holder { actor: Some(front), others, ..holder };
            }
        }
        if holder.actor.is_none() && candidate.speaker.is_none() && candidate.antecedent.is_none() {
            holder.actor = self.introduced(candidate);
        }
        if candidate.antecedent.is_some() {
            holder.form = Some(SourceForm::Pronoun);
        }
        self.in_content.clear();
        holder.actor = holder.actor.map(|actor| self.misspelt.get(&actor).copied().unwrap_or(actor));
        self.remember_unknown(candidate, &holder);
        self.remember_paper(candidate, &holder);
        if let Some(actor) = holder.actor {
            self.previous = Some(actor);
            self.previous_at = candidate.source.as_ref().filter(|_| candidate.antecedent.is_none()).map(|at| at.start);
            self.remember_together(candidate, actor, &holder.others);
        }
        holder
    }

    /// "Sorrel Vane, an analyst at Selby Lines, who": the person whom the words between two commas describe.
    fn described_before(&self, who: usize) -> Option<usize> {
        let words = &self.scene.words;
        let low = self.scene.bounds(who).start.max(who.saturating_sub(DESCRIPTION));
        let comma = who.checked_sub(1).filter(|&comma| words.is(comma, ","))?;
        let opening = (low..comma).rev().find(|&at| words.is(at, ","))?;
        let before = words.token(opening)?.at.start;
        let person = self.mentions_before(before).next()?;
        let adjacent = words.layer.token_at(person.at.end) == opening && person.at.start >= words.token(low)?.at.start;
        let described = words.is_any(opening + 1, &["a", "an", "the", "its", "who", "one"]);
        (adjacent && described && self.kind(person.actor) == Some(ActorKind::Person)).then_some(person.actor)
    }

    /// "Sorrel Vane | of Selby Lines, who": the person in front of the body right before "who".
    fn person_of_body(&self, who: usize) -> Option<usize> {
        let words = &self.scene.words;
        let comma = who.checked_sub(1).filter(|&comma| words.is(comma, ","))?;
        let mut before = self.mentions_before(words.token(comma)?.at.start + 1);
        let body = before.next().filter(|body| words.layer.token_at(body.at.end) == comma)?;
        let first = words.layer.token_at(body.at.start);
        let of = first.checked_sub(1 + usize::from(words.is(first.wrapping_sub(1), "the")))?;
        let person = before.find(|mention| !body.at.contains(mention.at))?;
        let adjacent = words.layer.token_at(person.at.end) == of && words.is_any(of, &["of", "from", "at"]);
        (adjacent && self.kind(person.actor) == Some(ActorKind::Person)).then_some(person.actor)
    }

    /// The actor a speaker's label names.
    pub fn speaker(&self, label: &str) -> Option<usize> {
        self.scene.actors.speakers.get(label).copied()
    }

    /// The actor a noun phrase or pronoun stands for.
    pub fn phrase(&mut self, phrase: &Range<usize>, around: Option<usize>) -> Holder {
        let scene = self.scene;
        let words = &scene.words;
        // "he had for years | supported"
        let pronoun = words.is_any(phrase.start, &["he", "she", "it", "they"])
            && scene.groups.at(phrase.start + 1).is_some()
            && words.pos(phrase.start) == Upos::Pron;
        if pronoun
            || phrase.len() == 1 && (words.pos(phrase.start) == Upos::Pron || words.is_possessive_pronoun(phrase.start))
        {
            return self.pronoun(phrase.start, around);
        }
        let base_end = scene.noun_phrase_end(phrase.start, phrase.end).unwrap_or(phrase.end);
        let base = phrase.start..base_end.max(phrase.start + 1);
        // "The committee | co-chaired by Averland and Kestria": the committee, and not who chairs it.
        let participle = scene.groups.holding(base.end);
        let described = participle.is_some_and(|group| {
            matches!(group.shape, Shape::Participle | Shape::Finite)
                && group.tokens == (base.end..base.end + 1)
                && words.is_any(base.end, CHAIRED)
                && words.is(base.end + 1, "by")
        });
        if described && base.end < phrase.end && scene.holder_kind(&base) == Some(HolderKind::Group) {
            return self.phrase(&base, around);
        }
        let head = scene.head_of(phrase);
        let word = words.word(head);
        let kind = scene.lexicon.holder(word);
        let at = words.bytes(&base);
        let paper = kind == Some(HolderKind::Document)
            || kind.is_none() && scene.is_paper(head)
            || self.is_written_paper(head, phrase);
        if paper && !self.is_named(head) {
            return self.document(phrase, head, around);
        }
        if let Some(parties) = self.parties_to(phrase, head) {
            return parties;
        }
        if let Some(person) = self.national(phrase) {
            return Holder::of(person, SourceForm::Nominal);
        }
        let told = self.organ_of_owner_in_front(phrase, head).or_else(|| self.leader_of_opposition(phrase, head));
        if let Some(actor) = told {
            return Holder::of(actor, SourceForm::Nominal);
        }
        if phrase.len() == 2
            && let Some(actor) = self
                .makers_of_last_paper(phrase, head)
                .or_else(|| self.members_described(phrase, head))
                .or_else(|| self.rebels_named(phrase, head))
        {
            return Holder::of(actor, SourceForm::Nominal);
        }
        let named = self.examples(phrase).or_else(|| self.named_among_them(phrase)).or_else(|| self.led_by(phrase));
        if let Some(named) = named {
            return named;
        }
        if let Some(both) = self.of_both(phrase) {
            return both;
        }
        if let Some(actor) = self.named_behind_body(phrase) {
            return Holder::of(actor, SourceForm::Name);
        }
        // "12 per cent of its citizens": a share of those asked, whom no name stands for.
        let share =
            words.is_any(head, &["%", "percent"]) || words.is(head, "cent") && words.is(head.saturating_sub(1), "per");
        let named = |mention: &FoundMention| words.is_capitalised(words.layer.token_at(mention.at.start));
        if share && !scene.actors.mentions_in(words.bytes(phrase)).any(named) {
            return Holder { form: Some(SourceForm::Nominal), ..Holder::default() };
        }
        if let Some(of_body) = self.members_of_body(phrase, head) {
            return Holder::of(of_body, SourceForm::Nominal);
        }
        if self.are_people_of_several(phrase, head) {
            return Holder { form: Some(SourceForm::Nominal), ..Holder::default() };
        }
        // Joint holders: "Averland and Kestria".
        let joint = self.joint(phrase);
        if let Some((actor, others)) = self.with_those_in_front(phrase, &joint) {
            return Holder { others, ..Holder::of(actor, SourceForm::Name) };
        }
        if self.name_behind_long_title(phrase, head).is_none()
            && let Some(all) = self.each_member(phrase, &joint, around)
        {
            return all;
        }
        if let Some((actor, others)) = self.of_a_list(phrase, head) {
            return Holder { others, ..Holder::of(actor, SourceForm::Nominal) };
        }
        if let Some((first, second)) = self.two_of_them(phrase, head) {
            return Holder { others: vec![second], ..Holder::of(first, SourceForm::Nominal) };
        }
        let owner = (base.start..head)
            .rev()
            .find(|&index| words.is_possessive_mark(index) || words.is_possessive_pronoun(index));
        let from = owner.map_or(at.start, |mark| words.token(mark).map_or(at.start, |token| token.at.end));
        let head_bytes = rapporteur_core::ByteRange::new(from.min(at.end), at.end);
        let head_at = words.token(head).map_or(at, |token| token.at);
        let spanning = scene
            .actors
            .mentions_in(words.bytes(phrase))
            .find(|mention| mention.at.contains(head_at) && mention.form != MentionForm::Adjective)
            .filter(|mention| !self.is_part_of_a_body(mention));
        if let Some(listed) = self.list_in_aside(phrase) {
            return listed;
        }
        // "Averland’s representative, Thea Lund, …": a name tells more than a post.
        if kind == Some(HolderKind::Person)
            && spanning.is_none_or(|mention| self.kind(mention.actor) != Some(ActorKind::Person))
            && let Some(actor) = self.named_in_aside(phrase.end)
        {
            return Holder::of(actor, SourceForm::Nominal);
        }
        if let Some(body) = self.employer(phrase, base.end, word) {
            return Holder::of(body, SourceForm::Nominal);
        }
        // "the Harbour State Democrat": a person of the party.
        if matches!(word, "republican" | "democrat")
            && let Some(actor) = self.by_role(word, phrase.start, head)
        {
            return Holder::of(actor, SourceForm::Nominal);
        }
        if let Some(actor) = self.name_behind_long_title(phrase, head) {
            return Holder::of(actor, SourceForm::Name);
        }
        // "the US Secretary of State Antony Blinken"
        if spanning.is_some_and(|mention| self.kind(mention.actor) == Some(ActorKind::Office))
            && let Some(actor) = self.name_behind_title(phrase, head)
        {
            return Holder::of(actor, SourceForm::Name);
        }
        // "the Averland-backed government": that of another.
        let hyphened = |mention: &&FoundMention| {
            let rest = words.text.get(mention.at.end..).unwrap_or_default();
            ["-backed", "-led", "-aligned", "-allied", "-supported", "-funded", "-controlled"]
                .iter()
                .any(|ending| rest.starts_with(ending))
        };
        let named = spanning
            .or_else(|| scene.actors.head_mention(head_bytes))
            .filter(|mention| !hyphened(mention) && !self.is_part_of_a_body(mention));
        if let Some(mention) = named {
            let covers = mention.at.end >= words.token(head).map_or(0, |token| token.at.end);
            let person = self.kind(mention.actor) == Some(ActorKind::Person);
            if covers || person {
                let form = form_of(mention);
                let actor = self.own_government(mention.actor, head);
                let actor = actor.or_else(|| self.state_of_side(mention.actor, head)).unwrap_or(mention.actor);
                return Holder {
                    actor: Some(actor),
                    others: joint.into_iter().filter(|&other| other != mention.actor).collect(),
                    form: Some(form),
                    ..Holder::default()
                };
            }
            if let Some(actor) = self.named_before_kind(mention, head) {
                return Holder::of(actor, SourceForm::Name);
            }
        }
        if let Some(actor) = self.government_of(&base, head, around) {
            return Holder::of(actor, SourceForm::Nominal);
        }
        if let Some(actor) = self.name_behind_title(phrase, head) {
            return Holder::of(actor, SourceForm::Name);
        }
        if let Some(actor) = self.by_surname(head).or_else(|| self.by_near_name(phrase)) {
            return Holder::of(actor, SourceForm::Name);
        }
        if let Some(actor) = self.named_in_aside(phrase.end) {
            return Holder::of(actor, SourceForm::Nominal);
        }
        // "its members" together are it, two of them are not.
        let some_of = base.start.checked_sub(1).is_some_and(|before| words.is(before, "of"));
        if words.is_possessive_pronoun(base.start) && word == "members" && !some_of {
            let body = self.pronoun(base.start, around).actor;
            if body.is_some_and(|body| self.kind(body) != Some(ActorKind::Person)) {
                return Holder { actor: body, form: Some(SourceForm::Nominal), ..Holder::default() };
            }
        }
        if let Some(actor) = self.by_office(&base, head) {
            return Holder::of(actor, SourceForm::Nominal);
        }
        // "a former official of the bank" speaks for himself.
        let former = (base.start..head).any(|at| words.is_any(at, &["former", "ex", "retired", "onetime"]));
        // "a Treasury official", "one Kestrian diplomat": somebody, whom the text does not name.
        let somebody = matches!(word, "official" | "diplomat")
            && words.is_any(base.start, &["a", "an", "one", "another"])
            && base.start < head;
        let speaks_for_body = VOICES.contains(&word) && !former && !somebody;
        if speaks_for_body {
            let whole = words.bytes(phrase);
            let body = scene
                .actors
                .mentions_in(whole)
                .filter(|mention| self.kind(mention.actor) != Some(ActorKind::Person) && !hyphened(mention))
                .filter(|mention| !self.is_dealt_with(mention, head) && !self.is_part_of_a_body(mention))
                .last()
                .filter(|mention| mention.sense == Sense::Actor);
            // "envoys of Averland, Lomar and Kestria": of all of them.
            if let (Some((&first, others)), Some(last)) = (joint.split_first(), body)
                && others.contains(&last.actor)
            {
                return Holder { others: others.to_vec(), ..Holder::of(first, SourceForm::Nominal) };
            }
            if let Some(mention) = body {
                if let Some(person) = self.official_of(mention.actor, &base, head) {
                    return Holder::of(person, SourceForm::Nominal);
                }
                let actor = self.own_government(mention.actor, head).unwrap_or(mention.actor);
                return Holder::of(actor, SourceForm::Nominal);
            }
            if let Some(actor) = self.body_in_front(&base, head) {
                return Holder::of(actor, SourceForm::Nominal);
            }
        }
        if owner.is_none()
            && let Some(actor) = self.by_role(word, phrase.start, head)
        {
            return Holder::of(actor, SourceForm::Nominal);
        }
        let taken_up = self
            .makers_of_last_paper(phrase, head)
            .or_else(|| self.by_description(&base, head))
            .or_else(|| self.by_kind(&base, head))
            .or_else(|| self.by_remembered_post(&base, head))
            .or_else(|| self.bench_of(phrase, head))
            .or_else(|| self.body_in_aside(phrase))
            .or_else(|| self.imposed_by(phrase, head))
            .or_else(|| self.by_definite(&base, head));
        if let Some(actor) = taken_up {
            return Holder::of(actor, SourceForm::Nominal);
        }
        self.some_of_several(phrase, &joint, around)
    }

    pub(crate) fn kind(&self, actor: usize) -> Option<ActorKind> {
        self.scene.actors.actors.get(actor).map(|actor| actor.kind)
    }

    fn is_named(&self, head: usize) -> bool {
        let Some(token) = self.scene.words.token(head) else { return false };
        self.scene.words.pos(head) == Upos::Propn && self.scene.actors.mentions_in(token.at).next().is_some()
    }

    /// "Deputy head of the Tidal Office Viktor Halloran": the name stands behind the whole of the title.
    fn named_behind_body(&self, phrase: &Range<usize>) -> Option<usize> {
        let scene = self.scene;
        let words = &scene.words;
        let at = words.bytes(phrase);
        let name = scene.actors.mentions_in(at).filter(|mention| mention.at.end == at.end).last()?;
        let first = words.layer.token_at(name.at.start);
        let end = words.token(first.checked_sub(1)?)?.at.end;
        let body = first > phrase.start + 2
            && scene
                .actors
                .mentions_in(at)
                .any(|mention| mention.at.end == end && self.kind(mention.actor) == Some(ActorKind::Organisation));
        let titled = || {
            (phrase.start..first.saturating_sub(2)).any(|index| {
                words.is_any(index + 1, &["of", "for", "at"]) && words.listed(index).holder == Some(HolderKind::Person)
            })
        };
        (body && self.kind(name.actor) == Some(ActorKind::Person) && titled()).then_some(name.actor)
    }

    /// Mentions that end before byte `before`, nearest first.
    pub(crate) fn mentions_before(&self, before: usize) -> impl Iterator<Item = &'s FoundMention> + use<'s> {
        let mentions = &self.scene.actors.mentions;
        let end = mentions.partition_point(|mention| mention.at.start < before);
        mentions
            .get(end.saturating_sub(MEMORY)..end)
            .unwrap_or_default()
            .iter()
            .rev()
            .filter(move |mention| mention.at.end <= before)
    }

    pub(crate) fn sentences_between(&self, byte: usize, token: usize) -> usize {
        let there = self.scene.sentence_at(self.scene.words.layer.token_at(byte));
        let here = self.scene.sentence_at(token);
        match (there, here) {
            (Some(there), Some(here)) => here.saturating_sub(there),
            _ => usize::MAX,
        }
    }

    /// The actors of a stretch of text, nearest to its start first.
    pub fn actors_in(&self, tokens: &Range<usize>) -> Vec<usize> {
        let words = &self.scene.words;
        let mut found = Vec::new();
        for mention in self.scene.actors.mentions_in(words.bytes(tokens)) {
            if mention.sense == Sense::Actor && !found.contains(&mention.actor) {
                found.push(mention.actor);
            }
        }
        found
    }
}

impl Scene<'_> {
    /// A noun phrase with the reduced relative and prepositional phrases behind it, up to the verb at most.
    pub(crate) fn extend_right(&self, phrase: Range<usize>, limit: usize) -> Range<usize> {
        let mut end = phrase.end;
        while end < limit {
            let group = self.groups.holding(end);
            match group {
                Some(group) if group.shape == Shape::Participle => end = group.tokens.end,
                Some(_) => break,
                None if self.words.pos(end) == Upos::Punct => break,
                None => end += 1,
            }
        }
        phrase.start..end
    }
}

fn form_of(mention: &FoundMention) -> SourceForm {
    match mention.form {
        MentionForm::Name | MentionForm::Abbreviation | MentionForm::Surname => SourceForm::Name,
        MentionForm::Adjective => SourceForm::Adjective,
        MentionForm::Metonym => SourceForm::Metonym,
        MentionForm::Nominal => SourceForm::Nominal,
        MentionForm::Pronoun => SourceForm::Pronoun,
    }
}
