//! What the author of a page says an element is, by its name, class, id and other attributes.
//!
//! The words are in `role_words`.

use std::collections::HashMap;

use super::role_words;
use crate::page::{Name, NodeId, Page, name};

/// What an element is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Nothing is said.
    None,
    /// Text of the article.
    Body,
    Header,
    Footer,
    Aside,
    Form,
    Meta,
    Byline,
    Date,
    /// Where a report was filed.
    Dateline,
    Standfirst,
    Bio,
    Caption,
    Credit,
    PullQuote,
    Embed,
    Footnotes,
    Summary,
    Share,
    Related,
    Newsletter,
    Comments,
    CommentForm,
    Navigation,
    Tags,
    Advert,
    /// Furniture of a kind that nothing names; what a site's rules take out.
    Furniture,
    /// Cookie notices, menus that are closed, messages to screen readers.
    Hidden,
}

impl Role {
    /// Whether another role further in says more than this one.
    pub fn is_general(self) -> bool {
        matches!(
            self,
            Self::None
                | Self::Body
                | Self::Header
                | Self::Footer
                | Self::Aside
                | Self::Form
                | Self::Meta
                | Self::Caption
        )
    }

    /// Whether text of the article can stand in an element of this role.
    pub fn may_hold_body(self) -> bool {
        matches!(
            self,
            Self::None | Self::Body | Self::Header | Self::Footnotes | Self::Summary | Self::Meta | Self::Standfirst
        )
    }
}

/// A set of roles.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Roles(u32);

impl Roles {
    /// Puts a role into the set.
    pub fn add(&mut self, role: Role) {
        self.0 |= 1 << (role as u32);
    }

    /// Whether the role is in the set.
    pub fn has(self, role: Role) -> bool {
        self.0 & (1 << (role as u32)) != 0
    }
}

/// Tells the roles of one page's elements. Classes repeat, so each spelling is looked at once.
#[derive(Debug, Default)]
pub(super) struct RoleReader<'p> {
    seen: HashMap<&'p str, Said, foldhash::fast::RandomState>,
    words: Words,
}

/// What a class or id says.
#[derive(Debug, Clone, Copy)]
struct Said {
    role: Role,
    hidden: bool,
    picture: bool,
}

impl<'p> RoleReader<'p> {
    pub(super) fn role(&mut self, page: &'p Page, node: NodeId, element: Name) -> Role {
        let (mut property, mut class, mut id, mut role) = (None, None, None, None);
        for (name, value, _) in page.attributes(node) {
            // The first of several with one name counts.
            match name {
                name::HIDDEN => return Role::Hidden,
                name::STYLE if is_styled_away(value) => return Role::Hidden,
                name::ITEMPROP => property = property.or(Some(value)),
                name::CLASS => class = class.or(Some(value)),
                name::ID => id = id.or(Some(value)),
                name::ROLE => role = role.or(Some(value)),
                _ => {}
            }
        }
        let class = class.map(|class| self.said(class));
        if class.is_some_and(|class| class.hidden) {
            return Role::Hidden;
        }
        let by_property = property.map_or(Role::None, by_property);
        if by_property != Role::None {
            return by_property;
        }
        if let Some(class) = class.filter(|class| class.role != Role::None) {
            return class.role;
        }
        let is_heading = matches!(element, name::H1 | name::H2 | name::H3 | name::H4 | name::H5 | name::H6);
        let by_id = id.filter(|id| !is_heading && !is_target(id)).map_or(Role::None, |id| self.said(id).role);
        if by_id != Role::None {
            return by_id;
        }
        if class.is_some_and(|class| class.picture) && holds_picture(page, node) {
            return Role::Caption;
        }
        match role {
            Some("navigation" | "menu" | "menubar" | "tablist" | "search") => Role::Navigation,
            Some("dialog" | "alert" | "alertdialog" | "tooltip") => Role::Hidden,
            Some("banner") => Role::Header,
            Some("contentinfo") => Role::Footer,
            Some("complementary") => Role::Aside,
            _ => by_element(element),
        }
    }

