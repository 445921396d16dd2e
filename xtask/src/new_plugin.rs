//! Starts a plugin: crate, manifest, fixture, and a failing test that says what to do next.

use std::fs;
use std::path::Path;

use clap::ValueEnum;
use rapporteur_testkit::workspace;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    Source,
    Exporter,
    Annotator,
}

/// Writes `plugins/<kind>-<name>` and `fixtures/<name>/first` into this workspace.
pub(crate) fn new_plugin(kind: Kind, name: &str) -> Result<(), String> {
    let files = files(kind, name)?;
    let root = workspace();
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::{Command, Output};

    #[test]
    fn names() {
        assert_eq!(type_name("think-tank-x"), "ThinkTankX");
        let wrong = "\"Orf\" is no plugin name: small letters, digits and hyphens, a letter first";
        assert_eq!(files(Kind::Source, "Orf"), Err(wrong.to_owned()));
    }

    /// The template in a workspace of its own, with this one's crates: it builds, its test fails, and the failure says what
    /// to do; with that done it passes.
    #[test]
    fn a_new_source_leads_its_author_to_a_passing_test() {
        let folder = scratch_workspace();
        write(folder.path(), &files(Kind::Source, "gull-wire").expect("a good name")).expect("written");
        let first = cargo_test(folder.path(), "source-gull-wire");
        let said = words(&first);
        assert!(!first.status.success() && said.contains("gull-wire/first: title: expected"), "{said}");
        assert!(said.contains("edit plugins/source-gull-wire/src/lib.rs"), "{said}");

        // What the author is told to do.
        let path = folder.path().join("plugins/source-gull-wire/src/lib.rs");
        let code = fs::read_to_string(&path).expect("the template wrote it");
        let told = "draft.metadata.title = None;";
        assert!(code.contains(told), "{code}");
        fs::write(&path, code.replace(told, "draft.metadata.title = text.lines().next().map(str::to_owned);"))
            .expect("written");
        let second = cargo_test(folder.path(), "source-gull-wire");
        assert!(second.status.success(), "{}", words(&second));
    }

    #[test]
    fn a_new_exporter_leads_its_author_to_a_passing_test() {
        let folder = scratch_workspace();
        write(folder.path(), &files(Kind::Exporter, "gull-list").expect("a good name")).expect("written");
        let first = cargo_test(folder.path(), "export-gull-list");
        let said = words(&first);
        assert!(!first.status.success() && said.contains("edit plugins/export-gull-list/src/lib.rs"), "{said}");
        let path = folder.path().join("plugins/export-gull-list/src/lib.rs");
        let code = fs::read_to_string(&path).expect("the template wrote it");
        let told = "let line = String::new();";
        assert!(code.contains(told), "{code}");
        fs::write(&path, code.replace(told, "let line = format!(\"{}\\n\", document.name());")).expect("written");
        let second = cargo_test(folder.path(), "export-gull-list");
        assert!(second.status.success(), "{}", words(&second));
    }

    #[test]
    fn a_new_annotator_leads_its_author_to_a_passing_test() {
        let folder = scratch_workspace();
        write(folder.path(), &files(Kind::Annotator, "gull-questions").expect("a good name")).expect("written");
        let first = cargo_test(folder.path(), "annotate-gull-questions");
        let said = words(&first);
        let told = "edit plugins/annotate-gull-questions/src/lib.rs";
        assert!(!first.status.success() && said.contains(told), "{said}");
        let path = folder.path().join("plugins/annotate-gull-questions/src/lib.rs");
        let code = fs::read_to_string(&path).expect("the template wrote it");
        let told = "let asks = words.is_empty();";
        assert!(code.contains(told), "{code}");
        fs::write(&path, code.replace(told, "let asks = words.ends_with('?');")).expect("written");
        let second = cargo_test(folder.path(), "annotate-gull-questions");
        assert!(second.status.success(), "{}", words(&second));
    }

    /// A workspace with nothing in it but the way to this one's crates.
    fn scratch_workspace() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let root = workspace();
        let manifest = fs::read_to_string(root.join("Cargo.toml")).expect("this workspace has one");
        let manifest = manifest
            .replace(r#"members = ["crates/*", "plugins/*", "xtask"]"#, r#"members = ["plugins/*"]"#)
            .replace("path = \"crates/", &format!("path = \"{}/crates/", root.display()));
        fs::write(folder.path().join("Cargo.toml"), manifest).expect("written");
        fs::copy(root.join("Cargo.lock"), folder.path().join("Cargo.lock")).expect("copied");
        folder
    }

    fn cargo_test(folder: &Path, package: &str) -> Output {
        Command::new(env!("CARGO"))
            .args(["test", "--quiet", "--package", package])
            .current_dir(folder)
            .env("CARGO_TARGET_DIR", workspace().join("target/new-plugin"))
            .env("RAPPORTEUR_TEST_WORKSPACE", folder)
            .env_remove("CARGO_MANIFEST_DIR")
            .output()
            .expect("cargo can be started")
    }

    fn words(output: &Output) -> String {
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
    }
}
