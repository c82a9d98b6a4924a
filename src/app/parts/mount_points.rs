//! Mount points that several pages have.

use super::ledger::pigment_class;
use crate::app::SiteContext;
use crate::app::chart::drawing;
use crate::app::part::{Links, Part};
use crate::app::part_view::mount_point;
use crate::figure::{FigureChart, Subject};
use crate::plan::{self, Ref, Shown};
use crate::route::Widget;
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

/// All ways to pass a page on, in one line that unfolds.
pub fn fold(cx: &SiteContext) -> Html {
    html! {
        <details id="pass-on" class="pass">
            <summary><h2>{if Widget::of(cx.page).is_some() { words::share_all(cx.lang) } else { words::share(cx.lang) }}</h2></summary>
            {mount_point(cx, Part::Share)}
            {mount_point(cx, Part::Builder)}
        </details>
    }
}

/// Figures as rows of a ledger.
pub fn rows(cx: &SiteContext, figures: impl Iterator<Item = Ref<plan::Figure>>) -> Html {
    let plan = cx.plan();
    html! {
        <ul class="figure-rows">
            {for figures.map(|figure| {
                let pigment = plan[figure].pillar.map(|pillar| pigment_class(pillar.position()));
                let id = plan.id_of(figure);
                html! { <li key={id} {id} class={classes!(pigment)}>{mount_point(cx, Part::Row(figure))}</li> }
            })}
        </ul>
    }
}

/// The whole chart.
pub fn picture(cx: &SiteContext, reference: Ref<plan::Figure>, links: Links) -> Html {
    let subject = Subject::Figure(FigureChart::of(cx.plan(), reference));
    let part = Part::Plot { subject: Rc::new(subject.clone()), links };
    drawing(&subject, Shown::ALL, mount_point(cx, part))
}
