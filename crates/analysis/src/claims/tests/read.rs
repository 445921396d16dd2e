//! What reading found: where a clause in front ends, subjects with marks or gerunds in them, what is told beside a claim.

use super::check;
use super::resolution::check as resolved;

#[test]
fn main_clause_behind_a_clause_in_front() {
    check(
        "As Kestria seeks to widen its ports, digging and lining the new canal is a task for Averland.",
        "Kestria | indirect | seeks | to widen its ports",
    );
    check(
        "Okello sought to use the vote to justify a toll, and although nothing came of it, the toll stands.",
        "Okello | indirect | sought | to use the vote to justify a toll",
    );
    check(
        "Kestria is unwilling to halt the ships, why would Averland lower its toll?",
        "Kestria | indirect | is unwilling | to halt the ships",
    );
}

#[test]
fn where_it_can_be_seen() {
    check(
        "Kestria is committed to this pact, as reflected in the new toll.",
        "Kestria | indirect | is committed to | this pact",
    );
    check(
        "Averland seeks to close the strait, as demonstrated by its drills.",
        "Averland | indirect | seeks | to close the strait",
    );
    // What somebody names is as large as it was named.
    check(
        "Okello highlighted the threat to the port, as displayed in the raids of last year.",
        "Okello | indirect | highlighted | the threat to the port, as displayed in the raids of last year",
    );
}

#[test]
fn another_statement_beside_it() {
    check(
        "Okello’s statement that the port is closed, as well as Averland’s demand for a toll, came late.",
        "Okello | indirect | statement | that the port is closed\nAverland | indirect | demand for | a toll",
    );
}

#[test]
fn list_within_the_clause_that_is_told() {
    check(
        "According to Okello, new boats with gains in speed, range, load, and price will replace the ferries.",
        "Okello | indirect | According to | new boats with gains in speed, range, load, and price will replace the ferries",
    );
    check(
        "According to Okello, head of the union, the boats will replace the ferries.",
        "Okello | indirect | According to | the boats will replace the ferries",
    );
    check(
        "Okello explained that the plan has two parts: first, the ports may ask for aid; and second, a list of ports is \
         kept.",
        "Okello | indirect | explained | that the plan has two parts: first, the ports may ask for aid; and second, a \
         list of ports is kept",
    );
}

#[test]
fn more_words_in_marks() {
    check(
        "Okello asserted that “Kestria has no ports worth the name,” and Averland is “at the end of every road.”",
        "Okello | mixed | asserted | that “Kestria has no ports worth the name,” and Averland is “at the end of every \
         road.”",
    );
    check(
        "Okello asserted that “Kestria has no ports worth the name,” and Lund agreed.",
        "Okello | mixed | asserted | that “Kestria has no ports worth the name,”",
    );
}

#[test]
fn as_is_no_teller_where_the_verb_has_an_object() {
    check("As both sides move to mend the pact, it is likely that the toll will fall.", "");
    check("The port matters to Averland, as it provides a clear picture of how ships, crews, and tolls change.", "");
}

#[test]
fn subjects_with_marks_or_gerunds() {
    check(
        "The tide was known because a “friendly port” – likely Kestria – had warned them of the flood.",
        "a “friendly port” | indirect | had warned | of the flood",
    );
    check(
        "A survey of firms building small boats in Kestria found that most cannot pay.",
        "A survey of firms building small boats in Kestria | indirect | found | that most cannot pay",
    );
    check(
        "The notion of “boats unseen in a century” is seen by Okello as a fraud.",
        "Okello | mixed | is seen | The notion of “boats unseen in a century” … as a fraud",
    );
}

#[test]
fn possibilities_raised() {
    check(
        "Kestria has raised the possibility of adding nine ships to the fleet.",
        "Kestria | indirect | has raised the possibility of | adding nine ships to the fleet",
    );
    check(
        "Okello raised the possibility that boats could fly.",
        "Okello | indirect | raised the possibility | that boats could fly",
    );
}

#[test]
fn beliefs_that_nobody_holds() {
    check("It defies belief that Averland could have missed the flood.", "");
    check("It beggars belief that the flood came twice.", "");
}

#[test]
fn adjectives_that_look_like_verbs() {
    check(
        "Okello calls on Kestria to promote tools for the harbours, the ferries and automated tidal control.",
        "Okello | indirect | calls on | to promote tools for the harbours, the ferries and automated tidal control",
    );
}

#[test]
fn names_behind_the_body_they_work_for() {
    resolved(
        "Deputy Chief of Kestria’s State Service of Tidal Affairs Viktor Halm said that it was late.",
        "Viktor Halm",
    );
    resolved("The aide of President Tomasz Okello said that it was late.", "nobody");
    resolved("Kestria under Prime Minister Viktor Halm said that it was late.", "Kestria");
}

#[test]
fn what_a_thing_offers() {
    check("Averland offers a route to the sea.", "");
    check("The current Averland–Kestria “thaw” presents an opportunity for the ports.", "");
    check("Averland offered Kestria’s ports aid.", "Averland | indirect | offered | Kestria’s ports aid");
}

#[test]
fn measures_are_no_sources() {
    check("The ports sort the ships according to strict guidance from the board.", "");
}

#[test]
fn a_narrower_case_of_what_is_said() {
    check(
        "Okello says that states must have good maps, particularly when accusing Kestria of theft.",
        "Okello | indirect | says | that states must have good maps, particularly when accusing Kestria of theft\nstates \
         | indirect | accusing | of theft",
    );
}

#[test]
fn units_report() {
    check(
        "Kestrian coastal units reported being able to see the fleet.",
        "Kestrian coastal units | indirect | reported | being able to see the fleet",
    );
}

#[test]
fn gerunds_that_are_joined_or_judged() {
    check(
        "Okello stated that the plan is a step in widening the port, promoting trade with Kestria, and lowering tolls.",
        "Okello | indirect | stated | that the plan is a step in widening the port, promoting trade with Kestria, and \
         lowering tolls",
    );
    check(
        "The court ruled on it because closing the harbour was considered a crime by Kestria.",
        "Kestria | indirect | was considered | closing the harbour … a crime",
    );
    check(
        "Okello found that boats fail to reach the port, with some being far slower than others.",
        "Okello | indirect | found | that boats fail to reach the port, with some being far slower than others",
    );
}

#[test]
fn calls_by_telephone() {
    check("Kestria took a phone call for the first time in years.", "");
}

#[test]
fn two_with_gerunds_of_their_own() {
    check(
        "Relations fell, with Kestria announcing last year it would back the case, and President Tomasz Okello calling \
         the raid a crime.",
        "Kestria | indirect | announcing | it would back the case\nPresident Tomasz Okello | indirect | calling | the \
         raid a crime",
    );
}

#[test]
fn remarks_and_questions_joined_to_an_object() {
    check("Okello’s remarks on closing the port were brief.", "Okello | indirect | remarks on | closing the port");
    check(
        "The strategy’s repeated emphasis that the island depends on the port was new.",
        "The strategy | indirect | repeated emphasis | that the island depends on the port",
    );
    check(
        "The union spoke about the small size of the fleet and how hard it is to pay.",
        "The union | indirect | spoke about | the small size of the fleet and how hard it is to pay",
    );
}
