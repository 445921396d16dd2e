//! `datapackage.json`: what the tables are, for programs. Data Package 2.0.

use rapporteur_sdk::core::hex;
use rapporteur_sdk::{OutputFile, Refusal};
use serde::Serialize;

use crate::column::{FieldType, Kind, Table};
use crate::options::{CsvOptions, Newlines};

// Structs and not `json!`: fields come out in declared order whatever features serde_json is built with.
#[derive(Debug, Serialize)]
struct Package {
    #[serde(rename = "$schema")]
    profile: &'static str,
    name: &'static str,
    title: &'static str,
    description: String,
    resources: Vec<Resource>,
}

/// One table.
#[derive(Debug, Serialize)]
pub struct Resource {
    name: &'static str,
    #[serde(rename = "type")]
    resource_type: &'static str,
    title: &'static str,
    description: &'static str,
    path: String,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    dialect: Dialect,
    bytes: usize,
    hash: String,
    schema: Schema,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Dialect {
    delimiter: &'static str,
    line_terminator: &'static str,
    quote_char: &'static str,
    double_quote: bool,
    header: bool,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Field>,
    missing_values: [&'static str; 1],
    primary_key: [&'static str; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<KeyOfAnother>,
}

#[derive(Debug, Serialize)]
struct Field {
    name: &'static str,
    #[serde(rename = "type")]
    field_type: &'static str,
    title: &'static str,
    description: &'static str,
    #[serde(skip_serializing_if = "Constraints::is_empty")]
    constraints: Constraints,
}

#[derive(Debug, Default, PartialEq, Eq, Serialize)]
struct Constraints {
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unique: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<&'static str>,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    one_of: Option<&'static [&'static str]>,
}

#[derive(Debug, Serialize)]
struct KeyOfAnother {
    fields: [&'static str; 1],
    reference: Reference,
}

#[derive(Debug, Serialize)]
struct Reference {
    /// Left out for the table itself.
    #[serde(skip_serializing_if = "str::is_empty")]
    resource: &'static str,
    fields: [&'static str; 1],
}

/// The description of these tables.
pub fn file(resources: Vec<Resource>, options: &CsvOptions) -> Result<OutputFile, Refusal> {
    let package = Package {
        profile: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: "rapporteur",
        title: "Who claims what",
        description: description(options),
        resources,
    };
    let mut bytes = serde_json::to_vec_pretty(&package)
        .map_err(|error| Refusal::new("unwritable-package", format!("datapackage.json cannot be written: {error}")))?;
    bytes.push(b'\n');
    Ok(OutputFile::new("datapackage.json", "application/json", bytes))
}

fn description(options: &CsvOptions) -> String {
    let mut words = String::from(
        "Articles, the actors they name and the claims they report. Tables are UTF-8; an empty cell is an unknown value. \
         A quotation mark inside a cell is doubled (RFC 4180); R's data.table::fread leaves it doubled, readr::read_csv does not. \
         Positions are half-open and count from 0.",
    );
    words.push_str(match options.newlines {
        Newlines::Keep => " Cells may hold line breaks: they hold exactly the words of the source.",
        Newlines::Space => {
            " Line breaks inside cells were replaced by spaces, one for one; positions are not affected."
        }
    });
    if options.spreadsheet_safe {
        words.push_str(
            " An apostrophe was put before text that begins with = + - @ or white space, and before lists of positions; \
             in documents.text it is not counted in positions.",
        );
    }
    words
}

impl Resource {
    pub fn new<T: Table>(bytes: usize, hash: &[u8], options: &CsvOptions) -> Self {
        let foreign_keys = T::FOREIGN_KEYS.iter().filter(|key| options.tables.contains(&key.table));
        Self {
            name: T::RESOURCE,
            resource_type: "table",
            title: T::TITLE,
            description: T::DESCRIPTION,
            path: format!("{}.csv", T::RESOURCE),
            format: "csv",
            mediatype: "text/csv",
            encoding: "utf-8",
            dialect: Dialect {
                delimiter: ",",
                line_terminator: "\n",
                quote_char: "\"",
                double_quote: true,
                header: true,
            },
            bytes,
            hash: format!("sha256:{}", hex(hash)),
            schema: Schema {
                fields: T::COLUMNS.iter().map(|column| Field::new(&column.field, T::KEY)).collect(),
                missing_values: [""],
                primary_key: [T::KEY],
                foreign_keys: foreign_keys
                    .map(|key| KeyOfAnother {
                        fields: [key.column],
                        reference: Reference { resource: key.resource, fields: [key.key] },
                    })
                    .collect(),
            },
        }
    }
}

impl Field {
    fn new(field: &FieldType, key: &str) -> Self {
        let mut constraints = Constraints {
            required: field.required.then_some(true),
            unique: (field.name == key).then_some(true),
            ..Constraints::default()
        };
        let field_type = match field.kind {
            Kind::Text => "string",
            Kind::Pattern(pattern) => {
                constraints.pattern = Some(pattern);
                "string"
            }
            Kind::OneOf(values) => {
                constraints.one_of = Some(values);
                "string"
            }
            Kind::Boolean => "boolean",
            Kind::Integer(minimum, maximum) => {
                constraints.minimum = Some(minimum);
                constraints.maximum = maximum;
                "integer"
            }
            Kind::Share => {
                constraints.minimum = Some(0);
                constraints.maximum = Some(1);
                "number"
            }
        };
        Self { name: field.name, field_type, title: field.title, description: field.description, constraints }
    }
}

impl Constraints {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
