//! What each file under `src/` uses of the others, read from its `use` items and paths.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A source file without its comments, literals and tests.
pub struct File {
    pub path: PathBuf,
    /// `["app", "chart", "plot"]` for `src/app/chart/plot.rs`; empty for the root of the library.
    pub module: Vec<String>,
    pub code: String,
    imports: Vec<Import>,
}

/// A path of a `use` item, or one that stands by itself in the code.
struct Import {
    path: Vec<String>,
    /// The name by which the file knows it.
    name: String,
    /// Offered to others under this module's name: no use of its own.
    offered: bool,
}

/// The files of the library. The programs, which stand above all of it, are not among them.
pub struct Library {
    files: BTreeMap<Vec<String>, File>,
}

impl File {
    pub fn name(&self) -> String {
        self.module.join("::")
    }

    /// The module directly under the root of the library.
    pub fn top(&self) -> &str {
        self.module.first().map_or("", String::as_str)
    }

    /// Whether the file lies in the module `of`, as in `site::source`.
    pub fn lies_in(&self, of: &str) -> bool {
        self.name() == of || self.name().starts_with(&format!("{of}::"))
    }
}

impl Library {
    pub fn read() -> Library {
        let mut paths = Vec::new();
        rust_files(Path::new("src"), &mut paths);
        let files = paths.into_iter().filter_map(|path| {
            let module = module_of(&path)?;
            let text = std::fs::read_to_string(&path).expect("the file can be read");
            let code = bare(&text);
            let imports = imports(&code);
            Some((module.clone(), File { path, module, code, imports }))
        });
        Library { files: files.collect() }
    }

    pub fn files(&self) -> impl Iterator<Item = &File> {
        self.files.values()
    }

    /// The files that define what `file` uses, with the name that is used of each.
    pub fn uses(&self, file: &File) -> BTreeSet<(Vec<String>, String)> {
        let mut used = BTreeSet::new();
        for import in file.imports.iter().filter(|import| !import.offered) {
            let Some((module, name)) = self.resolve(&file.module, &import.path, 0) else { continue };
            // Of a module that is used by its name, what is named behind it counts.
            let inner: Vec<_> = match name.is_empty() {
                true => inline_paths(&file.code, &import.name),
                false => Vec::new(),
            };
            if inner.is_empty() {
                used.insert((module, name));
                continue;
            }
            for path in inner {
                used.extend(self.within(&module, &path[1..], 0));
            }
        }
        // Modules that the file declares are known to it without an import.
        for child in self.files.keys().filter(|child| child.split_last().is_some_and(|(_, up)| up == file.module)) {
            for path in inline_paths(&file.code, child.last().expect("a child has a name")) {
                used.extend(self.within(&file.module, &path, 0));
            }
        }
        used.retain(|(module, _)| *module != file.module);
        used
    }

    /// The module of the library and the name in it that a path means; none for paths of other crates.
    fn resolve(&self, from: &[String], path: &[String], depth: usize) -> Option<(Vec<String>, String)> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => self.within(&[], rest, depth),
            "self" => self.within(from, rest, depth),
            "super" => {
                let up = &from[..from.len().checked_sub(1)?];
                // A parent's parent: `super::super`.
                match rest.first().map(String::as_str) {
                    Some("super") => self.resolve(up, rest, depth),
                    _ => self.within(up, rest, depth),
                }
            }
            child => {
                let module = [from, &[child.to_owned()]].concat();
                self.files.contains_key(&module).then(|| self.within(&module, rest, depth))?
            }
        }
    }

    /// What a path means that begins in `module`: into its children, and through what it offers of others.
    fn within(&self, module: &[String], path: &[String], depth: usize) -> Option<(Vec<String>, String)> {
        let Some((first, rest)) = path.split_first() else { return Some((module.to_vec(), String::new())) };
        if first == "self" {
            return self.within(module, rest, depth);
        }
        let child = [module, std::slice::from_ref(first)].concat();
        if self.files.contains_key(&child) {
            return self.within(&child, rest, depth);
        }
        let known =
            self.files.get(module)?.imports.iter().find(|import| import.name == *first && import.path.len() > 1);
        // Imports of imports end somewhere; this only guards against reading them wrongly.
        if let Some(import) = known.filter(|_| depth < 8)
            && let Some((module, name)) = self.resolve(module, &import.path, depth + 1)
        {
            return if name.is_empty() { self.within(&module, rest, depth + 1) } else { Some((module, name)) };
        }
        Some((module.to_vec(), first.clone()))
    }

    /// Groups of files that use each other in a circle, by their names. A module and the files under it are one, and so
    /// are the records of the plan, which name each other by `Ref`: what they use of each other is no circle.
    pub fn cycles(&self) -> Vec<Vec<String>> {
        let record = |module: &[String]| module.starts_with(&["plan".to_owned(), "records".to_owned()]);
        let strangers =
            |a: &[String], b: &[String]| !a.starts_with(b) && !b.starts_with(a) && !(record(a) && record(b));
        let uses = |file: &File| -> BTreeSet<Vec<String>> {
            let used = self.uses(file).into_iter().map(|(module, _)| module);
            used.filter(|used| strangers(used, &file.module)).collect()
        };
        let edges: BTreeMap<&Vec<String>, _> = self.files.iter().map(|(module, file)| (module, uses(file))).collect();
        let reached = |from: &Vec<String>| {
            let mut reached = BTreeSet::new();
            let mut ahead: Vec<&Vec<String>> = edges[from].iter().collect();
            while let Some(next) = ahead.pop() {
                if reached.insert(next.clone()) {
                    ahead.extend(edges.get(next).into_iter().flatten());
                }
            }
            reached
        };
        let reach: BTreeMap<&Vec<String>, BTreeSet<Vec<String>>> =
            edges.keys().map(|module| (*module, reached(module))).collect();
        let mut groups = BTreeSet::new();
        for (module, there) in &reach {
            let group: Vec<String> =
                there.iter().filter(|other| reach[*other].contains(*module)).map(|other| other.join("::")).collect();
            if !group.is_empty() {
                groups.insert(group);
            }
        }
        groups.into_iter().collect()
    }
}

