//! Reads keys and values of a TOML table and says of each mistake where it stands.

use std::ops::Range;

use rapporteur_core::protocol::line_and_column;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{RulesError, Value};

/// A piece of a rules file and where it stands, in bytes.
pub(super) struct Placed<T> {
    pub(super) value: T,
    pub(super) at: Range<usize>,
}

pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
}

/// A table and what it is called in messages: "a layout".
pub(super) struct Table<'a, 't> {
    pub(super) of: &'a DeTable<'t>,
    pub(super) called: &'static str,
    /// Said before a message about a value: "layout \"classic\", ".
    pub(super) within: String,
    pub(super) at: Range<usize>,
}

impl<'t> Reader<'t> {
    pub(super) fn error(&self, at: &Range<usize>, message: impl Into<String>) -> RulesError {
        let (line, column) = line_and_column(self.text, at.start);
        RulesError { line, column, message: message.into(), help: None }
    }

    /// Refuses the first key, in the order of the file, that is not among those known.
    pub(super) fn known_keys(&self, table: &Table<'_, '_>, known: &[&str]) -> Result<(), RulesError> {
        let unknown = table.of.keys().filter(|key| !known.contains(&key.get_ref().as_ref()));
        let Some(key) = unknown.min_by_key(|key| key.span().start) else { return Ok(()) };
        let typed = key.get_ref().as_ref();
        let mut error = self.error(&key.span(), format!("{typed:?} is no key of {}", table.called));
        error.help = Some(nearest(typed, known).map_or_else(
            || format!("the keys of {} are {}", table.called, known.join(", ")),
            |nearest| format!("did you mean {nearest:?}?"),
        ));
        Err(error)
    }

    /// A string.
    pub(super) fn string(&self, table: &Table<'_, '_>, key: &str) -> Result<Option<Placed<String>>, RulesError> {
        let Some(found) = table.of.get(key) else { return Ok(None) };
        self.as_string(found, &format!("{}{key:?}", table.within), "a string").map(Some)
    }

    /// A list of strings; one string is a list of one.
    pub(super) fn strings(&self, table: &Table<'_, '_>, key: &str) -> Result<Vec<Placed<String>>, RulesError> {
        self.list(table, key, "a list of strings")
    }

    /// A list of selectors. With `elements_only` they must not name an attribute.
    pub(super) fn selectors(
        &self,
        table: &Table<'_, '_>,
        key: &str,
        elements_only: bool,
    ) -> Result<Vec<Value>, RulesError> {
        let compile = |placed: Placed<String>| {
            let value = Value::parse(&placed.value)
                .map_err(|error| self.error(&placed.at, format!("{}{key:?}: {error}", table.within)))?;
            if let (true, Some(attribute)) = (elements_only, &value.attribute) {
                let message = format!(
                    "{}{key:?}: {:?} names the attribute {attribute:?}, expected a selector of elements",
                    table.within, placed.value
                );
                return Err(self.error(&placed.at, message));
            }
            Ok(value)
        };
        self.list(table, key, "a list of selectors")?.into_iter().map(compile).collect()
    }

    fn list(&self, table: &Table<'_, '_>, key: &str, expected: &str) -> Result<Vec<Placed<String>>, RulesError> {
        let Some(found) = table.of.get(key) else { return Ok(Vec::new()) };
        let name = format!("{}{key:?}", table.within);
        match found.get_ref() {
            DeValue::Array(items) => {
                items.iter().map(|item| self.as_string(item, &format!("an item of {name}"), "a string")).collect()
            }
            _ => Ok(vec![self.as_string(found, &name, expected)?]),
        }
    }

    fn as_string(
        &self,
        found: &Spanned<DeValue<'_>>,
        name: &str,
        expected: &str,
    ) -> Result<Placed<String>, RulesError> {
        match found.get_ref() {
            DeValue::String(text) => Ok(Placed { value: text.as_ref().to_owned(), at: found.span() }),
            other => Err(self.error(&found.span(), format!("{name} is {}, expected {expected}", kind_of(other)))),
        }
    }
}

/// What a value is, in words.
pub(super) fn kind_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// The known word that is most like what was typed, if any is like it at all.
pub(super) fn nearest<'k>(typed: &str, known: &[&'k str]) -> Option<&'k str> {
    let like = |name: &&'k str| {
        let distance = strsim::damerau_levenshtein(typed, name);
        // "tags" for "keywords" is no slip of the finger; "body_selectors" for "body" is one of memory.
        let contains = typed.contains(name) || name.contains(typed);
        (distance <= 1 + name.len().max(typed.len()) / 4 || contains).then_some((distance, *name))
    };
    known.iter().filter_map(like).min().map(|(_, name)| name)
}
