//! All files of a pillar in one ZIP file, for those who take them away. The same files make the same bytes.

use super::Error;
use super::output::Output;
use crate::citation::gb_t_7714;
use crate::plan::{Pillar, Plan, Ref};
use crate::quantity::Lang;
use crate::route::{Address, Page, PageFile};
use crate::site::open::{Document, Table};
use crate::site::source::Bilingual;
use crate::words;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// Writes the archive of each pillar. What stands in it has been written before.
pub fn write(plan: &Bilingual, open: &Document, address: Address, output: &mut Output) -> Result<(), Error> {
    for lang in Lang::ALL {
        let plan = plan.in_lang(lang);
        for pillar in Ref::all(&plan.pillars) {
            let page = Page::Pillar(pillar);
            let Some(path) = PageFile::Zip.path(page, plan, lang) else { continue };
            let files = files(plan, pillar, open, address, output)?;
            output.write(path.trim_start_matches('/'), &pack(&files)?)?;
        }
    }
    Ok(())
}

/// Content by name, in the order of the names.
pub type Files = BTreeMap<String, Vec<u8>>;

fn files(plan: &Plan, pillar: Ref<Pillar>, open: &Document, address: Address, output: &Output) -> Result<Files, Error> {
    let lang = plan.lang;
    let mut files = Files::new();
    let mut take = |page: Page, folder: &str, what: PageFile| -> Result<(), Error> {
        if let Some(path) = what.path(page, plan, lang) {
            let name = path.rsplit('/').next().unwrap_or_default();
            files.insert(format!("{folder}{name}"), output.read(path.trim_start_matches('/'))?);
        }
        Ok(())
    };
    take(Page::Pillar(pillar), "", PageFile::Poster)?;
    for figure in plan.figures_of_pillar(pillar) {
        for what in [PageFile::Csv, PageFile::Svg, PageFile::Png, PageFile::Poster] {
            take(Page::Figure(figure), "figures/", what)?;
        }
    }
    let id = plan.id_of(pillar);
    let rows = open.commitments.iter().filter(|one| one.pillar.as_deref() == Some(id));
    files.insert("commitments.csv".to_owned(), Table::commitments(open, rows).csv().into_bytes());
    files.insert("README.txt".to_owned(), readme(plan, pillar, address).into_bytes());
    Ok(files)
}

/// What it is, from where, under which licence, and how to cite it.
fn readme(plan: &Plan, pillar: Ref<Pillar>, address: Address) -> String {
    let lang = plan.lang;
    let page = Page::Pillar(pillar);
    let url = address.page(page, plan, lang);
    let site = &plan.site;
    let about = lang.pick("：", ": ");
    let parts = [
        format!("{} · {}", plan[pillar].long.as_str(), site.name.as_str()),
        format!("{}{about}{}\n{url}", words::version(lang), plan.version.as_str()),
        words::bundle_files(lang).to_owned(),
        site.footer.licence.plain(),
        site.source.credit.plain(),
        format!("{}{about}\n{}", words::cite(lang), gb_t_7714(plan, &address.frozen(page, plan, lang)).join("\n")),
    ];
    parts.join("\n\n") + "\n"
}

/// No date of its own: two builds make the same file.
pub fn pack(files: &Files) -> Result<Vec<u8>, Error> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        // Pictures do not shrink any more.
        let method = if name.ends_with(".png") { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        archive.start_file(name.as_str(), options)?;
        archive.write_all(content).map_err(zip::result::ZipError::from)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The inverse of [`pack`]. Names that would leave the folder are left out.
pub fn unpack(bytes: &[u8]) -> Result<Files, Error> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut files = Files::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index)?;
        let Some(name) = file.enclosed_name().filter(|_| file.is_file()) else { continue };
        let mut content = Vec::new();
        file.read_to_end(&mut content).map_err(zip::result::ZipError::from)?;
        files.insert(name.to_string_lossy().into_owned(), content);
    }
    Ok(files)
}
