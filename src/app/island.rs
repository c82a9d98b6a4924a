//! The parts of a page that come alive. The page carries each in an element that says what it is; the browser finds
//! them there and hydrates them one by one, and everything else on the page costs it nothing.

/// Names the kind of an island.
pub const ISLAND: &str = "data-island";
pub const CHART: &str = "chart";
pub const NEAREST: &str = "nearest";
/// On a chart: the key of its subject.
pub const SUBJECT: &str = "data-subject";
/// On a chart and on a scene: which parts of the subject are shown, as a number.
pub const SHOWN: &str = "data-shown";
/// On a run of scenes whose states are all shown by its one canvas.
pub const LIVE: &str = "data-live";
/// On the scene that is read.
pub const CURRENT: &str = "data-current";
