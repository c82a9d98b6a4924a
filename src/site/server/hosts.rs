//! The same headers in the words of other hosts: a `_headers` file, nginx, Caddy.

use super::headers::{
    ALWAYS, CONTENT_SECURITY_POLICY_OF_WIDGETS, FRAMED_BY_US, FROM_ANYWHERE, FileKind, HASH_DIGITS, Header, IMMUTABLE,
    NO_STORE, NOT_FOUND_BY_SEARCH, REVALIDATE, SERVICE_WORKER, SHORT, SHOWN_ANYWHERE, SHOWN_HERE,
};
use crate::route::{VERSION_DIGITS, VERSION_FILE, VERSION_LETTER};
use crate::site::IN_MEMORY;
use std::collections::BTreeSet;
use std::fmt::Write;

/// Endings of all files that are not pages.
const ENDINGS: [&str; 13] =
    ["css", "csv", "js", "json", "png", "svg", "txt", "wasm", "webmanifest", "woff2", "xlsx", "xml", "zip"];

/// A `_headers` file for a site under `base`. `pages` are the paths under the base of all pages but the widgets;
/// `scripts` are the names of scripts before their hash.
///
/// Where several rules match, hosts join the values with a comma: two policies then both hold, but two times to keep a
/// file, or two answers to who may show it, would contradict each other.
pub fn headers_file(base: &str, pages: &[String], scripts: &[String]) -> String {
    let mut rules: Vec<(String, Vec<Header>)> = Vec::new();
    let policy = ("content-security-policy", CONTENT_SECURITY_POLICY_OF_WIDGETS);
    rules.push(("*".to_owned(), [policy].into_iter().chain(ALWAYS).collect()));
    for path in patterns(pages, "*") {
        rules.push((path, vec![("content-security-policy", FRAMED_BY_US)]));
    }
    let copies = [("cache-control", IMMUTABLE), NOT_FOUND_BY_SEARCH, ("content-security-policy", FRAMED_BY_US)];
    rules.push(("v/*".to_owned(), copies.to_vec()));
    // Pages of copies lie up to three folders deep.
    for path in ["v/:version/", "v/:version/:a/", "v/:version/:a/:b/", "v/:version/:a/:b/:c/"] {
        rules.push((path.to_owned(), vec![SHOWN_HERE]));
    }
    // What the first rule does not say already.
    let more =
        |(name, _): &Header| *name != "content-security-policy" && !ALWAYS.iter().any(|(known, _)| known == name);
    for path in patterns(pages, ":id/") {
        rules.push((path, FileKind::Page.headers().into_iter().filter(more).collect()));
    }
    for path in ["embed/*", "en/embed/*"] {
        rules.push((path.to_owned(), FileKind::Widget.headers().into_iter().filter(more).collect()));
    }
    for ending in ENDINGS {
        rules.push((format!("*.{ending}"), vec![SHOWN_ANYWHERE, FROM_ANYWHERE]));
    }
    let hashed =
        ["*.wasm", "site-*.css", "widget-*.css", "ranges-*.svg", "numerals-*.woff2"].map(str::to_owned).into_iter();
    let kept = hashed.chain(scripts.iter().map(|script| format!("{script}-*.js"))).map(|path| (path, IMMUTABLE));
    let others = [(VERSION_FILE.trim_start_matches('/'), NO_STORE), (SERVICE_WORKER, REVALIDATE), ("embed.js", SHORT)];
    let others = others.map(|(path, value)| (path.to_owned(), value));
    for (path, value) in kept.chain(others) {
        rules.push((path, vec![("cache-control", value)]));
    }
    let mut text = String::new();
    for (path, headers) in rules {
        writeln!(text, "{base}{path}").expect(IN_MEMORY);
        for (name, value) in headers {
            writeln!(text, "  {name}: {value}").expect(IN_MEMORY);
        }
    }
    text
}

/// Paths of pages with what differs in a folder written as `rest`.
fn patterns(pages: &[String], rest: &str) -> BTreeSet<String> {
    let pattern = |path: &String| {
        let start = path.strip_prefix("en/").unwrap_or(path);
        let language = &path[..path.len() - start.len()];
        match start.split_once('/') {
            Some((folder, "")) if rest != "*" => format!("{language}{folder}/"),
            Some((folder, _)) => format!("{language}{folder}/{rest}"),
            None => path.clone(),
        }
    };
    pages.iter().map(pattern).collect()
}

const WRITTEN: &str = "Written from src/site/server/headers.rs: `UPDATE_PRINTED=1 cargo test --test deploy` renews it.";

/// A regular expression for the paths of a kind, under any base; none takes the rest.
fn expression(kind: FileKind) -> Option<String> {
    Some(match kind {
        FileKind::Widget => r"/embed/(figures|pillars|promises)/[^/]+/(index\.html)?$".to_owned(),
        FileKind::KeptPage => format!(r"/v/{VERSION_LETTER}?[0-9a-f]{{{VERSION_DIGITS}}}/(.*(/|\.html))?$"),
        FileKind::Kept => format!("/v/{VERSION_LETTER}?[0-9a-f]{{{VERSION_DIGITS}}}/"),
        FileKind::Page => r"(/|\.html)$".to_owned(),
        FileKind::Version => format!("{}$", VERSION_FILE.replace('.', r"\.")),
        FileKind::ServiceWorker => format!("/{}$", SERVICE_WORKER.replace('.', r"\.")),
        FileKind::Script => format!(r"-[0-9a-f]{{{HASH_DIGITS}}}\.js$"),
        FileKind::Hashed => format!(r"-[0-9a-f]{{{HASH_DIGITS}}}\.[a-z]+$"),
        FileKind::Other => return None,
    })
}

