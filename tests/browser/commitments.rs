//! Search and filters over the promises.

use crate::session::{Browser, Session, Wish};
use crate::site::{built, serve, url};
use serde_json::Value;
use thirtyfour::{By, Key};

const SHOWN: &str = "[...document.querySelectorAll('[data-key]')].filter((row) => row.checkVisibility())";

async fn open(session: &Session, address: &str) {
    session.goto(address).await;
    session.until("document.querySelector('.filters')?.hasAttribute('data-ready')").await;
}

#[tokio::test]
async fn typing_finds_promises_in_both_languages() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        open(&session, &url(&server, "/commitments/")).await;
        let all = session.number(&format!("{SHOWN}.length")).await;
        let field = session.driver.find(By::Css(".filters [name=q]")).await.unwrap();
        field.send_keys("森林").await.unwrap();
        session.until(&format!("{SHOWN}.length > 0 && {SHOWN}.length < {all} && {SHOWN}.every((row) => row.textContent.includes('森林'))")).await;
        let found = session.number(&format!("{SHOWN}.length")).await;
        session
            .until(&format!("document.querySelector('.filters [role=status]').textContent === '找到 {found} 条'"))
            .await;
        session.until("new URLSearchParams(location.search).get('q') === '森林'").await;
        field.clear().await.unwrap();
        field.send_keys("ＦＯＲＥＳＴ  cover").await.unwrap();
        session
            .until(&format!(
                "{SHOWN}.length > 0 && {SHOWN}.some((row) => row.dataset.key === 'forest-cover') && {SHOWN}.length < 10"
            ))
            .await;
        field.clear().await.unwrap();
        field.send_keys("没有这样的承诺").await.unwrap();
        session.until(&format!("{SHOWN}.length === 0 && document.querySelector('.filters [role=status]').textContent.startsWith('一条也没有')")).await;
        session.press_enter_on(".filters [type=reset]").await;
        session.until(&format!("{SHOWN}.length === {all} && location.search === ''")).await;
        session.quit().await;
    }
}

#[tokio::test]
async fn filters_count_what_they_would_leave_and_live_in_the_address() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        open(&session, &url(&server, "/en/commitments/?theme=dark")).await;
        let count =
            "Number(document.querySelector('[name=pillar] [value=harmony]').textContent.match(/\\((\\d+)\\)/)[1])";
        let promised = session.number(count).await;
        // By keyboard: the choices of a select follow its first letters.
        let pillar = session.driver.find(By::Css("[name=pillar]")).await.unwrap();
        pillar.send_keys("Ha").await.unwrap();
        session
            .until(&format!(
                "document.querySelector('[name=pillar]').value === 'harmony' && {SHOWN}.length === {promised}"
            ))
            .await;
        session.until("location.search === '?theme=dark&pillar=harmony'").await;
        session.eval("document.querySelector('[name=measured]').value = 'yes'; document.querySelector('[name=measured]').dispatchEvent(new Event('input', { bubbles: true }))").await;
        session.until(&format!("{SHOWN}.length === 0")).await;
        let address = session.text("location.href").await;
        session.quit().await;

        let fresh = Session::start(browser).await;
        open(&fresh, &address.replace("measured=yes", "measured=no")).await;
        assert_eq!(fresh.number(&format!("{SHOWN}.length")).await, promised, "{browser:?}");
        assert_eq!(fresh.text("document.querySelector('[name=pillar]').value").await, "harmony");
        fresh.quit().await;
    }
}

