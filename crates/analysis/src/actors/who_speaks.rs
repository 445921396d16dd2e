//! Whether people whom only a noun names speak, or are spoken to.

use super::body_evidence::is_paper;
use super::finder::Finder;
use super::groups::ANY_PEOPLE;
use super::reading::{Clause, Reading};
use super::words::Lists;
use crate::gazetteer::Gap;
use crate::tagger::Upos;

impl Finder<'_> {
    /// "analysts say", "told analysts", "analysts I spoke to".
    pub(super) fn speaks_or_is_spoken_to(&self, clause: &Clause, at: usize) -> bool {
        let reading = &self.reading;
        let verbs = &reading.words.speech_verbs;
        let next = reading.after(clause, at + 1);
        // "allies, who claim", "those analysts who expect"
        let who = at + 1 < clause.atoms.end
            && matches!(reading.gap(at + 1), Gap::Comma | Gap::Space)
            && reading.lower(at + 1) == "who"
            && verbs.contains(reading.after(clause, at + 2));
        // "experts warning", "analysts are sceptical"
        if who
            || verbs.contains(next)
            || next.strip_suffix("ing").is_some_and(|stem| verbs.contains(stem) || verbs.contains(&format!("{stem}e")))
            || matches!(next, "are" | "were" | "remain") && reading.words.minded.contains(reading.after(clause, at + 2))
        {
            return true;
        }
        // "traders | I spoke to in the port", "officers | we have interviewed"
        let part = || reading.before(clause, start_of_number(reading, clause, self.which_people(clause, at))) == "of";
        if matches!(next, "i" | "we") && !part() {
            let have = usize::from(matches!(reading.after(clause, at + 2), "have" | "had"));
            return matches!(
                reading.after(clause, at + 2 + have),
                "interviewed" | "spoke" | "spoken" | "met" | "surveyed" | "consulted" | "asked" | "talked" | "polled"
            );
        }
        // "diplomats | and aid officials say": both of them.
        if matches!(next, "and" | "or")
            && let Some(other) = (at + 2..clause.atoms.end.min(at + 6))
                .take_while(|&other| reading.gap(other) == Gap::Space)
                .find(|&other| reading.on(other, Lists::SPEAKERS))
            && self.speaks_or_is_spoken_to(clause, other)
        {
            return true;
        }
        if self.description_before_speech(clause, at + 1).is_some() {
            return true;
        }
        let passes = next.ends_with("ly")
            || matches!(
                next,
                "also" | "have" | "has" | "had" | "may" | "could" | "still" | "often" | "now" | "would" | "will"
            );
        if passes && verbs.contains(reading.after(clause, at + 2)) {
            return true;
        }
        // "asked | Norvanian firms to leave"
        let owner =
            self.spot_ending(at).and_then(|owner| self.spots.get(owner)).filter(|_| reading.gap(at) == Gap::Space);
        let start = owner.map_or(at, |owner| owner.atoms.start);
        let before = reading.before(clause, start);
        let earlier = if start > clause.atoms.start { reading.before(clause, start - 1) } else { "" };
        before == "to" && earlier == "according"
            || matches!(
                before,
                "told"
                    | "tells"
                    | "warned"
                    | "urged"
                    | "asked"
                    | "reminded"
                    | "assured"
                    | "informed"
                    | "offered"
                    | "promised"
                    | "persuaded"
            )
            || self.is_by_those_who_speak(clause, at)
    }

    /// "is regarded by harbour | pilots as", "a paper by four | biologists": by whom something is said or written.
    fn is_by_those_who_speak(&self, clause: &Clause, noun: usize) -> bool {
        let reading = &self.reading;
        let start = start_of_number(reading, clause, self.which_people(clause, noun));
        if reading.before(clause, start) != "by" {
            return false;
        }
        let what = reading.before(clause, start - 1);
        let seen = matches!(what, "regarded" | "seen" | "viewed" | "favoured" | "considered" | "understood");
        seen || is_paper(what) || what.ends_with("ed") && reading.words.speech_verbs.contains(what)
    }

    /// "officials | with regular access to the port say", "officers who spoke to the press | said": a verb of saying right behind
    /// words that only describe them; where those end.
    pub(super) fn description_before_speech(&self, clause: &Clause, at: usize) -> Option<usize> {
        const LONGEST: usize = 8;
        let reading = &self.reading;
        const BEGIN: &[&str] = &[
            "who", "with", "close", "familiar", "at", "in", "of", "on", "within", "inside", "there", "abroad",
            "aboard", "ashore",
        ];
        // "officials from both administrations": who they are of says both.
        if !BEGIN.contains(&reading.after(clause, at)) || reading.after(clause, at + 1) == "both" {
            return None;
        }
        // A relative clause has a verb of its own before that.
        let mut own = reading.lower(at) != "who";
        for next in (at + 1..clause.atoms.end.min(at + LONGEST + 1)).take_while(|&next| reading.gap(next) == Gap::Space)
        {
            let verb = matches!(reading.pos(next), Upos::Verb | Upos::Aux);
            let placed = matches!(reading.lower(at), "there" | "abroad" | "aboard" | "ashore");
            if verb && own && (next > at + 1 || placed) {
                let joined =
                    matches!(reading.pos(next - 1), Upos::Cconj | Upos::Aux | Upos::Adv | Upos::Part | Upos::Pron);
                // "officials at the Harbour Authority would": whoever works there acts for it.
                let house = matches!(reading.lower(at), "at" | "inside" | "within")
                    && (at + 1..next).any(|word| reading.is_capitalised(word));
                let speaks = reading.words.speech_verbs.contains(reading.lower(next));
                return ((!joined || placed && next == at + 1) && (speaks || house)).then_some(next);
            }
            own |= verb;
        }
        // "critics in the parliament, | led by members from Norvane, call it": an aside behind the description.
        let aside = (at + 1..clause.atoms.end.min(at + LONGEST + 1)).find(|&next| reading.gap(next) != Gap::Space)?;
        (own && self.speaks_behind_aside(clause, aside)).then_some(aside)
    }
}

/// Where the words begin that say how many they are: "the seven | envoys".
fn start_of_number(reading: &Reading<'_>, clause: &Clause, start: usize) -> usize {
    let mut start = start;
    while start > clause.atoms.start
        && reading.gap(start) == Gap::Space
        && (reading.pos(start - 1) == Upos::Num
            || reading.lower(start - 1) == "the"
            || ANY_PEOPLE.contains(&reading.lower(start - 1)))
    {
        start -= 1;
    }
    start
}
