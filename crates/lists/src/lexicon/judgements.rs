//! Words that judge, as TOML.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::inflect::{Exceptions, noun_forms, verb_forms};
use super::read::listed;
use super::{LexiconError, Listed};
use crate::tables::{WordGroups, WordSet, WordTable};

const NAME: &str = "judgements.toml";

/// Toward what is spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lean {
    For,
    Against,
}

impl Lean {
    /// The other side.
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::For => Self::Against,
            Self::Against => Self::For,
        }
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::For => "for",
            Self::Against => "against",
        }
    }
}

/// A class of words that judge alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JudgementClass {
    pub name: String,
    pub leans: Lean,
}

/// What a word that may judge is in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordUse {
    Verb,
    Noun,
    /// Part of a name.
    Name,
    Other,
}

/// Words that judge, by form.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Judgements {
    classes: Vec<JudgementClass>,
    forms: WordTable<Classes>,
    /// By the first word: the others and the class, longest first.
    phrases: WordGroups<(Vec<String>, usize)>,
    holders: WordTable<Lean>,
    naming: WordSet,
}

/// The class of a form by what it is.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
struct Classes {
    verb: Option<usize>,
    noun: Option<usize>,
    word: Option<usize>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    class: Vec<Group>,
    holders: Holders,
    naming: Naming,
    inflection: Doubling,
    irregular: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    name: String,
    leans: Lean,
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    phrases: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Holders {
    against: Vec<String>,
    r#for: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Naming {
    cues: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Doubling {
    doubling: Vec<String>,
}

impl Judgements {
    /// The words of the file, which are noted in `lists` as well.
    pub(super) fn from_toml(text: &str, lists: &mut WordTable<Listed>) -> Result<Self, LexiconError> {
        let file: File =
            toml::from_str(text).map_err(|error| LexiconError::Toml { file: NAME, error: Box::new(error) })?;
        let mut judgements = Self { naming: file.naming.cues.iter().cloned().collect(), ..Self::default() };
        for (number, group) in file.class.into_iter().enumerate() {
            for lemma in &group.verbs {
                let exceptions = Exceptions {
                    irregular: file.irregular.get(lemma).map(Vec::as_slice),
                    doubling: file.inflection.doubling.contains(lemma),
                    only_ise: false,
                };
                for (form, _) in verb_forms(lemma, exceptions) {
                    judgements.classes_of(&form, lists).verb.get_or_insert(number);
                }
            }
            for form in group.nouns.iter().flat_map(|lemma| noun_forms(lemma)) {
                judgements.classes_of(&form, lists).noun.get_or_insert(number);
            }
            for word in &group.words {
                judgements.classes_of(word, lists).word.get_or_insert(number);
            }
            for phrase in &group.phrases {
                let mut words = phrase.split(' ').map(str::to_owned);
                let Some(first) = words.next() else { continue };
                listed(lists, &first).judges = true;
                judgements.phrases.push(&first, (words.collect(), number));
            }
            judgements.classes.push(JudgementClass { name: group.name, leans: group.leans });
        }
        judgements.phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        for (nouns, lean) in [(&file.holders.against, Lean::Against), (&file.holders.r#for, Lean::For)] {
            for form in nouns.iter().flat_map(|lemma| noun_forms(lemma)) {
                judgements.holders.insert(&form, lean);
            }
        }
        Ok(judgements)
    }

    fn classes_of(&mut self, form: &str, lists: &mut WordTable<Listed>) -> &mut Classes {
        listed(lists, form).judges = true;
        self.forms.get_or_insert(form, Classes::default())
    }

    /// The class of the word that `word(0)` (lower case) is or begins, and how many words it has; `word(1)` … are those behind it.
    pub fn class<'w>(&self, used: WordUse, word: impl Fn(usize) -> &'w str) -> Option<(&JudgementClass, usize)> {
        let first = word(0);
        let phrase = self.phrases.get(first).iter();
        let phrase = phrase
            .filter(|(rest, _)| rest.iter().enumerate().all(|(place, wanted)| word(place + 1) == wanted))
            .map(|(rest, class)| (*class, rest.len() + 1))
            .next();
        let (class, len) = phrase.or_else(|| {
            let classes = self.forms.get(first)?;
            let class = match used {
                WordUse::Verb => classes.verb,
                WordUse::Noun => classes.noun.or(classes.word),
                WordUse::Name => None,
                // "disputed waters": what a participle in front of a noun says is seldom the speaker's.
                WordUse::Other => classes.word,
            };
            Some((class?, 1))
        })?;
        Some((self.classes.get(class)?, len))
    }

    /// On which side of a matter those stand whom the noun `word` (lower case) names.
    pub fn side(&self, word: &str) -> Option<Lean> {
        self.holders.get(word).copied()
    }

    /// Whether the cue with this dictionary form says what somebody calls or takes a thing for.
    pub fn is_naming(&self, lemma: &str) -> bool {
        self.naming.contains(lemma)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::SHIPPED;
    use super::*;

    fn shipped() -> Judgements {
        Judgements::from_toml(SHIPPED.judgements, &mut WordTable::default()).expect("the file is sound")
    }

    fn class(used: WordUse, words: &[&'static str]) -> String {
        let judgements = shipped();
        let found = judgements.class(used, |place| words.get(place).copied().unwrap_or_default());
        found.map_or_else(String::new, |(class, len)| format!("{} {} {len}", class.name, class.leans.as_str()))
    }

    #[test]
    fn classes_go_by_what_a_word_is() {
        assert_eq!(class(WordUse::Noun, &["mistakes"]), "bad against 1");
        assert_eq!(class(WordUse::Verb, &["undermining"]), "harm against 1");
        assert_eq!(class(WordUse::Verb, &["favoured"]), "for for 1");
        assert_eq!(class(WordUse::Other, &["generous"]), "good for 1");
        // "disputed waters", the party "Victory"
        assert_eq!(class(WordUse::Other, &["disputed"]), "");
        assert_eq!(class(WordUse::Name, &["victory"]), "");
        assert_eq!(class(WordUse::Noun, &["table"]), "");
    }

    #[test]
    fn the_longest_phrase_first() {
        assert_eq!(class(WordUse::Verb, &["makes", "no", "sense"]), "bad against 3");
        assert_eq!(class(WordUse::Verb, &["makes", "sense"]), "good for 2");
    }

    #[test]
    fn no_word_is_listed_twice() {
        let file: File = toml::from_str(SHIPPED.judgements).expect("sound");
        let lists: [fn(&Group) -> &Vec<String>; 4] =
            [|group| &group.verbs, |group| &group.nouns, |group| &group.words, |group| &group.phrases];
        for list in lists {
            let mut seen = std::collections::BTreeSet::new();
            for word in file.class.iter().flat_map(list) {
                assert!(seen.insert(word), "{word:?} is listed twice");
            }
        }
    }

    #[test]
    fn sides_and_naming_cues() {
        let judgements = shipped();
        assert_eq!((judgements.side("critics"), judgements.side("backer")), (Some(Lean::Against), Some(Lean::For)));
        assert!(judgements.is_naming("call") && !judgements.is_naming("say"));
    }
}
