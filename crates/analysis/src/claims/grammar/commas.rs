//! Whether a comma ends what is attributed.

use super::clause::Around;
use super::content_walk::{COMMENTS, LONGEST_CLAUSE, NARROWING};
use super::groups::{Group, Shape};
use super::subject::gerunds::OPENERS;
use crate::claims::scene::Scene;
use crate::tagger::{Upos, VerbForm};

/// Participles that open a circumstance of the speech and not a part of it.
const CIRCUMSTANCES: &[&str] = &[
    "speaking",
    "referring",
    "responding",
    "using",
    "drawing",
    "prompting",
    "clearing",
    "paving",
    "fuelling",
    "fueling",
    "dashing",
    "deepening",
    "heightening",
    "escalating",
    "ending",
    "raising",
    "marking",
    "sparking",
    "leaving",
    "pointing",
    "talking",
    "sitting",
    "standing",
    "echoing",
    "appearing",
    "alluding",
    "invoking",
    "joining",
    "echoing",
];

/// Participles that tell what comes of something.
const OUTCOMES: &[&str] = &[
    "prompting",
    "resulting",
    "leading",
    "causing",
    "sparking",
    "triggering",
    "forcing",
    "paving",
    "fuelling",
    "fueling",
    "raising",
    "leaving",
    "making",
    "clearing",
    "dashing",
];

/// Within how many tokens of "which" words in marks are those of the same one.
const QUOTE: usize = 8;

/// Within how many tokens terms tell what would be under them.
const LONGEST_TERM: usize = 10;

