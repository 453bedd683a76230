//! The command line: arguments, inputs, output and exit codes.

mod args;
mod commands;
mod drive;
mod exit;
mod journal;
mod page;
mod progress;
mod render;
mod run;
mod setup;
mod signals;
mod sink;
mod stats;
mod terminal;
mod values;
mod voice;

use args::Parsed;
use exit::Exit;
use std::process::ExitCode;

/// Runs the program.
pub(crate) fn main() -> ExitCode {
    std::panic::set_hook(Box::new(whosaid::batch::panic_hook));
    let result = match args::parse() {
        Parsed::Args(args) => match &args.command {
            Some(command) => commands::run(command),
            None => run::extract(&args),
        },
        Parsed::Told(told) => {
            let exit = if told.use_stderr() { Exit::Usage } else { Exit::Done };
            // Help into a closed pipe is no mistake.
            let _ = told.print();
            Ok(exit)
        }
    };
    let exit = result.unwrap_or_else(|error| {
        let (exit, is_told) = exit::judge(&error);
        if is_told {
            voice::say(&format!("{error:#}"));
        }
        exit
    });
    exit.into()
}
