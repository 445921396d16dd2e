//! Checks a plugin's options before it sees them.

use serde_json::{Map, Value};
use thiserror::Error;

use crate::registry::nearest;

/// Options that do not fit their plugin.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OptionsError {
    /// A key the plugin does not know.
    #[error("{plugin} has no option {key:?}; it has: {}", if known.is_empty() { "none".to_owned() } else { known.join(", ") })]
    UnknownKey {
        /// Id of the plugin.
        plugin: String,
        /// What was given.
        key: String,
        /// What there is.
        known: Vec<String>,
        /// The one that sounds most alike.
        nearest: Option<String>,
    },
    /// A value of the wrong type or none of those allowed.
    #[error("option {key:?} of {plugin} is {found}, expected {expected}")]
    WrongValue {
        /// Id of the plugin.
        plugin: String,
        /// The option.
        key: String,
        /// What was given, as JSON.
        found: String,
        /// What it may be.
        expected: String,
    },
}

/// Checks `options` against the JSON Schema a plugin gives for them: keys, simple types, enumerations. What a schema can say
/// beyond that is the plugin's own affair.
///
/// # Errors
/// [`OptionsError`] for the first key, in alphabetical order, that does not fit.
pub fn check_options(plugin: &str, schema: &Value, options: &Map<String, Value>) -> Result<(), OptionsError> {
    let empty = Map::new();
    let properties = schema.get("properties").and_then(Value::as_object).unwrap_or(&empty);
    for (key, value) in options {
        let Some(property) = properties.get(key) else {
            let known: Vec<String> = properties.keys().cloned().collect();
            return Err(OptionsError::UnknownKey {
                plugin: plugin.to_owned(),
                key: key.clone(),
                nearest: nearest(key, known.iter().map(String::as_str)),
                known,
            });
        };
        if let Some(expected) = misfit(schema, property, value) {
            let found = value.to_string();
            return Err(OptionsError::WrongValue { plugin: plugin.to_owned(), key: key.clone(), found, expected });
        }
    }
    Ok(())
}

/// What was expected where `value` does not fit.
fn misfit(root: &Value, property: &Value, value: &Value) -> Option<String> {
    let property = resolve(root, property);
    if let Some(allowed) = alternatives(root, property) {
        if allowed.contains(value) {
            return None;
        }
        let allowed: Vec<String> = allowed.iter().map(Value::to_string).collect();
        return Some(format!("one of {}", allowed.join(", ")));
    }
    let types: Vec<&str> = match property.get("type") {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
        _ => return None,
    };
    let fits = |name: &&str| match *name {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "null" => value.is_null(),
        _ => true,
    };
    if types.iter().any(fits) { None } else { Some(types.join(" or ")) }
}

/// The values an enumeration allows, in either of the two forms schemas use; `None` where it is no enumeration.
fn alternatives(root: &Value, property: &Value) -> Option<Vec<Value>> {
    if let Some(values) = property.get("enum").and_then(Value::as_array) {
        return Some(values.clone());
    }
    let variants = property.get("oneOf").or_else(|| property.get("anyOf"))?.as_array()?;
    let mut values = Vec::new();
    for variant in variants {
        let variant = resolve(root, variant);
        match (variant.get("const"), variant.get("enum").and_then(Value::as_array)) {
            (Some(value), _) => values.push(value.clone()),
            (None, Some(several)) => values.extend(several.iter().cloned()),
            (None, None) => return None,
        }
    }
    Some(values)
}

fn resolve<'v>(root: &'v Value, schema: &'v Value) -> &'v Value {
    schema
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|reference| root.pointer(reference.strip_prefix('#')?))
        .unwrap_or(schema)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(options: Value) -> String {
        let schema = json!({
            "properties": {
                "layout": {"$ref": "#/$defs/Layout"},
                "pretty": {"type": "boolean"},
                "tables": {"type": ["array", "null"]},
            },
            "$defs": {"Layout": {"oneOf": [{"const": "article"}, {"const": "plain"}]}},
        });
        let options = options.as_object().cloned().unwrap_or_default();
        check_options("org.example.x", &schema, &options).map_or_else(|error| error.to_string(), |()| "fits".to_owned())
    }

    #[test]
    fn messages() {
        assert_eq!(check(json!({"layout": "plain", "pretty": true, "tables": null})), "fits");
        assert_eq!(
            check(json!({"layuot": 1})),
            "org.example.x has no option \"layuot\"; it has: layout, pretty, tables"
        );
        assert_eq!(
            check(json!({"layout": "wide"})),
            "option \"layout\" of org.example.x is \"wide\", expected one of \"article\", \"plain\""
        );
        assert_eq!(check(json!({"pretty": "yes"})), "option \"pretty\" of org.example.x is \"yes\", expected boolean");
        assert_eq!(check(json!({"tables": 3})), "option \"tables\" of org.example.x is 3, expected array or null");
    }
}
