//! Whether two annotations mean the same claimants.

use std::fmt;

use rapporteur_analysis::gazetteer;
use rapporteur_core::{Actor, ActorKind, Claim, Document};

use crate::attribution::Attribution;
use crate::words::Chars;

/// Who holds a claim, by all names that are known for each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NamedClaimants {
    claimants: Vec<Named>,
    /// The words of the source, folded.
    source: String,
}

/// A claimant by all names that are known.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Named {
    /// Folded; the first is the actor's own.
    names: Vec<String>,
    /// Whether the first tells who they are without naming anybody: "residents of one suburb".
    described: bool,
}

impl Named {
    /// Whether they are nothing but the words of the source: "residents" for "The residents".
    fn is_source(&self, source: &str) -> bool {
        self.names.first().is_some_and(|own| own == source || self.described && source.contains(own.as_str()))
    }

    /// Whether an annotator's name, which may be a description, is one of theirs.
    fn is_called(&self, name: &str, description: bool) -> bool {
        let own = self.names.first().is_some_and(|own| {
            // "residents" where the annotator has "residents of one suburb", or the other way round.
            let described = self.described && description && (is_start_of(own, name) || is_start_of(name, own));
            described || self.described && same_words(own, name) || is_end_of(own, name) || is_end_of(name, own)
        });
        own || self.names.iter().any(|own| own == name)
    }
}

impl fmt::Display for NamedClaimants {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first: Vec<&str> =
            self.claimants.iter().filter_map(|named| named.names.first()).map(String::as_str).collect();
        formatter.write_str(if first.is_empty() { "nobody" } else { "" })?;
        formatter.write_str(&first.join(" + "))
    }
}

impl NamedClaimants {
    pub fn of(document: &Document, claim: &Claim) -> Self {
        let named = |actor: &Actor| {
            let surfaces = actor.mentions.iter().map(|mention| mention.surface.as_str());
            let all = [actor.name.as_str()].into_iter().chain(actor.aliases.iter().map(String::as_str)).chain(surfaces);
            // "U.S. Labor Department" where the text has "the Labor Department": the lists know they are one.
            let gazetteer = gazetteer::embedded();
            let listed = gazetteer.find(&actor.id).and_then(|index| gazetteer.actor(index));
            let listed = listed.filter(|listed| listed.kind == ActorKind::Organisation);
            let known = listed.iter().flat_map(|listed| listed.names.iter().map(String::as_str));
            let described = matches!(actor.kind, ActorKind::Group | ActorKind::Organisation | ActorKind::Office)
                && describes(&actor.name);
            Named { names: all.chain(known).map(fold).collect(), described }
        };
        let ids = claim.claimant.iter().chain(&claim.co_claimants);
        Self {
            claimants: ids.filter_map(|id| document.actor(id)).map(named).collect(),
            source: claim.source.as_ref().map(|source| fold(&source.text)).unwrap_or_default(),
        }
    }

    /// Of an annotation that names them.
    pub fn annotated(by: &[String], text: &str, attribution: &Attribution) -> Self {
        let words = |&[start, end]: &Chars| text.chars().skip(start).take(end - start).collect::<String>();
        Self {
            claimants: by.iter().map(|name| Named { names: vec![fold(name)], described: false }).collect(),
            source: attribution.source.first().map(words).map(|words| fold(&words)).unwrap_or_default(),
        }
    }
}

/// Whether the claimants an annotator named are those found.
///
/// Each by one of its names, or by a name without what stands in front of it ("Brun" and "Sheikha Brun" are "Ada Brun"); a group
/// that words describe on both sides by the first of these words ("residents", "residents of one suburb"); a body or an office that
/// only words describe by the same words in another order ("Kestrian ambassador", "ambassador of Kestria").
/// Somebody the text does not name is described by annotators in words of their own ("officials", "Kestrian negotiators" for
/// "its negotiators", "her brother"): there the words of the two sources must overlap, and where the description has a
/// name in it, nobody else may have been found. Described in words that stand in both sources ("Venture capitalists",
/// "prominent Kestrian legislators"), he is found with the source, whoever else of those annotated is.
pub(crate) fn claimants_agree(
    by: &[String],
    found: &NamedClaimants,
    text: &str,
    gold: &Attribution,
    predicted: &Attribution,
) -> bool {
    if by.is_empty() {
        return found.claimants.is_empty();
    }
    let folded: Vec<String> = by.iter().map(|name| fold(name)).collect();
    let overlaps = gold.source.iter().any(|a| predicted.source.iter().any(|b| a[0] < b[1] && b[0] < a[1]));
    let called = |named: &Named, name: &str, folded: &str| named.is_called(folded, describes(name));
    // All that were found are named, or are nothing but the words of the source.
    let nobody_else = found.claimants.iter().all(|named| {
        named.is_source(&found.source) || by.iter().zip(&folded).any(|(name, folded)| called(named, name, folded))
    });
    // Nobody, or an actor that is nothing but the words of the source.
    let nobody = found.claimants.iter().all(|named| named.is_source(&found.source));
    let own_words = |span: &Chars| fold(&text.chars().skip(span[0]).take(span[1] - span[0]).collect::<String>());
    let source = gold.source.iter().map(own_words).collect::<Vec<_>>().join(" ");
    let agrees = |(name, folded): (&String, &String)| {
        let nameless = !name.chars().any(char::is_uppercase);
        let own_description = || nobody && !text.to_lowercase().contains(folded);
        let in_both = || {
            nobody_else
                && describes(name)
                && folded.split(' ').all(|word| [&source, &found.source].iter().all(|it| has_word(it, word)))
        };
        found.claimants.iter().any(|named| called(named, name, folded))
            || found.source == *folded
            || overlaps && (nameless || own_description() || in_both())
    };
    by.iter().zip(&folded).all(agrees) && found.claimants.len() <= by.len()
}

