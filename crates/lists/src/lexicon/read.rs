use std::collections::BTreeMap;

use super::{
    CueAdjective, CueNoun, CuePreposition, CueVerb, Frame, HolderKind, Judgements, Lexicon, LexiconError, Listed,
    Sense, file, inflect,
};
use crate::tables::WordTable;

/// The texts of the files a lexicon is made of.
#[derive(Debug, Clone, Copy)]
pub struct LexiconFiles<'t> {
    /// `cues.toml`.
    pub verbs: &'t str,
    /// `cues-phrases.toml`.
    pub phrases: &'t str,
    /// `cues-nouns.toml`.
    pub nouns: &'t str,
    /// `nouns-of-persons.txt`: a noun a line, but for lines that begin with `#`.
    pub persons: &'t str,
    /// `judgements.toml`.
    pub judgements: &'t str,
}

/// Words that say when.
const TIMES: &str = "
    monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    jan feb aug sept oct nov dec
    today yesterday tomorrow tonight morning afternoon evening night noon midnight
    week month year day hour minute decade weekend moment weeks months years days hours minutes decades moments
    spring summer autumn winter fall
";

impl Lexicon {
    /// Reads, inflects and indexes the files.
    ///
    /// # Errors
    /// [`LexiconError`] if one of them does not follow its schema.
    pub fn from_files(files: &LexiconFiles<'_>) -> Result<Self, LexiconError> {
        fn read<File: serde::de::DeserializeOwned>(file: &'static str, text: &str) -> Result<File, LexiconError> {
            toml::from_str(text).map_err(|error| LexiconError::Toml { file, error: Box::new(error) })
        }
        let verbs: file::VerbFile = read("cues.toml", files.verbs)?;
        let phrases: file::PhraseFile = read("cues-phrases.toml", files.phrases)?;
        let nouns: file::NounFile = read("cues-nouns.toml", files.nouns)?;
        let mut lexicon = Self::default();
        lexicon.judgements = Judgements::from_toml(files.judgements, &mut lexicon.listed)?;
        lexicon.add_verbs(&verbs, &phrases)?;
        lexicon.add_nouns(&nouns, files.persons)?;
        TIMES.split_whitespace().for_each(|word| listed(&mut lexicon.listed, word).time = true);
        Ok(lexicon)
    }

    fn add_verbs(&mut self, file: &file::VerbFile, phrases: &file::PhraseFile) -> Result<(), LexiconError> {
        let mut verbs: Vec<CueVerb> = Vec::new();
        let mut index_of: BTreeMap<&str, usize> = BTreeMap::new();
        let files = [("cues.toml", &file.verb, &file.passive), ("cues-phrases.toml", &phrases.verb, &phrases.passive)];
        let groups = files.into_iter().flat_map(|(name, active, passive)| {
            active
                .iter()
                .map(move |group| (name, group, false))
                .chain(passive.iter().map(move |group| (name, group, true)))
        });
        for (name, group, passive) in groups {
            for lemma in &group.lemmas {
                let frames = frames(name, lemma, &group.frames)?;
                let mut sense = Sense {
                    frames,
                    form: group.form,
                    position: group.position,
                    tier: group.tier,
                    holder: group.holder,
                    marks: group.marks,
                    hedged: group.hedged,
                    negated: group.negated,
                };
                let mut words = lemma.split(' ').map(str::to_owned);
                words
                    .next()
                    .filter(|word| !word.is_empty())
                    .ok_or_else(|| LexiconError::EmptyLemma { file: name, lemma: lemma.clone() })?;
                let rest: Vec<String> = words.collect();
                let index = *index_of.entry(lemma).or_insert_with(|| {
                    verbs.push(CueVerb { lemma: lemma.clone(), rest, senses: Vec::new(), passives: Vec::new() });
                    verbs.len() - 1
                });
                if let Some(verb) = verbs.get_mut(index) {
                    let same_frame = |other: &&Sense| other.frames.iter().any(|frame| sense.frames.contains(frame));
                    let other = verb.senses.iter().filter(same_frame).find(|other| other.form != sense.form);
                    if let Some(other) = other.filter(|_| !passive) {
                        let (first, second) = (other.form, sense.form);
                        return Err(LexiconError::TwoForms { file: name, lemma: lemma.clone(), first, second });
                    }
                    let senses = if passive { &mut verb.passives } else { &mut verb.senses };
                    // A frame that an earlier group gives this verb in the same meaning would make every reading twice.
                    let mut frames = std::mem::take(&mut sense.frames);
                    frames.retain(|frame| !senses.iter().any(|other| other.covers(frame, &sense)));
                    sense.frames = frames;
                    if !sense.frames.is_empty() {
                        senses.push(sense);
                    }
                }
            }
        }
        for (index, verb) in verbs.iter().enumerate() {
            let first = verb.lemma.split(' ').next().unwrap_or_default();
            let phrasal = !verb.rest.is_empty();
            for (form, inflection) in inflect::verb_forms(first, exceptions(file, first)) {
                if !self.verb_forms.get(&form).contains(&(index, inflection)) {
                    self.verb_forms.push(&form, (index, inflection));
                }
                let listed = listed(&mut self.listed, &form);
                listed.phrasal = phrasal && (listed.phrasal || !listed.verb);
                listed.verb = true;
            }
        }
        self.verb_forms.sort_by_key(|&(index, inflection)| {
            (std::cmp::Reverse(verbs.get(index).map_or(0, |verb| verb.rest.len())), index, inflection)
        });
        verbs.into_iter().for_each(|verb| self.verbs.push(verb));
        for (list, map) in [(&file.light.giving, &mut self.giving), (&file.light.receiving, &mut self.receiving)] {
            for lemma in list {
                let mut words = lemma.split(' ').map(str::to_owned);
                let Some(first) = words.next() else { continue };
                let rest: Vec<String> = words.collect();
                for (form, _) in inflect::verb_forms(&first, exceptions(file, &first)) {
                    if !map.get(&form).contains(&rest) {
                        map.push(&form, rest.clone());
                    }
                }
            }
        }
        for group in &file.preposition {
            for words in &group.words {
                let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
                let first = words.first().cloned().unwrap_or_default();
                let cue = CuePreposition { words, form: group.form, tier: group.tier };
                listed(&mut self.listed, &first).preposition = true;
                self.prepositions.push(&first, cue);
            }
        }
        Ok(())
    }

