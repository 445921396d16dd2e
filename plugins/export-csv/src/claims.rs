use rapporteur_sdk::core::{ActorKind, Claim, Position, SourceForm, Span};

use crate::actors::{ACTOR_KINDS, Actors};
use crate::cell::{Cell, file_ranges};
use crate::column::{self, COUNT, ForeignKey, Kind, SPANS, Table};
use crate::documents::Documents;
use crate::facts::Facts;
use crate::options::TableName;

/// One row a claim: the columns of a political claims codebook that can be read from a text, then the evidence.
pub struct Claims;

pub struct ClaimRow<'a> {
    pub facts: &'a Facts<'a>,
    pub claim: &'a Claim,
}

const FORMS: Kind = Kind::OneOf(&[
    "statement",
    "demand",
    "accusation",
    "support",
    "opposition",
    "promise",
    "intention",
    "assessment",
    "question",
]);

const SOURCE_FORMS: Kind = Kind::OneOf(&["name", "nominal", "pronoun", "adjective", "metonym", "document", "label"]);

const fn to_actors(column: &'static str) -> ForeignKey {
    ForeignKey { column, table: TableName::Actors, resource: Actors::RESOURCE, key: "actor_key" }
}

type Column = column::Column<Claims>;

impl Table for Claims {
    const RESOURCE: &'static str = "claims";
    const TITLE: &'static str = "Claims";
    const DESCRIPTION: &'static str = "One row per claim that a text attributes to somebody else than its author, in text order within each document. \
         Keys lead to rows of other tables and are empty where an id has no row there; ids are always given.";
    const KEY: &'static str = "claim_key";
    const FOREIGN_KEYS: &'static [ForeignKey] = &[
        ForeignKey { column: "doc_id", table: TableName::Documents, resource: Documents::RESOURCE, key: "doc_id" },
        to_actors("claimant_key"),
        to_actors("addressee_key"),
        // An empty resource name means the table itself.
        ForeignKey { column: "nested_in_key", table: TableName::Claims, resource: "", key: "claim_key" },
    ];
    type Row<'a> = ClaimRow<'a>;

    const COLUMNS: &'static [Column] = &[
        Column::text("claim_key", "Key", "doc_id:claim_id", |row| Cell::owned(row.facts.inner_key(&row.claim.id)))
            .required(),
        Column::text("doc_id", "Document", "The document it stands in.", |row| Cell::text(&row.facts.key)).required(),
        Column::text("claim_id", "Claim", "c1, c2 … in text order.", |row| Cell::text(&row.claim.id)).required(),
        Column::text("date", "Date", "When the document was published; as documents.published.", |row| {
            Cell::maybe(row.facts.document.metadata.published.as_deref())
        }),
        Column::text(
            "location",
            "Location",
            "Where and when the report was filed: its dateline, as it stands.",
            |row| Cell::maybe(row.facts.dateline),
        ),
        Column::text("claimant_key", "Key of the claimant", "doc_id:actor_id", |row| {
            optional(row.facts.actor_key(row.claim.claimant.as_deref()))
        }),
        Column::text("claimant_id", "Claimant", "Who holds it; empty where the text does not say.", |row| {
            Cell::maybe(row.claim.claimant.as_deref())
        }),
        Column::text("claimant_name", "Name of the claimant", "As in actors.name.", |row| {
            Cell::maybe(row.facts.name(row.claim.claimant.as_deref()))
        }),
        Column::new("claimant_kind", ACTOR_KINDS, "Kind of the claimant", "As in actors.kind.", |row| {
            let claimant = row.facts.actor(row.claim.claimant.as_deref());
            Cell::maybe(claimant.map(|actor| ActorKind::as_str(actor.kind)))
        }),
        Column::text("claimant_affiliation", "Affiliation of the claimant", "As in actors.affiliation_id.", |row| {
            let claimant = row.facts.actor(row.claim.claimant.as_deref());
            Cell::maybe(claimant.and_then(|actor| actor.affiliation.as_deref()))
        }),
        Column::text(
            "co_claimants",
            "Joint claimants",
            "actor_ids of others who hold it too, separated by \"; \".",
            |row| ids(&row.claim.co_claimants),
        ),
        Column::new("form", FORMS, "Form", "What kind of act the claim is; follows the cue.", |row| {
            Cell::text(row.claim.form.as_str())
        })
        .required(),
        Column::text("addressee_key", "Key of the addressee", "doc_id:actor_id", |row| {
            optional(row.facts.actor_key(row.claim.addressee.as_deref()))
        }),
        Column::text("addressee_id", "Addressee", "Who is spoken to.", |row| {
            Cell::maybe(row.claim.addressee.as_deref())
        }),
        Column::text(
            "targets",
            "Targets",
            "actor_ids of whom the claim is about, nearest first, separated by \"; \".",
            |row| ids(&row.claim.targets),
        ),
        Column::new(
            "position",
            Kind::Integer(-1, Some(1)),
            "Position",
            "-1 opposes, 0 neutral, 1 supports: the targets, or the content where there is none. Empty where the text does not say.",
            |row| match row.claim.position {
                Some(Position::Oppose) => Cell::plain(-1),
                Some(Position::Neutral) => Cell::plain(0),
                Some(Position::Support) => Cell::plain(1),
                None => Cell::Empty,
            },
        ),
        Column::new(
            "position_word",
            Kind::OneOf(&["support", "oppose", "neutral"]),
            "Position in words",
            "The same as a word.",
            |row| Cell::maybe(row.claim.position.map(Position::as_str)),
        ),
        Column::new(
            "quotation",
            Kind::OneOf(&["direct", "indirect", "mixed"]),
            "Quotation",
            "Whether all, none or some words of the content stand in quotation marks.",
            |row| Cell::text(row.claim.quotation.as_str()),
        )
        .required(),
        Column::new("hedged", Kind::Boolean, "Hedged", "Attributed with reserve: reportedly, would likely.", |row| {
            Cell::plain(row.claim.hedged)
        })
        .required(),
        Column::new("negated", Kind::Boolean, "Negated", "The claimant rejects the content: denied that.", |row| {
            Cell::plain(row.claim.negated)
        })
        .required(),
        Column::text("via", "Through", "The words for the document or speech that speaks for the claimant.", |row| {
            Cell::maybe(row.claim.via.as_ref().map(|via| via.text.as_str()))
        }),
        Column::text(
            "content",
            "Content",
            "What is attributed, as it stands. Fragments of an interrupted quotation are joined by \" […] \".",
            |row| Cell::joined(row.claim.content.iter().map(|part| part.text.as_str()), " […] "),
        ),
        Column::text("source", "Source", "The words that name the claimant.", |row| {
            Cell::maybe(row.claim.source.as_ref().map(|source| source.text.as_str()))
        }),
        Column::new("source_form", SOURCE_FORMS, "Form of the source", "What kind of expression they are.", |row| {
            Cell::maybe(row.claim.source.as_ref().map(|source| source_form(source.form)))
        }),
        Column::text("cue", "Cue", "The words that attribute.", |row| {
            Cell::maybe(row.claim.cue.as_ref().map(|cue| cue.text.as_str()))
        }),
        Column::text("cue_lemma", "Lemma of the cue", "Dictionary form.", |row| {
            Cell::maybe(row.claim.cue.as_ref().map(|cue| cue.lemma.as_str()))
        }),
        Column::text("sentence", "Sentence", "The sentence of the cue.", |row| {
            Cell::maybe(row.claim.sentence.as_ref().map(|sentence| sentence.text.as_str()))
        }),
        Column::new("source_char_start", COUNT, "Source: first character", CODE_POINTS, |row| {
            Cell::number(source(row).map(|at| at.chars[0]))
        }),
        Column::new("source_char_end", COUNT, "Source: end in characters", CODE_POINTS, |row| {
            Cell::number(source(row).map(|at| at.chars[1]))
        }),
        Column::new("source_byte_start", COUNT, "Source: first byte", BYTES, |row| {
            Cell::number(source(row).map(|at| at.bytes.start))
        }),
        Column::new("source_byte_end", COUNT, "Source: end in bytes", BYTES, |row| {
            Cell::number(source(row).map(|at| at.bytes.end))
        }),
        Column::new("cue_char_start", COUNT, "Cue: first character", CODE_POINTS, |row| {
            Cell::number(cue(row).map(|at| at.chars[0]))
        }),
        Column::new("cue_char_end", COUNT, "Cue: end in characters", CODE_POINTS, |row| {
            Cell::number(cue(row).map(|at| at.chars[1]))
        }),
        Column::new("cue_byte_start", COUNT, "Cue: first byte", BYTES, |row| {
            Cell::number(cue(row).map(|at| at.bytes.start))
        }),
        Column::new("cue_byte_end", COUNT, "Cue: end in bytes", BYTES, |row| {
            Cell::number(cue(row).map(|at| at.bytes.end))
        }),
        Column::new(
            "content_chars",
            SPANS,
            "Content in characters",
            "start-end of each fragment, separated by \";\": code points into documents.text, half-open, from 0.",
            |row| Cell::spans(row.claim.content.iter().map(|part| part.at.chars)),
        ),
        Column::new(
            "content_bytes",
            SPANS,
            "Content in bytes",
            "Likewise in UTF-8 bytes into documents.text.",
            |row| Cell::spans(row.claim.content.iter().map(|part| part.at.bytes.into())),
        ),
        Column::new(
            "content_file",
            SPANS,
            "Content in the file",
            "Likewise in bytes of the original file; one fragment may stand there in several pieces. Empty where it stands nowhere.",
            |row| Cell::spans(row.claim.content.iter().flat_map(|part| file_ranges(&part.at))),
        ),
        Column::new("section", COUNT, "Section", "0 before the first heading, then one more at each.", |row| {
            Cell::number(row.claim.section)
        }),
        Column::text("heading", "Heading", "The heading of that section.", |row| {
            Cell::maybe(row.facts.heading(row.claim.section))
        }),
        Column::new("confidence", Kind::Share, "Confidence", "0 to 1.", |row| Cell::plain(row.claim.confidence))
            .required(),
        Column::text("rule", "Rule", "The rule or model that found it.", |row| Cell::text(&row.claim.rule)),
        Column::new(
            "origin",
            Kind::OneOf(&["extracted", "structured-data", "annotated"]),
            "Origin",
            "Whether it was read from the text or stated as data by the page; annotated: added by an annotator, which annotations.csv names.",
            |row| Cell::text(row.claim.origin.as_str()),
        )
        .required(),
        Column::text("nested_in_key", "Key of the outer claim", "doc_id:claim_id", |row| {
            optional(row.facts.claim_key(row.claim.nested_in.as_deref()))
        }),
        Column::text("nested_in", "Outer claim", "claim_id of the claim whose content this one stands in.", |row| {
            Cell::maybe(row.claim.nested_in.as_deref())
        }),
    ];
}

const CODE_POINTS: &str = "Code points into documents.text, half-open, from 0.";
const BYTES: &str = "UTF-8 bytes into documents.text, half-open, from 0.";

fn source<'a>(row: &ClaimRow<'a>) -> Option<&'a Span> {
    row.claim.source.as_ref().map(|source| &source.at)
}

fn cue<'a>(row: &ClaimRow<'a>) -> Option<&'a Span> {
    row.claim.cue.as_ref().map(|cue| &cue.at)
}

fn optional(key: Option<String>) -> Cell<'static> {
    key.map_or(Cell::Empty, Cell::owned)
}

fn ids(ids: &[String]) -> Cell<'static> {
    Cell::joined(ids.iter().map(String::as_str), "; ")
}

const fn source_form(form: SourceForm) -> &'static str {
    match form {
        SourceForm::Name => "name",
        SourceForm::Nominal => "nominal",
        SourceForm::Pronoun => "pronoun",
        SourceForm::Adjective => "adjective",
        SourceForm::Metonym => "metonym",
        SourceForm::Document => "document",
        SourceForm::Label => "label",
    }
}
