use super::{Page, VERSION_LETTER};
use crate::plan::Plan;
use crate::quantity::Lang;
use crate::text::Text;
use serde::{Deserialize, Serialize};

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
    /// With a slash at both ends: `/bijie/`.
    pub public_url: Text,
}

impl Address {
    pub fn new(site_url: &str, public_url: &str) -> Address {
        Address { site_url: site_url.to_owned().into(), public_url: public_url.to_owned().into() }
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
        path.strip_prefix(self.public_url.as_str().trim_end_matches('/')).filter(|path| path.starts_with('/'))
    }
}
