//! Readers check a text themselves: paste, choose or drop it, and read what was found.

use crate::session::{Browser, Session, Wish};
use crate::site::{altered, built, serve, url};
use five_new_bijies::site::prerender::{Options, build};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use thirtyfour::{By, Key};

const STATUS: &str = "document.querySelector('.check [role=status]').textContent";
/// Parts come to life near the view.
const READY: &str =
    "document.querySelector('.check').scrollIntoView(), document.querySelector('.check textarea')?.disabled === false";
const AGREES: &str = "15 句全都认出来了，15 个数字全都对上了。";

/// The invented town's article, which is always there.
pub fn article() -> String {
    std::fs::read_to_string("tests/plans/fictional/article.txt").expect("the fictional article is there")
}

/// The invented town's site, from the shell that `make build` left.
pub fn town() -> &'static Path {
    static TOWN: OnceLock<PathBuf> = OnceLock::new();
    TOWN.get_or_init(|| {
        let out = PathBuf::from("target/altered/check-town");
        let options = Options {
            data: "tests/plans/fictional".into(),
            out: out.clone(),
            site_url: "https://town.example".into(),
            compress: false,
            ..Options::default()
        };
        // Rendering has a runtime of its own, and there may be but one on a thread.
        let built = std::thread::spawn(move || build(&options).map_err(|error| error.to_string()));
        built
            .join()
            .expect("building does not panic")
            .unwrap_or_else(|error| panic!("{error}; run `make build` first"));
        out
    })
}

/// Puts a text in place of what the form holds, as pasting does, and presses the button.
pub async fn check(session: &Session, text: &str) {
    session.until(READY).await;
    session.eval(&format!("document.querySelector('.check textarea').value = {}", json!(text))).await;
    session.click(".check button").await;
}

/// Gives the form a file by its input.
async fn choose(session: &Session, make: &str) {
    session.until(READY).await;
    session
        .eval(&format!(
            "const transfer = new DataTransfer();
            transfer.items.add(new File([{make}], 'article.txt'));
            const input = document.querySelector('.check input');
            input.files = transfer.files;
            input.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        ))
        .await;
}

async fn says(session: &Session, words: &str) {
    session.until(&format!("{STATUS}.includes({})", json!(words))).await;
}

async fn misses(session: &Session) -> Vec<String> {
    let found =
        session.eval("return [...document.querySelectorAll('.outcome li')].map((line) => line.textContent)").await;
    serde_json::from_value(found).expect("lines are texts")
}

