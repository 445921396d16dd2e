//! Constructions that no list of cues tells of: where a plain sentence was not read at all.

use super::check;

#[test]
fn prepositions_behind_where_and_when() {
    check(
        "The minister called in February for “a balance of means.”",
        "The minister | direct | called in February for | “a balance of means.”",
    );
    check(
        "The minister has spoken in this context of “a great success”.",
        "The minister | direct | has spoken in this context of | “a great success”",
    );
    check(
        "The officials complained, though not yet in public, of delays.",
        "The officials | indirect | complained, though not yet in public, of | delays",
    );
    check(
        "The ministry concedes in a staff paper dated 9 July that the data are poor.",
        "The ministry | indirect | concedes | that the data are poor",
    );
    check(
        "The old men agreed by telephone that neither would ask.",
        "The old men | indirect | agreed | that neither would ask",
    );
}

#[test]
fn words_that_a_determiner_makes_nouns() {
    check(
        "The agencies themselves call the fear unfounded.",
        "The agencies themselves | indirect | call | the fear unfounded",
    );
    check("Its work plan foresees a new port.", "Its work plan | indirect | foresees | a new port");
    check(
        "A study by the Lind Institute linked each closing to a rise in births.",
        "A study by the Lind Institute | indirect | linked | each closing to a rise in births",
    );
    check("The ministry rejected the first.", "The ministry | indirect | rejected | the first");
    check(
        "Two of its members are opposed to disclosure.",
        "Two of its members | indirect | are opposed to | disclosure",
    );
    check(
        "A study by Ossa Research put the likely gain at 22,000 jobs.",
        "A study by Ossa Research | indirect | put | the likely gain at 22,000 jobs",
    );
    check("The minister called climate change a hoax.", "The minister | indirect | called | climate change a hoax");
}

#[test]
fn figures() {
    check(
        "Police say two people have died; the Dockers League says seven.",
        "Police | indirect | say | two people have died\nthe Dockers League | indirect | says | seven",
    );
    check(
        "The Lind Institute arrives at a figure of 37.",
        "The Lind Institute | indirect | arrives at | a figure of 37",
    );
    check(
        "The Lind Institute came up with a difference of less than two points.",
        "The Lind Institute | indirect | came up with | a difference of less than two points",
    );
    check("Doctors told reporters of at least seventy.", "Doctors | indirect | told | of at least seventy");
    check(
        "The auditors trace almost half of the loss to a single contract.",
        "The auditors | indirect | trace | almost half of the loss to a single contract",
    );
    // As much as a thing.
    check("The Lind Institute says only one thing.", "");
    check(
        "The Lind Institute says two people have died.",
        "The Lind Institute | indirect | says | two people have died",
    );
}

#[test]
fn objects_that_are_no_nouns() {
    check("The opposition demands more.", "The opposition | indirect | demands | more");
    check("The reports suggest more.", "");
    check("The council called on both to show restraint.", "The council | indirect | called on | to show restraint");
    check(
        "The minister asked the clerk which ones he wanted.",
        "The minister | indirect | asked | which ones he wanted",
    );
    check(
        "The council ordered firms doing business there to keep the data at home.",
        "The council | indirect | ordered | to keep the data at home",
    );
}

#[test]
fn subjects_that_are_numbers() {
    check(
        "One of the two, a former pilot, described the level as high.",
        "One of the two | indirect | described | the level as high",
    );
    check("Sixty-eight per cent back the plan.", "Sixty-eight per cent | indirect | back | the plan");
    check(
        "Sixty-eight per cent of voters back the plan.",
        "Sixty-eight per cent of voters | indirect | back | the plan",
    );
    check("Five of the seven planned sites lie near the port.", "");
}

