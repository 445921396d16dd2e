//! The fault matrix: plugins that misbehave in every way we know, each in a run of good documents, and what became of them.
//!
//! For each fault the program reads the same 200 good documents with one bad input among them, at `--jobs 4`, and what it
//! writes of the good ones is compared byte for byte, order included, with a run without the fault. Beside that the host is
//! asked directly how soon it notices and how soon the next input is served.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use rapporteur_core::protocol::{InputInfo, PluginKind};
use rapporteur_core::{Document, Draft, Provenance, assemble};
use rapporteur_pipeline::host::{
    AnnotatorHandle, Isolation, LibraryStore, Limits, Registry, SearchPath, Settings, SourceHandle, WorkerProgram,
};
use rapporteur_testkit::{Profile, build_plugins, plugin_names, stage, stage_rules, workspace};
use serde_json::Value;

use crate::fault_list::{FAULTS, Fault, Where};

const GOOD: usize = 200;
/// The bad input; in order it stands among the good ones.
const BAD: &str = "in/good-099-then-bad.txt";
const JOBS: &str = "4";
/// Time limit of a call in these runs, in seconds.
const LIMIT: &str = "1";

/// Both annotators of the stress plugin.
const ANNOTATE: &[&str] = &["--annotate", "stress-annotator", "--annotate", "stress-raw-annotator"];

/// Runs every fault whose name holds `include` and prints the table of `docs/faults.md`; fails if one good document is lost,
/// changed or reordered.
pub(crate) fn faults(include: &str, unoptimised: bool) -> Result<(), String> {
    let matrix = Matrix::new(if unoptimised { Profile::Dev } else { Profile::Release })?;
    println!(
        "| fault | where | good documents lost / changed / reordered | noticed after | next input after | exit | what is told |"
    );
    println!("| --- | --- | --- | --- | --- | --- | --- |");
    let mut harmed = Vec::new();
    let mut rows = 0;
    let chosen = FAULTS.iter().filter(|(name, _, _)| name.contains(include));
    let count = chosen.clone().count();
    for (name, survivable, fault) in chosen {
        for isolation in [Isolation::Process, Isolation::InProcess] {
            if isolation == Isolation::InProcess && *survivable == Where::Worker {
                continue;
            }
            let row = matrix.run(name, fault, isolation)?;
            println!("{}", row.line);
            rows += 1;
            if !row.harmless {
                harmed.push(format!("{name} ({})", isolation.as_str()));
            }
        }
    }
    println!("\n{count} faults, {rows} runs of {GOOD} good documents at --jobs {JOBS}");
    if harmed.is_empty() { Ok(()) } else { Err(format!("good documents were harmed by: {}", harmed.join(", "))) }
}

struct Matrix {
    program: PathBuf,
    folder: PathBuf,
    /// The plugins users get.
    plugins: PathBuf,
    stress: PathBuf,
    /// By address, what is written of the good documents where nothing goes wrong; and their order.
    expected: BTreeMap<String, String>,
    order: Vec<String>,
    /// The same where the stress annotators run and have nothing to add: documents say who looked at them.
    annotated: BTreeMap<String, String>,
}

struct Row {
    line: String,
    harmless: bool,
}

