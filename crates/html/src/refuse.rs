//! Pages that are no article: error pages, locked articles, empty shells.

use rapporteur_core::protocol::Refusal;
use rapporteur_core::{BlockKind, Draft};

use crate::content::context::Contexts;
use crate::content::words_of;
use crate::metadata::json_ld::JsonLd;
use crate::page::{NodeId, Page, name};

/// Why a page gives no document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// "error-page", "paywall", "empty-body".
    pub code: &'static str,
    /// One sentence without a final stop.
    pub message: String,
}

impl From<Refused> for Refusal {
    fn from(refused: Refused) -> Self {
        let help = match refused.code {
            "paywall" => "save the page again where you are signed in and see the whole article",
            "empty-body" => {
                "save the page after it has loaded in a browser; if the text is there, `--source text` reads a copy of it"
            }
            _ => "open the address in a browser and save the article itself",
        };
        Refusal::new(refused.code, refused.message).help(help)
    }
}

/// What error pages say in their title or headline.
const ERRORS: &[&str] = &[
    "access denied",
    "access to this page has been denied",
    "attention required",
    "you have been blocked",
    "you have been banned",
    "just a moment",
    "checking your browser",
    "are you a robot",
    "are you human",
    "pardon our interruption",
    "robot check",
    "captcha",
    "security check",
    "403 forbidden",
    "forbidden",
    "404 not found",
    "error 404",
    "page not found",
    "not found",
    "page cannot be found",
    "500 internal server error",
    "502 bad gateway",
    "503 service",
    "504 gateway",
    "service unavailable",
    "internal server error",
    "bad gateway",
    "too many requests",
    "request blocked",
];

/// An article has more letters of prose than any error page.
const LONGEST_ERROR: u32 = 1500;

/// Refuses pages that a server or firewall sent instead of the article.
///
/// # Errors
/// [`Refused`] with code "error-page".
pub fn error_page(page: &Page, contexts: &Contexts) -> Result<(), Refused> {
    if contexts.prose(page, NodeId::ROOT) > LONGEST_ERROR {
        return Ok(());
    }
    for node in page.nodes() {
        let says = match page.element(node) {
            Some(name::TITLE | name::H1) => {
                let words = page.inner_text(node).trim().to_lowercase();
                // A headline about errors is longer than theirs.
                let is_error = words.len() < 80
                    && ERRORS.iter().any(|error| {
                        words.starts_with(error)
                            || words.ends_with(error)
                            || (error.len() >= 12 && words.contains(error))
                    });
                is_error.then_some(words)
            }
            Some(_) => page
                .attribute(node, name::ID)
                .filter(|id| matches!(*id, "cf-wrapper" | "cf-error-details"))
                .map(|id| format!("#{id}")),
            None => None,
        };
        if let Some(says) = says {
            let message = format!("the page is an error page ({says:?}) and not the article");
            return Err(Refused { code: "error-page", message });
        }
    }
    Ok(())
}

/// A locked article shows less than this many bytes.
const LONGEST_STUB: usize = 900;

/// Refuses drafts without an article in them.
///
/// # Errors
/// [`Refused`] with code "paywall" or "empty-body".
pub fn stub(page: &Page, json_ld: &JsonLd, draft: &Draft) -> Result<(), Refused> {
    let body: usize = draft
        .blocks
        .iter()
        .filter(|block| !matches!(block.kind, BlockKind::Caption | BlockKind::Heading))
        .map(|block| block.at.len())
        .sum();
    if body < LONGEST_STUB
        && let Some(sign) = lock(page, json_ld)
    {
        let message = format!("the article is locked ({sign}); the page shows {body} bytes of it");
        return Err(Refused { code: "paywall", message });
    }
    if body == 0 {
        return Err(Refused { code: "empty-body", message: "the page holds no text of an article".to_owned() });
    }
    Ok(())
}

/// What says that the article is for subscribers.
fn lock(page: &Page, json_ld: &JsonLd) -> Option<&'static str> {
    if json_ld.paywalled {
        return Some("isAccessibleForFree is false");
    }
    for node in page.nodes() {
        if page.is(node, name::META) && page.attribute(node, name::PROPERTY) == Some("article:content_tier") {
            if page.attribute(node, name::CONTENT).is_some_and(|tier| tier.eq_ignore_ascii_case("locked")) {
                return Some("article:content_tier is locked");
            }
            continue;
        }
        let is_wall = |value: &str| {
            let words = words_of(value);
            words.iter().any(|word| matches!(word.as_str(), "paywall" | "regwall" | "subscriberwall"))
        };
        let has_text = || page.below(node).any(|node| page.text(node).is_some_and(|text| text.trim().len() > 20));
        if [name::CLASS, name::ID].iter().any(|key| page.attribute(node, *key).is_some_and(is_wall))
            && !page.is(node, name::BODY)
            && has_text()
        {
            return Some("a box with a subscription offer");
        }
    }
    None
}
