//! A site's rules applied to a page: values for fields, roles for elements.

use std::collections::BTreeMap;

use jiff::fmt::strtime::BrokenDownTime;
use rapporteur_prose::find_date;

use crate::content::classify::fold;

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
    /// Elements that name who published the text first.
    pub source_line: Vec<NodeId>,
    /// What they begin with, before the name.
    pub source_labels: Vec<String>,
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
            let read = |node: &NodeId| read(page, value, *node, field, &origin(name));
            let mut found: Vec<Found> = nodes.iter().filter_map(read).collect();
            if field == Field::Authors {
                found = found.into_iter().flat_map(|one| separated(one, &layout.author_separators)).collect();
            }
            // One title, one date; every author and keyword.
            if !matches!(field, Field::Authors | Field::Keywords) {
                found.truncate(1);
            }
            if matches!(field, Field::Published | Field::Modified) {
                for one in &mut found {
                    if let Some(date) = date_by_format(&one.value, &layout.date_formats) {
                        one.value = date;
                    }
                }
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
    for node in after_headings(page, &applied.body, &layout.bios_after) {
        applied.roles.insert(node, Role::Bio);
    }
    applied.source_line = all_matches(&layout.source_line, page);
    applied.source_labels.clone_from(&layout.source_labels);
    for node in &applied.source_line {
        applied.roles.insert(*node, Role::Furniture);
    }
}

/// Values of one field that a separator parts; the value itself where none does.
fn separated(one: Found, separators: &[String]) -> Vec<Found> {
    let mut parts = vec![one.value.as_str()];
    for separator in separators {
        parts = parts.into_iter().flat_map(|part| part.split(separator.as_str())).collect();
    }
    let parts = parts.into_iter().map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| Found { value: part.to_owned(), ..one.clone() }).collect()
}

/// Longest value in which a date of the site's own form is looked for, in bytes.
const LONGEST_DATE: usize = 300;

/// The first date in the value that is written in one of the formats, ISO 8601; with the time where the format has one.
fn date_by_format(value: &str, formats: &[String]) -> Option<String> {
    let value = value.get(..value.floor_char_boundary(LONGEST_DATE))?;
    let starts = || {
        let mut inside = false;
        value.char_indices().filter_map(move |(at, character)| {
            let begins = character.is_alphanumeric() && !inside;
            inside = character.is_alphanumeric();
            begins.then_some(at)
        })
    };
    formats.iter().find_map(|format| starts().find_map(|at| read_date(format, value.get(at..)?)))
}

fn read_date(format: &str, words: &str) -> Option<String> {
    let (time, length) = BrokenDownTime::parse_prefix(format, words).ok()?;
    // "%y" has not read "2031".
    if words.get(length..)?.starts_with(|next: char| next.is_ascii_digit()) {
        return None;
    }
    let day = time.to_date().ok()?;
    match (time.to_time(), time.offset()) {
        (Ok(clock), Some(offset)) if time.hour().is_some() => {
            Some(offset.to_timestamp(day.to_datetime(clock)).ok()?.display_with_offset(offset).to_string())
        }
        (Ok(clock), None) if time.hour().is_some() => Some(day.to_datetime(clock).to_string()),
        _ => Some(day.to_string()),
    }
}

/// In the body, headings with these words and what follows them there.
fn after_headings(page: &Page, body: &[NodeId], headings: &[String]) -> Vec<NodeId> {
    if headings.is_empty() {
        return Vec::new();
    }
    let headings: Vec<String> = headings.iter().map(|heading| fold(heading)).collect();
    // No heading is longer than that in bytes of the page, whatever is marked up within it.
    let is_short = |node: NodeId| page.range(node).len() <= 600;
    let is_heading = |node: &NodeId| {
        page.element(*node).is_some() && is_short(*node) && headings.contains(&fold(&page.inner_text(*node)))
    };
    let found = body.iter().find_map(|part| {
        let heading = page.below(*part).find(is_heading)?;
        Some((*part, heading))
    });
    let Some((part, heading)) = found else { return Vec::new() };
    // The heading may be wrapped: what follows its wrappers within the body counts too.
    let mut nodes = vec![heading];
    let wrappers = std::iter::once(heading).chain(page.ancestors(heading)).take_while(|node| *node != part);
    for wrapper in wrappers {
        let following = std::iter::successors(page.next(wrapper), |node| page.next(*node));
        nodes.extend(following.filter(|node| page.element(*node).is_some()));
    }
    nodes
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
    fn dates_in_the_formats_of_the_rules() {
        let formats = ["%d.%m.%Y %H:%M", "%d.%m.%Y", "%m-%d-%y", "%Y-%m-%dT%H:%M%:z"].map(str::to_owned);
        let date = |value: &str| date_by_format(value, &formats);
        assert_eq!(date("Stand: 4.3.2031 09:15 Uhr").as_deref(), Some("2031-03-04T09:15:00"));
        assert_eq!(date("Stand: 04.03.2031, geändert").as_deref(), Some("2031-03-04"));
        assert_eq!(date("03-04-31").as_deref(), Some("2031-03-04"));
        assert_eq!(date("2031-03-04T09:15+02:00").as_deref(), Some("2031-03-04T09:15:00+02:00"));
        assert_eq!((date("yesterday"), date("99.99.2031"), date("")), (None, None, None));
        // Two digits of a year are not four.
        let short_first = ["%d.%m.%y", "%d.%m.%Y"].map(str::to_owned);
        assert_eq!(date_by_format("04.03.2031", &short_first).as_deref(), Some("2031-03-04"));
    }

    /// A page of the site read by rules with this layout.
    fn applied(page: &str, layout: &str) -> (Page, Applied) {
        let rules = format!("hosts = ['r.example']\n[[layouts]]\nname = 'a'\n{layout}");
        let rules = SiteRules::from_toml(&rules).expect("the rules are sound");
        let page = Page::parse(page.to_owned());
        let applied = apply(&page, &rules, None);
        (page, applied)
    }

    #[test]
    fn authors_are_parted_as_the_rules_say() {
        let (_, applied) =
            applied("<p class=by>Ilse Marwood // Tomasz Okello</p>", "authors = '.by'\nauthor_separators = '//'");
        let names: Vec<&str> = applied.found.iter().map(|one| one.value.as_str()).collect();
        assert_eq!(names, ["Ilse Marwood", "Tomasz Okello"]);
    }

    #[test]
    fn what_follows_a_heading_is_about_the_authors() {
        let (page, applied) = applied(
            "<main><p>Text.<div><h2>About <i>the</i> author</h2></div><p>She writes.<ul><li>And reads.</ul></main><p>Not.",
            "body = 'main'\nbios_after = ['About the Author']",
        );
        let bios: Vec<String> = applied
            .roles
            .iter()
            .filter(|(_, role)| **role == Role::Bio)
            .map(|(node, _)| page.inner_text(*node))
            .collect();
        assert_eq!(bios, ["About the author", "She writes.", "And reads."]);
    }

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
