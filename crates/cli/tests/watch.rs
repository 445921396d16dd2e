//! The author's loop as a user sees it.

mod support;

use std::fs;

use support::{GOOD, Place};

const CASE: &str = "source = \"org.rapporteur.source-text\"\n[expect]\ndocuments = 1\n\
    title = \"Averland Weighs The Harbour Compact\"\nparagraphs = 2\n";

/// The lines of standard output up to the reading itself.
fn head(out: &str) -> String {
    let lines = out.lines().take_while(|line| !line.starts_with("document  "));
    lines.map(|line| format!("{line}\n")).collect()
}

#[test]
fn a_page_is_shown_whole() {
    let place = Place::new();
    place.put("page.txt", GOOD);
    let ran = place.run(&["watch", "page.txt", "--once", "--no-build"]);
    assert_eq!(ran.code(), 0, "{}", ran.err());
    let expected = "page.txt: read by org.rapporteur.source-text\nno contract (there is no case.toml)\nreading:\n";
    assert_eq!(head(&ran.out()), expected);
    assert!(ran.out().contains("\ntitle     Averland Weighs The Harbour Compact\n"), "{}", ran.out());
    assert!(ran.out().contains("\nauthor    Ilse Marwood | - | - "), "{}", ran.out());
}

#[test]
fn contract_and_snapshot_of_a_case() {
    let place = Place::new();
    place.put("case/input.txt", GOOD).put("case/case.toml", CASE.replace("= 2", "= 3"));
    let once = ["watch", "case/", "--once"];
    let ran = place.run(&once);
    assert_eq!(ran.code(), 1, "{}", ran.err());
    let read = "case: read by org.rapporteur.source-text\n";
    let breach = "contract: 1 breach\n! paragraphs: expected 3, found 2\n";
    assert_eq!(head(&ran.out()), format!("{read}{breach}reading:\n"));

    place.put("case/case.toml", CASE);
    let ran = place.run(&["watch", "case", "--once", "--accept"]);
    assert_eq!(ran.code(), 0, "{}", ran.err());
    assert!(ran.out().ends_with("\nwritten: case/document.snap\n"), "{}", ran.out());

    let ran = place.run(&once);
    assert_eq!(ran.code(), 0, "{}", ran.err());
    assert_eq!(ran.out(), format!("{read}contract: holds\nreading: as in document.snap\n"));

    place.put("case/input.txt", GOOD.replace("Ilse Marwood", "Ilse Harwood"));
    let ran = place.run(&once);
    assert_eq!(ran.code(), 1, "the snapshot is another: {}", ran.err());
    let differs = format!("{read}contract: holds\nreading: differs from document.snap\n- document  ");
    assert!(ran.out().starts_with(&differs), "{}", ran.out());
    assert!(ran.out().contains("\n- author    Ilse Marwood | "), "{}", ran.out());
    assert!(ran.out().contains("\n+ author    Ilse Harwood | "), "{}", ran.out());
    let coloured = place.run(&["watch", "case", "--once", "--color", "always"]);
    assert!(coloured.out().contains("\n\x1b[32m+ author    Ilse Harwood | "), "{}", coloured.out());
}

#[test]
fn what_cannot_be_watched() {
    let place = Place::new();
    place
        .put("page.txt", GOOD)
        .put("empty/case.toml", CASE)
        .put("case/input.txt", GOOD)
        .put("case/case.toml", "[expekt]\n");
    let check = |arguments: &[&str], expected: &str| assert_eq!(place.run(arguments).said(), expected);
    check(
        &["watch", "nowhere", "--once"],
        "exit 3\nerror: nowhere: No such file or directory (os error 2)\n  \
         help: name a page, or a case: a folder with input.* and case.toml\n",
    );
    check(
        &["watch", "empty", "--once"],
        "exit 3\nerror: empty: 0 files are called input.*, expected one\n  \
         help: a case is a folder with one input.* and, if it is to be held against a contract, case.toml\n",
    );
    check(
        &["watch", "page.txt", "--once", "--accept"],
        "exit 2\nerror: page.txt: a page has no snapshot\n  \
         help: make a case of it: a folder that holds it as input.html, and case.toml\n",
    );
    check(
        &["watch", "page.txt", "--once", "--package", "source-x"],
        "exit 2\nerror: --package names a package, and there is no cargo workspace here\n",
    );
    let broken = place.run(&["watch", "case", "--once"]).said();
    assert!(broken.starts_with("exit 1\nerror: case/case.toml: TOML parse error at line 1, column 2\n"), "{broken}");
    assert!(broken.contains("unknown field `expekt`"), "{broken}");
}

