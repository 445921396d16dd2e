//! Agreements and joint papers speak for all who made them.

use super::resolution::check;

#[test]
fn those_between_whom_an_agreement_is() {
    let treaty = "The treaty between Averland and Kestria is old. ";
    check(&format!("{treaty}The treaty says that the line is dead."), "Averland & Kestria via The treaty");
    check(&format!("{treaty}The agreement says that the line is dead."), "Averland & Kestria via The agreement");
    check(&format!("{treaty}The letter says that the line is dead."), "nobody via The letter");
    check(
        "The text is the Memorandum of Understanding signed in May between Averland and Kestria. The MoU says that the \
         line is dead.",
        "Averland & Kestria via The MoU",
    );
    check(
        "The treaty on ties between Averland and Kestria is old. The treaty says that the line is dead.",
        "nobody via The treaty",
    );
}

#[test]
fn joint_papers() {
    let met = "Averland and Kestria met in May. ";
    check(
        &format!("{met}A joint statement issued on Monday says that the line is dead."),
        "Averland & Kestria via A joint statement issued on Monday",
    );
    check(
        &format!("{met}A statement issued on Monday says that the line is dead."),
        "nobody via A statement issued on Monday",
    );
}
