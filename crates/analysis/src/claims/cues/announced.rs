//! What somebody says in blocks of their own behind a colon: "X wrote:", "The panel recommends:" and a list.

use std::ops::Range;

use rapporteur_core::BlockKind;

use crate::claims::candidate::Candidate;
use crate::claims::scene::Scene;
use crate::tagger::Upos;
use crate::zones::{Zone, ZoneKind};

/// Words an item of a list has at least, so that something is said in it.
const ITEM_WORDS: usize = 3;

impl Scene<'_> {
    /// "X wrote:", "According to X:" in front of a block quotation or a list, where nothing follows the cue in its own paragraph.
    pub(crate) fn announcement(&self, sentence: Range<usize>) -> Option<Candidate> {
        let words = &self.words;
        let last = sentence.end.checked_sub(1)?;
        if !words.is(last, ":") {
            return None;
        }
        let base = Candidate { rule: "block-quotation", score: 0.85, ..Candidate::default() };
        if words.is(sentence.start, "according") && words.is(sentence.start + 1, "to") {
            let source = sentence.start + 2..last;
            let whole = self.long_phrase_end(source.start, last) == Some(last);
            let cue = sentence.start..sentence.start + 2;
            return whole.then(|| Candidate {
                source: Some(source),
                cue: Some(cue),
                lemma: "according to".to_owned(),
                ..base
            });
        }
        let (number, group) = self.groups.within(sentence.clone()).rfind(|(_, group)| self.is_cue_group(group))?;
        let verb =
            self.lexicon.verbs(words.word(group.head)).find(|(verb, _)| verb.rest.is_empty()).map(|(verb, _)| verb)?;
        let sense = verb.senses.first()?;
        let subject = self.subject(number, sentence.start)?;
        Some(Candidate {
            source: Some(subject.tokens),
            antecedent: subject.antecedent,
            cue: Some(group.tokens.clone()),
            lemma: verb.lemma.clone(),
            form: sense.form,
            tier: sense.tier,
            ..base
        })
    }

    /// Items of lists that a colon behind somebody's verb opens, each a claim: "The panel recommends: • that ships carry …".
    pub(crate) fn announced_lists(&self, claims: &mut Vec<Candidate>) {
        let zones = &self.words.layer.zones;
        let item = |zone: &Zone| zone.kind == ZoneKind::Block(BlockKind::ListItem);
        if !zones.iter().any(item) {
            return;
        }
        let mut fresh = Vec::new();
        for (index, pair) in zones.windows(2).enumerate() {
            let [front, first] = pair else { continue };
            if front.kind != ZoneKind::Block(BlockKind::Paragraph) || !item(first) {
                continue;
            }
            let Some(announced) = self.list_announced(index) else { continue };
            // "agreed on | three points": that there are three says nothing.
            let cue = announced.cue.clone().unwrap_or(0..0);
            claims.retain(|claim| claim.cue.as_ref().is_none_or(|own| own.start >= cue.end || own.end <= cue.start));
            for listed in (index + 1..zones.len()).take_while(|&at| zones.get(at).is_some_and(item)) {
                let content = self.item(listed);
                if self.words.count_words(content.clone()) >= ITEM_WORDS {
                    fresh.push(Candidate { content: vec![content], rule: "list-item", ..announced.clone() });
                }
            }
        }
        claims.extend(fresh);
        claims.sort_by_key(|claim| (claim.start(), claim.content_hull().start));
    }

    /// Who opens the list behind a paragraph, by its last sentence; not the authors.
    fn list_announced(&self, zone: usize) -> Option<Candidate> {
        let last = self.zone_tokens(zone).end.checked_sub(1)?;
        let sentence = self.words.layer.sentences.get(self.sentence_at(last)?)?.tokens.clone();
        let announced = self.announcement(sentence)?;
        let source = announced.source.as_ref()?;
        let own = self.words.is_any(source.start, &["we", "i", "our", "my", "this", "it", "here", "there", "what"]);
        let holds = self.holder_kind(source).is_some()
            || self.actors.mentions_in(self.words.bytes(source)).next().is_some()
            || self.words.pos(source.start) == Upos::Pron;
        (!own && holds).then_some(announced)
    }

    /// The words of an item, without what only joins it to the next: "; and".
    fn item(&self, zone: usize) -> Range<usize> {
        let words = &self.words;
        let tokens = self.zone_tokens(zone);
        let joins = |&at: &usize| words.is_any(at, &[";", ",", ".", "and", "or"]);
        let end = tokens.clone().rev().find(|at| !joins(at)).map_or(tokens.end, |last| last + 1);
        tokens.start..end
    }
}
