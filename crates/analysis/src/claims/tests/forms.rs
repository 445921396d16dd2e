//! What kind of claim it is, and what becomes of it where it is denied.

use super::document;

/// "form position", with "negated" behind it, of each claim.
#[track_caller]
fn check(text: &str, expected: &str) {
    let found = document(text);
    let lines = found.claims.iter().map(|claim| {
        let position = claim.position.map_or("–", |position| position.as_str());
        format!("{} {position}{}", claim.form.as_str(), if claim.negated { " negated" } else { "" })
    });
    assert_eq!(lines.collect::<Vec<_>>().join("\n"), expected, "in {text:?}");
}

#[test]
fn wishes() {
    check("Kestria wants a new line.", "demand support");
    check("Kestria prefers the old line.", "support support");
    check("Kestria seeks a new line.", "intention support");
    check("Kestria would like a new line.", "demand support");
}

#[test]
fn what_is_told_as_it_is() {
    check("Kestria alleged that the line was sold.", "accusation oppose");
    check("Kestria indicated that the line was late.", "statement –");
    check("Kestria distrusts the pact.", "assessment oppose");
    check("The report named a unit of the navy.", "statement –");
}

#[test]
fn what_nobody_wants_is_opposed() {
    check("Kestria does not want to wait.", "opposition oppose");
    check("Kestria does not want the line.", "opposition oppose");
    check("Kestria would not accept the pact.", "opposition oppose");
    check("Kestria does not support the pact.", "opposition oppose");
    // Other words only lose what they say.
    check("Kestria does not expect the line to close.", "assessment – negated");
    check("Kestria does not oppose the pact.", "opposition oppose negated");
}
