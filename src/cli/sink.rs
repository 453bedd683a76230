//! Where the output goes.

use crate::cli::journal::Journal;
use anyhow::{Context as _, Result};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};
use tempfile::NamedTempFile;
use whosaid::batch::Position;

/// What is written for one article.
#[derive(Debug, Default)]
pub(crate) struct Piece {
    pub(crate) bytes: Vec<u8>,
    /// The input's path, and the line where it is a record of JSON Lines.
    pub(crate) path: String,
    pub(crate) line: Option<u64>,
}

/// A place to write to.
#[derive(Debug)]
pub(crate) enum Sink {
    Stdout,
    /// A device or a pipe: written as it comes.
    Device(File, PathBuf),
    /// A file that gets its name when it is whole.
    File(NamedTempFile, PathBuf),
    /// A file that can be continued.
    Resumable(Journal),
    /// One file an article: the folder, the header and the extension of each.
    Folder(PathBuf, Vec<u8>, &'static str),
}

impl Sink {
    /// A file under its final name only when everything is written.
    pub(crate) fn file(path: &Path) -> Result<Self> {
        // What a link points to is replaced, not the link.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let is_special = fs::metadata(&path).is_ok_and(|found| !found.is_file());
        if is_special {
            let device = File::options().write(true).open(&path);
            return Ok(Self::Device(device.with_context(|| shown(&path))?, path));
        }
        let folder = folder_of(&path);
        fs::metadata(folder).with_context(|| shown(folder))?;
        let temporary = temporary(&path).with_context(|| shown(&path))?;
        Ok(Self::File(temporary, path))
    }

    /// Writes what stands before the first article.
    pub(crate) fn header(&mut self, bytes: &[u8]) -> Result<()> {
        match self {
            Self::Folder(_, header, _) => header.extend_from_slice(bytes),
            _ if bytes.is_empty() => {}
            _ => self.bytes(bytes, Position::default())?,
        }
        Ok(())
    }

    /// Writes some articles and flushes; `end` is where the inputs stand after them.
    pub(crate) fn articles(&mut self, pieces: &[Piece], end: Position) -> Result<()> {
        if let Self::Folder(folder, header, extension) = self {
            return pieces.iter().try_for_each(|piece| one_file(folder, header, extension, piece));
        }
        if let [piece] = pieces {
            return self.bytes(&piece.bytes, end);
        }
        let bytes: Vec<&[u8]> = pieces.iter().map(|piece| piece.bytes.as_slice()).collect();
        self.bytes(&bytes.concat(), end)
    }

    /// Makes sure of what is written, before the program ends too early.
    pub(crate) fn stop(self) -> Result<()> {
        match self {
            Self::Resumable(mut journal) => journal.commit(),
            _ => Ok(()),
        }
    }

    fn bytes(&mut self, bytes: &[u8], end: Position) -> Result<()> {
        match self {
            Self::Stdout => {
                let mut stdout = io::stdout().lock();
                stdout.write_all(bytes).and_then(|()| stdout.flush()).context("standard output")
            }
            Self::Device(file, path) => file.write_all(bytes).with_context(|| shown(path)),
            Self::File(file, path) => file.write_all(bytes).with_context(|| shown(path)),
            Self::Resumable(journal) => journal.write(bytes, end),
            Self::Folder(..) => Ok(()),
        }
    }

    /// Everything is written.
    pub(crate) fn finish(self) -> Result<()> {
        match self {
            Self::File(file, path) => {
                file.as_file().sync_all().with_context(|| shown(&path))?;
                file.persist(&path).map_err(|error| error.error).with_context(|| shown(&path))?;
                Ok(())
            }
            Self::Resumable(journal) => journal.finish(),
            _ => Ok(()),
        }
    }
}

/// The folder that a file is in.
fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// A file beside `path`, with the rights that a new file has.
fn temporary(path: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".whosaid-").suffix(".part");
    #[cfg(unix)]
    let permissions = {
        use std::os::unix::fs::PermissionsExt as _;
        fs::metadata(path)
            .map_or_else(|_| fs::Permissions::from_mode(0o666), |old| old.permissions())
    };
    #[cfg(unix)]
    builder.permissions(permissions);
    builder.tempfile_in(folder_of(path))
}

fn one_file(folder: &Path, header: &[u8], extension: &str, piece: &Piece) -> Result<()> {
    let path = folder.join(mirrored(piece, extension));
    let write = || {
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        let mut file = temporary(&path)?;
        file.write_all(header)?;
        file.write_all(&piece.bytes)?;
        file.persist(&path).map_err(|error| error.error)?;
        Ok::<_, io::Error>(())
    };
    write().with_context(|| shown(&path))
}

/// The input's path below the output folder: without what leads out of it, the extension of the format
/// added; records of JSON Lines in a folder of the file's name.
fn mirrored(piece: &Piece, extension: &str) -> PathBuf {
    let mut path = PathBuf::new();
    for part in Path::new(&piece.path).components() {
        match part {
            Component::Normal(name) if name == "-" => path.push("stdin"),
            Component::Normal(name) => path.push(name),
            Component::Prefix(_)
            | Component::RootDir
            | Component::CurDir
            | Component::ParentDir => {}
        }
    }
    if let Some(line) = piece.line {
        path.push(line.to_string());
    }
    let mut name = path.file_name().map_or_else(|| OsString::from("stdin"), OsString::from);
    name.push(".");
    name.push(extension);
    path.with_file_name(name)
}

fn shown(path: &Path) -> String {
    whosaid::write::safe(&path.display().to_string()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_below_the_folder() {
        let named = |path: &str, line| {
            let piece = Piece { bytes: Vec::new(), path: path.to_owned(), line };
            mirrored(&piece, "json").display().to_string()
        };
        assert_eq!(named("a/b.txt", None), "a/b.txt.json");
        assert_eq!(named("/x/../a.html", None), "x/a.html.json");
        assert_eq!(named("a.jsonl", Some(12)), "a.jsonl/12.json");
        assert_eq!(named("-", None), "stdin.json");
        assert_eq!(named("-", Some(1)), "stdin/1.json");
    }

    #[test]
    fn a_file_appears_when_it_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.jsonl");
        fs::write(&path, "old").unwrap();
        let write = || {
            let mut sink = Sink::file(&path).unwrap();
            let piece = Piece { bytes: b"new".to_vec(), ..Piece::default() };
            sink.articles(&[piece], Position::default()).unwrap();
            sink
        };
        drop(write());
        assert_eq!(fs::read(&path).unwrap(), b"old");
        write().finish().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
