//! What the author passes on and leaves to somebody else, in an aside with a verb of its own: "If the press is to be believed, the
//! port is sold", "as Averland sees it", "as far as the guild is concerned", "to hear the minister tell it".

use std::ops::Range;

use rapporteur_core::ClaimForm;

use crate::claims::candidate::Candidate;
use crate::claims::grammar::clause::Around;
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;

/// How far behind the first word the verb may stand.
const LONGEST_SOURCE: usize = 14;

/// How an aside ends that begins with certain words: any of the first, then the words of one of these endings.
struct Aside {
    opens: &'static [&'static str],
    verbs: &'static [&'static str],
    closes: &'static [&'static [&'static str]],
    form: ClaimForm,
    hedged: bool,
}

const ASIDES: &[Aside] = &[
    // "if the press | is to be believed"
    Aside {
        opens: &["if"],
        verbs: &["is", "are"],
        closes: &[&["to", "be", "believed"], &["to", "be", "trusted"], &["to", "be", "credited"]],
        form: ClaimForm::Statement,
        hedged: true,
    },
    // "if the figures | are any guide"
    Aside {
        opens: &["if"],
        verbs: &["is", "are"],
        closes: &[&["a", "guide"], &["any", "guide"], &["anything", "to", "go", "by"]],
        form: ClaimForm::Statement,
        hedged: true,
    },
    // "as most traders | would have it"
    Aside { opens: &["as"], verbs: &["would"], closes: &[&["have", "it"]], form: ClaimForm::Assessment, hedged: false },
    // "as Averland | sees it"
    Aside {
        opens: &["as"],
        verbs: &["sees", "see", "saw", "reads", "views"],
        closes: &[&["it"]],
        form: ClaimForm::Assessment,
        hedged: false,
    },
    // "as one trader | put it"
    Aside {
        opens: &["as"],
        verbs: &["tells", "tell", "told", "has", "have", "had", "puts", "put", "frames"],
        closes: &[&["it"]],
        form: ClaimForm::Statement,
        hedged: false,
    },
    // "as any forwarder | will tell you"
    Aside {
        opens: &["as"],
        verbs: &["will", "would"],
        closes: &[&["tell", "you"], &["attest"], &["confirm"], &["testify"]],
        form: ClaimForm::Statement,
        hedged: false,
    },
    // "as far as the guild | is concerned"
    Aside {
        opens: &["as", "far", "as"],
        verbs: &["is", "are", "was", "were"],
        closes: &[&["concerned"]],
        form: ClaimForm::Assessment,
        hedged: false,
    },
    Aside {
        opens: &["so", "far", "as"],
        verbs: &["is", "are", "was", "were"],
        closes: &[&["concerned"]],
        form: ClaimForm::Assessment,
        hedged: false,
    },
    // "to hear the minister | tell it"
    Aside { opens: &["to", "hear"], verbs: &["tell"], closes: &[&["it"]], form: ClaimForm::Statement, hedged: false },
];

/// What somebody thinks, step by step.
const LINES_OF_THOUGHT: &[&str] =
    &["argument", "reasoning", "thinking", "logic", "theory", "complaint", "calculation", "story", "explanation"];

