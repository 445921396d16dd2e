//! From a file to a draft: the steps in order.

use rapporteur_core::{ApparatusKind, ByteRange, Diagnostic, Draft, Metadata, Publisher};
use rapporteur_prose::{Known, Line, LineHint, anatomy};

use crate::apply::{Applied, apply};
use crate::candidates::{candidates, keywords};
use crate::citation::{add_cited_authors, cite};
use crate::content::Role;
use crate::content::classify::{Clues, classify};
use crate::content::context::Contexts;
use crate::content::lines::Lines;
use crate::content::region::{self, Region};
use crate::metadata::{Field, authors, dates, json_ld, markup, title};
use crate::outline::{Outline, outline};
use crate::page::{Page, declared_charset};
use crate::plain_bytes::read_bytes;
use crate::refuse::{Refused, error_page, stub};
use crate::site::SiteRules;
use crate::{live, source_line, stated_body, stated_claims};

/// What is known about a page beforehand.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hints<'a> {
    /// The address it was loaded from.
    pub address: Option<&'a str>,
    /// Encoding named outside the file: by an HTTP header, by the user.
    pub charset: Option<&'a str>,
}

/// Reads a saved page.
///
/// Linear in the size of the page. With `rules` the values and elements that they name win, field by field.
///
/// # Errors
/// [`Refused`] if the page is no article: "error-page", "paywall", "empty-body".
pub fn read_page(bytes: &[u8], hints: Hints<'_>, rules: Option<&SiteRules>) -> Result<Draft, Refused> {
    let declared = hints.charset.map(str::to_owned).or_else(|| declared_charset(bytes));
    let decoded = read_bytes(bytes, declared.as_deref());
    let page = Page::parse(decoded.text);

    let mut json_ld = json_ld::read(&page);
    let mut found = std::mem::take(&mut json_ld.found);
    found.extend(markup::read(&page));
    let mut diagnostics = std::mem::take(&mut json_ld.diagnostics);

    let address = found.iter().find(|one| one.field == Field::Url).map(|one| one.value.clone());
    let address = address.as_deref().or(hints.address);
    let applied = rules.map(|rules| apply(&page, rules, address)).unwrap_or_default();
    found.extend(applied.found.iter().cloned());
    let sites = title::site_names(&found, rules.map_or(&[], |rules| &rules.site_names));

    let contexts = Contexts::of(&page, &applied.roles);
    error_page(&page, &contexts)?;
    let headline = title::choose(&page, &contexts, &mut found, &sites);
    // Once more, now that it is known what the headline stands in.
    let contexts = match headline {
        Some(headline) => contexts.with_headline(&page, headline),
        None => contexts,
    };
    let region = match applied.body.as_slice() {
        [] => region::choose(&page, &contexts, headline),
        body => Region::new(&page, body.to_vec(), "named by the site's rules"),
    };
    tracing::debug!(reason = region.reason, nodes = region.nodes.len(), "chose the body");
    for node in &region.nodes {
        let class = page.attribute(*node, crate::page::name::CLASS);
        tracing::trace!(node = node.index(), element = page.element_text(*node), class, prose = contexts.prose(&page, *node), headline = ?headline.map(crate::page::NodeId::index), "part of the body");
    }

    let near = |node| {
        region.contains(&page, node) || headline.is_some_and(|headline| is_near(&page, &contexts, headline, node))
    };
    found.extend(markup::visible_authors(&page, near));
    let names = authors::choose(&mut found, &sites);
    let chosen_title = found.iter().find(|one| one.field == Field::Title && one.chosen);
    let known_title = chosen_title.map(|one| title::without_site(&one.value, &sites).to_owned());

    let outline = outline(&page, &contexts, &region, headline);
    if outline.left_out > 0 {
        diagnostics.push(Diagnostic::note(
            "another-article-follows",
            format!("another article of {} letters follows in the same column and was left out", outline.left_out),
        ));
    }
    let cited = rules.zip(known_title.as_deref()).and_then(|(rules, title)| cite(rules, &outline, title, &mut found));
    let chosen_dates = dates::choose(&page, &contexts, headline, &mut found, &mut diagnostics);

    let titles: Vec<String> = found
        .iter()
        .filter(|one| one.field == Field::Title)
        .map(|one| title::without_site(&one.value, &sites).to_owned())
        .collect();
    let descriptions: Vec<String> =
        found.iter().filter(|one| one.field == Field::Description).map(|one| one.value.clone()).collect();
    let clues = Clues { headline, titles: &titles, authors: &names, descriptions: &descriptions };
    let mut hints_of_lines =
        classify(&page, &contexts, &outline.lines.lines, &outline.lines.text, &outline.zones, &clues);
    for line in cited.iter().flat_map(|cited| cited.lines.clone()) {
        if let Some(hint) = hints_of_lines.get_mut(line) {
            *hint = Some(LineHint::Apparatus(ApparatusKind::Other));
        }
    }
    let source_names = source_line::mark(&applied, &outline.lines, &mut hints_of_lines);
    note_embeds(&outline, &mut diagnostics);
    let (mut lines, mut hints_of_lines) = kept(outline.lines, hints_of_lines);
    // What is locked is not read through the back door.
    let stated_body = json_ld.body.filter(|_| !json_ld.paywalled);
    diagnostics.extend(stated_body::add(&page, &contexts, stated_body, &mut lines, &mut hints_of_lines));

    let first = |field: Field| found.iter().find(|one| one.field == field).map(|one| one.value.clone());
    // The name a site gives itself before that of the company that owns it.
    let site_name = found.iter().find(|one| one.field == Field::Publisher && one.origin == "meta og:site_name");
    let publisher = rules
        .and_then(|rules| rules.publisher.clone())
        .or_else(|| site_name.map(|one| one.value.clone()))
        .or_else(|| first(Field::Publisher));
    let declared_language = first(Field::Language).map(|language| primary(&language));
    let known = Known {
        title: known_title.as_deref(),
        site_name: publisher.as_deref(),
        authors: &names,
        published: chosen_dates.published.as_deref(),
        category: applied.category.as_deref(),
        // The body is asked first; what the page declares is often its template's.
        language: None,
    };
    let pieces: Vec<Line> = lines
        .lines
        .iter()
        .zip(&hints_of_lines)
        .flat_map(|(line, hint)| with_credit(&lines.text, line.at, *hint))
        .collect();
    let mut anatomy = anatomy(&lines.text, &pieces, &known);
    if live::is_live(&page, &lines, json_ld.live) {
        live::mark(&page, &contexts, &lines, &anatomy.bylines, &mut anatomy.blocks);
    }

    let mut metadata = anatomy.metadata;
    if let Some(stated) = found.iter().find(|one| one.chosen && one.field == Field::Title && one.node.is_none()) {
        // The visible wording was passed over.
        let is_shown = headline.is_some() && !stated.from_rules;
        if let Some(title) = known_title.as_ref().filter(|_| is_shown) {
            metadata.title = Some(title.clone());
            for one in metadata.candidates.iter_mut().filter(|one| one.field == "title") {
                one.chosen = false;
            }
        }
    }
    tidy_authors(&names, &lines.text, &mut metadata);
    if let Some(cited) = &cited {
        add_cited_authors(&cited.citation, &lines.text, &mut metadata);
    }
    source_line::name(&source_names, &lines.text, &anatomy.apparatus, &mut metadata);
    metadata.language = language(declared_language, metadata.language.take(), &mut diagnostics);
    metadata.url = first(Field::Url).or_else(|| hints.address.map(str::to_owned));
    metadata.publisher = publisher.map(|name| Publisher { name, actor: None });
    metadata.modified = chosen_dates.modified.or(metadata.modified);
    metadata.keywords = keywords(&found);
    candidates(&found, &lines, &decoded.map, &mut metadata);

    diagnostics.extend(anatomy.diagnostics);
    if page.is_truncated() {
        diagnostics.push(Diagnostic::warning("truncated-page", "the page stops in the middle; what is there was read"));
    }
    if decoded.malformed > 0 {
        let message =
            format!("{} byte sequences are no {} and were read as U+FFFD", decoded.malformed, decoded.charset);
        diagnostics.push(Diagnostic::warning("malformed-characters", message));
    }
    layout_notes(rules, &applied, &mut diagnostics);

    let mut draft = Draft {
        map: decoded.map.compose(&lines.map),
        media_type: "text/html".to_owned(),
        charset: decoded.charset.to_owned(),
        claims: Vec::new(),
        blocks: anatomy.blocks,
        apparatus: anatomy.apparatus,
        text: lines.text,
        metadata,
        diagnostics,
    };
    stated_claims::add(&json_ld.claims, &mut draft);
    stub(&page, &json_ld, &draft)?;
    Ok(draft)
}

