//! The page model against the tree of `html5ever`, which builds it by the letter of the HTML standard: the same visible
//! words in the same blocks.
#![allow(clippy::print_stderr, reason = "says which pages were skipped and what differs")]

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use rapporteur_core::ByteRange;
use rapporteur_html::content::context::is_block;
use rapporteur_html::page::{Context, NodeId, Page, resolve};

/// Elements whose words no reader sees in the page.
const SILENT: &[&str] = &[
    "script", "style", "noscript", "template", "head", "title", "svg", "math", "select", "textarea", "button",
    "iframe", "object", "embed", "video", "audio", "canvas", "noembed", "noframes",
];

/// Words by block: a line begins where a block begins or ends and at `br`. White space does not count.
#[derive(Default)]
struct Lines {
    lines: Vec<String>,
    /// The block that the last words stand in, as a path of names would be too strict: its name.
    block: String,
    words: String,
}

impl Lines {
    fn cut(&mut self) {
        let words = self.words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            self.lines.push(format!("{}: {words}", self.block));
        }
        self.words.clear();
    }

    fn enter(&mut self, name: &str, is_block: bool) {
        if is_block || name == "br" {
            self.cut();
        }
        if is_block {
            self.block = name.to_owned();
        }
    }

    fn leave(&mut self, outer: Option<&str>) {
        self.cut();
        self.block = outer.unwrap_or_default().to_owned();
    }
}

fn by_page(page: &Page) -> Vec<String> {
    let mut lines = Lines::default();
    // Blocks that are open, and where each ends.
    let mut open: Vec<(NodeId, String)> = Vec::new();
    let mut silent_until = NodeId::ROOT;
    for node in page.nodes() {
        while open.last().is_some_and(|(end, _)| *end <= node) {
            open.pop();
            lines.leave(open.last().map(|(_, name)| name.as_str()));
        }
        if node < silent_until {
            continue;
        }
        match page.element(node) {
            Some(_) if SILENT.contains(&page.element_text(node)) => silent_until = page.end(node),
            Some(element) => {
                let name = page.element_text(node);
                lines.enter(name, is_block(element));
                if is_block(element) {
                    open.push((page.end(node), name.to_owned()));
                }
            }
            None => lines.words.push_str(page.text(node).unwrap_or_default()),
        }
    }
    lines.cut();
    lines.lines
}

enum Step {
    Enter(Handle),
    Leave,
}

fn by_standard(source: &str) -> Vec<String> {
    let names = Page::parse(String::new());
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(source);
    let mut lines = Lines::default();
    let mut open: Vec<String> = vec!["#document".to_owned()];
    let mut steps = vec![Step::Enter(dom.document.clone())];
    lines.block = "#document".to_owned();
    while let Some(step) = steps.pop() {
        let Step::Enter(handle) = step else {
            open.pop();
            lines.leave(open.last().map(String::as_str));
            continue;
        };
        match &handle.data {
            NodeData::Text { contents } => lines.words.push_str(&contents.borrow()),
            NodeData::Element { name, .. } => {
                let name = name.local.as_ref();
                if SILENT.contains(&name) {
                    continue;
                }
                let block = names.name(name).is_some_and(is_block);
                lines.enter(name, block);
                if block {
                    open.push(name.to_owned());
                    steps.push(Step::Leave);
                }
            }
            NodeData::Document => {}
            _ => continue,
        }
        steps.extend(handle.children.borrow().iter().rev().map(|child| Step::Enter(child.clone())));
    }
    lines.cut();
    lines.lines
}

fn check(source: &str) {
    assert_eq!(by_page(&Page::parse(source.to_owned())), by_standard(source), "{source}");
}

#[test]
fn implied_and_missing_ends() {
    check("<p>one<p>two<div>three</div>four");
    check("<ul><li>one<li>two<ul><li>three</ul><li>four</ul>five");
    check("<dl><dt>one<dd>two<dt>three</dl>four");
    check("<table><tr><td>one<td>two<tr><th>three</table>four");
    check("<table><caption>one<tbody><tr><td>two</table>");
    check("<h2>one<h3>two</h3>three");
    check("<div><p>one<section><p>two</div>three");
    check("one<p>two</body>three</html>four");
    check("<article><h1>one</h2>two<p>three</article>four");
    check("<p>one<hr>two<pre>three</pre>four<form><p>five</form>six");
    check("<details><summary>one<p>two</details>three");
    check("</p>one</br>two</div>three");
}

#[test]
fn wrong_nesting() {
    check("<b>one<p>two</b>three</p>four");
    check("<p>one<b>two<i>three</b>four</i>five</p>six");
    check("<a href=1>one<div>two</a>three</div>four");
    check("<a href=1>one<a href=2>two</a>three</a>");
    check("<div><span>one</div>two</span>three");
    check("<p><font>one<p>two</font>three<p>four");
    check("<li>one<div><li>two</div><li>three");
    check("<em><ul><li>one</em><li>two</ul>three");
}

