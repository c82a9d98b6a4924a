//! The parts that pages are made of.

mod announce;
pub mod builder;
pub mod check;
mod choice;
pub mod choices;
pub mod contents;
pub mod figure;
mod filters;
pub mod frame;
pub mod glossary;
pub mod guess;
pub mod key;
pub mod lenses;
pub mod nearest;
pub mod not_understood;
pub mod notes;
pub mod print;
pub mod promises;
pub mod scene;
pub mod scenes;
mod search_field;
pub mod share;
pub mod speak;
pub mod table;
pub mod text;
pub mod updates;
pub mod what_if;
