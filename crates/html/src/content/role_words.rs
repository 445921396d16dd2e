//! The vocabulary of classes and ids: which words and pairs of words say what an element is for.
//!
//! General vocabulary only: words that many sites use. What one site alone says belongs in its rules.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use super::roles::Role;

/// Words that say it alone, in the order in which they are asked.
pub(super) const WORDS: &[(Role, &[&str])] = &[
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
            "tooltiptext",
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
pub(super) const PAIRS: &[(Role, &[(&str, &str)])] = &[
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

/// What a word can be part of.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// What it says alone, and its place in [`WORDS`].
    pub(super) alone: Option<(usize, Role)>,
    /// Words that say something after it, with the place in [`PAIRS`].
    pub(super) before: Vec<(&'static str, usize, Role)>,
}

/// The vocabulary by its (first) word. Only looked up, never walked; what is in it is fixed, so a quick hash will do.
static VOCABULARY: LazyLock<HashMap<&'static [u8], Entry, BuildHasherDefault<Fnv>>> = LazyLock::new(|| {
    let mut vocabulary: HashMap<&'static [u8], Entry, BuildHasherDefault<Fnv>> = HashMap::default();
    for (place, (role, words)) in WORDS.iter().enumerate() {
        for word in *words {
            vocabulary.entry(word.as_bytes()).or_default().alone.get_or_insert((place, *role));
        }
    }
    for (place, (role, pairs)) in PAIRS.iter().enumerate() {
        for (first, second) in *pairs {
            vocabulary.entry(first.as_bytes()).or_default().before.push((second, place, *role));
        }
    }
    vocabulary
});

/// Lengths of the words that begin with each letter, a bit each: most words of classes are in no vocabulary, and this tells
/// without a hash.
static LENGTHS: LazyLock<[u32; 26]> = LazyLock::new(|| {
    let mut lengths = [0u32; 26];
    let alone = WORDS.iter().flat_map(|(_, words)| words.iter().copied());
    let first = PAIRS.iter().flat_map(|(_, pairs)| pairs.iter().map(|(first, _)| *first));
    for word in alone.chain(first).map(str::as_bytes) {
        if let Some(bits) = first_letter(word).and_then(|letter| lengths.get_mut(letter)) {
            *bits |= 1 << word.len().min(31);
        }
    }
    lengths
});

fn first_letter(word: &[u8]) -> Option<usize> {
    word.first().and_then(|first| first.checked_sub(b'a')).map(usize::from)
}

/// What the word can be part of.
pub(super) fn entry(word: &[u8]) -> Option<&'static Entry> {
    let lengths = first_letter(word).and_then(|letter| LENGTHS.get(letter)).copied().unwrap_or(u32::MAX);
    if lengths & (1 << word.len().min(31)) == 0 {
        return None;
    }
    VOCABULARY.get(word)
}

/// FNV-1a.
#[derive(Debug)]
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl std::hash::Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}
