use super::Error;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Where the compressed files beside another stand.
pub fn twins(path: &Path) -> [PathBuf; 2] {
    ["br", "gz"].map(|ending| path.with_added_extension(ending))
}

/// A folder being written: what has not changed is left alone, what does not belong is removed at the end.
pub struct Output {
    root: PathBuf,
    written: BTreeSet<PathBuf>,
}

impl Output {
    pub fn new(root: &Path) -> Output {
        Output { root: root.to_owned(), written: BTreeSet::new() }
    }

    /// Writes `bytes` to the file with this name under the root.
    pub fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let path = self.root.join(name);
        let failed = |error| Error::File { path: path.clone(), error };
        if std::fs::read(&path).ok().as_deref() != Some(bytes) {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder).map_err(failed)?;
            }
            // What was compressed from older bytes would be served in place of these.
            for twin in twins(&path).into_iter().filter(|twin| twin.exists()) {
                std::fs::remove_file(twin).map_err(failed)?;
            }
            std::fs::write(&path, bytes).map_err(failed)?;
        }
        self.written.insert(path);
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
            let path = entry.map_err(failed)?.path();
            if path.is_dir() {
                if self.sweep(&path)? {
                    std::fs::remove_dir(&path).map_err(failed)?;
                } else {
                    empty = false;
                }
            } else if self.written.contains(&path) || self.written.contains(&path.with_extension("")) {
                // A compressed file belongs to the file it was made from.
                empty = false;
            } else {
                std::fs::remove_file(&path).map_err(failed)?;
            }
        }
        Ok(empty)
    }
}
