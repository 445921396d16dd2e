//! Bodies and persons that only what stands beside their names explains.

use super::check;

#[test]
fn makers_of_papers() {
    check("A study by the Selby Energy Lab was read out.", "Selby Energy Lab=selby-energy-lab");
    check("A poll released by Ossa Research was read out.", "Ossa Research=ossa-research");
    check("An Ossa Ledger poll was read out.", "Ossa Ledger=ossa-ledger");
    check("Figures from the Tidal Data Project were read out.", "Tidal Data Project=tidal-data-project");
    check("A column in the Ossa Shimbo was read out.", "Ossa Shimbo=ossa-shimbo");
}

#[test]
fn things_make_no_papers() {
    check("The Tidal Data Project was dropped.", "");
    check("A study of the Selby Energy Plan was read out.", "");
}

#[test]
fn what_an_aside_calls_a_body() {
    check("Ostrand Harrow, a mining company, has a pit.", "Ostrand Harrow=ostrand-harrow");
    check("Ossaworks, the largest shipbuilder, has a yard.", "Ossaworks=ossaworks");
    check("The yard of Ostrand Harrow, a farmer, has a gate.", "");
    check(
        "Merrin Zosk, 74, disagrees. If a court agreed with Zosk, the companies would go.",
        "Merrin Zosk=merrin-zosk, Zosk=merrin-zosk",
    );
}

#[test]
fn names_with_an_article_that_speak() {
    check("The Wenna Nation said that it was late.", "Wenna Nation=wenna-nation");
    check("The Harbour Treaty says that it is late.", "");
}

#[test]
fn first_words_of_companies() {
    check(
        "Ostrand Dynamics, a mining company, has a pit. Ostrand has denied it.",
        "Ostrand Dynamics=ostrand-dynamics, Ostrand=ostrand-dynamics",
    );
}

#[test]
fn persons_by_where_they_come_from() {
    check(
        "Merrin Chalk-Doyle of the Selby Network described it.",
        "Merrin Chalk-Doyle=merrin-chalk-doyle, Selby Network=selby-network",
    );
    check("Merrin Zosk, 74, was asleep.", "Merrin Zosk=merrin-zosk");
    check("It was a young man named Merrin Zosk.", "Merrin Zosk=merrin-zosk");
    check("It was a town named Merrin Zosk.", "");
}

#[test]
fn what_stands_in_front_of_an_aside() {
    check("The manufacturer, Holt Vantor, was silent.", "Holt Vantor=holt-vantor");
    check("Its association, Open Harbours, was silent.", "Open Harbours=open-harbours");
    check("In the harbour, Holt Vantor, was silence.", "");
}

#[test]
fn a_company_once_introduced_is_one_everywhere() {
    check("The company Ossaworks has a yard. Ossaworks is silent.", "Ossaworks=ossaworks, Ossaworks=ossaworks");
}

#[test]
fn ministries_in_small_letters() {
    check("The trade ministry was silent.", "The trade ministry=trade-ministry~");
    check("Velmar’s defence ministry was silent.", "Velmar’s defence ministry=velmar-defence-ministry~, Velmar=velmar");
    check("The trade ministry official was silent.", "");
    check("A trade ministry was founded.", "");
}

#[test]
fn half_of_a_name_is_nobody() {
    check("Foreign Minister Sorrel Dovik-Vance spoke.", "Sorrel Dovik-Vance=sorrel-dovik-vance");
    check(
        "Harl Dovik-Vance spoke to President Harl Dovik.",
        "Harl Dovik-Vance=harl-dovik-vance, Harl Dovik=harl-dovik",
    );
}

#[test]
fn persons_by_what_stands_behind_an_aside() {
    check("Aya Morizumi, the incumbent, has said that it was late.", "Aya Morizumi=aya-morizumi");
    check(
        "The UN undersecretary general for trade affairs, Merrin Zosk, met the port.",
        "UN undersecretary general=united-nations-undersecretary-general, UN=united-nations, Merrin Zosk=merrin-zosk",
    );
}

#[test]
fn persons_by_their_first_names() {
    check("Merrin Zosk, 74, has a goat. The goat of Merrin is old.", "Merrin Zosk=merrin-zosk, Merrin=merrin-zosk");
    check(
        "Merrin Zosk, 74, and Merrin Quill, 30, have goats. The goat of Merrin is old.",
        "Merrin Zosk=merrin-zosk, Merrin Quill=merrin-quill",
    );
}

#[test]
fn an_adjective_before_the_name_of_a_party_is_no_title() {
    check("The opposition Justice Party was silent.", "Justice Party=justice-party");
}

#[test]
fn bodies_that_are_called_so() {
    check("The tools are those of a group known as Night Heron.", "Night Heron=night-heron");
    check("He works for a company called Ossaworks.", "Ossaworks=ossaworks");
    check("Ossaworks and other mining companies have yards.", "Ossaworks=ossaworks");
    check("Ossaworks and other reasons were named.", "");
    check("The tools are those of a trick known as Night Heron.", "");
}

#[test]
fn names_with_an_article_that_are_described() {
    check("The Wenna Nation, whose land it is, was silent.", "Wenna Nation=wenna-nation");
}

