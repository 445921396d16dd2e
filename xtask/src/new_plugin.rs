//! Starts a plugin: crate, manifest, fixture, and a failing test that says what to do next.

use std::fs;
use std::path::Path;

use clap::ValueEnum;
use rapporteur_testkit::test_workspace;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    Source,
    Exporter,
    Annotator,
}

/// Writes `plugins/<kind>-<name>` and `fixtures/<name>/first` into this workspace.
pub(crate) fn new_plugin(kind: Kind, name: &str) -> Result<(), String> {
    let files = files(kind, name)?;
    let root = test_workspace();
    for (path, _) in &files {
        if root.join(path).exists() {
            return Err(format!("{path} is there already; choose another name or remove it"));
        }
    }
    write(&root, &files)?;
    for (path, _) in &files {
        println!("written {path}");
    }
    println!("\nnext: cargo test --package {}", package(kind, name));
    println!("its test fails and says what to do");
    if kind == Kind::Source {
        println!("(the pages of one site need no code: rapporteur plugins new --rules SAVED-PAGE.html)");
    }
    Ok(())
}

fn write(root: &Path, files: &[(String, String)]) -> Result<(), String> {
    for (path, text) in files {
        let path = root.join(path);
        let folder = path.parent().unwrap_or(root);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

fn package(kind: Kind, name: &str) -> String {
    match kind {
        Kind::Source => format!("source-{name}"),
        Kind::Exporter => format!("export-{name}"),
        Kind::Annotator => format!("annotate-{name}"),
    }
}

/// Path below the workspace and text of each file.
fn files(kind: Kind, name: &str) -> Result<Vec<(String, String)>, String> {
    let plain = |character: char| character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-';
    if name.is_empty() || !name.chars().all(plain) || !name.starts_with(|first: char| first.is_ascii_lowercase()) {
        return Err(format!("{name:?} is no plugin name: small letters, digits and hyphens, a letter first"));
    }
    let package = package(kind, name);
    let fill = |template: &str| {
        template
            .replace("{{package}}", &package)
            .replace("{{library}}", &format!("rapporteur_{}", package.replace('-', "_")))
            .replace("{{name}}", name)
            .replace("{{Type}}", &type_name(name))
    };
    let folder = format!("plugins/{package}");
    let mut files = vec![(format!("{folder}/Cargo.toml"), fill(include_str!("../templates/Cargo.toml.txt")))];
    match kind {
        Kind::Source => {
            files.push((format!("{folder}/src/lib.rs"), fill(include_str!("../templates/source/lib.rs.txt"))));
            files.push((format!("{folder}/plugin.toml"), fill(include_str!("../templates/source/plugin.toml.txt"))));
            files.push((format!("{folder}/tests/cases.rs"), fill(include_str!("../templates/source/cases.rs.txt"))));
            files.push((
                format!("fixtures/{name}/first/case.toml"),
                fill(include_str!("../templates/source/case.toml.txt")),
            ));
            files.push((
                format!("fixtures/{name}/first/input.txt"),
                fill(include_str!("../templates/source/input.txt")),
            ));
        }
        Kind::Exporter => {
            files.push((format!("{folder}/src/lib.rs"), fill(include_str!("../templates/exporter/lib.rs.txt"))));
            files.push((format!("{folder}/plugin.toml"), fill(include_str!("../templates/exporter/plugin.toml.txt"))));
            files
                .push((format!("{folder}/tests/output.rs"), fill(include_str!("../templates/exporter/output.rs.txt"))));
        }
        Kind::Annotator => {
            files.push((format!("{folder}/src/lib.rs"), fill(include_str!("../templates/annotator/lib.rs.txt"))));
            files.push((format!("{folder}/plugin.toml"), fill(include_str!("../templates/annotator/plugin.toml.txt"))));
            let test = fill(include_str!("../templates/annotator/additions.rs.txt"));
            files.push((format!("{folder}/tests/additions.rs"), test));
        }
    }
    Ok(files)
}

/// "think-tank-x" → "ThinkTankX"
fn type_name(name: &str) -> String {
    name.split('-')
        .map(|part| {
            let mut characters = part.chars();
            characters
                .next()
                .map(|first| first.to_ascii_uppercase().to_string() + characters.as_str())
                .unwrap_or_default()
        })
        .collect()
}

// That the templates lead to a passing test is what `tests/guide.rs` shows.
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        assert_eq!(type_name("think-tank-x"), "ThinkTankX");
        let wrong = "\"Orf\" is no plugin name: small letters, digits and hyphens, a letter first";
        assert_eq!(files(Kind::Source, "Orf"), Err(wrong.to_owned()));
    }
}
