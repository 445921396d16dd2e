use std::ops::Range;

use rapporteur_core::{ClaimForm, Position};

/// A possible claim, by tokens.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Candidate {
    /// The words that name the claimant.
    pub source: Option<Range<usize>>,
    /// What a relative pronoun as source stands for.
    pub antecedent: Option<Range<usize>>,
    pub cue: Option<Range<usize>>,
    pub lemma: String,
    /// In text order.
    pub content: Vec<Range<usize>>,
    pub form: ClaimForm,
    pub position: Option<Position>,
    pub tier: u8,
    pub hedged: bool,
    pub negated: bool,
    /// The person spoken to.
    pub addressee: Option<Range<usize>>,
    /// The object between cue and content: "accused X | of …".
    pub object: Option<Range<usize>>,
    pub rule: &'static str,
    /// 0 to 1.
    pub score: f32,
    /// Whether its verb is that of the claim in front: "62 per cent named X, 22 per cent | Y".
    pub gapped: bool,
    /// Who speaks, where a label and no word of the sentence says so.
    pub speaker: Option<String>,
}

/// A statement of tier 1 in which nothing is told but what its maker fills in.
impl Default for Candidate {
    fn default() -> Self {
        Self {
            source: None,
            antecedent: None,
            cue: None,
            lemma: String::new(),
            content: Vec::new(),
            form: ClaimForm::Statement,
            position: None,
            tier: 1,
            hedged: false,
            negated: false,
            addressee: None,
            object: None,
            rule: "",
            score: 0.0,
            gapped: false,
            speaker: None,
        }
    }
}

impl Candidate {
    /// First and one past the last token of the content.
    pub fn content_hull(&self) -> Range<usize> {
        let start = self.content.first().map_or(0, |range| range.start);
        let end = self.content.last().map_or(start, |range| range.end);
        start..end
    }

    /// Makes opposition of support and of a wish that are denied: "does not want to wait", "would not accept it".
    pub fn oppose_what_is_unwanted(&mut self) {
        const WISHES: &[&str] =
            &["want", "wish", "like", "care", "accept", "recognise", "recognize", "tolerate", "seek", "desire"];
        let wish = self.form == ClaimForm::Support || WISHES.contains(&self.lemma.as_str());
        if self.negated && wish && self.form != ClaimForm::Opposition {
            self.form = ClaimForm::Opposition;
            self.position = Some(Position::Oppose);
            self.negated = false;
        }
    }

    /// Where it begins in the text, to order claims.
    pub fn start(&self) -> usize {
        let content = self.content.first().map_or(usize::MAX, |range| range.start);
        let cue = self.cue.as_ref().map_or(usize::MAX, |cue| cue.start);
        let source = self.source.as_ref().map_or(usize::MAX, |source| source.start);
        content.min(cue).min(source)
    }
}
