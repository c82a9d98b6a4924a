//! Pages of other sites, from an origin of their own: another host name and another port.

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, Request, Response, StatusCode};
use five_new_bijies::site::server::Running;
use std::net::SocketAddr;
use std::path::Path;

/// A host's own strict policy: frames and scripts of the plan's site, and nothing inline.
const STRICT: &str = "default-src 'none'; script-src 'self' SITE; style-src 'self'; frame-src 'self' SITE; \
                      img-src data:; base-uri 'none'";

/// The address that the pages in `tests/hosts` give the plan's site.
const WRITTEN: &str = "http://localhost:8080";

/// Serves `tests/hosts` with the address of `site` in it, until the test's runtime ends.
pub async fn hosts(site: &Running) -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port can be had");
    let address = listener.local_addr().expect("it is bound");
    let site = format!("http://localhost:{}", site.address.port());
    let app = Router::new().fallback(respond).with_state(site);
    tokio::spawn(async move { axum::serve(listener, app).await });
    address
}

/// The address of one of these pages. Another name for this machine: to the browser, another site.
pub fn host(address: SocketAddr, page: &str) -> String {
    format!("http://127.0.0.1:{}/{page}", address.port())
}

/// The frame inside the `<plan-figure>` that an expression names.
pub fn frame(element: &str) -> String {
    format!("{element}.shadowRoot.querySelector('iframe')")
}

async fn respond(State(site): State<String>, request: Request<Body>) -> Response<Body> {
    let name = request.uri().path().trim_start_matches('/').to_owned();
    let mut response = Response::new(Body::empty());
    let Ok(text) = std::fs::read_to_string(Path::new("tests/hosts").join(&name)) else {
        *response.status_mut() = StatusCode::NOT_FOUND;
        return response;
    };
    *response.body_mut() = Body::from(text.replace(WRITTEN, &site));
    let kind = match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css",
        _ => "text/javascript",
    };
    response.headers_mut().insert("content-type", HeaderValue::from_static(kind));
    if name == "hostile.html" {
        let policy = HeaderValue::from_str(&STRICT.replace("SITE", &site)).expect("it is plain text");
        response.headers_mut().insert("content-security-policy", policy);
    }
    response
}
