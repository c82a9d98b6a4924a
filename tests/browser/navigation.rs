//! Ways through the site without loading a document.

use crate::session::{Browser, Session};
use crate::site::{altered, built, date_later, files, serve, url};
use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet, VecDeque};
use std::path::Path;
use thirtyfour::By;

#[tokio::test]
async fn a_link_leads_to_the_next_page_without_loading_a_document() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/pillars/strength/")).await;
        session.mark_document().await;
        session.click("main a[href='/figures/industry-output/']").await;
        session
            .until("location.pathname === '/figures/industry-output/' && !!document.querySelector('.figure-page')")
            .await;
        session.same_document().await;
        assert!(
            session.text("document.title").await.starts_with("工业总产值"),
            "{browser:?}: the title is not the page's"
        );
        session.until("document.querySelector('link[rel=canonical]').href.endsWith('/figures/industry-output/')").await;
        assert_eq!(
            session.text("document.activeElement.tagName").await,
            "H1",
            "{browser:?}: the focus is not on the heading"
        );
        assert_eq!(session.number("scrollY").await, 0.0, "{browser:?}: the page does not begin at its top");
        session.until("!!document.querySelector('.drawing.live')").await;
        session.quit().await;
    }
}

#[tokio::test]
async fn back_and_forward_restore_page_and_place() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/commitments/")).await;
        session.mark_document().await;
        session.eval("scrollTo(0, 1500)").await;
        session.until("Math.abs(scrollY - 1500) < 2").await;
        session.click("main a[href='/themes/jobs/']").await;
        session.until("!!document.querySelector('.theme')").await;
        session.eval("scrollTo(0, 700)").await;
        session.until("Math.abs(scrollY - 700) < 2").await;
        session.driver.back().await.unwrap();
        session.until("!!document.querySelector('.commitments-page') && Math.abs(scrollY - 1500) < 2").await;
        session.driver.forward().await.unwrap();
        session.until("!!document.querySelector('.theme') && Math.abs(scrollY - 700) < 2").await;
        session.same_document().await;
        session.quit().await;
    }
}

#[tokio::test]
async fn back_returns_to_the_very_link_that_was_left_also_below_what_is_rendered_last() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        for (path, links) in
            [("/", "main .scene a[href*='/figures/']"), ("/commitments/", "main a[href*='/promises/']")]
        {
            session.goto_live(&url(&server, path)).await;
            session.mark_document().await;
            let link = format!("[...document.querySelectorAll({links:?})].at(-1)");
            session.until(&format!("!!{link}")).await;
            session
                .eval(&format!(
                    "for (let at = {link}; at; at = at.parentElement) if (at.localName === 'details') at.open = true"
                ))
                .await;
            // The address is rewritten while the reader scrolls.
            for share in [3, 2, 1] {
                session.eval(&format!("scrollTo(0, document.body.scrollHeight / {share} - 900)")).await;
                session.painted().await;
            }
            session.eval(&format!("{link}.scrollIntoView({{ block: 'center', behavior: 'instant' }})")).await;
            session.painted().await;
            let top = session.number(&format!("{link}.getBoundingClientRect().top")).await;
            session.eval(&format!("{link}.click()")).await;
            session.until(&format!("location.pathname !== {path:?} && !!document.querySelector('main h1')")).await;
            session.whole().await;
            session.eval("history.back()").await;
            session
                .until(&format!(
                    "location.pathname === {path:?} && Math.abs({link}.getBoundingClientRect().top - {top}) < 3"
                ))
                .await;
            session.same_document().await;
        }
        session.quit().await;
    }
}

#[tokio::test]
async fn a_deep_link_opens_at_its_figure() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/pillars/strength/#tourism-share")).await;
        session.until("Math.abs(document.getElementById('tourism-share').getBoundingClientRect().top) < 120").await;
        // The same link followed inside the site.
        session.goto_live(&url(&server, "/data/")).await;
        session.eval("const a = document.createElement('a'); a.href = '/pillars/strength/#tourism-share'; a.id = 'planted'; document.querySelector('main').append(a)").await;
        session.click("#planted").await;
        session.until("!!document.querySelector('.pillar') && Math.abs(document.getElementById('tourism-share').getBoundingClientRect().top) < 120").await;
        assert_eq!(session.text("document.activeElement.id").await, "tourism-share", "{browser:?}");
        session.quit().await;
    }
}

