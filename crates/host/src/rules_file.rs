//! Rules files: sources that are a table of selectors and no library.
//!
//! The host reads the head of such a file and knows nothing of what stands below it. The file names an *engine*, a source
//! plugin whose descriptor has a `rules_option`; an instance of the engine that was made with the file's text as that option is
//! the source. So the plugin that reads is pure, whichever file it reads by, and a new site needs no library.

use std::path::{Path, PathBuf};

use rapporteur_core::protocol::{Descriptor, PROTOCOL, PluginKind, line_and_column};
use rapporteur_core::sha256_hex;
use serde_json::{Map, Value};
use toml::de::{DeTable, DeValue};

use crate::PluginEntry;
use crate::descriptor_check::{check_id, check_name};

/// A rules file in a folder of its own.
pub(crate) const RULES_FILE: &str = "rules.toml";
/// A rules file among others.
const RULES_ENDING: &str = ".rules.toml";
/// Who reads rules that do not say.
const USUAL_ENGINE: &str = "html";
/// As the sources of single sites have.
const USUAL_RANK: u32 = 200;

/// A rules file, as far as the host reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesFile {
    pub text: String,
    /// Of the file's bytes, in small hexadecimal digits.
    pub sha256: String,
    /// The plugin that reads it, as the file names it: an id, the last part of one, or a name.
    pub engine: String,
    pub license: String,
    /// Who the source is; `None` where the head does not say so in the way it must.
    pub(crate) entry: Option<PluginEntry>,
    pub(crate) version: String,
    /// What is wrong with the head, with line and column.
    pub(crate) mistake: Option<String>,
}

/// The engine that reads a rules file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesEngine {
    /// Id of the plugin.
    pub id: String,
    pub version: String,
    /// Its library, as the user knows it.
    pub library: PathBuf,
    /// The option that takes the text.
    pub(crate) option: String,
}

/// Whether a file is one by its name: `rules.toml` or `<any name>.rules.toml`.
pub fn is_rules_file(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name == RULES_FILE || name.strip_suffix(RULES_ENDING).is_some_and(|stem| !stem.is_empty())
}

impl RulesFile {
    /// Reads the head of a rules file.
    ///
    /// # Errors
    /// Why it is no TOML, with line and column. A head that lacks something is none: the engine may know better what is wrong.
    pub(crate) fn read(bytes: Vec<u8>) -> Result<Self, String> {
        let sha256 = sha256_hex(&bytes);
        let text = String::from_utf8(bytes).map_err(|error| {
            let valid = error.utf8_error().valid_up_to();
            format!("byte {valid} is no UTF-8; save the file as UTF-8")
        })?;
        let table = DeTable::parse(&text).map_err(|error| {
            let (line, column) = line_and_column(&text, error.span().unwrap_or_default().start);
            format!("line {line}, column {column}: {}", error.message().replace('\n', ", "))
        })?;
        let head = Head { text: &text, table: table.get_ref() };
        let (entry, mistake) = match head.entry() {
            Ok(entry) => (Some(entry), None),
            Err(mistake) => (None, Some(mistake)),
        };
        let engine = head.string("engine").unwrap_or(USUAL_ENGINE).to_owned();
        let version = head.string("version").unwrap_or_default().to_owned();
        let license = head.string("license").unwrap_or_default().to_owned();
        drop(table);
        Ok(Self { sha256, engine, license, entry, version, mistake, text })
    }

