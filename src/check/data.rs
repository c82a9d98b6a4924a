//! What the check of a text knows of the plan.

use crate::plan::verify::Ledger;
use crate::plan::{Plan, Ref};
use crate::quantity::Lang;
use crate::route::{Address, Page};
use serde::{Deserialize, Serialize};

/// What the check program knows. It travels in a custom section of the program as postcard, a plain sequence of the
/// fields.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckData {
    pub ledger: Ledger,
    /// In the order of [`Lang::ALL`].
    pub links: [Links; 2],
}

/// Where parts of a report lead, in one language.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Links {
    pub figures: Vec<FigurePage>,
    /// Path of the page with all promises; each has its id as an anchor there.
    pub commitments: String,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct FigurePage {
    pub id: String,
    pub name: String,
    pub href: String,
}

impl CheckData {
    /// The bytes come from the same build and are checked by hash before they get here.
    ///
    /// # Errors
    /// Where the bytes are those of another build's types.
    pub fn decode(bytes: &[u8]) -> Result<CheckData, postcard::Error> {
        postcard::from_bytes(bytes)
    }

    pub fn encode(&self) -> Vec<u8> {
        postcard::to_allocvec(self).expect("it is made of sequences, strings and numbers only")
    }

    pub fn links(&self, lang: Lang) -> &Links {
        &self.links[lang as usize]
    }
}

impl Links {
    pub fn of(plan: &Plan, address: Address) -> Links {
        let href = |page: Page| address.under(&page.path(plan, plan.lang));
        let figures = Ref::all(&plan.figures).map(|figure| FigurePage {
            id: plan.id_of(figure).to_owned(),
            name: plan[figure].name.as_str().to_owned(),
            href: href(Page::Figure(figure)),
        });
        Links { figures: figures.collect(), commitments: href(Page::Commitments) }
    }

    pub fn figure(&self, id: &str) -> Option<&FigurePage> {
        self.figures.iter().find(|figure| figure.id == id)
    }
}
