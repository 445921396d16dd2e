//! From the text of a rules file to rules.

use jiff::fmt::strtime;
use rapporteur_core::protocol::RULES_HEADER;
use toml::de::{DeTable, DeValue};

use super::reader::{Reader, Table, kind_of, nearest};
use super::{AddressDate, Layout, RulesError, SiteRules, Value};

/// Keys of the site below the head.
pub(super) const SITE: &[&str] = &[
    "hosts",
    "publisher",
    "site_names",
    "marks",
    "address_date",
    "citation_labels",
    "date_formats",
    "author_separators",
    "source_labels",
    "layouts",
];

/// Keys of a layout.
pub(super) const LAYOUT: &[&str] = &[
    "name",
    "when",
    "title",
    "category",
    "published",
    "modified",
    "date_formats",
    "authors",
    "author_separators",
    "bylines",
    "dates",
    "standfirst",
    "body",
    "strip",
    "bios",
    "bios_after",
    "source_line",
    "source_labels",
    "keywords",
];

const ADDRESS_DATES: &[&str] = &["DDMMYYYY", "YYYYMMDD"];

pub(super) fn read(text: &str) -> Result<SiteRules, RulesError> {
    let reader = Reader { text };
    let table = DeTable::parse(text).map_err(|error| {
        let at = error.span().unwrap_or_default();
        reader.error(&at, error.message().replace('\n', ", "))
    })?;
    let site = Table { of: table.get_ref(), called: "a rules file", within: String::new(), at: 0..0 };
    reader.known_keys(&site, &[&RULES_HEADER[..], SITE].concat())?;
    head(&reader, &site)?;
    let shared = Shared::read(&reader, &site)?;
    let rules = SiteRules {
        publisher: reader.string(&site, "publisher")?.map(|publisher| publisher.value),
        hosts: hosts(&reader, &site)?,
        site_names: plain(reader.strings(&site, "site_names")?),
        marks: reader.selectors(&site, "marks", true)?,
        address_date: address_date(&reader, &site)?,
        citation_labels: plain(reader.strings(&site, "citation_labels")?),
        layouts: layouts(&reader, &site, &shared)?,
    };
    if rules.hosts.is_empty() && rules.publisher.is_none() && rules.site_names.is_empty() && rules.marks.is_empty() {
        let mut error = reader.error(&site.at, "nothing says which pages the rules are for");
        error.help =
            Some("write the site's hosts = [\"review.example\"], or its publisher, site_names or marks".to_owned());
        return Err(error);
    }
    Ok(rules)
}

/// What of the head concerns the engine: the version of the file's form. The host reads the rest.
fn head(reader: &Reader<'_>, site: &Table<'_, '_>) -> Result<(), RulesError> {
    let Some(schema) = site.of.get("schema") else { return Ok(()) };
    match schema.get_ref() {
        DeValue::Integer(number) if number.as_str() == "1" => Ok(()),
        DeValue::Integer(number) => {
            let message = format!("schema {} is not known; this program reads schema 1", number.as_str());
            Err(reader.error(&schema.span(), message))
        }
        other => Err(reader.error(&schema.span(), format!("\"schema\" is {}, expected the number 1", kind_of(other)))),
    }
}

fn plain(placed: Vec<super::reader::Placed<String>>) -> Vec<String> {
    placed.into_iter().map(|placed| placed.value).collect()
}

fn hosts(reader: &Reader<'_>, site: &Table<'_, '_>) -> Result<Vec<String>, RulesError> {
    let mut hosts = Vec::new();
    for placed in reader.strings(site, "hosts")? {
        let lower = placed.value.to_lowercase();
        let host = lower.strip_prefix("www.").unwrap_or(&lower).to_owned();
        let is_host = host.contains('.') && !host.contains(|found: char| "/:?#@* ".contains(found));
        if !is_host {
            let message = format!("{:?} is no host, expected a name like \"review.example\"", placed.value);
            return Err(reader.error(&placed.at, message));
        }
        hosts.push(host);
    }
    Ok(hosts)
}

fn address_date(reader: &Reader<'_>, site: &Table<'_, '_>) -> Result<Option<AddressDate>, RulesError> {
    let Some(placed) = reader.string(site, "address_date")? else { return Ok(None) };
    match placed.value.as_str() {
        "DDMMYYYY" => Ok(Some(AddressDate::DayFirst)),
        "YYYYMMDD" => Ok(Some(AddressDate::YearFirst)),
        other => {
            let message = format!("\"address_date\" is {other:?}, expected one of {}", ADDRESS_DATES.join(", "));
            let mut error = reader.error(&placed.at, message);
            error.help = nearest(other, ADDRESS_DATES).map(|nearest| format!("did you mean {nearest:?}?"));
            Err(error)
        }
    }
}

