//! The arrows between modules point one way; ARCHITECTURE.md says why.

mod imports;

use imports::{File, Library, rust_files};
use std::path::Path;

/// Libraries that only some modules may know.
const LIBRARIES: [(&str, &[&str]); 21] = [
    ("axum", &["site::server"]),
    ("csv", &["site::open"]),
    ("gloo", &["app::browser::timer", "app::start"]),
    ("js_sys", &["app"]),
    ("miette", &["site::source"]),
    ("pack", &["search::tests", "site"]),
    ("percent_encoding", &["app", "route"]),
    ("plotters", &["app::chart", "figure"]),
    ("plotters_backend", &["app::chart", "figure"]),
    ("plotters_canvas", &["app::chart"]),
    ("postcard", &["app::start", "bundle", "check"]),
    ("qrcodegen", &["figure::code"]),
    ("resvg", &["site::picture"]),
    ("rust_xlsxwriter", &["site::open", "site::prerender"]),
    ("schemars", &["site::open"]),
    ("toml", &["site::source"]),
    ("tower_http", &["site::server"]),
    ("wasm_bindgen", &["app"]),
    ("web_sys", &["app"]),
    ("yew", &["app", "site::prerender"]),
    ("zip", &["site::document", "site::prerender"]),
];

/// All that the native side may know of the app: the rest of it asks for a browser.
const APP_FOR_SITE: [&str; 7] =
    ["App", "AppProps", "SiteContext", "PART_ATTRIBUTE", "PROMISES_SHOWN", "part_names", "widget"];

/// The modules from the bottom up, as ARCHITECTURE.md lists them.
fn order() -> Vec<String> {
    let document = std::fs::read_to_string("ARCHITECTURE.md").expect("the document is there");
    let names = document.lines().filter(|line| line.starts_with("| `")).flat_map(|line| {
        let cell = line.split('|').nth(1).unwrap_or_default();
        cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()
    });
    names.collect()
}

/// A file's name for messages.
fn shown(file: &File) -> String {
    file.path.display().to_string()
}

#[test]
fn modules_use_only_what_lies_below_them() {
    let library = Library::read();
    let order = order();
    assert!(order.len() > 12, "the table of ARCHITECTURE.md is not found");
    let rank = |module: &str| {
        order.iter().position(|name| name == module).unwrap_or_else(|| panic!("ARCHITECTURE.md does not know {module}"))
    };
    for file in library.files().filter(|file| !file.module.is_empty()) {
        for (module, name) in library.uses(file) {
            let Some(below) = module.first() else { continue };
            let allowed = below == file.top() || rank(below) < rank(file.top());
            assert!(allowed, "{} must not use {below} ({name})", shown(file));
        }
    }
}

#[test]
fn every_module_of_the_library_stands_in_the_document_and_every_one_of_the_document_is_there() {
    let library = Library::read();
    let tops: Vec<&str> = library.files().map(File::top).filter(|top| !top.is_empty()).collect();
    for module in order().iter().filter(|name| !["main", "bin/*"].contains(&name.as_str())) {
        assert!(tops.contains(&module.as_str()), "ARCHITECTURE.md tells of {module}");
    }
}

#[test]
fn no_two_files_use_each_other() {
    let found: Vec<String> = Library::read().cycles().iter().map(|files| files.join(" ")).collect();
    assert_eq!(found, [""; 0], "files that use each other in a circle");
}

#[test]
fn every_file_belongs_to_the_library() {
    let library = Library::read();
    for file in library.files().filter(|file| !file.module.is_empty()) {
        let (name, up) = file.module.split_last().expect("it has a name");
        let parent = library.files().find(|parent| parent.module == up).expect("a module has a parent");
        assert!(parent.children.contains(name), "{} is compiled into nothing", shown(file));
    }
}

#[test]
fn the_native_side_takes_from_the_app_what_renders_a_page_and_nothing_else() {
    let library = Library::read();
    for file in library.files().filter(|file| file.top() == "site") {
        for (module, name) in
            library.uses(file).into_iter().filter(|(module, _)| module.first().is_some_and(|top| top == "app"))
        {
            assert!(APP_FOR_SITE.contains(&name.as_str()), "{} uses {}::{name}", shown(file), module.join("::"));
        }
    }
}

#[test]
fn libraries_stay_in_the_modules_that_wrap_them() {
    let code = Library::read();
    for file in code.files() {
        for (library, allowed) in LIBRARIES {
            let known = allowed.iter().any(|module| file.lies_in(module));
            assert!(known || !code.knows(file, library), "{}: {} must not know {library}", shown(file), file.name());
        }
    }
}

#[test]
fn one_line_of_the_library_tells_native_from_browser() {
    for file in Library::read().files() {
        let count = file.text.matches("target_arch").count();
        let wanted = usize::from(file.module.is_empty());
        assert_eq!(count, wanted, "{}: conditions on the target", shown(file));
    }
    let root = std::fs::read_to_string("src/lib.rs").expect("the file can be read");
    assert!(root.contains("#[cfg(not(target_arch = \"wasm32\"))]\npub mod site;"), "what is native is `site`");
}

#[test]
fn no_colour_stands_outside_the_tokens() {
    let mut files = Vec::new();
    rust_files(Path::new("src"), &mut files);
    for path in files.iter().filter(|path| !path.ends_with("color.rs")) {
        let code = std::fs::read_to_string(path).expect("the file can be read");
        for (position, _) in code.match_indices("\"#") {
            let digits = code[position + 2..].chars().take_while(char::is_ascii_hexdigit).count();
            assert!(digits != 6 && digits != 3, "{}: a colour outside the tokens", path.display());
        }
    }
    for entry in std::fs::read_dir("styles").expect("styles can be read") {
        let path = entry.expect("the entry can be read").path();
        let exempt = path.ends_with("tokens.css") || path.ends_with("print.css");
        if exempt || path.extension().is_none_or(|ending| ending != "css") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("the sheet can be read");
        assert!(!text.contains('#'), "{}: a colour outside the tokens", path.display());
    }
}

#[test]
fn the_floor_of_browsers_names_what_the_program_is_built_with() {
    let script = std::fs::read_to_string("scripts/shrink.mjs").expect("the script can be read");
    let document = std::fs::read_to_string("docs/browsers.md").expect("the document can be read");
    let list = script.split_once("FEATURES = [").and_then(|(_, rest)| rest.split_once(']')).expect("it lists them").0;
    let features: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
    assert!(features.len() > 4, "{features:?}");
    for feature in features {
        assert!(document.contains(&format!("| `{feature}` |")), "docs/browsers.md does not know {feature}");
    }
}

#[test]
fn every_test_that_the_document_of_accessibility_names_is_there() {
    fn sources(folder: &Path, text: &mut String) {
        for entry in std::fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                sources(&path, text);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                text.push_str(&std::fs::read_to_string(&path).expect("the file is text"));
            }
        }
    }
    let mut tests = String::new();
    sources(Path::new("tests"), &mut tests);
    let document = std::fs::read_to_string("docs/accessibility.md").expect("the document is there");
    let rows = document.lines().filter(|line| line.starts_with("| ")).count();
    assert!(rows > 95, "{rows} rows");
    let names = document.split('`').skip(1).step_by(2).filter(|name| name.len() > 20 && !name.contains(' '));
    let missing: Vec<&str> = names.filter(|name| !tests.contains(&format!("fn {name}("))).collect();
    assert!(missing.is_empty(), "no test is named {missing:?}");
}
