//! What the whole page shares: the plan, the language and where the site is served.

use crate::bundle::{BundleRef, CheckFiles};
use crate::plan::Plan;
use crate::quantity::Lang;
use crate::route::{Address, OEMBED, Page, Widget};
use crate::text::Text;
use yew::prelude::{hook, use_context};

/// What every part of a page needs to know, from [`use_site`]; pages get it as an argument. Copies are free.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SiteContext {
    pub bundle: BundleRef,
    pub lang: Lang,
    pub page: Page,
}

impl SiteContext {
    pub fn plan(&self) -> &'static Plan {
        self.bundle.plan(self.lang)
    }

    pub fn address(&self) -> Address {
        self.bundle.deployment.address
    }

    /// Whether the page is part of a frozen copy: the immutable snapshot of a data version under /v/<version>/.
    pub fn frozen(&self) -> bool {
        self.bundle.deployment.frozen
    }

    /// The absolute address under which this version of `page` stays.
    pub fn permanent(&self, page: Page) -> String {
        let (address, plan) = (self.address(), self.plan());
        if self.frozen() { address.page(page, plan, self.lang) } else { address.frozen(page, plan, self.lang) }
    }

    /// Address of the drawing at the foot of the opening.
    pub fn ranges(&self) -> Text {
        self.bundle.deployment.ranges
    }

    pub fn check(&self) -> CheckFiles {
        self.bundle.deployment.check
    }

    /// Reserved heights in CSS pixels: narrow drawing in columns of 320, 460 and just under 600 px, then wide drawing
    /// in columns of 600 and 760 px.
    pub fn heights(&self, widget: Widget, lang: Lang) -> [u16; 5] {
        let heights = self.bundle.deployment.heights.get(widget.height_position(self.plan()));
        heights.map_or([0; 5], |of| of[lang as usize])
    }

    /// Whether the page stands in another site's page, which its links must not be opened in.
    pub fn framed(&self) -> bool {
        matches!(self.page, Page::Embed(_))
    }

    /// Where links to other pages open.
    pub fn target(&self) -> Option<&'static str> {
        self.framed().then_some("_blank")
    }

    pub fn href(&self, page: Page) -> String {
        self.path(page, self.lang)
    }

    /// Address of a place on `page`.
    pub fn href_to(&self, page: Page, anchor: &str) -> String {
        format!("{}#{anchor}", self.href(page))
    }

    /// Address of the same page in the other language.
    pub fn href_in_other_language(&self, page: Page) -> String {
        self.path(page, self.lang.other())
    }

    /// Address of the page's description for sites that embed what is linked to.
    pub fn oembed(&self, widget: Widget, lang: Lang) -> String {
        format!("{}{}", self.path(widget.page(), lang), OEMBED)
    }

    /// Address of a file under the base, from its path.
    pub fn under(&self, path: &str) -> String {
        self.address().under(path)
    }

    fn path(&self, page: Page, lang: Lang) -> String {
        self.under(&page.path(self.plan(), lang))
    }
}

/// The site around a component; it is rendered again where another page is shown.
#[hook]
pub fn use_site() -> SiteContext {
    use_context::<SiteContext>().expect("every component is rendered inside App, which provides the site")
}