#[test]
fn what_is_held_of_a_noun() {
    check(
        "Fighters believed to belong to the front crossed the river.",
        "– | indirect | believed | Fighters … to belong to the front",
    );
    check("The fees, said to be high, were never disclosed.", "– | indirect | said | The fees … to be high");
    check(
        "The harbour is thought unlikely to be reopened.",
        "– | indirect | is thought | The harbour … unlikely to be reopened",
    );
    check(
        "What I saw, a clever man once said to me, was late.",
        "a clever man | indirect | said | What I saw … was late",
    );
}

#[test]
fn what_papers_name() {
    check("Its second report named 27 firms.", "Its second report | indirect | named | 27 firms");
    check("The council named a new head.", "");
    check(
        "The ministry reads the clause to cover only ships.",
        "The ministry | indirect | reads | the clause to cover only ships",
    );
}

#[test]
fn views_of_what_was() {
    check(
        "For the ambassador, there was nothing to discuss.",
        "the ambassador | indirect | For | there was nothing to discuss",
    );
    check("For the party, that would mean surrender.", "the party | indirect | For | that would mean surrender");
    check("For Averland, the mill was decisive.", "");
    check(
        "The port, by most estimates, handles a tenth of the trade.",
        "most estimates | indirect | by | The port … handles a tenth of the trade",
    );
    check(
        "His pension, he informed us, was nine days late.",
        "he | indirect | informed | His pension … was nine days late",
    );
}

#[test]
fn what_a_count_is_certified_as() {
    check(
        "The observers certified the count as orderly.",
        "The observers | indirect | certified | the count as orderly",
    );
    check(
        "An autopsy recorded the cause of death as heart failure.",
        "An autopsy | indirect | recorded | the cause of death as heart failure",
    );
}

#[test]
fn phrases_with_be_and_a_participle() {
    check(
        "The minister was deeply irritated by the plan.",
        "The minister | indirect | was deeply irritated by | the plan",
    );
    check("The minister is tired of waiting.", "The minister | indirect | is tired of | waiting");
}

#[test]
fn asides_between_a_verb_and_what_it_takes() {
    check(
        "The union regards, not for the first time, the plan as a mistake.",
        "The union | indirect | regards | the plan as a mistake",
    );
    check(
        "The union called, in a rare interview, for a new plan.",
        "The union | indirect | called, in a rare interview, for | a new plan",
    );
}

#[test]
fn wishes_of_things_that_have_people() {
    check("The ports want more money.", "The ports | indirect | want | more money");
    // A body that is no people, and a paper, want nothing.
    check("The harbour wants more money.", "");
}

#[test]
fn who_commits_whom() {
    check("The paper commits Averland to raising the levy.", "The paper | indirect | commits | to raising the levy");
    check("The paper commits Averland to a new fund.", "");
    check(
        "The premier committed the state to raising the levy.",
        "The premier | indirect | committed | to raising the levy",
    );
    check("The premier committed the state to a pact.", "");
    // A verb with words of its own.
    check(
        "The premier committed himself to a referendum.",
        "The premier | indirect | committed himself to | a referendum",
    );
    check("Averland committed troops to the north.", "");
    check("The clerks committed fraud to open accounts.", "");
}

#[test]
fn quotations_behind_whom_they_are_told() {
    check(
        "The mediator recommended to both sides “a long pause”.",
        "The mediator | direct | recommended | “a long pause”",
    );
    check("The premier wished the candidates “a fair wind”.", "The premier | direct | wished | “a fair wind”");
    check("“It is late!” ministers quip.", "ministers | direct | quip | “It is late!”");
}

#[test]
fn bodies_that_no_list_of_names_holds() {
    check(
        "State television attributed the fire to a broken cable.",
        "State television | indirect | attributed | the fire to a broken cable",
    );
    check(
        "The Bishops’ Conference called the law a mistake.",
        "The Bishops’ Conference | indirect | called | the law a mistake",
    );
}

#[test]
fn against_what_is_done() {
    check("The council is against giving away the port.", "The council | indirect | is against | giving away the port");
}

