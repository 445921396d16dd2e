//! What exporters are given, and what they write of it.

use std::collections::BTreeMap;

use rapporteur_core::Document;
use rapporteur_core::protocol::{ExportRequest, Exported, method};

use super::exported::{self, Files};
use super::instance::{Answered, Subject, call};
use super::results::{Fault, Finding, wrong};
use crate::handle::stays_inside;
use crate::in_process::{InProcess, parse};

/// A document as the program writes it, with actors and claims; invented.
const SAMPLE: &str = include_str!("sample.json");

/// Three documents: the sample, one of the same file, and one without actors and claims.
pub(crate) fn sample() -> Result<Vec<Document>, Fault> {
    let first: Document = serde_json::from_str(SAMPLE).or_else(|error| wrong(format!("the sample: {error}")))?;
    let mut second = first.clone();
    second.source.ordinal = 1;
    second.id = format!("{}-1", first.id.rsplit_once('-').map_or("", |(file, _)| file));
    let mut third = first.clone();
    third.id = "00112233aabbccdd-0".to_owned();
    third.source.uri = "in/it's, a \"name\" | with\ttabs.txt".to_owned();
    (third.actors, third.claims) = (Vec::new(), Vec::new());
    Ok(vec![first, second, third])
}

/// The sample in one batch, and the end.
pub(crate) fn write_sample(instance: &mut InProcess) -> Result<Vec<u8>, Fault> {
    let files = write_in_batches(instance, &sample()?, 3)?;
    Ok(files.into_iter().flat_map(|(name, (_, bytes))| [name.into_bytes(), bytes].concat()).collect())
}

/// Documents in batches of so many, and the end: whole files by name.
pub(crate) fn write_in_batches(instance: &mut InProcess, documents: &[Document], batch: usize) -> Result<Files, Fault> {
    let mut files = BTreeMap::new();
    let batches = documents.chunks(batch);
    let end = batches.len();
    for (number, batch) in batches.enumerate() {
        let lines: Vec<Vec<u8>> =
            batch.iter().map(|document| serde_json::to_vec(document).unwrap_or_default()).collect();
        step(instance, method::EXPORT, number, &lines.join(&b'\n'), &mut files)?;
    }
    step(instance, method::FINISH, end, &[], &mut files)?;
    Ok(files)
}

fn step(instance: &mut InProcess, method: &str, number: usize, payload: &[u8], files: &mut Files) -> Result<(), Fault> {
    let request = serde_json::to_vec(&ExportRequest { batch: number }).unwrap_or_default();
    let reply = match call(instance, method, &request, payload, "the sample")? {
        Ok(reply) => reply,
        Err(code) => return wrong(format!("{method} of the sample was refused ({code})")),
    };
    let exported: Exported = parse(&reply.json).or_else(|error| wrong(format!("{method}: {error}")))?;
    for file in exported.files {
        if !stays_inside(&file.name) {
            return wrong(format!("{:?} leads out of the output folder", file.name));
        }
        let Some(bytes) = reply.payload.get(file.start..file.start.saturating_add(file.len)) else {
            return wrong(format!("{:?} is said to stand outside of what was written", file.name));
        };
        let whole = files.entry(file.name).or_insert_with(|| (file.media_type, Vec::new()));
        whole.1.extend_from_slice(bytes);
    }
    Ok(())
}

/// No document at all.
pub(crate) fn empty(subject: &Subject) -> Result<Answered, Fault> {
    let files = write_in_batches(&mut subject.instance()?, &[], 1)?;
    exported::read_back(&files)?;
    Ok(Ok(Vec::new()))
}

/// The same files however the documents are cut into batches.
pub(crate) fn batches_make_no_difference(subject: &Subject) -> Result<(), Fault> {
    let documents = sample()?;
    let whole = write_in_batches(&mut subject.instance()?, &documents, 3)?;
    let cut = write_in_batches(&mut subject.instance()?, &documents, 1)?;
    match whole.iter().find(|(name, file)| cut.get(*name) != Some(file)).map(|(name, _)| name) {
        Some(name) => wrong(format!("{name:?} is another when the documents come one by one")),
        None if whole.len() != cut.len() => wrong("there are other files when the documents come one by one"),
        None => Ok(()),
    }
}

/// `read-back`
pub(crate) fn read_back(subject: &Subject) -> Finding {
    exported::read_back(&write_in_batches(&mut subject.instance()?, &sample()?, 2)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_is_a_document_of_today() {
        let documents = sample().expect("it can be read");
        assert!(!documents[0].actors.is_empty() && !documents[0].claims.is_empty());
    }
}
