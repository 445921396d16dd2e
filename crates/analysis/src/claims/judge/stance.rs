//! Gathers the [`Sign`]s of a claim's position: what the cue says, and what the content's own words judge.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::Range;

use rapporteur_core::{ActorKind, ClaimForm, Position, Quotation};

use super::signs::{Sign, SignKind};
use crate::claims::FoundClaim;
use crate::claims::candidate::Candidate;
use crate::claims::claimants::Resolver;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::scene::Scene;
use crate::lexicon::{HolderKind, JudgementClass, Lean, WordUse};
use crate::tagger::Upos;

/// How many words in front of a judgement a "not" turns it round.
const NEGATION: usize = 4;
/// How far behind its copula a judgement stands.
const COMPLEMENT: usize = 5;
/// Tokens of a content that is no clause.
const SHORT: usize = 6;

/// What is known of a claim beside its candidate.
pub(crate) struct Stated<'k> {
    pub claimant: Option<usize>,
    pub quotation: Quotation,
    /// Contents of the claims that stand within it: what others judge.
    pub within: &'k [Range<usize>],
}

/// What a judging word does in the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// "the plan | is a mistake"
    Is,
    /// "called the plan | a mistake"
    Names,
    /// "we | welcome the plan": what the claimant does or feels.
    Own,
    /// "the plan | undermines growers"
    Does,
    /// "the plan | undermined growers": seldom more than told.
    Did,
    /// "to | undermine growers", where the content begins so.
    Infinitive,
    /// "expressed | disappointment": a content that is no clause.
    Object,
    Else,
}

impl Role {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Is => "is",
            Self::Names => "names",
            Self::Own => "own",
            Self::Does => "does",
            Self::Did => "did",
            Self::Infinitive => "infinitive",
            Self::Object => "object",
            Self::Else => "else",
        }
    }
}

impl Resolver<'_, '_> {
    /// The signs of a claim's position that follow from the claim itself.
    pub(crate) fn signs(&self, claim: &Candidate, stated: &Stated<'_>) -> Vec<Sign> {
        let scene = self.scene;
        let claimant = match stated.claimant.and_then(|actor| self.kind(actor)) {
            None => "nobody",
            Some(ActorKind::Group) => "several",
            Some(_) => "named",
        };
        let mut signs = vec![
            Sign::new(SignKind::Cue, claim.lemma.clone()),
            Sign::new(SignKind::Entry, entry(claim)),
            Sign::new(SignKind::Rule, claim.rule),
            Sign::new(SignKind::Quotation, stated.quotation.as_str()),
            Sign::new(SignKind::Holder, scene.holder_sign(claim)),
            Sign::new(SignKind::Claimant, claimant),
        ];
        // "welcomed the withdrawal": where the cue takes a side, words of what it takes it toward do not; but "threatened a veto".
        let form = taught_form(claim);
        if claim.position.is_none() || matches!(form, ClaimForm::Intention | ClaimForm::Promise) {
            let balance = scene.judgements(claim, stated.within, &mut signs).balance();
            signs.push(Sign::new(SignKind::Balance, balance));
            signs.push(Sign::new(SignKind::BalanceOfForm, [form.as_str(), " ", balance].concat()));
        }
        signs
    }
}

/// "statement", "demand support", "opposition oppose negated"
fn entry(claim: &Candidate) -> String {
    let (space, position) = claim.position.map_or(("", ""), |position| (" ", position.as_str()));
    let negated = if claim.negated { " negated" } else { "" };
    [taught_form(claim).as_str(), space, position, negated].concat()
}

/// The form of a claim as the weights know it: what some verbs say was called otherwise when they were taught, and the signs of
/// their claims are those of then. Weights taught without it agree better with their own corpus and worse with three of the four
/// sets that are held back: `docs/model-card.md` has the figures.
fn taught_form(claim: &Candidate) -> ClaimForm {
    match (claim.lemma.as_str(), claim.form) {
        // "wants a deal"; "wants them to wait" was a demand all along.
        ("want", ClaimForm::Demand) if claim.rule != "cue-person-infinitive" => ClaimForm::Intention,
        ("accept", ClaimForm::Statement) => ClaimForm::Support,
        ("prefer", ClaimForm::Support) | ("indicate" | "signal", ClaimForm::Statement) => ClaimForm::Assessment,
        ("allege", ClaimForm::Accusation) => ClaimForm::Statement,
        (_, form) => form,
    }
}

