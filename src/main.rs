//! The browser's program. It does nothing by itself: the boot module calls `start` when the page is ready for it.

#[allow(unused_imports, reason = "links the library, whose exports are the program")]
use five_new_bijies as _;

fn main() {}
