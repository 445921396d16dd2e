//! The rules as a file that a person will go on with.

use std::fmt::Write;

use rapporteur_core::protocol::ProposedField;

use super::Site;
use super::reading::Reading;

const HEAD: &str = "\
# The key by key description is in docs/plugins.md, \"A site without code\". Each list is an ordered fallback: the first
# selector that yields something gives the field; `selector@attribute` takes an attribute. What no list gives is found as on
# any other page, so a line that helps nothing can go. Other pages of the site are the test: try several.
";

pub(super) fn compose(site: &Site, reading: &Reading, fields: &[ProposedField]) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write(site, reading, fields, &mut out);
    out
}

fn write(site: &Site, reading: &Reading, fields: &[ProposedField], out: &mut String) -> std::fmt::Result {
    let called = site.publisher.as_deref().or(site.host.as_deref()).unwrap_or(&site.name);
    writeln!(out, "# Pages of {}, by rules proposed from one of them.\n#\n{HEAD}", one_line(called))?;
    writeln!(out, "schema = 1")?;
    writeln!(out, "# What the output names as its reader: make it a name in reverse of a domain of yours.")?;
    writeln!(out, "id = {}", quoted(&format!("local.{}", site.name)))?;
    writeln!(out, "# What users type: --source {}", site.name)?;
    writeln!(out, "name = {}", quoted(&site.name))?;
    writeln!(out, "version = \"0.1.0\"")?;
    writeln!(out, "summary = {}\n", quoted(&format!("Reads pages of {}", one_line(called))))?;

    if let Some(publisher) = &site.publisher {
        writeln!(out, "publisher = {}", quoted(publisher))?;
    }
    if let Some(host) = &site.host {
        writeln!(out, "hosts = [{}]", quoted(host))?;
    }
    let body = chosen(fields, "body").first().copied();
    if let Some(mark) = &site.mark {
        writeln!(
            out,
            "# The beginning of the page gives neither address nor name of its site; this tells it all the same."
        )?;
        writeln!(out, "marks = [{}]", quoted(mark))?;
    } else if site.publisher.is_none() && site.host.is_none() {
        let mark =
            body.or_else(|| chosen(fields, "title").into_iter().find(|text| !text.contains('@'))).unwrap_or("article");
        writeln!(out, "# The page gives neither address nor name of its site: write hosts = [\"…\"] if you know it.")?;
        writeln!(out, "marks = [{}]", quoted(mark))?;
    }

    let year = reading.draft.metadata.published.as_deref().and_then(|date| date.get(..4));
    writeln!(
        out,
        "\n# One shape that pages of the site have. Pages of other years often have another: add a [[layouts]] for each, the"
    )?;
    writeln!(out, "# most particular first; the first whose `when` finds all its selectors on the page is used.")?;
    writeln!(out, "[[layouts]]")?;
    writeln!(out, "name = {}", quoted(year.unwrap_or("first")))?;
    let title = chosen(fields, "title").into_iter().find(|text| !text.contains('@'));
    let when: Vec<&str> = [body, title].into_iter().flatten().collect();
    if when.is_empty() {
        writeln!(out, "# Nothing was found that tells this shape from others: it takes every page.")?;
    } else {
        writeln!(out, "when = [{}]", when.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", "))?;
    }
    for field in fields {
        self::field(field, out)?;
    }
    Ok(())
}

fn field(field: &ProposedField, out: &mut String) -> std::fmt::Result {
    let taken: Vec<_> = field.selectors.iter().filter(|selector| selector.taken).collect();
    if taken.is_empty() {
        if !field.wanted.is_empty() {
            let note = field.note.as_deref().unwrap_or("no selector of the page is worth writing down");
            writeln!(out, "# {}: {}: {}", field.field, one_line(&field.wanted.join(" | ")), note)?;
        }
        return Ok(());
    }
    writeln!(out, "{} = [", field.field)?;
    for selector in taken {
        let yields = one_line(&selector.yields.join(" | "));
        let times = if selector.count > 1 { format!("{} times, ", selector.count) } else { String::new() };
        writeln!(out, "  # {times}{yields}")?;
        writeln!(out, "  {},", quoted(&selector.selector))?;
    }
    writeln!(out, "]")
}

/// The selectors that the rules take of a field.
fn chosen<'f>(fields: &'f [ProposedField], name: &str) -> Vec<&'f str> {
    let field = fields.iter().find(|field| field.field == name);
    let selectors = field.into_iter().flat_map(|field| &field.selectors).filter(|selector| selector.taken);
    selectors.map(|selector| selector.selector.as_str()).collect()
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut out = "\"".to_owned();
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                out.push('\\');
                out.push(character);
            }
            control if control.is_control() => out.push(' '),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// Fit for a comment.
fn one_line(text: &str) -> String {
    let plain = |character: char| if character.is_control() { ' ' } else { character };
    text.chars().map(plain).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
