use rapporteur_core::{additions_schema, ingested_schema, json_schema};

use super::write_out::write_out;
use crate::args::{Schema, SchemaOf};
use crate::exit::Exit;
use crate::failure::Failure;

pub(crate) fn schema(arguments: &Schema) -> Result<Exit, Failure> {
    let schema = match arguments.of {
        SchemaOf::Document => json_schema(),
        SchemaOf::Ingested => ingested_schema(),
        SchemaOf::Additions => additions_schema(),
    };
    let schema = serde_json::to_string_pretty(&schema).map_err(Failure::work)?;
    write_out(&format!("{schema}\n"))?;
    Ok(Exit::Good)
}
