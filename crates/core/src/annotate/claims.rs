//! Claims and labels of an annotator.

use std::collections::BTreeMap;

use super::actors::Actors;
use super::check::Check;
use super::quotation::Marks;
use crate::{AddedClaim, AddedLabel, ByteRange, Claim, ClaimOrigin, ClaimSource, Cue, DraftLabel, Label, Via};

/// The document's claims while some are added.
pub(super) struct Claims {
    /// Each with its index before.
    claims: Vec<(Claim, Option<usize>)>,
    by_id: BTreeMap<String, usize>,
    by_content: BTreeMap<Content, usize>,
    /// Place of each label of this annotator on its claim: claim, scheme, label.
    labels: BTreeMap<(usize, String, String), usize>,
    marks: Marks,
    pub(super) added: usize,
    pub(super) added_labels: usize,
    pub(super) merged: usize,
}

/// What makes two claims one: who holds it, and the words.
type Content = (Option<String>, Vec<String>, Vec<[usize; 2]>);

impl Claims {
    pub(super) fn new(claims: Vec<Claim>) -> Self {
        let mut by_id = BTreeMap::new();
        let mut by_content = BTreeMap::new();
        for (index, claim) in claims.iter().enumerate() {
            by_id.insert(claim.id.clone(), index);
            // What stands only in markup has no words by which it could be known again.
            if !claim.content.is_empty() {
                by_content.entry(content_of(claim)).or_insert(index);
            }
        }
        let claims = claims.into_iter().enumerate().map(|(index, claim)| (claim, Some(index))).collect();
        Self {
            claims,
            by_id,
            by_content,
            labels: BTreeMap::new(),
            marks: Marks::default(),
            added: 0,
            added_labels: 0,
            merged: 0,
        }
    }

    pub(super) fn label(&mut self, added: Vec<AddedLabel>, check: &mut Check<'_>) {
        for (number, AddedLabel { claim, label }) in added.into_iter().enumerate() {
            let path = format!("labels[{number}]");
            match self.by_id.get(&claim).copied() {
                Some(index) => self.put_label(&path, index, label, check),
                None => check.refuse(format!("{path} names the claim {claim:?}, and there is none")),
            }
        }
    }

    pub(super) fn add(&mut self, added: Vec<AddedClaim>, actors: &Actors, check: &mut Check<'_>) {
        for (number, mut claim) in added.into_iter().enumerate() {
            let path = format!("claims[{number}]");
            let labels = std::mem::take(&mut claim.labels);
            let claim = match checked(&path, claim, actors, &mut self.marks, check) {
                Ok(claim) => claim,
                Err(reason) => {
                    check.refuse(reason);
                    continue;
                }
            };
            let key = content_of(&claim);
            let index = match self.by_content.get(&key) {
                Some(index) => {
                    self.merged += 1;
                    *index
                }
                None => {
                    self.added += 1;
                    let index = self.claims.len();
                    self.by_content.insert(key, index);
                    self.claims.push((claim, None));
                    index
                }
            };
            for (number, label) in labels.into_iter().enumerate() {
                self.put_label(&format!("{path}.labels[{number}]"), index, label, check);
            }
        }
    }

    fn put_label(&mut self, path: &str, index: usize, label: DraftLabel, check: &mut Check<'_>) {
        let label = match checked_label(path, label, check) {
            Ok(label) => label,
            Err(reason) => return check.refuse(reason),
        };
        let Some((claim, _)) = self.claims.get_mut(index) else { return };
        let key = (index, label.scheme.clone(), label.label.clone());
        match self.labels.get(&key).and_then(|place| claim.labels.get_mut(*place)) {
            // Said twice: once, with all the words that speak for it and the higher confidence.
            Some(there) => {
                self.merged += 1;
                there.evidence.extend(label.evidence);
                there.confidence = there.confidence.max(label.confidence);
            }
            None => {
                self.labels.insert(key, claim.labels.len());
                claim.labels.push(label);
                self.added_labels += 1;
            }
        }
    }

    /// The claims in text order, numbered anew, and for each its index before.
    pub(super) fn finish(self) -> (Vec<Claim>, Vec<Option<usize>>) {
        let (added, labelled) = (self.added, self.added_labels);
        let mut claims = self.claims;
        // Once for each label and not at every repetition of it.
        for ((index, _, _), place) in &self.labels {
            if let Some(label) = claims.get_mut(*index).and_then(|(claim, _)| claim.labels.get_mut(*place)) {
                label.evidence.sort_by_key(|words| words.at.bytes);
                label.evidence.dedup();
            }
        }
        if added > 0 {
            // Stable: of those that begin together the document's own come first, as before, then those added, as given.
            claims.sort_by_key(|(claim, _)| begin(claim));
            let renamed: BTreeMap<String, String> = claims
                .iter()
                .enumerate()
                .filter(|(_, (_, before))| before.is_some())
                .map(|(place, (claim, _))| (claim.id.clone(), format!("c{}", place + 1)))
                .collect();
            for (place, (claim, _)) in claims.iter_mut().enumerate() {
                claim.id = format!("c{}", place + 1);
                if let Some(outer) = &mut claim.nested_in
                    && let Some(new) = renamed.get(outer)
                {
                    outer.clone_from(new);
                }
            }
        }
        if labelled > 0 {
            for (claim, _) in &mut claims {
                sort_last_annotators_labels(&mut claim.labels);
            }
        }
        claims.into_iter().unzip()
    }
}

