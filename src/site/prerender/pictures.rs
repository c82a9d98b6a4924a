//! The files beside pages: pictures for links, posters, downloads of figures, icons.

use super::Error;
use super::output::Output;
use crate::color::Palette;
use crate::plan::{Plan, Ref};
use crate::quantity::Lang;
use crate::route::{Address, Page, PageFile};
use crate::site::open::{Document, Table};
use crate::site::picture::{PngRenderer, Sheet, SheetContext, SheetSubject};
use crate::site::source::Bilingual;
use rayon::prelude::*;
use std::path::Path;

/// Where set-up puts the fonts, and where pictures are kept from build to build.
const FONTS: &str = "node_modules/@expo-google-fonts";
const KEPT: &str = "target/pictures";

/// Sizes of the icons in pixels, by their files' names.
pub const ICONS: [(&str, f32); 3] = [("icon-192.png", 192.0), ("icon-512.png", 512.0), ("apple-touch-icon.png", 180.0)];
/// The side of the icon as it is drawn.
const ICON_SIDE: f32 = 32.0;

/// A PNG to be made.
struct Job {
    file: String,
    svg: String,
    scale: f32,
}

/// Writes every picture and every download.
pub fn write(
    plan: &Bilingual,
    open: &Document,
    address: Address,
    palette: &Palette,
    icon: &str,
    output: &mut Output,
) -> Result<(), Error> {
    let mut jobs: Vec<Job> = ICONS
        .iter()
        .map(|(name, side)| Job { file: (*name).to_owned(), svg: icon.to_owned(), scale: side / ICON_SIDE })
        .collect();
    for lang in Lang::ALL {
        let plan = plan.in_lang(lang);
        for (page, subject) in subjects(plan) {
            let link = address.url(&page.path(plan, lang));
            let frozen = address.frozen(Page::Story, plan, Lang::Zh);
            let context = SheetContext { plan, palette, address: &link, frozen: &frozen };
            let file = |what: PageFile| what.path(page, plan, lang).map(|path| path.trim_start_matches('/').to_owned());
            for (what, sheet, scale) in [
                (PageFile::Social, Sheet::Social, PageFile::social_px(page).0 as f32 / Sheet::SOCIAL_WIDTH as f32),
                (
                    PageFile::Poster,
                    if matches!(page, Page::Card(_) | Page::FollowUps) { Sheet::Card } else { Sheet::Poster },
                    1.0,
                ),
                (PageFile::Png, Sheet::Chart, 2.0),
            ] {
                jobs.extend(file(what).map(|file| Job { file, svg: sheet.svg(subject, context), scale }));
            }
            if let Some(file) = file(PageFile::Svg) {
                output.write(&file, Sheet::Chart.svg(subject, context).as_bytes())?;
            }
            let png = file(PageFile::FollowUpsPng);
            if let (Some(file), Page::Figure(figure)) = (file(PageFile::FollowUpsSvg), page) {
                let svg = Sheet::Chart.svg(SheetSubject::FigureFollowUps(figure), context);
                output.write(&file, svg.as_bytes())?;
                jobs.extend(png.map(|file| Job { file, svg, scale: 2.0 }));
            }
            if let (Some(file), Page::Figure(figure)) = (file(PageFile::Csv), page) {
                let record = open.figures.iter().filter(|record| record.id == plan.id_of(figure));
                output.write(&file, Table::figures(open, record).csv().as_bytes())?;
            }
        }
    }
    let studio = PngRenderer::open(Path::new(FONTS), Path::new(KEPT))?;
    let pictures: Vec<_> = jobs.par_iter().map(|job| studio.png(&job.svg, job.scale)).collect();
    for (job, bytes) in jobs.iter().zip(pictures) {
        output.write(&job.file, &bytes?)?;
    }
    Ok(())
}

/// The pages with a picture of their own.
fn subjects(plan: &Plan) -> Vec<(Page, SheetSubject)> {
    let pillars = Ref::all(&plan.pillars).map(|pillar| (Page::Pillar(pillar), SheetSubject::Pillar(pillar)));
    let figures = Ref::all(&plan.figures).map(|figure| (Page::Figure(figure), SheetSubject::Figure(figure)));
    let cards = Page::all(plan).into_iter().filter_map(|page| match page {
        Page::Card(pillar) => Some((page, SheetSubject::Card(pillar))),
        Page::FollowUps => Some((page, SheetSubject::FollowUps)),
        _ => None,
    });
    let promises = Ref::all(&plan.commitments).map(|promise| (Page::Promise(promise), SheetSubject::Promise(promise)));
    [(Page::Story, SheetSubject::Story)]
        .into_iter()
        .chain(pillars)
        .chain(figures)
        .chain(promises)
        .chain(cards)
        .collect()
}
