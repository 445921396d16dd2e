//! The document as atoms, and what a rule asks about the words around a place.

use std::borrow::Cow;
use std::ops::Range;

use rapporteur_core::{BlockKind, ByteRange};

use super::words::{self, Lists, Words, key_of};
use crate::gazetteer::{Atom, Entry, Gap, Gazetteer, SurfaceKind, atoms, atoms_folded, fold_word};
use crate::quick::{Recent, WordMap};
use crate::tagger::Upos;
use crate::text::TextLayer;
use crate::zones::ZoneKind;

/// The text as the rules read it.
pub(super) struct Reading<'t> {
    pub text: &'t str,
    pub gazetteer: &'t Gazetteer,
    pub words: &'static Words,
    pub atoms: Vec<Atom<'t>>,
    /// Where in `lower_text` each atom stands in lower case, and how long it is there; nothing for one that is in lower case as it
    /// is folded.
    lower: Vec<Option<(u32, u32)>>,
    /// Folded words in lower case, one behind the other, so that none needs memory of its own.
    lower_text: String,
    /// What each atom is by itself.
    told: Vec<Told>,
    /// Part of speech of the token that holds each atom; [`Upos::X`] where no tagger ran.
    pos: Vec<Upos>,
    pub sentences: Vec<Clause>,
    /// Words that stand in lower case somewhere.
    seen_lower: WordMap<()>,
    /// Words that stand with a capital somewhere within a sentence. Case as in the text.
    seen_capital: WordMap<()>,
}

/// What a word is by its spelling alone.
#[derive(Debug, Clone, Copy, Default)]
struct Told {
    /// Its number in the gazetteer.
    number: Option<u32>,
    /// The word lists it stands on.
    lists: Lists,
    /// Begins with a capital letter.
    capital: bool,
    /// Begins with a small letter.
    small: bool,
    /// Stands folded already.
    folded: bool,
    /// Folded, it is in lower case.
    lower: bool,
    /// The last document in which it was noted for its small letter; see [`Memory::document`].
    noted: u32,
}

impl Told {
    fn of(word: &str, words: &Words, gazetteer: &Gazetteer) -> Self {
        let folded = fold_word(word);
        let lower = is_lower_case(&folded);
        let lists = if lower {
            words.lists(&folded)
        } else {
            let mut small = String::with_capacity(folded.len());
            push_lower_case(&folded, &mut small);
            words.lists(&small)
        };
        let first = word.chars().next();
        Self {
            number: gazetteer.number(&folded),
            lists,
            capital: first.is_some_and(char::is_uppercase),
            small: first.is_some_and(char::is_lowercase),
            folded: matches!(folded, Cow::Borrowed(_)),
            lower,
            noted: 0,
        }
    }
}

/// Whether a folded word is in lower case.
fn is_lower_case(folded: &str) -> bool {
    let is_lower = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    folded.bytes().all(is_lower) || !folded.is_ascii() && !folded.chars().any(char::is_uppercase)
}

/// Appends a folded word in lower case.
fn push_lower_case(folded: &str, lower: &mut String) {
    if folded.is_ascii() {
        let start = lower.len();
        lower.push_str(folded);
        lower.get_mut(start..).unwrap_or_default().make_ascii_lowercase();
    } else {
        lower.push_str(&folded.to_lowercase());
    }
}

/// What is kept of words from document to document. Of one gazetteer: it holds that one's numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Memory {
    told: Recent<Told>,
    /// Number of the document at hand; 0 before the first.
    document: u32,
}

/// The folded words of a name that is not of the text, one space between.
pub(super) fn key_of_name(name: &str) -> String {
    // Most are one word, and that is one atom.
    if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return fold_word(name).into_owned();
    }
    key_of(&atoms(name, 0))
}

/// A sentence.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    pub atoms: Range<usize>,
    /// Nearly all words have capitals, so capitals say nothing.
    pub title_case: bool,
    pub byline: bool,
}

