//! How the program ends.

use std::process::ExitCode;

/// Exit codes.
///
/// | code | when |
/// | --- | --- |
/// | 0 | done; also when nothing was found, error records were written, or the pipe was closed |
/// | 1 | no input could be opened, or reading the stream or writing failed |
/// | 2 | wrong usage or configuration |
/// | 3 | an error record was written and `--fail-on-error` was given |
/// | 130 | interrupted |
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    Done,
    Failed,
    Usage,
    ErrorRecords,
    Interrupted,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Failed => 1,
            Exit::Usage => 2,
            Exit::ErrorRecords => 3,
            Exit::Interrupted => 130,
        })
    }
}

/// A mistake in how the program was called that clap cannot see.
#[derive(Debug)]
pub(crate) struct Usage(pub(crate) String);

impl std::fmt::Display for Usage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Usage {}

/// What an error means for the exit code, and whether it is to be told.
pub(crate) fn judge(error: &anyhow::Error) -> (Exit, bool) {
    if error.is::<Usage>() {
        return (Exit::Usage, true);
    }
    let closed = error.chain().filter_map(|cause| cause.downcast_ref::<std::io::Error>());
    // Whoever reads our output has seen enough, as in `whosaid ... | head`.
    if closed.into_iter().any(|cause| cause.kind() == std::io::ErrorKind::BrokenPipe) {
        return (Exit::Done, false);
    }
    (Exit::Failed, true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Context as _;
    use std::io;

    #[test]
    fn errors_to_exit_codes() {
        let of = |error: anyhow::Error| judge(&error);
        assert_eq!(of(Usage("no".to_owned()).into()), (Exit::Usage, true));
        let closed = Err::<(), _>(io::Error::from(io::ErrorKind::BrokenPipe)).context("writing");
        assert_eq!(of(closed.unwrap_err()), (Exit::Done, false));
        let full = io::Error::from(io::ErrorKind::StorageFull);
        assert_eq!(of(full.into()), (Exit::Failed, true));
    }
}
