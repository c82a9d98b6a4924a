//! What developers look at and no reader does: the page of components, and the sizes of what was built.

pub mod gallery;
pub mod sizes;