#[test]
fn what_is_no_text() {
    check("<p>one<script>var a = '<p>two</p>'</script>three");
    check("<p>one<style>p{}</style><!-- two --><template><p>three</template>four");
    check("<title>one</title><p>two<textarea><p>three</textarea>four");
    check("<svg><title>one</title><p>two</svg>three");
    check("<svg><desc><p>one</p></desc><g/></svg>two");
    check("<div><svg><path d=1><div>one</div></svg></div>two");
    check("<math><mi>one</mi></math><p>two");
    check("<iframe><p>one</iframe>two<noembed><p>three</noembed>four");
    check("<p>one<select><option>two<option>three</select>four");
    check("<!doctype html><!-- one --><html><head><meta charset=utf-8></head><body>two");
    check("a < b <3 &lt;p> &amp;amp; &notit; x&#0;y");
    check("<p>one\r\ntwo\rthree</p>");
}

/// What the model does otherwise, on purpose: words in tables stay where they stand in the file, so that the order of the
/// text is the order of the bytes.
#[test]
fn words_in_tables_stay_in_place() {
    let source = "<table>one<tr>two<td>three</table>";
    assert_eq!(by_standard(source), ["body: onetwo", "td: three"]);
    assert_eq!(by_page(&Page::parse(source.to_owned())), ["table: one", "tr: two", "td: three"]);
}

/// Pages that are not part of this repository.
fn real_pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/bench/extract-dev/html");
    let Ok(sets) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: no pages beside this repository");
        return Vec::new();
    };
    let folders = sets.filter_map(Result::ok).filter_map(|set| std::fs::read_dir(set.path()).ok());
    let mut pages: Vec<PathBuf> = folders.flatten().filter_map(Result::ok).map(|page| page.path()).collect();
    pages.sort();
    pages
}

fn read(path: &Path) -> String {
    let mut page = String::new();
    let file = File::open(path).expect("the page was listed");
    flate2::read::GzDecoder::new(file).read_to_string(&mut page).expect("the pages are gzipped UTF-8");
    page
}

#[test]
fn real_pages_have_the_same_lines() {
    let (mut all, mut same_pages, mut lines, mut differing) = (0, 0, 0, 0);
    for path in real_pages() {
        let source = read(&path);
        let (ours, theirs) = (by_page(&Page::parse(source.clone())), by_standard(&source));
        all += 1;
        lines += theirs.len();
        if ours == theirs {
            same_pages += 1;
            continue;
        }
        let missing = difference(&theirs, &ours);
        let added = difference(&ours, &theirs);
        differing += missing.len().max(added.len());
        eprintln!("{}: {} of {} lines differ", path.display(), missing.len().max(added.len()), theirs.len());
        for line in missing.iter().take(3) {
            eprintln!("  - {}", line.chars().take(120).collect::<String>());
        }
        for line in added.iter().take(3) {
            eprintln!("  + {}", line.chars().take(120).collect::<String>());
        }
    }
    eprintln!("{same_pages} of {all} pages the same; {differing} of {lines} lines differ");
    if all > 0 {
        assert!(differing * 1000 <= lines, "{differing} of {lines} lines differ");
    }
}

/// Lines of `one` that `other` has not, by number.
fn difference(one: &[String], other: &[String]) -> Vec<String> {
    let mut counts = std::collections::BTreeMap::<&str, i64>::new();
    for line in other {
        *counts.entry(line).or_default() += 1;
    }
    let mut missing = Vec::new();
    for line in one {
        let left = counts.entry(line).or_default();
        *left -= 1;
        if *left < 0 {
            missing.push(line.clone());
        }
    }
    missing
}

#[test]
fn words_of_real_pages_are_what_their_bytes_say() {
    for path in real_pages() {
        let source = read(&path);
        let page = Page::parse(source.clone());
        for node in page.nodes() {
            let Some(text) = page.text(node) else { continue };
            let range = page.range(node);
            let read_again = |context| {
                resolve(&source, range, context)
                    .map_or_else(|| range.slice(&source).map(str::to_owned), |(text, _)| Some(text))
            };
            assert!(
                [Context::Text, Context::Raw].into_iter().any(|context| read_again(context).as_deref() == Some(text)),
                "{}: {range:?}",
                path.display()
            );
            for piece in page.text_map(node).pieces() {
                let words = piece.text.slice(text).unwrap_or_else(|| panic!("{}: {piece:?}", path.display()));
                let bytes = piece.source.slice(&source).unwrap_or_default();
                let is_copy = words == bytes.replace('\r', "\n");
                assert!(is_copy || bytes.starts_with(['&', '\r']), "{}: {bytes:?} became {words:?}", path.display());
            }
            assert!(page.text_map(node).source(ByteRange::new(0, text.len())).is_some() || text.is_empty());
        }
    }
}
