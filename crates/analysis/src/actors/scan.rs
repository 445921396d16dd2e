//! From atoms to spots: where names, titles and unexplained capitals stand.

use rapporteur_core::ActorKind;

use super::definitions::Definitions;
use super::extent::Organisation;
use super::listed_extent::{
    described_organ, is_half_of_a_name, is_organ, is_plain_name, longer_name, names_a_thing, national_agency,
    of_its_state, own_body_behind, owner_inside, plain_ministry, possessed_head, possessed_organ, possessor_inside,
};
use super::reading::{Clause, Reading};
use super::signs::name_by_its_signs;
use super::spot::{Spot, What};
use super::unlisted::introduces;
use super::words::Lists;
use crate::gazetteer::{Entry, Gap, SurfaceKind};
use crate::tagger::Upos;

/// Title words that are adjectives or verbs as often; alone, in lower case, they say nothing about the word after.
const WEAK_TITLES: &[&str] = &[
    "major",
    "general",
    "count",
    "head",
    "chief",
    "fellow",
    "justice",
    "father",
    "deputy",
    "chair",
    "leader",
    "ruler",
    "official",
    "saint",
    "brother",
    "sister",
    "son",
    "daughter",
    "wife",
    "husband",
    "candidate",
    "author",
    "broker",
    "director",
    "manager",
    "host",
    "anchor",
    "presenter",
];

/// All spots of the document in text order; a nested one follows the one that holds it.
pub(super) fn scan(reading: &Reading<'_>, definitions: &Definitions) -> Vec<Spot> {
    let mut spots = Vec::new();
    for (number, clause) in reading.sentences.iter().enumerate() {
        let mut at = clause.atoms.start;
        while at < clause.atoms.end {
            let next = step(reading, definitions, clause, number, at, &mut spots);
            at = next.max(at + 1);
        }
    }
    spots
}