#[test]
fn bodies_of_people_with_adverbs_for_verbs() {
    check(
        "Some 68 per cent of over-65s back national service.",
        "Some 68 per cent of over-65s | indirect | back | national service",
    );
}

#[test]
fn settings_of_two_words_between_subject_and_verb() {
    check("The minister at first regards it as a ruse.", "The minister | indirect | regards | it as a ruse");
    check("The court at first sides with the union.", "The court | indirect | sides with | the union");
}

#[test]
fn prepositions_in_front_of_what_is_done() {
    check("The clerk confessed to changing it.", "The clerk | indirect | confessed to | changing it");
    check("The party commits to holding a vote.", "The party | indirect | commits to | holding a vote");
}

#[test]
fn verbs_that_are_prepositions_elsewhere() {
    check("He said the photographers like it.", "He | indirect | said | the photographers like it");
}

#[test]
fn names_of_the_pen() {
    check("She published a commentary signed with the pen name Iron Anchor.", "");
}

#[test]
fn past_forms_in_front_of_who_tells_them() {
    check(
        "The council called for a vote, officials said.",
        "officials | indirect | said | The council called for a vote\nThe council | indirect | called for | a vote",
    );
    check(
        "The council called for a vote, said Okello.",
        "Okello | indirect | said | The council called for a vote\nThe council | indirect | called for | a vote",
    );
    check(
        "The ministry pressed for a toll, an aide told reporters.",
        "an aide | indirect | told | The ministry pressed for a toll\nThe ministry | indirect | pressed for | a toll",
    );
}

#[test]
fn sentences_without_a_verb_that_somebody_tells() {
    check("No injuries so far, officials said.", "officials | indirect | said | No injuries so far");
    check(
        "Two dead and four missing, the police said on Monday.",
        "the police | indirect | said | Two dead and four missing",
    );
    check("In Kest, officials said.", "");
    check("Approval of the premier is at 41 per cent, the lowest since the series began.", "");
}

#[test]
fn who_speaks_in_front_of_a_colon() {
    check("Says Okello: “I will not wait.”", "Okello | direct | Says | “I will not wait.”");
    check("Said Okello: “I will not wait.”", "Okello | direct | Said | “I will not wait.”");
    check("Added Okello, a clerk: “I will not wait.”", "Okello | direct | Added | “I will not wait.”");
}

#[test]
fn very_in_front_of_nouns() {
    check(
        "Okello has questioned the very need for a levy.",
        "Okello | indirect | has questioned | the very need for a levy",
    );
}

#[test]
fn what_papers_have_learned() {
    check(
        "The ship left on Monday, the paper has learned.",
        "the paper | indirect | has learned | The ship left on Monday",
    );
}

#[test]
fn present_forms_behind_who_tells() {
    check(
        "The line was closed, a former official recalls.",
        "a former official | indirect | recalls | The line was closed",
    );
    check("The line, ministers fear, was closed.", "ministers | indirect | fear | The line … was closed");
    check("“The line is closed,” the minister quips.", "the minister | direct | quips | “The line is closed,”");
    // No verbs.
    check("He broke the treaty, the charter, the council rules.", "");
    check("He cited the law, council rules.", "He | indirect | cited | the law");
    check("The law, the council rules, and the charter bind him.", "");
    check("Before others follow, some cautions.", "");
}

#[test]
fn participles_in_a_row_with_their_agents() {
    check(
        "The bill, supported by Averland but opposed by Kestria, was dropped.",
        "Averland | indirect | supported | The bill\nKestria | indirect | opposed | The bill",
    );
}

#[test]
fn adverbs_in_a_row_in_front_of_verbs() {
    check(
        "Analysts from two think tanks repeatedly and loudly rejected the toll.",
        "Analysts from two think tanks | indirect | rejected | the toll",
    );
    check("The premier repeatedly and loudly called for a vote.", "The premier | indirect | called for | a vote");
    check("The premier repeatedly and loudly opposes the levy.", "The premier | indirect | opposes | the levy");
}

