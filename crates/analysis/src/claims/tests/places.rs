//! Where in a sentence policy prose puts a verb and its subject.

use super::{check, check_none};

#[test]
fn clauses_behind_as_and_after() {
    check(
        "The rift widened this week as Averland criticised the new tariff.",
        "Averland | indirect | criticised | the new tariff",
    );
    check(
        "The visit came days after the envoy for the coast ruled out a truce.",
        "the envoy for the coast | indirect | ruled out | a truce",
    );
    check(
        "His role as chair of the union demands patience.\n\nTheir envoy, in his role as chair, demanded a vote.",
        "Their envoy | indirect | demanded | a vote",
    );
}

#[test]
fn an_aside_within_the_verb() {
    check(
        "Averland has, in recent months, repeatedly opposed any change to the treaty.",
        "Averland | indirect | opposed | any change to the treaty",
    );
    check(
        "It was reported that the cabinet had, despite some doubts, approved the pact.",
        "– | indirect | was reported | that the cabinet had, despite some doubts, approved the pact\nthe cabinet | indirect | approved | the pact",
    );
    check(
        "Averland – like much of the coast – announced a new tariff.",
        "Averland | indirect | announced | a new tariff",
    );
}

#[test]
fn not_only() {
    check(
        "The ministers not only told their neighbours that the toll would rise but also recalled their envoy.",
        "The ministers | indirect | told | that the toll would rise",
    );
}

#[test]
fn circumstances_with_a_subject() {
    check(
        "The bill passed despite Averland arguing that tolls alone will not work.",
        "Averland | indirect | arguing | that tolls alone will not work",
    );
    check(
        "The talks ended in disarray, with Averland and its allies hoping to leave the pact.",
        "Averland and its allies | indirect | hoping | to leave the pact",
    );
}

#[test]
fn behind_the_cue_another_speaks_first() {
    check(
        "Averland condemned, as did Kestria, the use of force.",
        "Averland | indirect | condemned | the use of force",
    );
    check(
        "These companies urged the bank, two chambers, and the trade minister to push back.",
        "These companies | indirect | urged | to push back",
    );
}

#[test]
fn words_the_tagger_mistakes() {
    check("Averland recently supported Kestria’s bid.", "Averland | indirect | supported | Kestria’s bid");
    check(
        "Averland had previously condemned Kestrian ships.",
        "Averland | indirect | had previously condemned | Kestrian ships",
    );
    check("Averland went so far as to caution against a vote.", "Averland | indirect | to caution against | a vote");
    check(
        "The visit came after the opposition voiced concern that there is no way out.",
        "the opposition | indirect | voiced concern | that there is no way out",
    );
    check("Averland agreed to talks in March.", "Averland | indirect | agreed to | talks in March");
    check("They favour peace talks with the rebels.", "They | indirect | favour | peace talks with the rebels");
    check(
        "Experts point out that critics of the deal say that it failed.",
        "Experts | indirect | point out | that critics of the deal say that it failed\ncritics of the deal | indirect | say | that it failed",
    );
    check("Warning against haste, the council left the talks.", "the council | indirect | Warning against | haste");
    check_none("Warning against haste is useful.");
}

#[test]
fn ends_of_objects() {
    check("Averland declared victory in July’s vote.", "Averland | indirect | declared | victory in July’s vote");
    check(
        "The council highlights several gains, such as the lifting of fines imposed on the port.",
        "The council | indirect | highlights | several gains, such as the lifting of fines imposed on the port",
    );
    check(
        "The minister rejected the advice by going on with the sale.",
        "The minister | indirect | rejected | the advice",
    );
    check("They agreed on its creation back in 2013.", "They | indirect | agreed on | its creation");
    check(
        "The terms set out some rules: a levy on coal; a common fleet; and talks on fish.",
        "The terms | indirect | set out | some rules: a levy on coal; a common fleet; and talks on fish",
    );
    check("The general confirmed that decision at the summit.", "The general | indirect | confirmed | that decision");
}

#[test]
fn ends_of_clauses() {
    check(
        "The institute wants to add a ship and its rival seeks two more.",
        "The institute | indirect | wants | to add a ship\nits rival | indirect | seeks | two more",
    );
    check(
        "The union urged Averland to heed the court and quickly set a new date.",
        "The union | indirect | urged | to heed the court and quickly set a new date",
    );
    check(
        "Averland insists it remains committed to the pact, however, it has withdrawn its ships.",
        "Averland | indirect | insists | it remains committed to the pact",
    );
    check(
        "Having proposed a fund, Averland, Kestria and the union left the room.",
        "Averland, Kestria and the union | indirect | Having proposed | a fund",
    );
}

#[test]
fn beside_what_others_say() {
    check(
        "Meanwhile, according to a recent poll, the Averlander public is in favour of a toll.",
        "a recent poll | indirect | according to | the Averlander public is in favour of a toll\nthe Averlander public | indirect | is in favour of | a toll",
    );
    check(
        "While according to local sources some of the officers have left, the post should stay.",
        "local sources | indirect | according to | some of the officers have left",
    );
    check("Kestria is seen by many “as a safe harbour”.", "many | mixed | is seen | Kestria … “as a safe harbour”");
}

