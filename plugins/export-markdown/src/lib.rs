//! Writes a brief: who claims what, then the article with footnoted claims.
