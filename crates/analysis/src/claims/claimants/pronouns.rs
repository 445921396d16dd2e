//! What pronouns stand for.

use std::ops::Range;

use rapporteur_core::{ActorKind, BlockKind, MentionForm, Sense, SourceForm};

use super::lists::Several;
use super::{Holder, Resolver, VOICES};
use crate::actors::{FoundMention, Gender};
use crate::claims::grammar::groups::Shape;
use crate::tagger::Upos;
use crate::zones::ZoneKind;

/// How many sentences back a pronoun may refer.
const SENTENCES: usize = 6;
/// How well a state must fit to be "they".
const ONE_AS_MANY: f32 = 2.6;

impl Resolver<'_, '_> {
    pub(crate) fn pronoun(&mut self, token: usize, around: Option<usize>) -> Holder {
        let words = &self.scene.words;
        let pronoun = |actor| Holder { actor, form: Some(SourceForm::Pronoun), ..Holder::default() };
        let word = words.word(token);
        // The actor stage may have resolved it.
        if let Some(own) = words.token(token).and_then(|own| self.scene.actors.mentions_in(own.at).next()) {
            return pronoun(Some(own.actor));
        }
        match word {
            "he" | "his" | "him" | "himself" => pronoun(self.somebody(token, Gender::Masculine)),
            "she" | "her" | "herself" => pronoun(self.somebody(token, Gender::Feminine)),
            "it" | "its" | "itself" => {
                let document = self.document_before(token).filter(|_| !self.opens_with_body(token));
                if let Some(document) = document {
                    let head = self.scene.head_of(&document);
                    let held = self.document(&document, head, around);
                    // "The report, parts of which are black, … It faults": the paper’s, though nobody says who made it.
                    let goes_on = self.opens_sentence(token) && self.between(document.start, token) == 1;
                    if held.actor.is_some() || goes_on {
                        return Holder { form: Some(SourceForm::Pronoun), ..held };
                    }
                }
                if let Some(paper) = self.paper_goes_on(token) {
                    return Holder { form: Some(SourceForm::Pronoun), ..paper };
                }
                if self.takes_up_unknown(token, false) {
                    return pronoun(None);
                }
                pronoun(self.antecedent(
                    token,
                    |kind| !matches!(kind, ActorKind::Person | ActorKind::Group | ActorKind::Office),
                    None,
                ))
            }
            "they" | "their" | "them" | "themselves" => {
                if let Some((actor, others)) = self.those_together(token) {
                    return Holder { others, ..pronoun(Some(actor)) };
                }
                if self.takes_up_unknown(token, true) {
                    let taken_up = self.unknown.map(|(start, _)| self.described_from(start));
                    return Holder { taken_up, ..pronoun(None) };
                }
                if let Some((actor, others)) = self.list_taken_up(token) {
                    return Holder { others, ..pronoun(Some(actor)) };
                }
                match self.several_before(token) {
                    Several::Known(actor, others) => return Holder { others, ..pronoun(Some(actor)) },
                    Several::Unknown(start) => {
                        return Holder { taken_up: Some(self.described_from(start)), ..pronoun(None) };
                    }
                    Several::Nobody => {}
                }
                pronoun(self.antecedent(token, |kind| kind != ActorKind::Person, None))
            }
            "both" | "neither" => match self.two_of_them(&(token..token + 1), token) {
                Some((first, second)) => Holder { others: vec![second], ..pronoun(Some(first)) },
                None => pronoun(None),
            },
            // "Spokesperson: I have": not the body that a label of nobody's name stands for.
            "i" | "my" | "me" => {
                pronoun(self.first_person(token, around).filter(|&speaker| {
                    !matches!(self.kind(speaker), Some(ActorKind::Organisation | ActorKind::Alliance))
                }))
            }
            // "we expect": the body a speaker speaks for, where one is known.
            "we" | "our" | "us" => {
                let speaker = self.first_person(token, around);
                let body = speaker
                    .filter(|&speaker| self.kind(speaker) == Some(ActorKind::Person))
                    .and_then(|speaker| self.scene.actors.actors.get(speaker)?.affiliation.as_deref())
                    .and_then(|id| self.scene.actors.actors.iter().position(|actor| actor.id == id));
                pronoun(body.or(speaker))
            }
            _ => pronoun(None),
        }
    }

