//! Regular English inflection of verbs and nouns.

use serde::{Deserialize, Serialize};

/// Which form of a verb a word is. A word may be several: "cast".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Inflection {
    Base,
    ThirdPerson,
    Past,
    PastParticiple,
    Ing,
}

/// What the rules cannot know about a verb.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Exceptions<'a> {
    /// Past and, where it differs, past participle.
    pub irregular: Option<&'a [String]>,
    pub doubling: bool,
    pub only_ise: bool,
}

/// All forms of a verb, spelling variants included.
pub(crate) fn verb_forms(lemma: &str, exceptions: Exceptions<'_>) -> Vec<(String, Inflection)> {
    let mut forms = Vec::new();
    for base in spellings(lemma, exceptions.only_ise) {
        forms.push((base.clone(), Inflection::Base));
        forms.push((with_s(&base), Inflection::ThirdPerson));
        if base == "be" {
            let more = [("are", Inflection::Base), ("am", Inflection::Base), ("were", Inflection::Past)];
            forms.extend(more.map(|(form, inflection)| (form.to_owned(), inflection)));
        }
        let stems = |suffix: &str| -> Vec<String> {
            let stem = match suffix {
                "ing" if base.ends_with("ie") => [base.strip_suffix("ie").unwrap_or(&base), "y"].concat(),
                _ if base.ends_with('e') && (suffix == "ed" || !(base.ends_with("ee") || base.ends_with("oe"))) => {
                    base.strip_suffix('e').unwrap_or(&base).to_owned()
                }
                "ed" if ends_in_consonant_y(&base) => [base.strip_suffix('y').unwrap_or(&base), "i"].concat(),
                _ => base.clone(),
            };
            let last = base.chars().last();
            match last {
                // "labelled" and "labeled" are both written.
                Some('l') if exceptions.doubling => {
                    vec![[base.as_str(), "l", suffix].concat(), [base.as_str(), suffix].concat()]
                }
                Some(last) if exceptions.doubling && last != 'e' => vec![format!("{base}{last}{suffix}")],
                _ => vec![[stem.as_str(), suffix].concat()],
            }
        };
        forms.extend(stems("ing").into_iter().map(|form| (form, Inflection::Ing)));
        match exceptions.irregular {
            Some([past]) => {
                forms.push((past.clone(), Inflection::Past));
                forms.push((past.clone(), Inflection::PastParticiple));
            }
            Some([past, participle, more @ ..]) => {
                forms.push((past.clone(), Inflection::Past));
                forms.push((participle.clone(), Inflection::PastParticiple));
                // "forecast" and "forecasted"
                for form in more {
                    forms.push((form.clone(), Inflection::Past));
                    forms.push((form.clone(), Inflection::PastParticiple));
                }
            }
            _ => {
                for form in stems("ed") {
                    forms.push((form.clone(), Inflection::Past));
                    forms.push((form, Inflection::PastParticiple));
                }
            }
        }
    }
    forms
}

/// Singular and plural.
pub(super) fn noun_forms(lemma: &str) -> Vec<String> {
    let plural = match lemma {
        // "talks" are negotiations and no hearsay.
        "talk" => return vec![lemma.to_owned()],
        "man" | "woman" => lemma.replace("an", "en"),
        _ if lemma.ends_with("man") || lemma.ends_with("woman") => {
            [lemma.strip_suffix("an").unwrap_or(lemma), "en"].concat()
        }
        "hypothesis" | "thesis" | "analysis" | "basis" => lemma.replace("is", "es"),
        _ => with_s(lemma),
    };
    let mut forms = vec![lemma.to_owned(), plural];
    if lemma == "colour" || lemma.ends_with("our") && lemma.len() > 4 {
        forms.extend(forms.clone().iter().map(|form| form.replace("our", "or")));
    }
    forms
}

fn spellings(lemma: &str, only_ise: bool) -> Vec<String> {
    let mut all = vec![lemma.to_owned()];
    if let Some(stem) = lemma.strip_suffix("ise")
        && !only_ise
        && !stem.is_empty()
    {
        all.push([stem, "ize"].concat());
    }
    if let Some(stem) = lemma.strip_suffix("our")
        && stem.len() > 2
    {
        all.push([stem, "or"].concat());
    }
    if lemma == "sceptical" {
        all.push("skeptical".to_owned());
    }
    all
}

fn ends_in_consonant_y(word: &str) -> bool {
    let mut last = word.chars().rev();
    last.next() == Some('y') && last.next().is_some_and(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u'))
}

fn with_s(word: &str) -> String {
    if ends_in_consonant_y(word) {
        return [word.strip_suffix('y').unwrap_or(word), "ies"].concat();
    }
    match word {
        "have" => "has".to_owned(),
        "be" => "is".to_owned(),
        _ if ["s", "sh", "ch", "x", "z", "o"].iter().any(|end| word.ends_with(end)) => [word, "es"].concat(),
        _ => [word, "s"].concat(),
    }
}