impl Matrix {
    fn new(profile: Profile) -> Result<Self, String> {
        let folder = workspace().join("target/faults");
        let _ = fs::remove_dir_all(&folder);
        let input = folder.join("in");
        fs::create_dir_all(&input).map_err(|error| error.to_string())?;
        let packages: Vec<String> = plugin_names().into_iter().filter(|name| name != "stress").collect();
        let built = build_plugins(&packages, profile).map_err(|error| error.to_string())?;
        let plugins = folder.join("plugins");
        stage(&built, &plugins).and_then(|()| stage_rules(&plugins)).map_err(|error| error.to_string())?;
        let stress = build_plugins(&["stress".to_owned()], profile).map_err(|error| error.to_string())?;
        let stress = stress.first().map(|plugin| plugin.library.clone()).ok_or("the stress plugin was not built")?;
        for number in 0..GOOD {
            write(&input.join(format!("good-{number:03}.txt")), good(number).as_bytes())?;
        }
        let program = built_program(profile)?;
        let (expected, annotated) = (BTreeMap::new(), BTreeMap::new());
        let mut matrix = Self { program, folder, plugins, stress, expected, order: Vec::new(), annotated };
        let output = matrix.extract(&["in"], &[])?;
        if !output.status.success() {
            return Err(format!("the run without a fault failed:\n{}", String::from_utf8_lossy(&output.stderr)));
        }
        (matrix.expected, matrix.order) = matrix.written()?;
        if matrix.order.len() != GOOD {
            return Err(format!("the run without a fault wrote {} documents", matrix.order.len()));
        }
        let stress = matrix.stress.display().to_string();
        matrix.extract(&["in"], &[&["--plugin", stress.as_str()], ANNOTATE].concat())?;
        (matrix.annotated, _) = matrix.written()?;
        Ok(matrix)
    }

    /// Runs the program in the folder and writes JSON lines to `out`.
    fn extract(&self, inputs: &[&str], further: &[&str]) -> Result<Output, String> {
        let _ = fs::remove_dir_all(self.folder.join("out"));
        Command::new(&self.program)
            .arg("extract")
            .args(inputs)
            .args(["--to", "jsonl", "--out", "out", "--jobs", JOBS, "--plugin-timeout", LIMIT, "--cache", "cache"])
            .arg("--plugin")
            .arg(&self.plugins)
            .args(further)
            .current_dir(&self.folder)
            .env_remove("RAPPORTEUR_PLUGIN_PATH")
            .output()
            .map_err(|error| format!("{}: {error}", self.program.display()))
    }

    /// The good documents that were written, by address, and their order.
    fn written(&self) -> Result<(BTreeMap<String, String>, Vec<String>), String> {
        let one = self.folder.join("out/documents.jsonl");
        let path = if one.is_file() { one } else { self.folder.join("out/jsonl/documents.jsonl") };
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut lines = BTreeMap::new();
        let mut order = Vec::new();
        for line in text.lines() {
            let document: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
            let uri = document.pointer("/source/uri").and_then(Value::as_str).unwrap_or_default().to_owned();
            if uri != BAD {
                lines.insert(uri.clone(), line.to_owned());
                order.push(uri);
            }
        }
        Ok((lines, order))
    }

