//! An explainer of a city's five-year plan: every page is prerendered whole; in the browser the same components bring
//! its charts and controls to life.
//!
//! Rules of hydration, for whoever touches an island in `view`:
//! - A first render knows no clock, no randomness, no window, no hash: it must equal the prerendered one.
//! - What only the browser knows arrives in an effect, after the first render.
//! - Raw nodes (drawings) are adopted from the page with empty content and stay where Yew put them.
//! - The prerendered markup is never minified: Yew needs its comment markers.
//! - List items carry a `key`.

#[cfg(not(target_arch = "wasm32"))]
pub mod arguments;
pub mod check;
#[cfg(not(target_arch = "wasm32"))]
pub mod embed;
pub mod figure;
#[cfg(not(target_arch = "wasm32"))]
pub mod line_break;
pub mod live;
#[cfg(not(target_arch = "wasm32"))]
pub mod open;
#[cfg(not(target_arch = "wasm32"))]
pub mod picture;
pub mod plan;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
pub mod quantity;
#[cfg(not(target_arch = "wasm32"))]
pub mod route;
#[cfg(not(target_arch = "wasm32"))]
pub mod serve;
#[cfg(not(target_arch = "wasm32"))]
pub mod sizes;
#[cfg(not(target_arch = "wasm32"))]
pub mod story;
pub mod text;
pub mod theme;
pub mod view;
pub mod words;