impl Scene<'_> {
    fn holder_sign(&self, claim: &Candidate) -> &'static str {
        let Some(phrase) = claim.antecedent.as_ref().or(claim.source.as_ref()) else { return "none" };
        let words = &self.words;
        let judgements = self.lexicon.judgements();
        match phrase.clone().find_map(|token| judgements.side(words.word(token))) {
            Some(Lean::Against) => return "against",
            Some(Lean::For) => return "for",
            None => {}
        }
        match words.word(phrase.start) {
            "i" | "we" | "my" | "our" => "first person",
            "you" | "your" => "second person",
            "some" | "many" | "few" | "several" | "others" | "most" | "one" => "some",
            _ => match self.holder_kind(phrase) {
                Some(HolderKind::Person) => "person",
                Some(HolderKind::Group) => "group",
                Some(HolderKind::Document) => "document",
                None => "other",
            },
        }
    }

    /// The signs of the content's words, each once. One pass; what stands `within` is others'.
    fn judgements(&self, claim: &Candidate, within: &[Range<usize>], signs: &mut Vec<Sign>) -> Sides {
        let own = |token: usize| !within.iter().any(|within| within.contains(&token));
        let mut groups = claim.content.iter().flat_map(|content| self.groups.within(content.clone()));
        if let Some((_, group)) = groups.find(|(_, group)| own(group.head)).filter(|(_, group)| self.demands(group)) {
            let at = Some(self.words.bytes(&group.tokens));
            signs.push(Sign { kind: SignKind::Plain, value: "ought".into(), at });
        }
        let naming = self.lexicon.judgements().is_naming(&claim.lemma);
        let mut sides = Sides::default();
        if let Some((side, at)) = self.side_of_answer(claim).or_else(|| self.side_of_the_unseen(claim)) {
            sides.count(side);
            let at = Some(self.words.bytes(&at));
            let judged = [Role::Names.as_str(), " ", side.as_str()].concat();
            signs.push(Sign { kind: SignKind::Judgement, value: judged.into(), at });
            signs.push(Sign { kind: SignKind::Plain, value: ["is ", side.as_str()].concat().into(), at });
            return sides;
        }
        // "does not consider it a failure": what is not thought of it.
        let verb = claim.cue.as_ref().and_then(|cue| self.cue_group(cue));
        let denied = verb.is_some_and(|group| group.negated);
        for content in &claim.content {
            // "agreed to | a delay": what is promised is not judged by its name; but "threatened | a veto".
            let promised = self
                .noun_phrase_end(content.start, content.end)
                .filter(|_| claim.form == ClaimForm::Promise)
                .map(|end| self.head_of(&(content.start..end)));
            let mut next = content.start;
            for token in content.clone().filter(|&token| own(token)) {
                if token < next {
                    continue;
                }
                let Some((class, len)) = self.judges(token, content.end) else { continue };
                next = token + len;
                if promised == Some(token) && !matches!(class.name.as_str(), "for" | "against") {
                    continue;
                }
                let turned = self.is_turned_round(token, content.start) != denied;
                let side = if turned { class.leans.turned() } else { class.leans };
                sides.count(side);
                let role = match self.role(token, content, naming) {
                    // "said | it had been denied access": what was done to the claimant.
                    Role::Own if self.is_suffered(token) && matches!(class.name.as_str(), "for" | "against") => {
                        Role::Did
                    }
                    role => role,
                };
                let plain = match (role, class.name.as_str()) {
                    // "asked whether it was a mistake"
                    _ if claim.form == ClaimForm::Question => false,
                    // "a generous idea": the noun says what it is.
                    (Role::Names, "good") if self.words.pos(token) == Upos::Adj => self.words.pos(next) != Upos::Noun,
                    (Role::Is | Role::Names, "bad" | "good") => true,
                    (Role::Own, "for" | "against" | "like" | "dislike") => true,
                    _ => false,
                };
                let mut put = |kind, value: String| {
                    if !signs.iter().any(|sign| sign.kind == kind && sign.value == value) {
                        let at = Some(self.words.bytes(&(token..next)));
                        signs.push(Sign { kind, value: value.into(), at });
                    }
                };
                put(SignKind::Judgement, [role.as_str(), " ", side.as_str()].concat());
                if plain {
                    let what = if role == Role::Own { "own" } else { "is" };
                    put(SignKind::Plain, [what, " ", side.as_str()].concat());
                }
            }
        }
        sides
    }

    /// "said | “No, your honour”": which side an answer of a few words takes, and the word that tells it.
    fn side_of_answer(&self, claim: &Candidate) -> Option<(Lean, Range<usize>)> {
        let words = &self.words;
        let [content] = claim.content.as_slice() else { return None };
        let word = content.start + 1;
        let alone = content.len() <= SHORT + 2
            && words.is_open_quote(content.start)
            && (words.is_any(word + 1, &[",", ".", "!"]) || word + 2 == content.end);
        let side = match words.word(word) {
            "no" | "never" => Lean::Against,
            "yes" => Lean::For,
            _ => return None,
        };
        alone.then_some((side, word..word + 1))
    }

    /// "sees no | contradiction in this", "sees little | benefit in the deal": on which side somebody is by what he does not see or intend,
    /// and the phrase that tells it. What is bad is well away; of anything else it is said to be missing.
    fn side_of_the_unseen(&self, claim: &Candidate) -> Option<(Lean, Range<usize>)> {
        const NONE: &[&str] = &[" no", " little", " few"];
        // "has no intention of | leaving"
        if taught_form(claim) == ClaimForm::Intention
            && let Some(cue) = claim.cue.as_ref().filter(|cue| cue.len() > 2 && self.words.is(cue.start + 1, "no"))
        {
            return Some((Lean::Against, cue.clone()));
        }
        let content = claim.content.first().filter(|_| NONE.iter().any(|none| claim.lemma.ends_with(none)))?;
        let phrase = content.start..self.noun_phrase_end(content.start, content.end)?;
        let mut judged = phrase.clone().filter_map(|token| self.judges(token, phrase.end));
        let bad = judged.any(|(class, _)| class.leans == Lean::Against);
        Some((if bad { Lean::For } else { Lean::Against }, phrase))
    }

    /// The class of the judging words that begin at `token`, and how many they are.
    fn judges(&self, token: usize, high: usize) -> Option<(&JudgementClass, usize)> {
        let words = &self.words;
        if !words.listed(token).judges {
            return None;
        }
        // "were appalled": what is felt, not done.
        let felt = self.is_suffered(token);
        let word = |place: usize| if token + place < high { words.word(token + place) } else { "" };
        let class = |pos| self.lexicon.judgements().class(used_as(pos), word);
        Some(Upos::Adj).filter(|_| felt).and_then(class).or_else(|| class(words.pos(token)))
    }

    /// Whether a verb is passive.
    fn is_suffered(&self, token: usize) -> bool {
        let group = self.groups.holding(token);
        self.words.pos(token) == Upos::Verb && group.is_some_and(|group| group.passive)
    }

    /// "not", "no", "without" shortly in front.
    fn is_turned_round(&self, token: usize, low: usize) -> bool {
        let words = &self.words;
        for before in (low.max(token.saturating_sub(NEGATION))..token).rev() {
            match words.word(before) {
                "but" | "and" | "that" | "because" => return false,
                "not" | "no" | "n't" | "never" | "without" | "nor" | "neither" | "nobody" | "nothing" | "hardly"
                | "less" | "least" => {
                    return !words.is(before + 1, "only");
                }
                _ if words.pos(before) == Upos::Punct && !words.is_open_quote(before) => return false,
                _ => {}
            }
        }
        false
    }

    fn role(&self, token: usize, content: &Range<usize>, naming: bool) -> Role {
        let words = &self.words;
        let verb = self.groups.at(token);
        let Some(group) = verb.or_else(|| self.linked(token, content.start)).and_then(|at| self.groups.get(at)) else {
            return if naming {
                Role::Names
            } else if content.len() <= SHORT {
                Role::Object
            } else {
                Role::Else
            };
        };
        if group.shape != Shape::Finite {
            return if group.tokens.start <= content.start + 1 { Role::Infinitive } else { Role::Else };
        }
        let subject = (content.start..group.tokens.start).rev().find(|&before| words.pos(before) != Upos::Adv);
        match subject {
            Some(subject) if words.is_any(subject, &["i", "we"]) => Role::Own,
            // "said | she opposed it", "said | that they welcomed it"
            Some(subject)
                if subject <= content.start + 1
                    && words.quotations.around(subject).is_none()
                    && words.is_any(subject, &["he", "she", "it", "they"]) =>
            {
                Role::Own
            }
            _ if verb.is_none() => Role::Is,
            _ if !group.copula && (group.past || words.is_any(group.tokens.start, &["has", "have", "'ve", "had"])) => {
                Role::Did
            }
            _ => Role::Does,
        }
    }

    /// The "is", "remains", "has" that a judgement behind it is linked to.
    fn linked(&self, token: usize, low: usize) -> Option<usize> {
        let words = &self.words;
        let near = (low.max(token.saturating_sub(COMPLEMENT))..token).rev();
        let mut clause = near.take_while(|&before| {
            (words.pos(before) != Upos::Punct || words.is_open_quote(before))
                && !words.is_any(before, &["that", "and", "but", "which", "who", "to", "for", "of", "in"])
        });
        let at = clause.find_map(|before| self.groups.at(before))?;
        self.groups.get(at).filter(|group| group.copula || words.is_any(group.head, LINKING)).map(|_| at)
    }

    /// "the levy | should go", "talks | must resume": not "should have gone", not "we should like", not "must stop".
    fn demands(&self, group: &Group) -> bool {
        let words = &self.words;
        let modal = group.tokens.start;
        let own = modal.checked_sub(1).is_some_and(|before| words.is_any(before, &["i", "we", "nobody", "one"]));
        words.is_any(modal, &["should", "must", "ought"])
            && !group.negated
            && !own
            && !words.is(modal + 1, "have")
            && self.judges(group.head, words.len()).is_none()
    }
}

