//! Which readings stand, how likely each is right, and on which side of its matter it stands.

pub(crate) mod confidence;
pub(crate) mod evidence;
pub(crate) mod position;
pub(crate) mod select;
pub(crate) mod signs;
pub(crate) mod stance;
pub(crate) mod voice;
pub(crate) mod weigh;
