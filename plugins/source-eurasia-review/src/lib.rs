//! Reads pages of Eurasia Review.