#[test]
fn parts_of_a_whole_speak() {
    check(
        "Parts of the establishment hailed this as the end of a long road.",
        "Parts of the establishment | indirect | hailed | this as the end of a long road",
    );
    check(
        "Some reporting suggested that the port was shut.",
        "Some reporting | indirect | suggested | that the port was shut",
    );
}

#[test]
fn times_and_asides_within() {
    check(
        "Two companies have this year announced a change of course.",
        "Two companies | indirect | have this year announced | a change of course",
    );
    check(
        "Some experts believe that the first ship, launched in 2030, and the second, launched in 2033, can carry planes.",
        "Some experts | indirect | believe | that the first ship, launched in 2030, and the second, launched in 2033, can carry planes",
    );
    check(
        "The premier, Otis Brand, not only repeated the charge, but also noted that it was late.",
        "The premier | indirect | repeated | the charge\nThe premier | indirect | noted | that it was late",
    );
}

#[test]
fn nouns_of_ones_own_are_no_subjects() {
    check(
        "Averland and Kestria have reaffirmed their support for the pact and both the union and the commission were quick to follow.",
        "Averland and Kestria | indirect | have reaffirmed their support for | the pact",
    );
    check(
        "Averland announced the five “agreed locations” under the deal: two ports in the north; and a road in the south.",
        "Averland | mixed | announced | the five “agreed locations” under the deal: two ports in the north; and a road in the south",
    );
}

#[test]
fn verbs_of_clauses_within() {
    check(
        "Brand argued the bank should pay, citing the case of Kest.",
        "Brand | indirect | argued | the bank should pay\nBrand | indirect | citing | the case of Kest",
    );
    check(
        "The ministry stated that Averland acted because Kest broke the pact and sought war.",
        "The ministry | indirect | stated | that Averland acted because Kest broke the pact and sought war\nKest | indirect | sought | war",
    );
    check(
        "The rule is a mechanism, expected to be in force by May.",
        "– | indirect | expected | a mechanism … to be in force by May",
    );
}

#[test]
fn subjects_with_much_behind_them() {
    check(
        "Okello – an expert on tides, who was there, as well as on salt – noted that it may be late.",
        "Okello | indirect | noted | that it may be late",
    );
    check(
        "One source regularly in contact with officials noted that the fleet was growing.",
        "One source regularly in contact with officials | indirect | noted | that the fleet was growing",
    );
    check(
        "In 2033 Kestrian officials said that there was no fleet.",
        "Kestrian officials | indirect | said | that there was no fleet",
    );
    check_none("The sheer volume of drones launched daily by Kestria suggests a failure.");
    check(
        "While some criticised Prime Minister Brand, others praised it.",
        "some | indirect | criticised | Prime Minister Brand\nothers | indirect | praised | it",
    );
    check(
        "Kestria claimed responsibility for the raid in what it said was revenge.",
        "Kestria | indirect | claimed | responsibility for the raid\nit | indirect | said | what … was revenge",
    );
}

#[test]
fn what_hangs_on_an_object() {
    check(
        "Brand announced the dismissal of the envoy later in the day.",
        "Brand | indirect | announced | the dismissal of the envoy",
    );
    check(
        "The papers warned about efforts to subjugate and destroy Kestria in the end.",
        "The papers | indirect | warned about | efforts to subjugate and destroy Kestria in the end",
    );
    check(
        "Farmers were concerned about the damage their departure would do.",
        "Farmers | indirect | were concerned about | the damage their departure would do",
    );
    check("Kestria promised not to raise the toll.", "Kestria | indirect | promised | not to raise the toll");
    check(
        "Reports say that the union either provides or confirms the maps.",
        "Reports | indirect | say | that the union either provides or confirms the maps",
    );
    check(
        "Averland’s pledge to move its fleet further shows its haste.",
        "Averland | indirect | pledge | to move its fleet",
    );
}

#[test]
fn what_leads_over_to_others() {
    check(
        "By contrast, according to recent news reports, there is still hope.",
        "recent news reports | indirect | according to | there is still hope",
    );
    check(
        "The ride was rough: according to the index, each year has seen more states fail.",
        "the index | indirect | according to | each year has seen more states fail",
    );
    check_none("The court cut the line due to its claimed “excesses”.");
}

#[test]
fn verbs_that_are_the_main_ones() {
    check(
        "Recently, Okello appeared on Kestrian media declaring that he wants a different order.",
        "Okello | indirect | declaring | that he wants a different order",
    );
    check(
        "Officials gathered in Kest said that the debt will grow.",
        "Officials gathered in Kest | indirect | said | that the debt will grow",
    );
    check_none("The network endures, with the rebels deemed the worthiest of aid.");
    check_none("It is worth recalling that guards have deposed their masters.");
    check(
        "The difference is that, in the ministry’s view, the rebels will need to act.",
        "the ministry | indirect | view | the rebels will need to act",
    );
}
