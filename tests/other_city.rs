//! Another city's files make another city's site: no change of code, and nothing of the first city left in it.

use five_new_bijies::quantity::Lang;
use five_new_bijies::route::Page;
use five_new_bijies::site::prerender::{Options, build};
use five_new_bijies::site::source;
use std::path::{Path, PathBuf};

fn built(name: &str) -> PathBuf {
    // Folders as people name them.
    let data = PathBuf::from("target/altered").join(format!("{name} 计划"));
    std::fs::create_dir_all(&data).expect("a folder can be made");
    for entry in std::fs::read_dir("tests/plans/fictional").expect("the plan is there") {
        let file = entry.expect("it can be read").path();
        std::fs::copy(&file, data.join(file.file_name().expect("it has a name"))).expect("it can be copied");
    }
    let out = PathBuf::from("target/altered").join(format!("{name} 座城"));
    let options = Options {
        data,
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
    let out = built("other-city");
    let plan = source::load(Path::new("tests/plans/fictional")).unwrap_or_else(|report| panic!("{report}"));
    assert_eq!(plan.zh.pillars.len(), 3);
    for lang in Lang::ALL {
        let plan = plan.in_lang(lang);
        for page in Page::all(plan) {
            let file = out.join(page.file(plan, lang));
            let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            assert!(text.contains(plan.site.name.as_str()), "{}: the masthead is another's", file.display());
            assert!(text.contains("nobody@kitetown.example"), "{}: who to tell of errors", file.display());
            assert!(text.contains(lang.pick("风筝备案", "Kite register")), "{}: the registration", file.display());
            let words = text.to_lowercase();
            for name in ["毕节", "bijie", "guizhou", "贵州"] {
                assert!(!words.contains(name), "{} speaks of {name}", file.display());
            }
        }
    }
}

#[test]
fn bad_data_stops_the_build_and_leaves_the_site_as_it_was() {
    let folder = Path::new("target/altered/broken-plan");
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder.join("out")).expect("a folder can be made");
    std::fs::write(folder.join("out/index.html"), "as it was").expect("a file can be written");
    for entry in std::fs::read_dir("tests/plans/fictional").expect("the plan is there") {
        let from = entry.expect("the entry can be read").path();
        let text = std::fs::read_to_string(&from).expect("data files are text");
        let broken = text.replacen("unit = \"", "unit = \"x", 1);
        std::fs::write(folder.join(from.file_name().expect("it has a name")), broken).expect("a file can be written");
    }
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_prerender"))
        .args(["--data", &folder.to_string_lossy(), "--out", &folder.join("out").to_string_lossy()])
        .output()
        .expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success(), "{said}");
    assert!(said.contains("unknown unit") && said.contains("figures.toml:") && said.contains("help:"), "{said}");
    assert_eq!(std::fs::read_to_string(folder.join("out/index.html")).expect("it is still there"), "as it was");
}

#[test]
fn two_builds_pack_the_same_bytes() {
    let packed = |out: &Path| -> Vec<(String, Vec<u8>)> {
        ["pillars", "en/pillars"]
            .iter()
            .flat_map(|folder| std::fs::read_dir(out.join(folder)).expect("the folder is there"))
            .map(|entry| {
                let folder = entry.expect("the entry can be read").path();
                let id = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let file = folder.join(format!("{id}.zip"));
                (
                    file.strip_prefix(out).expect("it lies in it").display().to_string(),
                    std::fs::read(&file).expect("it is packed"),
                )
            })
            .chain(
                ["data/plan.xlsx", "en/data/plan.xlsx"]
                    .map(|name| (name.to_owned(), std::fs::read(out.join(name)).expect("the workbook is there"))),
            )
            .collect()
    };
    let [first, second] = ["packed-once", "packed-twice"].map(|name| {
        let _ = std::fs::remove_dir_all(Path::new("target/altered").join(format!("{name} 座城")));
        let mut packed = packed(&built(name));
        packed.sort();
        packed
    });
    assert!(first.len() >= 8, "{} packed files", first.len());
    for ((name, one), (other_name, other)) in first.iter().zip(&second) {
        assert!(name == other_name && one == other, "{name}: another file in a second build");
    }
}

#[test]
fn what_was_compressed_from_older_bytes_goes_with_them() {
    let out = PathBuf::from("target/altered/compressed-before");
    let options =
        Options { data: "tests/plans/fictional".into(), out: out.clone(), compress: false, ..Options::default() };
    let made = || build(&options).unwrap_or_else(|error| panic!("{error}"));
    made();
    for file in ["index.html.br", "index.html.gz", "en/index.html.br"] {
        std::fs::write(out.join(file), "compressed").expect("a file can be written");
    }
    std::fs::write(out.join("index.html"), "older").expect("a file can be written");
    made();
    let left = ["index.html.br", "index.html.gz", "en/index.html.br"].map(|file| out.join(file).exists());
    assert_eq!(left, [false, false, true]);
}
