//! What the exporter writes.

use rapporteur_core::protocol::PluginKind;
use rapporteur_core::{Block, BlockKind, ByteRange, Claim, Document, Draft, SourceMap};
use rapporteur_host::{CallError, ExporterHandle, Isolation};
use serde_json::{Value, json};

use crate::build::{EXPORTER, library, plugins};
use crate::digest;
use crate::raw::{Answer, Raw, open};
use crate::support::{registry_with, settings};

fn exporter(config: &str) -> Option<ExporterHandle> {
    let registry = registry_with(plugins()?, settings(Isolation::InProcess));
    let candidate = registry.find(PluginKind::Exporter, "claim-list").expect("it is there");
    Some(ExporterHandle::new(&registry, candidate, config.as_bytes()).expect("it loads"))
}

fn span() -> Value {
    json!({"chars": [0, 1], "bytes": [0, 1], "source": null})
}

fn claim(claimant: Option<&str>, co_claimants: &[&str], cue: Option<&str>, content: &[&str]) -> Claim {
    let quoted: Vec<Value> = content.iter().map(|text| json!({"text": text, "at": span()})).collect();
    let cue = cue.map(|text| json!({"text": text, "at": span(), "lemma": text}));
    let claim = json!({
        "id": "c1", "claimant": claimant, "co_claimants": co_claimants, "source": null, "cue": cue, "content": quoted,
        "quotation": "indirect", "form": "statement", "confidence": 0.9, "rule": "test", "origin": "extracted",
    });
    serde_json::from_value(claim).expect("it is a claim")
}

fn document(actors: &[(&str, &str)], claims: Vec<Claim>) -> Document {
    let mut draft = Draft { text: "Words.".to_owned(), map: SourceMap::identity(6), ..Draft::default() };
    draft.blocks.push(Block::new(BlockKind::Paragraph, ByteRange::new(0, 6)));
    let mut document = digest::document(draft, b"Words.");
    for (id, name) in actors {
        let actor = json!({"id": id, "name": name, "kind": "state"});
        document.actors.push(serde_json::from_value(actor).expect("it is an actor"));
    }
    document.claims = claims;
    document
}

fn documents() -> Vec<Document> {
    let actors = [("vessland", "Vessland"), ("orlane", "Orlane"), ("ilse-marwood", "Ilse Marwood")];
    vec![
        document(
            &actors,
            vec![
                claim(Some("vessland"), &["orlane"], Some("said"), &["it would “open\n\tthe harbour”", "to all ships"]),
                claim(None, &[], Some("according to"), &["nobody \"asked\" \\ us"]),
                claim(Some("ilse-marwood"), &[], None, &["\u{1F6A2} and \u{0} and \u{7F}x "]),
                claim(Some("unlisted"), &[], Some("denied"), &[]),
            ],
        ),
        document(&[], Vec::new()),
        document(&[("orlane", "Orlane")], vec![claim(Some("orlane"), &[], Some("warned"), &["of ice"])]),
    ]
}

const LINES: &str = "\
Vessland; Orlane\tsaid\tit would “open the harbour” … to all ships
?\taccording to\tnobody \"asked\" \\ us
Ilse Marwood\t\t\u{1F6A2} and and x
unlisted\tdenied\t
Orlane\twarned\tof ice
";

/// The bytes of the one file, of all pieces together.
fn run(exporter: &mut ExporterHandle, batches: &[&[Document]]) -> String {
    let mut pieces: Vec<_> =
        batches.iter().flat_map(|batch| exporter.export(batch).expect("it can be written")).collect();
    pieces.extend(exporter.finish().expect("it can be written"));
    let all: Vec<u8> = pieces
        .into_iter()
        .flat_map(|(name, media_type, bytes)| {
            assert_eq!((name.as_str(), media_type.as_str()), ("claims.tsv", "text/tab-separated-values"));
            bytes
        })
        .collect();
    String::from_utf8(all).expect("it is UTF-8")
}

