//! Small phrases about a claim that more than one part of the brief uses.

use rapporteur_sdk::core::{Claim, Position};

/// The footnote of a claim: its id, or its number where the id would not do as a label.
pub fn label(index: usize, claim: &Claim) -> String {
    let sound = !claim.id.is_empty() && claim.id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    // No sound id holds a hyphen, so the two never meet.
    if sound { claim.id.clone() } else { format!("claim-{}", index + 1) }
}

pub const fn position(position: Position) -> &'static str {
    match position {
        Position::Support => "supports",
        Position::Oppose => "opposes",
        Position::Neutral => "neutral",
    }
}

/// "1 claim", "2 claims"
pub fn count(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}
