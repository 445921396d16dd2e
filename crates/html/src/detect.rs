//! Whether bytes are a page, and how likely an article.

use rapporteur_core::protocol::Detection;

/// How sure and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detected {
    /// 0 to 100.
    pub confidence: u8,
    /// Sentences for people.
    pub evidence: Vec<String>,
}

impl From<Detected> for Detection {
    fn from(detected: Detected) -> Self {
        Self { confidence: detected.confidence, evidence: detected.evidence }
    }
}

/// Looks at the beginning of a file. Quick, never fails; any encoding that is ASCII at heart, and UTF-16.
pub fn detect(prefix: &[u8]) -> Detected {
    let head = prefix.get(..prefix.len().min(65_536)).unwrap_or_default();
    // Letters of UTF-16 are letters with zeros between them.
    let text: String =
        head.iter().filter(|byte| **byte != 0).map(|byte| char::from(*byte).to_ascii_lowercase()).collect();
    let start = text.trim_start_matches(|first: char| first.is_whitespace() || !first.is_ascii());
    let mut evidence = Vec::new();
    let tags = ["<p", "<div", "<meta", "<a ", "<h1", "<head", "<body", "<html", "<title", "<br"];
    let count = tags.iter().filter(|tag| text.contains(**tag)).count();
    let opens = ["<!doctype html", "<html", "<head", "<body"].iter().any(|opening| start.starts_with(opening));
    if opens {
        evidence.push("begins as an HTML page".to_owned());
    } else if start.starts_with("<?xml") || start.starts_with("<!--") {
        if !text.contains("<html") {
            return Detected { confidence: 0, evidence: vec!["is markup of another kind than HTML".to_owned()] };
        }
        evidence.push("is an HTML page after a comment or declaration".to_owned());
    } else if start.starts_with('<') && count >= 3 {
        evidence.push("begins with a tag and holds HTML elements".to_owned());
        return Detected { confidence: 40, evidence };
    } else if count >= 5 {
        return Detected {
            confidence: 15,
            evidence: vec!["holds HTML elements and does not begin as a page".to_owned()],
        };
    } else {
        return Detected { confidence: 0, evidence: vec!["does not begin as an HTML page".to_owned()] };
    }
    let mut confidence = 45;
    let signs = [
        ("application/ld+json", "has JSON-LD"),
        ("og:type\" content=\"article", "calls itself an article (og:type)"),
        ("article:published_time", "gives a time of publication"),
        ("<article", "has an article element"),
        ("<h1", "has a headline"),
    ];
    for (sign, says) in signs {
        if text.contains(sign) {
            confidence = 60;
            evidence.push(says.to_owned());
        }
    }
    Detected { confidence, evidence }
}

#[cfg(test)]
mod tests {
    use super::detect;

    #[test]
    fn pages_and_others() {
        for (bytes, expected) in [
            (&b"<!DOCTYPE html><html><head></head><body><article><h1>x</h1></article>"[..], 60),
            (b"\xef\xbb\xbf\r\n<html><body><p>x", 45),
            (b"<?xml version='1.0'?><!DOCTYPE html><html><h1>x", 60),
            (b"<?xml version='1.0'?><rss><channel>", 0),
            (b"<p>a</p><div><a href=x>b</a></div>", 40),
            (b"By Ilse Marwood\n\nThe council met.", 0),
            (b"", 0),
            (b"\xff\xfe<\0h\0t\0m\0l\0>\0", 45),
        ] {
            assert_eq!(detect(bytes).confidence, expected, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