#[tokio::test]
async fn the_address_is_read_and_written_without_loss_and_never_breaks() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    open(&session, &url(&server, "/commitments/?hedge=nobody&pillar=beauty")).await;
    assert_eq!(session.text("document.querySelector('.filters .unknown').hidden").await, "false");
    assert_eq!(session.text("document.querySelector('[name=hedge]').value").await, "");
    assert_eq!(session.text("document.querySelector('[name=pillar]').value").await, "beauty");
    let wrong = session
        .driver
        .execute_async(
            "const done = arguments[arguments.length - 1];
             import(document.querySelector('.filters').dataset.module).then(({ parse, format }) => {
               const form = document.querySelector('.filters').elements;
               const names = ['pillar', 'about', 'measured', 'hedge'];
               const known = Object.fromEntries(names.map((name) => [name, [...form[name].options].map((option) => option.value)]));
               let seed = 7; const random = (most) => (seed = (seed * 1103515245 + 12345) % 2147483648) % most;
               const wrong = [];
               for (let round = 0; round < 3000; round++) {
                 const junk = Array.from({ length: random(40) }, () => String.fromCharCode(random(round % 2 ? 128 : 65536))).join('');
                 try {
                   for (const text of [junk, '?q=' + junk, '?pillar=' + junk + '&hedge=' + junk]) {
                     const { state } = parse(text, known);
                     if (names.some((name) => !known[name].includes(state[name]))) wrong.push(text);
                   }
                 } catch (error) { wrong.push(`${junk}: ${error}`); }
                 const state = Object.fromEntries(names.map((name) => [name, known[name][random(known[name].length)]]));
                 state.q = junk.isWellFormed() ? junk : '';
                 const again = parse(format(state, '?theme=dark'), known);
                 if (again.unknown.length || Object.keys(again.state).some((name) => again.state[name] !== state[name])) wrong.push(JSON.stringify(state));
                 if (new URLSearchParams(format(state, '?theme=dark')).get('theme') !== 'dark') wrong.push('another parameter is lost');
               }
               done(wrong.slice(0, 5).join('\\n'));
             }, (error) => done(String(error)))",
            vec![],
        )
        .await
        .unwrap();
    assert_eq!(wrong.json(), &Value::String(String::new()));
    session.quit().await;
}

#[tokio::test]
async fn results_come_within_a_frame_at_a_quarter_of_the_speed() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    open(&session, &url(&server, "/commitments/")).await;
    session.devtools("Emulation.setCPUThrottlingRate", serde_json::json!({ "rate": 4 })).await;
    let took = session
        .number(
            // The best of several tries at each word, for others work on this machine; then the slowest word.
            "(() => { const field = document.querySelector('[name=q]'); const best = new Map();
               for (let round = 0; round < 12; round++)
                 for (const word of ['推', '建设', '发展', '森', '学校', '网', '农', '林', '加快', '法', '']) { field.value = word; const begun = performance.now();
                   field.dispatchEvent(new Event('input', { bubbles: true }));
                   best.set(word, Math.min(best.get(word) ?? Infinity, performance.now() - begun)); }
               return Math.max(...best.values()); })()",
        )
        .await;
    assert!(took < 16.0, "{took} ms");
    session.quit().await;
}

#[tokio::test]
async fn the_search_is_there_after_moving_to_the_page_and_not_without_script() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/data/")).await;
        session.click("nav a[href='/commitments/']").await;
        session.until("document.querySelector('.filters')?.hasAttribute('data-ready')").await;
        session.driver.find(By::Css("[name=q]")).await.unwrap().send_keys("河").await.unwrap();
        session.until(&format!("{SHOWN}.length > 0 && {SHOWN}.every((row) => row.textContent.includes('河'))")).await;
        session.driver.find(By::Css("[name=q]")).await.unwrap().send_keys(Key::Backspace).await.unwrap();
        session.quit().await;

        let session = Session::start_with(browser, Wish::NoScript).await;
        session.goto(&url(&server, "/commitments/")).await;
        assert!(!session.driver.find(By::Css(".filters")).await.unwrap().is_displayed().await.unwrap());
        let rows = session.driver.find_all(By::Css("[data-key]")).await.unwrap();
        assert!(rows.len() > 150, "{browser:?}: {} rows", rows.len());
        assert!(rows.last().unwrap().is_displayed().await.unwrap());
        session.quit().await;
    }
}
