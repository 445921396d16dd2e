//! Verb groups: a verb with its auxiliaries.

use std::ops::Range;

use super::adverbials::adverbial_end;
use super::words::Words;
use crate::lexicon::{HolderKind, Lexicon};
use crate::tagger::{Upos, VerbForm};

/// How many tokens an aside between a subject and its verb may have.
const LONGEST_ASIDE: usize = 16;

/// What a verb group can do in a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Has a subject of its own.
    Finite,
    /// "to say".
    Infinitive,
    /// "saying".
    Ing,
    /// "released" without auxiliary.
    Participle,
    /// "say" without subject.
    Bare,
}

/// A verb with its auxiliaries: "has been urged", "would likely prefer", "to say".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    /// Auxiliaries to head; adverbs between them belong, adverbs at the edges do not.
    pub tokens: Range<usize>,
    pub head: usize,
    pub shape: Shape,
    pub passive: bool,
    pub negated: bool,
    /// "could", "would" …; not "will".
    pub modal: bool,
    pub future: bool,
    pub past: bool,
    /// Only a form of "be": a copula.
    pub copula: bool,
}

/// All verb groups of a document, in text order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Groups {
    pub all: Vec<Group>,
    at: Vec<Option<u32>>,
}

impl Groups {
    pub fn find(words: &Words<'_>, lexicon: &Lexicon) -> Self {
        let mut groups = Self { all: Vec::new(), at: vec![None; words.len()] };
        for sentence in &words.layer.sentences {
            let first = groups.all.len();
            let mut index = sentence.tokens.start;
            while index < sentence.tokens.end {
                match group_at(words, index, sentence.tokens.end) {
                    Some(group) => {
                        index = group.tokens.end;
                        let number = u32::try_from(groups.all.len()).ok();
                        if let Some(at) = groups.at.get_mut(group.tokens.clone()) {
                            at.fill(number);
                        }
                        groups.all.push(group);
                    }
                    None => index += 1,
                }
            }
            groups.find_main_verb(words, lexicon, first);
            groups.find_clause_verbs(words, first, sentence.tokens.start);
            groups.join_to_past(words, first);
            groups.join_to_passive(words, first, sentence.tokens.end);
            groups.join_to_plural(words, first);
            groups.find_reduced_passives(words, first, sentence.tokens.end);
            groups.find_reduced_by(words, first);
        }
        groups
    }

