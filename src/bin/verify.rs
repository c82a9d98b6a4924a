//! `verify ARTICLE --data data`: checks the plan against the text it explains; fails on any miss.

use five_new_bijies::plan::verify;
use five_new_bijies::site::arguments::Arguments;
use five_new_bijies::site::source;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "verify ARTICLE [--data DIR] [--hashes]
  --hashes  prints the place and SHA-256 of each sentence of the article, and checks nothing";

fn main() -> ExitCode {
    Arguments::run(USAGE, |arguments| {
        let data = PathBuf::from(arguments.text("data", "data"));
        let hashes = arguments.flag("hashes");
        let path = arguments.unnamed().ok_or_else(|| format!("which article?\nusage: {USAGE}"))?;
        arguments.end()?;
        let article = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        if hashes {
            for sentence in verify::sentences(&article) {
                println!("{:6} {}", sentence.at.to_string(), sentence.sha256);
            }
            return Ok(());
        }
        let verification = source::verify(&source::load(&data)?, &article);
        println!("{verification}");
        if verification.passes() { Ok(()) } else { Err(format!("{path} and {} disagree.", data.display()).into()) }
    })
}
