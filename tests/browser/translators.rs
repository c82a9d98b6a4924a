//! Browsers that translate: every piece of text is taken out of its place and put back wrapped, again and again.

use crate::session::{Browser, Session};
use crate::site::{built, serve, url};
use serde_json::json;

/// Wraps every text node into elements of its own, as browsers that translate do; what is added later as well.
pub const TRANSLATOR: &str = "window.translate = () => {
    const wrap = (root) => {
        const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (nodes.nextNode()) texts.push(nodes.currentNode);
        for (const text of texts) {
            const parent = text.parentElement;
            if (!text.data.trim() || !parent || parent.closest('font, script, style, svg, textarea')) continue;
            const font = document.createElement('font');
            font.append(document.createElement('font'));
            text.replaceWith(font);
            font.firstChild.append('«' + text.data + '»');
        }
    };
    wrap(document.body);
    new MutationObserver((changes) => {
        for (const { target, addedNodes } of changes)
            for (const node of addedNodes) if (target.isConnected) wrap(node.nodeType === Node.TEXT_NODE ? target : node);
    }).observe(document.body, { childList: true, subtree: true });
};";

/// Parts of the frame of each page, which stand there once.
const ONCE: &str =
    "['#app', '.masthead', 'main', 'main h1', 'footer'].filter((one) => document.querySelectorAll(one).length !== 1)";

/// Goes on and back, changes the look and opens a point, and holds that all of it works.
async fn reads_on(browser: Browser, session: &Session, when: &str) {
    session.mark_document().await;
    let there = async |path: &str, mark: &str| {
        session.until(&format!("location.pathname === {path:?} && !!document.querySelector({mark:?})")).await;
        session.whole().await;
        session.painted().await;
        assert_eq!(session.text(ONCE).await, "", "{browser:?}: translated {when}: {path}");
    };
    session.click_link("/pillars/strength/").await;
    there("/pillars/strength/", ".pillar").await;
    session.click_link("/figures/industry-output/").await;
    there("/figures/industry-output/", ".figure-page").await;
    session.show(".drawing").await;
    session.until("!!document.querySelector('.points .point')").await;
    session.eval("document.querySelector('.points .point').click()").await;
    session.until("document.querySelectorAll('.points .note').length === 1").await;
    session.eval("document.querySelectorAll('.points .point')[1].click()").await;
    session.until("document.querySelectorAll('.points .point')[1].getAttribute('aria-selected') === 'true'").await;
    session.until("document.querySelectorAll('.points .note').length === 1").await;
    session.click(".choices a[href*='theme=dark']").await;
    session.until("document.documentElement.dataset.theme === 'dark'").await;
    session.driver.back().await.unwrap();
    there("/pillars/strength/", ".pillar").await;
    session.driver.back().await.unwrap();
    there("/", ".cloth").await;
    session.driver.forward().await.unwrap();
    there("/pillars/strength/", ".pillar").await;
    session.click_link("/en/pillars/strength/").await;
    there("/en/pillars/strength/", ".pillar").await;
    assert_eq!(session.text("document.documentElement.dataset.state").await, "live", "{browser:?}: translated {when}");
    session.same_document().await;
}

#[tokio::test]
async fn a_page_that_was_translated_before_the_program_came_is_read_on() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.before_each_page(&format!("{TRANSLATOR} addEventListener('DOMContentLoaded', () => translate())")).await;
    session.goto_live(&url(&server, "/")).await;
    session.until("document.querySelectorAll('font').length > 100").await;
    reads_on(Browser::Chromium, &session, "before the program came").await;
    session.quit().await;
}

#[tokio::test]
async fn a_live_page_that_is_translated_is_read_on() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/")).await;
        session.eval(&format!("{TRANSLATOR} translate()")).await;
        session.until("document.querySelectorAll('font').length > 100").await;
        reads_on(browser, &session, "while live").await;
        session.quit().await;
    }
}

#[tokio::test]
async fn the_contents_of_a_translated_story_keep_up() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.goto_live(&url(&server, "/")).await;
    session.eval(&format!("{TRANSLATOR} translate()")).await;
    for scene in ["jobs-answer", "industry"] {
        session.show(&format!("#{scene} h3")).await;
        session.until(&format!("document.querySelector('.contents a[aria-current=step]')?.hash === '#{scene}'")).await;
    }
    assert_eq!(session.eval("return document.querySelectorAll('.contents progress').length").await, json!(1));
    assert_eq!(session.text("document.documentElement.dataset.state").await, "live");
    session.quit().await;
}
