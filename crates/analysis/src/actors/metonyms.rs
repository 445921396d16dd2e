//! Capitals and seats: whether one stands for its state, or is only a town.

use super::finder::Finder;
use super::reading::Clause;
use super::spot::Spot;
use crate::gazetteer::{Gap, SurfaceKind};
use crate::tagger::Upos;

/// What is thought of something somewhere: "it is feared in Tarn".
const THOUGHT: &[&str] = &[
    "suspected",
    "noticed",
    "noted",
    "seen",
    "viewed",
    "regarded",
    "understood",
    "assumed",
    "believed",
    "argued",
    "feared",
    "felt",
    "stressed",
    "welcomed",
    "contested",
    "disputed",
    "appreciated",
    "resented",
    "accepted",
    "thought",
    "hoped",
    "expected",
    "perceived",
    "interpreted",
    "recognised",
    "recognized",
    "acknowledged",
    "applauded",
    "shared",
    "doubted",
    "dreaded",
    "popular",
    "unpopular",
    "welcome",
    "unwelcome",
    "anathema",
    "controversial",
    "contentious",
    "unthinkable",
    "badly",
    "mocked",
    "disliked",
    "criticised",
    "criticized",
    "denounced",
    "hailed",
    "ridiculed",
];

/// The nouns of it: "in Tarn the mood is".
const THOUGHTS: &[&str] = &[
    "approach",
    "preference",
    "response",
    "reaction",
    "mood",
    "view",
    "assessment",
    "fear",
    "priority",
    "calculation",
    "attitude",
    "concern",
    "position",
    "thinking",
    "reading",
    "hope",
    "worry",
    "instinct",
    "temptation",
    "consensus",
    "suspicion",
    "expectation",
    "assumption",
    "reluctance",
    "hesitation",
    "unease",
    "disquiet",
    "anxiety",
    "alarm",
    "nervousness",
    "frustration",
    "impatience",
    "scepticism",
    "skepticism",
    "doubt",
    "enthusiasm",
    "appetite",
    "determination",
    "confidence",
    "conviction",
    "belief",
    "consternation",
    "relief",
    "resentment",
    "anger",
    "irritation",
    "optimism",
    "pessimism",
    "refrain",
    "verdict",
    "answer",
    "aim",
    "demand",
    "objection",
    "wish",
    "desire",
    "dread",
];

