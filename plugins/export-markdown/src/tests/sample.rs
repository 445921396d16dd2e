//! Small documents made by hand.

use rapporteur_sdk::Document;
use rapporteur_sdk::core::{
    Actor, ActorKind, Author, Block, BlockKind, ByteRange, Claim, ClaimForm, ClaimOrigin, ClaimSource, Cue, Draft,
    Mention, MentionForm, Metadata, Origin, Position, Provenance, Publisher, Quotation, Quoted, Role, Sense,
    SourceForm, SourceMap, Span, Spans, Via, assemble,
};

/// A document of these blocks, one after another with an empty line between.
pub struct Sample {
    pub document: Document,
    spans: Spans,
}

impl Sample {
    pub fn new(blocks: &[(BlockKind, &str)]) -> Self {
        let mut text = String::new();
        let mut draft = Draft::default();
        for (kind, words) in blocks {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            let start = text.len();
            text.push_str(words);
            draft.blocks.push(Block::new(*kind, ByteRange::new(start, text.len())));
        }
        let map = SourceMap::identity(text.len());
        let bytes = text.clone().into_bytes();
        let spans = Spans::new(&text, map.clone());
        (draft.text, draft.map) = (text, map);
        draft.metadata = Metadata { title: Some("Harbour row".to_owned()), ..Metadata::default() };
        let provenance = Provenance {
            uri: "clips/Harbour Row.html",
            bytes: &bytes,
            ordinal: 0,
            plugin: "org.rapporteur.source-text",
            plugin_version: "0.1.0",
            confidence: 80,
            evidence: &[],
        };
        let document = assemble(draft, &provenance).expect("the blocks cover the text").document;
        Self { document, spans }
    }

    /// The first place of these words.
    pub fn at(&self, words: &str) -> Span {
        let start = self.document.text.find(words).expect("the words stand in the sample");
        self.spans.span(&self.document.text, ByteRange::new(start, start + words.len()))
    }

    pub fn span(&self, start: usize, end: usize) -> Span {
        self.spans.span(&self.document.text, ByteRange::new(start, end))
    }

    pub fn quoted(&self, words: &str) -> Quoted {
        Quoted { text: words.to_owned(), at: self.at(words) }
    }

    pub fn cue(&self, words: &str, lemma: &str) -> Option<Cue> {
        Some(Cue { text: words.to_owned(), at: self.at(words), lemma: lemma.to_owned() })
    }

    pub fn source(&self, words: &str, form: SourceForm) -> Option<ClaimSource> {
        Some(ClaimSource { text: words.to_owned(), at: self.at(words), form })
    }

    pub fn actor(&mut self, id: &str, name: &str, kind: ActorKind, surfaces: &[&str]) -> &mut Actor {
        let mention = |words: &&str| Mention {
            at: self.at(words),
            surface: (*words).to_owned(),
            form: MentionForm::Name,
            sense: Sense::Actor,
            annotation: None,
        };
        let mentions = surfaces.iter().map(mention).collect();
        self.document.actors.push(Actor {
            id: id.to_owned(),
            name: name.to_owned(),
            kind,
            subkind: None,
            aliases: Vec::new(),
            roles: Vec::new(),
            affiliation: None,
            identifiers: Default::default(),
            mentions,
            annotation: None,
        });
        self.document.actors.last_mut().expect("one was just added")
    }
}

