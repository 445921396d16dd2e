use proptest::prelude::*;
use rapporteur_core::ByteRange;

use super::{Context, NodeId, Page, name, resolve};

fn page(source: &str) -> Page {
    Page::parse(source.to_owned())
}

/// The tree as nested brackets: `p(text b(bold))`.
fn outline(page: &Page, node: NodeId) -> String {
    let mut out = String::new();
    for child in page.children(node) {
        if !out.is_empty() {
            out.push(' ');
        }
        match page.text(child) {
            Some(text) => out.push_str(text.trim()),
            None => {
                out.push_str(page.element_text(child));
                let inner = outline(page, child);
                if !inner.is_empty() {
                    out.push_str(&format!("({inner})"));
                }
            }
        }
    }
    out
}

fn check_tree(source: &str, expected: &str) {
    let page = page(source);
    let body = page.nodes().find(|node| page.is(*node, name::BODY)).expect("every page with content has a body");
    assert_eq!(outline(&page, body), expected, "{source}");
}

#[test]
fn implied_ends() {
    check_tree("<p>a<p>b<div>c</div>d", "p(a) p(b) div(c) d");
    check_tree("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e", "ul(li(a) li(b ul(li(c))) li(d)) e");
    check_tree("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(a) dd(b) dt(c))");
    check_tree("<table><tr><td>a<td>b<tr><th>c</table>d", "table(tr(td(a) td(b)) tr(th(c))) d");
    check_tree("<select><option>a<option>b</select>c", "select(option(a) option(b)) c");
    check_tree("<h2>a<h3>b</h3>c", "h2(a) h3(b) c");
    check_tree("<div><p>a</div>b", "div(p(a)) b");
    check_tree("<li><div><p>a<li>b", "li(div(p(a))) li(b)");
}

#[test]
fn void_and_raw_text() {
    check_tree("a<br>b<img src=x>c<hr/>d", "a br b img c hr d");
    check_tree("<p>x<script>'</p>'</script>y", "p(x script('</p>') y)");
    check_tree("<p><textarea><b>&lt;</textarea>y", "p(textarea(<b><) y)");
    check_tree("<svg><title/><path/></svg>a", "svg(title path) a");
}

#[test]
fn wrong_nesting() {
    check_tree("<b><p>a</b>b</p>c", "b(p(a b) c)");
    check_tree("<p>a</span></div></i>b</p>c", "p(a b) c");
    check_tree("<a href=1>a<a href=2>b</a>c", "a(a) a(b) c");
    check_tree("<table><tr><td><div>a</td><td>b</table>", "table(tr(td(div(a)) td(b)))");
    check_tree("</p></br>a</>b < c", "br a b < c");
}

#[test]
fn head_and_body_are_implied() {
    let page = page("<title>T &amp; U</title><meta name=a content=b><p>x</p>");
    assert_eq!(outline(&page, NodeId::ROOT), "html(title(T & U) meta body(p(x)))");
    let page =
        self::page("<!doctype html><html lang=en><head><meta charset=utf-8></head>\n<body class=c>x</body></html>");
    assert_eq!(outline(&page, NodeId::ROOT), "html(head(meta) body(x))");
    assert!(!page.is_truncated());
}

#[test]
fn attributes_and_their_ranges() {
    let source = r#"<p CLASS="a &amp; b" data-x='1' hidden id=q title="">x</p>"#;
    let page = page(source);
    let p = page.nodes().find(|node| page.is(*node, name::P)).expect("a paragraph");
    let class = page.attribute_with_range(p, name::CLASS).expect("a class");
    assert_eq!(class, ("a & b", ByteRange::new(10, 19)));
    assert_eq!(page.attribute(p, name::ID), Some("q"));
    assert_eq!(page.attribute(p, name::HIDDEN), Some(""));
    assert_eq!(page.attribute(p, name::TITLE), Some(""));
    assert_eq!(page.attribute(p, name::HREF), None);
    assert_eq!(page.range(p), ByteRange::new(0, source.len()));
    let at = page.attributes(p).find(|(_, value, _)| *value == "1").map(|(_, _, at)| at);
    assert_eq!(at.and_then(|at| at.slice(source)), Some("1"));
}

#[test]
fn line_breaks_within_tags() {
    let page = page("<p\r\n class=\r\n\"a\"\r\n  id\r\n=\r\nb\r\n>x\r\ny</p\r\n>z");
    let p = page.nodes().find(|node| page.is(*node, name::P)).expect("a paragraph");
    assert_eq!((page.attribute(p, name::CLASS), page.attribute(p, name::ID)), (Some("a"), Some("b")));
    assert_eq!(page.inner_text(p), "x\ny");
}

