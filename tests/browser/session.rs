//! A browser under WebDriver: started fresh, closed with the test.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};
use thirtyfour::common::command::{Command as WireCommand, ExtensionCommand};
use thirtyfour::{By, Capabilities, Key, WebDriver};

/// How long a condition may take before it counts as never.
const PATIENCE: Duration = Duration::from_secs(20);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
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
}

/// How the reader has set the browser up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    Nothing,
    /// Pages may run no script.
    NoScript,
    /// Nothing should move.
    Calm,
    /// What the browser keeps stays in this folder under `target/altered`, for another start: Chromium only.
    Kept(&'static str),
}

pub struct Session {
    pub driver: WebDriver,
    process: Child,
}

impl Session {
    pub async fn start(browser: Browser) -> Session {
        Self::start_with(browser, Wish::Nothing).await
    }

    pub async fn start_with(browser: Browser, wish: Wish) -> Session {
        let (process, port) = start_driver(browser);
        let capabilities = capabilities(browser, wish);
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities)
            .await
            .expect("the browser starts; `scripts/setup test` installs it");
        driver.set_script_timeout(PATIENCE).await.expect("a script timeout can be set");
        Session { driver, process }
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
            tokio::time::sleep(Duration::from_millis(15)).await;
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
        let element = self.driver.find(By::Css(selector)).await.unwrap_or_else(|error| panic!("{selector}: {error}"));
        self.eval(&format!("document.querySelector({selector:?}).focus({{ preventScroll: true }})")).await;
        assert!(
            self.eval(&format!("return document.activeElement === document.querySelector({selector:?})")).await == true,
            "{selector} does not take the focus"
        );
        element.send_keys(Key::Enter).await.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// What the console has been told since the last call: Chromium only.
    pub async fn console(&self) -> Vec<String> {
        let answer = self
            .driver
            .handle()
            .cmd(WireCommand::ExtensionCommand(Box::new(BrowserLog)))
            .await
            .and_then(|answer| answer.value::<Vec<Value>>())
            .expect("Chromium gives its log");
        answer.iter().map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
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

    pub async fn quit(mut self) {
        self.driver.clone().quit().await.expect("the browser ends");
        // The driver may have ended with its browser.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // After a failed test the driver, and with it the browser, must not stay behind. The library would ask the dead
        // driver to end its session, for minutes.
        let _ = self.driver.clone().leak();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Starts the browser's driver on a free port and returns it with the port. Between finding a port and taking it, the
/// driver can lose it to another; then it ends, and the next one tries.
fn start_driver(browser: Browser) -> (Child, u16) {
    (0..3).find_map(|_| try_driver(browser)).unwrap_or_else(|| panic!("the driver of {browser:?} names no port"))
}

fn try_driver(browser: Browser) -> Option<(Child, u16)> {
    let (program, argument, mark) = match browser {
        Browser::Chromium => ("chromedriver", "--port=0", "started successfully on port "),
        Browser::Firefox => ("geckodriver", "--port=0", "Listening on 127.0.0.1:"),
    };
    let mut process = Command::new(program)
        .arg(argument)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{program}: {error}; run the tests with `make test`"));
    let output = process.stdout.take().expect("the output is piped");
    let mut lines = BufReader::new(output).lines().map_while(Result::ok);
    let port = lines.find_map(|line| {
        let digits: String = line.split_once(mark)?.1.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    });
    let Some(port) = port else {
        // It has ended already, or is of no use.
        let _ = process.kill();
        let _ = process.wait();
        return None;
    };
    // Keeps the pipe open and empty, or the driver would stop at a full one.
    std::thread::spawn(move || lines.for_each(drop));
    Some((process, port))
}

fn capabilities(browser: Browser, wish: Wish) -> Capabilities {
    let value = match browser {
        Browser::Chromium => {
            let mut preferences = json!({});
            if wish == Wish::NoScript {
                preferences = json!({ "profile.managed_default_content_settings.javascript": 2 });
            }
            let mut arguments = vec![
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                // A test may have it crash more often than a reader would bear.
                "--disable-gpu-process-crash-limit",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--lang=en",
            ];
            if wish == Wish::Calm {
                arguments.push("--force-prefers-reduced-motion");
            }
            let folder;
            if let Wish::Kept(name) = wish {
                let here = std::env::current_dir().expect("there is one");
                folder = format!("--user-data-dir={}", here.join("target/altered").join(name).display());
                arguments.push(&folder);
            }
            json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL" },
                "goog:chromeOptions": {
                    "args": arguments,
                    "prefs": preferences,
                },
            })
        }
        Browser::Firefox => json!({
            "browserName": "firefox",
            "moz:firefoxOptions": {
                "args": ["-headless", "--width=1280", "--height=900"],
                "prefs": {
                    "javascript.enabled": wish != Wish::NoScript,
                    "app.update.enabled": false,
                    "ui.prefersReducedMotion": i32::from(wish == Wish::Calm),
                },
            },
        }),
    };
    match value {
        Value::Object(map) => Capabilities::from(map),
        _ => unreachable!("capabilities are an object"),
    }
}

#[derive(Debug)]
struct BrowserLog;

impl ExtensionCommand for BrowserLog {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({ "type": "browser" }))
    }

    fn method(&self) -> reqwest::Method {
        reqwest::Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        "/se/log".into()
    }
}
