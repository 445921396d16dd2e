use rapporteur_sdk::boundary::{Answer, Serve};
use rapporteur_sdk::core::protocol::{Descriptor, PROTOCOL};
use rapporteur_sdk::core::{
    ActorKind, AddedActor, AddedClaim, AddedLabel, Additions, ByteRange, ClaimForm, DraftLabel, DraftMention,
    Identifiers, MentionForm, Sense, SourceForm,
};
use rapporteur_sdk::{Annotator, Describe, Document, NoOptions, PluginKind, Refusal};

use crate::deeds::commit;
use crate::raw::answer;
use crate::source::wish;

/// Adds to documents that begin with "stress annotate" what the next word says, and nothing to others.
pub(crate) struct StressAnnotator;

impl Describe for StressAnnotator {
    const ID: &'static str = "org.rapporteur.stress-annotator";
    const NAME: &'static str = "stress";
    const SUMMARY: &'static str = "Does what the first line of a document says";
    type Options = NoOptions;

    fn new(_: NoOptions) -> Result<Self, Refusal> {
        Ok(Self)
    }
}

impl Annotator for StressAnnotator {
    fn annotate(&self, document: &Document) -> Result<Additions, Refusal> {
        let text = &document.text;
        let Some(rest) = text.strip_prefix("stress ").filter(|rest| rest.starts_with("annotate ")) else {
            return Ok(Additions::default());
        };
        let (deed, number) = wish(rest.as_bytes());
        // Whatever else it does, it also adds an actor and a claim that are sound.
        let mut additions = sound();
        match deed.as_str() {
            "refuse" => return Err(Refusal::new("told-to", "told to refuse")),
            "wrong-span" => additions.claims.push(claim("stress", ByteRange::new(0, usize::MAX))),
            "backward-span" => additions.claims.push(claim("stress", ByteRange::new(5, 2))),
            "split-character" => {
                let inside = text.find('é').map_or(0, |start| start + 1);
                additions.claims.push(claim("stress", ByteRange::new(0, inside)));
            }
            "unknown-actor" => additions.claims.push(claim("nobody", ByteRange::new(0, 6))),
            "unknown-claim" => {
                let label = label();
                additions.labels.push(AddedLabel { claim: "c4711".to_owned(), label });
            }
            "too-sure" => {
                additions.claims.push(AddedClaim { confidence: 7.0, ..claim("stress", ByteRange::new(0, 6)) });
            }
            "no-rule" => {
                additions.claims.push(AddedClaim { rule: String::new(), ..claim("stress", ByteRange::new(0, 6)) });
            }
            "flood" => additions.claims.extend(vec![claim("nobody", ByteRange::new(0, 6)); 20_000]),
            _ => commit(&deed, number),
        }
        Ok(additions)
    }
}

/// "stress", which the text begins with, is an actor, and "annotate" its claim.
fn sound() -> Additions {
    let actor = AddedActor {
        id: "stress".to_owned(),
        name: "Stress".to_owned(),
        kind: ActorKind::Organisation,
        subkind: None,
        aliases: Vec::new(),
        affiliation: None,
        identifiers: Identifiers::default(),
        mentions: vec![DraftMention { at: ByteRange::new(0, 6), form: MentionForm::Name, sense: Sense::Actor }],
        confidence: 0.9,
        rule: "first-word".to_owned(),
    };
    let mut claims = vec![claim("stress", ByteRange::new(7, 15))];
    claims.iter_mut().for_each(|claim| claim.labels.push(label()));
    Additions { actors: vec![actor], claims, ..Additions::default() }
}

fn claim(claimant: &str, content: ByteRange) -> AddedClaim {
    AddedClaim {
        claimant: Some(claimant.to_owned()),
        co_claimants: Vec::new(),
        source: None,
        source_form: SourceForm::Name,
        cue: None,
        cue_lemma: None,
        content: vec![content],
        form: ClaimForm::Statement,
        addressee: None,
        targets: Vec::new(),
        position: None,
        hedged: false,
        negated: false,
        via: None,
        sentence: None,
        labels: Vec::new(),
        confidence: 0.5,
        rule: "second-word".to_owned(),
    }
}

fn label() -> DraftLabel {
    DraftLabel {
        scheme: "topic".to_owned(),
        label: "stress".to_owned(),
        evidence: vec![ByteRange::new(0, 6)],
        confidence: 1.0,
        rule: "first-word".to_owned(),
    }
}

/// Answers to documents that begin with "stress raw" with bytes of its own.
pub(crate) struct RawAnnotator;

impl Serve for RawAnnotator {
    fn descriptor() -> Descriptor {
        Descriptor {
            id: "org.rapporteur.stress-raw-annotator".to_owned(),
            version: "0.1.0".to_owned(),
            kind: PluginKind::Annotator,
            protocol: PROTOCOL,
            name: "stress-raw".to_owned(),
            summary: "Answers with bytes that are no answer".to_owned(),
            license: "MIT OR Apache-2.0".to_owned(),
            media_types: Vec::new(),
            extensions: Vec::new(),
            domains: Vec::new(),
            rank: 100,
            options_schema: serde_json::Value::Null,
            rules_option: None,
        }
    }

    fn create(_: &[u8]) -> Result<Self, Refusal> {
        Ok(Self)
    }

    fn call(&mut self, method: &str, _: &[u8], payload: &[u8]) -> Answer {
        if method != "annotate" {
            return Answer::Unsupported;
        }
        let document: serde_json::Value = serde_json::from_slice(payload).unwrap_or_default();
        let text = document.get("text").and_then(serde_json::Value::as_str).unwrap_or_default();
        match text.strip_prefix("stress ").filter(|rest| rest.starts_with("raw ")) {
            Some(rest) => answer(&wish(rest.as_bytes()).0),
            None => Answer::json(&Additions::default()),
        }
    }
}
