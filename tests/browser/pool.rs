//! Browsers under WebDriver, kept from test to test: starting one takes seconds, and most tests take less.
//!
//! A browser that a test has given back is as new for the next one: another tab, and nothing in storage or cache. Where
//! that fails, or a test ends in a panic, the browser is ended and the next test gets another.

use crate::session::{Browser, Wish};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::Duration;
use thirtyfour::common::command::{Command as WireCommand, ExtensionCommand};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver};

/// What a browser starts with, in CSS pixels.
const WINDOW: (u32, u32) = (1280, 900);

/// How long the driver may take for one command.
const ANSWER: Duration = Duration::from_secs(120);

/// The program that is Chromium without its windows and menus: the same engine, a fifth less work. Without it, the whole of
/// Chromium does.
static HEADLESS_SHELL: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).map(|folder| folder.join("chromium-headless-shell")).find(|program| program.is_file())
});

/// Those that no test has at the moment.
static IDLE: Mutex<Vec<Running>> = Mutex::new(Vec::new());

/// A browser with a driver of its own.
pub struct Running {
    browser: Browser,
    wish: Wish,
    pub driver: WebDriver,
    process: Child,
}

impl Running {
    /// One that no test has, or a new one, set up as the reader wishes.
    pub async fn take(browser: Browser, wish: Wish, script_timeout: Duration) -> Running {
        let at_start = wish.at_start();
        let running = match idle(browser, at_start) {
            Some(running) => running,
            None => {
                let running = Self::start(browser, at_start).await;
                running.driver.set_script_timeout(script_timeout).await.expect("a script timeout can be set");
                running
            }
        };
        running.grant(wish).await.expect("the browser can be set up");
        running
    }

