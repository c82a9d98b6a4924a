//! Where the site is served, and every URL that follows from it.

use super::{Page, VERSION_LETTER};
use crate::plan::Plan;
use crate::quantity::Lang;
use crate::text::Text;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, percent_encode};
use serde::{Deserialize, Serialize};

/// What a path keeps as it is. All else is encoded, `&` and quotes as well: an address then stands in HTML, XML, script and
/// style as it is written.
const ENCODED: AsciiSet = NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The path under the base of the copy of this version of the data, which stays as it is.
pub fn frozen_folder(plan: &Plan) -> String {
    format!("/v/{}/", plan.version.as_str())
}

/// What was the path of that copy while versions had no letter.
pub fn former_frozen_folder(plan: &Plan) -> String {
    format!("/v/{}/", plan.version.as_str().trim_start_matches(VERSION_LETTER))
}

/// Where the site is served: scheme and host, and the path under them. The one maker of URLs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Address {
    /// Without a slash at the end: `https://plan.example`.
    pub site_url: Text,
    /// With a slash at both ends: `/bijie/`; percent-encoded, as in `/%E6%AF%95%E8%8A%82/` for `/毕节/`.
    pub public_url: Text,
}

impl Address {
    pub fn new(site_url: &str, public_url: &str) -> Address {
        Address { site_url: site_url.to_owned().into(), public_url: encoded(public_url).into() }
    }

    /// The path on the host of a `path` under the base: `/bijie/figures/roads/` for `/figures/roads/`.
    pub fn under(self, path: &str) -> String {
        format!("{}{path}", self.public_url.as_str().trim_end_matches('/'))
    }

    /// The absolute URL of a `path` under the base.
    pub fn url(self, path: &str) -> String {
        format!("{}{}", self.site_url.as_str(), self.under(path))
    }

    /// The absolute URL of `page`.
    pub fn page(self, page: Page, plan: &Plan, lang: Lang) -> String {
        self.url(&page.path(plan, lang))
    }

    /// The absolute URL under which `page` stays as this version of the data has it.
    pub fn frozen(self, page: Page, plan: &Plan, lang: Lang) -> String {
        self.url(&format!("{}{}", frozen_folder(plan), page.path(plan, lang).trim_start_matches('/')))
    }

    /// The path under the base of a path on the host, the inverse of [`Address::under`]. None outside of the site.
    pub fn strip(self, path: &str) -> Option<&str> {
        strip(path, self.public_url.as_str())
    }
}

/// A path in its one way of writing, whether it is given encoded or not.
pub fn encoded(path: &str) -> String {
    percent_encode(&percent_decode_str(path).collect::<Vec<u8>>(), &ENCODED).to_string()
}

/// What of `path` lies under `base`, with its slash. Hosts and browsers encode more or less of a path: `&` is `%26`.
pub fn strip<'a>(path: &'a str, base: &str) -> Option<&'a str> {
    let base = base.trim_end_matches('/');
    let (end, _) = path.match_indices('/').nth(base.matches('/').count())?;
    let (own, rest) = path.split_at(end);
    percent_decode_str(own).eq(percent_decode_str(base)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_of_any_characters_has_one_way_of_writing_and_is_read_in_all() {
        for given in ["/a & b/毕节/", "/a%20&%20b/%e6%af%95%E8%8A%82/", "/a%20%26%20b/%E6%AF%95%E8%8A%82/"] {
            let address = Address::new("https://plan.example", given);
            assert_eq!(address.url("/data/"), "https://plan.example/a%20%26%20b/%E6%AF%95%E8%8A%82/data/");
            let asked = format!("{}figures/%E8/", given.replace(' ', "%20"));
            assert_eq!(address.strip(&asked), Some("/figures/%E8/"), "{given}");
            assert_eq!(address.strip("/a%20b/"), None);
        }
        assert_eq!(Address::new("", "/100%/").public_url.as_str(), "/100%25/");
        assert_eq!(Address::new("", "/").strip("/figures/"), Some("/figures/"));
        assert_eq!(Address::new("", "/bijie/").strip("/bijie"), None);
        assert_eq!(Address::new("", "/bijie/").strip("/bijieng/x"), None);
    }
}
