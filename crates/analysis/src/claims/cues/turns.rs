//! Speakers' turns: what is said in one is its speaker's.

use std::ops::Range;

use rapporteur_core::{BlockKind, ClaimForm};

use crate::claims::candidate::Candidate;
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::zones::ZoneKind;

/// What opens a sentence that claims nothing: thanks, requests to the audience, stage business.
const COURTESIES: &[&str] = &[
    "thank", "thanks", "please", "welcome", "good", "hello", "sorry", "yes", "no", "okay", "ok", "well", "right", "hi",
    "sure", "laughter", "applause", "next", "note",
];

impl Scene<'_> {
    /// One claim for each run of statements in each paragraph of a turn.
    pub(crate) fn turn_candidates(&self, found: &mut Vec<Candidate>) {
        let words = &self.words;
        for (index, zone) in words.layer.zones.iter().enumerate() {
            if zone.kind != ZoneKind::Block(BlockKind::SpeakerTurn) {
                continue;
            }
            let Some(speaker) = &zone.speaker else { continue };
            if is_anonymous(speaker) {
                continue;
            }
            let tokens = self.zone_tokens(index);
            let within = self.label(&tokens, speaker);
            let body = within.as_ref().map_or(tokens.start, |label| label.end + 1);
            let label = within.or_else(|| self.label_zone(index));
            let mut run: Option<Range<usize>> = None;
            let first = words.layer.sentences.partition_point(|sentence| sentence.zone < index);
            for sentence in words
                .layer
                .sentences
                .get(first..)
                .unwrap_or_default()
                .iter()
                .take_while(|sentence| sentence.zone == index)
            {
                let at = sentence.tokens.start.max(body)..sentence.tokens.end;
                if self.is_statement(&at) {
                    run = Some(run.map_or(at.start, |run| run.start)..at.end);
                } else if let Some(done) = run.take() {
                    found.push(self.turn(done, label.clone(), speaker));
                }
            }
            if let Some(done) = run {
                found.push(self.turn(done, label.clone(), speaker));
            }
        }
    }

    /// The words of the label that stands before a turn.
    fn label_zone(&self, turn: usize) -> Option<Range<usize>> {
        let before = turn.checked_sub(1)?;
        let zone = self.words.layer.zones.get(before)?;
        let tokens = self.zone_tokens(before);
        (zone.kind == ZoneKind::Label && !tokens.is_empty()).then_some(tokens)
    }

    /// The words in front of the colon that name the speaker, where the paragraph holds them.
    fn label(&self, tokens: &Range<usize>, speaker: &str) -> Option<Range<usize>> {
        let words = &self.words;
        let colon = (tokens.start..tokens.end.min(tokens.start + 12)).find(|&index| words.is(index, ":"))?;
        let label = tokens.start..colon;
        let named = words.bytes(&label).slice(words.text)?;
        (named.contains(speaker) || speaker.contains(named)).then_some(label)
    }

    /// Whether a sentence of a turn states something: no question, courtesy, stage direction or hypothesis.
    fn is_statement(&self, at: &Range<usize>) -> bool {
        let words = &self.words;
        if words.count_words(at.clone()) < 4 || words.is(at.end.saturating_sub(1), "?") {
            return false;
        }
        let first = at.start + usize::from(words.is_any(at.start, &["(", "["]));
        let bracketed = first > at.start && words.is_any(at.end - 1, &[")", "]"]);
        let courtesy = words.is_any(first, COURTESIES) && words.count_words(at.clone()) < 8;
        let finite = self.groups.within(at.clone()).any(|(_, group)| group.shape == Shape::Finite);
        let hypothetical = words.is(first, "if") && self.groups.within(at.clone()).any(|(_, group)| group.modal);
        let request = (at.start..at.end).take(6).any(|index| {
            words.is(index, "i")
                && words.is_any(index + 1, &["would", "'d"])
                && words.is_any(index + 2, &["ask", "like"])
                && words.is_any(index + 3, &["you", "to"])
        });
        finite && !bracketed && !courtesy && !hypothetical && !request
    }

    fn turn(&self, content: Range<usize>, label: Option<Range<usize>>, speaker: &str) -> Candidate {
        Candidate {
            source: label,
            content: vec![content],
            form: ClaimForm::Statement,
            tier: 1,
            rule: "speaker-turn",
            score: 0.8,
            speaker: Some(speaker.to_owned()),
            ..Candidate::default()
        }
    }
}

/// "QUESTION", "Q": nobody is named, so nobody claims.
fn is_anonymous(speaker: &str) -> bool {
    let label = speaker.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    matches!(
        label.as_str(),
        "question" | "q" | "reporter" | "journalist" | "audience" | "unknown" | "speaker" | "inaudible"
    )
}
