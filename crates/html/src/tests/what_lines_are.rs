//! Lines that their markup alone would put in the wrong place.

use super::{LONG, check, draft, page};

#[test]
fn an_id_made_of_a_heading_says_nothing() {
    let body = |id: &str| format!("<p>{LONG}.</p><p>{LONG} too.</p><div id={id}><p>{LONG} there.</p></div>");
    let three = ["[headline] Rope and tide"].into_iter().chain(["paragraph The council of the three har"; 3]);
    check(&body("what-the-council-said-of-a-similar-rope-last-year"), &three.collect::<Vec<_>>());
    let last = "[related] The council of the three har";
    let two = ["[headline] Rope and tide"].into_iter().chain(["paragraph The council of the three har"; 2]);
    check(&body("similar-stories"), &two.chain([last]).collect::<Vec<_>>());
}

#[test]
fn an_id_that_a_table_of_contents_leads_to() {
    let body = format!(
        "<p>{LONG}.</p><div id=toc_rope-and-tide><p>{LONG} too.</p></div><h2 id=related>What goes with it</h2><p>{LONG} there.</p>"
    );
    check(
        &body,
        &[
            "[headline] Rope and tide",
            "paragraph The council of the three har",
            "paragraph The council of the three har",
            "heading What goes with it",
            "paragraph The council of the three har",
        ],
    );
}

#[test]
fn numbered_headings_that_lead_elsewhere() {
    let item = |number: usize, name: &str| {
        let list = "<ul><li><a href=/a>Ropes of this kind</a><li><a href=/b>Where to buy them</a><li><a href=/c>Others</a></ul>";
        format!(
            "<div><h2>{number}. <a href=/r>{name}</a></h2><div><p>It holds.</p><p>It is long.</p></div>{list}</div>"
        )
    };
    let draft = draft(&page(&format!("<p>{LONG}.</p><p>{LONG}.</p>{}{}", item(1, "Hemp"), item(2, "Sisal"))));
    let blocks: Vec<&str> = draft.blocks.iter().skip(2).filter_map(|block| block.at.slice(&draft.text)).collect();
    assert_eq!(blocks, ["1. Hemp", "It holds.", "It is long.", "2. Sisal", "It holds.", "It is long."]);
}

#[test]
fn words_with_a_note_over_them_stay() {
    for noted in [
        "<span class=tooltip>the pilot<span class=tooltip-text>Ilse<br>Marwood, 41</span></span>",
        "<span class=popover-name><a class=popover-link href=/m>the pilot</a><span class=popover>Ilse Marwood</span></span>",
    ] {
        let draft = draft(&page(&format!("<p>{LONG}.</p><p>As {noted} said, {LONG}.</p>")));
        assert!(draft.text.contains("As the pilot said, The council"), "{}", draft.text);
        assert!(!draft.text.contains("Marwood"), "{}", draft.text);
    }
    // What is hidden otherwise stays hidden, notes or not.
    let hidden = "<span class=tooltip style='display:none'>hidden<span class=tooltip-text>more</span></span>";
    let draft = draft(&page(&format!("<p>{LONG}.</p><p>As {hidden} said, {LONG}.</p>")));
    assert!(!draft.text.contains("hidden"), "{}", draft.text);
}

#[test]
fn sentences_that_are_mostly_a_link() {
    let link = "<a href=/a>keeps the plans of the joint patrols of the three harbours in one place</a>";
    check(
        &format!("<p>{LONG}.</p><p>It also {link}.</p><h2>Who is in it</h2><p>{LONG} too.</p>"),
        &[
            "[headline] Rope and tide",
            "paragraph The council of the three har",
            "paragraph It also keeps the plans of t",
            "heading Who is in it",
            "paragraph The council of the three har",
        ],
    );
    check(
        &format!(
            "<p>{LONG}.</p><p>The <a href=/a>Halm Tide Almanac</a> writes:</p><blockquote>No rope is as long as its \
             owner says.</blockquote><p>{LONG} too.</p><p><a href=/b>More on ropes in our archive:</a></p>"
        ),
        &[
            "[headline] Rope and tide",
            "paragraph The council of the three har",
            "paragraph The Halm Tide Almanac writes",
            "quotation No rope is as long as its ow",
            "paragraph The council of the three har",
            "[related] More on ropes in our archive",
        ],
    );
}

#[test]
fn a_caption_told_again_without_its_credit() {
    check(
        &format!(
            "<p>{LONG}.</p><figure><img><figcaption>The quay waits for its ropes. Celia Brook for the Gazette\
             </figcaption></figure><p>The quay waits for its ropes.</p><p>{LONG} too.</p>"
        ),
        &[
            "[headline] Rope and tide",
            "paragraph The council of the three har",
            "caption The quay waits for its ropes",
            "[caption-credit] The quay waits for its ropes",
            "paragraph The council of the three har",
        ],
    );
}

#[test]
fn a_picture_among_lines_that_breaks_part() {
    check(
        &format!("<div>{LONG}.<br><br><img src=a>The rope was short.<br><br>{LONG} too.</div>"),
        &[
            "[headline] Rope and tide",
            "paragraph The council of the three har",
            "paragraph The rope was short.",
            "paragraph The council of the three har",
        ],
    );
    check(
        &format!("<p>{LONG}.</p><div><img src=a>The quay of Halm<br><br>Taken in March</div><p>{LONG} too.</p>"),
        &[
            "[headline] Rope and tide",
            "paragraph The council of the three har",
            "caption The quay of Halm",
            "caption Taken in March",
            "paragraph The council of the three har",
        ],
    );
}

#[test]
fn the_paragraph_over_the_byline() {
    let by = "<p class=byline>By Ilse Marwood</p>";
    check(
        &format!("<p>{LONG}.</p>{by}<p>{LONG} one.</p><p>{LONG} two.</p><p>{LONG} three.</p>"),
        &[
            "[headline] Rope and tide",
            "[standfirst] The council of the three har",
            "[byline] By Ilse Marwood",
            "paragraph The council of the three har",
            "paragraph The council of the three har",
            "paragraph The council of the three har",
        ],
    );
    // Two paragraphs are the text's, and the byline stands within it.
    check(
        &format!("<p>{LONG}.</p><p>{LONG} one.</p>{by}<p>{LONG} two.</p><p>{LONG} three.</p><p>{LONG} four.</p>"),
        &[
            "[headline] Rope and tide",
            "paragraph The council of the three har",
            "paragraph The council of the three har",
            "[byline] By Ilse Marwood",
            "paragraph The council of the three har",
            "paragraph The council of the three har",
            "paragraph The council of the three har",
        ],
    );
}

#[test]
fn an_author_whom_only_a_class_names() {
    let read = |who: &str| {
        let source = format!(
            "<title>Rope and tide</title><h1>Rope and tide</h1>{who}<article><p>{LONG}.</p><p>{LONG} too.</p></article>"
        );
        draft(&source).metadata.authors.into_iter().map(|author| author.name).collect::<Vec<_>>()
    };
    assert_eq!(read("<div><div class='card__author-name'>Quay Letters Team</div></div>"), ["Quay Letters Team"]);
    assert_eq!(read("<div><div class=author-name-box>Quay Letters Team</div></div>"), [""; 0]);
}
