use super::write_out::write_out;
use crate::exit::Exit;
use crate::failure::Failure;

pub(crate) fn schema() -> Result<Exit, Failure> {
    let schema = serde_json::to_string_pretty(&rapporteur_core::json_schema()).map_err(Failure::work)?;
    write_out(&format!("{schema}\n"))?;
    Ok(Exit::Good)
}
