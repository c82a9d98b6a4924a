//! The faults, one a row.

use super::server::{Answer, Change, End, SCRIPT};

/// Commands of Chromium's own protocol with their parameters as JSON.
pub type Commands = &'static [(&'static str, &'static str)];

/// One thing that goes wrong.
pub struct Fault {
    pub name: &'static str,
    /// What happens to answers on their way.
    pub change: Change,
    /// Runs before every script of a page.
    pub script: String,
    /// Before the first page, and after the last.
    pub before: Commands,
    pub after: Commands,
    /// What stands before every path.
    pub prefix: &'static str,
    /// What a page may have become once it is loaded: `waiting` where the program never comes.
    pub states: &'static [&'static str],
    /// What happens to the page then.
    pub act: Act,
    /// Whether the page has links that can be followed.
    pub leads_on: bool,
    pub in_firefox: bool,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Act {
    None,
    NoScript,
    /// A script runs, and the page is then in one of these states.
    Run {
        script: &'static str,
        then: &'static [&'static str],
    },
    /// The page is judged before and after the program comes.
    LetCome,
    /// The network goes, and the page is reached by a link.
    Offline,
    /// The site gives way to another release, and the page is reached by a link.
    NewRelease,
    Translate,
    /// A script, then commands of the browser's own protocol.
    Devtools(&'static str, Commands),
    /// The tab is hidden and frozen, and shown again.
    Freeze,
    /// Another page, and back.
    BackForward,
    /// The page is saved by the browser as one file, which is opened.
    Archive,
    /// The page is saved as its markup, which is opened.
    SavedCopy {
        scripts: bool,
    },
    /// Eleven thousand characters.
    LongAddress,
}

const LIVE: &[&str] = &["live"];
const STATIC: &[&str] = &["static"];
const UNSUPPORTED: &[&str] = &["unsupported"];

fn is_wasm(path: &str) -> bool {
    path.starts_with("/program-") && path.ends_with(".wasm")
}

fn is_glue(path: &str) -> bool {
    path.starts_with("/program-") && path.ends_with(".js")
}

/// What is kept on this device would be there at once, and after the site has let it go.
const KEEP_NOTHING: &str = "navigator.serviceWorker.register = async () => {};";

fn row(name: &'static str) -> Fault {
    Fault {
        name,
        change: |_, _| {},
        script: String::new(),
        before: &[],
        after: &[],
        prefix: "",
        states: LIVE,
        act: Act::None,
        leads_on: true,
        in_firefox: false,
    }
}

