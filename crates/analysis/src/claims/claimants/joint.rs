//! Several claimants in one source: "Averland and Kestria", "critics such as Okello".

use std::collections::BTreeSet;
use std::ops::Range;

use rapporteur_core::{ActorKind, MentionForm, SourceForm};

use super::{DESCRIPTION, Holder, Resolver};
use crate::actors::FoundMention;
use crate::tagger::Upos;

/// How far into a phrase two adjectives of nations are joined.
const LIST: usize = 6;

impl Resolver<'_, '_> {
    /// "critics such as the economist Yara Lind": those who are named.
    pub(crate) fn examples(&self, phrase: &Range<usize>) -> Option<Holder> {
        let words = &self.scene.words;
        // "states of arrival, including Averland and Lomar,"
        // "some members, notably Averland and Lomar,"
        let behind = words.is(phrase.end, ",")
            && (words.is_any(phrase.end + 1, &["including", "such"]) || self.names_some(phrase.end + 1) > 0);
        let close = self.list_close(phrase.end + 2).filter(|_| behind);
        let phrase = phrase.start..close.unwrap_or(phrase.end);
        let from = (phrase.start + 1..phrase.end).find_map(|index| {
            let such = words.is(index, "such") && words.is(index + 1, "as");
            let some = self.names_some(index);
            if some > 0 && words.is(index - 1, ",") {
                return Some(index + some);
            }
            // "pundits like Sorrel Vane"
            let like = words.is(index, "like")
                && words.pos(index - 1) == Upos::Noun
                && words.word(index - 1).ends_with('s')
                && words.token(index + 1).is_some_and(|next| self.scene.actors.starts_at(next.at.start));
            (such || like || words.is(index, "including")).then_some(index + 1 + usize::from(such))
        })?;
        let mut named = self.joint(&(from..phrase.end));
        if named.is_empty() {
            // "the authors of a Lind Centre | report": a name that only says whose.
            let whole = |mention: &&FoundMention| {
                let (first, end) = (words.layer.token_at(mention.at.start), words.layer.token_at(mention.at.end));
                let plain = (from..first).all(|at| words.pos(at) != Upos::Adp);
                close.is_none() || plain && (end >= phrase.end || words.pos(end) == Upos::Adp)
            };
            let one = self.scene.actors.head_mention(words.bytes(&(from..phrase.end))).filter(whole);
            named.extend(one.map(|mention| mention.actor));
        }
        // "the Tidal Council and other bodies, including Averland": the Council as well.
        let first = self.joint(&(phrase.start..from - 1));
        named.splice(0..0, first.into_iter().filter(|actor| self.kind(*actor) != Some(ActorKind::Group)));
        let mut seen = BTreeSet::new();
        named.retain(|actor| seen.insert(*actor));
        // "an Averland-led group including Kestria": Averland as well.
        let leader = self
            .scene
            .actors
            .mentions_in(words.bytes(&(phrase.start..from)))
            .find(|mention| words.text.get(mention.at.end..).is_some_and(|rest| rest.starts_with("-led")));
        if let Some(leader) = leader.filter(|leader| !named.contains(&leader.actor)) {
            named.insert(0, leader.actor);
        }
        let actor = named.first().copied()?;
        Some(Holder { others: named.split_off(1), ..Holder::of(actor, SourceForm::Nominal) })
    }

    /// "Several members, Averland among them, | regard": those whom an aside that ends so names.
    pub(crate) fn named_among_them(&self, phrase: &Range<usize>) -> Option<Holder> {
        let words = &self.scene.words;
        let first = phrase.end + 1;
        let high = self.scene.bounds(phrase.end).end.min(first + DESCRIPTION);
        let plain = |at: &usize| self.scene.groups.at(*at).is_none();
        let among = (first..high)
            .take_while(plain)
            .find(|&at| words.is(at, "among") && words.is(at + 1, "them") && words.is_any(at + 2, &[",", "."]))
            .filter(|_| words.is(phrase.end, ","))?;
        let bytes = words.bytes(&(first..among));
        let mut named = self.joint(&(first..among));
        let last = self.scene.actors.head_mention(bytes).filter(|last| last.at.end == bytes.end)?;
        if named.is_empty() {
            named.push(last.actor);
        }
        let (&actor, others) = named.split_first()?;
        Some(Holder { others: others.to_vec(), ..Holder::of(actor, SourceForm::Nominal) })
    }

