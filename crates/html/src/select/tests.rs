use super::Selector;
use crate::page::{NodeId, Page};

const PAGE: &str = r#"<body><div id=top class="a b"><h1>one</h1><p class=A>two</p><p data-x="q w">three <b>four</b></p></div>
<ul><li>five</li><li class="a">six</li></ul><span></span></body>"#;

fn check(selector: &str, expected: &[&str]) {
    let page = Page::parse(PAGE.to_owned());
    let selector = Selector::parse(selector).expect("a selector");
    let found: Vec<String> =
        selector.all(&page, NodeId::ROOT).map(|node| page.inner_text(node).trim().to_owned()).collect();
    assert_eq!(found, expected, "{selector}");
}

#[test]
fn selectors() {
    check("h1", &["one"]);
    check("p.A, #top > h1", &["one", "two"]);
    check(".a li", &[]);
    check("li.a", &["six"]);
    check("ul > li:first-child", &["five"]);
    check("p:not(.A) b", &["four"]);
    check("[data-x~=w]", &["three four"]);
    check("[class^=a i]", &["onetwothree four", "two", "six"]);
    check("h1 + p", &["two"]);
    check("p:has(b)", &["three four"]);
    check(":is(h1, b)", &["one", "four"]);
    check("span:empty", &[""]);
}

#[test]
fn what_is_no_selector_is_said_to_be_none() {
    for (text, message) in [
        ("p >", "it ends with a combinator"),
        ("", "nothing is selected"),
        ("p:hover", "a pseudo-class or pseudo-element that pages do not have"),
        ("p[", "unexpected end of input"),
    ] {
        let error = Selector::parse(text).expect_err("no selector");
        assert_eq!((error.selector.as_str(), error.message.as_str()), (text, message));
    }
}
