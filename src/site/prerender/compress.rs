//! Compressed files beside the others, for servers that send these as they are.

use super::Error;
use crate::site::write_whole;
use rayon::prelude::*;
use std::io;
use std::path::{Path, PathBuf};

/// Files of these kinds shrink; pictures do not.
const KINDS: [&str; 11] = ["html", "css", "js", "wasm", "svg", "json", "csv", "bin", "txt", "xml", "webmanifest"];

/// Where the compressed files beside another stand.
pub fn twins(path: &Path) -> [PathBuf; 2] {
    ["br", "gz"].map(|ending| path.with_added_extension(ending))
}

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
    write_whole(&br, pack::brotli(&bytes))?;
    write_whole(&gz, pack::gzip(&bytes))
}

fn newer(made: &Path, from: &Path) -> bool {
    let time = |path: &Path| path.metadata().and_then(|data| data.modified()).ok();
    time(made) > time(from)
}