#[tokio::test]
async fn the_language_switch_opens_the_same_page_in_the_other_language() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/forest-cover/?theme=dark")).await;
        assert_eq!(session.text("document.documentElement.dataset.theme").await, "dark");
        session.click("a.language").await;
        session
            .until("location.pathname === '/en/figures/forest-cover/' && document.documentElement.lang === 'en'")
            .await;
        assert_eq!(session.text("location.search").await, "?theme=dark", "{browser:?}: the theme is lost on the way");
        session.until("document.documentElement.dataset.state === 'live'").await;
        session.click("a.language").await;
        session
            .until("location.pathname === '/figures/forest-cover/' && document.documentElement.lang === 'zh-CN'")
            .await;
        session.quit().await;
    }
}

#[tokio::test]
async fn theme_and_text_size_go_along_on_every_link() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        let look = "?theme=dark&text=large";
        let kept = format!(
            "location.search === '{look}' && document.documentElement.dataset.theme === 'dark'
             && document.documentElement.dataset.text === 'large'"
        );
        session.goto_live(&url(&server, &format!("/{look}"))).await;
        session.mark_document().await;
        // To a place of the same page, and to other pages without loading a document.
        session.click("nav a[href='/#pillars']").await;
        session.until(&format!("location.hash === '#pillars' && window.same && {kept}")).await;
        session.click("main a[href='/pillars/strength/']").await;
        session.until(&format!("!!document.querySelector('.pillar') && window.same && {kept}")).await;
        // What another window is opened with.
        let opened = "(() => { const link = document.querySelector(\"nav a[href='/commitments/']\");
            link.dispatchEvent(new MouseEvent('auxclick', { bubbles: true, button: 1 })); return link.search; })()";
        assert_eq!(session.text(opened).await, look, "{browser:?}");
        session.quit().await;
    }
}

#[tokio::test]
async fn going_back_brings_the_look_of_the_address_back() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/parks/?theme=dark")).await;
        session.mark_document().await;
        session.click("nav a[href='/commitments/']").await;
        session.until("!!document.querySelector('.commitments-page')").await;
        session.click(".choices a[href='?theme=light']").await;
        session.until("location.search === '?theme=light' && document.documentElement.dataset.theme === 'light'").await;
        session.driver.back().await.unwrap();
        session.until("location.search === '?theme=dark' && document.documentElement.dataset.theme === 'dark'").await;
        session.until("!!document.querySelector('.figure-page') && document.title.startsWith('城市公园')").await;
        assert_eq!(session.text("document.activeElement.tagName").await, "H1", "{browser:?}");
        session.driver.forward().await.unwrap();
        session.until("document.documentElement.dataset.theme === 'light' && !!window.same").await;
        session.quit().await;
    }
}

#[tokio::test]
async fn an_address_that_leads_nowhere_names_the_nearest_page() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/industry-outputs/")).await;
        session.until("!!document.querySelector('.not-found [aria-live] a')").await;
        let named = session.text("document.querySelector('.not-found [aria-live] a').getAttribute('href')").await;
        assert_eq!(named, "/figures/industry-output/", "{browser:?}");
        session.quit().await;
    }
}

/// Links of the page in place that a reader may follow inside the site: their paths, each once.
const LINKS: &str = "[...new Set([...document.querySelectorAll('#app a[href]')]
    .filter((link) => link.origin === location.origin && !link.target && !link.download && !link.pathname.includes('/embed/') && link.pathname.endsWith('/'))
    .map((link) => link.pathname))]";

/// Waits until the page at `path` is the one in place.
async fn arrived(session: &Session, path: &str) {
    session.until(&format!("location.pathname === {path:?} && {IN_PLACE} === {path:?}")).await;
    session.whole().await;
}

/// The path of the page whose content stands in `#app`, whatever the address says.
const IN_PLACE: &str = "((other) => other.startsWith('/en/') ? other.slice(3) : '/en' + other)
    (document.querySelector('#app a.language').pathname)";

/// More pages than there are.
const MANY: usize = 1000;

/// The way from a page to the nearest one that was not seen yet, over pages whose links are known.
fn way_on(links: &HashMap<String, Vec<String>>, here: &str) -> Option<Vec<String>> {
    let mut ways = VecDeque::from([vec![here.to_owned()]]);
    let mut reached = HashSet::from([here.to_owned()]);
    while let Some(way) = ways.pop_front() {
        let at = way.last()?;
        let Some(leads) = links.get(at) else { return Some(way[1..].to_vec()) };
        for next in leads {
            if reached.insert(next.clone()) {
                ways.push_back([way.as_slice(), std::slice::from_ref(next)].concat());
            }
        }
    }
    None
}

