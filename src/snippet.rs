use crate::plan::Plan;
use crate::route::{Address, Page, Widget};
use html_escape::encode_double_quoted_attribute;

/// What a journalist pastes to show `widget`.
#[derive(Clone, Copy)]
pub struct Snippet<'a> {
    pub plan: &'a Plan,
    pub widget: Widget,
    pub address: Address,
    /// Heights in CSS pixels, by the width of the column: see `site::embed::height`.
    pub heights: [u16; 5],
}

/// What a frame may do. Scripts: its height, and its life after the first touch. Its own origin: frames then share one
/// cache, and as the host is of another origin, nothing of the host's is in reach. Windows: the links out of it.
const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/// Width of a window below which the column of an article is taken to be a phone's.
const PHONE_CSS_PX: u32 = 600;

impl Snippet<'_> {
    /// A frame that needs no script in the page around it.
    pub fn plain(&self) -> String {
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{}\" loading=\"lazy\" frameborder=\"0\" \
             sandbox=\"{SANDBOX}\"></iframe>\n<p>{}</p>",
            self.address.page(Page::Embed(self.widget), self.plan, self.plan.lang),
            escape(&self.title()),
            self.height_css_px(),
            self.link()
        )
    }

    /// The element that follows its content's height; where its script does not run, it is the link inside. Until the
    /// script is there, its style keeps its place free: on a phone for the narrow drawing, elsewhere for the wide one.
    pub fn element(&self) -> String {
        let [.., wide] = self.heights;
        format!(
            "<script async src=\"{}embed.js\"></script>\n<plan-figure {}=\"{}\" lang=\"{}\" \
             style=\"display:block;min-height:clamp({wide}px,({PHONE_CSS_PX}px - 100vw)*999,{}px)\">{}</plan-figure>",
            self.address.of("/"),
            self.widget.attribute(),
            self.widget.id(self.plan),
            self.plan.lang.code(),
            self.height_css_px(),
            self.link()
        )
    }

    /// A height that holds in any column from 320 px up.
    pub fn height_css_px(&self) -> u16 {
        self.heights.into_iter().max().unwrap_or(0)
    }

    pub fn title(&self) -> String {
        self.widget.page().heading(self.plan)
    }

    fn link(&self) -> String {
        format!(
            "<a href=\"{}\">{}</a>",
            self.address.page(self.widget.page(), self.plan, self.plan.lang),
            escape(&self.title())
        )
    }
}

/// As browsers write text back, so that the builder's code is the same.
fn escape(text: &str) -> String {
    encode_double_quoted_attribute(text).replace('\u{a0}', "&nbsp;")
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_leaves_its_attribute_or_its_element() {
        assert_eq!(escape("a \"b\" <i>&c</i>\u{a0}d"), "a &quot;b&quot; &lt;i&gt;&amp;c&lt;/i&gt;&nbsp;d");
    }
}
