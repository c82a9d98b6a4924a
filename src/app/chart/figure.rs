//! A drawing on a page with the place of its canvas.

use super::still::still;
use crate::app::SiteContext;
use crate::app::part::Part;
use crate::app::part_view::mount_point;
use crate::figure::{Subject, describe};
use crate::plan::Shown;
use yew::prelude::*;

/// The drawing of `subject` with the parts in `shown`, and the place of the part that makes it live. The description
/// tells the whole.
pub fn drawing(cx: &SiteContext, subject: &Subject, shown: Shown, part: Part) -> Html {
    html! {
        <div key={subject.key()} class="plot">
            <div class="chart">
                <div class="drawing">
                    <div class="still" role="img" aria-label={describe(subject)}>{still(subject, shown)}</div>
                    {mount_point(cx, part)}
                </div>
            </div>
        </div>
    }
}
