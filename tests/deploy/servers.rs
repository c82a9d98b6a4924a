//! Real servers of others, started on a free port of this machine with the files of `deploy/`.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a server may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// A server at work; it ends when dropped.
pub struct Host {
    pub home: String,
    process: Child,
}

/// A program, with what it is started by.
pub struct Start {
    port: u16,
    command: Command,
}

impl Host {
    /// None where the program is not there.
    pub fn start(start: Start) -> Option<Host> {
        let Start { port, mut command } = start;
        let process = match command.stdin(Stdio::null()).stdout(Stdio::null()).spawn() {
            Ok(process) => process,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return None,
            Err(error) => panic!("{command:?}: {error}"),
        };
        let mut host = Host { home: format!("http://127.0.0.1:{port}"), process };
        let begun = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let ended = host.process.try_wait().expect("the program can be asked");
            assert!(ended.is_none(), "{command:?} ended: {ended:?}");
            assert!(begun.elapsed() < PATIENCE, "{command:?} does not listen");
            std::thread::sleep(Duration::from_millis(20));
        }
        Some(host)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A port that is free now.
fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port can be had");
    listener.local_addr().expect("it has an address").port()
}

/// An empty folder for a server's own files.
fn folder(name: &str) -> PathBuf {
    let dir = PathBuf::from("target/altered").join(name);
    let _ = std::fs::remove_dir_all(&dir);
    std::fs::create_dir_all(&dir).expect("a folder can be made");
    dir.canonicalize().expect("the folder has an address")
}

fn replaced(config: &str, from: &str, to: &str) -> String {
    assert!(config.contains(from), "the configuration has no `{from}`");
    config.replace(from, to)
}

/// nginx with our server alone, for this folder.
pub fn nginx_with(config: &str, dir: &Path) -> Start {
    let (port, own) = (free_port(), folder("nginx"));
    let server = replaced(config, "listen 80;", &format!("listen 127.0.0.1:{port};"));
    let server = replaced(&server, "root /var/www/plan;", &format!("root \"{}\";", dir.display()));
    let server = replaced(&server, "include mime.types;", "include /etc/nginx/mime.types;");
    let paths: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("    {kind}_temp_path \"{}/{kind}\";\n", own.display()))
        .concat();
    // In one process, which ends when it is told to.
    let whole = format!(
        "daemon off;\nmaster_process off;\npid \"{0}/pid\";\nerror_log stderr error;\nevents {{}}\nhttp {{\n    access_log off;\n{paths}\n{server}\n}}\n",
        own.display()
    );
    let file = own.join("nginx.conf");
    std::fs::write(&file, whole).expect("the configuration can be written");
    let mut command = Command::new("nginx");
    command.arg("-c").arg(&file).arg("-p").arg(&own);
    // Debian has it where only root looks.
    let path = std::env::var("PATH").unwrap_or_default();
    command.env("PATH", format!("{path}:/usr/sbin"));
    Start { port, command }
}

/// Caddy with our site alone, for this folder.
pub fn caddy_with(config: &str, dir: &Path) -> Start {
    let (port, own) = (free_port(), folder("caddy"));
    let site = replaced(config, "plan.example {", &format!("http://127.0.0.1:{port} {{"));
    let site = replaced(&site, "root * /var/www/plan", &format!("root * \"{}\"", dir.display()));
    let file = own.join("Caddyfile");
    std::fs::write(&file, format!("{{\n\tadmin off\n}}\n\n{site}")).expect("the configuration can be written");
    let mut command = Command::new("caddy");
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(&file);
    command.env("HOME", &own).env("XDG_DATA_HOME", &own).env("XDG_CONFIG_HOME", &own).stderr(Stdio::null());
    Start { port, command }
}
