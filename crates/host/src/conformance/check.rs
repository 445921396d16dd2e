use rapporteur_core::protocol::PluginKind;

/// How much a check that does not hold weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The plugin does not conform.
    Failure,
    /// Worth a look.
    Warning,
}

/// The checks, in the order they are run in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    Loads,
    Exports,
    Versions,
    Descriptor,
    Manifest,
    LoadTime,
    Rules,
    UnknownMethod,
    WrongOptions,
    EmptyInput,
    HardBytes,
    CutFixtures,
    LargeInput,
    Determinism,
    Positions,
    Detection,
    RefusedSink,
    NoPanic,
    Growth,
    Threads,
    Silence,
    Contracts,
    ReadBack,
}

impl Check {
    /// All of them.
    pub const ALL: [Self; 23] = [
        Self::Loads,
        Self::Exports,
        Self::Versions,
        Self::Descriptor,
        Self::Manifest,
        Self::LoadTime,
        Self::Rules,
        Self::UnknownMethod,
        Self::WrongOptions,
        Self::EmptyInput,
        Self::HardBytes,
        Self::CutFixtures,
        Self::LargeInput,
        Self::Determinism,
        Self::Positions,
        Self::Detection,
        Self::RefusedSink,
        Self::NoPanic,
        Self::Growth,
        Self::Threads,
        Self::Silence,
        Self::Contracts,
        Self::ReadBack,
    ];

    /// Name on the command line and in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Loads => "loads",
            Self::Exports => "exports",
            Self::Versions => "versions",
            Self::Descriptor => "descriptor",
            Self::Manifest => "manifest",
            Self::LoadTime => "load-time",
            Self::Rules => "rules",
            Self::UnknownMethod => "unknown-method",
            Self::WrongOptions => "wrong-options",
            Self::EmptyInput => "empty-input",
            Self::HardBytes => "hard-bytes",
            Self::CutFixtures => "cut-fixtures",
            Self::LargeInput => "large-input",
            Self::Determinism => "determinism",
            Self::Positions => "positions",
            Self::Detection => "detection",
            Self::RefusedSink => "refused-sink",
            Self::NoPanic => "no-panic",
            Self::Growth => "growth",
            Self::Threads => "threads",
            Self::Silence => "silence",
            Self::Contracts => "contracts",
            Self::ReadBack => "read-back",
        }
    }

    /// What it demands, in one sentence.
    pub const fn demand(self) -> &'static str {
        match self {
            Self::Loads => "The library loads with all its symbols resolved (`RTLD_NOW`, `RTLD_LOCAL`).",
            Self::Exports => "It exports `rapporteur_plugin_v1` and nothing else.",
            Self::Versions => "Magic number, sizes of structs, ABI and protocol are those of this program.",
            Self::Descriptor => "Its descriptors can be read; ids and names are well formed and no id stands twice.",
            Self::Manifest => "`plugin.toml` beside it says what the descriptors say.",
            Self::LoadTime => "It is loaded and described in less than 100 ms.",
            Self::Rules => {
                "Its head is whole, its engine takes it, and an unknown key in it is refused and not ignored."
            }
            Self::UnknownMethod => "A method it does not know is answered with `RPT_UNSUPPORTED`.",
            Self::WrongOptions => "An option it does not know, or of another type, is refused and not ignored.",
            Self::EmptyInput => {
                "Empty input (for exporters: no document; for annotators: one without text) is answered or refused."
            }
            Self::HardBytes => {
                "Invalid UTF-8, NUL, byte order marks, CRLF, lone surrogates and broken markup are answered or refused."
            }
            Self::CutFixtures => "Each fixture, cut at 64 places, is answered or refused, with sound positions.",
            Self::LargeInput => {
                "10 MB of text, of markup and of nesting are answered or refused within the limits of time and memory."
            }
            Self::Determinism => {
                "The same input gives the same bytes: again, on a new instance, on another thread, in another process."
            }
            Self::Positions => {
                "Positions lie within the text, on character boundaries, and hold the words they quote. (Of an annotator: all it adds \
                 to the sample documents will do.)"
            }
            Self::Detection => {
                "Its own fixtures are detected with 80 or more, those of others with 50 or less. (A source without `domains` reads a \
                 format: 1 or more, and other formats with 50 or less.)"
            }
            Self::RefusedSink => "A refused piece of the reply ends the call with `RPT_ERR_SINK` and no further piece.",
            Self::NoPanic => {
                "No hard input and no broken request makes it panic; fields of a request that it does not know are passed over."
            }
            Self::Growth => "1,000 instances made and destroyed leave no memory behind (8 MB at most).",
            Self::Threads => "Two instances on two threads at once give what one gives.",
            Self::Silence => "Nothing is written to standard output.",
            Self::Contracts => {
                "The contracts of its fixtures (`case.toml`) hold as far as a source is asked: refusal, title, authors, \
                 headings, words of the body."
            }
            Self::ReadBack => "What an exporter writes is read back by a reader of that format.",
        }
    }

    /// The kinds of plugin it is for.
    pub const fn kinds(self) -> &'static [PluginKind] {
        match self {
            Self::CutFixtures | Self::Detection | Self::Contracts | Self::Rules => &[PluginKind::Source],
            Self::HardBytes | Self::LargeInput | Self::Positions => &[PluginKind::Source, PluginKind::Annotator],
            Self::ReadBack => &[PluginKind::Exporter],
            _ => &PluginKind::ALL,
        }
    }

    /// How much it weighs where it does not hold.
    pub const fn weight(self) -> Weight {
        match self {
            Self::Exports | Self::LoadTime => Weight::Warning,
            _ => Weight::Failure,
        }
    }

    /// Whether it is about the library and not about each of its plugins.
    pub const fn is_of_library(self) -> bool {
        matches!(
            self,
            Self::Loads | Self::Exports | Self::Versions | Self::Descriptor | Self::Manifest | Self::LoadTime
        )
    }

    /// Whether it is about a rules file, in place of the checks of a library.
    pub const fn is_of_rules_file(self) -> bool {
        matches!(self, Self::Rules)
    }

    /// The check of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|check| check.name() == name)
    }

    /// The table of the documentation, Markdown.
    pub fn documentation() -> String {
        let mut table = "| no. | check | for | what is demanded |\n| --- | --- | --- | --- |\n".to_owned();
        for (number, check) in Self::ALL.into_iter().enumerate() {
            let kinds: Vec<String> = check.kinds().iter().map(|kind| format!("{}s", kind.as_str())).collect();
            let whom = match check.is_of_library() {
                true => "library".to_owned(),
                false if check.is_of_rules_file() => "rules files".to_owned(),
                false if kinds.len() == PluginKind::ALL.len() => "all".to_owned(),
                false => kinds.join(", "),
            };
            let warning = if check.weight() == Weight::Warning { " (warning)" } else { "" };
            let (name, demand) = (check.name(), check.demand());
            table.push_str(&format!("| {} | `{name}` | {whom} | {demand}{warning} |\n", number + 1));
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_the_documentation_is_this_one() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/plugins.md");
        let text = std::fs::read_to_string(&path).expect("the guide is there");
        let table = Check::documentation();
        assert!(text.contains(&table), "docs/plugins.md must hold this table:\n\n{table}");
    }

    #[test]
    fn names_are_unique_and_found() {
        for check in Check::ALL {
            assert_eq!(Check::named(check.name()), Some(check));
        }
    }
}
