//! A browser under WebDriver as a test has it: to itself, and as new.

use crate::pool::Running;
use serde_json::{Value, json};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};
use thirtyfour::error::{WebDriverError, WebDriverResult};
use thirtyfour::{By, Key, WebDriver};

/// How long a condition may take before it counts as never. What holds is not waited for: this is for machines that are slow,
/// build at the same time, or start a browser for the first time.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
    /// WebKitGTK: the engine of every iPhone, with other parts around it.
    WebKit,
}

impl Browser {
    /// Both, or Chromium alone where Firefox has no driver; that is said.
    pub fn all() -> &'static [Browser] {
        static ALL: LazyLock<Vec<Browser>> = LazyLock::new(|| {
            let found = Command::new("geckodriver").arg("--version").stdout(Stdio::null()).status().is_ok();
            if !found {
                println!("NOT CHECKED in Firefox: there is no geckodriver; `make test` installs it");
            }
            if found { vec![Browser::Chromium, Browser::Firefox] } else { vec![Browser::Chromium] }
        });
        &ALL
    }

    /// WebKit, where its driver and a screen without a monitor are installed; where not, that is said.
    pub fn webkit() -> Option<Browser> {
        static FOUND: LazyLock<bool> = LazyLock::new(|| {
            let path = std::env::var_os("PATH").unwrap_or_default();
            let there = |name: &str| std::env::split_paths(&path).any(|folder| folder.join(name).is_file());
            let found = there("WebKitWebDriver") && there("Xvfb");
            if !found {
                println!(
                    "NOT CHECKED in WebKit: there is no WebKitWebDriver or no Xvfb; `make test` installs both on Debian"
                );
            }
            found
        });
        FOUND.then_some(Browser::WebKit)
    }
}

/// How the reader has set the browser up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    Nothing,
    /// Pages may run no script.
    NoScript,
    /// Nothing should move.
    Calm,
    /// Nothing of the reader's: the browser keeps a log of what it asks the network for. Chromium only.
    Watched,
    /// What the browser keeps stays in this folder under `target/altered`, for another start.
    Kept(&'static str),
}

impl Wish {
    /// What a browser has to be started for; the rest can be granted to a running one.
    pub fn at_start(self) -> Wish {
        match self {
            Wish::Nothing | Wish::NoScript | Wish::Calm => Wish::Nothing,
            Wish::Watched | Wish::Kept(_) => self,
        }
    }
}

pub struct Session {
    pub driver: WebDriver,
    running: Running,
}

impl Session {
    pub async fn start(browser: Browser) -> Session {
        Self::start_with(browser, Wish::Nothing).await
    }

    pub async fn start_with(browser: Browser, wish: Wish) -> Session {
        let running = Running::take(browser, wish, PATIENCE).await;
        Session { driver: running.driver.clone(), running }
    }

    pub async fn goto(&self, url: &str) {
        self.driver.goto(url).await.unwrap_or_else(|error| panic!("{url}: {error}"));
    }

    /// Loads a page and waits until it is live. A widget waits for the reader's touch.
    pub async fn goto_live(&self, url: &str) {
        self.goto(url).await;
        if url.contains("/embed/") {
            self.eval("dispatchEvent(new Event('pointerdown'))").await;
        }
        self.until("document.documentElement.dataset.state === 'live'").await;
    }

    /// Runs a script that returns a value.
    pub async fn eval(&self, script: &str) -> Value {
        let returned = self.driver.execute(script, vec![]).await.unwrap_or_else(|error| panic!("{script}: {error}"));
        returned.json().clone()
    }

    pub async fn text(&self, expression: &str) -> String {
        self.eval(&format!("return String({expression})")).await.as_str().unwrap_or_default().to_owned()
    }

    pub async fn number(&self, expression: &str) -> f64 {
        self.eval(&format!("return Number({expression})")).await.as_f64().unwrap_or(f64::NAN)
    }

