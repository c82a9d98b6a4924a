//! The built site at an address of its own.

use five_new_bijies::site::server::{Running, StaticSite};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};
use tokio::net::TcpSocket;

/// The site that `make build` left in `dist/`.
pub fn built() -> PathBuf {
    let dir = PathBuf::from(std::env::var("SITE_DIR").unwrap_or_else(|_| "dist".to_owned()));
    assert!(
        dir.join("index.html").is_file(),
        "{} is not built; run `make build`, or all tests with `make test`",
        dir.display()
    );
    dir
}

pub fn serve(dir: &Path, base: &str) -> Running {
    let site = StaticSite { dir: dir.to_owned(), base: base.to_owned() };
    Running::start(site, 0).expect("a free port can be had")
}

/// Ends a server and keeps its port closed while what this returns lives: another test's server could be given it.
pub fn close(server: Running) -> TcpSocket {
    let address = server.address;
    drop(server);
    let closed = TcpSocket::new_v4().expect("a socket can be had");
    closed.set_reuseaddr(true).expect("a socket takes options");
    closed.bind(address).expect("its port was free a moment ago");
    closed
}

/// The address of `path` on a server.
pub fn url(server: &Running, path: &str) -> String {
    format!("http://localhost:{}{path}", server.address.port())
}

/// A copy of the built site in which `change` may alter any file: it gets the name and the bytes.
pub fn altered(name: &str, change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) -> PathBuf {
    let from = built();
    let to = PathBuf::from("target/altered").join(name);
    let _ = std::fs::remove_dir_all(&to);
    copy(&from, &from, &to, &change);
    to
}

/// From a file's name and bytes to its new bytes, or none to leave it out.
type Change<'a> = &'a dyn Fn(&str, Vec<u8>) -> Option<Vec<u8>>;

fn copy(root: &Path, from: &Path, to: &Path, change: Change) {
    std::fs::create_dir_all(to).expect("a folder can be made");
    for entry in std::fs::read_dir(from).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        let name = path.file_name().expect("an entry has a name");
        if path.is_dir() {
            copy(root, &path, &to.join(name), change);
            continue;
        }
        // Without the compressed twins, which would hide the change.
        if path.extension().is_some_and(|ending| ending == "br" || ending == "gz") {
            continue;
        }
        let bytes = std::fs::read(&path).expect("the file can be read");
        let relative = path.strip_prefix(root).expect("it lies under the root").to_string_lossy().into_owned();
        if let Some(bytes) = change(&relative, bytes) {
            std::fs::write(to.join(name), bytes).expect("the file can be written");
        }
    }
}

/// Every file of the site in `dir`.
pub fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

/// The path of every page, read from the files.
pub fn pages(dir: &Path) -> Vec<String> {
    let html = files(dir).into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "html"));
    let path = |path: PathBuf| {
        let name = path.strip_prefix(dir).expect("it lies under the root").to_string_lossy().into_owned();
        format!("/{}", name.strip_suffix("index.html").unwrap_or(&name))
    };
    // Copies of versions have no program, and neither have documents that only lead on.
    let html =
        html.filter(|path| !std::fs::read_to_string(path).is_ok_and(|html| html.contains("http-equiv=\"refresh\"")));
    let mut found: Vec<String> = html.map(path).filter(|path| !path.starts_with("/v/")).collect();
    found.sort();
    found
}

/// Dates every file later than any before. HTTP tells the time of a change to the second: a file that is written twice
/// within one would count as unchanged.
pub fn date_later(dir: &Path) {
    static RELEASES: AtomicU64 = AtomicU64::new(0);
    let seconds = 2 * (1 + RELEASES.fetch_add(1, Ordering::Relaxed));
    let later = SystemTime::now() + Duration::from_secs(seconds);
    for path in files(dir) {
        let file = File::options().append(true).open(&path).expect("the file can be opened");
        file.set_modified(later).expect("the file can be dated");
    }
}
