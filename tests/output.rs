//! Where a build writes, and what it removes there.

use five_new_bijies::site::prerender::{Error, Options, build};
use five_new_bijies::site::write_whole;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

/// A folder of this name without anything in it.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new("target/altered/output").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

fn options(out: &Path) -> Options {
    Options {
        data: "tests/plans/fictional".into(),
        out: out.to_owned(),
        pictures: false,
        compress: false,
        ..Options::default()
    }
}

#[test]
fn a_folder_that_no_build_made_is_left_as_it_is() {
    let out = folder("another-project");
    fs::create_dir_all(out.join("src")).expect("a folder can be made");
    fs::write(out.join("src/main.rs"), "fn main() {}").expect("a file can be written");
    fs::write(out.join("SHA256SUMS"), "00  src/main.rs\n").expect("a file can be written");
    let error = build(&options(&out)).expect_err("it holds another project");
    assert!(matches!(error, Error::Taken(_)) && error.to_string().contains("DIST=dist"), "{error}");
    assert_eq!(fs::read_to_string(out.join("src/main.rs")).expect("it is still there"), "fn main() {}");
    assert_eq!(fs::read_dir(&out).expect("it is a folder").count(), 2, "nothing is written beside it");
}

#[test]
fn a_folder_is_known_again_even_where_the_first_build_was_stopped() {
    let out = folder("stopped");
    build(&options(&out)).unwrap_or_else(|error| panic!("{error}"));
    let sums = fs::read_to_string(out.join("SHA256SUMS")).expect("the sums are there");
    // What stands there after the first moment of a build: the sums of one file, and more that is not in them.
    let marked: String =
        sums.lines().filter(|line| line.ends_with("  data/plan.schema.json")).map(|l| format!("{l}\n")).collect();
    fs::write(out.join("SHA256SUMS"), marked).expect("a file can be written");
    fs::write(out.join("left-over.html"), "of an earlier build").expect("a file can be written");
    fs::write(out.join("index.html.bak"), "of nobody").expect("a file can be written");
    build(&options(&out)).unwrap_or_else(|error| panic!("{error}"));
    assert!(!out.join("left-over.html").exists() && !out.join("index.html.bak").exists());
    assert_eq!(fs::read_to_string(out.join("SHA256SUMS")).expect("the sums are there"), sums);
}

#[test]
fn links_are_removed_and_never_followed() {
    let out = folder("linked");
    let elsewhere = folder("elsewhere");
    fs::write(elsewhere.join("kept.txt"), "kept").expect("a file can be written");
    fs::write(elsewhere.join("index.html"), "kept").expect("a file can be written");
    build(&options(&out)).unwrap_or_else(|error| panic!("{error}"));
    let target = fs::canonicalize(&elsewhere).expect("it is there");
    fs::remove_dir_all(out.join("card")).expect("the folder can be removed");
    symlink(&target, out.join("card")).expect("a link can be made");
    symlink(&target, out.join("elsewhere")).expect("a link can be made");
    symlink(target.join("kept.txt"), out.join("kept.txt")).expect("a link can be made");
    build(&options(&out)).unwrap_or_else(|error| panic!("{error}"));
    assert!(!out.join("elsewhere").exists() && !out.join("kept.txt").exists() && !out.join("card").is_symlink());
    let left: Vec<_> =
        fs::read_dir(&elsewhere).expect("it is there").map(|entry| entry.expect("it is read").path()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
    for file in left {
        assert_eq!(fs::read_to_string(&file).expect("it is text"), "kept", "{}", file.display());
    }
}

#[test]
fn a_file_is_whole_or_as_it_was() {
    let folder = folder("whole");
    let file = folder.join("plan.json");
    write_whole(&file, "first").expect("it can be written");
    let mut reader = fs::File::open(&file).expect("it is there");
    write_whole(&file, "second").expect("it can be written");
    let mut read = String::new();
    std::io::Read::read_to_string(&mut reader, &mut read).expect("it is text");
    assert_eq!(read, "first", "who reads the former file reads all of it");
    assert_eq!(fs::read_to_string(&file).expect("it is text"), "second");
    assert!(write_whole(&folder.join("nowhere/file"), "x").is_err());
    assert_eq!(fs::read_dir(&folder).expect("it is there").count(), 1, "no draft is left");
}

#[test]
fn nothing_of_the_site_is_written_but_by_the_helper() {
    let mut folders = vec![PathBuf::from("src/site")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("whole_file.rs") {
                let code = fs::read_to_string(&path).expect("the file can be read");
                assert!(!code.contains("fs::write(") && !code.contains("File::create("), "{}", path.display());
            }
        }
    }
}
