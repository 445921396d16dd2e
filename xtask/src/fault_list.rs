//! Every way to go wrong that the fault matrix tries.

/// What goes wrong.
pub(crate) enum Fault {
    /// An input that makes the stress plugin (or, with "raw", its neighbour) do something.
    Input(&'static str),
    /// An input that makes the library in C do something.
    Hostile(&'static str),
    /// A library in C that is wrong in itself.
    Library(&'static str),
    /// Options with which an instance of the stress plugin is made.
    Option(&'static str),
    /// The stress exporter does this at its second batch.
    Exporter(&'static str),
    /// The stress annotator (or, with "raw", its neighbour) does something with the document of the bad input.
    Annotator(&'static str),
    /// A library that is not the one `plugins.lock` trusts.
    ChangedLibrary,
    /// A library of which half is missing.
    CutLibrary,
    /// A rules file with this below its id.
    Rules(&'static str),
    /// A rules file that is not the one `plugins.lock` pins.
    ChangedRules,
}

/// Whether a fault is survived in the program itself too.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Where {
    Worker,
    Both,
}

/// Every fault with its name.
pub(crate) const FAULTS: &[(&str, Where, Fault)] = {
    use Fault::{
        Annotator, ChangedLibrary, ChangedRules, CutLibrary, Exporter, Hostile, Input, Library, Option, Rules,
    };
    use Where::{Both, Worker};
    &[
        ("panic", Both, Input("stress panic")),
        ("panic on a thread of its own", Both, Input("stress thread-panic")),
        ("panic while panicking", Worker, Input("stress panic-while-panicking")),
        ("segmentation fault (signal)", Worker, Input("stress segfault")),
        ("write to null", Worker, Hostile("null-write")),
        ("read from null", Worker, Hostile("null-read")),
        ("bus error", Worker, Input("stress bus-error")),
        ("killed from outside", Worker, Input("stress kill")),
        ("memory freed twice", Worker, Hostile("double-free")),
        ("abort", Worker, Input("stress abort")),
        ("exit(0)", Worker, Input("stress exit 0")),
        ("endless loop", Worker, Input("stress spin")),
        ("sleeps for a minute", Worker, Input("stress sleep 60000")),
        ("takes memory without end", Worker, Input("stress eat")),
        ("endless recursion", Worker, Input("stress stack-overflow")),
        ("leaves a process behind, then aborts", Worker, Input("stress orphan 60")),
        ("prints 20,000 lines", Worker, Input("stress print-much 20000")),
        ("20,000 lines to standard error", Worker, Input("stress complain-much 20000")),
        ("20,000 log events", Both, Input("stress log-much 20000")),
        ("reads standard input", Worker, Input("stress read-stdin")),
        ("closes every descriptor", Worker, Hostile("close-everything")),
        ("writes to every descriptor", Worker, Hostile("write-everywhere")),
        ("answer without end, deaf to refusal", Worker, Hostile("deaf")),
        ("answer that is no JSON", Both, Input("raw bad-json")),
        ("empty answer", Both, Input("raw empty-reply")),
        ("answer of another type", Both, Input("raw wrong-type")),
        ("answer with invalid UTF-8", Both, Input("raw invalid-utf8")),
        ("answer nested 100,000 deep", Both, Input("raw deep-json")),
        ("answer of 64 MB that says nothing", Both, Input("raw oversize-reply")),
        ("unknown status", Both, Hostile("unknown-status")),
        ("does not know its own method", Both, Input("raw unsupported")),
        ("range beyond the text", Both, Input("stress wrong-span")),
        ("range that splits a character", Both, Input("stress split-character")),
        ("range that ends before it begins", Both, Input("stress backward-span")),
        ("source map beyond the file", Both, Input("stress unsound-map")),
        ("no document", Both, Input("stress no-documents")),
        ("abort while looking at an input", Worker, Input("stress-detect abort")),
        ("endless loop while looking", Worker, Input("stress-detect spin")),
        ("panic while looking", Both, Input("stress-detect panic")),
        ("abort while an instance is made", Worker, Option("abort")),
        ("panic while an instance is made", Both, Option("panic")),
        ("exporter aborts at its second batch", Worker, Exporter("abort")),
        ("exporter panics at its second batch", Both, Exporter("panic")),
        ("annotator panics", Both, Annotator("annotate panic")),
        ("annotator aborts", Worker, Annotator("annotate abort")),
        ("annotator without end", Worker, Annotator("annotate spin")),
        ("annotator takes memory without end", Worker, Annotator("annotate eat")),
        ("annotator refuses", Both, Annotator("annotate refuse")),
        ("annotator answers with no JSON", Both, Annotator("raw bad-json")),
        ("annotator answers with another type", Both, Annotator("raw wrong-type")),
        ("annotator does not know its method", Both, Annotator("raw unsupported")),
        ("annotator: range beyond the text", Both, Annotator("annotate wrong-span")),
        ("annotator: range that splits a character", Both, Annotator("annotate split-character é")),
        ("annotator: actor that nobody knows", Both, Annotator("annotate unknown-actor")),
        ("annotator: claim that is not there", Both, Annotator("annotate unknown-claim")),
        ("annotator: confidence of 7", Both, Annotator("annotate too-sure")),
        ("annotator: 20,000 claims of nobody known", Both, Annotator("annotate flood")),
        ("library of another kind (magic)", Both, Library("WRONG_MAGIC")),
        ("library of ABI 2", Both, Library("WRONG_MAJOR")),
        ("struct too short", Both, Library("SHORT_STRUCT")),
        ("entry returns null", Both, Library("NULL_LIBRARY")),
        ("a function is null", Both, Library("NULL_FUNCTION")),
        ("descriptor is no JSON", Both, Library("BAD_DESCRIPTOR")),
        ("no entry function", Both, Library("NO_ENTRY")),
        ("symbol that nobody has", Both, Library("UNRESOLVED_SYMBOL")),
        ("crash in a constructor", Worker, Library("CRASH_IN_CONSTRUCTOR")),
        ("exit(0) in a constructor", Worker, Library("EXIT_IN_CONSTRUCTOR")),
        ("endless constructor", Worker, Library("HANG_IN_CONSTRUCTOR")),
        ("crash in the entry function", Worker, Library("CRASH_IN_ENTRY")),
        ("create makes no instance", Both, Library("NULL_INSTANCE")),
        ("library cut in half", Both, CutLibrary),
        ("library changed since it was trusted", Both, ChangedLibrary),
        ("rules file that is no TOML", Both, Rules("name = \"gull")),
        ("rules file with an unknown key", Both, Rules("name = \"gull\"\nversion = \"1\"\nhost = [\"gull.example\"]")),
        ("rules file with a broken selector", Both, Rules("name = \"gull\"\nversion = \"1\"\nmarks = [\"p >\"]")),
        ("rules file without its engine", Both, Rules("name = \"gull\"\nversion = \"1\"\nengine = \"pdf\"")),
        ("rules file changed since it was pinned", Both, ChangedRules),
    ]
};
