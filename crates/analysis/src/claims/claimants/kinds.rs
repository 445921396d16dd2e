//! Claimants named by what they are: "the company", "the bloc", "the Prime Minister".

use std::ops::Range;

use rapporteur_core::{ActorKind, MentionForm, Sense};

use super::Resolver;
use super::body_nouns::{self, NEVER_PRIVATE, PRIVATE_BODIES, PUBLIC_BODIES, is_bloc_noun, is_company_noun};
use crate::actors::{FoundActor, FoundMention};
use crate::gazetteer::fold;
use crate::tagger::Upos;

/// How many sentences back a body may have been named.
const BODY_SENTENCES: usize = 12;
/// How many sentences back a group may have been named that its bare noun takes up.
const GROUP_SENTENCES: usize = 3;
/// How many sentences back a court may have been named whose judges are meant.
const BENCH_SENTENCES: usize = 3;
/// How many sentences back somebody without a post may be the one who has it.
const HOLDER_SENTENCES: usize = 2;

/// How many tokens back somebody unnamed may be meant.
const UNNAMED_REACH: usize = 80;

/// Posts that one person of a state holds at a time.
const CHIEF_POSTS: &[&str] =
    &["president", "premier", "chancellor", "king", "queen", "pope", "mayor", "governor", "speaker"];

/// What says that another one is meant than the one spoken of.
pub(super) const ANOTHER: &[&str] = &[
    "other",
    "another",
    "second",
    "first",
    "third",
    "rival",
    "new",
    "different",
    "same",
    "smaller",
    "larger",
    "largest",
    "biggest",
    "parent",
    "leading",
    "competing",
    "two",
    "three",
    "next",
    "only",
    "opposing",
    "ruling",
    "opposition",
    "governing",
    "own",
    "entire",
    "whole",
];
/// How many tokens such a phrase may have.
const QUALIFIERS: usize = 5;

impl Resolver<'_, '_> {
    /// "the company", "the bloc", "the commission": the body last named that is one.
    pub(crate) fn by_kind(&self, base: &Range<usize>, head: usize) -> Option<usize> {
        self.last_of_its_kind(base, head).filter(|&body| !self.is_told_apart(head, body))
    }

    /// "the association | of the shipbuilders", "the bureau for fish": words behind the noun that tell of another one than the
    /// body spoken of, unless they name it or its owner.
    fn is_told_apart(&self, head: usize, body: usize) -> bool {
        const REACH: usize = 6;
        let words = &self.scene.words;
        let connected = words.is_any(head + 1, &["of", "for"]) && words.pos(head + 1) == Upos::Adp;
        let start = head + 2;
        let Some(end) = self.scene.noun_phrase_end(start, start + REACH).filter(|_| connected) else { return false };
        let own = self.scene.actors.actors.get(body);
        // "the court of inquiry" where it is called so: its name in small letters.
        let said = words.bytes(&(head..end)).slice(words.text).map(str::to_lowercase).unwrap_or_default();
        if own.is_some_and(|own| own.name.to_lowercase().contains(&said)) {
            return false;
        }
        let owner = own.and_then(|own| own.affiliation.as_deref());
        !self.scene.actors.mentions_in(words.bytes(&(start..end))).any(|mention| {
            let named = self.scene.actors.actors.get(mention.actor).map(|named| named.id.as_str());
            mention.actor == body || named.is_some() && named == owner
        })
    }

    fn last_of_its_kind(&self, base: &Range<usize>, head: usize) -> Option<usize> {
        let words = &self.scene.words;
        if !words.is_any(base.start, &["the", "this", "that"]) {
            return None;
        }
        if head == base.start + 2
            && let Some(last) = self.last_of_kind(words.word(base.start + 1), words.word(head), base.start)
        {
            return Some(last);
        }
        if head > base.start + 1 {
            return self.qualified(base, head);
        }
        if head == base.start + 1 {
            let noun = words.word(head);
            return self
                .last_called(noun, base.start)
                .or_else(|| self.called_later(noun, head))
                .or_else(|| self.group_called(noun, base.start));
        }
        None
    }

