//! What readers keep of the promises, how a friend's stands beside it, and how it is passed on.

use crate::faults::server::Faulty;
use crate::session::{Browser, Session, Wish};
use crate::site::{built, serve, url};
use base64ct::{Base64, Encoding};
use thirtyfour::{By, Key};

const PRESSED: &str = "document.querySelector('.keep')?.getAttribute('aria-pressed') === 'true'";
const READY: &str = "document.querySelector('.keep')?.disabled === false";

async fn keep(session: &Session, address: &str) {
    session.goto_live(address).await;
    session.show(".keep").await;
    session.until(READY).await;
    session.press_enter_on(".keep").await;
    session.until(PRESSED).await;
}

#[tokio::test]
async fn what_is_kept_lives_in_the_address_and_on_the_device_and_is_marked_wherever_it_stands() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        keep(&session, &url(&server, "/promises/hospitals/")).await;
        session.until("location.search === '?mine=hospitals' && localStorage.getItem('/mine') === 'hospitals'").await;
        keep(&session, &url(&server, "/figures/forest-cover/")).await;
        session.until("location.search === '?mine=hospitals.forest-cover'").await;
        // In another document, and in the list of all promises.
        session.goto_live(&url(&server, "/commitments/")).await;
        session.until("['hospitals', 'forest-cover'].every((id) => document.querySelector(`[data-promise=${id}]`)?.dataset.kept)").await;
        assert_eq!(session.number("document.querySelectorAll('[data-kept]').length").await, 2.0, "{browser:?}");
        session.goto_live(&url(&server, "/pillars/prosperity/")).await;
        session
            .until("[...document.querySelectorAll('[data-promise=hospitals]')].some((row) => row.dataset.kept)")
            .await;
        // The card begins with them.
        session.goto_live(&url(&server, "/card/")).await;
        session.until("document.querySelectorAll('.kept .promise-row').length === 2").await;
        session.press_enter_on(".kept [data-promise=hospitals] .keep").await;
        session
            .until("location.search === '?mine=forest-cover' && localStorage.getItem('/mine') === 'forest-cover'")
            .await;
        session.quit().await;
    }
}

#[tokio::test]
async fn a_friends_link_shows_theirs_beside_mine_and_replaces_nothing() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        keep(&session, &url(&server, "/promises/hospitals/")).await;
        session.goto_live(&url(&server, "/card/?mine=forest-cover.grassroots")).await;
        let both = "[...document.querySelectorAll('.kept ul')].map((list) => [...list.querySelectorAll('[data-promise]')].map((row) => row.dataset.promise).join()).join(' ') === 'hospitals forest-cover,grassroots'";
        session.until(both).await;
        session.until("location.search === '?mine=hospitals&theirs=forest-cover.grassroots'").await;
        assert_eq!(session.text("localStorage.getItem('/mine')").await, "hospitals", "{browser:?}");
        session.driver.refresh().await.expect("the page loads again");
        session.until(both).await;
        // One of theirs is kept, too; a link of the site takes all along.
        session.press_enter_on(".kept [data-promise=grassroots] .keep").await;
        session.until("localStorage.getItem('/mine') === 'hospitals.grassroots'").await;
        session.quit().await;
    }
}

#[tokio::test]
async fn what_nobody_knows_in_a_link_is_named_and_dropped_and_of_too_many_the_first_seven_hold() {
    let server = serve(&built(), "/");
    let many =
        "hospitals,grassroots,ethnic-unity,credit-bijie,financial-risk,systemic-risk,forest-cover,industry-output";
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, &format!("/card/?mine=nonsense,{many}"))).await;
        session.until("document.querySelectorAll('.kept .promise-row').length === 7").await;
        session.until("document.querySelector('.notice')?.textContent.includes('mine=nonsense')").await;
        assert!(
            !session.text("document.querySelector('.notice').textContent").await.contains("hospitals"),
            "{browser:?}"
        );
        session.quit().await;
    }
}

