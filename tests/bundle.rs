//! What the browser's program carries: packed and unpacked it is the same.

use five_new_bijies::bundle::{Bundle, CheckFiles, Deployment};
use five_new_bijies::plan::Plan;
use five_new_bijies::quantity::Lang;
use five_new_bijies::route::{Address, Page, Widget};
use five_new_bijies::site::{search, source};
use five_new_bijies::text::List;

fn bundle(dir: &str) -> &'static Bundle {
    let plan = source::load_or_panic(dir);
    let check = CheckFiles {
        worker: "/bijie/worker.js".to_owned().into(),
        wasm: "/bijie/check.wasm".to_owned().into(),
        wasm_integrity: "sha384-abc".to_owned().into(),
    };
    let heights = (1..=Widget::all(plan.zh).len() as u16).map(|height| [[height; 5], [height + 1; 5]]);
    let deployment = Deployment {
        frozen: false,
        address: Address::new("https://plan.example", "/bijie/"),
        ranges: "/bijie/ranges.svg".to_owned().into(),
        check,
        heights: List::from_iter(heights),
    };
    Box::leak(Box::new(Bundle { plans: plan.plans, search: search::table(&plan.plans), deployment }))
}

/// What the browser has: the same bundle, after its way as bytes.
fn unpacked(bundle: &Bundle) -> &'static Bundle {
    let unpacked = Bundle::decode(&bundle.encode()).expect("what was packed here can be unpacked here");
    Box::leak(Box::new(unpacked))
}

#[test]
fn a_bundle_is_unpacked_as_it_was_packed() {
    for dir in ["data", "tests/plans/fictional", "tests/plans/port"] {
        let before = bundle(dir);
        let after = unpacked(before);
        assert_eq!(after.encode(), before.encode(), "{dir}");
        assert_eq!(after.deployment, before.deployment, "{dir}");
        for lang in Lang::ALL {
            let (before, after): (&Plan, &Plan) = (before.plan(lang), after.plan(lang));
            assert_eq!(after.lang, lang);
            assert!(format!("{after:?}") == format!("{before:?}"), "{dir}: the plan in {lang:?} is another");
            // What pages and their heads are made of.
            for page in Page::all(before) {
                assert_eq!(page.path(after, lang), page.path(before, lang));
                assert_eq!(
                    (page.title(after), page.description(after)),
                    (page.title(before), page.description(before))
                );
            }
        }
    }
}

#[test]
fn half_a_bundle_is_an_error_and_no_crash() {
    let bytes = bundle("tests/plans/fictional").encode();
    for length in (0..bytes.len()).step_by(bytes.len() / 40) {
        assert!(Bundle::decode(&bytes[..length]).is_err(), "{length} of {} bytes", bytes.len());
    }
}
