//! What the plugin boundary costs.
//!
//! Native, in the program and through a worker are measured in turns, so that a busy machine slows all three alike. Figures
//! are wall time, the fifth percentile (what it costs where nobody else wants the processor) and, after a stroke, the median.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use rapporteur_core::Draft;
use rapporteur_core::protocol::{InputInfo, PluginKind};
use rapporteur_html::{Hints, read_page};
use rapporteur_pipeline::host::{
    Isolation, LibraryStore, Limits, Registry, SearchPath, Settings, SourceHandle, WorkerProgram,
};
use rapporteur_prose::text_source::{Layout, read_text};
use rapporteur_testkit::{Profile, build_plugins, stage, workspace};

use crate::cargo::cargo;
use crate::faults::program;

const ROUNDS: usize = 401;
/// Length of the measured articles, in bytes; about.
const ARTICLE: usize = 60_000;
const DOCUMENTS: usize = 10_000;

/// Builds everything for speed, then measures.
pub(crate) fn boundary() -> Result<(), String> {
    if cfg!(debug_assertions) {
        return cargo(&["run", "--quiet", "--release", "--package", "xtask", "--", "boundary"]);
    }
    let folder = workspace().join("target/boundary");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let packages = ["source-text", "source-html", "export-json", "stress"].map(str::to_owned);
    let built = build_plugins(&packages, Profile::Release).map_err(|error| error.to_string())?;
    let plugins = folder.join("plugins");
    stage(&built, &plugins).map_err(|error| error.to_string())?;
    let program = program()?;
    costs(&folder, &plugins, &program)?;
    crashes(&folder, &program)
}

fn costs(folder: &Path, plugins: &Path, program: &Path) -> Result<(), String> {
    let registry = |isolation| {
        let settings = Settings {
            isolation,
            worker: Some(WorkerProgram { program: program.to_owned(), arguments: vec!["worker".into()] }),
            limits: Limits::default(),
            store: LibraryStore::at(folder.join("cache")),
            lock: None,
        };
        let mut search = SearchPath::default();
        search.push("built", vec![plugins.to_owned()], true);
        Registry::with_settings(search, &[], settings)
    };
    let registries = [registry(Isolation::InProcess), registry(Isolation::Process)];
    println!(
        "| ingest of one article | native | in the program | through a worker | more in the program | more through a worker |"
    );
    println!("| --- | --- | --- | --- | --- | --- |");
    for (name, ending, article) in [("text", "txt", text()), ("html", "html", page())] {
        let mut sources = Vec::new();
        for registry in &registries {
            let candidate = registry.find(PluginKind::Source, name).map_err(|error| error.to_string())?;
            sources.push(SourceHandle::new(registry, candidate, b"").map_err(|state| state.to_string())?);
        }
        let info = InputInfo { name: Some(format!("x.{ending}")), ..InputInfo::default() };
        let mut times: [Vec<Duration>; 3] = [const { Vec::new() }; 3];
        for _ in 0..ROUNDS {
            let started = Instant::now();
            std::hint::black_box(native(article.as_bytes(), name)?);
            times[0].push(started.elapsed());
            for (source, times) in sources.iter_mut().zip(&mut times[1..]) {
                let started = Instant::now();
                std::hint::black_box(source.ingest(&info, article.as_bytes()).map_err(|error| error.to_string())?);
                times.push(started.elapsed());
            }
        }
        let [native, here, worker] = times.map(spread);
        println!(
            "| {} bytes of {name} | {} | {} | {} | {} | {} |",
            article.len(),
            both(native),
            both(here),
            both(worker),
            both(less(here, native)),
            both(less(worker, here))
        );
    }
    println!("\n| | in the program | through a worker |\n| --- | --- | --- |");
    let mut rows = vec![vec!["a call that says nothing".to_owned()], vec!["64 KiB to look at".to_owned()]];
    let mut first = vec!["first call of an instance; in a worker, its start included".to_owned()];
    for registry in &registries {
        let candidate = registry.find(PluginKind::Source, "stress").map_err(|error| error.to_string())?;
        let info = InputInfo::default();
        let mut starts = Vec::new();
        for _ in 0..41 {
            let mut source = SourceHandle::new(registry, candidate, b"").map_err(|state| state.to_string())?;
            let started = Instant::now();
            source.detect(&info, b"").map_err(|error| error.to_string())?;
            starts.push(started.elapsed());
        }
        first.push(both(spread(starts)));
        let mut source = SourceHandle::new(registry, candidate, b"").map_err(|state| state.to_string())?;
        for (row, input) in rows.iter_mut().zip([Vec::new(), vec![b'x'; 64 << 10]]) {
            let mut times = Vec::new();
            for _ in 0..2001 {
                let started = Instant::now();
                source.detect(&info, &input).map_err(|error| error.to_string())?;
                times.push(started.elapsed());
            }
            row.push(both(spread(times)));
        }
    }
    rows.push(first);
    rows.iter().for_each(|row| println!("| {} |", row.join(" | ")));
    Ok(())
}

