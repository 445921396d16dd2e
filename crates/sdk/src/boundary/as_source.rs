use rapporteur_core::protocol::{Descriptor, InputInfo, PluginKind, ProposalRequest, Refusal, method};

use super::serve::{self, Answer, Serve};
use crate::{Input, Source};

/// A [`Source`] behind messages.
pub struct AsSource<P>(P);

impl<P: Source> Serve for AsSource<P> {
    fn descriptor() -> Descriptor {
        serve::descriptor::<P>(PluginKind::Source)
    }

    fn create(config: &[u8]) -> Result<Self, Refusal> {
        Ok(Self(P::new(serve::options::<P>(config)?)?))
    }

    fn call(&mut self, method: &str, request: &[u8], payload: &[u8]) -> Answer {
        let answer = |of: &dyn Fn(&Input<'_>) -> Answer| match serve::parse::<InputInfo>(request) {
            Ok(info) => of(&Input { info: &info, bytes: payload }),
            Err(unreadable) => unreadable,
        };
        match method {
            method::DETECT => answer(&|input| Answer::json(&self.0.detect(input))),
            method::INGEST => answer(&|input| match self.0.ingest(input) {
                Ok(ingested) => Answer::json(&ingested),
                Err(refusal) => Answer::Refused(refusal),
            }),
            method::PROPOSE => match serve::parse::<ProposalRequest>(request) {
                Ok(ProposalRequest { input, name }) => {
                    match self.0.propose(&Input { info: &input, bytes: payload }, name.as_deref()) {
                        Some(Ok(proposal)) => Answer::json(&proposal),
                        Some(Err(refusal)) => Answer::Refused(refusal),
                        None => Answer::Unsupported,
                    }
                }
                Err(unreadable) => unreadable,
            },
            _ => Answer::Unsupported,
        }
    }
}