/// A workspace with one plugin that does not compile.
fn put_plugin(place: &Place, code: &str) {
    place
        .put(
            "Cargo.toml",
            "[package]\nname = \"source-x\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[workspace]\n\
             [lib]\nname = \"rapporteur_source_x\"\ncrate-type = [\"cdylib\"]\n",
        )
        .put(
            "plugin.toml",
            "schema = 1\nid = \"org.example.source-x\"\nversion = \"0.1.0\"\nabi = 1\nprotocol = 1\n\
             library = \"rapporteur_source_x\"\n[[plugin]]\nid = \"org.example.source-x\"\nkind = \"source\"\n\
             name = \"x\"\nsummary = \"Reads x\"\n",
        )
        .put("src/lib.rs", code);
}

#[test]
fn a_plugin_that_does_not_compile() {
    let place = Place::new();
    put_plugin(&place, "pub fn detect() -> u8 { seventy }\n");
    place.put("case/input.txt", GOOD).put("case/case.toml", "source = \"org.example.source-x\"\n");
    let ran = place.run(&["watch", "case", "--once"]);
    let said = ran.said();
    assert_eq!(ran.out(), "");
    assert!(
        said.starts_with("exit 1\nbuilding source-x\nerror[E0425]: cannot find value `seventy` in this scope\n"),
        "{said}"
    );
    assert!(said.ends_with("\nerror: source-x cannot be built\n"), "{said}");
    // What a case of another source needs is built, and nothing else.
    place.put("case/case.toml", "source = \"org.rapporteur.source-text\"\n");
    assert_eq!(place.run(&["watch", "case", "--once"]).said(), "exit 0\n");
}

#[cfg(unix)]
mod without_end {
    use std::io::{BufRead, BufReader, Read};
    use std::os::unix::process::ExitStatusExt;
    use std::process::Child;
    use std::sync::mpsc::{Receiver, channel};
    use std::thread;
    use std::time::Duration;

    use super::*;

    /// A watch that goes on, and the lines of its two outputs.
    struct Watching {
        child: Child,
        out: Receiver<String>,
        err: Receiver<String>,
    }

