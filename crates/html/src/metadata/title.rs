//! Which of the wordings is the title, and which element shows it.

use super::found::{Field, Found, MOST_VALUES};
use crate::content::classify::fold;
use crate::content::{Role, context::Contexts};
use crate::page::{NodeId, Page, name};

/// Separators between a headline and the site's name.
const SEPARATORS: &[&str] = &[" - ", " – ", " — ", " | ", " : ", ": ", " » ", " :: ", " · ", " • ", " / "];

/// The title without the site's name at its end or beginning. Nothing else is taken off.
pub fn without_site<'t>(title: &'t str, sites: &[String]) -> &'t str {
    let mut title = title.trim();
    if sites.is_empty() || !title.bytes().any(|byte| !byte.is_ascii() || matches!(byte, b'-' | b'|' | b':' | b'/')) {
        return title;
    }
    // Some pages add it twice.
    for _ in 0..2 {
        let is_site = |part: &str| {
            let folded = fold(part);
            !folded.is_empty() && sites.contains(&folded)
        };
        let last =
            SEPARATORS.iter().filter_map(|separator| title.rfind(separator).map(|at| (at, separator.len()))).max();
        let first =
            SEPARATORS.iter().filter_map(|separator| title.find(separator).map(|at| (at, separator.len()))).min();
        if let Some((at, len)) = last
            && title.get(at + len..).is_some_and(is_site)
        {
            title = title.get(..at).unwrap_or_default().trim();
        } else if let Some((at, len)) = first
            && title.get(..at).is_some_and(is_site)
        {
            title = title.get(at + len..).unwrap_or_default().trim();
        } else {
            break;
        }
    }
    title
}

/// Folded names by which the page's site goes: what it calls itself and its host.
pub fn site_names(found: &[Found], more: &[String]) -> Vec<String> {
    let mut names: Vec<String> = more.iter().map(|name| fold(name)).collect();
    for one in found {
        match one.field {
            Field::Publisher => {
                let name = fold(&one.value);
                names.push(name.strip_prefix("the").unwrap_or(&name).to_owned());
                names.push(name);
            }
            Field::Url => {
                let host = host_of(&one.value);
                names.push(fold(host));
                // "Norvane Today" of norvane-today.example.
                names.push(fold(host.rsplit_once('.').map_or(host, |(name, _)| name)));
            }
            _ => {}
        }
    }
    names.sort();
    names.dedup();
    names.retain(|name| !name.is_empty());
    names
}

/// The host of an address, without "www.".
pub fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest).trim_start_matches("//");
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

/// An element that may show the headline.
#[derive(Debug)]
struct Shown {
    node: NodeId,
    text: String,
    is_first_level: bool,
    /// Wordings in markup that are the same.
    agrees: usize,
    /// One of the wordings begins with it and goes on after a separator.
    begins: bool,
}