/// A claim of which only these things are known.
pub fn claim(id: &str, claimant: Option<&str>, content: Vec<Quoted>) -> Claim {
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

/// A report with all kinds of claims.
pub fn report() -> Document {
    use BlockKind::{Caption, Heading, ListItem, Paragraph, Quotation as Block, SpeakerTurn};
    let mut sample = Sample::new(&[
        (Paragraph, "“We will not sign,” Mara Kovel told Ostra. “Never!” The Harbour League backs\nher *fully*."),
        (Heading, "What was said"),
        (Paragraph, "Its joint statement accused Ostra of “creating facts [at sea]”, which Ostra denied."),
        (Block, "No quay was built without leave."),
        (ListItem, "1. Officials reportedly believe that Kovel called the pact a bluff."),
        (ListItem, "Nothing else."),
        (SpeakerTurn, "We shall see."),
        (Caption, "The quay at Port Aver"),
    ]);
    sample.document.blocks[6].speaker = Some("Kovel".to_owned());

    let kovel = sample.actor("mara-kovel", "Mara Kovel", ActorKind::Person, &["Mara Kovel", "Kovel called"]);
    kovel.aliases = vec!["Kovel".to_owned()];
    kovel.roles =
        vec![Role { title: "Minister for Ports".to_owned(), organisation: Some("velmora".to_owned()), at: None }];
    kovel.affiliation = Some("velmora".to_owned());
    sample.actor("ostra", "Ostra", ActorKind::State, &["Ostra"]);
    let league = sample.actor("harbour-league", "Harbour League", ActorKind::Organisation, &["The Harbour League"]);
    league.subkind = Some("trade body".to_owned());
    league.affiliation = Some("ostra".to_owned());
    sample.actor("velmora", "Velmora", ActorKind::State, &[]);

    let mut refusal =
        claim("c1", Some("mara-kovel"), vec![sample.quoted("“We will not sign,”"), sample.quoted("“Never!”")]);
    refusal.source = sample.source("Mara Kovel", SourceForm::Name);
    refusal.cue = sample.cue("told", "tell");
    refusal.quotation = Quotation::Direct;
    refusal.addressee = Some("ostra".to_owned());
    refusal.confidence = 0.9;

    let mut backing = claim("c2", Some("harbour-league"), vec![sample.quoted("her *fully*")]);
    backing.form = ClaimForm::Support;
    backing.position = Some(Position::Support);
    backing.cue = sample.cue("backs", "back");

    let mut accusation = claim("c3", Some("harbour-league"), vec![sample.quoted("of “creating facts [at sea]”")]);
    accusation.form = ClaimForm::Accusation;
    accusation.position = Some(Position::Oppose);
    accusation.quotation = Quotation::Mixed;
    accusation.targets = vec!["ostra".to_owned()];
    accusation.co_claimants = vec!["velmora".to_owned()];
    accusation.via = Some(Via { text: "Its joint statement".to_owned(), at: sample.at("Its joint statement") });
    accusation.cue = sample.cue("accused", "accuse");

    let mut denial = claim("c4", Some("ostra"), vec![sample.quoted("of “creating facts [at sea]”")]);
    denial.negated = true;
    denial.content[0].at.source = None;
    denial.content[0].at.source_parts = vec![ByteRange::new(200, 210), ByteRange::new(217, 240)];

    let mut belief = claim("c5", None, vec![sample.quoted("that Kovel called the pact a bluff")]);
    belief.source = sample.source("Officials", SourceForm::Nominal);
    belief.cue = sample.cue("believe", "believe");
    belief.form = ClaimForm::Assessment;
    belief.hedged = true;
    let mut bluff = claim("c6", Some("mara-kovel"), vec![sample.quoted("the pact a bluff")]);
    bluff.nested_in = Some("c5".to_owned());
    let mut stated = claim("c7", None, Vec::new());
    stated.origin = ClaimOrigin::StructuredData;
    sample.document.claims = vec![refusal, backing, accusation, denial, belief, bluff, stated];

    let mut author = Author::named("Ilse Brandt", None);
    author.role = Some("Senior Fellow".to_owned());
    author.affiliation = Some("Coastal Policy Institute".to_owned());
    sample.document.metadata = Metadata {
        title: Some("Velmora: #1 at sea, \"never\" on land".to_owned()),
        category: Some("Analysis".to_owned()),
        language: Some("en".to_owned()),
        published: Some("2031-03-14".to_owned()),
        modified: Some("2031-03-15T09:00+02:00".to_owned()),
        publisher: Some(Publisher { name: "Aver Review".to_owned(), actor: None }),
        origin: Some(Origin { name: "Coastal Policy Institute".to_owned(), actor: None, at: None }),
        authors: vec![author, Author::named("Jon Tarn", None)],
        ..Metadata::default()
    };
    sample.document
}