    /// Waits until an expression holds. It is asked anew each time: a script that waits inside the page is lost, and
    /// never answers, when the page is left under it.
    pub async fn until(&self, expression: &str) {
        let script = format!("try {{ return !!({expression}); }} catch {{ return false; }}");
        let begun = Instant::now();
        loop {
            let answer = self.driver.execute(script.as_str(), vec![]).await;
            if answer.as_ref().is_ok_and(|answer| answer.json() == &Value::Bool(true)) {
                return;
            }
            if begun.elapsed() > PATIENCE {
                let url = self.driver.current_url().await.map(String::from).unwrap_or_default();
                panic!("{url}: never held: {expression}\n{:?}", answer.err());
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// Clicks a link or button by script, as a plain click of a reader would arrive.
    pub async fn click(&self, selector: &str) {
        self.until(&format!("!!document.querySelector({selector:?})")).await;
        self.eval(&format!("document.querySelector({selector:?}).click()")).await;
    }

    /// Follows a link of the page to `path`, whatever query it carries.
    pub async fn click_link(&self, path: &str) {
        let link = format!("[...document.querySelectorAll('#app a[href]')].find((link) => link.pathname === {path:?})");
        self.until(&format!("!!{link}")).await;
        self.eval(&format!("{link}.click()")).await;
    }

    /// Gives an element the focus and presses Enter on it.
    pub async fn press_enter_on(&self, selector: &str) {
        let begun = Instant::now();
        // A part that just comes to life in its place puts another element there.
        while let Err(error) = self.try_enter_on(selector).await {
            assert!(begun.elapsed() < PATIENCE, "{selector}: {error}");
        }
    }

    async fn try_enter_on(&self, selector: &str) -> WebDriverResult<()> {
        self.until(&format!("!!document.querySelector({selector:?})")).await;
        let element = self.driver.find(By::Css(selector)).await?;
        let focus = "arguments[0].focus({ preventScroll: true }); return document.activeElement === arguments[0]";
        if self.driver.execute(focus, vec![element.to_json()?]).await?.json() != &Value::Bool(true) {
            return Err(WebDriverError::FatalError("it does not take the focus".to_owned()));
        }
        element.send_keys(Key::Enter).await
    }

    /// What the console has been told since the last call: Chromium only.
    pub async fn console(&self) -> Vec<String> {
        self.running.log("browser").await.expect("Chromium gives its log")
    }

    /// The addresses that the browser has asked for since the last call, by its own log; it is kept for
    /// [`Wish::Watched`].
    pub async fn requests(&self) -> Vec<String> {
        let events = self.running.log("performance").await.expect("Chromium keeps a log of it");
        let events = events.iter().filter_map(|event| serde_json::from_str::<Value>(event).ok());
        let sent = events.filter(|event| event["message"]["method"] == "Network.requestWillBeSent");
        sent.filter_map(|event| Some(event["message"]["params"]["request"]["url"].as_str()?.to_owned())).collect()
    }

    /// A command of Chromium's own protocol, and its answer.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.driver.cdp().send_raw(command, parameters).await.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Runs a script in every document from now on, before any of the page's own: Chromium only.
    pub async fn before_each_page(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Opens a window of this size in CSS pixels: Chromium only.
    pub async fn emulate_window(&self, width: u32, height: u32) {
        let window = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500 });
        self.devtools("Emulation.setDeviceMetricsOverride", window).await;
    }

    /// Waits until the browser has painted twice: what was asked for before it has been done.
    pub async fn painted(&self) {
        let frames = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)))";
        self.driver.execute_async(frames, vec![]).await.unwrap_or_else(|error| panic!("no frame is painted: {error}"));
    }

    /// Waits until a page that a link led to is there to its end: the footer comes last.
    pub async fn whole(&self) {
        self.until("!!document.querySelector('footer')").await;
    }

    /// Scrolls an element into view, at once.
    pub async fn show(&self, selector: &str) {
        self.until(&format!("!!document.querySelector({selector:?})")).await;
        self.eval(&format!(
            "document.querySelector({selector:?}).scrollIntoView({{ block: 'center', behavior: 'instant' }})"
        ))
        .await;
    }

    /// Keeps a mark in the document in place, which another document does not have.
    pub async fn mark_document(&self) {
        self.eval("window.same = true").await;
    }

    /// Holds that the document is still the one that was marked.
    #[track_caller]
    pub fn same_document(&self) -> impl Future<Output = ()> {
        let asked_at = std::panic::Location::caller();
        async move {
            assert_eq!(self.eval("return window.same === true").await, true, "{asked_at}: a document was loaded");
        }
    }

    /// Gives the browser back. One that is not given back, as after a failed test, is ended.
    pub async fn quit(self) {
        self.running.give_back().await;
    }

    /// Makes the browser as new, as it is for the next test.
    pub async fn renew(&self) {
        self.running.renew().await.expect("the browser can be made as new");
    }
}
