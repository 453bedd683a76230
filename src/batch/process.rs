//! One batch on a working thread: articles to records to what is wanted of them.

use super::Done;
use super::feed::{Batch, Item};
use crate::extract::Extractor;
use crate::read::{self, Article, Notice, Rejected, Source};
use crate::report::Report;
use std::cell::RefCell;
use std::io::Write as _;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::sync::Arc;

/// What all working threads share.
pub(super) struct Worker {
    pub(super) reading: Arc<read::Options>,
    pub(super) extractor: Extractor,
    pub(super) own_records: bool,
}

impl Worker {
    /// Works through a batch. A panic in one article becomes the error record of that article.
    pub(super) fn batch<T>(&self, batch: &Batch, make: &impl Fn(Report) -> T) -> Done<T> {
        let articles = batch.items.iter().map(|item| self.one(item, batch, make)).collect();
        Done { articles, end: batch.end }
    }

    fn one<T>(&self, item: &Item, batch: &Batch, make: &impl Fn(Report) -> T) -> T {
        let bytes = |range: &Range<usize>| batch.bytes.get(range.clone()).unwrap_or_default();
        let extract = |article: &Article| self.extractor.extract(article);
        match item {
            Item::Rejected(rejected) => make(Report::from(Rejected::clone(rejected))),
            Item::Document(source, range) => {
                let read = || read::read_document(bytes(range), source.clone(), &self.reading);
                guarded(source, read, extract, make)
            }
            Item::Record(path, line, range) => {
                let own = || Report::from_json(bytes(range));
                if self.own_records
                    && let Some(report) = own()
                {
                    return make(report);
                }
                let (path, line) = (Some(path.to_string()), Some(*line));
                let source = Source { path, line, ..Source::default() };
                let read = || read::read_record(bytes(range), source.clone(), &self.reading);
                guarded(&source, read, extract, make)
            }
        }
    }
}

fn guarded<T>(
    source: &Source,
    read: impl FnOnce() -> Result<Article, Box<Rejected>>,
    extract: impl FnOnce(&Article) -> Report,
    make: &impl Fn(Report) -> T,
) -> T {
    let mut id = None;
    let result = caught(|| match read() {
        Ok(article) => {
            id = Some((article.id.clone(), article.kept.clone()));
            make(extract(&article))
        }
        Err(rejected) => make(Report::from(*rejected)),
    });
    result.unwrap_or_else(|message| {
        let (id, kept) = id.unwrap_or_else(|| (super::place(source), serde_json::Map::new()));
        let notice = Notice::new("internal", message);
        make(Report::from(Rejected { id, source: source.clone(), kept, notice }))
    })
}

thread_local! {
    /// While a guarded article is worked on: what its panic said.
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The result, or what the panic said and where.
fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    PANIC.set(Some("unknown".to_owned()));
    let result = catch_unwind(AssertUnwindSafe(work));
    let panic = PANIC.take().unwrap_or_default();
    result.map_err(|_| format!("a fault of whosaid, please report it: {panic}"))
}

/// Keeps the panics of guarded articles off standard error; they are told in the error record. For
/// programs that install panic hooks: `std::panic::set_hook(Box::new(whosaid::batch::panic_hook))`.
pub fn panic_hook(info: &PanicHookInfo<'_>) {
    let payload = info.payload();
    let message = payload
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("unknown");
    let place = info.location().map(|at| format!("{}:{}", at.file(), at.line()));
    let text = format!("{message} ({})", place.unwrap_or_default());
    PANIC.with_borrow_mut(|panic| {
        if let Some(panic) = panic {
            *panic = text;
        } else {
            let _ = writeln!(std::io::stderr(), "whosaid: internal fault: {text}");
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source() -> Source {
        Source { path: Some("a.txt".to_owned()), ..Source::default() }
    }

    #[test]
    fn a_panic_becomes_an_error_record() {
        let article = || Ok(Article { id: "a".into(), source: source(), ..Article::default() });
        let make = |report: Report| report;
        let report = guarded(&source(), article, |_| panic!("no such rule"), &make);
        assert_eq!(report.id, "a");
        let error = report.error.unwrap();
        assert_eq!(error.kind, "internal");
        assert!(error.message.starts_with("a fault of whosaid"));

        let make = |report: Report| {
            assert!(report.error.is_some(), "cannot write this");
            report.id
        };
        let whole = Extractor::new(crate::Options::default()).unwrap();
        assert_eq!(guarded(&source(), article, |article| whole.extract(article), &make), "a");
        assert_eq!(
            guarded(&source(), || panic!("cannot read"), |_| unreachable!(), &make),
            "a.txt"
        );
    }
}
