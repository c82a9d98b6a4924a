//! The browser's program. It does nothing by itself: the boot module calls `start` when the page is ready for it.

#[allow(unused_imports, reason = "links the library, whose exports are the program")]
use five_new_bijies as _;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
// SAFETY: the program has one thread; it uses no workers and no shared memory.
static ALLOCATOR: lol_alloc::AssumeSingleThreaded<lol_alloc::FreeListAllocator> =
    unsafe { lol_alloc::AssumeSingleThreaded::new(lol_alloc::FreeListAllocator::new()) };

fn main() {}
