use super::*;
use crate::{SiteRules, detect_site, read_page};

const PAGE: &str = r#"<!doctype html><html lang="en"><head><title>Harbour Talks Resume – Gull Post</title>
<link rel="canonical" href="https://www.gullpost.example/2031/03/harbour-talks">
<meta property="og:site_name" content="Gull Post"><meta property="og:title" content="Harbour Talks Resume">
<meta property="article:published_time" content="2031-03-14T08:00:00Z"></head>
<body class="post-48211 css-1a2b3c"><header><nav><ul><li><a href="/">Home</a><li><a href="/sea">Sea</a></ul></nav></header>
<div class="Layout_wrap__x7Gh2"><h1 class="entry-title css-9z8y7x">Harbour Talks Resume</h1>
<div class="entry-meta"><span class="byline">By <a rel="author" href="/m">Ilse Marwood</a></span>
<time class="posted-on" datetime="2031-03-14">March 14, 2031</time></div>
<div class="Article_body__q9Zk1">
<p>Negotiators of the three coastal states met again on Monday to settle who may use the deep berths in winter.</p>
<p>Averland wants the berths kept for grain; Norvane wants them open to all ships that pay the dues on time.</p>
<div class="newsletter-signup">Sign up for our weekly letter about the sea and those who live from it.</div>
<p>Neither side expects a result before the summer, and both said that the talks would go on after the holidays.</p>
<p>A Kestrian observer wrote down what was said and sent it home, where nobody has read it until this day.</p></div>
<div class="author-bio"><p>Ilse Marwood is a senior fellow at the Harbour Institute and writes about ports.</p></div>
</div><footer>Imprint</footer></body></html>"#;

fn proposal(page: &str) -> Proposal {
    propose(page.as_bytes(), Hints::default(), None).expect("an article")
}

fn taken(proposal: &Proposal, name: &str) -> Vec<String> {
    let field = proposal.fields.iter().find(|field| field.field == name).expect("every field is there");
    field.selectors.iter().filter(|selector| selector.taken).map(|selector| selector.selector.clone()).collect()
}

#[test]
fn names_that_last_are_proposed() {
    let proposal = proposal(PAGE);
    assert_eq!((proposal.name.as_str(), proposal.id.as_str()), ("gullpost", "local.gullpost"));
    assert_eq!(taken(&proposal, "title"), ["h1.entry-title", "meta[property='og:title']@content"]);
    assert_eq!(taken(&proposal, "authors"), ["a[rel='author']"]);
    assert_eq!(taken(&proposal, "body"), ["[class*='Article_body']"]);
    assert_eq!(taken(&proposal, "strip"), [".newsletter-signup"]);
    assert_eq!(taken(&proposal, "bios"), [".author-bio"]);
    for made_up in ["css-", "x7Gh2", "q9Zk1", "48211"] {
        assert!(!proposal.rules.contains(made_up), "{}", proposal.rules);
    }
}

#[test]
fn what_is_proposed_reads_the_page_it_came_from() {
    let proposal = proposal(PAGE);
    let rules = SiteRules::from_toml(&proposal.rules).expect("what is proposed is sound");
    assert!(detect_site(PAGE.as_bytes(), None, &rules).confidence >= 80);
    let draft = read_page(PAGE.as_bytes(), Hints::default(), Some(&rules)).expect("an article");
    assert_eq!(draft.metadata.title.as_deref(), Some("Harbour Talks Resume"));
    assert_eq!(draft.metadata.published.as_deref(), Some("2031-03-14T08:00:00Z"));
    assert_eq!(draft.metadata.authors[0].name, "Ilse Marwood");
    assert_eq!(draft.blocks.len(), 4);
    assert!(draft.diagnostics.iter().all(|diagnostic| diagnostic.code != "unknown-layout"));
}

#[test]
fn a_page_without_site_gets_a_mark() {
    let text =
        "<p>Negotiators of the three coastal states met again on Monday to settle who may use the deep berths.</p>";
    let page =
        format!("<!doctype html><html><body><h1>Talks</h1><div class=story>{}</div></body></html>", text.repeat(6));
    let proposal = proposal(&page);
    assert!(proposal.rules.contains("marks = [\".story\"]"), "{}", proposal.rules);
    assert_eq!(proposal.name, "site");
    assert!(SiteRules::from_toml(&proposal.rules).is_ok());
}

#[test]
fn what_is_no_article_is_refused() {
    let refused = propose(b"<!doctype html><title>404 Not Found</title><h1>404 Not Found</h1>", Hints::default(), None);
    assert_eq!(refused.expect_err("an error page").code, "error-page");
}

#[test]
fn sites_are_named_by_their_host() {
    for (host, word) in [
        ("gullpost.example", "gullpost"),
        ("news.gullpost.co.uk", "gullpost"),
        ("www.example", "www"),
        ("m.x.org", "x"),
    ] {
        assert_eq!(site_word(host), word, "{host}");
    }
}
