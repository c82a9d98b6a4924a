//! Guesses: a reader draws a figure's number before it is shown, and asks a friend the same by a link.

use crate::session::{Browser, Session, Wish};
use crate::site::{altered, built, serve, url};
use serde_json::Value;
use thirtyfour::{By, Key};

/// Whether the figure's own number can be seen on its page.
const SHOWN: &str = "[...document.querySelectorAll('.figure-page > :not(.part-guess)')].some((part) => part.checkVisibility({ visibilityProperty: true }))";

/// Writes a guess into the field.
async fn write_guess(session: &Session, typed: &str) {
    let field = session.driver.find(By::Css(".guess input")).await.unwrap();
    field.send_keys(Key::Control + "a").await.unwrap();
    field.send_keys(typed).await.unwrap();
}

async fn show_figure(session: &Session) {
    session.driver.find(By::Css(".guess input")).await.unwrap().send_keys(Key::Enter).await.unwrap();
    session.until("document.documentElement.dataset.guess === 'told'").await;
}

#[tokio::test]
async fn a_guess_comes_before_the_figure_and_stands_beside_it() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        for (path, typed, said) in [
            ("/figures/industry-output/", "3000", "您猜 3,000\u{a0}亿元。比文章里的数高了 600\u{a0}亿元。"),
            (
                "/en/figures/urban-jobs/",
                "330000",
                "You guessed 330,000\u{a0}people. That is exactly the article’s number!",
            ),
        ] {
            let session = Session::start(browser).await;
            session.goto(&url(&server, &format!("{path}?guess="))).await;
            assert_eq!(
                session.eval(&format!("return {SHOWN}")).await,
                Value::Bool(false),
                "{browser:?}: the answer flashes"
            );
            session.until("document.querySelector('.guess input')").await;
            // Until the mark was moved there is nothing to compare; neither title nor focus tells or hides anything.
            session.until("document.activeElement.matches('.guess [role=slider]')").await;
            assert_eq!(
                session.eval("return document.querySelector('.guess [type=submit]').disabled").await,
                Value::Bool(true)
            );
            assert!(
                !session.text("document.title").await.contains(['2', '3']),
                "{browser:?}: the title tells the answer"
            );
            write_guess(&session, typed).await;
            show_figure(&session).await;
            session.until("document.activeElement.matches('.result')").await;
            assert_eq!(session.text("document.activeElement.textContent").await, said, "{browser:?}");
            assert_eq!(session.eval(&format!("return {SHOWN}")).await, Value::Bool(true));
            session.until(&format!("location.search === '?guess={typed}'")).await;
            session.quit().await;
        }
    }
}

#[tokio::test]
async fn a_number_beyond_the_scale_is_answered_with_a_word() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto(&url(&server, "/figures/tourism-share/?guess=")).await;
        session.until("document.querySelector('.guess input')").await;
        for typed in ["400", "twelve", "-3"] {
            write_guess(&session, typed).await;
            session.until("document.querySelector('.guess .unknown').textContent.includes('请填')").await;
        }
        write_guess(&session, "１２").await;
        session.until("document.querySelector('.guess .unknown').textContent === ''").await;
        show_figure(&session).await;
        session.until("document.querySelector('.guess .result').textContent.includes('您猜 12%')").await;
        session.quit().await;
    }
}

#[tokio::test]
async fn a_question_that_was_left_open_is_not_asked_of_other_figures() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/urban-jobs/?guess=")).await;
        session.until("document.documentElement.dataset.guess === 'ask'").await;
        // One has a question of its own, the other none.
        for path in ["/figures/forest-cover/", "/figures/parks/"] {
            session
                .eval(&format!(
                    "const link = document.createElement('a'); link.href = '{path}'; link.className = 'planted';
                     document.querySelector('main').append(link); link.click()"
                ))
                .await;
            session.until(&format!("location.pathname === '{path}' && {SHOWN}")).await;
            assert_eq!(session.text("document.documentElement.dataset.guess").await, "undefined", "{browser:?}");
        }
        session.driver.back().await.unwrap();
        session.until("location.pathname === '/figures/forest-cover/'").await;
        session.driver.back().await.unwrap();
        session.until(&format!("document.documentElement.dataset.guess === 'ask' && !{SHOWN}")).await;
        session.quit().await;
    }
}