/// Verbs that link a thing to what it is said to be, beside the copula alone.
const LINKING: &[&str] = &[
    "be", "been", "become", "becomes", "became", "feel", "feels", "felt", "seem", "seems", "seemed", "look", "looks",
    "looked", "prove", "proves", "proved", "remain", "remains", "remained", "have", "has", "had",
];

/// How often each side is taken.
#[derive(Debug, Default, Clone, Copy)]
struct Sides {
    against: usize,
    toward: usize,
}

impl Sides {
    fn of(&mut self, side: Lean) -> &mut usize {
        match side {
            Lean::For => &mut self.toward,
            Lean::Against => &mut self.against,
        }
    }

    fn count(&mut self, side: Lean) {
        *self.of(side) += 1;
    }

    fn balance(self) -> &'static str {
        match self.toward.cmp(&self.against) {
            Ordering::Greater => "for",
            Ordering::Less => "against",
            Ordering::Equal if self.toward == 0 => "none",
            Ordering::Equal => "both",
        }
    }
}

/// Which sides each claimant takes by the entries of the cues alone.
#[derive(Debug, Default)]
pub(crate) struct Elsewhere {
    by_claimant: BTreeMap<usize, Sides>,
    /// By claimant and target.
    by_target: BTreeMap<(usize, usize), Sides>,
}