#[tokio::test]
async fn the_whole_article_is_known_and_its_numbers_lead_to_their_pages() {
    let server = serve(town(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/data/")).await;
        check(&session, &article()).await;
        says(&session, AGREES).await;
        assert_eq!(misses(&session).await, [""; 0], "{browser:?}");
        let text = session.text("document.querySelector('.marked-text').textContent.replace(/\\d+ 条承诺/g, '')").await;
        assert_eq!(text, article().replace('\u{3000}', "").trim(), "{browser:?}: the text is shown as it is");
        let nine =
            "[...document.querySelectorAll('.marked-text a.figure-number')].find((a) => a.textContent === '9亿')";
        assert_eq!(session.text(&format!("{nine}.pathname")).await, "/figures/kite-output/", "{browser:?}");
        let name = "[...document.querySelectorAll('.marked-text .named-number')].map((n) => n.textContent).join()";
        assert_eq!(session.text(name).await, "三,五,五,五,三,两,3+1,一", "{browser:?}");
        // Followed, and back: what was found is still there.
        session.eval("window.same = true").await;
        session.eval(&format!("{nine}.click()")).await;
        session
            .until("location.pathname === '/figures/kite-output/' && !!document.querySelector('.figure-page')")
            .await;
        session.driver.back().await.unwrap();
        says(&session, AGREES).await;
        session.until("document.querySelectorAll('.marked-text a.figure-number').length > 4").await;
        assert_eq!(session.eval("return window.same").await, true, "{browser:?} loaded a document");
        session.quit().await;
    }
}

#[tokio::test]
async fn sentences_are_known_wherever_they_stand_and_changed_ones_are_not() {
    let server = serve(town(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/data/")).await;
        // Paragraphs in another order, as lines: headings have no full stop to end them.
        let lines: Vec<String> =
            article().split('\u{3000}').filter(|line| !line.is_empty()).map(str::to_owned).collect();
        let moved: Vec<String> = lines.iter().rev().cloned().collect();
        check(&session, &moved.join("\n")).await;
        says(&session, AGREES).await;
        check(&session, &article().replace("达9亿元", "达10亿元").replace("首只风筝上天。", "")).await;
        says(&session, "14 句里认出了 13 句，15 个数字里对上了 14 个。有 4 处对不上").await;
        let found = misses(&session).await;
        let expected = [
            "缺了第 2 段第 3 句。",
            "第 4 段第 2 句和我们读到的不一样：",
            "第 4 段第 2 句里没有“",
            "数字“10亿”对不上：",
        ];
        for (line, start) in found.iter().zip(expected) {
            assert!(line.starts_with(start), "{browser:?}: {found:#?}");
        }
        assert_eq!(found.len(), expected.len(), "{browser:?}: {found:#?}");
        let link = "document.querySelector('.outcome li a').pathname";
        assert_eq!(session.text(link).await, "/figures/kite-output/", "{browser:?}");
        assert_eq!(session.text("document.querySelector('.marked-text .unmatched-number').textContent").await, "10亿");
        session.quit().await;
    }
}

#[tokio::test]
async fn the_check_works_by_keyboard_in_english_after_moving_between_pages() {
    let server = serve(town(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/en/commitments/")).await;
        session.eval("window.same = true").await;
        session.click("nav a[href='/en/data/']").await;
        session.until(READY).await;
        let text = session.driver.find(By::Css(".check textarea")).await.unwrap();
        text.send_keys("力争风筝总产值达9亿元、客流年均增速5%左右。").await.unwrap();
        // From the text one step leads to the button, and the next to the file.
        text.send_keys(Key::Tab).await.unwrap();
        assert_eq!(session.text("document.activeElement.type").await, "submit", "{browser:?}");
        session.driver.active_element().await.unwrap().send_keys(Key::Enter).await.unwrap();
        says(&session, "1 of 1 sentences are known, and 2 of 2 numbers match. 14 things do not match").await;
        session.driver.active_element().await.unwrap().send_keys(Key::Tab).await.unwrap();
        assert_eq!(session.text("document.activeElement.type").await, "file", "{browser:?}");
        session.driver.action_chain().send_keys(Key::Tab).perform().await.unwrap();
        assert_eq!(session.text("document.activeElement.closest('.outcome') !== null").await, "true", "{browser:?}");
        let status = session.driver.find(By::Css(".check [role=status]")).await.unwrap();
        assert!(status.is_displayed().await.unwrap(), "{browser:?}");
        assert_eq!(
            session.text("document.querySelector('.marked-text .figure-number').pathname").await,
            "/en/figures/kite-output/"
        );
        assert_eq!(session.text("document.querySelector('.marked-text .text').lang").await, "zh-CN");
        assert_eq!(session.eval("return window.same").await, true, "{browser:?} loaded a document");
        session.quit().await;
    }
}

#[tokio::test]
async fn what_is_no_text_is_told_and_holds_up_nothing() {
    let server = serve(town(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/data/")).await;
        check(&session, " \n\u{3000}").await;
        says(&session, "还没有文字").await;
        choose(&session, "new Uint8Array(0)").await;
        says(&session, "还没有文字").await;
        choose(&session, "new Uint8Array([0xff, 0xd8, 0xff, 0xe0])").await;
        says(&session, "读不成文字").await;
        check(&session, "好").await;
        says(&session, "没有一句").await;
        choose(&session, "'好\\0。'").await;
        says(&session, "读不成文字").await;
        choose(&session, "new Uint8Array(3 << 20)").await;
        says(&session, "最多能核对 2 MB").await;
        check(&session, "好").await;
        says(&session, "没有一句").await;
        session.eval("document.querySelector('.check textarea').value = '好'.repeat(1 << 20)").await;
        session.click(".check button").await;
        says(&session, "最多能核对 2 MB").await;
        // Just under the limit, nothing but numbers and one known sentence: the page keeps its pace all the while.
        session
            .eval(
                "window.worst = 0;
                let last = performance.now();
                const beat = () => {
                  const now = performance.now();
                  window.worst = Math.max(window.worst, now - last);
                  last = now;
                  window.beating = setTimeout(beat, 10);
                };
                beat();",
            )
            .await;
        choose(&session, "'首只风筝上天。' + '1。'.repeat(500000)").await;
        says(&session, "正在核对").await;
        says(&session, "500001 句里认出了 1 句").await;
        assert_eq!(misses(&session).await.len(), 201, "{browser:?}");
        let worst = session.number("worst").await;
        assert!(worst < 1500.0, "{browser:?}: the page stood still for {worst} ms");
        session.quit().await;
    }
}

#[tokio::test]
async fn a_new_text_ends_the_check_of_an_older_one() {
    let server = serve(town(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/data/")).await;
        session.until(READY).await;
        // Every state of the line is noted, so that an answer that came late would be seen.
        session
            .eval(&format!(
                "window.said = [];
                new MutationObserver(() => said.push({STATUS})).observe(document.querySelector('.check [role=status]'), {{ childList: true }});
                window.ended = 0;
                const terminate = Worker.prototype.terminate;
                Worker.prototype.terminate = function () {{ window.ended += 1; terminate.call(this); }};"
            ))
            .await;
        choose(&session, "'首只风筝上天。' + '1。'.repeat(500000)").await;
        says(&session, "正在核对").await;
        check(&session, &article()).await;
        says(&session, AGREES).await;
        assert_eq!(session.number("ended").await, 1.0, "{browser:?}");
        assert_eq!(session.text("said.some((words) => words.includes('500001'))").await, "false", "{browser:?}");
        session.quit().await;
    }
}

#[tokio::test]
async fn a_dropped_file_is_checked_and_nothing_is_asked_of_the_network_any_more() {
    for &browser in Browser::all() {
        let server = serve(town(), "/");
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/data/")).await;
        let programs = "performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => name.includes('/check-'))";
        session.until(READY).await;
        assert_eq!(
            session.number(&format!("{programs}.length")).await,
            0.0,
            "{browser:?}: what checks is fetched when it is asked for"
        );
        check(&session, "好").await;
        says(&session, "没有一句").await;
        let foreign = "performance.getEntriesByType('resource').filter((entry) => new URL(entry.name).origin !== location.origin).length";
        assert_eq!(session.number(foreign).await, 0.0, "{browser:?}");
        // What checks is here; with the server gone, nothing else can be had, or sent.
        drop(server);
        session
            .eval(&format!(
                "const transfer = new DataTransfer();
                transfer.items.add(new File([{}], 'article.txt'));
                const section = document.querySelector('.check');
                const over = new DragEvent('dragover', {{ bubbles: true, cancelable: true, dataTransfer: transfer }});
                window.taken = !section.dispatchEvent(over);
                section.dispatchEvent(new DragEvent('drop', {{ bubbles: true, cancelable: true, dataTransfer: transfer }}))",
                json!(article())
            ))
            .await;
        assert_eq!(session.eval("return window.taken").await, true, "{browser:?}: the page takes no file");
        says(&session, AGREES).await;
        session.quit().await;
    }
}

#[tokio::test]
async fn where_the_check_program_does_not_come_the_reader_is_told() {
    for (name, missing) in [("check-no-wasm", "check-"), ("check-no-worker", "worker-")] {
        let dir = altered(name, |file, bytes| (!file.starts_with(missing)).then_some(bytes));
        let server = serve(&dir, "/");
        for &browser in Browser::all() {
            let session = Session::start(browser).await;
            session.goto_live(&url(&server, "/data/")).await;
            check(&session, "好").await;
            says(&session, "核对程序没能打开").await;
            session.quit().await;
        }
    }
}

#[tokio::test]
async fn without_the_program_the_section_shows_the_command_and_no_form() {
    let no_program = altered("check-no-program", |file, bytes| {
        (!(file.starts_with("program-") && file.ends_with(".wasm"))).then_some(bytes)
    });
    for (dir, wish) in [(&built(), Wish::NoScript), (&no_program, Wish::Nothing)] {
        let server = serve(dir, "/");
        for &browser in Browser::all() {
            let session = Session::start_with(browser, wish).await;
            session.goto(&url(&server, "/data/")).await;
            if wish == Wish::Nothing {
                session.until("document.documentElement.dataset.state === 'static'").await;
            }
            let command = session.driver.find(By::Css(".check pre")).await.unwrap();
            assert_eq!(command.text().await.unwrap(), "make verify ARTICLE=article.txt", "{browser:?}");
            for control in
                session.driver.find_all(By::Css(".check textarea, .check button, .check input")).await.unwrap()
            {
                assert!(!control.is_displayed().await.unwrap(), "{browser:?}: a form that does nothing");
            }
            session.quit().await;
        }
    }
}

#[tokio::test]
async fn files_in_other_encodings_are_read_and_the_encoding_is_said() {
    let server = serve(town(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/data/")).await;
        // A sentence in GB18030, then with the mark of UTF-16, each with the line end of Windows: 首只风筝上天。
        choose(
            &session,
            "new Uint8Array([0xca,0xd7,0xd6,0xbb,0xb7,0xe7,0xf3,0xdd,0xc9,0xcf,0xcc,0xec,0xa1,0xa3,13,10])",
        )
        .await;
        says(&session, "1 句里认出了 1 句").await;
        says(&session, "按 GB18030 编码读取").await;
        choose(&session, "'\\ufeff', new Uint8Array(0)").await;
        says(&session, "还没有文字").await;
        choose(&session, "new Uint8Array(new Uint16Array([0xfeff, ...[...'首只风筝上天。\\r\\n'].map((c) => c.charCodeAt())]).buffer)").await;
        says(&session, "按 UTF-16 编码读取").await;
        choose(&session, "new Uint8Array([0x50, 0x4b, 3, 4, 20, 0])").await;
        says(&session, "Word 或 PDF").await;
        session.quit().await;
    }
}

#[tokio::test]
async fn a_copy_in_other_characters_is_known_and_they_are_named() {
    let server = serve(town(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/data/")).await;
        let copy = article()
            .replace("首只风筝", "首\u{200b}只⻛筝")
            .replace("达9亿元", "达９亿\n元")
            .replace(['“', '”'], "\"");
        check(&session, &copy).await;
        says(&session, "15 句全都认出来了，15 个数字全都对上了。认出来的句子里").await;
        let found = misses(&session).await.join("\n");
        for named in ["U+200B", "⻛ (U+2EDB) → 风", "９ (U+FF19) → 9"] {
            assert!(found.contains(named), "{browser:?}: {found}");
        }
        session.quit().await;
    }
}

/// Only where the article itself is at hand.
#[tokio::test]
async fn the_real_article_agrees_with_the_site() {
    let Ok(article) = std::fs::read_to_string("../shared/source/article.zh.txt") else {
        println!("skipped: the article is not here");
        return;
    };
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/en/data/")).await;
        check(&session, &article).await;
        says(&session, "All 65 sentences are known, and all 69 numbers match.").await;
        assert_eq!(misses(&session).await, [""; 0], "{browser:?}");
        session.quit().await;
    }
}
