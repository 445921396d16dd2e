//! What all rules look at.

use std::ops::Range;

use super::TaggedText;
use super::answers::Answers;
use super::grammar::groups::{Group, Groups, Shape};
use super::grammar::named::Names;
use super::grammar::sentences::Sentences;
use super::grammar::words::{LowerCase, Words};
use crate::actors::ActorTable;
use crate::lexicon::{HolderKind, Lexicon};
use crate::syntax::Trees;
use crate::tagger::{Upos, VerbForm};

/// How many tokens to either side a rule may look: keeps every rule linear however long a sentence is.
const REACH_LEFT: usize = 150;
const REACH_RIGHT: usize = 300;
/// How far a verb may stand behind the beginning of its subject.
const LONGEST_SUBJECT: usize = 25;
/// How many tokens a member of a list of subjects may have.
const LIST_MEMBER: usize = 8;

/// A document's tokens, verb groups and actors, and the lexicon.
pub(crate) struct Scene<'a> {
    pub words: Words<'a>,
    pub groups: Groups,
    pub lexicon: &'a Lexicon,
    pub actors: &'a ActorTable,
    pub trees: &'a Trees<'a>,
    pub(super) sentences: Sentences,
    pub(super) names: Names,
    pub(super) phrase_ends: Answers<Option<usize>>,
    pub(super) heads: Answers<usize>,
    holder_kinds: Answers<Option<HolderKind>>,
}

impl<'a> Scene<'a> {
    /// What the rules look at in a text. `lower` is made of the same text.
    pub fn of(text: &'a TaggedText<'_>, lower: &'a LowerCase, lexicon: &'a Lexicon) -> Self {
        let TaggedText { text, layer, known, actors, trees } = text;
        let words = Words::new(text, layer, lower, known, actors, lexicon);
        let groups = Groups::find(&words, lexicon);
        let count = words.len();
        Self {
            sentences: Sentences::of(&words),
            names: Names::of(&words, actors),
            words,
            groups,
            lexicon,
            actors,
            trees,
            phrase_ends: Answers::for_tokens(count),
            heads: Answers::for_tokens(count),
            holder_kinds: Answers::for_tokens(count),
        }
    }

    /// Index of the sentence around a token.
    pub fn sentence_at(&self, token: usize) -> Option<usize> {
        self.sentences.holding(token)
    }

    /// The part of the sentence around `token` that a rule may use: not beyond the quotation marks or brackets around it.
    pub fn bounds(&self, token: usize) -> Range<usize> {
        let words = &self.words;
        let number = self.sentence_at(token);
        let Some(sentence) = number.and_then(|number| words.layer.sentences.get(number)) else {
            return token..token + 1;
        };
        let mut low = sentence.tokens.start.max(token.saturating_sub(REACH_LEFT));
        let mut high = sentence.tokens.end.min(token + REACH_RIGHT);
        if let Some(quoted) = words.quotations.around(token).and_then(|index| words.quotations.get(index)) {
            low = low
                .max(quoted.tokens.start + usize::from(!quoted.continues || words.is_open_quote(quoted.tokens.start)));
            let closed = words.is_close_quote(quoted.tokens.end.saturating_sub(1));
            high = high.min(quoted.tokens.end - usize::from(closed));
            if self.opens_with_verb(quoted.tokens.start, token) {
                low = sentence.tokens.start.max(token.saturating_sub(REACH_LEFT));
                // "“strongly supports” the bill"
                if closed && token + 2 == quoted.tokens.end {
                    high = sentence.tokens.end.min(token + REACH_RIGHT);
                }
            }
        }
        if !number.is_some_and(|number| self.sentences.has_brackets(number)) {
            return low..high.max(token + 1);
        }
        let mut depth = 0;
        for index in (low..token).rev() {
            match words.word(index) {
                ")" | "]" => depth += 1,
                "(" | "[" if depth == 0 => {
                    low = index + 1;
                    break;
                }
                "(" | "[" => depth -= 1,
                _ => {}
            }
        }
        depth = 0;
        for index in token..high {
            match words.word(index) {
                "(" | "[" => depth += 1,
                ")" | "]" if depth == 0 => {
                    high = index;
                    break;
                }
                ")" | "]" => depth -= 1,
                _ => {}
            }
        }
        low..high.max(token + 1)
    }

