//! What the pages need beside their text: scripts, styles, icons, the program with its data.

use super::custom_section;
use super::output::Output;
use super::ranges;
use super::shell::Shell;
use super::{Error, Options};
use crate::bundle::{Bundle, CheckFiles, Deployment, SECTION};
use crate::check::{CheckData, Links};
use crate::color;
use crate::plan::verify::Ledger;
use crate::plan::{Motif, Plan};
use crate::quantity::Lang;
use crate::route::{Address, Page};
use crate::site::search;
use crate::site::server::{HASH_DIGITS, SERVICE_WORKER};
use crate::site::source::{Bilingual, hex};
use crate::text::List;
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256, Sha384};

/// The files that documents refer to.
pub struct Assets {
    pub head: Asset,
    pub styles: Asset,
    /// The face of numerals, which the styles ask for.
    pub numerals: Asset,
    /// What lies at the foot of the opening.
    pub ranges: Asset,
    pub boot: Asset,
    pub program_js: Asset,
    pub program_wasm: Asset,
    /// The program that checks a reader's text, and the worker around it.
    pub check_wasm: Asset,
    pub check_worker: Asset,
    /// The script and the styles of widgets.
    pub widget_js: Asset,
    pub widget_css: Asset,
    /// Where the service worker is, if pages are to open without a network.
    pub worker: Option<String>,
    /// What the program carries; pages are rendered from the same value.
    pub bundle: &'static Bundle,
}

/// A file named after its content.
pub struct Asset {
    pub name: String,
    /// The value of an `integrity` attribute.
    pub integrity: String,
}

impl Asset {
    pub fn write(name: &str, ending: &str, bytes: &[u8], output: &mut Output) -> Result<Asset, Error> {
        let name = format!("{name}-{}.{ending}", &hex(&Sha256::digest(bytes))[..HASH_DIGITS]);
        output.write(&name, bytes)?;
        Ok(Asset { name, integrity: format!("sha384-{}", Base64::encode_string(&Sha384::digest(bytes))) })
    }

    /// The path on the host.
    pub fn url(&self, address: Address) -> String {
        address.under(&format!("/{}", self.name))
    }
}

impl Assets {
    /// Names and writes what Trunk built and the site's own files, with the plan in the programs.
    pub fn write(plan: &Bilingual, shell: &Shell, options: &Options, output: &mut Output) -> Result<Assets, Error> {
        let address = options.address();
        output.write(ICON_FILE, icon(plan.zh.site.motif).as_bytes())?;
        let palette = color::palette(":root").ok_or(Error::Tokens)?;
        let ranges = Asset::write("ranges", "svg", ranges::ranges(&palette, plan.zh.site.motif).as_bytes(), output)?;
        let scripts = ["program", "head", "boot", "widget", "worker"].map(str::to_owned);
        let headers =
            crate::site::server::headers_file(options.address().public_url.as_str(), &pages(plan.zh), &scripts);
        output.write("_headers", headers.as_bytes())?;

        let check = custom_section::append(&shell.file("check_bg.wasm")?, SECTION, &check_data(plan, address).encode());
        let check = Asset::write("check", "wasm", &check, output)?;
        // The program's glue and what is around it are one file: a worker starts with one.
        let worker = [shell.file("check.js")?, b"\n".to_vec(), shell.file("worker.js")?].concat();
        let worker = Asset::write("worker", "js", &worker, output)?;

        let bundle: &'static Bundle = Box::leak(Box::new(Bundle {
            plans: plan.plans,
            search: search::table(&plan.plans),
            deployment: Deployment {
                address,
                frozen: false,
                ranges: ranges.url(address).into(),
                check: CheckFiles {
                    worker: worker.url(address).into(),
                    wasm: check.url(address).into(),
                    wasm_integrity: check.integrity.clone().into(),
                },
                heights: List::from_iter(super::height::all(plan)),
            },
        }));
        let program = custom_section::append(&shell.file(&shell.wasm)?, SECTION, &bundle.encode());
        let mut asset = |name: &str, ending: &str, bytes: &[u8]| Asset::write(name, ending, bytes, output);
        let numerals = asset("numerals", "woff2", include_bytes!("../../../styles/numerals.woff2"))?;
        let styles = shell.text("site.css")?.replace("numerals.woff2", &numerals.name);
        Ok(Assets {
            head: asset("head", "js", &shell.file("head.js")?)?,
            ranges,
            check_wasm: check,
            check_worker: worker,
            styles: asset("site", "css", styles.as_bytes())?,
            numerals,
            boot: asset("boot", "js", &shell.file("boot.js")?)?,
            program_js: asset("program", "js", &shell.file(&shell.js)?)?,
            program_wasm: asset("program", "wasm", &program)?,
            widget_js: asset("widget", "js", &shell.file("widget.js")?)?,
            widget_css: asset("widget", "css", &shell.file("widget.css")?)?,
            worker: options.offline.then(|| address.under(&format!("/{SERVICE_WORKER}"))),
            bundle,
        })
    }
}

/// What the check program carries.
fn check_data(plan: &Bilingual, address: Address) -> CheckData {
    CheckData { ledger: Ledger::of(plan), links: Lang::ALL.map(|lang| Links::of(plan.in_lang(lang), address)) }
}

/// The paths under the base of all pages but the widgets.
fn pages(plan: &Plan) -> Vec<String> {
    let pages = Page::all(plan).into_iter().filter(|page| !matches!(page, Page::Embed(_)));
    let paths = pages.flat_map(|page| Lang::ALL.map(|lang| page.path(plan, lang)));
    paths.map(|path| path.trim_start_matches('/').to_owned()).collect()
}

pub const ICON_FILE: &str = "icon.svg";

/// The site's sign.
pub const fn icon(motif: Motif) -> &'static str {
    match motif {
        Motif::Batik => include_str!("../../../styles/icon.svg"),
        Motif::Waves => include_str!("../../../styles/icon-waves.svg"),
    }
}