pub fn rust_files(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
}

/// None for programs and tests.
fn module_of(path: &Path) -> Option<Vec<String>> {
    let path = path.strip_prefix("src").expect("it lies in src").with_extension("");
    let mut module: Vec<String> = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    match module.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["main"] | ["bin", ..] | [.., "tests"] => return None,
        ["lib"] | [.., "mod"] => {
            module.pop();
        }
        _ => {}
    }
    Some(module)
}

/// The code without comments and tests, its literals empty.
fn bare(text: &str) -> String {
    let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n");
    let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let mut bare = String::new();
    let mut inside = false;
    let mut escaped = false;
    for c in code.chars() {
        match c {
            '"' if !escaped => {
                inside = !inside;
                bare.push(c);
            }
            _ if !inside => bare.push(c),
            _ => {}
        }
        escaped = c == '\\' && !escaped;
    }
    bare
}

fn imports(code: &str) -> Vec<Import> {
    let mut imports = Vec::new();
    let mut rest = String::new();
    // Line by line up to the semicolon: rustfmt begins each item on a line of its own.
    let mut lines = code.lines();
    while let Some(line) = lines.next() {
        let item = line.trim_start();
        let visible = item.split_once("use ").filter(|(before, _)| before.is_empty() || before.starts_with("pub"));
        let Some((before, tree)) = visible else {
            rest.push_str(line);
            rest.push('\n');
            continue;
        };
        let mut tree = tree.to_owned();
        while !tree.contains(';') {
            tree.push_str(lines.next().expect("an item ends"));
        }
        let tree: String = tree.split(';').next().unwrap_or_default().to_owned();
        // Visible inside the crate only is a use as well as an offer; it stands for an offer.
        expand(&tree, &[], !before.is_empty(), &mut imports);
    }
    for root in ["crate", "super", "self"] {
        imports.extend(inline_paths(&rest, root).into_iter().map(|path| Import {
            name: String::new(),
            path,
            offered: false,
        }));
    }
    imports
}

/// The paths of a use tree: `a::{b, c::d as e}` is `a::b` and `a::c::d`.
fn expand(tree: &str, before: &[String], offered: bool, imports: &mut Vec<Import>) {
    let tree = tree.trim();
    if let Some((head, inner)) = tree.split_once('{') {
        let head: Vec<String> =
            head.split("::").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect();
        let before = [before, &head].concat();
        let inner = &inner[..inner.rfind('}').expect("a group ends")];
        let mut depth = 0;
        let parts = inner.split(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            c == ',' && depth == 0
        });
        let parts: Vec<&str> = parts.filter(|part| !part.trim().is_empty()).collect();
        parts.into_iter().for_each(|part| expand(part, &before, offered, imports));
        return;
    }
    let (path, alias) = tree.split_once(" as ").map_or((tree, None), |(path, alias)| (path, Some(alias)));
    let mut path: Vec<String> =
        [before, &path.split("::").map(|part| part.trim().to_owned()).collect::<Vec<_>>()].concat();
    if path.last().is_some_and(|last| last == "self" || last == "*") {
        path.pop();
    }
    let name = alias.map(str::trim).or(path.last().map(String::as_str)).unwrap_or_default().to_owned();
    imports.push(Import { path, name, offered });
}

/// Every path in the code that begins with `root`.
fn inline_paths(code: &str, root: &str) -> Vec<Vec<String>> {
    let start = format!("{root}::");
    let name = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let mut paths = Vec::new();
    for (at, _) in code.match_indices(&start) {
        if root.is_empty() || code[..at].chars().next_back().is_some_and(name) {
            continue;
        }
        let path = code[at..].split(|c| !name(c)).next().unwrap_or_default();
        paths.push(path.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect());
    }
    paths
}

#[test]
fn a_tree_of_imports_is_read_to_its_leaves() {
    let imports = imports("use crate::a::{self, b, c::{d as e, f}};\npub use super::g;\nfn x() { crate::h::i(); }\n");
    let paths: Vec<String> = imports.iter().map(|import| import.path.join("::")).collect();
    assert_eq!(paths, ["crate::a", "crate::a::b", "crate::a::c::d", "crate::a::c::f", "super::g", "crate::h::i"]);
    assert_eq!(imports.iter().filter(|import| import.offered).count(), 1);
}