/// What begins the credit at the end of a caption.
const CREDITS: &[&str] = &[
    "Photo Credit:",
    "Photo credit:",
    "Photograph:",
    "Photo:",
    "Image:",
    "Picture:",
    "Credit:",
    "Photo by ",
    "Photograph by ",
    "Image by ",
];

/// The line; a caption and the credit at its end as two.
fn with_credit(text: &str, at: ByteRange, hint: LineHint) -> Vec<Line> {
    let words = at.slice(text).unwrap_or_default();
    if hint != LineHint::Caption {
        return vec![Line { at, hint }];
    }
    let credit = CREDITS.iter().filter_map(|mark| words.rfind(mark)).min();
    let Some(start) = credit.map(|credit| at.start + credit) else { return vec![Line { at, hint }] };
    let credit = Line { at: ByteRange::new(start, at.end), hint: LineHint::Apparatus(ApparatusKind::CaptionCredit) };
    let rest = ByteRange::new(at.start, start);
    if rest.is_empty() { vec![credit] } else { vec![Line { at: rest, hint }, credit] }
}

/// Whether an element stands where bylines stand: around the headline.
fn is_near(page: &Page, contexts: &Contexts, headline: crate::page::NodeId, node: crate::page::NodeId) -> bool {
    let distance = if node >= page.end(headline) {
        contexts.text_between(page.end(headline), node)
    } else {
        contexts.text_between(node, headline)
    };
    distance <= 400
}