    /// "Averland “strongly supports” the bill", "the islanders “want to leave”": words in marks whose subject stands in front of them.
    fn opens_with_verb(&self, open: usize, token: usize) -> bool {
        let words = &self.words;
        let first = (open + 1..token + 1).find(|&at| words.pos(at) != Upos::Adv);
        let finite = matches!(words.form(token), VerbForm::Present | VerbForm::Past);
        let begins = first.is_some_and(|first| {
            first == token
                || token - first < 3
                    && (first..token).all(|at| words.pos(at) == Upos::Aux || words.pos(at) == Upos::Adv)
        });
        let subject = open.checked_sub(1).is_some_and(|before| {
            matches!(words.pos(before), Upos::Noun | Upos::Propn)
                || words.is_any(before, &["he", "she", "it", "they", "who", "which", "that"])
                    && words.pos(before) == Upos::Pron
        });
        finite && begins && subject && words.is_open_quote(open) && words.pos(token) == Upos::Verb
    }

    /// The group that begins at or right behind adverbs at `index`.
    pub fn group_from(&self, index: usize, high: usize) -> Option<(usize, &Group)> {
        let mut at = index;
        while at < high {
            if let Some(group) = self.groups.at(at) {
                return self.groups.get(group).filter(|found| found.tokens.start >= index).map(|found| (group, found));
            }
            if self.words.pos(at) != Upos::Adv {
                return None;
            }
            at += 1;
        }
        None
    }