/// What a layout takes from the site where it says nothing itself.
struct Shared {
    date_formats: Vec<String>,
    author_separators: Vec<String>,
    source_labels: Vec<String>,
}

impl Shared {
    fn read(reader: &Reader<'_>, table: &Table<'_, '_>) -> Result<Self, RulesError> {
        let date_formats = reader.strings(table, "date_formats")?;
        for placed in &date_formats {
            if let Some(wrong) = wrong_format(&placed.value) {
                let message = format!("{}\"date_formats\": {:?} {wrong}", table.within, placed.value);
                return Err(reader.error(&placed.at, message));
            }
        }
        let author_separators = reader.strings(table, "author_separators")?;
        if let Some(empty) = author_separators.iter().find(|placed| placed.value.trim().is_empty()) {
            let message = format!("{}\"author_separators\": {:?} stands within names too", table.within, empty.value);
            return Err(reader.error(&empty.at, message));
        }
        Ok(Self {
            date_formats: plain(date_formats),
            author_separators: plain(author_separators),
            source_labels: plain(reader.strings(table, "source_labels")?),
        })
    }
}

/// What is wrong with a date format, as the rest of a sentence.
fn wrong_format(format: &str) -> Option<String> {
    if !format.contains('%') {
        return Some("is no date format: it has no directive like %d, %B or %Y".to_owned());
    }
    let some_day = jiff::Timestamp::UNIX_EPOCH.to_zoned_datetime(jiff::tz::TimeZone::UTC);
    match strtime::format(format, &some_day) {
        Ok(_) => None,
        Err(error) => Some(format!("is no date format: {error}")),
    }
}

fn layouts(reader: &Reader<'_>, site: &Table<'_, '_>, shared: &Shared) -> Result<Vec<Layout>, RulesError> {
    let Some(found) = site.of.get("layouts") else { return Ok(Vec::new()) };
    let expected = "expected tables: [[layouts]]";
    let DeValue::Array(items) = found.get_ref() else {
        let message = format!("\"layouts\" is {}, {expected}", kind_of(found.get_ref()));
        return Err(reader.error(&found.span(), message));
    };
    let mut layouts: Vec<Layout> = Vec::new();
    for item in items {
        let DeValue::Table(table) = item.get_ref() else {
            let message = format!("an item of \"layouts\" is {}, {expected}", kind_of(item.get_ref()));
            return Err(reader.error(&item.span(), message));
        };
        let table = Table { of: table, called: "a layout", within: String::new(), at: item.span() };
        let layout = layout(reader, table, shared)?;
        let at = || item.span();
        if layouts.iter().any(|earlier| earlier.name == layout.name) {
            return Err(reader.error(&at(), format!("two layouts are called {:?}", layout.name)));
        }
        if let Some(earlier) = layouts.iter().find(|earlier| earlier.when.is_empty()) {
            let message = format!(
                "layout {:?} can never be used: {:?} before it has no \"when\" and takes every page",
                layout.name, earlier.name
            );
            let mut error = reader.error(&at(), message);
            error.help = Some(format!("give {:?} a \"when\", or put it last", earlier.name));
            return Err(error);
        }
        layouts.push(layout);
    }
    Ok(layouts)
}

fn layout(reader: &Reader<'_>, table: Table<'_, '_>, shared: &Shared) -> Result<Layout, RulesError> {
    reader.known_keys(&table, LAYOUT)?;
    let Some(name) = reader.string(&table, "name")?.map(|name| name.value) else {
        let mut error = reader.error(&table.at, "the layout has no name");
        error.help = Some("name it after its time or theme: name = \"2031-redesign\"".to_owned());
        return Err(error);
    };
    let table = Table { within: format!("layout {name:?}, "), ..table };
    let values = |key: &str| -> Result<Vec<Value>, RulesError> { reader.selectors(&table, key, false) };
    let elements = |key: &str| -> Result<Vec<Value>, RulesError> { reader.selectors(&table, key, true) };
    let own = Shared::read(reader, &table)?;
    let or = |own: Vec<String>, shared: &Vec<String>| if own.is_empty() { shared.clone() } else { own };
    Ok(Layout {
        when: elements("when")?,
        title: values("title")?,
        category: values("category")?,
        published: values("published")?,
        modified: values("modified")?,
        date_formats: or(own.date_formats, &shared.date_formats),
        authors: values("authors")?,
        author_separators: or(own.author_separators, &shared.author_separators),
        bylines: elements("bylines")?,
        dates: elements("dates")?,
        standfirst: elements("standfirst")?,
        body: elements("body")?,
        strip: elements("strip")?,
        bios: elements("bios")?,
        bios_after: plain(reader.strings(&table, "bios_after")?),
        source_line: elements("source_line")?,
        source_labels: or(own.source_labels, &shared.source_labels),
        keywords: values("keywords")?,
        name,
    })
}
