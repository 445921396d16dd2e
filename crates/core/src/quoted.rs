use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Span;

/// Words of the source and where they stand. `text` is exactly the slice of the document's text at `at`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Quoted")]
pub struct Quoted<A = Span> {
    pub text: String,
    pub at: A,
}

impl<A> Quoted<A> {
    /// The same words with another kind of position.
    pub fn map_at<B>(self, convert: &mut impl FnMut(A) -> B) -> Quoted<B> {
        Quoted { text: self.text, at: convert(self.at) }
    }
}