    /// How many words at a token say that some of those in front are named: "notably", "among them", "most notably".
    fn names_some(&self, at: usize) -> usize {
        let words = &self.scene.words;
        let most = usize::from(words.is(at, "most"));
        if words.is_any(at + most, &["notably", "particularly", "especially", "namely", "primarily", "chiefly"]) {
            return most + 1;
        }
        2 * usize::from(words.is(at, "among") && words.is(at + 1, "them"))
    }

    /// Where the list ends in front of a comma that closes the aside which it makes up: no comma of its own.
    fn list_close(&self, start: usize) -> Option<usize> {
        let words = &self.scene.words;
        let high = self.scene.bounds(start).end.min(start + 2 * DESCRIPTION);
        let first = (start..high).find(|&at| words.is(at, ","))?;
        // "General Sorrel Vane, | want": one alone.
        let alone = |at: &usize| *at > first && self.scene.groups.at(*at).is_some();
        let verb = (first..high).find(alone).unwrap_or(high);
        let Some(and) = (start..verb).find(|&at| words.is_any(at, &["and", "or"])) else { return Some(first) };
        // "Averland, Kestria, and Lomar, | want": the first comma behind the last member.
        let plain = (first..and)
            .all(|at| words.is(at, ",") || matches!(words.pos(at), Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj));
        let last = (and..high).find(|&at| words.is(at, ",")).filter(|_| plain);
        last.or(Some(first))
    }

    /// "Littoral states, led by Averland, | want": the states and the one that leads them.
    pub(crate) fn led_by(&self, phrase: &Range<usize>) -> Option<Holder> {
        let words = &self.scene.words;
        let (comma, by) = (phrase.end, phrase.end + 2);
        if !words.is(comma, ",") || !words.is_any(comma + 1, &["led", "headed", "spearheaded"]) || !words.is(by, "by") {
            return None;
        }
        let close = (by + 1..by + DESCRIPTION).find(|&at| words.is(at, ","))?;
        let leaders = self.joint(&(by + 1..close));
        let bytes = words.bytes(&(by + 1..close));
        let leader = self.scene.actors.head_mention(bytes).filter(|leader| leader.at.end == bytes.end)?;
        let mut all = if leaders.is_empty() { vec![leader.actor] } else { leaders };
        match self.scene.actors.head_mention(words.bytes(phrase)) {
            Some(led) if self.kind(led.actor) == Some(ActorKind::Group) => all.insert(0, led.actor),
            Some(_) => return None,
            // Those whom it leads have no name.
            None if words.word(self.scene.head_of(phrase)).ends_with('s')
                || words.is_any(self.scene.head_of(phrase), &["group", "bloc", "camp"]) => {}
            None => return None,
        }
        let (&actor, others) = all.split_first()?;
        Some(Holder { others: others.to_vec(), ..Holder::of(actor, SourceForm::Nominal) })
    }

    /// "Averland along | with Kestria"
    fn joins_along(&self, index: usize) -> bool {
        let words = &self.scene.words;
        words.is(index, "with") && index > 0 && words.is_any(index - 1, &["along", "together"])
    }

    /// "his colleagues on the Harbour Board": the group that a member of a list begins with, whatever follows.
    fn group_at_start(&self, start: usize, end: usize) -> Option<&FoundMention> {
        let words = &self.scene.words;
        let base = start..self.scene.noun_phrase_end(start, end)?;
        let close = words.token(base.end.checked_sub(1)?)?.at.end;
        let mention = self.scene.actors.head_mention(words.bytes(&base)).filter(|mention| mention.at.end == close)?;
        let group = self.kind(mention.actor) == Some(ActorKind::Group) && !self.is_part_of_a_body(mention);
        (base.end < end && group).then_some(mention)
    }

