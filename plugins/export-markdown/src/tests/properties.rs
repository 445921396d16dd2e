use proptest::prelude::*;
use rapporteur_sdk::core::{Actor, ActorKind, BlockKind, Quoted};

use super::reader::{folded, render};
use super::sample::{Sample, claim};
use crate::article::article;
use crate::escape::line;
use crate::exporter::{MarkdownOptions, brief};
use crate::front_matter::quoted;

/// Words rich in what Markdown gives a meaning.
fn words() -> impl Strategy<Value = String> {
    let signs = prop::sample::select(vec![
        "- ",
        "+ ",
        "1. ",
        "23) ",
        "# ",
        "> ",
        "* ",
        "_",
        "**",
        "``",
        "~~~",
        "---",
        "===",
        "==",
        "%%",
        "![",
        "](",
        "[^c1]",
        "[^c1]: ",
        "[a]: b",
        "<b>",
        "<!-- ",
        "&amp;",
        "&#35;",
        "|",
        "| --- |",
        "$",
        "$$",
        "^",
        "{#a}",
        "{.b}",
        ":",
        ": ",
        "\\",
        "!",
        "[x] ",
        "[[",
        "]]",
        "http://a.example/b_c",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "    ",
        "\u{a0}",
        "“",
        "é",
        "😀",
    ]);
    let piece =
        prop_oneof![4 => signs.prop_map(str::to_owned), 3 => "[a-z]{1,4}", 2 => "\\PC{0,4}", 1 => Just(" ".to_owned())];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn kind() -> impl Strategy<Value = BlockKind> {
    prop::sample::select(vec![
        BlockKind::Heading,
        BlockKind::Paragraph,
        BlockKind::ListItem,
        BlockKind::Quotation,
        BlockKind::Table,
        BlockKind::SpeakerTurn,
        BlockKind::LiveEntry,
        BlockKind::Summary,
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn words_render_as_themselves(text in words()) {
        for markdown in [line(&text), format!("# {}", line(&text)), format!("- {}", line(&text)), format!("> {}", line(&text))] {
            let rendered = render(&markdown);
            prop_assert_eq!(folded(&rendered.words), folded(&text), "{}", markdown);
            prop_assert!(rendered.markup.is_empty(), "{:?} in {}", rendered.markup, markdown);
            prop_assert!(rendered.references.is_empty() && rendered.definitions.is_empty(), "{}", markdown);
        }
    }

    #[test]
    fn an_article_renders_as_its_words(
        blocks in prop::collection::vec((kind(), words(), any::<prop::sample::Index>()), 1..6),
    ) {
        let plain: Vec<(BlockKind, &str)> = blocks.iter().map(|(kind, text, _)| (*kind, text.as_str())).collect();
        let mut sample = Sample::new(&plain);
        // A claim in each block, from its beginning to a random character.
        let mut claims = Vec::new();
        for (number, (block, (_, text, cut))) in sample.document.blocks.iter().zip(&blocks).enumerate() {
            let ends: Vec<usize> = text.char_indices().map(|(at, letter)| at + letter.len_utf8()).collect();
            if ends.is_empty() {
                continue;
            }
            let start = block.at.bytes.start;
            let at = sample.span(start, start + ends[cut.index(ends.len())]);
            let words = at.slice(&sample.document.text).expect("cut between characters").to_owned();
            if words.trim().is_empty() {
                continue;
            }
            claims.push(claim(&format!("c{}", number + 1), None, vec![Quoted { text: words, at }]));
        }
        sample.document.claims = claims;
        let names: Vec<&str> = sample.document.claims.iter().map(|claim| claim.id.as_str()).collect();

        let notes: String = names.iter().map(|name| format!("[^{name}]: note\n")).collect();
        let markdown = format!("{}\n{notes}", article(&sample.document).unwrap_or_default());
        let rendered = render(&markdown);
        let source: Vec<String> = plain.iter().map(|(_, text)| folded(text)).collect();
        prop_assert_eq!(folded(&rendered.words), folded(&format!("Article {}", source.join(" "))), "{}", markdown);
        prop_assert_eq!(&rendered.references, &names, "{}", markdown);
        prop_assert!(rendered.markup.is_empty(), "{:?} in {}", rendered.markup, markdown);

        let whole = brief(&sample.document, MarkdownOptions::default());
        let rendered = render(&whole);
        prop_assert_eq!(rendered.references.len(), names.len() * 2, "{}", whole);
        prop_assert_eq!(rendered.definitions.len(), names.len(), "{}", whole);
    }

    #[test]
    fn names_cannot_break_the_brief(name in words(), id in "[a-z]{1,6}") {
        let mut sample = Sample::new(&[(BlockKind::Paragraph, "Nobody spoke.")]);
        sample.document.metadata.title = Some(name.clone());
        sample.document.metadata.category = Some(name.clone());
        sample.document.actors.push(Actor {
            id: id.clone(),
            name: name.clone(),
            kind: ActorKind::Group,
            subkind: Some(name.clone()),
            aliases: vec![name.clone()],
            roles: Vec::new(),
            affiliation: None,
            identifiers: Default::default(),
            mentions: Vec::new(),
            annotation: None,
        });
        let quoted = sample.quoted("Nobody spoke");
        sample.document.claims.push(claim("c1", Some(&id), vec![quoted]));
        let markdown = brief(&sample.document, MarkdownOptions::default());
        let rendered = render(&markdown);
        prop_assert_eq!(rendered.references, ["c1", "c1"], "{}", markdown);
        prop_assert_eq!(rendered.headings, 5, "{}", markdown);
        // The bold word before the claim is the brief's own.
        prop_assert_eq!(rendered.markup, ["emphasis"], "{}", markdown);
    }

    #[test]
    fn yaml_strings_are_json_strings(value in any::<String>()) {
        let written = quoted(&value);
        prop_assert!(!written.contains('\n'));
        prop_assert_eq!(serde_json::from_str::<String>(&written).ok(), Some(value));
    }
}
