//! What set-up says where something is missing: each message names its remedy, and ends the command.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The parts of Debian's base that the scripts use.
const BASE: [&str; 18] = [
    "awk", "bash", "cksum", "cut", "dirname", "grep", "head", "id", "ln", "mkdir", "mktemp", "mv", "rm", "sed", "sort",
    "touch", "tr", "uname",
];

/// A cargo that leaves the folder of what it is to install.
const INSTALLS: &str = r#"[ "$1" = install ] && mkdir -p "$6/bin"; exit 0"#;

/// A machine of stand-ins: nothing outside of it is found.
struct Machine {
    dir: PathBuf,
}

impl Machine {
    /// One on which everything is there but what is named.
    fn without(name: &str, missing: &[&str]) -> Machine {
        // A name as people give their folders.
        let dir = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/altered/set up 毕节").join(name);
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(dir.join("bin")).expect("a folder can be made");
        let machine = Machine { dir };
        for tool in BASE {
            let place = ["/usr/bin", "/bin"].iter().map(|bin| Path::new(bin).join(tool)).find(|place| place.exists());
            symlink(place.expect("Debian's base has it"), machine.dir.join("bin").join(tool)).expect("a new link");
        }
        fs::create_dir_all(machine.dir.join("sysroot/lib/rustlib/wasm32-unknown-unknown")).expect("a folder");
        let sysroot = machine.dir.join("sysroot");
        let rustc =
            format!(r#"case $1 in --version) echo "rustc 1.95.0 (x)";; *) echo "{}";; esac"#, sysroot.display());
        for (tool, script) in [
            ("cargo", "exit 0"),
            ("rustup", "exit 0"),
            ("rustc", &rustc),
            ("node", "echo v20.19.0"),
            ("npm", "exit 0"),
            ("cc", "exit 0"),
            ("chromium", "exit 0"),
            ("chromium-headless-shell", "exit 0"),
            ("chromedriver", "exit 0"),
            ("firefox-esr", "exit 0"),
            ("WebKitWebDriver", "exit 0"),
            ("Xvfb", "exit 0"),
            ("apt-get", "exit 0"),
        ] {
            if !missing.contains(&tool) {
                machine.put(tool, script);
            }
        }
        machine
    }

    fn put(&self, tool: &str, script: &str) -> &Machine {
        let path = self.dir.join("bin").join(tool);
        let _ = fs::remove_file(&path);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a file can be written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a file of ours");
        self
    }

    /// Whether set-up for `purpose` succeeded, and all that it said.
    fn set_up(&self, purpose: &str) -> (bool, String) {
        self.run(Path::new(env!("CARGO_MANIFEST_DIR")), &["bash", "scripts/setup", purpose])
    }

    fn run(&self, folder: &Path, command: &[&str]) -> (bool, String) {
        let output = Command::new(self.dir.join("bin").join(command[0]))
            .args(&command[1..])
            .current_dir(folder)
            .env_clear()
            .env("HOME", &self.dir)
            .env("PATH", self.dir.join("bin"))
            .output()
            .expect("it runs");
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(said).expect("messages are text"))
    }

    fn fails(&self, purpose: &str, parts: &[&str]) {
        let (success, said) = self.set_up(purpose);
        assert!(!success, "set-up went on: {said}");
        let last = said.lines().last().unwrap_or_default();
        for part in parts {
            assert!(last.contains(part), "{part:?} is not in the last line of\n{said}");
        }
    }
}

#[test]
fn a_machine_without_rust_learns_where_to_get_it() {
    Machine::without("no-rustup", &["rustup"]).fails("build", &["rustup is missing", "https://rustup.rs"]);
    Machine::without("no-cargo", &["cargo"]).fails("build", &["rustup is missing", "https://rustup.rs"]);
}

#[test]
fn a_compiler_that_rustup_cannot_install_ends_set_up() {
    let machine = Machine::without("no-compiler", &[]);
    machine.put("rustc", "echo error: could not download >&2; exit 1");
    let (_, said) = machine.set_up("build");
    assert!(said.contains("could not download"), "what rustup says is kept from readers: {said}");
    machine.fails("build", &["rustup could not install the compiler"]);
}

