//! The tokens of a document with what the rules ask of them.

use std::ops::Range;

use rapporteur_core::{ByteRange, MentionForm};

use super::quotation::Quotations;
use crate::actors::ActorTable;
use crate::characters::{Seen, is_general_punctuation};
use crate::claims::KnownTokens;
use crate::lexicon::{Lexicon, Listed};
use crate::tagger::{Upos, VerbForm};
use crate::text::{TextLayer, Token, TokenKind};

/// The words of a text in lower case with straight apostrophes.
///
/// Those that do not stand so in the text lie one behind the other in a text of their own, so that none needs memory of its
/// own.
pub(crate) struct LowerCase {
    text: String,
    /// One for each token.
    places: Vec<Place>,
}

/// One token in lower case.
#[derive(Clone, Copy, Default)]
struct Place {
    /// Where it begins in the text of its own and how long it is there; nothing for one that stands in lower case.
    own: Option<(u32, u32)>,
    /// Of the token as it stands.
    seen: Seen,
}

impl LowerCase {
    pub fn of(text: &str, layer: &TextLayer) -> Self {
        let mut lower = Self { text: String::new(), places: Vec::with_capacity(layer.tokens.len()) };
        for token in &layer.tokens {
            let word = token.at.slice(text).unwrap_or_default();
            let seen = Seen::of(word);
            let start = lower.text.len();
            // Most stand so already.
            let changed = seen.has(Seen::CAPITAL.and(Seen::BEYOND)) && push_plain(word, &mut lower.text);
            let place = (u32::try_from(start).unwrap_or(0), u32::try_from(lower.text.len() - start).unwrap_or(0));
            lower.places.push(Place { own: changed.then_some(place), seen });
        }
        lower
    }

    /// Token number `index`, which stands in the text as `word`.
    fn word<'a>(&'a self, index: usize, word: &'a str) -> &'a str {
        match self.places.get(index).and_then(|place| place.own) {
            Some((start, length)) => {
                self.text.get(start as usize..start as usize + length as usize).unwrap_or_default()
            }
            _ => word,
        }
    }

    /// What stands in token number `index`.
    fn seen(&self, index: usize) -> Seen {
        self.places.get(index).map(|place| place.seen).unwrap_or_default()
    }
}

/// What the rules ask of a token most.
#[derive(Debug, Clone, Copy)]
struct Word<'a> {
    lower: &'a str,
    pos: Upos,
    form: VerbForm,
    kind: TokenKind,
    capitalised: bool,
    hyphen: bool,
    /// A weekday, a month, a year or another word that says when.
    time: bool,
    dash: bool,
    /// Whether it belongs to a name of several words: "May" of "Ilse May" is no month.
    named: bool,
}

impl Word<'_> {
    /// The end of a sentence.
    const STOP: Self = Self {
        lower: ".",
        pos: Upos::Punct,
        form: VerbForm::None,
        kind: TokenKind::Punctuation,
        capitalised: false,
        hyphen: false,
        time: false,
        dash: false,
        named: false,
    };
}

/// Tokens, lower-cased once, with verb forms and quotation marks.
pub(crate) struct Words<'a> {
    pub text: &'a str,
    pub layer: &'a TextLayer,
    pub quotations: Quotations,
    /// One for each token.
    words: Vec<Word<'a>>,
    /// The lists of the lexicon each token stands on.
    listed: Vec<Listed>,
}

