//! Shares that have their verb from the one in front: "62 per cent named the government, 22 per cent | the union and 14 per cent
//! | the companies".

use std::ops::Range;

use crate::claims::candidate::Candidate;
use crate::claims::scene::Scene;
use crate::tagger::Upos;

/// What may stand between the conjunction and a share.
const ABOUT: &[&str] =
    &["and", "but", "while", "only", "just", "another", "a", "further", "about", "some", "nearly", "almost", "around"];

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