fn has_word(words: &str, word: &str) -> bool {
    words.split(|at: char| !at.is_alphanumeric()).any(|own| own == word)
}

/// Whether words describe somebody and do not name him: "prominent Kestrian legislators", "Venture capitalists", "12 per cent of
/// Kestrians".
fn describes(name: &str) -> bool {
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        return true;
    }
    let small = |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_lowercase));
    small(name.split(' ').next()) || small(name.split(' ').next_back())
}

/// Whether `start` is the first words of `name`.
fn is_start_of(start: &str, name: &str) -> bool {
    name.strip_prefix(start).is_some_and(|rest| rest.starts_with(' ')) && !start.is_empty()
}

/// Whether `end` is the last words of `name`.
fn is_end_of(end: &str, name: &str) -> bool {
    name.strip_suffix(end).is_some_and(|front| front.ends_with(' ')) && !end.is_empty()
}

/// Whether one description has all words of the other (two at least), in any order and with the state's name for its nationality: "Norvanian fisheries
/// ministry" and "fisheries ministry of Norvane".
fn same_words(one: &str, other: &str) -> bool {
    /// What two words that mean one state share at least.
    const STEM: usize = 4;
    let content = |name: &str| -> Vec<String> {
        let words = name.split(' ').map(|word| word.strip_suffix("'s").unwrap_or(word).to_owned());
        words.filter(|word| !matches!(word.as_str(), "of" | "the" | "for" | "in" | "at" | "")).collect()
    };
    // Nobody of the one is of the other.
    let strangers = |a: &str, b: &str| a == "niger" && b.starts_with("nigeria");
    let alike = |a: &str, b: &str| {
        if strangers(a, b) || strangers(b, a) {
            return false;
        }
        let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
        a == b || shared >= STEM && shared + 1 >= a.chars().count().min(b.chars().count())
    };
    let (one, other) = (content(one), content(other));
    let (few, many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    few.len() > 1 && few.iter().all(|word| many.iter().any(|own| alike(word, own)))
}

/// Small letters, no accents, straight apostrophes, single spaces for hyphens, no determiner and no possessive ending; initials and the
/// letters of abbreviations together ("K. P. Oli" is "KP Oli", "U.S." is "US").
fn fold(name: &str) -> String {
    let lower = rapporteur_analysis::gazetteer::fold(name).to_lowercase().replace('’', "'").replace('-', " ");
    let mut words: Vec<String> = Vec::new();
    let mut after_letters = false;
    for word in lower.split_whitespace() {
        let letters = word.split_terminator('.').all(|part| part.chars().count() == 1) && word != "'s";
        let word = if letters { word.replace('.', "") } else { word.to_owned() };
        match words.last_mut().filter(|_| letters && after_letters) {
            Some(last) => last.push_str(&word),
            None => words.push(word),
        }
        after_letters = letters;
    }
    if words.len() > 1 && matches!(words[0].as_str(), "the" | "a" | "an" | "its" | "his" | "her" | "their" | "some") {
        words.remove(0);
    }
    let joined = words.join(" ");
    joined.strip_suffix("'s").unwrap_or(&joined).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{describes, fold, same_words};

    #[test]
    fn descriptions_in_another_order() {
        for (one, other) in [
            ("norvanian fisheries ministry", "fisheries ministry of norvane"),
            ("averland's ambassador", "averlander ambassador in kest"),
            ("tidal council secretariat", "secretariat of the tidal council"),
        ] {
            assert!(same_words(one, other) && same_words(other, one), "{one} / {other}");
        }
        for (one, other) in [
            ("norvanian fisheries ministry", "kestrian fisheries ministry"),
            ("norvanian government", "kestrian government"),
            ("government of niger", "nigerian government"),
            ("ministry", "fisheries ministry"),
        ] {
            assert!(!same_words(one, other), "{one} / {other}");
        }
    }

    #[test]
    fn names_and_descriptions() {
        for described in [
            "officials",
            "Venture capitalists",
            "prominent Kestrian legislators",
            "most Averlanders",
            "12 per cent of Kestrians",
        ] {
            assert!(describes(described), "{described}");
        }
        for named in ["Ada Brun", "Averland", "Tidal Bank of Kest"] {
            assert!(!describes(named), "{named}");
        }
    }

    #[test]
    fn one_name_in_several_spellings() {
        for (one, other) in [
            ("K. P. Sharma Oli", "KP Sharma Oli"),
            ("J.D. Vance", "JD Vance"),
            ("U.S.", "US"),
            ("Cecilia Malmström", "Cecilia Malmstrom"),
            ("Kim Yo-jong", "Kim Yo Jong"),
            ("the Café Party’s", "Cafe Party"),
        ] {
            assert_eq!(fold(one), fold(other));
        }
        assert_ne!(fold("a board"), fold("b board"));
        assert_ne!(fold("Ada Brun"), fold("Ida Brun"));
    }
}