    fn said(&mut self, value: &'p str) -> Said {
        if let Some(said) = self.seen.get(value) {
            return *said;
        }
        self.words.read(value);
        let said = Said { role: self.words.role(), hidden: is_hidden_class(value), picture: self.words.say_picture() };
        self.seen.insert(value, said);
        said
    }
}

/// Whether words of running text are called by what opens over them: "tooltip", "popover". Nothing else hides them.
pub(super) fn is_pointed_at(page: &Page, node: NodeId, element: Name) -> bool {
    let is_phrase = matches!(
        element,
        name::SPAN | name::A | name::ABBR | name::B | name::I | name::EM | name::STRONG | name::Q | name::CITE
    );
    let opens = |word: &String| matches!(word.as_str(), "tooltip" | "popover" | "rollover" | "hovercard" | "popup");
    let class = page.attribute(node, name::CLASS).unwrap_or_default();
    is_phrase
        && page.attribute(node, name::HIDDEN).is_none()
        && !page.attribute(node, name::STYLE).is_some_and(is_styled_away)
        && !is_hidden_class(class)
        && words_of(class).iter().any(opens)
}

/// An id of so many words is a heading's, put there for links to it: what its words say is no name for the element.
const WORDS_OF_A_SLUG: usize = 7;
/// So is one of fewer that a table of contents leads to: "toc_rope-and-tide".
const WORDS_OF_A_TARGET: usize = 4;

/// Whether an id is there to be led to and made of other words than the element's name.
fn is_target(id: &str) -> bool {
    let words = id.bytes().filter(|byte| matches!(byte, b'-' | b'_')).count() + 1;
    words >= WORDS_OF_A_SLUG || (words >= WORDS_OF_A_TARGET && (id.starts_with("toc-") || id.starts_with("toc_")))
}

/// Classes that style sheets by convention hide. "hidden md:block" is hidden on small screens only.
fn is_hidden_class(value: &str) -> bool {
    let is_hidden = |class: &str| {
        // Most classes begin with another letter.
        class.starts_with(['h', 'i', 'd', 'v'])
            && matches!(class, "hidden" | "hide" | "is-hidden" | "d-none" | "visually-hidden")
    };
    let shown = |class: &str| {
        let after = class.rsplit([':', '-']).next().unwrap_or_default();
        (class.contains(':') || class.starts_with("d-"))
            && matches!(after, "block" | "flex" | "grid" | "inline" | "table")
    };
    value.split_ascii_whitespace().any(is_hidden) && !value.split_ascii_whitespace().any(shown)
}

fn is_styled_away(style: &str) -> bool {
    // Most styles say neither.
    if !style.contains("one") && !style.contains("ONE") && !style.contains("idden") && !style.contains("IDDEN") {
        return false;
    }
    style.split(';').any(|rule| {
        let rule: String =
            rule.chars().filter(|character| !character.is_whitespace()).flat_map(char::to_lowercase).collect();
        matches!(rule.strip_suffix("!important").unwrap_or(&rule), "display:none" | "visibility:hidden")
    })
}

/// Whether an element that calls itself a picture is one with its caption: it holds a picture and no list.
fn holds_picture(page: &Page, node: NodeId) -> bool {
    let holds = |wanted: Name| page.below(node).take(40).any(|inner| page.is(inner, wanted));
    holds(name::IMG) && !holds(name::LI)
}

fn by_element(element: Name) -> Role {
    match element {
        name::NAV | name::MENU | name::SEARCH => Role::Navigation,
        name::HEADER => Role::Header,
        name::FOOTER => Role::Footer,
        name::ASIDE => Role::Aside,
        name::FORM => Role::Form,
        name::FIGCAPTION => Role::Caption,
        name::TIME => Role::Date,
        name::DIALOG => Role::Hidden,
        _ => Role::None,
    }
}

