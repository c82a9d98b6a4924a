//! The score that Mozilla's HTTP Observatory would give, by its published rules.

use scraper::{Html, Selector};
use std::collections::BTreeMap;

/// What the Observatory sees of a site that is served over https, which http leads to on the same host, which sets no
/// cookies, and which is on no browser's list of hosts to be asked over https alone.
pub struct Seen<'a> {
    pub headers: &'a BTreeMap<String, String>,
    pub html: &'a str,
}

/// A test's name and what it adds or takes away.
pub type Modifier = (&'static str, i32);

impl Seen<'_> {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }

    /// The tests with their modifiers, as <https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring>
    /// lists them; those for a resource that is shown anywhere are taken from the scanner itself, `src/grader/charts.js`
    /// of `mdn/mdn-http-observatory`. Cookies: none is found, 0. Redirection: to https on the same host, 0.
    pub fn modifiers(&self) -> Vec<Modifier> {
        vec![
            ("content-security-policy", self.policy()),
            ("cross-origin-resource-policy", self.resource_policy()),
            ("cross-origin-resource-sharing", self.sharing()),
            ("referrer-policy", self.referrer()),
            ("strict-transport-security", self.transport()),
            ("subresource-integrity", self.integrity()),
            ("x-content-type-options", if self.header("x-content-type-options") == Some("nosniff") { 0 } else { -5 }),
            ("x-frame-options", self.framing()),
        ]
    }

    /// Penalties first; extra credit is for those who have 90 without it.
    pub fn score(&self) -> i32 {
        let modifiers = self.modifiers();
        let sum = |wanted: fn(i32) -> bool| -> i32 {
            modifiers.iter().map(|(_, modifier)| *modifier).filter(|modifier| wanted(*modifier)).sum()
        };
        let without = 100 + sum(|modifier| modifier < 0);
        (if without >= 90 { without + sum(|modifier| modifier > 0) } else { without }).max(0)
    }

    fn directives(&self) -> BTreeMap<&str, Vec<&str>> {
        let policy = self.header("content-security-policy").unwrap_or_default();
        let directives = policy.split(';').filter_map(|directive| {
            let mut words = directive.split_whitespace();
            Some((words.next()?, words.collect()))
        });
        directives.collect()
    }

    fn policy(&self) -> i32 {
        const BROAD: [&str; 8] = ["ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"];
        let directives = self.directives();
        if directives.is_empty() {
            return -25;
        }
        let any = vec!["*"];
        let sources = |name: &str| directives.get(name).or(directives.get("default-src")).unwrap_or(&any);
        let broad = |name: &str| sources(name).iter().any(|source| BROAD.contains(source));
        let inline = |name: &str| sources(name).iter().any(|source| ["'unsafe-inline'", "data:"].contains(source));
        let passive = ["img-src", "media-src"];
        let insecure = |source: &&str| source.starts_with("http:") || source.starts_with("ftp:");
        let mut active = directives.iter().filter(|(name, _)| !passive.contains(name)).flat_map(|(_, sources)| sources);
        let mut shown = passive.iter().flat_map(|name| sources(name));
        let evaluated = ["script-src", "style-src"].iter().any(|name| sources(name).contains(&"'unsafe-eval'"));
        if broad("script-src") || inline("script-src") || broad("object-src") || active.any(insecure) {
            -20
        } else if evaluated || shown.any(insecure) {
            -10
        } else if broad("style-src") || inline("style-src") {
            0
        } else if directives.get("default-src").is_some_and(|sources| sources == &["'none'"]) {
            10
        } else {
            5
        }
    }

    fn resource_policy(&self) -> i32 {
        match self.header("cross-origin-resource-policy") {
            None | Some("cross-origin") => 0,
            Some("same-origin" | "same-site") => 10,
            Some(_) => -5,
        }
    }

    fn sharing(&self) -> i32 {
        let credentials = self.header("access-control-allow-credentials") == Some("true");
        if credentials && self.header("access-control-allow-origin").is_some() { -50 } else { 0 }
    }

    fn referrer(&self) -> i32 {
        match self.header("referrer-policy") {
            None => 0,
            Some("no-referrer" | "same-origin" | "strict-origin" | "strict-origin-when-cross-origin") => 5,
            Some(_) => -5,
        }
    }

    fn transport(&self) -> i32 {
        const SIX_MONTHS: u64 = 15_768_000;
        let value = self.header("strict-transport-security").unwrap_or_default();
        let age = value.split(';').find_map(|part| part.trim().strip_prefix("max-age=")?.parse::<u64>().ok());
        match age {
            None => -20,
            Some(age) if age < SIX_MONTHS => -10,
            Some(_) => 0,
        }
    }

    fn integrity(&self) -> i32 {
        let document = Html::parse_document(self.html);
        let scripts: Vec<_> = document.select(&Selector::parse("script[src]").expect("a valid selector")).collect();
        let ours = |address: &str| address.starts_with('/') && !address.starts_with("//");
        match scripts.iter().all(|script| script.attr("src").is_some_and(ours)) {
            _ if scripts.is_empty() => 0,
            true if scripts.iter().all(|script| script.attr("integrity").is_some()) => 5,
            true => 0,
            false => -50,
        }
    }

    fn framing(&self) -> i32 {
        match self.directives().get("frame-ancestors") {
            Some(ancestors) if !ancestors.contains(&"*") => 5,
            _ if self.header("x-frame-options").is_some() => 0,
            _ => -20,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Seen;
    use std::collections::BTreeMap;

    fn score(headers: &[(&str, &str)], html: &str) -> i32 {
        let headers: BTreeMap<String, String> =
            headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Seen { headers: &headers, html }.score()
    }

    #[test]
    fn a_site_that_says_nothing_fails_and_extra_credit_needs_a_good_start() {
        // No policy, no https alone, no word on types and on frames.
        assert_eq!(score(&[], ""), 100 - 25 - 20 - 5 - 20);
        let good = [
            ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
            ("strict-transport-security", "max-age=15768000"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
        ];
        assert_eq!(score(&good, ""), 100 + 10 + 5 + 5);
        let framed = [("content-security-policy", "default-src 'none'"), good[1], good[2], good[3]];
        assert_eq!(score(&framed, ""), 80);
        let inline = [("content-security-policy", "default-src 'self' 'unsafe-inline'; frame-ancestors 'none'")];
        assert_eq!(score(&inline, ""), 100 - 20 - 20 - 5);
        assert_eq!(score(&good, "<script src='//elsewhere.example/a.js'></script>"), 50);
    }
}
