//! The C header says the same as the Rust types: sizes, places of fields, constants, the name of the entry function.
//!
//! A C program prints what the header says, line by line, and this test prints the same of the Rust types. Where there is no
//! C compiler it says that it was skipped.
#![allow(clippy::print_stdout, reason = "a skipped test says so")]

use std::fmt::Write;
use std::mem::offset_of;
use std::path::{Path, PathBuf};
use std::process::Command;

use rapporteur_abi::{self as abi, Bytes, Host, Library, Plugin, Sink, status};

/// One struct: its name in C, its size, its fields with name, place and size. The pattern does not compile when a field is
/// added to the Rust type and not here.
macro_rules! layout {
    ($c_name:literal, $type:ident { $($field:ident),+ $(,)? }) => {{
        fn size_of_field<T>(_: impl FnOnce(&$type) -> &T) -> usize {
            size_of::<T>()
        }
        let _all_fields = |$type { $($field: _),+ }: $type| ();
        Layout {
            name: $c_name,
            size: size_of::<$type>(),
            fields: vec![$((stringify!($field), offset_of!($type, $field), size_of_field(|it| &it.$field))),+],
        }
    }};
}

struct Layout {
    name: &'static str,
    size: usize,
    /// Name, place and size in bytes.
    fields: Vec<(&'static str, usize, usize)>,
}

fn layouts() -> Vec<Layout> {
    vec![
        layout!("rpt_bytes", Bytes { ptr, len }),
        layout!("rpt_sink", Sink { ctx, write }),
        layout!("rpt_host", Host { struct_size, abi_major, abi_minor, ctx, log, cancelled, max_log_level }),
        layout!(
            "rpt_plugin",
            Plugin { magic, struct_size, abi_major, abi_minor, flags, descriptor, create, call, destroy }
        ),
        layout!("rpt_library", Library { magic, struct_size, abi_major, abi_minor, count, plugins }),
    ]
}

/// The header's constants and what the Rust side takes them for.
const CONSTANTS: [(&str, i128); 16] = [
    ("RPT_MAGIC", abi::MAGIC as i128),
    ("RPT_ABI_MAJOR", abi::ABI_MAJOR as i128),
    ("RPT_ABI_MINOR", abi::ABI_MINOR as i128),
    ("RPT_CHANNEL_JSON", abi::CHANNEL_JSON as i128),
    ("RPT_CHANNEL_PAYLOAD", abi::CHANNEL_PAYLOAD as i128),
    // The levels have no names in Rust: `Host::log` counts from 1 (error) to 5 (trace).
    ("RPT_LOG_ERROR", 1),
    ("RPT_LOG_WARN", 2),
    ("RPT_LOG_INFO", 3),
    ("RPT_LOG_DEBUG", 4),
    ("RPT_LOG_TRACE", 5),
    ("RPT_OK", status::OK as i128),
    ("RPT_REFUSED", status::REFUSED as i128),
    ("RPT_UNSUPPORTED", status::UNSUPPORTED as i128),
    ("RPT_ERR_PANIC", status::PANIC as i128),
    ("RPT_ERR_SINK", status::SINK as i128),
    ("RPT_ERR_PROTOCOL", status::PROTOCOL as i128),
];

/// Macros of the header that are no constants.
const OTHER_MACROS: [&str; 2] = ["RPT_EXPORT", "RPT_STR"];

/// The functions behind the struct's pointers, written out: a compiler that takes errors seriously refuses to put a function
/// of another type into a field. A positional list of values with one too few or too many is refused likewise, so no field
/// of the header can be missing from the Rust types.
const TYPED: &str = r#"
static int32_t on_write(void *ctx, uint32_t channel, rpt_bytes chunk) {
    (void)ctx; (void)channel; (void)chunk; return 0;
}
static void on_log(void *ctx, uint32_t level, rpt_bytes target, rpt_bytes message, rpt_bytes fields) {
    (void)ctx; (void)level; (void)target; (void)message; (void)fields;
}
static int32_t on_cancelled(void *ctx) { (void)ctx; return 0; }
static int32_t on_create(const rpt_host *host, rpt_bytes config, void **instance, const rpt_sink *error) {
    (void)host; (void)config; (void)instance; (void)error; return 0;
}
static int32_t on_call(void *instance, rpt_bytes method, rpt_bytes request, rpt_bytes payload, const rpt_sink *reply) {
    (void)instance; (void)method; (void)request; (void)payload; (void)reply; return 0;
}
static void on_destroy(void *instance) { (void)instance; }

extern const rpt_bytes bytes;
extern const rpt_sink sink;
extern const rpt_host host;
extern const rpt_plugin plugin;
extern const rpt_library library;
static const rpt_plugin *const plugins[] = {&plugin};

const rpt_bytes bytes = RPT_STR("four");
const rpt_sink sink = {NULL, on_write};
const rpt_host host = {sizeof(rpt_host), RPT_ABI_MAJOR, RPT_ABI_MINOR, NULL, on_log, on_cancelled, RPT_LOG_TRACE};
const rpt_plugin plugin = {RPT_MAGIC, sizeof(rpt_plugin), RPT_ABI_MAJOR, RPT_ABI_MINOR, 0, RPT_STR("{}"),
                           on_create, on_call, on_destroy};
const rpt_library library = {RPT_MAGIC, sizeof(rpt_library), RPT_ABI_MAJOR, RPT_ABI_MINOR, 1, plugins};
"#;

/// A program that includes the header and prints it as [`expected`] does.
fn program() -> String {
    let mut code = format!("#include \"rapporteur_plugin.h\"\n#include <stdio.h>\n{TYPED}\n");
    let entry = str::from_utf8(abi::ENTRY_SYMBOL).expect("a symbol is ASCII").trim_end_matches('\0');
    // A name the header does not declare is an error here.
    let _ = writeln!(code, "const rpt_library *(*entry)(void) = {entry};");
    let _ = writeln!(code, "const rpt_library *{entry}(void) {{ return &library; }}\n\nint main(void) {{");
    for Layout { name, fields, .. } in layouts() {
        let _ = writeln!(code, "    printf(\"{name} %lu\\n\", (unsigned long)sizeof({name}));");
        for (field, ..) in fields {
            let _ = writeln!(
                code,
                "    printf(\"{name}.{field} %lu %lu\\n\", (unsigned long)offsetof({name}, {field}), \
                 (unsigned long)sizeof((({name} *)0)->{field}));"
            );
        }
    }
    for (name, value) in CONSTANTS {
        let (format, kind) = if value < 0 { ("%ld", "long") } else { ("%lu", "unsigned long") };
        let _ = writeln!(code, "    printf(\"{name} {format}\\n\", ({kind})({name}));");
    }
    code.push_str("    printf(\"RPT_STR %lu %c\\n\", (unsigned long)bytes.len, bytes.ptr[3]);\n");
    code.push_str("    return entry() == &library ? 0 : 1;\n}\n");
    code
}

fn expected() -> String {
    let mut lines = String::new();
    for Layout { name, size, fields } in layouts() {
        let _ = writeln!(lines, "{name} {size}");
        for (field, place, size) in fields {
            let _ = writeln!(lines, "{name}.{field} {place} {size}");
        }
    }
    for (name, value) in CONSTANTS {
        let _ = writeln!(lines, "{name} {value}");
    }
    lines.push_str("RPT_STR 4 r\n");
    lines
}

fn include() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("include")
}