/// Adds the visible headlines to `found`, marks the chosen title and returns the element that shows it.
pub fn choose(page: &Page, contexts: &Contexts, found: &mut Vec<Found>, sites: &[String]) -> Option<NodeId> {
    let from_rules = found.iter().position(|one| one.field == Field::Title && one.from_rules);
    if let Some(index) = from_rules {
        let node = found.get(index).and_then(|one| one.node);
        mark(found, index, "by the site's rules");
        return node;
    }
    let wordings: Vec<String> = found
        .iter()
        .filter(|one| one.field == Field::Title)
        .map(|one| fold(without_site(&one.value, sites)))
        .filter(|wording| !wording.is_empty())
        .collect();
    let beginnings: Vec<String> =
        found.iter().filter(|one| one.field == Field::Title).flat_map(|one| beginnings(&one.value)).collect();
    let shown = shown_headlines(page, contexts, &wordings, &beginnings, sites);
    let best = shown.iter().max_by_key(|one| {
        let inside =
            page.ancestors(one.node).any(|around| matches!(page.element(around), Some(name::ARTICLE | name::MAIN)));
        // The first of equals wins: ids grow, so the smaller is the greater here.
        (one.agrees.min(3), one.begins, one.is_first_level, inside, std::cmp::Reverse(one.node))
    });
    let Some(best) = best.filter(|best| best.agrees > 0 || (best.is_first_level && best.text.len() >= 12)) else {
        choose_among_markup(found, &wordings, sites);
        return None;
    };
    let (node, agrees) = (best.node, best.agrees);
    let index = found.len();
    for one in &shown {
        let origin = page.element_text(one.node).to_owned();
        found.push(Found::new(Field::Title, &one.text, origin).at(page.range(one.node)).in_node(one.node));
    }
    let chosen = index + shown.iter().position(|one| one.node == node).unwrap_or(0);
    let reason = match agrees {
        0 => "visible headline; other wordings differ".to_owned(),
        1 => "visible headline; one other wording agrees".to_owned(),
        count => format!("visible headline; {count} other wordings agree"),
    };
    let stated = if agrees == 0 {
        stated_headline(found, sites)
    } else {
        stated_for_sharing(found, node, sites).or_else(|| spelt_as_stated(found, node, sites))
    };
    match stated {
        Some((stated, reason)) => mark(found, stated, reason),
        None => mark(found, chosen, &reason),
    }
    Some(node)
}

/// Origins that state a headline as data, apart from `title`, which is written for the tab and for search.
const STATED: &[&str] = &["json-ld headline", "meta headline", "meta citation_title", "meta og:title"];

/// The wording that the page states as data and confirms by another source, if no element shows any of the wordings.
///
/// Where JSON-LD names no headline, `og:title` will do, but not with the site's name at its end: then it is a copy of
/// `title` and no word of its own.
fn stated_headline(found: &[Found], sites: &[String]) -> Option<(usize, &'static str)> {
    const REASON: &str = "stated as the headline and confirmed; the visible wording stands alone";
    let wording = |one: &Found| fold(without_site(&one.value, sites));
    let confirmed = |index: usize| {
        let stated = found.get(index).map(wording).filter(|stated| stated.len() >= 12)?;
        let confirmed = found.iter().enumerate().any(|(other, one)| {
            other != index
                && one.field == Field::Title
                && (one.origin == "title element" || one.origin == "meta og:title")
                && wording(one) == stated
        });
        confirmed.then_some((index, REASON))
    };
    if let Some(index) = first_of(found, "json-ld headline") {
        return confirmed(index);
    }
    STATED
        .iter()
        .filter_map(|origin| first_of(found, origin))
        .filter(|index| is_bare(found, *index, sites))
        .find_map(confirmed)
}

/// Where nothing but `title` confirms the visible headline and JSON-LD is silent, the wording that the page states for
/// being shared under, if it states it twice.
fn stated_for_sharing(found: &[Found], shown: NodeId, sites: &[String]) -> Option<(usize, &'static str)> {
    let wording = |one: &Found| fold(without_site(&one.value, sites));
    let visible = found.iter().find(|one| one.node == Some(shown)).map(wording)?;
    let stated = first_of(found, "meta og:title").filter(|index| is_bare(found, *index, sites))?;
    let sharing = found.get(stated).map(wording).filter(|sharing| sharing.len() >= 12)?;
    let titles = || found.iter().filter(|one| one.field == Field::Title && one.node.is_none());
    let twice = titles().filter(|one| one.origin.starts_with("meta ") && wording(one) == sharing).count() > 1;
    let only_the_tab = titles()
        .all(|one| one.origin == "title element" || (one.origin.starts_with("meta ") && wording(one) == sharing));
    (twice && only_the_tab && !agree(&visible, &sharing))
        .then_some((stated, "stated twice for sharing; only the title element has the visible wording"))
}

