use crate::cargo::cargo;
use crate::{manifests, pipeline};

/// Every test of the workspace.
pub(crate) fn test() -> Result<(), String> {
    cargo(&["test", "--workspace", "--quiet"])
}

/// What must pass before a change lands.
pub(crate) fn ci() -> Result<(), String> {
    cargo(&["fmt", "--all", "--check"])?;
    cargo(&["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"])?;
    test()?;
    manifests::manifests(true)?;
    pipeline::pipeline(false)
}
