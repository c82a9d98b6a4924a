//! Every journey by keys alone, and as the accessibility tree tells it to whoever hears the page.

use crate::check;
use crate::session::{Browser, Session};
use crate::site::{built, pages, serve, url};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use thirtyfour::Key;

async fn press(session: &Session, keys: impl Into<thirtyfour::TypingData>) {
    session.driver.action_chain().send_keys(keys).perform().await.expect("keys can be pressed");
}

/// Whether what has the focus can be seen: it has a size, lies in the window, and something of it is on top.
const SEEN: &str = "(() => {
    const one = document.activeElement;
    const boxes = [...one.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    const on = (x, y) => { const top = document.elementFromPoint(x, y); return !!top && (one.contains(top) || top.contains(one) || !!top.closest('label')?.contains(one)); };
    return boxes.some((box) => [0.1, 0.5, 0.9].some((x) => [0.1, 0.5, 0.9].some((y) => on(box.left + box.width * x, box.top + box.height * y))));
})()";

/// No page has so many stops.
const STOPS: usize = 400;

/// Presses the tab key until what matches has the focus; everything that has it on the way can be seen.
async fn tab_to(session: &Session, selector: &str) {
    for _ in 0..STOPS {
        if session.eval(&format!("return !!document.activeElement?.matches({selector:?})")).await == true {
            return;
        }
        press(session, Key::Tab).await;
        let within = "document.activeElement && document.activeElement !== document.body";
        if session.eval(&format!("return !!({within})")).await == true {
            let stop = session.text("document.activeElement.outerHTML.slice(0, 120)").await;
            session.until(SEEN).await;
            let ring = "(() => { const one = document.activeElement; const around = [one, one.closest('label') ?? one].map((box) => getComputedStyle(box)); return around.some((style) => style.outlineStyle !== 'none' || style.boxShadow !== 'none') || one.matches('iframe, plan-figure, [role=listbox], input[type=file]') })()";
            assert_eq!(session.eval(&format!("return {ring}")).await, true, "no mark of the focus on {stop}");
        }
    }
    panic!("the tab key does not lead to {selector}");
}

/// Waits for a part, which comes to life near the view, as a reader who goes down the page wakes it.
async fn alive(session: &Session, part: &str, selector: &str) {
    let scrolled = format!("document.querySelector({part:?})?.scrollIntoView({{ block: 'center' }})");
    session.until(&format!("{scrolled}, !!document.querySelector({selector:?})")).await;
    session.eval("scrollTo(0, 0); document.activeElement?.blur()").await;
}

