//! What can go wrong in a plugin's own code.

use std::hint::black_box;
use std::io::Write;
use std::process::{Command, abort, exit};
use std::thread;
use std::time::Duration;

/// Does what `deed` says, with a number where one is needed. Returns where that can be survived or the word is not known.
#[allow(clippy::panic, reason = "what this plugin is for")]
pub(crate) fn commit(deed: &str, number: u64) {
    match deed {
        "panic" => panic!("told to panic"),
        "segfault" => die_of("SEGV"),
        "bus-error" => die_of("BUS"),
        "kill" => die_of("KILL"),
        "abort" => {
            say_last("told to abort");
            abort()
        }
        "exit" => {
            say_last("told to exit");
            exit(i32::try_from(number).unwrap_or(1))
        }
        "spin" => spin(),
        "sleep" => thread::sleep(Duration::from_millis(number)),
        "eat" => eat(),
        "leak" => leak(number),
        "stack-overflow" => {
            black_box(descend(0));
        }
        "print" => print(format_args!("told to print\n")),
        "print-much" => (0..number).for_each(|line| print(format_args!("line {line} of many\n"))),
        "complain-much" => (0..number).for_each(|line| say_last(&format!("line {line} of many"))),
        "read-stdin" => assert_eq!(std::io::read_to_string(std::io::stdin()).unwrap_or_default(), ""),
        "orphan" => {
            // Outlives its parent unless the whole group is killed.
            let _ = Command::new("sleep").arg(number.max(60).to_string()).spawn();
            abort()
        }
        "panic-while-panicking" => {
            let _bomb = Bomb;
            panic!("told to panic");
        }
        "thread-panic" => {
            let _ = thread::spawn(|| panic!("told to panic on a thread of its own")).join();
        }
        "log" => tracing::info!(answer = 42, "Told to log."),
        "log-much" => (0..number).for_each(|line| tracing::info!(line, "Told to log.")),
        _ => {}
    }
}

/// Sends itself a signal until it takes: the first may only remove the handler of Rust's runtime.
#[cfg(unix)]
fn die_of(signal: &str) {
    use rustix::process::{Signal, getpid, kill_process};
    let signal = match signal {
        "SEGV" => Signal::SEGV,
        "BUS" => Signal::BUS,
        _ => Signal::KILL,
    };
    say_last("told to die of a signal");
    loop {
        let _ = kill_process(getpid(), signal);
        thread::sleep(Duration::from_millis(1));
    }
}

#[cfg(not(unix))]
fn die_of(_: &str) {
    abort()
}

fn spin() {
    let mut turns = 0_u64;
    loop {
        turns = black_box(turns.wrapping_add(1));
    }
}

/// Takes memory until there is none.
fn eat() {
    let mut eaten = Vec::new();
    loop {
        eaten.push(black_box(vec![1_u8; 16 << 20]));
    }
}

/// Takes so many megabytes and keeps them.
fn leak(megabytes: u64) {
    let bytes = usize::try_from(megabytes).unwrap_or(0) << 20;
    black_box(vec![1_u8; bytes].leak());
}

#[allow(unconditional_recursion, reason = "what this plugin is for")]
fn descend(depth: u64) -> u64 {
    let room = black_box([depth; 512]);
    descend(depth + 1).wrapping_add(room.iter().sum::<u64>())
}

fn say_last(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

fn print(line: std::fmt::Arguments<'_>) {
    let _ = std::io::stdout().write_fmt(line);
    let _ = std::io::stdout().flush();
}

/// Panics when dropped.
struct Bomb;

impl Drop for Bomb {
    #[allow(clippy::panic, reason = "what this plugin is for")]
    fn drop(&mut self) {
        panic!("told to panic again");
    }
}