    /// "Averlandish and Kestrian officials": people of both without a name, and neither state; only their governments are the
    /// states themselves.
    pub(crate) fn of_both(&self, phrase: &Range<usize>) -> Option<Holder> {
        let words = &self.scene.words;
        let near = phrase.start + 1..phrase.end.min(phrase.start + LIST);
        let and = near.rev().find(|&at| words.is(at, "and"))?;
        let head = self.scene.noun_phrase_end(and + 1, phrase.end)?.checked_sub(1).filter(|&head| head > and + 1)?;
        if words.pos(head) != Upos::Noun || !words.word(head).ends_with('s') {
            return None;
        }
        let modifies = (and + 1..head).all(|at| matches!(words.pos(at), Upos::Adj | Upos::Noun | Upos::Propn));
        let first = self.scene.actors.ending_at(words.token(and - 1)?.at.end)?;
        let adjective = first.form == MentionForm::Adjective
            // "US and Kestrian officials", but "the US and Kestrian officials"
            || self.kind(first.actor) == Some(ActorKind::State)
                && words.raw(and - 1).chars().all(|at| !at.is_lowercase())
                && !(and >= 2 && words.is(and - 2, "the"));
        let second = self.adjective_at(and + 1, head);
        if !modifies || !adjective || second.is_none() {
            return None;
        }
        let nobody = Holder { form: Some(SourceForm::Nominal), ..Holder::default() };
        if !words.is_any(head, &["governments", "administrations", "authorities"]) {
            return Some(nobody);
        }
        let other = second.flatten().filter(|&other| other != first.actor);
        Some(Holder { actor: Some(first.actor), others: other.into_iter().collect(), ..nobody })
    }

    /// The owner in front of a plural, by an adjective: whether there is one, and which state it is.
    fn adjective_at(&self, start: usize, head: usize) -> Option<Option<usize>> {
        let words = &self.scene.words;
        let from = words.token(start)?.at.start;
        let known = self.scene.actors.mentions_in(words.bytes(&(start..head + 1))).filter(|own| own.at.start == from);
        let known: Vec<usize> = known.map(|own| own.actor).collect();
        let region = words.pos(start) == Upos::Adj && words.is_capitalised(start);
        let state = known.iter().find(|&&own| self.kind(own) == Some(ActorKind::State)).copied();
        (!known.is_empty() || region).then_some(state)
    }

    /// "members | of the union", "one of its | diplomats": people without a name, of whom only the words beside tell whose they are.
    pub(crate) fn is_part_of_a_body(&self, people: &FoundMention) -> bool {
        let words = &self.scene.words;
        let own = self.scene.actors.actors.get(people.actor).filter(|own| own.kind == ActorKind::Group);
        let end = words.layer.token_at(people.at.end);
        let members = words.is(end, "of") && words.is(end - 1, "members");
        let owner = words.layer.token_at(people.at.start).checked_sub(1);
        let owned =
            owner.is_some_and(|owner| words.is_any(owner, &["its", "their"]) && words.is_possessive_pronoun(owner));
        own.is_some_and(|own| own.affiliation.is_none()) && (members || owned)
    }

    /// "several members of | the union": some of those who make up a body, and not all.
    fn is_of_some(&self, mention: &FoundMention, start: usize) -> bool {
        let words = &self.scene.words;
        let first = words.layer.token_at(mention.at.start);
        let some = words.is_any(start, &["several", "some", "many", "most", "few", "two", "three", "four"]);
        let members = |at: usize| words.is_any(at, &["members", "states", "governments", "countries"]);
        some && (start + 1..first).any(|at| members(at) && words.is(at + 1, "of"))
    }

    /// All actors of a coordinated phrase.
    pub(crate) fn joint(&self, phrase: &Range<usize>) -> Vec<usize> {
        let words = &self.scene.words;
        if !phrase.clone().any(|index| words.is_any(index, &["and", "nor"]) || self.joins_along(index)) {
            return Vec::new();
        }
        let mut actors = Vec::new();
        let mut start = phrase.start;
        for index in phrase.start..=phrase.end {
            // "Averland, Lomar and Skerries, and Kestria": the "and" of a name joins nobody.
            let named = || words.token(index).is_some_and(|token| self.scene.actors.covers(token.at));
            let along = index < phrase.end && self.joins_along(index);
            if index == phrase.end || along || words.is_any(index, &["and", "nor", ","]) && !named() {
                // "the United Arab Emirates (UAE)"
                let bracket = (start..index).rev().find(|&at| words.is(at, "("));
                let end =
                    bracket.filter(|_| words.is(index.saturating_sub(1), ")")).unwrap_or(index - usize::from(along));
                // "Sorrel Vane at the Lind Institute"
                let at = (start..end).find(|&at| at > start && words.is(at, "at")).unwrap_or(end);
                let part = words.bytes(&(start..at));
                if let Some(mention) = self
                    .group_at_start(start, at)
                    .or_else(|| self.scene.actors.head_mention(part).filter(|mention| mention.at.end == part.end))
                    && !self.belongs_elsewhere(mention, start)
                    && !self.is_of_some(mention, start)
                    && !actors.contains(&mention.actor)
                {
                    actors.push(mention.actor);
                }
                start = index + 1;
            }
        }
        actors
    }
}