impl<'t> Reading<'t> {
    pub fn new(text: &'t str, layer: &TextLayer, gazetteer: &'t Gazetteer, memory: &mut Memory) -> Self {
        let words = words::get();
        // After very many documents what was noted in one of them might count for another.
        if memory.document == u32::MAX {
            *memory = Memory::default();
        }
        memory.document += 1;
        let document = memory.document;
        let mut all: Vec<Atom<'t>> = Vec::with_capacity(layer.tokens.len());
        let mut told: Vec<Told> = Vec::with_capacity(layer.tokens.len());
        let mut sentences = Vec::with_capacity(layer.sentences.len());
        let mut seen_lower = WordMap::default();
        let mut seen_capital = WordMap::default();
        // Words come again.
        seen_lower.reserve(layer.tokens.len() / 3);
        for sentence in &layer.sentences {
            let from = all.len();
            let zone = layer.zones.get(sentence.zone).map(|zone| zone.kind);
            let heading = matches!(zone, Some(ZoneKind::Headline | ZoneKind::Block(BlockKind::Heading)));
            let fold = |word: &'t str| {
                let (known, new) = memory.told.with(
                    word,
                    || Told::of(word, words, gazetteer),
                    |told| {
                        // Whether the letters of a heading say anything is told by all of it.
                        let new = told.small && !heading && told.noted != document;
                        if new {
                            told.noted = document;
                        }
                        (*told, new)
                    },
                );
                told.push(known);
                let folded = if known.folded { Cow::Borrowed(word) } else { fold_word(word) };
                if new {
                    seen_lower.get_or_insert(&folded, ());
                }
                folded
            };
            atoms_folded(sentence.at.slice(text).unwrap_or_default(), sentence.at.start, &mut all, fold);
            let told_of = told.get(from..).unwrap_or_default();
            let words = all.get(from..).unwrap_or_default().iter().zip(told_of);
            let title_case = heading && {
                let long = |(atom, _): &(&Atom<'_>, &Told)| atom.text.len() > 3 && !atom.is_number();
                let capitalised = words.clone().filter(long).filter(|(_, told)| told.capital).count();
                let count = words.clone().filter(long).count();
                count > 2 && capitalised * 10 >= count * 7
            };
            if heading && !title_case {
                for (atom, _) in words.clone().filter(|(_, told)| told.small) {
                    seen_lower.get_or_insert(&atom.folded, ());
                }
            }
            if !title_case {
                let names = words.skip(1).filter(|(atom, told)| told.capital && atom.gap == Gap::Space);
                for (atom, _) in names {
                    seen_capital.get_or_insert(&atom.folded, ());
                }
            }
            let byline = zone == Some(ZoneKind::Byline);
            sentences.push(Clause { atoms: from..all.len(), title_case, byline });
        }
        let mut lower_text = String::new();
        let mut place_of = |(atom, told): (&Atom<'_>, &Told)| {
            if told.lower {
                return None;
            }
            let start = lower_text.len();
            push_lower_case(&atom.folded, &mut lower_text);
            Some((u32::try_from(start).ok()?, u32::try_from(lower_text.len() - start).ok()?))
        };
        let lower = all.iter().zip(&told).map(&mut place_of).collect();
        let mut token = 0;
        let pos = all
            .iter()
            .map(|atom| {
                while layer.tokens.get(token).is_some_and(|token| token.at.end <= atom.at.start) {
                    token += 1;
                }
                layer.tokens.get(token).map_or(Upos::X, |token| token.pos)
            })
            .collect();
        Self { text, gazetteer, words, atoms: all, lower, lower_text, told, pos, sentences, seen_lower, seen_capital }
    }

    /// Whether this folded word stands in lower case somewhere.
    pub fn seen_lower(&self, word: &str) -> bool {
        self.seen_lower.get(word).is_some()
    }

    /// Whether this folded word, case counting, stands with a capital somewhere within a sentence.
    pub fn seen_capital(&self, word: &str) -> bool {
        self.seen_capital.get(word).is_some()
    }

