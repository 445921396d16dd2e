//! Shapes of typed text, each as one small case: what stands where, and what is known about it.

use rapporteur_core::Draft;
use rapporteur_prose::text_source::{Layout, read_text};

const LONG: &str = "The council has put off its decision on the joint patrols until the autumn, when the fleet is expected to come back from the southern banks.";

/// One line a piece, in text order: blocks by kind, apparatus in brackets; then what is known.
fn show(text: &str) -> String {
    match read_text(text.as_bytes(), None, Layout::Article) {
        Ok(draft) => shown(&draft),
        Err(refusal) => format!("refused: {}", refusal.code),
    }
}

fn name(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn shown(draft: &Draft) -> String {
    let words = |at: rapporteur_core::ByteRange| {
        let words = at.slice(&draft.text).expect("in the text").replace('\n', "⏎");
        if words == LONG {
            "(long)".to_owned()
        } else {
            words.chars().take(60).collect::<String>().trim_end().to_owned()
        }
    };
    let mut pieces: Vec<(usize, String)> = Vec::new();
    for block in &draft.blocks {
        let speaker = block.speaker.as_deref().map(|name| format!(" <{name}>")).unwrap_or_default();
        let time = block.time.as_deref().map(|time| format!(" @{time}")).unwrap_or_default();
        pieces.push((block.at.start, format!("{}{speaker}{time}: {}", name(block.kind), words(block.at))));
    }
    for piece in &draft.apparatus {
        pieces.push((piece.at.start, format!("[{}] {}", name(piece.kind), words(piece.at))));
    }
    pieces.sort();
    let mut shown: Vec<String> = pieces.into_iter().map(|(_, piece)| piece).collect();
    let metadata = &draft.metadata;
    let mut known = |label: &str, value: &Option<String>| {
        if let Some(value) = value {
            shown.push(format!("{label} = {value}"));
        }
    };
    known("title", &metadata.title);
    known("category", &metadata.category);
    known("published", &metadata.published);
    known("modified", &metadata.modified);
    known("origin", &metadata.origin.as_ref().map(|origin| origin.name.clone()));
    for author in &metadata.authors {
        let role = author.role.as_deref().map(|role| format!(", {role}")).unwrap_or_default();
        let house = author.affiliation.as_deref().map(|house| format!(" @ {house}")).unwrap_or_default();
        shown.push(format!("author = {}{role}{house}", author.name));
    }
    shown.join("\n")
}

fn check(text: &str, expected: &str) {
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(show(&text.replace("LONG", LONG)), expected.join("\n"), "in\n{text}");
}

#[test]
fn hard_wrapped_text() {
    check(
        "Council puts off patrols\n\nBy Ilse Marwood\n\nThe council has put off its decision on the joint\npatrols until the autumn, when the fleet returns from\nthe southern banks and the money for it is found.\n\nWhat comes next\n\nThe ministers met for five hours in Halm, and none of\nthem would say what had been the matter with the old\nplan.\n",
        "[headline] Council puts off patrols
         [byline] By Ilse Marwood
         paragraph: The council has put off its decision on the joint⏎patrols un
         heading: What comes next
         paragraph: The ministers met for five hours in Halm, and none of⏎them w
         title = Council puts off patrols
         author = Ilse Marwood",
    );
}

#[test]
fn flattened_text() {
    check(&format!("{} {}", "LONG", "LONG"), &format!("paragraph: {}", LONG.chars().take(60).collect::<String>()));
}

#[test]
fn kind_and_date_before_the_headline() {
    check(
        "Expert Speak Harbour Debates\nPublished on Nov 01, 2031\nHarbour Compact tests Averland\nAuthor : Ilse Marwood | Tomasz Okello\nLONG\nLONG\nIlse Marwood is a Fellow with the Strategic Programme at the Coastal Policy Institute.\nThe views expressed above belong to the author(s).\n",
        "[other] Expert Speak Harbour Debates
         [date-line] Published on Nov 01, 2031
         [headline] Harbour Compact tests Averland
         [byline] Author : Ilse Marwood | Tomasz Okello
         paragraph: (long)
         paragraph: (long)
         [bio] Ilse Marwood is a Fellow with the Strategic Programme at the
         [disclaimer] The views expressed above belong to the author(s).
         title = Harbour Compact tests Averland
         category = Expert Speak
         published = 2031-11-01
         author = Ilse Marwood, Fellow @ Coastal Policy Institute
         author = Tomasz Okello",
    );
}

#[test]
fn the_author_named_only_by_the_bio() {
    check(
        "Harbour Compact tests Averland – OpEd\n\nLONG\n\nLONG\n\n*About the author: Dr. Ilse Marwood is a senior lecturer at the University of Tern Bay.\n\nThis article was originally published in the Harbour Courier and is republished with permission.\n",
        "[headline] Harbour Compact tests Averland – OpEd
         paragraph: (long)
         paragraph: (long)
         [bio] *About the author: Dr. Ilse Marwood is a senior lecturer at
         [source-note] This article was originally published in the Harbour Courier
         title = Harbour Compact tests Averland
         category = OpEd
         origin = Harbour Courier
         author = Ilse Marwood, senior lecturer @ University of Tern Bay",
    );
}

#[test]
fn body_is_never_swallowed() {
    // Paragraphs that begin like a byline, a source line, a bio, a dateline or a label, in the middle of a text.
    check(
        "Council puts off patrols\n\nLONG\n\nBy Friday nobody had come, and by Saturday everybody had left for the islands again.\n\nSource of the trouble was the money. Ilse Marwood is a name that was often heard.\n\nThe report was published by the ministry on Monday, and nobody has read it since then.\n\nNote: the ministry denies this. It says that it was never asked about it by anybody.\n\nLONG\n",
        "[headline] Council puts off patrols
         paragraph: (long)
         paragraph: By Friday nobody had come, and by Saturday everybody had lef
         paragraph: Source of the trouble was the money. Ilse Marwood is a name
         paragraph: The report was published by the ministry on Monday, and nobo
         paragraph: Note: the ministry denies this. It says that it was never as
         paragraph: (long)
         title = Council puts off patrols",
    );
}

#[test]
fn lists_footnotes_and_rules() {
    check(
        "Council puts off patrols\n\nLONG\n\n• One ship\n• Two ships\n\nLONG\n\n---\n\n[1] A note on ships.\n[2] Another note.\n\npaper.example\n",
        "[headline] Council puts off patrols
         paragraph: (long)
         list-item: One ship
         list-item: Two ships
         paragraph: (long)
         [other] ---
         footnote: A note on ships.
         footnote: Another note.
         [source-note] paper.example
         title = Council puts off patrols
         origin = paper.example",
    );
}

#[test]
fn parliamentary_record() {
    check(
        "Debate on the harbour bill, transcript\n\nMr. DURAND. Mr. Speaker, I rise to ask about the ships.\n\nThey are late.\n\nMs. ADEYEMI. They are not. (Applause.)\n\nMr. DURAND. Then where are they?\n\nMs. ADEYEMI. (Inaudible.)\n",
        "[headline] Debate on the harbour bill, transcript
         speaker-turn <Mr. DURAND>: Mr. Speaker, I rise to ask about the ships.
         speaker-turn <Mr. DURAND>: They are late.
         speaker-turn <Ms. ADEYEMI>: They are not.
         speaker-turn <Mr. DURAND>: Then where are they?
         [other] (Inaudible.)
         title = Debate on the harbour bill, transcript",
    );
}

#[test]
fn quotations_with_a_mark_in_front() {
    check(
        "Notes on a letter\n\nThe office wrote:\n\n> The present rules were written for another sea.\n\nNobody has answered.\n",
        "[headline] Notes on a letter
         paragraph: The office wrote:
         quotation: The present rules were written for another sea.
         paragraph: Nobody has answered.
         title = Notes on a letter",
    );
}

#[test]
fn answers_with_a_label_and_questions_without() {
    check(
        "Five notes on cocoa\n\nWhat went wrong?\n\nKwabena Asiedu: A third of it left the country.\n\nWho bought it?\n\nKwabena Asiedu: Traders across the border.\n\nThey paid in cash.\n",
        "[headline] Five notes on cocoa
         paragraph: What went wrong?
         speaker-turn <Kwabena Asiedu>: A third of it left the country.
         paragraph: Who bought it?
         speaker-turn <Kwabena Asiedu>: Traders across the border.
         speaker-turn <Kwabena Asiedu>: They paid in cash.
         title = Five notes on cocoa",
    );
    // Whoever asks has a label: two of another are enough.
    check(
        "A short talk\n\nJournalist: Will it last?\n\nAnna Belling: It will.\n\nJournalist: And then?\n\nAnna Belling: Nothing.\n",
        "[headline] A short talk
         speaker-turn <Journalist>: Will it last?
         speaker-turn <Anna Belling>: It will.
         speaker-turn <Journalist>: And then?
         speaker-turn <Anna Belling>: Nothing.
         title = A short talk",
    );
}

#[test]
fn time_codes_and_questions() {
    check(
        "The Long Interview\n\nIlse Marwood (00:34):\nWelcome.\n\nTomasz Okello (01:10):\nThank you.\nIt is late.\n\nIlse Marwood (01:27): So it is.\n",
        "[headline] The Long Interview
         speaker-turn <Ilse Marwood> @00:34: Welcome.
         speaker-turn <Tomasz Okello> @01:10: Thank you.
         speaker-turn <Tomasz Okello> @01:10: It is late.
         speaker-turn <Ilse Marwood> @01:27: So it is.
         title = The Long Interview",
    );
}

#[test]
fn two_dates_and_a_house_under_the_name() {
    check(
        "Council puts off patrols\nMore ships, less money\nBy Ilse Marwood\nHarbour Courier\nMarch 14, 2031 9:45 am | 5 min read\nUpdated 20:49, 15 Mar 2031\nLONG\nLONG\n",
        "[headline] Council puts off patrols
         [standfirst] More ships, less money
         [byline] By Ilse Marwood
         [byline] Harbour Courier
         [date-line] March 14, 2031 9:45 am | 5 min read
         [date-line] Updated 20:49, 15 Mar 2031
         paragraph: (long)
         paragraph: (long)
         title = Council puts off patrols
         published = 2031-03-14T09:45
         modified = 2031-03-15T20:49
         author = Ilse Marwood @ Harbour Courier",
    );
}

#[test]
fn datelines_with_a_year_date_the_text() {
    check(
        "Council puts off patrols\n\nHALM, March 14, 2031 (HNA) — LONG\n\nLONG\n",
        "[headline] Council puts off patrols
         [dateline] HALM, March 14, 2031 (HNA) —
         paragraph: (long)
         paragraph: (long)
         title = Council puts off patrols
         published = 2031-03-14",
    );
}

#[test]
fn key_points_before_the_text() {
    check(
        "Issue BriefsPublished on May 10, 2031 PDF Download\n\nCouncil puts off patrols\n\nExecutive Summary:\n\n• One ship is late.\n• Two ships are lost.\n\nLONG\n\n• Three ships.\n\nLONG\n",
        "[date-line] Issue BriefsPublished on May 10, 2031 PDF Download
         [headline] Council puts off patrols
         heading: Executive Summary:
         summary: One ship is late.
         summary: Two ships are lost.
         paragraph: (long)
         list-item: Three ships.
         paragraph: (long)
         title = Council puts off patrols
         category = Issue Briefs
         published = 2031-05-10",
    );
}

#[test]
fn nothing_to_read() {
    check(
        "Leave a Reply\n\nYour email address will not be published. Required fields are marked *\n",
        "refused: empty-body",
    );
    check(" \n ", "refused: empty-input");
}
