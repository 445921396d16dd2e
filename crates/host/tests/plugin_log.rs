//! Events of a plugin in the host's log. Alone in its process: a process has one subscriber.

mod support;

use std::sync::{Arc, Mutex};

use rapporteur_host::Isolation;
use support::{ingest, registry_with, settings, source, stress_library};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};

#[test]
fn events_of_the_plugin_reach_the_subscriber_of_the_host() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    tracing::subscriber::set_global_default(Collector(Arc::clone(&seen))).expect("this process has no other");
    let library = stress_library();
    for isolation in [Isolation::InProcess, Isolation::Process] {
        let registry = registry_with(&library, settings(isolation));
        let mut source = source(&registry, "stress", "");
        ingest(&mut source, "stress log").expect("it only logs");
        ingest(&mut source, "stress print").expect("it only prints");
        let lines = std::mem::take(&mut *seen.lock().expect("nobody panicked with it")).join("\n");
        let logged =
            r#"INFO plugin library=stress_plugin module=stress_plugin::deeds fields={"answer":42} Told to log."#;
        assert!(lines.contains(logged), "{isolation:?}: {lines}");
        // What a worker prints is kept out of our standard output and told all the same.
        let printed = lines.contains("INFO plugin library=stress_plugin told to print");
        assert_eq!(printed, isolation == Isolation::Process, "{isolation:?}: {lines}");
    }
}

/// Keeps every event as a line.
struct Collector(Arc<Mutex<Vec<String>>>);

impl tracing::Subscriber for Collector {
    fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
        true
    }
    fn event(&self, event: &tracing::Event<'_>) {
        let mut line = Line(String::new(), String::new());
        event.record(&mut line);
        let metadata = event.metadata();
        let words = format!("{} {}{} {}", metadata.level(), metadata.target(), line.1, line.0);
        self.0.lock().expect("nobody panicked with it").push(words);
    }
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

/// Message and fields of an event.
struct Line(String, String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        if field.name() == "message" {
            self.0 = format!("{value:?}");
        } else {
            self.1.push_str(&format!(" {}={value:?}", field.name()));
        }
    }
    fn record_str(&mut self, field: &Field, value: &str) {
        self.1.push_str(&format!(" {}={value}", field.name()));
    }
}
