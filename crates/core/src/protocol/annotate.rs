use serde::{Deserialize, Serialize};

/// Asks an annotator what it has to add to the document in the payload.
///
/// Says nothing yet: everything is in the document. It is there so that later versions can say more.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnnotateRequest {}
