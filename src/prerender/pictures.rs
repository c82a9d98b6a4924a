//! The files beside pages: pictures for links, posters, downloads of figures, icons.

use super::Error;
use super::output::Output;
use crate::open::{Address, Document, csv};
use crate::picture::{Ground, Sheet, Studio, Topic};
use crate::plan::source::Bilingual;
use crate::plan::{Plan, Ref};
use crate::quantity::Lang;
use crate::route::{Beside, Page};
use crate::theme::Palette;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

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
    address: &Address,
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
        for (page, topic) in topics(plan) {
            let link = address.of(&page.path(plan, lang));
            let ground = Ground { plan, palette, address: &link };
            let file = |what: Beside| what.path(page, plan, lang).map(|path| path.trim_start_matches('/').to_owned());
            for (what, sheet, scale) in [
                (Beside::Social, Sheet::Social, 1.0),
                (Beside::Poster, Sheet::Poster, 1.0),
                (Beside::Png, Sheet::Chart, 2.0),
            ] {
                jobs.extend(file(what).map(|file| Job { file, svg: sheet.svg(topic, ground), scale }));
            }
            if let Some(file) = file(Beside::Svg) {
                output.write(&file, Sheet::Chart.svg(topic, ground).as_bytes())?;
            }
            if let (Some(file), Page::Figure(figure)) = (file(Beside::Csv), page) {
                let record = open.figures.iter().filter(|record| record.id == plan.id_of(figure));
                output.write(&file, csv(record, &open.version).as_bytes())?;
            }
        }
    }
    let studio = Studio::open(Path::new(FONTS), Path::new(KEPT))?;
    for (job, bytes) in jobs.iter().zip(draw(&studio, &jobs)) {
        output.write(&job.file, &bytes?)?;
    }
    Ok(())
}

/// The pages with a picture of their own.
fn topics(plan: &Plan) -> Vec<(Page, Topic)> {
    let pillars = Ref::all(&plan.pillars).map(|pillar| (Page::Pillar(pillar), Topic::Pillar(pillar)));
    let figures = Ref::all(&plan.figures).map(|figure| (Page::Figure(figure), Topic::Figure(figure)));
    [(Page::Story, Topic::Story)].into_iter().chain(pillars).chain(figures).collect()
}

/// The pictures in the order of the jobs, made on all cores.
fn draw(studio: &Studio, jobs: &[Job]) -> Vec<Result<Vec<u8>, Error>> {
    let next = AtomicUsize::new(0);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let mut done: Vec<(usize, Result<Vec<u8>, Error>)> = std::thread::scope(|scope| {
        let handles: Vec<_> = (0..workers)
            .map(|_| {
                scope.spawn(|| {
                    let mut made = Vec::new();
                    loop {
                        let index = next.fetch_add(1, Ordering::Relaxed);
                        let Some(job) = jobs.get(index) else { return made };
                        made.push((index, studio.png(&job.svg, job.scale).map_err(Error::from)));
                    }
                })
            })
            .collect();
        handles.into_iter().flat_map(|handle| handle.join().expect("drawing does not panic")).collect()
    });
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, made)| made).collect()
}