#[test]
fn truncated_pages() {
    for source in ["<div><p>a", "<p>a<di", "<p>x</p><script>var a", "<html><head><title>abc"] {
        assert!(page(source).is_truncated(), "{source}");
    }
    for source in ["<p>a", "a < b", "<div>a</div>", "<html><body><div>a</body></html>", ""] {
        assert!(!page(source).is_truncated(), "{source}");
    }
}

#[test]
fn a_hundred_thousand_deep() {
    for name in ["div", "b", "a", "table", "p"] {
        let source = format!("<{name}>").repeat(100_000) + "x" + &format!("</{name}>").repeat(100_000) + "<p>y</p>";
        let page = page(&source);
        assert_eq!(page.inner_text(NodeId::ROOT), "xy", "{name}");
    }
    let source = "</div>".repeat(100_000) + &"<div></b>".repeat(100_000);
    assert!(page(&source).len() > 100_000);
}

/// Every property that must hold of any page.
fn check_sound(source: &str) -> Result<(), TestCaseError> {
    let page = page(source);
    prop_assert_eq!(page.end(NodeId::ROOT).index(), page.len());
    let mut last_text = 0;
    for node in page.nodes() {
        let range = page.range(node);
        prop_assert!(range.slice(source).is_some(), "{range:?}");
        prop_assert!(page.end(node) > node && page.end(node).index() <= page.len());
        if let Some(parent) = page.parent(node) {
            prop_assert!(page.is_within(node, parent) && parent < node);
        }
        for child in page.children(node) {
            prop_assert_eq!(page.parent(child), Some(node));
        }
        for (_, value, at) in page.attributes(node) {
            let raw = at.slice(source);
            prop_assert!(raw.is_some());
            let resolved = resolve(source, at, Context::Attribute).map(|(text, _)| text);
            prop_assert_eq!(resolved.as_deref().or(raw), Some(value));
        }
        let Some(text) = page.text(node) else { continue };
        prop_assert!(range.start >= last_text, "text runs do not overlap");
        last_text = range.end;
        let map = page.text_map(node);
        prop_assert!(map.is_sound(text.len(), source.len()));
        for piece in map.pieces() {
            prop_assert!(range.contains(piece.source));
            let (words, raw) = (piece.text.slice(text), piece.source.slice(source));
            prop_assert!(words.is_some() && raw.is_some(), "{piece:?} splits a character");
            // What is copied is the same; what is not is a reference or a line end.
            let raw = raw.unwrap_or_default();
            if words != Some(&raw.replace('\r', "\n")) {
                prop_assert!(raw.starts_with(['&', '\r']), "{raw:?} became {words:?}");
            }
        }
    }
    Ok(())
}

/// The text of the page as the tokenizer itself decodes it, without line-end and NUL differences.
fn text_by_tokenizer(source: &str) -> String {
    use html5gum::{DefaultEmitter, Token, Tokenizer};
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut text = String::new();
    for token in Tokenizer::new_with_emitter(source, emitter) {
        let Ok(token) = token;
        if let Token::String(string) = token {
            text.push_str(&String::from_utf8_lossy(&string));
        }
    }
    text.replace('\u{fffd}', "")
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("<p>"),
        Just("</p>"),
        Just("<div class=\"a &amp; b\">"),
        Just("</div>"),
        Just("<li>"),
        Just("<b>"),
        Just("</b>"),
        Just("<a href='x?a=1&b=2'>"),
        Just("</a>"),
        Just("<table>"),
        Just("<tr><td>"),
        Just("</table>"),
        Just("&amp;"),
        Just("&rsquo;"),
        Just("&#8211;"),
        Just("&nbsp"),
        Just("&notit;"),
        Just("&"),
        Just("<"),
        Just("</>"),
        Just("<br/>"),
        Just("\r\n"),
        Just("\r"),
        Just("<!-- c -->"),
        Just("<!doctype html>"),
        Just("<script>var a = '<p>'</script>"),
        Just("<title>t &amp; u</title>"),
        Just("word "),
        Just("é“”"),
        Just("<h1>"),
        Just("</h1>"),
        Just("<ul>"),
        Just("</ul>"),
        Just("<span"),
        Just(">"),
        Just("\""),
        Just("="),
        Just("</body>"),
        Just("<svg>"),
        Just("</svg>"),
        Just("<style>a{}</style>"),
        Just("<p\r\n id=x\r\n>"),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_sound_page(source in ".{0,400}") {
        check_sound(&source)?;
    }

    #[test]
    fn any_markup_is_a_sound_page(source in pieces()) {
        check_sound(&source)?;
    }

    #[test]
    fn text_is_what_the_tokenizer_decodes(source in pieces()) {
        let page = page(&source);
        let ours: String = page.nodes().filter_map(|node| page.text(node)).collect();
        let squeeze = |text: &str| text.split_ascii_whitespace().collect::<String>();
        prop_assert_eq!(squeeze(&ours), squeeze(&text_by_tokenizer(&source)));
    }
}