/// A server of nginx, to be included where its configuration has its servers.
pub fn nginx() -> String {
    let mut text = format!("# {WRITTEN}\n# docs/deploy.md says how to use it.\n\n");
    let variable = |name: &str| format!("$plan_{}", name.replace('-', "_"));
    let names: BTreeSet<&str> = FileKind::ALL.iter().flat_map(|kind| kind.headers()).map(|(name, _)| name).collect();
    // A header with no value is not sent.
    for name in names.iter().filter(|name| !ALWAYS.iter().any(|(known, _)| known == *name)) {
        writeln!(text, "map $uri {} {{", variable(name)).expect(IN_MEMORY);
        for kind in FileKind::ALL {
            let value = value(kind, name);
            let pattern = expression(kind).map_or("default".to_owned(), |expression| format!("\"~{expression}\""));
            writeln!(text, "    {pattern} \"{value}\";").expect(IN_MEMORY);
        }
        text.push_str("}\n\n");
    }
    text.push_str(NGINX_SERVER);
    for name in names {
        let value = match ALWAYS.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => format!("\"{value}\""),
            None => variable(name),
        };
        writeln!(text, "    add_header {name} {value} always;").expect(IN_MEMORY);
    }
    text.push_str("}\n");
    text
}

/// All of the server but its headers.
const NGINX_SERVER: &str = r"server {
    listen 80;
    # With a certificate: listen 443 ssl; ssl_certificate …; ssl_certificate_key …;
    server_name plan.example;
    root /var/www/plan;
    index index.html;

    charset utf-8;
    charset_types text/plain text/css text/csv text/xml application/javascript application/json
        application/atom+xml image/svg+xml;
    # From 1.21 on, nginx knows application/wasm.
    include mime.types;
    types {
        application/manifest+json webmanifest;
        text/csv csv;
    }
    # The compressed files beside the others. With the module ngx_brotli also: brotli_static on;
    gzip_static on;
    gzip_vary on;

    absolute_redirect off;
    error_page 404 /404.html;
    location /en/ {
        error_page 404 /en/404.html;
    }
    # Versions whose names had no letter.
    if (!-e $request_filename) {
        rewrite ^(.*/v/)([0-9a-f]{8}/.*)$ $1v$2 permanent;
    }
    # For hosts that read them.
    location = /_headers {
        return 404;
    }

";

/// The value of a header for files of a kind; empty where it is not sent.
fn value(kind: FileKind, name: &str) -> &'static str {
    kind.headers().into_iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
}

/// A site of Caddy.
pub fn caddyfile() -> String {
    let mut text = format!(
        "# {WRITTEN}\n# docs/deploy.md says how to use it.\n\n(files) {{\n\tfile_server {{\n\t\tprecompressed br gzip\n\t\thide _headers\n\t}}\n}}\n\n"
    );
    text.push_str("plan.example {\n\troot * /var/www/plan\n");
    for (ending, kind) in [("webmanifest", "application/manifest+json"), ("csv", "text/csv; charset=utf-8")] {
        // Set last: the file server takes the type away of what it does not know.
        writeln!(text, "\t@{ending} path *.{ending}").expect(IN_MEMORY);
        writeln!(text, "\theader @{ending} {{\n\t\tcontent-type \"{kind}\"\n\t\tdefer\n\t}}").expect(IN_MEMORY);
    }
    text.push_str(
        "\n\t# Versions whose names had no letter.\n\t@unlettered {\n\t\tpath_regexp version ^(.*/v/)([0-9a-f]{8}/.*)$\n\t\tnot file\n\t}\n\tredir @unlettered {re.version.1}v{re.version.2} permanent\n\n",
    );
    let headers = |kind: FileKind, text: &mut String, indent: &str| {
        for (name, value) in kind.headers() {
            writeln!(text, "{indent}header {name} \"{value}\"").expect(IN_MEMORY);
        }
    };
    // The first that matches takes the request.
    for kind in FileKind::ALL {
        let matcher = expression(kind).map_or(String::new(), |expression| {
            let name = format!("{kind:?}").to_lowercase();
            writeln!(text, "\t@{name} path_regexp {expression}").expect(IN_MEMORY);
            format!("@{name} ")
        });
        writeln!(text, "\thandle {matcher}{{").expect(IN_MEMORY);
        headers(kind, &mut text, "\t\t");
        text.push_str("\t\timport files\n\t}\n");
    }
    text.push_str("\n\thandle_errors {\n\t\t@english path /en/*\n\t\thandle @english {\n\t\t\trewrite * /en/404.html\n\t\t}\n\t\thandle {\n\t\t\trewrite * /404.html\n\t\t}\n");
    headers(FileKind::Page, &mut text, "\t\t");
    text.push_str("\t\tfile_server\n\t}\n}\n");
    text
}
