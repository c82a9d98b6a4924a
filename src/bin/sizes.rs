//! `sizes --dir dist`: prints the byte budgets and where the built site is.

use five_new_bijies::site::arguments::Arguments;
use five_new_bijies::site::sizes::{files, report};
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    Arguments::run("sizes [--dir DIR]", |arguments| {
        let dir = PathBuf::from(arguments.text("dir", "dist"));
        arguments.end()?;
        let mut files = files(&dir).map_err(|error| format!("{}: {error}; run `make build` first", dir.display()))?;
        let (text, kept) = report(&mut files);
        println!("bytes after brotli 11\n\n{text}");
        if kept { Ok(()) } else { Err("a budget is not kept".into()) }
    })
}