    /// What the source says of itself. It reads what its engine reads, and takes the same options but for the rules.
    pub(crate) fn descriptor(&self, engine: &Descriptor) -> Descriptor {
        let mut options_schema = engine.options_schema.clone();
        if let (Some(option), Some(properties)) =
            (&engine.rules_option, options_schema.get_mut("properties").and_then(Value::as_object_mut))
        {
            properties.remove(option);
        }
        let entry = self.entry.clone();
        Descriptor {
            id: entry.as_ref().map(|entry| entry.id.clone()).unwrap_or_default(),
            version: self.version.clone(),
            kind: PluginKind::Source,
            protocol: PROTOCOL,
            name: entry.as_ref().map(|entry| entry.name.clone()).unwrap_or_default(),
            summary: entry.as_ref().map(|entry| entry.summary.clone()).unwrap_or_default(),
            license: self.license.clone(),
            media_types: engine.media_types.clone(),
            extensions: engine.extensions.clone(),
            domains: entry.as_ref().map(|entry| entry.domains.clone()).unwrap_or_default(),
            rank: entry.as_ref().map_or(USUAL_RANK, |entry| entry.rank),
            options_schema,
            rules_option: None,
        }
    }

    /// The configuration of the engine's instance: the options of the source and the rules. What is no object of options is
    /// left for the engine to refuse.
    pub(crate) fn config(&self, option: &str, options: &[u8]) -> Vec<u8> {
        let mut whole = match options {
            [] => Map::new(),
            options => match serde_json::from_slice(options) {
                Ok(Value::Object(whole)) => whole,
                _ => return options.to_vec(),
            },
        };
        whole.insert(option.to_owned(), Value::String(self.text.clone()));
        Value::Object(whole).to_string().into_bytes()
    }

    /// What `plugins.lock` calls the file at this path: several folders may hold a `rules.toml`.
    pub fn lock_name(path: &Path) -> String {
        let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let file = name(path);
        match path.parent() {
            Some(folder) if file == RULES_FILE => format!("{}/{file}", name(folder)),
            _ => file,
        }
    }
}

/// The keys that the host reads.
struct Head<'a, 't> {
    text: &'t str,
    table: &'a DeTable<'t>,
}

impl Head<'_, '_> {
    fn string(&self, key: &str) -> Option<&str> {
        match self.table.get(key)?.get_ref() {
            DeValue::String(text) => Some(text.as_ref()),
            _ => None,
        }
    }

    /// A mistake at a key's value, or at the beginning of a file that lacks the key.
    fn wrong(&self, key: &str, message: &str) -> String {
        let at = self.table.get(key).map_or(0, |value| value.span().start);
        let (line, column) = line_and_column(self.text, at);
        format!("line {line}, column {column}: {message}")
    }

    /// A key that must be there.
    fn needed(&self, key: &str, example: &str) -> Result<&str, String> {
        self.string(key).ok_or_else(|| match self.table.get(key) {
            Some(_) => self.wrong(key, &format!("{key:?} is no string, expected one: {example:?}")),
            None => self.wrong(key, &format!("it has no {key:?}, expected {key} = {example:?} at its top")),
        })
    }

