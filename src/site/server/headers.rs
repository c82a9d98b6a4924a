//! The headers of the public site, in one place: the local server sends them, and `hosts` writes them for others.

use crate::route::{VERSION_DIGITS, VERSION_FILE, VERSION_LETTER};

/// Nothing but our own files, nothing inline, and no text that becomes script. Frames are for the preview of a widget.
macro_rules! own_files {
    () => {
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
         font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; worker-src 'self'; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default"
    };
}

/// The policy of widgets, which any page may frame.
pub const CONTENT_SECURITY_POLICY_OF_WIDGETS: &str = own_files!();
/// What keeps other sites from framing a page.
pub const FRAMED_BY_US: &str = "frame-ancestors 'self'";
/// The policy of every other page, which only this site may frame.
pub const CONTENT_SECURITY_POLICY: &str = concat!(own_files!(), "; frame-ancestors 'self'");

/// A header's name and its value.
pub type Header = (&'static str, &'static str);

/// Sent with every file.
pub const ALWAYS: [Header; 4] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    // What a page never asks for, no script in it can ask for either.
    (
        "permissions-policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), \
         magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
    ),
    // Two years; browsers heed it over https alone.
    ("strict-transport-security", "max-age=63072000"),
];

/// What a page is made of can be asked for by a widget in a sandbox, which has no origin. Nothing here is secret or
/// depends on who asks.
pub const FROM_ANYWHERE: Header = ("access-control-allow-origin", "*");
/// Pages that isolate themselves may show our widgets, scripts and pictures …
pub const SHOWN_ANYWHERE: Header = ("cross-origin-resource-policy", "cross-origin");
/// … and no other site has a use for our pages.
pub const SHOWN_HERE: Header = ("cross-origin-resource-policy", "same-origin");
/// Sent with widgets: pages that isolate themselves frame no others.
pub const ISOLATED: Header = ("cross-origin-embedder-policy", "require-corp");
/// Search engines are led to the newest version alone.
pub const NOT_FOUND_BY_SEARCH: Header = ("x-robots-tag", "noindex");

pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";
pub const REVALIDATE: &str = "no-cache";
/// Asked for to learn whether there is something newer.
pub const NO_STORE: &str = "no-store";
pub const SHORT: &str = "public, max-age=300, must-revalidate";

/// What a file is, as far as its headers go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Widget,
    /// A page of the copy of a version, which stays as it is.
    KeptPage,
    /// Another file of such a copy.
    Kept,
    Page,
    /// Which release the site is.
    Version,
    /// The script that serves the site where there is no network.
    ServiceWorker,
    /// A script named after its content.
    Script,
    /// Another file named after its content.
    Hashed,
    Other,
}

impl FileKind {
    /// In the order in which they are to be tried: the last takes the rest.
    pub const ALL: [FileKind; 9] = [
        FileKind::Widget,
        FileKind::KeptPage,
        FileKind::Kept,
        FileKind::Page,
        FileKind::Version,
        FileKind::ServiceWorker,
        FileKind::Script,
        FileKind::Hashed,
        FileKind::Other,
    ];

    /// The kind of the file at this path, under whatever base.
    pub fn of(path: &str) -> FileKind {
        let name = path.trim_start_matches('/');
        let hashed = is_hashed(name);
        let page = name.is_empty() || name.ends_with('/') || name.ends_with(".html");
        if page && name.strip_prefix("en/").unwrap_or(name).starts_with("embed/") {
            FileKind::Widget
        } else if is_kept(name) {
            if page { FileKind::KeptPage } else { FileKind::Kept }
        } else if page {
            FileKind::Page
        } else if name == VERSION_FILE.trim_start_matches('/') {
            FileKind::Version
        } else if name == SERVICE_WORKER {
            FileKind::ServiceWorker
        } else if hashed && name.ends_with(".js") {
            FileKind::Script
        } else if hashed {
            FileKind::Hashed
        } else {
            FileKind::Other
        }
    }

