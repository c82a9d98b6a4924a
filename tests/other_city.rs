//! Another city's files make another city's site: no change of code, and nothing of the first city left in it.

use five_new_bijies::quantity::Lang;
use five_new_bijies::route::Page;
use five_new_bijies::site::prerender::{Options, build};
use five_new_bijies::site::source;
use std::path::{Path, PathBuf};

/// The folders of the invented plans, with who is told of errors and what the registration is called.
const PLANS: [(&str, &str, [&str; 2]); 2] = [
    ("fictional", "nobody@kitetown.example", ["风筝备案", "Kite register"]),
    ("port", "nobody@tidewatch.example", ["望潮备案", "Tidewatch register"]),
];

fn built(plan: &str, name: &str) -> PathBuf {
    // Folders as people name them.
    let data = PathBuf::from("target/altered").join(format!("{name} 计划"));
    std::fs::create_dir_all(&data).expect("a folder can be made");
    for entry in std::fs::read_dir(format!("tests/plans/{plan}")).expect("the plan is there") {
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
fn every_page_of_an_invented_place_is_there_and_speaks_of_nobody_else() {
    for (name, contact, registration) in PLANS {
        let out = built(name, &format!("other-city-{name}"));
        let plan = source::load_or_panic(Path::new("tests/plans").join(name));
        assert_eq!(plan.zh.pillars.len(), 3);
        for lang in Lang::ALL {
            let plan = plan.in_lang(lang);
            for page in Page::all(plan) {
                let file = out.join(page.file(plan, lang));
                let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
                assert!(text.contains(plan.site.name.as_str()), "{}: the masthead is another's", file.display());
                assert!(text.contains(contact), "{}: who to tell of errors", file.display());
                assert!(text.contains(registration[lang as usize]), "{}: the registration", file.display());
                let words = text.to_lowercase();
                for name in ["毕节", "bijie", "guizhou", "贵州", "batik", "蜡染", "蜡点", "wax dot", "dots of wax"]
                {
                    assert!(!words.contains(name), "{} speaks of {name}", file.display());
                }
            }
        }
        let mountains = std::fs::read_to_string("styles/icon.svg").expect("the sign is there");
        let sign = std::fs::read_to_string(out.join("icon.svg")).expect("the site has a sign");
        assert!(sign != mountains, "{name}: the sign is another's");
    }
}

#[test]
fn what_only_the_port_says_is_written_and_spoken_in_both_languages() {
    let out = built("port", "port-says");
    let says = |file: &str, words: &[&str]| {
        let text = std::fs::read_to_string(out.join(file)).expect("the page is there").replace('\u{a0}', " ");
        for words in words {
            assert!(text.contains(words), "{file} says “{words}”");
        }
    };
    for (figure, zh, en) in [
        ("gdp", "力争达到 1.8 万亿元", "aims to reach 1.8 trillion yuan"),
        ("foreign-trade", "达到 385 亿美元", "reached 38.5 billion US dollars"),
        ("cargo", "力争达到 4.5 亿吨", "aims to reach 450 million tonnes"),
        ("containers", "2 倍", "2 times"),
        ("catch", "42 万吨", "420,000 tonnes"),
        ("harbour-railway", "126 公里", "126 km"),
        ("old-estates", "2.4 万户", "24,000 households"),
        ("fishers", "8,650 户", "8,650 households"),
        ("energy", "下降 18%", "a fall of 18%"),
        ("cold-store", "稳定在 −60 ℃", "hold at −60 °C"),
        ("rail-share", "60%至65%", "60% to 65%"),
        ("rail-share", "60–65%", "60–65%"),
        ("channel", "38 公里", "38 km"),
        ("diesel-lorries", "不超过 15,000 辆", "no more than 15,000 vehicles"),
        ("breakage", "0.35‰ 以内", "within 0.35‰"),
        ("old-estates-yearly", "每年 6,000 户", "6,000 households every year"),
        ("charging-points", "0.35 个", "0.35 charging points"),
    ] {
        says(&format!("figures/{figure}/index.html"), &[zh]);
        says(&format!("en/figures/{figure}/index.html"), &[en]);
    }
    says("commitments/index.html", &["3∶5∶2"]);
    says("index.html", &["4.5 亿吨"]);
    let csv = std::fs::read_to_string(out.join("data/figures.csv")).expect("the table is there");
    assert!(csv.contains("2028年底"), "a date of its own is open data");
    assert!(csv.contains(",60,65,percent,"), "both ends of a range are open data");
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
        let mut packed = packed(&built("fictional", name));
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
