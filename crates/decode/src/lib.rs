//! Bytes of any encoding to text, with a map from every character back to its bytes.
