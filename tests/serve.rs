//! The local server, as a browser or a curious client sees it.

use five_new_bijies::site::server::{
    CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY_OF_WIDGETS, Error, Running, StaticSite,
};
use reqwest::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, LOCATION, VARY};
use reqwest::{Client, Response, StatusCode, redirect};
use std::path::PathBuf;

/// A small site in a folder of its own.
fn site(name: &str) -> PathBuf {
    let dir = PathBuf::from("target/altered/serve").join(name);
    let _ = std::fs::remove_dir_all(&dir);
    for (file, content) in [
        ("index.html", "<h1>story</h1>"),
        ("404.html", "<h1>no such page</h1>"),
        ("en/404.html", "<h1>no such page in English</h1>"),
        ("pillars/strength/index.html", "<h1>strength</h1>"),
        ("program-0123456789abcdef.wasm", "wasm"),
        ("program-0123456789abcdef.wasm.br", "brotli"),
        ("program-0123456789abcdef.wasm.gz", "gzip"),
        ("worker-0123456789abcdef.js", "worker"),
        ("icon.svg", "<svg/>"),
        ("embed.js", "script"),
        ("figures/parks/oembed.json", "{}"),
        ("embed/figures/parks/index.html", "<h1>widget</h1>"),
        ("en/embed/figures/parks/index.html", "<h1>widget in English</h1>"),
    ] {
        let path = dir.join(file);
        std::fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder can be made");
        std::fs::write(path, content).expect("a file can be written");
    }
    std::fs::write("target/altered/serve/secret.txt", "secret").expect("a file can be written");
    dir
}

async fn get(server: &Running, path: &str, encoding: &str) -> Response {
    let client = Client::builder().redirect(redirect::Policy::none()).build().expect("a client needs nothing");
    let url = format!("http://127.0.0.1:{}{path}", server.address.port());
    client.get(url).header(ACCEPT_ENCODING, encoding).send().await.expect("the server answers")
}