    /// A sentence without finite verb outside marks has one the tagger took for a participle: "X, the minister, called it …".
    fn find_main_verb(&mut self, words: &Words<'_>, lexicon: &Lexicon, first: usize) {
        let groups = self.all.get_mut(first..).unwrap_or_default();
        let plain = |group: &Group| words.quotations.around(group.head).is_none();
        let relative =
            |group: &Group| group.tokens.start.checked_sub(1).is_some_and(|before| words.is_relative(before));
        let subjunctive = |group: &Group| words.is(group.tokens.start, "be");
        // A name takes no reduced relative clause without a comma: "Okello called for".
        for group in groups.iter_mut().filter(|group| group.shape == Shape::Participle && plain(group)) {
            let named = group
                .tokens
                .start
                .checked_sub(1)
                // "Okello claimed", "Front of the North (FN) claimed"
                .map(|before| before.saturating_sub(usize::from(words.is(before, ")"))))
                .is_some_and(|before| words.pos(before) == Upos::Propn && !words.is_time(before));
            // Nor has one an object: "the opposition accused him".
            let object = words.is_any(group.tokens.end, &["him", "her", "them", "it", "us", "me"])
                && words.pos(group.tokens.end) == Upos::Pron
                && !words.is_possessive_pronoun(group.tokens.end);
            let after_noun = group.tokens.start.checked_sub(1).is_some_and(|before| words.pos(before) == Upos::Noun);
            if object && after_noun {
                group.shape = Shape::Finite;
                group.past = true;
                break;
            }
            if named
                && (!words.is_any(group.tokens.end, &["by", "in", "on", "at", "of", "as", "with", "from"])
                    // "Beijing warned of"
                    || words.is_any(group.tokens.end, &["of", "on"])
                        && lexicon.takes_preposition(words.word(group.head), words.word(group.tokens.end)))
                && (words.pos(group.tokens.end) != Upos::Punct || words.is_open_quote(group.tokens.end))
            {
                group.shape = Shape::Finite;
                group.past = true;
                break;
            }
        }
        if groups
            .iter()
            .any(|group| group.shape == Shape::Finite && plain(group) && !relative(group) && !subjunctive(group))
        {
            return;
        }
        let takes = |group: &Group| {
            matches!(
                words.pos(group.tokens.end),
                Upos::Part | Upos::Det | Upos::Pron | Upos::Propn | Upos::Noun | Upos::Sconj
            ) || words.is_open_quote(group.tokens.end)
                || words.form(group.tokens.end) == VerbForm::Ing
        };
        let free =
            |group: &Group| group.shape == Shape::Participle && plain(group) && !words.is(group.tokens.end, "by");
        let before = |group: &Group| group.tokens.start.checked_sub(1);
        // Behind an aside, else right behind a noun.
        let aside = |group: &Group| {
            before(group)
                .is_some_and(|before| words.is(before, ",") || words.is_dash(before) || words.is_close_quote(before))
        };
        let nominal = |group: &Group| {
            // "the prince bluntly | denied having"
            let skipped = (0..group.tokens.start).rev().find(|&at| words.pos(at) != Upos::Adv);
            // "63% | named public costs"
            let share =
                |before: usize| words.is(before, "%") && (takes(group) || words.pos(group.tokens.end) == Upos::Adj);
            skipped.is_some_and(|before| {
                takes(group) && matches!(words.pos(before), Upos::Propn | Upos::Pron | Upos::Noun) || share(before)
            })
        };
        // "the government called for"
        let prepositional = |group: &Group| {
            before(group).is_some_and(|before| matches!(words.pos(before), Upos::Propn | Upos::Pron | Upos::Noun))
                && words.is_any(group.tokens.end, &["for", "on", "against", "to"])
                && lexicon.takes_preposition(words.word(group.head), words.word(group.tokens.end))
        };
        let main = groups
            .iter()
            .position(|group| free(group) && aside(group))
            .or_else(|| groups.iter().position(|group| free(group) && nominal(group)))
            .or_else(|| groups.iter().position(|group| free(group) && prepositional(group)))
            .and_then(|index| groups.get_mut(index));
        if let Some(main) = main {
            main.shape = Shape::Finite;
            main.past = true;
        }
    }

    /// "days after | several leaders advocated for it": somebody right behind a conjunction needs a finite verb, and what
    /// has an object is no participle of his.
    fn find_clause_verbs(&mut self, words: &Words<'_>, first: usize, low: usize) {
        for group in self.all.get_mut(first..).unwrap_or_default() {
            let alone = group.shape == Shape::Participle && group.tokens.len() == 1 && words.listed(group.head).verb;
            if !alone || words.is(group.head, "based") {
                continue;
            }
            let next = group.tokens.end;
            let object = matches!(words.pos(next), Upos::Det | Upos::Sconj) && !words.is_any(next, &["by", "as", "in"])
                || words.pos(next) == Upos::Propn && !words.is_time(next)
                || words.is_possessive_pronoun(next)
                || words.is_open_quote(next)
                || words.is_any(next, &["for", "against"]) && words.is_any(group.head, WITHOUT_OBJECT);
            let twofold = words.is_any(group.head, TWOFOLD);
            // ", as Okello | stressed in May."
            let said_so = words.pos(next) == Upos::Punct || words.is_any(next, &["in", "on", "at", "last", "this"]);
            let opener =
                if object || said_so { somebody_opens_clause(words, group.tokens.start, low, twofold) } else { None };
            let beside = |at: usize| words.is(at, "as") && at > low && words.pos(at - 1) == Upos::Punct;
            if opener.is_some_and(|at| object || beside(at)) {
                group.shape = Shape::Finite;
                group.past = true;
            }
        }
    }

