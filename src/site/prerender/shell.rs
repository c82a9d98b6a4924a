//! What Trunk built: the program, the styles and the scripts, by their names in the shell.

use super::{Error, Options};
use std::path::PathBuf;

pub struct Shell {
    folder: PathBuf,
    /// Names of the program and its glue, which carry a hash.
    pub js: String,
    pub wasm: String,
}

impl Shell {
    pub fn read(options: &Options) -> Result<Shell, Error> {
        let folder = options.shell.clone();
        let index = folder.join("index.html");
        let text = std::fs::read_to_string(&index).map_err(|_| Error::Shell(folder.clone(), "index.html"))?;
        let mark = || Error::Shell(index.clone(), "<!--program JS WASM--> mark");
        let (_, rest) = text.split_once("<!--program ").ok_or_else(mark)?;
        let (program, _) = rest.split_once("-->").ok_or_else(mark)?;
        let (js, wasm) = program.split_once(' ').ok_or_else(mark)?;
        let name = |path: &str| path.trim_start_matches('/').to_owned();
        Ok(Shell { js: name(js), wasm: name(wasm), folder })
    }

    /// The bytes of a file of the shell.
    pub fn file(&self, name: &str) -> Result<Vec<u8>, Error> {
        let path = self.folder.join(name);
        std::fs::read(&path).map_err(|error| Error::File { path, error })
    }

    /// The text of a file of the shell.
    pub fn text(&self, name: &str) -> Result<String, Error> {
        let path = self.folder.join(name);
        std::fs::read_to_string(&path).map_err(|error| Error::File { path, error })
    }
}
