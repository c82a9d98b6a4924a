//! The files that belong to a page: drawings, pictures, tables, archives.

use super::Page;
use crate::plan::Plan;
use crate::quantity::Lang;

/// A file that stands beside a page and says the same in another form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageFile {
    /// The preview image (Open Graph).
    Social,
    /// The poster, with the page's address as a QR code.
    Poster,
    /// The chart with its words, as a drawing.
    Svg,
    /// The same as a PNG, at twice the resolution.
    Png,
    /// The numbers.
    Csv,
    /// All files of a pillar in one.
    Zip,
    /// The chart with what other sources say of it, where they say something.
    FollowUpsSvg,
    FollowUpsPng,
}

impl PageFile {
    /// Width and height of the preview image of `page`, in pixels. There can be thousands of promises: theirs are small.
    pub const fn social_px(page: Page) -> (u32, u32) {
        if matches!(page, Page::Promise(_)) { (600, 315) } else { (1200, 630) }
    }

    pub const fn media_type(self) -> &'static str {
        match self {
            PageFile::Social | PageFile::Poster | PageFile::Png | PageFile::FollowUpsPng => "image/png",
            PageFile::Svg | PageFile::FollowUpsSvg => "image/svg+xml",
            PageFile::Csv => "text/csv",
            PageFile::Zip => "application/zip",
        }
    }

    /// The address of the file with the data's version as a cache buster, so that no cached file is shown beside
    /// newer words. None where the page has no such file.
    pub fn versioned(self, page: Page, plan: &Plan, lang: Lang) -> Option<String> {
        self.path(page, plan, lang).map(|path| format!("{path}?v={}", plan.version.as_str()))
    }

    /// The path of the file under the base. None where the page has no such file.
    pub fn path(self, page: Page, plan: &Plan, lang: Lang) -> Option<String> {
        let id = match page {
            Page::Figure(figure)
                if matches!(self, PageFile::FollowUpsSvg | PageFile::FollowUpsPng)
                    && plan.follow_ups_of(figure).is_empty() =>
            {
                return None;
            }
            Page::Figure(figure) if self != PageFile::Zip => plan.id_of(figure),
            Page::Pillar(pillar) if matches!(self, PageFile::Social | PageFile::Poster | PageFile::Zip) => {
                plan.id_of(pillar)
            }
            Page::Card(pillar) if self == PageFile::Poster => {
                let id = pillar.map_or("plan", |pillar| plan.id_of(pillar));
                return Some(format!("{}{id}-card.png", page.path(plan, lang)));
            }
            Page::FollowUps if self == PageFile::Poster => {
                return Some(format!("{}since-poster.png", page.path(plan, lang)));
            }
            Page::Story | Page::FollowUps | Page::Promise(_) if self == PageFile::Social => {
                return Some(format!("{}social.png", page.path(plan, lang)));
            }
            _ => return None,
        };
        let file = match self {
            PageFile::Social => "social.png".to_owned(),
            PageFile::Poster => format!("{id}-poster.png"),
            PageFile::Svg => format!("{id}.svg"),
            PageFile::Png => format!("{id}.png"),
            PageFile::Csv => format!("{id}.csv"),
            PageFile::Zip => format!("{id}.zip"),
            PageFile::FollowUpsSvg => "since.svg".to_owned(),
            PageFile::FollowUpsPng => "since.png".to_owned(),
        };
        Some(format!("{}{file}", page.path(plan, lang)))
    }
}

/// What the file at `path` is called once it is downloaded: where it lies tells it from others of its name, the language and
/// the data's version from those of another page or day.
pub fn download_name(path: &str, plan: &Plan) -> String {
    let mut parts = path.split('?').next().unwrap_or(path).rsplit('/');
    let (file, folder) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
    let place = if stem.starts_with(folder) || folder == "data" { String::new() } else { format!("{folder}-") };
    format!("{place}{stem}-{}-{}.{ending}", plan.lang.pick("zh", "en"), plan.version.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::source;

    #[test]
    fn no_two_downloads_have_one_name() {
        let plans = source::load_or_panic("data");
        let mut names = std::collections::BTreeSet::new();
        let mut files = 0;
        for plan in [plans.zh, plans.en] {
            for page in Page::all(plan) {
                for file in [
                    PageFile::Svg,
                    PageFile::Png,
                    PageFile::Csv,
                    PageFile::Zip,
                    PageFile::Poster,
                    PageFile::FollowUpsSvg,
                    PageFile::FollowUpsPng,
                ] {
                    if let Some(path) = file.versioned(page, plan, plan.lang) {
                        files += 1;
                        names.insert(download_name(&path, plan));
                    }
                }
            }
        }
        assert!(files > 100 && names.len() == files, "{} names for {files} files", names.len());
        let named = download_name("/base/en/figures/parks/since.svg?v=1", plans.en);
        assert_eq!(named, format!("parks-since-en-{}.svg", plans.en.version.as_str()));
    }
}