    /// "The bank, asked to lend, was accused": between a name's comma and the one before its verb stands no finite verb.
    fn find_reduced_passives(&mut self, words: &Words<'_>, first: usize, high: usize) {
        let finite: Vec<usize> = self
            .all
            .iter()
            .skip(first)
            .filter(|group| group.shape == Shape::Finite)
            .map(|group| group.tokens.start)
            .collect();
        for group in self.all.get_mut(first..).unwrap_or_default() {
            let start = group.tokens.start;
            let single = group.shape == Shape::Finite && group.past && group.tokens.len() == 1 && !group.copula;
            let behind_name = start > 1
                && words.is(start - 1, ",")
                && matches!(words.pos(start - 2), Upos::Noun | Upos::Propn)
                && words.word(group.head).ends_with("ed");
            let first_verb = !finite.iter().any(|&other| other < start);
            if !single || !behind_name || !first_verb {
                continue;
            }
            let close = (group.tokens.end..high.min(group.tokens.end + LONGEST_ASIDE)).find(|&at| words.is(at, ","));
            let verb = close.map(|close| (close + 1..high).find(|&at| words.pos(at) != Upos::Adv).unwrap_or(close));
            if verb.is_some_and(|verb| finite.contains(&verb)) {
                group.shape = Shape::Participle;
            }
        }
    }

    /// "A plan agreed late last year by both was shelved": what "by" follows and no object is no verb of the sentence, which has another.
    fn find_reduced_by(&mut self, words: &Words<'_>, first: usize) {
        // Where the next verb begins that was finite before this.
        let mut later: Option<usize> = None;
        for group in self.all.get_mut(first..).unwrap_or_default().iter_mut().rev() {
            let next = later;
            if group.shape == Shape::Finite {
                later = Some(group.tokens.start);
            }
            let single = group.shape == Shape::Finite && group.past && group.tokens.len() == 1 && !group.copula;
            let noun = group.tokens.start.checked_sub(1).is_some_and(|before| words.pos(before) == Upos::Noun);
            let Some(next) = next.filter(|_| single && noun && words.word(group.head).ends_with("ed")) else {
                continue;
            };
            let hung = |at: usize| matches!(words.pos(at), Upos::Adv | Upos::Adj) || words.is_time(at);
            let by = (group.tokens.end..next.min(group.tokens.end + 6)).find(|&at| !hung(at) && !words.is(at, "in"));
            let joined = (group.tokens.end..next)
                .any(|at| words.is_any(at, &[",", ";", ":", "that", "which", "who", "but", "while", "when"]));
            if by.is_some_and(|at| words.is(at, "by")) && !joined {
                group.shape = Shape::Participle;
                group.passive = true;
            }
        }
    }

    /// "rejected the charge and pledged": a form that may be past, joined to a verb in the past, is past.
    fn join_to_past(&mut self, words: &Words<'_>, first: usize) {
        let mut past_seen = false;
        for group in self.all.get_mut(first..).unwrap_or_default() {
            // "and broadly | supported it", "and “| blamed” them"
            let hung = |at: usize| words.pos(at) == Upos::Adv || words.is_open_quote(at);
            let before = (0..group.tokens.start).rev().find(|&at| !hung(at));
            let joined = group.shape == Shape::Participle
                && past_seen
                && before.is_some_and(|before| words.is_any(before, &["and", "but"]))
                && words.word(group.head).ends_with("ed")
                && !words.is(group.tokens.end, "by");
            if joined {
                group.shape = Shape::Finite;
                group.past = true;
            }
            past_seen |= group.shape == Shape::Finite && group.past && group.tokens.len() == 1 && !group.copula;
        }
    }

