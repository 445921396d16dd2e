//! What the author passes on and leaves to somebody else, in an aside with a verb of its own: "If the press is to be believed, the
//! port is sold", "as Averland sees it", "as far as the guild is concerned", "to hear the minister tell it".

use std::ops::Range;

use rapporteur_core::ClaimForm;

use crate::claims::candidate::Candidate;
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
    // "as Averland | sees it"
    Aside {
        opens: &["as"],
        verbs: &[
            "sees", "see", "saw", "tells", "tell", "told", "has", "have", "had", "puts", "put", "frames", "reads",
            "views",
        ],
        closes: &[&["it"]],
        form: ClaimForm::Assessment,
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

impl Scene<'_> {
    /// The claim of whom an aside that begins at `index` names.
    pub(crate) fn passed_on_candidates(&self, index: usize, found: &mut Vec<Candidate>) {
        let words = &self.words;
        if !words.is_any(index, &["if", "as", "so", "to"]) || self.voice_of(index) != Voice::Author {
            return;
        }
        let bounds = self.bounds(index);
        let opens =
            index == bounds.start || !words.is_word(index - 1) || words.is_any(index - 1, &["and", "but", "that"]);
        if !opens {
            return;
        }
        found.extend(ASIDES.iter().find_map(|aside| self.passed_on(aside, index, &bounds)));
    }

    fn passed_on(&self, aside: &Aside, index: usize, bounds: &Range<usize>) -> Option<Candidate> {
        let words = &self.words;
        let all = |at: usize, said: &[&str]| said.iter().enumerate().all(|(offset, word)| words.is(at + offset, word));
        if !all(index, aside.opens) {
            return None;
        }
        let start = index + aside.opens.len();
        let near = start + 1..bounds.end.min(start + LONGEST_SOURCE);
        let (verb, end) = near.into_iter().take_while(|&at| !words.is(at, ",")).find_map(|at| {
            let closing = aside.closes.iter().find(|closing| words.is_any(at, aside.verbs) && all(at + 1, closing))?;
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
}