    /// All headers of files of this kind.
    pub fn headers(self) -> Vec<Header> {
        let policy = match self {
            FileKind::Widget => Some(CONTENT_SECURITY_POLICY_OF_WIDGETS),
            // A worker keeps to the policy that its script came with, not to its page's.
            FileKind::KeptPage | FileKind::Page | FileKind::ServiceWorker | FileKind::Script => {
                Some(CONTENT_SECURITY_POLICY)
            }
            FileKind::Kept | FileKind::Version | FileKind::Hashed | FileKind::Other => None,
        };
        let kept = match self {
            FileKind::Widget | FileKind::Page | FileKind::ServiceWorker => REVALIDATE,
            FileKind::Version => NO_STORE,
            FileKind::KeptPage | FileKind::Kept | FileKind::Script | FileKind::Hashed => IMMUTABLE,
            FileKind::Other => SHORT,
        };
        let shared: &[Header] = match self {
            FileKind::Widget => &[SHOWN_ANYWHERE, ISOLATED],
            FileKind::KeptPage => &[SHOWN_HERE, NOT_FOUND_BY_SEARCH],
            FileKind::Kept => &[SHOWN_ANYWHERE, FROM_ANYWHERE, NOT_FOUND_BY_SEARCH],
            FileKind::Page => &[SHOWN_HERE],
            FileKind::Version | FileKind::ServiceWorker | FileKind::Script | FileKind::Hashed | FileKind::Other => {
                &[SHOWN_ANYWHERE, FROM_ANYWHERE]
            }
        };
        let policy = policy.map(|policy| ("content-security-policy", policy));
        [("cache-control", kept)].into_iter().chain(policy).chain(ALWAYS).chain(shared.iter().copied()).collect()
    }
}

/// The script that serves the site where there is no network. The name stays: browsers ask for it again and again.
pub const SERVICE_WORKER: &str = "sw.js";

/// Whether the name is that of a file in the copy of a version, as in `v/v1a2b3c4d/figures/parks/index.html`.
fn is_kept(name: &str) -> bool {
    let version = name.strip_prefix("v/").and_then(|rest| rest.split_once('/'));
    version.is_some_and(|(version, _)| is_hex(version.trim_start_matches(VERSION_LETTER), VERSION_DIGITS))
}

fn is_hex(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Whether the name holds a content hash, as in `site-1f0a9c3e5b7d2468.css`.
fn is_hashed(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    let Some((start, _)) = file.split_once('.') else { return false };
    let Some((_, hash)) = start.rsplit_once('-') else { return false };
    is_hex(hash, HASH_DIGITS)
}

/// How many digits of a file's hash stand in its name.
pub const HASH_DIGITS: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashed_files_are_kept_for_ever_and_pages_never() {
        let kept = |name| FileKind::of(name).headers()[0];
        for (name, value) in [
            ("site-1f0a9c3e5b7d2468.css", IMMUTABLE),
            ("program-1f0a9c3e5b7d2468.wasm", IMMUTABLE),
            ("/boot-0123456789abcdef.js", IMMUTABLE),
            ("/", REVALIDATE),
            ("figures/index.html", REVALIDATE),
            ("/embed/figures/parks/", REVALIDATE),
            ("v/1a2b3c4d/en/index.html", IMMUTABLE),
            ("v/v1a2b3c4d/en/index.html", IMMUTABLE),
            ("/v/1a2b3c4d/data/plan.xlsx", IMMUTABLE),
            ("since/", REVALIDATE),
            ("sw.js", REVALIDATE),
            ("data/plan.xlsx", SHORT),
            ("v/other/plan.json", SHORT),
            ("data/version.txt", NO_STORE),
            ("icon.svg", SHORT),
            ("embed.js", SHORT),
            ("figures/industry-output/oembed.json", SHORT),
            ("figures/one-deadbeef/card.png", SHORT),
        ] {
            assert_eq!(kept(name), ("cache-control", value), "{name}");
        }
    }

    #[test]
    fn search_engines_are_kept_from_copies_of_versions_alone() {
        for (name, kept) in
            [("/v/1a2b3c4d/", true), ("v/v1a2b3c4d/data/plan.csv", true), ("/", false), ("/data/plan.csv", false)]
        {
            assert_eq!(FileKind::of(name).headers().contains(&NOT_FOUND_BY_SEARCH), kept, "{name}");
        }
    }

    #[test]
    fn only_widgets_can_be_framed_by_others() {
        let policy = |name| {
            let headers = FileKind::of(name).headers();
            headers.into_iter().find(|(name, _)| *name == "content-security-policy").map(|(_, value)| value)
        };
        for widget in ["/embed/figures/a/index.html", "/en/embed/pillars/b/index.html"] {
            assert!(!policy(widget).is_some_and(|policy| policy.contains("frame-ancestors")), "{widget}");
        }
        for page in [
            "/index.html",
            "/figures/embed/index.html",
            "/en/index.html",
            "/404.html",
            "/pillars/en/embed/",
            "/v/1a2b3c4d/embed/",
        ] {
            assert!(policy(page).is_some_and(|policy| policy.ends_with(&format!("; {FRAMED_BY_US}"))), "{page}");
        }
    }
}
