//! The feeding thread: inputs opened one after the other and cut into batches of whole articles.

use super::inputs::Input;
use super::open::{BOMB, Stream};
use super::ordered::Feeder;
use super::{Position, Progress};
use crate::read::{self, Format, Notice, Rejected, Source};
use serde_json::Map;
use std::io::{self, Read};
use std::ops::{ControlFlow, Range};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// A batch is handed on when it has so many bytes, or so many articles; small enough that a few
/// hundred articles keep several threads busy, large enough that handing it on costs nothing.
const BATCH_BYTES: usize = 32 << 10;
const BATCH_ARTICLES: usize = 16;
/// Bytes asked for in one read of JSON Lines.
const READ_BYTES: usize = 128 << 10;

/// Some whole articles, as read.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub(super) bytes: Vec<u8>,
    pub(super) items: Vec<Item>,
    /// Where the input stands after this batch.
    pub(super) end: Position,
}

/// One article of a batch.
#[derive(Debug)]
pub(super) enum Item {
    /// A whole file.
    Document(Source, Range<usize>),
    /// A line of JSON Lines: path, line number, where it is in the batch.
    Record(Arc<str>, u64, Range<usize>),
    /// Something that could not even be read.
    Rejected(Box<Rejected>),
}

/// What the feeding thread works with.
pub(super) struct Feed<'f> {
    pub(super) out: &'f mut Feeder<Batch>,
    pub(super) options: &'f read::Options,
    pub(super) progress: &'f Arc<Progress>,
    pub(super) batch: Batch,
    pub(super) position: Position,
}