    /// "was hailed by the ministry and | dismissed as a stunt by the guild": joined to a passive, with "by" behind and no object.
    fn join_to_passive(&mut self, words: &Words<'_>, first: usize, high: usize) {
        let mut passive = false;
        for number in first..self.all.len() {
            let next = self.all.get(number + 1).map_or(high, |next| next.tokens.start);
            let Some(group) = self.all.get_mut(number) else { return };
            let end = group.tokens.end;
            let single = group.shape == Shape::Finite && group.past && group.tokens.len() == 1 && !group.copula;
            let behind = group.tokens.start.checked_sub(1).is_some_and(|at| words.is_any(at, &["and", "but"]));
            let agent = || {
                let open = (end..next).take_while(|&at| words.pos(at) != Upos::Punct);
                words.pos(end) == Upos::Adp && open.into_iter().any(|at| words.is(at, "by"))
            };
            if passive && single && behind && agent() {
                group.shape = Shape::Participle;
                group.passive = true;
            }
            passive = group.passive && (group.shape == Shape::Finite || passive);
        }
    }

    /// "both enjoy close ties and | deem it useful": a base form joined to a plural in the present.
    fn join_to_plural(&mut self, words: &Words<'_>, first: usize) {
        let mut plural = false;
        for group in self.all.get_mut(first..).unwrap_or_default() {
            let single = group.tokens.len() == 1 && !group.copula && !words.word(group.head).ends_with('s');
            let joined = group.shape == Shape::Bare
                && plural
                && single
                && group.tokens.start.checked_sub(1).is_some_and(|before| words.is_any(before, &["and", "but"]));
            if joined {
                group.shape = Shape::Finite;
            }
            match group.shape {
                // "enjoy close ties", "have closed the port"
                Shape::Finite => {
                    let perfect = words.is(group.tokens.start, "have") && group.tokens.len() > 1;
                    plural = (single || perfect) && !group.past && !group.modal && !group.future;
                }
                // "plan to open it and close it": joined to the infinitive.
                Shape::Infinitive | Shape::Bare => plural = false,
                _ => {}
            }
        }
    }

    /// Index of the group that holds a token.
    pub fn at(&self, token: usize) -> Option<usize> {
        self.at.get(token).copied().flatten().and_then(|index| usize::try_from(index).ok())
    }

    pub fn get(&self, index: usize) -> Option<&Group> {
        self.all.get(index)
    }

    /// The group that holds a token.
    pub fn holding(&self, token: usize) -> Option<&Group> {
        self.at(token).and_then(|index| self.get(index))
    }

    /// Index of the first group that begins at or after `token`.
    pub fn first_from(&self, token: usize) -> usize {
        self.all.partition_point(|group| group.tokens.start < token)
    }

    /// The groups within `tokens`.
    pub fn within(&self, tokens: Range<usize>) -> impl DoubleEndedIterator<Item = (usize, &Group)> {
        let first = self.first_from(tokens.start);
        let last = self.all.partition_point(|group| group.tokens.start < tokens.end);
        (first..last.max(first)).filter_map(|index| Some((index, self.all.get(index)?)))
    }
}

/// Verbs without an object, whose participles describe nobody.
const WITHOUT_OBJECT: &[&str] = &[
    "advocated",
    "lobbied",
    "called",
    "pushed",
    "argued",
    "protested",
    "campaigned",
    "voted",
    "pressed",
    "pleaded",
    "rallied",
    "agitated",
    "appealed",
    "cautioned",
    "railed",
    "petitioned",
    "vouched",
    "opted",
    "clamoured",
    "clamored",
];

/// Verbs with two objects, one of which their participles keep: "officials | given the files".
const TWOFOLD: &[&str] = &[
    "given",
    "told",
    "offered",
    "promised",
    "denied",
    "granted",
    "asked",
    "shown",
    "taught",
    "awarded",
    "assigned",
    "paid",
    "handed",
    "sent",
    "allowed",
    "refused",
    "guaranteed",
    "lent",
    "owed",
    "accused",
    "named",
    "called",
    "deemed",
    "considered",
    "dubbed",
    "labelled",
    "labeled",
    "branded",
    "elected",
    "appointed",
];

