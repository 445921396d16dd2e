//! Who tells a sentence, behind it or within it: "The council called for a vote, | officials said", "The line, | the minister notes, is
//! closed".

use std::ops::Range;

use crate::claims::grammar::words::Words;
use crate::lexicon::{Frame, Inflection, Lexicon, Rest};
use crate::tagger::{Upos, VerbForm};

/// The longest phrase that names who tells, in tokens.
const LONGEST_PHRASE: usize = 6;

impl Words<'_> {
    /// "The council called for a vote, | officials said": who says it stands behind a comma at the end, with a verb of its own.
    pub(super) fn is_told_behind(&self, stretch: &Range<usize>, lexicon: &Lexicon) -> bool {
        let mut behind = stretch.start + 1..stretch.end;
        let Some(verb) = behind.rfind(|&index| self.is_finite(index, stretch.start)) else { return false };
        let told = self.forms_that_tell(verb, lexicon).next().is_some();
        // "said.", "said on Monday", "told reporters", "said Okello."
        let closes =
            |at: usize| at >= stretch.end || matches!(self.pos(at), Upos::Punct | Upos::Adp) || self.is_time(at);
        let inverted = self.is(verb - 1, ",") && self.pos(verb + 1) == Upos::Propn;
        let person = usize::from(inverted || self.is_any(verb + 1, &["reporters", "journalists"]));
        if !told || !closes(verb + 1 + person) {
            return false;
        }
        let named = |&at: &usize| {
            matches!(
                self.pos(at),
                Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Adp | Upos::Pron | Upos::Part
            )
        };
        let comma = (stretch.start..verb).rev().find(|at| !named(at));
        comma.is_some_and(|comma| {
            self.is(comma, ",") && (comma + 1 < verb || inverted) && !self.is_close_quote(comma + 1)
        })
    }

    /// "The line is closed, ministers | fear.", "The line, the minister | notes, is closed": a verb the tagger took for a noun behind
    /// who tells what stands around it.
    pub(super) fn repair_tellers(&mut self, stretch: &Range<usize>, lexicon: &Lexicon) {
        for index in stretch.start + 2..stretch.end {
            if self.pos(index) == Upos::Noun && self.listed(index).verb && self.tells_around(index, stretch, lexicon) {
                self.set(index, Upos::Verb, VerbForm::Present);
                self.set_holder(index - 1);
            }
        }
    }

    fn tells_around(&self, index: usize, stretch: &Range<usize>, lexicon: &Lexicon) -> bool {
        let ends = index + 1 >= stretch.end || self.is(index + 1, ".");
        if !ends && !self.is(index + 1, ",") || self.is_capitalised(index) {
            return false;
        }
        let holder = index - 1;
        let named = self.pos(holder) == Upos::Propn || self.listed(holder).holder.is_some();
        let plural = self.is_plural_noun(holder) || self.is_any(holder, &["some", "many", "few", "others"]);
        let agrees = |inflection: Inflection| match inflection {
            Inflection::ThirdPerson => !plural,
            Inflection::Base => plural,
            _ => false,
        };
        if !named || !self.forms_that_tell(index, lexicon).any(agrees) {
            return false;
        }
        let low = stretch.start.max(index.saturating_sub(LONGEST_PHRASE));
        let nominal =
            |&at: &usize| matches!(self.pos(at), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num);
        let Some(mark) = (low..holder).rev().find(|at| !nominal(at)) else { return false };
        let opens = self.is_any(mark + 1, &["the", "a", "an", "one", "some", "many"])
            || self.pos(mark + 1) == Upos::Propn
            || plural;
        let finite = |range: Range<usize>| range.into_iter().any(|at| self.is_finite(at, stretch.start));
        // "broke the treaty, the charter, | the council rules": what is listed has no verb of its own.
        let piece = (stretch.start..mark).rfind(|&at| self.is(at, ",")).unwrap_or(stretch.start);
        let around = if ends { finite(piece..mark) } else { finite(stretch.start..stretch.end) };
        opens && (self.is_close_quote(mark) || self.is(mark, ",") && around)
    }

    /// The forms of verbs with which a clause is told that the word may be.
    fn forms_that_tell<'a>(&'a self, index: usize, lexicon: &'a Lexicon) -> impl Iterator<Item = Inflection> + 'a {
        let tells = |frame: &Frame| matches!(frame, Frame::Clause | Frame::Person(Rest::Clause));
        lexicon
            .verbs(self.word(index))
            .filter(move |(verb, _)| {
                verb.rest.is_empty() && verb.senses.iter().any(|sense| sense.frames.iter().any(tells))
            })
            .map(|(_, inflection)| inflection)
    }

    /// "a former | official notes": who tells is no adjective.
    fn set_holder(&mut self, index: usize) {
        if self.pos(index) == Upos::Adj {
            self.set(index, Upos::Noun, VerbForm::None);
        }
    }
}
