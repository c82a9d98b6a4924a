//! The headers of the public site, in one place: the local server sends them, `_headers` hands them to hosts that read it.

use crate::route::VERSION_FILE;

/// Nothing but our own files, nothing inline. Frames are for the preview of a widget.
macro_rules! own_files {
    () => {
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
         font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; worker-src 'self'; \
         base-uri 'none'; form-action 'none'"
    };
}

/// The policy of widgets, which any page may frame.
pub const CONTENT_SECURITY_POLICY_OF_WIDGETS: &str = own_files!();
/// The policy of every other page, which only this site may frame.
pub const CONTENT_SECURITY_POLICY: &str = concat!(own_files!(), "; frame-ancestors 'self'");

/// The policy for the page in the file of this name.
pub fn content_security_policy(name: &str) -> &'static str {
    if is_widget(name) { CONTENT_SECURITY_POLICY_OF_WIDGETS } else { CONTENT_SECURITY_POLICY }
}

/// Pages come from this site alone; what they are made of can be asked for by a widget in a sandbox, which has no
/// origin. Nothing here is secret or depends on who asks.
pub const FILES: (&str, &str) = ("access-control-allow-origin", "*");

/// Sent with widgets: pages that isolate themselves frame no others.
pub const WIDGETS: (&str, &str) = ("cross-origin-embedder-policy", "require-corp");

/// Whether the file of this name is a widget.
pub fn is_widget(name: &str) -> bool {
    let name = name.trim_start_matches('/');
    name.strip_prefix("en/").unwrap_or(name).starts_with("embed/")
}

/// Sent with every file.
pub const ALWAYS: [(&str, &str); 4] = [
    // Pages that isolate themselves may show our widgets, scripts and pictures.
    ("cross-origin-resource-policy", "cross-origin"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
];

const IMMUTABLE: &str = "public, max-age=31536000, immutable";
const REVALIDATE: &str = "no-cache";
/// Asked for to learn whether there is something newer.
const NO_STORE: &str = "no-store";
const SHORT: &str = "public, max-age=300, must-revalidate";

/// How long the file of this name may be kept without asking.
pub fn cache_control(name: &str) -> &'static str {
    if name.trim_start_matches('/') == VERSION_FILE.trim_start_matches('/') {
        NO_STORE
    } else if is_hashed(name) || is_frozen(name) {
        IMMUTABLE
    } else if name.ends_with(".html") {
        REVALIDATE
    } else {
        SHORT
    }
}

/// Whether the file of this name is one of a copy that stays as it is.
fn is_frozen(name: &str) -> bool {
    name.trim_start_matches('/').starts_with("v/")
}

/// Whether the name holds a content hash, as in `site-1f0a9c3e5b7d2468.css`.
fn is_hashed(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.split(['-', '.', '_']).any(|part| part.len() >= 12 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// The same policy as a `_headers` file, for a site under `base`. `framed_by_us` are the paths under the base, with
/// `*` for any end, of all pages but the widgets; `scripts` are the names of scripts before their hash.
///
/// Where several rules match, hosts join the values with a comma: two policies then both hold, but two times to keep a
/// file would contradict each other.
pub fn headers_file(base: &str, framed_by_us: &[String], scripts: &[String]) -> String {
    let mut text = format!("{base}*\n  content-security-policy: {CONTENT_SECURITY_POLICY_OF_WIDGETS}\n");
    for (name, value) in ALWAYS {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    for path in framed_by_us {
        text.push_str(&format!("{base}{path}\n  content-security-policy: frame-ancestors 'self'\n"));
    }
    text.push_str(&format!("{base}v/*\n  cache-control: {IMMUTABLE}\n  x-robots-tag: noindex\n"));
    for path in ["embed/*", "en/embed/*"] {
        let (name, value) = WIDGETS;
        text.push_str(&format!("{base}{path}\n  {name}: {value}\n"));
    }
    let (name, value) = FILES;
    for ending in ["wasm", "css", "bin"] {
        text.push_str(&format!("{base}*.{ending}\n  cache-control: {IMMUTABLE}\n  {name}: {value}\n"));
    }
    for script in scripts {
        text.push_str(&format!("{base}{script}-*.js\n  cache-control: {IMMUTABLE}\n"));
    }
    text.push_str(&format!("{base}ranges-*.svg\n  cache-control: {IMMUTABLE}\n"));
    text.push_str(&format!("{base}{}\n  cache-control: {NO_STORE}\n", VERSION_FILE.trim_start_matches('/')));
    text.push_str(&format!("{base}embed.js\n  cache-control: {SHORT}\n"));
    for ending in ["js", "json", "svg"] {
        text.push_str(&format!("{base}*.{ending}\n  {name}: {value}\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashed_files_are_kept_for_ever_and_pages_never() {
        assert_eq!(cache_control("site-1f0a9c3e5b7d2468.css"), IMMUTABLE);
        assert_eq!(cache_control("five-new-bijies-1f0a9c3e5b7d2468_bg.wasm"), IMMUTABLE);
        assert_eq!(cache_control("plan-zh-0123456789abcdef.bin"), IMMUTABLE);
        assert_eq!(cache_control("figures/index.html"), REVALIDATE);
        assert_eq!(cache_control("data/version.txt"), NO_STORE);
        assert_eq!(cache_control("icon.svg"), SHORT);
        assert_eq!(cache_control("v/1a2b3c4d/en/index.html"), IMMUTABLE);
        assert_eq!(cache_control("embed.js"), SHORT);
        assert_eq!(cache_control("figures/industry-output/oembed.json"), SHORT);
    }

    #[test]
    fn only_widgets_can_be_framed_by_others() {
        for widget in ["/embed/figures/a/index.html", "/en/embed/pillars/b/index.html"] {
            assert!(!content_security_policy(widget).contains("frame-ancestors"), "{widget}");
        }
        for page in ["/index.html", "/figures/embed/index.html", "/en/index.html", "/404.html", "/pillars/en/embed/"] {
            assert!(content_security_policy(page).ends_with("; frame-ancestors 'self'"), "{page}");
        }
    }

    #[test]
    fn a_hosts_rules_give_a_file_one_time_to_be_kept() {
        let rules = headers_file("/bijie/", &["pillars/*".to_owned()], &["program".to_owned(), "share".to_owned()]);
        let matching = |path: &str| -> Vec<&str> {
            let mut found = Vec::new();
            let mut here = false;
            for line in rules.lines() {
                if let Some(pattern) = line.strip_prefix("/bijie/") {
                    here = match pattern.split_once('*') {
                        Some((start, end)) => path.starts_with(start) && path.ends_with(end),
                        None => path == pattern,
                    };
                } else if here {
                    found.push(line.trim());
                }
            }
            found
        };
        let kept = |path: &str| matching(path).into_iter().filter(|line| line.starts_with("cache-control")).collect();
        let immutable = format!("cache-control: {IMMUTABLE}");
        for path in [
            "program-0123456789abcdef.js",
            "share-0123456789abcdef.js",
            "program-0123456789abcdef.wasm",
            "widget-0123456789abcdef.css",
        ] {
            let kept: Vec<&str> = kept(path);
            assert_eq!(kept, [immutable.as_str()], "{path}");
        }
        let kept: Vec<&str> = kept("embed.js");
        assert_eq!(kept, [format!("cache-control: {SHORT}")]);
        let framed_by_us = "content-security-policy: frame-ancestors 'self'";
        assert!(matching("pillars/strength/").contains(&framed_by_us));
        assert!(!matching("embed/pillars/strength/").contains(&framed_by_us));
    }
}
