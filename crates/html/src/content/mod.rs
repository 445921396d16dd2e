//! The article within the page: which part of the tree it is, its lines, and what each line is.
//!
//! One pass gives every node its [`context`] and running sums; [`region`] chooses where the article is from the sums;
//! [`lines`] cuts the page into lines; [`classify`] says of each what it is. Nothing is deleted: what is no part of the
//! body becomes apparatus.

pub mod classify;
pub mod context;
pub mod lines;
pub mod region;
mod role_words;
mod roles;
mod second_look;
mod standfirst;

pub use self::roles::{Role, Roles, words_of};
