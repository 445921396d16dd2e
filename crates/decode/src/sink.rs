use rapporteur_core::{ByteRange, SourceMap};

use crate::Decoded;

/// Where the readers put what they read: text and map grow together.
pub(crate) struct Sink {
    text: String,
    map: SourceMap,
    malformed: usize,
    first_malformed: Option<usize>,
}

impl Sink {
    pub(crate) fn new(capacity: usize) -> Self {
        Self { text: String::with_capacity(capacity), map: SourceMap::new(), malformed: 0, first_malformed: None }
    }

    /// Text that stands in the file byte for byte, from byte `start` of the file.
    pub(crate) fn run(&mut self, run: &str, start: usize) {
        let text = ByteRange::new(self.text.len(), self.text.len() + run.len());
        self.text.push_str(run);
        self.map.push(text, ByteRange::new(start, start + run.len()));
    }

    /// What one sequence of the file, at `source`, stands for.
    pub(crate) fn unit(&mut self, unit: &str, source: ByteRange) {
        let text = ByteRange::new(self.text.len(), self.text.len() + unit.len());
        self.text.push_str(unit);
        self.map.push(text, source);
    }

    /// A sequence of the file that is no character.
    pub(crate) fn malformed(&mut self, source: ByteRange) {
        self.malformed += 1;
        self.first_malformed.get_or_insert(source.start);
        self.unit("\u{FFFD}", source);
    }

    pub(crate) fn finish(self, charset: &'static str, had_bom: bool) -> Decoded {
        let Self { text, map, malformed, first_malformed } = self;
        Decoded { text, map, charset, had_bom, malformed, first_malformed }
    }
}