fn field(response: &Response, name: impl reqwest::header::AsHeaderName) -> String {
    response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

fn start(name: &str, base: &str) -> Running {
    Running::start(StaticSite { dir: site(name), base: base.to_owned() }, 0).expect("a free port can be had")
}

#[tokio::test]
async fn pages_carry_the_strict_policy_and_are_asked_for_again() {
    let server = start("policy", "/");
    let page = get(&server, "/pillars/strength/", "identity").await;
    assert_eq!(page.status(), StatusCode::OK);
    assert_eq!(field(&page, CONTENT_TYPE), "text/html; charset=utf-8");
    assert_eq!(
        field(&page, "content-security-policy"),
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
         font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; worker-src 'self'; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default; \
         frame-ancestors 'self'"
    );
    assert_eq!(field(&page, "x-content-type-options"), "nosniff");
    assert_eq!(field(&page, "cross-origin-resource-policy"), "same-origin");
    assert_eq!(field(&page, CACHE_CONTROL), "no-cache");
    assert_eq!(page.text().await.expect("the page is text"), "<h1>strength</h1>");
}

#[tokio::test]
async fn a_worker_keeps_to_the_policy_as_well() {
    let server = start("worker", "/");
    let worker = get(&server, "/worker-0123456789abcdef.js", "identity").await;
    assert_eq!(field(&worker, "content-security-policy"), CONTENT_SECURITY_POLICY);
}

#[tokio::test]
async fn hashed_files_are_kept_for_ever_and_have_their_types() {
    let server = start("types", "/");
    let program = get(&server, "/program-0123456789abcdef.wasm", "identity").await;
    assert_eq!(field(&program, CONTENT_TYPE), "application/wasm");
    assert_eq!(field(&program, CACHE_CONTROL), "public, max-age=31536000, immutable");
    let icon = get(&server, "/icon.svg", "identity").await;
    assert_eq!(field(&icon, CONTENT_TYPE), "image/svg+xml");
    assert_eq!(field(&icon, CACHE_CONTROL), "public, max-age=300, must-revalidate");
}

#[tokio::test]
async fn the_smallest_encoding_that_the_client_takes_is_sent() {
    let server = start("encodings", "/");
    for (accepted, sent, body) in [("br, gzip", "br", "brotli"), ("gzip", "gzip", "gzip"), ("identity", "", "wasm")] {
        let program = get(&server, "/program-0123456789abcdef.wasm", accepted).await;
        assert_eq!(field(&program, CONTENT_ENCODING), sent, "{accepted}");
        assert_eq!(field(&program, VARY), "accept-encoding");
        assert_eq!(field(&program, CONTENT_TYPE), "application/wasm", "{accepted}");
        assert_eq!(program.text().await.expect("the body can be read"), body);
    }
}

#[tokio::test]
async fn widgets_can_be_framed_by_anyone_and_their_files_asked_for_from_anywhere() {
    let server = start("widgets", "/");
    for path in ["/embed/figures/parks/", "/en/embed/figures/parks/"] {
        let widget = get(&server, path, "identity").await;
        assert_eq!(field(&widget, "content-security-policy"), CONTENT_SECURITY_POLICY_OF_WIDGETS);
        assert!(!CONTENT_SECURITY_POLICY_OF_WIDGETS.contains("frame-ancestors"));
        // Pages that isolate themselves frame no widget without it.
        assert_eq!(field(&widget, "cross-origin-embedder-policy"), "require-corp");
    }
    for path in ["/program-0123456789abcdef.wasm", "/embed.js", "/icon.svg", "/figures/parks/oembed.json"] {
        let file = get(&server, path, "identity").await;
        assert_eq!(file.status(), StatusCode::OK, "{path}");
        assert_eq!(field(&file, "access-control-allow-origin"), "*", "{path}");
        assert_eq!(field(&file, "cross-origin-resource-policy"), "cross-origin", "{path}");
    }
    assert_eq!(field(&get(&server, "/", "identity").await, "access-control-allow-origin"), "");
    let script = get(&server, "/embed.js", "identity").await;
    assert_eq!(field(&script, CACHE_CONTROL), "public, max-age=300, must-revalidate");
}

#[tokio::test]
async fn what_is_not_there_is_the_error_page_in_its_language() {
    let server = start("missing", "/");
    let page = get(&server, "/nowhere/", "identity").await;
    assert_eq!(page.status(), StatusCode::NOT_FOUND);
    assert_eq!(field(&page, "content-security-policy"), CONTENT_SECURITY_POLICY);
    assert_eq!(page.text().await.expect("the page is text"), "<h1>no such page</h1>");
    let english = get(&server, "/en/nowhere/", "identity").await;
    assert_eq!(english.status(), StatusCode::NOT_FOUND);
    assert_eq!(english.text().await.expect("the page is text"), "<h1>no such page in English</h1>");
}

#[tokio::test]
async fn a_folder_without_its_slash_is_sent_on() {
    let server = start("slash", "/");
    let page = get(&server, "/pillars/strength?theme=dark", "identity").await;
    assert_eq!(page.status(), StatusCode::PERMANENT_REDIRECT);
    assert_eq!(field(&page, LOCATION), "/pillars/strength/?theme=dark");
    // Nothing of the site is another host.
    let sly = get(&server, "//pillars/strength", "identity").await;
    assert!(!field(&sly, LOCATION).starts_with("//"));
}

#[tokio::test]
async fn nothing_outside_of_the_site_is_served() {
    let server = start("outside", "/");
    for path in ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/pillars/../../secret.txt"] {
        let answer = get(&server, path, "identity").await;
        assert_ne!(answer.text().await.expect("the body can be read"), "secret", "{path}");
    }
}

#[tokio::test]
async fn a_sub_path_holds_the_whole_site_and_nothing_else() {
    let server = start("sub-path", "/bijie/");
    assert_eq!(get(&server, "/bijie/", "identity").await.status(), StatusCode::OK);
    assert_eq!(get(&server, "/bijie/pillars/strength/", "identity").await.status(), StatusCode::OK);
    assert_eq!(get(&server, "/pillars/strength/", "identity").await.status(), StatusCode::NOT_FOUND);
    assert_eq!(get(&server, "/", "identity").await.status(), StatusCode::NOT_FOUND);
    assert_eq!(field(&get(&server, "/bijie", "identity").await, LOCATION), "/bijie/");
}

