//! Selectors that find an element by what it says of itself.

use cssparser::serialize_identifier;
use rapporteur_core::protocol::Robustness;

use super::names::{self, Worth};
use crate::page::{NodeId, Page, name};

/// A selector of elements, how well it will hold, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Simple {
    pub(super) text: String,
    pub(super) robustness: Robustness,
    pub(super) reason: String,
}

impl Simple {
    fn new(text: String, robustness: Robustness, reason: impl Into<String>) -> Self {
        Self { text, robustness, reason: reason.into() }
    }
}

/// Attributes whose value says what an element is.
const TELLING: &[&str] =
    &["itemprop", "property", "rel", "data-testid", "data-test-id", "data-qa", "data-component", "role"];

/// Elements whose name alone says something.
const TELLING_ELEMENTS: &[&str] = &["h1", "article", "main", "time", "address"];

/// Elements that are named together with their class.
const QUALIFIED: &[&str] = &["h1", "h2", "h3", "time", "article", "main"];

/// The selectors that an element's own attributes and name give. `field` are words by which a name says what it is for.
pub(super) fn own(page: &Page, node: NodeId, field: &[&str]) -> Vec<Simple> {
    let element = page.element_text(node);
    let mut found = Vec::new();
    let says = |name: &str| names::words(name).into_iter().find(|word| field.contains(&word.as_str()));
    // A heading by a class that other elements have too would be found in the wrong place of another page.
    let qualifier = if QUALIFIED.contains(&element) { element } else { "" };
    let class_or_id = |sign: char, name: &str, kind: &str| {
        let text = format!("{}{sign}{}", if sign == '.' { qualifier } else { "" }, identifier(name));
        match (names::worth(name), says(name)) {
            (Worth::None, _) => None,
            (Worth::Word, Some(word)) => {
                Some(Simple::new(text, Robustness::High, format!("{kind} that says {word:?}")))
            }
            (Worth::Word, None) => Some(Simple::new(text, Robustness::Fair, kind)),
            (Worth::Looks, _) => Some(Simple::new(text, Robustness::Low, format!("{kind} about looks"))),
        }
    };
    for attribute in TELLING {
        let value = page.name(attribute).and_then(|attribute| page.attribute(node, attribute)).unwrap_or_default();
        if let Some(text) = by_value(element, attribute, value) {
            found.push(Simple::new(text, Robustness::High, format!("{attribute} says what it is")));
        }
    }
    if element == "meta"
        && let Some(text) = page.attribute(node, name::NAME).and_then(|value| by_value(element, "name", value))
    {
        found.push(Simple::new(text, Robustness::High, "name says what it is"));
    }
    if let Some(id) = page.attribute(node, name::ID) {
        found.extend(class_or_id('#', id, "an id"));
    }
    let classes = page.attribute(node, name::CLASS).unwrap_or_default();
    for class in classes.split_ascii_whitespace().take(8) {
        found.extend(class_or_id('.', class, "a class"));
        if let Some(stem) = names::stem(class) {
            let text = format!("{qualifier}[class*='{stem}']");
            let reason = match says(stem) {
                Some(word) => format!("a class that says {word:?}, without its made-up end"),
                None => "a class without its made-up end".to_owned(),
            };
            found.push(Simple::new(text, Robustness::Fair, reason));
        }
    }
    if TELLING_ELEMENTS.contains(&element) {
        found.push(Simple::new(element.to_owned(), Robustness::Fair, "the element's name"));
    }
    found
}

/// A selector with the element's name before it, where that can be: `div.title` where the class alone finds too much.
pub(super) fn with_element(page: &Page, node: NodeId, own: &Simple) -> Option<Simple> {
    let element = page.element_text(node);
    let plain = own.text.starts_with(['.', '#', '[']) && element.bytes().all(|byte| byte.is_ascii_alphanumeric());
    plain.then(|| Simple { text: format!("{element}{}", own.text), ..own.clone() })
}

/// The element by what it stands in: `.entry-header h1`, `.meta > span`.
pub(super) fn within(page: &Page, node: NodeId, own: &[Simple], field: &[&str]) -> Vec<Simple> {
    let mut found = Vec::new();
    let element = page.element_text(node);
    let by_name = Simple::new(element.to_owned(), Robustness::Low, "the element's name");
    for (depth, ancestor) in page.ancestors(node).take(6).enumerate() {
        if matches!(page.element_text(ancestor), "html" | "body" | "#document") {
            break;
        }
        let outer = self::own(page, ancestor, field);
        for outer in outer.iter().filter(|outer| outer.robustness > Robustness::Low).take(3) {
            let joined = if depth == 0 { " > " } else { " " };
            let last = own.iter().filter(|own| own.text != element).take(2).chain([&by_name]);
            found.extend(last.map(|last| {
                let robustness = outer.robustness.min(last.robustness.max(Robustness::Fair));
                let reason = format!("{}, within {}", last.reason, outer.reason);
                Simple::new(format!("{}{joined}{}", outer.text, last.text), robustness, reason)
            }));
        }
    }
    found
}

fn by_value(element: &str, attribute: &str, value: &str) -> Option<String> {
    let plain = |character: char| character.is_ascii_alphanumeric() || "-_:. ".contains(character);
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let usable = (2..=48).contains(&value.len()) && value.chars().all(plain) && digits < 3 && value.trim() == value;
    usable.then(|| format!("{element}[{attribute}='{value}']"))
}

fn identifier(name: &str) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = serialize_identifier(name, &mut text);
    text
}
