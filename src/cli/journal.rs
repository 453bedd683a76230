//! What a batch with `--resume` remembers: how much of the output is on the disk for good, and where the
//! inputs stood then.
//!
//! The output grows in `FILE.part`, the journal lies in `FILE.journal`: a line that says what run it
//! belongs to, then a line for each commit. A commit is written after the output is on the disk, so
//! whatever is behind the last whole line may be cut off, and a torn line is as good as none.

use crate::cli::exit::Usage;
use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use whosaid::batch::{Input, Position};

/// At most so much work is done again after a kill.
const INTERVAL: Duration = Duration::from_millis(200);

/// Which run a journal belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Identity {
    version: String,
    options: String,
    inputs: String,
}

impl Identity {
    /// By the options and the inputs' names, sizes and times.
    ///
    /// # Errors
    /// An input cannot be read twice, or not at all.
    pub(crate) fn new(options: String, inputs: &[Input]) -> Result<Self> {
        let mut hash = Fnv::default();
        for input in inputs {
            let Input::File(path) = input else {
                let why = "--resume reads files again, which standard input cannot give";
                return Err(Usage(why.to_owned()).into());
            };
            hash.add(path.as_os_str().as_encoded_bytes());
            let Ok(found) = fs::metadata(path) else { continue };
            let time = found
                .modified()
                .ok()
                .and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
            hash.add(&found.len().to_le_bytes());
            hash.add(&time.unwrap_or_default().as_nanos().to_le_bytes());
        }
        let version = env!("CARGO_PKG_VERSION").to_owned();
        Ok(Self { version, options, inputs: format!("{} {:016x}", inputs.len(), hash.0) })
    }

    /// What is different, in words.
    fn difference(&self, other: &Self) -> Option<&'static str> {
        if self.version != other.version {
            Some("another version of whosaid")
        } else if self.options != other.options {
            Some("other options")
        } else if self.inputs != other.inputs {
            Some("other inputs, or inputs that have changed")
        } else {
            None
        }
    }
}

/// How far the output is safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Commit {
    output: u64,
    position: Position,
    /// Nothing is missing but the final name.
    whole: bool,
}

/// An output that can be continued.
#[derive(Debug)]
pub(crate) struct Journal {
    path: PathBuf,
    output: File,
    commits: File,
    now: Commit,
    committed: Instant,
}

/// What a journal that is there leads to.
pub(crate) enum Opened {
    /// Write on from there.
    At(Journal, Position),
    /// Everything had been done before.
    Whole,
}

impl Journal {
    /// Opens or begins the output `path`.
    ///
    /// # Errors
    /// The journal is one of another run, or its output is gone.
    pub(crate) fn open(path: &Path, identity: &Identity) -> Result<Opened> {
        let part = beside(path, ".part");
        let journal_path = beside(path, ".journal");
        let old = fs::read_to_string(&journal_path).unwrap_or_default();
        let Some((head, commits)) = old.split_once('\n') else {
            let journal = File::create(&journal_path).with_context(|| shown(&journal_path))?;
            let output = File::create(&part).with_context(|| shown(&part))?;
            let mut this = Self::new(path, output, journal, Commit::default());
            this.line(identity)?;
            return Ok(Opened::At(this, Position::default()));
        };
        let refuse = |why: &str| {
            let name = shown(&journal_path);
            Usage(format!("{name} is of {why}; delete it to start over, or run as before"))
        };
        match serde_json::from_str::<Identity>(head) {
            Ok(before) => {
                if let Some(difference) = identity.difference(&before) {
                    return Err(refuse(&format!("a run with {difference}")).into());
                }
            }
            Err(_) => return Err(refuse("something else").into()),
        }
        let commit: Commit = commits
            .lines()
            .rev()
            .find_map(|line| serde_json::from_str(line).ok())
            .unwrap_or_default();
        if commit.whole && !part.exists() {
            fs::remove_file(&journal_path).with_context(|| shown(&journal_path))?;
            return Ok(Opened::Whole);
        }
        let mut output = File::options().write(true).open(&part).with_context(|| shown(&part))?;
        if output.metadata().with_context(|| shown(&part))?.len() < commit.output {
            return Err(refuse("an output that is shorter than it was").into());
        }
        let cut = output.set_len(commit.output).and_then(|()| output.seek(io::SeekFrom::End(0)));
        cut.with_context(|| shown(&part))?;
        let mut journal = File::options().append(true).open(&journal_path)?;
        if !old.ends_with('\n') {
            journal.write_all(b"\n")?;
        }
        Ok(Opened::At(Self::new(path, output, journal, commit), commit.position))
    }