    /// "the regional bloc", "the Kestrian company": the body of that kind last named, if words that tell nothing else stand
    /// in front of its noun, or those for the state it is of.
    fn qualified(&self, base: &Range<usize>, head: usize) -> Option<usize> {
        let words = &self.scene.words;
        let noun = words.word(head);
        let kind = is_bloc_noun(noun) || is_company_noun(noun) || noun == "party";
        let between = base.start + 1..head;
        let plain = between.clone().all(|at| {
            matches!(words.pos(at), Upos::Adj | Upos::Noun | Upos::Num | Upos::Verb | Upos::Propn)
                && !ANOTHER.contains(&words.word(at))
        });
        if !kind || !plain || head > base.start + QUALIFIERS {
            return None;
        }
        let owner = self.scene.actors.mentions_in(words.bytes(&between)).last().map(|owner| owner.actor);
        let last = self.last_called(noun, base.start)?;
        let own = self.scene.actors.actors.get(last)?.affiliation.as_deref();
        let of = owner.and_then(|owner| self.scene.actors.actors.get(owner)).map(|owner| owner.id.as_str());
        (of.is_none() || own == of).then_some(last)
    }

    /// "the delegation", "the negotiators": the only ones of that name, with a word for whose they are, that the sentences
    /// before speak of: "a Kestrian delegation".
    fn group_called(&self, noun: &str, token: usize) -> Option<usize> {
        let words = &self.scene.words;
        let before = words.token(token)?.at.start;
        let mut only = None;
        for mention in self.mentions_before(before) {
            if self.sentences_between(mention.at.start, token) > GROUP_SENTENCES {
                break;
            }
            let Some(actor) = self.scene.actors.actors.get(mention.actor) else { continue };
            let called = actor.kind == ActorKind::Group
                && actor.affiliation.is_some()
                && fold(&actor.name).to_lowercase().rsplit(' ').next() == Some(noun);
            if called && only.is_some_and(|only| only != mention.actor) {
                return None;
            }
            only = only.or(called.then_some(mention.actor));
        }
        only
    }

    /// "the verdict": the court's, the only one that the text names.
    pub(crate) fn court_of(&self, paper: &str, token: usize) -> Option<usize> {
        let rules = matches!(paper, "verdict" | "ruling" | "judgment" | "judgement" | "sentence");
        let definite = self.scene.words.is_any(token, &["the", "this", "that"]);
        if !rules || !definite {
            return None;
        }
        let court = |noun: &str| self.last_called(noun, token).or_else(|| self.called_later(noun, token));
        court("court").or_else(|| court("tribunal"))
    }

    /// "the 17 judges of the High Court": the court.
    pub(crate) fn bench_of(&self, phrase: &Range<usize>, head: usize) -> Option<usize> {
        let words = &self.scene.words;
        let judges = words.is_any(head, &["judges", "justices"]) && words.is(phrase.start, "the");
        // "The tribunal ruled. The judges held": those of the court just spoken of.
        if judges && phrase.len() == 2 {
            return self.court_spoken_of(phrase.start);
        }
        let whole = judges && words.is(head + 1, "of");
        let bench =
            self.scene.actors.head_mention(words.bytes(&(head + 2..phrase.end.max(head + 2)))).filter(|_| whole)?;
        let court = self
            .scene
            .actors
            .actors
            .get(bench.actor)
            .filter(|body| is_called(body, "court") || is_called(body, "tribunal"));
        court.map(|_| bench.actor)
    }

    /// The court that the last sentences name, where it is the only one there.
    fn court_spoken_of(&self, token: usize) -> Option<usize> {
        let before = self.scene.words.token(token)?.at.start;
        let mut only = None;
        for mention in self.mentions_before(before) {
            if self.sentences_between(mention.at.start, token) > BENCH_SENTENCES {
                break;
            }
            let body = self.scene.actors.actors.get(mention.actor);
            let court = body.is_some_and(|body| is_called(body, "court") || is_called(body, "tribunal"));
            if court && only.is_some_and(|only| only != mention.actor) {
                return None;
            }
            only = only.or(court.then_some(mention.actor));
        }
        only
    }

    /// "The court ruled … the Constitutional Court": the one public body of that kind in the whole text, though it is named
    /// behind `token`.
    fn called_later(&self, noun: &str, token: usize) -> Option<usize> {
        if !PUBLIC_BODIES.contains(&noun) && noun != "tribunal" || self.unnamed_before(noun, token).is_some() {
            return None;
        }
        let mut called = self.scene.actors.actors.iter().enumerate().filter(|(_, actor)| is_called(actor, noun));
        let (only, _) = called.next()?;
        called.next().is_none().then_some(only)
    }

