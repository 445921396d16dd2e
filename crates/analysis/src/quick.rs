//! Tables that are filled once from embedded data and then only looked up.
//!
//! Their keys are ours, so no hash need resist an adversary, and the seed is fixed: the same input gives the same steps.
//! Nothing ever iterates over them where the order could show.

use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;

pub(crate) type QuickMap<Key, Value> = HashMap<Key, Value, FixedState>;
pub(crate) type QuickSet<Key> = HashSet<Key, FixedState>;
