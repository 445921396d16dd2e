//! Stock phrases of pages: what no author wrote. One table, matched on whole short lines.

use rapporteur_core::ApparatusKind;

use crate::words::folded;

#[derive(Clone, Copy)]
enum How {
    /// The line is the phrase.
    Is,
    /// The line begins with it.
    Starts,
    /// The line holds it.
    Holds,
}

use ApparatusKind::{CaptionCredit, CommentForm, Navigation, Newsletter, Other, Related, Share};
use How::{Holds, Is, Starts};

/// Longer lines are somebody's prose.
const LONGEST: usize = 240;

/// Phrases that are furniture wherever they stand.
const ANYWHERE: &[(How, &str, ApparatusKind)] = &[
    (Is, "leave a reply", CommentForm),
    (Is, "leave a comment", CommentForm),
    (Is, "post a comment", CommentForm),
    (Is, "cancel reply", CommentForm),
    (Is, "leave a reply cancel reply", CommentForm),
    (Starts, "your email address will not be published", CommentForm),
    (Holds, "required fields are marked", CommentForm),
    (Starts, "save my name, email", CommentForm),
    (Starts, "this site uses akismet", CommentForm),
    (Starts, "you must be logged in to post a comment", CommentForm),
    (Is, "post comment", CommentForm),
    (Is, "share this", Share),
    (Is, "share this:", Share),
    (Is, "share this article", Share),
    (Is, "share this story", Share),
    (Is, "share this post", Share),
    (Is, "share", Share),
    (Is, "share on facebook", Share),
    (Is, "share on twitter", Share),
    (Is, "share on linkedin", Share),
    (Is, "share on whatsapp", Share),
    (Is, "copy link", Share),
    (Is, "link copied", Share),
    (Is, "print this article", Share),
    (Is, "click to share", Share),
    (Starts, "click to share on", Share),
    (Starts, "click to email", Share),
    (Is, "listen to this article", Share),
    (Is, "like this:", Share),
    (Is, "loading...", Share),
    (Starts, "also read:", Related),
    (Starts, "also read |", Related),
    (Starts, "also read -", Related),
    (Starts, "read also:", Related),
    (Starts, "read more:", Related),
    (Starts, "read more |", Related),
    (Starts, "see also:", Related),
    (Starts, "related:", Related),
    (Starts, "more on this:", Related),
    (Starts, "watch:", Related),
    (Starts, "listen:", Related),
    (Starts, "recommended:", Related),
    (Starts, "trending:", Related),
    (Starts, "related post:", Related),
    (Starts, "related article:", Related),
    (Starts, "related story:", Related),
    (Is, "read more", Related),
    (Is, "continue reading", Related),
    (Is, "story continues below advertisement", Other),
    (Starts, "sign up for our", Newsletter),
    (Starts, "sign up to our", Newsletter),
    (Starts, "sign up for the", Newsletter),
    (Starts, "sign up to receive", Newsletter),
    (Starts, "subscribe to our", Newsletter),
    (Starts, "subscribe now", Newsletter),
    (Starts, "subscribe for free", Newsletter),
    (Starts, "thanks for reading", Newsletter),
    (Starts, "get our newsletter", Newsletter),
    (Starts, "get the latest", Newsletter),
    (Starts, "enter your email", Newsletter),
    (Starts, "join our newsletter", Newsletter),
    (Starts, "join our whatsapp", Newsletter),
    (Starts, "join our telegram", Newsletter),
    (Is, "subscribe", Newsletter),
    (Is, "sign up", Newsletter),
    (Is, "email address", Newsletter),
    (Starts, "we use cookies", Other),
    (Starts, "this website uses cookies", Other),
    (Is, "accept cookies", Other),
    (Is, "accept all", Other),
    (Is, "advertisement", Other),
    (Is, "advertising", Other),
    (Is, "ad", Other),
    (Is, "sponsored", Other),
    (Is, "sponsored content", Other),
    (Starts, "advertisement -", Other),
    (Is, "skip to content", Navigation),
    (Is, "skip to main content", Navigation),
    (Is, "toggle navigation", Navigation),
    (Is, "toggle menu", Navigation),
    (Is, "back to top", Navigation),
    (Is, "pdf download", Navigation),
    (Is, "download pdf", Navigation),
    (Is, "print", Share),
    (Is, "enlarge this image", CaptionCredit),
    (Is, "enlarge image", CaptionCredit),
    (Is, "toggle caption", CaptionCredit),
    (Is, "hide caption", CaptionCredit),
    (Is, "click to enlarge", CaptionCredit),
    (Is, "caption", CaptionCredit),
    (Is, "show caption", CaptionCredit),
    (Is, "view gallery", CaptionCredit),
    (Is, "back to gallery", CaptionCredit),
    (Is, "view comments", CommentForm),
    (Is, "show comments", CommentForm),
    (Is, "share comments", CommentForm),
    (Is, "close", Other),
    (Is, "advert", Other),
    (Is, "advertisements", Other),
    (Is, "anzeige", Other),
    (Is, "werbung", Other),
    (Is, "publicité", Other),
    (Is, "publicidad", Other),
    (Is, "publicidade", Other),
    (Is, "pubblicità", Other),
    (Is, "advertentie", Other),
    (Is, "annons", Other),
    (Is, "reklame", Other),
    (Is, "reklama", Other),
    (Is, "реклама", Other),
    (Is, "iklan", Other),
    (Starts, "reading time:", Other),
    (Starts, "estimated reading time", Other),
    (Starts, "tempo de leitura:", Other),
    (Starts, "tiempo de lectura:", Other),
    (Starts, "temps de lecture", Other),
    (Starts, "tempo di lettura:", Other),
    (Starts, "lesezeit:", Other),
    (Starts, "leestijd:", Other),
    (Starts, "you have full access to this article via", Other),
    (Starts, "chat with us ", Share),
    (Is, "text size", Other),
    (Is, "article continues below", Other),
    (Is, "article continues below advertisement", Other),
    (Is, "story continues below", Other),
    (Is, "story continues", Other),
    (Is, "scroll down to continue", Other),
    (Is, "skip advertisement", Other),
    (Is, "table of contents", Navigation),
    (Is, "jump to section", Navigation),
    (Is, "in this article", Navigation),
    (Is, "author:", Other),
    (Is, "authors:", Other),
    (Is, "publish date:", Other),
    (Is, "published:", Other),
    (Is, "updated:", Other),
    (Is, "back to video", Related),
    (Is, "play video", Related),
    (Is, "recommended videos", Related),
    (Starts, "we apologize, but this video", Other),
    (Is, "tap here to see other videos from our team.", Other),
    (Starts, "click to read more", Related),
    (Starts, "click here to read", Related),
    (Starts, "click here to subscribe", Newsletter),
    (Starts, "click here to sign up", Newsletter),
    (Is, "click to hide", Other),
    (Starts, "photo:", CaptionCredit),
    (Starts, "photo by ", CaptionCredit),
    (Starts, "photograph:", CaptionCredit),
    (Starts, "photo credit", CaptionCredit),
    (Starts, "image:", CaptionCredit),
    (Starts, "image credit", CaptionCredit),
    (Starts, "picture:", CaptionCredit),
    (Starts, "file photo", CaptionCredit),
    (Starts, "featured image:", CaptionCredit),
    (Holds, ". photo: ", CaptionCredit),
    (Holds, ", photo ©", CaptionCredit),
    (Holds, ", photos ©", CaptionCredit),
    (Holds, ", image ©", CaptionCredit),
    (Holds, ", images ©", CaptionCredit),
    (Holds, ". photograph: ", CaptionCredit),
    (Holds, ". photo by ", CaptionCredit),
    (Holds, ". image: ", CaptionCredit),
    (Holds, ". picture: ", CaptionCredit),
    (Holds, ". credit: ", CaptionCredit),
    (Holds, "/getty images", CaptionCredit),
    (Holds, "via getty images", CaptionCredit),
];

