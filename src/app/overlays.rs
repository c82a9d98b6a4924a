//! What lies over a page whatever page it is: notes of the glossary, notices, and marks on what is kept.

use super::inline::use_inline;
use super::kept::KeptElsewhere;
use super::parts::keep::{KeptMarks, StorageNote};
use super::parts::not_understood::NotUnderstoodNote;
use super::parts::notes::Notes;
use super::parts::stored_copy::{StoredCopyNote, StoredCopyNoteProps};
use super::parts::updates::Updates;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct OverlaysProps {
    /// Whether there is a reader: false while a page is prerendered.
    pub live: bool,
    /// Whether the document came from this device.
    pub stored: bool,
}

#[component]
pub fn Overlays(props: &OverlaysProps) -> Html {
    let OverlaysProps { live, stored } = *props;
    let notes = use_inline::<Notes>(());
    let kept_marks = use_inline::<KeptMarks>(());
    let kept_elsewhere = use_inline::<KeptElsewhere>(());
    let stored_copy = use_inline::<StoredCopyNote>(StoredCopyNoteProps { stored });
    let not_understood = use_inline::<NotUnderstoodNote>(());
    let storage = use_inline::<StorageNote>(());
    let updates = use_inline::<Updates>(());
    html! {
        <>
            {notes}
            if live {
                {kept_marks}
                {kept_elsewhere}
                <div class="notices">
                    {stored_copy}
                    {not_understood}
                    {storage}
                    {updates}
                </div>
            }
        </>
    }
}
