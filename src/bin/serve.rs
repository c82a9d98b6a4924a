//! `serve --dir dist --port 8080 --base /`: serves a built site on this machine.

use five_new_bijies::site::arguments::Arguments;
use five_new_bijies::site::server::{Running, Site};
use std::process::ExitCode;

fn main() -> ExitCode {
    Arguments::run("serve [--dir DIR] [--port PORT] [--base PATH]", |arguments| {
        let site = Site { dir: arguments.text("dir", "dist").into(), base: arguments.text("base", "/") };
        let base = site.base.clone();
        let port = arguments.number("port", 8080);
        arguments.end()?;
        let server = Running::start(site, port)?;
        println!("The site is at http://localhost:{}{base} (Ctrl+C ends it)", server.address.port());
        server.wait();
        Ok(())
    })
}
