//! A drawing on a page with the place of its canvas.

use super::still::still;
use crate::figure::{Subject, describe};
use crate::plan::Shown;
use yew::prelude::*;

/// The drawing of `subject` with the parts in `shown`, and over it what makes it live. The description tells the whole.
pub fn drawing(subject: &Subject, shown: Shown, live: Html) -> Html {
    html! {
        <div key={subject.key()} class="plot">
            <div class="chart">
                <div class="drawing">
                    <div class="still" role="img" aria-label={describe(subject)}>{still(subject, shown)}</div>
                    {live}
                </div>
            </div>
        </div>
    }
}