/// Goes through the site by its own links, and a step back from where none leads on, until `enough` pages were seen;
/// `visit` looks at each. A browser does not remember all of the way.
async fn walk(session: &Session, enough: usize, visit: impl AsyncFn(&str)) -> usize {
    let mut here = session.text("location.pathname").await;
    let mut links: HashMap<String, Vec<String>> = HashMap::new();
    let mut before: Option<String> = None;
    loop {
        visit(&here).await;
        let found = session.eval(&format!("return {LINKS}")).await;
        links.insert(here.clone(), serde_json::from_value::<Vec<String>>(found).expect("links are texts"));
        if links.len() == enough {
            return enough;
        }
        let leads_on = links[&here].iter().any(|path| !links.contains_key(path));
        if let (false, Some(last)) = (leads_on, before.take()) {
            session.eval("history.back()").await;
            arrived(session, &last).await;
            here = last;
        }
        let Some(way) = way_on(&links, &here) else { return links.len() };
        for next in way {
            session.click_link(&next).await;
            arrived(session, &next).await;
            before = Some(std::mem::replace(&mut here, next));
        }
    }
}

#[tokio::test]
async fn after_one_load_every_page_is_there_without_a_network() {
    let dir = built();
    let server = serve(&dir, "/");
    let pages = crate::site::pages(&dir).into_iter().filter(|path| !path.contains("/embed/") && !path.contains("404"));
    let session = Session::start(Browser::Chromium).await;
    session.goto_live(&url(&server, "/")).await;
    session.mark_document().await;
    session.painted().await;
    session.console().await;
    let network = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
    session.devtools("Network.enable", json!({})).await;
    session.devtools("Network.emulateNetworkConditions", network).await;
    session.eval("performance.clearResourceTimings()").await;
    let visited = walk(&session, MANY, async |path| {
        let whole = "document.querySelectorAll('#app main h1').length === 1 && document.title !== ''";
        assert_eq!(session.eval(&format!("return {whole}")).await, true, "{path} is not whole");
        let asked = session.text("performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.endsWith('.webmanifest'))").await;
        assert_eq!(asked, "", "{path} asks the network");
        assert_eq!(session.console().await, Vec::<String>::new(), "{path}");
        has_head_of(&session, &dir, path).await;
    })
    .await;
    session.same_document().await;
    assert!(visited < MANY, "the walk does not end");
    assert_eq!(visited, pages.count(), "pages that links lead to");
    session.quit().await;
}

/// The elements of the head of the document in place, each with its attributes in order.
const HEAD: &str = "[document.title, document.documentElement.lang, ...[...document.head.querySelectorAll('[data-head]')].map((one) =>
    [one.localName, ...[...one.attributes].map(({ name, value }) => `${name}=${value}`).sort(), one.textContent].join(' '))]";

/// The same of the page that stands in a file.
fn head_of(file: &Path) -> Vec<String> {
    let html = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let html = Html::parse_document(&html);
    let select = |selector: &str| -> Vec<ElementRef> {
        html.select(&Selector::parse(selector).expect("the selector is one")).collect()
    };
    let text = |element: &ElementRef| element.text().collect::<String>();
    let written = |element: ElementRef| {
        let mut attributes: Vec<String> =
            element.value().attrs().map(|(name, value)| format!("{name}={value}")).collect();
        attributes.sort_unstable();
        format!("{} {} {}", element.value().name(), attributes.join(" "), text(&element))
    };
    let title = select("title").iter().map(text).collect();
    let lang = html.root_element().attr("lang").unwrap_or_default().to_owned();
    [title, lang].into_iter().chain(select("head [data-head]").into_iter().map(written)).collect()
}

