//! Dates as people write them, to ISO 8601 with the precision and the offset given.

use jiff::civil;
use rapporteur_core::ByteRange;

/// A date and where it stands in the words searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundDate {
    /// "2031-03", "2031-03-14", "2031-03-14T09:45", "2031-03-14T09:45:00+01:00".
    pub iso: String,
    /// Into the words searched: the date with its time of day.
    pub at: ByteRange,
}

/// The date that `words` state, if they do: for metadata values of any form.
pub fn parse_date(words: &str) -> Option<String> {
    find_date(words).map(|found| found.iso)
}

/// The first date in `words`. Only the first 400 bytes are searched: dates stand in short lines.
///
/// `14/03/2031` is read where only one order gives a date; `03/04/2031` is not a date anybody can be sure of.
pub fn find_date(words: &str) -> Option<FoundDate> {
    let tokens = tokens(words);
    (0..tokens.len()).find_map(|start| date_at(&tokens, start))
}

/// All dates in `words`, as [`find_date`] finds them.
pub(crate) fn find_dates(words: &str) -> Vec<FoundDate> {
    let tokens = tokens(words);
    let mut found: Vec<FoundDate> = Vec::new();
    for (start, token) in tokens.iter().enumerate() {
        if found.last().is_none_or(|last| token.at.start >= last.at.end) {
            found.extend(date_at(&tokens, start));
        }
    }
    found
}

/// A time of day alone: "2:09 p.m. EST".
pub(crate) fn is_time_of_day(words: &str) -> bool {
    let tokens = tokens(words);
    time_at(&tokens, 0).is_some_and(|(_, next)| next == tokens.len())
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind<'t> {
    Number(u32),
    Word(&'t str),
    Mark(char),
}

#[derive(Debug, Clone, Copy)]
struct Token<'t> {
    kind: Kind<'t>,
    at: ByteRange,
}

const SEARCHED: usize = 400;

fn tokens(words: &str) -> Vec<Token<'_>> {
    let mut end = words.len().min(SEARCHED);
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    let words = words.get(..end).unwrap_or_default();
    let mut tokens = Vec::new();
    let mut rest = words;
    while let Some(first) = rest.chars().next() {
        let start = words.len() - rest.len();
        let length = if first.is_ascii_digit() {
            rest.bytes().take_while(u8::is_ascii_digit).count()
        } else if first.is_alphabetic() {
            rest.char_indices().find(|(_, other)| !other.is_alphabetic()).map_or(rest.len(), |(index, _)| index)
        } else {
            first.len_utf8()
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        let kind = if first.is_ascii_digit() {
            // Numbers too long for any date are nobody's date.
            Kind::Number(piece.parse().unwrap_or(u32::MAX))
        } else if first.is_alphabetic() {
            Kind::Word(piece)
        } else if first.is_whitespace() {
            continue;
        } else {
            Kind::Mark(first)
        };
        tokens.push(Token { kind, at: ByteRange::new(start, start + length) });
    }
    tokens
}

struct Day {
    year: u32,
    month: u32,
    day: Option<u32>,
}

fn date_at(tokens: &[Token<'_>], start: usize) -> Option<FoundDate> {
    // "20:49, 5 Aug 2031": the time may come first.
    let (early, begin) = match time_at(tokens, start) {
        Some((time, next)) => (Some(time), skip(tokens, next, &[',', '|', '-', '–', '·'], &["on"])),
        None => (None, start),
    };
    let (day, mut end) = day_at(tokens, begin)?;
    let mut iso = match day.day {
        Some(date) => {
            civil::Date::new(day.year.try_into().ok()?, day.month.try_into().ok()?, date.try_into().ok()?).ok()?;
            format!("{:04}-{:02}-{:02}", day.year, day.month, date)
        }
        None => format!("{:04}-{:02}", day.year, day.month),
    };
    let late = if early.is_none() && day.day.is_some() {
        let next = skip(tokens, end, &[',', '|', '-', '–', '·'], &["at", "t", "um", "à"]);
        let next = skip_weekday(tokens, next);
        time_at(tokens, next)
    } else {
        None
    };
    if let Some((_, next)) = &late {
        end = *next;
    }
    if let Some(time) = early.or(late.map(|(time, _)| time)) {
        iso.push('T');
        iso.push_str(&time);
    }
    let at = ByteRange::new(tokens.get(start)?.at.start, tokens.get(end.checked_sub(1)?)?.at.end);
    Some(FoundDate { iso, at })
}

fn kind<'t>(tokens: &[Token<'t>], index: usize) -> Option<Kind<'t>> {
    tokens.get(index).map(|token| token.kind)
}