impl Finder<'_> {
    /// Whether a capital or seat stands for its state: it does unless the words around make a town of it. A capital that is
    /// joined to others ("in Tarn, Brenn and Paris") is what the first of them is.
    pub fn metonym_acts(&self, spot: &Spot, clause: &Clause) -> bool {
        let reading = &self.reading;
        let (start, end) = (spot.atoms.start, spot.atoms.end);
        if clause.byline {
            return false;
        }
        let seat = self.is_seat(spot);
        if reading.gap(end) == Gap::Hyphen && end < clause.atoms.end {
            // A compound of two actors, or "-backed".
            let next = self.spot_starting(end).and_then(|next| self.spots.get(next));
            return reading.words.done_by.contains(reading.lower(end))
                || next.is_some_and(|next| !next.entries().is_empty());
        }
        if reading.gap(start) == Gap::Hyphen && start > clause.atoms.start {
            // "pro-Tarn lawmakers"
            if matches!(reading.lower(start - 1), "pro" | "anti") {
                return true;
            }
            return self
                .spot_ending(start)
                .and_then(|other| self.spots.get(other))
                .is_some_and(|other| !other.entries().is_empty());
        }
        // "the Berlin summit", "Moscow Oblast": another name goes on.
        if reading.gap(end) == Gap::Space && reading.is_capitalised(end) && end < clause.atoms.end && !clause.title_case
        {
            return seat && self.spot_starting(end).is_some();
        }
        // "Tarn residents", "a Tarn hotel"
        let noun = reading.after(clause, end);
        if !seat && reading.words.towns_people.contains(noun) || self.is_town_of_its_state(spot) {
            return false;
        }
        // "the Tarn government"
        if matches!(
            reading.after(clause, end),
            "government" | "regime" | "administration" | "authorities" | "leadership" | "junta"
        ) {
            return true;
        }
        let mut at = start;
        let article = reading.before(clause, at) == "the";
        if article {
            at -= 1;
        }
        let before = reading.before(clause, at);
        let locative = reading.words.locative.contains(before);
        if reading.is_possessive(end) {
            let owned = reading.after(clause, end + 1);
            let place = reading.words.city_parts.contains(owned) || locative && !reading.words.stately.contains(owned);
            return seat || !(place || clause.title_case && owned.is_empty());
        }
        if locative {
            let noun = if at > clause.atoms.start { reading.before(clause, at - 1) } else { "" };
            let opens = at - 1 == clause.atoms.start
                || matches!(noun, "even" | "and" | "but" | "while" | "yet")
                || at > clause.atoms.start + 1 && reading.gap(at - 1) == Gap::Other;
            let seen = opens && (self.is_judged_behind(clause, end) || self.is_thought_behind(clause, end));
            let minded = || self.is_thought_in_front(clause, at - 1);
            // "few in Heron Palace"
            let some = seat && matches!(noun, "few" | "many" | "some" | "most" | "nobody" | "those" | "one" | "anyone");
            if matches!(before, "through" | "via") {
                return self.as_the_first_of_a_list(clause, at).is_none() && self.carries_messages(clause, at - 1);
            }
            return before == "in" && (some || seen || reading.words.reactions.contains(noun) || minded())
                || before == "over" && seat;
        }
        if matches!(before, "to" | "from" | "of") {
            return self.acts_behind_preposition(clause, at, before, seat, end);
        }
        if seat {
            return true;
        }
        if article || reading.words.town_parts.contains(before) {
            return false;
        }
        if before == "on" && at > clause.atoms.start + 1 {
            return !reading.words.done_to_towns.contains(reading.before(clause, at - 1));
        }
        let listed = self.as_the_first_of_a_list(clause, at);
        // "in Tarn, Brenn and Paris were closed": the verb is not Brenn's. Behind a comma and "and" a clause may begin, unless two
        // others stand in front.
        let several = listed.as_ref().is_some_and(|listed| listed.others > 1);
        let within = matches!(before, "and" | "or") && (several || reading.gap(at - 1) != Gap::Comma)
            || self.list_goes_on_behind(end);
        if within && listed.as_ref().is_some_and(|listed| listed.placed && !listed.acts) {
            return false;
        }
        if self.acts_for_certain(clause, end, before) || self.is_asked_about(clause, at, end) {
            return true;
        }
        if let Some(listed) = listed {
            return listed.acts;
        }
        if clause.title_case {
            return false;
        }
        // "Tarn talks", "Tarn airport": the town is what the noun is named by.
        let next = reading.after(clause, end);
        let noun_follows =
            !next.is_empty() && matches!(reading.pos(end), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num);
        !noun_follows && !reading.words.done_to_towns.contains(before) && !self.is_dateline(clause, spot)
    }

    /// Whether a verb follows of which a state is the subject, or a word stands before whose object is one.
    fn acts_for_certain(&self, clause: &Clause, end: usize, before: &str) -> bool {
        let reading = &self.reading;
        let mut next = end;
        while next < end + 3 && reading.words.between_name_and_verb.contains(reading.after(clause, next)) {
            next += 1;
        }
        if self.verb_follows(clause, end) || next > end && reading.is_verb(clause, next) {
            return true;
        }
        if matches!(
            before,
            "between"
                | "with"
                | "by"
                | "against"
                | "toward"
                | "towards"
                | "versus"
                | "vs"
                | "sans"
                | "neither"
                | "both"
        ) {
            return true;
        }
        // Spoken to or acted on: "urged Beijing to", "antagonising Beijing".
        let verbs = &reading.words.agent_verbs;
        let participle = before.strip_suffix("ing").is_some_and(|stem| {
            verbs.contains(stem) || verbs.contains(&format!("{stem}e")) || before == "antagonising"
        });
        (verbs.contains(before) || participle) && !reading.words.done_to_towns.contains(before)
    }

    /// "Why is | Tarn | acting now?": the subject stands behind the auxiliary.
    fn is_asked_about(&self, clause: &Clause, start: usize, end: usize) -> bool {
        let reading = &self.reading;
        let auxiliary = matches!(
            reading.before(clause, start),
            "is" | "was" | "has" | "had" | "does" | "did" | "will" | "would" | "can" | "could" | "should"
        );
        let asks = |word: &str| matches!(word, "why" | "how" | "what" | "when" | "whom" | "where");
        auxiliary
            && (start == clause.atoms.start + 1 || start > clause.atoms.start + 1 && asks(reading.lower(start - 2)))
            && !reading.after(clause, end).is_empty()
            && reading.pos(end) == Upos::Verb
    }

    /// "messages between the two pass | through Tarn", "the exchanges | via Tarn": what goes through a state that mediates.
    fn carries_messages(&self, clause: &Clause, preposition: usize) -> bool {
        /// How many words back.
        const REACH: usize = 9;
        let from = preposition.saturating_sub(REACH).max(clause.atoms.start);
        (from..preposition).any(|atom| self.reading.words.messages.contains(self.reading.lower(atom)))
    }

    /// "In Tarn | the ruling was received as": what is thought there of what the sentence is about.
    fn is_judged_behind(&self, clause: &Clause, end: usize) -> bool {
        const JUDGED: &[&str] = &[
            "seen",
            "viewed",
            "perceived",
            "regarded",
            "received",
            "read",
            "interpreted",
            "understood",
            "considered",
            "disputed",
            "criticised",
            "criticized",
            "contested",
            "denounced",
        ];
        /// How many words the subject may have.
        const SUBJECT: usize = 8;
        let reading = &self.reading;
        let auxiliary = (end + 1..clause.atoms.end.min(end + SUBJECT))
            .find(|&atom| matches!(reading.lower(atom), "is" | "are" | "was" | "were" | "has" | "have"));
        auxiliary.is_some_and(|auxiliary| {
            (auxiliary + 1..clause.atoms.end.min(auxiliary + 4)).any(|atom| JUDGED.contains(&reading.lower(atom)))
        })
    }

    /// "is suspected | in Tarn of", "has been noticed quietly | in Tarn": what is thought there.
    fn is_thought_in_front(&self, clause: &Clause, preposition: usize) -> bool {
        let reading = &self.reading;
        let mut at = preposition;
        while at > clause.atoms.start && at + 2 > preposition && reading.pos(at - 1) == Upos::Adv {
            at -= 1;
        }
        at > clause.atoms.start && THOUGHT.contains(&reading.lower(at - 1))
    }

    /// "In Tarn | the mood is", "In Tarn | it is stressed that": what is thought there, by a noun or a verb.
    fn is_thought_behind(&self, clause: &Clause, end: usize) -> bool {
        /// How many words the noun's determiner and adjectives have.
        const NEAR: usize = 4;
        let reading = &self.reading;
        let near = end..clause.atoms.end.min(end + NEAR);
        let determined = matches!(reading.lower(end), "the" | "a" | "an" | "this");
        let noun = near.clone().find(|&atom| THOUGHTS.contains(&reading.lower(atom))).filter(|_| determined);
        let verb = |atom: usize| {
            matches!(reading.after(clause, atom), "is" | "was" | "has" | "remains" | "remained")
                || reading.after(clause, atom) == "among"
        };
        let told = reading.lower(end) == "it"
            && matches!(reading.after(clause, end + 1), "is" | "was")
            && (end + 2..clause.atoms.end.min(end + 5)).any(|atom| THOUGHT.contains(&reading.lower(atom)));
        told || noun.is_some_and(|noun| verb(noun + 1))
    }

    /// "the risk of Tarn using it"
    fn does_something(&self, end: usize) -> bool {
        self.reading.gap(end) == Gap::Space
            && self.reading.pos(end) == Upos::Verb
            && self.reading.lower(end).ends_with("ing")
    }

    fn is_seat(&self, spot: &Spot) -> bool {
        let last = self.reading.lower(spot.atoms.end - 1);
        self.reading.words.seats.contains(self.reading.key(&spot.atoms).as_ref())
            || spot.atoms.len() > 1
                && matches!(
                    last,
                    "palace" | "house" | "street" | "hill" | "office" | "block" | "castle" | "chancellery"
                )
    }

    /// "Paris, France".
    fn is_town_of_its_state(&self, spot: &Spot) -> bool {
        self.reading.gap(spot.atoms.end) == Gap::Comma
            && self.spot_starting(spot.atoms.end).and_then(|next| self.spots.get(next)).is_some_and(|next| {
                next.entries().iter().any(|entry| entry.kind == SurfaceKind::Name)
                    && next.entries().iter().all(|other| spot.entries().iter().any(|entry| entry.actor == other.actor))
            })
    }

    /// Behind "to": unless somebody goes there; behind "of": where what is owned is a state's; behind "from": where words
    /// come from there.
    fn acts_behind_preposition(
        &self,
        clause: &Clause,
        preposition: usize,
        word: &str,
        seat: bool,
        spot_end: usize,
    ) -> bool {
        let reading = &self.reading;
        let at = preposition - 1;
        if self.movement_before(clause, at) {
            return false;
        }
        let from = at.saturating_sub(3).max(clause.atoms.start);
        let reaction = (from..at).any(|atom| reading.words.reactions.contains(reading.lower(atom)));
        match word {
            "to" => {
                let from_town = (at.saturating_sub(4).max(clause.atoms.start)..at)
                    .any(|atom| matches!(reading.lower(atom), "from" | "kilometres" | "miles" | "km"));
                seat || reaction || !clause.title_case && !from_town
            }
            "of" => {
                seat || reading.words.stately.contains(reading.before(clause, at))
                    || reading.before(clause, at) == "hope"
                    || self.does_something(spot_end)
            }
            _ => {
                let got = (at.saturating_sub(4).max(clause.atoms.start)..at)
                    .any(|atom| reading.words.getting.contains(reading.lower(atom)));
                // "From Tarn there has been nothing": word.
                if preposition - 1 == clause.atoms.start && reading.after(clause, spot_end) == "there" {
                    return true;
                }
                // "the joint statement from Tarn" is a summit's.
                let several = at > clause.atoms.start + 1 && reading.before(clause, at - 1) == "joint";
                let heard = got || !several && reading.words.given.contains(reading.before(clause, at));
                seat || reaction || heard
            }
        }
    }

    /// "BRENN, May 3 —", "Brenn (AFP)": where a report was written; "Brenn, 2029": where one was printed.
    fn is_dateline(&self, clause: &Clause, spot: &Spot) -> bool {
        let reading = &self.reading;
        let end = spot.atoms.end;
        if end >= clause.atoms.end {
            return false;
        }
        let date = reading.gap(end) == Gap::Comma
            && (reading.words.calendar.contains(reading.lower(end))
                || matches!(reading.lower(end), "p" | "pp" | "para" | "vol" | "ch")
                || reading.atom(end).is_some_and(crate::gazetteer::Atom::is_number));
        if spot.atoms.start != clause.atoms.start {
            return date;
        }
        let between = reading
            .atom(end - 1)
            .zip(reading.atom(end))
            .and_then(|(last, next)| reading.text.get(last.at.end..next.at.start));
        let mark = between.is_some_and(|between| between.contains(['—', '–', '(', ':']));
        mark || date
    }
}
