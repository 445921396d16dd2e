//! A case is a folder with an input, `case.toml` (what a careful reader demands of it) and `document.snap` (what the program
//! says, as a person reads it). Tests of the workspace, `rapporteur plugins test` and `rapporteur watch` hold plugins against the same cases.

mod case;
mod contract;
mod contract_check;
mod differences;
mod first_contract;
mod json_name;
mod snapshot;
mod summary;

pub use case::{Case, CaseOutcome, cases_below, input_of, read_contract};
pub use contract::{ClaimContract, Contract, Expectations, LabelContract};
pub use contract_check::check_contract;
pub use differences::{Line, differences};
pub use first_contract::first_contract;
pub use snapshot::{SNAPSHOT_FILE, difference, expected, first_difference, same_reading, snapshot_text};
pub use summary::summary;
