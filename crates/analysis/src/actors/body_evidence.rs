//! What says that a name nothing else explains is a body's: what it is called, what it publishes, who works for it.

use super::body_nouns::kind_of_body;
use super::finder::Finder;
use super::reading::{Clause, Reading};
use super::spot::{Spot, What};
use super::words::Lists;
use crate::gazetteer::Gap;
use crate::tagger::Upos;

/// Papers that are called after whoever made them: "a Lind Research poll".
const POLLS: &[&str] = &["poll", "polls", "survey", "surveys", "polling"];
/// Papers that a body has made where "by the" or "from the" names it.
const PAPERS: &[&str] = &[
    "poll",
    "polls",
    "survey",
    "surveys",
    "study",
    "studies",
    "report",
    "reports",
    "analysis",
    "estimate",
    "estimates",
    "paper",
    "papers",
    "data",
    "review",
    "research",
    "audit",
    "figures",
    "brief",
    "index",
    "assessment",
    "investigation",
    "forecast",
    "forecasts",
    "statement",
    "letter",
    "findings",
    "projections",
    "statistics",
    "images",
    "imagery",
];
/// What is written in newspapers.
const COLUMNS: &[&str] =
    &["column", "commentary", "editorial", "article", "op-ed", "essay", "interview", "piece", "letter", "published"];
/// How a paper comes into the world.
const MADE: &[&str] = &[
    "published",
    "commissioned",
    "conducted",
    "released",
    "circulated",
    "compiled",
    "issued",
    "written",
    "produced",
    "prepared",
    "done",
    "collected",
    "gathered",
    "funded",
    "carried",
    "out",
    "made",
    "drawn",
    "up",
    "signed",
];
/// Last words of names that bodies have and persons have not.
const LAST_WORDS: &[&str] = &[
    "research",
    "systems",
    "consulting",
    "associates",
    "partners",
    "solutions",
    "technology",
    "laboratories",
    "lab",
    "labs",
    "archive",
    "archives",
    "project",
    "media",
    "data",
    "energy",
    "capital",
    "works",
    "exporters",
    "producers",
    "manufacturers",
    "lines",
    "shipping",
    "minerals",
    "mining",
    "dynamics",
    "insurance",
    "monitor",
    "initiative",
    "nation",
    "platforms",
    "ports",
    "nuclear",
    "chemicals",
    "barometer",
    "forum",
    "transit",
    "air",
    "precision",
    "power",
    "resources",
    "steel",
    "oil",
    "gas",
    "water",
    "rail",
    "marine",
    "maritime",
    "aviation",
    "electric",
    "networks",
    "mobile",
    "wireless",
    "finance",
    "financial",
    "investments",
    "investors",
    "trading",
    "traders",
    "fisheries",
    "farms",
    "agro",
    "health",
    "advisory",
    "advisors",
    "advisers",
    "timber",
    "cement",
    "cables",
    "satellites",
];

/// Evidence of a body whose name ends as companies' names do.
pub(super) const BY_LAST_WORD: &str = "last word of the name";

