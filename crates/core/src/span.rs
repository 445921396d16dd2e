use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ByteRange;

/// Where words stand: the `at` of everything in a [`Document`](crate::Document).
///
/// All ranges are half-open. `chars` and `bytes` point into the document's `text` and always name the same words;
/// `&document.text[bytes]` is exactly what was quoted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Span {
    /// Unicode code points into `text`.
    pub chars: [usize; 2],
    /// UTF-8 bytes into `text`.
    pub bytes: ByteRange,
    /// Bytes of the original file; null when the words do not stand there in one piece.
    pub source: Option<ByteRange>,
    /// The pieces in the original file, in text order, where `source` is null and the words do come from the file:
    /// words with a link or emphasis inside, for instance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub source_parts: Vec<ByteRange>,
}

impl Span {
    /// The words at this span, or `None` if the span does not belong to `text`.
    pub fn slice<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.bytes.slice(text)
    }
}
