//! What the build script has made of the files in `data/`: lists that are indexed, weights that need no reading.
//!
//! It is made with the same code that reads it here, so what it wrote can be read; tests read all of it.

use std::sync::OnceLock;

use rapporteur_lists::words::Words;
use serde::Deserialize;

use crate::gazetteer::Gazetteer;
use crate::lexicon::Lexicon;
use crate::weights_file::Embedded;

/// Bytes that begin on a cache line.
#[repr(C, align(64))]
struct Aligned<Bytes: ?Sized>(Bytes);

static TAGGER_ROWS: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/tagger.rows")));
static PARSER_ROWS: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/parser.rows")));

/// Weights of the tagger.
pub static TAGGER: Embedded =
    Embedded { head: include_bytes!(concat!(env!("OUT_DIR"), "/tagger.head")), rows: &TAGGER_ROWS.0 };

/// Weights of the parser.
pub static PARSER: Embedded =
    Embedded { head: include_bytes!(concat!(env!("OUT_DIR"), "/parser.head")), rows: &PARSER_ROWS.0 };

static GAZETTEER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.bin"));
static LEXICON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));
static WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.bin"));

/// The actors known beforehand.
pub fn gazetteer() -> Gazetteer {
    read(GAZETTEER)
}

/// Cue words.
pub fn lexicon() -> Lexicon {
    read(LEXICON)
}

/// What the rules for actors know of single words. Read once.
pub fn words() -> &'static Words {
    static READ: OnceLock<Words> = OnceLock::new();
    READ.get_or_init(|| read(WORDS))
}

fn read<Lists: Deserialize<'static>>(bytes: &'static [u8]) -> Lists {
    rapporteur_lists::from_bytes(bytes).expect("the build script wrote these lists with this code")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether writing what was read gives the same bytes, which reads every record.
    fn is_whole<Lists: Deserialize<'static> + serde::Serialize>(bytes: &'static [u8]) -> bool {
        rapporteur_lists::to_bytes(&read::<Lists>(bytes)).expect("can be written") == bytes
    }

    #[test]
    fn all_that_is_embedded_can_be_read() {
        assert!(is_whole::<Gazetteer>(GAZETTEER));
        assert!(is_whole::<Lexicon>(LEXICON));
        assert!(is_whole::<Words>(WORDS));
    }

    #[test]
    fn rows_begin_on_a_cache_line() {
        for rows in [TAGGER.rows, PARSER.rows] {
            assert_eq!(rows.as_ptr().addr() % 64, 0);
        }
    }
}
