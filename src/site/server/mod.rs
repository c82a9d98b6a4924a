//! Serves the built site as a good host would: types, compressed files, caching, the strict policy.

mod headers;
mod hosts;

pub use headers::{CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY_OF_WIDGETS, FileKind, HASH_DIGITS, SERVICE_WORKER};
pub use hosts::{caddyfile, headers_file, nginx};

use crate::route::{VERSION_LETTER, encoded, strip};
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CONTENT_TYPE, LOCATION, VARY};
use axum::http::{HeaderName, HeaderValue, Request, Response, StatusCode};
use clap::Args;
use std::io;
use std::net::{SocketAddr, TcpListener, UdpSocket};
use std::path::PathBuf;
use std::thread::JoinHandle;
use thiserror::Error;
use tokio::sync::oneshot;
use tower::ServiceExt;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// A built site and the path it is served under.
#[derive(Clone, Debug, Args)]
pub struct StaticSite {
    /// Folder of the built site.
    #[arg(long, default_value = "dist")]
    pub dir: PathBuf,
    /// Path under which the site is served, with a slash at both ends.
    #[arg(long, value_name = "PATH", default_value = "/")]
    pub base: String,
}

#[derive(Debug, Error)]
pub enum Error {
    #[error("{0} has no index.html; run `make build` first")]
    NotBuilt(PathBuf),
    #[error("port {0} is taken; choose another with `make serve PORT=8081`")]
    PortTaken(u16),
    #[error("port {port} cannot be used: {error}")]
    Port { port: u16, error: io::Error },
    #[error("{0} is no address of this machine; HOST=0.0.0.0 is all it has, HOST=:: those of IPv6 as well")]
    Host(String),
}

/// A server at work; it stops when dropped.
pub struct Running {
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<io::Result<()>>>,
}

impl Running {
    /// Starts on `port` for this machine alone; 0 lets the system choose.
    ///
    /// # Errors
    /// Where there is no site, or the port cannot be had.
    pub fn start(site: StaticSite, port: u16) -> Result<Running, Error> {
        Running::start_at(site, THIS_MACHINE, port)
    }

    /// Starts at an address of this machine, for whoever reaches that.
    ///
    /// # Errors
    /// Where there is no site, or neither address nor port can be had.
    pub fn start_at(site: StaticSite, host: &str, port: u16) -> Result<Running, Error> {
        if !site.dir.join("index.html").is_file() {
            return Err(Error::NotBuilt(site.dir));
        }
        let failed = |error: io::Error| match error.kind() {
            io::ErrorKind::AddrInUse => Error::PortTaken(port),
            // A port below 1024 needs rights that a reader may not have.
            kind if host != THIS_MACHINE && kind != io::ErrorKind::PermissionDenied => Error::Host(host.to_owned()),
            _ => Error::Port { port, error },
        };
        let listener = TcpListener::bind((host.trim_matches(['[', ']']), port)).map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        listener.set_nonblocking(true).map_err(failed)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().map_err(failed)?;
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            runtime.block_on(async move {
                let listener =
                    tokio::net::TcpListener::from_std(listener).expect("the listener is bound and non-blocking");
                let app = Router::new().fallback(respond).with_state(site);
                // What is no file carries them as well.
                let app = headers::ALWAYS.into_iter().fold(app, |app, (name, value)| {
                    app.layer(SetResponseHeaderLayer::overriding(
                        HeaderName::from_static(name),
                        HeaderValue::from_static(value),
                    ))
                });
                tokio::select! {
                    ended = axum::serve(listener, app) => ended,
                    _ = stopped => Ok(()),
                }
            })
        });
        Ok(Running { address, stop: Some(stop), thread: Some(thread) })
    }

    /// Where browsers find it: on this machine and, where it is open to others, from theirs.
    pub fn urls(&self, base: &str) -> Vec<String> {
        let port = self.address.port();
        let base = encoded(base);
        let host = |host: String| format!("http://{host}:{port}{base}");
        let ip = self.address.ip();
        let named = |ip: std::net::IpAddr| if ip.is_ipv6() { format!("[{ip}]") } else { ip.to_string() };
        let here = host("localhost".to_owned());
        match (ip.is_unspecified(), ip.is_loopback()) {
            (true, _) => [Some(here), outward().map(|ip| host(named(ip)))].into_iter().flatten().collect(),
            // Not every machine knows its IPv6 by that name.
            (_, true) if ip.is_ipv4() => vec![here],
            _ => vec![host(named(ip))],
        }
    }

    /// Runs until the program is ended.
    ///
    /// # Errors
    /// Where the server ends by itself.
    pub fn wait(mut self) -> Result<(), Error> {
        match self.thread.take().map(JoinHandle::join) {
            None | Some(Ok(Ok(()))) => Ok(()),
            Some(Ok(Err(error))) => Err(Error::Port { port: self.address.port(), error }),
            Some(Err(panic)) => std::panic::resume_unwind(panic),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // The server's end of this channel learns that the other one is gone.
        drop(self.stop.take());
        if let Some(Err(_)) = self.thread.take().map(JoinHandle::join) {
            eprintln!("the server at {} did not end well", self.address);
        }
    }
}

