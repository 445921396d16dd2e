//! What the features look at in the words of a sentence.

use crate::tagger::Upos;
use crate::tagger::internals::{Class, WordKeys};

use super::state::Node;
use super::verb_frames;

/// One word as the parser sees it. Zeros stand for "no word".
#[derive(Debug, Clone, Copy, Default)]
pub struct Word {
    /// The normalised form, and the form without inflection.
    pub form: u32,
    pub stem: u32,
    /// Class number plus one.
    pub tag: u32,
    /// Form and tag in one.
    pub both: u32,
    /// Stem and tag in one.
    pub stem_tag: u32,
    /// For verbs what they can take, a bit for each letter of the table of verb frames.
    pub frames: u32,
    /// Numbers of commas, of verbs and of quotation marks before this word.
    pub commas: u32,
    pub verbs: u32,
    pub quotes: u32,
}

/// The words of a sentence by [`Node`]: nothing, the words, the root.
#[derive(Debug, Clone, Default)]
pub struct Words {
    nodes: Vec<Word>,
    pos: Vec<Upos>,
}

const ROOT_TAG: u32 = 31;

impl Words {
    /// Takes over a sentence's words with the classes the tagger gave them, in the room of the last sentence.
    pub fn fill(&mut self, words: &[WordKeys], classes: &[Class]) {
        self.nodes.clear();
        self.pos.clear();
        self.nodes.push(Word::default());
        self.pos.push(Upos::X);
        let (mut commas, mut verbs, mut quotes) = (0, 0, 0);
        for (word, class) in words.iter().zip(classes) {
            let tag = class.index() as u32 + 1;
            let pos = class.tagged().pos;
            self.pos.push(pos);
            self.nodes.push(Word {
                form: word.form,
                stem: word.stem,
                tag,
                both: joined(word.form, tag),
                stem_tag: joined(word.stem, tag),
                frames: if matches!(pos, Upos::Verb | Upos::Aux) { verb_frames::of(word.stem, word.form) } else { 0 },
                commas,
                verbs,
                quotes,
            });
            match pos {
                Upos::Verb => verbs += 1,
                Upos::Punct if word.suffix1 == u32::from(b',') => commas += 1,
                Upos::Punct if word.suffix1 == u32::from(b'"') => quotes += 1,
                _ => {}
            }
        }
        let root = Word {
            form: ROOT_TAG,
            stem: ROOT_TAG,
            tag: ROOT_TAG,
            both: ROOT_TAG,
            stem_tag: ROOT_TAG,
            frames: 0,
            commas,
            verbs,
            quotes,
        };
        self.nodes.push(root);
        self.pos.push(Upos::X);
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.nodes.len().saturating_sub(2)
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn get(&self, node: Node) -> &Word {
        &self.nodes[node as usize]
    }

    pub fn pos(&self, node: Node) -> Upos {
        self.pos[node as usize]
    }
}

fn joined(key: u32, tag: u32) -> u32 {
    (key ^ tag.wrapping_mul(0x9e37_79b1)).wrapping_mul(0x85eb_ca6b)
}
