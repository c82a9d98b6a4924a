//! The headers of the public site, in one place: the local server sends them, `_headers` hands them to hosts that read it.

/// Nothing but our own files, nothing inline.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/// Sent with every file.
pub const ALWAYS: [(&str, &str); 3] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
];

const IMMUTABLE: &str = "public, max-age=31536000, immutable";
const REVALIDATE: &str = "no-cache";
const SHORT: &str = "public, max-age=300, must-revalidate";

/// How long the file of this name may be kept without asking.
pub fn cache_control(name: &str) -> &'static str {
    if is_hashed(name) {
        IMMUTABLE
    } else if name.ends_with(".html") {
        REVALIDATE
    } else {
        SHORT
    }
}

/// Whether the name holds a content hash, as in `site-1f0a9c3e5b7d2468.css`.
fn is_hashed(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.split(['-', '.', '_']).any(|part| part.len() >= 12 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// The same policy as a `_headers` file, for a site under `base`.
pub fn headers_file(base: &str) -> String {
    let mut text = format!("{base}*\n  content-security-policy: {CONTENT_SECURITY_POLICY}\n");
    for (name, value) in ALWAYS {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    for ending in ["js", "wasm", "css", "bin"] {
        text.push_str(&format!("{base}*.{ending}\n  cache-control: {IMMUTABLE}\n"));
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
        assert_eq!(cache_control("icon.svg"), SHORT);
    }
}
