use std::collections::BTreeMap;

use rapporteur_sdk::{Describe, Document, Exporter, OutputFile, Refusal};

use crate::actors::{ActorRow, Actors};
use crate::annotations::{Annotations, annotation_rows};
use crate::claims::{ClaimRow, Claims};
use crate::documents::Documents;
use crate::facts::Facts;
use crate::mentions::{Mentions, mention_rows};
use crate::options::{CsvOptions, TableName};
use crate::package;
use crate::table::TableFile;

/// The tables and their description.
pub struct Csv {
    options: CsvOptions,
    /// How often each document id has come.
    seen: BTreeMap<String, usize>,
    documents: TableFile<Documents>,
    actors: TableFile<Actors>,
    mentions: TableFile<Mentions>,
    claims: TableFile<Claims>,
    annotations: TableFile<Annotations>,
}

impl Describe for Csv {
    const ID: &'static str = "org.rapporteur.export-csv";
    const NAME: &'static str = "csv";
    const SUMMARY: &'static str = "Writes tables of documents, actors, mentions and claims with a data package";
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    const MEDIA_TYPES: &'static [&'static str] = &["text/csv"];
    const EXTENSIONS: &'static [&'static str] = &["csv"];

    type Options = CsvOptions;

    fn new(options: CsvOptions) -> Result<Self, Refusal> {
        if options.tables.is_empty() {
            return Err(Refusal::new("no-tables", "the option tables is an empty list")
                .help("name at least one of documents, actors, mentions, claims, annotations, or leave the option out for all"));
        }
        Ok(Self {
            options,
            seen: BTreeMap::new(),
            documents: TableFile::new(),
            actors: TableFile::new(),
            mentions: TableFile::new(),
            claims: TableFile::new(),
            annotations: TableFile::new(),
        })
    }
}

impl Exporter for Csv {
    fn export(&mut self, documents: &[Document]) -> Result<Vec<OutputFile>, Refusal> {
        let facts: Vec<Facts<'_>> = documents.iter().map(|document| Facts::new(self.key(document), document)).collect();
        self.append(&facts)
    }

    fn finish(&mut self) -> Result<Vec<OutputFile>, Refusal> {
        // Tables that never had a row still get their header.
        let mut files = self.append(&[])?;
        if !self.options.package {
            return Ok(files);
        }
        let mut resources = Vec::new();
        for table in TableName::ALL {
            if self.wants(table) {
                resources.push(match table {
                    TableName::Documents => self.documents.resource(&self.options),
                    TableName::Actors => self.actors.resource(&self.options),
                    TableName::Mentions => self.mentions.resource(&self.options),
                    TableName::Claims => self.claims.resource(&self.options),
                    // A run without annotators writes what it always wrote.
                    TableName::Annotations if !self.annotations.is_begun() => continue,
                    TableName::Annotations => self.annotations.resource(&self.options),
                });
            }
        }
        files.push(package::file(resources, &self.options)?);
        Ok(files)
    }
}

impl Csv {
    fn wants(&self, table: TableName) -> bool {
        self.options.tables.contains(&table)
    }

    /// The primary key of the document: two copies of one file have the same id but need two rows.
    fn key(&mut self, document: &Document) -> String {
        let count = self.seen.entry(document.id.clone()).or_default();
        *count += 1;
        if *count == 1 { document.id.clone() } else { format!("{}~{count}", document.id) }
    }

    fn append(&mut self, facts: &[Facts<'_>]) -> Result<Vec<OutputFile>, Refusal> {
        let mut files = Vec::new();
        if self.wants(TableName::Documents) {
            let rows: Vec<_> = facts.iter().collect();
            files.extend(self.documents.append(&rows, &self.options)?);
        }
        if self.wants(TableName::Actors) {
            let rows =
                facts.iter().flat_map(|facts| facts.document.actors.iter().map(move |actor| ActorRow { facts, actor }));
            files.extend(self.actors.append(&rows.collect::<Vec<_>>(), &self.options)?);
        }
        if self.wants(TableName::Mentions) {
            let rows: Vec<_> = facts.iter().flat_map(mention_rows).collect();
            files.extend(self.mentions.append(&rows, &self.options)?);
        }
        if self.wants(TableName::Claims) {
            let rows =
                facts.iter().flat_map(|facts| facts.document.claims.iter().map(move |claim| ClaimRow { facts, claim }));
            files.extend(self.claims.append(&rows.collect::<Vec<_>>(), &self.options)?);
        }
        if self.wants(TableName::Annotations) {
            let rows: Vec<_> = facts.iter().flat_map(annotation_rows).collect();
            if !rows.is_empty() || self.options.tables == [TableName::Annotations] {
                files.extend(self.annotations.append(&rows, &self.options)?);
            }
        }
        Ok(files)
    }
}
