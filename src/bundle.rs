//! Everything the browser's program carries: the plan in both languages, and where the site is served.
//!
//! The prerenderer writes it into the finished `.wasm` file as a custom section, so a change of the data, or another
//! city's data, needs no compiler.

use crate::plan::Plan;
use crate::quantity::Lang;
use crate::route::{Address, Destination};
use crate::search::SearchTable;
use crate::text::{List, Text};
use serde::{Deserialize, Serialize};

/// Name of the custom section.
pub const SECTION: &str = "plan";

#[derive(Debug, Serialize, Deserialize)]
pub struct Bundle {
    /// In the order of [`Lang::ALL`].
    pub plans: List<Plan>,
    pub search: SearchTable,
    pub deployment: Deployment,
}

/// What the build decides about the place where the site is served.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deployment {
    pub address: Address,
    /// Whether this is a frozen copy, see site::prerender::frozen: pages without the program.
    pub frozen: bool,
    /// Path of the drawing at the foot of the opening.
    pub ranges: Text,
    pub check: CheckFiles,
    /// At `Widget::height_position` for each language, the reserved heights in CSS pixels: narrow
    /// drawing in columns of 320, 460 and just under 600 px, then wide drawing in columns of 600 and 760 px.
    pub heights: List<[[u16; 5]; 2]>,
}

/// The program that checks a reader's text, in a worker.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckFiles {
    /// Paths on the host.
    pub worker: Text,
    pub wasm: Text,
    /// The value of an `integrity` attribute.
    pub wasm_integrity: Text,
}

impl Bundle {
    pub fn plan(&'static self, lang: Lang) -> &'static Plan {
        &self.plans.items()[lang as usize]
    }

    /// The section's bytes: postcard, a plain sequence of the fields.
    pub fn encode(&self) -> Vec<u8> {
        postcard::to_allocvec(self).expect("a bundle is made of sequences, strings and numbers only")
    }

    /// The bytes come from the same build and were checked by hash before they get here.
    ///
    /// # Errors
    /// Where the bytes are those of another build's types.
    pub fn decode(bytes: &[u8]) -> Result<Bundle, postcard::Error> {
        postcard::from_bytes(bytes)
    }
}

/// Two references are the same bundle where they point to the same one.
#[derive(Clone, Copy, Debug)]
pub struct BundleRef(pub &'static Bundle);

impl PartialEq for BundleRef {
    fn eq(&self, other: &BundleRef) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl std::ops::Deref for BundleRef {
    type Target = Bundle;
    fn deref(&self) -> &Bundle {
        self.0
    }
}

impl BundleRef {
    pub fn plan(self, lang: Lang) -> &'static Plan {
        self.0.plan(lang)
    }

    /// Where an address of the site leads; see [`Destination::read`].
    pub fn read(self, path: &str, search: &str, hash: &str) -> Option<Destination> {
        Destination::read(path, search, hash, self.deployment.address, self.0.plans.items())
    }
}
