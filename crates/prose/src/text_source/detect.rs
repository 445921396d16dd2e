//! How sure it is that bytes are a plain-text article.

use rapporteur_core::protocol::{Detection, InputInfo};
use rapporteur_decode::{decode, looks_binary};

use super::paragraphs::beginning;
use crate::words::{ends_with_stop, folded};
use crate::{byline, furniture};

/// Enough to tell; the host gives no more than 64 KiB anyway.
const SEEN: usize = 32 * 1024;

/// What speaks for and against plain text. Text is the fallback of all sources, so that it never claims to be sure.
pub fn detect_text(bytes: &[u8], info: &InputInfo) -> Detection {
    if let Some(seems) = looks_binary(bytes) {
        return Detection { confidence: 0, evidence: vec![format!("looks like {seems}")] };
    }
    let head = bytes.get(..bytes.len().min(SEEN)).unwrap_or_default();
    let decoded = decode(head, info.charset.as_deref());
    let text = decoded.text.trim_start();
    if text.is_empty() {
        return Detection { confidence: 0, evidence: vec!["holds nothing but white space".to_owned()] };
    }
    if let Some(other) = other_format(text) {
        return Detection { confidence: 2, evidence: vec![format!("looks like {other}")] };
    }
    let mut confidence = 30;
    let mut evidence = vec!["is text without markup".to_owned()];
    let mut add = |points: u8, sentence: String| {
        confidence += points;
        evidence.push(sentence);
    };
    let ending =
        info.name.as_deref().and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending.to_ascii_lowercase());
    if let Some(ending) = ending.filter(|ending| matches!(ending.as_str(), "txt" | "text" | "md" | "markdown")) {
        add(25, format!("its name ends in .{ending}"));
    }
    if info
        .media_type
        .as_deref()
        .is_some_and(|media| media.starts_with("text/plain") || media.starts_with("text/markdown"))
    {
        add(10, "is said to be plain text".to_owned());
    }
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let sentences = lines().take(60).filter(|line| line.len() >= 60 && ends_with_stop(line)).count();
    if sentences >= 3 {
        add(10, format!("{sentences} of its first lines are paragraphs of sentences"));
    }
    if lines()
        .take(12)
        .any(|line| byline::parse(line, 0).is_some_and(|found| found.evidence == byline::Evidence::Prefixed))
    {
        add(8, "has a byline near the top".to_owned());
    }
    if lines().any(furniture::is_comment_header) {
        add(2, "has the comment form of a pasted page".to_owned());
    }
    Detection { confidence: confidence.min(85), evidence }
}

/// Formats whose files are text and are no articles as they stand.
fn other_format(text: &str) -> Option<&'static str> {
    let head = folded(beginning(text, 1024));
    let begins = |beginning: &str| head.starts_with(beginning);
    if begins("<!doctype html") || begins("<html") || begins("<head") || begins("<body") {
        return Some("an HTML page");
    }
    if begins("<rss") || head.contains("<rss ") || head.contains("<feed ") {
        return Some("a feed");
    }
    if begins("<?xml") {
        return if head.contains("<html") { Some("an HTML page") } else { Some("an XML file") };
    }
    let sample = beginning(text, SEEN);
    let tags = ["</p>", "</div>", "</a>", "<br", "</span>", "</li>"]
        .iter()
        .map(|tag| sample.matches(tag).count())
        .sum::<usize>();
    if text.starts_with('<') && tags > 0 || tags * 200 > sample.len() || tags > 40 {
        return Some("HTML");
    }
    let json = text.starts_with('{') && (head.starts_with("{\"") || head.starts_with("{ \""))
        || head.starts_with("[{")
        || head.starts_with("[ {");
    if json {
        return Some("JSON");
    }
    begins("warc/1").then_some("a web archive")
}

#[cfg(test)]
mod tests {
    use super::detect_text;
    use rapporteur_core::protocol::InputInfo;

    fn confidence(bytes: &[u8], name: &str) -> u8 {
        detect_text(bytes, &InputInfo { name: Some(name.to_owned()), ..InputInfo::default() }).confidence
    }

    #[test]
    fn text_and_what_is_not() {
        let article =
            "The pact\n\nBy Ilse Marwood\n\nThe council has put off its decision on joint patrols until the autumn.\n";
        assert!(confidence(article.as_bytes(), "a.txt") >= 60);
        assert!(confidence(article.as_bytes(), "a.dat") >= 35);
        assert!(confidence(b"<!DOCTYPE html><html><body><p>x</p></body></html>", "a.txt") < 10);
        assert!(confidence(b"<p>One</p><p>Two</p>", "a.txt") < 10);
        assert!(confidence(b"{\"a\": 1}", "a.json") < 10);
        assert_eq!(confidence(b"%PDF-1.7", "a.txt"), 0);
        assert_eq!(confidence(b"", "a.txt"), 0);
    }
}
