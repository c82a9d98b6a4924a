//! The pages of the site map, one file each.

pub mod card;
pub mod commitments;
pub mod data;
pub mod embed;
pub mod figure;
pub mod follow_ups;
pub mod not_found;
pub mod pillar;
pub mod promise;
pub mod story;
pub mod topic;