/// The headline as JSON-LD spells it, where that is the visible one letter by letter and still reads otherwise: what is seen
/// has gone through typography ("--" became a dash, an ellipsis was left out) or is in capitals throughout.
fn spelt_as_stated(found: &[Found], shown: NodeId, sites: &[String]) -> Option<(usize, &'static str)> {
    let visible = found.iter().find(|one| one.node == Some(shown))?;
    let stated = first_of(found, "json-ld headline")?;
    let headline = without_site(&found.get(stated)?.value, sites);
    let in_capitals = |words: &str| !words.contains(char::is_lowercase) && words.contains(char::is_uppercase);
    let is_loud = in_capitals(&visible.value) && !in_capitals(headline);
    let same = fold(headline) == fold(&visible.value);
    (same && (is_loud || spelling(headline) != spelling(&visible.value)))
        .then_some((stated, "the visible headline, as the page's data spells it"))
}

/// A wording with one kind of quotation marks, of dashes, of spaces and of what parts it in two, in small letters.
fn spelling(words: &str) -> String {
    let plain = |mark: char| match mark {
        '‘' | '’' | '‚' | '′' | '´' | '`' | '\'' => '\'',
        '“' | '”' | '„' | '″' | '«' | '»' | '"' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        other => other,
    };
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ").replace('…', "...");
    words.chars().map(plain).flat_map(char::to_lowercase).collect::<String>().replace(": ", " - ")
}

fn first_of(found: &[Found], origin: &str) -> Option<usize> {
    found.iter().position(|one| one.field == Field::Title && one.origin == origin)
}

/// Whether a wording is no copy of the title element with a site's name at its end, known as one or not.
fn is_bare(found: &[Found], index: usize, sites: &[String]) -> bool {
    let Some(one) = found.get(index) else { return false };
    let uncut = without_site(&one.value, sites).len() == one.value.trim().len();
    let parted = SEPARATORS.iter().any(|separator| !separator.starts_with(':') && one.value.contains(separator));
    let copied = found.iter().any(|other| other.origin == "title element" && other.value == one.value);
    uncut && !(parted && copied)
}

/// What a wording begins with before a separator or a bracket, if it is half of it at least: "Rope" is no beginning of
/// "Rope | Knots, hitches and bends", but "Knots, hitches and bends" is one of "Knots, hitches and bends (Rope)".
fn beginnings(title: &str) -> Vec<String> {
    let ends = SEPARATORS.iter().chain([&" ("]).filter_map(|separator| title.rfind(separator));
    ends.filter(|end| end * 2 >= title.len())
        .filter_map(|end| title.get(..end))
        .map(fold)
        .filter(|part| part.len() >= 12)
        .collect()
}

fn mark(found: &mut [Found], index: usize, reason: &str) {
    if let Some(one) = found.get_mut(index) {
        one.chosen = true;
        one.reason = Some(reason.to_owned());
    }
}

/// Letters that a headline has at most.
const LONGEST_SHOWN: u32 = 300;

fn shown_headlines(
    page: &Page,
    contexts: &Contexts,
    wordings: &[String],
    beginnings: &[String],
    sites: &[String],
) -> Vec<Shown> {
    let mut shown = Vec::new();
    for node in page.nodes() {
        let Some(element) = page.element(node) else { continue };
        let says_so = || {
            page.attributes(node).any(|(name, value, _)| match name {
                name::ITEMPROP => value == "headline",
                name::CLASS => is_called_headline(value),
                _ => false,
            })
        };
        // Cheaper asked than all that follows.
        if !(1..=LONGEST_SHOWN).contains(&contexts.text(page, node)) {
            continue;
        }
        let is_heading = matches!(element, name::H1 | name::H2 | name::H3);
        let is_small = matches!(element, name::B | name::STRONG | name::DIV | name::P | name::SPAN | name::FONT);
        if !is_heading && !(is_small && (says_so() || wordings.len() == 1 || matches!(element, name::B | name::FONT))) {
            continue;
        }
        let role = contexts.role(node);
        if contexts.get(node).is_none_or(|context| context.silent)
            || matches!(
                role,
                Role::Related | Role::Navigation | Role::Comments | Role::CommentForm | Role::Hidden | Role::Footer
            )
        {
            continue;
        }
        let text = page.inner_text(node).split_whitespace().collect::<Vec<_>>().join(" ");
        let folded = fold(&text);
        if folded.is_empty() || sites.contains(&folded) {
            continue;
        }
        let is_first_level = element == name::H1;
        // A heading further down that has most of the title's words is one of the article's parts.
        let same = |wording: &&String| if is_first_level { agree(wording, &folded) } else { **wording == folded };
        let agrees = wordings.iter().filter(same).count();
        // Without the page's own word for it only an `h1` is a headline.
        if is_first_level || (agrees > 0 && (is_heading || folded.len() >= 15)) {
            let begins = is_first_level && beginnings.contains(&folded);
            shown.push(Shown { node, text, is_first_level, agrees, begins });
            if shown.len() >= MOST_VALUES {
                break;
            }
        }
    }
    shown
}

