//! Reads a case or a page again whenever something of it changes: the author's loop.
//!
//! *Invariant:* after it began, nothing but Ctrl-C ends it: a failed build, a broken `case.toml` and a plugin that crashes are
//! shown and waited on. The plugin runs in a worker, so that a new build is a new process and a crash costs nothing.

mod changes;
mod fixture;
mod plan;
mod round;
mod shown;

use std::collections::BTreeSet;
use std::path::PathBuf;

use changes::Changes;
use fixture::Fixture;
use plan::Plan;
use round::Bench;

use super::write_out::write_out;
use crate::args::{Global, Watch};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;

pub(crate) fn watch(arguments: &Watch, global: &Global, console: &Console) -> Result<Exit, Failure> {
    let fixture = Fixture::find(&arguments.fixture)?;
    if arguments.accept && fixture.snapshot().is_none() {
        return Err(Failure::usage(format!("{}: a page has no snapshot", fixture.name))
            .help("make a case of it: a folder that holds it as input.html, and case.toml"));
    }
    let mut bench = Bench::new(arguments, global, console, fixture);
    if arguments.once {
        let plan = Plan::new(arguments, global, &bench.fixture)?;
        let round = bench.round(&plan, &BTreeSet::new())?;
        write_out(&round.text)?;
        return Ok(if round.good { Exit::Good } else { Exit::SomeFailed });
    }
    let mut changes = Changes::new()?;
    let mut changed: BTreeSet<PathBuf> = BTreeSet::new();
    let mut watched = Plan::of_the_fixture(&bench.fixture);
    loop {
        // Followed before it is read: what changes while it is read is seen afterwards.
        let round = Plan::new(arguments, global, &bench.fixture).and_then(|new| {
            watched = new.watched.clone();
            changes.follow(&watched);
            bench.round(&new, &changed)
        });
        match round {
            Ok(round) => {
                write_out(&round.text)?;
                changed.clear();
            }
            // What changed until now is still to be built.
            Err(failure) => {
                changes.follow(&watched);
                console.failure(&failure);
            }
        }
        console.say(&format!("waiting for a change of {}; Ctrl-C ends it", watched.told()));
        changed.extend(changes.next(&watched)?);
    }
}
