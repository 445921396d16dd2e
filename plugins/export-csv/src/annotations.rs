use rapporteur_sdk::core::{Annotation, Span};

use crate::actors::Actors;
use crate::cell::{Cell, file_ranges};
use crate::claims::Claims;
use crate::column::{self, ForeignKey, Kind, SPANS, Table};
use crate::documents::Documents;
use crate::facts::Facts;
use crate::options::TableName;

/// One row for each thing an annotator added: a label of a claim, a claim, an actor, a mention.
pub struct Annotations;

pub struct AnnotationRow<'a> {
    pub facts: &'a Facts<'a>,
    /// Place among the annotations of the document, from 1.
    pub number: usize,
    what: &'static str,
    annotator: &'a str,
    claim: Option<&'a str>,
    actor: Option<&'a str>,
    scheme: Option<&'a str>,
    label: Option<&'a str>,
    confidence: f64,
    rule: &'a str,
    words: Vec<(&'a str, &'a Span)>,
}

/// What annotators added to a document: by claim, each with its labels, then actors, each with its mentions.
pub fn annotation_rows<'a>(facts: &'a Facts<'a>) -> Vec<AnnotationRow<'a>> {
    let mut rows = Vec::new();
    let empty = |what, annotator, confidence, rule| AnnotationRow {
        facts,
        number: 0,
        what,
        annotator,
        claim: None,
        actor: None,
        scheme: None,
        label: None,
        confidence,
        rule,
        words: Vec::new(),
    };
    for claim in &facts.document.claims {
        let id = Some(claim.id.as_str());
        if let Some(annotator) = &claim.annotator {
            let words = claim.content.iter().map(|part| (part.text.as_str(), &part.at)).collect();
            let row = empty("claim", annotator.as_str(), claim.confidence, claim.rule.as_str());
            rows.push(AnnotationRow { claim: id, actor: claim.claimant.as_deref(), words, ..row });
        }
        for label in &claim.labels {
            let words = label.evidence.iter().map(|part| (part.text.as_str(), &part.at)).collect();
            let row = empty("label", label.annotator.as_str(), label.confidence, label.rule.as_str());
            let (scheme, name) = (Some(label.scheme.as_str()), Some(label.label.as_str()));
            rows.push(AnnotationRow { claim: id, scheme, label: name, words, ..row });
        }
    }
    for actor in &facts.document.actors {
        let id = Some(actor.id.as_str());
        let of = |what, annotation: &'a Annotation| {
            empty(what, annotation.annotator.as_str(), annotation.confidence, annotation.rule.as_str())
        };
        if let Some(annotation) = &actor.annotation {
            rows.push(AnnotationRow { actor: id, ..of("actor", annotation) });
        }
        for mention in &actor.mentions {
            if let Some(annotation) = &mention.annotation {
                let words = vec![(mention.surface.as_str(), &mention.at)];
                rows.push(AnnotationRow { actor: id, words, ..of("mention", annotation) });
            }
        }
    }
    for (index, row) in rows.iter_mut().enumerate() {
        row.number = index + 1;
    }
    rows
}

type Column = column::Column<Annotations>;

impl Table for Annotations {
    const RESOURCE: &'static str = "annotations";
    const TITLE: &'static str = "Annotations";
    const DESCRIPTION: &'static str = "One row per label, claim, actor and mention that an annotator added to a document. The table is there \
         only where annotators added something.";
    const KEY: &'static str = "annotation_key";
    const FOREIGN_KEYS: &'static [ForeignKey] = &[
        ForeignKey { column: "doc_id", table: TableName::Documents, resource: Documents::RESOURCE, key: "doc_id" },
        ForeignKey { column: "claim_key", table: TableName::Claims, resource: Claims::RESOURCE, key: "claim_key" },
        ForeignKey { column: "actor_key", table: TableName::Actors, resource: Actors::RESOURCE, key: "actor_key" },
    ];
    type Row<'a> = AnnotationRow<'a>;

    const COLUMNS: &'static [Column] = &[
        Column::text(
            "annotation_key",
            "Key",
            "doc_id:n and the number of the annotation within the document.",
            |row| Cell::owned(row.facts.inner_key(&format!("n{}", row.number))),
        )
        .required(),
        Column::text("doc_id", "Document", "The document it stands in.", |row| Cell::text(&row.facts.key)).required(),
        Column::new(
            "what",
            Kind::OneOf(&["label", "claim", "actor", "mention"]),
            "What",
            "What was added: a label of a claim, a claim, an actor, a mention.",
            |row| Cell::text(row.what),
        )
        .required(),
        Column::text("annotator", "Annotator", "Id of the plugin that added it.", |row| Cell::text(row.annotator))
            .required(),
        Column::text("claim_key", "Key of the claim", "doc_id:claim_id", |row| {
            row.facts.claim_key(row.claim).map_or(Cell::Empty, Cell::owned)
        }),
        Column::text("claim_id", "Claim", "The claim that is labelled or was added.", |row| Cell::maybe(row.claim)),
        Column::text("actor_key", "Key of the actor", "doc_id:actor_id", |row| {
            row.facts.actor_key(row.actor).map_or(Cell::Empty, Cell::owned)
        }),
        Column::text(
            "actor_id",
            "Actor",
            "The actor that was added or is mentioned; of a claim that was added its claimant.",
            |row| Cell::maybe(row.actor),
        ),
        Column::text("scheme", "Scheme", "The set of labels a label is one of: topic.", |row| Cell::maybe(row.scheme)),
        Column::text("label", "Label", "The class the claim is put into: energy.", |row| Cell::maybe(row.label)),
        Column::new("confidence", Kind::Share, "Confidence", "0 to 1.", |row| Cell::plain(row.confidence)).required(),
        Column::text("rule", "Rule", "The rule or model that found it.", |row| Cell::text(row.rule)).required(),
        Column::text(
            "words",
            "Words",
            "What it stands on, as it stands: words that speak for the label, content, mention. Several are joined by \" […] \".",
            |row| Cell::joined(row.words.iter().map(|(words, _)| *words), " […] "),
        ),
        Column::new(
            "chars",
            SPANS,
            "Words in characters",
            "start-end of each, separated by \";\": code points into documents.text, half-open, from 0.",
            |row| Cell::spans(row.words.iter().map(|(_, at)| at.chars)),
        ),
        Column::new("bytes", SPANS, "Words in bytes", "Likewise in UTF-8 bytes into documents.text.", |row| {
            Cell::spans(row.words.iter().map(|(_, at)| at.bytes.into()))
        }),
        Column::new(
            "file",
            SPANS,
            "Words in the file",
            "Likewise in bytes of the original file. Empty where they stand nowhere in it.",
            |row| Cell::spans(row.words.iter().flat_map(|(_, at)| file_ranges(at))),
        ),
    ];
}
