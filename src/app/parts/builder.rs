//! The code that shows a page in another site's page, to be copied. Without the program it is the usual one; with it
//! the reader chooses and looks.

use crate::app::browser::{Listener, copy_text, document, spawn_then, warn};
use crate::app::state::Action;
use crate::app::store::{use_live, use_selector, use_store};
use crate::app::use_site;
use crate::quantity::Lang;
use crate::route::Widget;
use crate::route::query::{ColorTheme, TextSize, View};
use crate::snippet::{Options, Snippet};
use crate::words;
use std::cell::RefCell;
use web_sys::{HtmlDetailsElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;
use yew::virtual_dom::VTag;

/// Widths to choose from beside that of the column.
const WIDTHS_CSS_PX: [u16; 2] = [420, 640];
/// The name of the element in articles.
const ELEMENT: &str = "plan-figure";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Choice {
    lang: Lang,
    options: Options,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Copied {
    NotYet,
    Done,
    /// The code is selected, for readers to copy it themselves.
    Refused,
}

#[derive(Clone, PartialEq, Properties)]
pub struct BuilderProps {
    pub widget: Widget,
}

#[component]
pub fn Builder(props: &BuilderProps) -> Html {
    let cx = use_site();
    let BuilderProps { widget } = *props;
    let lang = cx.lang;
    let store = use_store();
    let open = use_selector(|state| state.builder_open);
    let ready = use_live();
    let choice = use_state_eq(|| Choice { lang, options: Options::default() });
    let copied = use_state_eq(|| Copied::NotYet);
    let code = use_node_ref();
    let ontoggle = {
        let store = store.clone();
        Callback::from(move |event: Event| {
            let details: HtmlDetailsElement = event.target_unchecked_into();
            store.dispatch(Action::OpenBuilder(details.open()));
        })
    };
    {
        // The way here of links from elsewhere.
        let asked = use_selector(|state| state.anchor.as_deref() == Some(ANCHOR));
        use_effect_with(asked, move |asked| {
            if *asked {
                store.dispatch(Action::OpenBuilder(true));
            }
        });
    }
    let set = {
        let (choice, copied) = (choice.clone(), copied.setter());
        move |change: fn(&mut Choice, usize)| {
            let (choice, copied) = (choice.clone(), copied.clone());
            Callback::from(move |event: Event| {
                let select: HtmlSelectElement = event.target_unchecked_into();
                let mut next = *choice;
                change(&mut next, usize::try_from(select.selected_index()).unwrap_or_default());
                choice.set(next);
                copied.set(Copied::NotYet);
            })
        }
    };
    let Choice { lang: code_lang, options } = *choice;
    let plan = cx.bundle.plan(code_lang);
    let heights = cx.heights(widget, code_lang);
    let snippet = Snippet { plan, widget, address: cx.address(), heights, options };
    let element = snippet.element();
    let onclick = {
        let (element, copied, code) = (element.clone(), copied.setter(), code.clone());
        Callback::from(move |_: MouseEvent| {
            let (element, copied, code) = (element.clone(), copied.clone(), code.clone());
            spawn_then(async move { copy_text(&element).await }, move |done| match done {
                Ok(()) => copied.set(Copied::Done),
                Err(error) => {
                    warn("the code is not copied", &error);
                    if let Some(code) = code.cast::<HtmlTextAreaElement>() {
                        code.select();
                    }
                    copied.set(Copied::Refused);
                }
            });
        })
    };
    let said = match *copied {
        Copied::NotYet => "",
        Copied::Done => words::embed_copied(lang),
        Copied::Refused => words::embed_not_copied(lang),
    };
    let hidden = !ready;
    // The page without the program knows nothing of other sources.
    let known = ready && matches!(widget, Widget::Figure(figure) if !plan.follow_ups_of(figure).is_empty());
    html! {
        <details id={ANCHOR} class="builder" {open} {ontoggle}>
            <summary>{words::embed(lang)}</summary>
            <p>{words::embed_how(lang)}</p>
            <div class="fields" {hidden}>
                {select("lang", words::embed_language(lang), &Lang::ALL.map(|one| (one.code(), own_name(one), one == code_lang)),
                    set(|choice, index| choice.lang = Lang::ALL.get(index).copied().unwrap_or(choice.lang)))}
                {select("theme", words::theme_switch(lang),
                    &ColorTheme::ALL.map(|theme| (theme.name(), words::color_theme(theme, lang), theme == options.theme)),
                    set(|choice, index| choice.options.theme = ColorTheme::ALL.get(index).copied().unwrap_or_default()))}
                {select("text", words::text_switch(lang),
                    &TextSize::ALL.map(|text| (text.name(), words::text_size(text, lang), text == options.text)),
                    set(|choice, index| choice.options.text = TextSize::ALL.get(index).copied().unwrap_or_default()))}
                {select("view", words::embed_view(lang),
                    &View::ALL.map(|view| (view.name(), words::view(view, lang), view == options.view)),
                    set(|choice, index| choice.options.view = View::ALL.get(index).copied().unwrap_or_default()))}
                if known {
                    {select("since", words::embed_since(lang),
                        &[("", words::embed_since_off(lang), !options.since), ("1", words::embed_since_on(lang), options.since)],
                        set(|choice, index| choice.options.since = index == 1))}
                }
                {select("width", words::embed_size(lang),
                    &[("", words::embed_full_width(lang), options.width_css_px.is_none()),
                      ("420", "420 px", options.width_css_px == Some(WIDTHS_CSS_PX[0])),
                      ("640", "640 px", options.width_css_px == Some(WIDTHS_CSS_PX[1]))],
                    set(|choice, index| choice.options.width_css_px = index.checked_sub(1).and_then(|index| WIDTHS_CSS_PX.get(index).copied())))}
            </div>
            <label for="snippet">{words::embed_snippet(lang)}</label>
            <textarea id="snippet" ref={code} rows="5" readonly=true data-n="label" value={element} />
            <p class="copying" {hidden}>
                <button type="button" {onclick}>{words::embed_copy(lang)}</button>
                <span role="status"><span key={said}>{said}</span></span>
            </p>
            <label for="plain-snippet">{words::embed_plain(lang)}</label>
            <textarea id="plain-snippet" rows="5" readonly=true data-n="label" value={snippet.plain()} />
            if open && ready {
                <Preview {widget} lang={code_lang} {options} />
            }
        </details>
    }
}

const ANCHOR: &str = "embed";

fn own_name(lang: Lang) -> &'static str {
    words::other_language(lang.other())
}

/// A choice among values with their words; the last field says which is chosen.
fn select(
    name: &'static str,
    label: &'static str,
    options: &[(&'static str, &'static str, bool)],
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label key={name}>
            <span>{label}</span>
            <select {name} {onchange}>
                {for options.iter().map(|(value, word, selected)| html! {
                    <option key={*value} value={*value} selected={*selected} data-n="label">{*word}</option>
                })}
            </select>
        </label>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PreviewProps {
    widget: Widget,
    lang: Lang,
    options: Options,
}

/// The widget as an article shows it, by the very element that articles use.
#[component]
fn Preview(props: &PreviewProps) -> Html {
    let cx = use_site();
    let PreviewProps { widget, lang, options } = *props;
    use_effect_with((), move |()| load_element(&cx.under("/embed.js")));
    let mut element = VTag::new(ELEMENT);
    element.add_attribute(widget.attribute(), widget.id(cx.plan()));
    element.add_attribute("lang", lang.code());
    for (name, value) in options.attributes() {
        element.add_attribute(name, value);
    }
    // Names its frame, and is what is seen where its script does not come.
    element.add_child(html! { {widget.page().heading(cx.bundle.plan(lang))} });
    html! {
        <div class="preview">
            <p>{words::embed_preview(cx.lang)}</p>
            {Html::from(element)}
        </div>
    }
}

thread_local! {
    /// The element's script, once it was asked for: a document defines an element once.
    static SCRIPT: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

fn load_element(address: &str) {
    SCRIPT.with_borrow_mut(|known| {
        if known.is_some() {
            return;
        }
        let script = document().create_element("script").and_then(|script| {
            script.set_attribute("src", address)?;
            Ok(script)
        });
        let added = script.and_then(|script| {
            let failed = Listener::on(&script, "error", |event| warn("there is no preview", &event));
            let head = document().head().ok_or("a document without a head")?;
            head.append_child(&script)?;
            *known = Some(failed);
            Ok(())
        });
        if let Err(error) = added {
            warn("there is no preview", &error);
        }
    });
}
