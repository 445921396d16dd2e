use rapporteur_sdk::core::BlockKind;

use super::sample::{Sample, claim};
use crate::article::article;
use crate::claims::{groups, who_claims_what};
use crate::escape::{Mark, inline, line, line_with_marks};
use crate::front_matter::quoted;
use crate::names::Names;

#[test]
fn signs_that_mean_something_are_escaped() {
    let check = |text: &str, expected: &str| assert_eq!(line(text), expected, "{text:?}");
    check(
        "a [b](c) *d* _e_ `f` <g> #h |i| ~j~ ^k $l$ {m} \\n",
        r"a \[b\](c) \*d\* \_e\_ \`f\` \<g\> \#h \|i\| \~j\~ \^k \$l\$ &#123;m} \\n",
    );
    check("- item", r"\- item");
    check("+1 at once", r"\+1 at once");
    check("12. March", r"12\. March");
    check("7) seven", r"7\) seven");
    check("2031.", r"2031\.");
    check("3.5 per cent", "3.5 per cent");
    check(": so", r"\: so");
    check("===", r"\=\=\=");
    check("a == b, c = d, 5 %, %%e", r"a \=\= b, c = d, 5 %, \%\%e");
    check("R&D, Q&amp;A, &#38; &copy;", r"R&D, Q\&amp;A, \&\#38; \&copy;");
    check("  two\n\nlines \t here\r\n", "two lines here");
    check("nul\0", "nul\u{fffd}");
}

#[test]
fn within_a_line_less_is_needed() {
    assert_eq!(inline("- 1. : ("), "- 1. : (");
    assert_eq!(inline("12. March"), "12. March");
}

#[test]
fn marks_stand_after_their_words() {
    let check = |text: &str, places: &[usize], expected: &str| {
        let marks: Vec<Mark<'_>> = places.iter().map(|at| Mark { at: *at, label: "c1" }).collect();
        assert_eq!(line_with_marks(text, &marks), expected);
    };
    check("They left. Then", &[9], "They left[^c1]. Then");
    check("Stop! Now", &[5], r"Stop\![^c1] Now");
    check("Stop!", &[5], r"Stop\![^c1]");
    check("so: (yes)", &[2], r"so[^c1]\: (yes)");
    check("so(yes)", &[2], r"so[^c1]\(yes)");
    check("a b", &[1, 1], "a[^c1] [^c1] b");
    check("a  b", &[2], "a[^c1] b");
    check("[a]", &[3], r"\[a\][^c1]");
}

#[test]
fn blocks() {
    let check = |blocks: &[(BlockKind, &str)], expected: &str| {
        let document = Sample::new(blocks).document;
        assert_eq!(article(&document).unwrap_or_default(), format!("## Article\n{expected}"));
    };
    use BlockKind::{Footnote, Heading, ListItem, Paragraph, Quotation, Table};
    check(&[(Heading, "A"), (Paragraph, "b")], "\n### A\n\nb\n");
    check(&[(ListItem, "a"), (ListItem, "b"), (Paragraph, "c")], "\n- a\n- b\n\nc\n");
    check(&[(Quotation, "a"), (Quotation, "b")], "\n> a\n>\n> b\n");
    check(&[(Footnote, "1. See there")], "\n*Note:* 1\\. See there\n");
    check(&[(Table, "Port\tShips\nAver\t3|4")], "\n| Port | Ships |\n| --- | --- |\n| Aver | 3\\|4 |\n");
    check(&[(Table, "Port\tShips\n\n# total")], "\nPort Ships\\\n\\# total\n");
    assert_eq!(article(&Sample::new(&[]).document), None);
}

#[test]
fn list_items_have_a_parent() {
    let mut document =
        Sample::new(&[(BlockKind::ListItem, "a"), (BlockKind::ListItem, "b"), (BlockKind::ListItem, "c")]).document;
    for (block, level) in document.blocks.iter_mut().zip([3, 3, 1]) {
        block.level = Some(level);
    }
    assert_eq!(article(&document).as_deref(), Some("## Article\n\n- a\n  - b\n- c\n"));
}

#[test]
fn a_speaker_is_named_once() {
    let turn = (BlockKind::SpeakerTurn, "Yes.");
    let mut document = Sample::new(&[turn, turn, (BlockKind::SpeakerTurn, "TARN: No."), turn]).document;
    for (block, speaker) in document.blocks.iter_mut().zip(["KOVEL", "KOVEL", "TARN", "KOVEL"]) {
        block.speaker = Some(speaker.to_owned());
    }
    document.blocks[3].time = Some("10:04".to_owned());
    assert_eq!(
        article(&document).as_deref(),
        Some("## Article\n\n**KOVEL:** Yes.\n\nYes.\n\nTARN: No.\n\n**10:04 · KOVEL:** Yes.\n")
    );
}

#[test]
fn the_most_outspoken_come_first() {
    let mut sample = Sample::new(&[(BlockKind::Paragraph, "Velmora and Ostra and Tarn spoke.")]);
    for (id, name) in [("ostra", "Ostra"), ("velmora", "Velmora"), ("tarn", "Tarn")] {
        sample.actor(id, name, rapporteur_sdk::core::ActorKind::State, &[]);
    }
    let claimants = [None, Some("velmora"), Some("tarn"), None, Some("unknown"), Some("tarn"), Some("ostra"), None];
    sample.document.claims =
        claimants.iter().enumerate().map(|(index, id)| claim(&format!("c{}", index + 1), *id, Vec::new())).collect();
    let order: Vec<_> = groups(&sample.document).into_iter().map(|group| group.claimant).collect();
    assert_eq!(order, [Some("tarn"), Some("ostra"), Some("velmora"), Some("unknown"), None]);
    let names = Names::new(&sample.document);
    let section = who_claims_what(&sample.document, &names).expect("there are claims");
    assert!(section.ends_with("### Claimant not named\n\n- **statement**: (stated only in the markup of the page)[^c1]\n- **statement**: (stated only in the markup of the page)[^c4]\n- **statement**: (stated only in the markup of the page)[^c8]\n"), "{section}");
}

#[test]
fn yaml_strings() {
    assert_eq!(quoted("a: \"b\" \\ #c"), r##""a: \"b\" \\ #c""##);
    assert_eq!(quoted("a\nb\u{2028}\u{85}\u{feff}"), r#""a\u000ab\u2028\u0085\ufeff""#);
}
