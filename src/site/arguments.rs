//! The command line of the small programs beside the site: `--name value` and `--flag`.

use std::error::Error;
use std::ffi::OsString;
use std::process::ExitCode;

pub struct Arguments {
    given: pico_args::Arguments,
    usage: &'static str,
    /// The first thing that was wrong.
    wrong: Option<String>,
}

impl Arguments {
    /// Runs a program with its arguments; any error is one message and a failure.
    pub fn run(usage: &'static str, program: impl FnOnce(&mut Arguments) -> Result<(), Box<dyn Error>>) -> ExitCode {
        let mut arguments = Arguments::from(std::env::args_os().skip(1).collect(), usage);
        if arguments.given.contains(["-h", "--help"]) {
            println!("usage: {usage}");
            return ExitCode::SUCCESS;
        }
        match program(&mut arguments) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        }
    }

    fn from(given: Vec<OsString>, usage: &'static str) -> Arguments {
        Arguments { given: pico_args::Arguments::from_vec(given), usage, wrong: None }
    }

    pub fn text(&mut self, name: &str, default: &str) -> String {
        let name: &'static str = format!("--{name}").leak();
        let given = self.given.opt_value_from_str(name).unwrap_or_else(|error| {
            self.wrong.get_or_insert_with(|| error.to_string());
            None
        });
        given.unwrap_or_else(|| default.to_owned())
    }

    pub fn number(&mut self, name: &str, default: u16) -> u16 {
        let given = self.text(name, &default.to_string());
        given.parse().unwrap_or_else(|_| {
            self.wrong.get_or_insert_with(|| format!("--{name} is `{given}`; it must be a number from 0 to 65535"));
            default
        })
    }

    pub fn flag(&mut self, name: &str) -> bool {
        let name: &'static str = format!("--{name}").leak();
        self.given.contains(name)
    }

    /// The next argument without a name.
    pub fn unnamed(&mut self) -> Option<String> {
        self.given.opt_free_from_str().ok().flatten()
    }

    /// To be called when all that a program knows has been read: what is left, or was wrong, ends it.
    pub fn end(&mut self) -> Result<(), Box<dyn Error>> {
        let left = std::mem::replace(&mut self.given, pico_args::Arguments::from_vec(Vec::new())).finish();
        let unknown = left.first().map(|argument| format!("`{}` is not known", argument.to_string_lossy()));
        match self.wrong.take().or(unknown) {
            Some(wrong) => Err(format!("{wrong}\nusage: {}", self.usage).into()),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(given: &[&str]) -> Arguments {
        Arguments::from(given.iter().map(OsString::from).collect(), "program [--port PORT]")
    }

    fn wrong(given: &[&str]) -> String {
        let mut arguments = arguments(given);
        arguments.number("port", 8080);
        arguments.end().expect_err("something is wrong").to_string()
    }

    #[test]
    fn what_is_given_takes_the_place_of_what_is_usual() {
        assert_eq!(arguments(&[]).text("dir", "dist"), "dist");
        let mut given = arguments(&["--dir", "site", "--quiet", "article.txt"]);
        assert_eq!(given.text("dir", "dist"), "site");
        assert!(given.flag("quiet"));
        assert_eq!(given.unnamed().as_deref(), Some("article.txt"));
        assert!(given.end().is_ok());
    }

    #[test]
    fn what_is_wrong_is_named_with_the_usage() {
        for (given, named) in [
            (&["--prot", "1"][..], "`--prot` is not known"),
            (&["--port", "many"][..], "--port is `many`"),
            (&["--port"][..], "--port"),
        ] {
            let told = wrong(given);
            assert!(told.contains(named) && told.contains("usage: program"), "{given:?}: {told}");
        }
    }
}
