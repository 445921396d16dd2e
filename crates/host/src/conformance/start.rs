//! Starts the checks, each in a process of its own.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::check::Check;
use super::results::{CheckResult, Status, wrong};
use super::run::{NOT_FOR, result};
use crate::worker::{Stopped, end_of, read_to_end};
use crate::{Placement, WorkerProgram};

/// What is checked and how.
#[derive(Debug, Clone)]
pub struct CheckPlan {
    /// A program that calls [`run_check`](super::run_check), with what comes before the options.
    pub program: WorkerProgram,
    /// The library as it was opened.
    pub library: Placement,
    /// The library the user named; `plugin.toml` is looked for beside it.
    pub original: PathBuf,
    /// The rules file that is checked and the id of its engine; `library` is then the engine's.
    pub rules: Option<(PathBuf, String)>,
    pub fixtures: Option<PathBuf>,
    /// Address space of each process, in bytes.
    pub memory: Option<u64>,
    /// For each process.
    pub time_limit: Duration,
}

/// Runs the `wanted` checks on a library and each of its plugins, in order; `tell` hears of each result as it comes.
pub fn check_library(plan: &CheckPlan, wanted: &dyn Fn(Check) -> bool, tell: &mut dyn FnMut(&CheckResult)) {
    let is_first = |check: &Check| if plan.rules.is_some() { check.is_of_rules_file() } else { check.is_of_library() };
    for check in Check::ALL.into_iter().filter(|check| wanted(*check) && is_first(check)) {
        tell(&one(plan, check, None));
    }
    for plugin in &plan.library.plugins {
        let is_of_plugin = |check: &Check| !check.is_of_library() && !check.is_of_rules_file();
        for check in Check::ALL.into_iter().filter(|check| wanted(*check) && is_of_plugin(check)) {
            let mut found = one(plan, check, Some(plugin));
            if check == Check::Determinism && found.status == Status::Success {
                // Answers of another process: its digest must be the same.
                let other = one(plan, check, Some(plugin));
                if other != found {
                    let finding = wrong("another process gives other bytes for the same input");
                    found = result(check, Some(plugin.clone()), finding);
                }
            }
            if found.status != Status::Skipped || !found.message.starts_with(NOT_FOR) {
                tell(&found);
            }
        }
    }
}

fn one(plan: &CheckPlan, check: Check, plugin: Option<&str>) -> CheckResult {
    let crashed = |message: String| CheckResult {
        check: check.name().to_owned(),
        plugin: plugin.map(str::to_owned),
        status: Status::Crashed,
        message,
    };
    let mut command = Command::new(&plan.program.program);
    command.args(&plan.program.arguments).args(["--check", check.name()]).arg("--library").arg(&plan.library.copy);
    if let Some(plugin) = plugin {
        command.args(["--id", plugin]);
    }
    if let Some((rules, engine)) = &plan.rules {
        command.arg("--rules").arg(rules).args(["--engine", engine]);
    }
    let beside = plan.original.parent().map(Path::to_owned);
    for (option, path) in [("--beside", &beside), ("--fixtures", &plan.fixtures)] {
        if let Some(path) = path {
            command.arg(option).arg(path);
        }
    }
    if let Some(memory) = plan.memory {
        command.arg("--memory").arg(memory.to_string());
    }
    command.arg("--host").arg(std::process::id().to_string()).env("RUST_BACKTRACE", "0");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child: Child = match command.spawn() {
        Ok(child) => child,
        Err(error) => return crashed(format!("no process can be started: {error}")),
    };
    let heard = read_to_end(&mut child, Instant::now() + plan.time_limit);
    let (ended, said) = (end_of(&mut child), heard.said);
    // Advice on backtraces says nothing about the plugin.
    let said: Vec<String> =
        said.iter().filter(|line| !line.starts_with("note: run with")).map(|line| format!("{line:?}")).collect();
    let words = if said.is_empty() { String::new() } else { format!("; its last words: {}", said.join(" / ")) };
    if heard.out_of_time {
        return crashed(format!("no result in {} s", plan.time_limit.as_secs_f64()));
    }
    match serde_json::from_slice::<CheckResult>(&heard.output) {
        // People know the original and not its copy.
        Ok(result) => CheckResult {
            message: result
                .message
                .replace(&plan.library.copy.display().to_string(), &plan.original.display().to_string()),
            ..result
        },
        Err(_) => crashed(format!("it {}{words}", ended.unwrap_or(Stopped::Silent))),
    }
}