    /// "a ministry | spokesman", "the company | statement": the body that the noun in front of `head` takes up.
    pub(crate) fn body_in_front(&self, base: &Range<usize>, head: usize) -> Option<usize> {
        let words = &self.scene.words;
        let noun = head.checked_sub(1).filter(|&noun| noun >= base.start && words.pos(noun) == Upos::Noun)?;
        let word = words.word(noun);
        let known = is_company_noun(word) || PRIVATE_BODIES.contains(&word) || PUBLIC_BODIES.contains(&word);
        let plain = noun <= base.start + 1 && words.is_any(base.start, &["a", "an", "the", "one", "another", word]);
        if known && plain { self.last_called(word, base.start) } else { None }
    }

    /// "the militant group", "the news agency": the body of that kind last named in front of `token`.
    fn last_of_kind(&self, kind: &str, noun: &str, token: usize) -> Option<usize> {
        let kinds: &[&str] = match (kind, noun) {
            (
                "militant" | "armed" | "rebel" | "islamist" | "terrorist" | "terror" | "insurgent",
                "group" | "movement" | "organisation" | "organization",
            ) => &["armed group"],
            ("news", "agency" | "outlet" | "organisation" | "organization" | "service" | "site" | "website") => {
                &["news agency", "media", "newspaper", "website", "broadcaster", "magazine"]
            }
            ("think", "tank") => &["think tank"],
            ("central", "bank") => return self.central_bank(token),
            (
                "tech" | "oil" | "energy" | "retail" | "media" | "mining" | "car" | "software" | "defence" | "defense",
                noun,
            ) if is_company_noun(noun) => &["company", "bank"],
            _ => return None,
        };
        let before = self.scene.words.token(token)?.at.start;
        self.mentions_before(before)
            .filter(|mention| {
                mention.sense == Sense::Actor
                    && mention.form != MentionForm::Adjective
                    && self.sentences_between(mention.at.start, token) <= BODY_SENTENCES
            })
            .find(|mention| {
                let actor = self.scene.actors.actors.get(mention.actor);
                actor.and_then(|actor| actor.subkind.as_deref()).is_some_and(|own| kinds.contains(&own))
            })
            .map(|mention| mention.actor)
    }

    /// "the central bank": the one bank of the text that is called after a state or what belongs to it.
    fn central_bank(&self, token: usize) -> Option<usize> {
        const NAMES: &[&str] = &["national bank of ", "central bank of ", "reserve bank of ", "state bank of "];
        let central = |actor: &FoundActor| {
            let name = fold(&actor.name).to_lowercase();
            actor.subkind.as_deref() == Some("central bank")
                || NAMES.iter().any(|start| name.starts_with(start))
                || name.ends_with(" central bank")
                || name.ends_with(" reserve bank")
        };
        let mut banks = self.scene.actors.actors.iter().enumerate().filter(|(_, actor)| central(actor));
        let (only, _) = banks.next()?;
        let before = self.scene.words.token(token)?.at.start;
        let named = self.first_named.get(&only).is_some_and(|&first| first < before);
        (named && banks.next().is_none()).then_some(only)
    }

    /// The body last named in front of `token` that is called by the noun.
    fn last_called(&self, noun: &str, token: usize) -> Option<usize> {
        let words = &self.scene.words;
        let head = token;
        let before = words.token(token)?.at.start;
        let near = |mention: &&FoundMention| {
            mention.sense == Sense::Actor
                && mention.form != MentionForm::Adjective
                && self.sentences_between(mention.at.start, head) <= BODY_SENTENCES
        };
        let unnamed = self.unnamed_before(noun, token);
        let last = |fits: &dyn Fn(&FoundActor) -> bool| {
            let mut fitting = self
                .mentions_before(before)
                .filter(near)
                .filter(|mention| self.scene.actors.actors.get(mention.actor).is_some_and(fits))
                .peekable();
            // "a state firm … the firm": nearer than any with a name.
            fitting.peek().filter(|mention| unnamed.is_none_or(|byte| mention.at.start > byte))?;
            self.most_salient(fitting, head)
        };
        // "the Bank", with a capital, is the Bank of Averland and no other bank.
        if words.is_capitalised(token + 1)
            && let Some(named) = last(&|actor| is_called(actor, noun) && actor.begins_with(noun))
        {
            return Some(named);
        }
        if let Some(named) = last(&|actor| is_called(actor, noun)) {
            return Some(named);
        }
        // "the ministry" of a treasury, "the court" of a tribunal.
        if let Some(found) = last(&|actor| body_nouns::fits(noun, actor)) {
            return Some(found);
        }
        if is_company_noun(noun) {
            return last(&|actor| {
                actor.kind == ActorKind::Organisation && actor.subkind.is_none() && actor.affiliation.is_none()
            });
        }
        if PRIVATE_BODIES.contains(&noun) {
            let private = |actor: &FoundActor| {
                let public = actor.subkind.as_deref().is_some_and(|subkind| NEVER_PRIVATE.contains(&subkind));
                actor.kind == ActorKind::Organisation && !public
            };
            return last(&private);
        }
        None
    }

