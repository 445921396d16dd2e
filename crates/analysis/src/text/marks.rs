//! Which quotation marks open, which close, and which apostrophes are no marks at all.

/// What a mark does where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Open,
    Close,
    /// Inside or at the edge of a word.
    Apostrophe,
}

/// A single mark by its surroundings alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Single {
    Open,
    /// An opening that needs a closing one behind it to count.
    PerhapsOpen,
    /// Closes if something is open.
    Close,
    /// "others’ share": a plural possessive or a closing mark.
    PerhapsClose,
    Apostrophe,
}

/// Words that are written with an apostrophe in front.
const ELISIONS: &[&str] = &["em", "tis", "til", "till", "twas", "cause", "n", "bout", "round", "ere"];

/// The role of every mark in `characters`, as (index, role) in order; `marks` says where they stand. Linear.
pub(super) fn roles(characters: &[(usize, char)], marks: &[usize]) -> Vec<(usize, Role)> {
    let singles: Vec<Option<Single>> = marks.iter().map(|&index| single(characters, index)).collect();
    let closer_ahead = closers_ahead(&singles);
    let mut roles = Vec::with_capacity(marks.len());
    let (mut open_single, mut open_double) = (false, false);
    for (place, &index) in marks.iter().enumerate() {
        let role = match singles[place] {
            Some(kind) => {
                let ahead = closer_ahead[place];
                let role = match kind {
                    Single::Open => Role::Open,
                    Single::PerhapsOpen if ahead != Ahead::None => Role::Open,
                    Single::PerhapsOpen | Single::Apostrophe => Role::Apostrophe,
                    Single::Close if open_single => Role::Close,
                    Single::PerhapsClose if open_single && ahead != Ahead::Sure => Role::Close,
                    Single::Close if !before(characters, index).is_some_and(char::is_alphanumeric) => Role::Close,
                    Single::Close | Single::PerhapsClose => Role::Apostrophe,
                };
                match role {
                    Role::Open => open_single = true,
                    Role::Close => open_single = false,
                    Role::Apostrophe => {}
                }
                role
            }
            None => {
                let role = double(characters, index, open_double);
                open_double = role == Role::Open;
                role
            }
        };
        roles.push((index, role));
    }
    roles
}

