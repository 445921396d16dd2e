use std::cmp::Reverse;
use std::collections::BTreeMap;

use rapporteur_sdk::Document;
use rapporteur_sdk::core::{Actor, Claim, ClaimForm, Position};

use crate::escape::{inline, line};
use crate::names::Names;
use crate::words::{label, position};

/// The claims of one claimant, in text order, each with its index in the document.
pub struct Group<'a> {
    pub claimant: Option<&'a str>,
    pub claims: Vec<(usize, &'a Claim)>,
}

/// The claims by claimant: who claims most comes first, then who is named first; claims of nobody named come last.
pub fn groups(document: &Document) -> Vec<Group<'_>> {
    let rank: BTreeMap<&str, usize> =
        document.actors.iter().enumerate().map(|(index, actor)| (actor.id.as_str(), index)).collect();
    let mut by_claimant: BTreeMap<Option<&str>, Vec<(usize, &Claim)>> = BTreeMap::new();
    for (index, claim) in document.claims.iter().enumerate() {
        by_claimant.entry(claim.claimant.as_deref()).or_default().push((index, claim));
    }
    let mut groups: Vec<Group<'_>> =
        by_claimant.into_iter().map(|(claimant, claims)| Group { claimant, claims }).collect();
    groups.sort_by_key(|group| {
        let first_named = group.claimant.and_then(|id| rank.get(id)).copied().unwrap_or(usize::MAX);
        let first_claim = group.claims.first().map(|(index, _)| *index);
        (group.claimant.is_none(), Reverse(group.claims.len()), first_named, first_claim)
    });
    groups
}

/// The section, or nothing where there are no claims.
pub fn who_claims_what(document: &Document, names: &Names<'_>) -> Option<String> {
    if document.claims.is_empty() {
        return None;
    }
    let labels: BTreeMap<&str, String> =
        document.claims.iter().enumerate().map(|(index, claim)| (claim.id.as_str(), label(index, claim))).collect();
    let mut out = String::from("## Who claims what\n");
    for group in groups(document) {
        out.push('\n');
        match group.claimant {
            Some(id) => {
                out.push_str(&format!(
                    "### {}\n\n",
                    names.actor(id).map_or_else(|| line(id), |actor| line(&actor.name))
                ));
                if let Some(actor) = names.actor(id) {
                    out.push_str(&format!("{}\n\n", about(actor, names)));
                }
            }
            None => out.push_str("### Claimant not named\n\n"),
        }
        for (index, claim) in group.claims {
            out.push_str(&item(index, claim, names, &labels));
        }
    }
    Some(out)
}

/// "person · Minister for Ports, Velmora"
fn about(actor: &Actor, names: &Names<'_>) -> String {
    let mut parts = vec![match &actor.subkind {
        Some(subkind) => format!("{} ({})", actor.kind.as_str(), inline(subkind)),
        None => actor.kind.as_str().to_owned(),
    }];
    let mut affiliation = actor.affiliation.as_deref();
    for role in &actor.roles {
        let mut words = inline(&role.title);
        if let Some(organisation) = &role.organisation {
            words.push_str(&format!(", {}", names.name(organisation)));
            affiliation = affiliation.filter(|id| id != organisation);
        }
        if !parts.contains(&words) {
            parts.push(words);
        }
    }
    parts.extend(affiliation.map(|id| format!("of {}", names.name(id))));
    parts.join(" · ")
}

fn item(index: usize, claim: &Claim, names: &Names<'_>, labels: &BTreeMap<&str, String>) -> String {
    let content: Vec<String> = claim.content.iter().map(|part| inline(&part.text)).collect();
    let content = if content.is_empty() {
        "(stated only in the markup of the page)".to_owned()
    } else {
        content.join(" \\[…\\] ")
    };
    // A final "!" would make the mark a picture.
    let content = match content.strip_suffix('!') {
        Some(before) => format!("{before}\\!"),
        None => content,
    };
    let remarks = remarks(claim, names, labels);
    let break_before = if remarks.is_empty() { String::new() } else { format!("\\\n  {}", remarks.join(" · ")) };
    format!("- {}: {content}[^{}]{break_before}\n", lead(claim), label(index, claim))
}

/// "**opposes** · accusation"
fn lead(claim: &Claim) -> String {
    let mut parts = Vec::new();
    // First, because without it the content would be read as what the claimant holds.
    if claim.negated {
        parts.push("**denies**".to_owned());
    }
    parts.extend(claim.position.map(|stance| format!("**{}**", position(stance))));
    let same_word = matches!(
        (claim.form, claim.position),
        (ClaimForm::Support, Some(Position::Support)) | (ClaimForm::Opposition, Some(Position::Oppose))
    );
    if !same_word {
        let form = claim.form.as_str();
        parts.push(if parts.is_empty() { format!("**{form}**") } else { form.to_owned() });
    }
    parts.join(" · ")
}

/// "topic trade, energy" for each scheme the claim has labels of, in order of first label.
fn by_scheme(claim: &Claim) -> Vec<String> {
    let mut schemes: Vec<(&str, Vec<String>)> = Vec::new();
    for label in &claim.labels {
        let name = inline(&label.label);
        match schemes.iter_mut().find(|(scheme, _)| *scheme == label.scheme) {
            Some((_, names)) if names.contains(&name) => {}
            Some((_, names)) => names.push(name),
            None => schemes.push((&label.scheme, vec![name])),
        }
    }
    schemes.into_iter().map(|(scheme, names)| format!("{} {}", inline(scheme), names.join(", "))).collect()
}

fn remarks(claim: &Claim, names: &Names<'_>, labels: &BTreeMap<&str, String>) -> Vec<String> {
    let mut remarks = Vec::new();
    if !claim.targets.is_empty() {
        remarks.push(format!("about {}", names.list(&claim.targets)));
    }
    remarks.extend(claim.addressee.as_deref().map(|id| format!("said to {}", names.name(id))));
    if !claim.co_claimants.is_empty() {
        remarks.push(format!("jointly with {}", names.list(&claim.co_claimants)));
    }
    remarks.extend(claim.via.as_ref().map(|via| format!("through “{}”", inline(&via.text))));
    if claim.hedged {
        remarks.push("reported with reserve".to_owned());
    }
    if let Some(outer) = claim.nested_in.as_deref().and_then(|id| labels.get(id)) {
        remarks.push(format!("within another claim[^{outer}]"));
    }
    if claim.claimant.is_none() {
        remarks.extend(claim.source.as_ref().map(|source| format!("source “{}”", inline(&source.text))));
    }
    remarks.extend(claim.cue.as_ref().map(|cue| format!("cue “{}”", inline(&cue.text))));
    remarks.extend(by_scheme(claim));
    remarks
}
