//! Holds documents against a contract.

use std::fmt::Debug;

use rapporteur_core::{Block, BlockKind, Claim, Document, Label};

use crate::contract::{ClaimContract, Contract, LabelContract};
use crate::json_name::name;

/// What does not hold, one sentence each. `refusals` are the codes of refused inputs.
pub fn check_contract(contract: &Contract, documents: &[Document], refusals: &[String]) -> Vec<String> {
    let mut breaches = Breaches::default();
    if let Some(code) = &contract.refused {
        if !refusals.contains(code) {
            breaches.add(format!(
                "expected to be refused as {code:?}, found refusals {refusals:?} and {} documents",
                documents.len()
            ));
        }
        return breaches.0;
    }
    breaches.equal("documents", &contract.expect.documents.unwrap_or(1), &documents.len());
    if !refusals.is_empty() {
        breaches.add(format!("refused as {refusals:?}"));
    }
    if let Some(document) = documents.first() {
        if !contract.source.is_empty() {
            breaches.equal("source plugin", &contract.source, &document.source.plugin);
        }
        breaches.metadata(contract, document);
        breaches.body(contract, document);
        breaches.analysis(contract, document);
    }
    breaches.0
}

#[derive(Default)]
struct Breaches(Vec<String>);

impl Breaches {
    fn add(&mut self, breach: String) {
        self.0.push(breach);
    }

    fn equal<T: PartialEq + Debug>(&mut self, what: &str, expected: &T, found: &T) {
        if expected != found {
            self.add(format!("{what}: expected {expected:?}, found {found:?}"));
        }
    }

    fn stated(&mut self, what: &str, expected: Option<&String>, found: Option<&String>) {
        if expected.is_some() && expected != found {
            self.add(format!("{what}: expected {:?}, found {found:?}", expected.map_or("", String::as_str)));
        }
    }

    fn begins(&mut self, what: &str, expected: Option<&String>, found: Option<&String>) {
        if let Some(expected) = expected
            && !found.is_some_and(|found| found.starts_with(expected.as_str()))
        {
            self.add(format!("{what}: expected {expected:?}…, found {found:?}"));
        }
    }

    fn metadata(&mut self, contract: &Contract, document: &Document) {
        let (expect, metadata) = (&contract.expect, &document.metadata);
        self.stated("title", expect.title.as_ref(), metadata.title.as_ref());
        self.stated("category", expect.category.as_ref(), metadata.category.as_ref());
        self.begins("published", expect.published.as_ref(), metadata.published.as_ref());
        self.begins("modified", expect.modified.as_ref(), metadata.modified.as_ref());
        self.begins("language", expect.language.as_ref(), metadata.language.as_ref());
        self.stated("url", expect.url.as_ref(), metadata.url.as_ref());
        self.stated(
            "publisher",
            expect.publisher.as_ref(),
            metadata.publisher.as_ref().map(|publisher| &publisher.name),
        );
        self.stated("origin", expect.origin.as_ref(), metadata.origin.as_ref().map(|origin| &origin.name));
        if let Some(authors) = &expect.authors {
            let found: Vec<String> = metadata.authors.iter().map(|author| author.name.clone()).collect();
            self.equal("authors", authors, &found);
        }
        if let Some(affiliations) = &expect.affiliations {
            let found: Vec<String> =
                metadata.authors.iter().map(|author| author.affiliation.clone().unwrap_or_default()).collect();
            self.equal("affiliations", affiliations, &found);
        }
    }

