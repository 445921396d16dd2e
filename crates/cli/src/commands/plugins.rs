use rapporteur_core::protocol::{Descriptor, PluginKind};
use rapporteur_pipeline::host::{Candidate, Placement, Registry, RulesFile, UnknownPlugin, is_rules_file};
use serde_json::{Value, json};

use super::write_out::write_out;
use crate::args::{Global, PluginsInfo, PluginsList};
use crate::configuration::{Configuration, unknown_plugin_help};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::text_table::table;

pub(crate) fn list(arguments: &PluginsList, global: &Global) -> Result<Exit, Failure> {
    let registry = Configuration::load(global)?.registry(global)?;
    let candidates = registry.candidates();
    if arguments.json {
        let plugins: Vec<Value> = candidates.iter().map(as_json).collect();
        write_out(&format!("{}\n", Value::Array(plugins)))?;
    } else if candidates.is_empty() {
        write_out(&format!("no plugin found; looked in:\n  {}\n", registry.searched().join("\n  ")))?;
    } else {
        let heading = ["ID", "NAME", "KIND", "VERSION", "STATE", "RULES", "FROM"].map(str::to_owned).to_vec();
        let rows: Vec<Vec<String>> = std::iter::once(heading).chain(candidates.iter().map(row)).collect();
        write_out(&table(&rows))?;
        for candidate in candidates {
            if let Some(reason) = candidate.state.reason() {
                let path = candidate.found.path.display();
                // What has no id goes by its path.
                let place = if candidate.plugin.is_some() { format!("  {path}\n") } else { String::new() };
                write_out(&format!("\n{} is {}: {reason}\n{place}", candidate.id(), candidate.state.word()))?;
            }
        }
    }
    Ok(if candidates.is_empty() { Exit::NothingMatched } else { Exit::Good })
}

fn row(candidate: &Candidate) -> Vec<String> {
    let is_rules = is_rules_file(&candidate.found.path);
    let unknown = if is_rules { PluginKind::Source.as_str() } else { "-" };
    let (name, kind) =
        candidate.plugin.as_ref().map_or(("-", unknown), |plugin| (plugin.name.as_str(), plugin.kind.as_str()));
    let version = if candidate.version.is_empty() { "-" } else { &candidate.version };
    let engine = candidate.found.rules.as_ref().map_or("?", |rules| rules.engine.as_str());
    let rules = match is_rules {
        true => format!("{} by {engine}", RulesFile::lock_name(&candidate.found.path)),
        false => "-".to_owned(),
    };
    [candidate.id().as_str(), name, kind, version, candidate.state.word(), &rules, &candidate.found.level]
        .map(str::to_owned)
        .to_vec()
}

fn as_json(candidate: &Candidate) -> Value {
    json!({
        "id": candidate.id(),
        "name": candidate.plugin.as_ref().map(|plugin| &plugin.name),
        "kind": candidate.plugin.as_ref().map(|plugin| plugin.kind.as_str()),
        "version": candidate.version,
        "state": candidate.state.word(),
        "reason": candidate.state.reason(),
        "path": candidate.found.path.display().to_string(),
        "from": candidate.found.level,
        "manifest": candidate.found.has_manifest,
        "rules": candidate.found.rules.is_some() || is_rules_file(&candidate.found.path),
        "engine": candidate.found.engine.as_ref().map(|engine| &engine.id),
    })
}

pub(crate) fn info(arguments: &PluginsInfo, global: &Global) -> Result<Exit, Failure> {
    let registry = Configuration::load(global)?.registry(global)?;
    let candidate = find(&registry, &arguments.id)?;
    let descriptor = registry
        .descriptor(candidate)
        .map_err(|state| Failure::usage(format!("{} cannot be used: {state}", candidate.id())))?;
    let placement = registry
        .placement(candidate)
        .map_err(|state| Failure::usage(format!("{} cannot be used: {state}", candidate.id())))?;
    if arguments.json {
        let mut value = as_json(candidate);
        if let Some(fields) = value.as_object_mut() {
            let sha256 = candidate.found.rules.as_ref().map_or(placement.sha256, |rules| rules.sha256.clone());
            fields.insert("sha256".to_owned(), sha256.into());
            fields.insert("isolated".to_owned(), placement.isolated.into());
            fields.insert("descriptor".to_owned(), serde_json::to_value(&descriptor).map_err(Failure::work)?);
        }
        write_out(&format!("{value}\n"))?;
    } else {
        write_out(&as_text(candidate, &descriptor, &placement))?;
    }
    Ok(Exit::Good)
}

