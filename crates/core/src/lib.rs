//! The model every part of Rapporteur speaks: a [`Document`] with its [`Block`]s, the [`Actor`]s it names and the [`Claim`]s
//! it reports, each with a [`Span`] that says where it stands.
//!
//! The JSON form of these types is the contract with exporters, evaluation scripts and users ([`SCHEMA`]).
//! A source plugin does not build a [`Document`] but a [`Draft`]: text, structure and metadata with plain byte ranges.
//! [`assemble`] checks the draft and gives it identity and full spans. An annotator hands over [`Additions`] in the same kind of
//! ranges, and [`annotate`] is the only way from them into a document.
//!
//! *Invariant:* this crate does no IO, reads no clock and never panics on input.

mod actor;
mod additions;
mod annotate;
mod assemble;
mod block;
mod claim;
mod diagnostic;
mod digest;
mod document;
mod draft;
mod label;
mod metadata;
pub mod protocol;
mod quoted;
mod range;
mod schema;
mod slug;
mod source;
mod source_map;
mod span;
mod speaker;
mod text_index;

pub use actor::{Actor, ActorKind, Annotation, Identifiers, Mention, MentionForm, Role, Sense};
pub use additions::{AddedActor, AddedClaim, AddedLabel, AddedMention, Additions, DraftLabel, DraftMention};
pub use annotate::{Annotated, annotate};
pub use assemble::{AssembleError, Assembled, Provenance, Spans, assemble};
pub use block::{Apparatus, ApparatusKind, Block, BlockKind, PartAuthor};
pub use claim::{Claim, ClaimForm, ClaimOrigin, ClaimSource, Cue, Position, Quotation, Review, SourceForm, Via};
pub use diagnostic::{Diagnostic, Level};
pub use digest::{hex, sha256_hex};
pub use document::{AnnotatorRun, Document, SCHEMA};
pub use draft::{Draft, DraftClaim};
pub use label::Label;
pub use metadata::{Author, Candidate, Metadata, Origin, Publisher};
pub use quoted::Quoted;
pub use range::ByteRange;
pub use schema::{additions_schema, ingested_schema, json_schema};
pub use slug::slug;
pub use source::{RunnerUp, Source};
pub use source_map::{Piece, SourceMap};
pub use span::Span;
pub use speaker::only_asks;
pub use text_index::TextIndex;
