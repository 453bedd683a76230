//! How fast: one article, a batch of 20 MB on one core, twice the text, and a whole process.
//!
//! `cargo bench`. Beside the batch runs the yardstick: one pass of `unicode_sentences` and one of
//! `unicode_word_indices` over the same text, by the crate `unicode-segmentation`. Times are the
//! best of several runs. `WHOSAID_BENCH_MB=2 cargo bench` for a quick look.

mod corpus;

use corpus::{Generator, Made};
use std::hint::black_box;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use unicode_segmentation::UnicodeSegmentation as _;
use whosaid::Extractor;
use whosaid::read::{self, Source};

const SEED: u64 = 20_240_312;

fn main() {
    let megabytes = std::env::var("WHOSAID_BENCH_MB").ok().and_then(|text| text.parse().ok());
    let bytes = megabytes.unwrap_or(20) * 1_000_000;
    start_up();
    let extractor = Extractor::new(whosaid::Options::default()).expect("the rules");
    one_article(&extractor);
    let mut generator = Generator::new(SEED);
    batch(&extractor, &generator.batch(bytes));
    twice(&extractor, &mut generator, (bytes / 20).max(100_000));
}

/// A whole process over one article, as a user starts it.
fn start_up() {
    let time = best(30, || {
        let status = Command::new(env!("CARGO_BIN_EXE_whosaid"))
            .args(["--to", "jsonl", "fixtures/articles/wire-spillway.txt"])
            .stdout(Stdio::null())
            .status()
            .expect("the program starts");
        assert!(status.success());
    });
    row("process, one article", time, "start to exit");
    let time = best(30, || {
        black_box(Extractor::new(whosaid::Options::default()).expect("the rules"));
    });
    row("rules and word lists", time, "read and compiled");
}

fn one_article(extractor: &Extractor) {
    let bytes = std::fs::read("fixtures/articles/wire-spillway.txt").expect("a fixture");
    let time = best(200, || {
        let article = read::read_document(&bytes, Source::default(), &read::Options::default())
            .expect("an article");
        write(extractor, &article);
    });
    row("one article", time, &speed(bytes.len(), time));
}

fn batch(extractor: &Extractor, made: &[Made]) {
    let bytes: usize = made.iter().map(|article| article.text.len()).sum();
    let extraction = best(3, || {
        for article in made {
            extract_line(extractor, &article.line);
        }
    });
    let yardstick = best(3, || {
        for article in made {
            black_box(article.text.unicode_sentences().count());
            black_box(article.text.unicode_word_indices().count());
        }
    });
    let size = format!("batch, {} articles, {:.1} MB", made.len(), megabytes(bytes));
    row(&size, extraction, &speed(bytes, extraction));
    row("sentences and words by UAX 29", yardstick, &speed(bytes, yardstick));
    let ratio = extraction.as_secs_f64() / yardstick.as_secs_f64();
    line(format_args!("{:<44} {ratio:>9.2} x", "extraction against UAX 29"));
}

/// One long article, and one of twice the length.
fn twice(extractor: &Extractor, generator: &mut Generator, bytes: usize) {
    let article = |bytes: usize, generator: &mut Generator| {
        let texts: Vec<String> =
            generator.batch(bytes).into_iter().map(|article| article.text).collect();
        serde_json::json!({ "text": texts.join("\n\n"), "date": "2024-03-12" }).to_string()
    };
    let short = article(bytes, generator);
    let long = article(2 * bytes, generator);
    let short_time = best(5, || extract_line(extractor, &short));
    let long_time = best(5, || extract_line(extractor, &long));
    row("one article of this length", short_time, &speed(short.len(), short_time));
    row("one of twice the length", long_time, &speed(long.len(), long_time));
    let ratio = long_time.as_secs_f64() / short_time.as_secs_f64();
    line(format_args!("{:<44} {ratio:>9.2} x (linear up to 2.2)", "twice the text"));
}

fn extract_line(extractor: &Extractor, line: &str) {
    let article = read::read_record(line.as_bytes(), Source::default(), &read::Options::default())
        .expect("an article");
    write(extractor, &article);
}

fn write(extractor: &Extractor, article: &read::Article) {
    let report = extractor.extract(article);
    serde_json::to_writer(std::io::sink(), black_box(&report)).expect("a sink takes all");
}

/// The shortest of several runs.
fn best(runs: u32, mut work: impl FnMut()) -> Duration {
    let run = |_| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..runs).map(run).min().unwrap_or_default()
}

fn speed(bytes: usize, time: Duration) -> String {
    format!("{:.1} MB/s", megabytes(bytes) / time.as_secs_f64())
}

fn megabytes(bytes: usize) -> f64 {
    f64::from(bytes as u32) / 1e6
}

fn row(name: &str, time: Duration, note: &str) {
    line(format_args!("{name:<44} {:>9.3} ms  {note}", time.as_secs_f64() * 1e3));
}

fn line(text: std::fmt::Arguments<'_>) {
    let _ = writeln!(std::io::stdout(), "{text}");
}
