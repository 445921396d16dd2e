//! Mentions of an annotated article, where the annotation is at hand.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rapporteur_analysis::actors::find_actors;
use rapporteur_analysis::gazetteer;
use rapporteur_analysis::tagger::Tagger;
use rapporteur_analysis::text::TextLayer;
use rapporteur_analysis::zones::zones;
use rapporteur_core::{Apparatus, ApparatusKind, Author, Block, BlockKind, ByteRange, Document, Draft};
use serde_json::Value;

/// Share of right mentions below which the test fails.
const FLOOR: f64 = 0.93;

fn range(span: &Value) -> ByteRange {
    serde_json::from_value(span["byte"].clone()).expect("the annotation holds byte ranges")
}

fn list<'v>(gold: &'v Value, key: &str) -> &'v [Value] {
    gold[key].as_array().expect("the annotation holds lists")
}

fn document(gold: &Value, text: &str) -> Document {
    let zone =
        |kind: &str| list(gold, "zones").iter().find(|zone| zone["kind"] == kind).map(|zone| range(&zone["span"]));
    let mut blocks = Vec::new();
    for section in list(gold, "sections") {
        if !section["heading"].is_null() {
            blocks.push(Block { level: Some(1), ..Block::new(BlockKind::Heading, range(&section["heading"])) });
        }
        let paragraphs = list(gold, "paragraphs").iter().filter(|paragraph| paragraph["section"] == section["id"]);
        blocks.extend(paragraphs.map(|paragraph| Block::new(BlockKind::Paragraph, range(&paragraph["span"]))));
    }
    let around = [(ApparatusKind::Headline, "headline"), (ApparatusKind::Byline, "byline")];
    let apparatus = around.iter().filter_map(|(kind, name)| Some(Apparatus { kind: *kind, at: zone(name)? })).collect();
    let mut draft = Draft { blocks, apparatus, ..Draft::of_text(text) };
    for author in gold["metadata"]["authors"].as_array().expect("a list") {
        let mut made = Author::named(author["name"].as_str().expect("a name"), Some(range(&author["byline"])));
        made.affiliation = author["organisation"]["text"].as_str().map(str::to_owned);
        draft.metadata.authors.push(made);
    }
    support::assembled(draft).document
}

/// Sets the parts of speech.
fn tag(tagger: &Tagger, text: &str, layer: &mut TextLayer) {
    for sentence in layer.sentences.clone() {
        let tokens = layer.tokens.get_mut(sentence.tokens.clone()).unwrap_or_default();
        let words: Vec<&str> = tokens.iter().map(|token| token.at.slice(text).unwrap_or_default()).collect();
        for (token, pos) in tokens.iter_mut().zip(tagger.tag(&words)) {
            token.pos = pos;
        }
    }
}

#[test]
fn mentions_of_the_annotated_article() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let (Ok(gold), Ok(text)) = (
        std::fs::read_to_string(root.join("bench/seed-gold.json")),
        std::fs::read_to_string(root.join("seeds/nato-indo-pacific.txt")),
    ) else {
        println!("skipped: no annotated article at {}", root.display());
        return;
    };
    let gold: Value = serde_json::from_str(&gold).expect("the annotation is JSON");
    let document = document(&gold, &text);
    let mut layer = TextLayer::build(&text, zones(&document));
    tag(&Tagger::embedded().expect("the weights are embedded"), &text, &mut layer);
    let table = find_actors(&text, &layer, &document, gazetteer::embedded());

    // Zones that are read: what stands around the article is not.
    let read: Vec<&Value> = list(&gold, "mentions")
        .iter()
        .filter(|mention| matches!(mention["zone"].as_str(), Some("headline" | "byline" | "body")))
        .collect();
    let wanted: Vec<(ByteRange, &str, bool)> = read
        .iter()
        .map(|mention| {
            let actor = mention["actor"].as_str().expect("an actor");
            let optional = list(&gold, "actors").iter().any(|known| known["id"] == actor && known["optional"] == true);
            (range(&mention["span"]), actor, optional)
        })
        .collect();
    let nominal: BTreeSet<ByteRange> =
        list(&gold, "nominal_mentions").iter().map(|mention| range(&mention["span"])).collect();

    // Which found actor each annotated one is: the one it shares most mentions with; one to one.
    let mut shared: BTreeMap<(&str, usize), usize> = BTreeMap::new();
    for mention in &table.mentions {
        for (_, actor, _) in wanted.iter().filter(|(at, _, _)| *at == mention.at) {
            *shared.entry((actor, mention.actor)).or_default() += 1;
        }
    }
    let mut pairs: Vec<_> = shared.into_iter().collect();
    pairs.sort_by_key(|((actor, found), count)| (std::cmp::Reverse(*count), *actor, *found));
    let mut meant: BTreeMap<&str, usize> = BTreeMap::new();
    for ((actor, found), _) in pairs {
        if !meant.contains_key(actor) && !meant.values().any(|other| *other == found) {
            meant.insert(actor, found);
        }
    }

    let found_at = |at: ByteRange, actor: &str| {
        table.mentions.iter().any(|mention| mention.at == at && meant.get(actor) == Some(&mention.actor))
    };
    let (mut right, mut missed, mut spurious) = (0, 0, 0);
    for (at, actor, optional) in &wanted {
        if found_at(*at, actor) {
            right += 1;
        } else if !optional {
            missed += 1;
            println!("missed    {:?} {actor} {:?}", at.slice(&text).unwrap_or_default(), at);
        }
    }
    for mention in &table.mentions {
        let is_right = wanted.iter().any(|(at, actor, _)| *at == mention.at && found_at(*at, actor));
        if !is_right && !nominal.contains(&mention.at) {
            spurious += 1;
            let words = mention.at.slice(&text).unwrap_or_default();
            println!("spurious  {words:?} {} {:?} {:?}", table.actors[mention.actor].id, mention.at, mention.form);
        }
    }
    let f1 = 2.0 * f64::from(right) / f64::from(2 * right + missed + spurious);
    println!("right {right}, missed {missed}, spurious {spurious}: F1 {f1:.3}");
    for (actor, found) in &meant {
        println!(
            "{actor} = {} {:?} of {:?}",
            table.actors[*found].id, table.actors[*found].roles, table.actors[*found].affiliation
        );
    }
    let senses = read.iter().filter(|mention| {
        let at = range(&mention["span"]);
        table.mentions.iter().any(|found| found.at == at && mention["sense"] == found.sense.as_str())
    });
    println!("sense as annotated in {} of {}", senses.count(), read.len());
    assert!(f1 >= FLOOR, "F1 {f1:.3} is below {FLOOR}");

    for (actor, id) in [("japan", "japan"), ("china", "china"), ("united-states", "united-states"), ("nato", "nato")] {
        assert_eq!(meant.get(actor).map(|found| table.actors[*found].id.as_str()), Some(id));
    }
    let affiliation = |actor: &str| meant.get(actor).and_then(|found| table.actors[*found].affiliation.as_deref());
    assert_eq!(affiliation("jens-stoltenberg"), Some("nato"));
    assert_eq!(affiliation("macron"), Some("france"));
    assert_eq!(affiliation("shinzo-abe"), Some("japan"));
    assert_eq!(affiliation("shairee-malhotra"), Some("observer-research-foundation"));
}