/// Those of earlier annotators stay where they are.
fn sort_last_annotators_labels(labels: &mut [Label]) {
    let Some(last) = labels.last().map(|label| label.annotator.clone()) else { return };
    let first = labels.iter().rposition(|label| label.annotator != last).map_or(0, |before| before + 1);
    if let Some(own) = labels.get_mut(first..) {
        own.sort_by(|left, right| (&left.scheme, &left.label).cmp(&(&right.scheme, &right.label)));
    }
}

fn content_of(claim: &Claim) -> Content {
    let content = claim.content.iter().map(|part| part.at.bytes.into()).collect();
    (claim.claimant.clone(), claim.co_claimants.clone(), content)
}

/// Where a claim begins: at its source or content, as everywhere; what has no words in the text comes last.
fn begin(claim: &Claim) -> usize {
    let source = claim.source.iter().map(|source| source.at.bytes.start);
    source.chain(claim.content.iter().map(|part| part.at.bytes.start)).min().unwrap_or(usize::MAX)
}

fn checked(
    path: &str,
    added: AddedClaim,
    actors: &Actors,
    marks: &mut Marks,
    check: &Check<'_>,
) -> Result<Claim, String> {
    let confidence = check.grounds(path, added.confidence, &added.rule)?;
    let actor = |field: &str, named: &str| {
        let id = actors.id(named).map(str::to_owned);
        id.ok_or_else(|| format!("{path}.{field} names the actor {named:?}, and there is none"))
    };
    let one = |field: &str, named: Option<&String>| named.map(|named| actor(field, named)).transpose();
    let several = |field: &str, named: &[String]| {
        let mut ids: Vec<String> = Vec::new();
        for named in named {
            let id = actor(field, named)?;
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        Ok::<_, String>(ids)
    };
    let words = |field: &str, at: Option<ByteRange>| {
        at.map(|at| check.range(&|| format!("{path}.{field}"), at).map(|()| check.quoted(at))).transpose()
    };
    let claimant = one("claimant", added.claimant.as_ref())?;
    let mut co_claimants = several("co_claimants", &added.co_claimants)?;
    co_claimants.retain(|id| Some(id) != claimant.as_ref());
    let addressee = one("addressee", added.addressee.as_ref())?;
    let targets = several("targets", &added.targets)?;
    let source = words("source", added.source)?;
    let cue = words("cue", added.cue)?;
    let via = words("via", added.via)?;
    let sentence = words("sentence", added.sentence)?;

    let mut content: Vec<(usize, ByteRange)> = added.content.iter().copied().enumerate().collect();
    content.sort_by_key(|(_, at)| *at);
    let mut blocks = Vec::with_capacity(content.len());
    let mut end = 0;
    for (number, at) in &content {
        let part = || format!("{path}.content[{number}]");
        blocks.push(check.block(&part, *at)?);
        if at.start < end {
            return Err(format!("{} at bytes {}..{} stands over another", part(), at.start, at.end));
        }
        end = at.end;
    }
    let Some(first) = blocks.first() else { return Err(format!("{path}.content is empty")) };
    let ranges: Vec<_> = content.iter().zip(&blocks).map(|((_, at), block)| (*at, *block)).collect();
    Ok(Claim {
        id: String::new(),
        claimant,
        co_claimants,
        source: source.map(|words| ClaimSource { text: words.text, at: words.at, form: added.source_form }),
        cue: cue.map(|words| Cue {
            lemma: added.cue_lemma.filter(|lemma| !lemma.is_empty()).unwrap_or_else(|| words.text.to_lowercase()),
            text: words.text,
            at: words.at,
        }),
        content: content.iter().map(|(_, at)| check.quoted(*at)).collect(),
        quotation: marks.quotation(check.text, &ranges, added.cue),
        form: added.form,
        addressee,
        targets,
        position: added.position,
        hedged: added.hedged,
        negated: added.negated,
        via: via.map(|words| Via { text: words.text, at: words.at }),
        nested_in: None,
        section: Some(first.section),
        sentence,
        confidence,
        rule: added.rule,
        origin: ClaimOrigin::Annotated,
        annotator: Some(check.annotator.to_owned()),
        labels: Vec::new(),
        review: None,
    })
}

fn checked_label(path: &str, label: DraftLabel, check: &Check<'_>) -> Result<Label, String> {
    let DraftLabel { scheme, label, mut evidence, confidence, rule } = label;
    let confidence = check.grounds(path, confidence, &rule)?;
    for (field, words) in [("scheme", &scheme), ("label", &label)] {
        if words.trim().is_empty() || words.chars().any(char::is_control) {
            return Err(format!("{path}.{field} is {words:?}, expected a word or a few"));
        }
    }
    for (number, at) in evidence.iter().enumerate() {
        check.range(&|| format!("{path}.evidence[{number}]"), *at)?;
    }
    evidence.sort_unstable();
    evidence.dedup();
    let evidence = evidence.into_iter().map(|at| check.quoted(at)).collect();
    Ok(Label { scheme, label, evidence, confidence, rule, annotator: check.annotator.to_owned() })
}