/// Whether there is such a compiler; says so where there is none.
fn there_is(compiler: &str) -> bool {
    let there = Command::new(compiler).arg("--version").output().is_ok_and(|output| output.status.success());
    if !there {
        println!("skipped: there is no {compiler}");
    }
    there
}

/// Compiles with all warnings as errors and returns what the program printed.
fn compile_and_run(compiler: &str, language: &[&str], code: &str) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let source = folder.path().join("header.c");
    let program = folder.path().join("header");
    std::fs::write(&source, code).expect("the program can be written");
    let compiled = Command::new(compiler)
        .args(language)
        .args(["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-I"])
        .arg(include())
        .arg(&source)
        .arg("-o")
        .arg(&program)
        .output()
        .expect("the compiler can be started");
    assert!(compiled.status.success(), "{compiler} {language:?}:\n{}", String::from_utf8_lossy(&compiled.stderr));
    let ran = Command::new(&program).output().expect("the program can be started");
    assert!(ran.status.success(), "the program ended with {}", ran.status);
    String::from_utf8(ran.stdout).expect("it prints ASCII")
}

#[test]
fn c_sees_what_rust_sees() {
    if there_is("cc") {
        assert_eq!(compile_and_run("cc", &["-std=c99"], &program()), expected());
        assert_eq!(compile_and_run("cc", &["-std=c11"], &program()), expected());
    }
}

#[test]
fn cpp_sees_what_rust_sees() {
    if there_is("c++") {
        assert_eq!(compile_and_run("c++", &["-x", "c++", "-std=c++11"], &program()), expected());
    }
}

#[test]
fn no_constant_of_the_header_is_left_out() {
    let header = std::fs::read_to_string(include().join("rapporteur_plugin.h")).expect("the header is there");
    let names = |line: &str| {
        let rest = line.strip_prefix("#define ")?;
        let name = rest.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').next()?;
        name.starts_with("RPT_").then(|| name.to_owned())
    };
    let mut defined: Vec<String> = header.lines().filter_map(names).collect();
    defined.sort();
    defined.dedup();
    let mut known: Vec<&str> = CONSTANTS.iter().map(|(name, _)| *name).chain(OTHER_MACROS).collect();
    known.sort_unstable();
    assert_eq!(defined, known);
}
