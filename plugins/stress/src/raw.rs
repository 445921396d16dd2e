use rapporteur_sdk::boundary::{Answer, Serve};
use rapporteur_sdk::core::protocol::{Descriptor, PROTOCOL};
use rapporteur_sdk::{Detection, PluginKind, Refusal};

use crate::source::wish;

/// Takes inputs that begin with "raw" and answers them with bytes of its own.
pub(crate) struct RawSource;

impl Serve for RawSource {
    fn descriptor() -> Descriptor {
        Descriptor {
            id: "org.rapporteur.stress-raw".to_owned(),
            version: "0.1.0".to_owned(),
            kind: PluginKind::Source,
            protocol: PROTOCOL,
            name: "stress-raw".to_owned(),
            summary: "Answers with bytes that are no answer".to_owned(),
            license: "MIT OR Apache-2.0".to_owned(),
            media_types: Vec::new(),
            extensions: Vec::new(),
            domains: Vec::new(),
            rank: 100,
            options_schema: serde_json::Value::Null,
            rules_option: None,
        }
    }

    fn create(_: &[u8]) -> Result<Self, Refusal> {
        Ok(Self)
    }

    fn call(&mut self, method: &str, _: &[u8], payload: &[u8]) -> Answer {
        let ours = payload.starts_with(b"raw ");
        match method {
            "detect" if payload.starts_with(b"raw-detect ") => answer(&wish(payload).0),
            "detect" => Answer::json(&Detection { confidence: if ours { 100 } else { 0 }, evidence: Vec::new() }),
            "ingest" => answer(&wish(payload).0),
            _ => Answer::Unsupported,
        }
    }
}

pub(crate) fn answer(deed: &str) -> Answer {
    let json = |json: &[u8]| Answer::Reply { json: json.to_vec(), payload: Vec::new() };
    match deed {
        "bad-json" => json(b"{\"documents\": [}"),
        "empty-reply" => json(b""),
        "wrong-type" => json(b"{\"documents\": 7, \"claims\": 7}"),
        "invalid-utf8" => json(b"{\"documents\": [{\"text\": \"\xff\xfe\"}]}"),
        "lone-surrogate" => json(br#"{"documents": [{"text": "\ud800"}]}"#),
        "deep-json" => json(&[b"{\"documents\": ".as_slice(), &[b'['; 100_000]].concat()),
        "other-fields" => json(br#"{"documents": [], "colour": "blue"}"#),
        "oversize-reply" => {
            // Sixty-four megabytes: more than a test lets an answer be.
            Answer::Reply { json: Vec::new(), payload: vec![vec![b' '; 8 << 20]; 8] }
        }
        "unsupported" => Answer::Unsupported,
        "protocol-error" => Answer::Protocol("told not to understand".to_owned()),
        _ => json(br#"{"documents": []}"#),
    }
}
