//! Addresses: every page is found again at its path, and what a link asks for is read as it was written.

use five_new_bijies::plan::{Plan, Promise, Ref, Term, Topic};
use five_new_bijies::quantity::Lang;
use five_new_bijies::route::query::{
    ColorTheme, Filters, Guess, HedgeFilter, LONGEST_SEARCH, PillarFilter, TextSize, View,
};
use five_new_bijies::route::{Address, Kept, MOST_KEPT, Page, Query};
use five_new_bijies::site::source;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use std::sync::LazyLock;

static PLAN: LazyLock<&'static Plan> = LazyLock::new(|| plans("data")[0]);

fn plans(dir: &str) -> [&'static Plan; 2] {
    let plan = source::load_or_panic(dir);
    [plan.zh, plan.en]
}

/// Every id of scenes and chapters.
fn scenes() -> Vec<String> {
    let chapters = PLAN.chapters.iter();
    let ids = chapters.flat_map(|chapter| {
        std::iter::once(chapter.id.as_str()).chain(chapter.scenes.iter().map(|scene| scene.id.as_str()))
    });
    ids.map(str::to_owned).collect()
}

// ---- pages ----

#[test]
fn every_page_is_found_again_at_its_path_in_either_language_under_any_base() {
    for dir in ["data", "tests/plans/fictional", "tests/plans/port"] {
        for plan in plans(dir) {
            for base in ["/", "/bijie/", "/a/en/b/"] {
                let address = Address::new("https://town.example", base);
                for (page, lang) in Page::all(plan).into_iter().flat_map(|page| Lang::ALL.map(|lang| (page, lang))) {
                    let path = page.path(plan, lang);
                    let under = address.under(&path);
                    assert!(under.starts_with(base), "{under}");
                    assert_eq!(address.strip(&under), Some(path.as_str()), "{base}");
                    assert_eq!(Page::parse(&path, plan), Some((page, lang)), "{path}");
                    assert_eq!(address.page(page, plan, lang), format!("https://town.example{under}"));
                }
            }
        }
    }
}

#[test]
fn paths_of_nothing_are_no_pages() {
    for path in [
        "",
        "en",
        "/en",
        "//",
        "/en//",
        "/index.html",
        "/figures/",
        "/figures/parks",
        "/figures/parks/x/",
        "/figures/nowhere/",
        "/pillars/parks/",
        "/embed/",
        "/embed/commitments/",
        "/embed/embed/figures/parks/",
        "/zh/commitments/",
        "/EN/commitments/",
        "/commitments/../data/",
    ] {
        assert_eq!(Page::parse(path, *PLAN), None, "{path}");
    }
}

#[test]
fn what_lies_beside_the_base_is_not_under_it() {
    let address = Address::new("https://town.example", "/bijie/");
    for path in ["/", "/bijie", "/bijiex/data/", "/other/", "bijie/"] {
        assert_eq!(address.strip(path), None, "{path}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_path_that_is_a_page_is_the_path_of_that_page(path in "(/en)?(/(figures|pillars|themes|promises|hospitals|embed|data|commitments|parks|beauty|jobs|404.html|[a-z]{0,3})){0,4}/?") {
        if let Some((page, lang)) = Page::parse(&path, *PLAN) {
            prop_assert_eq!(page.path(*PLAN, lang), path);
        }
    }
}

// ---- queries ----

fn read(search: &str) -> Query {
    Query::parse(search, *PLAN).0
}

/// A number as the address writes it.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![0..10_000_u64, 0..100_000_000_000_u64].prop_map(|hundredths| hundredths as f64 / 100.0)
}

fn guess() -> impl Strategy<Value = Guess> {
    prop_oneof![Just(Guess::Asked), number().prop_map(Guess::Given)]
}

