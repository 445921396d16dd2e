//! What a term of a topic matches.

/// A word or phrase of a topic.
///
/// * Words stand one after another, with blanks or hyphens between: "cease fire" also finds "cease-fire".
/// * The last word is found in the plural too: "tariff" finds "tariffs", "treaty" "treaties", "crisis" only "crisis".
///   A possessive ending is never looked at: "tariff’s".
/// * Small letters find any: "energy" finds "Energy". A term with a capital letter finds only its own capitals: "AI", "Turkey".
/// * A star at the end finds every word with this beginning: "negotiat*".
/// * An equals sign in front finds this form and no plural: "=arms".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// In small letters, unless capitals count.
    pub words: Vec<String>,
    pub last: Last,
    /// Whether capitals count.
    pub cased: bool,
}

/// How the last word of a term is matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Last {
    /// It or its plural.
    Forms,
    /// It alone.
    Exact,
    /// What begins with it.
    Beginning,
}

impl Term {
    /// Reads a term.
    ///
    /// # Errors
    /// A clause that says what is wrong with it.
    pub fn parse(written: &str) -> Result<Self, String> {
        let (exact, rest) = written.trim().strip_prefix('=').map_or((false, written.trim()), |rest| (true, rest));
        let (beginning, rest) = rest.strip_suffix('*').map_or((false, rest), |rest| (true, rest));
        if exact && beginning {
            return Err("it begins with = and ends with *, and only one can be".to_owned());
        }
        let found = crate::words::words(rest);
        if found.is_empty() {
            return Err("it has no letter".to_owned());
        }
        // Between words and around them.
        let between = |c: char| c.is_whitespace() || c == '-' || c == '\'' || c == '’';
        if let Some(odd) =
            rest.chars().find(|c| !c.is_alphanumeric() && !between(*c) && !matches!(c, '\u{300}'..='\u{36f}'))
        {
            return Err(format!("{odd:?} is neither a letter nor a blank; * may stand at the end and = in front"));
        }
        if beginning && !rest.ends_with(|c: char| c.is_alphanumeric()) {
            return Err("* must stand right behind a letter".to_owned());
        }
        let cased = rest.chars().any(char::is_uppercase);
        let word = |word: &crate::words::Word<'_>| if cased { word.text.to_owned() } else { word.text.to_lowercase() };
        let last = match (exact, beginning) {
            (true, _) => Last::Exact,
            (_, true) => Last::Beginning,
            _ => Last::Forms,
        };
        Ok(Self { words: found.iter().map(word).collect(), last, cased })
    }

    /// Whether a word that stands where the last one must is one of its forms. `word` is in small letters unless capitals count.
    pub fn ends_with(&self, word: &str) -> bool {
        let Some(wanted) = self.words.last() else { return false };
        match self.last {
            Last::Exact => word == wanted,
            Last::Beginning => word.starts_with(wanted.as_str()),
            Last::Forms => word == wanted || singulars(word).any(|singular| singular == *wanted),
        }
    }
}

/// What a word could be the plural of, by the regular endings.
pub fn singulars(word: &str) -> impl Iterator<Item = String> {
    let stem = |ending: &str, of: &str| {
        word.strip_suffix(ending).filter(|stem| stem.len() > 1).map(|stem| format!("{stem}{of}"))
    };
    // "crisis" is no plural of "crisi".
    let s = stem("s", "").filter(|stem| !stem.ends_with(['s', 'i', 'u']));
    let es = stem("es", "")
        .filter(|stem| stem.ends_with(['s', 'x', 'z', 'o']) || stem.ends_with("ch") || stem.ends_with("sh"));
    [s, es, stem("ies", "y"), stem("ves", "f"), stem("ves", "fe"), stem("men", "man")].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(term: &str, word: &str) -> bool {
        Term::parse(term).expect("a good term").ends_with(word)
    }

    #[test]
    fn forms() {
        for (term, word) in [
            ("tariff", "tariffs"),
            ("treaty", "treaties"),
            ("church", "churches"),
            ("tax", "taxes"),
            ("embargo", "embargoes"),
            ("shelf", "shelves"),
            ("fisherman", "fishermen"),
            ("negotiat*", "negotiators"),
            ("=arms", "arms"),
            ("crisis", "crisis"),
        ] {
            assert!(finds(term, word), "{term} {word}");
        }
        for (term, word) in [
            ("arm", "army"),
            ("=arm", "arms"),
            ("crisi", "crisis"),
            ("bu", "bus"),
            ("bus", "buss"),
            ("tariff", "tarif"),
        ] {
            assert!(!finds(term, word), "{term} {word}");
        }
    }

    #[test]
    fn what_is_no_term_is_named() {
        let error = |term: &str| Term::parse(term).expect_err("no term");
        assert_eq!(error("  "), "it has no letter");
        assert_eq!(error("=migra*"), "it begins with = and ends with *, and only one can be");
        assert_eq!(error("mi*gra"), "'*' is neither a letter nor a blank; * may stand at the end and = in front");
        assert_eq!(error("migra *"), "* must stand right behind a letter");
        let term = Term::parse("Cease-Fire line").expect("a good term");
        assert_eq!((term.words.join("|"), term.cased), ("Cease|Fire|line".to_owned(), true));
    }
}
