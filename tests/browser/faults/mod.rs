//! Every kind of page under every fault that we know of: it says what its static twin says, its charts are seen, its
//! links lead somewhere, nothing covers it and nothing is thrown.

pub mod server;
mod table;
mod twin;

pub use twin::twin;

use crate::session::{Browser, Session};
use crate::site::built;
use crate::translators::TRANSLATOR;
use serde_json::{Value, json};
use server::Faulty;
use std::time::{Duration, Instant};
use table::{Act, Fault, faults};

/// A kind of page, and one page of it.
struct Route {
    path: &'static str,
    twin: Value,
}

/// The kinds of pages, in both languages.
pub const PATHS: [&str; 9] = [
    "/",
    "/en/pillars/strength/",
    "/figures/industry-output/",
    "/en/themes/nature/",
    "/commitments/",
    CARD,
    "/data/",
    "/embed/figures/industry-output/",
    NOT_FOUND,
];

const CARD: &str = "/en/card/";

/// Leads to most of the others.
const NOT_FOUND: &str = "/en/404.html";

impl Route {
    fn all() -> Vec<Route> {
        let file = |path: &str| match path.trim_start_matches('/') {
            path if path.ends_with(".html") => path.to_owned(),
            folder => format!("{folder}index.html"),
        };
        PATHS.into_iter().map(|path| Route { path, twin: twin(&built(), &file(path)) }).collect()
    }

    fn is_widget(&self) -> bool {
        self.path.contains("/embed/")
    }
}

/// How long a condition may take before it counts as never.
const PATIENCE: Duration = Duration::from_secs(30);

