//! Holders that have their verb from the one in front: "62 per cent named the government, 22 per cent | the union and 14 per cent
//! | the companies", "Averland insists on a levy, Kestria | on a toll".

use std::ops::Range;

use crate::claims::candidate::Candidate;
use crate::claims::grammar::clause::Around;
use crate::claims::scene::Scene;
use crate::lexicon::HolderKind;
use crate::tagger::Upos;

/// What may stand between the conjunction and a share.
const ABOUT: &[&str] =
    &["and", "but", "while", "only", "just", "another", "a", "further", "about", "some", "nearly", "almost", "around"];

/// Prepositions that may stand again without their verb.
const AGAIN: &[&str] = &["on", "for", "as", "about", "with", "over", "at", "against"];

/// A share behind another, and what it says.
struct Share {
    /// The comma or conjunction in front.
    link: usize,
    source: Range<usize>,
    from: usize,
}

impl Scene<'_> {
    /// The claims of the shares behind the content of `claim`, or within it, where it is cut off; `high` is the end of the sentence.
    pub(crate) fn gapped_shares(&self, claim: &mut Candidate, high: usize) -> Vec<Candidate> {
        let Some(content) = claim.content.last().cloned() else { return Vec::new() };
        let mut shares: Vec<Share> = (content.start..high).filter_map(|link| self.share_at(link, high)).collect();
        if shares.first().is_some_and(|first| first.link > content.end) {
            shares.clear();
        }
        let stop = |from: usize| (from..high).find(|&at| self.words.is_any(at, &[",", ";", "."])).unwrap_or(high);
        let last = shares.last().map(|share| stop(share.from));
        let ends = shares.iter().skip(1).map(|share| share.link).chain(last);
        let told: Vec<Candidate> = shares
            .iter()
            .zip(ends)
            .map(|(share, end)| Candidate {
                source: Some(share.source.clone()),
                antecedent: None,
                gapped: true,
                content: vec![self.tidy(share.from..end)],
                ..claim.clone()
            })
            .filter(|claim| claim.content.iter().all(|content| !content.is_empty()))
            .collect();
        if let (Some(first), Some(last)) = (shares.first(), claim.content.last_mut())
            && !told.is_empty()
        {
            *last = self.tidy(last.start..last.end.min(first.link));
        }
        told
    }

    /// "convinced that it would close, and some | that it was sold", "puts the emphasis on wages, Kestria | on tolls": the one who says
    /// the rest by the same verb, behind the content of `claim` or within it, where it is cut off.
    pub(crate) fn gapped_other(&self, claim: &mut Candidate, high: usize) -> Option<Candidate> {
        let words = &self.words;
        let content = claim.content.last()?.clone();
        let cue_end = claim.cue.as_ref()?.end;
        let clause = words.is(content.start, "that");
        // "something some describe as a gift and others | as a curse"
        let described = words.is(content.start, "as") && claim.content.len() > 1;
        let near = cue_end == content.start && words.is_any(cue_end - 1, AGAIN);
        let marker = if clause || described { content.start } else { Some(cue_end - 1).filter(|_| near)? };
        let opens = |link: &usize| {
            let joined = words.is_any(*link, &[",", ";"]) || described && words.is_any(*link, &["and", "but", "while"]);
            joined && !words.is_any(link + 1, &[",", ";"])
        };
        let (link, start, again) = (content.start + 1..high.min(content.end + 2)).filter(opens).find_map(|link| {
            let start = link + 1 + usize::from(words.is_any(link + 1, &["and", "but", "while"]));
            let again = self.noun_phrase_end(start, high).filter(|&end| words.is(end, words.word(marker)))?;
            Some((link, start, again))
        })?;
        let source = start..again;
        let some = words.is_any(start, &["some", "others", "many", "few", "several"]) && source.len() == 1;
        // "…, a figure that has been repeated": a relative clause.
        let joined = !clause || start > link + 1 && !words.is_any(start, &["a", "an", "the"]);
        let kind = self.holder_kind(&source).is_some_and(|kind| matches!(kind, HolderKind::Person | HolderKind::Group));
        let holds = some || joined && (kind || self.is_named(&source));
        let from = again + usize::from(near && !clause && !described);
        let end = if clause {
            self.content_end(from, Around::default(), high)
        } else {
            self.object_end(again + 1, Around::default(), high)
        };
        let content = self.tidy(from..end);
        let verbless = clause || !self.has_finite(&(again..end)) && self.groups.at(end).is_none();
        if !holds || !verbless || content.is_empty() || words.is_time(again + 1) || self.groups.at(link + 1).is_some() {
            return None;
        }
        let mut fragments = claim.content.clone();
        fragments.pop();
        if let Some(last) = claim.content.last_mut() {
            *last = self.tidy(last.start..last.end.min(link));
        }
        fragments.push(content);
        // The cue is first of all that of the one in front.
        let score = claim.score - 0.01;
        Some(Candidate {
            source: Some(source),
            antecedent: None,
            gapped: true,
            content: fragments,
            addressee: None,
            score,
            ..claim.clone()
        })
    }

    /// The share behind the comma or conjunction at `link`, if no verb of its own follows.
    fn share_at(&self, link: usize, high: usize) -> Option<Share> {
        let words = &self.words;
        if !words.is_any(link, &[",", ";", "and", "while"])
            || words.is_any(link + 1, &["and", "while"]) && words.is(link, "and")
        {
            return None;
        }
        // "…, and 8 per cent": the comma is the link.
        if words.is_any(link, &["and", "while"]) && link > 0 && words.is(link - 1, ",") {
            return None;
        }
        let start = (link + 1..high).find(|&at| !words.is_any(at, ABOUT))?;
        let unit = start + 1;
        let end = if words.is_any(unit, &["%", "percent"]) {
            unit + 1
        } else if words.is(unit, "per") && words.is(unit + 1, "cent") {
            unit + 2
        } else {
            return None;
        };
        let names = matches!(words.pos(end), Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj);
        let stop = (end..high).find(|&at| words.is_any(at, &[",", ";"])).unwrap_or(high);
        let verbless = !self.has_finite(&(end..stop));
        (words.pos(start) == Upos::Num && end < high && names && verbless).then_some(Share {
            link,
            source: start..end,
            from: end,
        })
    }
}
