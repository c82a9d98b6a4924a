//! `serve --dir dist --port 8080 --base /`: serves a built site on this machine.

use clap::Parser;
use five_new_bijies::site::server::{Running, StaticSite};
use std::process::ExitCode;

/// Serves a built site on this machine, with the headers it is made for.
#[derive(Parser)]
struct Command {
    #[command(flatten)]
    site: StaticSite,
    /// Port of this machine; 0 lets the system choose.
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

fn main() -> ExitCode {
    let Command { site, port } = Command::parse();
    let base = site.base.clone();
    let ended = Running::start(site, port).and_then(|server| {
        println!("The site is at http://localhost:{}{base} (Ctrl+C ends it)", server.address.port());
        server.wait()
    });
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
