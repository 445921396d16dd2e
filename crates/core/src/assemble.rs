//! From what a plugin hands over to a document: checks every position, then gives each its full span.

use thiserror::Error;

use crate::{
    Block, BlockKind, ByteRange, Document, Draft, DraftClaim, SCHEMA, Source, SourceMap, Span, TextIndex, sha256_hex,
};

/// What the host knows about the input a draft was read from.
#[derive(Debug, Clone, Copy)]
pub struct Provenance<'a> {
    pub uri: &'a str,
    /// The whole file.
    pub bytes: &'a [u8],
    /// Place among the documents of the file, from 0.
    pub ordinal: usize,
    pub plugin: &'a str,
    pub plugin_version: &'a str,
    /// 0 to 100.
    pub confidence: u8,
    pub evidence: &'a [String],
}

/// A draft that cannot be trusted: a defect of the plugin, not of the file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AssembleError {
    #[error("{what} says it stands at bytes {}..{} of a text of {len} bytes", at.start, at.end)]
    OutOfText { what: String, at: ByteRange, len: usize },
    #[error("{what} at bytes {}..{} begins or ends inside a character", at.start, at.end)]
    SplitsCharacter { what: String, at: ByteRange },
    #[error("the source map is not in order or leads outside the file of {bytes} bytes")]
    UnsoundMap { bytes: usize },
    #[error("{what} is said to be {stated:?}, but the text at bytes {}..{} is {found:?}", at.start, at.end)]
    WrongWords { what: String, stated: String, found: String, at: ByteRange },
}

/// A document without actors and extracted claims, and what is needed to add them.
#[derive(Debug, Clone)]
pub struct Assembled {
    pub document: Document,
    pub spans: Spans,
    /// Claims the source states as data.
    pub stated_claims: Vec<DraftClaim>,
}

/// Makes full [`Span`]s for one document's text.
#[derive(Debug, Clone)]
pub struct Spans {
    index: TextIndex,
    map: SourceMap,
}

impl Spans {
    /// For a text and where it stands in its file.
    pub fn new(text: &str, map: SourceMap) -> Self {
        Self { index: TextIndex::new(text), map }
    }

    /// The full span of the words at `at` of `text`, the text these spans were made for.
    pub fn span(&self, text: &str, at: ByteRange) -> Span {
        let (source, source_parts) = match self.map.part_of_one_piece(at) {
            Some(one) => (Some(one), Vec::new()),
            None => match self.map.source_parts(at) {
                (parts, true) if parts.len() == 1 => (parts.first().copied(), Vec::new()),
                (parts, _) => (None, parts),
            },
        };
        let chars = [self.index.chars(text, at.start), self.index.chars(text, at.end)];
        Span { chars, bytes: at, source, source_parts }
    }
}

/// Turns a plugin's draft into a document without actors and claims.
///
/// Section numbers are set here from the headings, so that every source counts alike.
///
/// # Errors
/// [`AssembleError`] if a position leaves the text, splits a character or does not hold the words it is said to hold, or
/// if the source map is unsound.
pub fn assemble(draft: Draft, provenance: &Provenance<'_>) -> Result<Assembled, AssembleError> {
    check(&draft, provenance.bytes.len())?;
    let Draft { text, map, media_type, charset, metadata, mut blocks, mut apparatus, claims, diagnostics } = draft;
    number_sections(&mut blocks);
    apparatus.sort_by_key(|piece| (piece.at, piece.kind));
    let spans = Spans::new(&text, map);
    let mut to_span = |at: ByteRange| spans.span(&text, at);

    let sha256 = sha256_hex(provenance.bytes);
    let document = Document {
        schema: SCHEMA.to_owned(),
        // Sixteen digits tell apart more files than any corpus holds and can still be read aloud.
        id: format!("{}-{}", sha256.get(..16).unwrap_or(&sha256), provenance.ordinal),
        metadata: metadata.map_at(&mut to_span),
        blocks: blocks.into_iter().map(|block| block.map_at(&mut to_span)).collect(),
        apparatus: apparatus.into_iter().map(|piece| piece.map_at(&mut to_span)).collect(),
        diagnostics: diagnostics.into_iter().map(|found| found.map_at(&mut to_span)).collect(),
        actors: Vec::new(),
        claims: Vec::new(),
        annotators: Vec::new(),
        source: Source {
            uri: provenance.uri.to_owned(),
            media_type,
            charset,
            sha256,
            bytes: provenance.bytes.len(),
            ordinal: provenance.ordinal,
            plugin: provenance.plugin.to_owned(),
            plugin_version: provenance.plugin_version.to_owned(),
            confidence: provenance.confidence,
            evidence: provenance.evidence.to_vec(),
            runner_up: None,
        },
        text,
    };
    Ok(Assembled { document, spans, stated_claims: claims })
}

