//! Inputs to documents to analysis to exporters.
