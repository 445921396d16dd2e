use schemars::{Schema, generate::SchemaSettings};

use crate::Document;

/// JSON Schema (2020-12) of a [`Document`], generated from the types.
pub fn json_schema() -> Schema {
    let generator = SchemaSettings::draft2020_12().into_generator();
    generator.into_root_schema_for::<Document>()
}
