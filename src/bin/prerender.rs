//! `prerender --data data --shell target/shell --out dist`: makes the whole static site.

use clap::Parser;
use five_new_bijies::site::prerender::{Options, build};
use std::process::ExitCode;

/// Makes the whole static site from a plan and the shell that Trunk built.
#[derive(Parser)]
struct Command {
    #[command(flatten)]
    options: Options,
}

fn main() -> ExitCode {
    let Command { options } = Command::parse();
    match build(&options) {
        Ok(built) => {
            println!("{}: {built}", options.out.display());
            if options.is_for_this_machine_alone() {
                println!("{}", Options::FOR_THIS_MACHINE_ALONE);
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
