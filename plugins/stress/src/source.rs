use rapporteur_sdk::core::{Block, BlockKind, ByteRange, SourceMap};
use rapporteur_sdk::{Describe, Detection, Draft, Ingested, Input, Refusal, Source};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::deeds::commit;

/// Reads inputs that begin with "stress".
pub(crate) struct StressSource;

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct SourceOptions {
    /// What happens when an instance is made.
    on_create: OnCreate,
}

#[derive(Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum OnCreate {
    #[default]
    Succeed,
    Refuse,
    Panic,
    Abort,
}

impl Describe for StressSource {
    const ID: &'static str = "org.rapporteur.stress-source";
    const NAME: &'static str = "stress";
    const SUMMARY: &'static str = "Does what the first line of its input says";
    type Options = SourceOptions;

    #[allow(clippy::panic, reason = "what this plugin is for")]
    fn new(options: SourceOptions) -> Result<Self, Refusal> {
        match options.on_create {
            OnCreate::Succeed => Ok(Self),
            OnCreate::Refuse => Err(Refusal::new("told-to", "told to refuse its options")),
            OnCreate::Panic => panic!("told to panic while being made"),
            OnCreate::Abort => std::process::abort(),
        }
    }
}

impl Source for StressSource {
    fn detect(&self, input: &Input<'_>) -> Detection {
        if input.bytes.starts_with(b"stress-detect ") {
            let (deed, number) = wish(input.bytes);
            commit(&deed, number);
            return Detection { confidence: 0, evidence: vec!["was told to look only".to_owned()] };
        }
        let ours = input.bytes.starts_with(b"stress ");
        Detection { confidence: if ours { 100 } else { 0 }, evidence: vec!["begins with the word stress".to_owned()] }
    }

    fn ingest(&self, input: &Input<'_>) -> Result<Ingested, Refusal> {
        let text = String::from_utf8_lossy(input.bytes).into_owned();
        let (deed, number) = wish(input.bytes);
        let whole = ByteRange::new(0, text.len());
        // Characters that could not be read stand for themselves and for nothing of the file.
        let map = if text.len() == input.bytes.len() { SourceMap::identity(text.len()) } else { SourceMap::default() };
        let mut draft =
            Draft { map, text, media_type: "text/plain".to_owned(), charset: "UTF-8".to_owned(), ..Draft::default() };
        match deed.as_str() {
            "refuse" => return Err(Refusal::new("told-to", "told to refuse").help("do not tell it to")),
            "wrong-span" => draft.blocks.push(Block::new(BlockKind::Paragraph, ByteRange::new(0, usize::MAX))),
            "backward-span" => draft.blocks.push(Block::new(BlockKind::Paragraph, ByteRange::new(5, 2))),
            "split-character" => {
                draft.text.push('é');
                draft.map = SourceMap::default();
                let end = draft.text.len();
                draft.blocks.push(Block::new(BlockKind::Paragraph, ByteRange::new(0, end - 1)));
            }
            "unsound-map" => draft.map = SourceMap::identity(draft.text.len() + 1_000_000),
            "no-documents" => return Ok(Ingested::default()),
            "two" => return Ok(Ingested { documents: vec![draft.clone(), draft], diagnostics: Vec::new() }),
            _ => {
                commit(&deed, number);
                draft.blocks.push(Block::new(BlockKind::Paragraph, whole));
            }
        }
        Ok(draft.into())
    }
}

/// The second word of an input and the number after it; 0 where there is none.
pub(crate) fn wish(bytes: &[u8]) -> (String, u64) {
    let text = String::from_utf8_lossy(bytes.get(..200).unwrap_or(bytes)).into_owned();
    let mut words = text.split_whitespace().skip(1);
    let deed = words.next().unwrap_or_default().to_owned();
    (deed, words.next().and_then(|word| word.parse().ok()).unwrap_or(0))
}
