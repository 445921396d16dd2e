//! Which source takes an input.

use std::collections::BTreeSet;

use rapporteur_core::protocol::{Detection, InputInfo};
use rapporteur_host::{CallError, SourceHandle};

/// Below this a source only guesses.
const LIKELY: u8 = 50;

/// What every source said of an input, and which one takes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// The surest first; ties by rank, then by id.
    pub assessments: Vec<Assessment>,
    /// Index of the source that takes it among those asked; `None` where none recognises it.
    pub(crate) taken: Option<usize>,
}

/// What one source said of an input.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// Id of the plugin.
    pub plugin: String,
    pub version: String,
    pub rank: u32,
    /// Its answer, or how it failed to give one.
    pub detection: Result<Detection, CallError>,
    /// Index among those asked.
    index: usize,
}

impl Assessment {
    /// 0 to 100; 0 where the plugin failed.
    pub fn confidence(&self) -> u8 {
        self.detection.as_ref().map_or(0, |detection| detection.confidence)
    }
}

impl Choice {
    /// What the source that takes the input said.
    pub fn winner(&self) -> Option<&Assessment> {
        self.assessments.iter().find(|assessment| Some(assessment.index) == self.taken)
    }

    /// Who would have taken it otherwise.
    pub fn runner_up(&self) -> Option<&Assessment> {
        self.assessments.iter().find(|assessment| Some(assessment.index) != self.taken && assessment.confidence() > 0)
    }

    /// Whether the winner only guesses.
    pub fn is_doubtful(&self) -> bool {
        self.winner().is_some_and(|winner| winner.confidence() < LIKELY)
    }
}

/// Asks every source that is not `off`. `forced` is the index of the one the user named: it takes the input whatever it says.
pub(crate) fn choose(
    sources: &mut [SourceHandle],
    forced: Option<usize>,
    off: &BTreeSet<String>,
    info: &InputInfo,
    beginning: &[u8],
) -> Choice {
    let mut assessments: Vec<Assessment> = sources
        .iter_mut()
        .enumerate()
        .filter(|(index, _)| forced.is_none_or(|forced| forced == *index))
        .filter(|(_, source)| !off.contains(&source.descriptor().id))
        .map(|(index, source)| {
            let detection = source.detect(info, beginning);
            let descriptor = source.descriptor();
            Assessment {
                plugin: descriptor.id.clone(),
                version: descriptor.version.clone(),
                rank: descriptor.rank,
                detection,
                index,
            }
        })
        .collect();
    assessments.sort_by(|left, right| {
        (right.confidence(), right.rank)
            .cmp(&(left.confidence(), left.rank))
            .then_with(|| left.plugin.cmp(&right.plugin))
    });
    let surest = assessments.first().filter(|first| first.confidence() > 0).map(|first| first.index);
    Choice { taken: forced.or(surest), assessments }
}
