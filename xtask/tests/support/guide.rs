//! The steps of a guide, as comments in the document mark them. `<!-- guide source: STEP -->` says what is done with the code
//! block that follows:
//!
//! * `run`: each line is a command that must succeed; `run and fail`: the last one must not.
//! * `see`: each line stands in what the last command said.
//! * `change PATH`: a diff; the lines with `-` stand in the file once and give way to those with `+`.
//! * `write PATH`: the block is the file.

use std::fs;

use rapporteur_testkit::workspace;

use super::scratch::Scratch;

pub struct Guide {
    steps: Vec<Step>,
}

struct Step {
    /// Line of the document, from 1.
    line: usize,
    what: String,
    block: String,
}

impl Guide {
    /// The steps of one walk through `docs/plugins.md`.
    pub fn read(name: &str) -> Self {
        let text = fs::read_to_string(workspace().join("docs/plugins.md")).expect("the guide is there");
        let steps = steps(&text, name);
        assert!(steps.len() > 4, "the guide has no walk for {name:?}: {} steps", steps.len());
        Self { steps }
    }

    pub fn follow(&self) {
        let scratch = Scratch::new();
        let mut said = String::new();
        for Step { line, what, block } in &self.steps {
            let place = format!("docs/plugins.md:{line}: {what}");
            match what.split_once(' ') {
                None if what == "run" => said = run(&scratch, block, true, &place),
                Some(("run", "and fail")) => said = run(&scratch, block, false, &place),
                None if what == "see" => {
                    for shown in block.lines().map(str::trim).filter(|shown| !shown.is_empty()) {
                        assert!(said.contains(shown), "{place}: {shown:?} is not in what was said:\n{said}");
                    }
                }
                Some(("change", path)) => {
                    let before = scratch.read(path);
                    scratch.write(path, &changed(&before, block, &place));
                }
                Some(("write", path)) => scratch.write(path, block),
                _ => panic!("{place}: no step is called that"),
            }
        }
    }
}

fn run(scratch: &Scratch, block: &str, good: bool, place: &str) -> String {
    let commands: Vec<&str> = block.lines().filter(|line| !line.trim().is_empty()).collect();
    let mut said = String::new();
    for (number, command) in commands.iter().enumerate() {
        let (succeeded, output) = scratch.run(command);
        let expected = good || number + 1 < commands.len();
        assert_eq!(succeeded, expected, "{place}: `{command}` said:\n{output}");
        said = output;
    }
    said
}

fn changed(file: &str, diff: &str, place: &str) -> String {
    let mut text = file.to_owned();
    let mut hunk = (String::new(), String::new());
    for line in diff.lines().chain([" "]) {
        match line.split_at_checked(1) {
            Some(("-", rest)) => hunk.0.push_str(&format!("{rest}\n")),
            Some(("+", rest)) => hunk.1.push_str(&format!("{rest}\n")),
            _ if hunk.0.is_empty() && hunk.1.is_empty() => {}
            _ => {
                let (gone, came) = std::mem::take(&mut hunk);
                assert_eq!(text.matches(&gone).count(), 1, "{place}: these lines stand elsewhere than once:\n{gone}");
                text = text.replace(&gone, &came);
            }
        }
    }
    text
}

fn steps(text: &str, name: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut waiting: Option<(usize, String)> = None;
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let marked = line.strip_prefix(&format!("<!-- guide {name}: ")).and_then(|rest| rest.strip_suffix(" -->"));
        if let Some(what) = marked {
            waiting = Some((number + 1, what.to_owned()));
        } else if line.starts_with("```") {
            let inside = lines.by_ref().map(|(_, line)| line).take_while(|line| !line.starts_with("```"));
            let block: String = inside.map(|line| format!("{line}\n")).collect();
            if let Some((line, what)) = waiting.take() {
                steps.push(Step { line, what, block });
            }
        } else if !line.is_empty() {
            let left = waiting.as_ref().map(|(line, what)| format!("docs/plugins.md:{line}: {what}"));
            assert_eq!(left, None, "a code block must follow at once");
        }
    }
    steps
}

#[test]
fn steps_of_a_document() {
    let text = "Words.\n\n<!-- guide a: run -->\n```\none\ntwo\n```\n\n```\nnot a step\n```\n<!-- guide b: see -->\n```\nx\n```\n";
    let found = steps(text, "a");
    let found: Vec<(usize, &str, &str)> =
        found.iter().map(|step| (step.line, step.what.as_str(), step.block.as_str())).collect();
    assert_eq!(found, [(3, "run", "one\ntwo\n")]);
    assert_eq!(changed("a\nb\nc\n", " a\n-b\n+B\n+BB\n", "here"), "a\nB\nBB\nc\n");
}
