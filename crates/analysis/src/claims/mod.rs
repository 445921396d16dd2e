//! Attributions: source, cue, content; then claimant, addressee, position.
//!
//! Rules over tagged tokens, in folders by what they do:
//!
//! 1. [`repair`] puts tags right that the words around know better; [`grammar`] pairs quotation marks, groups verbs with
//!    their auxiliaries, and tells subjects, objects and clauses and where each ends, by the sentence's tree where the
//!    words do not tell.
//! 2. Each cue word makes [`candidate`]s: verbs, adjectives and small words in [`cues`], nouns in [`nouns`].
//! 3. [`judge`] lets the best reading of each cue stand; quotations without a cue join the claim before them.
//! 4. [`claimants`] resolves sources to actors, in text order.
//! 5. [`judge`] again: what is known of each claim gives its confidence and its position.
//!
//! *Invariant:* linear, deterministic, never fails. What looks left or right looks a bounded number of tokens far.

mod answers;
mod candidate;
mod claimants;
mod cues;
mod grammar;
mod judge;
mod nouns;
mod repair;
mod scene;
#[cfg(test)]
mod tests;
mod unnamed_groups;

use std::ops::Range;

use rapporteur_core::{ActorKind, ByteRange, ClaimForm, Position, Quotation, SourceForm};

pub(crate) use self::grammar::words::lists_of;
pub use self::judge::confidence::{CONFIDENCE_FORMAT, ConfidenceError, ConfidenceModel};
pub use self::judge::evidence::{Aspect, Evidence};
pub use self::judge::position::{POSITION_FORMAT, POSITIONS, PositionError, PositionModel};
pub use self::judge::signs::{Sign, SignKind};
pub(crate) use self::judge::unlikely::LEAST;
pub use self::unnamed_groups::UnnamedGroup;

use self::candidate::Candidate;
use self::claimants::Resolver;
use self::grammar::words::LowerCase;
use self::judge::stance::Stated;
use self::judge::weigh::Known;
use self::scene::Scene;
use crate::actors::ActorTable;
use crate::lexicon::{Lexicon, Listed};
use crate::syntax::Trees;
use crate::tagger::VerbForm;
use crate::text::TextLayer;

/// The weights by which claims are judged.
#[derive(Debug, Clone)]
pub struct Models {
    pub confidence: ConfidenceModel,
    pub position: PositionModel,
    /// Claims whose confidence is lower are readings only.
    pub least: f64,
}

/// A claim in byte ranges, with actors as indices into the actor table.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundClaim {
    pub claimant: Option<usize>,
    pub co_claimants: Vec<usize>,
    pub source: Option<(ByteRange, SourceForm)>,
    /// Where the cue stands, and its dictionary form.
    pub cue: Option<(ByteRange, String)>,
    /// In text order, at least one.
    pub content: Vec<ByteRange>,
    pub quotation: Quotation,
    pub form: ClaimForm,
    pub addressee: Option<usize>,
    /// Nearest first.
    pub targets: Vec<usize>,
    pub position: Option<Position>,
    pub hedged: bool,
    pub negated: bool,
    pub via: Option<ByteRange>,
    /// Index of the claim whose content this one stands in.
    pub nested_in: Option<usize>,
    pub section: usize,
    pub sentence: Option<ByteRange>,
    /// How likely content and claimant are right: 0 to 1, in hundredths.
    pub confidence: f64,
    /// What the rules alone give, 0 to 1, in hundredths.
    pub score: f64,
    pub rule: &'static str,
    pub evidence: Evidence,
    /// What the position follows from.
    pub signs: Vec<Sign>,
}

/// A reading that was not taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// Index of the claim that was preferred; `None` where nothing was claimed at all.
    pub claim: Option<usize>,
    pub rule: &'static str,
    pub score: f64,
    /// Source to content.
    pub cue: Option<ByteRange>,
    pub content: Vec<ByteRange>,
    pub why: &'static str,
}

/// What the claim stage found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FoundClaims {
    /// In text order.
    pub claims: Vec<FoundClaim>,
    pub alternatives: Vec<Alternative>,
    /// Groups that no actor is known for and that hold a claim or are spoken to in one, in the order of claims.
    pub unnamed: Vec<UnnamedGroup>,
}

