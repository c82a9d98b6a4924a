//! `prerender --data data --shell target/shell --out dist`: makes the whole static site.

use five_new_bijies::site::arguments::Arguments;
use five_new_bijies::site::prerender::{Options, build};
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let usage = "prerender [--data DIR] [--shell DIR] [--out DIR] [--public-url PATH] [--site-url URL] [--no-compress]";
    Arguments::run(usage, |arguments| {
        let usual = Options::default();
        let mut path = |name, usual: PathBuf| arguments.text(name, &usual.to_string_lossy()).into();
        let options = Options {
            data: path("data", usual.data),
            shell: path("shell", usual.shell),
            out: path("out", usual.out),
            public_url: arguments.text("public-url", &usual.public_url),
            site_url: arguments.text("site-url", &usual.site_url),
            compress: !arguments.flag("no-compress"),
        };
        arguments.end()?;
        println!("{}: {}", options.out.display(), build(&options)?);
        Ok(())
    })
}
