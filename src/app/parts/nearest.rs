//! On the page for addresses that lead nowhere: the link on it that is most like what was asked for.

use crate::app::Context;
use crate::words;
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct NearestProps {
    pub context: Context,
}

/// What was asked for is known in the browser alone, so the first render is empty.
#[component]
pub fn Nearest(props: &NearestProps) -> Html {
    let lang = props.context.lang;
    let found = use_state_eq(|| None);
    {
        let found = found.setter();
        use_effect_with((), move |()| found.set(nearest()));
    }
    html! {
        <p aria-live="polite">
            if let Some((href, text)) = (*found).clone() {
                {words::nearest(lang)}{lang.pick("：", ": ")}<a {href}>{text}</a>
            }
        </p>
    }
}

/// Address and words of the nearest link on the page.
fn nearest() -> Option<(String, String)> {
    let window = web_sys::window()?;
    let asked = window.location().pathname().ok()?;
    let links = window.document()?.query_selector_all("main a[href]").ok()?;
    (0..links.length())
        .filter_map(|index| links.item(index)?.dyn_into::<HtmlAnchorElement>().ok())
        .max_by_key(|link| likeness(&link.pathname(), &asked))
        .map(|link| (link.pathname(), link.text_content().unwrap_or_default()))
}

/// How much of two addresses is the same from both ends: enough for a wrong letter, a missing or a doubled one.
fn likeness(a: &str, b: &str) -> usize {
    let same =
        |a: &mut dyn Iterator<Item = u8>, b: &mut dyn Iterator<Item = u8>| a.zip(b).take_while(|(a, b)| a == b).count();
    let start = same(&mut a.bytes(), &mut b.bytes());
    let end = same(&mut a.bytes().rev(), &mut b.bytes().rev());
    2 * (start + end).min(a.len().min(b.len())) - a.len().abs_diff(b.len()).min(start)
}

#[cfg(test)]
mod tests {
    use super::likeness;

    #[test]
    fn a_slip_of_the_pen_is_nearer_than_another_page() {
        let asked = "/figures/industry-outputs/";
        assert!(likeness("/figures/industry-output/", asked) > likeness("/figures/forestry-output/", asked));
        assert!(likeness("/figures/industry-output/", asked) > likeness("/themes/industry/", asked));
        assert!(likeness("/pillars/beauty/", "/pillar/beauty/") > likeness("/pillars/harmony/", "/pillar/beauty/"));
    }
}
