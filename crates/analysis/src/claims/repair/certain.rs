//! Words that stand where only one part of speech can: "so far as to | caution against", "that | critics say".

use crate::claims::grammar::words::{Words, is_plural_form};
use crate::lexicon::{Frame, HolderKind, Inflection, Lexicon, Rest};
use crate::tagger::{Upos, VerbForm};

/// What makes a cue of the noun behind it.
const VOICING: &[&str] = &["voiced", "expressed", "raised", "issued", "conveyed", "aired", "registered", "reiterated"];

/// How many tokens a gerund in front of its clause may have.
const LONGEST_OPENING: usize = 25;

/// How many tokens a subject behind "after" may have.
const LONGEST_SUBJECT: usize = 12;

/// How many tokens an aside that begins with a participle may have.
const LONGEST_ASIDE: usize = 16;

impl Words<'_> {
    /// "its position, | set out in a letter, is": a verb of one form for what was done and for what one did, between commas behind
    /// a noun and in front of that noun's verb.
    fn describes_a_view(&self, index: usize) -> bool {
        let opens = index > 1
            && self.is_any(index, &["set", "put"])
            && self.is_any(index + 1, &["out", "forward", "down"])
            && !self.is(index + 2, "by")
            && self.is(index - 1, ",")
            && self.pos(index - 2) == Upos::Noun;
        if !opens {
            return false;
        }
        let close = (index + 2..self.len().min(index + LONGEST_ASIDE)).find(|&at| self.is(at, ","));
        close.is_some_and(|close| self.is_any(close + 1, &["is", "was", "remains", "remained", "has"]))
    }

    /// "called the charge | baseless", "announced | further sanctions", "even more | challenging when".
    fn is_adjective_after_all(&self, index: usize) -> bool {
        let word = self.word(index);
        match self.pos(index) {
            Upos::Noun => word.len() > 6 && word.ends_with("less") && word != "regardless",
            Upos::Adv => {
                word == "further"
                    && self.pos(index + 1) == Upos::Noun
                    && self.pos(index.saturating_sub(1)) == Upos::Verb
            }
            Upos::Verb if index > 0 => {
                self.form(index) == VerbForm::Ing && self.is_gerund_of_degree(index) || self.describes_noun(index)
            }
            _ => false,
        }
    }

    /// "even more | challenging when", "its most | striking finding".
    fn is_gerund_of_degree(&self, index: usize) -> bool {
        if !self.is_any(index - 1, &["more", "most", "less", "least", "very", "too", "increasingly", "particularly"]) {
            return false;
        }
        let degree = !self.is(index - 1, "least")
            && (matches!(self.pos(index + 1), Upos::Punct | Upos::Adp)
                || self.is_any(index + 1, &["when", "than", "if"]));
        let superlative = index > 1
            && self.is_any(index - 1, &["most", "least"])
            && (self.is(index - 2, "the")
                || self.is_possessive_mark(index - 2)
                || self.is_any(index - 2, &["its", "his", "her", "their", "our"]))
            && (self.pos(index + 1) == Upos::Noun || self.form(index + 1) == VerbForm::Ing);
        degree || superlative
    }

    /// Whether a verb is a participle in front of the noun it describes.
    fn describes_noun(&self, index: usize) -> bool {
        let noun = self.pos(index + 1) == Upos::Noun;
        if !noun && !self.is_open_quote(index + 1) {
            return false;
        }
        let past = matches!(self.form(index), VerbForm::PastParticiple | VerbForm::Past);
        let ends = self.word(index).ends_with("ed");
        // "its | claimed “extremism”", "Kestria’s | suspected role"
        let owned = past
            && ends
            && (self.is_any(index - 1, &["its", "his", "her", "their", "our"])
                || self.pos(index - 1) == Upos::Part && self.is_possessive_mark(index - 1));
        if owned || !noun {
            return owned;
        }
        // "the five “| agreed locations”"
        let marked = index > 1
            && ends
            && self.is_open_quote(index - 1)
            && matches!(self.pos(index - 2), Upos::Det | Upos::Adj | Upos::Num);
        let fits = match self.pos(index - 1) {
            // "committed to | extended deterrence"
            Upos::Adp => {
                ends && self.form(index) == VerbForm::PastParticiple
                    && !self.is_any(index - 1, &["as", "than", "by", "like"])
            }
            // "documents | broken doors"
            Upos::Verb => {
                index > 1 && past && self.form(index - 1) == VerbForm::Present && self.word(index - 1).ends_with('s')
            }
            // "describes 2,300 | restricted processors"
            Upos::Num => index > 1 && ends && self.pos(index - 2) == Upos::Verb,
            _ => false,
        };
        fits || marked
    }

    pub(super) fn repair_certain(&mut self, index: usize, lexicon: &Lexicon) {
        if self.is_adjective_after_all(index) {
            self.set(index, Upos::Adj, VerbForm::None);
        }
        // "A report | documents overcrowded cells"
        let documents = index > 1
            && self.pos(index) == Upos::Noun
            && self.is(index, "documents")
            && self.pos(index - 1) == Upos::Noun
            && self.pos(index - 2) != Upos::Noun
            && self.is_any(
                index - 1,
                &["report", "study", "paper", "survey", "book", "film", "article", "inquiry", "review"],
            )
            && matches!(self.pos(index + 1), Upos::Adj | Upos::Noun | Upos::Det | Upos::Num | Upos::Verb);
        if documents {
            self.set(index, Upos::Verb, VerbForm::Present);
        }
        if self.describes_a_view(index) {
            self.set(index, Upos::Verb, VerbForm::PastParticiple);
        }
        self.repair_opening(index, lexicon);
        if index == 0 {
            return;
        }
        // "agreed to | talks": no infinitive ends so.
        let word = self.word(index);
        let plural = self.pos(index) == Upos::Verb
            && self.is(index - 1, "to")
            && word.ends_with('s')
            && !["ss", "us", "as"].iter().any(|end| word.ends_with(end));
        if plural {
            self.set(index - 1, Upos::Adp, VerbForm::None);
            self.set(index, Upos::Noun, VerbForm::None);
        }
        // "according to recent news | reports, for some"
        if self.pos(index) == Upos::Verb
            && self.is(index, "reports")
            && self.is_any(index - 1, &["news", "media", "press", "intelligence"])
            && !self.is(index + 1, "that")
        {
            self.set(index, Upos::Noun, VerbForm::None);
        }
        if self.pos(index) == Upos::Noun
            && (self.is_inserted_verb(index, lexicon)
                || self.is_second_verb(index, lexicon)
                || self.is_verb_behind_relative(index, lexicon))
        {
            self.set(index, Upos::Verb, VerbForm::Present);
        }
        self.repair_clause_verb(index, lexicon);
        self.repair_some(index, lexicon);
        // "academics and | think tankers", "| thought leaders"
        let think = self.is(index, "think") && self.is_any(index + 1, &["tank", "tanks", "tankers", "tanker"])
            || self.is(index, "thought") && self.is_any(index + 1, &["leader", "leaders"]);
        if think {
            self.set(index, Upos::Noun, VerbForm::None);
        }
        // "the | ruling Justice Party", "one | serving official"
        let counted = self.pos(index - 1) == Upos::Num;
        let in_office = || self.is_any(index, &["serving", "sitting", "visiting", "acting"]);
        if self.pos(index) == Upos::Verb
            && matches!(self.pos(index + 1), Upos::Propn | Upos::Noun | Upos::Adj)
            && (counted || self.pos(index - 1) == Upos::Det || self.is_possessive_mark(index - 1))
            && (in_office() || !counted && self.is_any(index, &["ruling", "governing", "leading"]))
        {
            self.set(index, Upos::Adj, VerbForm::None);
        }
        // "the two | sides “agreed to”": no verb behind what counts them.
        if self.pos(index) == Upos::Verb
            && self.is(index, "sides")
            && self.is_any(index - 1, &["two", "both", "all", "three", "opposing", "warring", "rival"])
        {
            self.set(index, Upos::Noun, VerbForm::None);
        }
        self.repair_gerund_object(index, lexicon);
        // "suspects | neighbouring Averland", "the | armed services committee"
        let described = self.pos(index) == Upos::Verb
            && match self.word(index) {
                "neighbouring" | "neighboring" => matches!(self.pos(index + 1), Upos::Propn | Upos::Noun),
                "armed" => self.is_any(index + 1, &["services", "forces", "groups", "group", "conflict"]),
                _ => false,
            };
        if described {
            self.set(index, Upos::Adj, VerbForm::None);
        }
        // "the two | questions it raises": a verb would be "question".
        if self.pos(index) == Upos::Verb
            && self.form(index) == VerbForm::Present
            && self.word(index).ends_with('s')
            && self.pos(index - 1) == Upos::Num
            && index > 1
            && self.is_any(index - 2, &["the", "these", "those", "its", "their"])
            && !self.is(index - 1, "one")
        {
            self.set(index, Upos::Noun, VerbForm::None);
        }
        // "the auditor’s | May report": no verb.
        if self.pos(index - 1) == Upos::Aux
            && self.is(index - 1, "'s")
            && self.is_time(index)
            && self.is_capitalised(index)
            && self.pos(index + 1) == Upos::Noun
        {
            self.set(index - 1, Upos::Part, VerbForm::None);
        }
        self.repair_opener(index);
        self.repair_named_adjective(index);
        self.repair_voiced(index);
        self.repair_progressive(index, lexicon);
        self.repair_told_that(index, lexicon);
        self.repair_purpose(index, lexicon);
    }

    /// "expects | commissioning in late 2031": the verb takes an object and no gerund.
    fn repair_gerund_object(&mut self, index: usize, lexicon: &Lexicon) {
        let gerund = self.pos(index) == Upos::Verb && self.form(index) == VerbForm::Ing;
        let finite =
            matches!(self.form(index - 1), VerbForm::Past | VerbForm::Present) && self.pos(index - 1) == Upos::Verb;
        if !gerund || !finite || !self.is_any(index + 1, &["in", "of", "by", "within", "at"]) {
            return;
        }
        let (mut object, mut takes) = (false, false);
        for (verb, _) in lexicon.verbs(self.word(index - 1)) {
            for frame in verb.senses.iter().flat_map(|sense| &sense.frames) {
                object |= verb.rest.is_empty() && *frame == Frame::Object;
                takes |= verb.rest.is_empty() && *frame == Frame::Ing;
            }
        }
        if object && !takes {
            self.set(index, Upos::Noun, VerbForm::None);
        }
    }

    /// "point out | that critics of the deal": no determiner of a plural.
    fn repair_opener(&mut self, index: usize) {
        if self.pos(index) != Upos::Det || !self.is(index, "that") || self.pos(index - 1) == Upos::Det {
            return;
        }
        let plural = self.pos(index + 1) == Upos::Noun && is_plural_form(self.word(index + 1));
        // "point out | that Kestria and Norvane": nor of a name.
        let named =
            self.pos(index + 1) == Upos::Propn && !self.is_possessive_mark(index + 1) || self.is(index + 1, "both");
        // "point out | that former minister Ada Brun"
        let titled = self.is(index - 1, "out")
            && matches!(self.pos(index + 1), Upos::Adj | Upos::Noun)
            && (index + 2..index + 5)
                .take_while(|&at| matches!(self.pos(at), Upos::Adj | Upos::Noun | Upos::Propn))
                .any(|at| self.pos(at) == Upos::Propn);
        if plural || named || titled {
            self.set(index, Upos::Sconj, VerbForm::None);
        }
    }

    /// "pressing | Tehran to join": the tagger takes a name for the adjective of a people.
    fn repair_named_adjective(&mut self, index: usize) {
        let object = self.pos(index) == Upos::Adj
            && self.is_capitalised(index)
            && self.pos(index - 1) == Upos::Verb
            && !self.is_capitalised(index - 1)
            && self.pos(index + 1) == Upos::Part
            && self.is(index + 1, "to");
        if object {
            self.set(index, Upos::Propn, VerbForm::None);
        }
    }

    /// "the opposition | voiced concern that": the noun the verb makes a cue of.
    fn repair_voiced(&mut self, index: usize) {
        // "the opposition also | voiced support for": behind an adverb no adjective of that noun.
        let adjective = self.pos(index) == Upos::Noun
            && self.pos(index - 1) == Upos::Adj
            && index > 2
            && self.pos(index - 2) == Upos::Adv
            && self.is_any(index - 1, VOICING)
            && matches!(self.pos(index - 3), Upos::Noun | Upos::Propn | Upos::Pron)
            && self.listed(index).noun;
        if adjective {
            self.set(index - 1, Upos::Verb, VerbForm::Past);
            return;
        }
        let bare = self.pos(index) == Upos::Verb
            && matches!(self.form(index), VerbForm::Present | VerbForm::Base)
            && self.listed(index).noun
            && self.is_any(index - 1, VOICING);
        if bare {
            self.set(index, Upos::Noun, VerbForm::None);
            if index > 1 && matches!(self.pos(index - 2), Upos::Noun | Upos::Propn | Upos::Pron) {
                self.set(index - 1, Upos::Verb, VerbForm::Past);
            }
        }
    }

    /// "is now | promising to double it": what takes an infinitive is no adjective.
    fn repair_progressive(&mut self, index: usize, lexicon: &Lexicon) {
        if self.pos(index) != Upos::Adj || !self.word(index).ends_with("ing") {
            return;
        }
        if !self.is(index + 1, "to") || self.form(index + 2) != VerbForm::Base {
            return;
        }
        let takes = lexicon
            .verbs(self.word(index))
            .any(|(verb, _)| verb.rest.is_empty() && verb.senses.iter().any(|sense| sense.frames.contains(&Frame::To)));
        if takes {
            self.set(index, Upos::Verb, VerbForm::Ing);
        }
    }

    /// "some | criticised Prime Minister Brand": no participle stands between a number of people and a name.
    fn repair_some(&mut self, index: usize, lexicon: &Lexicon) {
        let participle = matches!(self.pos(index), Upos::Verb | Upos::Adj) && self.word(index).ends_with("ed");
        if !participle || !self.is_any(index - 1, &["some", "many", "others", "few", "several"]) {
            return;
        }
        let object = matches!(self.pos(index + 1), Upos::Det | Upos::Propn)
            || self.is_capitalised(index + 1) && matches!(self.pos(index + 1), Upos::Noun | Upos::Adj)
            || self.is_any(index + 1, &["his", "her", "its", "their", "it", "him", "them"]);
        let past = || lexicon.verbs(self.word(index)).any(|(_, inflection)| inflection == Inflection::Past);
        if object && past() {
            self.set(index - 1, Upos::Pron, VerbForm::None);
            self.set(index, Upos::Verb, VerbForm::Past);
        }
    }

    /// "days after the envoy for the coast | promised to double it": a clause behind "after" has a verb.
    /// "The copy, a former official | recalls, was blank": what somebody says of the clause around.
    fn is_inserted_verb(&self, index: usize, lexicon: &Lexicon) -> bool {
        /// How many tokens the subject may have.
        const SUBJECT: usize = 6;
        if !self.is(index + 1, ",") {
            return false;
        }
        let before = index - 1;
        let holder = self.pos(before) == Upos::Propn
            || self.is_any(before, &["itself", "himself", "herself"])
            || self.pos(before) == Upos::Noun
                && matches!(self.listed(before).holder, Some(HolderKind::Person | HolderKind::Group))
                && !is_plural_form(self.word(before));
        if !holder || !self.tells(index, lexicon) {
            return false;
        }
        let near = before.saturating_sub(SUBJECT)..before;
        let comma =
            near.rev().find(|&at| self.pos(at) == Upos::Punct || matches!(self.pos(at), Upos::Verb | Upos::Aux));
        comma.is_some_and(|comma| {
            self.is(comma, ",") && (self.pos(comma + 1) == Upos::Det || self.is_capitalised(comma + 1))
        })
    }

    /// "has put it online every quarter since 2022 and | reports that income rose": a verb as the one before.
    fn is_second_verb(&self, index: usize, lexicon: &Lexicon) -> bool {
        /// How far back the first verb stands.
        const REACH: usize = 25;
        if index < 2 || !self.is(index - 1, "and") || !self.is(index + 1, "that") || !self.tells(index, lexicon) {
            return false;
        }
        let listed = self.pos(index - 2) == Upos::Noun && is_plural_form(self.word(index - 2));
        let first =
            (index.saturating_sub(REACH)..index - 1).rev().find(|&at| matches!(self.pos(at), Upos::Verb | Upos::Aux));
        let singular = |at: usize| {
            self.is_any(at, &["has", "is", "does"])
                || self.word(at).ends_with('s') && self.form(at) == VerbForm::Present
        };
        let group = |at: usize| singular(at) || at > 0 && singular(at - 1);
        !listed && first.is_some_and(group)
    }

    /// "The statement which followed | calls for a truce": behind a relative clause without an object.
    fn is_verb_behind_relative(&self, index: usize, lexicon: &Lexicon) -> bool {
        const OBJECTLESS: &[&str] = &["followed", "resulted", "emerged", "ensued", "arrived", "appeared", "survives"];
        index > 2
            && self.is_any(index - 1, OBJECTLESS)
            && self.is_any(index - 2, &["which", "that", "who"])
            && (matches!(self.pos(index + 1), Upos::Adp | Upos::Det | Upos::Pron) || self.is(index + 1, "that"))
            && lexicon.verbs(self.word(index)).any(|(_, inflection)| inflection == Inflection::ThirdPerson)
    }

    /// Whether a word in -s is a verb by which something is told in a clause.
    fn tells(&self, index: usize, lexicon: &Lexicon) -> bool {
        let takes = |frames: &[Frame]| frames.iter().any(|frame| matches!(frame, Frame::That | Frame::Clause));
        self.word(index).ends_with('s')
            && lexicon.verbs(self.word(index)).any(|(verb, inflection)| {
                inflection == Inflection::ThirdPerson
                    && verb.rest.is_empty()
                    && verb.senses.iter().any(|sense| takes(&sense.frames))
            })
    }

    fn repair_clause_verb(&mut self, index: usize, lexicon: &Lexicon) {
        let participle = self.pos(index) == Upos::Verb && self.form(index) == VerbForm::PastParticiple;
        if !participle || !self.listed(index).verb || !matches!(self.pos(index - 1), Upos::Noun | Upos::Propn) {
            return;
        }
        let opener = |wanted: &[&str]| {
            (index.saturating_sub(LONGEST_SUBJECT)..index)
                .rev()
                .take_while(|&at| !matches!(self.pos(at), Upos::Verb | Upos::Aux | Upos::Punct))
                .find(|&at| self.is_any(at, wanted))
        };
        let to = self.is(index + 1, "to") && self.form(index + 2) == VerbForm::Base;
        let takes = || {
            lexicon.verbs(self.word(index)).any(|(verb, inflection)| {
                let has = |wanted: &Frame| verb.senses.iter().any(|sense| sense.frames.contains(wanted));
                inflection == Inflection::Past
                    && verb.rest.is_empty()
                    && has(&Frame::To)
                    && !has(&Frame::Person(Rest::To))
            })
        };
        let hangs = self.is_any(index + 1, &["for", "on", "against"])
            && lexicon.takes_preposition(self.word(index), self.word(index + 1));
        const OPENERS: &[&str] = &["after", "before", "when", "while", "because", "since"];
        let acts = (to && takes() || hangs) && opener(OPENERS).is_some_and(|opener| opener + 1 < index);
        // "As one diplomat | acknowledged to us, there is": what follows the comma is said.
        let says = || {
            lexicon.verbs(self.word(index)).any(|(verb, inflection)| {
                let takes = |frame: &Frame| matches!(frame, Frame::That | Frame::Clause);
                inflection == Inflection::Past
                    && verb.rest.is_empty()
                    && verb.senses.iter().any(|sense| sense.tier == 1 && sense.frames.iter().any(takes))
            })
        };
        let tells = self.is_told_to(index + 1) && self.is(index + 3, ",") && opener(&["as"]).is_some() && says();
        if acts || tells {
            self.set(index, Upos::Verb, VerbForm::Past);
        }
    }

    /// "posted a tweet | warning that", "joined its neighbours in | warning that": what a text or somebody does, and no noun.
    fn repair_told_that(&mut self, index: usize, lexicon: &Lexicon) {
        if self.pos(index) != Upos::Noun || !self.word(index).ends_with("ing") || !self.is(index + 1, "that") {
            return;
        }
        let before = index - 1;
        let text = self.pos(before) == Upos::Noun && lexicon.is_document(self.word(before));
        let hung = self.is_any(before, &["in", "by", "after", "before", "while", "despite", "into", "from"]);
        // ", with the envoy for the coast | warning that"
        let circumstance = || {
            matches!(self.pos(before), Upos::Noun | Upos::Propn)
                && (index.saturating_sub(LONGEST_SUBJECT)..index)
                    .rev()
                    .take_while(|&at| !matches!(self.pos(at), Upos::Verb | Upos::Aux))
                    .any(|at| self.is(at, "with") && at > 0 && self.is(at - 1, ","))
        };
        let verb = || lexicon.verbs(self.word(index)).any(|(_, inflection)| inflection == Inflection::Ing);
        if (text || hung || circumstance()) && verb() {
            self.set(index, Upos::Verb, VerbForm::Ing);
        }
    }

    /// "| Warning against haste, the council left": no noun that would be the subject of a verb.
    fn repair_opening(&mut self, index: usize, lexicon: &Lexicon) {
        if self.pos(index) != Upos::Noun || !self.word(index).ends_with("ing") {
            return;
        }
        let begins = index == 0
            || self.is_any(index - 1, &[".", "!", "?"])
            || self.is_any(index - 1, &["in", "by", "after"])
                && (index < 2 || self.is_any(index - 2, &[".", "!", "?"]) || self.is_capitalised(index - 1));
        if !begins || !lexicon.verbs(self.word(index)).any(|(_, inflection)| inflection == Inflection::Ing) {
            return;
        }
        let takes = self.is(index + 1, "that") || lexicon.takes_preposition(self.word(index), self.word(index + 1));
        let finite = |at: usize| {
            matches!(self.pos(at), Upos::Verb | Upos::Aux)
                && matches!(self.form(at), VerbForm::Past | VerbForm::Present)
        };
        let Some(comma) = (index + 2..self.len().min(index + LONGEST_OPENING)).find(|&at| self.is(at, ",")) else {
            return;
        };
        let that = self.is(index + 1, "that");
        let verbless = || that || !(index + 1..comma).any(finite);
        let main = || {
            matches!(self.pos(comma + 1), Upos::Det | Upos::Propn | Upos::Pron | Upos::Noun | Upos::Adj | Upos::Num)
                && (comma + 2..comma + 9).any(finite)
        };
        if takes && verbless() && main() {
            self.set(index, Upos::Verb, VerbForm::Ing);
        }
    }

    /// "went so far as to | caution against", "so as to | lobby for": nothing but an infinitive.
    fn repair_purpose(&mut self, index: usize, lexicon: &Lexicon) {
        let noun = matches!(self.pos(index), Upos::Noun | Upos::Adj) && self.is(index - 1, "to") && index > 3;
        if !noun || self.is_capitalised(index) {
            return;
        }
        let purpose = self.is(index - 2, "as") && self.is_any(index - 3, &["far", "so"])
            || self.is(index - 2, "order") && self.is(index - 3, "in");
        let base = || lexicon.verbs(self.word(index)).any(|(_, inflection)| inflection == Inflection::Base);
        if purpose && base() {
            self.set(index - 1, Upos::Part, VerbForm::None);
            self.set(index, Upos::Verb, VerbForm::Base);
        }
    }
}
