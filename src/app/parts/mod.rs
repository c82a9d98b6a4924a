//! The parts that pages are made of.

pub mod builder;
pub mod check;
pub mod contents;
pub mod figure;
pub mod frame;
pub mod guess;
pub mod key;
pub mod lenses;
pub mod nearest;
pub mod scene;
pub mod share;
pub mod text;
pub mod what_if;
