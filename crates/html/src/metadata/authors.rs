//! Who wrote it, by markup: from the best source that names persons, organisations told apart.

use super::found::{Field, Found};
use crate::content::classify::fold;

/// Origins from the most to the least trusted, by how often each alone names the right persons on news pages.
const ORDER: &[&str] = &[
    "json-ld author",
    "json-ld creator",
    "meta citation_author",
    "meta dc.creator",
    "meta dcterms.creator",
    "meta parsely-author",
    "meta sailthru.author",
    "meta twitter:data1",
    "itemprop author",
    "meta author",
    "meta byl",
    "meta article:author_name",
    "meta article:author",
    "meta og:author",
    "rel=author",
    "class author-name",
];

/// Values that name nobody.
const NOBODY: &[&str] =
    &["admin", "administrator", "editor", "staff", "guest", "unknown", "author", "webmaster", "none", "null"];

/// The names chosen. Persons if any source has some, else the organisation that the page gives as author.
pub fn choose(found: &mut [Found], sites: &[String]) -> Vec<String> {
    let rank = |one: &Found| {
        if one.from_rules {
            return 0;
        }
        1 + ORDER.iter().position(|origin| *origin == one.origin).unwrap_or(ORDER.len())
    };
    for one in found.iter_mut().filter(|one| one.field == Field::Authors) {
        one.reason = rejection(one, sites);
    }
    let usable = |one: &&Found| one.field == Field::Authors && one.reason.is_none();
    let best = found.iter().filter(usable).filter(|one| !one.organisation).map(rank).min();
    let (best, organisations) = match best {
        Some(best) => (best, false),
        None => match found.iter().filter(usable).map(rank).min() {
            Some(best) => (best, true),
            None => return Vec::new(),
        },
    };
    let mut names: Vec<String> = Vec::new();
    for one in found.iter_mut().filter(|one| one.field == Field::Authors && one.reason.is_none()) {
        if one.organisation && !organisations {
            one.reason = Some("an organisation; the page names persons".to_owned());
        } else if rank(one) == best {
            one.chosen = true;
            for name in split(&one.value) {
                if !names.iter().any(|known| fold(known) == fold(&name)) {
                    names.push(name);
                }
            }
        }
    }
    names
}

fn rejection(one: &Found, sites: &[String]) -> Option<String> {
    let folded = fold(&one.value);
    if sites.contains(&folded) && !one.from_rules {
        return Some("the site itself".to_owned());
    }
    let is_name = one.value.chars().any(char::is_alphabetic)
        && !one.value.contains("://")
        && !one.value.contains('@')
        // "(Image: Harbour Pictures)" stands where authors do.
        && !one.value.starts_with(['(', '['])
        && !one.value.contains(": ")
        && one.value.len() <= 160
        && !NOBODY.contains(&folded.as_str())
        // "ilse-marwood" is an address's word for a name.
        && (one.value.contains(' ') || one.value.chars().any(char::is_uppercase) || !one.value.is_ascii());
    (!is_name).then(|| "no name".to_owned())
}

/// Names that one value gives: "By A, B and C" is three. A part that is no name of two words is left with the one before.
pub fn split(value: &str) -> Vec<String> {
    let value = value.trim();
    let lower = value.to_lowercase();
    let skip = ["by: ", "by ", "written by ", "author: ", "authors: ", "author : ", "authors : "]
        .iter()
        .find(|prefix| lower.starts_with(**prefix));
    let value = skip.and_then(|prefix| value.get(prefix.len()..)).unwrap_or(value).trim();
    let mut parts = vec![value.to_owned()];
    for separator in [" and ", " And ", " AND ", " & ", " | ", "|", ";", ", "] {
        parts = parts
            .iter()
            .flat_map(|part| part.split(separator).map(|part| part.trim().to_owned()).collect::<Vec<_>>())
            .collect();
    }
    let parts: Vec<String> = parts
        .into_iter()
        .map(|part| part.trim_matches(|edge: char| matches!(edge, ',' | '*' | ' ')).to_owned())
        .filter(|part| !part.is_empty())
        .collect();
    let is_name = |part: &String| {
        let words = part.split_whitespace().count();
        (2..=5).contains(&words)
            && part.split_whitespace().all(|word| !word.starts_with(char::is_lowercase) || word.len() <= 3)
    };
    // "Coastal Research and Policy Institute" is one name; so is "Marwood, Ilse".
    if parts.len() > 1 && parts.iter().all(is_name) { parts } else { vec![value.to_owned()] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, expected: &[&str]) {
        assert_eq!(split(value), expected, "{value}");
    }

    #[test]
    fn several_names_in_one_value() {
        check("By Ilse Marwood, Tomasz Okello and Lin Qiaoyu", &["Ilse Marwood", "Tomasz Okello", "Lin Qiaoyu"]);
        check("Ilse Marwood | Jonas Adeyemi", &["Ilse Marwood", "Jonas Adeyemi"]);
        check("Ilse Marwood", &["Ilse Marwood"]);
        check("Marwood, Ilse", &["Marwood, Ilse"]);
        check("Research and Policy", &["Research and Policy"]);
    }

    fn author(value: &str, origin: &str, organisation: bool) -> Found {
        let mut one = Found::new(Field::Authors, value, origin);
        one.organisation = organisation;
        one
    }

    #[test]
    fn persons_win_over_organisations() {
        let mut found = vec![
            author("Coastal Policy Institute", "json-ld author", true),
            author("Ilse Marwood", "rel=author", false),
            author("Example Review", "meta author", false),
        ];
        assert_eq!(choose(&mut found, &["examplereview".to_owned()]), ["Ilse Marwood"]);
        let reasons: Vec<Option<&str>> = found.iter().map(|one| one.reason.as_deref()).collect();
        assert_eq!(reasons, [Some("an organisation; the page names persons"), None, Some("the site itself")]);
        found.remove(1);
        assert_eq!(choose(&mut found, &["examplereview".to_owned()]), ["Coastal Policy Institute"]);
    }
}
