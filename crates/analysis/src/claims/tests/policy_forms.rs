//! Forms that policy analysis gives its claims: asides between cue and content, deeds done to say something, stances drawn.

use super::{check, check_none};

#[test]
fn content_behind_an_aside() {
    check(
        "The minister told us on Friday, before the letter was sent, that the harbour would stay open.",
        "The minister | indirect | told | that the harbour would stay open",
    );
    check(
        "The charter says somewhere in the middle, nobody reads that far, that members may leave.",
        "The charter | indirect | says | that members may leave",
    );
    check(
        "The green paper proposes, in language that would stun an ox, to extend the levy to every river.",
        "The green paper | indirect | proposes | to extend the levy to every river",
    );
    check(
        "She accused the clerk, a man of the governor’s, of losing the ballots.",
        "She | indirect | accused | of losing the ballots",
    );
    check(
        "The envoy told the council recently that, while both sides are tired of talks, the border must reopen.",
        "The envoy | indirect | told | that, while both sides are tired of talks, the border must reopen\n\
         both sides | indirect | are tired of | talks",
    );
}

#[test]
fn contents_end_before_what_the_author_adds() {
    check(
        "The smelters fear that cheap cobalt will undercut them, a concern the ministry has heard before.",
        "The smelters | indirect | fear | that cheap cobalt will undercut them",
    );
    check(
        "Experts concluded that trust was lacking, as though trust were a component left off the invoice.",
        "Experts | indirect | concluded | that trust was lacking",
    );
    check(
        "Lomar said it was suspending the talks, hours after the bloc threatened to challenge its ban.",
        "Lomar | indirect | said | it was suspending the talks\n\
             the bloc | indirect | threatened | to challenge its ban",
    );
}

#[test]
fn modals_with_which_something_is_said() {
    check(
        "A spokesman would say only that the president was resting.",
        "A spokesman | indirect | would say | that the president was resting",
    );
    check_none("A spokesman could say that the president was resting.");
}

#[test]
fn deeds_done_to_say_something() {
    check(
        "Okello used the speech to argue that the treaty was dead.",
        "Okello | indirect | to argue | that the treaty was dead",
    );
    check_none("Okello trained a bird to say that the treaty was dead.");
}

#[test]
fn stances_something_draws() {
    check(
        "The plan drew criticism from the fishing union.",
        "the fishing union | indirect | criticism from | The plan",
    );
    check_none("The plan drew water from the river.");
}

#[test]
fn what_papers_report_of_others() {
    check(
        "“We shall not move,” Okello said at the harbour, as reported by the Lomar Courier.",
        "Okello | direct | said | “We shall not move,”\n\
             the Lomar Courier | mixed | reported | “We shall not move,” Okello said at the harbour",
    );
}

#[test]
fn verb_forms_the_words_around_them_tell() {
    check(
        "Neither has been invited, and both have let it be known that they would decline.",
        "both | indirect | have let it be known | that they would decline",
    );
    check(
        "The intelligence reports say that the pass could fall within weeks.",
        "The intelligence reports | indirect | say | that the pass could fall within weeks",
    );
    check(
        "Lomar feared increased competition from the islands.",
        "Lomar | indirect | feared | increased competition from the islands",
    );
    check(
        "Two of their negotiators indicated in interviews that they would listen.",
        "Two of their negotiators | indirect | indicated | that they would listen",
    );
    check("Some of the older men worry; most reckon it will end well.", "most | indirect | reckon | it will end well");
}

#[test]
fn verbs_at_the_end_of_the_sentence() {
    check(
        "The harbour will stay shut, notes analyst Sorrel Vane.",
        "analyst Sorrel Vane | indirect | notes | The harbour will stay shut",
    );
}

#[test]
fn speech_somebody_is_led_to() {
    check(
        "The ruling allowed Okello to declare that the harbour was safe.",
        "Okello | indirect | to declare | that the harbour was safe",
    );
    check_none("The ruling would allow Okello to declare that the harbour was safe.");
}

#[test]
fn subjects_in_front_of_several_asides() {
    check(
        "Sorrel Vane, coordinator of the ministry, who has led the talks, said that the text was ready.",
        "Sorrel Vane | indirect | said | that the text was ready",
    );
    check(
        "Both Lomar and Kestria vowed to reopen the pass.",
        "Both Lomar and Kestria | indirect | vowed | to reopen the pass",
    );
    check("The union leaders hope to settle.", "The union leaders | indirect | hope | to settle");
    check(
        "Critics at the time accused Lomar of not keeping its word.",
        "Critics | indirect | accused | of not keeping its word",
    );
}

#[test]
fn two_verbs_share_an_object() {
    check("Lomar has dismissed and ignored the ruling.", "Lomar | indirect | has dismissed | the ruling");
}

#[test]
fn contents_end_at_the_main_verb() {
    check("The commission’s plan to ban the nets failed.", "The commission | indirect | plan | to ban the nets");
    check(
        "Lomar wants to see a stable border and is tired of talks.",
        "Lomar | indirect | wants | to see a stable border\nLomar | indirect | is tired of | talks",
    );
    check(
        "Kestria has proposed that a balance, with no state dominating, will keep the peace.",
        "Kestria | indirect | has proposed | that a balance, with no state dominating, will keep the peace",
    );
}

