//! What tests and xtask share: built plugins in a staged folder, fixtures and their contracts.
