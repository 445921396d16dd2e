//! Scores of actor mentions, counted by hand.

use rapporteur_eval::actors::{ActorRow, ActorTally, Codes, FoundMention, Hits};

fn row(json: &str) -> ActorRow {
    serde_json::from_str(json).expect("the row is sound")
}

fn found(start: usize, end: usize, kind: &str, country: Option<&str>) -> FoundMention {
    FoundMention { start, end, kind: kind.to_owned(), country: country.map(str::to_owned) }
}

#[test]
fn strict_lenient_and_codes() {
    let row =
        row(r#"{"id": "1", "set": "politics", "text": "The Norvanian navy and Ada Brun left Halm.", "mentions": [
            {"start": 4, "end": 18, "kind": "organisation"},
            {"start": 23, "end": 31, "kind": "person"},
            {"start": 37, "end": 41, "kind": "place", "ignore": true},
            {"start": 4, "end": 13, "kind": "group", "canonical": "NOR", "ignore": true}]}"#);
    let mut tally = ActorTally::default();
    let answers = [
        // The article before it does not count.
        found(0, 18, "organisation", None),
        found(4, 13, "nationality", Some("NOR")),
        // A first name only: right leniently.
        found(23, 26, "person", None),
        // In a place nobody asks for.
        found(37, 41, "state", Some("NOR")),
        found(32, 36, "person", None),
    ];
    tally.add(&row, &answers);
    assert_eq!(tally.strict["all"], Hits { right: 1, invented: 2, missed: 1 });
    assert_eq!(tally.lenient["all"], Hits { right: 2, invented: 1, missed: 0 });
    assert_eq!(tally.codes["group"], Codes { gold: 1, found: 1, right: 1 });
}

#[test]
fn parties_of_an_event() {
    let row = row(
        r#"{"id": "1", "set": "plover", "text": "Norvanian envoys met the Tidal Commission in Kest.", "mentions": [
            {"start": 0, "end": 16, "kind": "actor", "canonical": "NOR", "class": "nationality"},
            {"start": 21, "end": 41, "kind": "actor", "canonical": "INT", "class": "international"}]}"#,
    );
    let mut tally = ActorTally::default();
    tally.add(&row, &[found(0, 9, "nationality", Some("SWE")), found(25, 41, "organisation", None)]);
    assert_eq!(tally.codes["all"], Codes { gold: 2, found: 2, right: 1 });
    assert_eq!(tally.codes["nationality"], Codes { gold: 1, found: 1, right: 0 });
}
