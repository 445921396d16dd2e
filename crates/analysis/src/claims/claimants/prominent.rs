//! Mentions that a sentence is about: at its start, as the subject of its verb.

use super::Resolver;
use crate::actors::FoundMention;
use crate::claims::grammar::groups::Shape;
use crate::tagger::Upos;

/// Tokens of the words that lead into a sentence.
const LEAD_IN: usize = 16;

impl Resolver<'_, '_> {
    /// Whether a mention begins a sentence, but for a determiner or title.
    pub(crate) fn opens_sentence(&self, index: usize) -> bool {
        let layer = self.scene.words.layer;
        let start = layer
            .sentence_of(index)
            .and_then(|sentence| layer.sentences.get(sentence))
            .map_or(usize::MAX, |sentence| sentence.tokens.start);
        let opens = |start: usize| {
            // "Brand’s …" is less than a phrase, but opens the sentence all the same.
            index == start
                // "The Global | Fund": an adjective alone is no phrase.
                || index == start + 1 && self.scene.words.is(start, "the")
                || index > start && self.scene.noun_phrase_end(start, index + 1).is_some_and(|end| end > index)
        };
        let joined = self.scene.words.is_any(start, &["but", "and", "yet", "so"]);
        index >= start
            && (opens(start) || joined && opens(start + 1) || self.behind_lead_in(start, index).is_some_and(opens))
    }

    /// Where a sentence begins behind words that only lead into it: "However, | Brand", "On the last day of May, | Brand",
    /// "Echoing the pilots, | Brand", "If she had said so, | Brand".
    fn behind_lead_in(&self, start: usize, index: usize) -> Option<usize> {
        let scene = self.scene;
        let words = &scene.words;
        let comma = (start + 1..index.min(start + LEAD_IN)).find(|&at| words.is(at, ","))?;
        let adverbial = matches!(words.pos(start), Upos::Adv | Upos::Adp) || words.is_any(start, &["yet", "still"]);
        let group = scene.groups.holding(start);
        let participle = group.is_some_and(|group| matches!(group.shape, Shape::Ing | Shape::Participle));
        let finite = scene.groups.within(start..comma).any(|(_, group)| group.shape == Shape::Finite);
        // "If she had said so, | Captain Brand might": the main clause.
        let subordinate = words.is_any(start, &["if", "when", "while", "although", "though", "because", "since"]);
        (subordinate || (adverbial || participle) && !finite).then_some(comma + 1)
    }

    /// "The senior of them, Otis Brand, has climbed": named in apposition to the phrase that begins the sentence.
    pub(crate) fn is_apposed_to_opening(&self, mention: &FoundMention, index: usize) -> bool {
        let scene = self.scene;
        let words = &scene.words;
        let end = words.layer.token_at(mention.at.end);
        let Some(comma) = index.checked_sub(1).filter(|&comma| words.is(comma, ",") && words.is(end, ",")) else {
            return false;
        };
        let bounds = scene.bounds(index);
        scene.long_phrase_end(bounds.start, comma) == Some(comma)
            && scene.group_from(end + 1, bounds.end).is_some_and(|(_, group)| group.shape == Shape::Finite)
    }

    /// Whether a finite verb follows the mention, or an aside and then one.
    pub(crate) fn is_subject(&self, mention: &FoundMention, index: usize) -> bool {
        let scene = self.scene;
        let words = &scene.words;
        let end = words.layer.token_at(mention.at.end);
        let first = index - usize::from(index > 0 && words.is_any(index - 1, &["the", "a", "an"]));
        let high = scene.bounds(index).end;
        // "the head of Brand said": no subject.
        if first > 0 && words.is_any(first - 1, &["of", "by", "with", "from"]) {
            return false;
        }
        scene.group_from(end, high).is_some_and(|(_, group)| group.shape == Shape::Finite)
            || words.is(end, ",") && scene.is_clause_start(index, scene.bounds(index).start)
            // "In 2029 the auditor-general, …"
            || words.is(end, ",") && first < index && self.follows_a_date(first)
    }

    /// "Averland and Kestria": whether "and" joins the mention at `index` to another one.
    pub(crate) fn is_one_of_several(&self, mention: &FoundMention, index: usize) -> bool {
        let words = &self.scene.words;
        let actors = self.scene.actors;
        let end = words.layer.token_at(mention.at.end);
        let starts = |at: usize| words.token(at).is_some_and(|token| actors.starts_at(token.at.start));
        let behind = words.is(end, "and") && (starts(end + 1) || words.is(end + 1, "the") && starts(end + 2));
        let first = index - usize::from(index > 0 && words.is(index - 1, "the"));
        let joint = first.checked_sub(2).filter(|_| words.is(first - 1, "and"));
        behind || joint.and_then(|at| words.token(at)).is_some_and(|token| actors.ending_at(token.at.end).is_some())
    }

    /// ", notes the analyst | Sorrel Vane": a subject behind the verb by which it speaks.
    pub(crate) fn follows_its_verb(&self, index: usize) -> bool {
        let scene = self.scene;
        let words = &scene.words;
        let low = scene.bounds(index).start.max(index.saturating_sub(8));
        let title = |at: usize| matches!(words.pos(at), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn);
        let Some(verb) = (low..index).rev().find(|&at| !title(at)) else { return false };
        let group = scene.groups.holding(verb);
        group.is_some_and(|group| {
            let first = group.tokens.start;
            let behind = first > low && (words.is(first - 1, ",") || words.is_close_quote(first - 1));
            group.shape == Shape::Finite && !group.passive && behind && scene.is_cue_group(group)
        })
    }

    /// "In 2029 | the", "On Monday | the"
    fn follows_a_date(&self, index: usize) -> bool {
        let words = &self.scene.words;
        let start = self.scene.bounds(index).start;
        index == start + 2 && words.pos(start) == Upos::Adp && words.is_time(start + 1)
    }
}
