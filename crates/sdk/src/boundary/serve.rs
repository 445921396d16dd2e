use rapporteur_core::protocol::{Descriptor, PROTOCOL, PluginKind, Refusal};
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Describe;

/// A plugin as the boundary sees it: messages in, messages out.
pub trait Serve: Sized + Send + 'static {
    /// What it says about itself.
    fn descriptor() -> Descriptor;
    /// Makes an instance from a JSON object of options, or from nothing.
    ///
    /// # Errors
    /// [`Refusal`] if the options do not fit.
    fn create(config: &[u8]) -> Result<Self, Refusal>;
    /// Answers one message.
    fn call(&mut self, method: &str, request: &[u8], payload: &[u8]) -> Answer;
}

/// How a message is answered.
#[derive(Debug)]
pub enum Answer {
    /// Status 0.
    Reply {
        /// The JSON part.
        json: Vec<u8>,
        /// The raw part, in pieces.
        payload: Vec<Vec<u8>>,
    },
    /// Status 1.
    Refused(Refusal),
    /// Status 2.
    Unsupported,
    /// Status -3.
    Protocol(String),
}

impl Answer {
    /// A reply that is only JSON.
    pub fn json(reply: &impl Serialize) -> Self {
        match serde_json::to_vec(reply) {
            Ok(json) => Self::Reply { json, payload: Vec::new() },
            Err(error) => Self::Protocol(error.to_string()),
        }
    }
}

/// The request of this type, or the answer that it could not be read.
pub(super) fn parse<T: DeserializeOwned>(request: &[u8]) -> Result<T, Answer> {
    serde_json::from_slice(request).map_err(|error| Answer::Protocol(format!("the request cannot be read: {error}")))
}

/// The options of a plugin: all defaults where none are given.
pub(super) fn options<P: Describe>(config: &[u8]) -> Result<P::Options, Refusal> {
    if config.is_empty() {
        return Ok(P::Options::default());
    }
    serde_json::from_slice(config).map_err(|error| Refusal::new("invalid-options", format!("{}: {error}", P::ID)))
}

pub(super) fn descriptor<P: Describe>(kind: PluginKind) -> Descriptor {
    let owned = |list: &[&str]| list.iter().map(|item| (*item).to_owned()).collect();
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<P::Options>();
    Descriptor {
        id: P::ID.to_owned(),
        version: P::VERSION.to_owned(),
        kind,
        protocol: PROTOCOL,
        name: P::NAME.to_owned(),
        summary: P::SUMMARY.to_owned(),
        license: P::LICENSE.to_owned(),
        media_types: owned(P::MEDIA_TYPES),
        extensions: owned(P::EXTENSIONS),
        domains: owned(P::DOMAINS),
        rank: P::RANK,
        options_schema: schema.into(),
        rules_option: P::RULES_OPTION.map(str::to_owned),
    }
}