/// What is known of each token of a text before claims are looked for: one entry per token in each list.
#[derive(Debug, Clone, Default)]
pub struct KnownTokens {
    pub forms: Vec<VerbForm>,
    /// By [`lists_of`].
    pub(crate) listed: Vec<Listed>,
}

/// A text in which claims are looked for.
pub struct TaggedText<'t> {
    pub text: &'t str,
    pub layer: &'t TextLayer,
    /// Of the tokens of `layer`.
    pub known: &'t KnownTokens,
    pub actors: &'t ActorTable,
    /// Those of its sentences.
    pub trees: Trees<'t>,
}

/// The claims of each of several tagged texts, which know nothing of each other.
///
/// Each step goes over all texts before the next begins: see [`crate::Analyser::analyse_all`].
pub fn find_claims(texts: &[TaggedText<'_>], lexicon: &Lexicon, models: &Models) -> Vec<FoundClaims> {
    let lower: Vec<LowerCase> = texts.iter().map(|text| LowerCase::of(text.text, text.layer)).collect();
    let scene = |(text, lower)| Scene::of(text, lower, lexicon);
    let scenes: Vec<Scene<'_>> = texts.iter().zip(&lower).map(scene).collect();
    let candidates: Vec<Vec<Candidate>> = scenes.iter().map(candidates).collect();
    scenes.iter().zip(candidates).map(|(scene, candidates)| claims_of(scene, candidates, models)).collect()
}

/// The claims among the readings of a text.
fn claims_of(scene: &Scene<'_>, candidates: Vec<Candidate>, models: &Models) -> FoundClaims {
    let readings = readings(scene, &candidates);
    let (mut claims, passed) = judge::select::select(scene, candidates);
    scene.signed_quotations(&mut claims);
    scene.follow_quotations(&mut claims);
    scene.block_quotations(&mut claims);
    scene.announced_lists(&mut claims);
    claims.iter_mut().for_each(Candidate::oppose_what_is_unwanted);
    let mut found = resolve_all(scene, &claims, &readings, models);
    // For each token the claim whose cue holds it.
    let mut claim_at: Vec<Option<usize>> = vec![None; scene.words.len()];
    for (index, claim) in claims.iter().enumerate() {
        if let Some(tokens) = claim.cue.clone().and_then(|cue| claim_at.get_mut(cue)) {
            tokens.fill(Some(index));
        }
    }
    for passed in passed {
        let candidate = passed.candidate;
        let mut cue = candidate.cue.clone().unwrap_or(0..0);
        let claim = cue.find_map(|token| claim_at.get(token).copied().flatten());
        found.alternatives.push(Alternative {
            claim: claim.filter(|_| passed.beaten),
            rule: candidate.rule,
            score: hundredths(candidate.score),
            cue: candidate.cue.as_ref().map(|cue| scene.words.bytes(cue)),
            content: candidate.content.iter().map(|content| scene.words.bytes(content)).collect(),
            why: passed.why,
        });
    }
    found.drop_unlikely(models.least);
    judge_positions(&mut found.claims, &models.position);
    found
}

/// Every reading of every cue in the zones that hold claims.
fn candidates(scene: &Scene<'_>) -> Vec<Candidate> {
    let words = &scene.words;
    let mut found = Vec::new();
    for sentence in &words.layer.sentences {
        if !words.layer.zones.get(sentence.zone).is_some_and(|zone| zone.holds_claims()) {
            continue;
        }
        for (number, group) in scene.groups.within(sentence.tokens.clone()) {
            let of_verb = match scene.inverted_aside(group).or_else(|| scene.pied_piped(number)) {
                Some(piped) => vec![piped],
                None => scene.verb_candidates(number),
            };
            if of_verb.is_empty() {
                found.extend(
                    scene
                        .introduced_quotation(number, group)
                        .or_else(|| scene.judged_quotation(group))
                        .or_else(|| scene.that_is_noun(group))
                        .or_else(|| scene.would_have(number, group))
                        .or_else(|| scene.for_somebody(number, group))
                        .or_else(|| scene.makes_candidate(number, group)),
                );
                found.extend(scene.pointed_candidate(number));
                found.extend(scene.shared_view(number));
            }
            found.extend(of_verb);
            found.extend(scene.impersonal(group));
        }
        for index in sentence.tokens.clone() {
            let listed = words.listed(index);
            if listed.preposition {
                scene.preposition_candidates(index, &mut found);
            }
            scene.for_whom_candidates(index, &mut found);
            scene.passed_on_candidates(index, &mut found);
            scene.summed_up_candidate(index, &mut found);
            scene.request_candidates(index, &mut found);
            scene.view_candidates(index, &mut found);
            if listed.noun {
                scene.noun_candidates(index, &mut found);
            }
            if listed.adjective {
                scene.adjective_candidates(index, &mut found);
            }
        }
    }
    scene.turn_candidates(&mut found);
    found
}

/// For each token how many candidates have it in their cue.
fn readings(scene: &Scene<'_>, candidates: &[Candidate]) -> Vec<usize> {
    let mut readings = vec![0; scene.words.len()];
    for cue in candidates.iter().filter_map(|candidate| candidate.cue.clone()) {
        readings.get_mut(cue).into_iter().flatten().for_each(|count| *count += 1);
    }
    readings
}

/// Other readings of a candidate's cue.
fn rivals(candidate: &Candidate, readings: &[usize]) -> usize {
    let all = candidate.cue.iter().cloned().flatten().filter_map(|token| readings.get(token)).max();
    all.map_or(0, |&all| all.saturating_sub(1))
}

fn resolve_all(scene: &Scene<'_>, claims: &[Candidate], readings: &[usize], models: &Models) -> FoundClaims {
    let words = &scene.words;
    let nesting = nesting(claims);
    let mut within: Vec<Vec<Range<usize>>> = vec![Vec::new(); claims.len()];
    for (claim, parent) in claims.iter().zip(&nesting) {
        if let Some(within) = parent.and_then(|parent| within.get_mut(parent)) {
            within.extend(claim.cue.iter().chain(&claim.content).cloned());
        }
    }
    let mut resolver = Resolver::new(scene);
    let mut found: Vec<FoundClaim> = Vec::with_capacity(claims.len());
    let mut unnamed = Vec::new();
    for (index, claim) in claims.iter().enumerate() {
        let parent = nesting.get(index).copied().flatten();
        let around = parent.and_then(|parent| found.get(parent)).and_then(|parent: &FoundClaim| parent.claimant);
        let holder = resolver.holder(claim, around);
        let addressee = claim.addressee.as_ref().and_then(|phrase| {
            let addressed = resolver.phrase(phrase, around);
            // "both sides" are not one of them.
            let pair = !addressed.others.is_empty() && addressed.form == Some(SourceForm::Nominal);
            addressed.actor.filter(|_| !pair)
        });
        let mut group = |phrase: Option<&Range<usize>>, addressed: bool| {
            let group = phrase.and_then(|phrase| {
                let group = scene.unnamed_group(phrase).map(|(noun, name)| (noun, name, ActorKind::Group));
                group.or_else(|| scene.unlisted_name(phrase).map(|(name, kind)| (name.clone(), name, kind)))
            });
            unnamed.extend(group.map(|(noun, name, kind)| UnnamedGroup {
                claim: index,
                addressed,
                at: words.bytes(&noun),
                name: words.bytes(&name),
                kind,
            }));
        };
        let phrase = holder.taken_up.as_ref().or(claim.antecedent.as_ref()).or(claim.source.as_ref());
        let of_people = || phrase.is_some_and(|phrase| scene.is_told_by_adjective(phrase));
        if holder.actor.is_none() || holder.others.is_empty() && of_people() {
            group(phrase, false);
        }
        if addressee.is_none() {
            group(claim.addressee.as_ref(), true);
        }
        let mut targets = Vec::new();
        let mut add = |actor: usize| {
            if Some(actor) != holder.actor && !holder.others.contains(&actor) && !targets.contains(&actor) {
                targets.push(actor);
            }
        };
        if let Some(object) = &claim.object {
            let named = resolver.actors_in(object);
            if named.is_empty() {
                resolver.phrase(object, around).actor.into_iter().for_each(&mut add);
            }
            named.into_iter().for_each(&mut add);
        }
        claim.content.iter().flat_map(|content| resolver.actors_in(content)).for_each(&mut add);
        let source =
            claim.source.as_ref().map(|source| (words.bytes(source), holder.form.unwrap_or(SourceForm::Nominal)));
        let anchor = claim.cue.as_ref().map_or_else(|| claim.start(), |cue| cue.start);
        let sentence = scene.sentence_at(anchor).and_then(|index| words.layer.sentences.get(index));
        let quotation = quotation_of(scene, claim);
        let rivals = rivals(claim, readings);
        let known = Known { holder: &holder, quotation, nested: parent.is_some(), rivals };
        let evidence = resolver.evidence(claim, &known);
        let resolved = if holder.actor.is_some() || claim.source.is_none() { 1.0 } else { 0.92 };
        let score = hundredths(claim.score * resolved);
        let stated = Stated {
            claimant: holder.actor,
            quotation,
            within: within.get(index).map(Vec::as_slice).unwrap_or_default(),
        };
        let signs = resolver.signs(claim, &stated);
        let confidence = models.confidence.confidence(&evidence).unwrap_or(score);
        found.push(FoundClaim {
            claimant: holder.actor,
            co_claimants: holder.others,
            source,
            cue: claim.cue.as_ref().map(|cue| (words.bytes(cue), claim.lemma.clone())),
            content: claim.content.iter().map(|content| words.bytes(content)).collect(),
            quotation,
            form: claim.form,
            addressee,
            targets,
            position: claim.position,
            hedged: claim.hedged,
            negated: claim.negated,
            via: holder.via.as_ref().map(|via| words.bytes(via)),
            nested_in: parent,
            section: sentence.and_then(|sentence| words.layer.zones.get(sentence.zone)).map_or(0, |zone| zone.section),
            sentence: sentence.map(|sentence| sentence.at),
            confidence,
            score,
            rule: claim.rule,
            evidence,
            signs,
        });
    }
    FoundClaims { claims: found, alternatives: Vec::new(), unnamed }
}

/// Sets the positions, which so far are those of the cues' entries.
fn judge_positions(found: &mut [FoundClaim], model: &PositionModel) {
    let mut elsewhere = judge::stance::Elsewhere::default();
    found.iter().for_each(|claim| elsewhere.count(claim));
    for claim in found.iter_mut().filter(|claim| PositionModel::judges(claim.rule, claim.position)) {
        let signs = elsewhere.signs(claim);
        claim.signs.extend(signs);
        claim.position = model.position(&claim.signs);
    }
}

fn hundredths(score: f32) -> f64 {
    (f64::from(score.clamp(0.01, 0.99)) * 100.0).round() / 100.0
}

/// For each claim the smallest earlier one whose content holds its cue (or, without a cue, its content).
fn nesting(claims: &[Candidate]) -> Vec<Option<usize>> {
    let mut parents = vec![None; claims.len()];
    // Claims are in text order: only those that still reach beyond the present one can hold it.
    let mut open: Vec<usize> = Vec::new();
    for (index, claim) in claims.iter().enumerate() {
        let place = claim.cue.clone().unwrap_or_else(|| claim.content_hull());
        let begin = claim.start();
        open.retain(|&other| claims.get(other).is_some_and(|other| other.content_hull().end > begin));
        let holds = |other: &&usize| {
            claims.get(**other).is_some_and(|other| {
                other.content.iter().any(|content| content.start <= place.start && place.end <= content.end)
            })
        };
        let parent = open
            .iter()
            .filter(holds)
            .min_by_key(|&&other| claims.get(other).map_or(0, |other| other.content_hull().len()));
        if let Some(slot) = parents.get_mut(index) {
            *slot = parent.copied();
        }
        open.push(index);
    }
    parents
}

/// How much of the content stands in marks that do not enclose the cue as well.
fn quotation_of(scene: &Scene<'_>, claim: &Candidate) -> Quotation {
    if matches!(claim.rule, "speaker-turn" | "block-quotation") {
        return Quotation::Direct;
    }
    let words = &scene.words;
    let cue = claim.cue.clone().unwrap_or(0..0);
    let (mut marked, mut all) = (0, 0);
    for index in claim.content.iter().cloned().flat_map(|content: Range<usize>| content) {
        if !words.is_word(index) {
            continue;
        }
        all += 1;
        let mut around = words.quotations.around(index);
        while let Some(quoted) = around.and_then(|around| words.quotations.get(around)) {
            if !(quoted.tokens.start <= cue.start && cue.end <= quoted.tokens.end) || cue.is_empty() {
                marked += 1;
                break;
            }
            around = quoted.parent;
        }
    }
    match (marked, all) {
        (0, _) => Quotation::Indirect,
        (marked, all) if marked == all => Quotation::Direct,
        _ => Quotation::Mixed,
    }
}