/// Reads what starts at `at`; answers where to go on.
fn step(
    reading: &Reading<'_>,
    definitions: &Definitions,
    clause: &Clause,
    number: usize,
    at: usize,
    spots: &mut Vec<Spot>,
) -> usize {
    if reading.is_possessive(at) {
        return at + 1;
    }
    let behind_title = spots.last().is_some_and(|spot| spot.atoms.end == at && matches!(spot.what, What::Role { .. }));
    let mut push = |atoms: std::ops::Range<usize>, what: What, nested: bool| {
        spots.push(Spot { atoms, clause: number, what, nested });
    };
    if let Some((end, definition)) = definitions.short_at(reading, clause, at) {
        // "the NSL | Secretariat": a body of what the short form stands for.
        let body = reading.organisation_at(clause, at).filter(|found| found.end > end && is_organ(&found.subkind));
        if let Some(Organisation { end: stop, subkind, .. }) = body {
            push(at..stop, What::Organisation { subkind, owner: None, named: true }, false);
            push(at..end, What::Defined(definition), true);
            return stop;
        }
        push(at..end, What::Defined(definition), false);
        return end;
    }
    if let Some((end, definition)) = definitions.long_at(at) {
        push(at..end, What::Defined(definition), false);
        return end;
    }
    if let Some((end, subkind)) = name_by_its_signs(reading, clause, at) {
        push(at..end, What::Organisation { subkind: subkind.to_owned(), owner: None, named: true }, false);
        return end;
    }
    if let Some(kind) = possessed_head(reading, clause, at) {
        let what = What::Organisation { subkind: kind.to_owned(), owner: None, named: true };
        push(at..at + 1, what, false);
        return at + 1;
    }
    // What most words are: on no list, and without a capital.
    const BEGINS: Lists = Lists::BEGINS_ROLE.and(Lists::ROLE_BEFORE).and(Lists::BEGINS_NON_ACTOR);
    let possessed = at > clause.atoms.start && reading.is_possessive(at - 1);
    if !reading.begins_known(at) && !reading.on(at, BEGINS) && !reading.is_capitalised(at) && !possessed {
        return at + 1;
    }
    let known = reading
        .known_at(clause, at)
        .filter(|found| !begins_person(reading, clause, at, found) && !is_half_of_a_name(reading, clause, found))
        // "Finance Minister Dell Marrow": no company.
        .filter(|found| {
            !behind_title
                || !found.1.iter().all(|entry| entry.ambiguous)
                || !begins_unlisted(reading, clause, at, found.0)
        });
    // "the Gulf of Tarn", "the Sea of Norvane": a water.
    let water = at >= clause.atoms.start + 2
        && reading.lower(at - 1) == "of"
        && reading.is_capitalised(at - 2)
        && matches!(reading.lower(at - 2), "gulf" | "sea" | "bay" | "strait" | "straits" | "isthmus" | "cape" | "lake");
    if let Some((end, _)) = known.filter(|_| water) {
        return end;
    }
    // "the West Tarn election": the beginning of another name.
    let west = |end: usize| {
        reading.lower(end - 1) == "west"
            && end < clause.atoms.end
            && reading.gap(end) == Gap::Space
            && reading.is_capitalised(end)
            && !clause.title_case
    };
    let known = known.filter(|&(end, _)| !(end == at + 2 && west(end)));
    // "US$" is money.
    if let Some((end, _)) = known
        && reading.text.get(reading.range(&(at..end)).end..).is_some_and(|rest| rest.starts_with('$'))
    {
        return end;
    }
    let known_end = known.map_or(at, |(end, _)| end);
    // "The National Guard Council", where a newspaper is called "The National".
    if known.is_some()
        && reading.lower(at) == "the"
        && (reading.known_at(clause, at + 1).is_some_and(|(end, _)| end > known_end)
            || reading.organisation_at(clause, at + 1).is_some_and(|found| found.end > known_end))
    {
        return at + 1;
    }
    let title = reading
        .title_at(clause, at)
        .filter(|title| title.end > known_end && !(title.end == at + 1 && is_name_and_title(reading, clause, at)))
        // "the opposition Justice Party": "Justice" is no judge.
        .filter(|title| {
            let last = title.end - 1;
            let begins_a_body = || reading.organisation_at(clause, last).is_some_and(|found| found.end > title.end);
            last == at || reading.is_capitalised(at) || !begins_a_body()
        });
    // "Harbour Party leader": the party, which is listed, and its leader.
    let title = title.filter(|_| !reading.party_before_title(clause, at));
    let title_end = title.as_ref().map_or(at, |title| title.end);
    // "pro-Norvane Harbour Party": the name begins after the compound.
    let compound =
        reading.gap(at) == Gap::Hyphen && at > clause.atoms.start && matches!(reading.lower(at - 1), "pro" | "anti");
    let organisation = reading
        .organisation_at(clause, at)
        .filter(|found| found.end > known_end.max(title_end) && !(compound && known_end > at));
    let non_actor_end = reading.non_actor_at(clause, at).unwrap_or(at);
    // "Victoria Holt", where Victoria is also a place.
    let non_actor_end = if non_actor_end == at + 1 && begins_name(reading, clause, at) { at } else { non_actor_end };
    let reach = known_end.max(title_end).max(organisation.as_ref().map_or(at, |found| found.end));
    if non_actor_end > reach || (non_actor_end == reach && known.is_none() && reach > at) {
        return non_actor_end;
    }
    // "UN Panel on Tides" where the panel is listed: the union, then its panel.
    let organisation = organisation.filter(|found| {
        known.is_none_or(|(end, _)| {
            end >= found.end || reading.known_at(clause, end).is_none_or(|(listed, _)| listed <= found.end)
        })
    });
    // "the Tidal Commission of the Council of Norvane" where both are listed: two names.
    let organisation = organisation.filter(|found| {
        known.is_none_or(|(end, entries)| {
            let sure = end > at + 1 && entries.iter().all(|entry| !entry.ambiguous && entry.kind == SurfaceKind::Name);
            let whose = end + 1 + usize::from(reading.after(clause, end + 1) == "the");
            let split = sure && reading.after(clause, end) == "of" && reading.known_at(clause, whose).is_some();
            !split || end >= found.end
        })
    });
    // "Key Security Council powers": the adjective that begins the sentence is not the name's.
    if let Some(found) = &organisation
        && at == clause.atoms.start
        && known.is_none()
        && (matches!(reading.pos(at), Upos::Adj | Upos::Verb | Upos::Adv) || reading.lower(at) == "key")
        && reading.known_at(clause, at + 1).is_some_and(|(end, _)| end == found.end)
    {
        return at + 1;
    }
    if let Some(Organisation { end, subkind, owner }) = organisation {
        let short = |entries: &[Entry]| entries.iter().all(|entry| entry.kind == SurfaceKind::Abbreviation);
        // "Norvane Ports Authority" is one name, "United Norvane Treasury" the treasury of a state that has no adjective.
        let plain = |atoms: &std::ops::Range<usize>, entries: &[Entry]| {
            atoms.start == at && entries.iter().all(|entry| is_plain_name(reading, atoms, entry))
        };
        // "News Agency of Norvane": behind "of" a state is a part of the name.
        let state = |entries: &[Entry]| {
            let mut listed = entries.iter().filter_map(|entry| reading.gazetteer.actor(entry.actor));
            listed.all(|actor| actor.kind == ActorKind::State)
        };
        let inner = owner.clone().filter(|(atoms, entries)| {
            (is_organ(&subkind) && !plain(atoms, entries) || short(entries)) && (atoms.start == at || !state(entries))
        });
        push(at..end, What::Organisation { subkind, owner, named: true }, false);
        if let Some((atoms, entries)) = inner {
            push(atoms, What::Known(entries), true);
        }
        return end;
    }
    if let Some(title) = title {
        push(at..title.end, What::Role { office: title.office, sector: title.sector }, false);
        return title.end;
    }
    if let Some((end, entries)) = known {
        let entries = entries.to_vec();
        if let Some(stop) = names_a_thing(reading, clause, at, end, &entries) {
            return stop;
        }
        // "Norvane Reef Letter": a name of which the state's is the first word only.
        if let Some(stop) = longer_name(reading, clause, end, &entries) {
            push(at..stop, What::Names, false);
            return stop;
        }
        if let Some((stop, subkind)) = described_organ(reading, clause, end, &entries) {
            let owner = Some((at..end, entries.clone()));
            push(at..stop, What::Organisation { subkind, owner, named: false }, false);
            push(at..end, What::Known(entries), true);
            return stop;
        }
        // "UN Panel on Tides" is one name.
        if let Some((stop, body)) = own_body_behind(reading, clause, end, &entries) {
            push(at..stop, What::Known(body), false);
            return stop;
        }
        if let Some((stop, what)) = of_its_state(reading, clause, end, &entries) {
            push(at..stop, what, false);
            return stop;
        }
        // "Peru's Congress" where that is a listed name: the state, and what is its.
        if let Some((owner_end, owner)) = reading.known_at(clause, at).and_then(|_| possessor_inside(reading, at, end))
        {
            push(at..owner_end, What::Known(owner), false);
            push(owner_end + 1..end, What::Known(entries), false);
            return end;
        }
        let inner = owner_inside(reading, at, end, &entries);
        push(at..end, What::Known(entries), false);
        if let Some((atoms, owner)) = inner {
            push(atoms, What::Known(owner), true);
        }
        return end;
    }
    if !reading.is_capitalised(at) {
        if let Some((stop, kind)) = possessed_organ(reading, clause, at) {
            push(at..stop, What::Organisation { subkind: kind.to_owned(), owner: None, named: false }, false);
            return stop;
        }
        if let Some(stop) = plain_ministry(reading, clause, at) {
            let what = What::Organisation { subkind: "ministry".to_owned(), owner: None, named: false };
            push(at..stop, what, false);
            return stop;
        }
        if let Some(stop) = national_agency(reading, clause, at) {
            push(at..stop, What::Organisation { subkind: "agency".to_owned(), owner: None, named: true }, false);
            return stop;
        }
        return at + 1;
    }
    unexplained(reading, clause, number, at, spots)
}

