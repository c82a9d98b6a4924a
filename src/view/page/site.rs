use super::check::CheckFiles;
use crate::plan::Plan;
use crate::quantity::Lang;
use crate::route::{OEMBED, Page, Widget};

/// What every part of a page needs to know: the plan, and where the site is served.
#[derive(Clone, Copy)]
pub struct Site {
    pub plan: &'static Plan,
    /// With a slash at both ends.
    pub base: &'static str,
    /// Address of the opening's mountains.
    pub ranges: &'static str,
    /// Where the site begins, as others reach it.
    pub address: &'static str,
    /// What readers check a text with.
    pub check: CheckFiles,
    /// Whether the page stands in another site's page, which its links must not be opened in.
    pub framed: bool,
}

impl Site {
    pub fn lang(&self) -> Lang {
        self.plan.lang
    }

    /// Where links to other pages open.
    pub fn target(&self) -> Option<&'static str> {
        self.framed.then_some("_blank")
    }

    pub fn href(&self, page: Page) -> String {
        self.path(page, self.lang())
    }

    /// Address of a place on `page`.
    pub fn href_to(&self, page: Page, anchor: &str) -> String {
        format!("{}#{anchor}", self.href(page))
    }

    /// Address of the same page in the other language.
    pub fn href_in_other_language(&self, page: Page) -> String {
        self.path(page, self.lang().other())
    }

    /// Address of the page's description for sites that embed what is linked to.
    pub fn oembed(&self, widget: Widget, lang: Lang) -> String {
        format!("{}{}", self.path(widget.page(), lang), OEMBED)
    }

    /// Address of a file under the base, from its path.
    pub fn under(&self, path: &str) -> String {
        format!("{}{path}", self.base.trim_end_matches('/'))
    }

    fn path(&self, page: Page, lang: Lang) -> String {
        format!("{}{}", self.base.trim_end_matches('/'), page.path(self.plan, lang))
    }
}
