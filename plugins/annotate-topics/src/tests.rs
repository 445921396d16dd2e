use rapporteur_sdk::core::{Block, BlockKind, ByteRange, Claim, Draft, Provenance, Quoted, SourceMap, Spans, assemble};
use rapporteur_sdk::{Annotator, Describe, Document};
use serde_json::{Value, json};

use crate::annotator::Topics;
use crate::options::{TopicOptions, built_in};

/// A document of one paragraph that is one claim's content, but for what stands before " | ".
fn document(text: &str) -> Document {
    let whole = ByteRange::new(0, text.len());
    let mut draft = Draft::of_text(text);
    draft.blocks.push(Block::new(BlockKind::Paragraph, whole));
    let (uri, plugin, plugin_version) = ("a.txt", "test", "1");
    let provenance =
        Provenance { uri, bytes: text.as_bytes(), ordinal: 0, plugin, plugin_version, confidence: 1, evidence: &[] };
    let assembled = assemble(draft, &provenance).expect("the draft is sound");
    let mut document = assembled.document;
    let spans = Spans::new(text, SourceMap::identity(text.len()));
    let quoted =
        |at: ByteRange| Quoted { text: at.slice(text).unwrap_or_default().to_owned(), at: spans.span(text, at) };
    let start = text.find(" | ").map_or(0, |at| at + 3);
    let content = vec![quoted(ByteRange::new(start, text.len()))];
    let claim = json!({
        "id": "c1", "claimant": null, "source": null, "cue": null, "content": content, "sentence": quoted(whole),
        "quotation": "indirect", "form": "statement", "confidence": 0.9, "rule": "test", "origin": "extracted",
    });
    document.claims.push(serde_json::from_value::<Claim>(claim).expect("it is a claim"));
    document
}

fn topics(options: Value) -> Result<Topics, String> {
    let options: TopicOptions = serde_json::from_value(options).map_err(|error| error.to_string())?;
    Topics::new(options).map_err(|refusal| format!("{} ({})", refusal.message, refusal.help.unwrap_or_default()))
}

/// "label: words, words at confidence" of each label of the one claim.
fn found(options: Value, text: &str) -> String {
    let additions = topics(options).expect("good options").annotate(&document(text)).expect("it answers");
    let shown = additions.labels.iter().map(|added| {
        assert_eq!(added.claim, "c1");
        let label = &added.label;
        let words: Vec<&str> = label.evidence.iter().map(|at| at.slice(text).expect("words")).collect();
        format!("{}: {} at {:.2}", label.label, words.join(", "), label.confidence)
    });
    shown.collect::<Vec<_>>().join("; ")
}

#[test]
fn words_phrases_and_their_forms() {
    let options = json!({"topics": [
        {"name": "trade", "terms": ["tariff", "supply chain", "protectionis*"]},
        {"name": "defence", "terms": ["=arms", "Navy", "cease fire"]},
    ]});
    let found = |text: &str| found(options.clone(), text);
    assert_eq!(found("New Tariffs hurt supply-chains."), "trade: Tariffs, supply-chains at 0.84");
    assert_eq!(found("The tariff’s end was a protectionist’s nightmare."), "trade: tariff’s, protectionist’s at 0.84");
    assert_eq!(found("He took up arms in his arms."), "defence: arms, arms at 0.60");
    assert_eq!(found("Navy blue is no navy blue, and an arm is no army."), "defence: Navy at 0.60");
    assert_eq!(found("A cease-fire; a cease, fire; a cease\n\nfire"), "defence: cease-fire at 0.60");
    assert_eq!(found("Nothing of the kind."), "");
}