fn filters() -> impl Strategy<Value = Filters> {
    let pillars: Vec<_> = Ref::all(&PLAN.pillars).map(PillarFilter::Pillar).chain([PillarFilter::Vision]).collect();
    let topics: Vec<Ref<Topic>> = Ref::all(&PLAN.topics).collect();
    let search = prop_oneof![Just(String::new()), ".{0,20}", "[ +&=%?#万亿a-z]{0,20}"];
    let parts = (search, option::of(select(pillars)), option::of(select(topics)), option::of(any::<bool>()), hedge());
    parts.prop_map(|(search, pillar, topic, measured, hedge)| Filters { search, pillar, topic, measured, hedge })
}

/// A list of any length that can be kept.
fn kept() -> impl Strategy<Value = Kept> {
    let all: Vec<Promise> = Promise::all(*PLAN).collect();
    proptest::collection::vec(select(all), 0..=MOST_KEPT).prop_map(|promises| {
        let mut kept = Kept::default();
        promises.into_iter().for_each(|promise| _ = kept.add(promise));
        kept
    })
}

fn hedge() -> impl Strategy<Value = Option<HedgeFilter>> {
    option::of(select(HedgeFilter::all(*PLAN)))
}

prop_compose! {
    fn query()(
        theme in select(&ColorTheme::ALL[..]),
        text in select(&TextSize::ALL[..]),
        view in select(&View::ALL[..]),
        since in any::<bool>(),
        scene in option::of(select(scenes())),
        point in option::of("[a-z0-9-]{1,12}\\.[a-z0-9-]{1,12}"),
        note in option::of(select(Ref::all(&PLAN.terms).collect::<Vec<Ref<Term>>>())),
        guess in option::of(guess()),
        pace in option::of((number(), any::<bool>()).prop_map(|(pace, falls)| if falls { 0.0 - pace } else { pace })),
        filters in filters(),
        (mine, theirs) in (kept(), kept()),
    ) -> Query {
        Query { theme, text, view, since, scene, point, note, guess, pace, filters, mine, theirs }
    }
}