/// Holds that the head of the document in place is that of the page at `path` in `dir`. What search engines read stands in
/// prerendered pages alone; that of another page must not stay.
async fn has_head_of(session: &Session, dir: &Path, path: &str) {
    // The effect that writes it runs after the page has been shown.
    session.until(&format!("!!document.querySelector('head [rel=canonical]')?.href.endsWith({path:?})")).await;
    let found: Vec<String> = serde_json::from_value(session.eval(&format!("return {HEAD}")).await).unwrap();
    let wanted = head_of(&dir.join(path.trim_start_matches('/')).join("index.html"));
    let without = |some: &[String], others: &[String]| -> Vec<String> {
        some.iter().filter(|one| !others.contains(one)).cloned().collect()
    };
    let mut missing = without(&wanted, &found);
    missing.retain(|one| !one.contains("type=application/ld+json"));
    assert_eq!((missing, without(&found, &wanted)), (vec![], vec![]), "{path}");
    assert!(found.len() > 6, "{path}: {found:?}");
}

/// In Firefox; the walk without a network holds the same for every page in Chromium.
#[tokio::test]
async fn the_head_is_that_of_the_page_in_place() {
    let dir = built();
    let server = serve(&dir, "/");
    if !Browser::all().contains(&Browser::Firefox) {
        return;
    }
    let session = Session::start(Browser::Firefox).await;
    session.goto_live(&url(&server, "/data/")).await;
    session.mark_document().await;
    // The same program writes it: some of the pages are enough for another browser.
    let visited = walk(&session, 24, async |path| has_head_of(&session, &dir, path).await).await;
    assert_eq!(visited, 24);
    session.same_document().await;
    session.quit().await;
}

#[tokio::test]
async fn of_two_quick_clicks_the_newer_wins() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/")).await;
        session.mark_document().await;
        // The second as soon as a page has a link there: no frame is painted in between.
        let both = |first: &str, second: &str| {
            format!(
                "const link = (path) => [...document.querySelectorAll('#app a[href]')].find((link) => link.pathname === path);
                 link({first:?}).click();
                 (async () => {{
                     while (!link({second:?})) await 0;
                     link({second:?}).click();
                 }})()"
            )
        };
        for (first, second) in [("/pillars/strength/", "/data/"), ("/commitments/", "/"), ("/data/", "/commitments/")] {
            session.eval(&both(first, second)).await;
            arrived(&session, second).await;
            session.painted().await;
            arrived(&session, second).await;
            let title = session.text("document.title").await;
            let wanted = session.text(&format!("{second:?} === '/' ? document.querySelector('.masthead .name').textContent : document.querySelector('main h1').textContent")).await;
            assert!(title.contains(wanted.trim()), "{browser:?}: {title} is not of {second}");
        }
        session.same_document().await;
        session.quit().await;
    }
}

#[tokio::test]
async fn going_back_while_a_page_is_on_its_way_ends_where_one_was() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/commitments/")).await;
        session.mark_document().await;
        session.click_link("/data/").await;
        arrived(&session, "/data/").await;
        session
            .eval("[...document.querySelectorAll('a[href]')].find((link) => link.pathname === '/').click(); history.back()")
            .await;
        arrived(&session, "/data/").await;
        session.painted().await;
        arrived(&session, "/data/").await;
        session.eval("history.go(-1); history.go(1)").await;
        session.painted().await;
        let path = session.text("location.pathname").await;
        arrived(&session, &path).await;
        session.same_document().await;
        session.quit().await;
    }
}

#[tokio::test]
async fn fifty_pages_leave_nothing_behind() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.devtools("Performance.enable", json!({})).await;
    session.goto_live(&url(&server, "/commitments/")).await;
    session.mark_document().await;
    let round = async || {
        for path in ["/", "/pillars/strength/", "/figures/industry-output/", "/pillars/strength/", "/commitments/"] {
            session.click_link(path).await;
            arrived(&session, path).await;
            session.painted().await;
        }
    };
    let counted = async || {
        session.painted().await;
        session.devtools("HeapProfiler.collectGarbage", json!({})).await;
        let answer = session.devtools("Performance.getMetrics", json!({})).await;
        let metrics = answer["metrics"].as_array().expect("a list").clone();
        let of = |name: &str| -> f64 {
            let metric = metrics.iter().find(|metric| metric["name"] == name);
            metric.and_then(|metric: &Value| metric["value"].as_f64()).expect("it is counted")
        };
        (of("Nodes"), of("JSEventListeners"))
    };
    round().await;
    round().await;
    let before = counted().await;
    for _ in 0..10 {
        round().await;
    }
    let after = counted().await;
    assert!(after.0 <= before.0 * 1.02, "nodes: {} before, {} after 50 pages", before.0, after.0);
    assert!(after.1 <= before.1 + 2.0, "listeners: {} before, {} after 50 pages", before.1, after.1);
    session.same_document().await;
    session.quit().await;
}

