use crate::plan::verify::Ledger;
use crate::quantity::Lang;
use serde::{Deserialize, Serialize};

/// What the check program knows, in one language. It reaches the browser as postcard, a plain sequence of the fields.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckData {
    pub lang: Lang,
    pub ledger: Ledger,
    pub figures: Vec<FigurePage>,
    /// Address of the page with all promises; each has its id as an anchor there.
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
    pub fn decode(bytes: &[u8]) -> Result<CheckData, postcard::Error> {
        postcard::from_bytes(bytes)
    }

    pub fn figure(&self, id: &str) -> Option<&FigurePage> {
        self.figures.iter().find(|figure| figure.id == id)
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod from_plan {
    use super::*;
    use crate::plan::Ref;
    use crate::plan::source::Bilingual;
    use crate::route::Page;

    impl CheckData {
        /// `base` is the path under which the site is served, with a slash at both ends.
        pub fn of(plan: &Bilingual, lang: Lang, base: &str) -> CheckData {
            let ledger = Ledger::of(plan);
            let plan = plan.in_lang(lang);
            let href = |page: Page| format!("{}{}", base.trim_end_matches('/'), page.path(plan, lang));
            let figures = Ref::all(&plan.figures).map(|figure| FigurePage {
                id: plan.id_of(figure).to_owned(),
                name: plan[figure].name.as_str().to_owned(),
                href: href(Page::Figure(figure)),
            });
            CheckData { lang, ledger, figures: figures.collect(), commitments: href(Page::Commitments) }
        }

        pub fn encode(&self) -> Vec<u8> {
            postcard::to_allocvec(self).expect("it is made of sequences, strings and numbers only")
        }
    }
}