/// What apps and people put behind addresses: our names and values, others' names, halves of escapes.
fn scribble() -> impl Strategy<Value = String> {
    let known = [
        "theme",
        "text",
        "view",
        "since",
        "scene",
        "point",
        "lens",
        "note",
        "guess",
        "pace",
        "q",
        "pillar",
        "about",
        "measured",
        "hedge",
        "mine",
        "theirs",
        "hospitals",
        "dark",
        "large",
        "table",
        "vision",
        "yes",
        "strive",
        "12.5",
        "1e9",
        "-1",
        ".",
        "NaN",
        "=",
        "=",
        "=",
        "&",
        "&",
        "&",
        "?",
        "#",
        "+",
        "%",
        "%E4%B8%87",
        "%e4",
        "%00",
        "万",
        "from",
        "nsukey",
    ];
    let token = prop_oneof![select(known.to_vec()).prop_map(str::to_owned), ".{0,3}"];
    proptest::collection::vec(token, 0..24).prop_map(|tokens| tokens.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_view_is_read_as_it_was_written(query in query()) {
        let written = query.format(*PLAN);
        prop_assert_eq!(Query::parse(&written, *PLAN), (query, Vec::new()), "{}", written);
    }

    #[test]
    fn any_string_is_read_and_written_in_one_way(search in prop_oneof![".*", scribble()]) {
        let (query, problems) = Query::parse(&search, *PLAN);
        let written = query.format(*PLAN);
        prop_assert_eq!(&read(&written).format(*PLAN), &written);
        prop_assert_eq!(Query::parse(&written, *PLAN), (query, Vec::new()), "{}", written);
        prop_assert!(problems.len() <= 14);
        prop_assert!(written.is_ascii(), "{}", written);
    }

    #[test]
    fn what_others_add_changes_nothing(query in query(), others in proptest::collection::vec(others(), 0..4), first in any::<bool>()) {
        let ours = query.format(*PLAN);
        let ours = ours.trim_start_matches('?');
        let others = others.join("&");
        let both = if first { format!("?{others}&{ours}") } else { format!("?{ours}&{others}") };
        prop_assert_eq!(Query::parse(&both, *PLAN), (query, Vec::new()), "{}", both);
    }
}

/// Parameters of apps that pass links on.
fn others() -> impl Strategy<Value = String> {
    let names = [
        "from",
        "isappinstalled",
        "nsukey",
        "scene_id",
        "utm_source",
        "utm_medium",
        "utm_campaign",
        "fbclid",
        "gclid",
        "spm",
        "share_token",
        "timestamp",
    ];
    (select(names.to_vec()), "[a-zA-Z0-9%._-]{0,12}").prop_map(|(name, value)| format!("{name}={value}"))
}

#[test]
fn what_is_not_understood_of_ours_is_reported_and_left_at_its_default() {
    let search =
        "?theme=plaid&text=large&lens=telescope&pace=--3&guess=abc&point=nodot&scene=nowhere&mystery=1&utm_source=x";
    let (query, problems) = Query::parse(search, *PLAN);
    assert_eq!(query, Query { text: TextSize::Large, ..Query::default() });
    let told: Vec<(&str, &str)> = problems.iter().map(|problem| (problem.name, problem.value.as_str())).collect();
    let wanted = [("theme", "plaid"), ("pace", "--3"), ("guess", "abc"), ("point", "nodot"), ("scene", "nowhere")];
    assert_eq!(told, wanted);
}

#[test]
fn signs_that_a_chat_glued_to_a_value_change_nothing() {
    for (glued, plain) in [
        ("?view=table）", "?view=table"),
        ("?guess=2400。", "?guess=2400"),
        ("?guess=。", "?guess="),
        ("?theme=dark（说明）&text=large", "?theme=dark&text=large"),
        ("?point=industry-output.promise。", "?point=industry-output.promise"),
        ("?theme=dark&amp;text=large&amp;since=1>", "?theme=dark&text=large&since=1"),
        ("?Theme=DARK", "?theme=dark"),
        ("?pace=7.5%25.", "?pace=7.5"),
        ("?note=\u{200b}four-keeps\u{feff}", "?note=four-keeps"),
    ] {
        assert_eq!(Query::parse(glued, *PLAN), Query::parse(plain, *PLAN), "{glued}");
        assert!(Query::parse(glued, *PLAN).1.is_empty(), "{glued}");
    }
}

#[test]
fn links_passed_on_in_chats_open_what_they_were_copied_from() {
    for chat in [
        "?from=singlemessage&isappinstalled=0&theme=dark",
        "?theme=dark&from=timeline",
        "?nsukey=Zm9v%2FYmFy%3D%3D&theme=dark&utm_source=weibo&utm_medium=social",
        "?fbclid=IwAR0&theme=dark&theme=light",
        "theme=dark",
    ] {
        assert_eq!(
            Query::parse(chat, *PLAN),
            (Query { theme: ColorTheme::Dark, ..Query::default() }, vec![]),
            "{chat}"
        );
    }
}

#[test]
fn a_search_as_forms_send_it_is_cut_where_it_is_too_long() {
    assert_eq!(read("?q=two+words%2B").filters.search, "two words+");
    let long = "万".repeat(LONGEST_SEARCH + 20);
    assert_eq!(read(&format!("?q={long}")).filters.search.chars().count(), LONGEST_SEARCH);
}

#[test]
fn links_to_other_pages_carry_the_look_and_what_other_sources_say_and_nothing_else() {
    let query = read("?since=1&theme=contrast&text=large&view=table&point=a.b&q=x&guess=&measured=no");
    assert_eq!(query.carried().format(*PLAN), "?theme=contrast&text=large&since=1");
    assert_eq!(Query::default().format(*PLAN), "");
}

#[test]
fn what_other_sources_say_is_asked_for_by_a_one_and_by_nothing_else() {
    assert!(read("?since=1").since && !read("?since=0").since && !read("?since=").since);
    let (query, problems) = Query::parse("?since=yes", *PLAN);
    assert!(!query.since && problems.len() == 1, "{problems:?}");
}
