//! `prerender --data data --shell target/shell --out dist`: makes the whole static site.

use five_new_bijies::arguments::Arguments;
use five_new_bijies::prerender::{Options, build};
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let usage = "prerender [--data DIR] [--shell DIR] [--out DIR] [--public-url PATH] [--site-url URL] [--no-compress]";
    Arguments::run(usage, |arguments| {
        let options = Options {
            data: arguments.text("data", "data").into(),
            shell: arguments.text("shell", "target/shell").into(),
            out: arguments.text("out", "dist").into(),
            public_url: arguments.text("public-url", "/"),
            site_url: arguments.text("site-url", "http://localhost:8080"),
            compress: !arguments.flag("no-compress"),
        };
        let begun = Instant::now();
        let built = build(&options)?;
        println!(
            "{} pages in {} ({:.1} s: pages {:.1}, pictures {:.1}, compression {:.1})",
            built.pages,
            options.out.display(),
            begun.elapsed().as_secs_f64(),
            built.rendering.as_secs_f64(),
            built.pictures.as_secs_f64(),
            built.compression.as_secs_f64(),
        );
        Ok(())
    })
}
