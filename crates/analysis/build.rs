//! Reads, checks and indexes the lists of `data/` when the crate is built, so that no run of the program has to.
//!
//! What is written here `src/embedded.rs` embeds. A list that is wrong fails the build with what `rapporteur_lists` says of it.

// The weights are read with the code that the library reads those with that somebody else has trained.
#[expect(dead_code, reason = "the library uses more of them")]
#[path = "src/rows.rs"]
mod rows;
#[expect(dead_code, reason = "the library uses more of it")]
#[path = "src/weights_file.rs"]
mod weights_file;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use rapporteur_lists::gazetteer::Gazetteer;
use rapporteur_lists::lexicon::{Lexicon, LexiconFiles};
use rapporteur_lists::words::{WordFiles, Words};
use weights_file::{Layout, Reader, WeightsError};

/// The gazetteers, in the order they are read: of two actors with one id the later stays.
const GAZETTEERS: [&str; 9] = [
    "states.toml",
    "organisations.toml",
    "think-tanks.toml",
    "media.toml",
    "leaders.toml",
    "past-leaders.toml",
    "organs.toml",
    "legislatures.toml",
    "parties.toml",
];

fn main() -> ExitCode {
    match write_all() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let message = format!("{}: {error}", data().display());
            message.lines().for_each(|line| tell(&format!("error={line}")));
            ExitCode::FAILURE
        }
    }
}

fn write_all() -> Result<(), Box<dyn Error>> {
    for file in fs::read_dir(data().join("gazetteer"))? {
        let name = file?.file_name();
        if !GAZETTEERS.iter().any(|known| name == **known) {
            return Err(format!("gazetteer/{}: not among the gazetteers that build.rs reads", name.display()).into());
        }
    }
    tell("rerun-if-changed=data/gazetteer");
    let mut gazetteer = Gazetteer::empty();
    for name in GAZETTEERS {
        gazetteer.add_toml(name, &text(&format!("gazetteer/{name}"))?)?;
    }
    write("gazetteer.bin", &gazetteer)?;
    write(
        "lexicon.bin",
        &Lexicon::from_files(&LexiconFiles {
            verbs: &text("cues.toml")?,
            phrases: &text("cues-phrases.toml")?,
            nouns: &text("cues-nouns.toml")?,
            persons: &text("nouns-of-persons.txt")?,
            judgements: &text("judgements.toml")?,
        })?,
    )?;
    write(
        "words.bin",
        &Words::from_files(&WordFiles {
            words: &text("actors/words.toml")?,
            roles: &text("actors/roles.toml")?,
            first_names: &text("actors/first-names.txt")?,
        })?,
    )?;
    lay_out("tagger", "RAPPTAGW", |reader| {
        let sure = reader.u16()?;
        reader.chunks::<5>(sure.into())?;
        let known = reader.u32()?;
        reader.chunks::<5>(known as usize)?;
        Ok(())
    })?;
    lay_out("parser", "RAPPPARW", |_| Ok(()))
}

/// Checks a file of weights and writes what stands in front of its rows, which `before_rows` passes over, and the rows as they
/// lie in memory. Whether this version can use them is asked when they are loaded.
fn lay_out(
    model: &'static str,
    magic: &'static str,
    before_rows: fn(&mut Reader<'_>) -> Result<(), WeightsError>,
) -> Result<(), Box<dyn Error>> {
    let file = format!("weights/{model}.bin");
    let bytes = bytes(&file)?;
    let wrong = |error: WeightsError| format!("{file}: {error}");
    let &[.., format, format_high, templates, templates_high, bits, classes] =
        bytes.first_chunk::<14>().ok_or_else(|| format!("{file}: ends in its header"))?;
    let layout = Layout {
        model,
        magic,
        format: u16::from_le_bytes([format, format_high]),
        templates: u16::from_le_bytes([templates, templates_high]),
        classes,
        bits: bits..=bits,
    };
    let (_, mut reader) = layout.decode(&bytes).map_err(wrong)?;
    let laid_out = || -> Result<_, WeightsError> {
        before_rows(&mut reader)?;
        Ok((bytes.len() - reader.left(), reader.rows(bits, classes)?))
    };
    let (head, rows) = laid_out().unwrap_or_else(|error| {
        // Whole, so of another format. Loading will say so, and the trainer that writes a new one can be built.
        tell(&format!("warning={}", wrong(error)));
        (bytes.len(), Vec::new())
    });
    write_bytes(&format!("{model}.head"), bytes.get(..head).unwrap_or_default())?;
    write_bytes(&format!("{model}.rows"), rows.as_flattened().as_flattened())
}

/// The folder of the lists.
fn data() -> PathBuf {
    Path::new(&env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("data")
}

/// A list. When it changes, this is done again.
fn text(file: &str) -> Result<String, String> {
    String::from_utf8(bytes(file)?).map_err(|error| format!("{file}: {error}"))
}

/// As [`text`], of what is no text.
fn bytes(file: &str) -> Result<Vec<u8>, String> {
    tell(&format!("rerun-if-changed=data/{file}"));
    fs::read(data().join(file)).map_err(|error| format!("{file}: {error}"))
}

fn write<Lists: serde::Serialize>(name: &str, lists: &Lists) -> Result<(), Box<dyn Error>> {
    write_bytes(name, &rapporteur_lists::to_bytes(lists)?)
}

fn write_bytes(name: &str, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    fs::write(Path::new(&out).join(name), bytes)?;
    Ok(())
}

/// Speaks to cargo.
fn tell(what: &str) {
    println!("cargo::{what}");
}
