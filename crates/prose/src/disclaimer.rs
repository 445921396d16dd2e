//! "The views expressed are the author's own."

use crate::words::folded;

const LONGEST: usize = 900;
/// In so many bytes of a line one of the beginnings has come, marks before it included.
const BEGINNING: usize = 120;

const BEGINNINGS: &[&str] = &[
    "the views expressed",
    "views expressed",
    "the views and opinions",
    "views and opinions",
    "the opinions expressed",
    "opinions expressed",
    "the opinions, beliefs",
    "the views in this",
    "the views contained",
    "the views presented",
    "the author's views",
    "the authors' views",
    "all views expressed",
    "any views expressed",
    "disclaimer",
    "the content of this article",
    "the contents of this article",
    "the statements made and views expressed",
    "the author does not work for",
    "the authors do not work for",
    "disclosure statement",
    "this interview has been",
    "the interview has been",
    "this interview was edited",
    "the interview was edited",
    "this conversation has been",
    "the conversation has been",
    "this transcript has been",
    "the transcript has been",
];

/// Whether a line says whose views a text holds. Its place must be checked by the caller: it stands after the text.
pub(crate) fn is_disclaimer(words: &str) -> bool {
    if words.len() > LONGEST {
        return false;
    }
    let beginning = folded(words.get(..words.floor_char_boundary(BEGINNING)).unwrap_or(words));
    let beginning = beginning.trim_start_matches(|mark: char| !mark.is_alphanumeric());
    if BEGINNINGS.iter().any(|phrase| beginning.starts_with(phrase)) {
        return true;
    }
    // Most long lines speak of neither, and folding them costs more than looking.
    if !["iews", "pinions", "VIEWS", "OPINIONS"].iter().any(|part| words.contains(part)) {
        return false;
    }
    let line = folded(words);
    let own = line.contains("views") || line.contains("opinions");
    own && (line.contains("not necessarily reflect") || line.contains("not necessarily represent"))
}

#[cfg(test)]
mod tests {
    use super::is_disclaimer;

    #[test]
    fn whose_views() {
        assert!(is_disclaimer("The views expressed above belong to the author(s)."));
        assert!(is_disclaimer("*The opinions expressed in this article are the author’s own."));
        assert!(is_disclaimer(
            "This piece gives the views of its author and does not necessarily reflect those of the bank."
        ));
        assert!(!is_disclaimer("The views of the minister are well known."));
    }
}