    fn run(&self, name: &str, fault: &Fault, isolation: Isolation) -> Result<Row, String> {
        let bad = self.folder.join(BAD);
        let place = isolation.as_str();
        let mut further = vec!["--isolation".to_owned(), place.to_owned(), "--plugin".to_owned()];
        let stress = self.stress.display().to_string();
        let mut timing = None;
        let mut owned = |words: &[&str]| further.extend(words.iter().map(|word| (*word).to_owned()));
        match fault {
            Fault::Input(input) => {
                owned(&[&stress]);
                write(&bad, input.as_bytes())?;
                timing = Some((self.stress.clone(), *input));
            }
            Fault::Annotator(deed) => {
                owned(&[&stress]);
                owned(ANNOTATE);
                write(&bad, format!("stress {deed}").as_bytes())?;
            }
            Fault::Hostile(deed) => {
                let library = self.hostile("NONE")?;
                owned(&[&library.display().to_string()]);
                write(&bad, format!("hostile {deed}").as_bytes())?;
            }
            Fault::Library(kind) => owned(&[&self.hostile(kind)?.display().to_string()]),
            Fault::Option(value) => {
                owned(&[&stress, "--set", &format!("stress-source.on_create={value}")]);
            }
            Fault::Exporter(deed) => {
                let deed = format!("stress-exporter.deed={deed}");
                owned(&[&stress, "--to", "stress", "--set", &deed, "--set", "stress-exporter.batch=1"]);
                owned(&["--set", "stress-exporter.name=a.txt"]);
            }
            Fault::Rules(text) => owned(&[&self.rules(text)?.display().to_string()]),
            Fault::ChangedRules => {
                let rules = self.rules("name = \"gull\"\nversion = \"1\"\nhosts = [\"gull.example\"]")?;
                let zeros = "0".repeat(64);
                let lock = format!(
                    "version = 1\nunlisted = \"isolate\"\n[[library]]\nfile = \"gull.rules.toml\"\nsha256 = \"{zeros}\"\n\
                     plugins = [\"org.example.gull\"]\n"
                );
                write(&self.folder.join("plugins.lock"), lock.as_bytes())?;
                owned(&[&rules.display().to_string()]);
            }
            Fault::CutLibrary => {
                let bytes = fs::read(&self.stress).map_err(|error| error.to_string())?;
                let half = self.folder.join("librapporteur_half.so");
                write(&half, bytes.get(..bytes.len() / 2).unwrap_or_default())?;
                owned(&[&half.display().to_string()]);
            }
            Fault::ChangedLibrary => {
                let bytes = fs::read(&self.stress).map_err(|error| error.to_string())?;
                let changed = self.folder.join("librapporteur_changed.so");
                write(&changed, &bytes)?;
                let lock = self.folder.join("plugins.lock");
                let _ = fs::remove_file(&lock);
                let changed_path = changed.display().to_string();
                let trusted = Command::new(&self.program)
                    .args(["plugins", "trust", &changed_path, "--lock"])
                    .arg(&lock)
                    .current_dir(&self.folder)
                    .output();
                let trusted = trusted.map_err(|error| error.to_string())?;
                if !trusted.status.success() {
                    return Err(format!("plugins trust failed: {}", String::from_utf8_lossy(&trusted.stderr)));
                }
                // The others stay usable; only the one that is listed has changed.
                let text = fs::read_to_string(&lock).map_err(|error| error.to_string())?;
                write(&lock, text.replace("\"refuse\"", "\"isolate\"").as_bytes())?;
                write(&changed, &[bytes, vec![0]].concat())?;
                owned(&[&changed_path]);
            }
        }
        let further: Vec<&str> = further.iter().map(String::as_str).collect();
        let output = self.extract(&["in"], &further)?;
        let _ = fs::remove_file(&bad);
        let _ = fs::remove_file(self.folder.join("plugins.lock"));
        let (written, order) = self.written()?;
        let expected = if matches!(fault, Fault::Annotator(_)) { &self.annotated } else { &self.expected };
        let lost = expected.keys().filter(|uri| !written.contains_key(*uri)).count();
        let differs = |(uri, line): &(&String, &String)| expected.get(*uri).is_some_and(|before| before != *line);
        let changed = written.iter().filter(differs).count();
        let kept: Vec<&String> = self.order.iter().filter(|uri| written.contains_key(*uri)).collect();
        let reordered = usize::from(kept != order.iter().collect::<Vec<_>>());
        let (noticed, recovered) = match (timing, fault) {
            (Some((library, input)), _) => self.time(&library, input, isolation)?,
            (None, Fault::Annotator(deed)) => self.time_annotator(deed, isolation)?,
            _ => ("–".to_owned(), "–".to_owned()),
        };
        let exit = output.status.code().map_or_else(|| "none".to_owned(), |code| code.to_string());
        let told = told(&String::from_utf8_lossy(&output.stderr), &self.folder, &self.stress);
        let line = format!(
            "| {name} | {place} | {lost} / {changed} / {reordered} | {noticed} | {recovered} | {exit} | {told} |"
        );
        Ok(Row { line, harmless: lost + changed + reordered == 0 && output.status.code().is_some() })
    }

