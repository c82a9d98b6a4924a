//! An explainer of what a city promises for five years: one Yew app, prerendered for every page, that carries the whole plan.
//!
//! Rules for whoever touches a component in `app`:
//! - A first render knows no clock, no randomness, no window, no hash: it must equal the prerendered one.
//! - What only the browser knows arrives in an effect, after the first render.
//! - List items carry a `key`.

pub mod app;
pub mod bundle;
pub mod check;
pub mod citation;
pub mod color;
pub mod figure;
pub mod head;
pub mod line_break;
pub mod plan;
pub mod quantity;
pub mod reading;
pub mod route;
pub mod search;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
pub mod snippet;
pub mod speech;
pub mod story;
pub mod text;
pub mod view;
pub mod words;
