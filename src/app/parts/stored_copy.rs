//! Says that the page comes from what is kept on this device, where the site did not answer.

use crate::app::navigation::reload;
use crate::app::use_site;
use crate::words;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct StoredCopyNoteProps {
    /// Whether the document came from this device.
    pub stored: bool,
}

#[component]
pub fn StoredCopyNote(props: &StoredCopyNoteProps) -> Html {
    let site = use_site();
    let lang = site.lang;
    // Known from the start: where the first page came from.
    let open = use_state_eq(|| props.stored);
    let again = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        reload();
    });
    let close = {
        let open = open.setter();
        Callback::from(move |_: MouseEvent| open.set(false))
    };
    html! {
        <div role="status">
            if *open {
                <p key="stored" class="notice">
                    <span>{words::stored_copy(lang)}{" "}<a href={site.href(site.page)} target="_self" onclick={again}>{words::stored_copy_reload(lang)}</a></span>
                    <button type="button" onclick={close}>{words::note_close(lang)}</button>
                </p>
            }
        </div>
    }
}