    /// Folded and lower case; empty outside the text.
    pub fn lower(&self, atom: usize) -> &str {
        match self.lower.get(atom) {
            Some(Some((start, length))) => {
                self.lower_text.get(*start as usize..*start as usize + *length as usize).unwrap_or_default()
            }
            Some(None) => self.atoms.get(atom).map_or("", |atom| atom.folded.as_ref()),
            None => "",
        }
    }

    /// Whether the word at `atom` stands on one of these lists.
    pub fn on(&self, atom: usize, lists: Lists) -> bool {
        self.told.get(atom).is_some_and(|told| told.lists.meets(lists))
    }

    /// Whether a listed name begins with the word at `atom`.
    pub fn begins_known(&self, atom: usize) -> bool {
        self.told.get(atom).and_then(|told| told.number).is_some_and(|number| self.gazetteer.begins(number))
    }

    /// The longest listed name that begins with the first of some atoms: how many it takes, and whose it may be.
    pub fn longest_known(&self, atoms: Range<usize>) -> Option<(usize, &'t [Entry])> {
        let told = self.told.get(atoms.clone())?;
        let atoms = self.atoms.get(atoms)?;
        self.gazetteer.longest_of(told.iter().zip(atoms).map(|(told, atom)| (told.number, atom.gap)))
    }

    /// The part of speech of the word at `atom`; [`Upos::X`] where it is not known.
    pub fn pos(&self, atom: usize) -> Upos {
        self.pos.get(atom).copied().unwrap_or(Upos::X)
    }

    /// Whether the word at `atom`, with white space before it, is a verb that an actor may be the subject of: by the list, or
    /// by the tagger.
    pub fn is_verb(&self, clause: &Clause, atom: usize) -> bool {
        let word = self.after(clause, atom);
        !word.is_empty()
            && (self.words.agent_verbs.contains(word)
                || matches!(self.pos(atom), Upos::Verb | Upos::Aux)
                    && !word.ends_with("ing")
                    && !self.is_capitalised(atom))
    }