/// Whether a character can be a quotation mark or an apostrophe.
pub(super) fn is_mark(character: char) -> bool {
    if let Ok(byte) = u8::try_from(character)
        && byte.is_ascii()
    {
        return is_plain_mark(byte);
    }
    is_single(character) || matches!(character, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

/// As [`is_mark`], for a character of ASCII.
pub(super) fn is_plain_mark(byte: u8) -> bool {
    matches!(byte, b'\'' | b'"' | b'`')
}

fn is_single(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘' | '‛' | '`' | '´' | 'ʼ' | '‚' | '‹' | '›')
}

fn before(characters: &[(usize, char)], index: usize) -> Option<char> {
    characters[..index].iter().rev().map(|&(_, c)| c).find(|&c| !super::tokenize::is_zero_width(c))
}

fn after(characters: &[(usize, char)], index: usize) -> Option<char> {
    characters[index + 1..].iter().map(|&(_, c)| c).find(|&c| !super::tokenize::is_zero_width(c))
}

/// `None` for a double mark, also one made of two single ones.
fn single(characters: &[(usize, char)], index: usize) -> Option<Single> {
    let (_, mark) = characters[index];
    if !is_single(mark) || is_doubled(characters, index) {
        return None;
    }
    let (previous, next) = (before(characters, index), after(characters, index));
    let word_before = previous.is_some_and(char::is_alphanumeric);
    let word_after = next.is_some_and(char::is_alphanumeric);
    let space_before =
        previous.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '“' | '"'));
    let kind = match mark {
        _ if word_before && word_after => Single::Apostrophe,
        '‹' => Single::Open,
        '›' => Single::Close,
        '‘' | '‚' | '‛' if word_after && is_elided_year(characters, index) => Single::Apostrophe,
        '‘' | '‚' | '‛' => Single::Open,
        _ if space_before && word_after && is_elision(characters, index) => Single::Apostrophe,
        _ if space_before && next.is_some_and(|c| !c.is_whitespace()) => Single::PerhapsOpen,
        _ if previous.is_none_or(char::is_whitespace) => Single::Apostrophe,
        _ if matches!(previous, Some('s' | 'S' | 'z' | 'x')) && next == Some(' ') => {
            let follows = characters[index + 1..].iter().map(|&(_, c)| c).find(|c| !c.is_whitespace());
            if follows.is_some_and(char::is_alphanumeric) { Single::PerhapsClose } else { Single::Close }
        }
        _ => Single::Close,
    };
    Some(kind)
}

/// ’90s.
fn is_elided_year(characters: &[(usize, char)], index: usize) -> bool {
    characters.get(index + 1..index + 3).is_some_and(|pair| pair.iter().all(|&(_, c)| c.is_ascii_digit()))
        && characters.get(index + 3).is_none_or(|&(_, c)| !c.is_ascii_digit())
}

fn is_elision(characters: &[(usize, char)], index: usize) -> bool {
    if is_elided_year(characters, index) {
        return true;
    }
    // The longest elision is five letters.
    let word: String = characters[index + 1..]
        .iter()
        .take(6)
        .map(|&(_, c)| c.to_ascii_lowercase())
        .take_while(|c| c.is_alphabetic())
        .collect();
    ELISIONS.contains(&word.as_str())
}

/// Whether the single mark is half of `` or ''.
pub(super) fn is_doubled(characters: &[(usize, char)], index: usize) -> bool {
    let (_, mark) = characters[index];
    let same = |other: Option<usize>| other.and_then(|other| characters.get(other)).is_some_and(|&(_, c)| c == mark);
    matches!(mark, '\'' | '`' | '’' | '‘') && (same(index.checked_sub(1)) || same(Some(index + 1)))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ahead {
    None,
    /// Only one that may be a plural possessive.
    Perhaps,
    Sure,
}

/// For each mark, what closing one stands behind it before the next opening one.
fn closers_ahead(singles: &[Option<Single>]) -> Vec<Ahead> {
    let mut ahead = vec![Ahead::None; singles.len()];
    let mut seen = Ahead::None;
    for (place, kind) in singles.iter().enumerate().rev() {
        ahead[place] = seen;
        match kind {
            Some(Single::Open | Single::PerhapsOpen) => seen = Ahead::None,
            Some(Single::Close) => seen = Ahead::Sure,
            Some(Single::PerhapsClose) if seen == Ahead::None => seen = Ahead::Perhaps,
            _ => {}
        }
    }
    ahead
}

fn double(characters: &[(usize, char)], index: usize, open: bool) -> Role {
    let (_, mark) = characters[index];
    let is_half = |c: char| is_single(c) && c == mark;
    let previous =
        characters[..index].iter().rev().map(|&(_, c)| c).find(|&c| !super::tokenize::is_zero_width(c) && !is_half(c));
    let next =
        characters[index + 1..].iter().map(|&(_, c)| c).find(|&c| !super::tokenize::is_zero_width(c) && !is_half(c));
    let open_before =
        previous.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '{' | '—' | '–' | '‘' | '/'));
    let close_after = next.is_none_or(|c| {
        c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '’' | '—' | '–')
    });
    match mark {
        '“' if !open_before && close_after && open => Role::Close,
        '“' | '„' | '‟' | '«' | '`' | '‘' => Role::Open,
        '”' if open_before && !close_after && !open => Role::Open,
        '”' | '»' => Role::Close,
        _ => match (open_before, close_after) {
            (true, false) => Role::Open,
            (false, true) => Role::Close,
            _ if open => Role::Close,
            _ => Role::Open,
        },
    }
}
