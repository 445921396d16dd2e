use super::annotate;
use crate::{
    Actor, ActorKind, AddedActor, AddedClaim, AddedLabel, AddedMention, Additions, AnnotatorRun, Assembled, Block,
    BlockKind, ByteRange, Claim, ClaimForm, ClaimOrigin, Diagnostic, Document, Draft, DraftLabel, DraftMention,
    Identifiers, Mention, MentionForm, Provenance, Quotation, Quoted, Sense, SourceForm, Spans, assemble,
};

const TEXT: &str = "Gull House\n\n“No deal,” said Okello. Norvane’s émigrés feared for the harbour.\n\nVoss agreed.";

/// A document of a heading and two paragraphs with one actor and one claim.
fn sample() -> (Document, Spans) {
    let mut draft = Draft::of_text(TEXT);
    draft.blocks.push(Block::new(BlockKind::Heading, at("Gull House")));
    draft.blocks.push(Block::new(BlockKind::Paragraph, at(TEXT.split("\n\n").nth(1).expect("a paragraph"))));
    draft.blocks.push(Block::new(BlockKind::Paragraph, at("Voss agreed.")));
    let (uri, plugin, plugin_version) = ("a.txt", "test", "1");
    let provenance =
        Provenance { uri, bytes: TEXT.as_bytes(), ordinal: 0, plugin, plugin_version, confidence: 80, evidence: &[] };
    let Assembled { mut document, spans, .. } = assemble(draft, &provenance).expect("the draft is sound");
    let quoted = |words: &str| Quoted { text: words.to_owned(), at: spans.span(TEXT, at(words)) };
    document.actors.push(Actor {
        id: "okello".to_owned(),
        name: "Okello".to_owned(),
        kind: ActorKind::Person,
        subkind: None,
        aliases: Vec::new(),
        roles: Vec::new(),
        affiliation: None,
        identifiers: Identifiers::default(),
        mentions: vec![Mention {
            at: quoted("Okello").at,
            surface: "Okello".to_owned(),
            form: MentionForm::Surname,
            sense: Sense::Actor,
            annotation: None,
        }],
        annotation: None,
    });
    document.claims.push(Claim {
        id: "c1".to_owned(),
        claimant: Some("okello".to_owned()),
        co_claimants: Vec::new(),
        source: None,
        cue: None,
        content: vec![quoted("feared for the harbour")],
        quotation: Quotation::Indirect,
        form: ClaimForm::Statement,
        addressee: None,
        targets: Vec::new(),
        position: None,
        hedged: false,
        negated: false,
        via: None,
        nested_in: None,
        section: Some(1),
        sentence: None,
        confidence: 0.9,
        rule: "test".to_owned(),
        origin: ClaimOrigin::Extracted,
        annotator: None,
        labels: Vec::new(),
        review: None,
    });
    (document, spans)
}

fn at(words: &str) -> ByteRange {
    let start = TEXT.find(words).expect("the words stand in the text");
    ByteRange::new(start, start + words.len())
}

fn run() -> AnnotatorRun {
    AnnotatorRun { plugin: "org.example.lab".to_owned(), version: "2".to_owned() }
}

fn actor(id: &str, name: &str, words: &str) -> AddedActor {
    AddedActor {
        id: id.to_owned(),
        name: name.to_owned(),
        kind: ActorKind::State,
        subkind: None,
        aliases: Vec::new(),
        affiliation: None,
        identifiers: Identifiers::default(),
        mentions: vec![DraftMention { at: at(words), form: MentionForm::Name, sense: Sense::Actor }],
        confidence: 0.876,
        rule: "model-7".to_owned(),
    }
}

fn claim(claimant: &str, content: &[ByteRange]) -> AddedClaim {
    AddedClaim {
        claimant: Some(claimant.to_owned()),
        co_claimants: Vec::new(),
        source: None,
        source_form: SourceForm::Name,
        cue: None,
        cue_lemma: None,
        content: content.to_vec(),
        form: ClaimForm::Statement,
        addressee: None,
        targets: Vec::new(),
        position: None,
        hedged: false,
        negated: false,
        via: None,
        sentence: None,
        labels: Vec::new(),
        confidence: 0.5,
        rule: "model-7".to_owned(),
    }
}

fn label(label: &str, evidence: &[ByteRange]) -> DraftLabel {
    DraftLabel {
        scheme: "topic".to_owned(),
        label: label.to_owned(),
        evidence: evidence.to_vec(),
        confidence: 1.0,
        rule: "list".to_owned(),
    }
}