#[test]
fn a_taken_port_and_a_missing_site_are_named_with_their_remedies() {
    let first = start("port", "/");
    let site = StaticSite { dir: site("port-again"), base: "/".to_owned() };
    let error = Running::start(site, first.address.port()).err().expect("the port is taken");
    assert!(matches!(error, Error::PortTaken(_)));
    assert!(error.to_string().contains("make serve PORT="), "{error}");
    let nowhere = StaticSite { dir: "target/altered/nowhere".into(), base: "/".to_owned() };
    let error = Running::start(nowhere, 0).err().expect("there is no site").to_string();
    assert!(error.contains("make build"), "{error}");
}

#[test]
fn the_program_names_a_taken_port_and_ends() {
    let first = start("port-of-program", "/");
    let dir = site("port-of-program-again");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_serve"))
        .args(["--dir", &dir.to_string_lossy(), "--port", &first.address.port().to_string()])
        .output()
        .expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains("make serve PORT="), "{said}");
}

#[tokio::test]
async fn a_phone_or_a_container_is_let_in_where_that_is_asked_for() {
    for (host, name) in [("0.0.0.0", "open"), ("::", "open-ipv6"), ("[::1]", "ipv6")] {
        let Ok(server) = Running::start_at(StaticSite { dir: site(name), base: "/".to_owned() }, host, 0) else {
            println!("NOT CHECKED at {host}: this machine has no IPv6");
            continue;
        };
        for url in server.urls("/") {
            let page = reqwest::get(&url).await.unwrap_or_else(|error| panic!("{host}: {url}: {error}"));
            assert_eq!(page.status(), StatusCode::OK, "{url}");
        }
    }
}

#[test]
fn an_address_that_is_not_this_machines_is_refused_with_what_would_do() {
    let elsewhere = StaticSite { dir: site("elsewhere"), base: "/".to_owned() };
    let error = Running::start_at(elsewhere, "192.0.2.1", 0).err().expect("it is another machine's").to_string();
    assert!(error.contains("192.0.2.1") && error.contains("HOST=0.0.0.0"), "{error}");
}

#[tokio::test]
async fn a_copy_of_a_version_is_found_under_the_name_that_it_had() {
    let dir = site("lettered");
    std::fs::create_dir_all(dir.join("v/v06142284/data")).expect("a folder can be made");
    std::fs::write(dir.join("v/v06142284/data/plan.json"), "{}").expect("a file can be written");
    let server = Running::start(StaticSite { dir, base: "/".to_owned() }, 0).expect("a free port can be had");
    let found = get(&server, "/v/06142284/data/plan.json?a=b", "identity").await;
    assert_eq!(found.status(), StatusCode::PERMANENT_REDIRECT);
    assert_eq!(field(&found, LOCATION), "/v/v06142284/data/plan.json?a=b");
    assert_eq!(get(&server, "/v/12345678/data/plan.json", "identity").await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_base_of_any_characters_is_served_however_it_is_written() {
    let server = start("any-base", "/a & b/毕节/");
    for base in ["/a%20&%20b/%E6%AF%95%E8%8A%82/", "/a%20%26%20b/%e6%af%95%e8%8a%82/"] {
        let page = get(&server, &format!("{base}pillars/strength/"), "identity").await;
        assert_eq!(page.status(), StatusCode::OK, "{base}");
        let bare = get(&server, base.trim_end_matches('/'), "identity").await;
        assert_eq!(field(&bare, LOCATION), "/a%20%26%20b/%E6%AF%95%E8%8A%82/");
        let nowhere = get(&server, &format!("{base}nowhere/"), "identity").await;
        assert_eq!(nowhere.status(), StatusCode::NOT_FOUND);
    }
    assert_eq!(get(&server, "/a/pillars/strength/", "identity").await.status(), StatusCode::NOT_FOUND);
}
