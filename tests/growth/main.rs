//! What a larger plan costs. `make growth` measures it up to 1,000 figures and 10,000 promises; the tests hold what is
//! exact on smaller ones.

mod made;

use five_new_bijies::bundle::{Bundle, CheckFiles, Deployment};
use five_new_bijies::plan::{Plan, Promise};
use five_new_bijies::quantity::Lang;
use five_new_bijies::route::query::Filters;
use five_new_bijies::route::{Address, Page};
use five_new_bijies::search::Index;
use five_new_bijies::site::prerender::{Options, build};
use five_new_bijies::site::search::table;
use five_new_bijies::site::source::{self, Bilingual};
use five_new_bijies::text::{List, Text};
use made::{PROMISES, made};
use std::fmt::Write;
use std::path::PathBuf;
use std::time::Instant;

/// Searches as readers type them, in both languages and in pinyin; the last finds nothing.
const SEARCHES: [&str; 5] = ["风筝", "kite workshops", "fengzheng", "kabedo faster", "nothing of it"];

fn plan(figures: usize) -> Bilingual {
    source::parse(made(figures)).unwrap_or_else(|report| panic!("{report}"))
}

fn bundle(plan: &Bilingual) -> Bundle {
    let check = CheckFiles { worker: Text::EMPTY, wasm: Text::EMPTY, wasm_integrity: Text::EMPTY };
    let address = Address::new("https://town.example", "/");
    let deployment = Deployment { address, frozen: false, ranges: Text::EMPTY, check, heights: List::EMPTY };
    Bundle { plans: plan.plans, search: table(&plan.plans), deployment }
}

fn search(text: &str) -> Filters {
    Filters { search: text.to_owned(), ..Filters::default() }
}

#[test]
fn a_plan_of_any_size_is_valid_and_keeps_every_promise_apart() {
    for figures in [0, 10, 1_000] {
        let plan = plan(figures).zh;
        let promises: Vec<Promise> = Promise::all(plan).collect();
        assert!(plan.commitments.len() >= figures * PROMISES);
        let last = plan.commitments.last().expect("there is one");
        let found = promises.iter().filter(|promise| promise.id(plan) == last.id.as_str()).count();
        assert_eq!(found, 1, "{}", last.id.as_str());
        assert_eq!(
            plan[plan.find::<five_new_bijies::plan::Commitment>(last.id.as_str()).expect("it is there")].text,
            last.text
        );
    }
}

#[test]
fn what_a_figure_adds_to_the_program_does_not_grow_with_their_number() {
    let bytes = |figures| bundle(&plan(figures)).encode().len();
    let (none, some, many) = (bytes(0), bytes(100), bytes(1_000));
    let (first, later) = ((some - none) as f64 / 100.0, (many - some) as f64 / 900.0);
    assert!(later < first * 1.15, "a figure adds {first:.0} bytes, later {later:.0}");
}

#[test]
fn a_search_looks_at_each_promise_once_and_finds_what_is_there() {
    let plan = plan(100);
    let index = Index::of(plan.plans.items(), &table(&plan.plans));
    for text in ["加快建设 风筝作坊", "build the kite workshops"] {
        assert_eq!(index.find(&search(text)).rows.len(), 100 * PROMISES, "{text}");
    }
    assert_eq!(index.find(&search("kabedo")).rows.len(), index.find(&search("甲乙丙")).rows.len());
}

/// The most memory that this process has had, in MB.
fn memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let digits =
        line.and_then(|line| line.trim().strip_suffix(" kB")).and_then(|digits| digits.trim().parse::<f64>().ok());
    digits.unwrap_or(f64::NAN) / 1000.0
}

/// Milliseconds that `work` takes, and what it gives.
fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let begun = Instant::now();
    let made = work();
    (begun.elapsed().as_secs_f64() * 1000.0, made)
}

/// Of seven measures.
fn median(measure: impl FnMut() -> f64) -> f64 {
    let mut measures: Vec<f64> = std::iter::repeat_with(measure).take(7).collect();
    measures.sort_by(f64::total_cmp);
    measures[3]
}

/// Writes the data and the site of a plan of the size in `FIGURES` into `target/growth`, and a line of measures beside
/// them. `make growth` starts it once for each size, so that memory is that of one size alone.
#[test]
#[ignore = "measures; `make growth` runs it"]
fn measure() {
    let figures: usize = std::env::var("FIGURES").ok().and_then(|text| text.parse().ok()).expect("FIGURES is a number");
    let home = PathBuf::from(format!("target/growth/{figures}"));
    std::fs::create_dir_all(home.join("data")).expect("a folder can be made");
    let files = made(figures);
    let size: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    for (name, bytes) in &files {
        std::fs::write(home.join("data").join(name), bytes).expect("the data can be written");
    }
    let (validation, plan) = timed(|| source::parse(files).unwrap_or_else(|report| panic!("{report}")));
    let (indexing, index) = timed(|| Index::of(plan.plans.items(), &table(&plan.plans)));
    let searching =
        SEARCHES.map(|text| median(|| timed(|| index.find(&search(text))).0)).into_iter().fold(0.0, f64::max);
    let bytes = bundle(&plan).encode();
    let (decoding, decoded) = timed(|| Bundle::decode(&bytes).expect("it was just encoded"));
    assert_eq!(decoded.plans.len(), Lang::ALL.len());
    let pages: usize = pages(plan.zh) * Lang::ALL.len();
    let read = memory();
    let options = Options {
        data: home.join("data"),
        out: home.join("site"),
        compress: false,
        pictures: false,
        ..Options::default()
    };
    let built = build(&options).unwrap_or_else(|error| panic!("{error}"));
    let mut line = String::new();
    write!(
        line,
        "{{\"figures\":{figures},\"promises\":{},\"data\":{size},\"bundle\":{},\"validation\":{validation:.1},\"indexing\":{indexing:.1},\
         \"search\":{searching:.2},\"decoding\":{decoding:.1},\"memory\":{read:.0},\"pages\":{pages},\"rendering\":{:.0},\
         \"memoryOfBuild\":{:.0}}}",
        plan.zh.commitments.len(),
        bytes.len(),
        built.rendering.as_secs_f64() * 1000.0,
        memory(),
    )
    .expect("a string takes it");
    println!("{line}");
    std::fs::write(home.join("native.json"), line).expect("the measures can be written");
}

fn pages(plan: &Plan) -> usize {
    Page::all(plan).len()
}