    /// The phrase that begins at `start`, with all that hangs on it.
    fn described_from(&self, start: usize) -> Range<usize> {
        let high = self.scene.bounds(start).end;
        let mut end = self.scene.long_phrase_end(start, high).unwrap_or(start + 1);
        // "Officials in Kest", "Parties close to the ministry"
        for _ in 0..2 {
            let words = &self.scene.words;
            let near = usize::from(words.is_any(end, &["close", "near"]));
            let hangs = words.pos(end + near) == Upos::Adp;
            let Some(next) = self.scene.long_phrase_end(end + near + 1, high).filter(|_| hangs) else { break };
            end = next;
        }
        start..end
    }

    /// Who says "I": in quotation marks whoever is quoted, else the speaker of the turn.
    fn first_person(&self, token: usize, around: Option<usize>) -> Option<usize> {
        let speaker = self.turn_speaker(token);
        let quoted = self.scene.words.quotations.around(token).is_some();
        if quoted { around.or(speaker) } else { speaker.or(around) }
    }

    fn turn_speaker(&self, token: usize) -> Option<usize> {
        let zone = self.scene.zone_at(token)?;
        let speaker = self.scene.words.layer.zones.get(zone)?.speaker.as_ref()?;
        self.speaker(speaker)
    }

    /// "Averland, for its part, said in | its letter": whether the sentence, so far, is about a body that opens it.
    fn opens_with_body(&self, token: usize) -> bool {
        let words = &self.scene.words;
        let Some(here) = words.token(token).map(|token| token.at.start) else { return false };
        let near = |mention: &&FoundMention| self.sentences_between(mention.at.start, token) == 0;
        self.mentions_before(here).take_while(near).any(|mention| {
            let kind = self.kind(mention.actor);
            let body = matches!(kind, Some(ActorKind::State | ActorKind::Organisation | ActorKind::Alliance));
            let owner = words.is_possessive_mark(words.layer.token_at(mention.at.end));
            body && !owner
                && mention.form != MentionForm::Adjective
                && self.opens_sentence(words.layer.token_at(mention.at.start))
        })
    }

    /// A document that opens this sentence or the one before, nearer than any body.
    fn document_before(&self, token: usize) -> Option<Range<usize>> {
        let end = self.document_subjects.partition_point(|phrase| phrase.start < token);
        let phrase = self.document_subjects.get(end.checked_sub(1)?)?;
        let byte = self.scene.words.token(phrase.start)?.at.start;
        (self.sentences_between(byte, token) <= 1).then(|| self.scene.extend_right(phrase.clone(), token))
    }

    /// The person "he" stands for, else the office just before whose holder nobody names.
    fn somebody(&mut self, token: usize, gender: Gender) -> Option<usize> {
        if let Some(ahead) = self.person_ahead(token, gender) {
            return Some(ahead);
        }
        if let Some(named) = self.named_beside_owner(token, gender).or_else(|| self.office_at_hand(token)) {
            return Some(named);
        }
        let named = self.antecedent(token, |kind| kind == ActorKind::Person, Some(gender));
        named.or_else(|| self.post_at_hand(token, gender)).or_else(|| {
            let here = self.scene.words.token(token)?.at.start;
            let near = self
                .mentions_before(here)
                .take_while(|mention| self.sentences_between(mention.at.start, token) <= 1)
                .find(|mention| self.kind(mention.actor) == Some(ActorKind::Office))?;
            let index = self.scene.words.layer.token_at(near.at.start);
            (self.opens_sentence(index) || self.is_subject(near, index)).then_some(near.actor)
        })
    }

