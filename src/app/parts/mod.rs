//! The parts that pages are made of.

pub mod builder;
pub mod check;
pub mod choices;
pub mod contents;
pub mod figure;
pub mod frame;
pub mod glossary;
pub mod guess;
pub mod key;
pub mod lenses;
pub mod nearest;
pub mod not_understood;
pub mod notes;
pub mod scene;
pub mod scenes;
pub mod share;
pub mod speak;
pub mod table;
pub mod text;
pub mod updates;
pub mod what_if;
