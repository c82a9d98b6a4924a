use super::assets::Assets;
use super::embed::{EMBED_FILES, oembed_link};
use super::{Error, Options, meta};
use crate::open::Address;
use crate::plan::Plan;
use crate::quantity::Lang;
use crate::route::{Page, Widget};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The document that Trunk built, with places for a head and a body.
pub struct Shell {
    template: String,
    /// Names in the shell of the program and its glue.
    pub js: String,
    pub wasm: String,
    /// Names of the modules of single parts of pages.
    pub modules: Vec<String>,
    /// The other files of the shell but the document itself.
    pub files: Vec<String>,
    /// Name of the script among them that starts the program.
    pub boot: String,
    folder: PathBuf,
}

impl Shell {
    pub fn read(folder: &Path) -> Result<Shell, Error> {
        let index = folder.join("index.html");
        let template = std::fs::read_to_string(&index).map_err(|_| Error::Shell(folder.to_owned(), "index.html"))?;
        let (before, rest) =
            template.split_once("<!--program ").ok_or_else(|| Error::Shell(index.clone(), "<!--program …--> mark"))?;
        let (program, after) =
            rest.split_once("-->").ok_or_else(|| Error::Shell(index.clone(), "<!--program …--> mark"))?;
        let (js, wasm) =
            program.split_once(' ').ok_or_else(|| Error::Shell(index.clone(), "names in its <!--program …--> mark"))?;
        for mark in [HEAD, APP] {
            if !template.contains(mark) {
                return Err(Error::Shell(index, mark));
            }
        }
        let failed = |error| Error::File { path: folder.to_owned(), error };
        let mut files = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(failed)? {
            let name = entry.map_err(failed)?.file_name().to_string_lossy().into_owned();
            // The check's and the widgets' files have fixed names in the shell and other ones in the site.
            let other =
                name != js && name != wasm && !name.starts_with("check") && !EMBED_FILES.contains(&name.as_str());
            if other && [".js", ".css"].iter().any(|ending| name.ends_with(ending)) {
                files.push(name);
            }
        }
        files.sort();
        let mut modules = Vec::new();
        for entry in std::fs::read_dir(folder.join("modules")).map_err(failed)? {
            let name = entry.map_err(failed)?.file_name().to_string_lossy().into_owned();
            modules.extend(name.strip_suffix(".js").map(str::to_owned));
        }
        modules.sort();
        let boot = files.iter().find(|name| name.starts_with("boot-")).cloned();
        Ok(Shell {
            template: format!("{before}{after}"),
            js: js.to_owned(),
            wasm: wasm.to_owned(),
            modules,
            boot: boot.ok_or_else(|| Error::Shell(folder.to_owned(), "boot script"))?,
            files,
            folder: folder.to_owned(),
        })
    }

    /// The text of a file of the shell.
    pub fn text(&self, name: &str) -> Result<String, Error> {
        let path = self.folder.join(name);
        std::fs::read_to_string(&path).map_err(|error| Error::File { path, error })
    }

    /// A complete document around the rendered `html` of a page.
    pub fn document(&self, plan: &Plan, page: Page, html: &str, assets: &Assets, options: &Options) -> String {
        let base = &options.public_url;
        self.template
            .replace("lang=\"zh-CN\"", &format!("lang=\"{}\"", plan.lang.tag()))
            .replace("=\"/", &format!("=\"{base}"))
            .replace(HEAD, &head(plan, page, options))
            .replacen(APP, &app(plan, html, assets, options), 1)
    }
}

const HEAD: &str = "<!--head-->";
const APP: &str = "<!--app-->";

/// The content of a page, with the addresses of the program that brings it to life.
pub fn app(plan: &Plan, html: &str, assets: &Assets, options: &Options) -> String {
    let base = &options.public_url;
    let file = assets.figures(plan.lang);
    let app = format!(
        "<div id=\"app\" data-js=\"{base}{}\" data-wasm=\"{base}{}\" data-wasm-hash=\"{}\" \
         data-figures=\"{base}{}\" data-figures-hash=\"{}\">{html}</div>",
        assets.js.name, assets.wasm.name, assets.wasm.integrity, file.name, file.integrity
    );
    assets.modules.iter().fold(app, |app, (name, asset)| {
        let by_name = format!("data-module=\"{name}\"");
        app.replace(&by_name, &format!("data-module=\"{base}{}\"", asset.name))
    })
}

fn head(plan: &Plan, page: Page, options: &Options) -> String {
    let absolute = |lang: Lang| {
        format!("{}{}{}", options.site_url, options.public_url.trim_end_matches('/'), page.path(plan, lang))
    };
    let mut head = String::new();
    let mut line = |text: String| {
        let _ = write!(head, "{text}\n    ");
    };
    line(format!("<title>{}</title>", escape(&page.title(plan))));
    line(format!("<meta name=\"description\" content=\"{}\">", escape(&page.description(plan))));
    if page == Page::NotFound {
        line("<meta name=\"robots\" content=\"noindex\">".to_owned());
    } else {
        line(format!("<link rel=\"canonical\" href=\"{}\">", absolute(plan.lang)));
        for lang in Lang::ALL {
            line(format!("<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">", lang.tag(), absolute(lang)));
        }
        line(format!("<link rel=\"alternate\" hreflang=\"x-default\" href=\"{}\">", absolute(Lang::Zh)));
    }
    if page != Page::NotFound {
        let address = Address { site_url: &options.site_url, public_url: &options.public_url };
        line(meta::tags(plan, page, &address).trim_end().to_owned());
    }
    line(format!("<link rel=\"manifest\" href=\"{}{}\">", options.public_url, meta::manifest_file(plan.lang)));
    line(format!("<link rel=\"apple-touch-icon\" href=\"{}apple-touch-icon.png\">", options.public_url));
    if let Some(widget) = Widget::of(page) {
        line(oembed_link(plan, widget, options));
    }
    line("<meta name=\"color-scheme\" content=\"light dark\">".to_owned());
    let _ = write!(head, "<link rel=\"icon\" type=\"image/svg+xml\" href=\"{}icon.svg\">", options.public_url);
    head
}

pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
