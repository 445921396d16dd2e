//! Whether a page is one of a site that there are rules for.

use rapporteur_decode::decode;

use crate::content::classify::fold;
use crate::detect::{Detected, detect};
use crate::metadata::{Field, json_ld, markup};
use crate::page::{NodeId, Page, declared_charset};
use crate::site::SiteRules;

/// Looks at what the page says of itself: its address, the site's name, the publisher. A page that only speaks of the site
/// or links to it is not the site's. `address` is where the page was loaded from, if that is known.
pub fn detect_site(prefix: &[u8], address: Option<&str>, rules: &SiteRules) -> Detected {
    if detect(prefix).confidence < 15 {
        return Detected { confidence: 0, evidence: vec!["does not begin as an HTML page".to_owned()] };
    }
    let head = prefix.get(..prefix.len().min(65_536)).unwrap_or_default();
    let page = Page::parse(decode(head, declared_charset(head).as_deref()).text);
    let mut found = markup::read(&page);
    found.extend(json_ld::read(&page).found);

    let names: Vec<String> = rules.publisher.iter().chain(&rules.site_names).map(|name| fold(name)).collect();
    let mut evidence = Vec::new();
    let mut elsewhere = None;
    for one in &found {
        match one.field {
            Field::Url if rules.is_address(&one.value) => {
                evidence.push(format!("{} is {}", one.origin, one.value));
            }
            Field::Url => elsewhere = Some(one),
            Field::Publisher if names.contains(&fold(&one.value)) => {
                evidence.push(format!("{} is {:?}", one.origin, one.value));
            }
            _ => {}
        }
    }
    let loaded_from = address.filter(|address| rules.is_address(address));
    evidence.extend(loaded_from.map(|address| format!("it was loaded from {address}")));
    let marks = rules.marks.iter().filter(|mark| mark.selector.first(&page, NodeId::ROOT).is_some());
    evidence.extend(marks.map(|mark| format!("it has {}", mark.selector)));
    let by_address =
        loaded_from.is_some() || found.iter().any(|one| one.field == Field::Url && rules.is_address(&one.value));
    let confidence = match (evidence.is_empty(), by_address, elsewhere) {
        (true, ..) => {
            let sites = if rules.hosts.is_empty() { names.join(", ") } else { rules.hosts.join(", ") };
            evidence.push(elsewhere.map_or_else(
                || format!("neither address nor name of {sites} is in it"),
                |other| format!("its address is {}, not one of {sites}", other.value),
            ));
            0
        }
        (false, true, _) => 95,
        // Another address of its own: a namesake, or a copy on another site.
        (false, false, Some(other)) => {
            evidence.push(format!("but its address is {}", other.value));
            10
        }
        (false, false, None) => 90,
    };
    Detected { confidence, evidence }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str, expected: u8) {
        let rules =
            SiteRules::from_toml("publisher = 'Example Review'\nhosts = ['review.example']").expect("sound rules");
        let found = detect_site(page.as_bytes(), None, &rules);
        assert_eq!(found.confidence, expected, "{page}: {:?}", found.evidence);
    }

    #[test]
    fn what_a_page_says_of_itself() {
        check("<!doctype html><link rel=canonical href='https://www.review.example/a'><p>x", 95);
        check("<html><meta property=og:site_name content='Example Review'><p>x", 90);
        check(
            "<html><script type='application/ld+json'>{\"@type\":\"Article\",\"publisher\":{\"name\":\"Example Review\"}}</script>",
            90,
        );
        check(
            "<html><link rel=canonical href='https://copy.example/a'><meta property=og:site_name content='Example Review'>",
            10,
        );
        check("<html><p>Source: <a href='https://www.review.example/a'>Example Review</a>", 0);
        check("Example Review\n\nhttps://www.review.example/a", 0);
    }

    #[test]
    fn a_mark_tells_a_page_without_address_and_name() {
        let rules = SiteRules::from_toml("hosts = ['review.example']\nmarks = ['body.review-theme article']");
        let rules = rules.expect("sound rules");
        let found = |page: &str| detect_site(page.as_bytes(), None, &rules);
        let marked = found("<!doctype html><body class=review-theme><article><p>x");
        assert_eq!((marked.confidence, marked.evidence), (90, vec!["it has body.review-theme article".to_owned()]));
        assert_eq!(found("<!doctype html><body><article><p>x").confidence, 0);
        let elsewhere =
            "<!doctype html><link rel=canonical href='https://copy.example/a'><body class=review-theme><article>";
        assert_eq!(found(elsewhere).confidence, 10);
    }
}
