//! Rules for a site from one of its pages.
//!
//! The page is read without rules; for each field selectors are made from the elements that say what was read, tried on the
//! page, and ranked: names that say what they are for first, names that a tool made up never. The best become a rules file.

mod body;
mod fields;
mod file_text;
mod names;
mod rank;
mod reading;
mod simple;

#[cfg(test)]
mod tests;

use rapporteur_core::protocol::{DETECT_BYTES, Proposal, ProposedField, Robustness};
use rapporteur_core::slug;

use crate::detect_site::detect_site;
use crate::draft::Hints;
use crate::metadata::title::host_of;
use crate::refuse::Refused;
use crate::site::{SiteRules, Value};
use reading::Reading;

/// Fields that have one value.
const SINGLE: [&str; 4] = ["title", "category", "published", "modified"];
/// Selectors that the proposed rules take of a field.
const TAKEN: usize = 2;

/// Proposes rules for pages like this one. `name` is what users will call the source.
///
/// # Errors
/// [`Refused`] if the page is no article.
pub fn propose(bytes: &[u8], hints: Hints<'_>, name: Option<&str>) -> Result<Proposal, Refused> {
    let reading = Reading::of(bytes, hints)?;
    let (body, smallest) = body::body(&reading);
    let strip = body::strip(&reading, smallest, body.selectors.first());
    let mut fields = vec![
        fields::title(&reading),
        fields::category(&reading),
        fields::published(&reading),
        fields::modified(&reading),
        fields::authors_of(&reading),
        fields::bylines(&reading),
        fields::dates(&reading),
        fields::standfirst(&reading),
        body,
        strip,
        fields::bios(&reading),
        fields::source_line(&reading),
        fields::keywords(&reading),
    ];
    fields.iter_mut().for_each(take);
    let mut site = Site::of(&reading, name);
    let mut rules = file_text::compose(&site, &reading, &fields);
    if let Some(mark) = needed_mark(bytes, &rules, &site, &fields) {
        site.mark = Some(mark);
        rules = file_text::compose(&site, &reading, &fields);
    }
    Ok(Proposal { id: format!("local.{}", site.name), name: site.name, rules, fields })
}

/// What the page says of its site.
struct Site {
    name: String,
    publisher: Option<String>,
    host: Option<String>,
    /// An element by which the page is told where it gives neither.
    mark: Option<String>,
}

/// An element that tells the page where its address and name do not: they may stand behind what a source is shown to recognise
/// it, or nowhere.
fn needed_mark(bytes: &[u8], rules: &str, site: &Site, fields: &[ProposedField]) -> Option<String> {
    let beginning = bytes.get(..DETECT_BYTES).unwrap_or(bytes);
    let mut rules = SiteRules::from_toml(rules).ok()?;
    rules.marks.clear();
    if detect_site(beginning, None, &rules).confidence >= RECOGNISED {
        return None;
    }
    let by_host = site.host.iter().flat_map(|host| {
        ["link[href*='HOST']", "meta[content*='HOST']", "script[src*='HOST']"].map(|mark| mark.replace("HOST", host))
    });
    let taken = fields.iter().filter(|field| matches!(field.field.as_str(), "body" | "title"));
    let taken = taken.flat_map(|field| &field.selectors).map(|selector| selector.selector.clone());
    let marks = by_host.chain(taken.filter(|mark| !mark.contains('@')));
    marks.into_iter().find(|mark| {
        let Ok(value) = Value::parse(mark) else { return false };
        rules.marks = vec![value];
        detect_site(beginning, None, &rules).confidence >= RECOGNISED
    })
}

/// As sure as a source should be of its own pages.
const RECOGNISED: u8 = 80;

impl Site {
    fn of(reading: &Reading, name: Option<&str>) -> Self {
        let metadata = &reading.draft.metadata;
        let host = metadata.url.as_deref().map(host_of).filter(|host| host.contains('.')).map(str::to_lowercase);
        let publisher = metadata.publisher.as_ref().map(|publisher| publisher.name.clone());
        let named = name.map(str::to_owned).or_else(|| host.as_deref().map(site_word)).or_else(|| publisher.clone());
        let name: String = slug(named.as_deref().unwrap_or_default()).chars().filter(|one| one.is_ascii()).collect();
        let name = name.trim_matches('-').to_owned();
        Self { name: if name.is_empty() { "site".to_owned() } else { name }, publisher, host, mark: None }
    }
}

/// The word of a host that names the site: "harbourpost" of "news.harbourpost.co.uk".
fn site_word(host: &str) -> String {
    let parts: Vec<&str> = host.split('.').collect();
    let general = ["www", "co", "com", "org", "net", "ac", "gov", "edu", "news", "blog", "blogs", "m", "en"];
    let mut words = parts.iter().rev().skip(1).filter(|part| !general.contains(part));
    words.next().or(parts.first()).map(|word| (*word).to_owned()).unwrap_or_default()
}

/// Marks the selectors that the rules take: the best, and one more that finds something else or finds it elsewhere.
fn take(field: &mut ProposedField) {
    let most = match field.field.as_str() {
        "strip" => usize::MAX,
        // A wider box is no second best: what else stands in it would be read.
        "body" => 1,
        _ => TAKEN,
    };
    let is_poor = field.selectors.iter().all(|selector| selector.robustness == Robustness::Low);
    let mut taken = Vec::new();
    for selector in &mut field.selectors {
        let finds = (selector.selector.contains('@'), selector.yields.clone());
        // A second choice must find something else, and that alone.
        let is_single = taken.is_empty() || !SINGLE.contains(&field.field.as_str()) || selector.count == 1;
        let is_new = field.field == "strip" || (is_single && !taken.contains(&finds));
        let is_good = selector.robustness > Robustness::Low || (is_poor && taken.is_empty());
        if taken.len() < most && is_new && is_good {
            selector.taken = true;
            taken.push(finds);
        }
    }
}