/// How many tokens somebody may have who stands right behind a conjunction.
const LONGEST_SOMEBODY: usize = 12;

/// The conjunction right behind which somebody stands before token `verb`, an aside behind him at most; with `named` he
/// has a name.
fn somebody_opens_clause(words: &Words<'_>, verb: usize, low: usize, named: bool) -> Option<usize> {
    let from = low.max(verb.saturating_sub(LONGEST_SOMEBODY + LONGEST_ASIDE));
    let mut end = verb;
    while end > from && words.pos(end - 1) == Upos::Adv {
        end -= 1;
    }
    let close = end.checked_sub(1).filter(|&close| close > from)?;
    let dash = words.is_dash(close);
    if dash || words.is(close, ",") {
        let open = (from..close)
            .rev()
            .take_while(|&at| !matches!(words.pos(at), Upos::Verb | Upos::Aux))
            .find(|&at| if dash { words.is_dash(at) } else { words.is(at, ",") });
        end = open?;
    }
    let last = end.checked_sub(1).filter(|&last| last > from)?;
    let person = words.listed(last).holder.is_some_and(|kind| kind != HolderKind::Document);
    if !(words.pos(last) == Upos::Propn && !words.is_time(last) || words.pos(last) == Upos::Noun && person && !named) {
        return None;
    }
    let nominal = |at: usize| {
        matches!(words.pos(at), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num)
            || words.is_possessive_pronoun(at)
            || words.is_possessive_mark(at)
            || words.is_any(at, &["of", "for", "and", "&"])
    };
    let opener = (from.max(end.saturating_sub(LONGEST_SOMEBODY))..end)
        .rev()
        .find(|&at| !nominal(at) || words.is_any(at, OPENERS));
    opener.filter(|&at| {
        let joined = words.is_any(at, &["and", "but", "while"]) && at > low && words.is(at - 1, ",");
        let as_well = words.is(at, "as")
            && at > low
            && (words.is_any(at - 1, &["such", "well", "known", "far", "much", "long"])
                || matches!(words.pos(at - 1), Upos::Verb | Upos::Adj));
        joined || words.is_any(at, OPENERS) && !as_well
    })
}

/// What begins a clause with a subject of its own.
const OPENERS: &[&str] =
    &["as", "after", "before", "when", "because", "although", "though", "since", "until", "whereas", "once", "where"];

const BE: &[&str] = &[
    "be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m", "get", "gets", "got", "gotten",
    "getting",
];
const MODALS: &[&str] = &["could", "would", "might", "may", "should", "can", "must", "'d", "ca", "wo", "cannot"];

/// Where what stands between an auxiliary and its verb ends, if such a thing begins at `index`.
fn between_end(words: &Words<'_>, index: usize, limit: usize) -> Option<usize> {
    let participle = |at: usize| matches!(words.form(at), VerbForm::PastParticiple | VerbForm::Past | VerbForm::Ing);
    // "have this year announced"
    if words.is_any(index, &["this", "last"]) && words.is_time(index + 1) && participle(index + 2) {
        return Some(index + 2);
    }
    // "have | both said", "had each promised"
    if words.is_any(index, &["both", "each", "all"]) && participle(index + 1) {
        return Some(index + 1);
    }
    // "has long maintained"
    if words.is_any(index, &["since", "long"]) && words.form(index + 1) == VerbForm::PastParticiple {
        return Some(index + 1);
    }
    // "has on several occasions | advised": the verb right behind.
    if let Some(end) = adverbial_end(words, index, limit).filter(|&end| is_verb_behind(words, end)) {
        return Some(end);
    }
    // "has in principle | decided that"
    let within = words.pos(index) == Upos::Adp
        && words.is_any(index, &["in", "at", "of", "for", "on", "by"])
        && words.is_any(index + 1, WITHIN)
        && matches!(words.form(index + 2), VerbForm::PastParticiple | VerbForm::Past);
    within.then_some(index + 2)
}

