//! The tokens of a document with what the rules ask of them.

use std::borrow::Cow;
use std::ops::Range;

use rapporteur_core::{ByteRange, MentionForm};

use super::quotation::Quotations;
use crate::actors::ActorTable;
use crate::lexicon::{Lexicon, Listed};
use crate::tagger::{Upos, VerbForm};
use crate::text::{TextLayer, Token, TokenKind};

/// Tokens, lower-cased once, with verb forms and quotation marks.
pub(super) struct Words<'a> {
    pub text: &'a str,
    pub layer: &'a TextLayer,
    pub quotations: Quotations,
    lower: Vec<Cow<'a, str>>,
    /// The lists of the lexicon each token stands on.
    listed: Vec<Listed>,
    pos: Vec<Upos>,
    forms: Vec<VerbForm>,
    /// Whether a token belongs to a name of several words: "May" of "Ilse May" is no month.
    named: Vec<bool>,
}

impl<'a> Words<'a> {
    pub fn new(
        text: &'a str,
        layer: &'a TextLayer,
        forms: &[VerbForm],
        actors: &ActorTable,
        lexicon: &Lexicon,
    ) -> Self {
        let lower: Vec<Cow<'a, str>> =
            layer.tokens.iter().map(|token| plain(token.at.slice(text).unwrap_or_default())).collect();
        let listed = lower.iter().map(|word| lexicon.listed(word)).collect();
        let mut pos: Vec<Upos> = layer.tokens.iter().map(|token| token.pos).collect();
        // What the actor stage knows for a name is one, whatever the tagger made of it.
        for mention in &actors.mentions {
            let named = matches!(
                mention.form,
                MentionForm::Name | MentionForm::Abbreviation | MentionForm::Surname | MentionForm::Metonym
            );
            for index in layer.token_at(mention.at.start)..layer.token_at(mention.at.end) {
                // "Amnesty International": a name ends with a name.
                let last = index + 1 == layer.token_at(mention.at.end) && mention.form == MentionForm::Name;
                let wrong = pos.get(index).is_some_and(|pos| {
                    let plus = lower.get(index).is_some_and(|word| word == "+");
                    plus || last && *pos == Upos::Adj && index > layer.token_at(mention.at.start)
                        || matches!(pos, Upos::Intj | Upos::Adv | Upos::Verb | Upos::X | Upos::Aux | Upos::Sconj)
                        // "No 10"
                        || mention.form == MentionForm::Metonym && matches!(pos, Upos::Det | Upos::Num)
                });
                if let Some(pos) = pos.get_mut(index).filter(|_| named && wrong) {
                    *pos = Upos::Propn;
                }
            }
        }
        // "the Harbour State Democrat | said": a person, no adjective.
        for index in 1..pos.len().saturating_sub(1) {
            let partisan = lower.get(index).is_some_and(|word| matches!(word.as_ref(), "republican" | "democrat"));
            let verb = matches!(pos.get(index + 1), Some(Upos::Verb | Upos::Aux));
            if let Some(pos) = pos.get_mut(index).filter(|pos| partisan && verb && **pos == Upos::Adj) {
                *pos = Upos::Noun;
            }
        }
        let mut named = vec![false; layer.tokens.len()];
        for mention in &actors.mentions {
            let tokens = layer.token_at(mention.at.start)..layer.token_at(mention.at.end);
            if mention.form == MentionForm::Name
                && tokens.len() > 1
                && let Some(named) = named.get_mut(tokens)
            {
                named.fill(true);
            }
        }
        let mut words = Self {
            text,
            layer,
            quotations: Quotations::find(text, layer),
            lower,
            listed,
            pos,
            forms: forms.to_vec(),
            named,
        };
        words.repair_names(lexicon);
        words.repair(lexicon);
        words.repair_forms(lexicon);
        words.repair_owned_nouns(lexicon);
        words.repair_missing_verbs(lexicon);
        words
    }

    pub(super) fn set(&mut self, index: usize, pos: Upos, form: VerbForm) {
        if let Some(slot) = self.pos.get_mut(index) {
            *slot = pos;
        }
        if let Some(slot) = self.forms.get_mut(index) {
            *slot = form;
        }
    }

    pub fn len(&self) -> usize {
        self.layer.tokens.len()
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
        self.lower.get(index).map(Cow::as_ref).unwrap_or_default()
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

    pub fn pos(&self, index: usize) -> Upos {
        self.pos.get(index).copied().unwrap_or(Upos::X)
    }

    pub fn form(&self, index: usize) -> VerbForm {
        let verb = matches!(self.pos(index), Upos::Verb | Upos::Aux);
        self.forms.get(index).copied().filter(|_| verb).unwrap_or(VerbForm::None)
    }

    pub fn kind(&self, index: usize) -> Option<TokenKind> {
        self.token(index).map(|token| token.kind)
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
        self.is_any(index, &["—", "–", "―", "--", "---"])
            || (self.is(index, "-") && self.token(index).is_some_and(|token| !token.glued))
    }

    pub fn is_capitalised(&self, index: usize) -> bool {
        self.raw(index).chars().next().is_some_and(char::is_uppercase)
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
        self.is_any(index, &["his", "her", "its", "their", "our", "my", "your", "whose"])
            && matches!(self.pos(index), Upos::Pron | Upos::Det)
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
        if self.named.get(index) == Some(&true) {
            return false;
        }
        is_time_word(self.word(index).trim_end_matches('.'))
            || (self.kind(index) == Some(TokenKind::Number)
                && self.word(index).len() == 4
                && self.word(index).starts_with(['1', '2']))
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

/// A word in lower case with straight apostrophes.
fn plain(word: &str) -> Cow<'_, str> {
    match word {
        "’s" => Cow::Borrowed("'s"),
        "’" => Cow::Borrowed("'"),
        _ if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) => Cow::Borrowed(word),
        _ if word.is_ascii() => Cow::Owned(word.to_ascii_lowercase()),
        // Marks.
        _ if !word.chars().any(|character| character.is_alphabetic() || character == '’') => Cow::Borrowed(word),
        _ => Cow::Owned(word.to_lowercase().replace('’', "'")),
    }
}

fn is_time_word(word: &str) -> bool {
    matches!(
        word,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "jan"
            | "feb"
            | "aug"
            | "sept"
            | "oct"
            | "nov"
            | "dec"
            | "today"
            | "yesterday"
            | "tomorrow"
            | "tonight"
            | "morning"
            | "afternoon"
            | "evening"
            | "night"
            | "week"
            | "month"
            | "year"
            | "day"
            | "hour"
            | "minute"
            | "decade"
            | "weekend"
            | "spring"
            | "summer"
            | "autumn"
            | "winter"
            | "noon"
            | "midnight"
            | "weeks"
            | "months"
            | "years"
            | "days"
            | "hours"
            | "minutes"
            | "decades"
            | "fall"
            | "moment"
            | "moments"
    )
}