/// "Dean" before a name is a first name rather than a title, unless "the" stands before it.
fn is_name_and_title(reading: &Reading<'_>, clause: &Clause, at: usize) -> bool {
    reading.is_capitalised(at)
        && reading.words.is_first_name(reading.slice(&(at..at + 1)))
        && reading.before(clause, at) != "the"
        && at + 1 < clause.atoms.end
        && reading.gap(at + 1) == Gap::Space
        && reading.is_capitalised(at + 1)
}

/// A listed state or city that is a first name here: "Georgia Lind".
fn begins_person(reading: &Reading<'_>, clause: &Clause, at: usize, (end, entries): &(usize, &[Entry])) -> bool {
    *end == at + 1
        && entries.iter().all(|entry| matches!(entry.kind, SurfaceKind::Name | SurfaceKind::Metonym))
        && begins_name(reading, clause, at)
}

/// A first name with an unexplained capitalised word behind it.
fn begins_name(reading: &Reading<'_>, clause: &Clause, at: usize) -> bool {
    let end = at + 1;
    reading.words.is_first_name(reading.slice(&(at..end))) && begins_unlisted(reading, clause, at, end)
}

/// One word, and an unexplained capitalised word behind it.
fn begins_unlisted(reading: &Reading<'_>, clause: &Clause, at: usize, end: usize) -> bool {
    end == at + 1
        && !clause.title_case
        && end < clause.atoms.end
        && reading.gap(end) == Gap::Space
        && reading.is_capitalised(end)
        && reading.title_at(clause, end).is_none()
        && reading.known_at(clause, end).is_none()
        && reading.head_kind(end).is_none()
        && !reading.words.non_actor_heads.contains(reading.lower(end))
}

