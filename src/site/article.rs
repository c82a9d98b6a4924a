//! What the command line asks of an article: whether the plan agrees with it, or the hashes to start a plan from.

use super::document;
use super::others::{self, Answer};
use crate::plan::verify::{ArticleSentence, sentences};
use crate::site::source;
use clap::Args;
use std::path::PathBuf;
use thiserror::Error;

#[derive(Debug, Args)]
pub struct Question {
    /// File with the text of the article.
    #[arg(required_unless_present = "since")]
    pub article: Option<PathBuf>,
    /// Folder of the plan's data files.
    #[arg(long, value_name = "DIR", default_value = "data")]
    pub data: PathBuf,
    /// Prints the place and SHA-256 of each sentence of the article, and checks nothing.
    #[arg(long)]
    pub hashes: bool,
    /// Checks what other sources are said to say, entry by entry, in place of the article.
    #[arg(long)]
    pub since: bool,
    /// Folder with copies of those sources, each named after its id: report.txt.
    #[arg(long, value_name = "DIR", requires = "since")]
    pub copies: Option<PathBuf>,
}

#[derive(Debug, Error)]
pub enum Error {
    #[error(transparent)]
    Article(#[from] document::Error),
    #[error(transparent)]
    Plan(#[from] source::Report),
}

/// # Errors
/// Where a file cannot be read, or the plan is not valid.
pub fn answer(question: &Question) -> Result<Answer, Error> {
    let Question { article, data, hashes, since, copies } = question;
    let Some(path) = article.as_ref().filter(|_| !since) else {
        let plan = source::load(data)?;
        return Ok(others::checked(plan.en, copies.as_deref()));
    };
    let article = document::read(path)?.text;
    if *hashes {
        return Ok(Answer { text: listed(&article), agrees: true });
    }
    let plan = source::load(data)?;
    let verification = source::verify(&plan, &article);
    let report = plan.report(&verification).map(|report| format!("\n\n{report}")).unwrap_or_default();
    Ok(Answer { text: format!("{verification}{report}"), agrees: verification.passes() })
}

fn listed(article: &str) -> String {
    let line = |sentence: &ArticleSentence| format!("{:6} {}", sentence.at.to_string(), sentence.sha256);
    sentences(article).iter().map(line).collect::<Vec<_>>().join("\n")
}