#[test]
fn as_with_a_content_of_its_own_attributes_nothing_before() {
    check("The talks have stalled, as Lomar insists on a new survey.", "Lomar | indirect | insists on | a new survey");
}

#[test]
fn wishes_and_habits() {
    check("Lomar would like to build a port.", "Lomar | indirect | would like | to build a port");
    check_none("Okello likes to swim at dawn.");
}

#[test]
fn adjectives_behind_verbs_that_link() {
    check(
        "The government remained committed to the pact.",
        "The government | indirect | remained committed to | the pact",
    );
    check(
        "Members have become more amenable to the plan.",
        "Members | indirect | have become more amenable to | the plan",
    );
}

#[test]
fn circumstances_have_subjects_of_their_own() {
    check(
        "The vote failed, with Trade Minister Ilse Varn linking lower tariffs to a change of the law.",
        "Trade Minister Ilse Varn | indirect | linking | lower tariffs to a change of the law",
    );
    check(
        "Patrols went on, with port officials stating that they expected a blockade.",
        "port officials | indirect | stating | that they expected a blockade",
    );
    check(
        "The editor criticised the minister for saying that the port was lost.",
        "The editor | indirect | criticised | the minister for saying that the port was lost\n\
         the minister | indirect | saying | that the port was lost",
    );
}

#[test]
fn verbs_the_tagger_takes_for_other_words() {
    check("He patrols an island that Averland claims.", "Averland | indirect | claims | an island");
    check(
        "The report, which details “multiple breaches” of the treaty, was published.",
        "which | mixed | details | “multiple breaches” of the treaty",
    );
    check(
        "The military presents the vote as a step toward peace after the emergency ended last July.",
        "The military | indirect | presents | the vote as a step toward peace after the emergency ended last July",
    );
}

#[test]
fn objects_with_lists_asides_and_quotations() {
    check(
        "The ministry outlined two aspects of the plan: the overland belt and the coastal road.",
        "The ministry | indirect | outlined | two aspects of the plan: the overland belt and the coastal road",
    );
    check(
        "The paper described the subject of the talks — a police compact — as a “strategic victory” for Averland.",
        "The paper | mixed | described | the subject of the talks — a police compact — as a “strategic victory” for Averland",
    );
    check(
        "He called for the treaty, which regulates the border, to be revised.",
        "He | indirect | called for | the treaty, which regulates the border, to be revised",
    );
    check(
        "While her country favours “diplomacy” the premier has ordered two frigates.",
        "her country | direct | favours | “diplomacy”",
    );
    check(
        "That is something Averland has always rejected because it is unfair.",
        "Averland | indirect | has always rejected | something",
    );
}

#[test]
fn clauses_whose_subject_stands_in_front() {
    check(
        "The drones hunt ships they allege are linked to Dharfan.",
        "they | indirect | allege | are linked to Dharfan",
    );
}

#[test]
fn listeners_in_the_first_person() {
    check(
        "John Dravek, the chief executive, told me, “We are proud of the show.”",
        "John Dravek | direct | told | “We are proud of the show.”",
    );
    check_none("We are convinced that this is the only country worth the name.");
}

#[test]
fn documents_that_seek() {
    check(
        "The rules seek to curtail access to the sensors.",
        "The rules | indirect | seek | to curtail access to the sensors",
    );
    check(
        "Its measures increasingly aim at building a new normal.",
        "Its measures | indirect | aim at | building a new normal",
    );
}

#[test]
fn where_objects_and_contents_end() {
    check("The council endorsed the clauses in its spring review.", "The council | indirect | endorsed | the clauses");
    check("The party rejected the wording from the outset.", "The party | indirect | rejected | the wording");
    check("The union demanded a vote by June 2034.", "The union | indirect | demanded | a vote by June 2034");
    check(
        "The cabinet is weighing two paths: disarming the militia by force, or waiting for an election.",
        "The cabinet | indirect | is weighing | two paths: disarming the militia by force, or waiting for an election",
    );
    check(
        "The ministry has let it be known that it would raise no objection, and that alone will be enough.",
        "The ministry | indirect | has let it be known | that it would raise no objection",
    );
    check(
        "She urged them to “find somebody. Anybody. Check the gallery.”",
        "She | mixed | urged | to “find somebody. Anybody. Check the gallery.”",
    );
    check(
        "State media reported only a handful of deaths, as well as four injured guards.",
        "State media | indirect | reported | only a handful of deaths, as well as four injured guards",
    );
    check(
        "The premier is considering a ban, as he tries to calm the port.",
        "The premier | indirect | is considering | a ban",
    );
    check(
        "The plan would fail within a year, said Amnesty International on Tuesday.",
        "Amnesty International | indirect | said | The plan would fail within a year",
    );
    check("Those who believe that the party is lost are wrong.", "who | indirect | believe | that the party is lost");
}
