//! The beginning of another city's plan: its article's sentences with places and hashes, each number that measures
//! something as an entry, what is no measure as a numeral with its kind, and promises without a number.

mod draft;
mod skeleton;

use super::document::{self, Decoded};
use super::write_whole;
use crate::plan::verify::has_no_paragraphs;
use clap::Args;
use draft::Draft;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

#[derive(Debug, Args)]
pub struct Question {
    /// Folder that the plan gets; there must be none of this name yet.
    pub folder: PathBuf,
    /// File with the article: a text in UTF-8, UTF-16 or GB18030, or a Word document (.docx).
    pub article: PathBuf,
}

#[derive(Debug, Error)]
pub enum Error {
    #[error("{path}: {error}")]
    File { path: PathBuf, error: io::Error },
    #[error(transparent)]
    Article(#[from] document::Error),
    #[error("{0} is there already; name a folder that is not")]
    Taken(PathBuf),
    #[error("{0} holds no sentence; is it the article?")]
    NoSentence(PathBuf),
}

/// Writes the files, and says what there is to do.
///
/// # Errors
/// Where the article cannot be read, or the folder cannot be made or is there already.
pub fn begin(Question { folder, article }: &Question) -> Result<String, Error> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| Error::File { path, error }
    };
    if folder.exists() {
        return Err(Error::Taken(folder.clone()));
    }
    let Decoded { text, kind } = document::read(article)?;
    let draft = Draft::of(&text);
    if draft.sentences.is_empty() {
        return Err(Error::NoSentence(article.clone()));
    }
    std::fs::create_dir_all(folder).map_err(failed(folder))?;
    for (name, text) in skeleton::files(&draft) {
        let path = folder.join(name);
        write_whole(&path, text).map_err(failed(&path))?;
    }
    let said = draft.said();
    let lost = if has_no_paragraphs(&text) {
        "\nIts paragraphs cannot be told: put each on a line of its own, and begin again, or all places are p0."
    } else {
        ""
    };
    let (folder, article) = (folder.display(), article.display());
    Ok(format!(
        "{folder}: read as {kind}; {said}.{lost}\n\
         What is left: make verify PLAN='{folder}' ARTICLE='{article}'\n\
         Look at it:   make serve PLAN='{folder}'"
    ))
}

/// Each file's name and text. They make a plan that loads and says of each page what is still open.
pub fn files(article: &str) -> Vec<(&'static str, String)> {
    skeleton::files(&Draft::of(article))
}