fn by_property(property: &str) -> Role {
    match property {
        "articleBody" => Role::Body,
        "author" => Role::Byline,
        "datePublished" | "dateModified" | "dateCreated" => Role::Date,
        "caption" => Role::Caption,
        "comment" => Role::Comments,
        _ => Role::None,
    }
}

/// The words a class or id is made of, lower case: "jp-relatedposts entryMeta" is jp, relatedposts, entry, meta.
/// An empty word stands between two classes.
pub fn words_of(value: &str) -> Vec<String> {
    let mut words = Words::default();
    words.read(value);
    (0..words.ends.len()).map(|index| String::from_utf8_lossy(words.get(index)).into_owned()).collect()
}

/// The words of one class or id, lower case, kept in one buffer that is used again for the next. An empty word stands
/// after each class.
#[derive(Debug, Default)]
struct Words {
    /// UTF-8. Compared with the vocabulary as bytes, for nothing else is asked of it.
    letters: Vec<u8>,
    ends: Vec<usize>,
}

/// What an ASCII character is in a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Sign,
    Capital,
    /// A small letter or a digit.
    Small,
}

const KINDS: [Kind; 128] = {
    let mut kinds = [Kind::Sign; 128];
    let mut byte = 0;
    while byte < kinds.len() {
        let character = byte as u8;
        if character.is_ascii_uppercase() {
            kinds[byte] = Kind::Capital;
        } else if character.is_ascii_lowercase() || character.is_ascii_digit() {
            kinds[byte] = Kind::Small;
        }
        byte += 1;
    }
    kinds
};

impl Words {
    fn read(&mut self, value: &str) {
        self.letters.clear();
        self.ends.clear();
        for class in value.split_ascii_whitespace() {
            if class.is_ascii() {
                self.read_ascii(class);
            } else {
                self.read_class(class);
            }
            self.end_word();
            self.ends.push(self.letters.len());
        }
    }

    /// As [`Self::read_class`], for what nearly all classes are.
    fn read_ascii(&mut self, class: &str) {
        let start = self.letters.len();
        let mut last_was_small = false;
        for byte in class.bytes() {
            let kind = KINDS.get(usize::from(byte)).copied().unwrap_or(Kind::Sign);
            if kind == Kind::Sign || (last_was_small && kind == Kind::Capital) {
                self.end_word();
            }
            if kind != Kind::Sign {
                self.letters.push(byte);
            }
            last_was_small = kind == Kind::Small;
        }
        if let Some(class) = self.letters.get_mut(start..) {
            class.make_ascii_lowercase();
        }
    }

    fn read_class(&mut self, class: &str) {
        let mut last_was_small = false;
        for character in class.chars() {
            let is_part = character.is_alphanumeric();
            let is_hump = character.is_uppercase() && last_was_small;
            if !is_part || is_hump {
                self.end_word();
            }
            if is_part {
                let mut buffer = [0; 4];
                for small in character.to_lowercase() {
                    self.letters.extend_from_slice(small.encode_utf8(&mut buffer).as_bytes());
                }
            }
            last_was_small = character.is_lowercase() || character.is_numeric();
        }
    }

    fn end_word(&mut self) {
        if self.letters.len() > self.ends.last().copied().unwrap_or(0) {
            self.ends.push(self.letters.len());
        }
    }

    fn get(&self, index: usize) -> &[u8] {
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(index).and_then(|end| self.letters.get(start..*end)).unwrap_or_default()
    }

    /// Whether the word begins a class.
    fn begins(&self, index: usize) -> bool {
        index.checked_sub(1).is_none_or(|before| self.get(before).is_empty())
    }

    /// Whether the class ends after the word.
    fn ends(&self, index: usize) -> bool {
        self.get(index + 1).is_empty()
    }

