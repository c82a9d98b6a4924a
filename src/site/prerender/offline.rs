//! The service worker: what opens pages where there is no network.

use super::assets::{Asset, Assets};
use super::document;
use super::output::Output;
use super::shell::Shell;
use super::{Error, Options};
use crate::head::Head;
use crate::quantity::Lang;
use crate::route::Page;
use crate::site::server::{CONTENT_SECURITY_POLICY, SERVICE_WORKER};
use crate::site::source::hex;
use serde_json::json;
use sha2::{Digest, Sha256};

/// What the build puts into it.
const RELEASE: &str = "__RELEASE__";

/// Writes the service worker: with what it keeps, or, where pages are not to open without a network, such that it
/// clears up where it was kept before.
pub fn write(shell: &Shell, assets: &Assets, options: &Options, output: &mut Output) -> Result<(), Error> {
    let address = options.address();
    let base = address.public_url.as_str();
    let program =
        [&assets.program_js, &assets.program_wasm, &assets.boot, &assets.head, &assets.styles, &assets.numerals];
    let others = [&assets.check_worker, &assets.check_wasm, &assets.ranges];
    let file = |asset: &Asset| (asset.url(address), asset.integrity.clone());
    let mut files: Vec<(String, String)> = program.into_iter().chain(others).map(file).collect();
    let pages = Lang::ALL.map(|lang| {
        let head = Head::of(assets.bundle.plan(lang), Page::NotFound, address);
        document::empty(head, assets, address)
    });
    if !options.offline {
        files.clear();
    }
    let names: String = files.iter().map(|(url, _)| url.as_str()).collect();
    let hash = hex(&Sha256::digest([names, pages.concat()].concat()));
    let release = json!({
        "base": base,
        "release": format!("{base} {}", &hash[..16]),
        "files": files,
        "pages": pages,
        "headers": { "content-type": "text/html; charset=utf-8", "content-security-policy": CONTENT_SECURITY_POLICY },
    });
    let script = shell.text(SERVICE_WORKER)?.replace(RELEASE, &release.to_string());
    output.write(SERVICE_WORKER, script.as_bytes())
}