/// What is said of additions to the sample that will not do.
fn refused(additions: Additions) -> String {
    let (mut document, spans) = sample();
    let before = document.clone();
    let annotated = annotate(&mut document, &spans, run(), additions);
    assert!(annotated.refused > 0);
    assert_eq!((&document.text, &document.blocks), (&before.text, &before.blocks));
    let told: Vec<String> = document
        .diagnostics
        .iter()
        .map(|told| {
            assert_eq!(told.code, "annotation-refused");
            let reason = told.message.strip_prefix("org.example.lab: left out, for ").expect("it names the plugin");
            reason.strip_suffix("; report this to the author of the plugin").expect("it says what to do").to_owned()
        })
        .collect();
    told.join("\n")
}

#[test]
fn what_is_added_has_full_spans_and_its_provenance() {
    let (mut document, spans) = sample();
    let mut said = claim("nor", &[at("No deal,")]);
    said.source = Some(at("Norvane’s émigrés"));
    said.cue = Some(at("said"));
    said.targets = vec!["okello".to_owned()];
    said.labels.push(label("trade", &[at("deal")]));
    let additions = Additions {
        actors: vec![actor("nor", "Norvane", "Norvane")],
        mentions: vec![AddedMention {
            actor: "okello".to_owned(),
            mention: DraftMention { at: at("Voss"), form: MentionForm::Nominal, sense: Sense::Actor },
            confidence: 0.4,
            rule: "coref".to_owned(),
        }],
        claims: vec![said],
        labels: vec![AddedLabel { claim: "c1".to_owned(), label: label("ports", &[at("harbour")]) }],
        diagnostics: vec![Diagnostic::note("slow-model", "the model was slow").at(at("émigrés"))],
    };
    let annotated = annotate(&mut document, &spans, run(), additions);
    assert_eq!(annotated.order, [None, Some(0)]);
    let counts = (annotated.actors, annotated.mentions, annotated.claims, annotated.labels, annotated.refused);
    assert_eq!(counts, (1, 2, 1, 2, 0));
    assert_eq!(document.annotators, [run()]);

    let norvane = document.actor("nor").expect("its suggested id was free");
    let annotation = norvane.annotation.as_ref().expect("an annotator added it");
    assert_eq!((annotation.annotator.as_str(), annotation.confidence), ("org.example.lab", 0.88));
    let okello = document.actor("okello").expect("it was there");
    assert!(okello.annotation.is_none() && okello.mentions[0].annotation.is_none());
    assert_eq!(okello.mentions[1].surface, "Voss");

    let [new, old] = document.claims.as_slice() else { panic!("two claims") };
    assert_eq!((new.id.as_str(), old.id.as_str()), ("c1", "c2"));
    assert_eq!((new.origin, new.annotator.as_deref()), (ClaimOrigin::Annotated, Some("org.example.lab")));
    assert_eq!((new.claimant.as_deref(), new.quotation, new.section), (Some("nor"), Quotation::Direct, Some(1)));
    assert_eq!(new.cue.as_ref().map(|cue| (cue.text.as_str(), cue.lemma.as_str())), Some(("said", "said")));
    let source = &new.source.as_ref().expect("it has one").at;
    assert_eq!(source.slice(TEXT), Some("Norvane’s émigrés"));
    // Two quotation marks and the apostrophe are one character and three bytes each, two letters two bytes.
    assert_eq!(source.bytes.start - source.chars[0], 4);
    assert_eq!(source.source, Some(source.bytes));
    assert_eq!((new.labels[0].label.as_str(), old.labels[0].label.as_str()), ("trade", "ports"));
    assert_eq!(old.labels[0].evidence[0].text, "harbour");
    assert_eq!(document.diagnostics[0].message, "org.example.lab: the model was slow");
}

