//! `verify ARTICLE --data data`: checks the plan against the text it explains; fails on any miss.

use clap::Parser;
use five_new_bijies::site::article::{Question, answer};
use std::process::ExitCode;

/// Checks the plan against the text it explains; fails on any miss.
#[derive(Parser)]
struct Command {
    #[command(flatten)]
    question: Question,
}

fn main() -> ExitCode {
    match answer(&Command::parse().question) {
        Ok(answer) => {
            println!("{}", answer.text);
            if answer.agrees { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
