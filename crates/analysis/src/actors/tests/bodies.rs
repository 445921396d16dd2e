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