/// Phrases that are furniture before the headline and after the text, and may be words of the text in between.
const EDGES: &[(How, &str, ApparatusKind)] = &[
    (Is, "home", Navigation),
    (Is, "menu", Navigation),
    (Is, "search", Navigation),
    (Is, "world", Navigation),
    (Is, "politics", Navigation),
    (Is, "opinion", Navigation),
    (Is, "business", Navigation),
    (Is, "economy", Navigation),
    (Is, "culture", Navigation),
    (Is, "sport", Navigation),
    (Is, "sports", Navigation),
    (Is, "science", Navigation),
    (Is, "technology", Navigation),
    (Is, "video", Navigation),
    (Is, "videos", Navigation),
    (Is, "podcasts", Navigation),
    (Is, "newsletters", Navigation),
    (Is, "latest", Navigation),
    (Is, "latest news", Navigation),
    (Is, "about", Navigation),
    (Is, "about us", Navigation),
    (Is, "contact", Navigation),
    (Is, "contact us", Navigation),
    (Is, "login", Navigation),
    (Is, "log in", Navigation),
    (Is, "sign in", Navigation),
    (Is, "register", Navigation),
    (Is, "donate", Navigation),
    (Is, "privacy policy", Navigation),
    (Is, "terms of use", Navigation),
    (Starts, "home >", Navigation),
    (Starts, "home /", Navigation),
    (Starts, "home »", Navigation),
    (Starts, "tags:", Navigation),
    (Is, "tags", Navigation),
    (Is, "topics", Navigation),
    (Is, "topics:", Navigation),
    (Starts, "tagged", Navigation),
    (Starts, "filed under", Navigation),
    (Starts, "posted in", Navigation),
    (Starts, "categories:", Navigation),
    (Starts, "previous:", Navigation),
    (Starts, "next:", Navigation),
    (Is, "previous article", Navigation),
    (Is, "next article", Navigation),
    (Is, "facebook", Share),
    (Is, "twitter", Share),
    (Is, "x", Share),
    (Is, "linkedin", Share),
    (Is, "whatsapp", Share),
    (Is, "telegram", Share),
    (Is, "reddit", Share),
    (Is, "email", Share),
    (Is, "pinterest", Share),
    (Is, "instagram", Share),
    (Is, "youtube", Share),
    (Is, "comments", CommentForm),
    (Is, "name *", CommentForm),
    (Is, "email *", CommentForm),
    (Is, "website", CommentForm),
    (Is, "comment *", CommentForm),
    (Is, "no comments", CommentForm),
    (Is, "0 comments", CommentForm),
    (Starts, "comments are closed", CommentForm),
    (Starts, "tell us what you think", CommentForm),
    (Holds, "moderating all comments", CommentForm),
    (Holds, "comments are moderated", CommentForm),
    (Starts, "follow us", Other),
    (Starts, "follow the ", Other),
    (Starts, "follow ", Other),
    (Starts, "find us on", Other),
    (Starts, "©", Other),
    (Starts, "copyright", Other),
    (Starts, "(c) ", Other),
    (Holds, "all rights reserved", Other),
    (Starts, "print headline:", Other),
    (Starts, "if you would like to write", Other),
    (Starts, "if you would like to submit", Other),
    (Starts, "this interview was", Other),
    (Starts, "this interview has been", Other),
    (Starts, "this conversation has been", Other),
    (Starts, "this piece was edited", Other),
    (Starts, "this article was translated", Other),
    (Starts, "translated from", Other),
    (Starts, "to read part", Other),
    (Starts, "*to read part", Other),
    (Starts, "editor's note", Other),
    (Starts, "editors' note", Other),
    (Starts, "correction:", Other),
    (Starts, "correction (", Other),
    (Starts, "clarification:", Other),
    (Is, "# # #", Other),
    (Is, "###", Other),
    (Is, "-30-", Other),
    (Is, "ends", Other),
    (Is, "* * *", Other),
    (Is, "***", Other),
    (Is, "end of transcript", Other),
];

