//! From a plan and the shell that Trunk built to a whole static site.

mod archive;
mod assets;
mod compress;
mod custom_section;
mod document;
mod embed;
mod feed;
mod frozen;
mod height;
mod meta;
mod offline;
mod output;
mod pictures;
mod ranges;
mod render;
mod shell;
mod structured_data;
mod sums;

use crate::app::{App, AppProps, SiteContext, widget};
use crate::bundle::BundleRef;
use crate::color;
use crate::head::{ATOM, JSON_FEED, manifest_file};
use crate::quantity::Lang;
use crate::route::{Address, Page, VERSION_FILE, workbook_file};
use crate::site::open::{BOM, Document, Table, workbook};
use crate::site::picture;
use crate::site::source;
pub use structured_data::document_head;

use assets::Assets;
use clap::{ArgAction, Args};
pub use feed::{atom, json_feed};
use output::Output;
use shell::Shell;
use std::fmt;
use std::io;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use thiserror::Error;

/// What to build, from what, for where.
#[derive(Debug, Clone, Args)]
pub struct Options {
    /// Folder with the plan's data files.
    #[arg(long, value_name = "DIR", default_value_os_t = Options::default().data)]
    pub data: PathBuf,
    /// Folder with the shell that Trunk built.
    #[arg(long, value_name = "DIR", default_value_os_t = Options::default().shell)]
    pub shell: PathBuf,
    /// Folder to write: a new or an empty one, or one that a build made; there, what is not part of the site is removed.
    #[arg(long, value_name = "DIR", default_value_os_t = Options::default().out)]
    pub out: PathBuf,
    /// Path under which the site is served, with a slash at both ends.
    #[arg(long, value_name = "PATH", default_value_t = Options::default().public_url)]
    pub public_url: String,
    /// Scheme and host of the public site, without a slash at the end.
    #[arg(long, value_name = "URL", default_value_t = Options::default().site_url)]
    pub site_url: String,
    /// Folder that keeps a copy of each version of the data, one archive each; the site then has all of them.
    #[arg(long, value_name = "DIR")]
    pub frozen: Option<PathBuf>,
    /// Writes no brotli and gzip files beside the others.
    #[arg(long = "no-compress", action = ArgAction::SetFalse)]
    pub compress: bool,
    /// Draws no pictures and writes no downloads of figures, nor the copy of this version, which has them.
    #[arg(long = "no-pictures", action = ArgAction::SetFalse)]
    pub pictures: bool,
    /// Keeps nothing on readers' devices, and clears up what was kept there.
    #[arg(long = "no-offline", action = ArgAction::SetFalse)]
    pub offline: bool,
}

impl Default for Options {
    /// The project's own plan, for this machine.
    fn default() -> Options {
        Options {
            data: "data".into(),
            shell: "target/shell".into(),
            out: "dist".into(),
            public_url: "/".to_owned(),
            site_url: "http://localhost:8080".to_owned(),
            frozen: None,
            compress: true,
            pictures: true,
            offline: true,
        }
    }
}

