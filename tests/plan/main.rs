//! The plan's data: what is wrong with it is told, what is right loads, and all of it agrees with the article.

mod edited;
mod faults;
mod files;
mod language;
mod mistakes;
mod printed;
mod properties;
mod real;
mod verification;