    /// The finite verb group of a clause whose subject begins at `start`; nothing where no clause begins there.
    pub fn clause_at(&self, start: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        let mut index = start;
        while index < high && words.pos(index) == Upos::Adv && !words.is(index, "there") {
            index += 1;
        }
        if words.is_any(index, &["there"]) {
            return self
                .group_from(index + 1, high)
                .filter(|(_, group)| group.shape == Shape::Finite)
                .map(|(group, _)| group);
        }
        let opens = match words.pos(index) {
            Upos::Det | Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj | Upos::Sym => true,
            Upos::Pron => !words.is_relative(index) || words.is(index, "that"),
            // "said that is unlikely"
            Upos::Sconj if words.is(index, "that") => {
                self.group_from(index + 1, high).is_some_and(|(_, group)| group.copula)
            }
            Upos::Verb => self.groups.holding(index).is_some_and(|group| group.shape == Shape::Ing),
            _ => words.is_open_quote(index) || words.is_any(index, &["neither", "either", "both", "no", "not"]),
        };
        if !opens {
            return None;
        }
        let single =
            words.pos(index) == Upos::Pron && words.is_any(index, &["he", "she", "it", "they", "we", "i", "you"]);
        if single {
            // "they both want"
            let shared = usize::from(words.is_any(index + 1, &["both", "all", "each"]));
            return self
                .group_from(index + 1 + shared, high)
                .filter(|(_, group)| group.shape == Shape::Finite)
                .map(|(group, _)| group);
        }
        let mut relative = false;
        // "raised" may be a finite verb the tagger takes for a participle.
        let mut doubtful = None;
        let mut at = index;
        // An aside does not count.
        let mut reach = LONGEST_SUBJECT;
        while at < high.min(index + reach) {
            if let Some(quoted) = words.quotations.opening_at(at).and_then(|quoted| words.quotations.get(quoted)) {
                // "the judge’s “mind is shot”", "the nominee “makes you laugh”": the verb of the clause stands in marks.
                let phrase_goes_on = at > index
                    && !relative
                    && (words.is_possessive_mark(at - 1) || matches!(words.pos(at - 1), Upos::Adj | Upos::Det));
                let verb_first = at > index && !relative && words.is_nominal(at - 1);
                let inner = if phrase_goes_on {
                    self.groups.within(at + 1..quoted.tokens.end).find(|(_, group)| group.shape == Shape::Finite)
                } else if verb_first {
                    self.group_from(at + 1, quoted.tokens.end).filter(|(_, group)| group.shape == Shape::Finite)
                } else {
                    None
                };
                if let Some((number, _)) = inner {
                    return Some(number);
                }
                at = quoted.tokens.end.max(at + 1);
                continue;
            }
            // "reflects a reality that haunts them": an object, though a verb stands in it.
            let that = at > index
                && words.is(at, "that")
                && words.pos(at - 1) == Upos::Noun
                && self.group_from(at + 1, high).is_some_and(|(_, group)| group.tokens.start == at + 1);
            if that || words.is_any(at, &["who", "which", "whose", "whom"]) {
                relative = true;
            }
            if let Some(group) =
                self.groups.at(at).and_then(|number| self.groups.get(number).map(|group| (number, group)))
            {
                let (number, group) = group;
                // "a veto over anything | said about it"
                let reduced = group.tokens.len() == 1
                    && (words.is(group.tokens.end, "by") && !words.is_only_past(group.head)
                        || at > index && words.is_any(at - 1, &["anything", "everything", "nothing"]));
                if group.shape == Shape::Finite && group.tokens.start > index && !reduced {
                    if !relative {
                        return Some(number);
                    }
                    relative = false;
                }
                if group.shape == Shape::Participle && !reduced && !relative && at > index {
                    doubtful = doubtful.or(Some(number));
                }
                at = group.tokens.end;
                continue;
            }
            if words.is(at, ",")
                && let Some(end) = self.aside_end(at, high)
            {
                reach += end - at;
                at = end;
                continue;
            }
            // "recommended a jetty and was shelved": the verb behind the conjunction has another subject.
            let joined_verb = words.is_any(at, &["and", "but", "or"])
                && self.group_from(at + 1, high).is_some_and(|(_, group)| group.shape == Shape::Finite);
            // "wrote his warning before he sailed": the verb is that of when he did.
            let when = at > index
                && words.is_any(at, &["before", "after", "until"])
                && words.is_any(at + 1, &["he", "she", "they", "it"]);
            let stops = joined_verb
                || when
                || match words.word(at) {
                    "," => true,
                    ";" | ":" | "—" | "–" | "--" | "." | "?" | "!" | "because" | "although" | "though" | "while"
                    | "whereas" | "if" | "but" | "what" | "how" | "why" | "whether" | "when" | "where" => true,
                    "that" => false,
                    _ => false,
                };
            if stops {
                return doubtful;
            }
            at += 1;
        }
        doubtful
    }

    /// Where a subject goes on behind the comma at `index`: past the aside that a second comma closes before a verb ("X, the
    /// president, said"), or at the next member of a list ("X, Y, and Z said").
    pub(crate) fn aside_end(&self, index: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        // ", which asks all who take money from abroad to register as …, will": a clause may be long.
        let reach = if words.is_any(index + 1, &["which", "who", "whose", "where"]) { 30 } else { 18 };
        let close = (index + 1..high.min(index + reach)).find(|&at| words.is(at, ","));
        if let Some(close) = close {
            // "“foreign agents,” will": the comma stands within the marks.
            let close = close + usize::from(words.is_close_quote(close + 1));
            let verb = self.group_from(close + 1, high);
            if verb.is_some_and(|(_, group)| matches!(group.shape, Shape::Finite | Shape::Participle)) {
                return Some(close + 1);
            }
        }
        // "A, B, and C said"; but not "a guarantee, and several admirals support it".
        let member = words.pos(index.saturating_sub(1)) == Upos::Propn && words.pos(index + 2) == Upos::Propn
            || (index.saturating_sub(LIST_MEMBER)..index).any(|at| words.is(at, ","));
        if let Some(verb) = self.listed_subject(index, high) {
            return Some(verb);
        }
        let goes_on = words.is(index + 1, "and") && member
            || words.pos(index + 1) == Upos::Propn && close.is_some()
            || self.last_two_follow(index, high);
        goes_on.then_some(index + 1)
    }