#[test]
fn rulings_and_their_adverbs() {
    check("The court’s ruling also rejected the toll.", "The court’s ruling | indirect | rejected | the toll");
}

#[test]
fn what_shares_a_noun() {
    check(
        "The dairy and potato farmers called for a vote.",
        "The dairy and potato farmers | indirect | called for | a vote",
    );
    check(
        "The defence and interior ministers called for a vote.",
        "The defence and interior ministers | indirect | called for | a vote",
    );
    check(
        "Averland’s foreign and defence ministers called for a vote.",
        "Averland’s foreign and defence ministers | indirect | called for | a vote",
    );
}

#[test]
fn asides_that_somebody_owns() {
    check("Okello, to nobody’s surprise, called for a vote.", "Okello | indirect | called for | a vote");
}

#[test]
fn who_stands_in_front_of_an_aside() {
    check(
        "While the port was calm, the council, the island’s highest body, announced a new toll.",
        "the council | indirect | announced | a new toll",
    );
    check(
        "Those who oppose the toll, in Kest as elsewhere, want to close the port.",
        "Those who oppose the toll | indirect | want | to close the port\nwho | indirect | oppose | the toll",
    );
}

#[test]
fn estimates_at_the_head_of_what_is_said() {
    check("Okello said at least 20 pilots were hurt.", "Okello | indirect | said | at least 20 pilots were hurt");
    check("Okello said up to 20 pilots were hurt.", "Okello | indirect | said | up to 20 pilots were hurt");
    check(
        "Okello said around half of the pilots were hurt.",
        "Okello | indirect | said | around half of the pilots were hurt",
    );
    check(
        "Okello said at least a dozen pilots were hurt.",
        "Okello | indirect | said | at least a dozen pilots were hurt",
    );
    check("Okello said at length that it was late.", "Okello | indirect | said | that it was late");
}

#[test]
fn circumstances_at_the_head_of_what_is_said() {
    check(
        "Okello said despite the fire the port was open.",
        "Okello | indirect | said | despite the fire the port was open",
    );
    check(
        "Okello said without the port there would be no grain.",
        "Okello | indirect | said | without the port there would be no grain",
    );
    check(
        "Okello said until May the port would be closed.",
        "Okello | indirect | said | until May the port would be closed",
    );
    check("Critics say by then the port will be closed.", "Critics | indirect | say | by then the port will be closed");
    check("Critics say by 2030 the port will be closed.", "Critics | indirect | say | by 2030 the port will be closed");
    check("Okello said on Monday the port was closed.", "Okello | indirect | said | the port was closed");
}

#[test]
fn conditions_behind_whose_view_it_is() {
    check(
        "According to Okello, if the port is closed, trade will suffer.",
        "Okello | indirect | According to | if the port is closed, trade will suffer",
    );
    check(
        "In her view, unless the port is closed, trade will suffer.",
        "her | indirect | view | unless the port is closed, trade will suffer",
    );
}

#[test]
fn what_a_proposal_finds() {
    check("The amendment found 38 supporters.", "");
    check("The study found no support for the levy.", "The study | indirect | found | no support for the levy");
}

#[test]
fn things_behind_a_verb_in_the_singular() {
    check(
        "The treaty, after the port in which it was signed, admits trawlers.",
        "The treaty | indirect | admits | trawlers",
    );
}

#[test]
fn clauses_behind_yet() {
    check(
        "The toll is a farce, yet those who oppose the toll called for a vote.",
        "those who oppose the toll | indirect | called for | a vote\nwho | indirect | oppose | the toll",
    );
}

#[test]
fn adjectives_that_look_like_verbs() {
    check(
        "Ministers have been scathing about the new toll.",
        "Ministers | indirect | have been scathing about | the new toll",
    );
}
