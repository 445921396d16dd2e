use insta::assert_snapshot;
use rapporteur_sdk::core::{BlockKind, Label};
use rapporteur_sdk::{Describe, Exporter};

use super::reader::render;
use super::sample::{Sample, report};
use crate::exporter::{Markdown, MarkdownOptions, brief};

#[test]
fn a_whole_brief() {
    assert_snapshot!(brief(&report(), MarkdownOptions::default()), @r#"
    ---
    title: "Velmora: #1 at sea, \"never\" on land"
    aliases:
      - "Velmora: #1 at sea, \"never\" on land"
    authors:
      - "Ilse Brandt"
      - "Jon Tarn"
    published: 2031-03-14
    modified: "2031-03-15T09:00+02:00"
    publisher: "Aver Review"
    origin: "Coastal Policy Institute"
    category: "Analysis"
    language: "en"
    source: "clips/Harbour Row.html"
    document: "df4e2c67b897bce6-0"
    tags:
      - "actor/mara-kovel"
      - "actor/harbour-league"
      - "actor/ostra"
    ---

    # Velmora: \#1 at sea, "never" on land

    By Ilse Brandt (Senior Fellow, Coastal Policy Institute) and Jon Tarn\
    Analysis · 2031-03-14 · Aver Review · first published by Coastal Policy Institute

    7 claims by 4 actors, 2 without a named claimant; 4 actors named.

    ## Who claims what

    ### Mara Kovel

    person · Minister for Ports, Velmora

    - **statement**: “We will not sign,” \[…\] “Never!”[^c1]\
      said to Ostra · cue “told”
    - **statement**: the pact a bluff[^c6]\
      within another claim[^c5]

    ### Harbour League

    organisation (trade body) · of Ostra

    - **supports**: her \*fully\*[^c2]\
      cue “backs”
    - **opposes** · accusation: of “creating facts \[at sea\]”[^c3]\
      about Ostra · jointly with Velmora · through “Its joint statement” · cue “accused”

    ### Ostra

    state

    - **denies** · statement: of “creating facts \[at sea\]”[^c4]

    ### Claimant not named

    - **assessment**: that Kovel called the pact a bluff[^c5]\
      reported with reserve · source “Officials” · cue “believe”
    - **statement**: (stated only in the markup of the page)[^c7]

    ## Actors

    | Actor | Kind | Mentions | Also called |
    | --- | --- | ---: | --- |
    | Mara Kovel | person | 2 | Kovel |
    | Ostra | state | 1 |  |
    | Harbour League | organisation (trade body) | 1 |  |
    | Velmora | state | 0 |  |

    ## Article

    “We will not sign,” Mara Kovel told Ostra. “Never!”[^c1] The Harbour League backs her \*fully\*[^c2].

    ### What was said

    Its joint statement accused Ostra of “creating facts \[at sea\]”[^c3] [^c4], which Ostra denied.

    > No quay was built without leave.

    - 1\. Officials reportedly believe that Kovel called the pact a bluff[^c5] [^c6].
    - Nothing else.

    **Kovel:** We shall see.

    *Caption:* The quay at Port Aver

    [^c1]: By Mara Kovel · source “Mara Kovel” · cue “told” (tell) · statement · direct speech · characters 0–19, 43–51 · file bytes 0–23, 47–59 · rule said-that · confidence 0.9
    [^c2]: By Harbour League · cue “backs” (back) · support, supports · indirect speech · characters 77–88 · file bytes 85–96 · rule said-that · confidence 0.5
    [^c3]: By Harbour League · cue “accused” (accuse) · accusation, opposes · mixed speech · characters 140–168 · file bytes 148–180 · rule said-that · confidence 0.5
    [^c4]: By Ostra · statement · indirect speech · characters 140–168 · file bytes 200–210, 217–240 · rule said-that · confidence 0.5
    [^c5]: Claimant not named · source “Officials” · cue “believe” (believe) · assessment · indirect speech · characters 257–291 · file bytes 269–303 · rule said-that · confidence 0.5
    [^c6]: By Mara Kovel · statement · indirect speech · characters 275–291 · file bytes 287–303 · rule said-that · confidence 0.5
    [^c7]: Claimant not named · statement · indirect speech · rule said-that · confidence 0.5 · stated as data by the page
    "#);
}

#[test]
fn every_mark_leads_to_its_note() {
    let rendered = render(&brief(&report(), MarkdownOptions::default()));
    assert_eq!(rendered.definitions.iter().collect::<Vec<_>>(), ["c1", "c2", "c3", "c4", "c5", "c6", "c7"]);
    // Seven in the list, one of them again as the outer claim, and six in the article: c7 has no words there.
    assert_eq!(rendered.references.len(), 14);
    assert!(rendered.references.iter().all(|label| rendered.definitions.contains(label)));
}

#[test]
fn without_article_and_actors_all_marks_still_lead_somewhere() {
    let markdown = brief(&report(), MarkdownOptions { article: false, actors: false });
    assert!(!markdown.contains("## Article") && !markdown.contains("## Actors"));
    let rendered = render(&markdown);
    assert_eq!(rendered.references.len(), 8);
    assert!(rendered.references.iter().all(|label| rendered.definitions.contains(label)));
}

#[test]
fn nothing_found() {
    let mut sample = Sample::new(&[(BlockKind::Paragraph, "Nobody spoke.")]);
    sample.document.metadata.title = None;
    assert_snapshot!(brief(&sample.document, MarkdownOptions::default()).replace(&sample.document.id, "ID"), @r#"
    ---
    title: "clips/Harbour Row.html"
    source: "clips/Harbour Row.html"
    document: "ID"
    ---

    # clips/Harbour Row.html

    No claims found; 0 actors named.

    ## Article

    Nobody spoke.
    "#);
}

#[test]
fn one_file_a_document() {
    let mut exporter = Markdown::new(MarkdownOptions::default()).expect("all options fit together");
    let document = report();
    let files = exporter.export(std::slice::from_ref(&document)).expect("any document can be written");
    assert_eq!(files.len(), 1);
    assert_eq!(files[0].name, format!("harbour-row-{}.md", &document.id[..8]));
    assert_eq!(files[0].media_type, "text/markdown");
    assert_eq!(exporter.finish(), Ok(Vec::new()));
}

#[test]
fn labels_and_annotators_are_named() {
    let mut document = report();
    let label = |label: &str, evidence| Label {
        scheme: "topic".to_owned(),
        label: label.to_owned(),
        evidence,
        confidence: 0.6,
        rule: "terms".to_owned(),
        annotator: "org.example.topics".to_owned(),
    };
    let claim = &mut document.claims[0];
    let evidence = claim.content.clone();
    claim.labels = vec![label("ports *and* ships", evidence), label("law", Vec::new())];
    claim.annotator = Some("org.example.lab".to_owned());
    let markdown = brief(&document, MarkdownOptions::default());
    let lines: Vec<&str> = markdown.lines().collect();
    let item = lines.iter().position(|line| line.contains("“We will not sign,”")).expect("the claim is there");
    assert_snapshot!(lines[item..item + 2].join("\n"), @r"
    - **statement**: “We will not sign,” \[…\] “Never!”[^c1]\
      said to Ostra · cue “told” · topic ports \*and\* ships, law
    ");
    let note = lines.iter().find(|line| line.starts_with("[^c1]:")).expect("it has a note");
    assert_snapshot!(note.split(" · ").skip(8).collect::<Vec<_>>().join("\n"), @r"
    confidence 0.9
    added by org.example.lab
    topic ports \*and\* ships for ““We will not sign,””, ““Never!”” (org.example.topics, confidence 0.6)
    topic law (org.example.topics, confidence 0.6)
    ");
}
