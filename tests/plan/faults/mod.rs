//! Each kind of fault in an entry, made by one edit and told at its place.

mod names;
mod phrases;
mod since;
mod texts;
mod together;
mod values;

const FIGURES: &str = "figures.toml";
