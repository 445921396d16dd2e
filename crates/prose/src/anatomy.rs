use rapporteur_core::{Apparatus, ApparatusKind, Block, BlockKind, ByteRange, Diagnostic, Metadata};

use crate::parts::{self, PartByline};
use crate::pieces::{self, State};
use crate::{Known, Line, about, body, language, tail, top, words};

/// An article taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Anatomy {
    /// The article itself, in reading order. Ranges are trimmed and do not overlap.
    pub blocks: Vec<Block<ByteRange>>,
    /// What stands around it, in text order. Does not overlap the blocks.
    pub apparatus: Vec<Apparatus<ByteRange>>,
    pub metadata: Metadata<ByteRange>,
    pub diagnostics: Vec<Diagnostic<ByteRange>>,
    /// Bylines that belong to no heading, the article's own among them: entries of a live blog may have them.
    pub bylines: Vec<PartByline>,
}

/// Takes an article apart. `lines` are in reading order and do not overlap; lines outside the text are passed over.
///
/// What is not surely byline, bio or furniture stays in the body.
pub fn anatomy(text: &str, lines: &[Line], known: &Known<'_>) -> Anatomy {
    let spaced = words::spaced(text);
    let mut pieces = pieces::pieces(&spaced, lines);
    parts::mark(&mut pieces, 0, known.authors);
    let top = top::read(&mut pieces, known);
    let mut metadata = Metadata::default();
    let mut diagnostics = Vec::new();
    about::titles(&pieces, &top, known, &mut metadata);
    about::authors(&pieces, &top, known, &mut metadata, &mut diagnostics);
    let mut names: Vec<String> = metadata.authors.iter().map(|author| author.name.clone()).collect();
    names.extend(known.authors.iter().cloned());
    tail::read(&mut pieces, &names, top.headline, known.site_name);
    about::credits(&pieces, &mut metadata);
    about::bios(&pieces, &mut metadata);
    about::origin(&pieces, &mut metadata);

    parts::mark(&mut pieces, top.headline.map_or(0, |headline| headline + 1), &names);

    let stated = metadata.category.iter().chain(&metadata.title).any(|words| about::says_transcript(words));
    let mut body = body::read(&spaced, &mut pieces, stated);
    about::dates(&pieces, &top, known, body.filed.take(), &mut metadata);
    about::as_written(text, &mut metadata);
    metadata.language = known.language.map(str::to_owned).or_else(|| language_of(text, &body.blocks));

    let mut apparatus = std::mem::take(&mut body.apparatus);
    apparatus.extend(pieces.iter().filter_map(|piece| match piece.state {
        State::Apparatus(kind) => Some(Apparatus { kind, at: piece.at }),
        _ => None,
    }));
    apparatus.sort_by_key(|piece| (piece.at, piece.kind));
    let mut blocks = body.blocks;
    let mut bylines = Vec::new();
    if !body.is_transcript {
        let own = own_byline(&metadata, &blocks);
        let (own, others) = parts::bylines(&pieces).into_iter().partition(|part| Some(part.at) == own);
        bylines = own;
        bylines.extend(parts::attach(text, &mut blocks, others, &names));
    }
    parts::authors_of_parts(&blocks, &mut metadata);
    Anatomy { blocks, apparatus: joined(text, apparatus), metadata, diagnostics, bylines }
}

/// The line of the article's own byline: the chosen one, if nothing of the body stands before it.
fn own_byline(metadata: &Metadata<ByteRange>, blocks: &[Block<ByteRange>]) -> Option<ByteRange> {
    let chosen =
        |one: &&rapporteur_core::Candidate<ByteRange>| one.field == "authors" && one.origin == "byline" && one.chosen;
    let at = metadata.candidates.iter().find(chosen).and_then(|one| one.at)?;
    blocks.first().is_none_or(|first| at.start < first.at.start).then_some(at)
}

fn language_of(text: &str, blocks: &[Block<ByteRange>]) -> Option<String> {
    let mut sample = String::new();
    let prose = |kind| {
        matches!(
            kind,
            BlockKind::Paragraph
                | BlockKind::SpeakerTurn
                | BlockKind::Quotation
                | BlockKind::ListItem
                | BlockKind::LiveEntry
        )
    };
    for block in blocks.iter().filter(|block| prose(block.kind)) {
        let words = block.at.slice(text).unwrap_or_default();
        sample.extend(words.chars().take(language::SEEN));
        sample.push('\n');
        if sample.len() >= language::SEEN {
            break;
        }
    }
    language::language(&sample)
}

/// Neighbouring pieces of one kind are one: the header of the bios and the bios, the lines of the comment form.
fn joined(text: &str, apparatus: Vec<Apparatus<ByteRange>>) -> Vec<Apparatus<ByteRange>> {
    let mut joined: Vec<Apparatus<ByteRange>> = Vec::with_capacity(apparatus.len());
    for piece in apparatus {
        let one = matches!(
            piece.kind,
            ApparatusKind::Bio
                | ApparatusKind::PublisherBlurb
                | ApparatusKind::CommentForm
                | ApparatusKind::Navigation
                | ApparatusKind::Related
                | ApparatusKind::Share
                | ApparatusKind::Newsletter
        );
        if let Some(last) = joined.last_mut()
            && one
            && last.kind == piece.kind
            && text.get(last.at.end..piece.at.start).is_some_and(|gap| gap.chars().all(crate::trim::is_blank))
        {
            last.at.end = piece.at.end;
            continue;
        }
        joined.push(piece);
    }
    joined
}