    /// Where the text speaks of one of the kind it does not name: byte of "firm" of "a state firm" shortly before `token`.
    pub(crate) fn unnamed_before(&self, noun: &str, token: usize) -> Option<usize> {
        let words = &self.scene.words;
        let at = (token.saturating_sub(UNNAMED_REACH)..token).rev().find(|&index| {
            words.is(index, noun)
                && self.scene.noun_phrase_before(index + 1, index.saturating_sub(8)).is_some_and(|phrase| {
                    words.is_any(phrase.start, &["a", "an", "one", "another"])
                        && phrase.end == index + 1
                        && !words.is_any(index + 1, &["called", "named"])
                        && !(words.is(index + 1, ",") && words.is_capitalised(index + 2))
                        && words.pos(index + 1) != Upos::Propn
                })
        })?;
        // "Ostrand Harrow, a mining company", "Ostrand Harrow is a mining company": named after all.
        let phrase = self.scene.noun_phrase_before(at + 1, at.saturating_sub(8))?;
        let apposed = phrase
            .start
            .checked_sub(1)
            .is_some_and(|before| words.is_any(before, &[",", "is", "was", "remains", "became", "becomes"]));
        words.token(at).filter(|_| !apposed).map(|token| token.at.start)
    }

    /// "the Prime Minister" where nobody is said to be one: the only person without a post that the sentences just before name.
    pub(crate) fn by_chief_post(&self, base: &Range<usize>, head: usize) -> Option<usize> {
        let words = &self.scene.words;
        let post = words.word(head);
        let prime = post == "minister" && head > base.start && words.is(head - 1, "prime");
        let new = words.is(base.start + 1, "new");
        let plain = head == base.start + 1 + usize::from(prime) + usize::from(new);
        if !plain || !words.is(base.start, "the") || !(prime || CHIEF_POSTS.contains(&post)) {
            return None;
        }
        let before = words.token(base.start)?.at.start;
        let mut only = None;
        // Who speaks of "the Prime Minister" is not the one.
        let speaks = |actor: usize| self.scene.actors.speakers.values().any(|&speaker| speaker == actor);
        for mention in self.mentions_before(before) {
            if self.sentences_between(mention.at.start, head) > HOLDER_SENTENCES {
                break;
            }
            let Some(actor) = self.scene.actors.actors.get(mention.actor) else { continue };
            let byline = self.scene.zone_at(words.layer.token_at(mention.at.start)).is_none_or(|zone| {
                words.layer.zones.get(zone).is_none_or(|zone| zone.kind == crate::zones::ZoneKind::Byline)
            });
            if actor.kind != ActorKind::Person
                || byline
                || speaks(mention.actor)
                || !actor.roles.iter().all(|role| is_address(&role.title))
            {
                continue;
            }
            if only.is_some_and(|only| only != mention.actor) {
                return None;
            }
            only = Some(mention.actor);
        }
        only
    }
}

/// Whether a title is a form of address and no post.
fn is_address(title: &str) -> bool {
    matches!(
        title.to_lowercase().trim_end_matches('.'),
        "mr" | "mrs" | "ms" | "dr" | "sir" | "dame" | "lord" | "lady" | "prof" | "professor"
    )
}

/// Whether a body's name, or another by which the text calls it, has the noun for what it is: last, first, or before "of".
fn is_called(actor: &FoundActor, noun: &str) -> bool {
    if !matches!(actor.kind, ActorKind::Organisation | ActorKind::Alliance) {
        return false;
    }
    let noun = fold(noun).to_lowercase();
    let called = |name: &String| {
        let name = fold(name).to_lowercase();
        let words: Vec<&str> = name.split([' ', '-']).collect();
        words.last() == Some(&noun.as_str())
            || words.first() == Some(&noun.as_str())
            || words.windows(2).any(|pair| pair == [noun.as_str(), "of"] || pair == [noun.as_str(), "for"])
    };
    // "the Bank" is no other name of a fund.
    called(&actor.name) || actor.aliases.iter().filter(|alias| alias.contains(' ')).any(called)
}
