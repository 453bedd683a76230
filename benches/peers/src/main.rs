//! How fast sentences are split: this crate beside the splitters of other crates.
//!
//! The same news text for all: paragraphs of made articles, and the whole of it as one line of
//! 10 MB. Each splitter gets a paragraph at a time, and counts its sentences. Times are the best of
//! several runs.

#[path = "../../speed/corpus.rs"]
#[expect(dead_code, reason = "this bench wants the texts alone")]
mod corpus;

use corpus::Generator;
use icu_segmenter::SentenceSegmenter;
use std::hint::black_box;
use std::io::Write as _;
use std::time::{Duration, Instant};
use unicode_segmentation::UnicodeSegmentation as _;
use whosaid::text::{Span, paragraphs, split_sentences};

const SEED: u64 = 20_240_312;
const BYTES: usize = 10_000_000;
/// Runs over the paragraphs, and over the one line.
const RUNS: [usize; 2] = [5, 3];
/// A splitter that needs longer for a tenth of the line is not given the whole of it.
const PATIENCE: Duration = Duration::from_secs(20);

/// A splitter: its name, and how many sentences it makes of a text.
type Splitter = (&'static str, fn(&str) -> usize);

const SPLITTERS: [Splitter; 4] = [
    ("whosaid", whosaid),
    ("icu_segmenter", icu),
    ("unicode-segmentation", uax_29),
    ("sentencex", sentencex),
];

fn main() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    std::env::set_current_dir(root).expect("the package's root");
    let texts: Vec<String> =
        Generator::new(SEED).batch(BYTES).into_iter().map(|article| article.text).collect();
    let blocks: Vec<&str> = texts.iter().flat_map(|text| split(text)).collect();
    let line = blocks.join(" ");
    let tenth = line.get(..line.floor_char_boundary(line.len() / 10)).unwrap_or(&line);

    let size: usize = blocks.iter().map(|block| block.len()).sum();
    print(&format!("{} paragraphs, {:.1} MB", blocks.len(), megabytes(size)));
    for (name, count) in SPLITTERS {
        let (time, sentences) = best(RUNS[0], || blocks.iter().map(|block| count(block)).sum());
        row(name, size, time, sentences);
    }
    print(&format!("one line, {:.1} MB", megabytes(line.len())));
    for (name, count) in SPLITTERS {
        let (time, sentences) = best(1, || count(tenth));
        row(&format!("{name}, a tenth"), tenth.len(), time, sentences);
        if time < PATIENCE {
            let (time, sentences) = best(RUNS[1], || count(&line));
            row(name, line.len(), time, sentences);
        }
    }
}

fn split(text: &str) -> Vec<&str> {
    paragraphs(text).into_iter().map(|block| block.of(text)).collect()
}

fn whosaid(text: &str) -> usize {
    let mut sentences = Vec::new();
    split_sentences(text, Span::new(0, text.len()), &mut sentences);
    sentences.len()
}

fn icu(text: &str) -> usize {
    // The breaks, the one at the start among them.
    SentenceSegmenter::new(Default::default()).segment_str(text).count() - 1
}

fn uax_29(text: &str) -> usize {
    text.unicode_sentences().count()
}

fn sentencex(text: &str) -> usize {
    sentencex::segment("en", text).len()
}

/// The shortest of several runs, and what it counted.
fn best(runs: usize, work: impl Fn() -> usize) -> (Duration, usize) {
    let run = |_| {
        let start = Instant::now();
        let count = black_box(work());
        (start.elapsed(), count)
    };
    (0..runs).map(run).min().unwrap_or_default()
}

fn row(name: &str, bytes: usize, time: Duration, sentences: usize) {
    let speed = megabytes(bytes) / time.as_secs_f64();
    print(&format!("  {name:<32} {speed:>8.1} MB/s {sentences:>9} sentences"));
}

fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

fn print(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
