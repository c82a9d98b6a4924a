//! The site in real browsers. Every test waits for conditions; none for a clock.

mod access;
mod builder;
mod charts;
mod check;
mod commitments;
mod embeds;
mod explore;
mod faults;
mod hosts;
mod isolation;
mod journeys;
mod liveness;
mod navigation;
mod offline;
mod points;
mod pool;
mod session;
mod share;
mod since;
mod site;
mod story;
mod translators;
mod trust;
mod widgets;
mod without;