impl Elsewhere {
    /// Counts a claim whose position is still that of its cue's entry.
    pub fn count(&mut self, claim: &FoundClaim) {
        let (Some(claimant), Some(side)) = (claim.claimant, side(claim.position)) else { return };
        self.by_claimant.entry(claimant).or_default().count(side);
        for &target in &claim.targets {
            self.by_target.entry((claimant, target)).or_default().count(side);
        }
    }

    /// The signs of what the claimant says in other claims.
    pub fn signs(&self, claim: &FoundClaim) -> Vec<Sign> {
        let Some(claimant) = claim.claimant else { return Vec::new() };
        let others = |sides: Option<&Sides>| {
            let mut sides = sides.copied().unwrap_or_default();
            if let Some(side) = side(claim.position) {
                let own = sides.of(side);
                *own = own.saturating_sub(1);
            }
            Some(sides.balance()).filter(|balance| *balance != "none")
        };
        let any = others(self.by_claimant.get(&claimant));
        let same = claim.targets.iter().find_map(|&target| others(self.by_target.get(&(claimant, target))));
        let any = any.map(|balance| Sign::new(SignKind::Elsewhere, balance));
        let same = same.map(|balance| Sign::new(SignKind::Elsewhere, format!("{balance} of the same")));
        any.into_iter().chain(same).collect()
    }
}

fn side(position: Option<Position>) -> Option<Lean> {
    match position? {
        Position::Oppose => Some(Lean::Against),
        Position::Support => Some(Lean::For),
        Position::Neutral => None,
    }
}

/// As what a word of this class may judge.
fn used_as(pos: Upos) -> WordUse {
    match pos {
        Upos::Verb => WordUse::Verb,
        Upos::Noun => WordUse::Noun,
        Upos::Propn => WordUse::Name,
        _ => WordUse::Other,
    }
}
