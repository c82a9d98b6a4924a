use super::Error;
use super::output::twins;
use rayon::prelude::*;
use std::io;
use std::path::{Path, PathBuf};

/// Files of these kinds shrink; pictures do not.
const KINDS: [&str; 11] = ["html", "css", "js", "wasm", "svg", "json", "csv", "bin", "txt", "xml", "webmanifest"];

/// Writes `.br` and `.gz` beside every file that shrinks, on all cores; what is up to date is left alone, and so is what
/// lies under `seldom` and would take as long as all the others.
pub fn all(files: &[PathBuf], seldom: &Path) -> Result<(), Error> {
    files
        .par_iter()
        .filter(|path| !path.starts_with(seldom))
        .try_for_each(|path| one(path).map_err(|error| Error::File { path: path.clone(), error }))
}

fn one(path: &Path) -> io::Result<()> {
    let kind = path.extension().and_then(|kind| kind.to_str()).unwrap_or("");
    if !KINDS.contains(&kind) {
        return Ok(());
    }
    let [br, gz] = twins(path);
    if newer(&br, path) && newer(&gz, path) {
        return Ok(());
    }
    let bytes = std::fs::read(path)?;
    std::fs::write(&br, pack::brotli(&bytes))?;
    std::fs::write(&gz, pack::gzip(&bytes))
}

fn newer(made: &Path, from: &Path) -> bool {
    let time = |path: &Path| path.metadata().and_then(|data| data.modified()).ok();
    time(made) > time(from)
}
