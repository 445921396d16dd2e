//! The host against a plugin that misbehaves on request.

use std::fs;
use std::path::{Path, PathBuf};

use rapporteur_core::Document;
use rapporteur_core::protocol::{InputInfo, PluginKind};
use rapporteur_host::{CallError, ExporterHandle, Manifest, Registry, SearchPath, SourceHandle, State};
use rapporteur_testkit::{Profile, build_plugins};

fn stress_library() -> PathBuf {
    let built = build_plugins(&["stress".to_owned()], Profile::Dev).expect("the stress plugin can be built");
    built[0].library.clone()
}

fn registry(path: &Path) -> Registry {
    let mut search = SearchPath::default();
    search.push("--plugin", vec![path.to_owned()], true);
    Registry::discover(search, &[])
}

fn source(registry: &Registry, config: &str) -> SourceHandle {
    let candidate = registry.find(PluginKind::Source, "stress").expect("it is there");
    SourceHandle::new(registry, candidate, config.as_bytes()).expect("it loads")
}

fn ingest(source: &mut SourceHandle, input: &str) -> Result<usize, CallError> {
    source.ingest(&InputInfo::default(), input.as_bytes()).map(|ingested| ingested.documents.len())
}

#[test]
fn a_panic_is_an_answer_with_its_place_and_the_next_call_works() {
    let registry = registry(&stress_library());
    let mut source = source(&registry, "");
    let error = ingest(&mut source, "stress panic").expect_err("it panics");
    let message = error.to_string();
    assert!(
        message.starts_with("the plugin panicked at plugins/stress/src/deeds.rs:")
            && message.ends_with(": told to panic"),
        "{message}"
    );
    assert!(error.is_defect());
    assert_eq!(ingest(&mut source, "stress nothing"), Ok(1));
    assert_eq!(ingest(&mut source, "stress two"), Ok(2));
}

#[test]
fn a_refusal_is_no_defect() {
    let registry = registry(&stress_library());
    let error = ingest(&mut source(&registry, ""), "stress refuse").expect_err("it refuses");
    let CallError::Refused(refusal) = &error else { panic!("{error:?}") };
    assert_eq!((refusal.code.as_str(), refusal.message.as_str()), ("told-to", "told to refuse"));
    assert_eq!(refusal.help.as_deref(), Some("do not tell it to"));
    assert!(!error.is_defect());
}

