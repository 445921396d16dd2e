use schemars::{JsonSchema, Schema, generate::SchemaSettings};

use crate::protocol::Ingested;
use crate::{Additions, Document};

/// JSON Schema (2020-12) of a [`Document`], generated from the types.
pub fn json_schema() -> Schema {
    schema_of::<Document>()
}

/// JSON Schema of the answer to `annotate`: [`Additions`].
pub fn additions_schema() -> Schema {
    schema_of::<Additions>()
}

/// JSON Schema of the answer to `ingest`: [`Ingested`], with its drafts.
pub fn ingested_schema() -> Schema {
    schema_of::<Ingested>()
}

fn schema_of<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>()
}