    fn lines(reader: impl Read + Send + 'static) -> Receiver<String> {
        let (sender, lines) = channel();
        thread::spawn(move || {
            for line in BufReader::new(reader).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        lines
    }

    /// Waits for a line that begins like this.
    fn until(lines: &Receiver<String>, beginning: &str) {
        let mut said = String::new();
        loop {
            let line = lines.recv_timeout(Duration::from_secs(120));
            let line = line.unwrap_or_else(|error| panic!("{error} waiting for {beginning:?} after:\n{said}"));
            if line.starts_with(beginning) {
                return;
            }
            said.push_str(&line);
            said.push('\n');
        }
    }

    impl Watching {
        fn start(place: &Place, arguments: &[&str]) -> Self {
            let mut child = place.command(arguments).spawn().expect("the program can be started");
            let out = lines(child.stdout.take().expect("it is piped"));
            let err = lines(child.stderr.take().expect("it is piped"));
            Self { child, out, err }
        }

        /// Waits for a line of standard output.
        fn shows(&self, beginning: &str) {
            until(&self.out, beginning);
        }

        /// Waits for a line of standard error.
        fn says(&self, beginning: &str) {
            until(&self.err, beginning);
        }
    }

    impl Drop for Watching {
        fn drop(&mut self) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }

    /// The signal of Ctrl-C; where the tests run in the background of a shell, which makes all they start ignore it, that of
    /// a plain end.
    fn interrupt() -> rustix::process::Signal {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        let mask = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or_default();
        let interrupt = rustix::process::Signal::INT;
        if mask >> (interrupt.as_raw() - 1) & 1 == 1 { rustix::process::Signal::TERM } else { interrupt }
    }

    #[test]
    fn it_reads_again_at_every_change_and_ends_with_an_interrupt() {
        let place = Place::new();
        put_plugin(&place, "pub fn detect() -> u8 { seventy }\n");
        place.put("case/input.txt", GOOD).put("case/case.toml", CASE);
        let mut watching = Watching::start(&place, &["watch", "case"]);
        watching.shows("contract: holds");
        watching.says("waiting for a change of ");

        // The page.
        place.put("case/input.txt", GOOD.replace("Ilse Marwood", "Ilse Harwood"));
        watching.shows("reading: differs from the one before");
        watching.shows("+ author    Ilse Harwood | ");
        watching.says("waiting for a change of ");

        // The contract: broken as a file, then as a demand, then mended.
        place.put("case/case.toml", "[expekt]\n");
        watching.says("error: case/case.toml: TOML parse error");
        place.put("case/case.toml", CASE.replace("= 2", "= 3"));
        watching.shows("! paragraphs: expected 3, found 2");
        watching.shows("reading: as before");
        place.put("case/case.toml", CASE);
        watching.shows("+ no more: paragraphs: expected 3, found 2");

        // A plugin that does not compile, then one that does and is no plugin: shown, and waited on.
        place.put("case/case.toml", CASE.replace("org.rapporteur.source-text", "org.example.source-x"));
        watching.says("error[E0425]: cannot find value `seventy` in this scope");
        watching.says("error: source-x cannot be built");
        watching.says("waiting for a change of ");
        place.put("src/lib.rs", "pub fn detect() -> u8 { 70 }\n");
        watching.says("building source-x");
        watching.shows("! source plugin: expected \"org.example.source-x\", found \"org.rapporteur.source-text\"");
        watching.says("waiting for a change of ");

        let id = rustix::process::Pid::from_child(&watching.child);
        let signal = interrupt();
        rustix::process::kill_process(id, signal).expect("it is there");
        let status = watching.child.wait().expect("it ends");
        assert_eq!(status.signal(), Some(signal.as_raw()), "{status}");
        assert!(!fs::exists(place.path().join("case/document.snap")).expect("known"), "nothing was to be kept");
    }

    #[test]
    fn a_file_of_rules_is_read_again() {
        const RULES: &str = "schema = 1\nid = \"org.example.source-gull\"\nname = \"gull\"\nversion = \"1\"\n\
            hosts = [\"gullpost.example\"]\n[[layouts]]\nname = \"only\"\nwhen = \".text\"\ntitle = \"h1\"\nbody = \".text\"\n";
        const PAGE: &str = "<!doctype html><html lang=en><head><title>Harbour Talks Resume</title>\
            <link rel=canonical href=https://www.gullpost.example/talks></head><body><h1>Harbour Talks Resume</h1>\
            <h2>Talks Resume in the Harbour</h2><div class=text><p>Negotiators of the three coastal states met again on \
            Monday to settle who may use the deep berths in winter.</p><p>Neither side expects a result before the summer, \
            and both said that the talks would go on after the holidays.</p></div></body></html>";
        let place = Place::new();
        place.put("gull.rules.toml", RULES).put("talks.html", PAGE);
        let watching = Watching::start(&place, &["watch", "talks.html", "--plugin", "gull.rules.toml"]);
        watching.shows("talks.html: read by org.example.source-gull");
        watching.says("waiting for a change of ");
        place.put("gull.rules.toml", RULES.replace("\"h1\"", "\"h2\""));
        watching.shows("- title     Harbour Talks Resume");
        watching.shows("+ title     Talks Resume in the Harbour");
        watching.says("waiting for a change of ");
    }
}
