//! Rules of language that a machine can hold, over every text of the real plan and the words of the site.

use crate::real::PLAN;
use five_new_bijies::plan::{Figure, Origin, Plan, Promise, Prose, Ref, Slot, Span};
use five_new_bijies::quantity::{Hedge, Lang};
use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

/// A text that readers see, with the line that it stands on.
struct Line {
    at: String,
    lang: Lang,
    text: String,
}

/// `zh = "…"` and `en = "…"` of every data file, and both languages of every word of the site.
static LINES: LazyLock<Vec<Line>> = LazyLock::new(|| {
    let mut lines = Vec::new();
    let files = fs::read_dir("data").expect("it is there").map(|file| file.expect("it is read").path());
    for file in files.filter(|file| file.extension().is_some_and(|end| end == "toml")) {
        let text = fs::read_to_string(&file).expect("it is text");
        // The title of a source is the source's own.
        let own = |line: &str| file.ends_with("since.toml") && line.starts_with("title");
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !own(line)) {
            for (lang, start) in [(Lang::Zh, "zh = \""), (Lang::En, "en = \"")] {
                let texts = line.split(start).skip(1).filter_map(|rest| rest.split('"').next());
                let at = format!("{}:{}", file.display(), number + 1);
                lines.extend(texts.map(|text| Line { at: at.clone(), lang, text: text.to_owned() }));
            }
        }
    }
    let words = fs::read_to_string("src/words.rs").expect("it is text");
    for (number, line) in words.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
        for text in line.split('"').skip(1).step_by(2) {
            let lang = if text.contains(is_chinese) { Lang::Zh } else { Lang::En };
            lines.push(Line { at: format!("src/words.rs:{}", number + 1), lang, text: text.to_owned() });
        }
    }
    assert!(lines.len() > 1500, "only {} texts are read", lines.len());
    lines
});

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// The texts that break a rule.
fn refused(breaks: impl Fn(&Line) -> bool) -> Vec<String> {
    LINES.iter().filter(|line| breaks(line)).map(|line| format!("{}: {}", line.at, line.text)).collect()
}

/// Whether two characters that follow one another are such a pair.
fn has_pair(text: &str, is: impl Fn(char, char) -> bool) -> bool {
    text.chars().zip(text.chars().skip(1)).any(|(one, next)| is(one, next))
}

/// Whether one of the words, between bars, is in the text.
fn has_word(text: &str, words: &str) -> bool {
    words.split('|').any(|word| text.contains(word))
}

#[test]
fn apostrophes_are_curly_and_hyphens_plain() {
    let straight = |line: &Line| has_pair(&line.text, |one, next| one.is_ascii_alphabetic() && next == '\'');
    assert_eq!(refused(|line| straight(line) || line.text.contains('\u{2011}')), [""; 0]);
}

#[test]
fn a_space_stands_between_chinese_and_digits() {
    // Beside a value the styles set the space (`text-autospace`); a count is digits alone. One name is the article's.
    let text = |line: &Line| line.text.replace("双300", "").replace("{#", "0{").replace('}', "");
    let pair = |one: char, next: char| {
        is_chinese(one) && next.is_ascii_digit() || (one.is_ascii_digit() || one == '%') && is_chinese(next)
    };
    assert_eq!(refused(|line| line.lang == Lang::Zh && has_pair(&text(line), pair)), [""; 0]);
}

