//! Attributions: source, cue, content; then claimant, addressee, position.
