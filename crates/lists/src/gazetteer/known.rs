use std::collections::BTreeSet;

use rapporteur_core::ActorKind;
use serde::{Deserialize, Serialize};

use super::GazetteerError;

/// A gazetteer file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    #[serde(default)]
    pub actor: Vec<KnownActor>,
}

/// An actor known beforehand: one `[[actor]]` of a gazetteer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownActor {
    pub id: String,
    /// The name news uses most.
    pub name: String,
    pub kind: ActorKind,
    #[serde(default)]
    pub subkind: Option<String>,
    /// ISO 3166-1 alpha-3.
    #[serde(default)]
    pub iso3166: Option<String>,
    #[serde(default)]
    pub wikidata: Option<String>,
    /// Other names.
    #[serde(default)]
    pub names: Vec<String>,
    #[serde(default)]
    pub abbreviations: Vec<String>,
    /// "French".
    #[serde(default)]
    pub adjectives: Vec<String>,
    /// "Frenchman".
    #[serde(default)]
    pub people: Vec<String>,
    /// Capital and seats that stand for it.
    #[serde(default)]
    pub metonyms: Vec<String>,
    /// Lower-case nouns that may take it up: "alliance".
    #[serde(default)]
    pub nominals: Vec<String>,
    /// Ids.
    #[serde(default)]
    pub members: Vec<String>,
    /// Surfaces that count only with support from the context.
    #[serde(default)]
    pub ambiguous: Vec<String>,
    /// Id of the actor it belongs to.
    #[serde(default)]
    pub of: Option<String>,
    /// What a person held, oldest first or in any order.
    #[serde(default)]
    pub posts: Vec<Post>,
    /// Family name of a person, where it is not the last word of the name.
    #[serde(default)]
    pub family: Option<String>,
}

/// A post of a known person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Post {
    pub title: String,
    /// Id of the actor the post belongs to.
    #[serde(default)]
    pub of: Option<String>,
    /// ISO 8601 date or a part of it.
    #[serde(default)]
    pub from: Option<String>,
    #[serde(default)]
    pub to: Option<String>,
}

impl Post {
    /// Whether the post was held on `day`, an ISO 8601 date of any precision. Dates compare as text as far as both go.
    pub fn held_on(&self, day: &str) -> bool {
        let day = day.get(..10).unwrap_or(day);
        let upto = |other: &str| {
            let length = other.len().min(day.len());
            (other.get(..length).unwrap_or_default().to_owned(), day.get(..length).unwrap_or_default().to_owned())
        };
        let begun = self.from.as_deref().is_none_or(|from| {
            let (from, day) = upto(from);
            from <= day
        });
        let lasts = self.to.as_deref().is_none_or(|to| {
            let (to, day) = upto(to);
            day <= to
        });
        begun && lasts
    }
}

impl KnownActor {
    /// By what a text calls a person after the first time: the last word of the name. "Harald V" is called Harald, and nobody "V".
    pub fn family_name(&self) -> &str {
        if let Some(family) = &self.family {
            return family;
        }
        match self.name.rsplit_once(' ') {
            Some((front, number)) if number.bytes().all(|letter| b"IVX".contains(&letter)) => front,
            Some((_, last)) => last,
            None => &self.name,
        }
    }

    /// The post held on `published`, or the latest where the date is not known or no post fits it.
    pub fn post_on(&self, published: Option<&str>) -> Option<&Post> {
        let held = published.and_then(|day| latest(self.posts.iter().filter(|post| post.held_on(day))));
        held.or_else(|| latest(self.posts.iter()))
    }
}

/// The post begun last, one that still lasts before others.
fn latest<'p>(posts: impl Iterator<Item = &'p Post>) -> Option<&'p Post> {
    posts.max_by_key(|post| (post.to.is_none(), post.from.as_deref()))
}

/// What the types cannot say.
pub(super) fn check(file: &str, actors: &[KnownActor]) -> Result<(), GazetteerError> {
    let mut seen = BTreeSet::new();
    for (number, actor) in actors.iter().enumerate() {
        if actor.id.is_empty() {
            return Err(GazetteerError::entry(file, &format!("number {}", number + 1), "id", "is empty"));
        }
        let wrong = |key, message: &str| Err(GazetteerError::entry(file, &actor.id, key, message));
        // Nearly all are, and need not be made to be told.
        let plain = |word: &str| {
            !word.is_empty() && word.bytes().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
        };
        if !actor.id.split('-').all(plain) && actor.id != rapporteur_core::slug(&actor.id) {
            return wrong("id", "may hold lower-case letters, digits and single hyphens only");
        }
        if !seen.insert(actor.id.as_str()) {
            return wrong("id", "stands twice in this file");
        }
        if actor.name.trim().is_empty() {
            return wrong("name", "is empty");
        }
        let lists = [
            ("names", &actor.names),
            ("abbreviations", &actor.abbreviations),
            ("adjectives", &actor.adjectives),
            ("people", &actor.people),
            ("metonyms", &actor.metonyms),
            ("nominals", &actor.nominals),
        ];
        for (key, list) in lists {
            if list.iter().any(|surface| !surface.chars().any(char::is_alphanumeric)) {
                return wrong(key, "holds a surface without a letter or digit");
            }
        }
        if actor.posts.iter().any(|post| post.title.trim().is_empty()) {
            return wrong("posts", "holds a post without a title");
        }
    }
    Ok(())
}