    fn add_nouns(&mut self, file: &file::NounFile, persons: &str) -> Result<(), LexiconError> {
        for group in &file.noun {
            for lemma in &group.lemmas {
                self.nouns.push(CueNoun {
                    lemma: lemma.clone(),
                    content: frames("cues-nouns.toml", lemma, &group.content)?,
                    holder: group.holder.clone(),
                    form: group.form,
                    position: group.position,
                    tier: group.tier,
                    predicate: group.predicate,
                });
                for form in inflect::noun_forms(lemma) {
                    listed(&mut self.listed, &form).noun = true;
                    self.noun_forms.push(&form, self.nouns.len() - 1);
                }
            }
        }
        for group in &file.unheld {
            for lemma in &group.lemmas {
                let frames = frames("cues-nouns.toml", lemma, &group.content)?;
                for form in inflect::noun_forms(lemma) {
                    if !group.plural || form.ends_with('s') {
                        frames.iter().for_each(|frame| self.unheld.push(&form, frame.clone()));
                    }
                }
            }
        }
        for group in &file.adjective {
            for lemma in &group.lemmas {
                let adjective = CueAdjective {
                    lemma: lemma.clone(),
                    content: frames("cues-nouns.toml", lemma, &group.content)?,
                    form: group.form,
                    position: group.position,
                    tier: group.tier,
                };
                listed(&mut self.listed, lemma).adjective = true;
                self.adjectives.push(lemma, adjective);
            }
        }
        // The first kind a word is listed under stays.
        let kinds = [
            (&file.holders.persons, HolderKind::Person),
            (&file.holders.groups, HolderKind::Group),
            (&file.holders.documents, HolderKind::Document),
        ];
        for (words, kind) in kinds {
            for form in words.iter().flat_map(|word| inflect::noun_forms(word)) {
                listed(&mut self.listed, &form).holder.get_or_insert(kind);
            }
        }
        self.documents = file.holders.documents.iter().flat_map(|word| inflect::noun_forms(word)).collect();
        // What the lists do not say, a dictionary does.
        let no_persons = &file.holders.no_persons;
        let persons = persons.lines().filter(|line| !line.starts_with('#') && !no_persons.contains(*line));
        for form in persons.flat_map(inflect::noun_forms) {
            listed(&mut self.listed, &form).holder.get_or_insert(HolderKind::Person);
        }
        for form in file.holders.polls.iter().flat_map(|word| inflect::noun_forms(word)) {
            listed(&mut self.listed, &form).poll = true;
        }
        Ok(())
    }
}

/// What is noted of a form.
pub(super) fn listed<'t>(table: &'t mut WordTable<Listed>, form: &str) -> &'t mut Listed {
    table.get_or_insert(form, Listed::default())
}

fn frames(file: &'static str, lemma: &str, written: &[String]) -> Result<Vec<Frame>, LexiconError> {
    written
        .iter()
        .map(|frame| frame.parse().map_err(|error| LexiconError::Frame { file, lemma: lemma.to_owned(), error }))
        .collect()
}

fn exceptions<'f>(file: &'f file::VerbFile, first: &str) -> inflect::Exceptions<'f> {
    inflect::Exceptions {
        irregular: file.irregular.get(first).map(Vec::as_slice),
        doubling: file.inflection.doubling.contains(first),
        only_ise: file.inflection.only_ise.contains(first),
    }
}