#[tokio::test]
async fn every_journey_can_be_made_by_keys_alone() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    let at = |path: &str| url(&server, path);

    // Past the menu into the story, from there to a pillar, and on to a figure.
    session.goto_live(&at("/en/")).await;
    tab_to(&session, "a.skip").await;
    press(&session, Key::Enter).await;
    session.until("document.activeElement.id === 'main'").await;
    tab_to(&session, "main a[href='/en/pillars/strength/']").await;
    press(&session, Key::Enter).await;
    session.until("location.pathname.startsWith('/en/pillars/') && !!document.querySelector('.pillar')").await;
    tab_to(&session, "main a[href^='/en/figures/']").await;
    press(&session, Key::Enter).await;
    session.until("location.pathname.startsWith('/en/figures/') && !!document.querySelector('.figure-page')").await;

    // A guess, by arrows on the mark and by the form.
    session.goto_live(&at("/en/figures/industry-output/")).await;
    alive(&session, ".invite", ".invite").await;
    tab_to(&session, ".invite").await;
    press(&session, Key::Enter).await;
    session.until("!!document.querySelector('.guess [role=slider]')").await;
    tab_to(&session, ".guess [role=slider]").await;
    press(&session, Key::Up + Key::Up).await;
    tab_to(&session, ".guess button").await;
    press(&session, Key::Enter).await;
    session.until("document.activeElement.matches('.guess .result')").await;

    // The points of the chart, a pace to try on it, and its table.
    session.goto_live(&at("/en/figures/farm-growth/")).await;
    alive(&session, ".part-what-if", ".part-what-if output").await;
    alive(&session, ".plot", ".points [role=listbox]").await;
    tab_to(&session, ".points [role=listbox]").await;
    press(&session, Key::Right).await;
    session.until("!!document.querySelector('.points .note')").await;
    press(&session, Key::Escape).await;
    tab_to(&session, ".pull[role=slider]").await;
    let said = session.text("document.querySelector('.whatif output').textContent").await;
    press(&session, Key::Up + Key::Up).await;
    session.until(&format!("document.querySelector('.whatif output').textContent !== {said:?}")).await;
    tab_to(&session, "details.table > summary").await;
    press(&session, Key::Enter).await;
    session.until("document.querySelector('details.table').open").await;

    // What other sources say, drawn into the chart.
    session.goto_live(&at("/en/figures/core-area/")).await;
    alive(&session, ".part-since", ".since-switch:enabled").await;
    tab_to(&session, ".since-switch").await;
    press(&session, Key::Enter).await;
    session.until("location.search === '?since=1' && !!document.querySelector('.since-still')").await;
    session.goto_live(&at("/en/figures/farm-growth/")).await;

    // The link to pass on, the code for articles.
    tab_to(&session, "#pass-on > summary").await;
    press(&session, Key::Enter).await;
    session.until("!!document.querySelector('#embed .fields:not([hidden])')").await;
    tab_to(&session, ".pass-on button").await;
    tab_to(&session, "#embed > summary").await;
    press(&session, Key::Enter).await;
    session.until("document.getElementById('embed').open").await;
    tab_to(&session, "#embed select[name=theme]").await;
    press(&session, Key::Down).await;
    session.until("document.querySelector('#embed textarea').value.includes('theme=')").await;

    // Light and dark, and the size of the text.
    tab_to(&session, ".choices a[href*='theme=dark']").await;
    press(&session, Key::Enter).await;
    session.until("document.documentElement.dataset.theme === 'dark'").await;
    tab_to(&session, ".choices a[href*='text=large']").await;
    press(&session, Key::Enter).await;
    session.until("document.documentElement.dataset.text === 'large'").await;

    // A search and a filter.
    session.goto_live(&at("/en/commitments/")).await;
    session.until("document.querySelector('[type=search]')?.disabled === false").await;
    tab_to(&session, "[type=search]").await;
    press(&session, "forest").await;
    session.until("location.search.includes('q=forest')").await;
    tab_to(&session, "select").await;
    press(&session, Key::Down).await;
    session.until("location.search.split('&').length > 1").await;

    // A term's note opens over the page and gives the focus back.
    session.goto_live(&at("/en/figures/industry-output/")).await;
    tab_to(&session, "main a.term").await;
    press(&session, Key::Enter).await;
    session.until("!!document.querySelector('.note:popover-open')").await;
    press(&session, Key::Escape).await;
    session.until("document.activeElement.matches('a.term')").await;

    // The check of a text.
    session.goto_live(&at("/en/data/")).await;
    alive(&session, ".check", ".check textarea:not([disabled])").await;
    tab_to(&session, ".check textarea").await;
    press(&session, "力争工业总产值达2400亿元。").await;
    tab_to(&session, ".check button").await;
    press(&session, Key::Enter).await;
    session.until("!!document.querySelector('.check .outcome')").await;

    // The five-year card, and the other language.
    session.goto_live(&at("/en/card/")).await;
    tab_to(&session, "main a, main button").await;
    session.goto_live(&at("/en/card/")).await;
    tab_to(&session, "a.language").await;
    press(&session, Key::Enter).await;
    session.until("location.pathname === '/card/'").await;
    session.quit().await;
}

