//! What stands in `deploy/` and in `dist/_headers` against our own server, and real servers of others against it.

mod observatory;
mod servers;

use five_new_bijies::site::server::{FileKind, Running, StaticSite, caddyfile, nginx};
use observatory::Seen;
use reqwest::{Client, redirect};
use servers::{Host, caddy_with, nginx_with};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The site that `make build` left.
fn dist() -> PathBuf {
    let dir = PathBuf::from(std::env::var("SITE_DIR").unwrap_or_else(|_| "dist".to_owned()));
    assert!(dir.join("index.html").is_file(), "{} is not built; run `make build`", dir.display());
    dir.canonicalize().expect("the folder has an address")
}

/// The names of all files under a folder.
fn files(dir: &Path) -> Vec<String> {
    fn walk(root: &Path, dir: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(dir).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            match path.is_dir() {
                true => walk(root, &path, found),
                false => found.push(path.strip_prefix(root).expect("it lies under it").to_string_lossy().into_owned()),
            }
        }
    }
    let mut found = Vec::new();
    walk(dir, dir, &mut found);
    found.sort();
    found
}

/// The paths by which the files of the site are asked for, but the compressed ones and what is for the host.
fn paths(dir: &Path) -> Vec<String> {
    let names = files(dir).into_iter().filter(|name| !name.ends_with(".br") && !name.ends_with(".gz"));
    let names = names.filter(|name| name != "_headers" && name != "SHA256SUMS");
    names.map(|name| format!("/{}", name.strip_suffix("index.html").unwrap_or(&name))).collect()
}

type Headers = BTreeMap<String, String>;

/// What a file of this kind is to be sent with.
fn wanted(path: &str) -> Headers {
    FileKind::of(path).headers().into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

#[test]
fn the_files_for_other_servers_are_written_from_our_headers() {
    for (file, text) in [("deploy/nginx.conf", nginx()), ("deploy/Caddyfile", caddyfile())] {
        if std::env::var_os("UPDATE_PRINTED").is_some() {
            std::fs::write(file, &text).expect("the file can be written");
        }
        let committed = std::fs::read_to_string(file).unwrap_or_default();
        assert!(committed == text, "{file} is not what is written; UPDATE_PRINTED=1 cargo test --test deploy");
    }
}

/// The headers that a `_headers` file gives to a path: hosts join the values of rules that match.
fn by_rules(rules: &str, path: &str) -> Headers {
    let mut found = Headers::new();
    let mut here = false;
    for line in rules.lines() {
        match line.strip_prefix("  ") {
            None => here = matches(line, path),
            Some(header) if here => {
                let (name, value) = header.split_once(": ").expect("a header has a value");
                let joined = found.entry(name.to_owned()).or_default();
                let comma = if joined.is_empty() { "" } else { ", " };
                write!(joined, "{comma}{value}").expect("a string takes it");
            }
            Some(_) => {}
        }
    }
    found
}

/// `*` stands for any text, `:name` for one part of a path.
fn matches(pattern: &str, path: &str) -> bool {
    if let Some((start, end)) = pattern.split_once('*') {
        return path.len() >= start.len() + end.len() && path.starts_with(start) && path.ends_with(end);
    }
    let (wanted, given): (Vec<&str>, Vec<&str>) = (pattern.split('/').collect(), path.split('/').collect());
    wanted.len() == given.len()
        && wanted
            .iter()
            .zip(given)
            .all(|(wanted, given)| *wanted == given || (wanted.starts_with(':') && !given.is_empty()))
}

#[test]
fn the_rules_for_hosts_say_of_every_file_what_our_server_says() {
    let dir = dist();
    let rules = std::fs::read_to_string(dir.join("_headers")).expect("the rules are there");
    let count = rules.lines().filter(|line| !line.starts_with(' ')).count();
    assert!(count <= 100, "Cloudflare Pages reads 100 rules, these are {count}");
    for path in paths(&dir) {
        let (mut given, mut wanted) = (by_rules(&rules, &path), wanted(&path));
        if let Some(policy) = given.get_mut("content-security-policy") {
            // Two policies hold at once; here they are one.
            *policy = policy.replace(", frame-ancestors", "; frame-ancestors");
        }
        let is_script = matches!(FileKind::of(&path), FileKind::Script | FileKind::ServiceWorker);
        if !wanted.contains_key("content-security-policy") || is_script {
            // These rules give every file a policy.
            given.remove("content-security-policy");
            wanted.remove("content-security-policy");
        }
        if FileKind::of(&path) == FileKind::Other && path != "/embed.js" {
            // Here the host's own time holds.
            assert_eq!(given.get("cache-control"), None, "{path}");
            wanted.remove("cache-control");
        }
        assert_eq!(given, wanted, "{path}");
    }
}

/// An answer: its status, its headers, its body.
async fn get(address: &str) -> (u16, Headers, Vec<u8>) {
    let client = Client::builder().redirect(redirect::Policy::none()).build().expect("a client needs nothing");
    let answer = client.get(address).send().await.unwrap_or_else(|error| panic!("{address}: {error}"));
    let status = answer.status().as_u16();
    let headers = answer.headers().iter();
    let headers = headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap_or_default().to_owned()));
    let headers = headers.collect();
    (status, headers, answer.bytes().await.expect("the body can be read").to_vec())
}