/// A plugin of any kind.
fn find<'r>(registry: &'r Registry, name: &str) -> Result<&'r Candidate, Failure> {
    for kind in PluginKind::ALL {
        match registry.find(kind, name) {
            Ok(candidate) => return Ok(candidate),
            Err(error @ UnknownPlugin::NotReady { .. }) => {
                return Err(unknown_plugin_help(Failure::usage(&error), &error));
            }
            Err(UnknownPlugin::NotFound { .. }) => {}
        }
    }
    let ids: Vec<String> = registry.candidates().iter().map(Candidate::id).collect();
    Err(Failure::usage(format!("there is no plugin {name:?}; found: {}", ids.join(", "))))
}

fn as_text(candidate: &Candidate, descriptor: &Descriptor, placement: &Placement) -> String {
    let list = |items: &[String]| if items.is_empty() { "-".to_owned() } else { items.join(", ") };
    let mut rows = vec![
        ["id".to_owned(), descriptor.id.clone()],
        ["name".to_owned(), format!("{} ({})", descriptor.name, descriptor.kind.as_str())],
        ["summary".to_owned(), descriptor.summary.clone()],
        ["version".to_owned(), format!("{} (protocol {})", descriptor.version, descriptor.protocol)],
        ["licence".to_owned(), descriptor.license.clone()],
        ["media types".to_owned(), list(&descriptor.media_types)],
        ["endings".to_owned(), list(&descriptor.extensions)],
    ];
    if descriptor.kind == PluginKind::Source {
        rows.push(["sites".to_owned(), list(&descriptor.domains)]);
        rows.push(["rank".to_owned(), descriptor.rank.to_string()]);
    }
    rows.push(["state".to_owned(), candidate.state.to_string()]);
    if let (Some(rules), Some(engine)) = (&candidate.found.rules, &candidate.found.engine) {
        rows.push(["rules".to_owned(), candidate.found.path.display().to_string()]);
        rows.push(["sha256".to_owned(), rules.sha256.clone()]);
        rows.push(["read by".to_owned(), format!("{} {}", engine.id, engine.version)]);
        rows.push(["library".to_owned(), engine.library.display().to_string()]);
    } else {
        rows.push(["library".to_owned(), candidate.found.path.display().to_string()]);
        rows.push(["sha256".to_owned(), placement.sha256.clone()]);
    }
    let place = if placement.isolated { "in a worker, a process of its own" } else { "inside the program" };
    rows.push(["runs".to_owned(), place.to_owned()]);
    rows.push(["found".to_owned(), candidate.found.level.clone()]);
    let rows: Vec<Vec<String>> = rows.into_iter().map(|row| row.to_vec()).collect();
    format!("{}\n{}", table(&rows), options(descriptor))
}

/// The options with type, default and meaning, as the plugin's schema gives them.
fn options(descriptor: &Descriptor) -> String {
    let schema = &descriptor.options_schema;
    let Some(properties) = schema.get("properties").and_then(Value::as_object).filter(|found| !found.is_empty()) else {
        return "options: none\n".to_owned();
    };
    let last = descriptor.id.rsplit('.').next().unwrap_or_default();
    let mut text = format!("options ([plugins.{last}] in rapporteur.toml, or --set {last}.KEY=VALUE):\n");
    for (key, property) in properties {
        let kind = kind_of(schema, property);
        let default = property.get("default").map_or_else(String::new, |default| format!(" = {default}"));
        text.push_str(&format!("  {key}: {kind}{default}\n"));
        if let Some(meaning) = property.get("description").and_then(Value::as_str) {
            text.push_str(&format!("      {}\n", meaning.replace('\n', "\n      ")));
        }
    }
    text
}

fn kind_of(root: &Value, property: &Value) -> String {
    let property = property
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|reference| root.pointer(reference.strip_prefix('#')?))
        .unwrap_or(property);
    let values = |list: &Vec<Value>| {
        let shown: Vec<String> = list.iter().map(|item| item.get("const").unwrap_or(item).to_string()).collect();
        shown.join(" | ")
    };
    for key in ["enum", "oneOf"] {
        if let Some(list) = property.get(key).and_then(Value::as_array) {
            return values(list);
        }
    }
    match property.get("type") {
        Some(Value::String(kind)) if kind == "array" => {
            let items = property.get("items").map_or_else(|| "any".to_owned(), |items| kind_of(root, items));
            format!("list of {items}")
        }
        Some(Value::String(kind)) => kind.clone(),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" or "),
        _ => "any".to_owned(),
    }
}
