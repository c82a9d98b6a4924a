//! The files for sites that embed widgets: the script of `<plan-figure>`, and an oEmbed file beside each page.

use super::assets::Assets;
use super::height;
use super::output::Output;
use super::shell::Shell;
use super::{Error, Options};
use crate::quantity::Lang;
use crate::route::{OEMBED, Page, PageFile, Widget};
use crate::snippet::{Options as Choice, Snippet};
use serde_json::json;

/// What the build puts into `embed.js`.
const HOME: &str = "__HOME__";
const HEIGHTS: &str = "__HEIGHTS__";

/// The width that the oEmbed files give; the frame is as wide as its column.
const OEMBED_WIDTH_CSS_PX: u32 = 640;
const OEMBED_SECONDS: u32 = 86_400;

/// Writes the files beside the documents.
pub fn write(shell: &Shell, assets: &Assets, options: &Options, output: &mut Output) -> Result<(), Error> {
    let address = options.address();
    let deployment = assets.bundle.deployment;
    let zh = assets.bundle.plan(Lang::Zh);
    let script = shell
        .text("embed.js")?
        .replace(HOME, &address.url("/"))
        .replace(HEIGHTS, &height::table(zh, &deployment.heights));
    output.write("embed.js", script.as_bytes())?;
    for lang in Lang::ALL {
        let plan = assets.bundle.plan(lang);
        for widget in Widget::all(plan) {
            let heights = deployment.heights[widget.height_position(plan)][lang as usize];
            let (width, height) = PageFile::social_px(widget.page());
            let snippet = Snippet { plan, widget, address, heights, options: Choice::default() };
            let description = json!({
                "type": "rich",
                "version": "1.0",
                "title": snippet.title(),
                "provider_name": plan.site.name.as_str(),
                "provider_url": address.page(Page::Story, plan, lang),
                "cache_age": OEMBED_SECONDS,
                "width": OEMBED_WIDTH_CSS_PX,
                "height": snippet.height_css_px(),
                "html": snippet.plain(),
                "thumbnail_url": PageFile::Social.path(widget.page(), plan, lang).map(|path| address.url(&path)),
                "thumbnail_width": width,
                "thumbnail_height": height,
            });
            let beside = format!("{}{OEMBED}", widget.page().path(plan, lang));
            output.write(beside.trim_start_matches('/'), description.to_string().as_bytes())?;
        }
    }
    Ok(())
}
