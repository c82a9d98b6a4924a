//! Another city's files make another city's site: no change of code, and nothing of the first city left in it.

use five_new_bijies::plan::source;
use five_new_bijies::prerender::{Options, build};
use five_new_bijies::quantity::Lang;
use five_new_bijies::route::Page;
use std::path::{Path, PathBuf};

fn built() -> PathBuf {
    let out = PathBuf::from("target/altered/other-city");
    let options = Options {
        data: "tests/plans/fictional".into(),
        out: out.clone(),
        site_url: "https://town.example".into(),
        compress: false,
        ..Options::default()
    };
    build(&options).unwrap_or_else(|error| panic!("{error}"));
    out
}

#[test]
fn every_page_of_the_invented_town_is_there_and_speaks_of_nobody_else() {
    let out = built();
    let plan = source::load(Path::new("tests/plans/fictional")).unwrap_or_else(|report| panic!("{report}"));
    assert_eq!(plan.zh.pillars.len(), 3);
    for lang in Lang::ALL {
        let plan = plan.in_lang(lang);
        for page in Page::all(plan) {
            let file = out.join(page.file(plan, lang));
            let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            assert!(text.contains(plan.site.name.as_str()), "{}: the masthead is another's", file.display());
            // The components' own names stand in the comments that the browser adopts them by.
            let words = text.replace("five_new_bijies", "").to_lowercase();
            for name in ["毕节", "bijie", "guizhou", "贵州"] {
                assert!(!words.contains(name), "{} speaks of {name}", file.display());
            }
        }
    }
}