    /// "Averland, | Kestria and Lomar returned": behind the comma stand the last two of a list and its verb.
    fn last_two_follow(&self, comma: usize, high: usize) -> bool {
        let words = &self.words;
        let nominal = |at: usize| matches!(words.pos(at), Upos::Noun | Upos::Propn);
        let names = |at: usize| nominal(at) || matches!(words.pos(at), Upos::Adj | Upos::Det);
        let Some(and) = (comma + 2..high.min(comma + LIST_MEMBER)).find(|&at| !names(at)) else { return false };
        if !words.is(and, "and") || !nominal(and - 1) || comma == 0 || !nominal(comma - 1) {
            return false;
        }
        let end = (and + 1..high.min(and + LIST_MEMBER)).find(|&at| !names(at));
        end.is_some_and(|end| {
            end > and + 1
                && nominal(end - 1)
                && self.group_from(end, high).is_some_and(|(_, group)| group.shape == Shape::Finite)
        })
    }

    /// "has said", "says": a finite verb whose subject is one, and not "I" or "you".
    pub fn is_singular(&self, group: &Group) -> bool {
        let words = &self.words;
        let first = group.tokens.start;
        group.shape == Shape::Finite
            && (words.is_any(first, &["has", "is", "was", "does"])
                || words.form(first) == VerbForm::Present && words.word(first).ends_with('s'))
    }

    /// "have said", "say": a finite verb whose subject is none of the third person singular.
    pub fn is_plural(&self, group: &Group) -> bool {
        let words = &self.words;
        let first = group.tokens.start;
        let alone = group.tokens.len() == 1 && !group.past && !group.modal && !words.word(first).ends_with('s');
        group.shape == Shape::Finite && (alone || words.is_any(first, &["have", "are", "were", "do"]))
    }

    /// Whether the head of a group is a form of a cue verb.
    pub fn is_cue_group(&self, group: &Group) -> bool {
        let words = &self.words;
        let listed = words.listed(group.head);
        let with_rest =
            || self.lexicon.verbs(words.word(group.head)).any(|(verb, _)| words.are(group.head + 1, &verb.rest));
        // "means | eleven minutes less": of somebody’s mind only in front of an infinitive.
        let means = words.is_any(group.head, &["mean", "means", "meant", "meaning"]) && !words.is(group.head + 1, "to");
        !group.copula && listed.verb && !means && (!listed.phrasal || with_rest())
    }

    /// What the holder named by a noun phrase is, by its head or by the actors named in it.
    pub fn holder_kind(&self, phrase: &Range<usize>) -> Option<HolderKind> {
        self.holder_kinds.get_or(phrase.start, phrase.end, || self.find_holder_kind(phrase))
    }