    pub fn atom(&self, index: usize) -> Option<&Atom<'t>> {
        self.atoms.get(index)
    }

    /// Whether the word alone is the name of a capital and nothing else.
    pub fn is_capital_city(&self, atom: usize) -> bool {
        self.longest_known(atom..atom + 1)
            .is_some_and(|(_, entries)| entries.iter().all(|entry| entry.kind == SurfaceKind::Metonym))
    }

    /// What stands before an atom; [`Gap::Other`] outside the text.
    pub fn gap(&self, atom: usize) -> Gap {
        self.atoms.get(atom).map_or(Gap::Other, |atom| atom.gap)
    }

    pub fn is_capitalised(&self, atom: usize) -> bool {
        self.told.get(atom).is_some_and(|told| told.capital)
    }

    /// The word before within the clause, with nothing but white space (or a hyphen) between: lower case, else "".
    pub fn before<'s>(&'s self, clause: &Clause, atom: usize) -> &'s str {
        if atom > clause.atoms.start && matches!(self.gap(atom), Gap::Space | Gap::Hyphen) {
            self.lower(atom - 1)
        } else {
            ""
        }
    }

    /// The word at `atom` where only white space stands before it: lower case, else "".
    pub fn after<'s>(&'s self, clause: &Clause, atom: usize) -> &'s str {
        if atom < clause.atoms.end && self.gap(atom) == Gap::Space { self.lower(atom) } else { "" }
    }

    /// Bytes from the first to the last of some atoms, with the stop that closes `U.S.`.
    pub fn range(&self, atoms: &Range<usize>) -> ByteRange {
        let (Some(first), Some(last)) = (self.atoms.get(atoms.start), self.atoms.get(atoms.end.wrapping_sub(1))) else {
            return ByteRange::default();
        };
        let dotted = atoms.len() > 1 && last.gap == Gap::Dot && last.text.len() <= 2;
        let rest = self.text.get(last.at.end..).unwrap_or_default();
        // A bracket that the name opens: "Communist Party (Marxist)".
        let within = || self.text.get(first.at.start..last.at.end).unwrap_or_default();
        let bracket = atoms.len() > 2
            && rest.starts_with(')')
            && within().rfind('(').is_some_and(|open| !within().get(open..).is_some_and(|words| words.contains(')')));
        // "OPEC+"
        let plus = rest.starts_with('+') && last.text.chars().all(char::is_alphanumeric);
        // "Harl Dovik Jr."
        let junior = atoms.len() > 1 && matches!(last.text, "Jr" | "Sr");
        let stop = (dotted || junior) && rest.starts_with('.') || bracket || plus;
        ByteRange::new(first.at.start, last.at.end + usize::from(stop))
    }

    /// The words of some atoms, as they stand.
    pub fn slice(&self, atoms: &Range<usize>) -> &'t str {
        self.range(atoms).slice(self.text).unwrap_or_default()
    }

    /// The folded words of some atoms, one space between: by what names are compared.
    pub fn key(&self, atoms: &Range<usize>) -> Cow<'_, str> {
        let atoms = self.atoms.get(atoms.clone()).unwrap_or_default();
        // Most often it is one.
        if let [atom] = atoms {
            return Cow::Borrowed(&atom.folded);
        }
        Cow::Owned(key_of(atoms))
    }

    /// Whether the word is a first name by the list, or that of a listed person. Case counts.
    pub fn is_first_name(&self, atom: usize) -> bool {
        self.atoms.get(atom).is_some_and(|found| {
            self.on(atom, Lists::FIRST_NAME) && self.words.is_first_name(&found.folded)
                || self.gazetteer.is_first_name(&found.folded)
        })
    }

    /// Whether an atom is the `s` of a possessive.
    pub fn is_possessive(&self, atom: usize) -> bool {
        self.gap(atom) == Gap::Apostrophe && self.atoms.get(atom).is_some_and(|atom| atom.text == "s")
    }

    /// Whether "its" or the like stands in front.
    pub fn is_owned(&self, clause: &Clause, atom: usize) -> bool {
        matches!(self.before(clause, atom), "its" | "his" | "her" | "their" | "our" | "whose")
    }

    /// The place behind `end`, past a possessive.
    pub fn past_possessive(&self, end: usize) -> usize {
        if self.is_possessive(end) { end + 1 } else { end }
    }

    /// Whether the noun before `at` ends its phrase: no further noun follows.
    pub fn ends_phrase(&self, clause: &Clause, at: usize) -> bool {
        if at >= clause.atoms.end {
            return true;
        }
        match self.gap(at) {
            Gap::Space => {
                let word = self.lower(at);
                let open = matches!(self.pos(at), Upos::Noun | Upos::Propn | Upos::Adj);
                let closed = matches!(
                    self.pos(at),
                    Upos::Verb
                        | Upos::Aux
                        | Upos::Adp
                        | Upos::Cconj
                        | Upos::Sconj
                        | Upos::Pron
                        | Upos::Det
                        | Upos::Part
                        | Upos::Adv
                );
                word != "of"
                    && !open
                    && (closed
                        || self.words.agent_verbs.contains(word)
                        || self.words.locative.contains(word)
                        || matches!(
                            word,
                            "at" | "to"
                                | "and"
                                | "or"
                                | "from"
                                | "with"
                                | "by"
                                | "as"
                                | "for"
                                | "that"
                                | "which"
                                | "who"
                                | "whose"
                                | "but"
                                | "while"
                                | "when"
                                | "also"
                                | "on"
                                | "against"
                                | "if"
                                | "because"
                                | "after"
                                | "before"
                                | "since"
                                | "not"
                                | "than"
                                | "be"
                                | "been"
                                | "itself"
                                | "during"
                                | "into"
                                | "under"
                                | "until"
                        )
                        || word.ends_with("ly")
                        || word.ends_with("ed") && word.len() > 4)
            }
            Gap::Hyphen | Gap::Dot | Gap::Joint => false,
            _ => true,
        }
    }
}
