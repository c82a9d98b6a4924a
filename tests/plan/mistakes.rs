//! Seventeen mistakes that people make in data files: each is told with file, line, caret and remedy, or makes the right page.

use crate::edited::{FICTIONAL, fictional, files};
use five_new_bijies::site::source::{self, verify};

/// A mistake: file, what stands there, what is typed in its place, what the caret lies under, message and remedy.
struct Mistake {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    caret: &'static str,
    says: &'static str,
    advises: &'static str,
}

const TITLE: &str = "Kite output that is as long as a whole paragraph of the most official prose there is, ";

#[test]
fn each_mistake_is_told_with_file_line_caret_and_remedy() {
    let long = TITLE.repeat(400 / TITLE.len() + 1);
    let long: &'static str = Box::leak(format!("en = \"{}\" }}", &long[..400]).into_boxed_str());
    let long_caret: &'static str = Box::leak(long["en = ".len()..long.len() - 2].to_owned().into_boxed_str());
    let of = |file, from, to, caret, says, advises| Mistake { file, from, to, caret, says, advises };
    for Mistake { file, from, to, caret, says, advises } in [
        // A typo in a unit.
        of(
            "figures.toml",
            "unit = \"wan-mu\"",
            "unit = \"wan-um\"",
            "\"wan-um\"",
            "unknown unit `wan-um`",
            "did you mean `wan-mu`?",
        ),
        // A missing translation.
        of(
            "milestones.toml",
            ", en = \"The first kite went up.\" }",
            " }",
            "{ zh = \"第一只风筝上了天。\" }",
            "the English translation is missing",
            "`zh` and `en`",
        ),
        // A wrong place.
        of(
            "milestones.toml",
            "at = \"p2s3\"",
            "at = \"p2s33\"",
            "\"p2s33\"",
            "unknown sentence `p2s33`",
            "did you mean `p2s3`?",
        ),
        // A wrong hash.
        of(
            "sentences.toml",
            "9471634a8326c22a5c956bce2fa26e00dfa8e9c179f56d3b117b4c56cf99f7b4",
            "9471634a8326c22a5c956bce2fa26e00dfa8e9c179f56d3b117b4c56cf99f7",
            "\"9471634a8326c22a5c956bce2fa26e00dfa8e9c179f56d3b117b4c56cf99f7\"",
            "`9471634a8326c22a5c956bce2fa26e00dfa8e9c179f56d3b117b4c56cf99…` is not a SHA-256",
            "--hashes",
        ),
        // A missing hedge.
        of(
            "figures.toml",
            "hedge = [\"strive\", \"about\"]",
            "hedge = [\"strive\"] #",
            "[\"strive\"]",
            "the hedges do not agree with the phrase: it says [strive, about], the data says [strive]",
            "correct `hedge`",
        ),
        // A number that is not in the phrase.
        of(
            "figures.toml",
            "value = 1.5",
            "value = 1.6",
            "\"修复草场1.5万亩\"",
            "the phrase “修复草场1.5万亩” does not hold the number 1.6万亩",
            "or correct the value",
        ),
        // A range whose end is below its beginning.
        of(
            "figures.toml",
            "value = 1.5",
            "value = 1.5\nto = 1.2",
            "1.2",
            "no range can end at 1.2 here: it must be more than the value, which is not below nought",
            "as a promise in words",
        ),
        // A duplicate id.
        of(
            "commitments.toml",
            "id = \"makers\"",
            "id = \"dustless\" # again",
            "\"dustless\"",
            "the commitment `dustless` is defined twice",
            "another id",
        ),
        // An unknown pillar.
        of(
            "commitments.toml",
            "pillar = \"people\"",
            "pillar = \"poeple\"",
            "\"poeple\"",
            "unknown pillar `poeple`",
            "did you mean `people`?",
        ),
        // 120 %.
        of(
            "figures.toml",
            "value = 100",
            "value = 120",
            "120",
            "120 cannot be a value in percent: it must be between 0 and 100",
            "correct the value",
        ),
        // A mark that there is not.
        of(
            "themes.toml",
            "{kite-towers.past}.",
            "{kite-towers.pasd}.",
            "{kite-towers.pasd}",
            "unknown number `pasd`",
            "did you mean `past`?",
        ),
        // Full-width digits in a value.
        of(
            "figures.toml",
            "value = 9\n",
            "value = ９\n",
            "９",
            "`９` (U+FF19) stands where `9` should",
            "input method off",
        ),
        // And in a text.
        of(
            "milestones.toml",
            "第一只风筝",
            "第１只风筝",
            "１",
            "the number １ stands outside any mark",
            "{figure.past}",
        ),
        // A tag of HTML.
        of(
            "milestones.toml",
            "The first kite",
            "The <b>first</b> kite",
            "<b>",
            "the tag <b> would stand on the page as it is",
            "no HTML",
        ),
        // A title of 400 characters.
        of(
            "figures.toml",
            "en = \"Kite output\" }",
            long,
            long_caret,
            "this has 400 characters; a name, a title or a heading has at most 160",
            "fewer words",
        ),
        // A number in a promise that its sentence does not have.
        of(
            "glossary.toml",
            "undefined = true",
            "undefind = true",
            "undefind",
            "unknown field `undefind`, expected one of `id`, `term`, `at`, `article`, `general`, `undefined`",
            "did you mean `undefined`?",
        ),
        of(
            "commitments.toml",
            "[3+1](three-plus-one) wind tunnels faster",
            "[4] wind tunnels faster",
            "4",
            "the number 4 is none of those that are listed at p4s3",
            "`numerals`",
        ),
    ] {
        let report = fictional().replace(file, from, to).report();
        let found = report.problems().iter().find(|problem| problem.to_string() == says);
        let found = found.unwrap_or_else(|| panic!("“{says}” is told:\n{report}"));
        let text = found.source.inner();
        assert_eq!(&text[found.span.clone()], caret, "{says}");
        let line = text[..found.span.start].matches('\n').count() + 1;
        assert_eq!(found.place(), (file.to_owned(), line));
        let printed = report.to_string();
        let place = format!("{file}:{line}:");
        assert!(printed.contains(&place) && printed.contains("╰── here"), "{place} and a caret:\n{printed}");
        let help = printed.split_whitespace().collect::<String>();
        assert!(help.contains(&advises.replace(' ', "")), "“{advises}” is advised:\n{printed}");
    }
}

