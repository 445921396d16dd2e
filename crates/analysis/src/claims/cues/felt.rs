//! "The plans have alarmed Averland": whom something touches holds a view of it.

use super::verbs::Cue;
use crate::claims::candidate::Candidate;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::{How, Subject};
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::lexicon::{CueVerb, Frame, Holder};

impl Scene<'_> {
    /// What touches somebody is the content, and whom it touches the source.
    pub(crate) fn felt(&self, verb: &CueVerb, group: &Group, cue: &Cue, found: &mut Vec<Candidate>) {
        let words = &self.words;
        let Some(sense) = verb.senses.iter().find(|sense| sense.frames.contains(&Frame::Felt)) else { return };
        let told = group.shape == Shape::Finite && !group.passive && !group.modal && !group.negated && !group.future;
        if !told || self.voice_of(cue.tokens.start) == Voice::Quoted {
            return;
        }
        let at = cue.tokens.end;
        let Some(end) = self.long_phrase_end(at, cue.bounds.end).filter(|_| !words.is_personal_pronoun(at)) else {
            return;
        };
        let holder = Subject { tokens: at..end, antecedent: None, how: How::Inverted };
        let Some(subject) = cue.subject.as_ref().filter(|subject| subject.how != How::Shared) else { return };
        // "The minister upset his hosts": what he did, is not told.
        let person =
            subject.how == How::Before && words.is_any(subject.tokens.start, &["he", "she", "they", "we", "i", "it"]);
        let content = subject.antecedent.clone().unwrap_or_else(|| subject.tokens.clone());
        let nobody =
            words.is_any(at, &["nobody", "none", "no", "anyone", "anybody", "everyone", "everybody", "readers"]);
        // "It galls Averland | that the engines are made abroad"
        let told = words.is(subject.tokens.start, "it")
            && subject.tokens.len() == 1
            && words.is(end, "that")
            && self.clause_at(end + 1, cue.bounds.end).is_some();
        let person = person && !told;
        let content = if told { end..self.content_end(end, cue.around, cue.bounds.end) } else { content };
        if person || nobody || !self.holder_fits(Holder::Actor, &holder) {
            return;
        }
        // "What worries Averland is | the prospect of a war"
        let content = if words.is(content.start, "what") {
            let Some((_, main)) = self.group_from(end, cue.bounds.end).filter(|(_, main)| main.copula) else { return };
            main.tokens.end..self.object_end(main.tokens.end, cue.around, cue.bounds.end)
        } else {
            content
        };
        let content = self.tidy(content);
        if words.count_words(content.clone()) == 0 {
            return;
        }
        found.push(Candidate {
            source: Some(at..end),
            cue: Some(cue.tokens.clone()),
            lemma: verb.lemma.clone(),
            content: vec![content],
            form: sense.form,
            position: sense.position,
            tier: sense.tier,
            rule: "felt",
            score: 0.62,
            ..Candidate::default()
        });
    }
}