impl<'a> Words<'a> {
    pub fn new(
        text: &'a str,
        layer: &'a TextLayer,
        lower_case: &'a LowerCase,
        known: &KnownTokens,
        actors: &ActorTable,
        lexicon: &Lexicon,
    ) -> Self {
        let mut listed = known.listed.clone();
        let word = |(index, token): (usize, &Token)| {
            let raw = token.at.slice(text).unwrap_or_default();
            // "the WHO" is no relative pronoun.
            let letters = token.pos == Upos::Propn && raw == "WHO";
            let lower = if letters { raw } else { lower_case.word(index, raw) };
            if letters && let Some(listed) = listed.get_mut(index) {
                *listed = Listed::default();
            }
            let time = listed.get(index).is_some_and(|listed| listed.time);
            let seen = lower_case.seen(index);
            let stopped = || seen.has(Seen::STOP) && lower.ends_with('.');
            Word {
                lower,
                pos: token.pos,
                form: known.forms.get(index).copied().unwrap_or(VerbForm::None),
                kind: token.kind,
                capitalised: seen.has(Seen::CAPITAL.and(Seen::BEYOND))
                    && raw.chars().next().is_some_and(char::is_uppercase),
                hyphen: seen.has(Seen::HYPHEN),
                time: time
                    || stopped() && lexicon.listed(lower.trim_end_matches('.')).time
                    || token.kind == TokenKind::Number && lower.len() == 4 && lower.starts_with(['1', '2']),
                dash: token.kind == TokenKind::Punctuation && is_dash(layer, index, lower),
                named: false,
            }
        };
        let mut words = Self {
            text,
            layer,
            quotations: Quotations::find(text, layer),
            words: layer.tokens.iter().enumerate().map(word).collect(),
            listed,
        };
        words.stop_headings();
        words.note_names(actors);
        words.repair_names();
        words.repair(lexicon);
        words.repair_forms(lexicon);
        words.repair_owned_nouns();
        words.repair_missing_verbs(lexicon);
        words
    }

    /// A headline has no stop, and its last word is not what the first one of the text stands behind: it counts as a stop here.
    /// Nothing else is asked of headlines, since they hold no claims.
    fn stop_headings(&mut self) {
        let layer = self.layer;
        let silent = |zone: usize| layer.zones.get(zone).is_some_and(|zone| !zone.holds_claims());
        for sentence in layer.sentences.iter().filter(|sentence| silent(sentence.zone)) {
            let last = sentence.tokens.end.checked_sub(1).and_then(|last| self.words.get_mut(last));
            if let Some(last) = last.filter(|last| matches!(last.kind, TokenKind::Word | TokenKind::Number)) {
                *last = Word::STOP;
            }
        }
    }

    fn note_names(&mut self, actors: &ActorTable) {
        let layer = self.layer;
        // What the actor stage knows for a name is one, whatever the tagger made of it.
        for mention in &actors.mentions {
            let named = matches!(
                mention.form,
                MentionForm::Name | MentionForm::Abbreviation | MentionForm::Surname | MentionForm::Metonym
            );
            if !named {
                continue;
            }
            let tokens = layer.token_at(mention.at.start)..layer.token_at(mention.at.end);
            let several = mention.form == MentionForm::Name && tokens.len() > 1;
            let last = tokens.end.saturating_sub(1);
            for index in tokens {
                let Some(word) = self.words.get_mut(index) else { continue };
                // "Amnesty International": a name ends with a name.
                let wrong = several && index == last && word.pos == Upos::Adj
                        // "OPEC+"
                        || word.lower == "+"
                        || matches!(word.pos, Upos::Intj | Upos::Adv | Upos::Verb | Upos::X | Upos::Aux | Upos::Sconj)
                        // "No 10"
                        || mention.form == MentionForm::Metonym && matches!(word.pos, Upos::Det | Upos::Num);
                if wrong {
                    word.pos = Upos::Propn;
                }
                word.named |= several;
            }
        }
        // "the Harbour State Democrat | said": a person, no adjective.
        for index in 1..self.len().saturating_sub(1) {
            if self.pos(index) == Upos::Adj
                && self.is_any(index, &["republican", "democrat"])
                && matches!(self.pos(index + 1), Upos::Verb | Upos::Aux)
                && let Some(word) = self.words.get_mut(index)
            {
                word.pos = Upos::Noun;
            }
        }
    }