    /// How soon the host has an answer to the bad input, and how soon one to the next.
    fn time(&self, library: &Path, input: &str, isolation: Isolation) -> Result<(String, String), String> {
        let registry = self.registry(library, isolation);
        let name = if input.starts_with("raw") { "stress-raw" } else { "stress" };
        let candidate = registry.find(PluginKind::Source, name).map_err(|error| error.to_string())?;
        let mut source = SourceHandle::new(&registry, candidate, b"").map_err(|state| state.to_string())?;
        let info = InputInfo::default();
        let mut times = Vec::new();
        for _ in 0..5 {
            // A worker that is new to it: otherwise the input is shown to two.
            drop(source);
            source = SourceHandle::new(&registry, candidate, b"").map_err(|state| state.to_string())?;
            let started = Instant::now();
            let failed = if input.starts_with("stress-detect") {
                source.detect(&info, input.as_bytes()).is_err()
            } else {
                source.ingest(&info, input.as_bytes()).is_err()
            };
            let noticed = started.elapsed();
            let started = Instant::now();
            source.detect(&info, b"next").map_err(|error| format!("after {input}: {error}"))?;
            times.push((failed, noticed, started.elapsed()));
        }
        Ok(medians(times))
    }

    /// The same of an annotator and a document that says what it does.
    fn time_annotator(&self, deed: &str, isolation: Isolation) -> Result<(String, String), String> {
        let registry = self.registry(&self.stress, isolation);
        let name = if deed.starts_with("raw") { "stress-raw" } else { "stress" };
        let candidate = registry.find(PluginKind::Annotator, name).map_err(|error| error.to_string())?;
        let (bad, next) = (document(&format!("stress {deed}"))?, document("next")?);
        let mut times = Vec::new();
        for _ in 0..5 {
            let mut annotator = AnnotatorHandle::new(&registry, candidate, b"").map_err(|state| state.to_string())?;
            let started = Instant::now();
            let failed = annotator.annotate(&bad).is_err();
            let noticed = started.elapsed();
            let started = Instant::now();
            annotator.annotate(&next).map_err(|error| format!("after {deed}: {error}"))?;
            times.push((failed, noticed, started.elapsed()));
        }
        Ok(medians(times))
    }

    fn registry(&self, library: &Path, isolation: Isolation) -> Registry {
        let settings = Settings {
            isolation,
            worker: Some(WorkerProgram { program: self.program.clone(), arguments: vec!["worker".into()] }),
            limits: Limits { call_time: Duration::from_secs(1), ..Limits::default() },
            store: LibraryStore::at(self.folder.join("cache")),
            lock: None,
        };
        let mut search = SearchPath::default();
        search.push("--plugin", vec![library.to_owned()], true);
        Registry::with_settings(search, &[], settings)
    }

    /// A rules file with this text below its head.
    fn rules(&self, text: &str) -> Result<PathBuf, String> {
        let path = self.folder.join("gull.rules.toml");
        write(&path, format!("schema = 1\nid = \"org.example.gull\"\n{text}\n").as_bytes())?;
        Ok(path)
    }

