//! What a search finds, and what it does not.

use super::{Found, Index};
use crate::plan::{Plan, Promise, Topic};
use crate::route::query::{Filters, HedgeFilter, PillarFilter};
use crate::site::search::table;
use crate::site::source;
use pack::brotli;
use proptest::prelude::*;
use std::sync::LazyLock;

struct Searched {
    plans: &'static [Plan],
    plan: &'static Plan,
    en: &'static Plan,
    index: Index,
}

static SEARCHED: LazyLock<Searched> = LazyLock::new(|| {
    let plans = source::load_or_panic("data");
    Searched {
        plans: plans.plans.items(),
        plan: plans.zh,
        en: plans.en,
        index: Index::of(plans.plans.items(), &table(&plans.plans)),
    }
});

fn find(search: &str) -> Found {
    SEARCHED.index.find(&Filters { search: search.to_owned(), ..Filters::default() })
}

fn ids(search: &str) -> Vec<&'static str> {
    find(search).rows.into_iter().map(|promise| promise.id(SEARCHED.plan)).collect()
}

#[track_caller]
fn finds(search: &str, id: &str) {
    let found = ids(search);
    assert!(found.contains(&id), "{search} finds {found:?}");
    assert!(found.len() < 12, "{search} finds {} promises: {found:?}", found.len());
}

#[track_caller]
fn finds_the_same(searches: &[&str]) {
    let first = ids(searches[0]);
    assert!(!first.is_empty(), "{} finds nothing", searches[0]);
    for search in searches {
        assert_eq!(ids(search), first, "{search}");
    }
}

#[test]
fn nothing_sought_is_everything_in_the_order_of_the_page() {
    let all: Vec<Promise> = Promise::by_topic(SEARCHED.plan);
    for search in ["", "  ", "\u{3000}"] {
        assert_eq!(find(search).rows, all, "{search:?}");
    }
    assert_eq!(find("森林").total, all.len());
}

#[test]
fn both_languages_find_the_same_promise() {
    finds("森林覆盖率", "forest-cover");
    finds("forest cover", "forest-cover");
    finds("幼儿园", "public-kindergartens");
    finds("kindergartens", "public-kindergartens");
}

#[test]
fn all_words_must_be_there_in_any_order() {
    finds_the_same(&["forest cover", "cover forest", "  forest   cover ", "森林 cover"]);
    assert_eq!(ids("forest nonsense"), [""; 0]);
}

#[test]
fn width_and_case_do_not_matter() {
    finds_the_same(&["forest cover", "ＦＯＲＥＳＴ　Cover", "FOREST COVER"]);
    finds_the_same(&["AAAA", "aaaa", "ＡＡＡＡ", "aaaa 级", "AAAA级"]);
    finds_the_same(&["3+1", "３＋１", "“3+1”", "（３＋１）"]);
}

#[test]
fn a_number_is_found_however_it_is_set() {
    for search in [
        "870亿",
        "870 亿",
        "８７０亿元",
        "870亿元",
        "870\u{a0}亿元",
        "2400",
        "2,400",
        "２，４００",
        "2\u{202f}400",
        "2,4",
    ] {
        finds(search, "industry-output");
    }
    for search in ["87 billion", "87billion", "240 billion yuan", "240\u{a0}billion"] {
        finds(search, "industry-output");
    }
    finds("60%", "forest-cover");
    finds("60 %", "forest-cover");
    finds("６０％", "forest-cover");
}

#[test]
fn a_number_is_not_found_inside_another() {
    assert!(!ids("400").contains(&"industry-output"));
    assert!(!ids("70亿").contains(&"industry-output"));
    assert!(!ids("0%").contains(&"forest-cover"));
}

#[test]
fn a_word_of_letters_is_found_from_its_beginning_only() {
    finds("kinder", "public-kindergartens");
    assert_eq!(ids("indergarten"), [""; 0]);
}

