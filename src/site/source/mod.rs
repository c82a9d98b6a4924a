//! From the files in `data/` to a valid plan in each language, or a report of every problem in them.

mod build;
mod file;
mod ledger;
mod markup;
mod problem;
pub mod raw;

pub use ledger::verify;
pub use problem::{Fault, Problem, Report};
pub use raw::Raw;

use crate::plan::Plan;
use crate::quantity::Lang;
use crate::route::{VERSION_DIGITS, VERSION_LETTER};
use crate::text::List;
use build::Builder;
use file::SourceFile;
use std::io;
use std::path::Path;

/// A valid plan: the same facts in both languages.
#[derive(Debug)]
pub struct Bilingual {
    /// In the order of [`Lang::ALL`].
    pub plans: List<Plan>,
    pub zh: &'static Plan,
    pub en: &'static Plan,
    pub raw: Raw,
    sources: Vec<SourceFile>,
}

impl Bilingual {
    pub fn in_lang(&self, lang: Lang) -> &'static Plan {
        lang.pick(self.zh, self.en)
    }
}

/// The files of a plan, in the order in which they build on each other.
pub const FILES: [&str; 10] = [
    "site.toml",
    "sentences.toml",
    "pillars.toml",
    "themes.toml",
    "figures.toml",
    "milestones.toml",
    "hedges.toml",
    "commitments.toml",
    "glossary.toml",
    "story.toml",
];

/// What other public sources say, which a plan may have.
pub const SINCE_FILE: &str = "since.toml";

/// Reads the plan in `dir`.
pub fn load(dir: &Path) -> Result<Bilingual, Report> {
    let mut problems = Vec::new();
    let mut bytes = Vec::new();
    for name in FILES.into_iter().chain([SINCE_FILE]) {
        let path = dir.join(name);
        match std::fs::read(&path) {
            Err(error) if name == SINCE_FILE && error.kind() == io::ErrorKind::NotFound => {}
            Ok(read) => bytes.push((path.display().to_string(), read)),
            Err(error) => {
                problems.push(Problem::of_file(&path.display().to_string(), Fault::Unreadable(error.to_string())))
            }
        }
    }
    if problems.is_empty() { parse(bytes) } else { Err(Report::new(problems)) }
}

/// [`load`] for tests, which a plan that is not valid fails with its report.
pub fn load_or_panic(dir: impl AsRef<Path>) -> Bilingual {
    load(dir.as_ref()).unwrap_or_else(|report| panic!("{report}"))
}

/// Reads a plan from the contents of its files: name and bytes of each of [`FILES`] in that order, and of
/// [`SINCE_FILE`] where there is one.
pub fn parse(mut files: Vec<(String, Vec<u8>)>) -> Result<Bilingual, Report> {
    files.truncate(FILES.len() + 1);
    let version = version(&files);
    let given = files.len();
    let mut problems = Vec::new();
    let sources: Vec<SourceFile> =
        files.into_iter().filter_map(|(name, bytes)| SourceFile::read(name, bytes, &mut problems)).collect();
    if let Some(missing) = FILES.get(given) {
        problems.push(Problem::of_file(missing, Fault::Unreadable("it is not there".to_owned())));
    }
    if sources.len() < FILES.len().max(given) {
        return Err(Report::new(problems));
    }
    let raw = Raw::read(&sources, &mut problems);
    let zh = Builder::build(&raw, &sources, Lang::Zh, &version, &mut problems);
    let en = Builder::build(&raw, &sources, Lang::En, &version, &mut problems);
    if problems.is_empty() {
        let plans = List::from_iter([zh, en]);
        let [zh, en] = plans.items() else { unreachable!("two were put in") };
        Ok(Bilingual { plans, zh, en, raw, sources })
    } else {
        Err(Report::new(problems))
    }
}

/// A letter and hexadecimal digits that change with any byte of the data. Without the letter a spreadsheet would take some
/// for numbers: 06142284 loses its nought, 4e137044 has no end.
fn version(files: &[(String, Vec<u8>)]) -> String {
    use sha2::{Digest, Sha256};
    let mut hasher = Sha256::new();
    for (_, bytes) in files {
        hasher.update((bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    }
    format!("{VERSION_LETTER}{}", &hex(&hasher.finalize())[..VERSION_DIGITS])
}

/// Lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
