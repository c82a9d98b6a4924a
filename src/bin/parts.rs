//! `parts --shell target/shell --out target/parts`: makes the page of components, for `make dev`.

use clap::Parser;
use five_new_bijies::site::tools::gallery;
use std::path::PathBuf;
use std::process::ExitCode;

/// Makes a page that shows every part and every kind of figure, live.
#[derive(Parser)]
struct Command {
    /// Folder with the shell that Trunk built.
    #[arg(long)]
    shell: PathBuf,
    /// Folder to write, which is served at /parts/.
    #[arg(long)]
    out: PathBuf,
}

fn main() -> ExitCode {
    let Command { shell, out } = Command::parse();
    match gallery::make(&shell, &out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