#[tokio::test]
async fn a_device_that_stores_nothing_says_so_once_and_the_address_carries_what_is_kept() {
    for &browser in Browser::all() {
        for refuse in [
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });",
            "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
        ] {
            let server = Faulty::start("", |_, _| {}, refuse.to_owned());
            let session = Session::start(browser).await;
            keep(&session, &server.url("/promises/hospitals/")).await;
            session.until("document.querySelectorAll('.notices .notice').length === 1").await;
            session.until("location.search === '?mine=hospitals'").await;
            session.press_enter_on(".notices .notice button").await;
            session.until("!document.querySelector('.notices .notice')").await;
            // Again, and nothing more is said.
            session.press_enter_on(".keep").await;
            session.press_enter_on(".keep").await;
            session.until(&format!("{PRESSED} && !document.querySelector('.notices .notice')")).await;
            session.click_link("/pillars/prosperity/").await;
            session
                .until("location.pathname === '/pillars/prosperity/' && location.search === '?mine=hospitals'")
                .await;
            session.quit().await;
        }
    }
}

#[tokio::test]
async fn the_picture_is_made_here_and_its_code_leads_to_the_same_promises() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        keep(&session, &url(&server, "/promises/hospitals/")).await;
        for theme in ["", "&theme=dark"] {
            session.goto_live(&url(&server, &format!("/card/?mine=hospitals{theme}"))).await;
            session.until("document.querySelectorAll('.pass-kept button').length === 2").await;
            let fetched =
                "performance.getEntriesByType('resource').filter(({ name }) => name.startsWith('http')).length";
            let before = session.number(fetched).await;
            session.eval("document.querySelectorAll('.pass-kept button')[1].click()").await;
            session.until("document.querySelector('.pass-kept img')?.complete").await;
            assert_eq!(session.number(fetched).await, before, "{browser:?}: nothing is sent");
            let source = session.text("document.querySelector('.pass-kept img').src").await;
            let bytes =
                Base64::decode_vec(source.strip_prefix("data:image/png;base64,").expect("a PNG")).expect("base64");
            let (width, height, grey) = grey(&bytes);
            assert_eq!(width, 1080, "{browser:?}");
            let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| grey[y * width + x]);
            let links: Vec<String> =
                image.detect_grids().into_iter().filter_map(|code| Some(code.decode().ok()?.1)).collect();
            assert_eq!(links, [url(&server, "/card/?mine=hospitals")], "{browser:?} {theme}");
        }
        session.quit().await;
    }
}

/// Width, height and how light each pixel of a PNG is.
fn grey(bytes: &[u8]) -> (usize, usize, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("it fits")];
    let info = reader.next_frame(&mut pixels).expect("a picture");
    let channels = info.color_type.samples();
    let grey = pixels.chunks(channels).map(|pixel| {
        let colours = &pixel[..channels.min(3)];
        (colours.iter().map(|channel| u32::from(*channel)).sum::<u32>() / colours.len() as u32) as u8
    });
    (info.width as usize, info.height as usize, grey.collect())
}

#[tokio::test]
async fn the_field_is_one_stop_of_the_tab_key_and_keeps_what_is_chosen() {
    let server = serve(&built(), "/");
    for &browser in Browser::all() {
        let session = Session::start(browser).await;
        session.goto_live(&url(&server, "/#your-field")).await;
        session.until("document.querySelector('.field-points [role=listbox]')").await;
        session.until("document.querySelectorAll('.chips button').length > 5").await;
        // A side of life, then its promises by arrow keys alone.
        session.press_enter_on(".chips button").await;
        session.until("new URLSearchParams(location.search).has('about')").await;
        let list = session.driver.find(By::Css(".field-points [role=listbox]")).await.expect("the field");
        assert_eq!(session.number("document.querySelectorAll('.field-points [tabindex=\"0\"]').length").await, 1.0);
        list.send_keys(Key::Right).await.expect("it takes keys");
        session.until("document.querySelector('.field-points .note .keep')").await;
        let first = session.text("document.querySelector('.field-points .note .said').textContent").await;
        list.send_keys(Key::Right).await.expect("it takes keys");
        session.until(&format!("document.querySelector('.field-points .note .said')?.textContent !== {first:?}")).await;
        session.press_enter_on(".field-points .note .keep").await;
        session.until("new URLSearchParams(location.search).get('mine')").await;
        session.until("document.querySelectorAll('.your-field .kept .promise-row').length === 1").await;
        session.driver.action_chain().send_keys(Key::Escape).perform().await.expect("a key");
        session.until("!document.querySelector('.field-points .note')").await;
        session.quit().await;

        // Without script a still stands there, and each side of life is a link.
        let session = Session::start_with(browser, Wish::NoScript).await;
        session.goto(&url(&server, "/")).await;
        let chips = session.driver.find_all(By::Css(".chips a[href^='/themes/']")).await.expect("links");
        assert!(chips.len() > 5, "{browser:?}");
        session.quit().await;
    }
}
