//! A figure among others: a row of a ledger that unfolds in place.

use super::ledger::small;
use super::text::{link, mark, quantity_words, quotation, source, tag, unlinked};
use crate::app::chart::{Plot, drawing};
use crate::app::part::{Links, Part, marked};
use crate::app::store::{use_live, use_selector};
use crate::app::{SiteContext, use_site};
use crate::figure::{FigureChart, Subject};
use crate::plan::{self, Ref, Shown};
use crate::quantity::qualifier;
use crate::route::Page;
use crate::words;
use std::rc::Rc;
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct FigureRowProps {
    pub figure: Ref<plan::Figure>,
}

#[component]
pub fn FigureRow(props: &FigureRowProps) -> Html {
    let cx = use_site();
    let (plan, lang, figure) = (cx.plan(), cx.lang, props.figure);
    let record = &plan[figure];
    let id = record.id.as_str();
    let live = use_live();
    let named = use_selector(move |state| state.anchor.as_deref() == Some(id));
    let open = use_state_eq(|| false);
    {
        // Whoever followed a link to it wants to see it.
        let open = open.setter();
        use_effect_with(named, move |named| {
            if *named {
                open.set(true);
            }
        });
    }
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| open.set(event.target_unchecked_into::<HtmlDetailsElement>().open()))
    };
    let Some((slot, value)) = record.values().last() else { return html! {} };
    html! {
        <details open={*open} {ontoggle}>
            <summary>
                {small(&cx, figure)}
                <span class="quantity" data-n={mark(id, slot.name())}>{quantity_words(&cx, &value.quantity)}</span>
                <h3>{unlinked(&record.finding, plan)}</h3>
            </summary>
            <div class="unfolded">
                // Drawn where it is looked at.
                if *open && live { {picture(&cx, figure)} }
                {for record.values().map(|(slot, value)| html! {
                    <p class="source">
                        {value.measure.as_str()}{" "}{tag(qualifier(&value.quantity, lang))}{" "}{source(&cx, value.at)}
                        {quotation(value.phrase.as_str(), Some(mark(id, slot.name())))}
                    </p>
                })}
                <p>{link(&cx, Page::Figure(figure), words::open_figure(lang))}</p>
            </div>
        </details>
    }
}

/// The whole chart. Its canvas is the row's own: only the program renders what is unfolded.
fn picture(cx: &SiteContext, figure: Ref<plan::Figure>) -> Html {
    let (subject, links) = (Rc::new(Subject::Figure(FigureChart::of(cx.plan(), figure))), Links::ToFigures);
    let part = Part::Plot { subject: Rc::clone(&subject), links };
    let canvas = html! { <Plot subject={Rc::clone(&subject)} shown={Shown::ALL} {links} /> };
    drawing(&subject, Shown::ALL, marked(&part, canvas))
}
