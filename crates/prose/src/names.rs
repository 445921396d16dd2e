//! What looks like the name of a person, what like that of an institution.

use crate::words::{is_capitalised, is_capitals};

/// Small words inside personal names.
const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "del", "della", "der", "den", "di", "du", "la", "le", "van", "von", "zu", "ten", "ter",
    "bin", "bint", "ibn", "al", "el", "ul", "ur", "y", "e", "af", "av",
];

/// Small words inside the names of institutions.
const CONNECTORS: &[&str] = &[
    "of", "for", "and", "the", "in", "on", "at", "to", "&", "de", "des", "du", "la", "für", "und", "der", "des", "et",
];

/// Words that no personal name holds and many institutions do. Small letters, without final stop.
const INSTITUTION_WORDS: &[&str] = &[
    "academy",
    "administration",
    "affairs",
    "agency",
    "alliance",
    "analytics",
    "archive",
    "associates",
    "association",
    "authority",
    "bank",
    "bench",
    "board",
    "bulletin",
    "bureau",
    "cabinet",
    "center",
    "centre",
    "chamber",
    "chronicle",
    "club",
    "coalition",
    "college",
    "commission",
    "committee",
    "company",
    "congress",
    "consortium",
    "consultancy",
    "corporation",
    "council",
    "courier",
    "daily",
    "department",
    "desk",
    "dispatch",
    "division",
    "editors",
    "embassy",
    "express",
    "faculty",
    "federation",
    "forum",
    "foundation",
    "fund",
    "gazette",
    "government",
    "group",
    "guardian",
    "herald",
    "inc",
    "independent",
    "initiative",
    "institut",
    "institute",
    "institution",
    "international",
    "journal",
    "laboratory",
    "league",
    "ltd",
    "magazine",
    "media",
    "ministry",
    "mission",
    "monitor",
    "network",
    "news",
    "newspaper",
    "newsroom",
    "observer",
    "observatory",
    "office",
    "online",
    "organisation",
    "organization",
    "panel",
    "parliament",
    "partnership",
    "party",
    "policy",
    "post",
    "press",
    "programme",
    "program",
    "project",
    "publishing",
    "quarterly",
    "radio",
    "record",
    "reporter",
    "reporters",
    "research",
    "review",
    "school",
    "secretariat",
    "service",
    "services",
    "society",
    "staff",
    "standard",
    "star",
    "studies",
    "sun",
    "syndicate",
    "team",
    "telegraph",
    "television",
    "times",
    "today",
    "tribune",
    "trust",
    "tv",
    "union",
    "university",
    "universität",
    "université",
    "weekly",
    "wire",
    "world",
];

/// Words that say what somebody does. Small letters.
const ROLE_WORDS: &[&str] = &[
    "activist",
    "adviser",
    "advisor",
    "ambassador",
    "analyst",
    "anchor",
    "assistant",
    "associate",
    "attorney",
    "author",
    "biologist",
    "broadcaster",
    "candidate",
    "chair",
    "chairman",
    "chairperson",
    "chairwoman",
    "chief",
    "co-director",
    "co-editor",
    "co-founder",
    "columnist",
    "commentator",
    "commissioner",
    "consultant",
    "coordinator",
    "correspondent",
    "counsel",
    "critic",
    "dean",
    "deputy",
    "diplomat",
    "director",
    "economist",
    "editor",
    "engineer",
    "executive",
    "expert",
    "fellow",
    "fellows",
    "founder",
    "head",
    "historian",
    "intern",
    "journalist",
    "journalists",
    "lawyer",
    "lead",
    "leader",
    "lecturer",
    "manager",
    "member",
    "minister",
    "novelist",
    "officer",
    "photographer",
    "president",
    "producer",
    "professor",
    "professors",
    "programmer",
    "reporter",
    "reporters",
    "researcher",
    "researchers",
    "scholar",
    "scholars",
    "scientist",
    "secretary",
    "secretary-general",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "specialist",
    "strategist",
    "student",
    "students",
    "teacher",
    "translator",
    "trustee",
    "writer",
    "writers",
];

/// What stands before a name and is no part of it. Small letters, without stops and brackets.
const TITLES: &[&str] = &[
    "dr",
    "prof",
    "professor",
    "mr",
    "mrs",
    "ms",
    "miss",
    "sir",
    "dame",
    "lord",
    "lady",
    "amb",
    "ambassador",
    "gen",
    "general",
    "lt",
    "lieutenant",
    "col",
    "colonel",
    "maj",
    "major",
    "capt",
    "captain",
    "brig",
    "brigadier",
    "cmdr",
    "commander",
    "commodore",
    "adm",
    "admiral",
    "vice",
    "rear",
    "air",
    "marshal",
    "sgt",
    "rev",
    "hon",
    "shri",
    "smt",
    "ret",
    "retd",
    "retired",
    "r",
    "president",
    "minister",
    "senator",
];