#[test]
fn punctuation_within_a_name_may_be_left_out() {
    finds_the_same(&["“放管服”改革", "放管服改革", "「放管服」改革"]);
    finds_the_same(&["河（湖）长制", "河湖长制", "河(湖)长制"]);
    finds_the_same(&["贵人服务·毕须办", "贵人服务毕须办"]);
    finds_the_same(&["high-quality", "high quality", "HIGH–QUALITY"]);
}

#[test]
fn traditional_characters_find_simplified_ones() {
    finds_the_same(&["产业", "產業"]);
    finds_the_same(&["乡村振兴", "鄉村振興"]);
    finds_the_same(&["营商环境", "營商環境"]);
    finds_the_same(&["国家储备林", "國家儲備林"]);
    finds_the_same(&["870亿元", "８７０億元"]);
}

#[test]
fn pinyin_finds_characters_by_whole_syllables() {
    finds("senlin", "forest-cover");
    finds("senlinfugailv", "forest-cover");
    finds("SenLin", "forest-cover");
    finds("gongyebeizeng", "double-industry");
    finds("youeryuan", "public-kindergartens");
    finds("yòuéryuán", "public-kindergartens");
    finds("gonggongjiuye", "job-services");
}

#[test]
fn a_character_is_found_by_each_of_its_everyday_readings() {
    finds("changzheng", "long-march-park");
    finds("hehuzhangzhi", "river-chiefs");
    finds("gaosu", "south-ring");
}

#[test]
fn the_last_syllable_may_be_unfinished_and_no_other() {
    finds("gongyebeiz", "double-industry");
    assert_eq!(ids("gonyebeizeng"), [""; 0]);
    // Within 业 (ye) and 倍 (bei) no syllable begins.
    assert_eq!(ids("ongyebeizeng"), [""; 0]);
}

#[test]
fn initials_find_characters_that_stand_side_by_side() {
    finds("slfgl", "forest-cover");
    finds("gybz", "double-industry");
    finds("hhzz", "river-chiefs");
    finds("hhzhzh", "river-chiefs");
    assert!(ids("gy").contains(&"industry-output"));
}

#[test]
fn pinyin_finds_nothing_within_english_words() {
    let mut table = table(std::slice::from_ref(SEARCHED.plan));
    table.readings = crate::text::List::EMPTY;
    let no_pinyin = Index::of(std::slice::from_ref(SEARCHED.plan), &table);
    for search in ["gongye", "gy", "senlin", "slfgl"] {
        let filters = Filters { search: search.to_owned(), ..Filters::default() };
        assert_eq!(no_pinyin.find(&filters).rows, [], "{search}");
    }
    // English words spell no characters by accident.
    for word in ["forest", "school", "river", "kindergarten", "growth", "jobs", "industry", "tourism"] {
        let said = |promise: &Promise| {
            let words = promise.words(SEARCHED.en).to_lowercase();
            words.split(|c: char| !c.is_ascii_alphabetic()).any(|other| other.starts_with(word))
        };
        assert!(find(word).rows.iter().all(said), "{word}");
    }
}

#[test]
fn one_letter_is_the_beginning_of_an_english_word_alone() {
    let found = find("z");
    assert!(found.rows.len() < 20, "{}", found.rows.len());
}

fn with(change: impl FnOnce(&mut Filters)) -> Found {
    let mut filters = Filters::default();
    change(&mut filters);
    SEARCHED.index.find(&filters)
}

#[test]
fn a_filter_leaves_what_its_option_counted() {
    let all = with(|_| {});
    for (option, count) in all.counts.pillar.options {
        assert_eq!(with(|filters| filters.pillar = Some(option)).rows.len(), count);
    }
    for (option, count) in all.counts.topic.options {
        assert_eq!(with(|filters| filters.topic = Some(option)).rows.len(), count);
    }
    for (option, count) in all.counts.measured.options {
        assert_eq!(with(|filters| filters.measured = Some(option)).rows.len(), count);
    }
    for (option, count) in all.counts.hedge.options {
        assert_eq!(with(|filters| filters.hedge = Some(option)).rows.len(), count);
    }
    assert_eq!(all.counts.pillar.any, all.total);
}

