//! What the author of a page says an element is, by its name, class, id and other attributes.
//!
//! General vocabulary only: words that many sites use. What one site alone says belongs in its rules.

use std::collections::HashMap;

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
    seen: HashMap<&'p str, Role>,
}

impl<'p> RoleReader<'p> {
    pub(super) fn role(&mut self, page: &'p Page, node: NodeId, element: Name) -> Role {
        if page.attribute(node, name::HIDDEN).is_some() || is_styled_away(page, node) {
            return Role::Hidden;
        }
        if let Some(property) = page.attribute(node, name::ITEMPROP) {
            let role = by_property(property);
            if role != Role::None {
                return role;
            }
        }
        if page.attribute(node, name::CLASS).is_some_and(is_hidden_class) {
            return Role::Hidden;
        }
        for attribute in [name::CLASS, name::ID] {
            if let Some(value) = page.attribute(node, attribute) {
                let role = *self.seen.entry(value).or_insert_with(|| by_words(&words_of(value)));
                if role != Role::None {
                    return role;
                }
            }
        }
        if is_picture_box(page, node) {
            return Role::Caption;
        }
        if let Some(role) = page.attribute(node, name::ROLE) {
            match role {
                "navigation" | "menu" | "menubar" | "tablist" | "search" => return Role::Navigation,
                "dialog" | "alert" | "alertdialog" | "tooltip" => return Role::Hidden,
                "banner" => return Role::Header,
                "contentinfo" => return Role::Footer,
                "complementary" => return Role::Aside,
                _ => {}
            }
        }
        by_element(element)
    }
}

/// Classes that style sheets by convention hide. "hidden md:block" is hidden on small screens only.
fn is_hidden_class(value: &str) -> bool {
    let is_hidden = |class: &str| matches!(class, "hidden" | "hide" | "is-hidden" | "d-none" | "visually-hidden");
    let shown = |class: &str| {
        let after = class.rsplit([':', '-']).next().unwrap_or_default();
        (class.contains(':') || class.starts_with("d-"))
            && matches!(after, "block" | "flex" | "grid" | "inline" | "table")
    };
    value.split_ascii_whitespace().any(is_hidden) && !value.split_ascii_whitespace().any(shown)
}

fn is_styled_away(page: &Page, node: NodeId) -> bool {
    page.attribute(node, name::STYLE).is_some_and(|style| {
        let squeezed = |needle: &str| {
            style.split(';').any(|rule| {
                let rule: String = rule.chars().filter(|character| !character.is_whitespace()).collect();
                rule.eq_ignore_ascii_case(needle) || rule.eq_ignore_ascii_case(&format!("{needle}!important"))
            })
        };
        squeezed("display:none") || squeezed("visibility:hidden")
    })
}

/// An element that calls itself a picture and holds one: its words are about the picture.
fn is_picture_box(page: &Page, node: NodeId) -> bool {
    let says_picture =
        |class: &str| words_of(class).iter().any(|word| matches!(word.as_str(), "image" | "photo" | "img" | "picture"));
    page.attribute(node, name::CLASS).is_some_and(says_picture)
        && page.below(node).take(24).any(|inner| page.is(inner, name::IMG))
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
    let mut words = Vec::new();
    for class in value.split_ascii_whitespace() {
        let mut word = String::new();
        let mut last_was_small = false;
        for character in class.chars() {
            let is_part = character.is_alphanumeric();
            let is_hump = character.is_uppercase() && last_was_small;
            if (!is_part || is_hump) && !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            if is_part {
                word.extend(character.to_lowercase());
            }
            last_was_small = character.is_lowercase() || character.is_numeric();
        }
        if !word.is_empty() {
            words.push(word);
        }
        words.push(String::new());
    }
    words
}

