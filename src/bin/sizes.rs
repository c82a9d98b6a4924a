//! `sizes --dir dist`: prints the byte budgets and where the built site is.

use clap::Parser;
use five_new_bijies::site::tools::sizes::{files, report};
use std::path::PathBuf;
use std::process::ExitCode;

/// Prints the byte budgets and where the built site is; fails where one is not kept.
#[derive(Parser)]
struct Command {
    /// Folder of the built site.
    #[arg(long, value_name = "DIR", default_value = "dist")]
    dir: PathBuf,
}

fn main() -> ExitCode {
    let Command { dir } = Command::parse();
    let mut files = match files(&dir) {
        Ok(files) => files,
        Err(error) => {
            eprintln!("{}: {error}; run `make build` first", dir.display());
            return ExitCode::FAILURE;
        }
    };
    let (text, kept) = report(&mut files);
    println!("bytes after brotli 11\n\n{text}");
    if kept {
        return ExitCode::SUCCESS;
    }
    eprintln!("a budget is not kept");
    ExitCode::FAILURE
}
