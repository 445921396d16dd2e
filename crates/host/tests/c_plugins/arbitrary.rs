//! Bytes that nobody meant. Nothing may crash, and what is answered must hold.

use rapporteur_abi::status;
use rapporteur_core::protocol::{Detection, Exported, Ingested, Refusal};
use rapporteur_core::{Provenance, assemble};
use serde_json::Value;

use crate::build::{EXPORTER, SOURCE, library, plugins};
use crate::digest::DIGEST;
use crate::raw::{Answer, Raw, open};

/// The same numbers in every run.
struct Numbers(u64);

impl Numbers {
    /// Below `end`, which is not 0.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or(0) % end
    }

    /// The input with a few places changed, cut out, doubled, or filled with what parsers stumble over.
    fn mutated(&mut self, input: &[u8]) -> Vec<u8> {
        const STUMBLES: [&[u8]; 16] = [
            b"\0",
            b"\"",
            b"\\",
            b"\\u",
            b"\\ud83d",
            b"\xF0\x9F",
            b"\xED\xA0\x80",
            b"\r",
            b"\n",
            b"\n ",
            b"{",
            b"]",
            b":",
            b"\n------------------------------\n",
            b"<",
            b"-- \n",
        ];
        let mut bytes = input.to_vec();
        for _ in 0..=self.below(4) {
            let (from, to) = (self.below(bytes.len() + 1), self.below(bytes.len() + 1));
            let (from, to) = (from.min(to), from.max(to).min(from.min(to) + 40));
            match self.below(5) {
                0 if from < bytes.len() => bytes[from] = u8::try_from(self.below(256)).unwrap_or(0),
                1 => drop(bytes.drain(from..to)),
                2 => drop(bytes.splice(to..to, bytes[from..to].to_vec())),
                3 => bytes.truncate(from + to),
                _ => drop(bytes.splice(from..from, STUMBLES[self.below(STUMBLES.len())].iter().copied())),
            }
        }
        bytes
    }
}

/// A refusal or a complaint that says something.
fn says_why(answer: &Answer) {
    match answer.status {
        status::REFUSED => {
            let refusal: Refusal = serde_json::from_str(&answer.json).expect("a refusal");
            assert!(!refusal.code.is_empty() && !refusal.message.is_empty());
        }
        status::PROTOCOL => {
            let said: Value = serde_json::from_str(&answer.json).expect("words");
            assert!(said["message"].is_string(), "{answer:?}");
        }
        other => panic!("status {other}: {answer:?}"),
    }
}

#[test]
fn any_bytes_as_a_digest() {
    let Some(folder) = plugins() else { return };
    let mut source = Raw::new(open(&library(folder, SOURCE)), b"").expect("it can be made");
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    let crlf = DIGEST.replace('\n', "\r\n");
    let mut read = 0;
    for round in 0..6000 {
        let file = numbers.mutated(if round % 2 == 0 { DIGEST.as_bytes() } else { crlf.as_bytes() });
        let detected = source.call("detect", b"{}", &file);
        let detection: Detection = serde_json::from_str(&detected.json).expect("a detection");
        assert!(detected.status == status::OK && detection.confidence <= 100);
        let answer = source.call("ingest", b"{}", &file);
        if answer.status != status::OK {
            says_why(&answer);
            continue;
        }
        let ingested: Ingested = serde_json::from_str(&answer.json).expect("documents");
        assert!(!ingested.documents.is_empty());
        for draft in ingested.documents {
            let (uri, plugin, plugin_version) = ("x", "x", "1");
            let provenance =
                Provenance { uri, bytes: &file, ordinal: 0, plugin, plugin_version, confidence: 1, evidence: &[] };
            let text = str::from_utf8(&file).expect("anything else is refused");
            let document = assemble(draft, &provenance).expect("the draft is sound").document;
            for at in document.blocks.iter().map(|block| &block.at) {
                let parts: String =
                    at.source.iter().chain(&at.source_parts).filter_map(|part| part.slice(text)).collect();
                let words = at.slice(&document.text).expect("it was checked");
                assert_eq!(without_space(&parts), without_space(words));
            }
            read += 1;
        }
    }
    assert!(read > 3000, "too few mutations are still digests: {read}");
}

fn without_space(text: &str) -> String {
    text.chars().filter(|one| !" \t\r\n".contains(*one)).collect()
}