impl Scene<'_> {
    /// The claim of whom an aside that begins at `index` names.
    pub(crate) fn passed_on_candidates(&self, index: usize, found: &mut Vec<Candidate>) {
        let words = &self.words;
        let opens = matches!(words.word(index), "if" | "as" | "so" | "to" | "or" | "the" | "this");
        if !opens || self.voice_of(index) != Voice::Author {
            return;
        }
        let bounds = self.bounds(index);
        let opens =
            index == bounds.start || !words.is_word(index - 1) || words.is_any(index - 1, &["and", "but", "that"]);
        if !opens {
            return;
        }
        let passed = ASIDES.iter().find_map(|aside| self.passed_on(aside, index, &bounds));
        found.extend(passed.or_else(|| self.or_so(index, &bounds)).or_else(|| self.argument_runs(index, &bounds)));
    }

    fn passed_on(&self, aside: &Aside, index: usize, bounds: &Range<usize>) -> Option<Candidate> {
        let words = &self.words;
        if !words.are(index, aside.opens) {
            return None;
        }
        let start = index + aside.opens.len();
        let near = start + 1..bounds.end.min(start + LONGEST_SOURCE);
        let (verb, end) = near.into_iter().take_while(|&at| !words.is(at, ",")).find_map(|at| {
            let closing =
                aside.closes.iter().find(|closing| words.is_any(at, aside.verbs) && words.are(at + 1, closing))?;
            Some((at, at + 1 + closing.len()))
        })?;
        let closed = end >= bounds.end || !words.is_word(end);
        let source = start..verb;
        let whole =
            self.long_phrase_end(start, verb).is_some() || words.is_personal_pronoun(start) && verb == start + 1;
        if !closed || !whole || words.is_any(start, &["i", "we", "you", "one", "it"]) {
            return None;
        }
        let holder = words.is(index, "if") || self.holder_kind(&source).is_some() || self.is_named(&source);
        let content = self.rest_of_sentence(index..end, bounds).filter(|_| holder)?;
        Some(Candidate {
            source: Some(source),
            cue: Some(verb..end),
            lemma: if words.is(end - 1, "believed") { "be believed".to_owned() } else { words.word(verb).to_owned() },
            content,
            form: aside.form,
            tier: 2,
            hedged: aside.hedged,
            rule: "according-to",
            score: 0.85,
            ..Candidate::default()
        })
    }

    /// "…, or so | the planners in Kest assume".
    fn or_so(&self, index: usize, bounds: &Range<usize>) -> Option<Candidate> {
        let words = &self.words;
        if !words.is(index, "or") || !words.is(index + 1, "so") || index < bounds.start + 4 {
            return None;
        }
        let number = self.clause_at(index + 2, bounds.end)?;
        let group = self.groups.get(number)?;
        let end = group.tokens.end + usize::from(words.is_any(group.tokens.end, &["it", "us"]));
        let closed = end >= bounds.end || !words.is_word(end);
        let source = index + 2..group.tokens.start;
        let cue = self.is_cue_group(group) || words.is_any(group.head, &["has", "have", "goes"]);
        let held = self.holder_kind(&source).is_some() || self.is_named(&source);
        // "…, or so | the usual explanation has it"
        let thought = words.is_any(source.end - 1, LINES_OF_THOUGHT);
        if !closed || !cue || group.negated || !held && !thought {
            return None;
        }
        let content = self.rest_of_sentence(index..end, bounds)?;
        let cue = if held { group.tokens.clone() } else { source.end - 1..end };
        Some(Candidate {
            source: Some(source).filter(|_| held),
            cue: Some(cue),
            lemma: words.word(group.head).to_owned(),
            content: content.into_iter().take(1).collect(),
            form: ClaimForm::Statement,
            tier: 1,
            hedged: true,
            rule: "according-to",
            score: 0.85,
            ..Candidate::default()
        })
    }

    /// "…, so | the delegation’s argument runs", "…, the argument goes, …".
    fn argument_runs(&self, index: usize, bounds: &Range<usize>) -> Option<Candidate> {
        let words = &self.words;
        if index < bounds.start + 3 {
            return None;
        }
        let start = index + usize::from(words.is(index, "so"));
        let end = self.noun_phrase_end(start, bounds.end)?;
        let closed = end + 1 >= bounds.end || !words.is_word(end + 1);
        let runs =
            words.is_any(end, &["runs", "goes", "ran", "went"]) && words.is_any(end - 1, LINES_OF_THOUGHT) && closed;
        let owner = (start..end).find(|&at| words.is_possessive_mark(at)).filter(|_| runs);
        // "…, the argument goes, …": whose, is not told.
        let anybody = runs && words.is_any(start, &["the", "this"]) && words.is(index - 1, ",");
        let source = owner.map(|owner| start..owner);
        match &source {
            Some(source) => self.holder_kind(source).map(|_| ())?,
            None => anybody.then_some(())?,
        }
        let content = self.rest_of_sentence(index..end + 1, bounds)?;
        // "A new port, so the reasoning goes, must | …": the sentence goes on behind.
        let goes_on = words.is(end + 1, ",");
        let parts = if goes_on { content.len() } else { 1 };
        // "If it pays, the argument goes, | it will be built"
        let main =
            content.first().filter(|first| goes_on && words.is_any(first.start, &["if", "when", "once"]) && parts == 1);
        let main = main.map(|_| self.tidy(end + 2..self.content_end(end + 2, Around::default(), bounds.end)));
        Some(Candidate {
            source,
            cue: Some(end - 1..end + 1),
            lemma: words.word(end - 1).to_owned(),
            content: content.into_iter().take(parts).chain(main).collect(),
            form: ClaimForm::Statement,
            tier: 2,
            rule: "according-to",
            score: 0.8,
            ..Candidate::default()
        })
    }
}
