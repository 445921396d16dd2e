//! How fast each stage is, and that none is worse than linear.
//!
//! Times on a shared machine drift, so each figure is the median of several rounds and stands beside a reference taken in
//! the same rounds: the SHA-256 of the same bytes, 1.0 being as fast as that.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use rapporteur_core::protocol::{InputInfo, PluginKind};
use rapporteur_core::{Assembled, Document, Draft, Provenance, assemble};
use rapporteur_html::{Hints, read_page};
use rapporteur_pipeline::host::{ExporterHandle, Registry, SearchPath, SourceHandle};
use rapporteur_prose::text_source::{Layout, read_text};
use rapporteur_testkit::{Profile, build_plugins, cases, plugin_names, stage, stage_rules, workspace};
use sha2::{Digest, Sha256};

use crate::cargo::cargo;

const ROUNDS: usize = 9;
const SCALES: [usize; 3] = [1, 10, 100];

/// Builds this program and the plugins for speed, then measures.
pub(crate) fn bench() -> Result<(), String> {
    if cfg!(debug_assertions) {
        return cargo(&["run", "--quiet", "--release", "--package", "xtask", "--", "bench"]);
    }
    let packages: Vec<String> = plugin_names().into_iter().filter(|name| name != "stress").collect();
    let plugins = build_plugins(&packages, Profile::Release).map_err(|error| error.to_string())?;
    let folder = workspace().join("target/bench-plugins");
    stage(&plugins, &folder).and_then(|()| stage_rules(&folder)).map_err(|error| error.to_string())?;
    let bench = Bench::new(folder)?;
    println!(
        "median of {ROUNDS} rounds, one thread; `of sha256`: speed as a share of hashing the same bytes in the same round\n"
    );
    bench.whole("text", "txt")?;
    bench.whole("HTML", "html")?;
    bench.scaling("text", "text/same-article", repeat_text)?;
    bench.scaling("HTML", "eurasia-review/same-article", repeat_html)?;
    match peak_memory() {
        Some(peak) => println!("\npeak memory of the whole measurement: {} MiB", peak >> 20),
        None => println!("\npeak memory: not known on this system"),
    }
    Ok(())
}

struct Bench {
    registry: Registry,
    analyser: rapporteur_analysis::Analyser,
}

/// Stages of one input, in order.
const STAGES: [&str; 8] =
    ["reference", "ingest, native", "ingest, plugin", "assemble", "analysis", "json", "csv", "markdown"];

type Times = [Duration; STAGES.len()];

impl Bench {
    fn new(plugins: PathBuf) -> Result<Self, String> {
        let mut search = SearchPath::default();
        search.push("built", vec![plugins], true);
        let registry = Registry::discover(search, &[]);
        let started = Instant::now();
        let analyser = rapporteur_analysis::Analyser::new().map_err(|error| error.to_string())?;
        println!(
            "start of the analyser (gazetteer, lexicon, weights): {:.0} ms",
            started.elapsed().as_secs_f64() * 1e3
        );
        Ok(Self { registry, analyser })
    }

    fn source(&self, html: bool) -> Result<SourceHandle, String> {
        let name = if html { "html" } else { "text" };
        let candidate = self.registry.find(PluginKind::Source, name).map_err(|error| error.to_string())?;
        SourceHandle::new(&self.registry, candidate, b"").map_err(|state| state.to_string())
    }

    fn exporter(&self, name: &str) -> Result<ExporterHandle, String> {
        let candidate = self.registry.find(PluginKind::Exporter, name).map_err(|error| error.to_string())?;
        ExporterHandle::new(&self.registry, candidate, b"").map_err(|state| state.to_string())
    }

    /// All stages over one input once.
    fn round(&self, bytes: &[u8], html: bool, source: &mut SourceHandle) -> Result<(Times, Document), String> {
        let mut times = Times::default();
        let mut clock = Instant::now();
        let mut lap = |stage: usize| {
            times[stage] = clock.elapsed();
            clock = Instant::now();
        };
        std::hint::black_box(Sha256::digest(bytes));
        lap(0);
        std::hint::black_box(native(bytes, html)?);
        lap(1);
        let info = InputInfo { name: Some(if html { "x.html" } else { "x.txt" }.to_owned()), ..InputInfo::default() };
        let mut ingested = source.ingest(&info, bytes).map_err(|error| error.to_string())?;
        lap(2);
        let draft = ingested.documents.pop().ok_or("no document")?;
        let (uri, plugin, plugin_version) = ("x", "bench", "1");
        let provenance = Provenance { uri, bytes, ordinal: 0, plugin, plugin_version, confidence: 90, evidence: &[] };
        let Assembled { mut document, spans, stated_claims } =
            assemble(draft, &provenance).map_err(|error| error.to_string())?;
        lap(3);
        std::hint::black_box(self.analyser.analyse(&mut document, &spans, &stated_claims));
        lap(4);
        let documents = [document];
        for (offset, format) in ["json", "csv", "markdown"].into_iter().enumerate() {
            let mut exporter = self.exporter(format)?;
            lap(5 + offset);
            exporter.export(&documents).map_err(|error| error.to_string())?;
            lap(5 + offset);
        }
        let [document] = documents;
        Ok((times, document))
    }

