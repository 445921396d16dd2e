//! The contract a new case begins with.

use rapporteur_core::{BlockKind, Document};

/// A `case.toml` that demands what the document is: for a reader to correct where the program is wrong.
pub fn first_contract(source: &str, document: &Document) -> String {
    let text = |words: &str| toml::Value::String(words.to_owned()).to_string();
    let list =
        |items: Vec<String>| toml::Value::Array(items.into_iter().map(toml::Value::String).collect()).to_string();
    let metadata = &document.metadata;
    let mut out = format!(
        "description = \"One sentence about the shape of this page.\"\nsource = {}\n\n\
         # What a careful reader demands of this page. It was written from what the program read: hold it against the page in a\n\
         # browser, correct it, and change the rules until it holds.\n[expect]\ndocuments = 1\n",
        text(source)
    );
    let day = metadata.published.as_ref().map(|date| date.get(..10).unwrap_or(date).to_owned());
    let fields = [("title", &metadata.title), ("category", &metadata.category), ("published", &day)];
    for (key, value) in fields {
        if let Some(value) = value {
            out.push_str(&format!("{key} = {}\n", text(value)));
        }
    }
    if let Some(origin) = &metadata.origin {
        out.push_str(&format!("origin = {}\n", text(&origin.name)));
    }
    let words = |kind: BlockKind| -> Vec<String> {
        let blocks = document.blocks.iter().filter(|block| block.kind == kind);
        blocks.filter_map(|block| block.at.slice(&document.text)).map(str::to_owned).collect()
    };
    let paragraphs = words(BlockKind::Paragraph);
    out.push_str(&format!(
        "authors = {}\nheadings = {}\nparagraphs = {}\n",
        list(metadata.authors.iter().map(|author| author.name.clone()).collect()),
        list(words(BlockKind::Heading)),
        paragraphs.len()
    ));
    let ends = [paragraphs.first(), paragraphs.last()];
    let mut includes: Vec<String> = ends.into_iter().flatten().map(|words| beginning(words)).collect();
    includes.dedup();
    out.push_str(&format!("body_includes = {}\n", list(includes)));
    out.push_str("# Words beside the article that must not be read as part of it.\nbody_excludes = []\n");
    out
}

/// The first words, as they stand.
fn beginning(words: &str) -> String {
    let end = words.char_indices().filter(|(_, character)| *character == ' ').map(|(at, _)| at).nth(9);
    words.get(..end.unwrap_or(words.len())).unwrap_or_default().to_owned()
}
