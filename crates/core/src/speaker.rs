/// Labels of turns that name nobody and whose speakers only ask, in small letters.
const ASKERS: &[&str] = &[
    "q",
    "question",
    "questioner",
    "reporter",
    "journalist",
    "moderator",
    "host",
    "interviewer",
    "interview",
    "audience",
    "audience member",
    "review",
    "editor",
    "presenter",
    "anchor",
];

/// Whether the label of a turn, in small letters and without accents, is that of somebody who only asks: "interviewer".
pub fn only_asks(label: &str) -> bool {
    ASKERS.contains(&label)
}