impl Feed<'_> {
    /// Reads all inputs, from `start` on.
    pub(super) fn run(mut self, inputs: impl Iterator<Item = Input>, start: Position) {
        let skipped = usize::try_from(start.input).unwrap_or(usize::MAX);
        self.position.input = start.input;
        let mut within = start;
        for input in inputs.skip(skipped) {
            let next = Position { input: self.position.input + 1, ..Position::default() };
            if self.input(&input, within, next).is_break() {
                return;
            }
            self.position = next;
            within = Position::default();
        }
        let _ = self.send();
    }

    /// Reads one input; the position is at the `next` one before anything that ends this one is sent.
    fn input(&mut self, input: &Input, within: Position, next: Position) -> ControlFlow<()> {
        let (path, opened) = match input {
            Input::Stdin => (Path::new("-"), Stream::stdin(self.progress)),
            Input::File(path) => (path.as_path(), Stream::file(path, self.progress)),
            Input::Unreadable { path, reason } => {
                self.position = next;
                return self.cannot_open(path, reason.clone());
            }
        };
        let stream = match opened {
            Ok(stream) => stream,
            Err(error) => {
                self.position = next;
                return self.cannot_open(path, error_text(&error));
            }
        };
        self.progress.opened.fetch_add(1, Ordering::Relaxed);
        match read::detect(Some(path), &stream.head, self.options) {
            Format::Jsonl => {
                let failed = self.records(stream, path, within)?;
                self.position = next;
                failed.map_or(ControlFlow::Continue(()), |(source, notice)| {
                    self.reject(source, notice)
                })
            }
            format => {
                self.position = next;
                self.document(stream, path, format)
            }
        }
    }

    fn cannot_open(&mut self, path: &Path, reason: String) -> ControlFlow<()> {
        let source = source_of(path);
        self.reject(source, Notice::new("cannot-open", reason))
    }

    fn document(&mut self, stream: Stream, path: &Path, format: Format) -> ControlFlow<()> {
        let source = Source { format: Some(format.name().to_owned()), ..source_of(path) };
        let most = self.options.max_record;
        let start = self.batch.bytes.len();
        let mut limited = stream.into_read().take(most as u64 + 1);
        let read = limited.read_to_end(&mut self.batch.bytes);
        let end = self.batch.bytes.len();
        let notice = match read {
            Ok(length) if length <= most => {
                self.batch.items.push(Item::Document(source, start..end));
                return self.send_if_full();
            }
            Ok(_) => too_large(most),
            Err(error) => self.read_failed(&error),
        };
        self.batch.bytes.truncate(start);
        self.reject(source, notice)
    }

    /// Reads JSON Lines from `within` on; gives what is to be said when reading fails.
    fn records(
        &mut self,
        stream: Stream,
        path: &Path,
        within: Position,
    ) -> ControlFlow<(), Option<(Source, Notice)>> {
        let name: Arc<str> = path.to_string_lossy().into();
        let mut stream = stream.into_read();
        let mut buffer = vec![0; READ_BYTES];
        let mut line = Line { start: self.batch.bytes.len(), ..Line::default() };
        if within.offset > 0 {
            let skipped = io::copy(&mut stream.by_ref().take(within.offset), &mut io::sink());
            self.position = Position { input: self.position.input, ..within };
            if let Err(error) = skipped {
                return ControlFlow::Continue(Some((source_of(path), self.read_failed(&error))));
            }
        }
        loop {
            let read = match stream.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => buffer.get(..read).unwrap_or_default(),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => {
                    self.batch.bytes.truncate(line.start);
                    let source =
                        Source { line: Some(self.position.line + 1), ..jsonl_source(&name) };
                    return ControlFlow::Continue(Some((source, self.read_failed(&error))));
                }
            };
            let mut pieces = read.split(|byte| *byte == b'\n');
            self.extend(&mut line, pieces.next().unwrap_or_default());
            for piece in pieces {
                self.end_line(&mut line, &name)?;
                self.extend(&mut line, piece);
            }
            // Whoever writes to us slowly wants the answer now. What is whole goes, the open line stays.
            if !self.batch.items.is_empty() {
                let open = self.batch.bytes.split_off(line.start);
                self.send()?;
                line.start = 0;
                self.batch.bytes = open;
            }
        }
        if line.too_long || self.batch.bytes.len() > line.start {
            self.end_line(&mut line, &name)?;
        }
        ControlFlow::Continue(None)
    }

    /// Adds to the open line, or only counts, where it is too long.
    fn extend(&mut self, line: &mut Line, piece: &[u8]) {
        line.length += piece.len() as u64;
        if line.too_long {
            return;
        }
        if self.batch.bytes.len() - line.start + piece.len() > self.options.max_record {
            line.too_long = true;
            self.batch.bytes.truncate(line.start);
        } else {
            self.batch.bytes.extend_from_slice(piece);
        }
    }

    fn end_line(&mut self, line: &mut Line, name: &Arc<str>) -> ControlFlow<()> {
        self.position.line += 1;
        self.position.offset += line.length + 1;
        let number = self.position.line;
        let end = self.batch.bytes.len();
        let flow = if line.too_long {
            let source = Source { line: Some(number), ..jsonl_source(name) };
            self.reject(source, too_large(self.options.max_record))
        } else {
            self.batch.items.push(Item::Record(Arc::clone(name), number, line.start..end));
            self.send_if_full()
        };
        *line = Line { start: self.batch.bytes.len(), ..Line::default() };
        flow
    }

    /// An error that the machine raised, not the content, makes the whole run fail.
    fn read_failed(&self, error: &io::Error) -> Notice {
        let text = error_text(error);
        if error.raw_os_error().is_some() {
            self.progress.broken.fetch_add(1, Ordering::Relaxed);
            Notice::new("read-failed", format!("reading failed: {text}"))
        } else if text.starts_with(BOMB) {
            Notice::new("too-large", text)
        } else {
            Notice::new("bad-gzip", format!("cannot be unpacked: {text}"))
        }
    }

    fn reject(&mut self, source: Source, notice: Notice) -> ControlFlow<()> {
        let id = super::place(&source);
        let notice = Notice { line: source.line, ..notice };
        let rejected = Rejected { id, source, kept: Map::new(), notice };
        self.batch.items.push(Item::Rejected(Box::new(rejected)));
        self.send_if_full()
    }

    fn send_if_full(&mut self) -> ControlFlow<()> {
        let full =
            self.batch.bytes.len() >= BATCH_BYTES || self.batch.items.len() >= BATCH_ARTICLES;
        if full { self.send() } else { ControlFlow::Continue(()) }
    }

    fn send(&mut self) -> ControlFlow<()> {
        if self.batch.items.is_empty() {
            return ControlFlow::Continue(());
        }
        let mut batch = std::mem::take(&mut self.batch);
        batch.end = self.position;
        let size = batch.bytes.len();
        self.out.send(batch, size)
    }
}

/// The line that is being read.
#[derive(Debug, Default)]
struct Line {
    /// Where it starts in the batch.
    start: usize,
    /// Bytes so far, without the end of the line.
    length: u64,
    /// It is longer than a record may be; its bytes are dropped.
    too_long: bool,
}

fn source_of(path: &Path) -> Source {
    Source { path: Some(path.to_string_lossy().into_owned()), ..Source::default() }
}

fn jsonl_source(name: &str) -> Source {
    Source {
        path: Some(name.to_owned()),
        format: Some(Format::Jsonl.name().to_owned()),
        ..Source::default()
    }
}

fn too_large(most: usize) -> Notice {
    let message = format!("longer than the limit of {most} bytes; raise it with --max-record");
    Notice::new("too-large", message)
}

/// What went wrong, without the number of the system's error.
fn error_text(error: &io::Error) -> String {
    let text = error.to_string();
    match text.split_once(" (os error") {
        Some((text, _)) => text.to_lowercase(),
        None => text,
    }
}