/// A node as the browser tells it to a screen reader.
#[derive(Debug)]
struct Node {
    role: String,
    name: String,
    properties: Value,
}

impl Node {
    fn property(&self, name: &str) -> Option<&Value> {
        let all = self.properties.as_array()?;
        all.iter().find(|property| property["name"] == name).map(|property| &property["value"]["value"])
    }
}

/// What a screen reader can be told of the page, from its beginning to its end.
async fn tree(session: &Session) -> Vec<Node> {
    session.devtools("Accessibility.enable", json!({})).await;
    let answer = session.devtools("Accessibility.getFullAXTree", json!({})).await;
    let nodes = answer["nodes"].as_array().expect("a tree has nodes");
    let text = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
    let told = nodes.iter().filter(|node| node["ignored"] != true);
    told.map(|node| Node {
        role: text(&node["role"]),
        name: text(&node["name"]),
        properties: node["properties"].clone(),
    })
    .collect()
}

/// Holds that the tree has a node of this role whose name holds these words.
#[track_caller]
fn told<'a>(tree: &'a [Node], role: &str, words: &str) -> &'a Node {
    let found = tree.iter().find(|node| node.role == role && node.name.contains(words));
    found.unwrap_or_else(|| {
        let near: Vec<&str> = tree.iter().filter(|node| node.role == role).map(|node| node.name.as_str()).collect();
        panic!("no {role} is named {words}; there are {near:?}")
    })
}

#[tokio::test]
async fn the_tree_tells_of_every_journey() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    let open = async |path: &str, holds: &str| {
        session.goto_live(&url(&server, path)).await;
        session.eval("for (const part of document.querySelectorAll('[data-part]')) part.scrollIntoView({ behavior: 'instant' })").await;
        session.painted().await;
        // A canvas is drawn only near the view.
        session.eval("document.querySelector('[data-part=stage], [data-part^=own-plot]')?.scrollIntoView({ behavior: 'instant' })").await;
        session.until(holds).await;
        session.painted().await;
        tree(&session).await
    };

    let industry = "document.getElementById('industry').scrollIntoView({ block: 'center', behavior: 'instant' })";
    let story = open("/en/", &format!("({industry}, !!document.querySelector('.part-stage .point'))")).await;
    for (role, words) in [
        ("link", "Skip to content"),
        ("banner", ""),
        ("navigation", "Main menu"),
        ("main", ""),
        ("contentinfo", ""),
        ("heading", "Five New Bijies"),
        ("link", "All promises"),
        ("link", "中文"),
        ("image", "Industrial output"),
        ("navigation", "Light and dark"),
        ("navigation", "Text size"),
    ] {
        told(&story, role, words);
    }

    let figure = open("/en/figures/industry-output/", "!!document.querySelector('.points [role=listbox]') && !!document.querySelector('.pull') && (document.getElementById('pass-on').open = true) && document.querySelector('#embed .fields')?.hidden === false").await;
    for (role, words) in [
        ("heading", "The aim is to reach 240\u{a0}billion yuan of industrial output"),
        ("image", "aims to reach 240\u{a0}billion yuan"),
        ("listbox", ""),
        ("option", "240\u{a0}billion yuan"),
        ("slider", "What would it take?"),
        ("button", "Copy the link"),
        ("link", "Guess first"),
        ("link", "value added"),
        ("DisclosureTriangle", "Show the table"),
        ("DisclosureTriangle", "Embed in an article"),
        ("heading", "What to know before you use it"),
        ("link", "system"),
        ("link", "dark"),
    ] {
        told(&figure, role, words);
    }
    let table = told(&figure, "DisclosureTriangle", "Show the table");
    assert_eq!(table.property("expanded"), Some(&json!(false)));
    // The tree of Chromium leaves out the text of a value.
    assert_eq!(session.text("document.querySelector('.pull').getAttribute('aria-valuetext')").await, "22.5%");

    let guess = open("/en/figures/industry-output/?guess=", "!!document.querySelector('.guess [role=slider]')").await;
    told(&guess, "slider", "Your guess");
    told(&guess, "textbox", "Your guess");
    told(&guess, "button", "");
    assert!(!guess.iter().any(|node| node.name.contains("aims to reach 240")), "the answer is told before the guess");

    let table = open("/en/figures/industry-output/?view=table", "document.querySelector('details.table').open").await;
    told(&table, "table", "");
    told(&table, "columnheader", "Value");
    told(&table, "cell", "aims to reach 240\u{a0}billion yuan");

    let others = open("/en/figures/core-area/?since=1", "!!document.querySelector('.since-still')").await;
    told(&others, "button", "Also draw what other sources say");
    told(&others, "image", "108");
    told(&open("/en/since/", "!!document.querySelector('.since-promise')").await, "heading", "And since then?");

    let search = open("/en/commitments/?q=forest", "document.querySelector('[type=search]')?.disabled === false").await;
    told(&search, "searchbox", "");
    told(&search, "combobox", "Pillar");
    told(&search, "status", "");

    let town = serve(check::town(), "/");
    session.goto_live(&url(&town, "/en/data/")).await;
    check::check(&session, &check::article()).await;
    session.until("!!document.querySelector('.check .marked-text')").await;
    let report = tree(&session).await;
    told(&report, "textbox", "");
    told(&report, "button", "Check");
    told(&report, "link", "9");

    let card = open("/en/card/", "!!document.querySelector('main')").await;
    told(&card, "heading", "");
    told(&card, "main", "");
    session.quit().await;
}

