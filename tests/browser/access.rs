//! Accessibility by axe-core, on every page and in every theme.

use crate::session::{Browser, Session};
use crate::site::{built, pages, serve, url};

/// Runs axe with options and says what it found, a line each.
const FOUND: &str = "const done = arguments[arguments.length - 1];
    axe.run(document, OPTIONS).then((result) => done(result.passes.length === 0 ? 'axe looked at nothing' : result.violations.flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${node.target} ${node.any.map((check) => check.message).join('; ')}`)).join('\\n')),
      (error) => done(String(error)));";

async fn found(session: &Session, options: &str) -> String {
    let script = FOUND.replace("OPTIONS", options);
    let answer = session.driver.execute_async(script.as_str(), vec![]).await.expect("axe runs");
    answer.json().as_str().unwrap_or("no answer").to_owned()
}

#[tokio::test]
async fn axe_finds_nothing_on_any_page_in_any_theme() {
    let axe = std::fs::read_to_string("node_modules/axe-core/axe.min.js").expect("axe is installed; run `make test`");
    let dir = built();
    let server = serve(&dir, "/");
    let session = Session::start(Browser::Chromium).await;
    let mut wrong = Vec::new();
    for path in pages(&dir) {
        session.goto_live(&url(&server, &path)).await;
        session.eval(&format!("{axe}; return typeof axe")).await;
        for line in found(&session, "{ resultTypes: ['violations'] }").await.lines() {
            wrong.push(format!("{path}: {line}"));
        }
        for theme in ["dark", "contrast"] {
            // A widget has no choice of looks of its own: the page around it asks for one.
            session.eval(&format!("document.documentElement.dataset.theme = '{theme}'")).await;
            for line in found(&session, "{ runOnly: ['color-contrast'], resultTypes: ['violations'] }").await.lines() {
                wrong.push(format!("{path} ({theme}): {line}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} findings:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
    session.quit().await;
}