/// The language told from the text; where the text does not tell, the declared one.
fn language(
    declared: Option<String>,
    told: Option<String>,
    diagnostics: &mut Vec<Diagnostic<ByteRange>>,
) -> Option<String> {
    if let (Some(declared), Some(told)) = (&declared, &told)
        && declared.len() == 2
        && declared != told
    {
        let message = format!("the page declares its language as {declared:?}, its text is {told:?}");
        diagnostics.push(Diagnostic::note("language-differs", message));
    }
    told.or(declared)
}

/// The primary language of a BCP 47 tag: "en" of "en-US".
fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or(tag).trim().to_ascii_lowercase()
}

/// Names that the page runs together with what stands beside them ("ByIlse MarwoodPublished") are what markup says.
fn tidy_authors(names: &[String], text: &str, metadata: &mut Metadata<ByteRange>) {
    for author in &mut metadata.authors {
        let found = names.iter().filter(|name| name.contains(' ') && name.len() < author.name.len()).find_map(|name| {
            let bare = author.name.strip_prefix("By").unwrap_or(&author.name);
            bare.starts_with(name.as_str()).then(|| (name, author.name.len() - bare.len()))
        });
        let Some((known, skipped)) = found else { continue };
        author.name.clone_from(known);
        if let Some(at) = author.at.as_mut() {
            let inner = ByteRange::new(at.start + skipped, at.start + skipped + known.len());
            if inner.slice(text) == Some(known.as_str()) {
                *at = inner;
            }
        }
    }
}

fn note_embeds(outline: &Outline, diagnostics: &mut Vec<Diagnostic<ByteRange>>) {
    let posts: std::collections::BTreeSet<_> =
        outline.lines.lines.iter().filter(|line| line.role == Role::Embed).map(|line| line.context.role_at).collect();
    if !posts.is_empty() {
        let message = format!("{} embedded posts are no part of the article and were set aside", posts.len());
        diagnostics.push(Diagnostic::note("embedded-posts", message));
    }
}

fn kept(lines: Lines, hints: Vec<Option<LineHint>>) -> (Lines, Vec<LineHint>) {
    let keep: Vec<bool> = hints.iter().map(Option::is_some).collect();
    (lines.keep(&keep), hints.into_iter().flatten().collect())
}

/// A layout that no longer fits is told, not guessed around in silence.
fn layout_notes(rules: Option<&SiteRules>, applied: &Applied, diagnostics: &mut Vec<Diagnostic<ByteRange>>) {
    if rules.is_none_or(|rules| rules.layouts.is_empty()) {
        return;
    }
    match &applied.layout {
        None => diagnostics.push(Diagnostic::warning(
            "unknown-layout",
            "no layout of the site's rules fits this page; it was read as any other page",
        )),
        Some(layout) if applied.body.is_empty() => diagnostics.push(Diagnostic::warning(
            "layout-without-body",
            format!("layout {layout} names no element of this page as the body; it was found as on any other page"),
        )),
        Some(_) => {}
    }
}
