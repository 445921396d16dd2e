//! Whether a sense of a cue verb can be the one meant.

use rapporteur_core::ClaimForm;

use super::verbs::Cue;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::{How, Subject};
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::lexicon::{Frame, Holder, HolderKind, Rest, Sense};
use crate::tagger::Upos;

/// Attitudes that somebody may have of what is not yet: "would welcome a fund".
const WISHES: &[&str] = &["prefer", "like", "love", "want", "welcome", "favour", "support", "back", "oppose", "resent"];

impl Scene<'_> {
    /// No act of speech at all: "could say", "did not say", "if X says".
    pub(super) fn is_ruled_out(&self, group: &Group, cue: &Cue) -> bool {
        let words = &self.words;
        let start = cue
            .subject
            .as_ref()
            .filter(|subject| subject.how != How::Shared)
            .map_or(cue.tokens.start, |subject| subject.tokens.start);
        let opener = start.checked_sub(1).filter(|&index| index >= cue.bounds.start);
        if opener.is_some_and(|index| words.is_any(index, &["if", "unless", "whether", "lest"])) {
            return true;
        }
        if opener.is_some_and(|opener| self.is_unfounded(opener) || self.is_awaited(opener, group, cue))
            || self.is_on_condition(cue)
            || self.is_wish_to_see(group)
            || self.is_absolute(group, cue)
        {
            return true;
        }
        // "said | warning people would not deter them": the gerund is the subject of what is said.
        let subject_of_said = group.shape == Shape::Ing
            && group.tokens.start > cue.bounds.start
            && self.groups.holding(group.tokens.start - 1).is_some_and(|before| {
                before.shape == Shape::Finite && words.is_any(before.head, &["said", "says", "say"])
            });
        if subject_of_said
            || self.is_gerund_subject(group, cue)
            || self.is_behind_modal(group, cue)
            || self.is_means_of_modal(group, cue)
        {
            return true;
        }
        // "the union, on whose | reporting Kestria depends": a noun.
        if group.shape == Shape::Ing
            && group.tokens.start > cue.bounds.start
            && words.is(group.tokens.start - 1, "whose")
        {
            return true;
        }
        group.shape == Shape::Infinitive && cue.subject.is_none()
    }

    /// "There is little to suggest | that it wishes to", "no sign that it": what is not so.
    fn is_unfounded(&self, opener: usize) -> bool {
        let words = &self.words;
        let before =
            |places: usize, wanted: &[&str]| opener.checked_sub(places).is_some_and(|at| words.is_any(at, wanted));
        let told =
            before(1, &["suggest", "indicate", "show"]) && before(2, &["to"]) && before(3, &["little", "nothing"]);
        let sign = before(1, &["sign", "evidence", "indication", "suggestion"]) && before(2, &["no", "little"]);
        words.is(opener, "that") && (told || sign)
    }

    /// "should keep its word | before it demands more": what may never be. "will not meet | before the bank has decided whether to
    /// pay", "opens as soon | as the army certifies the field": what is not yet.
    fn is_awaited(&self, opener: usize, group: &Group, cue: &Cue) -> bool {
        let words = &self.words;
        let before = words.is_any(opener, &["before", "until"]);
        let soon = words.is(opener, "as") && opener > 0 && words.is(opener - 1, "soon");
        let now = !group.past && !group.negated && group.shape == Shape::Finite;
        let owed = || {
            self.groups.within(cue.bounds.start..opener).any(|(_, main)| {
                main.shape == Shape::Finite && words.is_any(main.tokens.start, &["should", "must", "could", "would"])
            })
        };
        now && (soon || before || words.is(opener, "once")) || before && owed()
    }

    /// "may be exempt, provided | that it has adopted it and committed itself to".
    fn is_on_condition(&self, cue: &Cue) -> bool {
        let words = &self.words;
        let that = cue.subject.as_ref().and_then(|subject| subject.tokens.start.checked_sub(1));
        that.is_some_and(|that| {
            that > cue.bounds.start && words.is(that, "that") && words.is_any(that - 1, &["provided", "providing"])
        })
    }

    /// "would like | to see no exception": what is liked, and no view of its own.
    fn is_wish_to_see(&self, group: &Group) -> bool {
        const WISHING: &[&str] =
            &["like", "want", "wants", "wanted", "love", "prefer", "wish", "wishes", "hope", "hopes"];
        let words = &self.words;
        let wish = group.tokens.start.checked_sub(1).and_then(|at| self.groups.holding(at));
        group.shape == Shape::Infinitive
            && words.is(group.head, "see")
            && wish.is_some_and(|wish| words.is_any(wish.head, WISHING))
    }

    /// "The law, its start | pushed back twice, will": what is told beside of the law.
    fn is_absolute(&self, group: &Group, cue: &Cue) -> bool {
        let words = &self.words;
        let beside = |start: usize| {
            start > cue.bounds.start && words.is(start - 1, ",") && !self.has_finite(&(cue.bounds.start..start))
        };
        group.past
            && group.tokens.len() == 1
            && cue.subject.as_ref().is_some_and(|subject| {
                words.is_possessive_pronoun(subject.tokens.start)
                    && beside(subject.tokens.start)
                    && self.holder_kind(&subject.tokens).is_none()
            })
    }

    /// "should at least | disclose it", "they should fund it, and | resist those who": what somebody should do, and does not.
    fn is_behind_modal(&self, group: &Group, cue: &Cue) -> bool {
        let words = &self.words;
        let bare = group.shape == Shape::Finite
            && group.tokens.len() == 1
            && !group.past
            && !group.modal
            && !words.word(group.head).ends_with('s');
        let Some(subject) = cue.subject.as_ref().filter(|_| bare) else { return false };
        let from = subject.tokens.end.min(group.tokens.start);
        let first = self.groups.within(from..group.tokens.start).find(|(_, first)| first.shape == Shape::Finite);
        first.is_some_and(|(_, first)| {
            words.is_any(first.tokens.start, &["should", "must", "could", "would", "might"])
                && (subject.how == How::Shared || first.tokens.len() == 1)
        })
    }

    /// "could promote it by | offering a levy", "By | backing the plan, it would": what somebody might do, and does not.
    fn is_means_of_modal(&self, group: &Group, cue: &Cue) -> bool {
        let words = &self.words;
        let by = words.is(group.tokens.start.saturating_sub(1), "by");
        let shares = |subject: &&Subject| subject.how == How::Shared || by && subject.how == How::Relative;
        let Some(subject) = cue.subject.as_ref().filter(shares) else { return false };
        if group.shape != Shape::Ing {
            return false;
        }
        let finite = |(_, other): &(usize, &Group)| other.shape == Shape::Finite;
        let comma = || (group.tokens.end..cue.bounds.end).find(|&at| self.words.is(at, ","));
        let mut earlier =
            self.groups.within(subject.tokens.end.min(group.tokens.start)..group.tokens.start).filter(finite);
        // "the objection from some, who fear it, could be met by | offering more": the verb in front of "by".
        let main = if subject.how == How::Relative { earlier.next_back() } else { earlier.next() };
        // "The envoys, having hinted that it would go, | left"
        let main = main.or_else(|| self.groups.within(comma()?..cue.bounds.end).find(finite));
        main.is_some_and(|(_, main)| {
            self.words.is_any(main.tokens.start, &["should", "could", "would", "must", "might"])
        })
    }

    /// "argues that | declaring the system an asset will make it harder": the gerund is the subject of the verb behind.
    fn is_gerund_subject(&self, group: &Group, cue: &Cue) -> bool {
        let words = &self.words;
        let before = group.tokens.start.checked_sub(1).filter(|&before| before >= cue.bounds.start);
        if group.shape != Shape::Ing
            || !before.is_some_and(|before| words.is_any(before, &["that", "because", "whether"]))
        {
            return false;
        }
        let stops =
            |at: &usize| words.is_any(*at, &[",", ";", ":"]) || words.is_relative(*at) || words.pos(*at) == Upos::Sconj;
        let end = (group.tokens.end..cue.bounds.end).find(stops).unwrap_or(cue.bounds.end);
        self.has_finite(&(group.tokens.end..end))
    }

    pub(super) fn sense_fits(&self, sense: &Sense, group: &Group, cue: &Cue, lemma: &str) -> bool {
        let would = self.words.is_any(cue.tokens.start, &["would", "'d"]);
        // "would not accept a rise": what somebody is ready for.
        // "Averland could accept ten days", and not "said that it could", "a bridge it could accept".
        let told = cue.subject.as_ref().is_some_and(|subject| {
            subject.tokens.start > cue.bounds.start && self.words.is(subject.tokens.start - 1, "that")
        });
        let could = self.words.is_any(cue.tokens.start, &["could", "can"])
            && matches!(lemma, "accept" | "agree")
            && !told
            && self.words.is_word(cue.tokens.end);
        let ready = (would && matches!(lemma, "accept" | "tolerate" | "agree" | "settle for") || could)
            && sense.frames.contains(&Frame::Object);
        let wishes = would && sense.tier == 2 && WISHES.contains(&lemma);
        // "did not hide that it had failed": who hides it, says nothing.
        let hides = matches!(lemma, "hide" | "conceal" | "disguise");
        if hides && !group.negated {
            return false;
        }
        // "would have us believe that it is over"
        let would_have_us = would && lemma.starts_with("have ");
        if group.modal && !ready && !wishes && !would_have_us && !self.says_all_the_same(sense, group, cue) {
            return false;
        }
        // "it means to insult them", "it was meant to": what something says or is for.
        let minded = |subject: &Subject| {
            let phrase = subject.antecedent.as_ref().unwrap_or(&subject.tokens);
            let people = matches!(self.holder_kind(phrase), Some(HolderKind::Person | HolderKind::Group));
            self.is_named(phrase) && people
        };
        let present = self.words.is_any(group.head, &["means", "mean"]);
        if lemma == "mean" && !(present && cue.subject.as_ref().is_some_and(minded)) {
            return false;
        }
        // "will treat the ruling as final": what the author foresees.
        if group.future && lemma == "treat" {
            return false;
        }
        // "does not see Averland as an enemy" tells what it sees.
        let judges = sense.form == ClaimForm::Assessment
            && sense.frames.iter().all(|frame| matches!(frame, Frame::Person(Rest::Is | Rest::Prep(_))));
        if group.negated
            && sense.tier == 1
            && !judges
            && !ready
            && !hides
            && !matches!(lemma, "rule out" | "deny" | "dispute" | "recognise")
        {
            return false;
        }
        let Some(subject) = &cue.subject else { return true };
        let minded = || matches!(sense.holder, Holder::Any | Holder::Actor) && self.is_minded(lemma, subject);
        self.holder_fits(sense.holder, subject) || minded()
    }

    /// "would say only that", "I would point out that": a modal with which something is said.
    pub(super) fn says_all_the_same(&self, sense: &Sense, group: &Group, cue: &Cue) -> bool {
        let words = &self.words;
        let only = words.is(cue.tokens.end, "only") || group.tokens.clone().any(|index| words.is(index, "only"));
        let able = words.is_any(group.tokens.start, &["would", "'d", "could", "can"]);
        let mine = cue
            .subject
            .as_ref()
            .is_some_and(|subject| subject.tokens.len() == 1 && words.is_any(subject.tokens.start, &["i", "we"]));
        let spoken = mine
            && words.is_any(group.tokens.start, &["would", "'d", "can", "must"])
            && self.voice_of(group.head) == Voice::Turn;
        let told = spoken && sense.form == ClaimForm::Statement;
        sense.tier == 1 && !group.negated && (only && able || told)
    }

    /// "the ports | want money", "the mills | fear that it is late": what only people do who have a mind is done by the people there.
    fn is_minded(&self, lemma: &str, subject: &Subject) -> bool {
        const MINDS: &[&str] = &[
            "want", "fear", "hope", "believe", "think", "worry", "complain", "doubt", "suspect", "prefer", "resent",
            "insist",
        ];
        let words = &self.words;
        let phrase = &subject.tokens;
        let head = phrase.end.saturating_sub(1);
        let several =
            words.pos(head) == Upos::Noun && words.word(head).ends_with('s') && !words.word(head).ends_with("ss");
        let definite = words.is_any(phrase.start, &["the", "its", "their", "these", "those", "both", "many", "most"]);
        MINDS.contains(&lemma)
            && matches!(subject.how, How::Before | How::Aside)
            && several
            && definite
            && !words.is_time(head)
    }
}
