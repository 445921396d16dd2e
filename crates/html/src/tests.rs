use proptest::prelude::*;
use rapporteur_core::{ApparatusKind, BlockKind, Draft, Provenance, assemble};

use crate::{Hints, SiteRules, read_page};

mod what_lines_are;

const LONG: &str = "The council of the three harbours met on Monday and agreed on nothing but the date of its next meeting, \
    which will be held in a month";

/// A page around a body, with what an article page has.
fn page(body: &str) -> String {
    format!(
        "<!doctype html><html lang=en-GB><head><meta charset=utf-8><title>Rope and tide | Quay Gazette</title>\
         <meta property=og:site_name content='Quay Gazette'><meta name=author content='Ilse Marwood'>\
         <meta property=article:published_time content=2031-03-14T09:00:00Z>\
         <link rel=canonical href='https://quay.example/rope'></head>\
         <body><nav><a href=/>Home</a> <a href=/news>News</a></nav><article><h1>Rope and tide</h1>{body}</article>\
         <footer>All rights reserved</footer></body></html>"
    )
}

fn draft(source: &str) -> Draft {
    read_page(source.as_bytes(), Hints::default(), None).expect("the page is an article")
}

/// Blocks as "kind words", apparatus as "[kind] words", in text order.
fn show(draft: &Draft) -> Vec<String> {
    let short = |at: rapporteur_core::ByteRange| {
        let words = at.slice(&draft.text).expect("positions are sound");
        words.chars().take(28).collect::<String>().replace('\n', "/").trim_end().to_owned()
    };
    let mut shown: Vec<(usize, String)> = Vec::new();
    for block in &draft.blocks {
        let kind = serde_json::to_value(block.kind).expect("a kind has a name");
        shown.push((block.at.start, format!("{} {}", kind.as_str().unwrap_or_default(), short(block.at))));
    }
    for piece in &draft.apparatus {
        let kind = serde_json::to_value(piece.kind).expect("a kind has a name");
        shown.push((piece.at.start, format!("[{}] {}", kind.as_str().unwrap_or_default(), short(piece.at))));
    }
    shown.sort();
    shown.into_iter().map(|(_, line)| line).collect()
}

fn check(body: &str, expected: &[&str]) {
    assert_eq!(show(&draft(&page(body))), expected, "{body}");
}

#[test]
fn blocks_of_the_body() {
    check(
        &format!(
            "<p>{LONG}.</p><h2>Next &amp; last</h2><p>{LONG} again.</p><ul><li>One thing was said.<ul><li>And another.</ul></ul>\
             <blockquote><p>Members shall meet when the tide is out.</p></blockquote><p>{LONG} at last.</p>"
        ),
        &[
            "[headline] Rope and tide",
            "paragraph The council of the three har",
            "heading Next & last",
            "paragraph The council of the three har",
            "list-item One thing was said.",
            "list-item And another.",
            "quotation Members shall meet when the",
            "paragraph The council of the three har",
        ],
    );
}

#[test]
fn paragraphs_without_paragraph_elements() {
    check(
        &format!("<div>{LONG} one.<br><br>{LONG} two.<br/>\n<br/>{LONG}<br>three.</div>"),
        &[
            "[headline] Rope and tide",
            "paragraph The council of the three har",
            "paragraph The council of the three har",
            "paragraph The council of the three har",
        ],
    );
    check(
        &format!("<div><div>{LONG} one.</div><div>{LONG} <b>two</b>.</div></div>"),
        &[
            "[headline] Rope and tide",
            "paragraph The council of the three har",
            "paragraph The council of the three har",
        ],
    );
}

#[test]
fn breaks_by_class_and_words_that_open_over_others() {
    check(
        &format!("<div>{LONG} one.<span class='c br'></span><span class=br></span>{LONG} two.</div>"),
        &[
            "[headline] Rope and tide",
            "paragraph The council of the three har",
            "paragraph The council of the three har",
        ],
    );
    let hidden = "<p>Ilse Marwood<span class=popover><a href=/m>Marwood</a> in the news: more of it</span> said so, and it was \
        written down by the clerk of the harbour.</p>";
    let draft = draft(&page(&format!("{hidden}<p>{LONG}.</p><p>{LONG} again.</p>")));
    assert!(draft.text.contains("Ilse Marwood said so, and"), "{}", draft.text);
}

