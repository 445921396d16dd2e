use rapporteur_core::Document;
use rapporteur_core::protocol::{AnnotateRequest, Descriptor, PluginKind, Refusal, method};

use super::serve::{self, Answer, Serve};
use crate::Annotator;

/// An [`Annotator`] behind messages.
pub struct AsAnnotator<P>(P);

impl<P: Annotator> Serve for AsAnnotator<P> {
    fn descriptor() -> Descriptor {
        serve::descriptor::<P>(PluginKind::Annotator)
    }

    fn create(config: &[u8]) -> Result<Self, Refusal> {
        Ok(Self(P::new(serve::options::<P>(config)?)?))
    }

    fn call(&mut self, method: &str, request: &[u8], payload: &[u8]) -> Answer {
        if method != method::ANNOTATE {
            return Answer::Unsupported;
        }
        if let Err(unreadable) = serve::parse::<AnnotateRequest>(request) {
            return unreadable;
        }
        let document: Document = match serde_json::from_slice(payload) {
            Ok(document) => document,
            Err(error) => return Answer::Protocol(format!("the document cannot be read: {error}")),
        };
        match self.0.annotate(&document) {
            Ok(additions) => Answer::json(&additions),
            Err(refusal) => Answer::Refused(refusal),
        }
    }
}