fn group_at(words: &Words<'_>, start: usize, limit: usize) -> Option<Group> {
    let infinitive =
        words.is(start, "to") && (words.pos(start) == Upos::Part || words.form(start + 1) == VerbForm::Base);
    // Nothing else begins a group.
    if !infinitive && !matches!(words.pos(start), Upos::Verb | Upos::Aux) {
        return None;
    }
    let mut index = if infinitive { start + 1 } else { start };
    if infinitive {
        // "to boldly go"
        while index < limit && words.pos(index) == Upos::Adv {
            index += 1;
        }
    }
    let mut auxiliaries: Vec<usize> = Vec::new();
    let (mut negated, mut head, mut end) = (false, None, start);
    while index < limit {
        let begun = !auxiliaries.is_empty();
        match words.pos(index) {
            // "would neither | endorse nor reject it"
            _ if begun && words.is(index, "neither") && words.pos(index + 1) == Upos::Verb => negated = true,
            _ if begun && words.is_any(index, &["not", "n't", "never", "no"]) => {
                if words.is(index, "no") {
                    break;
                }
                // "has not only denounced"
                negated = !words.is_any(index + 1, &["only", "just", "merely", "simply", "solely"]);
            }
            Upos::Aux => {
                negated |= words.is(index, "cannot");
                auxiliaries.push(index);
                end = index + 1;
            }
            // "has more than once | warned": the first word may be an adverb of its own.
            _ if begun && let Some(end) = between_end(words, index, limit) => {
                index = end - 1;
            }
            Upos::Adv if begun => {}
            // "has, in recent months, | opposed it"
            Upos::Punct if index > first_auxiliary(&auxiliaries) && aside_close(words, index, limit).is_some() => {
                index = aside_close(words, index, limit).unwrap_or(index);
            }
            _ if begun && words.is(index, "since") => {}
            // "is reported to have told": the tagger may take the auxiliary for a verb.
            Upos::Verb
                if words.is_any(index, &["have", "has", "had", "having"])
                    && (words.form(index + 1) == VerbForm::PastParticiple
                        || (words.pos(index + 1) == Upos::Adv || words.is(index + 1, "long"))
                            && words.form(index + 2) == VerbForm::PastParticiple
                        // "Having | noted that"
                        || words.is(index, "having") && words.form(index + 1) == VerbForm::Past
                        || between_end(words, index + 1, limit).is_some()
                        || aside_close(words, index + 1, limit).is_some()) =>
            {
                auxiliaries.push(index);
                end = index + 1;
            }
            // "who was there | says": no auxiliary stands in front of "says".
            Upos::Verb if begun && words.form(index) == VerbForm::Present && words.word(index).ends_with('s') => {
                break;
            }
            Upos::Verb => {
                head = Some(index);
                end = index + 1;
                break;
            }
            // "had long since left": the tagger may see a noun in "been said".
            _ => break,
        }
        index += 1;
    }
    if head.is_none() && auxiliaries.is_empty() {
        return None;
    }
    let first = auxiliaries.first().copied().or(head)?;
    let copula = head.is_none();
    let head = head.or_else(|| auxiliaries.last().copied())?;
    let is_modal = |index: usize| {
        words.is_any(index, MODALS) && !(words.is(index, "'d") && words.form(head) == VerbForm::PastParticiple)
    };
    let form = words.form(first);
    let shape = if infinitive {
        Shape::Infinitive
    } else if auxiliaries.is_empty() || copula {
        match form {
            VerbForm::Ing => Shape::Ing,
            VerbForm::PastParticiple => Shape::Participle,
            VerbForm::Base if has_subject(words, first) => Shape::Finite,
            VerbForm::Base => Shape::Bare,
            _ => Shape::Finite,
        }
    } else if form == VerbForm::Ing {
        Shape::Ing
    } else {
        Shape::Finite
    };
    let be = auxiliaries.iter().any(|&index| words.is_any(index, BE));
    let have = auxiliaries.last().is_some_and(|&last| words.is_any(last, &["has", "have", "had", "'ve", "having"]));
    // "She’s slammed the pact": a passive has no object.
    let contracted = auxiliaries.len() == 1
        && words.is_any(first, &["'s", "'d"])
        && matches!(words.pos(end), Upos::Propn | Upos::Det)
        && !words.is_time(end);
    let ends_ed =
        words.form(head) == VerbForm::PastParticiple || (words.form(head) == VerbForm::Past && !auxiliaries.is_empty());
    Some(Group {
        tokens: first.min(if infinitive { start } else { first })..end,
        head,
        shape,
        passive: be && !have && ends_ed && !copula && !contracted,
        negated: negated
            // "no longer | wants it"
            || start > 1 && words.is(start - 1, "longer") && words.is(start - 2, "no")
            || shape == Shape::Finite && auxiliaries.is_empty() && is_denied_in_front(words, head)
            || is_second_denied(words, first),
        modal: auxiliaries.iter().any(|&index| is_modal(index)),
        future: auxiliaries.iter().any(|&index| words.is_any(index, &["will", "'ll", "shall", "wo"])),
        past: form == VerbForm::Past || words.is_any(first, &["had", "was", "were", "did"]),
        copula,
    })
}