#[test]
fn a_machine_without_node_or_with_an_old_one_learns_where_to_get_it() {
    Machine::without("no-node", &["node"]).fails("build", &["node and npm are missing", "https://nodejs.org"]);
    Machine::without("no-npm", &["npm"]).fails("build", &["node and npm are missing", "https://nodejs.org"]);
    let machine = Machine::without("old-node", &[]);
    machine.put("node", "echo v18.19.0");
    machine.fails("build", &["node 18.19.0 is too old", "https://nodejs.org"]);
}

#[test]
fn missing_packages_are_named_where_they_cannot_be_installed() {
    let elsewhere = Machine::without("not-debian", &["apt-get", "cc"]);
    elsewhere.fails("build", &["linking", "not Debian", "gcc libc6-dev"]);
    let guest = Machine::without("not-root", &["cc"]);
    guest.put("id", "echo 1000").fails("build", &["linking", "sudo apt-get install gcc libc6-dev"]);
    let offline = Machine::without("no-packages", &["cc"]);
    offline.put("apt-get", "exit 100").fails("build", &["apt-get", "gcc libc6-dev"]);
    let browsers = Machine::without("no-browsers", &["chromium", "firefox-esr", "apt-get"]);
    browsers.put("cargo", INSTALLS);
    browsers.fails("test", &["the browser tests", "chromium firefox-esr"]);
}

#[test]
fn where_the_chromium_without_windows_cannot_be_had_the_tests_use_the_whole() {
    let machine = Machine::without("no-headless-shell", &["chromium-headless-shell"]);
    machine.put("cargo", INSTALLS).put("id", "echo 0").put("apt-get", "exit 100");
    let (success, said) = machine.set_up("test");
    assert!(success && said.contains("the tests use Chromium itself"), "{said}");
    machine.put("chromium-headless-shell", "exit 0");
    let (success, said) = machine.set_up("test");
    assert!(success && said.is_empty(), "{said}");
}

#[test]
fn where_webkit_cannot_be_had_it_is_said_and_set_up_goes_on() {
    let machine = Machine::without("no-webkit", &["WebKitWebDriver"]);
    machine.put("cargo", INSTALLS).put("id", "echo 0").put("apt-get", "exit 100");
    let (success, said) = machine.set_up("test");
    assert!(success && said.contains("WebKit is not tried"), "{said}");
}