impl Finder<'_> {
    /// What a name is, and why: kind (may be empty) and evidence.
    pub(super) fn body_evidence(&self, spot: &Spot, clause: &Clause) -> Option<(&'static str, &'static str)> {
        let reading = &self.reading;
        let (start, end) = (spot.atoms.start, spot.atoms.end);
        if let Some(kind) = self.kind_apposed(clause, end) {
            return Some((kind, "apposition that says what it is"));
        }
        if let Some(kind) = self.kind_in_front(clause, start, end) {
            return Some((kind, "apposition to what it is"));
        }
        if let Some(kind) = self.kind_of_several(clause, start, end) {
            return Some((kind, "named in a list of its kind"));
        }
        if let Some(kind) = self.kind_of_others(clause, end) {
            return Some((kind, "named with others of its kind"));
        }
        if is_cited_with_a_date(reading, clause, start, end) {
            return Some(("media", "cited with a date"));
        }
        // "a group known as Night Heron", "a company called Ossaworks"
        let naming = match reading.before(clause, start) {
            "as" if reading.before(clause, start - 1) == "known" => Some(start - 2),
            "called" | "named" => Some(start - 1),
            _ => None,
        };
        if let Some(kind) = naming.and_then(|at| kind_of_body(reading.before(clause, at))) {
            return Some((kind, "is called so"));
        }
        let several = matches!(spot.what, What::Names);
        let determined = reading.before(clause, start) == "the";
        let outer = start - usize::from(determined);
        let last = reading.lower(end - 1);
        let bodily = several && LAST_WORDS.contains(&last);
        let before = reading.before(clause, outer);
        // "a survey by the Tidal Ledger", "figures from Lind Research"
        if (determined && several || bodily || matches!(spot.what, What::Acronym))
            && follows_a_paper(reading, clause, outer)
            && (before != "of" || bodily)
        {
            return Some(("", "maker of a paper"));
        }
        // "a Lind Research poll", "a Vantage poll" where no such place is known
        let poll = !matches!(spot.what, What::Word) || matches!(reading.after(clause, end), "poll" | "polls");
        if poll && matches!(before, "a" | "an") && !determined && POLLS.contains(&reading.after(clause, end)) {
            return Some(("", "maker of a poll"));
        }
        // "a column in the Selby Ledger"
        if several
            && before == "in"
            && outer > clause.atoms.start + 1
            && COLUMNS.contains(&reading.before(clause, outer - 1))
        {
            return Some(("media", "prints articles"));
        }
        let speaks = reading.words.speech_verbs.contains(reading.after(clause, end));
        // Persons have no article: "the Selby Nation asked".
        if several && determined && speaks && !self.is_thing(spot) {
            return Some(("", "speaks, with an article"));
        }
        let described =
            reading.gap(end) == Gap::Comma && end < clause.atoms.end && matches!(reading.lower(end), "which" | "whose");
        if bodily
            && (speaks || determined && described || reading.is_verb(clause, end) || reading.is_possessive(end))
            && !self.is_thing(spot)
        {
            return Some(("", BY_LAST_WORD));
        }
        // "led by Harrow Capital", "belongs to Selby Commodities": where a body may stand and a thing hardly does.
        let behind = matches!(before, "by" | "from" | "with" | "at" | "to" | "against" | "between" | "while");
        let unheard = || spot.atoms.clone().all(|atom| !reading.seen_lower(reading.lower(atom)));
        if bodily && !determined && behind && unheard() && !self.is_thing(spot) {
            return Some(("", BY_LAST_WORD));
        }
        // "Averland's Selby Nuclear": what is a state's, by its last word.
        if bodily && self.possessor_before(start).is_some() && !self.is_thing(spot) {
            return Some(("", BY_LAST_WORD));
        }
        // "director of the Selby Project", "an analyst at Harbour Lines"
        if several && (matches!(before, "at") || before == "of" && determined && bodily) {
            let owner = self.spot_ending(outer - 1).and_then(|title| self.spots.get(title));
            if owner.is_some_and(|title| matches!(title.what, What::Role { .. })) && !self.is_thing(spot) {
                return Some(("", "somebody works there"));
            }
        }
        None
    }

    /// Whether the last word of a name makes it a thing and no body: "the Harbour Treaty".
    fn is_thing(&self, spot: &Spot) -> bool {
        let last = self.reading.lower(spot.atoms.end - 1);
        self.reading.words.non_actor_heads.contains(last) && !LAST_WORDS.contains(&last)
    }

    /// "Ossaworks and other mining companies": what those are whom a name is one of.
    fn kind_of_others(&self, clause: &Clause, end: usize) -> Option<&'static str> {
        let reading = &self.reading;
        if reading.after(clause, end) != "and" || reading.after(clause, end + 1) != "other" {
            return None;
        }
        let mut at = end + 2;
        while at < clause.atoms.end.min(end + 6) && matches!(reading.gap(at), Gap::Space | Gap::Hyphen) {
            let noun = reading.lower(at);
            let singular = match noun.strip_suffix("ies") {
                Some(stem) => Some(format!("{stem}y")),
                None => noun.strip_suffix('s').map(str::to_owned),
            };
            if let Some(kind) = singular.and_then(|singular| kind_of_body(&singular)) {
                return Some(kind);
            }
            at += 1;
        }
        None
    }

    /// "Two cargo airlines, | Nordhaul and Sable Air, account": what a plural in front of a list says of those in it.
    fn kind_of_several(&self, clause: &Clause, start: usize, end: usize) -> Option<&'static str> {
        const LONGEST: usize = 12;
        let reading = &self.reading;
        let low = clause.atoms.start.max(start.saturating_sub(LONGEST));
        // Back over the names in front of this one.
        let name = |at: usize| reading.is_capitalised(at) || matches!(reading.lower(at), "and" | "of" | "the");
        let noun = (low..start).rev().find(|&at| !name(at))?;
        let opens = reading.gap(noun + 1) == Gap::Comma && !reading.is_capitalised(noun) && noun > clause.atoms.start;
        let joined = reading.after(clause, end) == "and" || reading.before(clause, start) == "and" || noun + 1 < start;
        let counted = (low..noun).rev().take(4).any(|at| {
            reading.pos(at) == Upos::Num
                || matches!(
                    reading.lower(at),
                    "two" | "three" | "four" | "five" | "several" | "both" | "these" | "the" | "its"
                )
        });
        let singular = reading.lower(noun);
        let singular = singular
            .strip_suffix("ies")
            .map(|stem| format!("{stem}y"))
            .or_else(|| singular.strip_suffix('s').map(str::to_owned))?;
        let closed = end == clause.atoms.end || !matches!(reading.gap(end), Gap::Hyphen);
        kind_of_body(&singular).filter(|_| opens && joined && counted && closed)
    }

    /// "The manufacturer, Holt Vance, blames": what the noun in front of an aside says that the name in it is.
    fn kind_in_front(&self, clause: &Clause, start: usize, end: usize) -> Option<&'static str> {
        let reading = &self.reading;
        // "Their organisation, the | Landbund,"
        let start = start - usize::from(reading.before(clause, start) == "the");
        let noun = start.checked_sub(1).filter(|&noun| noun > clause.atoms.start)?;
        let closed = end == clause.atoms.end || reading.gap(end) == Gap::Comma;
        if reading.gap(start) != Gap::Comma || !closed || reading.is_capitalised(noun) {
            return None;
        }
        let kind = match reading.lower(noun) {
            "owner" | "parent" | "subsidiary" | "employer" | "proprietor" => Some("company"),
            noun => kind_of_body(noun),
        };
        let determined = (clause.atoms.start.max(noun.saturating_sub(5))..noun)
            .rev()
            .take_while(|&at| at + 1 == noun || !matches!(reading.gap(at + 1), Gap::Comma | Gap::Other))
            .any(|at| {
                matches!(reading.lower(at), "the" | "its" | "his" | "her" | "their" | "our")
                    || reading.is_possessive(at)
            });
        kind.filter(|_| determined)
    }

    /// "Selby Harrow, a mining company": what the aside behind a name calls it.
    fn kind_apposed(&self, clause: &Clause, end: usize) -> Option<&'static str> {
        let reading = &self.reading;
        if reading.gap(end) != Gap::Comma
            || end >= clause.atoms.end
            || !matches!(reading.lower(end), "a" | "an" | "the" | "its" | "one")
        {
            return None;
        }
        let mut at = end + 1;
        while at < clause.atoms.end && at < end + 8 {
            if !matches!(reading.gap(at), Gap::Space | Gap::Hyphen | Gap::Apostrophe) {
                return None;
            }
            let word = match reading.lower(at) {
                // "one of the largest mining companies"
                "of" if at == end + 1 && reading.lower(end) == "one" => {
                    at += 1;
                    continue;
                }
                "companies" if reading.lower(end) == "one" => "company",
                "agencies" if reading.lower(end) == "one" => "agency",
                plural if reading.lower(end) == "one" => plural.strip_suffix('s').unwrap_or(plural),
                word => word,
            };
            if matches!(
                word,
                "of" | "at" | "for" | "with" | "who" | "whose" | "which" | "that" | "in" | "from" | "to" | "and"
            ) {
                return None;
            }
            if let Some(kind) = kind_of_body(word)
                && !reading.is_capitalised(at)
                && (reading.ends_phrase(clause, at + 1)
                    || matches!(reading.after(clause, at + 1), "of" | "that" | "owned" | "based"))
            {
                return Some(kind);
            }
            at += 1;
        }
        None
    }
}

