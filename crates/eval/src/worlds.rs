//! The actors a reader of an article knows beforehand.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::{Path, PathBuf};

use crate::Predictor;
use crate::corpus::{Article, ArticleError};

/// A predictor for each set of files of actors that articles name; most articles share theirs.
pub struct Worlds(BTreeMap<(PathBuf, Vec<String>), Predictor>);

impl Worlds {
    /// Reads the files that the articles name; they stand in the folder above that of the article.
    ///
    /// # Errors
    /// [`ArticleError::World`] for a file that is missing or not sound.
    pub fn read(predictor: &Predictor, articles: &[(PathBuf, Article)]) -> Result<Self, ArticleError> {
        let mut worlds = BTreeMap::new();
        for (file, article) in articles {
            let folder = folder_of(file);
            if let Entry::Vacant(world) = worlds.entry((folder.to_owned(), article.world.clone())) {
                world.insert(predictor.with_world(&article.world, folder)?);
            }
        }
        Ok(Self(worlds))
    }

    /// The predictor for an article that was read; `None` for another.
    pub fn of(&self, file: &Path, article: &Article) -> Option<&Predictor> {
        self.0.get(&(folder_of(file).to_owned(), article.world.clone()))
    }
}

fn folder_of(article: &Path) -> &Path {
    article.parent().and_then(Path::parent).unwrap_or(Path::new(""))
}