    /// Sets up what needs no other start, until the browser is made as new.
    async fn grant(&self, wish: Wish) -> WebDriverResult<()> {
        match (self.browser, wish) {
            (Browser::Chromium, Wish::NoScript) => {
                self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await
            }
            (Browser::Chromium, Wish::Calm) => {
                let features = json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]);
                self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await
            }
            (Browser::Firefox, Wish::NoScript) => {
                self.privileged("Services.prefs.setBoolPref('javascript.enabled', false); done()").await
            }
            (Browser::Firefox, Wish::Calm) => {
                self.privileged("Services.prefs.setIntPref('ui.prefersReducedMotion', 1); done()").await
            }
            (_, Wish::Nothing | Wish::Watched | Wish::Kept(_)) => Ok(()),
            (Browser::WebKit, wish) => unreachable!("no test wishes {wish:?} of WebKit"),
        }
    }

    async fn start(browser: Browser, wish: Wish) -> Running {
        let (process, port) = start_driver(browser);
        // Each test has a runtime of its own, and a connection would end with the one that it was opened in.
        let client = reqwest::Client::builder().pool_max_idle_per_host(0).timeout(ANSWER).build();
        let driver = WebDriver::builder(format!("http://127.0.0.1:{port}"), capabilities(browser, wish))
            .client(client.expect("a client can be made"))
            .await
            .expect("the browser starts; `scripts/setup test` installs it");
        Running { browser, wish, driver, process }
    }

    /// Keeps it for the next test.
    pub async fn give_back(self) {
        // What one with a folder of its own keeps is meant for another start; WebKit's driver makes none as new.
        if matches!(self.wish, Wish::Kept(_)) || self.browser == Browser::WebKit {
            if let Err(error) = self.driver.clone().quit().await {
                println!("{:?} does not end: {error}", self.browser);
            }
            return;
        }
        match self.renew().await {
            Ok(()) => IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(self),
            Err(error) => println!("{:?} is ended, as it cannot be made as new: {error}", self.browser),
        }
    }

    /// Makes it as new. What a test has emulated, planted or switched off holds for its tab alone.
    pub async fn renew(&self) -> WebDriverResult<()> {
        let left = self.driver.windows().await?;
        let new = self.driver.new_tab().await?;
        for tab in left {
            self.driver.switch_to_window(tab).await?;
            self.driver.close_window().await?;
        }
        self.driver.switch_to_window(new).await?;
        self.driver.set_window_rect(0, 0, WINDOW.0, WINDOW.1).await?;
        match self.browser {
            Browser::Chromium => self.forget_chromium().await,
            Browser::Firefox => self.forget_firefox().await,
            Browser::WebKit => Ok(()),
        }
    }

    async fn forget_chromium(&self) -> WebDriverResult<()> {
        self.devtools("Network.clearBrowserCache", json!({})).await?;
        self.devtools("Network.clearBrowserCookies", json!({})).await?;
        self.devtools("Storage.clearDataForOrigin", json!({ "origin": "*", "storageTypes": "all" })).await?;
        self.log("browser").await?;
        if self.wish == Wish::Watched {
            self.log("performance").await?;
        }
        Ok(())
    }

    /// What a log of the browser holds since the last call: Chromium only.
    pub async fn log(&self, name: &str) -> WebDriverResult<Vec<String>> {
        let entries: Vec<Value> = self.extension("/se/log", json!({ "type": name })).await?.value()?;
        Ok(entries.iter().map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect())
    }

    /// A command of Chromium's own protocol.
    async fn devtools(&self, command: &str, parameters: Value) -> WebDriverResult<()> {
        self.driver.cdp().send_raw(command, parameters).await.map(|_| ())
    }

    async fn forget_firefox(&self) -> WebDriverResult<()> {
        self.privileged(
            "for (const name of ['javascript.enabled', 'ui.prefersReducedMotion']) Services.prefs.clearUserPref(name);
             Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, { onDataDeleted: done })",
        )
        .await
    }

    /// Runs a script with Firefox's own rights. It calls `done`, with what went wrong if anything did.
    async fn privileged(&self, script: &str) -> WebDriverResult<()> {
        self.extension("/moz/context", json!({ "context": "chrome" })).await?;
        let failed = self.driver.execute_async(format!("const done = arguments[0]; {script}"), vec![]).await?;
        self.extension("/moz/context", json!({ "context": "content" })).await?;
        match failed.json() {
            Value::Null => Ok(()),
            flags if flags.as_u64() == Some(0) => Ok(()),
            flags => Err(thirtyfour::error::WebDriverError::FatalError(format!("{script}: {flags}"))),
        }
    }

    /// A command that only this browser's driver knows.
    async fn extension(
        &self,
        endpoint: &'static str,
        parameters: Value,
    ) -> WebDriverResult<thirtyfour::session::http::CmdResponse> {
        self.driver.handle().cmd(WireCommand::ExtensionCommand(Box::new(Extension { endpoint, parameters }))).await
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // The library would ask the driver to end its session, and wait for minutes where it hangs.
        let _ = self.driver.clone().leak();
        end(&mut self.process);
    }
}

fn idle(browser: Browser, wish: Wish) -> Option<Running> {
    let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
    let at = idle.iter().rposition(|running| (running.browser, running.wish) == (browser, wish))?;
    Some(idle.remove(at))
}

#[derive(Debug)]
struct Extension {
    endpoint: &'static str,
    parameters: Value,
}

impl ExtensionCommand for Extension {
    fn parameters_json(&self) -> Option<Value> {
        Some(self.parameters.clone())
    }

    fn method(&self) -> reqwest::Method {
        reqwest::Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        self.endpoint.into()
    }
}

/// Runs a driver, and ends it with its browser and their files when the pipe to it closes: at the latest when the tests
/// end, in whatever way.
const GUARD: &str = r#"
    TMPDIR=$(mktemp -d) && export TMPDIR || exit
    "$@" </dev/null &
    read -r _
    trap '' TERM
    kill -TERM -$$
    wait
    for _ in 1 2 3 4 5 6 7 8 9; do rm -rf "$TMPDIR" 2>/dev/null && break; sleep 0.2; done"#;

/// Starts the browser's driver on a free port and returns it with the port. Between finding a port and taking it, the
/// driver can lose it to another; then it ends, and the next one tries.
fn start_driver(browser: Browser) -> (Child, u16) {
    (0..3).find_map(|_| try_driver(browser)).unwrap_or_else(|| {
        panic!("the driver of {browser:?} does not start; run the tests with `make test`, which installs it")
    })
}

