//! Nouns by which a text takes bodies up: "the firm", "the bloc", "the ministry", and which bodies each fits.

use rapporteur_core::ActorKind;

use crate::actors::{FoundActor, kind_of_body};

/// Nouns for several states or bodies that act as one.
const BLOCS: &[&str] = &["bloc", "alliance", "grouping", "pact", "club"];

/// Nouns that any private body is called.
pub(super) const PRIVATE_BODIES: &[&str] = &[
    "group",
    "organisation",
    "organization",
    "body",
    "institution",
    "tank",
    "think-tank",
    "watchdog",
    "charity",
    "lobby",
    "network",
    "institute",
    "foundation",
    "association",
    "pollster",
];

/// Subkinds of bodies that no such noun takes up.
pub(super) const NEVER_PRIVATE: &[&str] = &[
    "company",
    "media",
    "newspaper",
    "party",
    "ministry",
    "government",
    "parliament",
    "court",
    "armed forces",
    "police",
    "department",
    "agency",
    "committee",
    "commission",
    "council",
    "bank",
    "embassy",
];

/// Nouns for public bodies of which a text rarely means two.
pub(super) const PUBLIC_BODIES: &[&str] = &[
    "ministry",
    "department",
    "bureau",
    "agency",
    "commission",
    "council",
    "committee",
    "authority",
    "board",
    "court",
    "bank",
    "union",
    "university",
    "college",
    "embassy",
];

/// Subkinds of the bodies that a noun fits beside those that have it in their name.
fn subkinds(noun: &str) -> &'static [&'static str] {
    match noun {
        "ministry" | "department" => &["ministry"],
        "court" | "tribunal" => &["court"],
        "agency" => &["agency", "regulator"],
        "regulator" | "watchdog" | "supervisor" => &["agency", "regulator", "commission"],
        "parliament" | "legislature" | "assembly" | "chamber" => &["parliament", "legislature"],
        "militia" | "insurgency" => &["armed group"],
        "body" | "organisation" | "organization" | "institution" => {
            &["council", "committee", "commission", "agency", "secretariat"]
        }
        "tank" | "think-tank" | "institute" => &["think tank", "institute", "foundation"],
        "bank" => &["bank", "development bank", "central bank"],
        "lender" => &["bank", "development bank", "company"],
        "fund" => &["fund", "company"],
        "party" => &["party"],
        noun if is_bloc_noun(noun) => {
            &["regional bloc", "trade bloc", "security bloc", "union", "currency union", "political group", "alliance"]
        }
        "company" | "firm" => &["company", "bank"],
        noun if is_company_noun(noun) => &["company"],
        _ => &[],
    }
}

/// Whether a noun fits a body by what it is.
pub(super) fn fits(noun: &str, body: &FoundActor) -> bool {
    match body.kind {
        ActorKind::Alliance => is_bloc_noun(noun),
        ActorKind::Organisation if is_media_noun(noun) => body.is_medium(),
        ActorKind::Organisation => body.subkind.as_deref().is_some_and(|subkind| subkinds(noun).contains(&subkind)),
        _ => false,
    }
}

/// Whether words in front of a noun say which of several is meant, as each state has many: "the customs department".
pub(super) fn has_many(noun: &str) -> bool {
    const ORGANS: &[&str] = &[
        "ministry",
        "department",
        "court",
        "tribunal",
        "agency",
        "regulator",
        "supervisor",
        "parliament",
        "legislature",
        "assembly",
        "chamber",
    ];
    ORGANS.contains(&noun)
}

/// Whether a noun is one for bodies.
pub(super) fn is_body(noun: &str) -> bool {
    [PRIVATE_BODIES, PUBLIC_BODIES].iter().any(|kind| kind.contains(&noun))
        || is_bloc_noun(noun)
        || is_media_noun(noun)
        || is_company_noun(noun)
        || matches!(noun, "party" | "movement" | "militia" | "faction")
}

/// Whether a noun is one for several that act as one.
pub(super) fn is_bloc_noun(noun: &str) -> bool {
    BLOCS.contains(&noun)
}

/// Whether a noun is one for companies.
pub(super) fn is_company_noun(noun: &str) -> bool {
    kind_of_body(noun) == Some("company") || noun == "lender"
}

/// Whether a noun is one for what prints or broadcasts.
pub(super) fn is_media_noun(noun: &str) -> bool {
    kind_of_body(noun) == Some("media") || noun == "paper"
}
