//! Reads pages of the Observer Research Foundation.
