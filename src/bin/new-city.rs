//! `new-city FOLDER ARTICLE`: begins the plan of another city from its article.

use clap::Parser;
use five_new_bijies::site::new_city::{Question, begin};
use std::process::ExitCode;

/// Begins the plan of another city from its article: sentences with hashes, and every number found, to fill in.
#[derive(Parser)]
struct Command {
    #[command(flatten)]
    question: Question,
}

fn main() -> ExitCode {
    match begin(&Command::parse().question) {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