    /// All fixtures of an ending.
    fn whole(&self, label: &str, ending: &str) -> Result<(), String> {
        let html = ending == "html";
        let inputs: Vec<Vec<u8>> = cases()?
            .iter()
            .filter(|case| case.contract.refused.is_none() && case.contract.options.is_empty())
            .filter(|case| case.input.extension().is_some_and(|found| found == ending))
            .filter_map(|case| fs::read(&case.input).ok())
            .collect();
        let mut source = self.source(html)?;
        let mut rounds = Vec::new();
        let (mut words, mut claims) = (0, 0);
        for round in 0..=ROUNDS {
            let mut total = Times::default();
            (words, claims) = (0, 0);
            for input in &inputs {
                let (times, document) = self.round(input, html, &mut source)?;
                total.iter_mut().zip(times).for_each(|(sum, time)| *sum += time);
                words += document.text.split_whitespace().count();
                claims += document.claims.len();
            }
            // The first warms caches and allocators.
            if round > 0 {
                rounds.push(total);
            }
        }
        let bytes: usize = inputs.iter().map(Vec::len).sum();
        let median = median(&rounds);
        let engine: Duration = [2, 3, 4].iter().map(|stage| median[*stage]).sum();
        println!("\n### All {} {label} fixtures: {} kB, {words} words, {claims} claims\n", inputs.len(), bytes / 1000);
        println!("| stage | ms a document | documents/s | MB/s | of sha256 |\n| --- | --- | --- | --- | --- |");
        for (stage, time) in STAGES.iter().zip(median) {
            print_row(stage, time, inputs.len(), bytes, median[0]);
        }
        print_row("boundary (plugin − native)", median[2].saturating_sub(median[1]), inputs.len(), bytes, median[0]);
        print_row("**bytes to claims** (ingest, assemble, analysis)", engine, inputs.len(), bytes, median[0]);
        Ok(())
    }

    /// One article, once, ten and a hundred times as long.
    fn scaling(&self, label: &str, case: &str, repeat: fn(&str, usize) -> String) -> Result<(), String> {
        let case = cases()?.into_iter().find(|found| found.name == case).ok_or_else(|| format!("no case {case}"))?;
        let text = fs::read_to_string(&case.input).map_err(|error| error.to_string())?;
        let html = label == "HTML";
        let mut source = self.source(html)?;
        let mut columns = Vec::new();
        for scale in SCALES {
            let input = repeat(&text, scale);
            let mut rounds = Vec::new();
            for _ in 0..ROUNDS {
                rounds.push(self.round(input.as_bytes(), html, &mut source)?.0);
            }
            columns.push((input.len(), median(&rounds)));
        }
        println!("\n### One {label} article at 1×, 10×, 100× ({})\n", sizes(&columns));
        println!("| stage | ns a byte at 1× | 10× | 100× | 100× against 10× |\n| --- | --- | --- | --- | --- |");
        for (stage, name) in STAGES.iter().enumerate() {
            let per_byte: Vec<f64> =
                columns.iter().map(|(bytes, times)| times[stage].as_secs_f64() * 1e9 / *bytes as f64).collect();
            let growth = per_byte[2] / per_byte[1].max(f64::MIN_POSITIVE);
            println!("| {name} | {:.1} | {:.1} | {:.1} | {growth:.2} |", per_byte[0], per_byte[1], per_byte[2]);
        }
        Ok(())
    }
}

fn native(bytes: &[u8], html: bool) -> Result<Draft, String> {
    if html {
        read_page(bytes, Hints::default(), None).map_err(|refused| refused.message)
    } else {
        read_text(bytes, None, Layout::Article).map_err(|refused| refused.message)
    }
}

fn median(rounds: &[Times]) -> Times {
    let mut median = Times::default();
    for (stage, slot) in median.iter_mut().enumerate() {
        let mut times: Vec<Duration> = rounds.iter().map(|round| round[stage]).collect();
        times.sort();
        *slot = times.get(times.len() / 2).copied().unwrap_or_default();
    }
    median
}

fn print_row(stage: &str, time: Duration, documents: usize, bytes: usize, reference: Duration) {
    let seconds = time.as_secs_f64().max(1e-9);
    println!(
        "| {stage} | {:.3} | {:.0} | {:.1} | {:.4} |",
        seconds * 1e3 / documents as f64,
        documents as f64 / seconds,
        bytes as f64 / 1e6 / seconds,
        reference.as_secs_f64() / seconds
    );
}

fn sizes(columns: &[(usize, Times)]) -> String {
    columns.iter().map(|(bytes, _)| format!("{} kB", bytes / 1000)).collect::<Vec<_>>().join(", ")
}

/// The article with all paragraphs but the first two and the last five (headline, byline, tail) so many times.
fn repeat_text(text: &str, times: usize) -> String {
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    let (head, rest) = paragraphs.split_at(2.min(paragraphs.len()));
    let (body, tail) = rest.split_at(rest.len().saturating_sub(5));
    let mut parts: Vec<&str> = head.to_vec();
    for _ in 0..times {
        parts.extend(body);
    }
    parts.extend(tail);
    parts.join("\n\n")
}

/// The page with what stands between its second and its sixth paragraph tag so many times.
fn repeat_html(page: &str, times: usize) -> String {
    let starts: Vec<usize> = page.match_indices("<p>").map(|(at, _)| at).collect();
    let (Some(first), Some(last)) = (starts.get(1), starts.get(5)) else { return page.to_owned() };
    let middle = &page[*first..*last];
    format!("{}{}{}", &page[..*first], middle.repeat(times), &page[*last..])
}

/// Largest resident size of this process, in bytes.
fn peak_memory() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<usize>().ok().map(|kilobytes| kilobytes << 10)
}
