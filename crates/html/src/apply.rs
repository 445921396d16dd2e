//! A site's rules applied to a page: values for fields, roles for elements.

use std::collections::BTreeMap;

use rapporteur_prose::find_date;

use crate::content::Role;
use crate::metadata::{Field, Found};
use crate::page::{NodeId, Page};
use crate::site::{AddressDate, Layout, SiteRules, Value, all_matches, first_match};

/// What the rules say of one page.
#[derive(Debug, Default)]
pub struct Applied {
    pub found: Vec<Found>,
    /// Roles of elements, for what the layout names.
    pub roles: BTreeMap<NodeId, Role>,
    /// Elements of the body; empty where the layout names none that exist.
    pub body: Vec<NodeId>,
    /// Kind of piece.
    pub category: Option<String>,
    /// Name of the layout used.
    pub layout: Option<String>,
}

/// Applies the first layout that matches. `address` is the page's own.
pub fn apply(page: &Page, rules: &SiteRules, address: Option<&str>) -> Applied {
    let mut applied = Applied::default();
    if let Some(layout) = rules.layout(page) {
        applied.layout = Some(layout.name.clone());
        fields(page, layout, &mut applied);
        roles(page, layout, &mut applied);
    }
    if let (Some(order), Some(address)) = (rules.address_date, address)
        && let Some(date) = date_in(address, order)
    {
        applied.found.push(Found::new(Field::Published, &date, "address"));
    }
    applied
}

fn fields(page: &Page, layout: &Layout, applied: &mut Applied) {
    let origin = |field: &str| format!("rules {} {field}", layout.name);
    let lists = [
        (Field::Title, "title", &layout.title),
        (Field::Published, "published", &layout.published),
        (Field::Modified, "modified", &layout.modified),
        (Field::Authors, "authors", &layout.authors),
        (Field::Keywords, "keywords", &layout.keywords),
    ];
    for (field, name, values) in lists {
        for (value, nodes) in
            values.iter().map(|value| (value, value.nodes(page))).filter(|(_, nodes)| !nodes.is_empty())
        {
            let mut found: Vec<Found> =
                nodes.iter().filter_map(|node| read(page, value, *node, field, &origin(name))).collect();
            // One title, one date; every author and keyword.
            if !matches!(field, Field::Authors | Field::Keywords) {
                found.truncate(1);
            }
            if matches!(field, Field::Published | Field::Modified) {
                found.retain(|one| find_date(&one.value).is_some());
            }
            if !found.is_empty() {
                applied.found.extend(found);
                break;
            }
        }
    }
    applied.category = layout.category.iter().find_map(|value| {
        value.nodes(page).into_iter().find_map(|node| read(page, value, node, Field::Category, "")).map(|one| {
            // "Issue BriefsPublished on …": a date that was run together with the kind is none of it.
            one.value.split("Published").next().unwrap_or_default().trim().to_owned()
        })
    });
    applied.category = applied.category.take().filter(|kind| !kind.is_empty());
}

fn read(page: &Page, value: &Value, node: NodeId, field: Field, origin: &str) -> Option<Found> {
    let mut found = match &value.attribute {
        Some(attribute) => {
            let (text, at) = page.attribute_with_range(node, page.name(attribute)?)?;
            Found::new(field, text, origin).at(at)
        }
        None => {
            let mut found = Found::new(field, "", origin).at(page.range(node)).in_node(node);
            found.value = page.inner_text(node).split_whitespace().collect::<Vec<_>>().join(" ");
            found
        }
    };
    found.from_rules = true;
    (!found.value.is_empty()).then_some(found)
}

fn roles(page: &Page, layout: &Layout, applied: &mut Applied) {
    if let Some((_, nodes)) = first_match(&layout.body, page) {
        for node in &nodes {
            applied.roles.insert(*node, Role::Body);
        }
        applied.body = nodes;
    }
    // Later lists win over earlier ones: what is stripped is stripped.
    let lists = [
        (Role::Date, &layout.dates),
        (Role::Byline, &layout.bylines),
        (Role::Standfirst, &layout.standfirst),
        (Role::Bio, &layout.bios),
        (Role::Furniture, &layout.strip),
    ];
    for (role, values) in lists {
        for node in all_matches(values, page) {
            applied.roles.insert(node, role);
        }
    }
}

/// The eight digits that begin a part of the address, as a date.
fn date_in(address: &str, order: AddressDate) -> Option<String> {
    address.split('/').find_map(|part| {
        let digits = part.get(..8).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        if part.as_bytes().get(8).is_some_and(u8::is_ascii_digit) {
            return None;
        }
        let piece = |start: usize, end: usize| digits.get(start..end);
        let (year, month, day) = match order {
            AddressDate::DayFirst => (piece(4, 8)?, piece(2, 4)?, piece(0, 2)?),
            AddressDate::YearFirst => (piece(0, 4)?, piece(4, 6)?, piece(6, 8)?),
        };
        crate::metadata::dates::parse_date(&format!("{year}-{month}-{day}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_addresses() {
        for (address, order, expected) in [
            ("https://r.example/14032031-a-b/", AddressDate::DayFirst, Some("2031-03-14")),
            ("https://r.example/20310314/a", AddressDate::YearFirst, Some("2031-03-14")),
            ("https://r.example/99992031-a/", AddressDate::DayFirst, None),
            ("https://r.example/140320311-a/", AddressDate::DayFirst, None),
            ("https://r.example/a/", AddressDate::DayFirst, None),
        ] {
            assert_eq!(date_in(address, order).as_deref(), expected, "{address}");
        }
    }
}
