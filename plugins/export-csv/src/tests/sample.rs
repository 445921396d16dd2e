//! Small documents made by hand.

use rapporteur_sdk::Document;
use rapporteur_sdk::core::{
    Actor, ActorKind, Apparatus, ApparatusKind, Author, Block, BlockKind, ByteRange, Claim, ClaimForm, ClaimOrigin,
    ClaimSource, Cue, Draft, Mention, MentionForm, Metadata, Origin, Position, Provenance, Publisher, Quotation,
    Quoted, Role, Sense, SourceForm, SourceMap, Span, Spans, Via, assemble,
};

const TEXT: &str = "PORT AVER, March 14 — The harbour row 😀\n\
    \n\
    =What was said\n\
    \n\
    “We will not sign,” Mara Kovel told Ostra. “Never,” she added.\n\
    \n\
    Velmoran officials reportedly called it \"a bluff\", and Ostra denied\nthat.\n";

/// A report with an emoji before the claims, an interrupted quotation, straight quotation marks, a line break inside a
/// claim and a heading that a spreadsheet would compute.
pub fn report() -> Document {
    let at = |words: &str| {
        let start = TEXT.find(words).expect("the words stand in the sample");
        ByteRange::new(start, start + words.len())
    };
    let mut author = Author::named("Ilse Brandt", None);
    author.affiliation = Some("Coastal Policy Institute".to_owned());
    let draft = Draft {
        text: TEXT.to_owned(),
        map: SourceMap::identity(TEXT.len()),
        media_type: "text/plain".to_owned(),
        charset: "UTF-8".to_owned(),
        metadata: Metadata {
            title: Some("Velmora, Ostra \"far apart\"".to_owned()),
            category: Some("Analysis".to_owned()),
            language: Some("en".to_owned()),
            published: Some("2031-03-14".to_owned()),
            publisher: Some(Publisher { name: "Aver Review".to_owned(), actor: None }),
            origin: Some(Origin { name: "Coastal Policy Institute".to_owned(), actor: None, at: None }),
            authors: vec![author, Author::named("Jon Tarn", None)],
            ..Metadata::default()
        },
        blocks: vec![
            Block::new(BlockKind::Heading, at("=What was said")),
            Block::new(BlockKind::Paragraph, at("“We will not sign,” Mara Kovel told Ostra. “Never,” she added.")),
        ],
        apparatus: vec![Apparatus { kind: ApparatusKind::Dateline, at: at("PORT AVER, March 14 —") }],
        ..Draft::default()
    };
    let mut document = assembled("clips/Harbour Row.txt", draft);

    let spans = Spans::new(TEXT, SourceMap::identity(TEXT.len()));
    let span = |words: &str| spans.span(TEXT, at(words));
    let quoted = |words: &str| Quoted { text: words.to_owned(), at: span(words) };

    let mut kovel = actor("mara-kovel", "Mara Kovel", ActorKind::Person);
    kovel.affiliation = Some("velmora".to_owned());
    kovel.roles = vec![
        Role { title: "Minister for Ports".to_owned(), organisation: Some("velmora".to_owned()), at: None },
        Role { title: "Chair".to_owned(), organisation: Some("Harbour League".to_owned()), at: None },
    ];
    kovel.mentions = vec![
        mention(span("Mara Kovel"), "Mara Kovel", MentionForm::Name),
        mention(span("she"), "she", MentionForm::Pronoun),
    ];
    let mut ostra = actor("ostra", "Ostra", ActorKind::State);
    ostra.identifiers.iso3166 = Some("OST".to_owned());
    ostra.mentions = vec![mention(span("Ostra"), "Ostra", MentionForm::Name)];
    let mut velmora = actor("velmora", "Velmora", ActorKind::State);
    velmora.aliases = vec!["Velmoran".to_owned()];
    velmora.mentions = vec![mention(span("Velmoran"), "Velmoran", MentionForm::Adjective)];
    // In the file the words stand in two pieces.
    velmora.mentions[0].at.source = None;
    velmora.mentions[0].at.source_parts = vec![ByteRange::new(200, 204), ByteRange::new(211, 215)];
    document.actors = vec![kovel, ostra, velmora];

    let mut refusal = claim("c1", Some("mara-kovel"), vec![quoted("“We will not sign,”"), quoted("“Never,”")]);
    refusal.source =
        Some(ClaimSource { text: "Mara Kovel".to_owned(), at: span("Mara Kovel"), form: SourceForm::Name });
    refusal.cue = Some(Cue { text: "told".to_owned(), at: span("told"), lemma: "tell".to_owned() });
    refusal.form = ClaimForm::Opposition;
    refusal.quotation = Quotation::Direct;
    refusal.addressee = Some("ostra".to_owned());
    refusal.targets = vec!["ostra".to_owned(), "velmora".to_owned()];
    refusal.position = Some(Position::Oppose);
    refusal.section = Some(1);
    refusal.confidence = 0.9;
    refusal.sentence = Some(quoted("“We will not sign,” Mara Kovel told Ostra."));

    let mut bluff = claim("c2", None, vec![quoted("\"a bluff\"")]);
    bluff.hedged = true;
    bluff.position = Some(Position::Neutral);
    bluff.section = Some(1);
    bluff.nested_in = Some("c3".to_owned());

    let mut denial = claim("c3", Some("harbour-league"), vec![quoted("denied\nthat")]);
    denial.co_claimants = vec!["ostra".to_owned()];
    denial.negated = true;
    denial.origin = ClaimOrigin::StructuredData;
    denial.via = Some(Via { text: "row".to_owned(), at: span("row") });
    document.claims = vec![refusal, bluff, denial];
    document
}