/// A page with wordings of its title in the places where pages have them; empty ones are left out.
fn titled(json_ld: &str, title: &str, sharing: &[(&str, &str)], h1: &[&str]) -> String {
    let mut source = format!("<title>{title}</title><meta property=og:site_name content='Quay Gazette'>");
    if !json_ld.is_empty() {
        source += &format!(
            "<script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"headline\":\"{json_ld}\"}}</script>"
        );
    }
    for (key, value) in sharing {
        source += &format!("<meta property='{key}' content='{value}'>");
    }
    for headline in h1 {
        source += &format!("<h1>{headline}</h1>");
    }
    source + &format!("<article><p>{LONG}.</p><p>{LONG} again.</p><p>{LONG} at last.</p></article>")
}

#[test]
fn the_title_among_wordings_that_differ() {
    let check = |source: String, expected: &str| {
        assert_eq!(draft(&source).metadata.title.as_deref(), Some(expected), "{source}");
    };
    let (long, short) = ("Rope and tide in the harbour of Halm", "What rope does at high tide");
    let (og, twitter) = ("og:title", "twitter:title");
    // Nothing confirms the visible wording, and the page states another twice.
    check(titled("", long, &[(og, long)], &[short]), long);
    check(titled(long, long, &[], &[short]), long);
    // A copy of the title element with the site's name is no statement; nor is one wording alone.
    check(titled("", "Rope and tide in Halm | Quays", &[(og, "Rope and tide in Halm | Quays")], &[short]), short);
    check(titled("", "Quays and ropes of Halm", &[(og, long)], &[short]), short);
    // Only the title element has the visible wording; the page states twice under which it is to be shared.
    check(titled("", short, &[(og, long), (twitter, long)], &[short]), long);
    check(titled("", short, &[(og, long)], &[short]), short);
    check(titled(short, short, &[(og, long), (twitter, long)], &[short]), short);
    // One wording in two spellings: as the page's data has it, unless only marks of one kind differ.
    check(titled("Rope--and tide in Halm", "Rope", &[], &["Rope—and tide in Halm"]), "Rope--and tide in Halm");
    check(titled("Rope and tide in Halm?...", "Rope", &[], &["Rope and tide in Halm?"]), "Rope and tide in Halm?...");
    check(titled("Rope and tide in Halm", "Rope", &[], &["ROPE AND TIDE IN HALM"]), "Rope and tide in Halm");
    check(titled("Rope's tide - in Halm", "Rope", &[], &["Rope’s tide: in Halm"]), "Rope’s tide: in Halm");
    // Of two headings the one that begins the title element.
    check(titled("", &format!("{long} (Ilse Marwood)"), &[], &["The works of Ilse Marwood:", long]), long);
}

#[test]
fn sections_and_their_authors() {
    let body = format!(
        "<p>{LONG}.</p><h2>Close it</h2><p class=byline>Priya Halloran</p><p>{LONG} one.</p><h2>Share it</h2><p class=byline>By \
         Lin Qiaoyu</p><p>{LONG} two.</p>"
    );
    let draft = draft(&format!("<title>What to do</title><article><h1>What to do</h1>{body}</article>"));
    let named: Vec<Vec<&str>> = draft
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Heading)
        .map(|block| block.byline.iter().map(|author| author.at.slice(&draft.text).expect("it stands there")).collect())
        .collect();
    assert_eq!(named, [["Priya Halloran"], ["Lin Qiaoyu"]]);
    let authors: Vec<&str> = draft.metadata.authors.iter().map(|author| author.name.as_str()).collect();
    assert_eq!(authors, ["Priya Halloran", "Lin Qiaoyu"]);
}

#[test]
fn furniture_is_kept_apart() {
    check(
        &format!(
            "<p class=byline>By Ilse Marwood</p><p>{LONG}.</p><div class=share-bar><a href=#>Share this</a></div>\
             <p>{LONG} too.</p><aside class=related><h3>Related</h3><a href=/a>Another story</a></aside>\
             <p>{LONG} then.</p><blockquote class=pullquote>agreed on nothing but the date</blockquote>\
             <div class=newsletter><p>Sign up for our letter.</p></div><p>{LONG} still.</p>"
        ),
        &[
            "[headline] Rope and tide",
            "[byline] By Ilse Marwood",
            "paragraph The council of the three har",
            "[share] Share this",
            "paragraph The council of the three har",
            "[related] Related//Another story",
            "paragraph The council of the three har",
            "[pull-quote] agreed on nothing but the da",
            "[newsletter] Sign up for our letter.",
            "paragraph The council of the three har",
        ],
    );
}

