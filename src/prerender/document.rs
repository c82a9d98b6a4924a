use super::assets::Assets;
use super::{Error, Options};
use crate::plan::Plan;
use crate::quantity::Lang;
use crate::route::Page;
use std::fmt::Write;
use std::path::Path;

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
            // The check's files have fixed names in the shell and hashed ones in the site.
            let other = name != js && name != wasm && !name.starts_with("check");
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
        Ok(Shell { template: format!("{before}{after}"), js: js.to_owned(), wasm: wasm.to_owned(), modules, files })
    }

    /// A complete document around the rendered `html` of a page.
    pub fn document(&self, plan: &Plan, page: Page, html: &str, assets: &Assets, options: &Options) -> String {
        let base = &options.public_url;
        let file = assets.figures(plan.lang);
        let app = format!(
            "<div id=\"app\" data-js=\"{base}{}\" data-wasm=\"{base}{}\" data-wasm-hash=\"{}\" \
             data-figures=\"{base}{}\" data-figures-hash=\"{}\">{html}</div>",
            assets.js.name, assets.wasm.name, assets.wasm.integrity, file.name, file.integrity
        );
        let app = assets.modules.iter().fold(app, |app, (name, asset)| {
            let by_name = format!("data-module=\"{name}\"");
            app.replace(&by_name, &format!("data-module=\"{base}{}\"", asset.name))
        });
        self.template
            .replace("lang=\"zh-CN\"", &format!("lang=\"{}\"", plan.lang.tag()))
            .replace("=\"/", &format!("=\"{base}"))
            .replace(HEAD, &head(plan, page, options))
            .replacen(APP, &app, 1)
    }
}

const HEAD: &str = "<!--head-->";
const APP: &str = "<!--app-->";

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
    line("<meta name=\"color-scheme\" content=\"light dark\">".to_owned());
    let _ = write!(head, "<link rel=\"icon\" type=\"image/svg+xml\" href=\"{}icon.svg\">", options.public_url);
    head
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