/// Numbers in a text, as they are written, but those that count the years and the marks of a scale.
const NUMBERS: &str = "((text) => [...text.matchAll(/\\d[\\d,]*(?:\\.\\d+)?/g)].map(([number]) => number))";

#[tokio::test]
async fn each_number_on_a_canvas_is_in_the_table_and_in_the_tree() {
    let dir = built();
    let server = serve(&dir, "/");
    let session = Session::start(Browser::Chromium).await;
    let mut missing = BTreeSet::new();
    let mut looked = 0;
    for path in pages(&dir).iter().filter(|path| path.contains("/figures/") && !path.contains("/embed/")) {
        session.goto_live(&url(&server, path)).await;
        session.until("document.querySelector('.figure .plot').scrollIntoView(), !!document.querySelector('.figure .drawing.live')").await;
        session.eval("for (const fold of document.querySelectorAll('details')) fold.open = true").await;
        // The values of the figure: what is set large, on the canvas or beside it. The canvas is the drawing, see `charts`.
        let drawn = session
            .eval(&format!("const numbers = {NUMBERS}; return [...document.querySelectorAll('.figure .still svg .n, .display .numeral')].flatMap((text) => numbers(text.textContent))"))
            .await;
        let drawn: BTreeSet<String> = serde_json::from_value(drawn).expect("numbers are texts");
        // What the article says is in the table, what we computed in the list below it, with its arithmetic.
        let table = session
            .text("[...document.querySelectorAll('.actions details.table table, #sums')].map((one) => one.textContent).join('\\n')")
            .await;
        let names: Vec<String> = tree(&session)
            .await
            .into_iter()
            .filter(|node| node.role == "image" || node.role == "option")
            .map(|node| node.name)
            .collect();
        for number in drawn {
            looked += 1;
            for (place, text) in [("table", &table), ("tree", &names.join("\n"))] {
                if !text.contains(&number) {
                    missing.insert(format!("{path}: {number} is not in the {place}"));
                }
            }
        }
    }
    assert!(looked > 60, "{looked} numbers");
    assert!(
        missing.is_empty(),
        "{} of {looked}:\n{}",
        missing.len(),
        missing.into_iter().take(40).collect::<Vec<_>>().join("\n")
    );
    session.quit().await;
}
