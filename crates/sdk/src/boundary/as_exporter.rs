use rapporteur_core::Document;
use rapporteur_core::protocol::{Descriptor, ExportRequest, Exported, ExportedFile, PluginKind, Refusal, method};

use super::serve::{self, Answer, Serve};
use crate::{Exporter, OutputFile};

/// An [`Exporter`] behind messages.
pub struct AsExporter<P>(P);

impl<P: Exporter> Serve for AsExporter<P> {
    fn descriptor() -> Descriptor {
        serve::descriptor::<P>(PluginKind::Exporter)
    }

    fn create(config: &[u8]) -> Result<Self, Refusal> {
        Ok(Self(P::new(serve::options::<P>(config)?)?))
    }

    fn call(&mut self, method: &str, request: &[u8], payload: &[u8]) -> Answer {
        if !matches!(method, method::EXPORT | method::FINISH) {
            return Answer::Unsupported;
        }
        if let Err(unreadable) = serve::parse::<ExportRequest>(request) {
            return unreadable;
        }
        if method == method::FINISH {
            return answer(self.0.finish());
        }
        let documents: Result<Vec<Document>, _> =
            serde_json::Deserializer::from_slice(payload).into_iter::<Document>().collect();
        match documents {
            Ok(documents) => answer(self.0.export(&documents)),
            Err(error) => Answer::Protocol(format!("the documents cannot be read: {error}")),
        }
    }
}

fn answer(files: Result<Vec<OutputFile>, Refusal>) -> Answer {
    let files = match files {
        Ok(files) => files,
        Err(refusal) => return Answer::Refused(refusal),
    };
    let mut start = 0;
    let mut exported = Exported::default();
    let mut payload = Vec::with_capacity(files.len());
    for OutputFile { name, media_type, bytes } in files {
        exported.files.push(ExportedFile { name, media_type, start, len: bytes.len() });
        start += bytes.len();
        payload.push(bytes);
    }
    match Answer::json(&exported) {
        Answer::Reply { json, .. } => Answer::Reply { json, payload },
        other => other,
    }
}