/// Many documents, read by a plugin that crashes on every hundredth.
fn crashes(folder: &Path, program: &Path) -> Result<(), String> {
    println!("\n| {DOCUMENTS} documents at --jobs 4 | seconds | written | quarantined |\n| --- | --- | --- | --- |");
    let write = |crash: bool| {
        for number in 0..DOCUMENTS {
            let bad = crash && number % 100 == 99;
            let text = if bad {
                "stress abort".to_owned()
            } else {
                format!(
                    "stress nothing\n\nOn day {number} the council of Averland said that the harbour would stay open.\n"
                )
            };
            let path = folder.join(format!("in/{number:05}.txt"));
            fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
        }
        Ok::<(), String>(())
    };
    fs::create_dir_all(folder.join("in")).map_err(|error| error.to_string())?;
    for (name, crash, limit) in [
        ("no crash", false, "0"),
        ("a crash on every hundredth, all put up with (--plugin-crashes 0)", true, "0"),
        ("a crash on every hundredth, switched off after three", true, "3"),
    ] {
        write(crash)?;
        let _ = fs::remove_dir_all(folder.join("out"));
        let started = Instant::now();
        let output = Command::new(program)
            .args(["extract", "in", "--to", "jsonl", "--out", "out", "--jobs", "4", "--cache", "cache"])
            .args(["--plugin", "plugins", "--isolation", "process", "--plugin-crashes", limit])
            .args(["--report", "report.json"])
            .current_dir(folder)
            .output()
            .map_err(|error| error.to_string())?;
        let seconds = started.elapsed().as_secs_f64();
        let lines = fs::read_to_string(folder.join("out/documents.jsonl"))
            .map_err(|error| format!("nothing was written ({error}):\n{}", String::from_utf8_lossy(&output.stderr)))?;
        let report = fs::read_to_string(folder.join("report.json")).map_err(|error| error.to_string())?;
        let quarantined = report.matches("\"quarantined\"").count();
        println!("| {name} | {seconds:.1} | {} | {quarantined} |", lines.lines().count());
    }
    Ok(())
}

fn native(bytes: &[u8], name: &str) -> Result<Draft, String> {
    match name {
        "html" => read_page(bytes, Hints::default(), None).map_err(|refused| refused.message),
        _ => read_text(bytes, None, Layout::Article).map_err(|refused| refused.message),
    }
}

const PARAGRAPHS: [&str; 3] = [
    "Averland has not yet decided whether it will sign the compact that its neighbours agreed on in March, and the parliament will debate the matter again in the autumn.",
    "“A signature is not a harbour,” said Ilona Brandt, the prime minister. She warned the opposition against “haste”.",
    "The Tide Party, which governs with her, denied on Monday that it had ever promised a date; its chairman, Gunnar Pell, told reporters that the compact was a net full of holes.",
];

fn text() -> String {
    let body = PARAGRAPHS.join("\n\n") + "\n\n";
    format!(
        "Averland Weighs The Harbour Compact – Analysis\n\nBy Ilse Marwood\n\n{}",
        body.repeat(ARTICLE / body.len())
    )
}

fn page() -> String {
    let body: String = PARAGRAPHS.iter().map(|paragraph| format!("<p>{paragraph}</p>\n")).collect();
    format!(
        "<!doctype html><html lang=en><head><title>Averland Weighs The Harbour Compact</title>\
         <meta name=author content='Ilse Marwood'></head><body><article><h1>Averland Weighs The Harbour Compact</h1>\n{}\
         </article></body></html>",
        body.repeat(ARTICLE / body.len())
    )
}

/// Fifth percentile and median.
fn spread(mut times: Vec<Duration>) -> [Duration; 2] {
    times.sort();
    [times.len() / 20, times.len() / 2].map(|at| times.get(at).copied().unwrap_or_default())
}

fn less([low, middle]: [Duration; 2], [other_low, other_middle]: [Duration; 2]) -> [Duration; 2] {
    [low.saturating_sub(other_low), middle.saturating_sub(other_middle)]
}

fn both([low, middle]: [Duration; 2]) -> String {
    format!("{} / {}", ms(low), ms(middle))
}

/// Milliseconds, or microseconds where they are few.
fn ms(time: Duration) -> String {
    let microseconds = time.as_secs_f64() * 1e6;
    if microseconds < 200.0 { format!("{microseconds:.1} µs") } else { format!("{:.2} ms", microseconds / 1e3) }
}
