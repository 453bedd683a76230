//! What standard output is written to.

use crate::cli::args::Color;

/// Columns of the terminal; 80 where there is none and `COLUMNS` says nothing.
pub(crate) fn width() -> usize {
    let by_variable = || std::env::var("COLUMNS").ok()?.parse().ok();
    let by_terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    by_terminal().or_else(by_variable).unwrap_or(80)
}

/// Whether to use colours: as asked for, else as `NO_COLOR`, `CLICOLOR_FORCE` and `TERM` say, on a terminal.
pub(crate) fn colored(when: Color) -> bool {
    match when {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never
        }
    }
}