/// Headings over lists of other pieces.
const RELATED_HEADERS: &[&str] = &[
    "related",
    "related articles",
    "related stories",
    "related posts",
    "related news",
    "related content",
    "read next",
    "more from",
    "most read",
    "most popular",
    "recommended",
    "recommended for you",
    "you may also like",
    "you might also like",
    "latest news",
    "trending",
    "trending now",
    "more",
    "up next",
    "recent posts",
    "other stories",
    "related topics",
    "from our archive",
    "related links",
    "related story",
    "related reading",
    "top stories",
    "partner news",
    "popular stories",
    "popular now",
    "what to read next",
    "read also",
    "also read",
    "see also",
    "read more",
    "more like this",
    "don't miss",
    "editor's picks",
    "editors' picks",
    "recommended videos",
];

fn look_up(table: &[(How, &str, ApparatusKind)], words: &str) -> Option<ApparatusKind> {
    if words.len() > LONGEST {
        return None;
    }
    let line = folded(words);
    let first = line.bytes().next();
    // Most phrases begin with another letter.
    let found = table.iter().find(|(how, phrase, _)| match how {
        Is => phrase.bytes().next() == first && line == *phrase,
        Starts => phrase.bytes().next() == first && line.starts_with(phrase),
        Holds => line.contains(phrase),
    });
    found.map(|(_, _, kind)| *kind)
}

