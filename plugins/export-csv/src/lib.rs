//! Writes tables of documents, actors, mentions and claims with a data package.
