use rapporteur_sdk::core::Author;

use crate::cell::Cell;
use crate::column::{self, COUNT, ForeignKey, Kind, Table};
use crate::facts::Facts;

/// One row a document. `doc_id` and `text` come first because R's readtext takes them for its own.
pub struct Documents;

type Column = column::Column<Documents>;

impl Table for Documents {
    const RESOURCE: &'static str = "documents";
    const TITLE: &'static str = "Documents";
    const DESCRIPTION: &'static str = "One row per article, in the order they were read.";
    const KEY: &'static str = "doc_id";
    const FOREIGN_KEYS: &'static [ForeignKey] = &[];
    type Row<'a> = &'a Facts<'a>;

    const COLUMNS: &'static [Column] = &[
        Column::text(
            "doc_id",
            "Document",
            "Stable id: from the bytes of the file and the place within it. A second copy of the same file in one run has ~2 after it.",
            |row| Cell::text(&row.key),
        )
        .required(),
        Column::text("text", "Text", "The whole text as read. Positions in the other tables point into it.", |row| {
            Cell::text(&row.document.text)
        }),
        Column::text("title", "Title", "Headline without category suffix and site name.", |row| {
            Cell::maybe(row.document.metadata.title.as_deref())
        }),
        Column::text("category", "Category", "Kind of piece as the source states it.", |row| {
            Cell::maybe(row.document.metadata.category.as_deref())
        }),
        Column::text("language", "Language", "BCP 47 tag.", |row| {
            Cell::maybe(row.document.metadata.language.as_deref())
        }),
        Column::text(
            "published",
            "Published",
            "First publication, ISO 8601 with the precision the source gives: year, month, day or time with offset.",
            |row| Cell::maybe(row.document.metadata.published.as_deref()),
        ),
        Column::text("modified", "Modified", "Last modification, likewise.", |row| {
            Cell::maybe(row.document.metadata.modified.as_deref())
        }),
        Column::text("url", "Address", "The address the page gives as its own.", |row| {
            Cell::maybe(row.document.metadata.url.as_deref())
        }),
        Column::text("publisher", "Publisher", "The site or paper the text was read on.", |row| {
            Cell::maybe(row.document.metadata.publisher.as_ref().map(|publisher| publisher.name.as_str()))
        }),
        Column::text("origin", "Origin", "Who published it first, where that is stated.", |row| {
            Cell::maybe(row.document.metadata.origin.as_ref().map(|origin| origin.name.as_str()))
        }),
        Column::text("authors", "Authors", "Names in the order of the byline, separated by \"; \".", |row| {
            Cell::joined(row.document.metadata.authors.iter().map(|author| author.name.as_str()), "; ")
        }),
        Column::text(
            "author_affiliations",
            "Affiliations of the authors",
            "One entry for each author, in the same order, separated by \"; \"; an entry is empty where none is known.",
            |row| affiliations(&row.document.metadata.authors),
        ),
        Column::text("uri", "File", "Path of the file as given to the program.", |row| {
            Cell::text(&row.document.source.uri)
        }),
        Column::new("sha256", Kind::Pattern("^[0-9a-f]{64}$"), "SHA-256", "Hash of the whole file.", |row| {
            Cell::text(&row.document.source.sha256)
        }),
        Column::text("plugin", "Plugin", "Id of the plugin that read the file.", |row| {
            Cell::text(&row.document.source.plugin)
        }),
        Column::new("n_blocks", COUNT, "Blocks", "Number of paragraphs, headings and other blocks.", |row| {
            Cell::plain(row.document.blocks.len())
        })
        .required(),
        Column::new("n_actors", COUNT, "Actors", "Number of actors named.", |row| {
            Cell::plain(row.document.actors.len())
        })
        .required(),
        Column::new("n_claims", COUNT, "Claims", "Number of claims found.", |row| {
            Cell::plain(row.document.claims.len())
        })
        .required(),
    ];
}

fn affiliations(authors: &[Author]) -> Cell<'static> {
    if authors.iter().all(|author| author.affiliation.is_none()) {
        return Cell::Empty;
    }
    Cell::joined(authors.iter().map(|author| author.affiliation.as_deref().unwrap_or_default()), "; ")
}