#[tokio::test]
async fn places_of_the_page_in_place_leave_it_whole() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/")).await;
        session.mark_document().await;
        let whole = "document.querySelectorAll('.masthead, #app main h1, footer').length === 3";
        session.click("nav a[href='/#themes']").await;
        session.until("Math.abs(document.getElementById('themes').getBoundingClientRect().top) < 120").await;
        session.click(".skip").await;
        session.driver.back().await.unwrap();
        session.until(&format!("location.hash === '#themes' && {whole}")).await;
        session.painted().await;
        assert_eq!(session.eval(&format!("return {whole}")).await, true, "{browser:?}: the page is gone");
        // A link to the page in place leads to its top and makes no entry in the history.
        let entries = session.number("history.length").await;
        session.eval("history.replaceState(null, '', '/')").await;
        session.click(".masthead .name").await;
        session.until(&format!("scrollY === 0 && {whole}")).await;
        assert_eq!(session.number("history.length").await, entries, "{browser:?}");
        session.same_document().await;
        session.quit().await;
    }
}

/// Puts a newer release where the site of an open tab was: every page has other words, and the hashed files have given
/// way to others. The pictures are still on their way.
fn release(dir: &Path) {
    for path in files(dir) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let gone =
            ["wasm", "js", "css", "png"].iter().any(|ending| name.ends_with(ending)) || name.starts_with("ranges-");
        if gone {
            std::fs::remove_file(&path).expect("the file can be removed");
        } else if name.ends_with(".html") {
            std::fs::write(&path, "<!doctype html><title>next</title><p id=next>Next")
                .expect("the page can be written");
        } else if name == "version.txt" {
            std::fs::write(&path, "0123456789ab\n").expect("the file can be written");
        }
    }
    date_later(dir);
}

#[tokio::test]
async fn an_open_tab_goes_on_with_its_own_words_and_drawings_after_a_release() {
    for &browser in Browser::all() {
        // Nothing is kept on the device, or the check's files might be before the release takes them away.
        let name = format!("navigation-release-{browser:?}");
        let dir = altered(&name, |file, bytes| (file != "sw.js").then_some(bytes));
        let server = serve(&dir, "/");
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/en/figures/forest-cover/")).await;
        session.mark_document().await;
        release(&dir);

        // What the program can do itself costs nothing: pages, drawings, guesses, search, the other language.
        session.click_link("/en/pillars/beauty/").await;
        session.until("document.querySelector('.drawing.live')").await;
        session.click_link("/en/figures/forest-cover/").await;
        session.until("document.querySelector('.figure-page .drawing.live')").await;
        session.click("a[href$='?guess=']").await;
        session.until("document.querySelector('.guess input')").await;
        session.click_link("/en/commitments/").await;
        session.until("document.querySelector('.filters [name=q]')?.disabled === false").await;
        session.driver.find(By::Css(".filters [name=q]")).await.unwrap().send_keys("forest").await.unwrap();
        session.until("[...document.querySelectorAll('[data-key]')].some((row) => !row.checkVisibility())").await;
        session.click_link("/commitments/").await;
        session.until("document.documentElement.lang === 'zh-CN'").await;
        let asked =
            "performance.getEntriesByType('resource').some((entry) => entry.name.endsWith('/data/version.txt'))";
        assert_eq!(session.eval(&format!("return {asked}")).await, false, "{browser:?}: something was missing");

        // What needs the net says so, and that there is a newer release.
        session.click_link("/data/").await;
        session.until("document.querySelector('#check-text')?.disabled === false").await;
        session.driver.find(By::Id("check-text")).await.unwrap().send_keys("森林").await.unwrap();
        session.click(".check button[type=submit]").await;
        session.until("document.querySelector('.check [role=status]').textContent.includes('没能打开')").await;
        session.until("document.querySelector('.notice')?.textContent.includes('新的版本')").await;
        session.click_link("/figures/forest-cover/").await;
        session.click(".pass-on details summary").await;
        session.show(".pass-on details img").await;
        session.until("document.querySelector('.pass-on [role=status]').textContent.includes('图片没能取来')").await;
        session.same_document().await;
        session.click(".notice a").await;
        session.until("document.getElementById('next')").await;
        session.quit().await;
    }
}
