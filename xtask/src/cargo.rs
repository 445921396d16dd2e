use std::process::Command;

use rapporteur_testkit::workspace;

/// Runs cargo in the workspace, its output going where ours goes.
pub(crate) fn cargo(arguments: &[&str]) -> Result<(), String> {
    println!("$ cargo {}", arguments.join(" "));
    let status = Command::new(env!("CARGO")).args(arguments).current_dir(workspace()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(format!("`cargo {}` failed", arguments.join(" "))),
        Err(error) => Err(format!("cargo cannot be started: {error}")),
    }
}
