//! A reading as it is shown: who read it, what of the contract holds, what is different.

use rapporteur_cases::{CaseOutcome, Line, differences};

/// What a reading is compared with.
pub(super) enum Against<'a> {
    Before(&'a str),
    Snapshot(&'a str),
    /// The snapshot is the same but, perhaps, for which other source would have taken it.
    SameSnapshot,
    Nothing,
}

pub(super) struct Shown<'a> {
    pub(super) name: &'a str,
    pub(super) outcome: &'a CaseOutcome,
    pub(super) has_contract: bool,
    pub(super) breaches_before: Option<&'a [String]>,
    pub(super) against: Against<'a>,
    pub(super) colour: bool,
}

const RED: &str = "31";
const GREEN: &str = "32";
const BOLD: &str = "1";

impl Shown<'_> {
    pub(super) fn text(&self) -> String {
        let mut text = self.painted(BOLD, &self.heading());
        self.contract(&mut text);
        self.document(&mut text);
        text
    }

    /// "fixtures/gull-wire/first: read by org.example.source-gull-wire"
    fn heading(&self) -> String {
        let name = self.name;
        match self.outcome.documents.as_slice() {
            [] => format!("{name}: not read"),
            [one] => format!("{name}: read by {}", one.source.plugin),
            [first, ..] => {
                format!("{name}: {} documents read by {}", self.outcome.documents.len(), first.source.plugin)
            }
        }
    }

    fn contract(&self, text: &mut String) {
        let breaches = &self.outcome.breaches;
        let what = if self.has_contract { "contract" } else { "no contract (there is no case.toml)" };
        match breaches.len() {
            0 if self.has_contract => text.push_str("contract: holds\n"),
            0 => text.push_str(&format!("{what}\n")),
            1 => text.push_str(&format!("{what}: 1 breach\n")),
            many => text.push_str(&format!("{what}: {many} breaches\n")),
        }
        let before = self.breaches_before.unwrap_or_default();
        for breach in breaches {
            if self.breaches_before.is_some() && before.contains(breach) {
                text.push_str(&format!("  {breach}\n"));
            } else {
                text.push_str(&self.painted(RED, &format!("! {breach}")));
            }
        }
        for mended in before.iter().filter(|breach| !breaches.contains(breach)) {
            text.push_str(&self.painted(GREEN, &format!("+ no more: {mended}")));
        }
    }

    fn document(&self, text: &mut String) {
        let now = self.outcome.readable();
        let (same, differs, before) = match self.against {
            Against::Nothing => {
                text.push_str("reading:\n");
                text.push_str(now.trim_end());
                text.push('\n');
                return;
            }
            Against::SameSnapshot => {
                text.push_str("reading: as in document.snap\n");
                return;
            }
            Against::Snapshot(before) => ("as in document.snap", "differs from document.snap", before),
            Against::Before(before) => ("as before", "differs from the one before", before),
        };
        let lines = differences(&format!("{}\n", before.trim_end()), &format!("{}\n", now.trim_end()));
        text.push_str(&format!("reading: {}\n", if lines.is_empty() { same } else { differs }));
        for line in lines {
            match line {
                Line::Both(line) => text.push_str(format!("  {line}").trim_end()),
                Line::Skipped => text.push_str("  …"),
                Line::Gone(line) => text.push_str(self.painted(RED, &format!("- {line}")).trim_end()),
                Line::Came(line) => text.push_str(self.painted(GREEN, &format!("+ {line}")).trim_end()),
            }
            text.push('\n');
        }
    }

    /// A line, in colour where colours are wanted.
    fn painted(&self, colour: &str, line: &str) -> String {
        if self.colour { format!("\x1b[{colour}m{line}\x1b[0m\n") } else { format!("{line}\n") }
    }
}
