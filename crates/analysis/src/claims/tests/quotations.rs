//! Words in quotation marks and who says them.

use rapporteur_core::{Block, BlockKind, ByteRange, Draft};

use super::{check, document, lines};

#[test]
fn cue_behind_the_quotation() {
    check("“No deal,” said Okello.", "Okello | direct | said | “No deal,”");
    check("“No deal,” Okello said.", "Okello | direct | said | “No deal,”");
    check("“No deal”, Okello said on Monday.", "Okello | direct | said | “No deal”");
    check("\"We will not wait,\" the minister told reporters.", "the minister | direct | told | \"We will not wait,\"");
    check("“Why now?” asked Marta Lindqvist.", "Marta Lindqvist | direct | asked | “Why now?”");
    check("“We are done!” Okello shouted.", "Okello | direct | shouted | “We are done!”");
    check(
        "“We cannot wait,” a spokesman for the ministry said.",
        "a spokesman for the ministry | direct | said | “We cannot wait,”",
    );
}

#[test]
fn cue_before_the_quotation() {
    check("Okello said: “We cannot accept this.”", "Okello | direct | said | “We cannot accept this.”");
    check("Okello said, “We cannot accept this.”", "Okello | direct | said | “We cannot accept this.”");
    check("As Okello emphasised, “Harbours are not toys.”", "Okello | direct | emphasised | “Harbours are not toys.”");
    check(
        "As the minister, Hedda Vos, put it, “The bill has arrived.”",
        "the minister | direct | put it | “The bill has arrived.”",
    );
    check("In a statement, the union wrote: “The line stands.”", "the union | direct | wrote | “The line stands.”");
}

#[test]
fn a_sentence_that_was_spoken_ends_at_its_mark() {
    check(
        "The lawyers said “No, Premier” at the same time, and there was laughter in the room.",
        "The lawyers | direct | said | “No, Premier”",
    );
    check("Okello said “That is wrong” on Monday.", "Okello | direct | said | “That is wrong”");
    // Part of what is said.
    check(
        "Okello said “the worst levy” in May had ruined farmers.",
        "Okello | mixed | said | “the worst levy” in May had ruined farmers",
    );
    check(
        "Okello said “That is wrong” on Monday was a mistake.",
        "Okello | mixed | said | “That is wrong” on Monday was a mistake",
    );
}

#[test]
fn interrupted_quotations_are_one_claim() {
    check("“We waited,” Okello said, “and nobody came.”", "Okello | direct | said | “We waited,” … “and nobody came.”");
    check("“We waited,” Okello said. “Nobody came.”", "Okello | direct | said | “We waited,” … “Nobody came.”");
    check(
        "“We left in a hurry,” said Maren Ode, a teacher, “but not in that much of a hurry.”",
        "Maren Ode | direct | said | “We left in a hurry,” … “but not in that much of a hurry.”",
    );
    check("“One. Two,” he said.", "he | direct | said | “One. Two,”");
}

#[test]
fn a_clause_before_and_a_quotation_behind() {
    check(
        "Batteries need nickel, Okello said, “and nickel comes from somewhere”.",
        "Okello | mixed | said | Batteries need nickel … “and nickel comes from somewhere”",
    );
}

#[test]
fn partly_quoted_content() {
    check(
        "Okello said that the plan was “dead on arrival”.",
        "Okello | mixed | said | that the plan was “dead on arrival”",
    );
    check("Okello called the toll “a customs wall”.", "Okello | mixed | called | the toll “a customs wall”");
    check("The plan is “dead,” Okello said.", "Okello | mixed | said | The plan is “dead,”");
    check("The minister promised to “look again”.", "The minister | mixed | promised | to “look again”");
}

#[test]
fn single_marks_and_apostrophes() {
    check(
        "‘We’re not asking for the others’ share,’ said Signe Moll.",
        "Signe Moll | direct | said | ‘We’re not asking for the others’ share,’",
    );
    check(
        "‘When they say “herring”,’ she added, ‘count the mackerel.’",
        "she | direct | added | ‘When they say “herring”,’ … ‘count the mackerel.’",
    );
}

#[test]
fn quotations_over_paragraphs() {
    check(
        "“We waited for years,” Okello said. “It was long.\n\n“Then we left the harbour.”",
        "Okello | direct | said | “We waited for years,” … “It was long. … “Then we left the harbour.”",
    );
    check(
        "“We waited for years,” Okello said.\n\n“Then we left the harbour and never came back.”",
        "Okello | direct | said | “We waited for years,” … “Then we left the harbour and never came back.”",
    );
}

#[test]
fn brackets_in_quotations() {
    check(
        "“They [the crews] will come home,” Okello said.",
        "Okello | direct | said | “They [the crews] will come home,”",
    );
}

