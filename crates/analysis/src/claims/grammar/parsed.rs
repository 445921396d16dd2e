//! What the dependency tree says where the words alone do not.

use std::ops::Range;

use super::groups::Group;
use super::subject::{How, Subject};
use crate::claims::cues::frames::After;
use crate::claims::scene::Scene;
use crate::syntax::{Label, Tree};
use crate::tagger::Upos;

/// Through how many verbs that share a subject the tree is followed.
const SHARING: usize = 4;
/// How far behind its cue a clause may begin.
const FARTHEST: usize = 4;

impl Scene<'_> {
    /// The tree of the sentence around a token.
    fn tree_at(&self, token: usize) -> Option<Tree<'_>> {
        self.trees.tree(self.sentence_at(token)?)
    }

    /// The subject of a verb group by the tree, for subjects with so much between them and their verb that
    /// [`Scene::subject`] finds none.
    pub(crate) fn parsed_subject(&self, group: &Group, low: usize) -> Option<Subject> {
        let tree = self.tree_at(group.head)?;
        let mut verb = group.head;
        let mut how = How::Before;
        for _ in 0..SHARING {
            let subject = tree
                .dependents(verb)
                .find(|(token, label)| matches!(label, Label::Nsubj | Label::NsubjPass) && *token < verb);
            if let Some((head, _)) = subject {
                return self.noun_phrase_of(&tree, head, low, verb).map(|tokens| Subject {
                    tokens,
                    antecedent: None,
                    how,
                });
            }
            if tree.label(verb) != Some(Label::Conj) {
                return None;
            }
            verb = tree.head(verb).filter(|&head| head >= low && head < verb)?;
            how = How::Shared;
        }
        None
    }

    /// The clause that hangs on a cue verb by the tree, for clauses in which no verb was found: its first token.
    pub(crate) fn parsed_clause(&self, group: &Group, after: &After) -> Option<usize> {
        let words = &self.words;
        let may_begin = |start: usize| {
            !words.is_any(start, &[",", ";", ":"])
                && !words.is_open_quote(start)
                && !words.is_dash(start)
                && words.quotations.around(start) == words.quotations.around(group.head)
        };
        // A tree costs more than all else that is asked of a sentence: none is made where no clause could begin.
        if after.at + 1 >= after.high || !(after.at..=after.at + FARTHEST).any(may_begin) {
            return None;
        }
        let tree = self.tree_at(group.head)?;
        let (clause, _) =
            tree.dependents(group.head).find(|(token, label)| *label == Label::Ccomp && *token > after.at)?;
        let has_subject = tree.dependents(clause).any(|(_, label)| matches!(label, Label::Nsubj | Label::NsubjPass));
        if !has_subject && !matches!(words.pos(clause), Upos::Verb | Upos::Aux) {
            return None;
        }
        let start = tree.extent(clause).start;
        let near = start >= after.at && start <= after.at + FARTHEST && clause < after.high;
        (near && may_begin(start)).then_some(start)
    }

    /// Whether by the tree what stands behind the mark at `mark` hangs on the cue verb `cue` (or what governs it), and not on
    /// the content that begins at `start`.
    pub(crate) fn leaves(&self, mark: usize, start: usize, cue: usize, high: usize) -> bool {
        let words = &self.words;
        let end = (mark + 1..high).find(|&at| words.is_any(at, &[",", ";"])).unwrap_or(high);
        // Members of a list hang on what they are listed with: no tree is made for them.
        let listed = self.groups.within(mark + 1..end).next().is_none();
        // What the words themselves join needs no tree: ", and that …", ", the last of which …", "X, the chair, urged".
        let conjunction = usize::from(words.is_any(mark + 1, &["and", "but", "or"]));
        let repeats = words.is_any(mark + 1 + conjunction, &["that", "whether", "how", "why", "what", "to"]);
        let relative =
            (mark + 1..end.min(mark + 5)).any(|at| words.is_any(at, &["which", "who", "whom", "whose", "where"]));
        let verb_first = self.groups.at(mark + 1).is_some();
        if listed || repeats || relative || verb_first {
            return false;
        }
        let Some(tree) = self.tree_at(cue) else { return false };
        // The word that joins these words to the rest of the sentence.
        let joint = (mark + 1..end).find(|&token| tree.head(token).is_none_or(|head| head <= mark || head >= end));
        joint.is_some_and(|token| {
            let clause = matches!(tree.label(token), Some(Label::Conj | Label::Advcl));
            clause && tree.head(token).is_some_and(|head| head < start)
        })
    }

    /// The words around the head of a phrase up to a mark, verb or relative pronoun.
    fn noun_phrase_of(&self, tree: &Tree<'_>, head: usize, low: usize, high: usize) -> Option<Range<usize>> {
        let words = &self.words;
        let nominal =
            matches!(words.pos(head), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Det | Upos::Adj);
        if !nominal || words.is_relative(head) || words.is_any(head, &["there", "it"]) {
            return None;
        }
        let extent = tree.extent(head);
        let ends = |index: usize| {
            words.kind(index) != Some(crate::text::TokenKind::Word)
                && words.kind(index) != Some(crate::text::TokenKind::Number)
                || self.groups.at(index).is_some()
                || words.is_relative(index)
        };
        let start = (extent.start.max(low)..head).rev().take_while(|&index| !ends(index)).last().unwrap_or(head);
        let end = (head + 1..extent.end.min(high)).find(|&index| ends(index)).unwrap_or(extent.end.min(high));
        (start < end).then_some(start..end)
    }
}