/// What makes an adverb with the preposition before it.
const WITHIN: &[&str] = &[
    "principle",
    "fact",
    "turn",
    "effect",
    "essence",
    "practice",
    "theory",
    "private",
    "public",
    "part",
    "general",
    "particular",
    "response",
    "vain",
    "course",
    "now",
    "times",
    "last",
    "once",
    "least",
    "contrast",
    "occasion",
    "paper",
];

/// Whether a participle stands at `index`, or behind an adverb there.
fn is_verb_behind(words: &Words<'_>, index: usize) -> bool {
    let verb = index + usize::from(words.pos(index) == Upos::Adv);
    words.is(verb, "been")
        || words.pos(verb) == Upos::Verb
            && matches!(words.form(verb), VerbForm::PastParticiple | VerbForm::Past | VerbForm::Ing)
}

fn first_auxiliary(auxiliaries: &[usize]) -> usize {
    auxiliaries.first().copied().unwrap_or(usize::MAX)
}

/// Where the aside ends that the comma or dash at `open` begins between an auxiliary and its verb.
fn aside_close(words: &Words<'_>, open: usize, limit: usize) -> Option<usize> {
    let dash = words.is_dash(open);
    let auxiliary = open.checked_sub(1)?;
    let has = words.is_any(auxiliary, &["have", "has", "had", "having"]);
    if !(dash || words.is(open, ",")) || words.pos(auxiliary) != Upos::Aux && !has {
        return None;
    }
    let closes = |&at: &usize| if dash { words.is_dash(at) } else { words.is(at, ",") };
    let close = (open + 2..limit.min(open + LONGEST_ASIDE)).find(closes)?;
    let verbless = !(open + 1..close).any(|at| {
        words.pos(at) == Upos::Aux || words.pos(at) == Upos::Verb && words.form(at) != VerbForm::PastParticiple
    });
    let verb = (close + 1..limit).find(|&at| words.pos(at) != Upos::Adv)?;
    let participle = words.pos(verb) == Upos::Verb
        && matches!(words.form(verb), VerbForm::PastParticiple | VerbForm::Past | VerbForm::Ing);
    let fits = if words.is_any(open - 1, MODALS) || words.is(open - 1, "will") {
        words.form(verb) == VerbForm::Base
    } else {
        participle && (words.form(verb) == VerbForm::Ing) <= words.is_any(open - 1, BE)
    };
    (verbless && fits).then_some(close)
}