fn number(tokens: &[Token<'_>], index: usize) -> Option<(u32, usize)> {
    match tokens.get(index) {
        Some(Token { kind: Kind::Number(value), at }) => Some((*value, at.len())),
        _ => None,
    }
}

fn word<'t>(tokens: &[Token<'t>], index: usize) -> Option<&'t str> {
    match kind(tokens, index) {
        Some(Kind::Word(word)) => Some(word),
        _ => None,
    }
}

fn mark(tokens: &[Token<'_>], index: usize) -> Option<char> {
    match kind(tokens, index) {
        Some(Kind::Mark(mark)) => Some(mark),
        _ => None,
    }
}

/// Over one of the marks and one of the words.
fn skip(tokens: &[Token<'_>], mut index: usize, marks: &[char], words: &[&str]) -> usize {
    if mark(tokens, index).is_some_and(|found| marks.contains(&found)) {
        index += 1;
    }
    if word(tokens, index).is_some_and(|found| words.iter().any(|word| found.eq_ignore_ascii_case(word))) {
        index += 1;
    }
    index
}

fn skip_weekday(tokens: &[Token<'_>], index: usize) -> usize {
    if word(tokens, index).is_some_and(is_weekday) { skip(tokens, index + 1, &[',', '.'], &[]) } else { index }
}

fn year(tokens: &[Token<'_>], index: usize) -> Option<u32> {
    match number(tokens, index)? {
        (value @ 1000..3000, 4) => Some(value),
        // "20164 min read": the reading time was glued on.
        (value, 5 | 6) if word(tokens, index + 1).is_some_and(|next| next.starts_with("min")) => {
            let digits = value.to_string();
            digits.get(..4)?.parse().ok().filter(|year| (1000..3000).contains(year))
        }
        _ => None,
    }
}

fn small(tokens: &[Token<'_>], index: usize) -> Option<u32> {
    number(tokens, index).filter(|(_, digits)| *digits <= 2).map(|(value, _)| value)
}

fn day_at(tokens: &[Token<'_>], start: usize) -> Option<(Day, usize)> {
    let full = |year, month, day, end| Some((Day { year, month, day: Some(day) }, end));
    if let Some(year) = year(tokens, start) {
        // 2031-03-14, 2031/3/14
        let separator = mark(tokens, start + 1).filter(|mark| matches!(mark, '-' | '/' | '.'))?;
        let month = small(tokens, start + 2)?;
        if mark(tokens, start + 3) == Some(separator) {
            return full(year, month, small(tokens, start + 4)?, start + 5);
        }
        return None;
    }
    if let Some(first) = small(tokens, start) {
        // 14/03/2031, 14.03.2031, 21-Mar-2031
        if let Some(separator) = mark(tokens, start + 1).filter(|mark| matches!(mark, '-' | '/' | '.'))
            && mark(tokens, start + 3) == Some(separator)
            && let Some(year) = year(tokens, start + 4)
        {
            if let Some(month) = word(tokens, start + 2).and_then(month) {
                return full(year, month, first, start + 5);
            }
            let second = small(tokens, start + 2)?;
            return match (separator, first, second) {
                // Where a stop is written the day comes first; with strokes only a number above 12 tells.
                ('.', day, month @ 1..=12) | (_, day @ 13.., month @ 1..=12) => full(year, month, day, start + 5),
                (_, month @ 1..=12, day @ 13..) => full(year, month, day, start + 5),
                (_, same, other) if same == other => full(year, same, other, start + 5),
                _ => None,
            };
        }
        // 14 March 2031, 14th of March, 2031, 28. Februar 2012
        let next = skip(tokens, start + 1, &['.'], &["st", "nd", "rd", "th", "er"]);
        let next = skip(tokens, next, &[], &["of", "de"]);
        let month = word(tokens, next).and_then(month)?;
        let next = skip(tokens, next + 1, &['.'], &["de"]);
        let next = skip(tokens, next, &[','], &[]);
        return full(year(tokens, next)?, month, first, next + 1);
    }
    // March 14, 2031; Mar. 14, 2031; March 2031
    let month = word(tokens, start).and_then(month)?;
    let next = skip(tokens, start + 1, &['.'], &[]);
    // "31 February 2031" is not February.
    let numbered = start.checked_sub(1).is_some_and(|before| small(tokens, before).is_some());
    if let Some(year) = year(tokens, next).filter(|_| !numbered) {
        return Some((Day { year, month, day: None }, next + 1));
    }
    let day = small(tokens, next)?;
    let next = skip(tokens, next + 1, &[], &["st", "nd", "rd", "th"]);
    let next = skip(tokens, next, &[',', '.'], &[]);
    full(year(tokens, next)?, month, day, next + 1)
}

/// "10:35 AM GMT", "22:17:36+0100": as ISO 8601, and the token after it.
fn time_at(tokens: &[Token<'_>], start: usize) -> Option<(String, usize)> {
    let mut hour = small(tokens, start)?;
    if mark(tokens, start + 1) != Some(':') {
        return None;
    }
    let minute = small(tokens, start + 2)?;
    let mut next = start + 3;
    let mut seconds = None;
    if mark(tokens, next) == Some(':') {
        seconds = Some(small(tokens, next + 1)?);
        next += 2;
        if mark(tokens, next) == Some('.') && number(tokens, next + 1).is_some() {
            next += 2;
        }
    }
    if let Some((afternoon, after)) = half_of_day(tokens, next) {
        hour = hour % 12 + if afternoon { 12 } else { 0 };
        next = after;
    }
    let valid = |value: u32| i8::try_from(value).ok();
    civil::Time::new(valid(hour)?, valid(minute)?, valid(seconds.unwrap_or(0))?, 0).ok()?;
    let mut iso = format!("{hour:02}:{minute:02}");
    if let Some(seconds) = seconds {
        iso.push_str(&format!(":{seconds:02}"));
    }
    if let Some((offset, after)) = offset_at(tokens, next) {
        iso.push_str(&offset);
        next = after;
    }
    Some((iso, next))
}

/// am, pm, a.m., p.m.: whether it is the afternoon.
fn half_of_day(tokens: &[Token<'_>], index: usize) -> Option<(bool, usize)> {
    let first = word(tokens, index)?.to_ascii_lowercase();
    match first.as_str() {
        "am" | "pm" => Some((first == "pm", index + 1)),
        "a" | "p" if mark(tokens, index + 1) == Some('.') && word(tokens, index + 2)?.eq_ignore_ascii_case("m") => {
            Some((first == "p", skip(tokens, index + 3, &['.'], &[])))
        }
        _ => None,
    }
}

/// Zones whose letters mean one offset only. Others are read over: an offset is not guessed.
const ZONES: &[(&str, &str)] = &[
    ("Z", "Z"),
    ("GMT", "Z"),
    ("UTC", "Z"),
    ("EST", "-05:00"),
    ("EDT", "-04:00"),
    ("PST", "-08:00"),
    ("PDT", "-07:00"),
    ("CET", "+01:00"),
    ("CEST", "+02:00"),
    ("MEZ", "+01:00"),
    ("MESZ", "+02:00"),
    ("EET", "+02:00"),
    ("EEST", "+03:00"),
    ("JST", "+09:00"),
    ("KST", "+09:00"),
];

fn offset_at(tokens: &[Token<'_>], index: usize) -> Option<(String, usize)> {
    let named = word(tokens, index);
    let zone = named.and_then(|name| ZONES.iter().find(|(zone, _)| *zone == name));
    let signed = index + usize::from(zone.is_some());
    if let Some(sign) = mark(tokens, signed).filter(|sign| matches!(sign, '+' | '-'))
        && zone.is_none_or(|(_, offset)| *offset == "Z")
        && let Some((value, digits)) = number(tokens, signed + 1)
    {
        if digits == 4 && value / 100 < 15 && value % 100 < 60 {
            return Some((format!("{sign}{:02}:{:02}", value / 100, value % 100), signed + 2));
        }
        if digits == 2 && value < 15 && mark(tokens, signed + 2) == Some(':') {
            let minutes = small(tokens, signed + 3).filter(|minutes| *minutes < 60)?;
            return Some((format!("{sign}{value:02}:{minutes:02}"), signed + 4));
        }
    }
    if let Some((_, offset)) = zone {
        return Some(((*offset).to_owned(), index + 1));
    }
    // A zone of several meanings belongs to the time and is not carried over.
    let unsure = named.is_some_and(|name| matches!(name, "IST" | "BST" | "CST" | "CDT" | "MST" | "AEST" | "ET" | "PT"));
    unsure.then(|| (String::new(), index + 1))
}

const MONTHS: &[(&str, u32)] = &[
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("sept", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    // German
    ("januar", 1),
    ("jänner", 1),
    ("februar", 2),
    ("märz", 3),
    ("mai", 5),
    ("juni", 6),
    ("juli", 7),
    ("oktober", 10),
    ("dezember", 12),
    // French
    ("janvier", 1),
    ("février", 2),
    ("mars", 3),
    ("avril", 4),
    ("juin", 6),
    ("juillet", 7),
    ("août", 8),
    ("septembre", 9),
    ("octobre", 10),
    ("novembre", 11),
    ("décembre", 12),
];

fn month(word: &str) -> Option<u32> {
    let lower = word.to_lowercase();
    MONTHS.iter().find(|(name, _)| *name == lower).map(|(_, number)| *number)
}

/// In English, German or French, whole or cut to three letters.
pub(crate) fn is_weekday(word: &str) -> bool {
    const DAYS: &[&str] = &[
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonnabend",
        "sonntag",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
    ];
    DAYS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests;
