pub mod guide;
pub mod scratch;
