use super::check::CheckAssets;
use super::document::Shell;
use super::output::Output;
use super::{Error, Options, cloth};
use crate::figure::wire;
use crate::plan::source::{Bilingual, hex};
use crate::quantity::Lang;
use crate::route::Page;
use crate::theme;
use crate::view::drawings;
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256, Sha384};
use std::collections::BTreeSet;

/// The files that pages refer to.
pub struct Assets {
    pub js: Asset,
    pub wasm: Asset,
    /// The mountains of the opening.
    pub cloth: Asset,
    /// The script and the styles of widgets.
    pub widget_js: Asset,
    pub widget_css: Asset,
    figures: [Asset; 2],
    /// Modules of single parts of pages, by the name in `data-module`.
    pub modules: Vec<(String, Asset)>,
    check: [CheckAssets; 2],
}

/// A file named after its content.
pub struct Asset {
    pub name: String,
    /// The value of an `integrity` attribute.
    pub integrity: String,
}

impl Asset {
    pub fn write(name: &str, ending: &str, bytes: &[u8], output: &mut Output) -> Result<Asset, Error> {
        let name = format!("{name}-{}.{ending}", &hex(&Sha256::digest(bytes))[..16]);
        output.write(&name, bytes)?;
        Ok(Asset { name, integrity: format!("sha384-{}", Base64::encode_string(&Sha384::digest(bytes))) })
    }
}

impl Assets {
    /// Copies the shell's files and writes the figures and the site's own.
    pub fn write(plan: &Bilingual, shell: &Shell, options: &Options, output: &mut Output) -> Result<Assets, Error> {
        let read = |name: &str| shell_file(options, name);
        for name in &shell.files {
            output.write(name, &read(name)?)?;
        }
        output.write("icon.svg", ICON.as_bytes())?;
        let palette = theme::palette(":root").ok_or(Error::Tokens)?;
        let cloth = Asset::write("ranges", "svg", cloth::ranges(&palette).as_bytes(), output)?;
        let own = ["program", "head", "boot", "widget", "check-worker"].map(str::to_owned);
        let scripts: Vec<String> = own.into_iter().chain(shell.modules.iter().cloned()).collect();
        let headers = crate::serve::headers_file(&options.public_url, &framed_by_us(plan), &scripts);
        output.write("_headers", headers.as_bytes())?;
        let mut figures = |lang: Lang| {
            let plan = plan.in_lang(lang);
            Asset::write(&format!("figures-{}", lang.code()), "bin", &wire::encode(&drawings(plan)), output)
        };
        let figures = [figures(Lang::Zh)?, figures(Lang::En)?];
        let mut modules = Vec::new();
        for name in &shell.modules {
            let bytes = read(&format!("modules/{name}.js"))?;
            modules.push((name.clone(), Asset::write(name, "js", &bytes, output)?));
        }
        Ok(Assets {
            js: Asset::write("program", "js", &read(&shell.js)?, output)?,
            wasm: Asset::write("program", "wasm", &read(&shell.wasm)?, output)?,
            cloth,
            widget_js: Asset::write("widget", "js", &read("widget.js")?, output)?,
            widget_css: Asset::write("widget", "css", &read("widget.css")?, output)?,
            figures,
            modules,
            check: [
                CheckAssets::write(plan, Lang::Zh, options, output)?,
                CheckAssets::write(plan, Lang::En, options, output)?,
            ],
        })
    }

    pub fn figures(&self, lang: Lang) -> &Asset {
        let [zh, en] = &self.figures;
        lang.pick(zh, en)
    }

    pub fn check(&self, lang: Lang) -> &CheckAssets {
        let [zh, en] = &self.check;
        lang.pick(zh, en)
    }
}

/// A file of the shell.
pub fn shell_file(options: &Options, name: &str) -> Result<Vec<u8>, Error> {
    let path = options.shell.join(name);
    std::fs::read(&path).map_err(|error| Error::File { path, error })
}

/// The paths of all pages but the widgets, as a host's rules for headers name them.
fn framed_by_us(plan: &Bilingual) -> Vec<String> {
    let mut paths = BTreeSet::new();
    for lang in Lang::ALL {
        for page in Page::all(plan.zh).into_iter().filter(|page| !matches!(page, Page::Embed(_))) {
            let path = page.path(plan.zh, lang);
            let under = path.trim_start_matches('/');
            let start = under.strip_prefix("en/").unwrap_or(under);
            let prefix = &under[..under.len() - start.len()];
            paths.insert(match start.split_once('/') {
                Some((folder, _)) => format!("{prefix}{folder}/*"),
                None => under.to_owned(),
            });
        }
    }
    paths.into_iter().collect()
}

pub const ICON: &str = include_str!("../../styles/icon.svg");
