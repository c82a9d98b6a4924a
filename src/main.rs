//! The browser's program. It does nothing by itself: the boot module calls `start` when the page is ready for it.
//!
//! What a program exports stands in its own file: what the library exported, every program would carry.

use wasm_bindgen::prelude::wasm_bindgen;

/// Makes the prerendered page live; see [`five_new_bijies::live::start`].
#[wasm_bindgen]
pub fn start(figures: &[u8]) -> bool {
    five_new_bijies::live::start(figures)
}

#[cfg(target_arch = "wasm32")]
#[global_allocator]
// SAFETY: the program has one thread; it uses no workers and no shared memory.
static ALLOCATOR: lol_alloc::AssumeSingleThreaded<lol_alloc::FreeListAllocator> =
    unsafe { lol_alloc::AssumeSingleThreaded::new(lol_alloc::FreeListAllocator::new()) };

fn main() {}