#[test]
fn any_bytes_as_documents() {
    let Some(folder) = plugins() else { return };
    let plugin = open(&library(folder, EXPORTER));
    let line = r#"{"schema":"rapporteur/1","actors":[{"id":"a","name":"Caf\u00e9 \ud83d\udea2","mentions":[{"at":{"chars":[0,1.5e3]}}]},
        {"id":"b","name":"B"}],"claims":[{"claimant":"b","co_claimants":["a","c"],"cue":{"text":"s\taid"},"negated":false,
        "content":[{"text":"one"},{"text":"“two”"}]},{"claimant":null,"cue":null,"content":[]}]}"#;
    let mut numbers = Numbers(0xD1B5_4A32_D192_ED03);
    let mut exporter = Raw::new(plugin, b"").expect("it can be made");
    let mut written = 0;
    for _ in 0..20_000 {
        let payload = numbers.mutated(format!("{line}\n{line}\n").as_bytes());
        let answer = exporter.call("export", br#"{"batch":3}"#, &payload);
        if answer.status != status::OK {
            says_why(&answer);
            assert!(answer.payload.is_empty());
            continue;
        }
        written += 1;
        let exported: Exported = serde_json::from_str(&answer.json).expect("files");
        assert_eq!(exported.files[0].len, answer.payload.len());
        let lines = String::from_utf8(answer.payload).expect("UTF-8 in, UTF-8 out");
        assert!(lines.lines().all(|line| line.matches('\t').count() == 2), "{lines:?}");
        // What this reader takes for JSON is JSON.
        for value in serde_json::Deserializer::from_slice(&payload).into_iter::<Value>() {
            let error = value.err().map(|error| error.to_string()).unwrap_or_default();
            assert!(error.is_empty() || error.starts_with("number out of range"), "{error}");
        }
    }
    assert!(written > 1000, "too few mutations are still documents: {written}");
}

#[test]
fn any_bytes_as_options_and_requests() {
    let Some(folder) = plugins() else { return };
    let mut numbers = Numbers(0x2545_F491_4F6C_DD1D);
    let cases = [
        (SOURCE, r#"{"skip_replies":true}"#, "ingest", r#"{"name":"a.txt","charset":"utf-8","truncated":false}"#),
        (EXPORTER, r#"{"header":true,"unnamed":"\u00e9"}"#, "export", r#"{"batch":12}"#),
    ];
    for (name, config, method, request) in cases {
        let plugin = open(&library(folder, name));
        let mut made = Raw::new(plugin, config.as_bytes()).expect("it can be made");
        for _ in 0..3000 {
            match Raw::new(plugin, &numbers.mutated(config.as_bytes())) {
                Ok(_) => {}
                Err(answer) => says_why(&answer),
            }
            let request = numbers.mutated(request.as_bytes());
            let answer = made.call(method, &request, b"");
            if answer.status != status::OK {
                says_why(&answer);
            } else {
                let parsed: Value = serde_json::from_slice(&request).expect("a request that is no JSON is refused");
                assert!(parsed.is_object());
            }
        }
    }
}

#[test]
fn bad_requests_and_sinks_that_refuse() {
    let Some(folder) = plugins() else { return };
    let cases = [(SOURCE, ["detect", "ingest"], DIGEST), (EXPORTER, ["export", "finish"], "")];
    for (name, methods, payload) in cases {
        let mut instance = Raw::new(open(&library(folder, name)), b"{}").expect("it can be made");
        for unknown in ["", "annotate", "ingest\0", "detec", "EXPORT"] {
            assert_eq!(instance.call(unknown, b"{}", b"").status, status::UNSUPPORTED, "{unknown}");
        }
        for method in methods {
            for request in ["", "null", "[]", "{", "{}{}", "{\"a\":}", "\u{FEFF}{}"] {
                let answer = instance.call(method, request.as_bytes(), payload.as_bytes());
                assert_eq!(answer.status, status::PROTOCOL, "{method} {request}");
                says_why(&answer);
            }
            let answer = instance.call_with_room(10, method, b"{}", payload.as_bytes());
            assert_eq!((answer.status, answer.json.as_str()), (status::SINK, ""), "{method}");
            // The instance is as good as before.
            assert_eq!(instance.call(method, b"{}", payload.as_bytes()).status, status::OK, "{method}");
        }
    }
}
