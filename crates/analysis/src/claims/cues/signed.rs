//! Quotations with a name beside them and no verb: "“…” — Marta Lindqvist", "Marta Lindqvist: “…”".

use std::ops::Range;

use rapporteur_core::ClaimForm;

use crate::claims::candidate::Candidate;
use crate::claims::scene::Scene;
use crate::lexicon::{CueVerb, Frame, Inflection};

/// A name of more tokens is a sentence.
const NAME_TOKENS: usize = 12;
/// A quotation of fewer words is a term.
const WORDS: usize = 3;

impl Scene<'_> {
    /// Adds the signed quotations to `claims`, which are in text order.
    pub(crate) fn signed_quotations(&self, claims: &mut Vec<Candidate>) {
        let words = &self.words;
        let mut owned = vec![false; words.len()];
        for content in claims.iter().flat_map(|claim| &claim.content) {
            if let Some(tokens) = owned.get_mut(content.clone()) {
                tokens.fill(true);
            }
        }
        let free = |tokens: &Range<usize>| !tokens.clone().any(|token| owned.get(token).copied().unwrap_or_default());
        let quotations = words.quotations.all.iter().filter(|quoted| quoted.parent.is_none() && quoted.words >= WORDS);
        let signed: Vec<Candidate> = quotations
            .filter(|quoted| free(&quoted.tokens) && self.may_hold_claims(quoted.tokens.start))
            .filter_map(|quoted| self.name_behind(&quoted.tokens).or_else(|| self.name_in_front(&quoted.tokens)))
            .collect();
        claims.extend(signed);
        claims.sort_by_key(|claim| (claim.start(), claim.content_hull().start));
    }

    fn may_hold_claims(&self, token: usize) -> bool {
        self.zone_at(token).and_then(|zone| self.words.layer.zones.get(zone)).is_some_and(|zone| zone.holds_claims())
    }

    /// "“…” — Name", to the end of the paragraph or in one of its own.
    fn name_behind(&self, quoted: &Range<usize>) -> Option<Candidate> {
        let words = &self.words;
        let dash = quoted.end;
        if !words.is_dash(dash) || dash + 1 >= words.len() {
            return None;
        }
        let zone = self.zone_tokens(self.zone_at(dash)?);
        let name = self.tidy(dash + 1..zone.end);
        let begins = self.zone_tokens(self.zone_at(quoted.start)?).start == quoted.start;
        let short = name.len() <= NAME_TOKENS && self.groups.within(name.clone()).next().is_none();
        let phrase = name.start..self.long_phrase_end(name.start, name.end)?;
        (begins && short && self.is_named(&phrase)).then(|| signed(phrase, dash..dash + 1, "—", quoted.clone()))
    }

    /// "Name: “…”" at the start of a paragraph.
    fn name_in_front(&self, quoted: &Range<usize>) -> Option<Candidate> {
        let words = &self.words;
        let colon = quoted.start.checked_sub(1).filter(|&colon| words.is(colon, ":"))?;
        let zone = self.zone_tokens(self.zone_at(quoted.start)?);
        if let Some(signed) = self.name_behind_verb(quoted, colon).or_else(|| self.name_at_end(quoted, colon)) {
            return Some(signed);
        }
        let name = zone.start..colon;
        let short = !name.is_empty() && name.len() <= NAME_TOKENS && self.groups.within(name.clone()).next().is_none();
        let whole = self.long_phrase_end(name.start, colon) == Some(colon);
        (short && whole && self.is_named(&name)).then(|| signed(name, colon..colon + 1, ":", quoted.clone()))
    }
}

impl Scene<'_> {
    /// "Said Rhoda Pym, a pollster: “…”": the verb at the head of the sentence, which the tagger seldom knows there.
    fn name_behind_verb(&self, quoted: &Range<usize>, colon: usize) -> Option<Candidate> {
        let words = &self.words;
        let at = self.bounds(colon).start;
        let tells =
            |verb: &CueVerb| verb.rest.is_empty() && verb.senses.iter().any(|it| it.frames.contains(&Frame::Quote));
        let (verb, _) = self.lexicon.verbs(words.word(at)).find(|(verb, inflection)| {
            matches!(inflection, Inflection::Past | Inflection::ThirdPerson) && tells(verb)
        })?;
        let name = at + 1..self.long_phrase_end(at + 1, colon)?;
        let described = colon == name.end || words.is(name.end, ",") && colon <= at + NAME_TOKENS;
        (described && self.holder_kind(&name).is_some()).then(|| signed(name, at..at + 1, &verb.lemma, quoted.clone()))
    }

    /// "This does not surprise the pollster Rhoda Pym: “…”": the last words in front of the colon name somebody, and no verb
    /// of speech says otherwise.
    fn name_at_end(&self, quoted: &Range<usize>, colon: usize) -> Option<Candidate> {
        let words = &self.words;
        let bounds = self.bounds(colon);
        let name = self.noun_phrase_before(colon, bounds.start)?;
        let first = name.start > bounds.start;
        let cue = self.groups.within(bounds.start..colon).any(|(_, group)| self.is_cue_group(group));
        let long = words.count_words(quoted.clone()) > WORDS;
        (first && long && !cue && self.is_named(&name) && self.holder_kind(&name).is_some())
            .then(|| signed(name, colon..colon + 1, ":", quoted.clone()))
    }
}

fn signed(source: Range<usize>, cue: Range<usize>, lemma: &str, content: Range<usize>) -> Candidate {
    Candidate {
        source: Some(source),
        cue: Some(cue),
        lemma: lemma.to_owned(),
        content: vec![content],
        form: ClaimForm::Statement,
        tier: 1,
        rule: "signed-quotation",
        score: 0.85,
        ..Candidate::default()
    }
}