    /// "In its reply to the council it says": the possessive at the start of the sentence, which stands for the same.
    fn possessive_at_start(&self, token: usize) -> usize {
        let words = &self.scene.words;
        let same = match words.word(token) {
            "it" => "its",
            "they" => "their",
            "he" => "his",
            "she" => "her",
            _ => return token,
        };
        let layer = words.layer;
        let Some(sentence) = layer.sentence_of(token).and_then(|sentence| layer.sentences.get(sentence)) else {
            return token;
        };
        let start = sentence.tokens.start;
        (start..(start + 3).min(token))
            .find(|&index| words.is(index, same) && words.is_possessive_pronoun(index))
            .filter(|&index| index == start || words.pos(index - 1) == Upos::Adp)
            .filter(|&index| words.quotations.outermost(index) == words.quotations.outermost(token))
            .unwrap_or(token)
    }

    /// What pronouns tell of the persons whom they can only stand for: the one person, of those whose gender may be right, that
    /// the sentence so far and the one before name.
    pub(crate) fn learn_genders(&mut self) {
        let scene = self.scene;
        let words = &scene.words;
        for token in 0..words.len() {
            let gender = match words.word(token) {
                "he" | "him" | "himself" => Gender::Masculine,
                "she" | "herself" => Gender::Feminine,
                _ => continue,
            };
            if words.quotations.around(token).is_some() {
                continue;
            }
            let Some(here) = words.token(token).map(|token| token.at.start) else { continue };
            let mut only = None;
            let mut sure = true;
            for mention in self.mentions_before(here) {
                if self.sentences_between(mention.at.start, token) > 1 {
                    break;
                }
                let Some(actor) = scene.actors.actors.get(mention.actor) else { continue };
                let opposite = actor.gender.is_some_and(|its| its != gender);
                if actor.kind != ActorKind::Person || opposite {
                    continue;
                }
                let index = words.layer.token_at(mention.at.start);
                sure &= only.is_none_or(|only| only == mention.actor);
                sure &= self.opens_sentence(index) || self.is_subject(mention, index);
                only = Some(mention.actor);
            }
            if let Some(person) = only.filter(|_| sure && !self.unnamed_person_near(token)) {
                self.genders.entry(person).or_insert(gender);
            }
        }
    }

