//! The C boundary between host and plugins as repr(C) types.