/// Each heading opens a section.
fn number_sections(blocks: &mut [Block<ByteRange>]) {
    let mut section = 0;
    for block in blocks {
        if block.kind == BlockKind::Heading {
            section += 1;
        }
        block.section = section;
    }
}

fn check(draft: &Draft, file_len: usize) -> Result<(), AssembleError> {
    let text = draft.text.as_str();
    let inside = |what: &dyn Fn() -> String, at: ByteRange| {
        if at.start > at.end || at.end > text.len() {
            return Err(AssembleError::OutOfText { what: what(), at, len: text.len() });
        }
        if at.slice(text).is_none() {
            return Err(AssembleError::SplitsCharacter { what: what(), at });
        }
        Ok(())
    };
    for (number, block) in draft.blocks.iter().enumerate() {
        inside(&|| format!("block {number}"), block.at)?;
        for author in &block.byline {
            inside(&|| format!("author {:?} of block {number}", author.name), author.at)?;
        }
    }
    for (number, piece) in draft.apparatus.iter().enumerate() {
        inside(&|| format!("apparatus {number}"), piece.at)?;
    }
    for author in &draft.metadata.authors {
        if let Some(at) = author.at {
            inside(&|| format!("author {:?}", author.name), at)?;
        }
        if let Some(bio) = &author.bio {
            let what = || format!("the bio of {:?}", author.name);
            inside(&what, bio.at)?;
            let found = bio.at.slice(text).unwrap_or_default();
            if found != bio.text {
                return Err(AssembleError::WrongWords {
                    what: what(),
                    stated: bio.text.clone(),
                    found: found.to_owned(),
                    at: bio.at,
                });
            }
        }
    }
    if let Some(at) = draft.metadata.origin.as_ref().and_then(|origin| origin.at) {
        inside(&|| "the origin".to_owned(), at)?;
    }
    for candidate in &draft.metadata.candidates {
        if let Some(at) = candidate.at {
            inside(&|| format!("{} candidate {:?}", candidate.field, candidate.value), at)?;
        }
    }
    for claim in &draft.claims {
        let verdict = claim.review.as_ref().and_then(|review| review.verdict_at.as_ref());
        for at in claim.source.iter().chain(&claim.content).chain(verdict) {
            inside(&|| "a stated claim".to_owned(), *at)?;
        }
    }
    for diagnostic in &draft.diagnostics {
        if let Some(at) = diagnostic.at {
            inside(&|| format!("diagnostic {}", diagnostic.code), at)?;
        }
    }
    if draft.map.is_sound(text.len(), file_len) { Ok(()) } else { Err(AssembleError::UnsoundMap { bytes: file_len }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Apparatus, ApparatusKind};

    fn draft(text: &str) -> Draft {
        Draft::of_text(text)
    }

    fn provenance(bytes: &[u8]) -> Provenance<'_> {
        let (uri, plugin, plugin_version) = ("case.txt", "test", "1");
        Provenance { uri, bytes, ordinal: 0, plugin, plugin_version, confidence: 80, evidence: &[] }
    }

    fn error(draft: Draft) -> String {
        let bytes = draft.text.clone().into_bytes();
        assemble(draft, &provenance(&bytes)).expect_err("the draft is wrong").to_string()
    }

    #[test]
    fn spans_count_all_three_ways() {
        let text = "“Nein”, sagt sie";
        let mut draft = draft(text);
        draft.blocks.push(Block::new(BlockKind::Paragraph, ByteRange::new(3, 7)));
        let document = assemble(draft, &provenance(text.as_bytes())).expect("the draft is sound").document;
        let at = &document.blocks[0].at;
        assert_eq!((at.chars, at.bytes, at.source), ([1, 5], ByteRange::new(3, 7), Some(ByteRange::new(3, 7))));
        assert_eq!(at.slice(&document.text), Some("Nein"));
        assert_eq!(document.id.len(), 18);
    }

    #[test]
    fn headings_open_sections() {
        let mut draft = draft("a b c");
        draft.blocks.push(Block::new(BlockKind::Paragraph, ByteRange::new(0, 1)));
        draft.blocks.push(Block::new(BlockKind::Heading, ByteRange::new(2, 3)));
        draft.blocks.push(Block::new(BlockKind::Paragraph, ByteRange::new(4, 5)));
        let document = assemble(draft, &provenance(b"a b c")).expect("the draft is sound").document;
        assert_eq!(document.blocks.iter().map(|block| block.section).collect::<Vec<_>>(), [0, 1, 1]);
    }

    #[test]
    fn blocks_without_a_byline_do_not_mention_it() {
        let mut block = Block::new(BlockKind::Heading, 1);
        assert_eq!(
            serde_json::to_string(&block).expect("a block is JSON"),
            r#"{"kind":"heading","level":null,"section":0,"speaker":null,"time":null,"at":1}"#
        );
        block.byline.push(crate::PartAuthor { name: "Ilse Marwood".to_owned(), at: 2 });
        let json = serde_json::to_string(&block).expect("a block is JSON");
        assert!(json.contains(r#""byline":[{"name":"Ilse Marwood","at":2}]"#), "{json}");
        assert_eq!(serde_json::from_str::<Block<i32>>(&json).expect("it is read again"), block);
    }

    #[test]
    fn wrong_positions_are_named() {
        let mut outside = draft("é");
        outside.blocks.push(Block::new(BlockKind::Paragraph, ByteRange::new(0, 9)));
        assert_eq!(error(outside), "block 0 says it stands at bytes 0..9 of a text of 2 bytes");
        let mut byline = draft("é");
        let mut heading = Block::new(BlockKind::Heading, ByteRange::new(0, 2));
        heading.byline.push(crate::PartAuthor { name: "A".to_owned(), at: ByteRange::new(0, 9) });
        byline.blocks.push(heading);
        assert_eq!(error(byline), "author \"A\" of block 0 says it stands at bytes 0..9 of a text of 2 bytes");
        let mut split = draft("é");
        split.apparatus.push(Apparatus { kind: ApparatusKind::Byline, at: ByteRange::new(0, 1) });
        assert_eq!(error(split), "apparatus 0 at bytes 0..1 begins or ends inside a character");
        let mut map = draft("ab");
        map.map = SourceMap::identity(3);
        assert_eq!(error(map), "the source map is not in order or leads outside the file of 2 bytes");
        let mut bio = draft("A is B.");
        let mut author = crate::Author::named("A", Some(ByteRange::new(0, 1)));
        author.bio = Some(crate::Quoted { text: "A is C.".to_owned(), at: ByteRange::new(0, 7) });
        bio.metadata.authors.push(author);
        assert_eq!(error(bio), "the bio of \"A\" is said to be \"A is C.\", but the text at bytes 0..7 is \"A is B.\"");
    }
}