    /// The best antecedent among the mentions before a pronoun.
    fn antecedent(&mut self, token: usize, fits: impl Fn(ActorKind) -> bool, gender: Option<Gender>) -> Option<usize> {
        let token = self.possessive_at_start(token);
        let words = &self.scene.words;
        let here = words.token(token)?.at.start;
        let plural = words.is_any(token, &["they", "their", "them", "themselves"]);
        let quoted = words.quotations.outermost(token);
        let zone = self.scene.zone_at(token);
        let mut best: Option<(f32, usize)> = None;
        let subject = self.subject_of_object(token);
        // Whether nobody else of the sort is named in the same sentence.
        let alone = !self
            .mentions_before(here)
            .take_while(|mention| self.sentences_between(mention.at.start, token) == 0)
            .any(|mention| {
                let index = words.layer.token_at(mention.at.start);
                self.kind(mention.actor).is_some_and(&fits) && words.quotations.outermost(index) == quoted
            });
        for (back, mention) in self.mentions_before(here).enumerate() {
            if subject == Some(mention.actor) {
                continue;
            }
            let Some(actor) = self.scene.actors.actors.get(mention.actor) else { continue };
            let its = actor.gender.or_else(|| self.genders.get(&mention.actor).copied());
            let opposite = matches!((its, gender), (Some(its), Some(wanted)) if its != wanted);
            let index = words.layer.token_at(mention.at.start);
            // "The Sorrelese government …" stands for its state.
            let body = mention.form == MentionForm::Adjective
                && VOICES.contains(&words.word(words.layer.token_at(mention.at.end)));
            if !fits(actor.kind)
                || opposite
                || mention.sense == Sense::Place
                || (mention.form == MentionForm::Adjective && !body)
            {
                continue;
            }
            let distance = self.sentences_between(mention.at.start, token);
            if distance > SENTENCES {
                break;
            }
            if words.layer.zones.get(zone.unwrap_or(0)).is_some()
                && self
                    .scene
                    .zone_at(index)
                    .is_none_or(|there| !words.layer.zones.get(there).is_some_and(|zone| zone.holds_claims()))
            {
                continue;
            }
            let mut score = 3.0 - distance as f32 - 0.02 * back as f32;
            if distance == 0 {
                score -= 0.4;
                // "the Commission has the powers | it asserts"
                if gender.is_none() && !plural && self.is_subject(mention, index) && self.is_relative(token) {
                    score += 1.5;
                }
            }
            if self.previous == Some(mention.actor) {
                score += 0.8;
            }
            let speaks = distance > 0 && alone && self.follows_its_verb(index);
            score +=
                if speaks || self.is_subject(mention, index) || self.is_made_to(mention, index) { 0.7 } else { 0.0 };
            if self.opens_sentence(index) || self.is_apposed_to_opening(mention, index) {
                score += 1.0;
            }
            if words.is_possessive_mark(words.layer.token_at(mention.at.end)) {
                score -= 0.4;
            }
            // "Averland and Kestria": neither alone is "it".
            if gender.is_none() && !plural && self.is_one_of_several(mention, index) {
                score -= 0.8;
            }
            // "he was seen with Brand": whoever "he" is was spoken of before, and is not Brand.
            if gender.is_some_and(|gender| self.stands_behind_pronoun(index, gender)) {
                score -= 0.9;
            }
            if words.quotations.outermost(index) != quoted {
                // Nobody is named in his own words.
                score -= if quoted.is_none() { 1.6 } else { 0.8 };
            }
            if self.in_content.contains(&mention.actor) {
                score -= 1.5;
            }
            // Under a new heading the text begins anew.
            if self.heading_between(index, token) {
                score -= 0.8;
            }
            if plural {
                score += if actor.plural || actor.kind == ActorKind::Group { 0.9 } else { -0.4 };
            }
            if its.is_some() && its == gender {
                score += 0.3;
            }
            if best.is_none_or(|(found, _)| score > found) {
                best = Some((score, mention.actor));
            }
        }
        // "The minister objected. … He said": whoever claimed last, by whatever words.
        let claimed = self.last_claimant(token, plural, gender).filter(|&(_, actor)| {
            self.kind(actor).is_some_and(&fits) && subject != Some(actor) && !self.in_content.contains(&actor)
        });
        if let Some((score, actor)) = claimed
            && best.is_none_or(|(found, _)| score > found)
        {
            best = Some((score, actor));
        }
        let (score, actor) = best?;
        // One state is "it": who "they" are stands elsewhere.
        if plural && score < ONE_AS_MANY && self.kind(actor) == Some(ActorKind::State) {
            return None;
        }
        // Somebody unnamed may be nearer: "The minister’s spokesman rejected this. … he said".
        if gender.is_some() && self.unnamed_person_near(token) && score < 3.6 {
            return None;
        }
        if let Some(gender) = gender {
            self.genders.entry(actor).or_insert(gender);
        }
        Some(actor)
    }

    /// Whether a pronoun is the subject of a relative clause that no word opens: "the powers | it asserts".
    fn is_relative(&self, token: usize) -> bool {
        let words = &self.scene.words;
        words.is(token, "it")
            && token > 0
            && words.pos(token - 1) == Upos::Noun
            && self.scene.groups.at(token + 1).is_some()
    }

