//! Clauses without marks, and where they end.

use super::check;

#[test]
fn with_and_without_that() {
    check("Okello said that the talks had failed.", "Okello | indirect | said | that the talks had failed");
    check("Okello said the talks had failed.", "Okello | indirect | said | the talks had failed");
    check("Officials say they want to avoid violence.", "Officials | indirect | say | they want to avoid violence");
    check(
        "The commission estimates that a toll would pay for itself.",
        "The commission | indirect | estimates | that a toll would pay for itself",
    );
}

#[test]
fn adjuncts_between_cue_and_content() {
    check("Okello said on Monday that the talks had failed.", "Okello | indirect | said | that the talks had failed");
    check(
        "Okello said in a statement on Monday that the talks had failed.",
        "Okello | indirect | said | that the talks had failed",
    );
    check(
        "Okello pointed out, however, that the talks had failed.",
        "Okello | indirect | pointed out | that the talks had failed",
    );
    check("Okello on Friday said the talks had failed.", "Okello | indirect | said | the talks had failed");
}

#[test]
fn clause_before_the_cue() {
    check("The talks have failed, Okello said.", "Okello | indirect | said | The talks have failed");
    check(
        "The talks have failed, said a diplomat in Kest.",
        "a diplomat in Kest | indirect | said | The talks have failed",
    );
    check("The talks, Okello said, have failed.", "Okello | indirect | said | The talks … have failed");
}

#[test]
fn coordinated_cues_end_the_content() {
    check(
        "Okello said the talks had failed and called for new ones.",
        "Okello | indirect | said | the talks had failed\nOkello | indirect | called for | new ones",
    );
    check(
        "Okello said that the talks had failed, but the minister denied it.",
        "Okello | indirect | said | that the talks had failed\nthe minister | indirect | denied | it",
    );
    check(
        "Okello urged the union to wait, warning that haste would be “a mistake”.",
        "Okello | indirect | urged | to wait\nOkello | mixed | warning | that haste would be “a mistake”",
    );
}

#[test]
fn coordinated_contents_stay_together() {
    check(
        "Okello said that the talks had failed and that the ships would leave.",
        "Okello | indirect | said | that the talks had failed and that the ships would leave",
    );
}

#[test]
fn clauses_in_front_of_the_main_one() {
    check("While Okello says the line is dead, nobody believes him.", "Okello | indirect | says | the line is dead");
    check("As Okello noted, the line has moved twice.", "Okello | indirect | noted | the line has moved twice");
    check("The line has moved twice, as Okello noted.", "Okello | indirect | noted | The line has moved twice");
    check(
        "The line has moved twice, as Okello conceded last week.",
        "Okello | indirect | conceded | The line has moved twice",
    );
}

#[test]
fn according_to() {
    check("According to Okello, the line has moved.", "Okello | indirect | According to | the line has moved");
    check(
        "The line has moved, according to the commission.",
        "the commission | indirect | according to | The line has moved",
    );
    check("The line, according to Okello, has moved.", "Okello | indirect | according to | The line … has moved");
    check("“It has moved,” according to Okello.", "Okello | direct | according to | “It has moved,”");
}

#[test]
fn question_words() {
    check("Okello asked whether the line had moved.", "Okello | indirect | asked | whether the line had moved");
    check("Okello explained why the line had moved.", "Okello | indirect | explained | why the line had moved");
}

#[test]
fn verbs_within_the_marks() {
    check("Okello said the judge’s “mind is shot.”", "Okello | mixed | said | the judge’s “mind is shot.”");
    check(
        "Okello spoke in Kest, noting the nominee “makes you want to laugh.”",
        "Okello | mixed | noting | the nominee “makes you want to laugh.”",
    );
}

#[test]
fn clauses_whose_subject_is_a_relative_pronoun() {
    check(
        "The ministry published what many analysts said was a sign of weakness.",
        "many analysts | indirect | said | what … was a sign of weakness",
    );
    check(
        "It is a toll that officials say would ruin the port, which is poor.",
        "officials | indirect | say | a toll … would ruin the port",
    );
}

#[test]
fn clauses_only_the_tree_knows() {
    check(
        "Other senators said they, too, had heard nothing.",
        "Other senators | indirect | said | they, too, had heard nothing",
    );
    check("Okello says he cannot name a single buyer.", "Okello | indirect | says | he cannot name a single buyer");
}

#[test]
fn verbs_that_look_like_nouns() {
    check(
        "The ministry hopes that its envoys can meet in Kest.",
        "The ministry | indirect | hopes | that its envoys can meet in Kest",
    );
    check(
        "The commission, which keeps the maps, estimates that the reef has grown.",
        "The commission | indirect | estimates | that the reef has grown",
    );
    super::check_none("The agency cannot say that the dues will fall.");
}