    fn body(&mut self, contract: &Contract, document: &Document) {
        let expect = &contract.expect;
        let words = |block: &Block| block.at.slice(&document.text).unwrap_or_default().to_owned();
        if let Some(headings) = &expect.headings {
            let found: Vec<String> =
                document.blocks.iter().filter(|block| block.kind == BlockKind::Heading).map(words).collect();
            let folded = |list: &[String]| list.iter().map(|heading| fold(heading)).collect::<Vec<_>>();
            self.equal("headings", &folded(headings), &folded(&found));
        }
        if let Some(paragraphs) = expect.paragraphs {
            let found = document.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph).count();
            self.equal("paragraphs", &paragraphs, &found);
        }
        for kind in &expect.block_kinds {
            if !document.blocks.iter().any(|block| name(&block.kind) == *kind) {
                self.add(format!("no block is a {kind}"));
            }
        }
        for kind in &expect.apparatus {
            if !document.apparatus.iter().any(|piece| name(&piece.kind) == *kind) {
                self.add(format!("nothing in the apparatus is a {kind}"));
            }
        }
        let body: Vec<String> = document.blocks.iter().map(|block| fold(&words(block))).collect();
        for wanted in &expect.body_includes {
            if !body.iter().any(|block| block.contains(&fold(wanted))) {
                self.add(format!("the body lacks {wanted:?}"));
            }
        }
        for unwanted in &expect.body_excludes {
            if body.iter().any(|block| block.contains(&fold(unwanted))) {
                self.add(format!("the body holds {unwanted:?}"));
            }
        }
    }

    fn analysis(&mut self, contract: &Contract, document: &Document) {
        let expect = &contract.expect;
        for wanted in &expect.actors {
            if !document.actors.iter().any(|actor| actor.name == *wanted) {
                self.add(format!("the actor {wanted:?} is not found"));
            }
        }
        for missed in &expect.missed_actors {
            if document.actors.iter().any(|actor| actor.name == *missed) {
                self.add(format!("the actor {missed:?} is found now: move it from missed_actors to actors"));
            }
        }
        let count = document.claims.len();
        if expect.min_claims.is_some_and(|least| count < least) || expect.max_claims.is_some_and(|most| count > most) {
            let (least, most) = (expect.min_claims.unwrap_or(0), expect.max_claims.unwrap_or(usize::MAX));
            self.add(format!("claims: expected {least} to {most}, found {count}"));
        }
        for wanted in &expect.claims {
            let holding: Vec<&Claim> =
                document.claims.iter().filter(|claim| content(claim).contains(&fold(&wanted.contains))).collect();
            if holding.is_empty() {
                self.add(format!("no claim holds {:?}", wanted.contains));
            } else if !holding.iter().any(|claim| fits(wanted, claim, document)) {
                let found: Vec<String> = holding.iter().map(|claim| describe(claim, document)).collect();
                self.add(format!(
                    "claim {:?}: expected {}, found {}",
                    wanted.contains,
                    describe_contract(wanted),
                    found.join("; ")
                ));
            }
        }
        for missed in &expect.missed_claims {
            let found =
                |claim: &Claim| content(claim).contains(&fold(&missed.contains)) && fits(missed, claim, document);
            if document.claims.iter().any(found) {
                self.add(format!("claim {:?} is found now: move it from missed_claims to claims", missed.contains));
            }
        }
        for wanted in &expect.labels {
            self.label(wanted, document);
        }
        for unlabelled in &expect.no_label {
            let holding = document.claims.iter().filter(|claim| content(claim).contains(&fold(unlabelled)));
            for label in holding.flat_map(|claim| &claim.labels) {
                self.add(format!("the claim {unlabelled:?} has the label {:?}", label.label));
            }
        }
        for unwanted in &expect.no_claim {
            if document.claims.iter().any(|claim| content(claim).contains(&fold(unwanted))) {
                self.add(format!("a claim holds {unwanted:?}"));
            }
        }
    }
}

impl Breaches {
    fn label(&mut self, wanted: &LabelContract, document: &Document) {
        let holding = document.claims.iter().filter(|claim| content(claim).contains(&fold(&wanted.contains)));
        let labels: Vec<&Label> = holding.flat_map(|claim| &claim.labels).collect();
        let Some(label) = labels.iter().find(|label| label.label == wanted.label) else {
            let found: Vec<&str> = labels.iter().map(|label| label.label.as_str()).collect();
            self.add(format!("claim {:?}: expected the label {:?}, found {found:?}", wanted.contains, wanted.label));
            return;
        };
        let evidence: Vec<String> = label.evidence.iter().map(|words| fold(&words.text)).collect();
        for words in wanted.words.iter().filter(|words| !evidence.contains(&fold(words))) {
            self.add(format!(
                "claim {:?}: expected {words:?} among the evidence for {:?}, found {evidence:?}",
                wanted.contains, wanted.label
            ));
        }
    }
}

fn fits(wanted: &ClaimContract, claim: &Claim, document: &Document) -> bool {
    let claimants = claimants(claim, document);
    let claimant_fits = wanted
        .claimant
        .as_ref()
        .is_none_or(|name| if name.is_empty() { claim.claimant.is_none() } else { claimants.contains(&name.as_str()) });
    let cue_fits = wanted
        .cue
        .as_ref()
        .is_none_or(|word| claim.cue.as_ref().is_some_and(|cue| fold(&cue.text).contains(&fold(word))));
    let quotation_fits = wanted.quotation.as_ref().is_none_or(|kind| claim.quotation.as_str() == kind);
    claimant_fits && cue_fits && quotation_fits
}

fn claimants<'d>(claim: &'d Claim, document: &'d Document) -> Vec<&'d str> {
    let ids = claim.claimant.iter().chain(&claim.co_claimants);
    ids.filter_map(|id| document.actor(id)).map(|actor| actor.name.as_str()).collect()
}

fn describe(claim: &Claim, document: &Document) -> String {
    let cue = claim.cue.as_ref().map_or("–", |cue| cue.text.as_str());
    format!("{} | {cue} | {}", claimants(claim, document).join(" & "), claim.quotation.as_str())
}

fn describe_contract(wanted: &ClaimContract) -> String {
    let any = |value: &Option<String>| value.clone().unwrap_or_else(|| "any".to_owned());
    format!("{} | {} | {}", any(&wanted.claimant), any(&wanted.cue), any(&wanted.quotation))
}

fn content(claim: &Claim) -> String {
    claim.content.iter().map(|part| fold(&part.text)).collect::<Vec<_>>().join(" ")
}

/// White space of all kinds as one blank.
fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