/// Words that say it alone, in the order in which they are asked.
const WORDS: &[(Role, &[&str])] = &[
    (
        Role::Hidden,
        &[
            "cookie",
            "cookies",
            "gdpr",
            "consent",
            "cookiebar",
            "noprint",
            "offscreen",
            "lightbox",
            "modal",
            "popup",
            "tooltip",
            "popover",
            "rollover",
            "hovercard",
        ],
    ),
    (Role::CommentForm, &["respond", "commentform"]),
    (
        Role::Comments,
        &["comments", "commentlist", "disqus", "comment", "livefyre", "fbcomments", "comentarios", "coral"],
    ),
    (
        Role::Share,
        &[
            "share",
            "shares",
            "sharing",
            "sharebar",
            "sharedaddy",
            "sharethis",
            "socialshare",
            "social",
            "socials",
            "addtoany",
            "addthis",
            "a2a",
            "shariff",
            "sociales",
            "sharebuttons",
        ],
    ),
    (
        Role::Related,
        &[
            "related",
            "relatedposts",
            "relatedarticles",
            "relatedstories",
            "recommended",
            "recommendations",
            "recommendation",
            "recirc",
            "recirculation",
            "mostread",
            "popular",
            "trending",
            "readmore",
            "outbrain",
            "taboola",
            "similar",
            "promo",
            "promos",
            "zergnet",
            "teasers",
            "upnext",
        ],
    ),
    (
        Role::Newsletter,
        &[
            "newsletter",
            "newsletters",
            "subscribe",
            "subscription",
            "signup",
            "signin",
            "cta",
            "donate",
            "donation",
            "donations",
            "mailinglist",
            "mailchimp",
            "optin",
        ],
    ),
    (Role::PullQuote, &["pullquote", "pullquotes"]),
    (
        Role::Advert,
        &[
            "ad",
            "ads",
            "advert",
            "adverts",
            "advertisement",
            "advertising",
            "adslot",
            "adsense",
            "adunit",
            "sponsored",
            "dfp",
        ],
    ),
    (
        Role::Navigation,
        &["nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "pagination", "pager", "sitemap", "toc"],
    ),
    (Role::Aside, &["rail"]),
    (Role::Tags, &["tags", "taglist", "tagcloud", "hashtags"]),
    (Role::Bio, &["bio", "biography", "authorbox", "authorbio", "aboutauthor"]),
    (
        Role::Furniture,
        &[
            "slideshow",
            "carousel",
            "jwplayer",
            "gallery",
            "videoplayer",
            "toolbar",
            "fallback",
            "video",
            "videos",
            "player",
        ],
    ),
    (Role::Credit, &["credit", "credits", "photographer", "imagecredit"]),
    (Role::Caption, &["caption", "figcaption", "captions", "imagecaption"]),
    (Role::Footnotes, &["footnotes", "endnotes", "footnote", "endnote"]),
    (Role::Summary, &["takeaways", "keypoints"]),
    (Role::Byline, &["byline", "bylines", "author", "authors", "vcard", "contributors"]),
    (Role::Standfirst, &["standfirst", "dek", "deck", "subtitle", "subheadline", "strapline", "excerpt", "abstract"]),
    (Role::Date, &["timestamp", "pubdate", "date", "datetime", "published"]),
    (Role::Dateline, &["dateline"]),
];

/// Pairs of words within one class or id.
const PAIRS: &[(Role, &[(&str, &str)])] = &[
    (Role::Hidden, &[("screen", "reader"), ("sr", "only"), ("visually", "hidden"), ("skip", "link")]),
    (
        Role::Related,
        &[
            ("most", "read"),
            ("most", "popular"),
            ("most", "viewed"),
            ("read", "more"),
            ("read", "next"),
            ("read", "also"),
            ("also", "read"),
            ("more", "from"),
            ("more", "on"),
            ("more", "stories"),
            ("more", "news"),
            ("more", "articles"),
            ("up", "next"),
            ("next", "article"),
            ("next", "post"),
            ("previous", "post"),
            ("post", "navigation"),
            ("see", "also"),
            ("key", "events"),
            ("latest", "news"),
            ("recent", "posts"),
        ],
    ),
    (Role::Newsletter, &[("sign", "up"), ("sign", "in"), ("mailing", "list"), ("opt", "in")]),
    (
        Role::Furniture,
        &[("video", "player"), ("inline", "video"), ("featured", "video"), ("video", "embed"), ("video", "title")],
    ),
    (Role::PullQuote, &[("pull", "quote")]),
    (
        Role::Bio,
        &[
            ("author", "box"),
            ("author", "bio"),
            ("author", "info"),
            ("author", "description"),
            ("author", "descr"),
            ("author", "about"),
            ("about", "author"),
            ("about", "authors"),
            ("content", "authors"),
            ("authors", "list"),
            ("author", "list"),
            ("author", "profile"),
            ("author", "details"),
        ],
    ),
    (
        Role::Embed,
        &[("twitter", "tweet"), ("twitter", "video"), ("instagram", "media"), ("tiktok", "embed"), ("fb", "post")],
    ),
    (Role::Tags, &[("tag", "links"), ("tags", "links"), ("cat", "links"), ("tag", "list"), ("post", "tag")]),
    (Role::Summary, &[("key", "points"), ("key", "takeaways"), ("executive", "summary")]),
    (Role::Footnotes, &[("foot", "notes"), ("end", "notes")]),
    (Role::Standfirst, &[("sub", "title"), ("sub", "headline"), ("stand", "first")]),
    (Role::Body, BODY_PAIRS),
    (Role::Meta, &[("entry", "meta"), ("post", "meta"), ("article", "meta"), ("story", "meta"), ("article", "info")]),
];

const BODY_PAIRS: &[(&str, &str)] = &[
    ("entry", "content"),
    ("post", "content"),
    ("article", "content"),
    ("article", "body"),
    ("article", "text"),
    ("story", "body"),
    ("story", "content"),
    ("story", "text"),
    ("post", "body"),
    ("content", "body"),
    ("body", "content"),
    ("single", "content"),
    ("body", "copy"),
    ("article", "copy"),
    ("body", "text"),
];

fn by_words(words: &[String]) -> Role {
    // What an element is not wins over what it may be: "article-body-share" is a share bar.
    let pair = |wanted: &[(&str, &str)]| {
        words.windows(2).any(|two| matches!(two, [first, second] if wanted.contains(&(first, second))))
    };
    let word = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
    for (role, pairs) in PAIRS {
        if *role != Role::Body && *role != Role::Meta && pair(pairs) {
            return *role;
        }
    }
    for (role, wanted) in WORDS {
        if word(wanted) {
            return *role;
        }
    }
    // "widget_recent" is a box beside the article; page builders call everything "…-widget".
    let begins_class = |wanted: &str| {
        words.iter().enumerate().any(|(index, word)| {
            word == wanted && index.checked_sub(1).and_then(|before| words.get(before)).is_none_or(String::is_empty)
        })
    };
    if begins_class("widget") {
        return Role::Aside;
    }
    // "sidebar", "left-sidebar", but neither "sidebar-grid" nor "has-sidebar".
    let beside = words.windows(2).enumerate().any(|(index, two)| {
        let ends = matches!(two, [word, last] if word == "sidebar" && last.is_empty());
        let before = index.checked_sub(1).and_then(|before| words.get(before)).map_or("", String::as_str);
        ends && !matches!(before, "has" | "with" | "no" | "without")
    });
    if beside {
        return Role::Aside;
    }
    // Words that mean this only where they are the whole class.
    let whole = |wanted: &str| {
        begins_class(wanted)
            && words.windows(2).any(|two| matches!(two, [word, last] if word == wanted && last.is_empty()))
    };
    if whole("about") {
        return Role::Bio;
    }
    if whole("letters") {
        return Role::Newsletter;
    }
    // "article-content-header" is no body: the pair ends its class.
    let ends_class = |wanted: &[(&str, &str)]| {
        words
            .windows(3)
            .any(|three| matches!(three, [first, second, last] if last.is_empty() && wanted.contains(&(first, second))))
    };
    for (role, pairs) in PAIRS {
        if ends_class(pairs) {
            return *role;
        }
    }
    match words.iter().find(|word| !word.is_empty()).map(String::as_str) {
        Some("articlebody" | "storybody" | "postcontent" | "entrycontent" | "articlecontent" | "articletext") => {
            Role::Body
        }
        Some("meta" | "postmeta" | "entrymeta") => Role::Meta,
        _ => Role::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(class: &str, expected: Role) {
        assert_eq!(by_words(&words_of(class)), expected, "{class}");
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
