//! The fictional plan, edited in memory.

use five_new_bijies::site::source::{self, Bilingual, FILES, Fault, Problem, Report, SINCE_FILE};
use miette::Diagnostic;

pub const FICTIONAL: &str = "tests/plans/fictional";

pub struct Edited(Vec<(String, Vec<u8>)>);

/// The files of a plan, as names and bytes.
pub fn files(dir: &str) -> Vec<(String, Vec<u8>)> {
    FILES
        .into_iter()
        .chain([SINCE_FILE])
        .map(|name| (name.to_owned(), std::fs::read(format!("{dir}/{name}")).expect("the plan has all its files")))
        .collect()
}

pub fn fictional() -> Edited {
    Edited(files(FICTIONAL))
}

impl Edited {
    fn file(&mut self, name: &str) -> &mut Vec<u8> {
        &mut self.0.iter_mut().find(|(file, _)| file == name).expect("it is one of the plan's files").1
    }

    /// Replaces what stands once in `file`.
    pub fn replace(mut self, file: &str, from: &str, to: &str) -> Edited {
        let bytes = self.file(file);
        let text = String::from_utf8(bytes.clone()).expect("the fictional plan is UTF-8");
        assert_eq!(text.matches(from).count(), 1, "`{from}` stands once in {file}");
        *bytes = text.replace(from, to).into_bytes();
        self
    }

    pub fn append(mut self, file: &str, text: &str) -> Edited {
        self.file(file).extend_from_slice(text.as_bytes());
        self
    }

    pub fn with(mut self, file: &str, bytes: impl Into<Vec<u8>>) -> Edited {
        *self.file(file) = bytes.into();
        self
    }

    /// Only the first so many files, in the order in which a plan is read.
    pub fn first_files(mut self, count: usize) -> Edited {
        self.0.truncate(count);
        self
    }

    pub fn parse(self) -> Result<Bilingual, Report> {
        source::parse(self.0)
    }

    pub fn plan(self) -> Bilingual {
        self.parse().unwrap_or_else(|report| panic!("{report}"))
    }

    pub fn report(self) -> Report {
        self.parse().expect_err("this edit makes a fault")
    }

    /// The one problem of the report.
    pub fn problem(self) -> Found {
        let report = self.report();
        assert_eq!(report.problems().len(), 1, "one fault, one problem:\n{report}");
        Found(report.problems()[0].clone())
    }

    /// The one problem with this fault, among others that follow from the same edit.
    pub fn problem_with(self, fault: impl Fn(&Fault) -> bool) -> Found {
        let report = self.report();
        let found: Vec<&Problem> = report.problems().iter().filter(|problem| fault(&problem.fault)).collect();
        assert_eq!(found.len(), 1, "the fault is there once:\n{report}");
        Found(found[0].clone())
    }
}

pub struct Found(pub Problem);

impl Found {
    #[track_caller]
    pub fn says(self, message: &str) -> Found {
        assert_eq!(self.0.to_string(), message);
        self
    }

    /// In `file`, on the line that holds `words`, once in the file.
    #[track_caller]
    pub fn stands_at(self, file: &str, words: &str) -> Found {
        let text = self.0.source.inner();
        assert_eq!(text.matches(words).count(), 1, "`{words}` stands once in {file}");
        let line = text.lines().position(|line| line.contains(words)).expect("it is in a line") + 1;
        assert_eq!(self.0.place(), (file.to_owned(), line));
        self
    }

    /// The caret lies under exactly these words.
    #[track_caller]
    pub fn points_at(self, words: &str) -> Found {
        assert_eq!(&self.0.source.inner()[self.0.span.clone()], words);
        self
    }

    #[track_caller]
    pub fn advises(self, remedy: &str) -> Found {
        let help = self.0.help().map(|help| help.to_string()).unwrap_or_default();
        assert!(help.contains(remedy), "`{help}` says `{remedy}`");
        self
    }
}
