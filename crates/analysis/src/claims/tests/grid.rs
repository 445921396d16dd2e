//! Every kind of cue in every place of a sentence: what a rule knows of a plain sentence it must know of all.

use super::document;

/// A cue verb in its forms (past, participle, "-ing", base), whom it addresses, and its content.
struct Cue {
    forms: [&'static str; 4],
    addressee: &'static str,
    content: &'static str,
}

const CUES: &[Cue] = &[
    Cue {
        forms: ["warned", "warned", "warning", "warn"],
        addressee: "",
        content: "that the port would close within a year",
    },
    Cue { forms: ["said", "said", "saying", "say"], addressee: "", content: "the deal was dead" },
    Cue {
        forms: ["promised", "promised", "promising", "promise"],
        addressee: "",
        content: "to double the coast guard",
    },
    Cue { forms: ["refused", "refused", "refusing", "refuse"], addressee: "", content: "to ratify the treaty" },
    Cue { forms: ["urged", "urged", "urging", "urge"], addressee: "Kestria ", content: "to suspend the payments" },
    Cue { forms: ["criticised", "criticised", "criticising", "criticise"], addressee: "", content: "the new tariff" },
    Cue {
        forms: ["called for", "called for", "calling for", "call for"],
        addressee: "",
        content: "more aid to the coast",
    },
    Cue { forms: ["accused", "accused", "accusing", "accuse"], addressee: "Kestria ", content: "of arming the rebels" },
    Cue {
        forms: ["described", "described", "describing", "describe"],
        addressee: "",
        content: "the raid as a breach of the truce",
    },
    Cue { forms: ["told", "told", "telling", "tell"], addressee: "reporters ", content: "that the vote would be late" },
    Cue {
        forms: ["explained", "explained", "explaining", "explain"],
        addressee: "",
        content: "why the talks had failed",
    },
];

/// What a place is called, the sentence, and the words that must be in the source. {P} is the past, {D} the participle,
/// {G} the form in "-ing", {B} the base, each with addressee and content.
const PLACES: &[(&str, &str, &str)] = &[
    ("plain", "Averland {P}.", "Averland"),
    ("perfect", "The Averlander government has {D}.", "government"),
    ("adverb within", "The Averlander government has repeatedly {D}.", "government"),
    ("aside within", "Averland has, in recent months, {D}.", "Averland"),
    ("time within", "Averland has this year {D}.", "Averland"),
    ("time in front", "In June Averland {P}.", "Averland"),
    ("time behind", "Averland last week {P}.", "Averland"),
    ("apposition", "Ada Brun, the foreign minister of Averland, {P}.", "Ada Brun"),
    ("relative clause", "Averland, which holds the chair, {P}.", "Averland"),
    ("dashes", "Averland – like much of the coast – {P}.", "Averland"),
    ("abbreviation", "The International Tidal Commission (ITC) {P}.", "Commission"),
    ("pair", "Averland and Kestria have {D}.", "Averland and Kestria"),
    ("list", "Averland, Kestria and the Littoral Union {P}.", "Averland"),
    ("second verb", "Averland left the talks and {P}.", "Averland"),
    ("third verb", "Averland recalled its envoy, froze the accounts and {P}.", "Averland"),
    ("behind another claim", "Averland denounced the coup and {P}.", "Averland"),
    ("who", "The paper was written by Ada Brun, who {P}.", "who"),
    ("which has long", "The talks angered Averland, which has long {D}.", "which"),
    ("participle behind", "Averland left the talks in May, {G}.", "Averland"),
    ("participle in front", "{G}, Averland left the talks in May.", "Averland"),
    ("after doing", "After {G}, Averland came back.", "Averland"),
    ("by doing", "By {G}, Averland has changed the debate.", "Averland"),
    ("in doing", "In {G}, Averland broke with its past.", "Averland"),
    ("having done", "Having {D}, Averland has no way back.", "Averland"),
    ("with somebody doing", "The talks ended early, with Averland {G}.", "Averland"),
    ("went on to", "Averland went on to {B}.", "Averland"),
    ("used it to", "Ada Brun used the summit to {B}.", "Ada Brun"),
    ("was led to", "The raid led Averland to {B}.", "Averland"),
    ("as", "The rift widened this week as Averland {P}.", "Averland"),
    ("as a pair", "The rift widened this week as Averland and Kestria {P}.", "Averland and Kestria"),
    ("as with dashes", "The rift widened this week as the junta – like much of the coast – {P}.", "junta"),
    (
        "an aside and a third verb",
        "Ada Brun, an envoy of the coast, has seen the fleet, sent a note and {P}.",
        "Ada Brun",
    ),
    ("with a long subject", "The talks ended early, with the envoy for the coast {G}.", "envoy"),
    ("when", "The markets fell when Averland {P}.", "Averland"),
    ("while", "While Averland has {D}, its allies kept silent.", "Averland"),
    ("days after", "The visit came days after the envoy for the coast {P}.", "envoy"),
    ("and", "The war has reached the coast, and Averland has {D}.", "Averland"),
    ("but", "The rebels came to talks in March, but Averland {P}.", "Averland"),
    ("not only", "Averland not only {P}, but also left the talks.", "Averland"),
    ("for its part", "Averland, for its part, {P}.", "Averland"),
    ("in a claim", "Kestrian officials say that Averland has {D}.", "Averland"),
    ("paper", "A recent report by the Harbour Institute {P}.", "report"),
    ("plural", "Critics of the deal {P}.", "Critics"),
    ("share", "Some in the ruling party have {D}.", "Some"),
    ("did", "The Littoral Union did {B}.", "Littoral Union"),
    ("even", "Even Averland has {D}.", "Averland"),
];

/// Who says it, and the words that must be in the source.
const SUBJECTS: &[(&str, &str)] = &[
    ("Lena Okello, who heads the agency,", "Lena Okello"),
    ("Lena Okello, a former judge,", "Lena Okello"),
    ("The Kestrian foreign minister, Lena Okello,", "minister"),
    ("A report published on Monday by the Tidal Institute", "report"),
    ("The report, which was published on Monday,", "report"),
    ("Several diplomats familiar with the talks", "diplomats"),
    ("Two of the five judges", "Two"),
    ("Many of the farmers who live near the port", "farmers"),
    ("Those who oppose the toll", "Those"),
    ("A senior Kestrian official, speaking on condition of anonymity,", "official"),
    ("Others in the party", "Others"),
    ("Both sides", "Both sides"),
    ("Averland, together with Kestria,", "Averland"),
    ("Averland’s defence and foreign ministers", "defence and foreign ministers"),
    ("Admiral Lind, the navy’s chief,", "Lind"),
    ("People close to the premier", "People"),
    ("Some 60 per cent of those polled", "60 per cent"),
    ("State television", "State television"),
    ("Lind, 54,", "Lind"),
    ("The premier himself", "premier"),
    ("The group, whose members include pilots,", "group"),
    ("The Council of Tides, the island’s highest court,", "Council of Tides"),
    ("The bill’s sponsors", "sponsors"),
    ("The Tidal Institute’s Lena Okello", "Lena Okello"),
    ("Officials in Kest and Borsana", "Officials"),
    ("The opposition Harbour Party", "Harbour Party"),
];

/// What stands around a subject and its deed.
const AROUND: &[&str] = &[
    "{S} {P}.",
    "{S} repeatedly and loudly {P}.",
    "In a speech in Kest last week, {S} {P}.",
    "While the port was calm, {S} {P}.",
    "The toll is a farce, yet {S} {P}.",
    "{S} {P}, officials said.",
    "{S} {P}, a former minister recalls.",
];

/// Whether what a cue says in a sentence is found with whom it names, where it stands in the pattern's slots.
fn is_found(pattern: &str, cue: &Cue, holder: &str) -> bool {
    let [past, participle, ing, base] = cue.forms;
    let mut sentence = pattern.to_owned();
    for (slot, form) in [("{P}", past), ("{D}", participle), ("{G}", ing), ("{B}", base)] {
        sentence = sentence.replace(slot, &format!("{form} {}{}", cue.addressee, cue.content));
    }
    let mut letters = sentence.chars();
    let sentence: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    document(&sentence).claims.iter().any(|claim| {
        let content: Vec<&str> = claim.content.iter().map(|content| content.text.as_str()).collect();
        let source = claim.source.as_ref().map_or("", |source| source.text.as_str());
        content.join(" … ") == cue.content && source.to_lowercase().contains(&holder.to_lowercase())
    })
}

#[test]
fn every_cue_in_every_place() {
    let mut not_found = Vec::new();
    for (place, pattern, holder) in PLACES {
        for cue in CUES.iter().filter(|cue| !is_found(pattern, cue, holder)) {
            not_found.push(format!("{place}: {}", cue.forms[3]));
        }
    }
    assert_eq!(not_found, [""; 0]);
}

#[test]
fn every_cue_of_everybody() {
    let mut not_found = Vec::new();
    for (subject, holder) in SUBJECTS {
        for around in AROUND {
            // Within a sentence articles and pronouns are small.
            let inner = match subject.split_once(' ') {
                Some((first, rest))
                    if !around.starts_with("{S}")
                        && !matches!(first, "Lena" | "Averland," | "Averland’s" | "Admiral" | "Lind,") =>
                {
                    format!("{} {rest}", first.to_lowercase())
                }
                _ => (*subject).to_owned(),
            };
            let pattern = around.replace("{S}", &inner);
            let unread = CUES.iter().filter(|cue| !is_found(&pattern, cue, holder));
            not_found.extend(unread.map(|cue| format!("{pattern} {}", cue.forms[3])));
        }
    }
    // What explains why, behind a relative clause, is not read.
    assert!(
        not_found.iter().all(|it| it.to_lowercase().contains("those who oppose the toll") && it.ends_with("explain")),
        "{not_found:#?}"
    );
    assert_eq!(not_found.len(), AROUND.len());
}