    fn entry(&self) -> Result<PluginEntry, String> {
        let schema = self.table.get("schema").map(|schema| schema.get_ref());
        if !matches!(schema, Some(DeValue::Integer(number)) if number.as_str() == "1") {
            let found = if schema.is_none() { "it has no \"schema\"" } else { "its \"schema\" is not known" };
            return Err(self.wrong("schema", &format!("{found}, expected schema = 1 at its top")));
        }
        let id = self.needed("id", "org.example.review")?;
        check_id(id).map_err(|reason| self.wrong("id", &reason))?;
        let name = self.needed("name", "review")?;
        check_name(name).map_err(|reason| self.wrong("name", &reason))?;
        let version = self.needed("version", "0.1.0")?;
        if version.is_empty() {
            return Err(self.wrong("version", "its version is empty"));
        }
        // What may be left out must still be what it is read as: a wrong engine would be read by the usual one.
        for (key, example) in [("engine", USUAL_ENGINE), ("license", "MIT"), ("summary", "Reads the Example Review")] {
            if self.table.get(key).is_some() {
                self.needed(key, example)?;
            }
        }
        let hosts = match self.table.get("hosts").map(|hosts| hosts.get_ref()) {
            Some(DeValue::Array(items)) => items.iter().filter_map(|item| item.get_ref().as_str()).collect(),
            Some(DeValue::String(host)) => vec![host.as_ref()],
            _ => Vec::new(),
        };
        let rank = match self.table.get("rank").map(|rank| rank.get_ref()) {
            None => Some(USUAL_RANK),
            Some(DeValue::Integer(number)) => number.as_str().parse().ok(),
            Some(_) => None,
        };
        let summary = self.string("summary").or_else(|| self.string("publisher").or(hosts.first().copied()));
        Ok(PluginEntry {
            id: id.to_owned(),
            kind: PluginKind::Source,
            name: name.to_owned(),
            summary: summary.unwrap_or_default().to_owned(),
            media_types: Vec::new(),
            extensions: Vec::new(),
            domains: hosts.into_iter().map(str::to_owned).collect(),
            rank: rank.ok_or_else(|| self.wrong("rank", "its rank is no number from 0 up, expected one like 200"))?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        match RulesFile::read(text.as_bytes().to_vec()) {
            Ok(file) => file.mistake.unwrap_or_else(|| format!("{:?}", file.entry.map(|entry| entry.id))),
            Err(mistake) => mistake,
        }
    }

    #[test]
    fn heads() {
        let good = "schema = 1\nid = 'org.example.review'\nname = 'review'\nversion = '3'\n";
        assert_eq!(said(good), "Some(\"org.example.review\")");
        assert_eq!(said("x = ["), "line 1, column 6: unclosed array, expected `]`");
        assert_eq!(
            said("hosts = ['a.example']"),
            "line 1, column 1: it has no \"schema\", expected schema = 1 at its top"
        );
        assert_eq!(
            said("\nschema = '1'"),
            "line 2, column 10: its \"schema\" is not known, expected schema = 1 at its top"
        );
        assert_eq!(
            said("schema = 1\nname = 'x'"),
            "line 1, column 1: it has no \"id\", expected id = \"org.example.review\" at its top"
        );
        assert_eq!(
            said("schema = 1\nid = 'Review'"),
            "line 2, column 6: its id \"Review\" is not of the form \"org.example.name\" (small letters, digits, hyphens, dots \
             between)"
        );
        assert_eq!(
            said("schema = 1\nid = 'org.example.review'\nname = 'The Review'"),
            "line 3, column 8: its name \"The Review\" is not made of small letters, digits and hyphens"
        );
        assert_eq!(
            said(&format!("{good}rank = -1")),
            "line 5, column 8: its rank is no number from 0 up, expected one like 200"
        );
        assert_eq!(
            said(&format!("{good}engine = 5")),
            "line 5, column 10: \"engine\" is no string, expected one: \"html\""
        );
        let latin1 = RulesFile::read(b"# caf\xe9\n".to_vec());
        assert_eq!(latin1, Err("byte 5 is no UTF-8; save the file as UTF-8".to_owned()));
    }

    #[test]
    fn file_names() {
        let is = |name: &str| is_rules_file(Path::new(name));
        assert!(is("/x/rules.toml") && is("gull.rules.toml"));
        assert!(!is(".rules.toml") && !is("gull-rules.toml") && !is("rules.toml.bak"));
        assert_eq!(RulesFile::lock_name(Path::new("/x/gull/rules.toml")), "gull/rules.toml");
        assert_eq!(RulesFile::lock_name(Path::new("/x/gull.rules.toml")), "gull.rules.toml");
    }

    #[test]
    fn rules_join_the_options() {
        let file = RulesFile::read(b"schema = 1".to_vec()).expect("it is TOML");
        let config = |options: &[u8]| String::from_utf8(file.config("rules", options)).expect("JSON is UTF-8");
        assert_eq!(config(b""), r#"{"rules":"schema = 1"}"#);
        assert_eq!(config(br#"{"a":1}"#), r#"{"a":1,"rules":"schema = 1"}"#);
        assert_eq!((config(b"{").as_str(), config(b"7").as_str()), ("{", "7"));
    }
}