#[test]
fn persons_who_sign_or_speak_far_behind_their_names() {
    check("“It was late.” ― Merrin Zosk", "Merrin Zosk=merrin-zosk");
    check("It was late ― Merrin Zosk", "");
    check("Merrin Zosk, of Selby, Va., said that it was late.", "Merrin Zosk=merrin-zosk");
    check("Merrin Zosk, a former aide who had been to Selby in 2011, said so.", "Merrin Zosk=merrin-zosk");
    check("According to talk radio host Merrin Zosk, it was late.", "Merrin Zosk=merrin-zosk");
}

#[test]
fn one_of_the_largest_companies() {
    check("Ostrand Harrow, one of the largest mining companies, has a pit.", "Ostrand Harrow=ostrand-harrow");
}

#[test]
fn capital_letters_that_things_are_according_to() {
    check("It was late, according to the OQAP.", "OQAP=oqap");
}

#[test]
fn bodies_called_after_a_day() {
    check("A pamphlet by the Monday Society was read out.", "Monday Society=monday-society");
    check("On Monday Society was late.", "");
}

#[test]
fn names_that_differ_by_a_plus() {
    check("OPEC cut output. OPEC+ followed.", "OPEC=opec, OPEC+=opec-plus");
    check("BRICS rejects it. The Brics+ said that it was unfair.", "BRICS=brics, Brics+=brics-plus");
}

#[test]
fn names_before_their_kind() {
    check("The Independent newspaper said so.", "The Independent=the-independent");
}

#[test]
fn what_is_a_state_s_or_issued_by_the() {
    check("Velmar’s Selby Ports holds a lease.", "Velmar=velmar, Selby Ports=selby-ports");
    check("A survey of 2,400 adults released by the Selby Ledger was read out.", "Selby Ledger=selby-ledger");
    // What a paper is about.
    check("The Annual Assessment of Tidal Dangers published in May was long.", "");
}

#[test]
fn a_party_in_whose_name_a_chamber_stands() {
    check("The Green Commons party wants a vote.", "Green Commons party=green-commons-party");
}

#[test]
fn persons_of_a_party() {
    check("The votes went to Merrin Zosk of the Coast Party.", "Merrin Zosk=merrin-zosk, Coast Party=coast-party");
}

#[test]
fn parties_by_the_word_in_front() {
    check("The opposition People’s Dawn was silent.", "People’s Dawn=peoples-dawn");
    check("The opposition Harbour Accord said no.", "Harbour Accord=harbour-accord");
    check("The opposition Conservatives said no.", "Conservatives=conservatives");
    check("The Conservatives said no.", "");
    check("The old Harbour Accord said no.", "");
    check("The opposition leader Merrin Zosk said no.", "Merrin Zosk=merrin-zosk");
}

#[test]
fn parties_by_their_members() {
    check("The Liberal Party won. The Liberals are few.", "Liberal Party=liberal-party, The Liberals=liberal-party~");
    check("The Liberal Party won. The liberals are few.", "Liberal Party=liberal-party");
}

#[test]
fn an_office_behind_a_name_speaks() {
    check(
        "Defence Minister Harl Dovik’s office replied. He sat in Harl Dovik’s office.",
        "Harl Dovik’s office=harl-doviks-office, Harl Dovik=harl-dovik, Harl Dovik=harl-dovik",
    );
}

#[test]
fn a_court_and_the_union_it_is_of() {
    check(
        "The Court of Justice of the Northern Sea League ruled. The Court was divided.",
        "Court of Justice of the Northern Sea League=sea-league-court-of-justice, \
         Northern Sea League=sea-league, The Court=sea-league-court-of-justice~",
    );
}

#[test]
fn titles_in_general() {
    check("Statistician-General Merrin Zosk was silent.", "Merrin Zosk=merrin-zosk");
}

#[test]
fn what_stands_in_front_of_an_article() {
    check("Their organisation, the Harbourbund, was silent.", "Harbourbund=harbourbund");
    check("In the harbour, the Harbourbund, was silence.", "");
}

#[test]
fn makers_of_polls_with_one_word() {
    check("A Vantagery poll was read out.", "Vantagery=vantagery");
    check("A Vantagery survey was read out.", "");
}

#[test]
fn departments_by_one_word() {
    check("The Treasury said no. She read a treasury note.", "Treasury=treasury");
    check("She dug for the Treasury Chest.", "");
}

#[test]
fn offices_that_report_in_their_own_name() {
    check("The Inspector General found errors.", "Inspector General=inspector-general");
    check("The Inspector General, Merrin Zosk, found errors. The Inspector General left.", "Merrin Zosk=merrin-zosk");
    check("An Inspector General found errors.", "");
    check("The Ombudsman found errors.", "Ombudsman=ombudsman");
    check("A report by the Comptroller’s Office found errors.", "Comptroller’s Office=comptrollers-office");
}

#[test]
fn papers_of_a_body_by_its_last_word() {
    check(
        "The Northern Tide Union met. An internal Union assessment found errors.",
        "Northern Tide Union=northern-tide-union, Union=northern-tide-union",
    );
}

#[test]
fn views_in_a_capital() {
    check("The view in Tarn is that it was late.", "Tarn=velmar^");
}

#[test]
fn sons_of_another_name() {
    check("Sheikh Dowik bin Zosk was silent.", "Dowik bin Zosk=dowik-bin-zosk");
}