/// Whether a word is one for papers.
pub(super) fn is_paper(word: &str) -> bool {
    PAPERS.contains(&word)
}

/// Whether capitalised words that end like a thing are the maker of a paper: "figures by the Tidal Data Project".
pub(super) fn makes_a_paper(reading: &Reading<'_>, clause: &Clause, start: usize, end: usize) -> bool {
    let outer = start - usize::from(reading.before(clause, start) == "the");
    LAST_WORDS.contains(&reading.lower(end - 1)) && follows_a_paper(reading, clause, outer)
}

/// "(Selby Ledger, May 3)", "(Tidal News, May 3; Selby Ledger, May 4)": a paper, and when it printed what was said.
pub(super) fn is_cited_with_a_date(reading: &Reading<'_>, clause: &Clause, start: usize, end: usize) -> bool {
    let Some(first) = reading.atom(start) else { return false };
    let front = reading.text.get(..first.at.start).unwrap_or_default().trim_end();
    let opens = front.ends_with('(') || front.ends_with(';') && start > clause.atoms.start;
    let day = |at: usize| reading.atom(at).is_some_and(crate::gazetteer::Atom::is_number);
    let month =
        |at: usize| (reading.on(at, Lists::CALENDAR) || reading.lower(at) == "may") && reading.is_capitalised(at);
    let dated = month(end) && day(end + 1) || day(end) && month(end + 1);
    opens && reading.gap(end) == Gap::Comma && end + 1 < clause.atoms.end && dated
}

/// "a report by", "figures released by the", "a poll for": what stands before `start`.
fn follows_a_paper(reading: &Reading<'_>, clause: &Clause, start: usize) -> bool {
    if !matches!(reading.before(clause, start), "by" | "from" | "of" | "for") {
        return false;
    }
    let mut at = start - 1;
    // "a survey of 2,400 adults released by the"
    let issued = |word: &str| matches!(word, "published" | "released" | "conducted" | "commissioned" | "compiled");
    if reading.before(clause, start) == "by" && issued(reading.before(clause, at)) {
        return true;
    }
    while at > clause.atoms.start && at + 3 > start && MADE.contains(&reading.before(clause, at)) {
        at -= 1;
    }
    PAPERS.contains(&reading.before(clause, at))
}

/// Whether a name ends as those of bodies do and hardly a person's.
pub(super) fn ends_like_a_body(reading: &Reading<'_>, end: usize) -> bool {
    LAST_WORDS.contains(&reading.lower(end - 1))
}