#[test]
fn a_promise_that_fails_one_filter_alone_counts_for_its_other_options() {
    let plan = SEARCHED.plan;
    let beauty = PillarFilter::from_id("beauty", plan);
    let nature = plan.find::<Topic>("nature");
    let search = "生态".to_owned();
    let both = with(|filters| (filters.pillar, filters.topic, filters.search) = (beauty, nature, search.clone()));
    for (option, count) in both.counts.pillar.options {
        let other =
            with(|filters| (filters.pillar, filters.topic, filters.search) = (Some(option), nature, search.clone()));
        assert_eq!(other.rows.len(), count, "{option:?}");
    }
    let off = with(|filters| (filters.topic, filters.search) = (nature, search.clone()));
    assert_eq!(off.rows.len(), both.counts.pillar.any);
}

#[test]
fn a_hedge_takes_words_and_numbers() {
    let reach = HedgeFilter::from_id("reach", SEARCHED.plan);
    let found = with(|filters| filters.hedge = reach);
    assert!(found.rows.iter().any(|promise| matches!(promise, Promise::Figure(_))));
    assert!(found.rows.iter().any(|promise| matches!(promise, Promise::Commitment(_))));
}

#[test]
fn the_table_costs_little() {
    let table = table(SEARCHED.plans);
    let bytes = postcard::to_allocvec(&table).unwrap();
    let packed = brotli(&bytes);
    println!("{} bytes, {} packed", bytes.len(), packed.len());
    assert!(packed.len() < 6_000, "{} bytes", packed.len());
}

#[test]
fn any_string_finds_something_or_nothing_and_no_panic() {
    proptest!(|(search in "\\PC{0,60}")| {
        let found = find(&search);
        prop_assert!(found.rows.len() <= found.total);
    });
}

#[test]
fn signs_alone_find_nothing() {
    for signs in ["？？？", "🚆", "——", "（", "·", "…", "\u{200b}", "！？", "、", "，。", "“”"] {
        assert!(find(signs).rows.is_empty(), "{signs} finds {}", find(signs).rows.len());
    }
    for nothing in ["", " ", "\u{3000}"] {
        assert_eq!(find(nothing).rows.len(), find(nothing).total, "{nothing:?}");
    }
}

#[test]
fn what_is_pasted_from_pdfs_and_phones_is_its_plain_twin() {
    finds_the_same(&["工业", "⼯业", "工\u{200b}业", "工业🚆", "\u{feff}工业\u{fe0f}"]);
    finds_the_same(&["高质量", "⾼质量"]);
    finds_the_same(&["旅游", "旅\u{200b}游"]);
    finds_the_same(&["bijie", "BÌJIÉ", "bìjié", "bi\u{300}jie\u{301}", "Bijie"]);
}

#[test]
fn a_word_that_readers_use_finds_what_stands_for_it() {
    let plan = SEARCHED.plan;
    for alias in plan.site.aliases.items() {
        assert!(!ids(alias.means.as_str()).is_empty(), "{} finds nothing", alias.means.as_str());
        for said in alias.said.as_str().split(' ') {
            assert!(!ids(said).is_empty(), "{said} finds nothing");
        }
    }
    assert_eq!(ids("土豆"), ids("马铃薯"));
    for topic in plan.topics.iter().chain(SEARCHED.en.topics.iter()) {
        assert!(!ids(topic.question.as_str()).is_empty(), "{} finds nothing", topic.question.as_str());
    }
}

#[test]
fn where_nothing_is_found_the_topic_that_is_nearest_is_named() {
    let nearest = |search: &str| SEARCHED.index.nearest_topic(search).map(|topic| SEARCHED.plan.id_of(topic));
    assert!(find("村里的快递").rows.is_empty());
    assert!(nearest("村里的快递").is_some());
    for nothing in ["🚆", "？？？", "qqqqqq"] {
        assert_eq!(nearest(nothing), None, "{nothing}");
    }
}
