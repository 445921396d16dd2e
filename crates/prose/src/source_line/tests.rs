use super::parse;

fn check(line: &str, name: Option<&str>) {
    assert_eq!(parse(line).map(|note| note.name), Some(name), "{line}");
}

#[test]
fn names_of_publishers() {
    check("Source: This article was published by the Coastal Policy Institute.", Some("Coastal Policy Institute"));
    check("This article was originally published by The Harbour Courier", Some("Harbour Courier"));
    check(
        "This article originally appeared in Meridian Review and is republished with permission.",
        Some("Meridian Review"),
    );
    check("This commentary originally appeared in Kestrian Daily.", Some("Kestrian Daily"));
    check("Source: Harbour Foundation (PDF)", Some("Harbour Foundation"));
    check("Reprinted from the Harbour Courier", Some("Harbour Courier"));
    check("Meridian Review is the source.", Some("Meridian Review"));
    check(
        "This piece was first published in the Institute for Peace and Law’s bulletin on 3 May 2031.",
        Some("Institute for Peace and Law’s bulletin"),
    );
    check("Republished from Meridian Review under a Creative Commons licence.", Some("Meridian Review"));
    check(
        "*A longer version of this essay was first published by the Bank of Averland, which keeps the data.*",
        Some("Bank of Averland"),
    );
    check(
        "This article, which was originally published by Meridian Review, is republished with permission.",
        Some("Meridian Review"),
    );
    check("paper.example", Some("paper.example"));
    check("With input from agencies", None);
    check("A version of this article appeared in print on March 14, 2031, in Section A", None);
    check("This is a transcript of a speech held in Halm.", None);
}

#[test]
fn prose_is_no_note() {
    for line in [
        "The paper published by the ministry says that the line was a mistake.",
        "This report, published on Monday, names no culprit.",
        "Source of the argument that followed: a single sentence.",
        "The study was a success.",
        "The report was published by the ministry on Monday.",
        "The report, which was published on Monday, names no culprit.",
        "The article, which was published on Monday, names no culprit.",
        "He stopped.",
    ] {
        assert_eq!(parse(line), None, "{line}");
    }
}