#[test]
fn positions_are_checked_one_by_one() {
    let end = TEXT.len();
    let split = ByteRange::new(at("é").start + 1, at("migrés").end);
    let claims = vec![
        claim("okello", &[ByteRange::new(3, end + 1)]),
        claim("okello", &[ByteRange::new(9, 4)]),
        claim("okello", &[split]),
        claim("okello", &[ByteRange::new(10, 12)]),
        claim("okello", &[ByteRange::new(11, at("deal").end)]),
        claim("okello", &[ByteRange::new(at("harbour").start, end)]),
        claim("okello", &[at("feared for"), at("for the")]),
        claim("okello", &[]),
        claim("okello", &[ByteRange::new(usize::MAX, usize::MAX)]),
    ];
    insta::assert_snapshot!(refused(Additions { claims, ..Additions::default() }), @r"
    claims[0].content[0] at bytes 3..100 leaves the text of 99 bytes
    claims[1].content[0] at bytes 9..4 leaves the text of 99 bytes
    claims[2].content[0] at bytes 53..61 begins or ends inside a character
    claims[3].content[0] at bytes 10..12 holds no words
    claims[4].content[0] at bytes 11..22 stands in no block of the article
    claims[5].content[0] at bytes 77..99 reaches out of its block
    claims[6].content[1] at bytes 69..76 stands over another
    claims[7].content is empty
    claims[8].content[0] at bytes 18446744073709551615..18446744073709551615 leaves the text of 99 bytes
    ");
}

#[test]
fn what_else_will_not_do_is_named() {
    let mut nobody = claim("nobody", &[at("deal")]);
    nobody.rule = "m".to_owned();
    let mut target = claim("okello", &[at("deal")]);
    target.targets.push("c1".to_owned());
    let mut ruleless = claim("okello", &[at("deal")]);
    ruleless.rule = " ".to_owned();
    let mut sure = claim("okello", &[at("deal")]);
    sure.confidence = 7.0;
    let mut lost = actor("lost", "Lost", "deal");
    lost.mentions[0].at = ByteRange::new(0, 900);
    let mut nowhere = actor("nowhere", "Nowhere", "deal");
    nowhere.mentions.clear();
    let mut nameless = actor("", " ", "deal");
    nameless.confidence = 0.5;
    let mut iso = actor("iso", "Iso", "deal");
    iso.identifiers.iso3166 = Some("nor".to_owned());
    let mut wikidata = actor("item", "Item", "deal");
    wikidata.identifiers.wikidata = Some("Q".to_owned());
    let mut homeless = actor("homeless", "Homeless", "deal");
    homeless.affiliation = Some("nobody".to_owned());
    let mention = |actor: &str, at| AddedMention {
        actor: actor.to_owned(),
        mention: DraftMention { at, form: MentionForm::Name, sense: Sense::Actor },
        confidence: 1.0,
        rule: "m".to_owned(),
    };
    let mut empty = label("ports", &[]);
    empty.scheme = String::new();
    let additions = Additions {
        actors: vec![lost, nowhere, nameless, iso, wikidata, homeless],
        mentions: vec![mention("nobody", at("deal")), mention("okello", ByteRange::new(5, 5))],
        claims: vec![nobody, target, ruleless, sure],
        labels: vec![
            AddedLabel { claim: "c9".to_owned(), label: label("ports", &[]) },
            AddedLabel { claim: "c1".to_owned(), label: empty },
            AddedLabel { claim: "c1".to_owned(), label: label("a\nb", &[]) },
            AddedLabel { claim: "c1".to_owned(), label: label("ports", &[ByteRange::new(0, 900)]) },
        ],
        diagnostics: Vec::new(),
    };
    insta::assert_snapshot!(refused(additions), @r#"
    actors[0].mentions[0] at bytes 0..900 leaves the text of 99 bytes
    actors[0].mentions holds none that can be used
    actors[1].mentions is empty
    actors[2].name is empty
    actors[3].identifiers.iso3166 is "nor", expected three capitals
    actors[4].identifiers.wikidata is "Q", expected Q and a number
    actors[5].affiliation names the actor "nobody", and there is none
    mentions[0] names the actor "nobody", and there is none
    mentions[1] at bytes 5..5 holds no words
    labels[0] names the claim "c9", and there is none
    labels[1].scheme is "", expected a word or a few
    labels[2].label is "a\nb", expected a word or a few
    labels[3].evidence[0] at bytes 0..900 leaves the text of 99 bytes
    claims[0].claimant names the actor "nobody", and there is none
    claims[1].targets names the actor "c1", and there is none
    claims[2].rule is empty
    claims[3].confidence is 7, expected 0 to 1
    "#);
}

#[test]
fn what_is_there_already_is_not_added_again() {
    let (mut document, spans) = sample();
    let mut person = actor("someone", "OKELLO", "Voss");
    person.kind = ActorKind::Person;
    let mut again = claim("someone", &[at("feared for the harbour")]);
    again.labels = vec![label("ports", &[at("harbour")]), label("ports", &[at("feared")])];
    let additions = Additions { actors: vec![person], claims: vec![again], ..Additions::default() };
    let annotated = annotate(&mut document, &spans, run(), additions);
    assert_eq!((annotated.actors, annotated.claims, annotated.labels, annotated.merged), (0, 0, 1, 3));
    assert_eq!(document.actors.len(), 1);
    assert_eq!(document.actors[0].mentions.len(), 2);
    assert_eq!((document.claims.len(), document.claims[0].origin), (1, ClaimOrigin::Extracted));
    let evidence: Vec<&str> = document.claims[0].labels[0].evidence.iter().map(|words| words.text.as_str()).collect();
    assert_eq!(evidence, ["feared", "harbour"]);
    assert_eq!(document.diagnostics[0].message, "org.example.lab: 3 things it found had been found before");
}

#[test]
fn an_id_that_is_taken_by_another_kind_gets_a_number() {
    let (mut document, spans) = sample();
    let additions = Additions {
        actors: vec![actor("okello", "Republic of Okello", "Gull"), actor("okello", "Okello Isles", "House")],
        claims: vec![claim("okello", &[at("deal")])],
        ..Additions::default()
    };
    annotate(&mut document, &spans, run(), additions);
    let ids: Vec<&str> = document.actors.iter().map(|actor| actor.id.as_str()).collect();
    // What the annotator calls "okello" is the first it called so; the second differs from the person and is its namesake.
    assert_eq!(ids, ["okello-2", "okello-3", "okello"]);
    assert_eq!(document.claims[0].claimant.as_deref(), Some("okello-2"));
}

#[test]
fn a_flood_is_cut() {
    let wrong = claim("nobody", &[at("deal")]);
    let (mut document, spans) = sample();
    let diagnostics = vec![Diagnostic::note("n", "something"); 25];
    let additions = Additions { claims: vec![wrong; 22], diagnostics, ..Additions::default() };
    annotate(&mut document, &spans, run(), additions);
    assert_eq!(document.diagnostics.len(), 42);
    assert_eq!(
        document.diagnostics[41].message,
        "org.example.lab: 2 more items were left out; report this to the author of the plugin"
    );
    assert_eq!(document.diagnostics[20].message, "org.example.lab: 5 further diagnostics are left out");

    let (mut document, spans) = sample();
    let labels = vec![AddedLabel { claim: "c1".to_owned(), label: label("x", &[ByteRange::new(0, TEXT.len())]) }; 52];
    let annotated = annotate(&mut document, &spans, run(), Additions { labels, ..Additions::default() });
    assert_eq!((annotated.labels, annotated.refused), (1, 2));
    assert_eq!(
        document.diagnostics[1].message,
        "org.example.lab: left out, for labels[50].evidence[0] and all before it quote the text more than 50 times over; \
         report this to the author of the plugin"
    );
}

#[test]
fn unknown_fields_are_passed_over_and_left_out_ones_have_defaults() {
    let json = r#"{"claims": [{"content": [[16, 23]], "confidence": 1, "rule": "r", "colour": "blue"}],
                   "labels": [{"claim": "c1", "scheme": "topic", "label": "x", "confidence": 1, "rule": "r", "y": 1}],
                   "mentions": [{"actor": "okello", "at": [0, 4], "confidence": 1, "rule": "r"}], "future": {}}"#;
    let additions: Additions = serde_json::from_str(json).expect("it can be read");
    let (mut document, spans) = sample();
    let annotated = annotate(&mut document, &spans, run(), additions);
    assert_eq!((annotated.claims, annotated.labels, annotated.mentions, annotated.refused), (1, 1, 1, 0));
}

#[test]
fn nothing_added_changes_nothing_but_the_list_of_annotators() {
    let (mut document, spans) = sample();
    let before = document.clone();
    let annotated = annotate(&mut document, &spans, run(), Additions::default());
    assert_eq!(annotated.order, [Some(0)]);
    document.annotators.clear();
    assert_eq!(document, before);
}

proptest::proptest! {
    /// Whatever ranges an annotator gives: what is in the document afterwards holds its words, and ids are unique.
    #[test]
    fn any_ranges(ranges in proptest::collection::vec((0_usize..110, 0_usize..110), 0..12)) {
        let ranges: Vec<ByteRange> = ranges.into_iter().map(|(start, end)| ByteRange::new(start, end)).collect();
        let mut actor = actor("x", "X", "deal");
        actor.mentions.extend(ranges.iter().map(|at| DraftMention { at: *at, form: MentionForm::Name, sense: Sense::Actor }));
        let mut claims: Vec<AddedClaim> = ranges.iter().map(|at| claim("x", &[*at])).collect();
        claims.push(claim("x", &ranges));
        claims.extend(ranges.windows(2).map(|pair| AddedClaim { cue: Some(pair[1]), ..claim("x", &[pair[0]]) }));
        let labels = vec![AddedLabel { claim: "c1".to_owned(), label: label("l", &ranges) }];
        let (mut document, spans) = sample();
        let annotated = annotate(&mut document, &spans, run(), Additions { actors: vec![actor], claims, labels, ..Additions::default() });
        let ids: Vec<String> = (1..=document.claims.len()).map(|number| format!("c{number}")).collect();
        proptest::prop_assert_eq!(document.claims.iter().map(|claim| claim.id.clone()).collect::<Vec<_>>(), ids);
        proptest::prop_assert_eq!(annotated.order.len(), document.claims.len());
        for mention in document.actors.iter().flat_map(|actor| &actor.mentions) {
            proptest::prop_assert_eq!(mention.at.slice(TEXT), Some(mention.surface.as_str()));
        }
        for words in document.claims.iter().flat_map(|claim| &claim.content) {
            proptest::prop_assert_eq!(words.at.slice(TEXT), Some(words.text.as_str()));
            proptest::prop_assert!(words.at.chars[0] < words.at.chars[1]);
        }
    }
}
