//! A copy of each version of the data under `/v/<version>/`, which stays as it is: what citations and pictures name. It has
//! the pages without the program, the drawings and the open data; see docs/decisions/0008.

use super::archive::{Files, pack, unpack};
use super::assets::Assets;
use super::document::frozen_document;
use super::output::Output;
use super::{Error, Options, render};
use crate::app::{App, AppProps};
use crate::bundle::{Bundle, BundleRef, Deployment};
use crate::plan::Plan;
use crate::quantity::Lang;
use crate::route::{Address, Page, PageFile, VERSION_FILE, frozen_folder};
use crate::site::write_whole;
use std::collections::BTreeMap;
use std::path::Path;

/// Writes the copy of this version, and those of the earlier ones that are kept. What is copied has been written before.
pub fn write(assets: &Assets, options: &Options, output: &mut Output) -> Result<(), Error> {
    let own = assets.bundle.plan(Lang::Zh);
    let copy = copy(assets, options.address(), output)?;
    let mut copies = BTreeMap::from([(own.version.as_str().to_owned(), copy)]);
    if let Some(folder) = &options.frozen {
        keep(folder, &mut copies)?;
    }
    for (version, files) in &copies {
        for (name, content) in files {
            output.write(&format!("v/{version}/{name}"), content)?;
        }
    }
    Ok(())
}

/// Keeps new copies in `folder`, one archive each, and takes what it has: a copy that was kept is the one that stays.
fn keep(folder: &Path, copies: &mut BTreeMap<String, Files>) -> Result<(), Error> {
    let failed = |error| Error::File { path: folder.to_owned(), error };
    std::fs::create_dir_all(folder).map_err(failed)?;
    for (version, files) in copies.iter() {
        let path = folder.join(format!("{version}.zip"));
        if !path.exists() {
            write_whole(&path, pack(files)?).map_err(|error| Error::File { path, error })?;
        }
    }
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let version = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let is_version = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if is_version && path.extension().is_some_and(|ending| ending == "zip") {
            let bytes = std::fs::read(&path).map_err(|error| Error::File { path: path.clone(), error })?;
            copies.insert(version.to_owned(), unpack(&bytes)?);
        }
    }
    Ok(())
}

/// This version: its pages, their drawings and tables, the open data byte for byte, and what pages are drawn with.
fn copy(assets: &Assets, address: Address, output: &Output) -> Result<Files, Error> {
    let live = assets.bundle;
    let folder = frozen_folder(live.plan(Lang::Zh));
    let own = Address::new(address.site_url.as_str(), &address.under(&folder));
    let deployment = Deployment {
        address: own,
        frozen: true,
        ranges: own.under(&format!("/{}", assets.ranges.name)).into(),
        ..live.deployment
    };
    let bundle = Box::leak(Box::new(Bundle { plans: live.plans, search: live.search, deployment }));
    let mut files = Files::new();
    let mut names = vec![
        assets.styles.name.clone(),
        assets.numerals.name.clone(),
        assets.ranges.name.clone(),
        "icon.svg".to_owned(),
    ];
    names.extend(output.names().filter(|name| is_open_data(name)));
    for lang in Lang::ALL {
        let plan = bundle.plan(lang);
        for page in Page::all(plan).into_iter().filter(|page| !matches!(page, Page::Embed(_) | Page::NotFound)) {
            names.extend(
                [PageFile::Svg, PageFile::Csv]
                    .into_iter()
                    .filter_map(|what| Some(what.path(page, plan, lang)?.trim_start_matches('/').to_owned())),
            );
            let document = document(BundleRef(bundle), plan, page, assets, address);
            files.insert(page.file(plan, lang), document.into_bytes());
        }
    }
    for name in names {
        let content = output.read(&name)?;
        files.insert(name, content);
    }
    Ok(files)
}

fn is_open_data(name: &str) -> bool {
    let folder = name.strip_prefix("en/").unwrap_or(name).starts_with("data/");
    folder && !name.ends_with(".html") && name != VERSION_FILE.trim_start_matches('/')
}

/// A page of the copy. Its links are relative, so that the copy outlives a move of the site.
fn document(bundle: BundleRef, plan: &'static Plan, page: Page, assets: &Assets, newest: Address) -> String {
    let lang = plan.lang;
    let html = render::html::<App>(AppProps { bundle, lang, page, root: None, content: None });
    let own = bundle.deployment.address;
    let document = frozen_document(plan, page, html, &assets.styles, own, newest);
    let path = page.path(plan, lang);
    let up = "../".repeat(path.matches('/').count() - 1);
    let relative = if up.is_empty() { "./" } else { &up };
    // First its own addresses, which begin with those of the newest.
    let document = document.replace(&format!("=\"{}", own.public_url.as_str()), &format!("=\"{relative}"));
    document.replace(&format!("=\"{}", newest.public_url.as_str()), &format!("=\"{up}../../"))
}
