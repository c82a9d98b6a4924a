//! The command line of the small programs beside the site: `--name value` and `--flag`.

use std::error::Error;
use std::process::ExitCode;

pub struct Arguments(pico_args::Arguments);

impl Arguments {
    /// Runs a program with its arguments; any error is one message and a failure.
    pub fn run(usage: &str, program: impl FnOnce(&mut Arguments) -> Result<(), Box<dyn Error>>) -> ExitCode {
        let mut arguments = Arguments(pico_args::Arguments::from_env());
        if arguments.0.contains(["-h", "--help"]) {
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

    pub fn text(&mut self, name: &str, default: &str) -> String {
        let name: &'static str = format!("--{name}").leak();
        self.0.opt_value_from_str(name).ok().flatten().unwrap_or_else(|| default.to_owned())
    }

    pub fn number(&mut self, name: &str, default: u16) -> Result<u16, Box<dyn Error>> {
        let given = self.text(name, &default.to_string());
        given.parse().map_err(|_| format!("--{name} is `{given}`; it must be a number from 0 to 65535").into())
    }

    pub fn flag(&mut self, name: &str) -> bool {
        let name: &'static str = format!("--{name}").leak();
        self.0.contains(name)
    }

    /// The next argument without a name.
    pub fn unnamed(&mut self) -> Option<String> {
        self.0.opt_free_from_str().ok().flatten()
    }
}
