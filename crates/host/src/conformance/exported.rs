//! Reads back what exporters write.

use std::collections::BTreeMap;

use serde_json::Value;

use super::results::{Finding, skip, wrong};

/// Media type and bytes by name.
pub(crate) type Files = BTreeMap<String, (String, Vec<u8>)>;

/// Reads every file by its media type.
pub(crate) fn read_back(files: &Files) -> Finding {
    let mut read = Vec::new();
    let mut unread = Vec::new();
    for (name, (media_type, bytes)) in files {
        let plain = media_type.split(';').next().unwrap_or_default().trim();
        let outcome = match plain {
            "application/json" => json(bytes),
            "application/jsonl" | "application/x-ndjson" | "application/x-jsonlines" => json_lines(bytes),
            "text/csv" => rows(bytes),
            other if other.starts_with("text/") => text(bytes).map(|_| ()),
            other if other.ends_with("+json") => json(bytes),
            other => {
                unread.push(other.to_owned());
                continue;
            }
        };
        if let Err(reason) = outcome {
            return wrong(format!("{name} ({media_type}) cannot be read back: {reason}"));
        }
        read.push(name.clone());
    }
    match (read.is_empty(), unread.is_empty()) {
        (false, _) => Ok(format!("{} files", read.len())),
        (true, true) => Ok("no file".to_owned()),
        (true, false) => skip(format!("no reader for {}", unread.join(", "))),
    }
}

fn text(bytes: &[u8]) -> Result<&str, String> {
    let text = str::from_utf8(bytes).map_err(|error| error.to_string())?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// One value, or several one after another.
fn json(bytes: &[u8]) -> Result<(), String> {
    let mut values = serde_json::Deserializer::from_str(text(bytes)?).into_iter::<Value>();
    values.try_for_each(|value| value.map(|_| ())).map_err(|error| error.to_string())
}

fn json_lines(bytes: &[u8]) -> Result<(), String> {
    for (number, line) in text(bytes)?.lines().enumerate() {
        serde_json::from_str::<Value>(line).map_err(|error| format!("line {}: {error}", number + 1))?;
    }
    Ok(())
}

/// RFC 4180: as many fields in every record as in the first, quotation marks closed.
fn rows(bytes: &[u8]) -> Result<(), String> {
    let mut fields = Vec::new();
    let (mut count, mut quoted, mut open) = (1, false, false);
    let mut characters = text(bytes)?.chars().peekable();
    while let Some(character) = characters.next() {
        open = true;
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => count += 1,
            '\n' if !quoted => {
                fields.push(count);
                (count, open) = (1, false);
            }
            _ => {}
        }
    }
    if quoted {
        return Err("a quotation mark is not closed".to_owned());
    }
    if open {
        fields.push(count);
    }
    let first = fields.first().copied().unwrap_or(0);
    match fields.iter().position(|count| *count != first) {
        Some(at) => Err(format!("record {} has {} fields, the first {first}", at + 1, fields.get(at).unwrap_or(&0))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::results::Fault;
    use super::*;

    fn read(media_type: &str, bytes: &str) -> String {
        let files = Files::from([("a".to_owned(), (media_type.to_owned(), bytes.as_bytes().to_vec()))]);
        match read_back(&files) {
            Ok(said) => said,
            Err(Fault::Wrong(said) | Fault::NotApplicable(said)) => said,
        }
    }

    #[test]
    fn readers() {
        assert_eq!(read("text/csv", "a,b\r\n\"x \"\"y\"\", z\",\"line\nbreak\"\r\n"), "1 files");
        assert_eq!(
            read("text/csv", "a,b\nc\n"),
            "a (text/csv) cannot be read back: record 2 has 1 fields, the first 2"
        );
        assert_eq!(read("text/csv", "a,\"b\n"), "a (text/csv) cannot be read back: a quotation mark is not closed");
        assert_eq!(read("application/json", "{} {}"), "1 files");
        assert!(read("application/json", "{\"a\":").contains("EOF while parsing"));
        assert!(read("application/jsonl", "{}\n{\n").contains("line 2: EOF"));
        assert_eq!(read("image/png", "x"), "no reader for image/png");
    }
}
