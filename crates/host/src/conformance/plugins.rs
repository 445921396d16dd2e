//! Checks of one plugin.

use std::path::Path;
use std::thread;

use rapporteur_abi::status;
use rapporteur_core::protocol::{InputInfo, PluginKind, method};
use rapporteur_core::sha256_hex;
use serde_json::{Value, json};

use super::annotators;
use super::bytes::{hard, large};
use super::exporters;
use super::fixtures::{Fixture, fixtures, own};
use super::instance::{Subject, config, detect, documents, ingest};
use super::results::{Fault, Finding, skip, wrong};
use crate::CallError;
use crate::in_process::InProcess;

/// Places at which each fixture is cut.
const CUTS: usize = 64;
/// Instances made and destroyed to see whether memory stays behind.
const INSTANCES: usize = 1_000;
/// More than this stays behind only where something leaks: allocators keep a little.
const GROWTH: usize = 8 << 20;

/// `unknown-method`
pub(crate) fn unknown_method(subject: &Subject) -> Finding {
    let mut instance = subject.instance()?;
    let names: [&[u8]; 6] = [b"no-such-method", b"", b"DETECT", b"ingest ", b"detect\0", b"\xff\xfe"];
    for name in names {
        let (code, _, _) = instance.call_raw(name, b"{}", b"");
        if code != status::UNSUPPORTED {
            let name = String::from_utf8_lossy(name);
            return wrong(format!("{name:?} was answered with status {code}, expected {}", status::UNSUPPORTED));
        }
    }
    Ok(format!("{} names", names.len()))
}

/// `wrong-options`
pub(crate) fn wrong_options(subject: &Subject) -> Finding {
    let mut tried = vec![b"{".to_vec(), b"7".to_vec(), config(&json!({"no_such_option": 1}))];
    let schema = &subject.descriptor().options_schema;
    for (key, property) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
        // A schema that says nothing of the type allows everything.
        if property.as_object().is_some_and(|said| said.keys().any(|key| key != "description" && key != "default")) {
            tried.push(config(&json!({ key: {"no": [{"such": "value"}]} })));
        }
    }
    for options in &tried {
        let shown = String::from_utf8_lossy(options);
        match subject.create(options) {
            Err(CallError::Refused(_)) => {}
            Ok(_) => return wrong(format!("the options {shown} were accepted")),
            Err(defect) => return wrong(format!("the options {shown}: {defect}")),
        }
    }
    Ok(format!("{} sets of options", tried.len()))
}

/// `empty-input`
pub(crate) fn empty_input(subject: &Subject) -> Finding {
    match subject.kind() {
        PluginKind::Exporter => exporters::empty(subject)?,
        PluginKind::Source => {
            let mut instance = subject.instance()?;
            let named = ingest(&mut instance, "empty.txt", b"")?;
            detect(&mut instance, "empty.txt", b"")?;
            named
        }
        PluginKind::Annotator => annotators::annotate_text(&mut subject.instance()?, "empty.txt", b"")?,
    }
    .map_or_else(|code| Ok(format!("refused ({code})")), |_| Ok("answered".to_owned()))
}

