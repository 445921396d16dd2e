//! Which class names, ids and attribute values will still be there on the next page and after the next build of the site.

/// How much a name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Worth {
    /// Made by a tool for one build, or for one page: never proposed.
    None,
    /// About how a thing looks or where it stands.
    Looks,
    /// A word.
    Word,
}

/// Words of class names that are about looks and layout.
const LOOKS: &[&str] = &[
    "active",
    "align",
    "alignleft",
    "alignright",
    "bold",
    "border",
    "box",
    "center",
    "clear",
    "clearfix",
    "col",
    "color",
    "column",
    "columns",
    "container",
    "desktop",
    "even",
    "first",
    "flex",
    "float",
    "font",
    "grid",
    "has",
    "hidden",
    "inner",
    "is",
    "item",
    "last",
    "left",
    "lg",
    "margin",
    "md",
    "mobile",
    "mt",
    "mb",
    "odd",
    "outer",
    "padding",
    "pull",
    "px",
    "py",
    "right",
    "row",
    "show",
    "size",
    "sm",
    "span",
    "text",
    "top",
    "visible",
    "w",
    "wide",
    "width",
    "wrap",
    "wrapper",
    "xl",
    "xs",
    "large",
    "small",
    "medium",
    "full",
    "half",
    "no",
    "js",
    "lazy",
    "loaded",
    "module",
    "widget",
    "element",
    "block",
    "list",
];

const LONGEST: usize = 48;
/// Shorter ones, like "post" of "post-48211", are found in names of all kinds.
const SHORTEST_STEM: usize = 6;

/// What a class name or id is worth.
pub(super) fn worth(name: &str) -> Worth {
    let odd = |character: char| !(character.is_ascii_alphanumeric() || character == '-' || character == '_');
    if name.len() < 2
        || name.len() > LONGEST
        || name.contains(odd)
        || !name.starts_with(|first: char| first.is_ascii_alphabetic())
    {
        return Worth::None;
    }
    let parts = parts(name);
    if parts.iter().any(|part| is_made_up(part)) {
        return Worth::None;
    }
    let words = words(name);
    let says_something = |word: &String| word.len() > 2 && !LOOKS.contains(&word.as_str());
    if words.iter().any(says_something) { Worth::Word } else { Worth::Looks }
}

/// The beginning of a name whose end is made up: "Byline_author" of "Byline_author__x7Gh2". `None` where that says nothing.
pub(super) fn stem(name: &str) -> Option<&str> {
    let parts = parts(name);
    let last = parts.last()?;
    if parts.len() < 2 || !is_made_up(last) {
        return None;
    }
    let stem = name.strip_suffix(last)?.trim_end_matches(['-', '_']);
    (stem.len() >= SHORTEST_STEM && worth(stem) == Worth::Word).then_some(stem)
}

fn parts(name: &str) -> Vec<&str> {
    name.split(['-', '_']).filter(|part| !part.is_empty()).collect()
}

/// The words of a name in small letters: "entryTitle-main" is "entry", "title", "main".
pub(super) fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = None;
    for character in name.chars() {
        let begins = match (before, character) {
            (None, _) => true,
            (Some(before), now) => {
                let before: char = before;
                (now.is_ascii_uppercase() && before.is_ascii_lowercase())
                    || (now.is_ascii_digit() && !before.is_ascii_digit())
            }
        };
        if !character.is_ascii_alphanumeric() {
            before = None;
            continue;
        }
        match words.last_mut() {
            Some(word) if !begins => word.push(character.to_ascii_lowercase()),
            _ => words.push(character.to_ascii_lowercase().to_string()),
        }
        before = Some(character);
    }
    words
}

/// Whether a part of a name was made by a tool: "x7Gh2", "1a2b3c", "bdVaJa", or is the number of a page: "48211".
fn is_made_up(part: &str) -> bool {
    let digits = part.bytes().filter(u8::is_ascii_digit).count();
    let letters = part.len() - digits;
    if digits >= 3 {
        // Years are numbers too and stay no longer.
        return true;
    }
    if digits > 0 && letters > 0 {
        // "h1", "col2", "mt4" end with their number; a hash has it anywhere.
        let trailing = part.trim_end_matches(|character: char| character.is_ascii_digit());
        let plain = trailing.bytes().all(|byte| byte.is_ascii_alphabetic());
        return !plain || has_strange_case(trailing);
    }
    has_strange_case(part) || (letters >= 5 && !part.bytes().any(is_vowel))
}

fn is_vowel(byte: u8) -> bool {
    b"aeiouyAEIOUY".contains(&byte)
}

/// Capitals where no word begins: two or more words of one or two letters.
fn has_strange_case(part: &str) -> bool {
    if part.bytes().all(|byte| byte.is_ascii_uppercase()) || !part.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return false;
    }
    words(part).iter().filter(|word| word.len() <= 2).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_last_are_told_from_made_up_ones() {
        for name in
            ["entry-content", "articleBodyText", "byline", "post_title", "h1-headline", "td-post-content", "rs-body"]
        {
            assert_eq!(worth(name), Worth::Word, "{name}");
        }
        for name in ["col-md-8", "row", "mt-4", "text-lg", "wrapper", "clearfix"] {
            assert_eq!(worth(name), Worth::Looks, "{name}");
        }
        for name in [
            "css-1a2b3c",
            "sc-bdVaJa",
            "Byline_author__x7Gh2",
            "post-48211",
            "x",
            "md:flex",
            "w-1/2",
            "jsx-3141592",
            "kqzrtw",
            "2col",
        ] {
            assert_eq!(worth(name), Worth::None, "{name}");
        }
    }

    #[test]
    fn the_end_is_cut_off_where_it_is_made_up() {
        assert_eq!(stem("Byline_author__x7Gh2"), Some("Byline_author"));
        assert_eq!(stem("ArticleBody-sc-bdVaJa"), Some("ArticleBody-sc"));
        assert_eq!(stem("headline-1x9f2b"), Some("headline"));
        assert_eq!((stem("css-1a2b3c"), stem("entry-content"), stem("x7Gh2")), (None, None, None));
    }

    #[test]
    fn words_of_names() {
        assert_eq!(words("entryTitle-main_h1"), ["entry", "title", "main", "h", "1"]);
    }
}
