//! What fell between two runs.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::coverage::{Coverage, Field, Precision, SourceCoverage};

/// A figure that is lower than it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fall {
    /// Id of the plugin.
    pub plugin: String,
    /// What fell: "title", "title from json-ld headline", "pages taken".
    pub what: String,
    /// "96%", or "14.2".
    pub before: String,
    pub now: String,
}

/// What of `before` is lower in `now`, by plugin.
///
/// A share is lower where it lost more than `allowed` points of a hundred, the number of paragraphs where it lost more than
/// `allowed` per cent. A value that comes from another place than before is a fall of the place it came from: that is how most
/// redesigns show, for the general candidates of a page stand in for those that a site's rules no longer find.
pub fn falls(before: &Coverage, now: &Coverage, allowed: usize) -> Vec<Fall> {
    let none = SourceCoverage::default();
    let mut falls = Vec::new();
    for (plugin, earlier) in &before.sources {
        let later = now.sources.get(plugin).unwrap_or(&none);
        let mut compared = Compared { plugin, allowed, falls: &mut falls };
        compared.share("pages taken", (earlier.pages(), before.pages), (later.pages(), now.pages));
        if later.pages() > 0 {
            compared.share("pages read", (earlier.documents, earlier.pages()), (later.documents, later.pages()));
        }
        if later.documents > 0 {
            compared.documents(earlier, later);
        }
    }
    falls
}

struct Compared<'a> {
    plugin: &'a str,
    allowed: usize,
    falls: &'a mut Vec<Fall>,
}

impl Compared<'_> {
    fn documents(&mut self, before: &SourceCoverage, now: &SourceCoverage) {
        let (of_before, of_now) = (before.documents, now.documents);
        for (field, earlier) in &before.fields {
            let later = now.fields.get(field).cloned().unwrap_or_default();
            self.share(field.name(), (earlier.filled, of_before), (later.filled, of_now));
            if *field == Field::Body {
                self.paragraphs((before.paragraphs, of_before), (now.paragraphs, of_now));
            }
            if *field == Field::Published {
                for least in [Precision::Day, Precision::Time] {
                    let exact = |source: &SourceCoverage| source.precision.range(least..).map(|(_, count)| count).sum();
                    let what = format!("published to the {}", least.name());
                    self.share(&what, (exact(before), of_before), (exact(now), of_now));
                }
            }
            for (origin, count) in &earlier.from {
                let what = format!("{} from {origin}", field.name());
                self.share(&what, (*count, of_before), (count_of(&later.from, origin), of_now));
            }
        }
        // A warning that was never seen is one that no page had.
        for (code, count) in &now.warnings {
            let what = format!("without the warning {code}");
            let earlier = of_before.saturating_sub(count_of(&before.warnings, code));
            self.share(&what, (earlier, of_before), (of_now.saturating_sub(*count), of_now));
        }
    }

    fn share(&mut self, what: &str, before: (usize, usize), now: (usize, usize)) {
        // In whole numbers: two machines must not differ over a last digit.
        let lost = product(before.0, now.1).saturating_sub(product(now.0, before.1));
        if lost * 100 > product(before.1, now.1) * self.allowed as u128 || now.1 == 0 && before.0 > 0 {
            self.add(what, percent(before), percent(now));
        }
    }

    fn paragraphs(&mut self, before: (usize, usize), now: (usize, usize)) {
        let lost = product(before.0, now.1).saturating_sub(product(now.0, before.1));
        if lost * 100 > product(before.0, now.1) * self.allowed as u128 {
            self.add("paragraphs a page", tenths(before), tenths(now));
        }
    }

    fn add(&mut self, what: &str, before: String, now: String) {
        self.falls.push(Fall { plugin: self.plugin.to_owned(), what: what.to_owned(), before, now });
    }
}

/// "96%"; rounded down, so that 100% means all of them.
pub fn percent((part, whole): (usize, usize)) -> String {
    format!("{}%", part.saturating_mul(100).checked_div(whole).unwrap_or(0))
}

