//! What stands in other sites' pages: the documents of widgets, the script of `<plan-figure>`, the oEmbed files.

use super::assets::Assets;
use super::document::{Shell, app, escape};
use super::output::Output;
use super::{Error, Options};
use crate::embed::{Snippet, table};
use crate::plan::Plan;
use crate::plan::source::Bilingual;
use crate::quantity::Lang;
use crate::route::{OEMBED, Page, Widget};
use serde_json::json;

/// Files of the shell that pages do not refer to by the names they have there.
pub const EMBED_FILES: [&str; 3] = ["embed.js", "widget.js", "widget.css"];

/// What the build puts into `embed.js`.
const HOME: &str = "__HOME__";
const HEIGHTS: &str = "__HEIGHTS__";

/// The width that the oEmbed files give; the frame is as wide as its column.
const OEMBED_WIDTH_CSS_PX: u32 = 640;
const OEMBED_SECONDS: u32 = 86_400;

/// A complete document around the rendered `html` of a widget. It asks for two files: its styles, and the script that
/// tells its height and, at the reader's first touch, fetches the program. Both are asked for as from another origin:
/// in a sandbox the document has none of its own.
pub fn document(plan: &Plan, widget: Widget, html: &str, shell: &Shell, assets: &Assets, options: &Options) -> String {
    let base = &options.public_url;
    let page = Page::Embed(widget);
    let (script, styles) = (&assets.widget_js, &assets.widget_css);
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n  <head>\n    <meta charset=\"utf-8\">\n    \
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n    \
         <title>{}</title>\n    <meta name=\"description\" content=\"{}\">\n    \
         <meta name=\"robots\" content=\"noindex\">\n    <link rel=\"canonical\" href=\"{}\">\n    {}\n    \
         <meta name=\"color-scheme\" content=\"light dark\">\n    \
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"{base}icon.svg\">\n    \
         <script src=\"{base}{}\" integrity=\"{}\" crossorigin data-boot=\"{base}{}\"></script>\n    \
         <link rel=\"stylesheet\" href=\"{base}{}\" integrity=\"{}\" crossorigin>\n  </head>\n  \
         <body>\n    {}\n  </body>\n</html>\n",
        plan.lang.tag(),
        escape(&page.title(plan)),
        escape(&page.description(plan)),
        absolute(plan, widget.page(), options),
        oembed_link(plan, widget, options),
        script.name,
        script.integrity,
        shell.boot,
        styles.name,
        styles.integrity,
        app(plan, html, assets, options),
    )
}

/// Leads sites that embed what is linked to from a page to its oEmbed file.
pub fn oembed_link(plan: &Plan, widget: Widget, options: &Options) -> String {
    format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}{OEMBED}\" title=\"{}\">",
        absolute(plan, widget.page(), options),
        escape(&widget.page().heading(plan))
    )
}

/// Writes the files beside the documents.
pub fn write(plan: &Bilingual, shell: &Shell, options: &Options, output: &mut Output) -> Result<(), Error> {
    let home = format!("{}{}", options.site_url, options.public_url);
    let script = shell.text("embed.js")?.replace(HOME, &home).replace(HEIGHTS, &table(plan));
    output.write("embed.js", script.as_bytes())?;
    for lang in Lang::ALL {
        let plan = plan.in_lang(lang);
        for widget in Widget::all(plan) {
            let snippet = Snippet { plan, widget, home: &home };
            let description = json!({
                "type": "rich",
                "version": "1.0",
                "title": snippet.title(),
                "provider_name": plan.site.name.as_str(),
                "provider_url": absolute(plan, Page::Story, options),
                "cache_age": OEMBED_SECONDS,
                "width": OEMBED_WIDTH_CSS_PX,
                "height": snippet.height_css_px(),
                "html": snippet.plain(),
                // Beyond the specification, for our own builder.
                "element": snippet.element(),
            });
            let beside = format!("{}{OEMBED}", widget.page().path(plan, lang));
            output.write(beside.trim_start_matches('/'), description.to_string().as_bytes())?;
        }
    }
    Ok(())
}

fn absolute(plan: &Plan, page: Page, options: &Options) -> String {
    format!("{}{}{}", options.site_url, options.public_url.trim_end_matches('/'), page.path(plan, plan.lang))
}