#[test]
fn a_tool_that_cannot_be_built_is_named_and_leaves_nothing_half_done() {
    let machine = Machine::without("no-tools", &[]);
    machine
        .put("cargo", r#"[ "$1" = fetch ]"#)
        .fails("build", &["building wasm-bindgen-cli", "failed", "run it again"]);
    let tools = machine.dir.join(".cache/five-new-bijies/tools");
    assert_eq!(fs::read_dir(tools).expect("the folder was made").count(), 0);
}

#[test]
fn crates_that_cannot_be_downloaded_are_named_as_such() {
    let machine = Machine::without("no-crates", &[]);
    machine.put("cargo", "exit 101").fails("build", &["crates could not be downloaded", "cargo fetch --locked"]);
}

#[test]
fn the_browsers_library_comes_from_rustup_and_where_that_has_none_from_debian() {
    let library = "sysroot/lib/rustlib/wasm32-unknown-unknown";
    let machine = |name: &str, rustup: &str| {
        let machine = Machine::without(name, &[]);
        fs::remove_dir(machine.dir.join(library)).expect("it was made a moment ago");
        machine.put("cargo", INSTALLS).put("rustup", rustup);
        machine
    };
    let brings = machine("wasm-by-rustup", "");
    brings.put("rustup", &format!(r#"[ "$1" = target ] && mkdir -p "{}""#, brings.dir.join(library).display()));
    let (success, said) = brings.set_up("build");
    assert!(success && said.contains("wasm32-unknown-unknown") && !said.contains("Debian"), "{said}");
    // It may refuse, or say that all is well where nothing came.
    for (name, rustup) in [("wasm-by-debian", "[ $1 = toolchain ]"), ("wasm-by-debian-too", "exit 0")] {
        let (success, said) = machine(name, rustup).set_up("build");
        assert!(success && said.contains("using Debian's compiler"), "{rustup}: {said}");
    }
}

#[test]
fn a_download_that_failed_once_is_tried_again() {
    let machine = Machine::without("wasm-later", &["apt-get"]);
    let library = machine.dir.join("sysroot/lib/rustlib/wasm32-unknown-unknown");
    fs::remove_dir(&library).expect("it was made a moment ago");
    machine.put("cargo", INSTALLS).put("rustup", "exit 1");
    let (success, said) = machine.set_up("build");
    // Where Debian's compiler is installed already it takes the place of what rustup lacks.
    if !success {
        assert!(said.contains("rustup target add wasm32-unknown-unknown"), "{said}");
        machine.put("rustup", &format!(r#"[ "$1" = target ] && mkdir -p "{}""#, library.display()));
        let (success, said) = machine.set_up("build");
        assert!(success, "{said}");
    }
}

#[test]
fn where_all_is_there_nothing_is_said() {
    let machine = Machine::without("complete", &[]);
    machine.put("cargo", INSTALLS);
    let (success, said) = machine.set_up("build");
    assert!(success && said.contains("building trunk"), "{said}");
    let (success, said) = machine.set_up("build");
    assert!(success && said.is_empty(), "{said}");
}

/// A cargo that notes what it is asked to run, an argument a line; set-up may install with it.
const NOTES: &str = r#"case $1 in install) mkdir -p "$6/bin";; run) printf '%s\n' "$@" >>"$HOME/asked";; esac"#;

#[test]
fn folders_may_have_spaces_and_chinese_names() {
    let machine = Machine::without("any names", &[]);
    for tool in ["make", "find", "env", "cp"] {
        symlink(Path::new("/usr/bin").join(tool), machine.dir.join("bin").join(tool)).expect("a new link");
    }
    machine
        .put("cargo", NOTES)
        .put("trunk", r#"[ "$1" = --version ] || { mkdir -p target/shell; touch target/shell/index.html; }"#);
    // A clone of what `make` looks at.
    let clone = machine.dir.join("我的 clone");
    for folder in ["src", "styles", "scripts"] {
        fs::create_dir_all(clone.join(folder)).expect("a folder can be made");
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let scripts = fs::read_dir(root.join("scripts")).expect("the scripts are there");
    let scripts = scripts.map(|entry| format!("scripts/{}", entry.expect("it can be read").file_name().display()));
    let others =
        ["Makefile", "Cargo.toml", "Cargo.lock", "Trunk.toml", "index.html", "package-lock.json", "src/bin/check.rs"];
    fs::create_dir_all(clone.join("src/bin")).expect("a folder can be made");
    for file in scripts.chain(others.map(str::to_owned)) {
        fs::copy(root.join(&file), clone.join(&file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    }
    fs::write(clone.join("文章 c.txt"), "").expect("a file can be written");
    for arguments in
        [&["build", "PLAN=计划 'a'", "DIST=网站 \"b\""][..], &["verify", "PLAN=计划 'a'", "ARTICLE=文章 c.txt"]]
    {
        let (success, said) = machine.run(&clone, &[&["make"], arguments].concat());
        assert!(success, "make {arguments:?}: {said}");
    }
    assert!(clone.join("target/shell/index.html").exists());
    let asked = fs::read_to_string(machine.dir.join("asked")).expect("cargo was run");
    for expected in ["--data\n计划 'a'\n--shell\n", "--out\n网站 \"b\"\n", "\n文章 c.txt\n--data\n计划 'a'\n"] {
        assert!(asked.contains(expected), "{expected:?} is not in\n{asked}");
    }
}
