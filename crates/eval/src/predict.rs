//! What the program makes of a text.

use std::fs;
use std::path::Path;

use rapporteur_analysis::gazetteer::{Gazetteer, GazetteerError};
use rapporteur_analysis::{Analyser, AnalyserError, Trace};
use rapporteur_core::{
    Actor, Assembled, Block, BlockKind, ByteRange, Document, Draft, MentionForm, Provenance, assemble,
};
use rapporteur_prose::text_source::{Layout, read_text};

use crate::actors::FoundMention;
use crate::attribution::Attribution;
use crate::corpus::{Article, ArticleError};

/// The analysis, ready to be measured.
pub struct Predictor {
    analyser: Analyser,
}

impl Predictor {
    /// # Errors
    /// [`AnalyserError`] if the analyser's own data cannot be read.
    pub fn new() -> Result<Self, AnalyserError> {
        Ok(Self { analyser: Analyser::new()? })
    }

    /// Finds claims however unlikely: what weights of confidence are made from.
    #[must_use]
    pub fn with_unlikely(self) -> Self {
        Self { analyser: self.analyser.with_unlikely() }
    }

    /// Adds the actors of a gazetteer in TOML; `name` is for messages.
    ///
    /// # Errors
    /// [`GazetteerError`] if the text does not follow the schema.
    pub fn add_gazetteer(&mut self, name: &str, toml: &str) -> Result<(), GazetteerError> {
        self.analyser.add_gazetteer(name, toml)
    }

    /// With the actors of these files, which stand in `folder`.
    ///
    /// # Errors
    /// [`ArticleError::World`] for a file that is missing or not sound.
    pub(crate) fn with_world(&self, files: &[String], folder: &Path) -> Result<Self, ArticleError> {
        let mut analyser = self.analyser.clone();
        for name in files {
            let path = folder.join(name);
            let wrong = |error: String| ArticleError::World { path: path.display().to_string(), error };
            let text = fs::read_to_string(&path).map_err(|error| wrong(error.to_string()))?;
            analyser.add_gazetteer(name, &text).map_err(|error| wrong(error.to_string()))?;
        }
        Ok(Self { analyser })
    }

    /// The attributions of a text in which every line is a paragraph.
    pub fn attributions(&self, text: &str) -> Vec<Attribution> {
        let Some(document) = self.analyse(Draft::of_lines(text), text) else { return Vec::new() };
        document.claims.iter().map(Attribution::of).collect()
    }

    /// The mentions of actors in a single paragraph.
    pub fn mentions(&self, text: &str) -> Vec<FoundMention> {
        let blocks = vec![Block::new(BlockKind::Paragraph, ByteRange::new(0, text.len()))];
        let draft = Draft { blocks, ..Draft::of_text(text) };
        let Some(document) = self.analyse(draft, text) else { return Vec::new() };
        let mut found: Vec<FoundMention> = Vec::new();
        for actor in &document.actors {
            let country = country(actor, &document, self.analyser.gazetteer());
            found.extend(actor.mentions.iter().map(|mention| {
                let kind = match mention.form {
                    MentionForm::Adjective => "nationality",
                    MentionForm::Nominal => "description",
                    _ => actor.kind.as_str(),
                };
                let [start, end] = mention.at.chars;
                FoundMention { start, end, kind: kind.to_owned(), country: country.clone() }
            }));
        }
        found.sort_by_key(|mention| (mention.start, mention.end));
        found
    }

    /// The document an article of the corpus is read as: plain text, as if it had been pasted into a file.
    pub fn article(&self, article: &Article) -> Option<Document> {
        self.article_with_trace(article).map(|(document, _)| document)
    }

    /// As [`Predictor::article`], with why the claims are what they are.
    pub fn article_with_trace(&self, article: &Article) -> Option<(Document, Trace)> {
        self.read_with_trace(&article.text, Some(&article.date))
    }

    /// The document of a text that somebody pasted into a file.
    pub fn read(&self, text: &str, date: Option<&str>) -> Option<Document> {
        self.read_with_trace(text, date).map(|(document, _)| document)
    }

    fn read_with_trace(&self, text: &str, date: Option<&str>) -> Option<(Document, Trace)> {
        let mut draft = read_text(text.as_bytes(), Some("utf-8"), Layout::Article).ok()?;
        if let Some(date) = date {
            draft.metadata.published.get_or_insert_with(|| date.to_owned());
        }
        self.analyse_with_trace(draft, text)
    }

    fn analyse(&self, draft: Draft, text: &str) -> Option<Document> {
        self.analyse_with_trace(draft, text).map(|(document, _)| document)
    }

    fn analyse_with_trace(&self, draft: Draft, text: &str) -> Option<(Document, Trace)> {
        let provenance = Provenance {
            uri: "-",
            bytes: text.as_bytes(),
            ordinal: 0,
            plugin: "eval",
            plugin_version: env!("CARGO_PKG_VERSION"),
            confidence: 100,
            evidence: &[],
        };
        let Assembled { mut document, spans, stated_claims } = assemble(draft, &provenance).ok()?;
        let trace = self.analyser.analyse(&mut document, &spans, &stated_claims);
        Some((document, trace))
    }
}

/// Steps from an actor to the state it belongs to: an official, a ministry, a government, a state.
const STEPS: usize = 4;

/// ISO code of the state an actor is or belongs to.
fn country(actor: &Actor, document: &Document, gazetteer: &Gazetteer) -> Option<String> {
    let mut code = actor.identifiers.iso3166.clone();
    let mut owner = actor.affiliation.clone();
    for _ in 0..STEPS {
        if code.is_some() {
            break;
        }
        let id = owner?;
        (code, owner) = match (document.actor(&id), gazetteer.get(&id)) {
            (Some(actor), _) => (actor.identifiers.iso3166.clone(), actor.affiliation.clone()),
            (None, Some(known)) => (known.iso3166.clone(), known.of.clone()),
            (None, None) => (None, None),
        };
    }
    code
}