/// Something happens on the way.
fn on_the_way(name: &'static str, states: &'static [&'static str], change: Change) -> Fault {
    Fault { change, states, in_firefox: true, ..row(name) }
}

/// A script runs before those of the page.
fn before(name: &'static str, states: &'static [&'static str], script: &str) -> Fault {
    Fault { script: script.to_owned(), states, in_firefox: true, ..row(name) }
}

/// A script runs on the live page.
fn later(name: &'static str, then: &'static [&'static str], script: &'static str) -> Fault {
    Fault { act: Act::Run { script, then }, in_firefox: true, ..row(name) }
}

pub fn faults() -> Vec<Fault> {
    let mut rows = vec![row("nothing")];
    rows.extend(of_the_program());
    rows.extend(of_the_machine());
    rows.extend(traps());
    rows.extend(of_the_network());
    rows.extend(of_others());
    rows.extend(of_the_window());
    rows.extend(of_the_reader());
    rows
}

fn of_the_program() -> Vec<Fault> {
    let spoilt = |name, change| on_the_way(name, STATIC, change);
    // Fails at the same line of the boot module as another does.
    let alike = |name, change| Fault { in_firefox: false, ..spoilt(name, change) };
    vec![
        spoilt("the program is missing", |path, answer| {
            if is_wasm(path) {
                answer.missing();
            }
        }),
        alike("its glue is missing", |path, answer| {
            if is_glue(path) {
                answer.missing();
            }
        }),
        alike("the program is cut short", |path, answer| {
            if is_wasm(path) {
                answer.bytes.truncate(answer.bytes.len() / 2);
            }
        }),
        spoilt("the program is corrupt", |path, answer| {
            if is_wasm(path) {
                let middle = answer.bytes.len() / 2;
                answer.bytes[middle..][..64].fill(0xff);
            }
        }),
        alike("the program is corrupt and nobody checks it", |path, answer| {
            if is_wasm(path) {
                let middle = answer.bytes.len() / 3;
                answer.bytes[middle..][..64].fill(0xff);
            }
            unchecked(answer);
        }),
        spoilt("the program carries no plan", |path, answer| {
            if is_wasm(path) {
                without_plan(&mut answer.bytes);
            }
            unchecked(answer);
        }),
        on_the_way("the program has the wrong type", LIVE, |path, answer| {
            if is_wasm(path) {
                answer.header("content-type", "text/plain");
            }
        }),
        spoilt("a page comes instead of the program", |path, answer| {
            if is_wasm(path) || is_glue(path) {
                answer.bytes = b"<!doctype html><title>welcome to this network</title>".to_vec();
                answer.header("content-type", "text/html");
            }
        }),
        on_the_way("the program never ends", &["waiting"], |path, answer| {
            if is_wasm(path) {
                answer.end = End::Never;
            }
        }),
        Fault {
            act: Act::LetCome,
            script: KEEP_NOTHING.to_owned(),
            ..on_the_way("the program comes late", &["waiting"], |path, answer| {
                if is_wasm(path) {
                    answer.end = End::Late;
                    answer.header("cache-control", "no-store");
                }
            })
        },
        spoilt("a policy forbids the program", |_, answer| {
            if answer.is_page() {
                answer.header("content-security-policy", "script-src 'self'");
            }
        }),
        alike("a new page finds an old program", |path, answer| {
            if is_wasm(path) {
                let empty_custom_section = [0, 1, 0];
                answer.bytes.extend(empty_custom_section);
            }
        }),
        on_the_way("marks of another build", LIVE, |_, answer| {
            if answer.is_page() {
                answer.edit(|html| html.replace("data-part=\"", "data-part=\"2 "));
            }
        }),
    ]
}

/// A page that lets any program run.
fn unchecked(answer: &mut Answer) {
    if answer.is_page() {
        answer.edit(|html| html.replace(" data-integrity=\"", " data-unchecked=\""));
    }
}

/// Renames the section in which the program carries its plan.
fn without_plan(bytes: &mut [u8]) {
    let name = *b"\x04plan";
    let at = bytes.windows(name.len()).rposition(|part| part == name).expect("the program carries a plan");
    bytes[at + 1] = b'x';
}

fn of_the_machine() -> Vec<Fault> {
    let mut rows = vec![
        Fault {
            act: Act::NoScript,
            before: &[("Emulation.setScriptExecutionDisabled", r#"{ "value": true }"#)],
            after: &[("Emulation.setScriptExecutionDisabled", r#"{ "value": false }"#)],
            leads_on: false,
            ..row("scripts are off")
        },
        before("there is no WebAssembly", UNSUPPORTED, "window.WebAssembly = undefined"),
        // Browsers that resist fingerprinting.
        before(
            "text metrics are nought",
            LIVE,
            "for (const name of Object.keys(TextMetrics.prototype))
               Object.defineProperty(TextMetrics.prototype, name, { get: () => 0 });",
        ),
        before(
            "text metrics are noise",
            LIVE,
            "for (const name of Object.keys(TextMetrics.prototype)) {
               const { get } = Object.getOwnPropertyDescriptor(TextMetrics.prototype, name) ?? {};
               if (get) Object.defineProperty(TextMetrics.prototype, name, { get() { return get.call(this) * (0.9 + Math.random() / 5); } });
             }",
        ),
        before(
            "a canvas gives its context at the second asking",
            LIVE,
            "const real = HTMLCanvasElement.prototype.getContext;
             const refused = new WeakSet();
             HTMLCanvasElement.prototype.getContext = function (...asked) {
               if (refused.has(this)) return real.apply(this, asked);
               refused.add(this);
               return null;
             };",
        ),
        Fault {
            in_firefox: true,
            ..before(
                "a tool recolours the page by its rules",
                LIVE,
                "addEventListener('DOMContentLoaded', () => {
                   const sheet = new CSSStyleSheet();
                   sheet.replaceSync(`html { background: #181a1b !important; color: #e8e6e3 !important }
                     .drawing canvas { color: #e8e6e3 !important }
                     svg [fill='var(--ink)'] { fill: #e8e6e3 } svg [stroke='var(--ink)'] { stroke: #e8e6e3 }`);
                   document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
                 });",
            )
        },
    ];
    // The bytes by which the probe asks for each feature; a browser without it finds the module faulty.
    for (name, bytes) in [
        ("no sign extension", "192"),
        ("no saturating conversion", "252,0"),
        ("no bulk memory", "252,11"),
        ("no reference types", "96,1,111"),
        ("no functions with several results", "2,127,127"),
    ] {
        let probe = format!(
            "const real = WebAssembly.validate;
             WebAssembly.validate = (bytes) => !`,${{bytes}},`.includes(',{bytes},') && real(bytes);"
        );
        rows.push(Fault { in_firefox: false, ..before(name, UNSUPPORTED, &probe) });
    }
    rows.extend([
        before(
            "storage and history throw",
            LIVE,
            "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'])
               Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
             for (const name of ['pushState', 'replaceState'])
               history[name] = () => { throw new DOMException('denied', 'SecurityError'); };
             const { serviceWorker } = navigator;
             if (serviceWorker) serviceWorker.register = () => { throw new DOMException('denied', 'SecurityError'); };",
        ),
        Fault {
            act: Act::Run { script: "window.show_tab(); arguments[0]()", then: LIVE },
            states: &["live", "waiting"],
            ..before(
                "a tab in the background",
                LIVE,
                "let hidden = true;
                 const waiting = [];
                 const { requestAnimationFrame: frame, requestIdleCallback: idle } = window;
                 window.requestAnimationFrame = (call) => (hidden ? waiting.push(() => frame(call)) : frame(call));
                 if (idle) window.requestIdleCallback = (call, how) => (hidden ? waiting.push(() => idle(call, how)) : idle(call, how));
                 Object.defineProperty(document, 'hidden', { get: () => hidden });
                 Object.defineProperty(document, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible') });
                 window.show_tab = () => {
                   hidden = false;
                   document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
                   waiting.splice(0).forEach((call) => call());
                 };",
            )
        },
        Fault { act: Act::Freeze, ..row("a tab that was frozen") },
        later(
            "a lost canvas",
            LIVE,
            "for (const canvas of document.querySelectorAll('canvas')) {
               canvas.getContext('2d').reset?.();
               canvas.dispatchEvent(new Event('contextlost'));
             }
             arguments[0]()",
        ),
        later(
            "a canvas that is lost and comes back",
            LIVE,
            "for (const canvas of document.querySelectorAll('canvas')) {
               canvas.width = canvas.width;
               canvas.dispatchEvent(new Event('contextlost'));
               requestAnimationFrame(() => canvas.dispatchEvent(new Event('contextrestored')));
             }
             arguments[0]()",
        ),
        Fault {
            act: Act::Devtools("arguments[0]()", &[("Browser.crashGpuProcess", "{}")]),
            ..row("the process that paints crashes")
        },
    ]);
    rows
}

fn traps() -> Vec<Fault> {
    vec![
        on_the_way("a trap at the start", STATIC, |path, answer| {
            if is_glue(path) {
                let real = format!("{path}?real");
                answer.bytes = format!(
                    "import init, {{ start as begin, stop }} from {real:?};
                     export default init;
                     export {{ stop }};
                     export const start = () => {{ begin(); trap(); }};"
                )
                .into_bytes();
            }
            unchecked(answer);
        }),
        later(
            "a trap after ten interactions",
            STATIC,
            "const touched = [...document.querySelectorAll('main button, main summary, main [role=tab], nav button')];
             window.print = () => {};
             for (const one of touched.slice(0, 10)) one.click();
             setTimeout(window.trap);
             arguments[0]()",
        ),
        later(
            "a trap in the middle of a transition",
            STATIC,
            "const finish = arguments[0];
             (document.querySelectorAll('.scene')[1] ?? document.querySelector('.drawing, main')).scrollIntoView({ behavior: 'instant' });
             let frames = 0;
             const frame = () => (frames++ < 6 ? requestAnimationFrame(frame) : (finish(), setTimeout(window.trap)));
             frame();",
        ),
    ]
}

fn of_the_network() -> Vec<Fault> {
    let hashed = |path: &str, answer: &mut Answer| {
        let old = [".js", ".wasm", ".css"].iter().any(|ending| path.ends_with(ending)) && path != SCRIPT;
        if answer.later && old {
            answer.missing();
        }
    };
    vec![
        on_the_way("the network goes before the program", STATIC, |path, answer| {
            if is_wasm(path) || is_glue(path) {
                answer.bytes.clear();
                answer.end = End::Cut;
            }
        }),
        on_the_way("the network goes while the program comes", STATIC, |path, answer| {
            if is_wasm(path) {
                answer.end = End::Cut;
            }
        }),
        Fault { act: Act::Offline, leads_on: false, ..row("the network goes afterwards") },
        Fault { act: Act::NewRelease, change: hashed, ..before("an old tab meets a new release", LIVE, KEEP_NOTHING) },
    ]
}

fn of_others() -> Vec<Fault> {
    vec![
        on_the_way("comments and white space are stripped", LIVE, |_, answer| {
            if answer.is_page() {
                answer.edit(stripped);
            }
        }),
        Fault {
            // A host with such a loader cannot send our policy, by which no text becomes a script's address.
            change: |_, answer| {
                if answer.is_page() {
                    answer.headers.remove("content-security-policy");
                    answer.edit(renamed);
                }
            },
            ..before(
                "a loader renames scripts and runs them later",
                LIVE,
                "addEventListener('load', () => {
                   for (const old of document.querySelectorAll('script[type^=later-]')) {
                     const script = document.createElement('script');
                     for (const { name, value } of old.attributes) script.setAttribute(name, value);
                     script.type = old.type.replace('later-', '');
                     old.replaceWith(script);
                   }
                 });",
            )
        },
        before(
            "a translator at work before the start",
            LIVE,
            &format!("{} addEventListener('DOMContentLoaded', () => translate())", crate::translators::TRANSLATOR),
        ),
        Fault { act: Act::Translate, in_firefox: true, ..row("a translator at work after the start") },
        before(
            "others put nodes into the page",
            LIVE,
            // The timer may come before there is a body.
            "const plant = () => {
               for (const [place, where] of [[document.body, 'prepend'], [document.body, 'append'], [document.documentElement, 'append'], [document.head, 'prepend']].filter(([place]) => place))
                 place[where](Object.assign(document.createElement(place === document.head ? 'style' : 'div'), { className: 'planted' }));
             };
             addEventListener('DOMContentLoaded', plant);
             addEventListener('load', plant);
             setInterval(plant, 40);",
        ),
        before(
            "a blocker hides what its lists take for buttons, banners and promotion",
            LIVE,
            "addEventListener('DOMContentLoaded', () => {
               const names = ['share', 'social', 'banner', 'ad', 'ads', 'advert', 'promo', 'sponsor', 'cookie', 'popup', 'newsletter', 'follow', 'back-to-top'];
               const sheet = new CSSStyleSheet();
               sheet.replaceSync(names.map((name) => `.${name}, #${name}, [class^='${name}-'], [class*=' ${name}-'], [id^='${name}-'] { display: none !important }`).join(''));
               document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
             });",
        ),
        before(
            "others throw all the time",
            LIVE,
            "const fail = () => { throw new TypeError('of an extension'); };
             Promise.reject(new Error('of an extension'));
             setInterval(fail, 30);
             for (const kind of ['DOMContentLoaded', 'load', 'click', 'scroll', 'popstate']) addEventListener(kind, fail, true);
             setInterval(() => dispatchEvent(new ErrorEvent('error', { message: 'Script error. of an extension' })), 45);",
        ),
        Fault {
            prefix: "/web/20261127",
            // The page for addresses that lead nowhere is at home at any.
            ..on_the_way("an archive rewrites the addresses", &["static", "live"], |_, answer| {
                if answer.is_page() {
                    answer.edit(|html| {
                        let html = html.replace(" href=\"/", " href=\"/web/20261127/");
                        html.replace(" src=\"/", " src=\"/web/20261127/")
                    });
                }
            })
        },
        Fault { act: Act::Archive, leads_on: false, ..row("the browser saves the page") },
        Fault {
            act: Act::SavedCopy { scripts: false },
            in_firefox: true,
            leads_on: false,
            ..row("the page is saved without its scripts")
        },
        Fault {
            act: Act::SavedCopy { scripts: true },
            in_firefox: true,
            leads_on: false,
            ..row("the page is saved with its scripts")
        },
    ]
}

