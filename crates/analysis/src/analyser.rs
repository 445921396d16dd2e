//! All stages in a row: from a document without actors and claims to one with them.

use std::sync::Arc;

use rapporteur_core::{
    Actor, ByteRange, Claim, ClaimForm, ClaimOrigin, ClaimSource, Cue, Document, DraftClaim, Mention, Quotation,
    Quoted, Role, SourceForm, Spans, Via,
};
use thiserror::Error;

use crate::actors::{self, ActorTable};
use crate::claims::{
    self, ConfidenceError, ConfidenceModel, Evidence, FoundClaim, FoundClaims, KnownTokens, Models, PositionError,
    PositionModel, Sign, TaggedText,
};
use crate::gazetteer::{Gazetteer, GazetteerError, fold};
use crate::lent::Lent;
use crate::lexicon::Lexicon;
use crate::syntax::{Parser, TaggedTokens, Trees};
use crate::tagger::{Memory, Tagger};
use crate::text::TextLayer;
use crate::weights_file::WeightsError;
use crate::zones::zones;

/// An analyser that cannot be made.
#[derive(Debug, Error)]
pub enum AnalyserError {
    #[error("the weights cannot be read: {0}")]
    Weights(#[from] WeightsError),
    #[error("the weights of confidence cannot be read: {0}")]
    Confidence(#[from] ConfidenceError),
    #[error("the weights of positions cannot be read: {0}")]
    Position(#[from] PositionError),
}

/// Finds actors and claims. Make one and use it for every document; what it keeps of one shows in no other.
#[derive(Debug, Clone)]
pub struct Analyser {
    gazetteer: Arc<Gazetteer>,
    lexicon: Lexicon,
    tagger: Tagger,
    parser: Parser,
    models: Models,
    memories: Lent<Memory>,
    /// Of this gazetteer.
    readings: Lent<actors::Memory>,
}

/// A document before its analysis.
#[derive(Debug)]
pub struct Unread<'d> {
    /// Gets its actors, claims and the actor ids of its metadata.
    pub document: &'d mut Document,
    /// Of its text.
    pub spans: &'d Spans,
    /// Claims the source states as data.
    pub stated: &'d [DraftClaim],
}

/// How many bytes of text are analysed together at most, unless a single document has more.
const TOGETHER: usize = 128 << 10;

/// A document cut into tagged tokens, with what claims and what the parser ask of each.
struct Tagged {
    layer: TextLayer,
    known: KnownTokens,
    tokens: TaggedTokens,
}

/// Why the claims of a document are what they are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Trace {
    /// In the order of the document's claims.
    pub claims: Vec<ClaimTrace>,
    /// Readings of words that made no claim at all.
    pub passed_over: Vec<Reading>,
}

/// The readings considered for one claim's cue.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimTrace {
    /// Id of the claim.
    pub claim: String,
    pub rule: String,
    /// How likely content and claimant are right.
    pub confidence: f64,
    /// What the rules alone give, 0 to 1; `None` for a claim that no rule of ours found.
    pub score: Option<f64>,
    /// What the confidence follows from.
    pub evidence: Option<Evidence>,
    /// What the position follows from.
    pub signs: Vec<Sign>,
    /// Those of them that speak for the position, strongest first.
    pub reasons: Vec<Sign>,
    pub alternatives: Vec<Reading>,
}

/// A reading that was not taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub rule: String,
    /// 0 to 1.
    pub score: f64,
    pub cue: Option<ByteRange>,
    pub content: Vec<ByteRange>,
    /// One clause: why it was passed over.
    pub why: String,
}

impl Analyser {
    /// An analyser with the gazetteer, lexicon, tagger and parser that come with this crate.
    ///
    /// # Errors
    /// [`AnalyserError`] if one of them cannot be read.
    pub fn new() -> Result<Self, AnalyserError> {
        Ok(Self {
            gazetteer: Arc::clone(crate::gazetteer::shared()),
            lexicon: crate::embedded::lexicon(),
            tagger: Tagger::embedded()?,
            parser: Parser::embedded()?,
            models: Models {
                confidence: ConfidenceModel::embedded()?,
                position: PositionModel::embedded()?,
                least: claims::LEAST,
            },
            memories: Lent::default(),
            readings: Lent::default(),
        })
    }

    /// Adds the actors of a gazetteer in TOML; `name` is for messages.
    ///
    /// # Errors
    /// [`GazetteerError`] if the text does not follow the schema.
    pub fn add_gazetteer(&mut self, name: &str, toml: &str) -> Result<(), GazetteerError> {
        self.readings = Lent::default();
        Arc::make_mut(&mut self.gazetteer).add_toml(name, toml)
    }