    pub(crate) fn set(&mut self, index: usize, pos: Upos, form: VerbForm) {
        if let Some(word) = self.words.get_mut(index) {
            word.pos = pos;
            word.form = form;
        }
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    pub fn token(&self, index: usize) -> Option<&'a Token> {
        self.layer.tokens.get(index)
    }

    /// As it stands.
    pub fn raw(&self, index: usize) -> &'a str {
        self.layer.word(self.text, index)
    }

    /// In lower case with straight apostrophes.
    pub fn word(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| word.lower)
    }

    /// Behind the last hyphen of a compound.
    pub fn last_part(&self, index: usize) -> Option<&'a str> {
        let word = self.words.get(index).filter(|word| word.hyphen)?;
        word.lower.rsplit_once('-').map(|(_, last)| last)
    }

    /// The lists of the lexicon the word stands on.
    pub fn listed(&self, index: usize) -> Listed {
        self.listed.get(index).copied().unwrap_or_default()
    }

    pub fn is(&self, index: usize, word: &str) -> bool {
        self.word(index) == word
    }

    pub fn is_any(&self, index: usize, words: &[&str]) -> bool {
        words.contains(&self.word(index))
    }

    /// Whether these words stand in a row from `index` on.
    pub fn are<W: AsRef<str>>(&self, index: usize, phrase: &[W]) -> bool {
        phrase.iter().enumerate().all(|(offset, word)| self.is(index + offset, word.as_ref()))
    }

    /// "to | us", "to | reporters": who is told something.
    pub fn is_told_to(&self, index: usize) -> bool {
        self.is(index, "to")
            && (self.is_personal_pronoun(index + 1) || self.is_any(index + 1, &["reporters", "journalists"]))
    }

    /// "repeatedly | and loudly called"
    pub fn joins_adverbs(&self, index: usize) -> bool {
        index > 0
            && self.is_any(index, &["and", "but"])
            && self.pos(index - 1) == Upos::Adv
            && self.pos(index + 1) == Upos::Adv
            && self.word(index + 1).ends_with("ly")
    }

    pub fn pos(&self, index: usize) -> Upos {
        self.words.get(index).map_or(Upos::X, |word| word.pos)
    }

    pub fn form(&self, index: usize) -> VerbForm {
        match self.words.get(index) {
            Some(word) if matches!(word.pos, Upos::Verb | Upos::Aux) => word.form,
            _ => VerbForm::None,
        }
    }

    pub fn kind(&self, index: usize) -> Option<TokenKind> {
        self.words.get(index).map(|word| word.kind)
    }

    pub fn is_word(&self, index: usize) -> bool {
        matches!(self.kind(index), Some(TokenKind::Word | TokenKind::Number))
    }

    pub fn is_open_quote(&self, index: usize) -> bool {
        self.kind(index) == Some(TokenKind::OpenQuote)
    }

    pub fn is_close_quote(&self, index: usize) -> bool {
        self.kind(index) == Some(TokenKind::CloseQuote)
    }

    pub fn is_dash(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| word.dash)
    }

    pub fn is_capitalised(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| word.capitalised)
    }

    /// A noun, name or personal pronoun: what can be the head of a noun phrase.
    pub fn is_nominal(&self, index: usize) -> bool {
        match self.pos(index) {
            Upos::Noun | Upos::Propn => self.is_word(index),
            Upos::Num => true,
            Upos::Pron => !self.is_possessive_pronoun(index) && !self.is_relative(index),
            Upos::Adj | Upos::Det => self.is_any(
                index,
                &[
                    "many", "some", "others", "most", "few", "several", "both", "all", "latter", "former", "another",
                    "this", "these", "those", "each", "same", "opposite",
                ],
            ),
            _ => self.is_any(index, &["%", "percent"]),
        }
    }

    pub fn is_possessive_pronoun(&self, index: usize) -> bool {
        matches!(self.pos(index), Upos::Pron | Upos::Det)
            && self.is_any(index, &["his", "her", "its", "their", "our", "my", "your", "whose"])
            && (!self.is(index, "her")
                || matches!(self.pos(index + 1), Upos::Noun | Upos::Adj | Upos::Propn | Upos::Num))
    }

    pub fn is_personal_pronoun(&self, index: usize) -> bool {
        self.is_any(
            index,
            &[
                "he",
                "she",
                "it",
                "they",
                "we",
                "i",
                "you",
                "him",
                "her",
                "them",
                "us",
                "me",
                "himself",
                "herself",
                "themselves",
                "itself",
            ],
        )
    }

    pub fn is_relative(&self, index: usize) -> bool {
        self.is_any(index, &["who", "which", "whom", "whose"])
            || (self.is(index, "that") && self.pos(index) == Upos::Pron)
    }

    pub fn is_possessive_mark(&self, index: usize) -> bool {
        self.is(index, "'") && self.kind(index) == Some(TokenKind::Word)
            || self.is(index, "'s") && self.pos(index) != Upos::Aux && self.pos(index) != Upos::Verb
    }

    /// Weekdays, months and other words that say when.
    pub fn is_time(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| word.time && !word.named)
    }

    /// From the first byte of the first token to the last of the last.
    pub fn bytes(&self, tokens: &Range<usize>) -> ByteRange {
        let start = self.token(tokens.start).map_or(0, |token| token.at.start);
        let end = tokens.end.checked_sub(1).and_then(|last| self.token(last)).map_or(start, |token| token.at.end);
        ByteRange::new(start, end.max(start))
    }

    pub fn count_words(&self, tokens: Range<usize>) -> usize {
        tokens.filter(|&index| self.is_word(index)).count()
    }
}