/// "Nor does it | want": the negation stands in front of the auxiliary.
fn is_denied_in_front(words: &Words<'_>, verb: usize) -> bool {
    let auxiliary = (verb.saturating_sub(LONGEST_ASIDE)..verb)
        .rev()
        .take_while(|&at| words.pos(at) != Upos::Punct)
        .find(|&at| words.is_any(at, &["does", "do", "did"]));
    auxiliary.and_then(|at| at.checked_sub(1)).is_some_and(|before| words.is_any(before, &["nor", "neither"]))
}

/// "has neither endorsed nor | rejected it"
fn is_second_denied(words: &Words<'_>, verb: usize) -> bool {
    verb > 0
        && words.is(verb - 1, "nor")
        && (verb.saturating_sub(LONGEST_ASIDE)..verb).any(|at| words.is_any(at, &["neither", "not", "never"]))
}

/// "Some supporters say": a noun or subject pronoun right before, which no causative verb governs.
fn has_subject(words: &Words<'_>, verb: usize) -> bool {
    let mut before = verb;
    while before > 0 && words.pos(before - 1) == Upos::Adv {
        before -= 1;
    }
    let Some(mut last) = before.checked_sub(1) else { return false };
    // "one in four voters (24%) think"
    if words.is(last, ")")
        && let Some(open) = (last.saturating_sub(6)..last).rev().find(|&at| words.is(at, "("))
    {
        last = open.saturating_sub(1);
    }
    let subject = match words.pos(last) {
        // "Most voters, if one believes the polls, think"
        Upos::Punct if words.is(last, ",") => {
            let opened = (last.saturating_sub(LONGEST_ASIDE)..last).rev().find(|&at| words.is(at, ","));
            opened.and_then(|comma| comma.checked_sub(1)).is_some_and(|noun| {
                matches!(words.pos(noun), Upos::Noun | Upos::Propn)
                    && (words.word(noun).ends_with('s')
                        || words.is_any(noun, &["people", "men", "women", "staff", "police", "media"]))
            })
        }
        // "Critics – the largest donors – complain"
        Upos::Punct if words.is_dash(last) => {
            let opened = (last.saturating_sub(LONGEST_ASIDE)..last).rev().find(|&at| words.is_dash(at));
            opened.and_then(|dash| dash.checked_sub(1)).is_some_and(|noun| {
                matches!(words.pos(noun), Upos::Noun | Upos::Propn) && words.word(noun).ends_with('s')
            })
        }
        Upos::Noun | Upos::Propn => words.is_word(last),
        Upos::Sym => words.is(last, "%"),
        // "one in five say"
        Upos::Num => true,
        // "those surveyed say"
        Upos::Verb | Upos::Adp | Upos::Part if words.met_before(before).is_some() => true,
        Upos::Verb => {
            words.form(last) != VerbForm::Ing
                && last.checked_sub(1).is_some_and(|noun| {
                    words.is(noun, "those") || words.pos(noun) == Upos::Noun && words.word(noun).ends_with('s')
                })
        }
        // "Nor does it | want"
        Upos::Pron if words.is_any(last, &["he", "she", "it"]) => last > 0 && words.is_any(last - 1, &["does", "did"]),
        // "the more serious among them | point out"
        Upos::Pron if words.is_any(last, &["them", "us", "you"]) => {
            last > 0 && words.is_any(last - 1, &["of", "among"])
        }
        Upos::Pron => words.is_any(
            last,
            &[
                "i", "we", "you", "they", "who", "that", "many", "some", "others", "most", "few", "several", "both",
                "all",
            ],
        ),
        _ => false,
    };
    let causative = (last.saturating_sub(4)..last).any(|index| {
        words.is_any(
            index,
            &[
                "let", "lets", "make", "makes", "made", "help", "helps", "helped", "see", "saw", "hear", "heard",
                "watch", "watched", "have", "had", "letting", "making", "helping",
            ],
        )
    });
    subject && !causative
}