#[test]
fn a_table_is_one_block() {
    let draft = draft(&page(&format!(
        "<p>{LONG}.</p><table><tr><th>State<th>Vote<tr><td>Averland<td>for</table><p>{LONG} too.</p>"
    )));
    let table = draft.blocks.iter().find(|block| block.kind == BlockKind::Table).expect("a table");
    assert_eq!(table.at.slice(&draft.text), Some("State\tVote\nAverland\tfor"));
}

#[test]
fn metadata_of_the_page() {
    let draft = draft(&page(&format!("<p>{LONG}.</p>")));
    let metadata = &draft.metadata;
    assert_eq!(metadata.title.as_deref(), Some("Rope and tide"));
    assert_eq!(metadata.publisher.as_ref().map(|publisher| publisher.name.as_str()), Some("Quay Gazette"));
    assert_eq!(metadata.published.as_deref(), Some("2031-03-14T09:00:00Z"));
    assert_eq!(metadata.authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>(), ["Ilse Marwood"]);
    assert_eq!(metadata.url.as_deref(), Some("https://quay.example/rope"));
    let title = metadata.candidates.iter().find(|one| one.origin == "title element").expect("a candidate");
    assert!(!title.chosen && title.value == "Rope and tide | Quay Gazette");
    assert!(title.source.is_some());
}

#[test]
fn text_leads_back_through_references_and_encodings() {
    let body = format!("<p>He said &ldquo;na\u{ef}ve&rdquo;  and\n <b>left</b>. {LONG}.</p>");
    let utf8 = page(&body);
    for (charset, bytes) in [
        ("UTF-8", utf8.clone().into_bytes()),
        ("windows-1252", utf8.replace("utf-8", "windows-1252").chars().map(|letter| letter as u8).collect::<Vec<u8>>()),
    ] {
        let draft = read_page(&bytes, Hints::default(), None).expect("an article");
        assert_eq!(draft.charset, charset);
        let start = draft.text.find("He said").expect("the paragraph");
        let words = "He said “naïve” and left";
        assert_eq!(draft.text.get(start..start + words.len()), Some(words));
        let (parts, whole) = draft.map.source_parts(rapporteur_core::ByteRange::new(start, start + words.len()));
        let raw: Vec<u8> =
            parts.iter().flat_map(|part| bytes.get(part.start..part.end).unwrap_or_default().to_vec()).collect();
        let raw = if charset == "UTF-8" {
            String::from_utf8_lossy(&raw).into_owned()
        } else {
            raw.iter().map(|byte| char::from(*byte)).collect()
        };
        assert_eq!((raw.as_str(), whole), ("He said &ldquo;naïve&rdquo;  and\n left", true));
    }
}

#[test]
fn rules_win_field_by_field() {
    let rules = SiteRules::from_toml(
        "publisher = 'The Quay'\n[[layouts]]\nname = 'only'\nwhen = ['article']\nauthors = ['.who b']\nbody = ['.text']\nstrip = ['.box']\nbylines = ['.who']",
    )
    .expect("sound rules");
    let source = page(&format!(
        "<div class=who><b>Tomasz Okello</b></div><p>{LONG} outside.</p><div class=text><p>{LONG}.</p><div class=box>Read on</div></div>"
    ));
    let draft = read_page(source.as_bytes(), Hints::default(), Some(&rules)).expect("an article");
    assert_eq!(draft.metadata.authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>(), ["Tomasz Okello"]);
    assert_eq!(draft.metadata.publisher.as_ref().map(|publisher| publisher.name.as_str()), Some("The Quay"));
    // The date is not in the rules and is found as on any page.
    assert_eq!(draft.metadata.published.as_deref(), Some("2031-03-14T09:00:00Z"));
    assert!(
        draft
            .apparatus
            .iter()
            .any(|piece| piece.kind == ApparatusKind::Other && piece.at.slice(&draft.text) == Some("Read on"))
    );
}

#[test]
fn refusals() {
    let code = |source: &str| {
        read_page(source.as_bytes(), Hints::default(), None).map(|draft| draft.text).map_err(|refused| refused.code)
    };
    assert_eq!(
        code("<title>403 Forbidden</title><h1>403 Forbidden</h1><p>You have no permission to see this page.</p>"),
        Err("error-page")
    );
    assert_eq!(
        code("<title>Just a moment...</title><p>Checking your browser before you may go on to the quay.</p>"),
        Err("error-page")
    );
    assert_eq!(code(&page("")), Err("empty-body"));
    assert_eq!(code(""), Err("empty-body"));
    let locked = page(
        "<p>The council met, and what it agreed on was&hellip;</p><div class=paywall><p>Subscribe to read on.</p></div>",
    );
    assert_eq!(code(&locked), Err("paywall"));
    // An article about errors is an article.
    assert!(code(&page(&format!("<p>{LONG}: 404 not found.</p>"))).is_ok());
}