/// WebKit's driver starts its browser on a screen of its own. It takes the port that it is told, the first argument, and says
/// nothing: the port is told here once the driver itself answers there. Another test's server could have taken the port
/// meanwhile; then the driver ends, and so does this.
const WEBKIT: &str = r#"
    Xvfb -displayfd 1 -screen 0 1400x1000x24 2>/dev/null | {
        read -r display
        DISPLAY=:$display LIBGL_ALWAYS_SOFTWARE=1 WebKitWebDriver --port="$1" >/dev/null 2>&1 &
        answers() {
            exec 3<>"/dev/tcp/127.0.0.1/$1" || return
            printf 'GET /status HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
            timeout 5 grep -q '"ready"' <&3
        }
        until (answers "$1") 2>/dev/null; do
            kill -0 $! || exit
            sleep 0.1
        done
        echo "listens on $1"
        wait
    }"#;

/// A port that was free a moment ago.
fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port can be had");
    listener.local_addr().expect("it is bound").port()
}

fn try_driver(browser: Browser) -> Option<(Child, u16)> {
    let port = free_port().to_string();
    let (driver, mark): (Vec<&str>, _) = match browser {
        Browser::Chromium => (vec!["chromedriver", "--port=0"], "started successfully on port "),
        // What a page left behind is cleared from outside of it.
        Browser::Firefox => (vec!["geckodriver", "--port=0", "--allow-system-access"], "Listening on 127.0.0.1:"),
        Browser::WebKit => (vec!["bash", "-c", WEBKIT, "webkit", &port], "listens on "),
    };
    let mut process = Command::new("sh")
        .args(["-c", GUARD, "sh"])
        .args(driver)
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a shell runs");
    let output = process.stdout.take().expect("the output is piped");
    let (found, port) = std::sync::mpsc::channel();
    // Reads on after the port, or the driver would stop at a full pipe.
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if let Some((_, rest)) = line.split_once(mark) {
                let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
                let _ = found.send(digits.parse().ok());
            }
        }
    });
    match port.recv_timeout(Duration::from_secs(60)) {
        Ok(Some(port)) => Some((process, port)),
        _ => {
            end(&mut process);
            None
        }
    }
}

/// Closes the pipe to the driver's guard, which ends it.
fn end(guard: &mut Child) {
    drop(guard.stdin.take());
}

fn capabilities(browser: Browser, wish: Wish) -> Capabilities {
    let here = || std::env::current_dir().expect("there is one").join("target/altered");
    let folder = match wish {
        Wish::Kept(name) => Some(here().join(name).display().to_string()),
        _ => None,
    };
    let value = match browser {
        Browser::WebKit => json!({ "browserName": "MiniBrowser" }),
        Browser::Chromium => {
            let window = format!("--window-size={},{}", WINDOW.0, WINDOW.1);
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
                // No page is open for long enough that the program is worth optimizing, which takes a tenth of the time.
                "--js-flags=--liftoff-only",
                &window,
                "--lang=en",
            ];
            let mut logs = json!({ "browser": "ALL" });
            if wish == Wish::Watched {
                logs["performance"] = "ALL".into();
            }
            let folder = folder.map(|folder| format!("--user-data-dir={folder}"));
            arguments.extend(folder.as_deref());
            let mut value = json!({
                "browserName": "chrome",
                "goog:loggingPrefs": logs,
                "goog:chromeOptions": { "args": arguments },
            });
            if let Some(shell) = &*HEADLESS_SHELL {
                value["browserName"] = "chrome-headless-shell".into();
                value["goog:chromeOptions"]["binary"] = json!(shell);
            }
            value
        }
        Browser::Firefox => {
            let mut arguments = vec!["-headless".to_owned()];
            arguments.extend([format!("--width={}", WINDOW.0), format!("--height={}", WINDOW.1)]);
            arguments.extend(folder.into_iter().flat_map(|folder| ["-profile".to_owned(), folder]));
            json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "args": arguments,
                    "prefs": { "app.update.enabled": false },
                },
            })
        }
    };
    match value {
        Value::Object(map) => Capabilities::from(map),
        _ => unreachable!("capabilities are an object"),
    }
}
