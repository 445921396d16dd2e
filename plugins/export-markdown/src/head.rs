use rapporteur_sdk::Document;
use rapporteur_sdk::core::Author;

use crate::claims::groups;
use crate::escape::{inline, line};
use crate::names::{Names, enumerate};
use crate::words::count;

/// The title, who wrote and published it, and what there is to find.
pub fn head(document: &Document, names: &Names<'_>) -> String {
    let metadata = &document.metadata;
    let mut lines = Vec::new();
    if !metadata.authors.is_empty() {
        let authors: Vec<String> = metadata.authors.iter().map(author).collect();
        lines.push(format!("By {}", enumerate(&authors)));
    }
    let mut facts = Vec::new();
    facts.extend(metadata.category.as_deref().map(str::to_owned));
    facts.extend(metadata.published.as_deref().map(str::to_owned));
    facts.extend(metadata.publisher.as_ref().map(|publisher| publisher.name.clone()));
    facts.extend(metadata.origin.as_ref().map(|origin| format!("first published by {}", origin.name)));
    if !facts.is_empty() {
        lines.push(line(&facts.join(" · ")));
    }
    let mut out = format!("# {}\n\n", line(document.name()));
    if !lines.is_empty() {
        out.push_str(&lines.join("\\\n"));
        out.push_str("\n\n");
    }
    out.push_str(&summary(document, names));
    out.push('\n');
    out
}

/// "Ilse Brandt (Fellow, Coastal Policy Institute)"
fn author(author: &Author) -> String {
    let about: Vec<&str> = author.role.iter().chain(&author.affiliation).map(String::as_str).collect();
    let name = inline(&author.name);
    if about.is_empty() { name } else { format!("{name} ({})", inline(&about.join(", "))) }
}

fn summary(document: &Document, names: &Names<'_>) -> String {
    let named = count(document.actors.len(), "actor");
    if document.claims.is_empty() {
        return format!("No claims found; {named} named.");
    }
    let groups = groups(document);
    let nobody = groups.iter().filter(|group| group.claimant.is_none()).map(|group| group.claims.len()).sum::<usize>();
    let mut holders: Vec<&str> = groups.iter().filter_map(|group| group.claimant).collect();
    holders.extend(document.claims.iter().flat_map(|claim| claim.co_claimants.iter().map(String::as_str)));
    holders.sort_unstable();
    holders.dedup();
    let mut out = count(document.claims.len(), "claim");
    match holders.as_slice() {
        [] => {}
        [one] => out.push_str(&format!(" by {}", names.name(one))),
        many => out.push_str(&format!(" by {}", count(many.len(), "actor"))),
    }
    if nobody > 0 {
        out.push_str(&format!(", {nobody} without a named claimant"));
    }
    format!("{out}; {named} named.")
}