    /// What the words say.
    fn role(&self) -> Role {
        let (mut pair, mut alone, mut last_pair) = (None, None, None);
        let (mut widget, mut beside, mut about, mut letters) = (false, false, false, false);
        let least = |known: &mut Option<(usize, Role)>, place: usize, role: Role| {
            if known.is_none_or(|(least, _)| place < least) {
                *known = Some((place, role));
            }
        };
        for index in 0..self.ends.len() {
            let word = self.get(index);
            match word {
                b"" => continue,
                // "widget_recent" is a box beside the article; page builders call everything "…-widget".
                b"widget" => widget |= self.begins(index),
                // "sidebar", "left-sidebar", but neither "sidebar-grid" nor "has-sidebar".
                b"sidebar" => {
                    let before = index.checked_sub(1).map_or(&b""[..], |before| self.get(before));
                    beside |= self.ends(index) && !matches!(before, b"has" | b"with" | b"no" | b"without");
                }
                // Words that mean this only where they are the whole class.
                b"about" => about |= self.begins(index) && self.ends(index),
                b"letters" => letters |= self.begins(index) && self.ends(index),
                _ => {}
            }
            let Some(entry) = role_words::entry(word) else { continue };
            if let Some((place, role)) = entry.alone {
                least(&mut alone, place, role);
            }
            for (second, place, role) in &entry.before {
                if second.as_bytes() != self.get(index + 1) {
                    continue;
                }
                // "article-content-header" is no body: the pair ends its class.
                if !matches!(role, Role::Body | Role::Meta) {
                    least(&mut pair, *place, *role);
                } else if self.ends(index + 1) {
                    least(&mut last_pair, *place, *role);
                }
            }
        }
        // What an element is not wins over what it may be: "article-body-share" is a share bar.
        if let Some((_, role)) = pair.or(alone) {
            // "tooltip-trigger" is what is pointed at, not what opens.
            return if role == Role::Hidden && pair.is_none() && self.open_others() { Role::None } else { role };
        }
        if widget || beside {
            return Role::Aside;
        }
        if about {
            return Role::Bio;
        }
        if letters {
            return Role::Newsletter;
        }
        if let Some((_, role)) = last_pair {
            return role;
        }
        match self.get(0) {
            b"articlebody" | b"storybody" | b"postcontent" | b"entrycontent" | b"articlecontent" | b"articletext" => {
                Role::Body
            }
            b"meta" | b"postmeta" | b"entrymeta" => Role::Meta,
            _ => Role::None,
        }
    }

    /// Whether a class ends in a word for what opens something else.
    fn open_others(&self) -> bool {
        let opens = |word: &[u8]| matches!(word, b"link" | b"trigger" | b"toggle" | b"opener" | b"target" | b"term");
        (0..self.ends.len()).any(|index| self.ends(index) && opens(self.get(index)))
    }

    fn say_picture(&self) -> bool {
        (0..self.ends.len()).any(|index| matches!(self.get(index), b"image" | b"photo" | b"img" | b"picture"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(class: &str, expected: Role) {
        let mut words = Words::default();
        words.read(class);
        assert_eq!(words.role(), expected, "{class}");
    }

    #[test]
    fn words() {
        assert_eq!(words_of("jp-relatedPosts b__c"), ["jp", "related", "posts", "", "b", "c", ""]);
    }

    #[test]
    fn vocabulary() {
        check("entry-content", Role::Body);
        check("article__body", Role::Body);
        check("td-post-content", Role::Body);
        check("article__content-header", Role::None);
        check("articleBody", Role::Body);
        check("sharedaddy sd-sharing-enabled", Role::Share);
        check("jp-relatedposts", Role::Related);
        check("article-body-share", Role::Share);
        check("comment-respond", Role::CommentForm);
        check("entry-meta", Role::Meta);
        check("author-box", Role::Bio);
        check("byline", Role::Byline);
        check("header-ad", Role::Advert);
        check("headline", Role::None);
        check("most-read", Role::Related);
        check("x9af", Role::None);
        check("widget_recent_entries", Role::Aside);
        check("elementor-widget elementor-widget-theme", Role::None);
        // Two words of two classes are no pair.
        check("most read-x", Role::None);
    }
}
