//! The code that shows a widget in another site's page.

use crate::plan::Plan;
use crate::route::query::{ColorTheme, TextSize, View};
use crate::route::{Address, Page, Query, Widget};
use html_escape::encode_double_quoted_attribute;

/// What a journalist pastes to show `widget`.
#[derive(Clone)]
pub struct Snippet<'a> {
    pub plan: &'a Plan,
    pub widget: Widget,
    pub address: Address,
    /// Reserved heights in CSS pixels: narrow drawing in columns of 320, 460 and just under 600 px, then wide drawing
    /// in columns of 600 and 760 px.
    pub heights: [u16; 5],
    pub options: Options,
}

/// What a journalist chooses. The default is the widget as it is, as wide as its column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    pub theme: ColorTheme,
    pub text: TextSize,
    pub view: View,
    /// Whether what other sources say is shown as well.
    pub since: bool,
    pub width_css_px: Option<u16>,
}

impl Options {
    fn query(self) -> Query {
        Query { theme: self.theme, text: self.text, view: self.view, since: self.since, ..Query::default() }
    }

    /// The attributes of `<plan-figure>` by name; what is at its default is left out.
    pub fn attributes(self) -> impl Iterator<Item = (&'static str, String)> {
        let Options { theme, text, view, since, width_css_px } = self;
        let named = [
            ("theme", (theme != ColorTheme::default()).then_some(theme.name())),
            ("text", (text != TextSize::default()).then_some(text.name())),
            ("view", (view != View::default()).then_some(view.name())),
            ("since", since.then_some("1")),
        ];
        let named = named.into_iter().filter_map(|(name, value)| Some((name, value?.to_owned())));
        named.chain(width_css_px.map(|width| ("width", width.to_string())))
    }
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
            "<iframe src=\"{}\" title=\"{}\" width=\"{}\" height=\"{}\" loading=\"lazy\" frameborder=\"0\" \
             sandbox=\"{SANDBOX}\"></iframe>\n<p>{}</p>",
            escape(&self.frame_address()),
            escape(&self.title()),
            self.options.width_css_px.map_or("100%".to_owned(), |width| width.to_string()),
            self.height_css_px(),
            self.link()
        )
    }

    /// The element that follows its content's height; where its script does not run, it is the link inside. Until the
    /// script is there, its style keeps its place free: on a phone for the narrow drawing, elsewhere for the wide one.
    pub fn element(&self) -> String {
        let [.., wide] = self.heights;
        let options = self.options.attributes().map(|(name, value)| format!(" {name}=\"{}\"", escape(&value)));
        format!(
            "<script async src=\"{}embed.js\"></script>\n<plan-figure {}=\"{}\" lang=\"{}\"{} \
             style=\"display:block;min-height:clamp({wide}px,({PHONE_CSS_PX}px - 100vw)*999,{}px)\">{}</plan-figure>",
            self.address.url("/"),
            self.widget.attribute(),
            self.widget.id(self.plan),
            self.plan.lang.code(),
            options.collect::<String>(),
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

    fn frame_address(&self) -> String {
        let page = self.address.page(Page::Embed(self.widget), self.plan, self.plan.lang);
        format!("{page}{}", self.options.query().format(self.plan))
    }

    fn link(&self) -> String {
        format!(
            "<a href=\"{}\">{}</a>",
            self.address.page(self.widget.page(), self.plan, self.plan.lang),
            escape(&self.title())
        )
    }
}

/// As browsers write text back.
fn escape(text: &str) -> String {
    encode_double_quoted_attribute(text).replace('\u{a0}', "&nbsp;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Ref;
    use crate::site::source;

    fn snippet(plan: &Plan, options: Options) -> Snippet<'_> {
        let figure = Ref::all(&plan.figures).next().expect("a figure");
        let address = Address::new("https://plan.example", "/bijie/");
        Snippet { plan, widget: Widget::Figure(figure), address, heights: [500, 480, 460, 440, 420], options }
    }

    #[test]
    fn what_was_chosen_stands_in_both_codes_and_a_default_in_neither() {
        let plans = source::load_or_panic("data");
        let plain = snippet(plans.en, Options::default());
        for name in ["theme", "text=", "view", "since", "width=\"4"] {
            assert!(!plain.element().contains(name) && !plain.plain().contains(name), "{name}");
        }
        assert!(plain.plain().contains("width=\"100%\""));
        let options = Options {
            theme: ColorTheme::Dark,
            text: TextSize::Large,
            view: View::Table,
            since: true,
            width_css_px: Some(420),
        };
        let chosen = snippet(plans.en, options);
        assert!(
            chosen.plain().contains("?theme=dark&amp;text=large&amp;view=table&amp;since=1\""),
            "{}",
            chosen.plain()
        );
        assert!(chosen.plain().contains("width=\"420\""), "{}", chosen.plain());
        let attributes = " lang=\"en\" theme=\"dark\" text=\"large\" view=\"table\" since=\"1\" width=\"420\" style=";
        assert!(chosen.element().contains(attributes), "{}", chosen.element());
    }

    #[test]
    fn nothing_leaves_its_attribute_or_its_element() {
        assert_eq!(escape("a \"b\" <i>&c</i>\u{a0}d"), "a &quot;b&quot; &lt;i&gt;&amp;c&lt;/i&gt;&nbsp;d");
    }
}