/// Words that were written for a term that has another name here, or that no native writer would write.
const TWINS: [(&str, &str); 39] = [
    // 底线 is the article's word for two things; a number's floor is 下限.
    ("red line", "the two lines to hold (两条底线)"),
    ("rural revival|revival of the countryside|reinvigorat", "rural revitalisation (乡村振兴), revitalise (振兴)"),
    ("unds in place|really invested", "funds actually invested (到位资金)"),
    ("business climate", "business environment (营商环境)"),
    ("related trades", "related industries (相关产业)"),
    ("Stand out for", "lead the way in (打造…高地)"),
    ("lively and|beautiful, lively|full of drive", "vitality (活力)"),
    ("social management", "social administration (社会管理), social governance (社会治理)"),
    ("out of the ordinary", "unusual lengths (超常规)"),
    ("particular hardship|special difficulty", "special difficulties (特殊困难)"),
    ("reatly expand|strongly developed", "put great effort into developing (大力发展)"),
    ("larger firms’", "larger industrial firms (规模以上工业)"),
    ("by kind and by level", "each type and tier in its own way (分类分级)"),
    ("trive for", "aim (力争)"),
    ("on all fronts", "throughout (全面推进)"),
    ("full effort is to make|with full effort", "put full effort into (全力), making an effort (努力)"),
    ("five-year plan", "the article calls itself no plan"),
    ("the whole plan|of the plan|this plan", "the article calls itself no plan"),
    ("does not tell", "does not say"),
    ("Counted is", "what is counted is"),
    ("point it out", "say so each time"),
    ("no stride", "say what is not stated"),
    ("fresh face", "say what is to change"),
    ("strictly to the four", "carry out strictly"),
    ("earch deep", "search thoroughly"),
    ("五年规划|整份规划|这份规划", "文章没有说自己是规划"),
    ("五年以来", "后来"),
    ("能量的数", "可以量的数"),
    ("松了两次口|松了一次口", "留了两层余地"),
    ("定满|定得很满", "定在百分之百、全覆盖"),
    ("只有话", "有承诺，没有数字"),
    ("做了工程", "实施了工程项目"),
    ("帮扶靠", "用产业来帮扶"),
    ("时时对着", "始终盯住"),
    ("拐错弯", "走岔"),
    ("特别困难", "特殊困难"),
    ("重新兴旺", "兴旺"),
    ("口径", "量的是不是同一件事"),
    ("没有交代", "没有说"),
];

#[test]
fn one_term_has_one_name_and_none_of_its_forbidden_twins() {
    for (twin, instead) in TWINS {
        assert_eq!(refused(|line| has_word(&line.text, twin)), [""; 0], "write: {instead}");
    }
}

#[test]
fn a_floor_is_no_line_to_hold_and_the_lines_to_hold_are_the_articles() {
    let own = "两条底线|系统性金融风险|这种风险|债务风险要防|底子 底线";
    assert_eq!(refused(|line| line.text.contains("底线") && !has_word(&line.text, own)), [""; 0], "write: 下限");
}

/// What readers see as one: a scene with its heading, a lede, an answer, a finding.
fn units(plan: &'static Plan) -> Vec<(String, Vec<&'static Prose>)> {
    let mut units = Vec::new();
    for chapter in plan.chapters.iter() {
        let title = format!("chapter {}", chapter.id.as_str());
        units.push((title, [&chapter.title].into_iter().chain(chapter.lede.as_ref()).collect()));
        for scene in chapter.scenes.iter() {
            units.push((format!("scene {}", scene.id.as_str()), vec![&scene.heading, &scene.text]));
        }
    }
    units.extend(plan.pillars.iter().map(|pillar| (format!("pillar {}", pillar.id.as_str()), vec![&pillar.lede])));
    units.extend(plan.topics.iter().map(|topic| (format!("topic {}", topic.id.as_str()), vec![&topic.answer])));
    units.extend(plan.figures.iter().map(|figure| (format!("finding {}", figure.id.as_str()), vec![&figure.finding])));
    units
}

fn values_in(prose: &[&Prose]) -> BTreeSet<(usize, bool)> {
    let spans = prose.iter().flat_map(|prose| prose.0.iter());
    let values = spans.filter_map(|span| match span {
        Span::Number { origin: Origin::Plan(figure, slot), .. } => Some((figure.position(), *slot == Slot::Promise)),
        _ => None,
    });
    values.collect()
}

/// How each hedge that could be dropped may be said.
fn said(hedge: Hedge, lang: Lang) -> Option<&'static str> {
    Some(match hedge {
        Hedge::Strive => lang.pick("力争|争取", "aim|Aim"),
        Hedge::AtLeast => lang.pick("以上|至少|下限|不低于", "t least|or more|no less than|floor"),
        Hedge::About => lang.pick("左右|约", "about|approximate"),
        Hedge::Hold => lang.pick("稳定|守住", "hold|held|keep|kept"),
        _ => return None,
    })
}

