//! Who the claimant, the addressee and the targets are.

use rapporteur_core::{Claim, Document};

use super::document;

/// "claimant -> addressee [targets] via: content" of each claim.
fn holders(text: &str) -> String {
    let document = document(text);
    let lines: Vec<String> = document.claims.iter().map(|claim| line(claim, &document)).collect();
    lines.join("\n")
}

fn line(claim: &Claim, document: &Document) -> String {
    let name = |id: &String| document.actor(id).map_or("?", |actor| actor.name.as_str()).to_owned();
    let mut holders: Vec<String> = claim.claimant.iter().map(name).collect();
    holders.extend(claim.co_claimants.iter().map(name));
    let mut line = if holders.is_empty() { "nobody".to_owned() } else { holders.join(" & ") };
    if let Some(addressee) = &claim.addressee {
        line += &format!(" -> {}", name(addressee));
    }
    if !claim.targets.is_empty() {
        line += &format!(" [{}]", claim.targets.iter().map(name).collect::<Vec<_>>().join(", "));
    }
    if let Some(via) = &claim.via {
        line += &format!(" via {}", via.text);
    }
    line
}

#[track_caller]
pub(super) fn check(text: &str, expected: &str) {
    assert_eq!(holders(text), expected, "in {text:?}");
}

#[test]
fn persons_before_their_offices() {
    check("Foreign Ministry spokesman Wen Aurelio said that it was late.", "Wen Aurelio");
    check("President Tomasz Okello spoke first. Okello said that it was late.", "Tomasz Okello");
}

#[test]
fn names_in_asides() {
    check("The chairman, Pell Ostrander, said that it was late.", "Pell Ostrander");
}

#[test]
fn pronouns() {
    check("President Tomasz Okello spoke first. He said that it was late.", "Tomasz Okello");
    check("Averland has waited for years. It says that the line is dead.", "Averland");
    check(
        "President Tomasz Okello met Foreign Minister Marta Lindqvist. Mr Okello was tired. He said that it was late.",
        "Tomasz Okello",
    );
}

#[test]
fn documents_speak_for_their_bodies() {
    check(
        "The Littoral Union met in April. The communiqué said that the line was dead.",
        "Littoral Union via The communiqué",
    );
    check(
        "A report by the International Tidal Commission found that the line had moved.",
        "International Tidal Commission via A report by the International Tidal Commission",
    );
}

#[test]
fn joint_holders() {
    check("Averland and Kestria said that it was late.", "Averland & Kestria");
}

#[test]
fn addressees_and_targets() {
    check("Kestria urged Averland to wait.", "Kestria -> Averland");
    check("Kestria accused Averland of moving the line.", "Kestria [Averland]");
    check("Kestria said that Averland had moved the line of the Littoral Union.", "Kestria [Averland, Littoral Union]");
}

#[test]
fn unnamed_groups_and_agentless_passives() {
    check("Fishermen said that it was late.", "nobody");
    check("Averland has been accused of moving the line.", "nobody [Averland]");
}

#[test]
fn positions_and_reserve() {
    let found = document(
        "Kestria rejected the toll. Averland would likely prefer to wait. Averland denied that it had moved the line.",
    );
    let shown: Vec<String> = found
        .claims
        .iter()
        .map(|claim| format!("{:?} {:?} hedged {} negated {}", claim.form, claim.position, claim.hedged, claim.negated))
        .collect();
    assert_eq!(
        shown,
        [
            "Opposition Some(Oppose) hedged false negated false",
            "Intention Some(Support) hedged true negated false",
            "Opposition Some(Oppose) hedged false negated true",
        ]
    );
}

#[test]
fn claims_within_claims() {
    let found = document("Kestria said that Averland had proposed that the line be moved.");
    let nested: Vec<Option<&str>> = found.claims.iter().map(|claim| claim.nested_in.as_deref()).collect();
    assert_eq!(nested, [None, Some("c1")]);
}

#[test]
fn who_is_named_in_apposition_is_taken_up() {
    check(
        "Its author, Lin Qiaoyu, believes that the logs are old.\n\nThe senior of them, Otis Brand, has climbed the hill. \
         Asked what it was for, he answered that it was for the sea.",
        "Lin Qiaoyu\nnobody\nOtis Brand",
    );
}

#[test]
fn one_of_several_is_no_it() {
    check("Kestria is late, as Averland and the Littoral Union thwart its request to join.", "Kestria");
    check(
        "The line was sold to its neighbours, Averland and Kestria, as they want to close the strait.",
        "Averland & Kestria",
    );
}

#[test]
fn leaders_of_states_that_end_in_s() {
    check(
        "Solomon Islands Prime Minister Tomasz Okello left. The Solomon Islands’ leader said that it was late.",
        "Tomasz Okello",
    );
}

#[test]
fn what_the_subject_has_is_less_than_whom_it_meets() {
    check("Kestria’s war has pushed Averland to act. In so doing, it has voiced concern over the pact.", "Averland");
    check(
        "In contrast, as a country close to France, Kestria looks late. It has said that the line is dead.",
        "Kestria",
    );
}