/// What a line is that is furniture wherever it stands.
pub(crate) fn anywhere(words: &str) -> Option<ApparatusKind> {
    look_up(ANYWHERE, words).or_else(|| (is_rule(words) || is_counter(words)).then_some(Other))
}

/// What a line is that is furniture before the headline or after the text.
pub(crate) fn at_edges(words: &str) -> Option<ApparatusKind> {
    look_up(EDGES, words)
}

/// "Related articles", "More from Harbour Courier".
pub(crate) fn is_related_header(words: &str) -> bool {
    if words.len() > 60 {
        return false;
    }
    let line = folded(words);
    let line = line.trim_end_matches(':');
    let is_of_more = line.starts_with("more ")
        && crate::words::count(line) <= 5
        && ["stories", "articles", "news", "posts", "reads", "coverage"].iter().any(|pieces| line.ends_with(pieces));
    RELATED_HEADERS.contains(&line) || is_of_more || line.starts_with("more from ") || line.starts_with("more on ")
}

/// "3 of 12", "1/6": the counter of a gallery.
fn is_counter(words: &str) -> bool {
    let mut parts =
        words.split_whitespace().flat_map(|word| word.split_inclusive('/')).map(|part| part.trim_end_matches('/'));
    let is_number = |part: Option<&str>| {
        part.is_some_and(|part| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let first = parts.next().map(|first| if folded(first) == "image" { parts.next() } else { Some(first) });
    let joined = words.contains('/');
    is_number(first.flatten())
        && (joined || parts.next() == Some("of"))
        && is_number(parts.next())
        && parts.next().is_none()
}

/// What the house says in a sentence of its own after its report: how to reach the reporter, who helped, where to read more.
/// Such lines stand in the second half of a page, among and after the paragraphs.
pub(crate) fn of_the_house(words: &str) -> Option<ApparatusKind> {
    if words.len() > LONGEST_INVITATION || words.starts_with(['“', '"', '‘', '«']) {
        return None;
    }
    if words.len() > LONGEST {
        let may_invite = words.contains("ewsletter")
            || ["Get ", "Have ", "Dear ", "Listen ", "Subscribe"].iter().any(|verb| words.starts_with(verb));
        return (may_invite && is_invitation(&folded(words))).then_some(Newsletter);
    }
    let line = folded(words);
    let line = line.trim_start_matches(|mark: char| !mark.is_alphanumeric());
    let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| line.starts_with(prefix));
    let holds = |parts: &[&str]| parts.iter().any(|part| line.contains(part));
    const NETWORKS: &[&str] =
        &["twitter", "facebook", "instagram", "youtube", "tiktok", "telegram", "whatsapp", "threads", " x at @"];
    if starts(&["follow ", "find us ", "join us ", "like us ", "connect with "]) && holds(NETWORKS) {
        return Some(Share);
    }
    if starts(&[
        "write to ",
        "reach ",
        "contact ",
        "email ",
        "e-mail ",
        "send tips",
        "have a tip",
        "got a tip",
        "got a story",
        "do you have a story",
    ]) && (line.contains('@') || holds(&["tip?", "story?", "get in touch", "twitter"]))
    {
        return Some(Other);
    }
    let credits = [
        "contributed to this report",
        "contributed to this story",
        "contributed to this article",
        "contributed to the report",
        "contributed reporting",
        "contributed research",
    ];
    if holds(&credits) {
        return Some(ApparatusKind::Byline);
    }
    if starts(&[
        "this is a breaking news",
        "this is a breaking new ",
        "this is a developing story",
        "this story has been updated",
        "this article has been updated",
        "this story was updated",
        "this article was updated",
        "more to follow",
        "more follows",
    ]) {
        return Some(Other);
    }
    if starts(&[
        "for more stories like",
        "for more news",
        "for the latest",
        "stay informed with",
        "stay up to date with",
        "more on this story",
        "want more ",
        "listen back",
        "subscribe to ",
        "sign up to ",
        "sign up for ",
        "sign up today",
        "to subscribe",
        "check out more of",
    ]) && holds(&[
        "sign up",
        "signing up",
        "subscri",
        "newsletter",
        "inbox",
        "check our",
        "visit ",
        "follow ",
        "download ",
        "click ",
        "here",
        "today",
    ]) {
        return Some(Newsletter);
    }
    if is_invitation(line) {
        return Some(Newsletter);
    }
    // "More Halm news: https://…"
    if starts(&["more "]) && holds(&["http://", "https://", "www."]) {
        return Some(Related);
    }
    if starts(&["updated at ", "updated on ", "first published ", "last updated "]) && words.len() <= 60 {
        return Some(ApparatusKind::DateLine);
    }
    None
}

/// Longer lines are no invitation to subscribe.
const LONGEST_INVITATION: usize = 480;

/// Whether a line (folded) asks readers to subscribe, or to give.
fn is_invitation(line: &str) -> bool {
    let holds = |parts: &[&str]| parts.iter().any(|part| line.contains(part));
    // The reader is spoken to at the beginning of a sentence; "she told them to sign up" is a report.
    let asks = |verb: &&str| line.starts_with(verb) || line.match_indices(verb).any(|(at, _)| opens_sentence(line, at));
    if holds(&["newsletter"])
        && (holds(&["sign up for our", "sign up to our", "subscribe to our"])
            || ["sign up for", "sign up to", "subscribe to"].iter().any(asks))
    {
        return true;
    }
    if holds(&["delivered"]) && holds(&["your inbox", "your letterbox", "your mailbox", "your door"]) {
        return ["get ", "have ", "subscribe"].iter().any(|verb| line.starts_with(verb));
    }
    (line.starts_with("get access to ") && holds(&["subscription"]))
        || (line.starts_with("dear reader") && holds(&["support", "subscri", "donat"]))
        || (line.starts_with("listen to ") && holds(&["listen back", "listen again"]))
}

/// Whether a sentence of the line begins at `at`.
fn opens_sentence(line: &str, at: usize) -> bool {
    line.get(..at).is_some_and(|before| {
        let before = before.trim_end();
        before.is_empty() || before.ends_with(['.', '!', '?', ':'])
    })
}

/// The header of a comment form or of readers' comments: nothing of the article comes after it.
pub(crate) fn is_comment_header(words: &str) -> bool {
    words.len() <= 60
        && matches!(
            folded(words).as_str(),
            "leave a reply"
                | "leave a comment"
                | "post a comment"
                | "leave a reply cancel reply"
                | "join the conversation"
        )
}

/// A line of dashes, stars or underscores.
fn is_rule(words: &str) -> bool {
    words.len() >= 3
        && words.chars().all(|mark| mark.is_whitespace() || matches!(mark, '-' | '_' | '*' | '=' | '—' | '~' | '·'))
}

/// The words under a picture, where they follow its "Enlarge this image": short, and ending in a credit without a stop.
pub(crate) fn is_caption_after_prompt(words: &str) -> bool {
    words.len() <= 300 && !crate::words::ends_with_stop(words)
}

#[cfg(test)]
mod tests {
    use super::{anywhere, at_edges, is_related_header, of_the_house};
    use rapporteur_core::ApparatusKind;

    #[test]
    fn stock_phrases() {
        assert_eq!(anywhere("Leave a Reply"), Some(ApparatusKind::CommentForm));
        assert_eq!(
            anywhere("Your email address will not be published. Required fields are marked *"),
            Some(ApparatusKind::CommentForm)
        );
        assert_eq!(anywhere("READ MORE: Why patrols go on"), Some(ApparatusKind::Related));
        assert_eq!(anywhere("A quay in Kest. Photo: Harbour News Agency"), Some(ApparatusKind::CaptionCredit));
        assert_eq!(anywhere("Leave a reply to the minister on his desk, she said."), None);
        assert_eq!(anywhere("World"), None);
        assert_eq!(anywhere("3 of 12"), Some(ApparatusKind::Other));
        assert_eq!(anywhere("Image 3/12"), Some(ApparatusKind::Other));
        assert_eq!(anywhere("3 of them"), None);
        assert_eq!(at_edges("World"), Some(ApparatusKind::Navigation));
        assert_eq!(at_edges("© 2031 Harbour Newspapers"), Some(ApparatusKind::Other));
        for (words, kind) in [
            ("Anzeige", ApparatusKind::Other),
            ("Tempo de leitura: 3 minutos", ApparatusKind::Other),
            ("Related post: Ropes of last winter", ApparatusKind::Related),
            ("The bridge by night, photos © Quay Gazette, 2031", ApparatusKind::CaptionCredit),
        ] {
            assert_eq!(anywhere(words), Some(kind), "{words}");
        }
        assert!(
            is_related_header("More great Gazette stories")
                && !is_related_header("More of the ropes made the evening news")
        );
        assert!(is_related_header("More from Harbour Courier") && !is_related_header("More ships are coming"));
    }

    #[test]
    fn sentences_of_the_house() {
        for (words, kind) in [
            ("Follow the Harbour desk on Instagram and YouTube.", Some(ApparatusKind::Share)),
            ("Write to Ilse Marwood at ilse@courier.example", Some(ApparatusKind::Other)),
            ("Tomasz Okello contributed reporting from Halm.", Some(ApparatusKind::Byline)),
            ("This is a developing story and will be updated.", Some(ApparatusKind::Other)),
            ("Sign up for our morning newsletter here.", Some(ApparatusKind::Newsletter)),
            ("Updated at 1:23 p.m.", Some(ApparatusKind::DateLine)),
            (
                "Our site is the place for tides. Please bookmark it and sign up for our daily newsletter, Ebb.",
                Some(ApparatusKind::Newsletter),
            ),
            ("There is more of that. Sign up for Ebb to get the newsletter.", Some(ApparatusKind::Newsletter)),
            ("Get Tide Monthly delivered through your letterbox.", Some(ApparatusKind::Newsletter)),
            ("Dear reader, we depend on your support.", Some(ApparatusKind::Newsletter)),
            ("More Halm news: https://halm.example", Some(ApparatusKind::Related)),
            ("She told the pilots to sign up for the port's newsletter.", None),
            ("Get to the quay by noon, she said.", None),
            ("Follow the coast south and the quays end.", None),
            ("Reach for the rope, the pilot said.", None),
            ("“The storm contributed to this report being late,” she said.", None),
        ] {
            assert_eq!(of_the_house(words), kind, "{words}");
        }
    }
}
