//! What each file under `src/` uses of the others, read from its `use` items and paths.

use proc_macro2::TokenTree;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};
use syn::{Attribute, Ident, ItemMod, ItemUse, Macro, UseName, UsePath, UseRename, UseTree, Visibility};

/// A source file, without what is compiled for tests only.
pub struct File {
    pub path: PathBuf,
    /// `["app", "chart", "plot"]` for `src/app/chart/plot.rs`; empty for the root of the library.
    pub module: Vec<String>,
    /// The modules that it declares.
    pub children: Vec<String>,
    pub text: String,
    imports: Vec<Import>,
    /// The paths in its code beside the imports.
    paths: Vec<Vec<String>>,
}

/// A path of a `use` item.
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
            Some((module.clone(), File::read(path, module)))
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
            match self.resolve(&file.module, &import.path, 0) {
                // Of a module that is used by its name, what is named behind it counts.
                Some((module, name)) if name.is_empty() => {
                    let inner = file.paths.iter().filter(|path| path.first() == Some(&import.name));
                    used.extend(inner.filter_map(|path| self.within(&module, &path[1..], 0)));
                    used.insert((module, name));
                }
                found => used.extend(found),
            }
        }
        used.extend(file.paths.iter().filter_map(|path| self.resolve(&file.module, path, 0)));
        used.retain(|(module, _)| *module != file.module);
        used
    }

    /// Whether `file` names anything of the other crate.
    pub fn knows(&self, file: &File, library: &str) -> bool {
        let imported = file.imports.iter().map(|import| &import.path);
        // One name by itself is of the file's own.
        imported
            .chain(file.paths.iter().filter(|path| path.len() > 1))
            .any(|path| path.first().is_some_and(|first| first == library))
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
        let strangers = |a: &[String], b: &[String]| !(a.starts_with(b) || b.starts_with(a) || record(a) && record(b));
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

impl File {
    fn read(path: PathBuf, module: Vec<String>) -> File {
        let text = std::fs::read_to_string(&path).expect("the file can be read");
        let code = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut file = File { path, module, children: Vec::new(), imports: Vec::new(), paths: Vec::new(), text };
        file.visit_file(&code);
        file
    }

    /// The paths of a `use` item: `a::{b, c::d as e}` is `a::b` and `a::c::d`.
    fn expand(&mut self, tree: &UseTree, before: &[String], offered: bool) {
        let path = |last: &Ident| [before, &[last.to_string()]].concat();
        let (path, name) = match tree {
            UseTree::Path(UsePath { ident, tree, .. }) => return self.expand(tree, &path(ident), offered),
            UseTree::Group(group) => return group.items.iter().for_each(|tree| self.expand(tree, before, offered)),
            UseTree::Name(UseName { ident }) if ident == "self" => (before.to_vec(), before.last().cloned()),
            UseTree::Name(UseName { ident }) => (path(ident), Some(ident.to_string())),
            UseTree::Rename(UseRename { ident, rename, .. }) => (path(ident), Some(rename.to_string())),
            UseTree::Glob(_) => (before.to_vec(), None),
        };
        self.imports.push(Import { path, name: name.unwrap_or_default(), offered });
    }
}

/// What is only compiled for tests is no part of the library.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<Ident>().is_ok_and(|what| what == "test")
    })
}

impl<'code> Visit<'code> for File {
    fn visit_item_mod(&mut self, item: &'code ItemMod) {
        if is_test(&item.attrs) {
            return;
        }
        if item.content.is_none() {
            self.children.push(item.ident.to_string());
        }
        visit::visit_item_mod(self, item);
    }

    fn visit_item_use(&mut self, item: &'code ItemUse) {
        // Visible inside the crate only is a use as well as an offer; it stands for an offer.
        self.expand(&item.tree, &[], !matches!(item.vis, Visibility::Inherited));
    }

    fn visit_path(&mut self, path: &'code syn::Path) {
        self.paths.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    /// What stands in a macro is not parsed: its paths are names with two colons between them.
    fn visit_macro(&mut self, item: &'code Macro) {
        self.visit_path(&item.path);
        let mut streams = vec![item.tokens.clone()];
        while let Some(stream) = streams.pop() {
            let mut path: Vec<String> = Vec::new();
            let mut colons = 0;
            for token in stream {
                match token {
                    TokenTree::Ident(ident) if colons == 2 => path.push(ident.to_string()),
                    TokenTree::Ident(ident) => {
                        self.paths.push(std::mem::replace(&mut path, vec![ident.to_string()]));
                    }
                    TokenTree::Punct(punct) if punct.as_char() == ':' => {
                        colons += 1;
                        continue;
                    }
                    TokenTree::Group(group) => streams.push(group.stream()),
                    _ => self.paths.push(std::mem::take(&mut path)),
                }
                colons = 0;
            }
            self.paths.push(path);
        }
        self.paths.retain(|path| path.len() > 1);
    }
}
