//! Live blogs: which paragraphs belong to which entry, and the entry's clock time.

use std::collections::BTreeMap;

use rapporteur_core::{Block, BlockKind, ByteRange};
use rapporteur_prose::PartByline;

use crate::content::context::Contexts;
use crate::content::lines::Lines;
use crate::content::words_of;
use crate::page::{NodeId, Page, name};

/// A blog has at least so many entries.
const FEWEST: usize = 3;
/// How far up from its time an entry is looked for.
const NEAR: usize = 5;
/// Letters of prose in an entry.
const SHORTEST: u32 = 40;

/// Whether a class of the page calls it a live blog. `stated` is what its data says.
pub(crate) fn is_live(page: &Page, lines: &Lines, stated: bool) -> bool {
    let says_live = |node: NodeId| {
        [name::CLASS, name::ID, name::ITEMTYPE].iter().filter_map(|key| page.attribute(node, *key)).any(|value| {
            let words = words_of(value);
            words.iter().any(|word| word == "liveblog")
                || words.windows(2).any(|two| matches!(two, [live, blog] if live == "live" && blog == "blog"))
        })
    };
    let first = lines.lines.iter().map(|line| line.first).nth(lines.lines.len() / 2);
    stated || first.is_some_and(|first| page.ancestors(first).take(32).any(says_live))
}

/// Makes the paragraphs of entries live entries, each with its entry's time as stated. `bylines` in an entry go to its first
/// block.
pub(crate) fn mark(
    page: &Page,
    contexts: &Contexts,
    lines: &Lines,
    bylines: &[PartByline],
    blocks: &mut [Block<ByteRange>],
) {
    let entries = entries(page, contexts);
    let entry_of = |at: ByteRange| {
        let line = lines.lines.get(lines.lines.partition_point(|line| line.at.end <= at.start))?;
        page.ancestors(line.first).find(|node| entries.contains_key(node))
    };
    for block in blocks.iter_mut().filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Quotation)) {
        let Some(entry) = entry_of(block.at).and_then(|node| entries.get(&node)) else { continue };
        if block.kind == BlockKind::Paragraph {
            block.kind = BlockKind::LiveEntry;
        }
        block.time = Some(entry.clone());
    }
    if bylines.is_empty() {
        return;
    }
    let mut first_blocks: BTreeMap<NodeId, usize> = BTreeMap::new();
    for (index, block) in blocks.iter().enumerate() {
        if let Some(entry) = entry_of(block.at) {
            first_blocks.entry(entry).or_insert(index);
        }
    }
    for byline in bylines {
        let first = entry_of(byline.at).and_then(|entry| first_blocks.get(&entry)).copied();
        if let Some(block) = first.and_then(|first| blocks.get_mut(first)).filter(|block| block.byline.is_empty()) {
            block.byline.clone_from(&byline.authors);
        }
    }
}

/// The entries and their times: elements of one name and class that stand side by side, each with a time of its own and
/// prose.
fn entries(page: &Page, contexts: &Contexts) -> BTreeMap<NodeId, String> {
    let mut alike: BTreeMap<(NodeId, &str, &str), BTreeMap<NodeId, NodeId>> = BTreeMap::new();
    for time in page.nodes().filter(|node| page.is(*node, name::TIME)) {
        for around in page.ancestors(time).take(NEAR) {
            let Some(parent) = page.parent(around) else { break };
            let class = page.attribute(around, name::CLASS).unwrap_or_default();
            if contexts.prose(page, around) >= SHORTEST {
                // The first time within an entry is its own.
                alike.entry((parent, page.element_text(around), class)).or_default().entry(around).or_insert(time);
            }
        }
    }
    let prose =
        |entries: &BTreeMap<NodeId, NodeId>| entries.keys().map(|node| contexts.prose(page, *node)).sum::<u32>();
    let best = alike.into_values().filter(|entries| entries.len() >= FEWEST).max_by_key(prose).unwrap_or_default();
    let stated = |time: NodeId| {
        let shown = page.inner_text(time).split_whitespace().collect::<Vec<_>>().join(" ");
        if shown.is_empty() { page.attribute(time, name::DATETIME).unwrap_or_default().to_owned() } else { shown }
    };
    best.into_iter().map(|(entry, time)| (entry, stated(time))).filter(|(_, time)| !time.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use rapporteur_core::BlockKind;

    use crate::{Hints, read_page};

    fn times(page: &str) -> Vec<(BlockKind, Option<String>)> {
        let draft = read_page(page.as_bytes(), Hints::default(), None).expect("the page holds an article");
        draft.blocks.into_iter().map(|block| (block.kind, block.time)).collect()
    }

    fn blog(class: &str) -> String {
        let entry = |time: &str, words: &str| {
            format!(
                "<div class=entry><time datetime='2031-03-21T{time}:00Z'>{time}</time><h2>Vote {time}</h2><p>{words} The ministers \
                 of the compact went on with the debate on the depot.</p></div>"
            )
        };
        format!(
            "<!doctype html><title>Summit live</title><body><div class='{class}'><h1>The summit on the depot, as it happened</h1>\
             {}{}{}</div>",
            entry("16:48", "Five voted for it."),
            entry("14:15", "Kest has answered."),
            entry("09:05", "The fog is thick.")
        )
    }

    #[test]
    fn entries_have_their_times() {
        let found = times(&blog("live-blog"));
        let entries: Vec<Option<&str>> =
            found.iter().filter(|(kind, _)| *kind == BlockKind::LiveEntry).map(|(_, time)| time.as_deref()).collect();
        assert_eq!(entries, [Some("16:48"), Some("14:15"), Some("09:05")]);
    }

    #[test]
    fn entries_without_headings_name_their_authors() {
        let page =
            blog("live-blog").replace("<h2>", "<p class=entry-author>Ilse Marwood</p><!--").replace("</h2>", "-->");
        let draft = read_page(page.as_bytes(), Hints::default(), None).expect("the page holds an article");
        let named = |block: &rapporteur_core::Block<rapporteur_core::ByteRange>| {
            block.byline.iter().map(|author| author.name.clone()).collect::<Vec<_>>()
        };
        let entries = draft.blocks.iter().filter(|block| block.kind == BlockKind::LiveEntry).map(named);
        assert_eq!(entries.collect::<Vec<_>>(), [["Ilse Marwood"]; 3]);
    }

    #[test]
    fn what_is_not_called_live_has_paragraphs() {
        assert!(times(&blog("timeline")).iter().all(|(kind, time)| *kind != BlockKind::LiveEntry && time.is_none()));
    }
}