/// "14.2"
pub fn tenths((sum, count): (usize, usize)) -> String {
    let tenths = sum.saturating_mul(10).checked_div(count).unwrap_or(0);
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn product(left: usize, right: usize) -> u128 {
    left as u128 * right as u128
}

fn count_of(counts: &BTreeMap<String, usize>, name: &str) -> usize {
    counts.get(name).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::FieldCoverage;

    const PLUGIN: &str = "org.example.source-a";

    fn coverage(pages: usize, source: SourceCoverage) -> Coverage {
        Coverage { pages, sources: BTreeMap::from([(PLUGIN.to_owned(), source)]), ..Coverage::default() }
    }

    fn titled(documents: usize, filled: usize, from: &[(&str, usize)]) -> SourceCoverage {
        let from = from.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect();
        let fields = BTreeMap::from([(Field::Title, FieldCoverage { filled, from })]);
        SourceCoverage { documents, fields, ..SourceCoverage::default() }
    }

    fn check(before: &Coverage, now: &Coverage, allowed: usize, expected: &[&str]) {
        let found: Vec<String> = falls(before, now, allowed)
            .into_iter()
            .map(|fall| format!("{}: {} → {}", fall.what, fall.before, fall.now))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn shares_that_fell() {
        let before = coverage(10, titled(10, 10, &[("headline", 10)]));
        check(&before, &before, 0, &[]);
        let now = coverage(10, titled(10, 9, &[("headline", 4), ("title element", 5)]));
        check(&before, &now, 0, &["title: 100% → 90%", "title from headline: 100% → 40%"]);
        check(&before, &now, 10, &["title from headline: 100% → 40%"]);
        check(&before, &now, 60, &[]);
        // More pages of the same kind are no fall, and neither is more than before.
        check(&before, &coverage(20, titled(20, 20, &[("headline", 20)])), 0, &[]);
        check(&now, &before, 0, &["title from title element: 50% → 0%"]);
    }

    #[test]
    fn pages_that_another_source_takes_or_that_are_refused() {
        let before = coverage(4, titled(4, 4, &[]));
        check(&before, &coverage(4, titled(1, 1, &[])), 0, &["pages taken: 100% → 25%"]);
        check(&before, &Coverage { pages: 4, ..Coverage::default() }, 0, &["pages taken: 100% → 0%"]);
        let refused = BTreeMap::from([("error-page".to_owned(), 3)]);
        let now = coverage(4, SourceCoverage { refused, ..titled(1, 1, &[]) });
        check(&before, &now, 0, &["pages read: 100% → 25%"]);
    }

    #[test]
    fn dates_paragraphs_and_warnings() {
        let fields = BTreeMap::from([
            (Field::Published, FieldCoverage { filled: 2, ..FieldCoverage::default() }),
            (Field::Body, FieldCoverage { filled: 2, ..FieldCoverage::default() }),
        ]);
        let source = |precision: Precision, paragraphs: usize, warned: usize| {
            let warnings =
                if warned > 0 { BTreeMap::from([("unknown-layout".to_owned(), warned)]) } else { BTreeMap::new() };
            let precision = BTreeMap::from([(precision, 2)]);
            coverage(
                2,
                SourceCoverage {
                    documents: 2,
                    precision,
                    paragraphs,
                    warnings,
                    fields: fields.clone(),
                    ..SourceCoverage::default()
                },
            )
        };
        check(
            &source(Precision::Time, 20, 0),
            &source(Precision::Month, 15, 1),
            0,
            &[
                "published to the day: 100% → 0%",
                "published to the time: 100% → 0%",
                "paragraphs a page: 10.0 → 7.5",
                "without the warning unknown-layout: 100% → 50%",
            ],
        );
        check(&source(Precision::Day, 20, 0), &source(Precision::Time, 15, 0), 25, &[]);
        check(&source(Precision::Day, 20, 0), &source(Precision::Time, 14, 0), 25, &["paragraphs a page: 10.0 → 7.0"]);
    }
}