/// Appends a word with a capital, or with characters beyond ASCII, in lower case with straight apostrophes; whether that differs
/// from how it stands. Nothing is added if not.
fn push_plain(word: &str, lower: &mut String) -> bool {
    match word {
        "’s" => lower.push_str("'s"),
        "’" => lower.push('\''),
        _ if word.is_ascii() => {
            let start = lower.len();
            lower.push_str(word);
            lower.get_mut(start..).unwrap_or_default().make_ascii_lowercase();
        }
        // Marks.
        _ if !word
            .chars()
            .any(|character| character == '’' || !is_general_punctuation(character) && character.is_alphabetic()) =>
        {
            return false;
        }
        _ => lower.push_str(&word.to_lowercase().replace('’', "'")),
    }
    true
}

/// The lists of the lexicon that a word stands on, as it stands in a text.
pub(crate) fn lists_of(word: &str, lexicon: &Lexicon) -> Listed {
    let mut lower = String::new();
    let changed = Seen::of(word).has(Seen::CAPITAL.and(Seen::BEYOND)) && push_plain(word, &mut lower);
    lexicon.listed(if changed { &lower } else { word })
}

/// Whether the token, in lower case, is a dash that parts what stands around it.
fn is_dash(layer: &TextLayer, index: usize, word: &str) -> bool {
    let glued = |at: usize| layer.tokens.get(at).is_some_and(|token| token.glued);
    let number = |at: usize| layer.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
    // "$28–35 billion": a dash that stands for "to".
    let joins_numbers = || index > 0 && number(index - 1) && number(index + 1) && glued(index) && glued(index + 1);
    match word {
        "—" | "–" | "―" | "--" | "---" => !joins_numbers(),
        "-" => !glued(index),
        _ => false,
    }
}

/// Whether a noun (lower case) has the form of a plural: "critics", not "news", "politics" or "crisis".
pub(crate) fn is_plural_form(noun: &str) -> bool {
    const SINGULAR: &[&str] = &["news", "series", "politics", "economics"];
    noun.ends_with('s') && !["ss", "us", "is"].iter().any(|end| noun.ends_with(end)) && !SINGULAR.contains(&noun)
}
