//! The block between two lines of `---` that note tools put before a clipped page.

use rapporteur_core::ByteRange;

use crate::dates::parse_date;

/// Front matter and where it stands, its lines of dashes included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FrontMatter {
    pub(crate) at: ByteRange,
    pub(crate) fields: Fields,
}

/// What it says, as far as it is about the article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Fields {
    pub(crate) title: Option<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) published: Option<String>,
    pub(crate) modified: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) site: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) keywords: Vec<String>,
    /// Metadata field, value as it stands, place in the file.
    pub(crate) seen: Vec<(&'static str, String, ByteRange)>,
}

const MOST_LINES: usize = 200;

/// Reads the front matter at the beginning of a file.
pub(crate) fn read(file: &str) -> Option<FrontMatter> {
    let mut lines = file.split_inclusive('\n');
    let first = lines.next()?;
    if first.trim_end() != "---" {
        return None;
    }
    let mut fields = Fields::default();
    let mut key = String::new();
    let mut start = first.len();
    let mut keys = 0;
    for line in lines.take(MOST_LINES) {
        let words = line.trim_end();
        if words == "---" || words == "..." {
            return (keys > 0).then_some(FrontMatter { at: ByteRange::new(0, start + words.len()), fields });
        }
        let place = |part: &str| crate::trim::place(line, part, start);
        if let Some(item) = words.trim_start().strip_prefix("- ").filter(|_| !key.is_empty()) {
            fields.add(&key, item, place);
        } else if let Some((name, value)) =
            words.split_once(':').filter(|(name, _)| !name.starts_with(char::is_whitespace) && !name.contains(' '))
        {
            key = name.trim().to_lowercase();
            keys += 1;
            let value = value.trim();
            match value.strip_prefix('[').and_then(|list| list.strip_suffix(']')).filter(|list| !list.starts_with('['))
            {
                Some(list) => list.split(',').for_each(|item| fields.add(&key, item, place)),
                None => fields.add(&key, value, place),
            }
        }
        start += line.len();
    }
    None
}

impl Fields {
    fn add(&mut self, key: &str, value: &str, place: impl Fn(&str) -> ByteRange) {
        let value = value
            .trim()
            .trim_matches(|quote| matches!(quote, '"' | '\''))
            .trim_start_matches("[[")
            .trim_end_matches("]]")
            .trim();
        if value.is_empty() || value == "null" {
            return;
        }
        let at = place(value);
        let owned = || Some(value.to_owned());
        match key {
            "title" => {
                self.seen.push(("title", value.to_owned(), at));
                self.title = self.title.take().or_else(owned);
            }
            "author" | "authors" | "by" | "byline" => {
                self.seen.push(("authors", value.to_owned(), at));
                self.authors.push(value.to_owned());
            }
            "published" | "date" | "date_published" | "publish_date" | "published_at" => {
                self.seen.push(("published", value.to_owned(), at));
                self.published = self.published.take().or_else(|| parse_date(value));
            }
            "modified" | "updated" | "lastmod" | "last_modified" => {
                self.seen.push(("modified", value.to_owned(), at));
                self.modified = self.modified.take().or_else(|| parse_date(value));
            }
            "source" | "url" | "link" | "permalink" | "canonical" if value.contains("://") => {
                self.url = self.url.take().or_else(owned)
            }
            "source" | "site" | "site_name" | "publisher" | "publication" => {
                self.site = self.site.take().or_else(owned)
            }
            "lang" | "language" => self.language = self.language.take().or_else(owned),
            "tags" | "keywords" => self.keywords.push(value.to_owned()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn fields_of_a_clip() {
        let file = "---\ntitle: \"Who: and why?\"\nauthor:\n  - Ilse Marwood\n  - \"[[Tomasz Okello]]\"\npublished: 2031-02-11\nsource: https://a.example/b\ntags: [sea, \"law of the sea\"]\n---\n# Title\n";
        let front = read(file).expect("there is front matter");
        assert!(front.at.slice(file).is_some_and(|block| block.ends_with("---")));
        let fields = front.fields;
        assert_eq!(fields.title.as_deref(), Some("Who: and why?"));
        assert_eq!(fields.authors, ["Ilse Marwood", "Tomasz Okello"]);
        assert_eq!(fields.published.as_deref(), Some("2031-02-11"));
        assert_eq!(fields.url.as_deref(), Some("https://a.example/b"));
        assert_eq!(fields.keywords, ["sea", "law of the sea"]);
        for (_, value, at) in fields.seen {
            assert_eq!(at.slice(file), Some(value.as_str()));
        }
        assert_eq!(read("---\nA rule, no front matter.\n\nText.\n"), None);
        assert_eq!(read("Text"), None);
    }
}