#[test]
fn exclusions_weights_and_thresholds() {
    let options = json!({"topics": [
        {"name": "energy", "terms": ["oil", {"term": "pipeline", "weight": 0.5}, {"term": "barrel", "weight": 0.5}],
         "exclude": ["olive oil", "pipeline of talent"]},
    ]});
    let found = |text: &str| found(options.clone(), text);
    assert_eq!(found("Olive oil is cheap."), "");
    assert_eq!(found("Olive oil is cheap, oil is not."), "energy: oil at 0.60");
    assert_eq!(found("The pipeline leaks."), "");
    assert_eq!(found("The pipeline leaks barrels."), "energy: pipeline, barrels at 0.60");
    assert_eq!(found("A pipeline of talents and barrels."), "");
    // Of terms over the same words the longest counts.
    let long = json!({"topics": [{"name": "energy", "terms": ["oil", "lamp oil", "=oil", "lamp"]}]});
    assert_eq!(self::found(long, "Lamp-oil burns."), "energy: Lamp-oil at 0.60");
}

#[test]
fn only_what_is_claimed_counts_unless_the_sentence_may() {
    let topics = json!([{"name": "energy", "terms": ["energy minister", "gas"]}]);
    let text = "The energy minister said that | gas was dear";
    assert_eq!(found(json!({"topics": topics}), text), "energy: gas at 0.60");
    let wide = json!({"topics": topics, "within": "sentence"});
    assert_eq!(found(wide, text), "energy: energy minister, gas at 0.84");
}

#[test]
fn the_list_that_comes_with_the_plugin_is_sound() {
    assert!(built_in().expect("it can be read").len() > 10);
    let text = "The compact’s tariffs on grain exports would end the ceasefire.";
    assert_eq!(
        found(json!({}), text),
        "defence: ceasefire at 0.60; diplomacy: compact’s at 0.60; trade: tariffs, exports at 0.84; agriculture: grain at 0.60"
    );
}

#[test]
fn what_will_not_do_is_named_with_the_remedy() {
    let error = |options: Value| topics(options).err().expect("bad options");
    let topic = |topic: Value| json!({ "topics": [topic] });
    assert_eq!(
        error(topic(json!({"name": "trade", "terms": []}))),
        "the topic \"trade\" has no terms (list the words it is known by under terms)"
    );
    assert_eq!(
        error(topic(json!({"name": "", "terms": ["x"]}))),
        "a topic is called \"\" (give it a name of a word or a few)"
    );
    assert_eq!(
        error(topic(json!({"name": "trade", "terms": ["a*b"]}))),
        "the term \"a*b\" of the topic \"trade\": '*' is neither a letter nor a blank; * may stand at the end and = in front \
         (see the rules for terms in docs/plugins.md: words, \"negotiat*\", \"=arms\")"
    );
    assert_eq!(
        error(topic(json!({"name": "trade", "terms": [{"term": "x", "weight": 0.0}]}))),
        "the weight of the term \"x\" of the topic \"trade\" is 0 (write a number above 0; 1 is the usual weight)"
    );
    let misspelt = error(topic(json!({"name": "trade", "terms": [{"term": "x", "wieght": 0.5}]})));
    assert!(misspelt.contains("a term is neither a string nor { term = \"…\", weight = 1.0 }"), "{misspelt}");
    assert_eq!(
        error(topic(json!({"name": "trade", "terms": ["x"], "threshold": -1.0}))),
        "the threshold of the topic \"trade\" is -1 (write a number above 0: 1 for one term of the usual weight)"
    );
    assert_eq!(
        error(json!({"topics": [{"name": "a", "terms": ["x"]}, {"name": "a", "terms": ["y"]}]})),
        "two topics are called \"a\" (put their terms into one list)"
    );
    assert_eq!(error(json!({"scheme": " "})), "the scheme is \" \" (write a word: \"topic\")");
}

proptest::proptest! {
    /// Whatever the text: no panic, and all evidence lies within the claim's content and holds words.
    #[test]
    fn any_text(text in "[a-zA-Z ,’'=*\\-\n“”é|]{0,80}") {
        let text = format!("x{text}oil");
        let additions = topics(json!({})).expect("good options").annotate(&document(&text)).expect("it answers");
        let start = text.find(" | ").map_or(0, |at| at + 3);
        for at in additions.labels.iter().flat_map(|added| &added.label.evidence) {
            proptest::prop_assert!(at.start >= start && at.slice(&text).is_some_and(|words| !words.trim().is_empty()));
        }
    }
}
