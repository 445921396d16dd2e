use rapporteur_sdk::core::{Actor, Role};

use crate::cell::Cell;
use crate::column::{self, COUNT, ForeignKey, Kind, Table};
use crate::documents::Documents;
use crate::facts::Facts;
use crate::options::TableName;

/// One row for each actor of each document.
pub struct Actors;

pub struct ActorRow<'a> {
    pub facts: &'a Facts<'a>,
    pub actor: &'a Actor,
}

pub const ACTOR_KINDS: Kind = Kind::OneOf(&["person", "state", "organisation", "alliance", "office", "group"]);

type Column = column::Column<Actors>;

impl Table for Actors {
    const RESOURCE: &'static str = "actors";
    const TITLE: &'static str = "Actors";
    const DESCRIPTION: &'static str = "One row per actor and document, in order of first mention. Group by actor_id to follow an actor across documents.";
    const KEY: &'static str = "actor_key";
    const FOREIGN_KEYS: &'static [ForeignKey] =
        &[ForeignKey { column: "doc_id", table: TableName::Documents, resource: Documents::RESOURCE, key: "doc_id" }];
    type Row<'a> = ActorRow<'a>;

    const COLUMNS: &'static [Column] = &[
        Column::text("actor_key", "Key", "doc_id:actor_id", |row| Cell::owned(row.facts.inner_key(&row.actor.id)))
            .required(),
        Column::text("doc_id", "Document", "The document that names the actor.", |row| Cell::text(&row.facts.key))
            .required(),
        Column::text(
            "actor_id",
            "Actor",
            "Readable id, unique within the document; the same everywhere for actors the program knows.",
            |row| Cell::text(&row.actor.id),
        )
        .required(),
        Column::text("name", "Name", "The fullest or best-known name.", |row| Cell::text(&row.actor.name)),
        Column::new("kind", ACTOR_KINDS, "Kind", "What the actor is.", |row| Cell::text(row.actor.kind.as_str()))
            .required(),
        Column::text("subkind", "Subkind", "Government, ministry, think tank, armed group …", |row| {
            Cell::maybe(row.actor.subkind.as_deref())
        }),
        Column::text("aliases", "Aliases", "Other names the text uses, separated by \"; \".", |row| {
            Cell::joined(row.actor.aliases.iter().map(String::as_str), "; ")
        }),
        Column::text(
            "roles",
            "Roles",
            "Posts as the text states them, each with its organisation in parentheses, separated by \"; \".",
            |row| {
                let roles: Vec<String> = row.actor.roles.iter().map(|role| role_words(row.facts, role)).collect();
                Cell::owned(roles.join("; "))
            },
        ),
        Column::text(
            "affiliation_id",
            "Affiliation",
            "actor_id of the actor this one belongs to or speaks for.",
            |row| Cell::maybe(row.actor.affiliation.as_deref()),
        ),
        Column::text(
            "affiliation_name",
            "Name of the affiliation",
            "Empty where the document does not name it.",
            |row| Cell::maybe(row.facts.name(row.actor.affiliation.as_deref())),
        ),
        Column::text("iso3166", "ISO 3166-1", "Alpha-3 code of a state.", |row| {
            Cell::maybe(row.actor.identifiers.iso3166.as_deref())
        }),
        Column::text("wikidata", "Wikidata", "Item of Wikidata.", |row| {
            Cell::maybe(row.actor.identifiers.wikidata.as_deref())
        }),
        Column::new("n_mentions", COUNT, "Mentions", "Number of mentions in the document.", |row| {
            Cell::plain(row.actor.mentions.len())
        })
        .required(),
        Column::new("n_claims", COUNT, "Claims", "Number of claims the actor holds in it, alone or jointly.", |row| {
            Cell::plain(row.facts.claims_held(&row.actor.id))
        })
        .required(),
    ];
}

fn role_words(facts: &Facts<'_>, role: &Role) -> String {
    match role.organisation.as_deref() {
        Some(organisation) => {
            format!("{} ({})", role.title, facts.name(Some(organisation)).unwrap_or(organisation))
        }
        None => role.title.clone(),
    }
}