/// Capitalised words that no list explains.
fn unexplained(reading: &Reading<'_>, clause: &Clause, number: usize, at: usize, spots: &mut Vec<Spot>) -> usize {
    let word = reading.lower(at);
    // "N'T THERE"; "D-Norvane" behind a lawmaker's name.
    // "the M/V Tarn": the name of a ship.
    if let Some(end) = ship_at(reading, clause, at) {
        return end;
    }
    let single = reading.atom(at).is_some_and(|atom| atom.text.chars().count() == 1);
    if single && (reading.gap(at) == Gap::Apostrophe || reading.gap(at + 1) == Gap::Hyphen && at + 1 < clause.atoms.end)
    {
        return if reading.gap(at) == Gap::Apostrophe { at + 1 } else { at + 2 };
    }
    let will = is_will(reading, clause, at);
    let first_name = reading.is_first_name(at) || will;
    let acronym = reading.atom(at).is_some_and(crate::gazetteer::Atom::is_upper);
    // "Ambassador Per Lind": behind a title a name begins.
    let titled = || {
        spots.last().is_some_and(|title| title.atoms.end == at && matches!(title.what, What::Role { .. }))
            && reading.gap(at) == Gap::Space
            && reading.is_capitalised(at - 1)
            && reading.is_first_name(at)
            && at + 1 < clause.atoms.end
            && reading.gap(at + 1) == Gap::Space
            && reading.is_capitalised(at + 1)
            && !reading.is_function_word(at + 1)
            && reading.known_at(clause, at + 1).is_none()
    };
    if reading.is_function_word(at) && !acronym && !will && (clause.title_case || !titled()) {
        return at + 1;
    }
    let initial = at == clause.atoms.start || reading.gap(at) == Gap::Other;
    let end = reading.name_end(clause, at);
    // "Dismissing Brill": a verb before the name.
    let participle = || word.len() > 5 && word.ends_with("ing") && reading.pos(at) == Upos::Verb;
    // "Only", but not "Connolly"
    let adverb = || word.ends_with("ly") && !reading.atom(at).is_some_and(|atom| reading.seen_capital(&atom.folded));
    // "Compact officials", where "the Northern Sea Compact" has been named.
    let named = || {
        !clause.title_case
            && reading.atom(at).is_some_and(|atom| reading.seen_capital(&atom.folded))
            && reading.is_in_front_of_people(clause, at)
    };
    if initial && !first_name && !acronym && (reading.seen_lower(word) || adverb() || participle()) && !named() {
        return at + 1;
    }
    // "the Coast party"
    // "the Green Commons party", where "Commons" alone is a chamber.
    let run = (end..clause.atoms.end.min(at + 4))
        .take_while(|&next| reading.gap(next) == Gap::Space && reading.is_capitalised(next))
        .take_while(|&next| reading.known_at(clause, next).is_none_or(|(_, known)| known.iter().all(|it| it.ambiguous)))
        .last()
        .map_or(end, |last| last + 1);
    if !clause.title_case
        && !first_name
        && reading.before(clause, at) == "the"
        && let Some(subkind) = small_head(reading.after(clause, run))
        && reading.ends_phrase(clause, run + 1)
    {
        let what = What::Organisation { subkind: subkind.to_owned(), owner: None, named: true };
        spots.push(Spot { atoms: at..run + 1, clause: number, what, nested: false });
        return run + 1;
    }
    let mut push = |atoms: std::ops::Range<usize>, what: What| {
        spots.push(Spot { atoms, clause: number, what, nested: false });
    };
    // "O'Hara" is one word, as "Al-Sahli" is.
    let words = 1
        + (at + 1..end)
            .filter(|&atom| {
                !matches!(reading.gap(atom), Gap::Hyphen | Gap::Apostrophe)
                    && !matches!(reading.lower(atom), "jr" | "sr")
            })
            .count();
    let introduced = introduces(reading.before(clause, at)).is_some();
    let thing = |word: &str| {
        const NEVER_SURNAMES: &[&str] = &[
            "shoal",
            "reef",
            "atoll",
            "strait",
            "straits",
            "islands",
            "treaty",
            "accord",
            "accords",
            "agreement",
            "doctrine",
            "declaration",
            "initiative",
            "summit",
            "agenda",
            "peninsula",
            "protocol",
            "airport",
            "pipeline",
            "corridor",
        ];
        reading.words.non_actor_heads.contains(word) && (!first_name || NEVER_SURNAMES.contains(&word))
    };
    if thing(reading.lower(end - 1)) && end > at + 1 && !introduced {
        // "figures by the Tidal Data Project": no other thing has figures.
        if super::body_evidence::makes_a_paper(reading, clause, at, end) {
            push(at..end, What::Names);
        }
        return end;
    }
    if words == 1 {
        // "Parliament has voted": the one of the state that the text is about.
        let organ = match word {
            "parliament" => Some("parliament"),
            "cabinet" => Some("government"),
            _ => None,
        };
        if let Some(subkind) = organ.filter(|_| !clause.title_case && !reading.is_possessive(at.wrapping_sub(1))) {
            push(at..end, What::Organisation { subkind: subkind.to_owned(), owner: None, named: true });
            return end;
        }
        push(at..end, if acronym { What::Acronym } else { What::Word });
        return end;
    }
    if clause.title_case {
        let plain = (at + 1..end).all(|atom| !reading.seen_lower(reading.lower(atom)));
        if first_name && plain {
            push(at..end, What::Person);
            return end;
        }
        push(at..at + 1, What::Word);
        return at + 1;
    }
    let what = if first_name || clause.byline || initials(reading, at, end) { What::Person } else { What::Names };
    push(at..end, what);
    end
}

