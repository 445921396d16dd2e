use crate::cell::Cell;
use crate::options::TableName;

/// One table: what a row is and what stands in each column. The columns are the table's only description; the header, the
/// rows and the data package are all made from them.
pub trait Table: Sized + 'static {
    /// Also the resource's name in the data package, and the file's with ".csv".
    const RESOURCE: &'static str;
    const TITLE: &'static str;
    const DESCRIPTION: &'static str;
    const KEY: &'static str;
    const FOREIGN_KEYS: &'static [ForeignKey];
    const COLUMNS: &'static [Column<Self>];
    type Row<'a>;
}

/// A column whose values are the primary key of a table.
#[derive(Debug, Clone, Copy)]
pub struct ForeignKey {
    pub column: &'static str,
    pub table: TableName,
    pub resource: &'static str,
    pub key: &'static str,
}

/// One column and how it is filled.
pub struct Column<T: Table> {
    pub field: FieldType,
    pub value: Value<T>,
}

type Value<T> = for<'a, 'b> fn(&'b <T as Table>::Row<'a>) -> Cell<'b>;

/// What the data package says about a column.
#[derive(Debug, Clone, Copy)]
pub struct FieldType {
    pub name: &'static str,
    pub title: &'static str,
    pub description: &'static str,
    pub kind: Kind,
    pub required: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// Text that follows a regular expression.
    Pattern(&'static str),
    /// Text that is one of these.
    OneOf(&'static [&'static str]),
    Boolean,
    /// Whole, at least and at most this.
    Integer(i64, Option<i64>),
    /// From 0 to 1.
    Share,
}

/// A list of positions, with the mark `spreadsheet_safe` may put before it.
pub const SPANS: Kind = Kind::Pattern("^'?[0-9]+-[0-9]+(;[0-9]+-[0-9]+)*$");
/// A position or a number of things.
pub const COUNT: Kind = Kind::Integer(0, None);

impl<T: Table> Column<T> {
    pub const fn new(
        name: &'static str,
        kind: Kind,
        title: &'static str,
        description: &'static str,
        value: Value<T>,
    ) -> Self {
        Self { field: FieldType { name, title, description, kind, required: false }, value }
    }

    /// A column of words.
    pub const fn text(name: &'static str, title: &'static str, description: &'static str, value: Value<T>) -> Self {
        Self::new(name, Kind::Text, title, description, value)
    }

    /// The same column, never empty.
    pub const fn required(mut self) -> Self {
        self.field.required = true;
        self
    }
}
