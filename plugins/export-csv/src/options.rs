use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CsvOptions {
    /// Which tables to write. Their order does not matter. Default: all five.
    pub tables: Vec<TableName>,
    /// What becomes of line breaks inside a cell.
    pub newlines: Newlines,
    /// Put `'` before text that a spreadsheet would compute (`=`, `+`, `-`, `@` first) and before lists of positions, which
    /// it may take for dates. Numbers stay as they are.
    pub spreadsheet_safe: bool,
    /// Begin each table with a byte order mark, by which Excel knows UTF-8.
    pub bom: bool,
    /// Describe the tables in `datapackage.json`. Without it a single table can go to standard output.
    pub package: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TableName {
    Documents,
    Actors,
    Mentions,
    Claims,
    /// Only where annotators added something.
    Annotations,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Newlines {
    /// They stay: cells hold exactly the words of the source, and paragraphs can be told apart.
    #[default]
    Keep,
    /// Each carriage return and line feed becomes one space, for tools that read line by line. One byte for one byte, so
    /// that positions stay right.
    Space,
}

impl TableName {
    /// In the order they are written.
    pub const ALL: [Self; 5] = [Self::Documents, Self::Actors, Self::Mentions, Self::Claims, Self::Annotations];
}

impl Default for CsvOptions {
    fn default() -> Self {
        Self {
            tables: TableName::ALL.to_vec(),
            newlines: Newlines::Keep,
            spreadsheet_safe: false,
            bom: false,
            package: true,
        }
    }
}
