use super::{is_direction, label, without_directions};
use rapporteur_core::ByteRange;

fn check(line: &str, speaker: &str, time: Option<&str>, body: &str) {
    let found = label(line).unwrap_or_else(|| panic!("no label in {line}"));
    assert_eq!((found.speaker, found.time, &line[found.body..]), (speaker, time, body));
}

#[test]
fn labels() {
    check("MR HOLT:  Good afternoon.", "MR HOLT", None, "Good afternoon.");
    check("MS. ADEYEMI: (Off-mike.)", "MS. ADEYEMI", None, "(Off-mike.)");
    check("Ms Rao, Official Spokesperson: No news.", "Ms Rao, Official Spokesperson", None, "No news.");
    check("Speaker 2: Yes.", "Speaker 2", None, "Yes.");
    check("Harbour Daily: Averland said so. Your comment?", "Harbour Daily", None, "Averland said so. Your comment?");
    check("Ilse Marwood (01:27):", "Ilse Marwood", Some("01:27"), "");
    check("Q: And then?", "Q", None, "And then?");
    check("A. Nothing.", "A", None, "Nothing.");
    check("Mr. DURAND. Mr. Speaker, I rise.", "Mr. DURAND", None, "Mr. Speaker, I rise.");
    check("Ilse Marwood (01:27):\nGreat.", "Ilse Marwood", Some("01:27"), "Great.");
    for line in [
        "Note: nobody came.",
        "2:09 p.m.",
        "He said: nothing.",
        "https://a.example/b",
        "One thing is clear: it failed.",
        "",
    ] {
        assert_eq!(label(line), None, "{line}");
    }
}

#[test]
fn directions() {
    assert!(is_direction("(Laughter.)") && is_direction("[Applause.]") && !is_direction("(So it is) he said"));
    let text = "(Laughter.) Yes. [Crosstalk.]";
    let found = without_directions(text, ByteRange::new(0, text.len()));
    assert_eq!(found.and_then(|at| at.slice(text)), Some("Yes."));
    assert_eq!(without_directions("(Off-mike.)", ByteRange::new(0, 11)), None);
}
