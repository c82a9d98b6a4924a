use crate::session::{Browser, Session};
use crate::site::{built, serve, url};
use five_new_bijies::site::prerender::{Options, build};

const MARK: &str = "window.same = true";

#[tokio::test]
async fn a_link_leads_to_the_next_page_without_loading_a_document() {
    let server = serve(&built(), "/");
    for browser in Browser::BOTH {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/pillars/strength/")).await;
        session.eval(MARK).await;
        session.click("main a[href='/figures/industry-output/']").await;
        session
            .until("location.pathname === '/figures/industry-output/' && !!document.querySelector('.figure-page')")
            .await;
        assert!(session.eval("return window.same === true").await.as_bool().unwrap(), "{browser:?} loaded a document");
        assert!(
            session.text("document.title").await.starts_with("工业总产值"),
            "{browser:?}: the title is not the page's"
        );
        assert!(
            session
                .text("document.querySelector('link[rel=canonical]').href")
                .await
                .ends_with("/figures/industry-output/")
        );
        assert_eq!(
            session.text("document.activeElement.tagName").await,
            "H1",
            "{browser:?}: the focus is not on the heading"
        );
        assert_eq!(session.number("scrollY").await, 0.0, "{browser:?}: the page does not begin at its top");
        session.until("document.querySelector('[data-island] .chart').classList.contains('live')").await;
        session.quit().await;
    }
}

#[tokio::test]
async fn back_and_forward_restore_page_and_place() {
    let server = serve(&built(), "/");
    for browser in Browser::BOTH {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/commitments/")).await;
        session.eval(MARK).await;
        session.eval("scrollTo(0, 1500)").await;
        session.until("Math.abs(scrollY - 1500) < 2").await;
        session.click("main a[href='/pillars/strength/']").await;
        session.until("!!document.querySelector('.pillar')").await;
        session.eval("scrollTo(0, 700)").await;
        session.until("Math.abs(scrollY - 700) < 2").await;
        session.driver.back().await.unwrap();
        session.until("!!document.querySelector('.commitments-page') && Math.abs(scrollY - 1500) < 2").await;
        session.driver.forward().await.unwrap();
        session.until("!!document.querySelector('.pillar') && Math.abs(scrollY - 700) < 2").await;
        assert!(session.eval("return window.same === true").await.as_bool().unwrap(), "{browser:?} loaded a document");
        session.quit().await;
    }
}

#[tokio::test]
async fn a_deep_link_opens_at_its_figure() {
    let server = serve(&built(), "/");
    for browser in Browser::BOTH {
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
    for browser in Browser::BOTH {
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
    for browser in Browser::BOTH {
        let session = Session::start(browser).await;
        let look = "?theme=dark&text=large";
        let kept = format!(
            "location.search === '{look}' && document.documentElement.dataset.theme === 'dark'
             && document.documentElement.dataset.text === 'large'"
        );
        session.goto_live(&url(&server, &format!("/{look}"))).await;
        session.eval(MARK).await;
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
    for browser in Browser::BOTH {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/parks/?theme=dark")).await;
        session.eval(MARK).await;
        session.click("nav a[href='/commitments/']").await;
        session.until("!!document.querySelector('.commitments-page')").await;
        session.click("[data-choose='theme=light']").await;
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
    for browser in Browser::BOTH {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/industry-outputs/")).await;
        session.until("!!document.querySelector('.not-found [aria-live] a')").await;
        let named = session.text("document.querySelector('.not-found [aria-live] a').getAttribute('href')").await;
        assert_eq!(named, "/figures/industry-output/", "{browser:?}");
        session.quit().await;
    }
}

#[tokio::test]
async fn the_site_works_under_a_sub_path() {
    let out = std::path::PathBuf::from("target/altered/sub-path");
    let options = Options {
        out: out.clone(),
        public_url: "/bijie/".into(),
        site_url: "https://plan.example".into(),
        compress: false,
        ..Options::default()
    };
    // Rendering has a runtime of its own.
    tokio::task::spawn_blocking(move || build(&options)).await.unwrap().expect("the site builds under a sub-path");
    let server = serve(&out, "/bijie/");
    for browser in Browser::BOTH {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/bijie/en/")).await;
        session.eval(MARK).await;
        session.click("main a[href='/bijie/en/pillars/beauty/']").await;
        session.until("location.pathname === '/bijie/en/pillars/beauty/' && !!document.querySelector('.pillar')").await;
        session.click("main a[href='/bijie/en/figures/forest-cover/']").await;
        session.until("!!document.querySelector('.figure-page .chart.live')").await;
        assert!(session.eval("return window.same === true").await.as_bool().unwrap(), "{browser:?} loaded a document");
        assert_eq!(
            session.text("document.querySelector('link[rel=canonical]').href").await,
            "https://plan.example/bijie/en/figures/forest-cover/"
        );
        session.quit().await;
    }
}