#[test]
fn a_text_with_a_number_keeps_the_numbers_hedges() {
    for plan in [PLAN.zh, PLAN.en] {
        for (unit, prose) in units(plan) {
            let text: String = prose.iter().map(|prose| prose.plain() + " ").collect();
            for (figure, promised) in values_in(&prose) {
                let figure = &plan.figures[figure];
                let value = figure.value(if promised { Slot::Promise } else { Slot::Past }).expect("it is quoted");
                for hedge in value.quantity.hedges.iter() {
                    let Some(words) = said(hedge, plan.lang) else { continue };
                    assert!(has_word(&text, words), "{unit} drops {hedge:?} of {}: {text}", figure.id.as_str());
                }
            }
        }
    }
}

/// What a measure is not what it says without: figure, in Chinese, in English.
const QUALIFIERS: [(&str, &str, &str); 15] = [
    ("poverty-counties", "摘帽|摘了帽", "off the list|left the list"),
    ("industrial-value-added-growth", "增加值", "alue added"),
    ("village-4g", "自然村寨|寨子", "villages"),
    ("feature-towns", "特色", "speciality"),
    ("model-towns", "省列|省里名单", "provincial"),
    ("afforestation", "造林", "lanted or tended"),
    ("school-projects", "项目|工程", "projects"),
    ("urban-jobs", "新增", "new |New "),
    ("core-area", "建成区", "uilt-up"),
    ("core-population", "中心城区", "central city"),
    ("farm-growth", "增加值", "alue added"),
    ("tourism-share", "增加值", "alue added"),
    ("forestry-output", "总产值", "output"),
    ("online-completion", "一站式", "ne-stop|ne stop"),
    ("investment-growth", "到位资金", "actually invested"),
];

#[test]
fn a_text_with_a_number_keeps_what_its_measure_is_not_without() {
    for (plan, of) in [(PLAN.zh, 0), (PLAN.en, 1)] {
        for (unit, prose) in units(plan) {
            let text: String = prose.iter().map(|prose| prose.plain() + " ").collect();
            for (figure, _) in values_in(&prose) {
                let id = plan.figures[figure].id.as_str();
                let Some((_, zh, en)) = QUALIFIERS.iter().find(|(known, ..)| *known == id) else { continue };
                let qualifier = if of == 0 { zh } else { en };
                assert!(has_word(&text, qualifier), "{unit} says {id} without “{qualifier}”: {text}");
            }
        }
    }
    for (id, ..) in QUALIFIERS {
        assert!(PLAN.zh.find::<Figure>(id).is_some(), "{id}");
    }
}

#[test]
fn the_promises_that_are_counted_are_those_of_the_pillars_and_the_vision() {
    let plan = PLAN.zh;
    let of_pillars = Ref::all(&plan.pillars).map(|pillar| plan.measured(pillar)).map(|of| of.numbers + of.without);
    let total = of_pillars.sum::<usize>() + plan.commitments_of(None).count();
    assert_eq!(Promise::all(plan).count(), total);
    let counted = plan.site.data_page.iter().flat_map(|section| section.body.iter()).flat_map(|body| body.0.iter());
    let told: Vec<&str> = counted
        .filter_map(|span| match span {
            Span::Number { text, origin: Origin::Count(what) } if what.as_str() == "promises" => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert!(
        !told.is_empty() && told.iter().all(|told| *told == total.to_string()),
        "{told:?} are told, {total} are there"
    );
}

#[test]
fn no_promise_has_a_deadline_of_its_own_as_the_texts_say() {
    let plan = PLAN.zh;
    let deadlines: usize = Ref::all(&plan.pillars).map(|pillar| plan.measured(pillar).deadline).sum();
    assert_eq!(deadlines, 0, "the data page (not-said) and the scene with-a-number say that none has one");
}