/// Capitalised words that begin sentences and headings and no name.
const NO_NAME: &[&str] = &[
    "the", "a", "an", "and", "or", "for", "with", "of", "in", "on", "at", "to", "by", "from", "is", "are", "was",
    "how", "why", "what", "who", "when", "where", "this", "that", "these", "not", "no", "as", "it", "its", "their",
    "our", "his", "her", "after", "before", "but", "can", "will", "should", "must", "more", "also", "read", "new",
];

fn plain(token: &str) -> String {
    token.trim_matches(|edge: char| !edge.is_alphanumeric()).to_lowercase().trim_end_matches('.').to_owned()
}

fn is_in(table: &[&str], token: &str) -> bool {
    table.contains(&plain(token).as_str())
}

/// Two to six capitalised words, particles among them, no word of an institution or a sentence.
pub(crate) fn is_person(words: &str) -> bool {
    let count = words.split_whitespace().count();
    (2..=6).contains(&count)
        && has_shape_of_person(words)
        && words.split_whitespace().next_back().is_some_and(is_capitalised)
}

/// Like [`is_person`], but one word will do.
pub(crate) fn has_shape_of_person(words: &str) -> bool {
    !words.is_empty()
        && words.len() <= 80
        && words.split_whitespace().all(|token| {
            let lettered = token.chars().all(|character| {
                character.is_alphabetic()
                    || is_mark(character)
                    || matches!(character, '.' | '\'' | '’' | '-' | '‑' | '(' | ')')
            });
            lettered
                && (is_capitalised(token) || is_in(PARTICLES, token))
                && (token.contains('.') || !is_in(NO_NAME, token))
                && !is_in(INSTITUTION_WORDS, token)
        })
}

/// Combining marks are no letters, but parts of them.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}')
}

/// Capitalised words, small connecting words between them, and a word that institutions have in their names.
pub(crate) fn is_institution(words: &str) -> bool {
    has_shape_of_institution(words) && words.split_whitespace().any(|token| is_in(INSTITUTION_WORDS, token))
}

/// Like [`is_institution`], without asking for a telling word: "Reuters", "The Meridian".
pub(crate) fn has_shape_of_institution(words: &str) -> bool {
    let mut tokens = words.split_whitespace().peekable();
    let first = tokens.peek().is_some_and(|first| is_capitalised(first));
    first
        && words.len() <= 120
        && !words.ends_with(',')
        && tokens.all(|token| {
            is_capitalised(token) || is_in(CONNECTORS, token) || token.chars().all(|digit| digit.is_ascii_digit())
        })
}

/// Whether one of the words says what somebody does.
pub(crate) fn has_role_word(words: &str) -> bool {
    words.split(|gap: char| gap.is_whitespace() || matches!(gap, ',' | '/')).any(|token| is_in(ROLE_WORDS, token))
}

/// The name without "Dr.", "Lt. Gen. (Retd)" and the like before it.
pub(crate) fn without_title(name: &str) -> &str {
    let mut rest = name.trim();
    while let Some((first, after)) = rest.split_once(char::is_whitespace) {
        let after = after.trim_start();
        // "Major" may be a name; a title is followed by a name.
        if !is_in(TITLES, first) || after.is_empty() {
            break;
        }
        rest = after;
    }
    rest
}

/// `Ilse MARWOOD` and `ILSE MARWOOD` as "Ilse Marwood". Capitals that are an abbreviation stay.
pub(crate) fn in_title_case(name: &str) -> String {
    let several = name.split_whitespace().count() > 1;
    let tokens = name.split_whitespace().map(|token| {
        // "J.R." and "MP" are not words in capitals.
        let long = token.chars().filter(|character| character.is_alphabetic()).count() > 2 && !token.contains('.');
        let word = long || (several && name.split_whitespace().all(is_capitals));
        if several && word && is_capitals(token) && !token.contains('.') { title_case(token) } else { token.to_owned() }
    });
    tokens.collect::<Vec<_>>().join(" ")
}

fn title_case(token: &str) -> String {
    let mut start = true;
    let mut cased = String::with_capacity(token.len());
    for character in token.chars() {
        if start {
            cased.push(character);
        } else {
            cased.extend(character.to_lowercase());
        }
        start = !character.is_alphabetic() && !is_mark(character);
    }
    cased
}

/// The last word: what an author is called later on.
pub(crate) fn surname(name: &str) -> &str {
    name.split_whitespace().next_back().unwrap_or(name)
}