#[test]
fn a_page_of_three_megabytes() {
    let paragraphs = format!("<p>{LONG} &amp; more.</p>").repeat(3_000_000 / (LONG.len() + 24));
    let source = page(&paragraphs);
    assert!(source.len() > 2_900_000);
    let draft = draft(&source);
    assert!(draft.blocks.len() > 15_000);
    assert!(draft.map.is_sound(draft.text.len(), source.len()));
}

#[test]
fn a_hundred_thousand_levels() {
    for name in ["div", "ul><li", "a"] {
        let source = page(&format!("{}<p>{LONG}.</p>", format!("<{name}>").repeat(100_000)));
        let read = read_page(source.as_bytes(), Hints::default(), None);
        assert!(read.is_ok_and(|draft| draft.text.contains("the three harbours")), "{name}");
    }
}

/// Many of one thing: no step may look at all of them for each of them.
#[test]
fn wide_pages() {
    for piece in [
        format!("{LONG}.<br><br>"),
        "<h1>Another headline of some length</h1>".to_owned(),
        format!("<div class=entry-content><p>{LONG}.</p></div>"),
        format!("<blockquote>{LONG}.</blockquote>"),
        "<a rel=author href=/a>Ilse Marwood</a> <time datetime=2031-03-14>14 March</time>".to_owned(),
        "<script type=application/ld+json>{\"@type\":\"Article\",\"@id\":\"#a\"}</script>".to_owned(),
        "<meta name=author content='Ilse Marwood'><meta property=og:title content='Another bridge'>".to_owned(),
        "<span itemprop=author>Ilse Marwood</span>".to_owned(),
        "<p class=byline>By Ilse Marwood</p>".to_owned(),
        "<figure><img><figcaption>A quay in the morning</figcaption></figure><div>A quay in the morning</div>"
            .to_owned(),
        "<section><h2><a href=/a>Another piece</a></h2><p>What it is about.</p></section>".to_owned(),
        "</p></div></b>".to_owned(),
        "&amp;&lt;&".to_owned(),
    ] {
        let source = page(&format!("<p>{LONG}.</p><div>{}</div>", piece.repeat(20_000)));
        let read = read_page(source.as_bytes(), Hints::default(), None);
        assert!(read.is_ok_and(|draft| draft.text.contains("the three harbours")), "{piece}");
    }
}

fn check_sound(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(draft) = read_page(bytes, Hints::default(), None) else { return Ok(()) };
    let provenance =
        Provenance { uri: "x", bytes, ordinal: 0, plugin: "html", plugin_version: "1", confidence: 60, evidence: &[] };
    let assembled = assemble(draft, &provenance);
    prop_assert!(assembled.is_ok(), "{:?}", assembled.err());
    Ok(())
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("<p>"),
        Just("</p>"),
        Just("<div class=article-body>"),
        Just("<div class='share related'>"),
        Just("</div>"),
        Just("<h1>Rope and tide</h1>"),
        Just("<h2>"),
        Just("</h2>"),
        Just("<li>"),
        Just("<br><br>"),
        Just("<table><tr><td>"),
        Just("</table>"),
        Just("<time datetime=2031-03-14>14 March 2031</time>"),
        Just("<span class=byline>By Ilse Marwood</span>"),
        Just(
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Rope and tide\",\"author\":[{\"name\":\"A B\"}]}</script>"
        ),
        Just("<script type=application/ld+json>{\"a\":</script>"),
        Just("<blockquote class=twitter-tweet>"),
        Just("</blockquote>"),
        Just("<figure><figcaption>A boat. Photo: B. C.</figcaption></figure>"),
        Just("&nbsp;&rsquo;&amp;"),
        Just("The council of the three harbours met on Monday, and it agreed on nothing but the date. "),
        Just("„é“\u{a0}\r\n"),
        Just("<pre>\n a\n  b</pre>"),
        Just("<a href=/x>a link to another story</a>"),
    ];
    proptest::collection::vec(piece, 0..50).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        check_sound(&bytes)?;
    }

    #[test]
    fn any_markup_gives_a_sound_draft(source in pieces()) {
        check_sound(source.as_bytes())?;
    }
}