const THIS_MACHINE: &str = "127.0.0.1";

/// The address by which this machine speaks to others. Nothing is sent to the one that is named: it is kept for examples.
fn outward() -> Option<std::net::IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect("192.0.2.1:9").ok()?;
    Some(socket.local_addr().ok()?.ip())
}

async fn respond(State(site): State<StaticSite>, request: Request<Body>) -> Response<Body> {
    let path = request.uri().path().to_owned();
    let base = encoded(&site.base);
    if base.strip_suffix('/') == Some(&encoded(&path)) {
        return redirect(&base, request.uri().query());
    }
    let Some(rest) = strip(&path, &base) else {
        return not_found(&site, request).await;
    };
    let file = if rest.ends_with('/') { format!("{rest}index.html") } else { rest.to_owned() };
    let on_disk = site.dir.join(file.trim_start_matches('/'));
    if on_disk.is_dir() {
        return redirect(&format!("{path}/"), request.uri().query());
    }
    let response = send(&site, &file, request).await;
    match response {
        Ok(response) => response,
        Err(request) => match lettered(rest).filter(|rest| site.dir.join(rest.trim_start_matches('/')).exists()) {
            Some(rest) => redirect(&format!("{}{rest}", base.trim_end_matches('/')), request.uri().query()),
            None => not_found(&site, request).await,
        },
    }
}

/// The path in the copy of a version whose name had no letter when the path was written.
fn lettered(path: &str) -> Option<String> {
    let rest = path.strip_prefix("/v/").filter(|rest| !rest.starts_with(VERSION_LETTER))?;
    Some(format!("/v/{VERSION_LETTER}{rest}"))
}

/// Sends a file of the site, or gives the request back where there is none.
async fn send(site: &StaticSite, file: &str, request: Request<Body>) -> Result<Response<Body>, Request<Body>> {
    let (mut parts, body) = request.into_parts();
    let asked = std::mem::replace(&mut parts.uri, file.parse().unwrap_or_default());
    let files =
        ServeDir::new(&site.dir).precompressed_br().precompressed_gzip().append_index_html_on_directories(false);
    let kept = parts.clone();
    let mut response = match files.oneshot(Request::from_parts(parts, body)).await {
        Ok(response) if response.status() != StatusCode::NOT_FOUND => response.map(Body::new),
        _ => {
            let mut parts = kept;
            parts.uri = asked;
            return Err(Request::from_parts(parts, Body::empty()));
        }
    };
    let fields = response.headers_mut();
    fields.insert(VARY, HeaderValue::from_static("accept-encoding"));
    for (name, value) in FileKind::of(file).headers() {
        fields.insert(name, HeaderValue::from_static(value));
    }
    if file.ends_with(".html") {
        fields.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    }
    Ok(response)
}

async fn not_found(site: &StaticSite, request: Request<Body>) -> Response<Body> {
    let english = strip(request.uri().path(), &site.base).is_some_and(|rest| rest.starts_with("/en/"));
    let page = if english { "/en/404.html" } else { "/404.html" };
    match send(site, page, request).await {
        Ok(mut response) => {
            *response.status_mut() = StatusCode::NOT_FOUND;
            response
        }
        Err(_) => status(StatusCode::NOT_FOUND),
    }
}

fn redirect(to: &str, query: Option<&str>) -> Response<Body> {
    let mut response = status(StatusCode::PERMANENT_REDIRECT);
    // Two slashes at the start would name another host.
    let to = format!("/{}", to.trim_start_matches('/'));
    let to = match query {
        Some(query) => format!("{to}?{query}"),
        None => to,
    };
    if let Ok(value) = HeaderValue::from_str(&to) {
        response.headers_mut().insert(LOCATION, value);
    }
    response
}

fn status(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}