impl Scene<'_> {
    pub(super) fn comma_ends(&self, comma: usize, around: Around, high: usize) -> bool {
        let words = &self.words;
        let mut next = comma + 1;
        while next < high && words.pos(next) == Upos::Adv && self.groups.at(next).is_none() && !words.is(next, "there")
        {
            next += 1;
        }
        // "must have it, particularly when blaming others"
        if words.is_any(comma + 1, NARROWING) && words.is_any(comma + 2, &["when", "where", "if", "in", "by", "as"]) {
            return false;
        }
        if self.main_verb_behind_aside(comma, around) {
            return true;
        }
        // "wants to help, yet its boats are far away": the next clause.
        if words.is(comma + 1, "yet") && self.clause_at(comma + 2, high).is_some() {
            return true;
        }
        let word = words.word(next);
        if self.is_main_clause_behind(comma, around, high) {
            return true;
        }
        if self.adjectives_go_on(comma) {
            return false;
        }
        if self.is_shown_beside(comma) || self.asks_anew(comma, high) {
            return true;
        }
        // "sought to use it, and although it failed, it hurt": no infinitive goes on with a clause of its own.
        let granted = &["although", "though", "while", "whereas", "if", "because", "since"];
        if around.infinitive && words.is_any(comma + 1, &["and", "but", "so"]) && words.is_any(comma + 2, granted) {
            return self.clause_at(comma + 3, high).is_some();
        }
        // "voted to reject the offer, the Dockers' Federation said": whose words the sentence is.
        let told = self.group_from(next, high).map(|(_, group)| group).filter(|group| {
            group.shape == Shape::Finite && words.is_any(group.head, &["said", "says", "say", "added", "reported"])
        });
        if told.is_some_and(|group| group.tokens.end >= high || words.is_any(group.tokens.end, &[",", "."])) {
            return true;
        }
        // "half said that they would, | a third said that they would not": the same word of others.
        let other = self.clause_at(next, high).and_then(|group| self.groups.get(group));
        if around.head.is_some_and(|head| {
            other.is_some_and(|group| {
                next == comma + 1
                    && words.word(group.head) == words.word(head)
                    && group.head != head
                    && words.listed(group.head).verb
                    && !words.is_any(next, &["he", "she", "it", "they", "who", "which"])
            })
        }) {
            return true;
        }
        // "accuses it of neglect, lets it be known that he favours a levy, | and keeps the fund": the last of a list of deeds.
        if words.is(comma + 1, "and") && self.is_last_deed(comma + 2, around) {
            return true;
        }
        // "that she had, and I quote, “…”"
        if word == "and" && words.is(next + 1, "i") && words.is(next + 2, "quote") {
            return false;
        }
        // "wanted to raise, however, did not come up": the clause around goes on.
        if around.infinitive && word == "however" && words.is(next + 1, ",") && self.groups.at(next + 2).is_some() {
            return true;
        }
        // "insists it stays committed, however, it has": the next clause.
        if words.is(comma + 1, "however") && words.is(comma + 2, ",") && self.clause_at(comma + 3, high).is_some() {
            return true;
        }
        // "…, in the phrase of its minister": a cue of its own.
        let attributed = self.lexicon.prepositions(word).iter().any(|cue| words.are(next, &cue.words));
        if attributed {
            return true;
        }
        if self.is_remark(comma) {
            return true;
        }
        if let Some(group) = self.groups.holding(next) {
            match group.shape {
                // "that it could anger Averland, | prompting a war": what would come of it.
                Shape::Ing if OUTCOMES.contains(&word) && self.is_supposed(comma, around) => return false,
                Shape::Ing if CIRCUMSTANCES.contains(&word) => return true,
                // "of stealing designs, | resulting in lawsuits": what came of it.
                Shape::Ing if around.gerund && OUTCOMES.contains(&word) => return true,
                Shape::Ing if around.infinitive && self.outcome_follows(next, high) => return true,
                // "a step in widening the port, | promoting trade, and lowering tolls"
                Shape::Ing if self.gerunds_go_on(comma, high) => return false,
                Shape::Ing => {
                    return self.is_cue_group(group)
                        && !words.is_any(
                            group.head,
                            &["including", "running", "going", "allowing", "giving", "holding", "finding", "putting"],
                        );
                }
                Shape::Finite if around.relative || around.fronted => return true,
                // "accuses it of neglecting the port, | keeps his seat, and": the next deed of the one who says so.
                Shape::Finite if next == comma + 1 && self.is_next_deed(group, comma, around) => return true,
                Shape::Finite => return next == comma + 1 && self.is_told_behind(group, high),
                _ => {}
            }
        }
        if let Some(ends) = self.aside_ends(comma, next, around, high) {
            return ends;
        }
        if around.fronted && self.clause_at(next, high).is_some() {
            return true;
        }
        if around.infinitive && self.unjoined_clause(comma, high) {
            return true;
        }
        // "voted to reject the offer, the union said.": who tells it all, at the end of the sentence.
        let teller = self.clause_at(next, high).and_then(|group| self.groups.get(group));
        teller.is_some_and(|group| {
            let ends = group.tokens.end >= high || words.is_any(group.tokens.end, &[".", "!", "?"]);
            ends && words.is_any(group.head, &["said", "says", "say", "reported", "reports", "announced", "added"])
        })
    }

    /// Whether the last verb in front of a comma says what may be: "could", "might".
    fn is_supposed(&self, comma: usize, around: Around) -> bool {
        let from = around.head.map_or(comma.saturating_sub(LONGEST_CLAUSE), |head| head + 1);
        let last = self.groups.within(from..comma).rfind(|(_, group)| group.shape == Shape::Finite);
        last.is_some_and(|(_, group)| group.tokens.clone().any(|at| self.words.is_any(at, &["could", "might", "may"])))
    }

    /// "wants to stay, says | Otis Brand, an analyst": who tells it all, behind the verb and at the end of the sentence.
    fn is_told_behind(&self, group: &Group, high: usize) -> bool {
        const TELLS: &[&str] = &[
            "said",
            "says",
            "argues",
            "argued",
            "warns",
            "warned",
            "explains",
            "explained",
            "notes",
            "noted",
            "adds",
            "added",
            "writes",
            "wrote",
            "believes",
            "insists",
            "insisted",
            "claims",
            "claimed",
            "suggests",
        ];
        let words = &self.words;
        if group.shape != Shape::Finite || !TELLS.contains(&words.word(group.head)) {
            return false;
        }
        let Some(subject) = self.inverted_subject(group, high) else { return false };
        let end = subject.tokens.end;
        // "…, said | an official who was briefed on it"
        let described = words.is_any(end, &["who", "which"]);
        let ends = end >= high || words.pos(end) == Upos::Punct || words.pos(end) == Upos::Adp;
        described || ends && !self.has_finite(&(end..high))
    }

    /// Whether the verb at `index` closes a list in which that of the cue stands behind a comma.
    fn is_last_deed(&self, index: usize, around: Around) -> bool {
        let cue = around.head.and_then(|head| self.groups.holding(head));
        let verb = self.groups.holding(index);
        let (Some(cue), Some(verb)) = (cue, verb) else { return false };
        let listed = cue.tokens.start > 0 && self.words.is(cue.tokens.start - 1, ",");
        let present = |group: &Group| {
            group.shape == Shape::Finite
                && group.tokens.len() == 1
                && !group.past
                && self.words.word(group.head).ends_with('s')
        };
        listed && present(cue) && present(verb)
    }

    /// Whether the verb behind a comma is that of the one who says so, since what is said has none that it could be joined to.
    fn is_next_deed(&self, group: &Group, comma: usize, around: Around) -> bool {
        let Some(head) = around.head.filter(|_| !around.ing) else { return false };
        let singular = |at: usize| self.words.word(at).ends_with('s');
        let agrees = !group.past && !around.past && singular(group.head) == singular(head);
        agrees && group.tokens.len() == 1 && !self.has_finite(&(head + 1..comma))
    }

    /// Whether what is said is a gerund behind "for" or "of" without a verb of its own: "keeping the fund", not "pointed to rising rates".
    fn is_verbless_gerund(&self, comma: usize, around: Around) -> bool {
        around.head.is_some_and(|head| {
            let mut gerunds = (head + 1..comma).filter(|&at| self.words.form(at) == VerbForm::Ing);
            let first = gerunds.next().is_some_and(|at| self.words.is_any(at - 1, &["for", "of"]));
            first && !self.has_finite(&(head + 1..comma))
        })
    }

    /// Whether the clause that is said has its verb in front of a comma.
    fn is_told_in_full(&self, comma: usize, around: Around) -> bool {
        around.head.is_some_and(|head| self.has_finite(&(head + 1..comma)))
    }

    /// "which is poor, | pays": whether a comma closes the relative clause, and a verb goes on behind it.
    fn clause_goes_on_behind(&self, pronoun: usize, high: usize) -> bool {
        let close = (pronoun + 1..high).find(|&at| self.words.is(at, ","));
        close.is_some_and(|close| {
            let next = self.groups.holding(close + 1);
            next.is_some_and(|group| group.shape == Shape::Finite)
        })
    }

    /// "proposed a bargain, | under which it would buy power": what the bargain is.
    pub(super) fn terms_follow(&self, next: usize, high: usize) -> bool {
        let words = &self.words;
        words.is(next, "under")
            && words.is(next + 1, "which")
            && (next + 2..high.min(next + LONGEST_TERM))
                .any(|at| words.is_any(at, &["would", "could", "should", "will", "can", "may"]))
    }

    /// Whether the words behind a comma, from `next` on, open an aside of the author; `None` where they do not tell.
    fn aside_ends(&self, comma: usize, next: usize, around: Around, high: usize) -> Option<bool> {
        let words = &self.words;
        let word = words.word(next);
        let ends = match word {
            // "had been wise, to which Okello retorted that it had": what the author adds.
            _ if words.pos(next) == Upos::Adp
                && words.is_any(next + 1, &["which", "whom"])
                && !self.terms_follow(next, high)
                && !around.beside
                // "“answerable only to itself,” in which one party had a majority"
                && !words.is_close_quote(comma)
                && !words.is_close_quote(comma.saturating_sub(1))
                // "a letter, sent on Friday, in which it"
                && !(comma.saturating_sub(6)..comma)
                    .any(|at| words.is(at, ",") && matches!(words.form(at + 1), VerbForm::PastParticiple | VerbForm::Past)) =>
            {
                true
            }
            // "warned against it, by which time it was late"
            "by" if words.is(next + 1, "which") && words.is(next + 2, "time") => true,
            "hence" | "whence" => true,
            // "gave notice that it would leave, then thought better of it": the next deed of the one who says so.
            "then" => self
                .groups
                .holding(next + 1)
                .is_some_and(|group| group.shape == Shape::Finite && group.past == around.past && !around.infinitive),
            // "is reluctant to go that far, in part because it needs the port": why.
            "in" | "not"
                if words.is_any(next + 1, &["part", "least"])
                    && words.is_any(next + 2, &["because", "since", "given"]) =>
            {
                true
            }
            "because" | "given" | "since" if next > comma + 1 => true,
            // "are wary of being seen there, given what happened": why.
            "given" if around.gerund => true,
            // "favour opening the border, up from 31 percent a year ago": what the author compares.
            "from" if words.is_any(comma + 1, &["up", "down"]) && next == comma + 2 => around.gerund,
            "for" if words.is(next + 1, "fear") => true,
            // "…, with some reports suggesting": a circumstance.
            "with" => {
                let end = self.noun_phrase_end(next + 1, high).unwrap_or(next + 1);
                // "…, with others at best | hoping to"
                let end = if words.is(end, "at") && words.is_any(end + 1, &["best", "least", "most", "worst"]) {
                    end + 2
                } else {
                    end
                };
                let verb = self.group_from(end, high).map(|(_, group)| group);
                // "…, with some being refused": how it is, and not what somebody did.
                verb.is_some_and(|group| {
                    group.shape == Shape::Ing && !words.is_any(group.tokens.start, &["being", "having", "remaining"])
                })
            }
            "according" | "whereupon" | "despite" | "amid" | "notwithstanding" | "following" | "unlike" => true,
            // "to lower the toll, which would ruin the port": no part of what is meant to be done.
            "which" if around.infinitive => true,
            // "argued for keeping the fund, which was the first to be cut"
            "which" if around.gerund && self.is_verbless_gerund(comma, around) => true,
            // "“under control,” which is “a danger to all”": the words of the same one go on.
            "which" if (next + 2..next + QUOTE).any(|at| at < high && words.is_open_quote(at)) => false,
            // "said that the levy is lost, which the port denies": annotators end the content there four times in five, but where
            // its own verb is still to come ("said that the port, which is poor, pays").
            "which" if self.is_told_in_full(comma, around) && !self.clause_goes_on_behind(next, high) => true,
            // "“facilitated convergence,” which is one way of describing it": what the author makes of it.
            "which" if words.is_close_quote(comma.saturating_sub(1)) || words.is_close_quote(comma) => true,
            // "…, which is probably why it refuses": the author's conclusion.
            "which"
                if words.is_any(next + 1, &["is", "was", "may", "might", "explains"])
                    && ((next + 2..next + 5).any(|at| words.is_any(at, &["why", "explain"]))
                        // "…, which is correct as regards the port"
                        || words.is_any(
                            next + 2,
                            &["correct", "true", "right", "wrong", "false", "untrue", "accurate", "inaccurate", "misleading"],
                        )) =>
            {
                true
            }
            // "…, which shows how tired they are": the author's conclusion.
            "which" if words.is_any(next + 1, &["shows", "explains", "says"]) => true,
            "as" if words.is_any(next + 1, &["though", "if"]) => true,
            // "would like to see more, as would Kestria"
            "as" if words.pos(next + 1) == Upos::Aux => true,
            // "hopes to host it, after the port was closed": when it is hoped.
            "after" if around.infinitive => {
                self.clause_at(next + 1, high).and_then(|group| self.groups.get(group)).is_some_and(|group| group.past)
            }
            // "…, hours after the bloc threatened": when it was said.
            _ if words.is_any(next, &["hours", "days", "weeks", "months", "minutes"])
                && words.is_any(next + 1, &["after", "before"]) =>
            {
                true
            }
            // "…, ten years later than its neighbours"
            _ if words.pos(next) == Upos::Num
                && words.is_time(next + 1)
                && words.is_any(next + 2, &["later", "earlier", "before", "after", "ahead"]) =>
            {
                true
            }
            // "…, the second such incident in a month"
            "the"
                if words.is_any(next + 1, &["first", "second", "third", "fourth", "fifth", "latest"])
                    && matches!(words.pos(next + 2), Upos::Noun | Upos::Adj)
                    && !self.list_goes_on(comma, high) =>
            {
                true
            }
            "on" if words.is(next + 1, "the") && words.is_any(next + 2, &["ground", "grounds"]) => true,
            // "…, a concern the ministry is said to share": no member of a list, and so what the author makes of it.
            "a" | "an" if !self.list_goes_on(comma, high) => self.noun_phrase_end(next, high).is_some(),
            "a" | "an" => {
                // "“no longer unthinkable”, a formulation that …": what the author makes of it.
                let quoted = words.is_close_quote(comma.saturating_sub(1)) || words.is_close_quote(comma);
                self.noun_phrase_end(next, high).is_some_and(|end| quoted || COMMENTS.contains(&words.word(end - 1)))
            }
            "as" | "though" | "although" | "while" | "whereas" | "but" | "yet" | "and" | "or" | "so" | "when" => {
                self.joined_ends(next, around, high)
            }
            _ => return None,
        };
        Some(ends)
    }

    /// Whether what a comma and the conjunction at `next` join is a clause or a circumstance of its own.
    fn joined_ends(&self, next: usize, around: Around, high: usize) -> bool {
        let words = &self.words;
        let word = words.word(next);
        let after = self.past_asides(next + 1, high);
        // "wrote that it was late, and then spent his column on the weather": the next deed of the one who says so.
        if word == "and" && words.is(next + 1, "then") {
            let deed = self.group_from(next + 2, high).map(|(_, group)| group);
            return deed.is_none_or(|deed| {
                deed.shape == Shape::Finite && deed.past && around.past && deed.tokens.len() == 1 && !around.infinitive
            });
        }
        // "…, and that is enough": what the author makes of it.
        let pointing = words.is(after + 1, "alone") || self.groups.holding(after + 1).is_some_and(|group| group.copula);
        if words.is(after, "that") && pointing {
            return true;
        }
        if words.is(after, "that") && matches!(word, "and" | "but" | "or") {
            return false;
        }
        // "judged that it was late, and when pressed by the board she left": a sentence of its own.
        if word == "and" && words.is_any(after, &["when", "once"]) && !around.infinitive {
            return true;
        }
        if word == "and" && around.ing && self.others_tell(after, high) {
            return true;
        }
        if let Some((_, group)) = self.group_from(after, high) {
            // "…, while warning that"
            if word == "while" && group.shape == Shape::Ing && self.is_cue_group(group) && !around.beside {
                return true;
            }
            if matches!(word, "and" | "but" | "or") && group.shape == Shape::Finite {
                return self.is_cue_group(group) && (group.past == around.past || words.is(group.tokens.end, "that"))
                    || word == "but" && !self.is_cue_group(group) && around.past == group.past && !group.modal;
            }
            if matches!(word, "and" | "but" | "or") && group.shape == Shape::Ing && around.ing {
                return self.is_cue_group(group);
            }
        }
        let clause = self
            .clause_at(after, high)
            .or_else(|| self.adjunct_end(after, high).and_then(|next| self.clause_at(next, high)));
        if let Some(group) = clause.and_then(|group| self.groups.get(group)) {
            // ", and its unions are sceptical of"
            let attitude = group.copula && words.listed(group.tokens.end).adjective;
            return match word {
                "and" | "or" | "so" | "yet" if attitude => true,
                "while" | "whereas" | "though" | "although" if around.beside => false,
                "but" | "while" | "whereas" => true,
                "though" | "although" => true,
                // "is weighing a ban, as it tries to calm the port": beside the cue, in its tense.
                "as" if around.head.is_some() && group.past == around.past => true,
                // "reluctant to accept it, as they feel that"
                "as" if words.is_personal_pronoun(after) && self.is_cue_group(group) => true,
                // "…, as X said"; not "…, as X continues to starve them".
                "as" => {
                    self.is_cue_group(group) && (group.tokens.end >= high || words.pos(group.tokens.end) == Upos::Punct)
                }
                "when" => false,
                // "promised to hold hearings, and the Treasury believes": no infinitive has a subject of its own.
                "and" | "or" | "so" | "yet" if around.infinitive => true,
                "and" | "or" | "so" if around.beside => false,
                "and" => true,
                _ => self.is_cue_group(group) && !group.modal,
            };
        }
        false
    }

    /// "with Kest announcing a ban, and | Okello calling it late": what others say or do besides.
    pub(super) fn others_tell(&self, next: usize, high: usize) -> bool {
        let verb = self.noun_phrase_end(next, high).and_then(|end| self.groups.at(end));
        verb.and_then(|at| self.groups.get(at))
            .is_some_and(|group| group.shape == Shape::Ing && self.is_cue_group(group))
    }

    /// "The union, stressing that nothing had failed, | cautioned", ", while noting that it was late, | warned": the verb of
    /// those the aside describes.
    fn main_verb_behind_aside(&self, comma: usize, around: Around) -> bool {
        let words = &self.words;
        let opens = |head: usize| {
            let first = head.saturating_sub(usize::from(words.is_any(head.saturating_sub(1), OPENERS)));
            first > 0 && words.is(first - 1, ",") && !(head..comma).any(|at| words.is(at, ","))
        };
        let verb = self.groups.holding(comma + 1);
        around.ing
            && around.head.is_some_and(opens)
            && verb.is_some_and(|group| group.shape == Shape::Finite && group.tokens.start == comma + 1)
    }

    /// "As Kestria seeks to widen its ports, | digging the new canal is a goal": behind the last comma the main clause.
    fn is_main_clause_behind(&self, comma: usize, around: Around, high: usize) -> bool {
        let words = &self.words;
        around.fronted
            && !words.is_any(comma + 1, &["and", "or", "but", "which", "who", "whose"])
            && !(comma + 1..high.min(comma + LONGEST_CLAUSE)).any(|at| words.is(at, ","))
            && self.clause_at(comma + 1, high).is_some()
    }

    /// "a cap at 220 crowns, as proposed by the Commission", "its resolve, as reflected in the note", ", seen in its note": where
    /// it can be seen or who says so as well.
    pub(super) fn is_shown_beside(&self, comma: usize) -> bool {
        let words = &self.words;
        let at = comma + 1 + usize::from(words.is(comma + 1, "as"));
        let proposed = at > comma + 1 && words.form(at) == VerbForm::PastParticiple && words.is(at + 1, "by");
        let seen = [
            "seen",
            "reflected",
            "evidenced",
            "evident",
            "visible",
            "shown",
            "demonstrated",
            "illustrated",
            "attested",
        ];
        proposed || words.is_any(at, &seen) && words.is_any(at + 1, &["in", "by"])
    }

    /// "If Kest is unwilling to stop, why would it start?": the question that follows.
    fn asks_anew(&self, comma: usize, high: usize) -> bool {
        let words = &self.words;
        words.is_any(comma + 1, &["why", "how", "what", "who", "where", "when"])
            && words.pos(comma + 2) == Upos::Aux
            && (words.is(high, "?") || words.is(high.saturating_sub(1), "?"))
    }

    /// "that the picture is blurring, | and we are moving": one voice that speaks of itself.
    pub(super) fn we_too(&self, comma: usize) -> bool {
        let words = &self.words;
        words.is(comma + 1, "and")
            && words.is_any(comma + 2, &["we", "our"])
            && self.groups.holding(comma + 3).is_some_and(|group| group.shape == Shape::Finite && !group.past)
    }
}
