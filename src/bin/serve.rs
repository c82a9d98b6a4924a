//! `serve --dir dist --port 8080 --base /`: serves a built site on this machine.

use clap::Parser;
use five_new_bijies::site::server::{Running, StaticSite};
use std::process::ExitCode;

/// Serves a built site on this machine, with the headers it is made for.
#[derive(Parser)]
struct Command {
    #[command(flatten)]
    site: StaticSite,
    /// Address of this machine; 0.0.0.0 for phones and containers in its network.
    #[arg(long, default_value = "127.0.0.1")]
    host: String,
    /// Port of this machine; 0 lets the system choose.
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

fn main() -> ExitCode {
    let Command { site, host, port } = Command::parse();
    let base = site.base.clone();
    let ended = Running::start_at(site, &host, port).and_then(|server| {
        println!("The site is at {} (Ctrl+C ends it)", server.urls(&base).join(" and "));
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