/// A document of this text in which a state of this name claims all of it.
pub fn of_words(words: &str) -> Document {
    let all = ByteRange::new(0, words.len());
    let draft = Draft {
        text: words.to_owned(),
        map: SourceMap::identity(words.len()),
        metadata: Metadata { title: Some(words.to_owned()), ..Metadata::default() },
        ..Draft::default()
    };
    let mut document = assembled("a.txt", draft);
    let at = Spans::new(words, SourceMap::identity(words.len())).span(words, all);
    let mut state = actor("velmora", words, ActorKind::State);
    state.mentions = vec![mention(at.clone(), words, MentionForm::Name)];
    document.actors = vec![state];
    document.claims = vec![claim("c1", Some("velmora"), vec![Quoted { text: words.to_owned(), at }])];
    document
}

fn assembled(uri: &str, draft: Draft) -> Document {
    let bytes = draft.text.clone().into_bytes();
    let provenance = Provenance {
        uri,
        bytes: &bytes,
        ordinal: 0,
        plugin: "org.rapporteur.source-text",
        plugin_version: "0.1.0",
        confidence: 80,
        evidence: &[],
    };
    assemble(draft, &provenance).expect("the sample is sound").document
}

fn actor(id: &str, name: &str, kind: ActorKind) -> Actor {
    Actor {
        id: id.to_owned(),
        name: name.to_owned(),
        kind,
        subkind: None,
        aliases: Vec::new(),
        roles: Vec::new(),
        affiliation: None,
        identifiers: Default::default(),
        mentions: Vec::new(),
        annotation: None,
    }
}

fn mention(at: Span, surface: &str, form: MentionForm) -> Mention {
    Mention { at, surface: surface.to_owned(), form, sense: Sense::Actor, annotation: None }
}

fn claim(id: &str, claimant: Option<&str>, content: Vec<Quoted>) -> Claim {
    Claim {
        id: id.to_owned(),
        claimant: claimant.map(str::to_owned),
        co_claimants: Vec::new(),
        source: None,
        cue: None,
        content,
        quotation: Quotation::Indirect,
        form: ClaimForm::Statement,
        addressee: None,
        targets: Vec::new(),
        position: None,
        hedged: false,
        negated: false,
        via: None,
        nested_in: None,
        section: None,
        sentence: None,
        confidence: 0.5,
        rule: "said-that".to_owned(),
        origin: ClaimOrigin::Extracted,
        annotator: None,
        labels: Vec::new(),
        review: None,
    }
}