#[test]
fn a_line_a_claim_however_the_run_is_cut() {
    let all = documents();
    let cuts: [&[&[Document]]; 4] =
        [&[&all], &[&all[..1], &all[1..]], &[&[], &all], &[&all[..1], &all[1..2], &all[2..]]];
    for batches in cuts {
        let Some(mut plain) = exporter("") else { return };
        assert_eq!(run(&mut plain, batches), LINES);
        let mut headed = exporter(r#"{"header": true, "unnamed": "not\tnamed"}"#).expect("there is a compiler");
        let with_header = format!("claimant\tcue\tcontent\n{}", LINES.replace("?\t", "not named\t"));
        assert_eq!(run(&mut headed, batches), with_header);
    }
    let mut headed = exporter(r#"{"header": true}"#).expect("there is a compiler");
    assert_eq!(run(&mut headed, &[]), "claimant\tcue\tcontent\n");
}

#[test]
fn options_that_do_not_fit_are_refused() {
    if plugins().is_none() {
        return;
    }
    let refusal = |config: &str| {
        let error = exporter(config).expect("there is a compiler").export(&[]).expect_err("it is refused");
        assert!(matches!(error, CallError::Refused(_)), "{error:?}");
        error.to_string()
    };
    let refusals = [
        refusal(r#"{"headre": true}"#),
        refusal(r#"{"header": 1}"#),
        refusal(r#"{"unnamed": null}"#),
        refusal(r#"{"header": true,}"#),
    ];
    insta::assert_snapshot!(refusals.join("\n"), @r#"
    the claim list has no option "headre"
    the options of the claim list: expected true or false at byte 11
    the options of the claim list: expected a string at byte 12
    the options of the claim list: expected a string at byte 16
    "#);
}

fn export(payload: &str) -> Option<Answer> {
    let plugin = open(&library(plugins()?, EXPORTER));
    Some(Raw::new(plugin, b"").expect("it can be made").call("export", br#"{"batch": 0}"#, payload.as_bytes()))
}

/// What was written, or why nothing was.
fn written(payload: &str) -> String {
    let answer = export(payload).expect("there is a compiler");
    match answer.status {
        0 => String::from_utf8(answer.payload).expect("it is UTF-8"),
        status => format!("{status} {}", answer.json),
    }
}

#[test]
fn json_as_others_write_it() {
    if plugins().is_none() {
        return;
    }
    let one_claim = r#""claims":[{"claimant":"a","cue":{"text":"said"},"content":[{"text":"x"}]}]"#;
    let with_name = |name: &str| written(&format!(r#"{{{one_claim},"actors":[{{"name":"{name}","id":"a"}}]}}"#));
    // Keys in any order, unknown ones of any shape, white space anywhere, no line ends between documents.
    let odd = format!(
        " {{ \"new\" : [ {{}} , [ ] , -0.5e+3 , true , false , null , \"\\u0000\" ] , {one_claim} }}{{{one_claim}}} \r\n"
    );
    assert_eq!(written(&odd), "a\tsaid\tx\na\tsaid\tx\n");
    assert_eq!(with_name(r#"\"\\\/\b\f\n\r\tA\u00e9\u20AC"#), "\"\\/ Aé€\tsaid\tx\n");
    assert_eq!(with_name(r"\ud83d\udea2\uD83D\uDEA2"), "\u{1F6A2}\u{1F6A2}\tsaid\tx\n");
    let refusals = [
        with_name(r"\ud83d"),
        with_name(r"\ud83dx"),
        with_name(r"\ud83d\n"),
        with_name(r"\ud83d\u0041"),
        with_name(r"\udea2"),
        with_name(r"\u12"),
        with_name(r"\x41"),
        with_name("\t"),
        written(&format!("{{\"new\":{}", "[".repeat(1 << 20))),
        written(r#"{"new":01}"#),
        written(r#"{"new":[1,]}"#),
        written(r#"{"claims":{}}"#),
        written(r#"{"claims":[{"claimant":7}]}"#),
        written("{} []"),
        written("{"),
    ];
    insta::assert_snapshot!(refusals.join("\n"), @r#"
    -3 {"message":"the documents cannot be read: expected the second half of a surrogate pair at byte 101"}
    -3 {"message":"the documents cannot be read: expected the second half of a surrogate pair at byte 101"}
    -3 {"message":"the documents cannot be read: expected the second half of a surrogate pair at byte 101"}
    -3 {"message":"the documents cannot be read: expected the second half of a surrogate pair at byte 107"}
    -3 {"message":"the documents cannot be read: expected the first half of a surrogate pair before the second at byte 101"}
    -3 {"message":"the documents cannot be read: expected four hexadecimal digits at byte 99"}
    -3 {"message":"the documents cannot be read: expected an escape that JSON knows at byte 96"}
    -3 {"message":"the documents cannot be read: expected an escape instead of a control character at byte 95"}
    -3 {"message":"the documents cannot be read: expected fewer values within values at byte 71"}
    -3 {"message":"the documents cannot be read: expected a number without zeros before it at byte 9"}
    -3 {"message":"the documents cannot be read: expected a value at byte 10"}
    -3 {"message":"the documents cannot be read: expected a list at byte 10"}
    -3 {"message":"the documents cannot be read: expected a string at byte 23"}
    -3 {"message":"the documents cannot be read: expected nothing further at byte 3"}
    -3 {"message":"the documents cannot be read: expected a string at byte 1"}
    "#);
}

#[test]
fn many_actors_are_found_by_their_ids() {
    if plugins().is_none() {
        return;
    }
    let ids: Vec<String> = (0..2000_u64).map(|number| format!("a{}", number * 7919 % 2000)).collect();
    let actors: Vec<Value> = ids.iter().map(|id| json!({"id": id, "name": id.to_uppercase()})).collect();
    let claims: Vec<Value> = ids.iter().rev().map(|id| json!({"claimant": id, "content": []})).collect();
    let expected: String = ids.iter().rev().map(|id| format!("{}\t\t\n", id.to_uppercase())).collect();
    assert_eq!(written(&json!({"actors": actors, "claims": claims}).to_string()), expected);
}