#[tokio::test]
async fn a_friend_is_asked_first_and_sees_both_guesses() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto(&url(&server, "/figures/tourism-share/?guess=25&text=large")).await;
        assert_eq!(session.eval(&format!("return {SHOWN}")).await, Value::Bool(false));
        session.until("document.querySelector('.guess [role=slider]')").await;
        // By arrow keys on the mark itself.
        let mark = session.driver.find(By::Css(".guess [role=slider]")).await.unwrap();
        mark.send_keys(Key::Home).await.unwrap();
        session.until("document.querySelector('.guess input').value === '0'").await;
        mark.send_keys(Key::Right).await.unwrap();
        session.until("Number(document.querySelector('.guess input').value) > 0").await;
        let mine = session.text("document.querySelector('.guess input').value").await;
        show_figure(&session).await;
        let drawing = "document.querySelector('.guess .still').getAttribute('aria-label')";
        session.until(&format!("{drawing}.includes('25%') && {drawing}.includes('10%')")).await;
        assert_eq!(
            session.text("document.querySelector('.pass-on a').search").await,
            format!("?text=large&guess={mine}"),
            "{browser:?}"
        );
        session.quit().await;
    }
}

#[tokio::test]
async fn the_mark_follows_the_pointer_on_the_chart() {
    let server = serve(&built(), "/");
    let session = Session::start(Browser::Chromium).await;
    session.goto_live(&url(&server, "/figures/industry-output/?guess=")).await;
    session.until("document.querySelector('.guess .drawing.live [role=slider]')").await;
    let value = "Number(document.querySelector('.guess input').value)";
    let pull = |part: f64| {
        format!(
            "const area = document.querySelector('.guess [role=slider]'); const place = area.getBoundingClientRect();
             const at = {{ bubbles: true, pointerId: 1, pointerType: 'mouse', clientX: place.left + place.width / 3, clientY: place.top + place.height * {part} }};
             for (const kind of ['pointerdown', 'pointermove', 'pointerup']) area.dispatchEvent(new PointerEvent(kind, at))"
        )
    };
    session.eval(&pull(0.4)).await;
    session.until(&format!("{value} !== 870")).await;
    let high = session.number(value).await;
    session.eval(&pull(0.7)).await;
    session.until(&format!("{value} < {high}")).await;
    session.quit().await;
}

#[tokio::test]
async fn an_invitation_to_guess_brings_the_question_into_view() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/figures/industry-output/")).await;
        session.eval("document.querySelector('.invite').scrollIntoView()").await;
        session.press_enter_on(".invite").await;
        session.until("document.activeElement.matches('.guess [role=slider]')").await;
        session
            .until("(({ top, bottom }) => top >= -1 && top < innerHeight && bottom > 0)(document.querySelector('.guess h2').getBoundingClientRect())")
            .await;
        session.quit().await;
    }
}

#[tokio::test]
async fn a_guess_without_the_program_gives_the_page_back() {
    let dir = altered("no-guess", |name, bytes| (!name.ends_with(".wasm")).then_some(bytes));
    let server = serve(&dir, "/");
    let session = Session::start(Browser::Chromium).await;
    session.goto(&url(&server, "/figures/industry-output/?guess=")).await;
    session.until(SHOWN).await;
    session.quit().await;
    for &browser in Browser::all() {
        let session = Session::start_with(browser, Wish::NoScript).await;
        session.goto(&url(&server, "/figures/industry-output/?guess=7")).await;
        let heading = session.driver.find(By::Css("main h1")).await.unwrap();
        assert!(heading.is_displayed().await.unwrap(), "{browser:?}: without script the page hides");
        session.quit().await;
    }
}