    /// `hostile.c` with a fault.
    fn hostile(&self, fault: &str) -> Result<PathBuf, String> {
        let library = self.folder.join(format!("librapporteur_{}.so", fault.to_lowercase()));
        let output = Command::new("cc")
            .args(["-shared", "-fPIC", "-fvisibility=hidden", "-O1", "-I", "crates/abi/include"])
            .arg(format!("-DFAULT=FAULT_{fault}"))
            .args(["plugins/stress/hostile.c", "-o"])
            .arg(&library)
            .current_dir(workspace())
            .output()
            .map_err(|error| format!("cc: {error}"))?;
        if output.status.success() { Ok(library) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
    }
}

/// The median times of five: until the failure is noticed, where there is one, and of the next call.
fn medians(mut times: Vec<(bool, Duration, Duration)>) -> (String, String) {
    times.sort_by_key(|(_, noticed, _)| *noticed);
    let noticed = times.get(2).map(|(_, noticed, _)| *noticed).unwrap_or_default();
    times.sort_by_key(|(_, _, next)| *next);
    let next = times.get(2).map(|(_, _, next)| *next).unwrap_or_default();
    let noticed = if times.iter().any(|(failed, _, _)| *failed) { milliseconds(noticed) } else { "–".to_owned() };
    (noticed, milliseconds(next))
}

/// A document of these words and nothing else.
fn document(text: &str) -> Result<Document, String> {
    let draft = Draft::of_text(text);
    let (uri, plugin, plugin_version) = ("a.txt", "org.example.test", "1");
    let provenance =
        Provenance { uri, bytes: text.as_bytes(), ordinal: 0, plugin, plugin_version, confidence: 100, evidence: &[] };
    assemble(draft, &provenance).map(|assembled| assembled.document).map_err(|error| error.to_string())
}

/// An invented article, each different.
fn good(number: usize) -> String {
    let port = ["Tarn Bay", "Ostrel", "Vell", "Mirrow", "Quay Lindis"][number % 5];
    format!(
        "Averland Weighs The Harbour Compact At {port} – Analysis\n\nBy Ilse Marwood\n\nAverland has not yet decided \
         whether it will sign the compact on the harbour of {port}, number {number} of its kind, and the parliament will \
         debate it in the autumn.\n\n“A signature is not a harbour,” said Ilona Brandt, the prime minister. She warned the \
         opposition against “haste”.\n\nThe harbour master of {port}, Gunnar Pell, said that {number} ships had waited.\n"
    )
}

/// What a person is told, as a cell: the first error or warning that is about the fault.
fn told(stderr: &str, folder: &Path, stress: &Path) -> String {
    let mut lines = stderr.lines().filter(|line| {
        line.starts_with("error:") || line.starts_with("warning:") || line.trim_start().starts_with("WARN")
    });
    let line = lines.next().unwrap_or("nothing: the document is written");
    let line = line
        .replace(&format!("{}/", folder.display()), "")
        .replace(&stress.display().to_string(), "libstress_plugin.so");
    let mut cell: String = line.replace('|', "/").trim().chars().take(330).collect();
    // Numbers of threads and hashes differ from run to run.
    for word in line.split([' ', '(', ')', ';', ',']) {
        if word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            cell = cell.replace(word, &format!("{}…", word.get(..8).unwrap_or_default()));
        }
    }
    cell = cell.replace(&format!("{BAD}: "), "");
    match cell.split_once("thread 'plugin' (") {
        Some((before, after)) => {
            let after = after.trim_start_matches(|digit: char| digit.is_ascii_digit());
            format!("{before}thread 'plugin' (N{after}")
        }
        None => cell,
    }
}

fn milliseconds(time: Duration) -> String {
    let milliseconds = time.as_secs_f64() * 1e3;
    if milliseconds < 0.1 {
        "< 0.1 ms".to_owned()
    } else if milliseconds < 10.0 {
        format!("{milliseconds:.1} ms")
    } else {
        format!("{milliseconds:.0} ms")
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

/// The program, built for speed, where cargo says it lies.
pub(crate) fn program() -> Result<PathBuf, String> {
    built_program(Profile::Release)
}

/// The program, where cargo says it lies.
fn built_program(profile: Profile) -> Result<PathBuf, String> {
    let release: &[&str] = if profile == Profile::Release { &["--release"] } else { &[] };
    let output = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--package", "rapporteur", "--message-format=json-render-diagnostics"])
        .args(release)
        .current_dir(workspace())
        .output()
        .map_err(|error| format!("cargo cannot be started: {error}"))?;
    let lines = output.stdout.split(|byte| *byte == b'\n');
    let mut built = lines.filter_map(|line| serde_json::from_slice::<Value>(line).ok());
    let executable = built.find_map(|message| Some(PathBuf::from(message.get("executable")?.as_str()?)));
    executable.ok_or_else(|| format!("the program was not built:\n{}", String::from_utf8_lossy(&output.stderr)))
}
