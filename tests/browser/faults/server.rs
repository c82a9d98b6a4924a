//! The built site behind something that goes wrong on the way to the browser.

use crate::site::{built, serve, url};
use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Request, Response, StatusCode};
use five_new_bijies::site::server::Running;
use http_body::Frame;
use std::collections::HashMap;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use tokio::sync::watch;

/// What the site would have answered, to be spoilt.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
    pub end: End,
    /// Whether the fault that comes in the middle of a visit has come.
    pub later: bool,
}

/// How an answer ends.
#[derive(Clone, Copy, PartialEq)]
pub enum End {
    Whole,
    /// Nothing at all.
    Silent,
    /// Half of it, and then nothing more.
    Never,
    /// Half of it, and then the connection breaks.
    Cut,
    /// All of it, once it is later.
    Late,
}

/// Spoils the answer for a path with its query.
pub type Change = fn(&str, &mut Answer);

impl Answer {
    pub fn is_page(&self) -> bool {
        self.headers.get("content-type").is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
    }

    /// Changes the text of a page.
    pub fn edit(&mut self, edit: impl FnOnce(&str) -> String) {
        self.bytes = edit(std::str::from_utf8(&self.bytes).expect("pages are text")).into_bytes();
    }

    pub fn header(&mut self, name: &'static str, value: &'static str) {
        self.headers.insert(name, HeaderValue::from_static(value));
    }

    pub fn missing(&mut self) {
        self.status = StatusCode::NOT_FOUND;
        self.bytes = b"<!doctype html><title>404</title>".to_vec();
        self.header("content-type", "text/html");
        self.header("cache-control", "no-store");
    }
}

struct Way {
    site: Running,
    /// What stands before every path.
    prefix: &'static str,
    client: reqwest::Client,
    change: Change,
    /// Runs before any script of the page.
    script: String,
    later: watch::Sender<bool>,
    /// Pages that were saved, by their paths.
    saved: Mutex<HashMap<String, String>>,
}

/// A server with one fault. Each has an origin of its own, and with it a cache of its own.
pub struct Faulty {
    way: Arc<Way>,
    address: SocketAddr,
}

impl Faulty {
    pub fn start(prefix: &'static str, change: Change, script: String) -> Faulty {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port can be had");
        listener.set_nonblocking(true).expect("the listener can wait");
        let address = listener.local_addr().expect("it is bound");
        let listener = tokio::net::TcpListener::from_std(listener).expect("the listener is bound and non-blocking");
        let way = Arc::new(Way {
            site: serve(&built(), "/"),
            prefix,
            client: reqwest::Client::new(),
            change,
            script,
            later: watch::Sender::new(false),
            saved: Mutex::default(),
        });
        let app = Router::new().fallback(respond).with_state(Arc::clone(&way));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Faulty { way, address }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.address.port())
    }

    /// From now on, or no longer: answers that are held back come, the site is that of another release.
    pub fn set_later(&self, later: bool) {
        self.way.later.send_replace(later);
    }

    /// Serves `html` at `path`.
    pub fn save(&self, path: &str, html: String) {
        self.way.saved.lock().expect("no test panics with it").insert(path.to_owned(), html);
    }
}

/// The path of the script that every page is given.
pub const SCRIPT: &str = "/fault.js";

async fn respond(State(way): State<Arc<Way>>, request: Request<Body>) -> Response<Body> {
    let path = request.uri().path().to_owned();
    let answer = if path == SCRIPT {
        plain("text/javascript", way.script.clone())
    } else if let Some(html) = way.saved.lock().expect("no test panics with it").get(&path).cloned() {
        plain("text/html; charset=utf-8", html)
    } else {
        answer(&way, request).await
    };
    if answer.end == End::Late {
        let _ = way.later.subscribe().wait_for(|later| *later).await;
    }
    if answer.end == End::Silent {
        std::future::pending::<()>().await;
    }
    let half = Bytes::copy_from_slice(&answer.bytes[..answer.bytes.len() / 2]);
    let body = match answer.end {
        End::Whole | End::Late | End::Silent => Body::from(answer.bytes),
        End::Never => Body::new(Broken { first: Some(half), cut: false }),
        End::Cut => Body::new(Broken { first: Some(half), cut: true }),
    };
    let mut response = Response::new(body);
    *response.status_mut() = answer.status;
    *response.headers_mut() = answer.headers;
    response
}

fn plain(kind: &'static str, text: String) -> Answer {
    let mut answer = Answer {
        status: StatusCode::OK,
        headers: HeaderMap::new(),
        bytes: text.into_bytes(),
        end: End::Whole,
        later: false,
    };
    answer.header("content-type", kind);
    answer.header("cache-control", "no-store");
    answer
}

async fn answer(way: &Way, request: Request<Body>) -> Answer {
    let target = request.uri().path_and_query().map_or("/", |target| target.as_str());
    let target = target.strip_prefix(way.prefix).unwrap_or(target);
    let address = url(&way.site, target);
    let sent = way.client.get(address).send().await.expect("the site answers");
    let mut headers = sent.headers().clone();
    for name in ["content-length", "transfer-encoding", "connection"] {
        headers.remove(name);
    }
    let status = sent.status();
    let bytes = sent.bytes().await.expect("the site answers in full").to_vec();
    let mut answer = Answer { status, headers, bytes, end: End::Whole, later: *way.later.borrow() };
    if answer.is_page() {
        answer.edit(|html| html.replacen("<head>", &format!("<head><script src=\"{SCRIPT}\"></script>"), 1));
    }
    (way.change)(target, &mut answer);
    answer
}

/// A body that does not come to its end.
struct Broken {
    first: Option<Bytes>,
    cut: bool,
}

impl HttpBody for Broken {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        match self.first.take() {
            Some(first) => Poll::Ready(Some(Ok(Frame::data(first)))),
            None if self.cut => Poll::Ready(Some(Err(io::ErrorKind::ConnectionReset.into()))),
            None => Poll::Pending,
        }
    }
}
