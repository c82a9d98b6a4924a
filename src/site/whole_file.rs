//! Files that are written whole or not at all: a build may be stopped at any time, and others may run beside it.

use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

static DRAFTS: AtomicU32 = AtomicU32::new(0);

/// Writes `bytes` to a draft beside `path`, then gives it the name: a reader finds the former file or all of the new one.
pub fn write_whole(path: &Path, bytes: impl AsRef<[u8]>) -> io::Result<()> {
    let number = DRAFTS.fetch_add(1, Ordering::Relaxed);
    let draft = path.with_added_extension(format!("{}-{number}.draft", std::process::id()));
    let written = std::fs::write(&draft, bytes).and_then(|()| std::fs::rename(&draft, path));
    if written.is_err() {
        let _ = std::fs::remove_file(&draft);
    }
    written
}