#[test]
fn options_reach_the_plugin_and_its_failures_to_start_reach_the_host() {
    let registry = registry(&stress_library());
    let fails = |config: &str| ingest(&mut source(&registry, config), "stress x").expect_err("it fails").to_string();
    assert_eq!(fails(r#"{"on_create":"refuse"}"#), "told to refuse its options");
    assert!(fails(r#"{"on_create":"panic"}"#).ends_with("told to panic while being made"));
    assert_eq!(
        fails(r#"{"on_craete":"panic"}"#),
        "org.rapporteur.stress-source: unknown field `on_craete`, expected `on_create` at line 1 column 12"
    );
}

#[test]
fn detection_sees_the_input() {
    let registry = registry(&stress_library());
    let mut source = source(&registry, "");
    let mut confidence =
        |input: &str| source.detect(&InputInfo::default(), input.as_bytes()).expect("answers").confidence;
    assert_eq!((confidence("stress me"), confidence("no")), (100, 0));
}

#[test]
fn an_exporter_cannot_write_outside_and_its_panic_is_contained() {
    let registry = registry(&stress_library());
    let candidate = registry.find(PluginKind::Exporter, "stress").expect("it is there");
    let export = |config: &str| {
        let mut exporter = ExporterHandle::new(&registry, candidate, config.as_bytes()).expect("it loads");
        exporter.export(&[] as &[Document])
    };
    assert_eq!(export(r#"{"name":"a/b.txt"}"#), Ok(vec![("a/b.txt".to_owned(), "text/plain".to_owned(), Vec::new())]));
    for name in ["../b.txt", "/etc/b.txt", "a//b", "", "c:b", "a\\\\b"] {
        let error = export(&format!(r#"{{"name":"{name}"}}"#)).expect_err("it leads out");
        assert!(error.to_string().ends_with("leads out of the output folder"), "{name}: {error}");
    }
    let error = export(r#"{"panic":true}"#).expect_err("it panics").to_string();
    assert!(error.contains("plugins/stress/src/exporter.rs:"), "{error}");
}

#[test]
fn every_candidate_ends_in_a_state() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let library = stress_library();
    let file = library.file_name().expect("a library has a name");
    let place = |name: &str, manifest: &str, with_library: bool| {
        let folder = folder.path().join(name);
        fs::create_dir_all(&folder).expect("made");
        fs::write(folder.join("plugin.toml"), manifest).expect("written");
        if with_library {
            fs::copy(&library, folder.join(file)).expect("copied");
        }
    };
    let manifest = |id: &str, abi: u32, protocol: u32| {
        format!(
            "schema = 1\nid = \"{id}\"\nversion = \"1\"\nabi = {abi}\nprotocol = {protocol}\nlibrary = \
             \"stress_plugin\"\n[[plugin]]\nid = \"{id}\"\nkind = \"source\"\nname = \"x\"\nsummary = \"s\"\n"
        )
    };
    place("a-good", &manifest("org.rapporteur.stress-source", 1, 1), true);
    place("b-abi", &manifest("org.example.old", 7, 1), true);
    place("c-protocol", &manifest("org.example.new", 1, 9), true);
    place("d-missing", &manifest("org.example.missing", 1, 1), false);
    place("e-toml", "schema = 1\nidd = 1\n", false);
    place("f-twin", &manifest("org.example.twin", 1, 1), true);
    place("g-twin", &manifest("org.example.twin", 1, 1), true);
    place("h-liar", &manifest("org.example.liar", 1, 1), true);
    let text = folder.path().join(file.to_string_lossy().replace("stress_plugin", "rapporteur_text"));
    fs::write(&text, "not a library, but long enough to hold the header of one".repeat(9)).expect("written");

    let registry = registry(folder.path());
    let states: Vec<String> = registry
        .candidates()
        .iter()
        .map(|candidate| {
            let path = folder.path().canonicalize().expect("it exists").display().to_string();
            format!("{} {}", candidate.id(), candidate.state)
                .replace(&path, "DIR")
                .lines()
                .next()
                .unwrap_or_default()
                .to_owned()
        })
        .collect();
    insta::assert_snapshot!(states.join("\n"), @r"
    org.rapporteur.stress-source ready
    org.example.old wrong-abi: made for ABI 7, and this program speaks ABI 1
    org.example.new wrong-protocol: speaks protocol 9, and this program protocol 1
    org.example.missing load-failed: the library its manifest names is not there
    DIR/e-toml/plugin.toml invalid-manifest: TOML parse error at line 2, column 1
    org.example.twin duplicate: DIR/g-twin/libstress_plugin.so has the same id at the same place of the search order
    org.example.twin duplicate: DIR/f-twin/libstress_plugin.so has the same id at the same place of the search order
    org.example.liar ready
    DIR/librapporteur_text.so load-failed: DIR/librapporteur_text.so: invalid ELF header
    ");

    // A manifest that names what its library does not hold is found out when the library is loaded.
    let liar = registry.find(PluginKind::Source, "org.example.liar").expect("its manifest is read");
    let state = registry.descriptor(liar).expect_err("the library does not hold it");
    assert_eq!(
        state.to_string(),
        "invalid-manifest: its manifest names org.example.liar, and the library holds org.rapporteur.stress-source, \
         org.rapporteur.stress-exporter, org.rapporteur.stress-raw, org.rapporteur.stress-annotator, \
         org.rapporteur.stress-raw-annotator"
    );
}

#[test]
fn the_nearer_of_two_wins() {
    let library = stress_library();
    let far = tempfile::tempdir().expect("a temporary folder can be made");
    let copy = format!("{}rapporteur_copy{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    fs::copy(&library, far.path().join(copy)).expect("copied");
    let mut search = SearchPath::default();
    search.push("--plugin", vec![library], true);
    search.push("beside the program", vec![far.path().to_owned()], false);
    search.push("elsewhere", vec![PathBuf::from("/nowhere")], false);
    let registry = Registry::discover(search, &[]);
    let words: Vec<&str> = registry.candidates().iter().map(|candidate| candidate.state.word()).collect();
    assert_eq!(words, [["ready"; 5], ["shadowed"; 5]].concat());
    let missing = registry.find(PluginKind::Exporter, "stres").expect_err("a slip of the pen").to_string();
    assert_eq!(missing, "there is no exporter \"stres\"; found: stress");
}

#[test]
fn a_manifest_written_of_descriptors_reads_back() {
    let registry = registry(&stress_library());
    let descriptors: Vec<_> =
        registry.candidates().iter().map(|candidate| registry.descriptor(candidate).expect("it loads")).collect();
    let manifest = Manifest::of("stress_plugin", &descriptors.iter().collect::<Vec<_>>());
    assert_eq!(manifest.state(), State::Ready);
    assert_eq!(Manifest::parse(&manifest.to_toml()), Ok(manifest));
}
