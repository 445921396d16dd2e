use super::*;
use crate::metadata::json_ld;

/// Claims as "claimants: words | verdict rating/worst/best reviewer | claimed | appearances".
fn shown(page: &str) -> Vec<String> {
    let page = Page::parse(page.to_owned());
    let claims = json_ld::read(&page).claims;
    let show = |claim: &StatedClaim| {
        let Review { verdict, rating, worst, best, reviewer, claimed, appearances, verdict_at } = &claim.review;
        assert_eq!(*verdict_at, None);
        let word = |word: &Option<String>| word.clone().unwrap_or_else(|| "-".to_owned());
        format!(
            "{}: {} | {} {}/{}/{} {} | {} | {}",
            claim.claimants.join(" & "),
            claim.words,
            word(verdict),
            word(rating),
            word(worst),
            word(best),
            word(reviewer),
            word(claimed),
            appearances.join(" ")
        )
    };
    claims.iter().map(show).collect()
}

fn check_json(json: &str, expected: &[&str]) {
    assert_eq!(shown(&format!("<script type=application/ld+json>{json}</script>")), expected, "{json}");
}

#[test]
fn all_that_a_review_says() {
    check_json(
        r#"{"@type":"ClaimReview","claimReviewed":"Flags cost half.","itemReviewed":{"@type":"Claim",
        "author":{"@type":"Person","name":"Gerrit Falk"},"datePublished":"2031-04-24",
        "appearance":[{"@type":"CreativeWork","url":"https://falk.example/speech"},{"@id":"https://kest.example/1"}],
        "firstAppearance":"https://falk.example/first"},
        "reviewRating":{"ratingValue":1,"bestRating":"5","worstRating":1,"alternateName":"False"},
        "author":{"@type":"Organization","name":"Harbour Checks"}}"#,
        &["Gerrit Falk: Flags cost half. | False 1/1/5 Harbour Checks | 2031-04-24 | \
           https://falk.example/first https://falk.example/speech https://kest.example/1"],
    );
}

#[test]
fn lists_graphs_and_references() {
    check_json(
        r##"{"@graph":[{"@type":["Review","ClaimReview"],"claimReviewed":["One.","Two."],
        "itemReviewed":[{"@id":"#1"},{"@type":"Claim","author":["Lin Qiaoyu","https://x.example/lin"]}],
        "reviewRating":[{"ratingValue":"Half true"}],"publisher":{"@id":"#us"}},
        {"@id":"#1","@type":"Claim","author":[{"name":"Gerrit Falk"},{"name":"Owen Marsh"}]},
        {"@id":"#us","@type":"Organization","name":"Harbour Checks"}]}"##,
        &[
            "Gerrit Falk & Owen Marsh: One. | Half true -/-/- Harbour Checks | - | ",
            "Lin Qiaoyu: Two. | Half true -/-/- Harbour Checks | - | ",
        ],
    );
}

#[test]
fn reviews_within_articles() {
    check_json(
        r#"{"@type":"NewsArticle","headline":"Flags","review":{"@type":"ClaimReview","itemReviewed":{"@type":"Claim",
        "text":"Flags cost half.","appearance":{"@type":"SocialMediaPosting","author":{"name":"Gerrit Falk"},"headline":"A post"}},
        "reviewRating":{"ratingValue":2,"name":"2"}}}"#,
        &["Gerrit Falk: Flags cost half. | - 2/-/- - | - | A post"],
    );
}

#[test]
fn the_same_twice_is_one() {
    let review = r#"{"@type":"ClaimReview","claimReviewed":"Flags cost half."}"#;
    check_json(&format!("[{review},{review}]"), &[": Flags cost half. | - -/-/- - | - | "]);
    check_json(r#"{"@type":"ClaimReview","claimReviewed":" ","itemReviewed":null,"reviewRating":[]}"#, &[]);
}

#[test]
fn attributes_of_elements() {
    let page = "<div itemscope itemtype='https://schema.org/ClaimReview'><p itemprop=claimReviewed>Flags cost  half.</p>\
        <div itemprop=itemReviewed itemscope itemtype='https://schema.org/Claim'><span itemprop=author itemscope><b \
        itemprop=name>Gerrit Falk</b>, leader</span> <time itemprop=datePublished datetime=2031-04-24>April</time></div>\
        <div itemprop=reviewRating itemscope><meta itemprop=ratingValue content=1><span itemprop=alternateName>False</span></div>\
        <span itemprop=author>Harbour Checks</span></div>";
    assert_eq!(shown(page), ["Gerrit Falk: Flags cost half. | False 1/-/- Harbour Checks | 2031-04-24 | "]);
}
