//! Which inputs there are: paths, folders and lists of files, one after the other.

use ignore::WalkBuilder;
use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};

/// One thing to open and read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// A file that was named, or found in a folder that was named.
    File(PathBuf),
    /// Something that cannot be read, and why.
    Unreadable {
        /// Where it is.
        path: PathBuf,
        /// What is wrong, as part of a sentence.
        reason: String,
    },
}

impl Input {
    /// The input that a path on the command line stands for.
    pub fn named(path: &Path) -> Self {
        let is_address = {
            let name = path.to_string_lossy();
            name.starts_with("http://") || name.starts_with("https://")
        };
        if path == Path::new("-") {
            Self::Stdin
        } else if is_address {
            let reason =
                "an address; whosaid reads no network: save the page and give --url ADDRESS";
            Self::Unreadable { path: path.to_owned(), reason: reason.to_owned() }
        } else {
            Self::File(path.to_owned())
        }
    }
}

/// Which files of a folder are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderRules {
    /// Extensions without the dot; `.gz` after them is looked through.
    pub extensions: Vec<String>,
    /// Also hidden files and folders.
    pub hidden: bool,
    /// Follow symbolic links.
    pub follow: bool,
}

impl Default for FolderRules {
    fn default() -> Self {
        let known = ["txt", "text", "md", "html", "htm", "jsonl", "ndjson"];
        Self { extensions: known.map(str::to_owned).to_vec(), hidden: false, follow: false }
    }
}

impl FolderRules {
    fn take(&self, path: &Path) -> bool {
        let Some(name) = path.file_name() else { return false };
        let name = name.to_string_lossy().to_lowercase();
        let name = name.strip_suffix(".gz").unwrap_or(&name);
        self.extensions.iter().any(|extension| {
            name.strip_suffix(&extension.to_lowercase()).is_some_and(|stem| stem.ends_with('.'))
        })
    }
}

/// The inputs that `paths` stand for, in their order; folders are walked depth first, sorted by name,
/// as they are reached.
pub fn expand(paths: Vec<PathBuf>, rules: FolderRules) -> impl Iterator<Item = Input> + Send {
    let mut paths: VecDeque<PathBuf> = paths.into();
    let mut walk: Option<(PathBuf, ignore::Walk)> = None;
    std::iter::from_fn(move || {
        loop {
            if let Some((root, entries)) = &mut walk {
                match entries.next() {
                    Some(entry) => match found(entry, root, &rules) {
                        Some(input) => return Some(input),
                        None => continue,
                    },
                    None => walk = None,
                }
            }
            let path = paths.pop_front()?;
            if path != Path::new("-") && path.is_dir() {
                let entries = WalkBuilder::new(&path)
                    .hidden(!rules.hidden)
                    .follow_links(rules.follow)
                    .require_git(false)
                    .sort_by_file_name(Ord::cmp)
                    .build();
                walk = Some((path, entries));
            } else {
                return Some(Input::named(&path));
            }
        }
    })
}

/// The input that an entry of a folder is, if it is one.
fn found(
    entry: Result<ignore::DirEntry, ignore::Error>,
    root: &Path,
    rules: &FolderRules,
) -> Option<Input> {
    let entry = match entry {
        Ok(entry) => entry,
        Err(error) => return Some(unreadable(&error, root)),
    };
    // Named pipes, sockets and devices in a folder are no articles; opening one could hang for ever.
    let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
    (is_file && rules.take(entry.path())).then(|| Input::File(entry.into_path()))
}

fn unreadable(error: &ignore::Error, root: &Path) -> Input {
    let mut inner = error;
    let mut path = root;
    loop {
        match inner {
            ignore::Error::WithPath { path: at, err } => (path, inner) = (at, err),
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
                inner = err;
            }
            ignore::Error::Loop { child, .. } => {
                let reason = "a symbolic link into its own parent, not followed".to_owned();
                return Input::Unreadable { path: child.clone(), reason };
            }
            other => {
                return Input::Unreadable { path: path.to_owned(), reason: other.to_string() };
            }
        }
    }
}

/// The paths in a list of files, one a line, or ended by NUL bytes.
///
/// # Errors
/// When the list cannot be read.
pub fn listed(list: &mut dyn io::Read, separator: u8) -> io::Result<Vec<PathBuf>> {
    let mut bytes = Vec::new();
    list.read_to_end(&mut bytes)?;
    Ok(bytes
        .split(|byte| *byte == separator)
        .map(|name| if separator == b'\n' { name.trim_ascii_end() } else { name })
        .filter(|name| !name.is_empty())
        .map(path_of)
        .collect())
}

#[cfg(unix)]
fn path_of(name: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt as _;
    std::ffi::OsStr::from_bytes(name).into()
}

#[cfg(not(unix))]
fn path_of(name: &[u8]) -> PathBuf {
    String::from_utf8_lossy(name).into_owned().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn names(root: &Path, rules: FolderRules) -> Vec<String> {
        expand(vec![root.to_owned()], rules)
            .map(|input| match input {
                Input::File(path) | Input::Unreadable { path, .. } => {
                    path.strip_prefix(root).unwrap().display().to_string()
                }
                Input::Stdin => "-".to_owned(),
            })
            .collect()
    }

    fn tree() -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for name in ["b.txt", "a/z.HTML", "a/y.jsonl.gz", "c.csv", ".hidden.txt", "no/way.txt"] {
            let path = root.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }
        fs::write(root.path().join(".ignore"), "no/\n").unwrap();
        root
    }

    #[test]
    fn a_folder_is_walked_sorted_by_name() {
        let root = tree();
        assert_eq!(
            names(root.path(), FolderRules::default()),
            ["a/y.jsonl.gz", "a/z.HTML", "b.txt"]
        );
        let hidden = FolderRules { hidden: true, ..FolderRules::default() };
        assert_eq!(
            names(root.path(), hidden),
            [".hidden.txt", "a/y.jsonl.gz", "a/z.HTML", "b.txt"]
        );
        let csv = FolderRules { extensions: vec!["CSV".to_owned()], ..FolderRules::default() };
        assert_eq!(names(root.path(), csv), ["c.csv"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_loop_is_named_and_not_followed() {
        let root = tree();
        std::os::unix::fs::symlink("..", root.path().join("a/up")).unwrap();
        let follow = FolderRules { follow: true, ..FolderRules::default() };
        assert_eq!(names(root.path(), follow), ["a/up", "a/y.jsonl.gz", "a/z.HTML", "b.txt"]);
    }

    #[test]
    fn lists_of_files() {
        let paths = |text: &str, separator| listed(&mut text.as_bytes(), separator).unwrap();
        assert_eq!(
            paths("a.txt\r\nb c.txt\n\n", b'\n'),
            [Path::new("a.txt"), Path::new("b c.txt")]
        );
        assert_eq!(paths("a\nb\0c", b'\0'), [Path::new("a\nb"), Path::new("c")]);
    }
}