/// Waits until an expression holds, and says where it never does.
async fn until(session: &Session, expression: &str) -> Result<(), String> {
    let script = format!("try {{ return !!({expression}); }} catch {{ return false; }}");
    let begun = Instant::now();
    loop {
        let answer = session.driver.execute(script.as_str(), vec![]).await;
        if answer.as_ref().is_ok_and(|answer| answer.json() == &Value::Bool(true)) {
            return Ok(());
        }
        if begun.elapsed() > PATIENCE {
            return Err(format!("never held: {expression}"));
        }
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
}

const STATE: &str = "document.documentElement.dataset.state";

/// Waits until the page is in one of `states`. A widget waits for the reader's touch.
async fn state_is(session: &Session, route: &Route, states: &[&str]) -> Result<(), String> {
    let touch = if route.is_widget() { "dispatchEvent(new Event('pointerdown'))," } else { "" };
    until(session, &format!("({touch} {}.includes({STATE} ?? 'waiting'))", json!(states))).await
}

/// Runs a script that may wait, with `finish` as its last argument.
async fn run(session: &Session, script: &str, arguments: Vec<Value>) -> Result<Value, String> {
    let answer = session.driver.execute_async(script, arguments).await;
    answer.map(|answer| answer.json().clone()).map_err(|error| format!("a script of the test: {error}"))
}

/// Opens another document. Firefox's driver takes one that writes its own address meanwhile for the one that it waits for.
pub async fn load(session: &Session, address: &str) -> Result<(), String> {
    run(session, "window.left = true; arguments[0]()", vec![]).await?;
    session.driver.goto(address).await.map_err(|error| format!("{address}: {error}"))?;
    until(session, "!window.left && document.readyState === 'complete'").await
}

/// What is wrong with the page in place, compared with its static twin. `home` is what stands before every path.
pub async fn judge(session: &Session, twin: &Value, home: &str) -> Result<(), String> {
    let answer = run(session, include_str!("oracle.js"), vec![twin.clone(), json!(home)]).await?;
    match answer.as_array().map(Vec::as_slice) {
        Some([]) => Ok(()),
        Some(wrong) => Err(wrong.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("; ")),
        None => Err(format!("no judgement: {answer}")),
    }
}

/// Loads a page under a fault, has it happen, and judges the page.
async fn meets(session: &Session, server: &Faulty, fault: &Fault, route: &Route) -> Result<(), String> {
    server.set_later(false);
    let from_elsewhere =
        matches!(fault.act, Act::Offline | Act::NewRelease) && route.path != NOT_FOUND && !route.is_widget();
    let english = route.path.starts_with("/en/");
    let path = match fault.act {
        // The story alone leads to the card.
        _ if from_elsewhere && route.path == CARD => "/en/".to_owned(),
        _ if from_elsewhere => (if english { NOT_FOUND } else { "/404.html" }).to_owned(),
        Act::LongAddress => format!("{}?{}#{}", route.path, "r=%E9%95%BF&x=long&".repeat(500), "z".repeat(1000)),
        _ => format!("{}{}", fault.prefix, route.path),
    };
    let address = server.url(&path);
    load(session, &address).await?;
    if fault.act != Act::NoScript {
        state_is(session, route, fault.states).await?;
    }
    acts(session, server, fault, route, from_elsewhere).await?;
    judge(session, &route.twin, &server.url(fault.prefix)).await
}

async fn main_link(session: &Session, path: &str) -> Result<(), String> {
    let link = format!("[...document.querySelectorAll('#app a[href]')].find((link) => link.pathname === {path:?})");
    until(session, &format!("!!{link}")).await?;
    run(session, &format!("{link}.click(); arguments[0]()"), vec![]).await?;
    // The footer comes last.
    let there = "document.querySelector('footer') && !document.querySelector('.not-found')";
    until(session, &format!("location.pathname === {path:?} && {there}")).await
}

/// Has the fault of a row happen to the page in place.
async fn acts(
    session: &Session,
    server: &Faulty,
    fault: &Fault,
    route: &Route,
    from_elsewhere: bool,
) -> Result<(), String> {
    let home = server.url(fault.prefix);
    match fault.act {
        Act::None | Act::NoScript | Act::LongAddress => {}
        Act::Run { script, then } => {
            run(session, script, vec![]).await?;
            state_is(session, route, then).await?;
        }
        Act::LetCome => {
            judge(session, &route.twin, &home).await?;
            server.set_later(true);
            state_is(session, route, &["live"]).await?;
        }
        Act::Offline => {
            session.devtools("Network.enable", json!({})).await;
            network(session, true).await;
            let arrived = if from_elsewhere { main_link(session, route.path).await } else { Ok(()) };
            let judged = match arrived {
                Ok(()) => judge(session, &route.twin, &home).await,
                failed => failed,
            };
            network(session, false).await;
            judged?;
        }
        Act::NewRelease => {
            server.set_later(true);
            if from_elsewhere {
                main_link(session, route.path).await?;
            }
        }
        Act::Translate => {
            run(session, &format!("{TRANSLATOR} translate(); arguments[0]()"), vec![]).await?;
            until(session, "document.querySelectorAll('font').length > 10").await?;
        }
        Act::Devtools(script, commands) => {
            run(session, script, vec![]).await?;
            tell(session, commands).await;
        }
        Act::Freeze => {
            for state in ["frozen", "active"] {
                session.devtools("Page.setWebLifecycleState", json!({ "state": state })).await;
            }
            // It is thawed, and still hidden.
            let window = session.devtools("Browser.getWindowForTarget", json!({})).await;
            for state in ["minimized", "normal"] {
                let bounds = json!({ "windowId": window["windowId"], "bounds": { "windowState": state } });
                session.devtools("Browser.setWindowBounds", bounds).await;
            }
            until(session, "!document.hidden").await?;
        }
        Act::BackForward => {
            let away = server.url(if route.path == CARD { "/themes/jobs/" } else { "/en/card/" });
            load(session, &away).await?;
            session.driver.back().await.map_err(|error| error.to_string())?;
            until(session, &format!("location.pathname === {:?}", route.path)).await?;
            state_is(session, route, &["live"]).await?;
        }
        Act::Archive => {
            let mhtml = session.devtools("Page.captureSnapshot", json!({})).await;
            let file = std::env::current_dir().expect("there is one").join("target/altered/saved.mhtml");
            std::fs::create_dir_all(file.parent().expect("it has a folder")).expect("a folder can be made");
            let data = mhtml["data"].as_str().expect("a snapshot is text");
            std::fs::write(&file, data).expect("a file can be written");
            let address = format!("file://{}", file.display());
            load(session, &address).await?;
        }
        Act::SavedCopy { scripts } => {
            let script = "arguments[0](document.documentElement.outerHTML)";
            let html = run(session, script, vec![]).await?;
            let html = html.as_str().unwrap_or_default();
            let html = if scripts { html.to_owned() } else { table::without_scripts(html) };
            let path = format!("/saved{}", route.path);
            server.save(&path, html);
            load(session, &server.url(&path)).await?;
            if scripts {
                // At its address the program finds no page, and gives the static one back; the error page can be anywhere.
                let state = if route.path.ends_with("404.html") { "live" } else { "static" };
                state_is(session, route, &[state]).await?;
            }
        }
    }
    Ok(())
}

/// Commands of Chromium's own protocol.
async fn tell(session: &Session, commands: table::Commands) {
    for (command, parameters) in commands {
        session.devtools(command, serde_json::from_str(parameters).expect("parameters are JSON")).await;
    }
}

async fn network(session: &Session, offline: bool) {
    let conditions = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    session.devtools("Network.emulateNetworkConditions", conditions).await;
}

/// Follows a link of the page in place to another page.
async fn moves_on(session: &Session, route: &Route) -> Result<(), String> {
    let path = if route.path.starts_with("/en/") { "/en/commitments/" } else { "/commitments/" };
    let link =
        format!("[...document.querySelectorAll('#app a[href]')].find((link) => link.pathname.endsWith({path:?}))");
    // Impatient readers click twice.
    run(session, &format!("const link = {link}; link.click(); link.click(); arguments[0]()"), vec![]).await?;
    until(session, &format!("location.pathname.endsWith({path:?}) && !!document.querySelector('main h1').textContent"))
        .await
}

/// Of the kinds of pages, in turn, each fault meets every fourth; `make faults` has it meet all of them.
const TURNS: usize = 4;

/// How many pages held under each fault; what did not is told.
async fn matrix(browser: Browser) {
    let routes = Route::all();
    let rows = faults();
    let only = std::env::var("FAULT").unwrap_or_default();
    let wanted = |fault: &&Fault| {
        let here = match browser {
            Browser::Chromium => true,
            Browser::Firefox => fault.in_firefox,
            Browser::WebKit => IN_WEBKIT.contains(&fault.name),
        };
        here && only.split('|').any(|words| fault.name.contains(words))
    };
    let rows: Vec<&Fault> = rows.iter().filter(wanted).collect();
    let whole = std::env::var("FAULTS").is_ok_and(|which| which == "all") || !only.is_empty();
    let mut all = 0;
    let session = Session::start(browser).await;
    let mut failures = Vec::new();
    let begun = Instant::now();
    for (row, fault) in rows.iter().enumerate() {
        let first = row % TURNS;
        let meets_it = |index: usize| whole || index % TURNS == first;
        let since = Instant::now();
        let server =
            Faulty::start(fault.prefix, fault.change, format!("{}\n{}", include_str!("before.js"), fault.script));
        tell(&session, fault.before).await;
        let mut held = 0;
        let met_by = routes.iter().enumerate().filter(|(index, _)| meets_it(*index));
        all += met_by.clone().count();
        for (index, route) in met_by.clone() {
            let mut met = meets(&session, &server, fault, route).await;
            // One page of each row is left by a link.
            if met.is_ok() && index == first && fault.leads_on {
                met = moves_on(&session, route).await.map_err(|error| format!("no way on: {error}"));
            }
            match met {
                Ok(()) => held += 1,
                Err(error) => {
                    println!("    {browser:?}: {}: {}", route.path, error.lines().next().unwrap_or_default());
                    failures.push(format!("{}: {}: {error}", fault.name, route.path));
                }
            }
        }
        tell(&session, fault.after).await;
        println!(
            "{browser:?}: {held:>3} of {} in {:>4.1} s  {}",
            met_by.count(),
            since.elapsed().as_secs_f64(),
            fault.name
        );
    }
    println!(
        "{browser:?}: {} faults × {} kinds of page{}: {} of {all} held, {:.0} s",
        rows.len(),
        routes.len(),
        if whole { "" } else { ", every fourth in turn" },
        all - failures.len(),
        begun.elapsed().as_secs_f64()
    );
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    session.quit().await;
}

#[tokio::test]
async fn every_kind_of_page_holds_under_every_fault() {
    matrix(Browser::Chromium).await;
}

/// The rows that WebKit meets, in less than a minute.
const IN_WEBKIT: [&str; 6] = [
    "nothing",
    "the program is missing",
    "the program is corrupt",
    "the network goes while the program comes",
    "others put nodes into the page",
    "text metrics are nought",
];

#[tokio::test]
async fn the_main_faults_are_survived_in_webkit_as_well() {
    if let Some(webkit) = Browser::webkit() {
        matrix(webkit).await;
    }
}

#[tokio::test]
async fn the_main_faults_are_survived_in_firefox_as_well() {
    if Browser::all().contains(&Browser::Firefox) {
        matrix(Browser::Firefox).await;
    }
}
