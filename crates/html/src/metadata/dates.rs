//! When it was published first and changed last.

use rapporteur_core::{ByteRange, Diagnostic};

use super::found::{Field, Found, MOST_VALUES};
use super::markup;
use crate::content::Role;
use crate::content::context::Contexts;
use crate::page::{NodeId, Page};

/// The dates chosen, ISO 8601.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dates {
    pub published: Option<String>,
    pub modified: Option<String>,
}

/// The date that a value states, ISO 8601. Months in ISO form, which in running text may be anything, are dates here.
pub fn parse_date(value: &str) -> Option<String> {
    let is_month = value.len() == 7
        && value.bytes().enumerate().all(|(at, byte)| if at == 4 { byte == b'-' } else { byte.is_ascii_digit() })
        && value.get(5..).is_some_and(|month| ("01"..="12").contains(&month));
    if is_month { Some(value.to_owned()) } else { rapporteur_prose::parse_date(value) }
}

/// Letters between a headline and its date.
const NEAR: u32 = 700;

/// Chooses the dates. Values that are no dates stay candidates with that reason.
pub fn choose(
    page: &Page,
    contexts: &Contexts,
    headline: Option<NodeId>,
    found: &mut Vec<Found>,
    diagnostics: &mut Vec<Diagnostic<ByteRange>>,
) -> Dates {
    let times = near_headline(page, contexts, headline);
    found.extend(times);
    found.extend(in_address(found));
    let published = first(found, Field::Published);
    let modified = first(found, Field::Modified);
    if let Some(published) = &published {
        conflicts(found, published, diagnostics);
    }
    Dates { published, modified }
}

/// `time` elements by their distance from the headline, the nearest first; without a headline in page order.
fn near_headline(page: &Page, contexts: &Contexts, headline: Option<NodeId>) -> Vec<Found> {
    let mut times: Vec<(u32, Found)> = markup::times(page)
        .into_iter()
        .filter(|(node, _)| {
            // Dates of other articles are theirs.
            !matches!(
                contexts.role(*node),
                Role::Related | Role::Aside | Role::Navigation | Role::Comments | Role::Hidden
            )
        })
        .filter_map(|(node, found)| {
            let Some(headline) = headline else { return Some((0, found)) };
            let distance = if node >= page.end(headline) {
                contexts.text_between(page.end(headline), node)
            } else {
                // Before the headline stand other articles' dates more often than its own.
                contexts.text_between(node, headline).saturating_mul(4).saturating_add(40)
            };
            (distance <= NEAR).then_some((distance, found))
        })
        .collect();
    times.sort_by_key(|(distance, _)| *distance);
    times.truncate(MOST_VALUES);
    times.into_iter().map(|(_, found)| found).collect()
}

/// The day in an address: `/2031/01/30/` or `/2031-01-30`.
fn in_address(found: &[Found]) -> Option<Found> {
    let url = found.iter().find(|one| one.field == Field::Url)?;
    let parts: Vec<&str> = url.value.split(['/', '-', '_']).collect();
    let day = parts.windows(3).find_map(|parts| {
        let [year, month, day] = parts else { return None };
        let is_date = year.len() == 4 && (1..=2).contains(&month.len()) && (1..=2).contains(&day.len());
        let digits = [year, month, day].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        if !is_date || !digits {
            return None;
        }
        parse_date(&format!("{year}-{month:0>2}-{day:0>2}"))
    })?;
    let mut one = Found::new(Field::Published, &day, format!("{} address", url.origin));
    one.source = url.source;
    Some(one)
}

/// Sources that say "date" and do not say of what: often of the last change. What the page shows goes before them.
const VAGUE: &[&str] = &["meta dc.date", "meta dcterms.date", "meta date"];

/// The first value of the field that is a date; marks it.
fn first(found: &mut [Found], field: Field) -> Option<String> {
    let mut chosen = None;
    // A value by the site's rules before all others.
    let order = |found: &[Found]| {
        let mut order: Vec<usize> =
            (0..found.len()).filter(|index| found.get(*index).is_some_and(|one| one.field == field)).collect();
        order.sort_by_key(|index| found.get(*index).map(|one| (!one.from_rules, VAGUE.contains(&one.origin.as_str()))));
        order
    };
    for index in order(found) {
        let Some(one) = found.get_mut(index) else { continue };
        match parse_date(&one.value) {
            Some(date) if chosen.is_none() => {
                one.chosen = true;
                chosen = Some(date);
            }
            Some(_) => {}
            None => one.reason = Some("cannot be read as a date".to_owned()),
        }
    }
    chosen
}

/// Warns where the page gives days of publication that lie further apart than time zones can.
fn conflicts(found: &[Found], published: &str, diagnostics: &mut Vec<Diagnostic<ByteRange>>) {
    let chosen = day_number(published);
    let mut others: Vec<String> = Vec::new();
    for one in found.iter().filter(|one| one.field == Field::Published && !one.chosen) {
        let Some(date) = parse_date(&one.value) else { continue };
        let apart = match (day_number(&date), chosen) {
            (Some(day), Some(chosen)) => (day - chosen).abs() > 1,
            _ => !published.starts_with(&date) && !date.starts_with(published),
        };
        let other = format!("{date} ({})", one.origin);
        if apart && !others.contains(&other) {
            others.push(other);
        }
    }
    if !others.is_empty() {
        diagnostics.push(Diagnostic::warning(
            "conflicting-dates",
            format!("published {published} was chosen; the page also gives {}", others.join(", ")),
        ));
    }
}

/// Days since some day, for ISO dates with a day.
fn day_number(iso: &str) -> Option<i64> {
    let mut parts = iso.get(..10)?.splitn(3, '-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let date = jiff::civil::Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    let start = jiff::civil::Date::new(1900, 1, 1).ok()?;
    Some(i64::from(date.since(start).ok()?.get_days()))
}
