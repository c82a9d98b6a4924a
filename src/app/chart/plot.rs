//! Puts islands into a page, each in the element by which the browser finds it.

use super::chart::Chart;
use super::still::still;
use crate::app::Context;
use crate::app::island::CHART;
use crate::app::parts::text::place;
use crate::figure::{Frame, Part, Subject, WHOLE, describe, tell};
use crate::route::Page;
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

/// Whether points lead to their figures. On a figure's own page there is nowhere to go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Links {
    ToFigures,
    None,
}

/// A chart with the parts in `shown`; its description tells the whole.
pub fn chart(cx: &Context, subject: Subject, shown: u8, links: Links) -> Html {
    let key = subject.key();
    html! {
        <div key={key.clone()} class="plot">
            <div role="img" aria-label={describe(&subject)} data-island={CHART} data-subject={key.clone()} data-shown={shown.to_string()}>
                <Chart context={*cx} subject={Rc::new(subject.clone())} {shown} />
            </div>
            {points(cx, &subject, &key, links)}
        </div>
    }
}

/// What there is to say of each point of a chart, for the program to show where it is pointed at. The texts stand in
/// the chart's description and table too.
fn points(cx: &Context, subject: &Subject, key: &str, links: Links) -> Html {
    let [narrow, wide] = Frame::STILLS.map(|(frame, _)| subject.place(frame, WHOLE).spots);
    let lang = cx.lang;
    // What is made of several figures is named by its kind.
    let subject_name = key.trim_start_matches('+').split('+').next().unwrap_or_default();
    html! {
        <>
            <ul class="points" hidden=true aria-label={words::points(lang)}>
                {for narrow.into_iter().zip(wide).filter_map(|(narrow, wide)| {
                    let told = tell(subject, narrow.part)?;
                    let name = told.figure.filter(|_| matches!(narrow.part, Part::Member(_)));
                    let name = name.map_or_else(|| narrow.part.name(), |figure| figure.as_str().to_owned());
                    let figure = told.figure.and_then(|id| cx.plan().find(id.as_str()));
                    let elsewhere = figure.map(Page::Figure).filter(|_| links == Links::ToFigures);
                    Some(html! {
                        <li data-point={format!("{subject_name}.{name}")} data-shown={subject.bits(narrow.part).to_string()} data-narrow={narrow.css_px()} data-wide={wide.css_px()}>
                            <span data-n="point">{told.words}</span>
                            {for told.arithmetic.into_iter().map(|arithmetic| html! { <span data-n="point" class="arithmetic">{" "}{arithmetic}</span> })}
                            {for told.at.map(|at| html! { <>{" "}{place(cx, at)}</> })}
                            {for elsewhere.map(|page| html! { <>{" "}<a href={cx.href(page)} target={cx.target()} tabindex="-1">{words::open_figure(lang)}</a></> })}
                        </li>
                    })
                })}
            </ul>
            <p class="said" role="status"></p>
        </>
    }
}

/// A later state of a chart that stands on the page already: it is there for readers without the program, which moves
/// the first one instead.
pub fn state(cx: &Context, subject: &Subject, shown: u8) -> Html {
    html! {
        <div class="chart" aria-hidden="true">
            <div class="drawing">{still(cx, subject, shown)}</div>
        </div>
    }
}