    fn find_holder_kind(&self, phrase: &Range<usize>) -> Option<HolderKind> {
        let words = &self.words;
        let head = self.head_of(phrase);
        let word = words.word(head);
        if words.is_any(
            head,
            &[
                "he", "she", "they", "we", "i", "you", "who", "them", "him", "me", "us", "his", "her", "their", "our",
                "my", "its",
            ],
        ) {
            return Some(HolderKind::Person);
        }
        // "Everyone in the trade", "hardly anyone"
        let anyone = words.is_any(head, &["anyone", "anybody"])
            && words.is_any(phrase.start, &["hardly", "scarcely", "barely", "almost"]);
        if anyone
            || words.is_any(head, &["everyone", "everybody", "nobody"])
            || words.is(head, "one") && words.is(head.saturating_sub(1), "no")
        {
            return Some(HolderKind::Group);
        }
        if let Some(kind) = words.listed(head).holder {
            return Some(kind);
        }
        // "73% believe", "12 per cent of its citizens see"
        let share =
            words.is_any(head, &["%", "percent"]) || words.is(head, "cent") && words.is(head.saturating_sub(1), "per");
        if share && head > phrase.start {
            return Some(HolderKind::Group);
        }
        // "one of the two"
        let of_them = phrase.len() == 4
            && words.is(phrase.start + 1, "of")
            && words.is_any(phrase.start + 2, &["the", "these", "those"])
            && words.pos(phrase.end - 1) == Upos::Num;
        // "five of the seven | planned sites"
        let described =
            || words.pos(phrase.end) == Upos::Verb && matches!(words.pos(phrase.end + 1), Upos::Noun | Upos::Adj);
        if of_them
            && !described()
            && (words.pos(phrase.start) == Upos::Num || words.is_any(phrase.start, &["neither", "each", "both"]))
        {
            return Some(HolderKind::Group);
        }
        if let Some(last) = words.last_part(head)
            && let Some(kind) = self.lexicon.holder(last)
        {
            return Some(kind);
        }
        let at = words.bytes(&(head..head + 1));
        let named = self
            .actors
            .mentions_in(words.bytes(phrase))
            .any(|mention| mention.at.end == at.end || mention.at.contains(at));
        if named {
            return Some(HolderKind::Group);
        }
        // A singular noun without determiner, capitalised: a name the tagger does not know.
        if phrase.len() == 1 && words.pos(head) == Upos::Noun && words.is_capitalised(head) && !word.ends_with('s') {
            return Some(HolderKind::Person);
        }
        // A name the actor table does not know.
        if words.pos(head) == Upos::Propn && !words.is_time(head) {
            return Some(HolderKind::Person);
        }
        let noun = words.pos(head) == Upos::Noun;
        // "sixty-eight in a hundred"
        if words.is_any(phrase.end.saturating_sub(1), &["hundred", "ten", "five", "four", "three", "percent", "cent"])
            && (phrase.start..phrase.end).any(|index| words.is_any(index, &["in", "of", "per", "percent"]))
        {
            return Some(HolderKind::Group);
        }
        // "the first", "the largest": one of those spoken of before.
        let selected = matches!(words.pos(head), Upos::Adj | Upos::Num) && words.is(phrase.start, "the");
        (noun && is_agent_noun(word) || selected).then_some(HolderKind::Person)
    }
}

/// Nouns with the ending of an agent that name no one.
const NO_AGENTS: &[&str] = &[
    "number",
    "paper",
    "water",
    "border",
    "order",
    "power",
    "letter",
    "matter",
    "offer",
    "server",
    "river",
    "factor",
    "sector",
    "error",
    "floor",
    "quarter",
    "computer",
    "corner",
    "shelter",
    "container",
    "carrier",
    "tanker",
    "freighter",
    "cruiser",
    "destroyer",
    "danger",
    "weather",
    "winter",
    "summer",
    "layer",
    "finger",
    "shoulder",
    "corridor",
    "harbor",
    "reactor",
    "motor",
    "mirror",
    "tower",
    "counter",
    "folder",
    "banner",
    "chapter",
    "barrier",
    "filter",
    "fever",
    "trigger",
    "twist",
    "career",
    "monitor",
    "indicator",
    "generator",
    "character",
    "answer",
    "timber",
    "center",
    "meter",
    "remainder",
    "register",
    "transfer",
    "disaster",
    "cluster",
    "theater",
    "chamber",
];

/// Whether the form of a noun says that it names people by what they do: "vendors", "hydrologist", "planner".
///
/// Of the endings -er and -or only the plural is taken: too many singular nouns have them.
fn is_agent_noun(word: &str) -> bool {
    let singular = word.strip_suffix('s').unwrap_or(word);
    let plural = singular.len() < word.len();
    if singular.len() < 5 || NO_AGENTS.contains(&singular) {
        return false;
    }
    ["ist", "ician", "grapher", "eer", "man", "person"].iter().any(|ending| singular.ends_with(ending))
        || plural && ["er", "or", "ian", "ant"].iter().any(|ending| singular.ends_with(ending))
        || word.ends_with("men")
}
