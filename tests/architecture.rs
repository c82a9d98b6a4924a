//! The arrows between modules point one way; ARCHITECTURE.md says why.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What each module may use of the others. What stands here is what ARCHITECTURE.md draws.
const MAY_USE: [(&str, &[&str]); 19] = [
    ("text", &[]),
    ("line_break", &[]),
    ("theme", &[]),
    ("arguments", &[]),
    ("quantity", &["text"]),
    ("plan", &["quantity", "text"]),
    ("words", &["plan", "quantity"]),
    ("route", &["plan", "quantity", "words"]),
    ("story", &["plan", "text"]),
    ("check", &["plan", "quantity", "route", "words"]),
    ("figure", &["line_break", "plan", "quantity", "text", "theme", "words"]),
    ("embed", &["figure", "line_break", "plan", "quantity", "route", "words"]),
    (
        "view",
        &[
            "check",
            "embed",
            "figure",
            "line_break",
            "open",
            "plan",
            "quantity",
            "route",
            "story",
            "text",
            "theme",
            "words",
        ],
    ),
    ("live", &["figure", "plan", "quantity", "view"]),
    ("open", &["plan", "quantity", "route"]),
    ("serve", &[]),
    ("sizes", &["prerender"]),
    ("picture", &["figure", "plan", "quantity", "theme", "words"]),
    (
        "prerender",
        &["check", "embed", "figure", "open", "picture", "plan", "quantity", "route", "serve", "theme", "view"],
    ),
];

/// Libraries that only some modules may know.
const LIBRARIES: [(&str, &[&str]); 10] = [
    ("jieba_rs", &["line_break"]),
    ("yew", &["view", "live", "prerender"]),
    ("web_sys", &["view", "live"]),
    ("plotters", &["figure", "view"]),
    ("toml", &["plan"]),
    ("axum", &["serve"]),
    ("gloo", &["view", "live"]),
    ("wasm_bindgen", &["view", "live"]),
    ("plotters_canvas", &["view"]),
    ("resvg", &["picture"]),
];

fn sources(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).expect("src can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn module_of(path: &Path) -> String {
    let first = path.strip_prefix("src").expect("it lies in src").components().next().expect("it has a name");
    first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// Each source file but the roots, with its module and its code without comments.
fn code() -> Vec<(PathBuf, String, String)> {
    let mut files = Vec::new();
    sources(Path::new("src"), &mut files);
    files
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("the file can be read");
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
            (path.clone(), module_of(&path), code)
        })
        .filter(|(_, module, _)| !["lib", "main", "bin"].contains(&module.as_str()))
        .collect()
}

#[test]
fn modules_use_only_what_lies_below_them() {
    for (path, module, code) in code() {
        // What this test could not follow.
        assert!(!code.contains("crate::{") && !code.contains("super::super::"), "{}: name each module", path.display());
        let (_, allowed) = MAY_USE
            .iter()
            .find(|(name, _)| *name == module)
            .unwrap_or_else(|| panic!("{}: the module {module} has no place in the architecture", path.display()));
        let used: BTreeSet<&str> = code
            .split("crate::")
            .skip(1)
            .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or(""))
            .filter(|name| !name.is_empty() && *name != module)
            .collect();
        for name in used {
            assert!(allowed.contains(&name), "{}: {module} must not use {name}", path.display());
        }
    }
}

#[test]
fn libraries_stay_in_the_modules_that_wrap_them() {
    for (path, module, code) in code() {
        for (library, allowed) in LIBRARIES {
            let used = code.contains(&format!("{library}::")) || code.contains(&format!("use {library};"));
            assert!(
                !used || allowed.contains(&module.as_str()),
                "{}: {module} must not know {library}",
                path.display()
            );
        }
    }
}

#[test]
fn no_colour_stands_outside_the_tokens() {
    for (path, module, code) in code() {
        if module == "theme" {
            continue;
        }
        for (position, _) in code.match_indices("\"#") {
            let digits = code[position + 2..].chars().take_while(char::is_ascii_hexdigit).count();
            assert!(digits != 6 && digits != 3, "{}: a colour outside the tokens", path.display());
        }
    }
    for entry in std::fs::read_dir("styles").expect("styles can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.extension().is_none_or(|ending| ending != "css")
            || path.ends_with("tokens.css")
            || path.ends_with("print.css")
        {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("the sheet can be read");
        assert!(!text.contains('#'), "{}: a colour outside the tokens", path.display());
    }
}

#[test]
fn programs_are_thin() {
    let mut files = Vec::new();
    sources(Path::new("src/bin"), &mut files);
    files.push("src/main.rs".into());
    for path in files {
        let lines = std::fs::read_to_string(&path).expect("the file can be read").lines().count();
        assert!(lines < 40, "{} has {lines} lines", path.display());
    }
}