    /// How well the claimant of the claim before fits a pronoun, where the words of its source name nobody.
    fn last_claimant(&self, token: usize, plural: bool, gender: Option<Gender>) -> Option<(f32, usize)> {
        let words = &self.scene.words;
        let actor = self.previous?;
        let source = self.previous_at.filter(|&source| source < token)?;
        let own = self.scene.actors.actors.get(actor)?;
        let its = own.gender.or_else(|| self.genders.get(&actor).copied());
        let opposite = matches!((its, gender), (Some(its), Some(wanted)) if its != wanted);
        let several = own.plural || own.kind == ActorKind::Group;
        let distance = self.sentences_between(words.token(source)?.at.start, token);
        let same = words.quotations.outermost(source) == words.quotations.outermost(token);
        let open = self.opens_sentence(source) && self.opens_sentence(token);
        let pronoun = words.pos(source) == Upos::Pron || words.is_possessive_pronoun(source);
        if opposite || !same || !open || pronoun || plural && !several || distance != 1 {
            return None;
        }
        // One sentence back, a subject and the claimant before, at the start of its sentence.
        Some((3.0 - 1.0 + 0.7 + 0.8 + 1.0, actor))
    }

    /// "Brand has accused him": whoever "him" is, it is not Brand.
    fn subject_of_object(&self, token: usize) -> Option<usize> {
        let words = &self.scene.words;
        let here = words.token(token).filter(|_| words.is_any(token, &["him", "them"]))?.at.start;
        let last = self.mentions_before(here).next()?;
        let verbs = words.layer.token_at(last.at.end)..token;
        let all_verbs = verbs.clone().all(|at| matches!(words.pos(at), Upos::Verb | Upos::Aux | Upos::Adv));
        (!verbs.is_empty() && verbs.len() <= 4 && all_verbs).then_some(last.actor)
    }

    /// "The war has pushed | Averland to act": whoever does what the infinitive says.
    fn is_made_to(&self, mention: &FoundMention, index: usize) -> bool {
        let scene = self.scene;
        let end = scene.words.layer.token_at(mention.at.end);
        let first = index - usize::from(index > 0 && scene.words.is_any(index - 1, &["the", "a", "an"]));
        let verb = first.checked_sub(1).and_then(|before| scene.groups.holding(before));
        let then = scene.groups.holding(end);
        verb.is_some_and(|verb| verb.shape == Shape::Finite) && then.is_some_and(|then| then.shape == Shape::Infinitive)
    }

    /// Whether a heading stands between two tokens.
    fn heading_between(&self, first: usize, second: usize) -> bool {
        let zones = &self.scene.words.layer.zones;
        let (Some(from), Some(to)) = (self.scene.zone_at(first), self.scene.zone_at(second)) else { return false };
        let between = zones.get(from..to).unwrap_or_default();
        between.iter().any(|zone| zone.kind == ZoneKind::Block(BlockKind::Heading))
    }

    /// Whether the sentence, outside quotation marks, has a subject pronoun of this gender before `index`.
    fn stands_behind_pronoun(&self, index: usize, gender: Gender) -> bool {
        let words = &self.scene.words;
        let pronoun = match gender {
            Gender::Masculine => "he",
            Gender::Feminine => "she",
        };
        let start = self.scene.bounds(index).start;
        (start..index).any(|at| words.is(at, pronoun))
    }

    /// Whether the sentence before opens with a person nobody names.
    fn unnamed_person_near(&self, token: usize) -> bool {
        let layer = self.scene.words.layer;
        let Some(sentence) = layer.sentence_of(token) else { return false };
        let end = self.unnamed.partition_point(|&(at, _)| at < sentence);
        // "She says: ‘No minister gives that up.’ She believes": nobody of what she says.
        let quotations = &self.scene.words.quotations;
        self.unnamed.get(end.wrapping_sub(1)).is_some_and(|&(at, head)| {
            (at + 1 == sentence || at == sentence) && quotations.outermost(head) == quotations.outermost(token)
        })
    }
}
