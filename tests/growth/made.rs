//! Plans of any size, made by rule from the fictional one: the same size gives the same plan.

use five_new_bijies::site::source::FILES;
use std::fmt::Write;

const SMALL: &str = "tests/plans/fictional";
/// Promises without a number for each figure.
pub const PROMISES: usize = 10;
/// Figures with a sentence of their own in each paragraph.
const SENTENCES: usize = 100;
const PILLARS: [&str; 3] = ["wind", "sky", "people"];
const THEMES: [&str; 3] = ["kites", "travel", "air"];

/// A number as words without a digit, in Chinese and in English: digits are numbers of the article.
fn name(mut number: usize) -> (String, String) {
    const STEMS: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
    const SOUNDS: [&str; 10] = ["ka", "be", "do", "fu", "gi", "ho", "la", "me", "ni", "ru"];
    let (mut zh, mut en) = (String::new(), String::new());
    loop {
        zh.push_str(STEMS[number % 10]);
        en.push_str(SOUNDS[number % 10]);
        number /= 10;
        if number == 0 {
            return (zh, en);
        }
    }
}

/// The fictional plan with so many more figures, and ten times as many promises.
pub fn made(figures: usize) -> Vec<(String, Vec<u8>)> {
    let read = |name: &str| std::fs::read_to_string(format!("{SMALL}/{name}")).expect("the fictional plan is there");
    let texts = FILES.map(|file| {
        let mut text = read(file);
        for number in 0..figures {
            match file {
                "sentences.toml" => sentence(&mut text, number),
                "figures.toml" => figure(&mut text, number),
                "commitments.toml" => (0..PROMISES).for_each(|promise| commitment(&mut text, number, promise)),
                _ => {}
            }
        }
        (file.to_owned(), text.into_bytes())
    });
    texts.into()
}

fn at(number: usize) -> String {
    format!("p{}s{}", 10 + number / SENTENCES, 1 + number % SENTENCES)
}

fn sentence(text: &mut String, number: usize) {
    write!(text, "\n[[sentence]]\nat = \"{}\"\nsha256 = \"{number:064x}\"\nrole = \"claim\"\n", at(number))
        .expect("a string takes it");
}

fn figure(text: &mut String, number: usize) {
    let (zh, en) = name(number);
    let (pillar, theme) = (PILLARS[number % PILLARS.len()], THEMES[number % THEMES.len()]);
    let (kind, unit, words, value) = match number % 4 {
        0 => ("amount", "yi-yuan", "亿元", number % 900 + 2),
        1 => ("area", "wan-mu", "万亩", number % 90 + 2),
        2 => ("share", "percent", "%", number % 99 + 1),
        _ => ("pace", "percent-a-year", "%", number % 20 + 1),
    };
    // A share and a growth are told apart by the words before them.
    let measured = if kind == "pace" { "年均增速" } else { "" };
    let at = at(number);
    write!(
        text,
        r#"
[[figure]]
id = "made-{number}"
kind = "{kind}"
pillar = "{pillar}"
themes = ["{theme}"]
name = {{ zh = "{zh}产值", en = "Output {en}" }}
finding = {{ zh = "{zh}产值要达到{{promise}}", en = "Output {en} is to reach {{promise}}" }}
caveats = [ {{ zh = "没有说{zh}怎么算。", en = "How {en} is counted is not said." }} ]

[figure.promise]
measure = {{ zh = "{zh}产值", en = "output {en}" }}
at = "{at}"
phrase = "{zh}{measured}达{value}{words}"
value = {value}
unit = "{unit}"
hedge = ["reach"]
"#
    )
    .expect("a string takes it");
}

fn commitment(text: &mut String, number: usize, promise: usize) {
    let (zh, en) = name(number * PROMISES + promise);
    let pillar = PILLARS[number % PILLARS.len()];
    let theme = THEMES[promise % THEMES.len()];
    let hedge = ["", "hedge = \"speed-up\"\n", "hedge = \"bid\"\n"][promise % 3];
    write!(
        text,
        r#"
[[commitment]]
id = "made-{number}-{promise}"
pillar = "{pillar}"
theme = "{theme}"
at = "{at}"
{hedge}text = {{ zh = "加快建设{zh}的风筝作坊", en = "Build the kite workshops of {en} faster" }}
"#,
        at = at(number)
    )
    .expect("a string takes it");
}
