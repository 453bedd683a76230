//! An input as a stream of decompressed bytes that is never longer than it may be.

use super::Progress;
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{self, Chain, Cursor, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// Most bytes that one compressed file may unpack to.
const MOST_UNPACKED: u64 = 4 << 30;
/// Most bytes unpacked for each packed one, looked at above [`UNPACKED_FREE`].
const MOST_RATIO: u64 = 1000;
const UNPACKED_FREE: u64 = 64 << 20;

/// First bytes that the format is told by.
const HEAD: usize = 8 << 10;

/// An open input, with a look at its first bytes.
pub(super) struct Stream {
    /// The first bytes, decompressed.
    pub(super) head: Vec<u8>,
    rest: Box<dyn Read + Send>,
}

/// What is told by an error that a decompression bomb raises.
pub(super) const BOMB: &str = "unpacks to too much";

impl Stream {
    pub(super) fn stdin(progress: &Arc<Progress>) -> io::Result<Self> {
        Self::new(io::stdin(), progress)
    }

    /// Opens a file; not a folder.
    pub(super) fn file(path: &Path, progress: &Arc<Progress>) -> io::Result<Self> {
        let file = File::open(path)?;
        if file.metadata()?.is_dir() {
            return Err(io::Error::from(io::ErrorKind::IsADirectory));
        }
        Self::new(file, progress)
    }

    fn new(raw: impl Read + Send + 'static, progress: &Arc<Progress>) -> io::Result<Self> {
        let mut raw = Counted { inner: raw, count: 0, progress: Arc::clone(progress) };
        let mut head = Vec::new();
        raw.by_ref().take(2).read_to_end(&mut head)?;
        if head != [0x1f, 0x8b] {
            read_at_least_once(&mut raw, &mut head)?;
            return Ok(Self { head, rest: Box::new(raw) });
        }
        let decoder = MultiGzDecoder::new(Cursor::new(head).chain(raw));
        let mut unpacked: Box<dyn Read + Send> = Box::new(Unpacked { decoder, count: 0 });
        let mut head = Vec::new();
        read_at_least_once(&mut unpacked, &mut head)?;
        Ok(Self { head, rest: unpacked })
    }

    /// The stream from its first byte.
    pub(super) fn into_read(self) -> impl Read + Send {
        Cursor::new(self.head).chain(self.rest)
    }
}

/// One read is enough to tell a format, and does not wait for more than a slow writer has written.
fn read_at_least_once(from: &mut dyn Read, head: &mut Vec<u8>) -> io::Result<()> {
    let start = head.len();
    head.resize(start + HEAD, 0);
    let read = loop {
        match from.read(head.get_mut(start..).unwrap_or_default()) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => break other,
        }
    };
    head.truncate(start + *read.as_ref().unwrap_or(&0));
    read.map(|_| ())
}

/// Counts what is read as it lies on the disk.
struct Counted<R> {
    inner: R,
    count: u64,
    progress: Arc<Progress>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count += read as u64;
        self.progress.bytes.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

struct Unpacked<R> {
    decoder: MultiGzDecoder<Chain<Cursor<Vec<u8>>, Counted<R>>>,
    count: u64,
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.decoder.read(buffer)?;
        self.count += read as u64;
        let packed = self.decoder.get_ref().get_ref().1.count.max(1);
        if self.count > MOST_UNPACKED
            || self.count > UNPACKED_FREE && self.count / packed > MOST_RATIO
        {
            return Err(io::Error::other(format!("{BOMB}: over {} bytes", self.count)));
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write as _;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn unpack(bytes: Vec<u8>) -> io::Result<Vec<u8>> {
        let mut all = Vec::new();
        let progress = Arc::new(Progress::default());
        Stream::new(Cursor::new(bytes), &progress)?.into_read().read_to_end(&mut all)?;
        Ok(all)
    }

    #[test]
    fn plain_and_packed_bytes_come_out_the_same() {
        for text in ["", "a", "\u{1f}b", "one\ntwo\n"] {
            assert_eq!(unpack(text.into()).unwrap(), text.as_bytes());
            assert_eq!(unpack(gzip(text.as_bytes())).unwrap(), text.as_bytes());
        }
        let members = [gzip(b"one\n"), gzip(b"two\n")].concat();
        assert_eq!(unpack(members).unwrap(), b"one\ntwo\n");
    }

    #[test]
    fn what_is_cut_off_is_an_error() {
        let mut packed = gzip(b"one two three four");
        packed.truncate(packed.len() - 4);
        assert!(unpack(packed).is_err());
    }

    #[test]
    fn a_bomb_is_stopped() {
        let megabyte = vec![b'a'; 1 << 20];
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        for _ in 0..80 {
            encoder.write_all(&megabyte).unwrap();
        }
        let error = unpack(encoder.finish().unwrap()).unwrap_err();
        assert!(error.to_string().contains(BOMB), "{error}");
    }
}
