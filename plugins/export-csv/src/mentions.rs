use rapporteur_sdk::core::{Actor, Mention};

use crate::actors::Actors;
use crate::cell::{Cell, file_ranges};
use crate::column::{self, COUNT, ForeignKey, Kind, SPANS, Table};
use crate::documents::Documents;
use crate::facts::Facts;
use crate::options::TableName;

/// One row for each place where a document speaks of an actor.
pub struct Mentions;

pub struct MentionRow<'a> {
    pub facts: &'a Facts<'a>,
    /// Place among the mentions of the document, from 1.
    pub number: usize,
    pub actor: &'a Actor,
    pub mention: &'a Mention,
}

/// The mentions of a document in text order; where two begin together the shorter first.
pub fn mention_rows<'a>(facts: &'a Facts<'a>) -> Vec<MentionRow<'a>> {
    let mentions = facts.document.actors.iter().flat_map(|actor| actor.mentions.iter().map(move |one| (actor, one)));
    let mut rows: Vec<MentionRow<'_>> =
        mentions.map(|(actor, mention)| MentionRow { facts, number: 0, actor, mention }).collect();
    rows.sort_by_key(|row| row.mention.at.bytes);
    for (index, row) in rows.iter_mut().enumerate() {
        row.number = index + 1;
    }
    rows
}

const FORMS: Kind = Kind::OneOf(&["name", "abbreviation", "surname", "adjective", "metonym", "nominal", "pronoun"]);

type Column = column::Column<Mentions>;

impl Table for Mentions {
    const RESOURCE: &'static str = "mentions";
    const TITLE: &'static str = "Mentions";
    const DESCRIPTION: &'static str = "One row per mention of an actor, in text order within each document.";
    const KEY: &'static str = "mention_key";
    const FOREIGN_KEYS: &'static [ForeignKey] = &[
        ForeignKey { column: "doc_id", table: TableName::Documents, resource: Documents::RESOURCE, key: "doc_id" },
        ForeignKey { column: "actor_key", table: TableName::Actors, resource: Actors::RESOURCE, key: "actor_key" },
    ];
    type Row<'a> = MentionRow<'a>;

    const COLUMNS: &'static [Column] = &[
        Column::text("mention_key", "Key", "doc_id:m and the number of the mention within the document.", |row| {
            Cell::owned(row.facts.inner_key(&format!("m{}", row.number)))
        })
        .required(),
        Column::text("doc_id", "Document", "The document it stands in.", |row| Cell::text(&row.facts.key)).required(),
        Column::text("actor_key", "Key of the actor", "doc_id:actor_id", |row| {
            Cell::owned(row.facts.inner_key(&row.actor.id))
        })
        .required(),
        Column::text("actor_id", "Actor", "Who is meant.", |row| Cell::text(&row.actor.id)).required(),
        Column::text("surface", "Words", "The words, as they stand.", |row| Cell::text(&row.mention.surface)),
        Column::new("form", FORMS, "Form", "By what kind of expression the actor is named.", |row| {
            Cell::text(row.mention.form.as_str())
        })
        .required(),
        Column::new(
            "sense",
            Kind::OneOf(&["actor", "place"]),
            "Sense",
            "Whether the words stand for the actor or only for a place.",
            |row| Cell::text(row.mention.sense.as_str()),
        )
        .required(),
        Column::new(
            "char_start",
            COUNT,
            "First character",
            "Unicode code points into documents.text, from 0.",
            |row| Cell::plain(row.mention.at.chars[0]),
        )
        .required(),
        Column::new("char_end", COUNT, "End in characters", "One past the last code point.", |row| {
            Cell::plain(row.mention.at.chars[1])
        })
        .required(),
        Column::new("byte_start", COUNT, "First byte", "UTF-8 bytes into documents.text, from 0.", |row| {
            Cell::plain(row.mention.at.bytes.start)
        })
        .required(),
        Column::new("byte_end", COUNT, "End in bytes", "One past the last byte.", |row| {
            Cell::plain(row.mention.at.bytes.end)
        })
        .required(),
        Column::new(
            "file_start",
            COUNT,
            "First byte in the file",
            "Bytes of the original file, from 0; empty where the words do not stand there in one piece.",
            |row| Cell::number(row.mention.at.source.map(|source| source.start)),
        ),
        Column::new("file_end", COUNT, "End in the file", "One past the last byte of the original file.", |row| {
            Cell::number(row.mention.at.source.map(|source| source.end))
        }),
        Column::new(
            "file_parts",
            SPANS,
            "Pieces in the file",
            "start-end;start-end in bytes of the original file, where the words stand there in several pieces.",
            |row| match row.mention.at.source {
                Some(_) => Cell::Empty,
                None => Cell::spans(file_ranges(&row.mention.at)),
            },
        ),
    ];
}