#[derive(Debug, Error)]
pub enum Error {
    #[error("{0}")]
    Plan(#[from] source::Report),
    #[error("{path}: {error}")]
    File { path: PathBuf, error: io::Error },
    #[error("{0} has files that no build made; name a new or an empty folder to write the site into, as in DIST=dist")]
    Taken(PathBuf),
    #[error("{0} has no {1}; run `make build`, which has Trunk make the shell first")]
    Shell(PathBuf, &'static str),
    #[error("styles/tokens.css lacks a value for a token in its first rule; src/color.rs names the tokens")]
    Tokens,
    #[error(transparent)]
    Picture(#[from] picture::Error),
    #[error("an archive cannot be packed or read: {0}")]
    Archive(#[from] zip::result::ZipError),
    #[error("the workbook cannot be made: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    #[error("PUBLIC_URL is `{0}`; it must start and end with a slash and hold none of ? # \\ //, as in /bijie/")]
    PublicUrl(String),
    #[error("SITE_URL is `{0}`; it must be a scheme and a host without a slash at the end, as in https://example.org")]
    SiteUrl(String),
}

impl Options {
    pub fn address(&self) -> Address {
        Address::new(&self.site_url, &self.public_url)
    }

    /// What is to be known of a site for this machine alone.
    pub const FOR_THIS_MACHINE_ALONE: &str = "Every absolute address in it (previews, feeds, sitemap, QR codes, code for articles) names this machine; for a site \
         that others open: make build SITE_URL=https://your.host";

    /// Whether a release names this machine where readers elsewhere would look for the site. What is packed is meant for
    /// them; `make serve` packs nothing.
    pub fn is_for_this_machine_alone(&self) -> bool {
        let host = self.site_url.split_once("://").map_or("", |(_, host)| host);
        let name = if host.starts_with('[') { host } else { host.split(':').next().unwrap_or_default() };
        self.compress && (name == "localhost" || name.starts_with("127.") || name.starts_with("[::1]"))
    }

    fn check(&self) -> Result<(), Error> {
        let path = &self.public_url;
        let folders = path.split('/').filter(|folder| [".", ".."].contains(folder)).count();
        let is_path = path.starts_with('/') && path.ends_with('/') && !path.contains("//") && folders == 0;
        if !is_path || path.contains(['?', '#', '\\']) || path.contains(char::is_control) {
            return Err(Error::PublicUrl(path.clone()));
        }
        let host = self.site_url.strip_prefix("https://").or(self.site_url.strip_prefix("http://"));
        if !host.is_some_and(|host| !host.is_empty() && !host.contains(['/', '"', '<', '?', '#'])) {
            return Err(Error::SiteUrl(self.site_url.clone()));
        }
        Ok(())
    }
}

/// What was built, and what took how long.
#[derive(Debug, Clone, Copy)]
pub struct Built {
    pub pages: usize,
    pub total: Duration,
    /// Rendering and writing every page.
    pub rendering: Duration,
    pub pictures: Duration,
    pub compression: Duration,
}

impl fmt::Display for Built {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = |took: Duration| format!("{:.1} s", took.as_secs_f64());
        write!(
            f,
            "{} pages in {} (pages {}, pictures {}, compression {})",
            self.pages,
            seconds(self.total),
            seconds(self.rendering),
            seconds(self.pictures),
            seconds(self.compression)
        )
    }
}

/// What `work` gives, and how long it takes.
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    (work(), begun.elapsed())
}

/// Each table once for programs, once for Excel, and what its columns are; both as a workbook.
fn write_tables(open: &Document, address: Address, output: &mut Output) -> Result<(), Error> {
    let tables = [
        ("figures", Table::figures(open, &open.figures)),
        ("commitments", Table::commitments(open, &open.commitments)),
        ("since", Table::since(open, &open.since)),
    ];
    for (name, table) in tables {
        let (file, text) = (format!("data/{name}.csv"), table.csv());
        let described = table.described(&address.url(&format!("/{file}")), &format!("{} · {name}", open.title.en));
        output.write(&file, text.as_bytes())?;
        output.write(&format!("data/{name}-excel.csv"), [BOM, &text].concat().as_bytes())?;
        output.write(&format!("{file}-metadata.json"), described.as_bytes())?;
    }
    for lang in Lang::ALL {
        output.write(workbook_file(lang).trim_start_matches('/'), &workbook(open, lang)?)?;
    }
    Ok(())
}

/// Builds the site.
pub fn build(options: &Options) -> Result<Built, Error> {
    let begun = Instant::now();
    options.check()?;
    let plan = source::load(&options.data)?;
    let shell = Shell::read(options)?;
    let mut output = Output::open(&options.out, &options.shell)?;
    let assets = Assets::write(&plan, &shell, options, &mut output)?;
    let address = options.address();
    let open = Document::of(&plan, address);
    output.write("data/plan.json", open.json().as_bytes())?;
    let version_file = VERSION_FILE.trim_start_matches('/');
    output.write(version_file, format!("{}\n", plan.zh.version.as_str()).as_bytes())?;
    write_tables(&open, address, &mut output)?;
    let palette = color::palette(":root").ok_or(Error::Tokens)?;
    let (drawn, pictures) = timed(|| match options.pictures {
        true => pictures::write(&plan, &open, address, &palette, assets::icon(plan.zh.site.motif), &mut output),
        false => Ok(()),
    });
    drawn?;
    // Archives and the copy of the version hold downloads.
    if options.pictures {
        archive::write(&plan, &open, address, &mut output)?;
    }
    output.write("sitemap.xml", meta::sitemap(plan.zh, address).as_bytes())?;
    output.write("robots.txt", meta::robots(address).as_bytes())?;
    for lang in Lang::ALL {
        let plan_in_lang = plan.in_lang(lang);
        for (feed, text) in
            [(JSON_FEED, feed::json_feed(plan_in_lang, address)), (ATOM, feed::atom(plan_in_lang, address))]
        {
            output.write(feed.file(lang).trim_start_matches('/'), text.as_bytes())?;
        }
        let name = manifest_file(lang).trim_start_matches('/');
        output.write(name, meta::manifest(plan.in_lang(lang), address, &palette).as_bytes())?;
    }
    let (pages, rendering) = timed(|| write_pages(&assets, address, &mut output));
    let pages = pages?;
    if options.pictures {
        frozen::write(&assets, options, &mut output)?;
    }
    embed::write(&shell, &assets, options, &mut output)?;
    offline::write(&shell, &assets, options, &mut output)?;
    let written = output.finish()?;
    let (compressed, compression) =
        timed(|| if options.compress { compress::all(&written, &options.out.join("v")) } else { Ok(()) });
    compressed?;
    sums::write(&options.out, &written)?;
    Ok(Built { pages, total: begun.elapsed(), rendering, pictures, compression })
}

/// Renders every page in both languages. Returns how many there are.
fn write_pages(assets: &Assets, address: Address, output: &mut Output) -> Result<usize, Error> {
    let bundle = BundleRef(assets.bundle);
    let mut pages = 0;
    for lang in Lang::ALL {
        let plan = bundle.plan(lang);
        for page in Page::all(plan) {
            let content = match page {
                Page::Embed(of) => Some(widget(&SiteContext { bundle, lang, page }, of)),
                _ => None,
            };
            let html = render::html::<App>(AppProps { bundle, lang, page, root: None, content });
            let document = document::document(document_head(plan, page, address), page, html, assets, address);
            output.write(&page.file(plan, lang), document.as_bytes())?;
            pages += 1;
        }
        // A promise with a number has its figure's page, and leads there from its address as a promise.
        for (path, page) in Page::other_addresses(plan, lang) {
            let file = format!("{}index.html", path.trim_start_matches('/'));
            output.write(&file, document::lead_on(plan, page, address).as_bytes())?;
        }
    }
    Ok(pages)
}