/// "Will Holt, a teacher" and "Will Holt told him", where "will" asks nothing.
fn is_will(reading: &Reading<'_>, clause: &Clause, at: usize) -> bool {
    let end = at + 2;
    reading.lower(at) == "will"
        && reading.is_capitalised(at)
        && !clause.title_case
        && end < clause.atoms.end
        && reading.gap(at + 1) == Gap::Space
        && reading.is_capitalised(at + 1)
        && reading.known_at(clause, at + 1).is_none()
        && (reading.gap(end) == Gap::Comma
            || matches!(reading.after(clause, end), "and" | "of" | "said" | "says" | "told" | "is" | "was" | "has"))
}

/// The end of a ship's name behind what ships are called.
fn ship_at(reading: &Reading<'_>, clause: &Clause, at: usize) -> Option<usize> {
    let merchant = reading.atom(at).is_some_and(|atom| atom.text == "M")
        && reading.atom(at + 1).is_some_and(|atom| matches!(atom.text, "V" | "T" | "S"))
        && reading.gap(at + 1) == Gap::Joint;
    let prefix = merchant
        || reading.atom(at).is_some_and(|atom| {
            matches!(atom.text, "MV" | "USS" | "HMS" | "INS" | "BRP" | "HMAS" | "HMCS" | "USNS" | "RFA" | "KRI")
        });
    let name = at + 1 + usize::from(merchant);
    let named = prefix && name < clause.atoms.end && reading.gap(name) == Gap::Space && reading.is_capitalised(name);
    named.then(|| reading.name_end(clause, name))
}

/// What a small noun behind a name makes of it.
fn small_head(word: &str) -> Option<&'static str> {
    match word {
        "party" => Some("party"),
        "militia" | "militants" => Some("armed group"),
        "movement" | "coalition" | "network" | "alliance" => Some("movement"),
        "newspaper" | "daily" | "weekly" | "magazine" => Some("media"),
        _ => None,
    }
}

/// Whether a single letter stands among the words: "R. Kipling", "Ronna F. Romney".
fn initials(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    reading.atom(end - 1).is_some_and(|last| last.text.chars().count() > 2)
        && (at..end - 1).any(|atom| reading.atom(atom).is_some_and(|found| found.text.chars().count() == 1))
}

/// Whether a title says that the name after it is a person's.
pub(super) fn is_strong_title(reading: &Reading<'_>, spot: &Spot) -> bool {
    matches!(spot.what, What::Role { .. })
        && (reading.is_capitalised(spot.atoms.end - 1)
            || !WEAK_TITLES.contains(&reading.lower(spot.atoms.end - 1))
            || spot.atoms.len() > 1)
}