#[test]
fn block_quotations() {
    let text = "In his letter Okello wrote:\n\nThe harbour was never ours to sell.";
    let mut draft = Draft::of_text(text);
    let split = text.find("\n\n").expect("two paragraphs");
    draft.blocks.push(Block::new(BlockKind::Paragraph, ByteRange::new(0, split)));
    draft.blocks.push(Block::new(BlockKind::Quotation, ByteRange::new(split + 2, text.len())));
    assert_eq!(lines(&super::analysed(draft)), "Okello | direct | wrote | The harbour was never ours to sell.");
}

/// A paragraph, then the items of a list.
fn with_list(paragraph: &str, items: &[&str]) -> String {
    let text = format!("{paragraph}\n\n{}", items.join("\n\n"));
    let mut draft = Draft::of_text(text.clone());
    draft.blocks.push(Block::new(BlockKind::Paragraph, ByteRange::new(0, paragraph.len())));
    for item in items {
        let start = text.find(item).expect("an item of the text");
        draft.blocks.push(Block::new(BlockKind::ListItem, ByteRange::new(start, start + item.len())));
    }
    lines(&super::analysed(draft))
}

#[test]
fn lists_that_somebodys_words_open() {
    let items = ["that all ships carry lamps;", "that both states share the cost; and", "a joint fund for ports."];
    assert_eq!(
        with_list("Averland recommends:", &items),
        "Averland | indirect | recommends | that all ships carry lamps\n\
         Averland | indirect | recommends | that both states share the cost\n\
         Averland | indirect | recommends | a joint fund for ports"
    );
    assert_eq!(
        with_list("According to the Littoral Union:", &["The line has moved twice."]),
        "the Littoral Union | indirect | According to | The line has moved twice"
    );
    // How many there are says nothing.
    assert_eq!(
        with_list("Averland and Kestria agreed on two points:", &["The line stays where it is."]),
        "Averland and Kestria | indirect | agreed | The line stays where it is"
    );
    // The authors.
    assert_eq!(with_list("We recommend:", &["that all ships carry lamps"]), "");
    assert_eq!(with_list("It rained for two reasons:", &["the sea was warm that year"]), "");
}

#[test]
fn unbalanced_marks_do_not_swallow_the_text() {
    let found = document("The “plan is dead. Okello said that it was over. Nobody was surprised.");
    assert_eq!(lines(&found), "Okello | indirect | said | that it was over");
}

#[test]
fn signed_quotations() {
    check(
        "“The sea does not read maps.” — Marta Lindqvist",
        "Marta Lindqvist | direct | — | “The sea does not read maps.”",
    );
    check(
        "Marta Lindqvist: “The sea does not read maps.”",
        "Marta Lindqvist | direct | : | “The sea does not read maps.”",
    );
}

#[test]
fn interrupted_by_more_than_the_cue() {
    check(
        "“They laugh,” says Séverine Okonjo, who owns the café, “because they think that it is wood.”",
        "Séverine Okonjo | direct | says | “They laugh,” … “because they think that it is wood.”",
    );
    check(
        "The office, she insisted in a speech in Halm on 20 February, “is not a base”; it would settle disputes.",
        "she | mixed | insisted | The office … “is not a base”",
    );
    check(
        "Averland will build more ships, Okello announced on Wednesday, in what she called “the least of debts”.",
        "Okello | indirect | announced | Averland will build more ships\nshe | direct | called | “the least of debts”",
    );
}

#[test]
fn said_by_phrases_the_tagger_misreads() {
    check("“The numbers add up,” said Elmendorf, who left.", "Elmendorf | direct | said | “The numbers add up,”");
    check(
        "“The numbers are high,” one senior official said.",
        "one senior official | direct | said | “The numbers are high,”",
    );
    check("Okello said he sees a way out.", "Okello | indirect | said | he sees a way out");
}

#[test]
fn stops_within_inner_marks() {
    check(
        "\"They treat it like, 'This is important,' \" Okello said. \"It is not.\"",
        "Okello | direct | said | \"They treat it like, 'This is important,' \" … \"It is not.\"",
    );
}

#[test]
fn appositions_are_no_second_part() {
    check(
        "“We are happy” about the decision, said Rose Brandt, director of the union.",
        "Rose Brandt | mixed | said | “We are happy” about the decision",
    );
}

#[test]
fn names_in_front_of_a_colon() {
    check(
        "This does not surprise the pollster Rhoda Pym: “We have seen it all before.”",
        "the pollster Rhoda Pym | direct | : | “We have seen it all before.”",
    );
    check(
        "Okello wrote to the pollster Rhoda Pym: “We have seen it all before.”",
        "Okello | direct | wrote | “We have seen it all before.”",
    );
    check(
        "“It is dead,” Okello said, adding: “We wait.”",
        "Okello | direct | said | “It is dead,”\nOkello | direct | adding | “We wait.”",
    );
}

#[test]
fn what_is_said_goes_on_and_not_what_is_told_beside_it() {
    check(
        "“The quay is sinking,” Okello said, warning of a flood. “It cannot last another winter.”",
        "Okello | direct | said | “The quay is sinking,” … “It cannot last another winter.”\n\
         Okello | indirect | warning of | a flood",
    );
}