/// Holds that a server sends every file with our headers, its type, and nothing of ours that is not meant for it.
async fn serves_as_we_do(dir: &Path, home: &str) {
    let ours: BTreeSet<String> =
        FileKind::ALL.iter().flat_map(|kind| kind.headers()).map(|(name, _)| name.to_owned()).collect();
    for path in paths(dir) {
        let (status, headers, body) = get(&format!("{home}{path}")).await;
        assert_eq!(status, 200, "{path}");
        let sent: Headers =
            headers.iter().filter(|(name, _)| ours.contains(*name)).map(|(a, b)| (a.clone(), b.clone())).collect();
        assert_eq!(sent, wanted(&path), "{path}");
        let name = if path.ends_with('/') { format!("{path}index.html") } else { path.clone() };
        assert!(body == std::fs::read(dir.join(&name[1..])).expect("the file is there"), "{path}: other bytes");
        let kind = headers.get("content-type").map(|kind| kind.split(';').next().unwrap_or_default().to_owned());
        let known: &[&str] = match name.rsplit('.').next().unwrap_or_default() {
            "html" => &["text/html"],
            "js" => &["application/javascript", "text/javascript"],
            "css" => &["text/css"],
            "wasm" => &["application/wasm"],
            "svg" => &["image/svg+xml"],
            "png" => &["image/png"],
            "json" => &["application/json"],
            "csv" => &["text/csv"],
            "webmanifest" => &["application/manifest+json"],
            "xlsx" => &["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
            "zip" => &["application/zip"],
            _ => continue,
        };
        assert!(kind.as_deref().is_some_and(|kind| known.contains(&kind)), "{path} is sent as {kind:?}");
    }
    for (path, page) in [("/nowhere/", "404.html"), ("/nowhere.css", "404.html"), ("/en/nowhere/", "en/404.html")] {
        let (status, headers, body) = get(&format!("{home}{path}")).await;
        assert_eq!(status, 404, "{path}");
        assert!(body == std::fs::read(dir.join(page)).expect("the page is there"), "{path}: another page");
        let policy = headers.get("content-security-policy");
        assert_eq!(policy, wanted("/404.html").get("content-security-policy"), "{path}");
    }
    let (status, headers, _) = get(&format!("{home}/commitments")).await;
    assert!((301..=308).contains(&status), "a folder without its slash: {status}");
    assert!(headers.get("location").is_some_and(|to| to.ends_with("/commitments/")), "{headers:?}");
}

#[tokio::test]
async fn our_server_sends_what_it_says() {
    let dir = dist();
    let server =
        Running::start(StaticSite { dir: dir.clone(), base: "/".to_owned() }, 0).expect("a free port can be had");
    serves_as_we_do(&dir, &format!("http://127.0.0.1:{}", server.address.port())).await;
}

#[tokio::test]
async fn nginx_serves_as_we_do() {
    let dir = dist();
    let config = std::fs::read_to_string("deploy/nginx.conf").expect("the configuration is there");
    let Some(host) = Host::start(nginx_with(&config, &dir)) else {
        println!("NOT CHECKED: there is no nginx; on Debian: apt-get install nginx");
        return;
    };
    serves_as_we_do(&dir, &host.home).await;
    let client = Client::builder().build().expect("a client needs nothing");
    let page =
        client.get(format!("{}/", host.home)).header("accept-encoding", "gzip").send().await.expect("it answers");
    assert_eq!(page.headers().get("content-encoding").map(|value| value.as_bytes()), Some(b"gzip".as_slice()));
}

#[tokio::test]
async fn caddy_serves_as_we_do() {
    let dir = dist();
    let config = std::fs::read_to_string("deploy/Caddyfile").expect("the configuration is there");
    let Some(host) = Host::start(caddy_with(&config, &dir)) else {
        println!("NOT CHECKED: there is no caddy; on Debian: apt-get install caddy");
        return;
    };
    serves_as_we_do(&dir, &host.home).await;
    let client = Client::builder().build().expect("a client needs nothing");
    let page = client.get(format!("{}/", host.home)).header("accept-encoding", "br").send().await.expect("it answers");
    assert_eq!(page.headers().get("content-encoding").map(|value| value.as_bytes()), Some(b"br".as_slice()));
}

/// The most that a host can have whose site sets no cookie and is on no browser's list.
const FULL_MARKS: i32 = 135;
/// Of these, what scripts with integrity bring; pages of kept copies and those that lead elsewhere have no script.
const FOR_SCRIPTS: i32 = 5;

#[test]
fn the_observatory_gives_every_page_full_marks() {
    let dir = dist();
    for path in paths(&dir).into_iter().filter(|path| matches!(FileKind::of(path), FileKind::Page | FileKind::KeptPage))
    {
        let name = if path.ends_with('/') { format!("{path}index.html") } else { path.clone() };
        let html = std::fs::read_to_string(dir.join(&name[1..])).expect("the page is there");
        let seen = Seen { headers: &wanted(&path), html: &html };
        let bare = FileKind::of(&path) == FileKind::KeptPage || html.contains("http-equiv=\"refresh\"");
        let most = if bare { FULL_MARKS - FOR_SCRIPTS } else { FULL_MARKS };
        assert!(seen.score() >= most, "{path}: {} by {:?}", seen.score(), seen.modifiers());
    }
}

#[test]
fn the_sums_of_all_files_stand_beside_them() {
    let dir = dist();
    let sums = std::fs::read_to_string(dir.join("SHA256SUMS")).expect("the sums are there");
    let listed: BTreeMap<&str, &str> =
        sums.lines().filter_map(|line| line.split_once("  ")).map(|(sum, name)| (name, sum)).collect();
    let there: Vec<String> = files(&dir).into_iter().filter(|name| name != "SHA256SUMS").collect();
    assert_eq!(listed.keys().copied().collect::<Vec<_>>(), there.iter().map(String::as_str).collect::<Vec<_>>());
    for name in &there {
        let bytes = std::fs::read(dir.join(name)).expect("the file is there");
        let sum: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(listed[name.as_str()], sum, "{name}");
    }
}