    /// Finds claims however unlikely: what weights of confidence are made from.
    #[must_use]
    pub fn with_unlikely(mut self) -> Self {
        self.models.least = 0.0;
        self
    }

    /// The actors known beforehand.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// Fills the document's actors, claims and the actor ids of its metadata. `stated` are claims the source states as data.
    ///
    /// Never fails; linear in the length of the text; the same document gives the same result.
    pub fn analyse(&self, document: &mut Document, spans: &Spans, stated: &[DraftClaim]) -> Trace {
        let mut traces = self.analyse_all(&mut [Unread { document, spans, stated }]);
        traces.pop().unwrap_or_default()
    }

    /// As [`Analyser::analyse`], for several documents: each has the result that it has alone, and its trace stands in its place.
    ///
    /// Each stage goes over many documents before the next begins. Its code and its tables are more than fits near the processor
    /// beside those of the others, and so they are fetched from far once for all documents and not once for each. No more are
    /// taken together than [`TOGETHER`] says, so that what the stages make of them takes little memory.
    pub fn analyse_all(&self, documents: &mut [Unread<'_>]) -> Vec<Trace> {
        let mut traces = Vec::with_capacity(documents.len());
        let mut rest = documents;
        while !rest.is_empty() {
            let mut length = 0;
            let fitting = rest.iter().take_while(|unread| {
                length += unread.document.text.len();
                length <= TOGETHER
            });
            let count = fitting.count().max(1);
            let (together, others) = rest.split_at_mut(count);
            self.analyse_together(together, &mut traces);
            rest = others;
        }
        traces
    }

    /// Appends the traces of these documents to `traces`.
    fn analyse_together(&self, documents: &mut [Unread<'_>], traces: &mut Vec<Trace>) {
        let tagged: Vec<Tagged> = self.memories.lend(|memory| {
            let tag = |unread: &Unread<'_>| self.tag(unread.document, memory);
            documents.iter().map(tag).collect()
        });
        let with_tags = || documents.iter().zip(&tagged).map(|(unread, tagged)| (&*unread.document, tagged));
        let tables: Vec<ActorTable> = self.readings.lend(|memory| {
            let find = |(document, tagged): (&Document, &Tagged)| {
                actors::find_actors_with(&document.text, &tagged.layer, document, &self.gazetteer, memory)
            };
            with_tags().map(find).collect()
        });
        let mut texts = Vec::with_capacity(tables.len());
        for ((document, Tagged { layer, known, tokens }), actors) in with_tags().zip(&tables) {
            let trees = Trees::new(&self.parser, tokens, &layer.sentences);
            texts.push(TaggedText { text: &document.text, layer, known, actors, trees });
        }
        let found = claims::find_claims(&texts, &self.lexicon, &self.models);
        drop(texts);
        for ((unread, mut found), mut table) in documents.iter_mut().zip(found).zip(tables) {
            let Unread { document, spans, stated } = unread;
            found.name_groups(&mut table, &document.text);
            actors::link_metadata(&mut document.metadata, &table);
            let order = order(&found.claims, stated);
            document.claims = claims_of(&order, &found.claims, stated, &table, &document.text, spans);
            document.actors = actors_of(table, &document.text, spans);
            traces.push(trace(found, &order, &document.claims, &self.models.position));
        }
    }

    /// Cuts a document into tokens and tells their parts of speech.
    fn tag(&self, document: &Document, memory: &mut Memory) -> Tagged {
        let text = document.text.as_str();
        let mut layer = TextLayer::build(text, zones(document));
        let count = layer.tokens.len();
        let mut known = KnownTokens { forms: Vec::with_capacity(count), listed: Vec::with_capacity(count) };
        let find = |word: &str| claims::lists_of(word, &self.lexicon);
        let mut tagged = TaggedTokens { keys: Vec::with_capacity(count), classes: Vec::with_capacity(count) };
        let mut words: Vec<&str> = Vec::new();
        for sentence in &layer.sentences {
            let tokens = layer.tokens.get_mut(sentence.tokens.clone()).unwrap_or_default();
            words.clear();
            words.extend(tokens.iter().map(|token| token.at.slice(text).unwrap_or_default()));
            let first = tagged.keys.len();
            self.tagger.keys_with(&words, memory, &mut tagged.keys, find, &mut known.listed);
            let keys = tagged.keys.get(first..).unwrap_or_default();
            self.tagger.classes_with(keys, memory, &mut tagged.classes);
            let classes = tagged.classes.get(first..).unwrap_or_default();
            for (token, class) in tokens.iter_mut().zip(classes) {
                let tagged = class.tagged();
                token.pos = tagged.pos;
                known.forms.push(tagged.verb);
            }
        }
        Tagged { layer, known, tokens: tagged }
    }
}

fn quoted(text: &str, at: ByteRange, spans: &Spans) -> Quoted {
    Quoted { text: at.slice(text).unwrap_or_default().to_owned(), at: spans.span(text, at) }
}

fn actors_of(table: ActorTable, text: &str, spans: &Spans) -> Vec<Actor> {
    let mut actors: Vec<Actor> = table
        .actors
        .into_iter()
        .map(|found| Actor {
            id: found.id,
            name: found.name,
            kind: found.kind,
            subkind: found.subkind,
            aliases: found.aliases,
            roles: found
                .roles
                .into_iter()
                .map(|role| Role {
                    title: role.title,
                    organisation: role.organisation,
                    at: role.at.map(|at| spans.span(text, at)),
                })
                .collect(),
            affiliation: found.affiliation,
            identifiers: found.identifiers,
            mentions: Vec::new(),
            annotation: None,
        })
        .collect();
    for mention in &table.mentions {
        if let Some(actor) = actors.get_mut(mention.actor) {
            let Quoted { text: surface, at } = quoted(text, mention.at, spans);
            actor.mentions.push(Mention { at, surface, form: mention.form, sense: mention.sense, annotation: None });
        }
    }
    // Groups that the claims added stand last so far.
    actors.sort_by_key(|actor| actor.mentions.first().map_or(usize::MAX, |mention| mention.at.bytes.start));
    actors
}

fn claims_of(
    order: &[Place],
    found: &[FoundClaim],
    stated: &[DraftClaim],
    table: &ActorTable,
    text: &str,
    spans: &Spans,
) -> Vec<Claim> {
    let id_of = |actor: usize| table.actors.get(actor).map(|actor| actor.id.clone());
    let mut id = vec![String::new(); found.len()];
    for (place, which) in order.iter().enumerate() {
        if let Place::Found(index) = which
            && let Some(slot) = id.get_mut(*index)
        {
            *slot = format!("c{}", place + 1);
        }
    }
    let extracted = |claim: &FoundClaim, own: String| Claim {
        id: own,
        claimant: claim.claimant.and_then(id_of),
        co_claimants: claim.co_claimants.iter().filter_map(|&actor| id_of(actor)).collect(),
        source: claim.source.map(|(at, form)| {
            let Quoted { text, at } = quoted(text, at, spans);
            ClaimSource { text, at, form }
        }),
        cue: claim.cue.as_ref().map(|(at, lemma)| {
            let Quoted { text, at } = quoted(text, *at, spans);
            Cue { text, at, lemma: lemma.clone() }
        }),
        content: claim.content.iter().map(|&at| quoted(text, at, spans)).collect(),
        quotation: claim.quotation,
        form: claim.form,
        addressee: claim.addressee.and_then(id_of),
        targets: claim.targets.iter().filter_map(|&actor| id_of(actor)).collect(),
        position: claim.position,
        hedged: claim.hedged,
        negated: claim.negated,
        via: claim.via.map(|at| {
            let Quoted { text, at } = quoted(text, at, spans);
            Via { text, at }
        }),
        nested_in: claim.nested_in.and_then(|parent| id.get(parent).cloned()),
        section: Some(claim.section),
        sentence: claim.sentence.map(|at| quoted(text, at, spans)),
        confidence: claim.confidence,
        rule: claim.rule.to_owned(),
        origin: ClaimOrigin::Extracted,
        annotator: None,
        labels: Vec::new(),
        review: None,
    };
    let of_place = |(place, which): (usize, &Place)| {
        let own = format!("c{}", place + 1);
        match *which {
            Place::Found(index) => found.get(index).map(|claim| extracted(claim, own)),
            Place::Stated(index) => stated.get(index).map(|claim| structured(claim, own, table, text, spans)),
        }
    };
    order.iter().enumerate().filter_map(of_place).collect()
}

/// Whether the words stand right behind an opening mark or begin with one.
fn is_quoted(content: &[ByteRange], text: &str) -> bool {
    let is_mark = |character: Option<char>| character.is_some_and(|c| matches!(c, '"' | '“' | '„' | '«' | '‘'));
    !content.is_empty()
        && content.iter().all(|at| {
            is_mark(at.slice(text).and_then(|words| words.chars().next()))
                || is_mark(text.get(..at.start).and_then(|before| before.chars().next_back()))
        })
}

/// Where a claim of the document comes from.
#[derive(Debug, Clone, Copy)]
enum Place {
    Found(usize),
    Stated(usize),
}

/// The claims of both kinds in text order; data without words in the text comes last.
fn order(found: &[FoundClaim], stated: &[DraftClaim]) -> Vec<Place> {
    let begin = |source: Option<ByteRange>, content: &[ByteRange]| {
        source.iter().chain(content).map(|at| at.start).min().unwrap_or(usize::MAX)
    };
    let found = found
        .iter()
        .enumerate()
        .map(|(index, claim)| (begin(claim.source.map(|(at, _)| at), &claim.content), Place::Found(index)));
    let stated =
        stated.iter().enumerate().map(|(index, claim)| (begin(claim.source, &claim.content), Place::Stated(index)));
    let mut order: Vec<(usize, Place)> = found.chain(stated).collect();
    order.sort_by_key(|&(start, _)| start);
    order.into_iter().map(|(_, place)| place).collect()
}

/// A claim the source states as data.
fn structured(claim: &DraftClaim, id: String, table: &ActorTable, text: &str, spans: &Spans) -> Claim {
    let actor_named = |name: &str| {
        let wanted = fold(name);
        let named = |name: &str| fold(name) == wanted;
        let found =
            table.actors.iter().find(|actor| named(&actor.name) || actor.aliases.iter().any(|alias| named(alias)));
        found.map(|actor| actor.id.clone())
    };
    let claimant = claim.claimant.as_deref().and_then(actor_named);
    let joint = claim.co_claimants.iter().filter_map(|name| actor_named(name));
    let co_claimants = joint.filter(|id| Some(id) != claimant.as_ref()).collect();
    Claim {
        id,
        claimant,
        co_claimants,
        source: claim.source.map(|at| {
            let Quoted { text, at } = quoted(text, at, spans);
            ClaimSource { text, at, form: SourceForm::Name }
        }),
        cue: None,
        content: claim.content.iter().map(|&at| quoted(text, at, spans)).collect(),
        quotation: if is_quoted(&claim.content, text) { Quotation::Direct } else { Quotation::Indirect },
        form: ClaimForm::Statement,
        addressee: None,
        targets: Vec::new(),
        position: None,
        hedged: false,
        negated: false,
        via: None,
        nested_in: None,
        section: None,
        sentence: None,
        confidence: 0.99,
        rule: "structured-data".to_owned(),
        origin: ClaimOrigin::StructuredData,
        annotator: None,
        labels: Vec::new(),
        review: claim.review.clone().map(|review| review.map_at(&mut |at| spans.span(text, at))),
    }
}

fn trace(found: FoundClaims, order: &[Place], claims: &[Claim], model: &PositionModel) -> Trace {
    let mut place_of = vec![None; found.claims.len()];
    let mut of_text: Vec<Option<FoundClaim>> = found.claims.into_iter().map(Some).collect();
    let of_claim = |(claim, place): (&Claim, &Place)| {
        let found = match *place {
            Place::Found(index) => of_text.get_mut(index).and_then(Option::take),
            Place::Stated(_) => None,
        };
        let reasons = |found: &FoundClaim| -> Vec<Sign> {
            let judged = found.position.filter(|position| PositionModel::judges(found.rule, Some(*position)));
            judged
                .map_or_else(Vec::new, |position| model.reasons(&found.signs, position).into_iter().cloned().collect())
        };
        let reasons = found.as_ref().map(reasons).unwrap_or_default();
        let score = found.as_ref().map(|found| found.score);
        let (evidence, signs) = found.map_or((None, Vec::new()), |found| (Some(found.evidence), found.signs));
        ClaimTrace {
            claim: claim.id.clone(),
            rule: claim.rule.clone(),
            confidence: claim.confidence,
            score,
            evidence,
            signs,
            reasons,
            alternatives: Vec::new(),
        }
    };
    let mut trace = Trace { claims: claims.iter().zip(order).map(of_claim).collect(), passed_over: Vec::new() };
    for (place, which) in order.iter().enumerate() {
        if let Place::Found(index) = which
            && let Some(slot) = place_of.get_mut(*index)
        {
            *slot = Some(place);
        }
    }
    for alternative in found.alternatives {
        let reading = Reading {
            rule: alternative.rule.to_owned(),
            score: alternative.score,
            cue: alternative.cue,
            content: alternative.content,
            why: alternative.why.to_owned(),
        };
        let place = alternative.claim.and_then(|index| place_of.get(index).copied().flatten());
        match place.and_then(|place| trace.claims.get_mut(place)) {
            Some(claim) => claim.alternatives.push(reading),
            None => trace.passed_over.push(reading),
        }
    }
    trace
}