#[test]
fn an_empty_file_is_told_by_its_name() {
    let printed = fictional().with("hedges.toml", "").report().to_string();
    assert!(printed.contains("the file is empty") && printed.contains("hedges.toml:1:"), "{printed}");
    assert!(printed.contains("restore the file"), "{printed}");
}

#[test]
fn a_hash_of_other_words_is_told_with_the_right_one() {
    let hash = "9471634a8326c22a5c956bce2fa26e00dfa8e9c179f56d3b117b4c56cf99f7b4";
    let plan = fictional().replace("sentences.toml", hash, &hash.replace('9', "8")).plan();
    let article = std::fs::read_to_string(format!("{FICTIONAL}/article.txt")).expect("the article is there");
    let verification = verify(&plan, &article);
    let printed = verification.to_string();
    assert!(printed.contains("p7s1  MISS") && printed.contains(&format!("set sha256 = \"{hash}\"")), "{printed}");
    let report = plan.report(&verification).expect("it is to be mended in the data");
    let [problem] = report.problems() else { panic!("{report}") };
    let line = format!("sha256 = \"{}\"", hash.replace('9', "8"));
    let (file, number) = problem.place();
    assert!(file.ends_with("sentences.toml"), "{file}");
    let text = std::fs::read_to_string(format!("{FICTIONAL}/sentences.toml")).expect("the sentences are there");
    assert_eq!(text.lines().nth(number - 1).map(|found| found.replace('9', "8")), Some(line), "{report}");
    let printed = report.to_string();
    assert!(printed.contains("here") && printed.contains(&format!("set sha256 = \"{hash}\"")), "{printed}");
}

/// Line ends, tabs and byte order marks are the editor's, not the plan's.
#[test]
fn what_an_editor_leaves_in_a_file_makes_the_same_plan() {
    let kept = |edit: &dyn Fn(String) -> String| {
        let edited = files(FICTIONAL).into_iter().map(|(name, bytes)| {
            let text = String::from_utf8(bytes).expect("the plan is UTF-8");
            (name, edit(text).into_bytes())
        });
        let plan = source::parse(edited.collect()).unwrap_or_else(|report| panic!("{report}"));
        format!("{:?}", (&plan.zh.site, &plan.zh.figures, &plan.en.chapters, &plan.en.commitments))
    };
    let plain = kept(&|text| text);
    assert!(kept(&|text| text.replace('\n', "\r\n")) == plain, "CRLF");
    assert!(kept(&|text| text.replace(" = ", "\t=\t").replace("\n{", "\n\t{")) == plain, "tabs");
    assert!(kept(&|text| format!("\u{feff}{text}")) == plain, "byte order marks");
}
