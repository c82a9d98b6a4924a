//! The folder that a build writes, and what it may remove there.

use super::Error;
use super::compress::twins;
use super::sums::{self, SUMS_FILE};
use crate::site::open::schema;
use crate::site::write_whole;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

/// A folder whose sums list this file is one that a build made, where a build may remove what it did not write.
const MARK: &str = "data/plan.schema.json";

/// A folder being written: what has not changed is left alone, what does not belong is removed at the end.
pub struct Output {
    root: PathBuf,
    written: BTreeSet<PathBuf>,
}

impl Output {
    /// Begins to write into `root`: a new folder, an empty one, one that a build made, or `shell`, which Trunk makes.
    pub fn open(root: &Path, shell: &Path) -> Result<Output, Error> {
        let ours = || {
            let sums = std::fs::read_to_string(root.join(SUMS_FILE)).unwrap_or_default();
            sums.lines().any(|line| line.ends_with(&format!("  {MARK}")))
        };
        let taken = root.read_dir().is_ok_and(|mut entries| entries.next().is_some());
        if taken && !ours() && root.canonicalize().ok() != shell.canonicalize().ok() {
            return Err(Error::Taken(root.to_owned()));
        }
        let mut output = Output { root: root.to_owned(), written: BTreeSet::new() };
        output.write(MARK, schema().as_bytes())?;
        // Before anything else, so that the folder of a build that was stopped is known as well.
        if !ours() {
            sums::write(root, &[root.join(MARK)])?;
        }
        Ok(output)
    }

    /// Writes `bytes` to the file with this name under the root.
    pub fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let path = self.root.join(name);
        let failed = |error| Error::File { path: path.clone(), error };
        if std::fs::read(&path).ok().as_deref() != Some(bytes) {
            self.unlink(Path::new(name)).map_err(failed)?;
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder).map_err(failed)?;
            }
            // What was compressed from older bytes would be served in place of these.
            for twin in twins(&path).into_iter().filter(|twin| twin.exists()) {
                std::fs::remove_file(twin).map_err(failed)?;
            }
            write_whole(&path, bytes).map_err(failed)?;
        }
        self.written.insert(path);
        Ok(())
    }

    /// Removes links on the way to a file: what they lead to is not the build's.
    fn unlink(&self, name: &Path) -> io::Result<()> {
        let mut path = self.root.clone();
        for part in name {
            path.push(part);
            if path.is_symlink() {
                return std::fs::remove_file(path);
            }
        }
        Ok(())
    }

    /// The names of what was written so far.
    pub fn names(&self) -> impl Iterator<Item = String> {
        self.written.iter().filter_map(|path| Some(path.strip_prefix(&self.root).ok()?.to_string_lossy().into_owned()))
    }

    /// The bytes of a file that was written before.
    pub fn read(&self, name: &str) -> Result<Vec<u8>, Error> {
        let path = self.root.join(name);
        std::fs::read(&path).map_err(|error| Error::File { path, error })
    }

    /// Removes everything else and returns what was written.
    pub fn finish(self) -> Result<Vec<PathBuf>, Error> {
        self.sweep(&self.root)?;
        Ok(self.written.into_iter().collect())
    }

    /// Removes what does not belong into `folder`. True where nothing is left in it.
    fn sweep(&self, folder: &Path) -> Result<bool, Error> {
        let failed = |error| Error::File { path: folder.to_owned(), error };
        let mut empty = true;
        for entry in std::fs::read_dir(folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let path = entry.path();
            // A link is removed, and never followed.
            if entry.file_type().map_err(failed)?.is_dir() {
                if self.sweep(&path)? {
                    std::fs::remove_dir(&path).map_err(failed)?;
                } else {
                    empty = false;
                }
            } else if self.belongs(&path) {
                empty = false;
            } else {
                std::fs::remove_file(&path).map_err(failed)?;
            }
        }
        Ok(empty)
    }

    /// A compressed file belongs to the file it was made from; the sums are written last, and mark the folder until then.
    fn belongs(&self, path: &Path) -> bool {
        let source = path.with_extension("");
        self.written.contains(path)
            || path == self.root.join(SUMS_FILE)
            || self.written.contains(&source) && twins(&source).contains(&path.to_owned())
    }
}
