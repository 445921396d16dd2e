use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The options of a plugin that has none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoOptions {}
