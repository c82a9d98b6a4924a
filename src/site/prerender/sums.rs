//! The sums of all files, by which a copy of the site is checked.

use super::Error;
use super::compress::twins;
use crate::site::source::hex;
use crate::site::write_whole;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// The file of sums, as `sha256sum --check` reads it.
pub const SUMS_FILE: &str = "SHA256SUMS";

/// Writes the sums of these files of the site at `root`, and of their compressed twins, beside them.
pub fn write(root: &Path, files: &[PathBuf]) -> Result<(), Error> {
    let twins = files.iter().flat_map(|path| twins(path)).filter(|twin| twin.exists());
    let mut files: Vec<PathBuf> = files.iter().cloned().chain(twins).collect();
    files.sort();
    let lines: Vec<String> = files.par_iter().map(|path| line(root, path)).collect::<Result<_, Error>>()?;
    let path = root.join(SUMS_FILE);
    write_whole(&path, lines.concat()).map_err(|error| Error::File { path, error })
}

fn line(root: &Path, path: &Path) -> Result<String, Error> {
    let bytes = std::fs::read(path).map_err(|error| Error::File { path: path.to_owned(), error })?;
    let name = path.strip_prefix(root).unwrap_or(path).display();
    Ok(format!("{}  {name}\n", hex(&Sha256::digest(bytes))))
}