/// `hard-bytes` and `large-input`
pub(crate) fn read_all(subject: &Subject, inputs: &[(&'static str, Vec<u8>)]) -> Finding {
    let mut instance = subject.instance()?;
    let mut refused = 0;
    for (name, bytes) in inputs {
        refused += usize::from(subject.exercise(&mut instance, name, bytes)?.is_err());
    }
    Ok(format!("{} inputs, {refused} of them refused", inputs.len()))
}

/// `hard-bytes`
pub(crate) fn hard_bytes(subject: &Subject) -> Finding {
    read_all(subject, &hard())
}

/// `large-input`
pub(crate) fn large_input(subject: &Subject) -> Finding {
    read_all(subject, &large())
}

/// `cut-fixtures`
pub(crate) fn cut_fixtures(subject: &Subject, folder: Option<&Path>) -> Finding {
    let fixtures = own(folder, subject)?;
    let mut instance = subject.instance()?;
    for fixture in &fixtures {
        for place in 0..CUTS {
            let cut = fixture.bytes.len() * place / CUTS;
            let on = format!("{} (its first {cut} bytes) {}", fixture.case, fixture.name);
            // Answered or refused: either will do.
            let _ = subject.exercise(&mut instance, &on, fixture.bytes.get(..cut).unwrap_or_default())?;
        }
    }
    Ok(format!("{} fixtures, each at {CUTS} places", fixtures.len()))
}

/// What there is to read: the plugin's own fixtures or, where there are none, the small hard inputs; for annotators documents.
fn inputs(subject: &Subject, folder: Option<&Path>) -> Result<Vec<(String, Vec<u8>)>, Fault> {
    if subject.kind() == PluginKind::Annotator {
        return annotators::inputs();
    }
    let named = |fixture: Fixture| (format!("{} {}", fixture.case, fixture.name), fixture.bytes);
    Ok(match own(folder, subject) {
        Ok(fixtures) if subject.kind() == PluginKind::Source => fixtures.into_iter().map(named).collect(),
        _ => hard().into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect(),
    })
}

/// What a source or annotator answers to one of its inputs; the code of a refusal is an answer.
fn answer(subject: &Subject, instance: &mut InProcess, name: &str, input: &[u8]) -> Result<Vec<u8>, Fault> {
    let answered = match subject.kind() {
        PluginKind::Annotator => annotators::annotate_json(instance, name, input)?,
        _ => ingest(instance, name, input)?,
    };
    Ok(answered.unwrap_or_else(String::into_bytes))
}

/// All answers to some inputs, one after another on one instance.
fn answers(subject: &Subject, inputs: &[(String, Vec<u8>)]) -> Result<Vec<Vec<u8>>, Fault> {
    if subject.kind() == PluginKind::Exporter {
        return Ok(vec![exporters::write_sample(&mut subject.instance()?)?]);
    }
    let mut instance = subject.instance()?;
    let mut answers = Vec::new();
    for (name, bytes) in inputs {
        let detection = match subject.kind() {
            PluginKind::Source => serde_json::to_vec(&detect(&mut instance, name, bytes)?).unwrap_or_default(),
            _ => Vec::new(),
        };
        answers.push([detection, answer(subject, &mut instance, name, bytes)?].concat());
    }
    Ok(answers)
}

/// `determinism`. The message ends with a digest of all answers, so that those of two processes can be compared.
pub(crate) fn determinism(subject: &Subject, folder: Option<&Path>) -> Finding {
    let inputs = inputs(subject, folder)?;
    let first = answers(subject, &inputs)?;
    // The same instance, each input twice running, in the other order.
    if subject.kind() != PluginKind::Exporter {
        let mut instance = subject.instance()?;
        for ((name, bytes), expected) in inputs.iter().zip(&first).rev() {
            for _ in 0..2 {
                let answer = answer(subject, &mut instance, name, bytes)?;
                if !expected.ends_with(&answer) {
                    return wrong(format!("{name} is answered otherwise when others were read before it"));
                }
            }
        }
    } else {
        exporters::batches_make_no_difference(subject)?;
    }
    same(&inputs, &first, &answers(subject, &inputs)?, "a new instance")?;
    let (here, there) = (subject.clone(), inputs.clone());
    let other = thread::spawn(move || answers(&here, &there));
    match other.join() {
        Ok(other) => same(&inputs, &first, &other?, "another thread")?,
        Err(_) => return wrong("the thread that called it panicked"),
    }
    Ok(format!("{} answers, digest {}", first.len(), sha256_hex(&first.concat())))
}

fn same(inputs: &[(String, Vec<u8>)], first: &[Vec<u8>], other: &[Vec<u8>], place: &str) -> Result<(), Fault> {
    match first.iter().zip(other).position(|(first, other)| first != other) {
        Some(at) => {
            let name = inputs.get(at).map_or("the sample", |(name, _)| name.as_str());
            wrong(format!("{name} is answered otherwise on {place}"))
        }
        None => Ok(()),
    }
}

/// `positions`
pub(crate) fn positions(subject: &Subject, folder: Option<&Path>) -> Finding {
    let fixtures = own(folder, subject)?;
    let mut instance = subject.instance()?;
    let mut blocks = 0;
    for fixture in &fixtures {
        if let Ok(json) = ingest(&mut instance, &fixture.name, &fixture.bytes)? {
            let documents = documents(&json, &fixture.case, &fixture.bytes)?;
            blocks += documents.iter().map(|document| document.blocks.len()).sum::<usize>();
        }
    }
    if blocks == 0 { wrong("not one block is found in its own fixtures") } else { Ok(format!("{blocks} blocks")) }
}

/// `detection`
pub(crate) fn detection(subject: &Subject, folder: Option<&Path>) -> Finding {
    let all = fixtures(folder)?;
    let descriptor = subject.descriptor();
    // A site's pages have marks of their own; a page or text as such may look like nothing in particular.
    let least = if descriptor.domains.is_empty() { 1 } else { 80 };
    let mut instance = subject.instance()?;
    let (mut ours, mut others) = (0, 0);
    for fixture in &all {
        let confidence = detect(&mut instance, &fixture.name, &fixture.bytes)?.confidence;
        if fixture.is_of(subject) {
            // What must be refused need not be recognised.
            if confidence < least && fixture.contract.refused.is_none() {
                return wrong(format!(
                    "its own {} is detected with {confidence}, expected {least} or more",
                    fixture.case
                ));
            }
            ours += 1;
        } else {
            // A reader of a format may take a page of any site; one of a site may not.
            let may = descriptor.domains.is_empty() && descriptor.extensions.contains(&fixture.ending());
            if confidence > 50 && !may {
                return wrong(format!(
                    "the foreign {} is detected with {confidence}, expected 50 or less",
                    fixture.case
                ));
            }
            others += 1;
        }
    }
    Ok(format!("{ours} of its own, {others} of others"))
}

/// `refused-sink`
pub(crate) fn refused_sink(subject: &Subject) -> Finding {
    let request = serde_json::to_vec(&InputInfo::default()).unwrap_or_default();
    let (method, request, payload) = match subject.kind() {
        PluginKind::Source => (method::DETECT, request, b"The council met on Monday.\n".to_vec()),
        PluginKind::Exporter => {
            let document = exporters::sample()?.swap_remove(0);
            (method::EXPORT, b"{\"batch\":0}".to_vec(), serde_json::to_vec(&document).unwrap_or_default())
        }
        PluginKind::Annotator => (method::ANNOTATE, b"{}".to_vec(), sample_document()?),
    };
    let mut instance = subject.instance()?;
    let (code, refused) = instance.call_refusing(method.as_bytes(), &request, &payload);
    if refused == 0 {
        return skip(format!("{method} wrote nothing"));
    }
    if refused > 1 || code != status::SINK {
        return wrong(format!(
            "after the refusal of its first piece {method} wrote {} more and ended with status {code}, expected {}",
            refused - 1,
            status::SINK
        ));
    }
    let _ = subject.exercise(&mut instance, "after.txt", b"The council met on Monday.\n")?;
    Ok(format!("{method} stopped at once and answers again"))
}

/// `no-panic`
pub(crate) fn no_panic(subject: &Subject) -> Finding {
    let requests: [&[u8]; 8] =
        [b"", b"{", b"[]", b"null", b"{\"name\":7}", b"{\"batch\":-1}", b"{\"batch\":1e400}", b"\xff"];
    let mut instance = subject.instance()?;
    let methods = match subject.kind() {
        PluginKind::Source => [method::DETECT, method::INGEST],
        PluginKind::Exporter => [method::EXPORT, method::FINISH],
        PluginKind::Annotator => [method::ANNOTATE; 2],
    };
    // No document at all is something to export and nothing to annotate.
    let payload = if subject.kind() == PluginKind::Annotator { sample_document()? } else { Vec::new() };
    for method in methods {
        for request in requests {
            let (code, _, _) = instance.call_raw(method.as_bytes(), request, b"{\"id\":");
            if code == status::PANIC {
                return wrong(format!("{method} panics at the request {:?}", String::from_utf8_lossy(request)));
            }
        }
    }
    // What a later version of the messages may say must not disturb.
    let request = br#"{"name":"x.txt","batch":0,"a_field_of_the_future":{"deep":[1]}}"#;
    let (code, _, _) = subject.instance()?.call_raw(methods[0].as_bytes(), request, &payload);
    if !matches!(code, status::OK | status::REFUSED) {
        return wrong(format!("{} with a field it does not know ends with status {code}", methods[0]));
    }
    read_all(subject, &hard())?;
    Ok(format!("{} broken requests, {} hard inputs", requests.len() * methods.len(), hard().len()))
}

/// The first of the sample documents, as JSON.
fn sample_document() -> Result<Vec<u8>, Fault> {
    Ok(serde_json::to_vec(&exporters::sample()?.swap_remove(0)).unwrap_or_default())
}

/// `growth`
pub(crate) fn growth(subject: &Subject) -> Finding {
    let turn = |count: usize| -> Result<(), Fault> {
        for _ in 0..count {
            let mut instance = subject.instance()?;
            let _ = subject.exercise(&mut instance, "small.txt", b"The council met on Monday.\n")?;
        }
        Ok(())
    };
    turn(INSTANCES / 10)?;
    let Some(before) = resident() else { return skip("the memory of a process cannot be read on this system") };
    turn(INSTANCES)?;
    let grown = resident().unwrap_or(before).saturating_sub(before);
    if grown > GROWTH {
        return wrong(format!("{INSTANCES} instances left {} KB behind", grown >> 10));
    }
    Ok(format!("{INSTANCES} instances"))
}

/// Bytes of this process in memory.
fn resident() -> Option<usize> {
    let text = std::fs::read_to_string("/proc/self/statm").ok()?;
    text.split_whitespace().nth(1)?.parse::<usize>().ok().map(|pages| pages << 12)
}

/// `threads`
pub(crate) fn threads(subject: &Subject, folder: Option<&Path>) -> Finding {
    let inputs = inputs(subject, folder)?;
    let alone = answers(subject, &inputs)?;
    let both: Vec<_> = thread::scope(|scope| {
        let started: Vec<_> = (0..2).map(|_| scope.spawn(|| answers(subject, &inputs))).collect();
        started.into_iter().map(|thread| thread.join()).collect()
    });
    for answers in both {
        match answers {
            Ok(answers) => same(&inputs, &alone, &answers?, "two threads at once")?,
            Err(_) => return wrong("a thread that called it panicked"),
        }
    }
    Ok(format!("{} answers on two threads", alone.len()))
}

/// `silence`: what would write to standard output, for who watches it.
pub(crate) fn make_noise(subject: &Subject, folder: Option<&Path>) -> Finding {
    let inputs = inputs(subject, folder)?;
    answers(subject, &inputs)?;
    read_all(subject, &hard())
}