    fn new(path: &Path, output: File, commits: File, now: Commit) -> Self {
        Self { path: path.to_owned(), output, commits, now, committed: Instant::now() }
    }

    /// Whether nothing is written yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.now.output == 0
    }

    /// Writes some more, and commits now and then.
    pub(crate) fn write(&mut self, bytes: &[u8], position: Position) -> Result<()> {
        self.output.write_all(bytes).with_context(|| shown(&self.path))?;
        self.now.output += bytes.len() as u64;
        self.now.position = position;
        if self.committed.elapsed() >= INTERVAL { self.commit() } else { Ok(()) }
    }

    /// Makes sure of what is written.
    pub(crate) fn commit(&mut self) -> Result<()> {
        self.output.sync_data().with_context(|| shown(&self.path))?;
        let now = self.now;
        self.line(&now)?;
        self.committed = Instant::now();
        Ok(())
    }

    /// Gives the output its name.
    pub(crate) fn finish(mut self) -> Result<()> {
        self.now.whole = true;
        self.commit()?;
        fs::rename(beside(&self.path, ".part"), &self.path).with_context(|| shown(&self.path))?;
        fs::remove_file(beside(&self.path, ".journal")).with_context(|| shown(&self.path))
    }

    fn line(&mut self, what: &impl Serialize) -> Result<()> {
        let line = serde_json::to_string(what)? + "\n";
        self.commits
            .write_all(line.as_bytes())
            .with_context(|| shown(&beside(&self.path, ".journal")))
    }
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn shown(path: &Path) -> String {
    whosaid::write::safe(&path.display().to_string()).into_owned()
}

/// FNV-1a with 64 bits: the same on every machine, which the standard library does not promise of its own.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn add(&mut self, bytes: &[u8]) {
        // The length first, so that no two lists of names run together to the same bytes.
        for byte in (bytes.len() as u64).to_le_bytes().iter().chain(bytes) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identity(options: &str) -> Identity {
        Identity { version: "1".to_owned(), options: options.to_owned(), inputs: "2".to_owned() }
    }

    fn at(line: u64) -> Position {
        Position { line, ..Position::default() }
    }

    #[track_caller]
    fn opened(path: &Path) -> (Journal, Position) {
        match Journal::open(path, &identity("a")).unwrap() {
            Opened::At(journal, position) => (journal, position),
            Opened::Whole => panic!("whole"),
        }
    }

    #[test]
    fn what_is_not_committed_is_cut_off() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("o");
        let (mut journal, position) = opened(&path);
        assert_eq!(position, at(0));
        journal.write(b"one\n", at(1)).unwrap();
        journal.commit().unwrap();
        journal.write(b"two\n", at(2)).unwrap();
        drop(journal);
        // A commit that was torn by a kill counts for nothing.
        let name = beside(&path, ".journal");
        fs::write(&name, fs::read_to_string(&name).unwrap() + "{\"output\":8,").unwrap();

        let (mut journal, position) = opened(&path);
        assert_eq!(position, at(1));
        journal.write(b"2\n", at(2)).unwrap();
        drop(journal);
        let (mut journal, position) = opened(&path);
        assert_eq!(position, at(1));
        journal.write(b"TWO\n", at(2)).unwrap();
        journal.finish().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "one\nTWO\n");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn another_run_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("o");
        drop(opened(&path));
        let refused = Journal::open(&path, &identity("b")).err().unwrap();
        assert!(
            refused.is::<Usage>() && refused.to_string().contains("other options"),
            "{refused}"
        );
        fs::write(beside(&path, ".journal"), "hello\n").unwrap();
        assert!(Journal::open(&path, &identity("a")).err().unwrap().is::<Usage>());
    }

    #[test]
    fn a_kill_between_the_last_two_steps() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("o");
        let (mut journal, _) = opened(&path);
        journal.now.whole = true;
        journal.commit().unwrap();
        fs::rename(beside(&path, ".part"), &path).unwrap();
        drop(journal);
        assert!(matches!(Journal::open(&path, &identity("a")).unwrap(), Opened::Whole));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