/// "headline", "entry-title" and the like, in letters of any case.
fn is_called_headline(class: &str) -> bool {
    const KINDS: &[&[u8]] = &[b"entry", b"article", b"post", b"story"];
    let bytes = class.as_bytes();
    memchr::memchr3_iter(b'h', b'H', b'-', bytes).any(|at| {
        let (before, rest) = bytes.split_at(at);
        let begins = |word: &[u8]| rest.get(..word.len()).is_some_and(|found| found.eq_ignore_ascii_case(word));
        let ends = |kind: &&[u8]| {
            before
                .len()
                .checked_sub(kind.len())
                .and_then(|at| before.get(at..))
                .is_some_and(|end| end.eq_ignore_ascii_case(kind))
        };
        begins(b"headline") || (begins(b"-title") && KINDS.iter().any(ends))
    })
}

/// The same, or one the beginning of the other but for a little.
fn agree(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short == long || (short.len() >= 12 && short.len() * 10 >= long.len() * 7 && long.contains(short))
}

/// No element shows it: the wording that most others share, else the first.
fn choose_among_markup(found: &mut [Found], wordings: &[String], sites: &[String]) {
    let mut best: Option<(usize, usize)> = None;
    for (index, one) in found.iter().enumerate().filter(|(_, one)| one.field == Field::Title) {
        let folded = fold(without_site(&one.value, sites));
        if folded.is_empty() {
            continue;
        }
        let agreeing = wordings.iter().filter(|wording| **wording == folded).count();
        if best.is_none_or(|(_, top)| agreeing > top) {
            best = Some((index, agreeing));
        }
    }
    if let Some((index, _)) = best {
        mark(found, index, "no element of the page shows a headline");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_site_is_taken_off() {
        let sites = ["harbourcourier".to_owned()];
        for (title, expected) in [
            ("Rope – and what it is for | Harbour Courier", "Rope – and what it is for"),
            ("Rope – and what it is for", "Rope – and what it is for"),
            ("Harbour Courier: Rope", "Rope"),
            ("Rope - Harbour Courier - Harbour Courier", "Rope"),
            ("Harbour Courier", "Harbour Courier"),
        ] {
            assert_eq!(without_site(title, &sites), expected);
        }
    }

    #[test]
    fn classes_of_headlines() {
        for class in ["headline", "c-Headline__x", "h1 entry-title", "Post-Title", "story-titles", "articleHeadline"] {
            assert!(is_called_headline(class), "{class}");
        }
        for class in ["", "head-line", "title", "page-title", "-title", "poststitle", "h"] {
            assert!(!is_called_headline(class), "{class}");
        }
    }

    #[test]
    fn hosts() {
        assert_eq!(host_of("https://www.a.example/x?y#z"), "a.example");
        assert_eq!(host_of("//a.example:80"), "a.example");
        assert_eq!(host_of("a.example"), "a.example");
    }
}
