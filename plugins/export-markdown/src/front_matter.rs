use std::fmt::Write;

use rapporteur_sdk::Document;

use crate::claims::groups;

/// YAML front matter, as note takers and site generators read it. Unknown fields are left out.
pub fn front_matter(document: &Document) -> String {
    let metadata = &document.metadata;
    let mut out = String::from("---\n");
    field(&mut out, "title", Some(document.name()));
    // File names are slugs; the alias makes the note findable by its headline.
    list(&mut out, "aliases", metadata.title.iter().cloned());
    list(&mut out, "authors", metadata.authors.iter().map(|author| author.name.clone()));
    field(&mut out, "published", metadata.published.as_deref());
    field(&mut out, "modified", metadata.modified.as_deref());
    field(&mut out, "publisher", metadata.publisher.as_ref().map(|publisher| publisher.name.as_str()));
    field(&mut out, "origin", metadata.origin.as_ref().map(|origin| origin.name.as_str()));
    field(&mut out, "category", metadata.category.as_deref());
    field(&mut out, "language", metadata.language.as_deref());
    field(&mut out, "url", metadata.url.as_deref());
    field(&mut out, "source", Some(&document.source.uri));
    field(&mut out, "document", Some(&document.id));
    let claimants = groups(document).into_iter().filter_map(|group| group.claimant);
    list(&mut out, "tags", claimants.map(|actor| format!("actor/{actor}")));
    out.push_str("---\n");
    out
}

fn field(out: &mut String, key: &str, value: Option<&str>) {
    let Some(value) = value else { return };
    // A bare day is a date to YAML, a quoted one is text.
    let value = if is_day(value) { value.to_owned() } else { quoted(value) };
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{key}: {value}");
}

fn list(out: &mut String, key: &str, values: impl Iterator<Item = String>) {
    for (index, value) in values.enumerate() {
        if index == 0 {
            let _ = writeln!(out, "{key}:");
        }
        let _ = writeln!(out, "  - {}", quoted(&value));
    }
}

/// "2031-03-14"
fn is_day(value: &str) -> bool {
    let pattern = b"0000-00-00";
    value.len() == pattern.len()
        && value
            .bytes()
            .zip(pattern)
            .all(|(byte, like)| if *like == b'-' { byte == b'-' } else { byte.is_ascii_digit() })
}

/// A YAML scalar in double quotes, on one line, with everything escaped that YAML cannot hold as it is.
pub fn quoted(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 2);
    out.push('"');
    for character in value.chars() {
        match character {
            '"' | '\\' => {
                out.push('\\');
                out.push(character);
            }
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(character));
            }
            _ => out.push(character),
        }
    }
    out.push('"');
    out
}