/// As a host that minifies pages sends them.
fn stripped(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!--") {
        text.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    text.split('>')
        .map(|part| if part.trim_start().starts_with('<') { part.trim_start() } else { part })
        .collect::<Vec<_>>()
        .join(">")
}

/// The types of all scripts but the test's own are such that no browser runs them.
fn renamed(html: &str) -> String {
    let html = html.replace("<script type=\"module\" ", "<script type=\"later-module\" ");
    let html = html.replace("<script src=", "<script type=\"later-text/javascript\" src=");
    html.replace(&format!("<script type=\"later-text/javascript\" src=\"{SCRIPT}"), &format!("<script src=\"{SCRIPT}"))
}

/// A page as tools that save pages leave it.
pub fn without_scripts(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<script") {
        text.push_str(before);
        rest = after.split_once("</script>").map_or("", |(_, after)| after);
    }
    text + rest
}

fn of_the_window() -> Vec<Fault> {
    let text = |name, size: &str| {
        before(
            name,
            LIVE,
            &format!(
                "const sheet = new CSSStyleSheet();
                 sheet.replaceSync('html {{ font-size: {size}% !important }}');
                 document.adoptedStyleSheets = [sheet];"
            ),
        )
    };
    vec![
        Fault { in_firefox: false, ..text("text at 150 %", "150") },
        text("text at 400 %", "400"),
        Fault {
            in_firefox: false,
            ..on_the_way("styles of 2022 are not understood", LIVE, |path, answer| {
                if path.ends_with(".css") {
                    answer.edit(|css| {
                        css.replace("@container", "@later").replace(":has(", ":later(").replace("svh", "later")
                    });
                } else if answer.is_page() {
                    answer.edit(|html| html.replace(" integrity=\"", " data-of-before=\""));
                }
            })
        },
        Fault {
            before: &[(
                "Emulation.setDeviceMetricsOverride",
                r#"{ "width": 320, "height": 568, "deviceScaleFactor": 1, "mobile": true }"#,
            )],
            after: &[("Emulation.clearDeviceMetricsOverride", "{}")],
            ..row("320 pixels wide")
        },
        Fault {
            before: &[(
                "Emulation.setEmulatedMedia",
                r#"{ "features": [{ "name": "forced-colors", "value": "active" }] }"#,
            )],
            after: &[("Emulation.setEmulatedMedia", r#"{ "features": [] }"#)],
            ..row("forced colours")
        },
    ]
}

fn of_the_reader() -> Vec<Fault> {
    vec![
        Fault { act: Act::BackForward, in_firefox: true, ..row("away and back") },
        Fault {
            act: Act::Devtools(
                "(document.querySelectorAll('.scene')[1] ?? document.querySelector('.drawing, main')).scrollIntoView({ behavior: 'instant' });
                 requestAnimationFrame(() => requestAnimationFrame(arguments[0]))",
                &[("Page.printToPDF", "{}")],
            ),
            ..row("printed in the middle of a scene")
        },
        Fault { act: Act::LongAddress, in_firefox: true, ..row("a very long address") },
        later(
            "everything is clicked twice",
            LIVE,
            "window.print = () => {};
             const touched = 'button, summary, input:not([type=file]), select, [role=tab], [role=option], #app a[href^=\"#\"]';
             for (const one of [...document.querySelectorAll(touched)]) {
               one.click();
               one.click();
             }
             arguments[0]()",
        ),
    ]
}
